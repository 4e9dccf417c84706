from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.domain.clock import Clock, ClockRule, Period
from onrecord.domain.errors import InvariantError
from onrecord.domain.unknown import Unknown

RULE = ClockRule(
    name="velmara-notice", title="Defence Act of Velmara, section 4", system="XA",
    period=Period(48, "hours"), due="notice to the house", question="Was notice given by {deadline}?",
    criteria="Yes if it was.", resolvers=("the gazette",), actions=("lethal_strike",),
)  # fmt: skip


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (Period(48, "hours"), date(2031, 2, 27), date(2031, 3, 1)),
        (Period(36, "hours"), date(2031, 3, 1), date(2031, 3, 3)),
        (Period(60, "days"), date(2031, 1, 1), date(2031, 3, 2)),
        (Period(1, "months"), date(2031, 1, 31), date(2031, 2, 28)),
        (Period(4, "months"), date(2031, 10, 15), date(2032, 2, 15)),
    ],
)
def test_a_period_ends_on_a_day(period: Period, start: date, end: date) -> None:
    assert period.after(start) == end


@pytest.mark.parametrize("count", [0, -3, 10**9])
def test_a_period_has_a_length_that_sets_a_deadline(count: int) -> None:
    with pytest.raises(InvariantError, match="sets no deadline"):
        Period(count, "days")


def test_a_period_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(InvariantError, match="beyond the calendar"):
        Period(36_000, "months").after(date(9000, 1, 1))


def test_a_rule_starts_with_an_act_or_with_a_status() -> None:
    with pytest.raises(InvariantError, match="starts with an act, or"):
        replace(RULE, actions=())
    with pytest.raises(InvariantError, match="starts with an act, or"):
        replace(RULE, code="EMERGENCY", status="in_force")
    with pytest.raises(InvariantError, match="has a name"):
        replace(RULE, due=" ")


def test_a_clock_has_a_deadline_exactly_where_its_start_has_a_day() -> None:
    unknown = Unknown("no words give the day")
    assert Clock(RULE, "evt-1", ("stm-1",), unknown, unknown).is_disputed is False
    with pytest.raises(InvariantError, match="exactly where"):
        Clock(RULE, "evt-1", ("stm-1",), date(2031, 3, 1), unknown)
    with pytest.raises(InvariantError, match="cites the statements"):
        Clock(RULE, "evt-1", (), unknown, unknown)
