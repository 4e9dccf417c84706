"""What was measured, and its JSON file, from which table and page are written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from benchmarks.scoring.measures import Figures

State = Literal["measured", "no predictor", "failed"]
#: Digits kept: enough that rounding again for the table and the page gives the same.
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Measured:
    """One row as measured.

    Attributes:
        state: Whether there is a result, and if not, why.
        problem: What failed, one line; empty unless `state` is "failed".
        records: How many records were scored.
        unanswered: How many of them got no answer.
        headline: Name of the figure quoted first.
        figures: Ours, by name.
        interval: 95 % interval of the headline over documents.
        baseline: The baseline's figures, by name.
        groups: Headlines of parts of the gold, by name.
        cpu_s: CPU seconds of predicting, weights loaded.
    """

    state: State
    problem: str = ""
    records: int = 0
    unanswered: int = 0
    headline: str = ""
    figures: Mapping[str, float | None] | None = None
    interval: tuple[float, float] | None = None
    baseline: Mapping[str, float | None] | None = None
    groups: Mapping[str, float | None] | None = None
    cpu_s: float = 0.0

    @property
    def value(self) -> float | None:
        """Return the headline figure, if there is one."""
        return (self.figures or {}).get(self.headline)

    @property
    def rate(self) -> float | None:
        """Return records per CPU second, if any time was taken."""
        return self.records / self.cpu_s if self.cpu_s else None


@dataclass(frozen=True, slots=True)
class Run:
    """Everything one command measured.

    Attributes:
        rows: By name of the row.
        statements: Figures of `benchmarks.statements` for a text of the caller's, ours and the
            baseline's; None when no text was given.
        reports_per_s: Reports of about 600 words captured and read in a CPU second; None when it
            was not measured.
        report_words: How many words those reports had on average.
        hardware: The processor these times were taken on.
        versions: Of what moves the figures.
        quick: Whether only a sample was read.
    """

    rows: Mapping[str, Measured]
    statements: Mapping[str, Any] | None = None
    reports_per_s: float | None = None
    report_words: int = 0
    hardware: str = ""
    versions: Mapping[str, str | None] | None = None
    quick: bool = False


def to_json(run: Run) -> str:
    """Return a run as JSON, rounded; the same run gives the same text."""
    return json.dumps(_rounded(asdict(run)), indent=1, ensure_ascii=False) + "\n"


def from_json(text: str) -> Run:
    """Return a run from its JSON.

    Raises:
        ValueError: the text is no run.
    """
    try:
        table = json.loads(text)
        rows = {name: _measured(one) for name, one in table.pop("rows").items()}
        return Run(rows=rows, **table)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"not the figures of a run ({error})") from None


def merged(earlier: Run, later: Run) -> Run:
    """Return a run in which what the later one measured replaces what the earlier one did."""
    has_speed = later.reports_per_s is not None
    return Run(
        rows={**earlier.rows, **later.rows},
        statements=later.statements or earlier.statements,
        reports_per_s=later.reports_per_s if has_speed else earlier.reports_per_s,
        report_words=later.report_words if has_speed else earlier.report_words,
        hardware=later.hardware or earlier.hardware,
        versions=later.versions or earlier.versions,
        quick=earlier.quick or later.quick,
    )


def read_run(path: Path) -> Run:
    """Return the run kept in a file.

    Raises:
        OSError: it cannot be read.
        ValueError: it holds no run; the message names the file.
    """
    try:
        return from_json(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None


def kept(figures: Figures) -> Figures:
    """Return figures without the counts of single labels, which only their scores need."""
    return {name: value for name, value in figures.items() if not name.startswith("bound_gold.")}


def _measured(one: Mapping[str, Any]) -> Measured:
    interval = one.get("interval")
    return Measured(**{**one, "interval": tuple(interval) if interval else None})


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(one) for one in value]
    return value
