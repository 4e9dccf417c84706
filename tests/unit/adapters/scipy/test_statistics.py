"""Forecasts of counts and their scores: checked against definitions, sums and known values."""

from __future__ import annotations

import time
from math import exp, factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.adapters.scipy.statistics import ScipyStatistics
from onrecord.domain.errors import InvariantError
from onrecord.domain.series import CountForecast
from onrecord.ports.statistics import CountModel

STATISTICS = ScipyStatistics()
MODELS: tuple[CountModel, ...] = (
    "gamma-poisson", "negative-binomial", "hawkes", "last-value", "climatology",
)  # fmt: skip
HISTORIES = st.lists(st.integers(0, 40), max_size=30)


@pytest.mark.parametrize("model", MODELS)
@given(history=HISTORIES)
@settings(max_examples=15, deadline=None)
def test_every_history_gives_a_whole_distribution_and_the_same_one_again(
    model: CountModel, history: list[int]
) -> None:
    forecast = STATISTICS.forecast(model, history)
    assert forecast.model == model
    assert sum(forecast.masses) == pytest.approx(1)
    assert forecast == STATISTICS.forecast(model, tuple(history))


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("history", [[], [0], [0, 0, 0], [0] * 60])
def test_zeros_leave_room_for_an_event(model: CountModel, history: list[int]) -> None:
    forecast = STATISTICS.forecast(model, history)
    assert 0 < forecast.at_least(1) < 1
    assert forecast.mean < 2


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("count", [10**6, 10**9])
def test_huge_counts_cost_no_huge_arrays(model: CountModel, count: int) -> None:
    began = time.perf_counter()
    forecast = STATISTICS.forecast(model, [count, count * 2, count] * 8)
    assert time.perf_counter() - began < 5
    assert len(forecast.masses) < 10_000
    low, high = forecast.interval(0.8)
    assert count / 4 < low <= high < count * 5
    assert STATISTICS.crps(forecast, count) < count


@pytest.mark.parametrize("model", MODELS)
def test_a_count_below_zero_is_refused(model: CountModel) -> None:
    with pytest.raises(InvariantError, match="zero or more"):
        STATISTICS.forecast(model, [1, -1])


def test_the_base_rate_follows_a_new_course_and_climatology_does_not() -> None:
    history = [2] * 20 + [20, 21, 19, 20]
    assert STATISTICS.forecast("gamma-poisson", history).mean > 15
    assert STATISTICS.forecast("climatology", history).mean < 7


def test_the_base_rate_of_bursts_is_wider_than_that_of_a_steady_series() -> None:
    def width(history: list[int]) -> int:
        low, high = STATISTICS.forecast("gamma-poisson", history).interval(0.8)
        return high - low

    assert width([0, 20, 3, 17, 1, 19] * 4) > 2 * width([10, 9, 11, 10, 9, 11] * 4)


def test_last_value_stays_with_the_last_count_and_learns_its_spread() -> None:
    steady = STATISTICS.forecast("last-value", [5, 6, 5, 6, 5, 6] * 3)
    wild = STATISTICS.forecast("last-value", [0, 6, 0, 18, 1, 6] * 3)
    assert steady.mean == pytest.approx(6, rel=0.1)
    assert wild.quantile(0.9) > steady.quantile(0.9)


def test_climatology_holds_past_counts_as_often_as_they_came() -> None:
    forecast = STATISTICS.forecast("climatology", [0, 0, 0, 9])
    assert forecast.masses[0] > 0.6
    assert forecast.masses[9] > 4 * forecast.masses[8]


def test_an_event_raises_what_hawkes_expects_and_quiet_lowers_it() -> None:
    bursts = [0, 0, 0, 9, 7, 5, 2, 0, 0, 0, 0, 8, 6, 4, 1, 0, 0, 0] * 2
    after = STATISTICS.forecast("hawkes", [*bursts, 9]).mean
    quiet = STATISTICS.forecast("hawkes", [*bursts, 0, 0, 0]).mean
    assert after > 3 * quiet


def poisson(mean: float, upto: int = 60) -> CountForecast:
    masses = [exp(-mean) * mean**k / factorial(k) for k in range(upto)]
    return CountForecast("Poisson", tuple(masses))


@given(masses=st.lists(st.integers(0, 9), min_size=1, max_size=20), seen=st.integers(0, 30))
@settings(deadline=None)
def test_the_crps_is_the_sum_of_squared_gaps_over_all_counts(masses: list[int], seen: int) -> None:
    whole = sum(masses) + 1
    held = (*(mass / whole for mass in masses), 1 / whole)
    below, total = 0.0, 0.0
    for count in range(max(len(held), seen) + 1):
        below += held[count] if count < len(held) else 0
        total += (below - (count >= seen)) ** 2
    assert STATISTICS.crps(CountForecast("hand", held), seen) == pytest.approx(total, abs=1e-9)


def test_the_crps_of_certainty_is_the_absolute_error() -> None:
    certain = CountForecast("point", (0.0, 0.0, 0.0, 1.0))
    assert [STATISTICS.crps(certain, seen) for seen in (0, 3, 10)] == [3, 0, 7]


@pytest.mark.parametrize(("mean", "seen", "crps"), [(3.0, 5, 1.3131144367), (0.7, 0, 0.2789009246)])
def test_the_crps_of_a_poisson_is_what_scoringrules_gives(
    mean: float, seen: int, crps: float
) -> None:
    # scoringrules 0.10, crps_poisson: the closed form.
    assert STATISTICS.crps(poisson(mean), seen) == pytest.approx(crps, abs=1e-8)


def test_the_crps_is_proper_on_counts_drawn_from_a_poisson() -> None:
    truth = poisson(4.0)

    def expected(forecast: CountForecast) -> float:
        pairs = enumerate(truth.masses)
        return sum(mass * STATISTICS.crps(forecast, seen) for seen, mass in pairs)

    assert expected(truth) < min(expected(poisson(mean)) for mean in (2.0, 3.5, 4.5, 7.0))


def test_isotonic_pools_violators_and_ties() -> None:
    assert STATISTICS.isotonic([0.1, 0.2, 0.3], [1, 0, 1]) == (0.5, 0.5, 1.0)
    assert STATISTICS.isotonic([0.2, 0.2, 0.8], [1, 0, 1]) == (0.5, 0.5, 1.0)
    assert STATISTICS.isotonic([], []) == ()


@given(st.lists(st.tuples(st.sampled_from([0.1, 0.3, 0.5, 0.9]), st.integers(0, 1)), max_size=30))
def test_isotonic_rises_keeps_the_sum_and_treats_ties_alike(pairs: list[tuple[float, int]]) -> None:
    pairs.sort()
    levels, outcomes = [level for level, _ in pairs], [yes for _, yes in pairs]
    shares = STATISTICS.isotonic(levels, outcomes)
    assert list(shares) == sorted(shares)
    assert sum(shares) == pytest.approx(sum(outcomes))
    assert len(set(zip(levels, shares, strict=True))) == len(set(levels))


def test_isotonic_takes_sorted_probabilities_with_an_outcome_each() -> None:
    with pytest.raises(InvariantError, match="rise"):
        STATISTICS.isotonic([0.5, 0.1], [0, 1])
    with pytest.raises(InvariantError, match="outcome"):
        STATISTICS.isotonic([0.1, 0.5], [0])


def test_the_library_says_what_it_is() -> None:
    assert STATISTICS.name.startswith("scipy 1.")
