"""What happened when, as reported: `TimelineEntry`."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.statement import Statement
from onrecord.domain.when import When


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One reported occurrence with its date.

    Attributes:
        when: Its date, as precise as the words allow; undated entries come last.
        statement: The statement that carries it, by the earliest report of its lineage.
        repeats: Ids of statements that report the same words or the same thing in other reports.
        lineages: The distinct origins behind it, sorted.
    """

    when: When
    statement: Statement
    repeats: tuple[str, ...] = ()
    lineages: tuple[str, ...] = ()
