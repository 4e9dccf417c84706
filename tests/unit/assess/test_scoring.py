"""Scores by hand: every number here can be worked out on paper."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.assess.asked import asked, ended, held, spread, whole

from onrecord.adapters.scipy.statistics import ScipyStatistics
from onrecord.assess.scoring import interval_of, interval_score, scorecard_of, weighted_brier
from onrecord.domain.question import Outcome, Quantile, Question
from onrecord.domain.scorecard import BASELINE_MODELS, ScoredQuestion

STATISTICS = ScipyStatistics()


def scored(*questions: Question, today: date | None = None) -> tuple[ScoredQuestion, ...]:
    return scorecard_of(questions, STATISTICS, today=today).questions


def losses(
    one: ScoredQuestion, by: str = "I. Ferrand"
) -> dict[tuple[str, str], tuple[float, float | None]]:
    (mine,) = [each for each in one.forecasters if each.by == by]
    return {(each.rule, each.baseline): (each.value, each.baseline_value) for each in mine.scores}


def test_a_probability_is_scored_beside_the_base_rate_and_the_status_quo() -> None:
    (one,) = scored(whole(asked(), [held(0.8)], ended("yes")))
    found = losses(one)
    assert found["Brier", "base rate"] == pytest.approx((0.04, 0.25))
    assert found["Brier", "status quo"] == pytest.approx((0.04, 0.9801))
    assert found["log", "base rate"] == pytest.approx((-math.log(0.8), math.log(2)))
    assert (one.state, one.base_rate) == ("resolved", 0.5)
    assert "one half" in one.base_rate_rule
    skill = {
        each.baseline: each.skill for each in one.forecasters[0].scores if each.rule == "Brier"
    }
    assert skill["base rate"] == pytest.approx(1 - 0.04 / 0.25)


def test_the_log_score_is_clipped_at_one_in_a_hundred() -> None:
    (one,) = scored(whole(asked(), [held(0.0001)], ended("yes")))
    assert losses(one)["log", "base rate"][0] == pytest.approx(-math.log(0.01))


def test_the_base_rate_is_of_what_was_resolved_before_the_question_opened() -> None:
    earlier = [
        whole(asked(f"Earlier {n}?", opens="2031-02-01", closes="2031-02-10", resolves="2031-03-01"),
              [], ended("yes" if n else "no", "2031-03-01"))
        for n in range(4)
    ]  # fmt: skip
    later = whole(asked("Later?"), [held(0.5)], ended("no"))
    *_, one = scored(*earlier, later)
    assert one.base_rate == pytest.approx(0.75)
    assert one.base_rate_rule == "share of yes among 4 resolved before this one opened"


def test_the_last_forecast_of_each_forecaster_counts() -> None:
    (one,) = scored(whole(asked(), [held(0.1), held(0.9, day="2031-04-09")], ended("yes")))
    assert one.forecasters[0].forecast.probability == 0.9
    assert losses(one)["Brier", "base rate"][0] == pytest.approx(0.01)


def test_a_forecast_weighs_as_long_as_it_was_held() -> None:
    """Held 0.1 for two days and 0.9 for eight, to the end of the day of closing."""
    question = whole(asked(), [held(0.1), held(0.9, day="2031-04-04")], ended("yes"))
    assert weighted_brier(question, "I. Ferrand", yes=True) == pytest.approx(
        (2 * 0.81 + 8 * 0.01) / 10
    )


def test_time_stops_at_the_resolution_where_that_came_first() -> None:
    question = whole(asked(), [held(0.1), held(0.9, day="2031-04-04")], ended("yes", "2031-04-05"))
    assert weighted_brier(question, "I. Ferrand", yes=True) == pytest.approx(
        (2 * 0.81 + 1 * 0.01) / 3
    )
    at_once = whole(asked(), [held(0.9)], ended("yes", "2031-04-02"))
    assert weighted_brier(at_once, "I. Ferrand", yes=True) == pytest.approx(0.01)


@pytest.mark.parametrize("outcome", ["ambiguous", "annulled"])
def test_what_is_annulled_or_ambiguous_gives_no_score_and_is_counted(outcome: Outcome) -> None:
    card = scorecard_of([whole(asked(), [held(0.8)], ended(outcome))], STATISTICS)
    (one,) = card.questions
    assert (one.state, one.forecasters[0].scores, card.means) == (outcome, (), ())
    assert getattr(card.counts, outcome) == card.counts.total == 1
    assert card.calibration.forecasts == 0


def test_a_question_waits_after_its_close_and_is_unscorable_for_good() -> None:
    unscorable = Question("What if, one day?", "binary", unscorable="no horizon is stated")
    states = [one.state for one in scored(asked(), unscorable, today=date(2031, 4, 11))]
    assert states == ["open", "unscorable"]
    card = scorecard_of([asked(), unscorable], STATISTICS, today=date(2031, 4, 12))
    assert [one.state for one in card.questions] == ["waiting", "unscorable"]
    assert (card.counts.waiting, card.counts.unscorable, card.counts.total) == (1, 1, 2)


def test_a_number_is_scored_by_crps_and_interval_beside_the_baselines_of_it() -> None:
    points = ((0.1, 2.0), (0.5, 4.0), (0.9, 8.0))
    others = [spread((0.1, 0.0), (0.5, 1.0), (0.9, 2.0), by=name) for name in BASELINE_MODELS]
    (one,) = scored(
        whole(asked(numeric=True), [*others, spread(*points)], ended("value", value=10))
    )
    found = losses(one)
    # Own: 1.5 to 2, 2 to 4, 4 to 8 and the tail to 9, which what came lies 1 beyond.
    crps = (0.5 * 0.01 + 2 * 0.31 + 4 * 1.51 + 1 * 2.71) / 3 + 1
    # Baselines: -0.25 to 0, 0 to 1, 1 to 2 and the tail to 2.25.
    beside = (0.25 * 0.01 + 0.31 + 1.51 + 0.25 * 2.71) / 3 + 7.75
    assert found["CRPS", "climatology"] == pytest.approx((crps, beside))
    assert found["CRPS", "last-value"] == pytest.approx((crps, beside))
    interval = 6 + 2 / 0.2 * 2
    assert found["interval score (80 %)", "climatology"][0] == pytest.approx(interval)
    assert one.base_rate is None


def test_without_a_baseline_model_a_number_stands_alone() -> None:
    points = ((0.1, 3.0), (0.5, 3.0), (0.9, 3.0))
    (one,) = scored(whole(asked(numeric=True), [spread(*points)], ended("value", value=3)))
    assert losses(one) == {("CRPS", ""): (0, None), ("interval score (80 %)", ""): (0, None)}
    assert interval_of((Quantile(0.5, 3),)) is None


def test_one_point_of_a_tail_gives_no_score() -> None:
    held_so = [spread((0.0001, 0.0), by="A"), spread((0.1, 0.0), (0.5, 2.0), (0.9, 9.0), by="B")]
    (one,) = scored(whole(asked(numeric=True), held_so, ended("value", value=1)))
    assert [bool(each.scores) for each in one.forecasters] == [False, True]


def test_skill_beside_a_status_quo_that_was_right_is_no_number() -> None:
    (one,) = scored(whole(asked(), [held(0.4)], ended("no")))
    skills = {(each.rule, each.baseline): each.skill for each in one.forecasters[0].scores}
    assert skills["Brier", "status quo"] is None
    assert skills["log", "status quo"] is None
    assert skills["Brier", "base rate"] == pytest.approx(1 - 0.16 / 0.25)


def test_means_are_taken_by_forecaster_rule_and_baseline() -> None:
    card = scorecard_of(
        [
            whole(asked("One?"), [held(0.8), held(0.5, "O. Lindqvist")], ended("yes")),
            whole(asked("Two?"), [held(0.4)], ended("no")),
        ],
        STATISTICS,
    )
    means = {(one.by, one.rule, one.baseline): one for one in card.means}
    mean = means["I. Ferrand", "Brier", "base rate"]
    assert mean.questions == 2
    assert mean.value == pytest.approx((0.04 + 0.16) / 2)
    assert mean.skill == pytest.approx(1 - 0.1 / 0.25)
    assert means["O. Lindqvist", "Brier", "base rate"].questions == 1


def test_nobody_beats_a_baseline_that_lost_nothing() -> None:
    yes = asked("Earlier?", opens="2031-02-01", closes="2031-02-10", resolves="2031-03-01")
    card = scorecard_of(
        [whole(yes, [], ended("yes", "2031-03-01")), whole(asked(), [held(0.9)], ended("yes"))],
        STATISTICS,
    )
    (mean,) = [one for one in card.means if (one.rule, one.baseline) == ("Brier", "base rate")]
    assert (mean.baseline_value, mean.skill) == (0, None)


def test_an_empty_ledger_has_an_empty_scorecard() -> None:
    card = scorecard_of([], STATISTICS)
    assert (card.questions, card.means, card.counts.total, card.calibration.brier) == (
        (),
        (),
        0,
        None,
    )


@given(st.floats(0, 100), st.floats(0, 100), st.floats(-50, 150))
def test_an_interval_that_holds_what_came_costs_its_width(
    one: float, other: float, observed: float
) -> None:
    low, high = Quantile(0.1, min(one, other)), Quantile(0.9, max(one, other))
    lost = interval_score(low, high, observed)
    width = float(high.value) - float(low.value)
    inside = low.value <= observed <= high.value
    assert lost == width if inside else lost >= width
