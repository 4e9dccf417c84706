"""Floors and ceilings that a release of the weights must keep: models/en/gates.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

GATES = Path("models/en/gates.toml")


@dataclass(frozen=True, slots=True)
class Gates:
    """What figures must keep to.

    Attributes:
        floors: Least value per figure.
        ceilings: Greatest value per figure.
        slack: By how many points (or probes) a quick run, which reads a sample, may miss a floor.
    """

    floors: Mapping[str, float]
    ceilings: Mapping[str, float]
    slack: float = 0.0


def read_gates(part: str, path: Path = GATES) -> Gates:
    """Return the gates of one part of the file: `treebanks` or `sentences`.

    Raises:
        KeyError: The file has no such part.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))[part]
    return Gates(table["floors"], table.get("ceilings", {}), float(table.get("quick_slack", 0.0)))


def broken_gates(
    gates: Gates, figures: Mapping[str, object], *, quick: bool = False
) -> tuple[str, ...]:
    """Return one line per figure that breaks its gate; one that was not measured does.

    Args:
        gates: From `read_gates`.
        figures: By name.
        quick: The figures come from a sample: floors give way by the slack, ceilings do not.
    """
    slack = gates.slack if quick else 0.0
    lows = [
        _broken(name, figures.get(name), floor - slack, below=True)
        for name, floor in gates.floors.items()
    ]
    highs = [
        _broken(name, figures.get(name), ceiling, below=False)
        for name, ceiling in gates.ceilings.items()
    ]
    return tuple(line for line in lows + highs if line)


def _broken(name: str, value: object, bound: float, *, below: bool) -> str:
    if not isinstance(value, (int, float)):
        return f"{name} was not measured"
    if below and value < bound:
        return f"{name} {value} < {bound:g}"
    if not below and value > bound:
        return f"{name} {value} > {bound:g}"
    return ""
