"""What models hold of a question about a count."""

from __future__ import annotations

from datetime import date

import pytest
from tests.unit.assess.asked import asked

from onrecord.adapters.scipy.statistics import ScipyStatistics
from onrecord.assess.base_rates import LEVELS, counted_since, days_left, estimates_of
from onrecord.domain.question import Question
from onrecord.domain.scorecard import BASELINE_MODELS
from onrecord.domain.series import CountSeries
from onrecord.domain.unknown import Unknown

STATISTICS = ScipyStatistics()
SERIES = CountSeries("all events", date(2031, 1, 1), 7, (1, 0, 2, 1, 3, 0, 1, 2))


def test_the_days_left_are_those_after_today_to_the_day_it_is_due() -> None:
    assert days_left(asked(), date(2031, 4, 10)) == 10
    assert isinstance(days_left(asked(), date(2031, 4, 20)), Unknown)
    undated = Question("When?", "binary", unscorable="no day")
    assert isinstance(days_left(undated, date(2031, 4, 1)), Unknown)


def test_events_count_from_the_day_of_opening() -> None:
    daily = CountSeries("all events", date(2031, 4, 1), 1, (1, 0, 2, 1))
    assert counted_since(daily, date(2031, 4, 3)) == 3
    assert counted_since(daily, date(2031, 3, 1)) == 4
    assert counted_since(daily, date(2031, 5, 1)) == 0


def test_a_distribution_starts_from_what_is_on_record_and_stands_beside_both_baselines() -> None:
    found = estimates_of(SERIES, "gamma-poisson", STATISTICS, already=5)
    assert not isinstance(found, Unknown)
    assert [one.by for one in found] == [
        "model: gamma-poisson",
        *sorted(BASELINE_MODELS, reverse=True),
    ]
    for one in found:
        assert [point.level for point in one.quantiles] == list(LEVELS)
        assert min(point.value for point in one.quantiles) >= 5
        assert "5 on record" in one.words
        assert "scipy" in one.words


def test_a_threshold_gives_a_probability_that_is_never_certain() -> None:
    found = estimates_of(SERIES, "gamma-poisson", STATISTICS, already=2, at_least=3)
    assert not isinstance(found, Unknown)
    expected = STATISTICS.forecast("gamma-poisson", SERIES.history).at_least(1)
    assert found[0].probability == pytest.approx(expected)
    sure = estimates_of(SERIES, "climatology", STATISTICS, already=9, at_least=3)
    assert not isinstance(sure, Unknown)
    assert [one.probability for one in sure] == [0.99, 0.99]


def test_a_short_history_gives_no_forecast() -> None:
    short = CountSeries("all events", date(2031, 1, 1), 7, (1, 2))
    found = estimates_of(short, "gamma-poisson", STATISTICS)
    assert isinstance(found, Unknown)
    assert "too short: 2 stretches of 7 days" in found.reason
