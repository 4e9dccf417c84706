"""The benchmark of forecasts: its data, its windows, its baselines and its intervals."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from benchmarks.forecast import measure
from benchmarks.forecast.derive import WEEKS, episodes
from benchmarks.forecast.measure import (
    TUNED_ON,
    Episode,
    forecasters,
    load_episodes,
    mean,
    measured,
    point_of_last,
    poisson_of_last,
    ratio_interval,
)

from onrecord.adapters.scipy.statistics import ScipyStatistics

STATISTICS = ScipyStatistics()
ROOT = Path(__file__).parents[3]


def episode(*counts: int) -> Episode:
    return Episode("Velmara", "state-based", "Navy - Smugglers", "2031-01", counts)


@pytest.mark.parametrize(
    ("path", "shortest", "longest"), [(measure.MONTHS, 24, 60), (measure.WEEKS, 52, 52)]
)
def test_the_data_are_whole_and_small_and_each_episode_begins_with_an_event(
    path: Path, shortest: int, longest: int
) -> None:
    found = load_episodes(path)
    assert path.stat().st_size < 100_000
    assert len(found) > 60
    assert all(shortest <= len(one.counts) <= longest and one.counts[0] >= 1 for one in found)
    assert all(sum(one.counts) >= 20 for one in found)
    assert {one.country for one in found} > TUNED_ON


def test_no_window_is_forecast_from_what_came_after_it() -> None:
    seen: list[int] = []

    def watching(history: object) -> object:
        seen.append(len(history))  # type: ignore[arg-type]
        return point_of_last(history)  # type: ignore[arg-type]

    measured(episode(*range(1, 13)), watching, STATISTICS)  # type: ignore[arg-type]
    assert seen == list(range(6, 12))


def test_a_crisis_is_no_longer_followed_after_a_quiet_year() -> None:
    quiet = episode(5, 4, 3, 2, 1, 1, *[0] * 20, 7)
    assert quiet.windows == tuple(range(6, 18))


def test_the_point_of_the_last_count_scores_the_absolute_error() -> None:
    found = measured(episode(3, 3, 3, 3, 3, 3, 5, 1), point_of_last, STATISTICS)
    assert found.crps == pytest.approx((2 + 4) / 2)


@pytest.mark.parametrize("last", [0, 1, 7, 400, 5000])
def test_the_poisson_of_the_last_count_has_its_mean(last: int) -> None:
    forecast = poisson_of_last([2, last])
    assert forecast.mean == pytest.approx(last, abs=1e-4)
    if last:
        assert forecast.at_least(1) > 0.5


def test_a_model_that_is_better_everywhere_has_an_interval_below_one() -> None:
    low, high = ratio_interval([1.0, 2.0, 3.0], [2.0, 4.0, 6.0])
    assert low == high == pytest.approx(0.5)
    low, high = ratio_interval([1.0, 9.0, 1.0, 9.0], [2.0, 3.0, 2.0, 3.0])
    assert low < 1 < high
    assert (low, high) == ratio_interval([1.0, 9.0, 1.0, 9.0], [2.0, 3.0, 2.0, 3.0])


def test_the_base_rate_scores_below_both_baselines_where_it_was_not_set() -> None:
    models = forecasters(STATISTICS)
    some = [one for one in load_episodes() if one.country not in TUNED_ON][::6]
    crps = {
        name: mean(measured(one, models[name], STATISTICS).crps for one in some)
        for name in ("gamma-poisson", "last-value", "climatology")
    }
    assert crps["gamma-poisson"] < min(crps["last-value"], crps["climatology"])


KEY = ("Syria", "one-sided", "A - Civilians")


def month(number: int) -> date:
    """Return the 15th of a month, counted from January 2016."""
    return date(2016 + number // 12, number % 12 + 1, 15)


def test_an_episode_runs_from_its_first_event_over_sixty_months_at_most() -> None:
    days = [(month(at), month(at)) for at in range(40) for _ in range(2)]
    ((*_, start, undated, counts),) = episodes(KEY, days)
    assert (start, undated) == ("2016-01", 0)
    assert counts.split() == ["2"] * 40 + ["0"] * 7, "the file ends in November 2019"


def test_an_event_over_two_months_is_counted_apart() -> None:
    days = [(month(at % 30), month(at % 30)) for at in range(60)]
    ((*_, undated, counts),) = episodes(KEY, [*days, (month(1), month(2))])
    assert (undated, sum(map(int, counts.split()))) == (1, 60)


def test_two_quiet_years_end_an_episode_and_a_small_one_is_left_out() -> None:
    key = ("Mexico", "non-state", "A - B")
    early, late = date(2000, 1, 9), date(2004, 1, 9)
    days = [(early, early)] * 25 + [(late, late)] * 25
    assert [row[3] for row in episodes(key, days)] == ["2000-01", "2004-01"]
    assert list(episodes(key, [(early, early)] * 19)) == []
    assert list(episodes(key, [(early, date(2000, 2, 1))] * 30)) == []


def test_weeks_begin_on_monday_and_an_episode_has_a_year_of_them() -> None:
    sunday, monday = date(2016, 1, 10), date(2016, 1, 11)
    days = [(sunday, sunday)] * 12 + [(monday, monday)] * 13 + [(sunday, monday)]
    ((*_, start, undated, counts),) = episodes(KEY, days, WEEKS)
    assert (start, undated) == ("2016-01-04", 1)
    assert counts.split() == ["12", "13"] + ["0"] * 50


def test_the_counts_are_derived_by_a_command(tmp_path: Path) -> None:
    rows = "".join(
        f"Syria,3,A - Civilians,2016-{1 + at % 9:02}-04,2016-{1 + at % 9:02}-04\n"
        for at in range(27)
    )
    file = tmp_path / "ged.csv"
    file.write_text("country,type_of_violence,dyad_name,date_start,date_end\n" + rows, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.forecast.derive", str(file)],
        check=True, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    header, row = done.stdout.splitlines()
    assert header == "country,violence,dyad,start,undated,counts"
    assert row.startswith("Syria,one-sided,A - Civilians,2016-01,0,3 3 3 3 3 3 3 3 3 0")
