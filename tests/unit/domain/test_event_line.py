"""A line of a timeline shows words the event rests on, and the day they give it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.reconcile.reports import Said, report

from onrecord.domain.errors import InvariantError
from onrecord.domain.event import event_from
from onrecord.domain.event_line import EventLine
from onrecord.domain.grouping import Account, EventGroup, Ground
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where

NOWHERE = Unknown("no place is stated")
NO_ACT = Unknown("no act could be coded")


def told(when: When) -> Statement:
    return report("The pier collapses.", Said("The pier collapses", when=when)).statements[0]


def line(statement: Statement, when: When | Unknown) -> EventLine:
    event = event_from([statement], act=NO_ACT, when=when, where=NOWHERE)
    group = EventGroup(event, (Account(statement.document, "herald", (statement.id,)),))
    return EventLine(group, statement, "collapse", 1, (Ground("day", 1.5), Ground("heading", 1.0)))


def by(day: str) -> When:
    return When("", f"../{day}", "document")


def test_news_in_the_present_tense_is_of_the_day_of_its_report() -> None:
    own = When("", "2031-04-08", "document")
    assert line(told(own), by("2031-04-08")).when == own


@pytest.mark.parametrize(
    ("own", "days"),
    [
        (by("2031-04-08"), by("2031-04-08")),
        (When("", "2031-04-08", "document"), by("2031-04-06")),
        (When("", "2031-04-08", "document"), When("Monday", "2031-04-07", "relative")),
    ],
)
def test_any_other_line_has_the_days_of_its_event(own: When, days: When) -> None:
    assert line(told(own), days).when == days


TOWN = Where("in Selden", "Selden", 2, place="geonames:7", country="VM")
VILLAGE = Where("in Brevanne", "Brevanne")
COUNTRY = Where("in Velmara", "Velmara", 6, place="geonames:9", country="VM")


@pytest.mark.parametrize(
    ("place", "own", "shown"),
    [
        (TOWN, VILLAGE, TOWN),
        (NOWHERE, VILLAGE, VILLAGE),
        (COUNTRY, VILLAGE, VILLAGE),
        (COUNTRY, TOWN, TOWN),
        (TOWN, COUNTRY, TOWN),
        (TOWN, None, TOWN),
        (NOWHERE, None, NOWHERE),
    ],
)
def test_a_line_is_placed_by_its_event_else_by_its_own_words(
    place: Where | Unknown, own: Where | None, shown: Where | Unknown
) -> None:
    one = replace(told(by("2031-04-08")), where=own)
    event = event_from([one], act=NO_ACT, when=one.when, where=place)
    group = EventGroup(event, (Account(one.document, "herald", (one.id,)),))
    assert EventLine(group, one, "collapse", 1).where == shown


def test_points_add_up() -> None:
    assert line(told(by("2031-04-08")), by("2031-04-08")).points == 2.5


def test_a_line_shows_words_of_its_own_event_and_ranks_count_from_one() -> None:
    one, other = told(by("2031-04-08")), told(by("2031-04-07"))
    group = line(one, by("2031-04-08")).group
    with pytest.raises(InvariantError, match="words that the event rests on"):
        EventLine(group, other, "", 1)
    with pytest.raises(InvariantError, match="count from one"):
        EventLine(group, one, "", 0)
