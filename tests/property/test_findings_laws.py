"""Findings that grow report by report are those that reconciling everything at once gives."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.memory_archive import MemoryArchive
from tests.fakes.memory_findings import MemoryFindings
from tests.fakes.memory_store import MemoryRecordStore
from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.domain.codec import canonical_json
from onrecord.domain.grouping import EventGroup
from onrecord.domain.ledger import Draft
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act, Statement
from onrecord.pipeline.reconciling import (
    Workplace,
    bring_up,
    events_found,
    origins_found,
    tallies_found,
)
from onrecord.pipeline.record import load_readings
from onrecord.reconcile.accounts import profiles_of
from onrecord.reconcile.events import events_of
from onrecord.reconcile.grouping import group_profiles
from onrecord.reconcile.reconcile import Reconciled, reconcile

SHELLED = Act("PLOVER", "ASSAULT", "heavy-weapons")
STORY = """Shells hit a market in {place} on Monday, killing {killed} people, the governor said.
The governor said that the shells came from the far bank of the river and that the market was full.
Traders had opened their stalls an hour before, and the first shell fell beside the gate of the hall."""


def told(place: str, killed: int, date: str, **more: str) -> Reading:
    text = STORY.format(place=place, killed=killed)
    return report(
        text,
        Said(f"Shells hit a market in {place} on Monday", act=SHELLED, when=day("2031-04-07", "on Monday"),
             place=place, actor="Shells", recipient="a market"),
        Said(f"killing {killed} people", "occ.tally",
             (Count(f"{killed} people", killed, "people_killed"),), act=SHELLED,
             when=day("2031-04-07", "on Monday"), place=place),
        date=date, **more,  # type: ignore[arg-type]  # the named ones are texts
    )  # fmt: skip


def pool() -> tuple[Reading, ...]:
    wire = told("Arvenne", 12, "2031-04-07", publisher="Gazette", origin="meridian wire",
                basis="wire credit")  # fmt: skip
    reprint = told("Arvenne", 12, "2031-04-08", publisher="Tribune")
    later = told("Arvenne", 14, "2031-04-09", publisher="Herald", key="herald/1")
    edited = told("Arvenne", 15, "2031-04-09", publisher="Herald", key="herald/1")
    other = told("Boskel", 3, "2031-04-08", publisher="Gazette")
    talk = report(
        "The minister said on Tuesday that she would not resign.",
        Said("she would not resign", "say.report", speaker="The minister", cue="said"),
        publisher="Herald",
    )
    return wire, reprint, later, edited, other, talk


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(pool()), max_size=7), st.integers(1, 3))
def test_one_by_one_gives_what_all_at_once_gives(order: list[Reading], step: int) -> None:
    store, archive, findings = MemoryRecordStore(), MemoryArchive(), MemoryFindings()
    place = Workplace(store, archive, findings)
    for number, reading in enumerate(order):
        archive.put(reading.text.encode())
        versions = store.versions(reading.document.origin_key)
        if any(one.same_capture(reading.document) for one in versions):
            continue
        document = replace(reading.document, version_of=versions[-1].id if versions else None)
        statements = [_moved(one, document.id) for one in reading.statements]
        drafts = [Draft("document", document, agent="test")]
        drafts += [Draft("statement", one, agent="test") for one in statements]
        store.append(drafts, at=f"2031-05-01T00:00:{number:02}.000000Z")
        if number % step == 0:
            bring_up(place)
    bring_up(place)
    whole = reconcile(load_readings(store, archive))
    found = sorted(canonical_json(one) for one in events_found(findings))
    assert found == sorted(canonical_json(one) for one in grouped(whole))
    assert [canonical_json(one) for one in tallies_found(findings)] == [
        canonical_json(one) for one in whole.tallies
    ]
    names = [one.document.id for one in whole.readings]
    assert tuple(sorted(origins_found(findings, names).items())) == whole.lineages


def grouped(whole: Reconciled) -> tuple[EventGroup, ...]:
    """Return the events of accounts grouped all at once."""
    profiles = [profile for reading in whole.readings for profile in profiles_of(reading)]
    origins = dict(whole.lineages)
    statements = {one.id: one for reading in whole.readings for one in reading.statements}
    return events_of(group_profiles(profiles, lineages=origins), statements, origins)


def _moved(statement: Statement, document: str) -> Statement:
    cue = statement.cue
    return replace(
        statement,
        document=document,
        content=replace(statement.content, document=document),
        cue=None if cue is None else replace(cue, document=document),
        quantities=tuple(
            replace(one, span=replace(one.span, document=document)) for one in statement.quantities
        ),
    )


def test_findings_of_another_ledger_are_made_again() -> None:
    findings = MemoryFindings()
    for reading in (pool()[0], pool()[4]):
        store, archive = MemoryRecordStore(), MemoryArchive()
        archive.put(reading.text.encode())
        drafts = [Draft("document", reading.document, agent="test")]
        drafts += [Draft("statement", one, agent="test") for one in reading.statements]
        store.append(drafts, at="2031-05-01T00:00:00.000000Z")
        bring_up(Workplace(store, archive, findings))
        whole = reconcile(load_readings(store, archive))
        assert set(events_found(findings)) == set(grouped(whole))
