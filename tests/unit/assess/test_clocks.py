"""Periods that laws set, counted from cited days, and the questions they make."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from tests.unit.assess.lawcase import case

from onrecord.assess.clock_rules import joined_rules, rules_from
from onrecord.assess.clocks import clocks_of, question_of
from onrecord.domain.clock import Clock, ClockRule, Period
from onrecord.domain.errors import UsageError
from onrecord.domain.unknown import Unknown

NOTICE = """\
[[clock]]
name = "notice"
title = "Defence Act, section 4"
system = "US"
start = {actions = ["lethal_strike"], abroad = true}
after = {hours = 48}
due = "notice to the house"
question = "Was notice given by {deadline} of the strike of {start}?"
criteria = "Yes if it was given by {deadline}."
resolvers = ["the gazette"]
disputed = "The cabinet holds that it does not apply."
note = "Template."
"""
STRIKE = "The U.S. military struck a warehouse on Velmaran soil on Tuesday."


def rules(text: str = NOTICE) -> tuple[ClockRule, ...]:
    return rules_from(text, "a file")[0]


def only(*texts: str) -> Clock:
    (clock,) = clocks_of(case(*texts), rules())
    return clock


def test_a_clock_runs_from_the_first_act_of_its_kind() -> None:
    clock = only(STRIKE, "The U.S. military struck a warehouse on Velmaran soil on Wednesday.")
    assert (clock.start, clock.deadline) == (date(2031, 4, 8), date(2031, 4, 10))
    assert clock.is_disputed


def test_a_clock_makes_a_whole_question() -> None:
    question = question_of(only(STRIKE))
    assert question.is_scorable
    assert question.text == "Was notice given by 2031-04-10 of the strike of 2031-04-08?"
    assert (question.opens, question.closes, question.resolves) == (
        "2031-04-08", "2031-04-10", "2031-04-17",
    )  # fmt: skip
    assert question.criteria == "Yes if it was given by 2031-04-10."
    assert question.resolvers == ("the gazette",)
    assert question.statement is not None


def test_an_act_without_a_day_sets_no_deadline_and_the_question_says_why() -> None:
    clock = only("The U.S. military struck a warehouse on Velmaran soil.")
    assert isinstance(clock.deadline, Unknown)
    question = question_of(clock)
    assert not question.is_scorable
    assert "no deadline" in question.unscorable


def test_acts_counted_since_before_the_first_dated_one_leave_the_first_day_open() -> None:
    clock = only(
        "U.S. forces have carried out 12 strikes on boats at sea since February 2031.", STRIKE
    )
    assert isinstance(clock.deadline, Unknown)
    assert "counted since 2031-02" in clock.deadline.reason


def test_a_report_without_a_day_does_not_go_before_an_act_that_has_one() -> None:
    clock = only(
        "This was the second time that U.S. forces attacked camps inside Ilvane.",
        "U.S. forces had first conducted strikes on camps inside Ilvane on 3 April 2031.",
    )
    assert (clock.start, clock.deadline) == (date(2031, 4, 3), date(2031, 4, 5))


def test_an_act_told_only_by_its_report_leaves_the_latest_start_and_no_deadline() -> None:
    clock = only("U.S. forces have struck a camp inside Ilvane.")
    assert isinstance(clock.deadline, Unknown)
    assert "had started by 2031-04-10" in clock.deadline.reason


def test_forces_of_another_state_and_acts_at_home_start_nothing() -> None:
    assert clocks_of(case("Turkish jets struck a camp inside Ilvane on Tuesday."), rules()) == ()
    assert clocks_of(case(), rules()) == ()


def test_a_status_of_an_instrument_starts_a_clock() -> None:
    (rule,) = rules()
    emergency = replace(
        rule, system="IN", actions=(), abroad=False, code="EMERGENCY", status="in_force",
        period=Period(1, "months"),
    )  # fmt: skip
    text = "India's government declared a state of emergency on 3 March 2031."
    (clock,) = clocks_of(case(text), [emergency])
    assert (clock.start, clock.deadline) == (date(2031, 3, 3), date(2031, 4, 3))


def test_the_shipped_rules_hold_and_each_says_that_it_is_a_template() -> None:
    text = files("onrecord").joinpath("data/clocks.toml").read_text(encoding="utf-8")
    shipped = rules_from(text, "shipped")[0]
    assert {"US", "FR", "IN"} <= {one.system for one in shipped}
    assert all("lawyer" in one.note for one in shipped)


def test_rules_of_a_file_take_the_place_of_shipped_ones_of_the_same_name() -> None:
    (own,) = rules()
    shipped = (replace(own, title="another"), replace(own, name="other"))
    assert joined_rules(shipped, [own], replace=False) == (own, shipped[1])
    assert joined_rules(shipped, [own], replace=True) == (own,)
    assert rules_from(f"replace = true\n{NOTICE}", "a file")[1] is True


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[clock", "is no TOML"),
        ("clock = 3", r"write each clock as a \[\[clock\]\] table"),
        ("colour = 1", "nothing is called 'colour'"),
        (NOTICE.replace("hours = 48", "hours = -1"), "sets no deadline"),
        (NOTICE.replace("hours = 48", 'hours = "48"'), "one whole number"),
        (NOTICE.replace("hours = 48", "hours = true"), "one whole number"),
        (NOTICE.replace("hours = 48", "weeks = 4"), "after is a table with"),
        (NOTICE.replace("lethal_strike", "war"), "'war' is no action"),
        (NOTICE.replace('system = "US"', 'system = "usa"'), "two letters"),
        (NOTICE.replace("actions", "deeds"), "start is a table with"),
        (NOTICE.replace('due = "notice to the house"', ""), "what is due"),
        (NOTICE.replace('["the gazette"]', '"the gazette"'), "resolvers is a list"),
        (NOTICE.replace("note", "remark"), "nothing is called 'remark'"),
        (NOTICE + NOTICE, "two of this name"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as raised:
        rules_from(text, "rules.toml")
    assert "rules.toml" in str(raised.value)


def test_all_that_is_wrong_is_named_together() -> None:
    text = NOTICE.replace("48", "0") + NOTICE.replace("US", "x").replace('"notice"', '"second"')
    with pytest.raises(UsageError, match=r"clock notice: .*; clock second: "):
        rules_from(text, "rules.toml")
