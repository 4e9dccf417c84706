"""Values people give beside a machine's, and the list of what was put right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.domain.link import Link
from onrecord.domain.statement import Act
from onrecord.domain.where import Where
from onrecord.reconcile.corrections import corrected_in, corrections_of, ends_words
from onrecord.reconcile.reconcile import reconcile
from onrecord.reconcile.rulings import NO_RULINGS, Correction, Rulings

BY = "I. Ferrand"
BLAST = report(
    "A blast tore through the quay in Port Orlan on April 12. The toll so far is 40 people.",
    Said(
        "A blast tore through the quay in Port Orlan on April 12",
        act=Act("PLOVER", "ASSAULT", "explosion"), place="Port Orlan", when=day("2031-04-12"),
    ),
    Said("The toll so far is 40 people", "occ.tally", (Count("40 people", 40, "people_killed"),)),
    publisher="The Selden Herald", date="2031-04-13",
)  # fmt: skip
NOTICE = report(
    "The Herald withdraws its report.", Said("The Herald withdraws its report", "say.report"),
    publisher="The Selden Herald", date="2031-04-20",
)  # fmt: skip
EVENT, FIGURE = (one.id for one in BLAST.statements)
READ = reconcile([BLAST, NOTICE])
RECORD = replace(
    READ,
    events=tuple(
        replace(
            group,
            event=replace(
                group.event, when=day("2031-04-12"), where=Where("in Port Orlan", "Port Orlan")
            ),
        )
        for group in READ.events
    ),
)


def ruling(field: str, value: str, *names: str) -> Rulings:
    return Rulings(corrected=(Correction("dec-1", names, field, value, BY, "the harbour log"),))


@pytest.mark.parametrize(
    ("field", "value", "machine"),
    [
        ("day", "2031-04-11", "2031-04-12"),
        ("place", "Selden", "Port Orlan"),
        ("status", "disputed", "reported"),
        ("missing", "2-4", "not known"),
    ],
)
def test_a_corrected_field_of_an_event_stands_beside_what_was_read(
    field: str, value: str, machine: str
) -> None:
    (one,) = corrected_in(RECORD, ruling(field, value, EVENT))
    (group,) = [group for group in RECORD.events if EVENT in group.event.statements]
    assert one.record == group.event.id
    assert (one.machine, one.value, one.by, one.decision) == (machine, value, BY, "dec-1")
    (listed,) = [one for one in corrections_of(RECORD, ruling(field, value, EVENT)) if one.by == BY]
    assert (listed.old, listed.new) == (f"{field}: {machine}", f"{field}: {value}")
    assert "the harbour log" in listed.effect


def test_a_corrected_figure_stands_beside_the_reported_one() -> None:
    (tally,) = RECORD.tallies
    for field in ("figure", "figure:people_killed"):
        (one,) = corrected_in(RECORD, ruling(field, "38", FIGURE))
        assert (one.record, one.machine, one.value) == (tally.id, "40", "38")
    assert corrected_in(RECORD, ruling("figure:boats", "38", FIGURE)) == ()
    assert tally.observations[0].quantity.value == 40


def test_a_correction_of_what_is_not_on_record_or_of_no_field_stands_beside_nothing() -> None:
    assert corrected_in(RECORD, ruling("day", "2031", "stm-of-nobody")) == ()
    assert corrected_in(RECORD, ruling("mood", "grim", EVENT)) == ()


def test_a_correction_whose_statements_lie_in_several_events_now_stands_beside_none() -> None:
    other = report(
        "A crane fell in Selden on May 2.",
        Said("A crane fell in Selden on May 2", place="Selden", when=day("2031-05-02"),
             act=Act("PLOVER", "ASSAULT")),
        publisher="Corrow Radio", date="2031-05-02",
    )  # fmt: skip
    names = tuple(sorted((EVENT, other.statements[0].id)))
    assert corrected_in(reconcile([BLAST, other]), ruling("day", "2031", *names)) == ()


def test_a_retraction_is_on_the_list_with_who_took_it_back() -> None:
    link = Link(NOTICE.statements[0].id, EVENT, "retracts", reason="«withdraws its report»")
    (one,) = corrections_of(replace(RECORD, links=(link,)), NO_RULINGS)
    assert (one.reason, one.record, one.by) == ("retraction", EVENT, "selden herald")
    ministry = report(
        "The ministry took its figure back.",
        Said("The ministry took its figure back", "say.report", actor="The ministry"),
        publisher="Corrow Radio", date="2031-04-20",
    )  # fmt: skip
    record = replace(
        reconcile([BLAST, ministry]),
        links=(replace(link, from_id=ministry.statements[0].id),),
    )
    assert corrections_of(record, NO_RULINGS)[0].by == "The ministry"
    assert one.old_span == BLAST.statements[0].content


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(3, 3, "3"), (3, 5, "3-5"), (3, None, "3-"), (None, 5, "-5"), (None, None, "not known")],
)
def test_a_range_is_worded_as_a_correction_is_written(
    low: int | None, high: int | None, words: str
) -> None:
    assert ends_words(low, high) == words
