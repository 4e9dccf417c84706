"""What an edit leaves standing."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.reconcile.reports import Count, Said, report

from onrecord.domain.reading import Reading
from onrecord.domain.span import Extent, span_at
from onrecord.domain.statement import Act, Statement
from onrecord.reconcile.change import Change, carried_over, changes_of
from onrecord.reconcile.versions import compare_versions, split_versions

KEY = "https://herald.example/quay"
ASSAULT = Act("PLOVER", "ASSAULT", "explosion")
BLAST = Said("A blast tore through the quay", act=ASSAULT, place="Port Orlan")


def burned(number: int) -> Said:
    count = Count(f"{number} boats", number, "boats")
    return Said(f"Fire destroyed {number} boats", counts=(count,), act=ASSAULT, place="Port Orlan")


def version(text: str, *said: Said, of: Reading | None = None) -> Reading:
    return report(
        text,
        *said,
        key=KEY,
        publisher="The Selden Herald",
        version_of=of.document.id if of else None,
        recorded_at="2031-04-14T09:00:00Z" if of else "2031-04-14T08:00:00Z",
    )


FIRST = version("A blast tore through the quay. Fire destroyed 14 boats.", BLAST, burned(14))


def changed(*readings: Reading) -> Change:
    current, superseded = split_versions(readings)
    return changes_of(current, superseded, compare_versions(readings))


def test_a_statement_in_an_unchanged_sentence_holds_on_wherever_it_moved() -> None:
    second = version(
        "New: the quay is closed. A blast tore through the quay. Fire destroyed 11 boats.",
        BLAST, burned(11), of=FIRST,
    )  # fmt: skip
    assert carried_over([second], [FIRST]) == {FIRST.statements[0].id: second.statements[0].id}


def test_a_statement_on_edited_words_is_lost_and_the_new_one_is_edited() -> None:
    second = version(
        "A blast tore through the quay. Fire destroyed 11 boats.", BLAST, burned(11), of=FIRST
    )
    (revision,) = compare_versions([FIRST, second])
    change = changed(FIRST, second)
    assert change.lost == {FIRST.statements[1].id: {revision.id}}
    assert change.edited[second.statements[1].id] == {revision.id}
    assert revision.old_span is not None
    assert revision.new_span is not None
    assert revision.old_span.stands_in(FIRST.text)
    assert revision.new_span.stands_in(second.text)


def test_words_that_were_only_added_edit_nothing() -> None:
    second = version(
        f"{FIRST.text} Smoke rose over the harbour.", BLAST, burned(14),
        Said("Smoke rose over the harbour"), of=FIRST,
    )  # fmt: skip
    change = changed(FIRST, second)
    assert (change.lost, change.edited) == ({}, {})


def test_words_in_a_sentence_that_changed_elsewhere_do_not_hold_on() -> None:
    told = Said("the quay is safe", place="Port Orlan")
    before = version("The mayor said the quay is safe.", told)
    after = version("The mayor wrongly said the quay is safe.", told, of=before)
    assert carried_over([after], [before]) == {}


def test_words_that_are_read_otherwise_do_not_hold_on() -> None:
    after = version(FIRST.text + " More follows.", Said(BLAST.words, value="Uu"), of=FIRST)
    assert carried_over([after], [FIRST]) == {}


def test_words_that_went_and_came_back_hold() -> None:
    second = version("A blast tore through the quay.", BLAST, of=FIRST)
    third = version(FIRST.text, BLAST, burned(14), of=second)
    carried = carried_over([third], [FIRST, second])
    assert carried[FIRST.statements[1].id] == third.statements[1].id


def test_what_is_left_of_an_account_that_lost_a_sentence_counts_as_edited() -> None:
    second = version("A blast tore through the quay.", BLAST, of=FIRST)
    (revision,) = compare_versions([FIRST, second])
    change = changed(FIRST, second)
    assert change.edited == {second.statements[0].id: {revision.id}}


def test_the_same_words_twice_hold_on_each_in_its_place() -> None:
    before = report("A boat sank. A boat sank.", Said("A boat sank"), key=KEY)
    doubled = Reading(
        before.document,
        before.text,
        (before.statements[0], _later(before)),
        "2031-04-14T08:00:00Z",
    )
    after = version("A boat sank. It was grey. A boat sank.", Said("A boat sank"), of=doubled)
    assert len(carried_over([after], [doubled])) == 1


def _later(reading: Reading) -> Statement:
    text = reading.text
    extent = Extent(text.rindex("A boat sank"), text.rindex("A boat sank") + len("A boat sank"))
    span = span_at(text, extent, document=reading.document.id)
    return replace(reading.statements[0], content=span)
