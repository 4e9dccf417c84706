"""What is known before anything is measured: rows, aims, peers, and the errors that were read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
ROWS = _HERE / "tasks.toml"
ERRORS = _HERE / "errors.toml"


@dataclass(frozen=True, slots=True)
class Peer:
    """A figure of another system.

    Attributes:
        name: The system.
        figure: Name of our figure it stands beside; empty where it is not comparable.
        value: As stated by the source.
        source: Where the value comes from.
        interval: 95 % interval, where the source has one.
    """

    name: str
    figure: str
    value: float
    source: str
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class RowFacts:
    """One row of the table.

    Attributes:
        name: As on the command line.
        task: The task that is predicted and scored.
        part: Of its inputs; empty for the main one.
        title: For people.
        what: What the headline counts.
        corpus: What it is measured on.
        licence: Under which that may be had; nothing of it is in this repository.
        baseline: What the baseline does.
        aims: Least values we want, by figure.
        figures: Shown beside the headline, in order.
        peers: Other systems.
    """

    name: str
    task: str
    part: str
    title: str
    what: str
    corpus: str
    licence: str
    baseline: str
    aims: Mapping[str, float]
    figures: tuple[str, ...]
    peers: tuple[Peer, ...]


@dataclass(frozen=True, slots=True)
class ErrorClass:
    """One way to go wrong, and in how many of the outputs that were read it was seen."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Errors:
    """What was read of the outputs of a row, and the classes of errors in it."""

    read: str
    classes: tuple[ErrorClass, ...]


def read_rows(path: Path = ROWS) -> tuple[RowFacts, ...]:
    """Return the rows in the order of the file.

    Raises:
        KeyError: a row lacks something that every row has.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(_row(one) for one in table["row"])


def read_errors(path: Path = ERRORS) -> Mapping[str, Errors]:
    """Return the errors that were read, by the name of the row; rows with no classes are left out."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: Errors(
            one["read"], tuple(ErrorClass(each["what"], each["count"]) for each in one["classes"])
        )
        for name, one in table.items()
        if one.get("classes")
    }


def _row(one: Mapping[str, Any]) -> RowFacts:
    return RowFacts(
        name=one["name"],
        task=one.get("task", one["name"]),
        part=one.get("part", ""),
        title=one["title"],
        what=one["what"],
        corpus=one["corpus"],
        licence=one["licence"],
        baseline=one["baseline"],
        aims=one.get("aims", {}),
        figures=tuple(one["figures"]),
        peers=tuple(_peer(peer) for peer in one.get("peers", ())),
    )


def _peer(one: Mapping[str, Any]) -> Peer:
    interval = (one["low"], one["high"]) if "low" in one else None
    return Peer(one["name"], one["figure"], one["value"], one["source"], interval)
