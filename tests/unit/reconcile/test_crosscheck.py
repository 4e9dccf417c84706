"""A reported total beside the sum of the events on record: two numbers that are never mixed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.reconcile.reports import Count, Said, day, report, since

from onrecord.domain.event import Event, Harm, event_from
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.where import Where
from onrecord.reconcile.crosscheck import crosscheck, crosschecks
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.tallies import reconcile_tallies

TEXT = "At least 83 people have been killed in strikes in Velmara since March."
TOTAL = report(
    TEXT,
    Said(
        TEXT[:-1],
        "occ.tally",
        (Count("At least 83 people", 83, "people_killed", "at_least"),),
        when=since("2031-03-01", "since March"),
        place="Velmara",
    ),
    date="2031-05-01",
    publisher="Wire",
)
(TALLY,) = reconcile_tallies([TOTAL], group_lineages([TOTAL]))


def strike(
    low: int,
    high: int | None,
    *,
    date: str = "2031-04-07",
    place: str = "Velmara",
    noun: str = "strike",
) -> tuple[Event, Reading]:
    text = f"A {noun} in {place} killed {low} people on {date}."
    reading = report(text, Said(text[:-1], "occ.event", act=Act("PLOVER", "ASSAULT"), place=place))
    harm = Harm("killed", "not_stated", low, None, high, "range", (reading.statements[0].id,))
    event = event_from(
        reading.statements,
        act=Act("PLOVER", "ASSAULT"),
        when=day(date),
        where=Where(place, place),
        harm=(harm,),
    )
    return event, reading


def statements_of(*readings: Reading) -> dict[str, Statement]:
    return {one.id: one for reading in readings for one in reading.statements}


def test_events_inside_the_scope_add_up_beside_the_reported_total() -> None:
    (first, a), (second, b) = strike(3, 4), strike(9, 11, date="2031-04-20")
    found = crosscheck(TALLY, [first, second], statements_of(a, b), totals=())
    assert found is not None
    assert (found.reported_low, found.reported_high) == (83, None)
    assert (found.low, found.high) == (12, 15)
    assert found.events == tuple(sorted((first.id, second.id)))
    assert set(found.statements) == {a.statements[0].id, b.statements[0].id}
    assert TALLY.derived.low == 83


def test_an_event_without_a_high_end_leaves_the_sum_open() -> None:
    (first, a), (second, b) = strike(3, 4), strike(9, None, date="2031-04-20")
    found = crosscheck(TALLY, [first, second], statements_of(a, b), totals=())
    assert found is not None
    assert (found.low, found.high) == (12, None)


@pytest.mark.parametrize(
    ("date", "place", "noun"),
    [
        ("2031-02-07", "Velmara", "strike"),
        ("2031-05-07", "Velmara", "strike"),
        ("2031-04-07", "Velmara", "flood"),
    ],
)
def test_events_at_other_times_or_of_another_kind_are_not_added(
    date: str, place: str, noun: str
) -> None:
    (inside, a), (outside, b) = strike(3, 4), strike(9, 11, date=date, place=place, noun=noun)
    found = crosscheck(TALLY, [inside, outside], statements_of(a, b), totals=())
    assert found is not None
    assert (found.events, found.unclear) == ((inside.id,), ())


def test_an_event_that_may_lie_inside_is_listed_and_not_added() -> None:
    (inside, a), (elsewhere, b) = strike(3, 4), strike(9, 11, place="Selden")
    undated = replace(elsewhere, when=Unknown("no time is stated"))
    found = crosscheck(TALLY, [inside, elsewhere, undated], statements_of(a, b), totals=())
    assert found is not None
    assert (found.low, found.high) == (3, 4)
    assert found.unclear == tuple(sorted((elsewhere.id, undated.id)))


def test_an_event_that_is_part_of_another_or_already_a_sum_is_not_added_again() -> None:
    (whole, a), (other, b) = strike(9, 11), strike(3, 4, date="2031-04-20")
    part = replace(other, part_of=whole.id)
    summed = replace(other, clarity=2)
    found = crosscheck(TALLY, [whole, part, summed], statements_of(a, b), totals=())
    assert found is not None
    assert found.events == (whole.id,)


def test_a_group_a_vague_scope_and_no_event_give_no_check() -> None:
    event, reading = strike(3, 4)
    statements = statements_of(reading)
    group = replace(TALLY, scope=replace(TALLY.scope, group="soldiers"))
    vague = replace(TALLY, scope=replace(TALLY.scope, area="", window_start=""))
    strikes = replace(TALLY, scope=replace(TALLY.scope, unit="strikes"))
    for tally in (group, vague, strikes):
        assert crosscheck(tally, [event], statements, totals=()) is None
    assert crosscheck(TALLY, [], statements, totals=()) is None
    assert [one.tally for one in crosschecks([group, TALLY], [event], statements)] == [TALLY.id]


def test_harm_that_rests_on_a_running_total_checks_none() -> None:
    (inside, a), (summed, b) = strike(3, 4), strike(83, None, date="2031-04-20")
    totals = {b.statements[0].id}
    found = crosscheck(TALLY, [inside, summed], statements_of(a, b), totals=totals)
    assert found is not None
    assert (found.events, found.low) == ((inside.id,), 3)
