"""What people put on record, in the order of the ledger, as publishing takes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from onrecord.domain.hypothesis import Hypothesis, Indicator
from onrecord.domain.ledger import Record
from onrecord.domain.question import GivenForecast, GivenResolution, Question
from onrecord.domain.reading import Reading
from onrecord.domain.recorded import Recorded
from onrecord.domain.records import record_of
from onrecord.pipeline.decisions import load_decisions
from onrecord.pipeline.hypotheses import citations_of
from onrecord.ports.record_store import RecordStore

_Kind = Literal["hypothesis", "indicator", "question", "forecast", "resolution"]
_KINDS: tuple[_Kind, ...] = ("hypothesis", "indicator", "question", "forecast", "resolution")


def load_recorded(
    store: RecordStore, *, as_of: str | None = None, kinds: Sequence[_Kind] = _KINDS
) -> tuple[Recorded, ...]:
    """Return every record of these kinds that a person had put on record at `as_of`.

    Raises:
        StoreTooNew: a newer Onrecord wrote one of them.
        LedgerBroken: one of them cannot be read.
    """
    entries = [one for kind in kinds for one in store.entries(kind=kind, as_of=as_of)]
    return tuple(
        Recorded(record_of(entry), entry.header.created_by, entry.header.created_at)
        for entry in sorted(entries, key=lambda one: one.sequence)
    )


def statements_named(records: Iterable[Record]) -> frozenset[str]:
    """Return the ids of the statements that records of people cite."""
    return frozenset(name for record in records for name in _named(record) if name)


def standing_of(
    store: RecordStore,
    names: Iterable[str],
    readings: Sequence[Reading],
    *,
    as_of: str | None = None,
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return which of some statements count for nothing until a person looks, and the origins of the rest.

    Args:
        store: Where decisions are.
        names: Ids of the statements.
        readings: Every capture on record at `as_of`, all versions.
        as_of: The time asked about; `None` is now.

    Returns:
        The ids whose words were edited, taken back or dismissed; and document id and origin.
    """
    decisions = [one.decision for one in load_decisions(store, as_of=as_of)]
    cited = citations_of(names, readings, decisions)
    origins = {
        one.document.id: one.lineage
        for one in cited.values()
        if one.document is not None and isinstance(one.lineage, str)
    }
    doubtful = tuple(name for name, one in sorted(cited.items()) if not one.counts)
    return doubtful, tuple(sorted(origins.items()))


def _named(record: Record) -> Iterator[str | None]:
    match record:
        case Hypothesis():
            yield from (piece.statement for piece in record.evidence)
        case Indicator():
            yield from (seen.statement for seen in record.history)
        case Question():
            yield record.statement
        case GivenForecast():
            yield record.forecast.statement
        case GivenResolution():
            yield None if record.resolution is None else record.resolution.statement
