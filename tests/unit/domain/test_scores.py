from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.errors import InvariantError
from onrecord.domain.question import Forecast, Quantile, Question, Resolution
from onrecord.domain.scores import (
    BASE_RATE,
    bands_of,
    base_rate,
    brier_score,
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


def test_the_crps_of_quantiles_is_twice_the_mean_pinball_loss() -> None:
    points = (Quantile(0.1, 22), Quantile(0.5, 28), Quantile(0.9, 40))
    assert quantile_crps(points, 29) == pytest.approx(2 * (0.7 + 0.5 + 1.1) / 3)
    assert quantile_crps((Quantile(0.5, 28),), 28) == 0
    with pytest.raises(InvariantError):
        quantile_crps((), 3)


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


def test_numbers_stand_beside_the_baseline_models_that_forecast_them() -> None:
    own = Forecast("A", "2031-05-02T09:00:00Z", quantiles=(Quantile(0.5, 4),))
    model = Forecast("model: climatology", "2031-05-03T09:00:00Z", quantiles=(Quantile(0.5, 8),))
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
