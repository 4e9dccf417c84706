"""Calibration: a table for few questions, the CORP curve and its decomposition for many."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.adapters.scipy.statistics import ScipyStatistics
from onrecord.assess.calibration import Outcome, calibration_of
from onrecord.domain.scorecard import FEWEST

STATISTICS = ScipyStatistics()


def outcomes(*pairs: tuple[float, bool]) -> list[Outcome]:
    return [Outcome(f"q{at}", probability, yes) for at, (probability, yes) in enumerate(pairs)]


def test_few_questions_make_a_table_by_band_and_no_curve() -> None:
    found = calibration_of(
        outcomes((0.3, False), (0.2, True), (0.55, True), (0.9999, True)), STATISTICS
    )
    bands = {one.band: (one.forecasts, one.yes, one.mean) for one in found.bands}
    assert bands["unlikely"] == (2, 1, 0.25)
    assert bands["likely"] == (1, 1, 0.55)
    assert bands["almost certain"] == (1, 1, 0.9999)
    assert bands["roughly even"] == (0, 0, None)
    assert [one.share for one in found.bands if one.band == "unlikely"] == [0.5]
    assert (found.points, found.miscalibration, found.statistics) == ((), None, "")
    assert len(found.bands) == 7


def test_from_thirty_on_a_curve_stands_with_its_parts() -> None:
    """Half are called 20 % and come true in 20 %, half 80 % and in 60 %."""
    low = [(0.2, n < 3) for n in range(15)]
    high = [(0.8, n < 9) for n in range(15)]
    found = calibration_of(outcomes(*low, *high), STATISTICS)
    assert found.questions == FEWEST
    assert [(one.probability, one.forecasts) for one in found.points] == [(0.2, 15), (0.8, 15)]
    assert [one.share for one in found.points] == [pytest.approx(0.2), pytest.approx(0.6)]
    assert found.miscalibration == pytest.approx(0.2**2 / 2)
    assert found.uncertainty == pytest.approx(0.4 * 0.6)
    assert found.discrimination == pytest.approx(0.2**2)
    assert found.statistics.startswith("scipy")


def test_several_forecasters_of_one_question_are_one_question() -> None:
    many = [Outcome("q", 0.5, yes=True) for _ in range(40)]
    found = calibration_of(many, STATISTICS)
    assert (found.questions, found.forecasts, found.points) == (1, 40, ())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0.01, 0.99), st.booleans()), min_size=30, max_size=60))
def test_the_parts_add_up_to_the_brier_score_in_any_order(pairs: list[tuple[float, bool]]) -> None:
    held = outcomes(*pairs)
    found = calibration_of(held, STATISTICS)
    assert found == calibration_of(held[::-1], STATISTICS)
    assert found.brier is not None
    assert found.miscalibration is not None
    assert found.discrimination is not None
    assert found.uncertainty is not None
    parts = found.miscalibration - found.discrimination + found.uncertainty
    assert found.brier == pytest.approx(parts, abs=1e-9)
    assert found.miscalibration >= -1e-9
    assert found.discrimination >= -1e-9
    shares = [one.share for one in found.points]
    assert shares == sorted(shares)


def test_nothing_resolved_has_no_score() -> None:
    found = calibration_of([], STATISTICS)
    assert (found.questions, found.brier) == (0, None)
    assert all(one.forecasts == 0 for one in found.bands)
