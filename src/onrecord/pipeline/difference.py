"""From two states of the record to a brief of what changed between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.domain.brief import Brief, Compared
from onrecord.domain.difference import Changes
from onrecord.domain.ledger import Head
from onrecord.domain.reading import Reading
from onrecord.domain.review import Suspension
from onrecord.domain.when import When
from onrecord.pipeline.decisions import load_decisions
from onrecord.pipeline.record import load_readings
from onrecord.pipeline.state import lines_of, state_of
from onrecord.ports.archive import Archive
from onrecord.ports.record_store import RecordStore
from onrecord.publish.compile_news import NewsMaterial, compile_news
from onrecord.reconcile.difference import compare_states
from onrecord.reconcile.reconcile import Reconciled
from onrecord.reconcile.suspension import suspended


@dataclass(frozen=True, slots=True)
class Asked:
    """Which two states are compared.

    Attributes:
        compared: `record` compares what was on record at two times; `reports` what the reports dated
            up to two days say, of all that is on record.
        since: The earlier time: an instant of the ledger, or a day.
        until: The later one; `None` means everything on record.
    """

    compared: Compared
    since: str
    until: str | None


def changes_brief_of(
    store: RecordStore, archive: Archive, asked: Asked, *, title: str, generator: str
) -> Brief:
    """Compile the brief of what changed.

    Raises:
        CompileError: a sentence does not follow from its support; nothing is published.
        StoreError: the record cannot be read.
    """
    if asked.compared == "record":
        material = _of_record(store, archive, asked, title=title)
    else:
        material = _of_reports(store, archive, asked, title=title)
    return compile_news(material, generator=generator)


def _of_record(store: RecordStore, archive: Archive, asked: Asked, *, title: str) -> NewsMaterial:
    """Return what changed on record, with the decisions taken and what they leave to be looked at."""
    before = load_readings(store, archive, as_of=asked.since)
    after = load_readings(store, archive, as_of=asked.until)
    earlier = state_of(store, before, as_of=asked.since)
    later = state_of(store, after, as_of=asked.until)
    known = load_decisions(store, as_of=asked.since)
    decided = load_decisions(store, as_of=asked.until)
    waited = {_matter(one) for one in suspended(earlier, [one.decision for one in known])}
    waits = suspended(later, [one.decision for one in decided])
    changes = replace(
        compare_states(earlier, later),
        decisions=decided[len(known) :],
        suspensions=tuple(one for one in waits if _matter(one) not in waited),
    )
    head = store.head(as_of=asked.until)
    return _material((earlier, later), changes, asked, head=head, title=title)


def _of_reports(store: RecordStore, archive: Archive, asked: Asked, *, title: str) -> NewsMaterial:
    """Return what changed from the reports dated up to one day to those dated up to another."""
    everything = load_readings(store, archive)
    undated = tuple(reading for reading in everything if _last_day(reading) is None)
    earlier, later = (
        state_of(store, _dated_by(everything, day)) for day in (asked.since, asked.until)
    )
    changes = compare_states(earlier, later)
    material = _material((earlier, later), changes, asked, head=store.head(), title=title)
    return replace(material, undated=undated, readings=(*material.readings, *undated))


def _material(
    states: tuple[Reconciled, Reconciled], changes: Changes, asked: Asked, *, head: Head, title: str
) -> NewsMaterial:
    earlier, later = states
    readings = (one for state in states for one in (*state.readings, *state.superseded))
    return NewsMaterial(
        changes=changes,
        readings=tuple({one.document.id: one for one in readings}.values()),
        lines=lines_of(later),
        links=later.links,
        undated=(),
        lineages=tuple((dict(earlier.lineages) | dict(later.lineages)).items()),
        compared=asked.compared,
        since=asked.since,
        until=asked.until,
        head=head,
        title=title,
    )


def _matter(one: Suspension) -> tuple[object, ...]:
    """Return what makes two suspensions one: an event has another id after every report."""
    return one.kind, one.because, one.statements


def _dated_by(readings: Iterable[Reading], day: str | None) -> tuple[Reading, ...]:
    """Return the reports whose last possible day is not after `day`."""
    return tuple(
        reading
        for reading in readings
        if (last := _last_day(reading)) is not None and (day is None or last <= day)
    )


def _last_day(reading: Reading) -> str | None:
    day = reading.document.doc_date
    latest = day.latest if isinstance(day, When) else None
    return None if latest is None else latest.isoformat()
