from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from onrecord.domain.errors import InvariantError
from onrecord.domain.question import (
    Condition,
    Forecast,
    GivenForecast,
    GivenResolution,
    Quantile,
    Question,
    QuestionDraft,
    QuestionScore,
    Resolution,
    add_forecast,
    annul_with_parent,
    assembled,
    resolve,
    skill_of,
)

QUESTION = Question(
    text="Will the port of Alder reopen by 31 May 2031?",
    kind="binary",
    criteria="The port authority announces regular sailings.",
    resolvers=("the port authority", "Alder Post"),
    opens="2031-04-14",
    closes="2031-05-20",
    resolves="2031-05-31",
)
FORECAST = Forecast("the desk", "2031-04-20T09:00:00Z", 0.3)
YES = Resolution("yes", "stm-9", "2031-05-30T12:00:00Z")


def test_a_question_is_scorable_or_says_why_not() -> None:
    vague = Question("What if, one day?", "binary", unscorable="no horizon is stated")
    assert not vague.is_scorable
    assert QUESTION.is_scorable
    with pytest.raises(InvariantError, match="unscorable"):
        replace(vague, unscorable=" ")


@pytest.mark.parametrize("lacking", ["criteria", "resolvers", "closes", "resolves", "opens"])
def test_a_question_that_lacks_what_scoring_needs_is_refused(lacking: str) -> None:
    empty: Any = Question("x", "binary", unscorable="x")
    with pytest.raises(InvariantError, match="unscorable"):
        replace(QUESTION, **{lacking: getattr(empty, lacking)})


def test_a_forecast_is_added_and_nothing_else_changes() -> None:
    asked = add_forecast(QUESTION, FORECAST)
    assert asked.forecasts == (FORECAST,)
    assert asked.key == QUESTION.key
    assert asked.id != QUESTION.id


def test_the_last_day_is_open_and_the_next_is_not() -> None:
    last = replace(FORECAST, at="2031-05-20T23:59:59.999Z")
    assert add_forecast(QUESTION, last).forecasts == (last,)
    with pytest.raises(InvariantError, match="is closed"):
        add_forecast(QUESTION, replace(FORECAST, at="2031-05-21T00:00:00Z"))
    with pytest.raises(InvariantError, match="not open yet"):
        add_forecast(QUESTION, replace(FORECAST, at="2031-04-13T23:59:59Z"))


def test_no_way_of_making_a_question_puts_a_forecast_after_the_close() -> None:
    with pytest.raises(InvariantError, match="is closed"):
        replace(QUESTION, forecasts=(replace(FORECAST, at="2031-06-01T00:00:00Z"),))


def test_no_forecast_is_put_in_before_an_earlier_one() -> None:
    asked = add_forecast(QUESTION, FORECAST)
    with pytest.raises(InvariantError, match="order of time"):
        add_forecast(asked, replace(FORECAST, at="2031-04-19T09:00:00Z"))


def test_no_forecast_is_added_to_a_resolved_question() -> None:
    early = replace(YES, at="2031-04-21T09:00:00Z")
    with pytest.raises(InvariantError, match="is resolved"):
        add_forecast(resolve(QUESTION, early), replace(FORECAST, at="2031-04-22T09:00:00Z"))


@pytest.mark.parametrize("outcome", ["yes", "no", "ambiguous", "annulled"])
def test_a_resolution_needs_a_statement(outcome: Any) -> None:
    resolved = resolve(QUESTION, replace(YES, outcome=outcome))
    assert resolved.resolution is not None
    assert resolved.resolution.outcome == outcome
    with pytest.raises(InvariantError, match="needs a statement"):
        replace(YES, outcome=outcome, statement="")


def test_a_resolved_question_is_not_resolved_again() -> None:
    with pytest.raises(InvariantError, match="revision"):
        resolve(resolve(QUESTION, YES), YES)


def test_a_number_resolves_a_numeric_question_and_no_other() -> None:
    count = replace(QUESTION, kind="numeric")
    number = Resolution("value", "stm-9", YES.at, value=29)
    assert resolve(count, number).resolution == number
    for question, wrong in ((QUESTION, number), (count, YES)):
        with pytest.raises(InvariantError, match="does not answer"):
            resolve(question, wrong)
    with pytest.raises(InvariantError, match="no other"):
        Resolution("value", "stm-9", YES.at)


def test_a_child_is_annulled_when_its_condition_fails() -> None:
    child = replace(QUESTION, text="And then?", parent=Condition(QUESTION.key, "no"))
    annulled = annul_with_parent(child, resolve(QUESTION, YES)).resolution
    assert annulled is not None
    assert (annulled.outcome, annulled.statement) == ("annulled", "stm-9")
    assert annul_with_parent(child, QUESTION) == child
    assert annul_with_parent(child, resolve(QUESTION, replace(YES, outcome="no"))) == child
    with pytest.raises(InvariantError, match="another question's"):
        annul_with_parent(QUESTION, child)


@pytest.mark.parametrize("probability", [0, 1, -0.1, 1.1, float("nan")])
def test_nobody_is_ever_certain(probability: float) -> None:
    with pytest.raises(InvariantError, match="never either"):
        Forecast("the desk", FORECAST.at, probability)


def test_a_forecast_is_a_probability_or_a_distribution() -> None:
    rising = (Quantile(0.1, 20), Quantile(0.5, 29), Quantile(0.9, 40))
    numeric = Forecast("the desk", FORECAST.at, quantiles=rising)
    assert add_forecast(replace(QUESTION, kind="numeric"), numeric).forecasts == (numeric,)
    with pytest.raises(InvariantError, match="does not answer"):
        add_forecast(QUESTION, numeric)
    both: dict[str, Any] = {"probability": 0.3, "quantiles": rising}
    neither: dict[str, Any] = {}
    for given in (both, neither):
        with pytest.raises(InvariantError, match="or a distribution"):
            Forecast("the desk", FORECAST.at, **given)
    for wrong in (rising[::-1], (Quantile(0.1, 40), Quantile(0.5, 20))):
        with pytest.raises(InvariantError, match="rise"):
            Forecast("the desk", FORECAST.at, quantiles=wrong)
    with pytest.raises(InvariantError, match="level"):
        Forecast("the desk", FORECAST.at, quantiles=(Quantile(0, 1), Quantile(1, 2)))


@pytest.mark.parametrize(
    "at", ["", "2031-04-20", "2031-04-20T09:00:00", "2031-02-30T09:00:00Z", "20 April 2031"]
)
def test_a_time_is_an_instant_in_utc(at: str) -> None:
    with pytest.raises(InvariantError):
        replace(FORECAST, at=at)


def test_a_question_closes_before_it_is_resolved() -> None:
    with pytest.raises(InvariantError, match="resolves 2031-05-31, before it closes 2031-06-01"):
        replace(QUESTION, closes="2031-06-01")


@pytest.mark.parametrize("day", ["20310520", "2031-05", "May", "2031-05-32"])
def test_a_day_is_written_in_one_way(day: str) -> None:
    with pytest.raises(InvariantError, match="is no day"):
        replace(QUESTION, closes=day)


def test_only_a_resolved_question_has_scores() -> None:
    score = QuestionScore("brier", 0.49, "status quo", 0.6)
    assert replace(QUESTION, resolution=YES, scores=(score,)).scores == (score,)
    with pytest.raises(InvariantError, match="resolved, scorable"):
        replace(QUESTION, scores=(score,))


def test_a_failed_condition_annuls_a_child_that_was_resolved_too() -> None:
    child = replace(QUESTION, text="And then?", parent=Condition(QUESTION.key, "no"))
    annulled = annul_with_parent(resolve(child, YES), resolve(QUESTION, YES)).resolution
    assert annulled is not None
    assert annulled.outcome == "annulled"


def test_the_last_resolution_counts_and_a_child_follows_its_parent() -> None:
    child = replace(QUESTION, text="And then?", parent=Condition(QUESTION.key, "no"))
    given = GivenForecast(QUESTION.key, FORECAST)
    yes = GivenResolution(QUESTION.key, YES, "I. Ferrand", "so it says")
    back = GivenResolution(QUESTION.key, None, "I. Ferrand", "withdrawn", after=yes.id)
    whole, annulled = assembled([QUESTION, child], [given, yes])
    assert (whole.forecasts, whole.resolution) == ((FORECAST,), YES)
    assert annulled.resolution is not None
    again, open_again = assembled([QUESTION, child], [given, yes, back])
    assert (again.resolution, open_again.resolution) == (None, None)
    assert assembled([child], ()) == (child,)


def test_skill_is_the_share_of_the_baselines_loss_that_was_saved() -> None:
    assert QuestionScore("Brier", 0.05, "base rate", 0.25).skill == pytest.approx(0.8)
    assert QuestionScore("Brier", 0.05, "base rate", 0.0).skill is None
    assert QuestionScore("CRPS", 0.05).skill is None


@pytest.mark.parametrize(("rule", "lost"), [("Brier", 0.01**2), ("log", -math.log(0.99))])
def test_beside_a_baseline_that_was_right_skill_is_no_number(rule: str, lost: float) -> None:
    assert skill_of(rule, 0.16, lost) is None
    assert skill_of(rule, 0.16, 2 * lost) == pytest.approx(1 - 0.16 / (2 * lost))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("How many ferries will sail?", True),
        ("What is the number of dead?", True),
        ("By how much will the toll fall?", False),
    ],
)
def test_a_question_of_how_many_counts(text: str, counts: bool) -> None:
    assert replace(QUESTION, text=text, kind="numeric").counts is counts
    assert not replace(QUESTION, text=text).counts


def test_a_draft_keeps_its_id_as_more_reports_repeat_it() -> None:
    draft = QuestionDraft("stm-1", "the fleet will sail", "fut.prediction")
    repeated = replace(draft, repeats=("stm-2",))
    assert repeated.id == draft.id
    assert repeated.statements == ("stm-1", "stm-2")
    assert replace(draft, text="the fleet will stay").id != draft.id
