from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.domain.errors import InvariantError
from onrecord.domain.question import Forecast, Quantile, Question, Resolution
from onrecord.domain.scores import (
    BASE_RATE,
    bands_of,
    base_rate,
    brier_score,
    is_grid,
    last_forecasts,
    log_score,
    losses_of,
    quantile_crps,
)

SHARES = st.floats(0.001, 0.999)


def question(
    text: str,
    *forecasts: Forecast,
    outcome: str | None = None,
    day: str = "2031-06-30",
    **more: object,
) -> Question:
    value = more.pop("value", None)
    ended = None
    if outcome is not None:
        ended = Resolution(outcome, "stm-1", f"{day}T09:00:00Z", value)  # type: ignore[arg-type]
    known: dict[str, object] = {
        "kind": "binary", "criteria": "a report says so", "resolvers": ("The Gazette",),
        "opens": "2031-05-01", "closes": "2031-06-01", "resolves": "2031-06-30",
    }  # fmt: skip
    return Question(text, forecasts=forecasts, resolution=ended, **{**known, **more})  # type: ignore[arg-type]


def forecast(by: str, probability: float, day: str = "2031-05-02") -> Forecast:
    return Forecast(by, f"{day}T09:00:00Z", probability)


def test_what_was_certain_and_came_loses_nothing_and_what_did_not_loses_all() -> None:
    assert brier_score(1.0, yes=True) == 0
    assert brier_score(1.0, yes=False) == 1


@given(SHARES)
def test_yes_and_no_are_mirror_images(share: float) -> None:
    assert brier_score(share, yes=True) == pytest.approx(brier_score(1 - share, yes=False))
    assert log_score(share, yes=True) == pytest.approx(log_score(1 - share, yes=False))


@given(SHARES, SHARES)
def test_what_lies_nearer_to_what_came_never_loses_more(one: float, other: float) -> None:
    near, far = max(one, other), min(one, other)
    assert brier_score(near, yes=True) <= brier_score(far, yes=True)
    assert log_score(near, yes=True) <= log_score(far, yes=True)


def test_the_log_score_is_clipped_so_that_one_forecast_cannot_lose_everything() -> None:
    assert log_score(0.0001, yes=True) == pytest.approx(-math.log(0.01))


def spread(*points: tuple[float, float]) -> tuple[Quantile, ...]:
    return tuple(Quantile(level, value) for level, value in points)


@st.composite
def grids(draw: st.DrawFn, low: float = -100, high: float = 100) -> tuple[Quantile, ...]:
    """Draw distributions at the levels a forecast needs, and some more."""
    more = draw(st.sets(st.sampled_from([0.01, 0.25, 0.4, 0.6, 0.75, 0.99])))
    levels = sorted({0.1, 0.5, 0.9} | more)
    drawn = st.lists(st.floats(low, high), min_size=len(levels), max_size=len(levels))
    values = sorted(round(one, 3) for one in draw(drawn))
    return spread(*zip(levels, values, strict=True))


def test_the_crps_is_of_the_distribution_that_runs_straight_between_the_quantiles() -> None:
    points = spread((0.1, 22), (0.5, 28), (0.9, 40))
    # 20.5 to 22, 22 to 28, 28 to 29; then 29 to 40 and 40 to 43.
    middle = 0.5 + 0.4 / 12
    below = (1.5 * 0.01 + 6 * (0.01 + 0.05 + 0.25) + (0.25 + 0.5 * middle + middle**2)) / 3
    rest = 1 - middle
    above = (11 * (rest**2 + rest * 0.1 + 0.01) + 3 * 0.01) / 3
    assert quantile_crps(points, 29) == pytest.approx(below + above)
    assert quantile_crps(spread((0.5, 28)), 31) == 3
    with pytest.raises(InvariantError):
        quantile_crps((), 3)


def test_a_point_of_a_far_tail_gains_nothing_and_is_no_grid() -> None:
    honest = spread((0.1, 2), (0.5, 4), (0.9, 8))
    assert quantile_crps(spread((0.0001, 0)), 4) > quantile_crps(honest, 4)
    assert is_grid(honest)
    for points in ([(0.0001, 0)], [(0.5, 4)], [(0.1, 2), (0.9, 8)], [(0.3, 2), (0.5, 4), (0.9, 8)]):
        assert not is_grid(spread(*points))


@given(grids(), st.floats(-200, 200), st.sampled_from([0.15, 0.3, 0.45, 0.55, 0.7, 0.85]))
def test_a_level_added_on_the_curve_changes_nothing(
    points: tuple[Quantile, ...], came: float, level: float
) -> None:
    after = next(at for at, one in enumerate(points) if one.level >= level)
    low, high = points[after - 1], points[after]
    share = (level - low.level) / (high.level - low.level)
    value = float(low.value) + share * (float(high.value) - float(low.value))
    more = (*points[:after], Quantile(level, value), *points[after:])
    assert quantile_crps(more, came) == pytest.approx(quantile_crps(points, came), abs=1e-6)


@given(grids(-1, 1), grids(100, 200), st.floats(-1, 1))
def test_none_without_mass_near_the_outcome_beats_one_that_has_it_all_there(
    near: tuple[Quantile, ...], far: tuple[Quantile, ...], came: float
) -> None:
    lowest = float(far[0].value) - (float(far[1].value) - float(far[0].value)) * 0.25
    assume(lowest > 40)
    assert quantile_crps(near, came) < quantile_crps(far, came)


@given(grids(), st.floats(-200, 200), st.floats(-50, 50))
def test_the_crps_knows_no_zero_point(
    points: tuple[Quantile, ...], came: float, shift: float
) -> None:
    moved = spread(*((one.level, float(one.value) + shift) for one in points))
    assert quantile_crps(moved, came + shift) == pytest.approx(
        quantile_crps(points, came), abs=1e-6
    )


def test_the_last_forecast_of_each_forecaster_counts() -> None:
    asked = question(
        "Will it?", forecast("B", 0.2), forecast("A", 0.5), forecast("B", 0.9, "2031-05-20")
    )
    assert [(one.by, one.probability) for one in last_forecasts(asked)] == [("A", 0.5), ("B", 0.9)]


def test_the_base_rate_counts_only_what_was_resolved_before_a_question_opened() -> None:
    asked = question("Will it?")
    others = (
        question("One?", outcome="yes", day="2031-04-01"),
        question("Two?", outcome="no", day="2031-04-30"),
        question("Late?", outcome="yes", day="2031-05-01"),
        question("Void?", outcome="annulled", day="2031-04-01"),
    )
    assert base_rate(asked, others) == (0.5, 2)
    assert base_rate(asked, others[2:]) == (0.5, 0)
    assert base_rate(asked, others[:1]) == (1.0, 1)


@pytest.mark.parametrize("outcome", ["annulled", "ambiguous", None])
def test_what_gives_no_answer_gives_no_score(outcome: str | None) -> None:
    asked = question("Will it?", forecast("A", 0.5), outcome=outcome)
    assert losses_of(asked, (asked,)) == ()
    assert not any(band.forecasts for band in bands_of((asked,)))


def _sure_of(value: float) -> tuple[Quantile, ...]:
    return spread((0.1, value), (0.5, value), (0.9, value))


def test_numbers_stand_beside_the_baseline_models_that_forecast_them() -> None:
    own = Forecast("A", "2031-05-02T09:00:00Z", quantiles=_sure_of(4))
    model = Forecast("model: climatology", "2031-05-03T09:00:00Z", quantiles=_sure_of(8))
    asked = question("How many?", own, model, kind="numeric", outcome="value", value=5)
    found = [(one.by, one.value, one.baseline, one.baseline_value) for one in losses_of(asked, ())]
    assert found[0] == ("A", 1.0, "climatology", 3.0)
    alone = question("How many?", own, kind="numeric", outcome="value", value=5)
    assert losses_of(alone, ())[0].baseline_value is None


def test_binary_scores_stand_beside_the_base_rate() -> None:
    asked = question("Will it?", forecast("A", 0.8), outcome="yes")
    assert [(one.rule, one.baseline) for one in losses_of(asked, ())] == [
        ("Brier", BASE_RATE), ("log", BASE_RATE),
    ]  # fmt: skip


@given(st.lists(SHARES, min_size=1, max_size=8))
def test_every_forecast_lies_in_exactly_one_band(shares: list[float]) -> None:
    asked = question(
        "Will it?", *(forecast(f"F{at}", p) for at, p in enumerate(shares)), outcome="yes"
    )
    assert sum(band.forecasts for band in bands_of((asked,))) == len(shares)
    assert sum(band.yes for band in bands_of((asked,))) == len(shares)


def test_a_forecast_on_an_edge_lies_in_the_upper_band() -> None:
    asked = question("Will it?", forecast("A", 0.55), outcome="no")
    assert [band.band for band in bands_of((asked,)) if band.forecasts] == ["likely"]
