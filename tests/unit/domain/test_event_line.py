"""A line of a timeline shows words the event rests on, and the day they give it."""

from __future__ import annotations

import pytest
from tests.unit.reconcile.reports import Said, report

from onrecord.domain.errors import InvariantError
from onrecord.domain.event import event_from
from onrecord.domain.event_line import EventLine
from onrecord.domain.grouping import Account, EventGroup, Ground
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

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


def test_points_add_up() -> None:
    assert line(told(by("2031-04-08")), by("2031-04-08")).points == 2.5


def test_a_line_shows_words_of_its_own_event_and_ranks_count_from_one() -> None:
    one, other = told(by("2031-04-08")), told(by("2031-04-07"))
    group = line(one, by("2031-04-08")).group
    with pytest.raises(InvariantError, match="words that the event rests on"):
        EventLine(group, other, "", 1)
    with pytest.raises(InvariantError, match="count from one"):
        EventLine(group, one, "", 0)
