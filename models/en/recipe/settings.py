"""Settings of a run: a TOML file, which may name another one that it changes."""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from recipe.examples import Distortion


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides a run; config/base.toml explains each entry."""

    seed: int
    steps: int
    warm_up: int
    subwords_per_step: int
    average_from: float
    average_decay: float
    evaluate_every: int
    threads: int
    bfloat16: bool
    only_roles: bool
    derived_trust: float
    joined_share: float
    joined_cut: float
    joined_unstopped: float
    re3d_repeats: int
    rates: dict[str, float]
    network: dict[str, Any]
    loss: dict[str, float]
    distort: Distortion
    limit: int | None
    start_from: str | None = None


def read(path: Path) -> Settings:
    """Read a configuration file, or what `write` wrote.

    Raises:
        TypeError: An entry is missing or unknown.
    """
    table = _table(path)
    if path.suffix == ".json":
        return Settings(**{**table, "distort": Distortion(**table["distort"])})
    return Settings(
        **table["run"],
        **table["data"],
        rates=table["rates"],
        network=table["network"],
        loss=table["loss"],
        distort=Distortion(**table["distort"]),
        limit=table.get("limit", {}).get("sentences"),
    )


def write(settings: Settings, path: Path) -> None:
    """Write the settings of a run beside its weights."""
    path.write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")


def _table(path: Path) -> dict[str, Any]:
    if path.suffix == ".json":
        loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return loaded
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    base = table.pop("base", None)
    if base is None:
        return table
    merged = _table(path.with_name(base))
    for section, entries in table.items():
        merged[section] = {**merged.get(section, {}), **entries}
    return merged
