"""From groups of accounts to events."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Said, report

from onrecord.domain.errors import InvariantError
from onrecord.domain.event import Event
from onrecord.domain.grouping import Account, EventGroup
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where
from onrecord.reconcile import events
from onrecord.reconcile.accounts import Profile
from onrecord.reconcile.campaigns import place_in_campaigns
from onrecord.reconcile.events import events_of
from onrecord.reconcile.grouping import Group

SHOOTING = Act("PLOVER", "ASSAULT", "firearms")
SATURDAY = When(text="Saturday night", edtf="2031-04-05", basis="relative")
LONG_AGO = When(text="2028", edtf="2028", basis="explicit")

FIRST = report(
    "Five people were shot in Port Orlan on Saturday night. Two men were killed there in 2028. "
    "The mayor blamed Velmara for the attack.",
    Said("Five people were shot in Port Orlan on Saturday night", when=SATURDAY, act=SHOOTING),
    Said("Two men were killed there", when=LONG_AGO, act=SHOOTING),
    Said("blamed Velmara for the attack", kind="say.accuse", speaker="the mayor"),
    date="2031-04-06",
    publisher="Gazette",
)
LATER = report(
    "A woman shot on Saturday night has died. Police say four others are recovering.",
    Said("A woman shot on Saturday night has died", when=SATURDAY, act=SHOOTING),
    Said("four others are recovering", kind="say.report", speaker="police"),
    date="2031-04-10",
    publisher="Courier",
)


def profile(reading: Reading) -> Profile:
    supporting = tuple(one.id for one in reading.statements if one.supports_event())
    return Profile(
        document=reading.document.id,
        statements=supporting,
        act="ASSAULT",
        when=SATURDAY,
        places=frozenset(),
        reported=reading.document.date_edtf or "~",
        told=tuple(one.id for one in reading.statements if one.id not in supporting),
    )


def statements_of(*readings: Reading) -> dict[str, Statement]:
    return {one.id: one for reading in readings for one in reading.statements}


def event_of(*readings: Reading) -> EventGroup:
    group = Group(tuple(profile(one) for one in readings))
    lineages = {one.document.id: one.document.publisher or "" for one in readings}
    return events_of([group], statements_of(*readings), lineages)[0]


def test_an_event_says_day_harm_and_who_is_blamed() -> None:
    event = event_of(FIRST, LATER).event
    assert event.when == SATURDAY
    assert event.act == SHOOTING
    assert [(one.effect, one.best) for one in event.harm] == [("killed", 1), ("injured", 4)]
    assert event.harm_grade == "fair"
    assert [(one.claimant, one.stance) for one in event.responsibility] == [
        ("the mayor", "attributes")
    ]
    assert event.actors == ()


def test_background_of_earlier_years_adds_no_harm() -> None:
    harm = event_of(FIRST).event.harm
    assert [(one.effect, one.best) for one in harm] == [("injured", 5)]


def test_everything_cited_is_named_by_the_event() -> None:
    event = event_of(FIRST, LATER).event
    cited = {name for one in event.harm for name in one.statements}
    cited |= {one.statement for one in event.responsibility}
    assert cited <= {*event.statements, *event.told}
    supporting = statements_of(FIRST, LATER)
    assert all(supporting[name].supports_event() for name in event.statements)


def test_what_no_report_says_stays_unknown() -> None:
    bare = report("A bridge collapsed.", Said("A bridge collapsed"), date=None)
    event = event_of(bare).event
    for field in (event.act, event.when, event.where, event.harm_grade):
        assert isinstance(field, Unknown)
        assert field.reason


@given(st.permutations([FIRST, LATER]))
def test_the_order_of_reports_changes_nothing(readings: list[Reading]) -> None:
    assert event_of(*readings).event == event_of(FIRST, LATER).event


def test_events_come_in_order_of_day() -> None:
    early = report(
        "Ten people died on Monday.",
        Said("Ten people died on Monday", when=When("Monday", "2031-03-31", "relative")),
    )
    readings = (FIRST, early)
    groups = [Group((profile(one),)) for one in readings]
    lineages = {one.document.id: one.document.id for one in readings}
    found = events_of(groups, statements_of(*readings), lineages)
    assert found == events_of(groups[::-1], statements_of(*readings), lineages)
    assert [one.event.when.edtf for one in found if isinstance(one.event.when, When)] == [
        "2031-03-31",
        "2031-04-05",
    ]


PROTESTS = When("since March", "2031-03-01/2031-04-30", "relative")
HERE = Where("Port Orlan", "Port Orlan", 1, place="geonames:1", country="VL")


def group_of(
    words: str, when: When, where: Where = HERE
) -> tuple[EventGroup, dict[str, Statement]]:
    reading = report(words, Said(words, when=when))
    statement = reading.statements[0]
    event = Event((statement.id,), Unknown("no act"), when, where)
    account = Account(reading.document.id, "gazette", (statement.id,))
    return EventGroup(event, (account,)), {statement.id: statement}


def placed(*groups: tuple[EventGroup, dict[str, Statement]]) -> list[str | None]:
    statements = {name: one for _, found in groups for name, one in found.items()}
    return [one.event.part_of for one in place_in_campaigns([one for one, _ in groups], statements)]


def test_words_place_an_event_in_a_longer_one() -> None:
    whole = group_of("Protests have spread since March", PROTESTS)
    part = group_of("A student was killed during the protests on Saturday night", SATURDAY)
    apart = group_of("A student was killed on Saturday night", SATURDAY)
    assert placed(whole, part, apart) == [None, whole[0].event.id, None]
    assert placed(part, whole) == [whole[0].event.id, None]


def test_two_longer_events_that_fit_leave_it_by_itself() -> None:
    whole = group_of("Protests have spread since March", PROTESTS)
    second = group_of(
        "Protests went on for two months", replace(PROTESTS, edtf="2031-03-15/2031-05-15")
    )
    part = group_of("A student was killed during the protests on Saturday night", SATURDAY)
    assert placed(whole, second, part) == [None, None, None]


def test_a_longer_event_of_another_country_or_time_holds_nothing() -> None:
    abroad = group_of(
        "Protests have spread", PROTESTS, replace(HERE, place="geonames:9", country="XA")
    )
    over = group_of("Protests spread", replace(PROTESTS, edtf="2030-01-01/2030-03-01"))
    part = group_of("A student was killed during the protests on Saturday night", SATURDAY)
    assert placed(abroad, over, part) == [None, None, None]


def test_an_event_that_cannot_be_summed_up_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise InvariantError("harm runs from low over best to high")

    monkeypatch.setattr(events, "harm_of", fails)
    found = event_of(FIRST)
    assert found.event.statements == tuple(sorted(profile(FIRST).statements))
    assert (found.event.harm, isinstance(found.event.when, Unknown)) == ((), True)
    assert [one.document for one in found.accounts] == [FIRST.document.id]
