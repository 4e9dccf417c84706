from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.errors import InvariantError
from onrecord.domain.series import CountForecast, CountSeries, Outlook, Pace, counts_of

FIRST = date(2031, 3, 1)


def test_a_series_ends_after_its_last_stretch() -> None:
    assert CountSeries("strikes", FIRST, 7, (1, 0, 2)).end == date(2031, 3, 22)


def test_a_stretch_nobody_reported_on_is_a_gap_and_not_a_zero() -> None:
    series = CountSeries("strikes", FIRST, 7, (1, 0, 2, 0), reports=(3, 0, 0, 1))
    assert series.history == (1, 2, 0)
    assert CountSeries("strikes", FIRST, 7, (1, 0, 2)).history == (1, 0, 2)


def test_after_more_than_a_dozen_stretches_without_reports_a_history_begins_anew() -> None:
    def after(gaps: int) -> tuple[int, ...]:
        counts, reports = (3, 2, *(0,) * gaps, 1, 4), (1, 1, *(0,) * gaps, 1, 1)
        return CountSeries("strikes", FIRST, 7, counts, reports=reports).history

    assert after(12) == (3, 2, 1, 4)
    assert after(13) == (1, 4)


@pytest.mark.parametrize(
    ("step", "counts", "reports"), [(0, (1,), ()), (7, (-1,), ()), (7, (1, 2), (1,))]
)
def test_what_is_no_series_is_refused(
    step: int, counts: tuple[int, ...], reports: tuple[int, ...]
) -> None:
    with pytest.raises(InvariantError, match="a series"):
        CountSeries("strikes", FIRST, step, counts, reports=reports)


def test_masses_that_share_counts_stand_at_the_middle_of_them() -> None:
    forecast = CountForecast("hand", (0.25, 0.5, 0.25), width=10)
    assert forecast.mean == pytest.approx(14)
    assert forecast.interval(0.5) == (4, 14)
    assert forecast.at_least(0) == 1
    assert forecast.at_least(10) == pytest.approx(0.75)
    assert forecast.at_least(15) == pytest.approx(0.5)
    assert forecast.at_least(999) == 0


@pytest.mark.parametrize(("masses", "width"), [((), 1), ((0.5,), 1), ((-0.1, 1.1), 1), ((1.0,), 0)])
def test_what_is_no_distribution_is_refused(masses: tuple[float, ...], width: int) -> None:
    with pytest.raises(InvariantError, match="probabilit"):
        CountForecast("hand", masses, width)


@given(st.lists(st.integers(-40, 80)), st.integers(1, 40))
def test_every_day_is_counted_once_in_its_stretch(offsets: list[int], step: int) -> None:
    end = date.fromordinal(FIRST.toordinal() + 35)
    days = [date.fromordinal(FIRST.toordinal() + offset) for offset in offsets]
    counts = counts_of(days, start=FIRST, end=end, step_days=step)
    assert len(counts) == 35 // step
    assert sum(counts) == sum(0 <= offset < len(counts) * step for offset in offsets)
    assert counts == counts_of(reversed(days), start=FIRST, end=end, step_days=step)


def test_a_forecast_stands_beside_its_baselines_and_says_why() -> None:
    series = CountSeries("strikes", FIRST, 7, (1,))
    certain = CountForecast("hand", (1.0,))
    with pytest.raises(InvariantError, match="baselines"):
        Outlook(series, certain, why="because")
    with pytest.raises(InvariantError, match="why"):
        Outlook(series, None)


def test_a_pace_takes_days_and_states_an_end() -> None:
    assert Pace("t", "strikes", "a", "b", FIRST, date(2031, 3, 31), 8, None).days == 30
    with pytest.raises(InvariantError, match="later"):
        Pace("t", "strikes", "a", "b", FIRST, FIRST, 8, None)
    with pytest.raises(InvariantError, match="ends"):
        Pace("t", "strikes", "a", "b", FIRST, date(2031, 3, 31), None, None)
