"""What is counted, over which days, and what a short or long history lets one expect."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.adapters.scipy.statistics import ScipyStatistics
from onrecord.assess.outlook import outlook_of, walk_forward
from onrecord.assess.paces import paces_of
from onrecord.assess.series import ALL_EVENTS, series_of
from onrecord.domain.case import Case
from onrecord.domain.reading import Reading
from onrecord.domain.series import CountForecast, CountSeries
from onrecord.domain.statement import Act
from onrecord.pipeline.assessing import case_from
from onrecord.ports.statistics import CountModel
from onrecord.reconcile.reconcile import reconcile
from onrecord.wiring import gazetteer

STRIKE = Act("PLOVER", "ASSAULT", "aerial")
PLACES = (
    "Orlan Selden Corrow Ilvane Marrow Tessel Brack Dunmere Halvet Ostrin Pellow Quarne".split()
)
STATISTICS = ScipyStatistics()


def case(*readings: Reading) -> Case:
    return case_from(reconcile(readings), gazetteer())


def strike(on: str, reported: str, place: str, *, actor: str = "The French navy") -> Reading:
    text = f"{actor} struck a depot in {place} on the {on}."
    said = Said(
        text[:-1], when=day(on, f"on the {on}"), place=place, act=STRIKE, actor=actor,
        recipient="a depot",
    )  # fmt: skip
    return report(text, said, date=reported, publisher=f"The {place} Post")


def named(found: tuple[CountSeries, ...]) -> dict[str, tuple[int, ...]]:
    return {one.name: one.counts for one in found}


WEEKS = (
    strike("2031-03-03", "2031-03-04", "Orlan"),
    strike("2031-03-12", "2031-03-13", "Selden"),
    strike("2031-03-14", "2031-03-24", "Corrow"),
    strike("2031-03-30", "2031-03-31", "Ilvane"),
)


def test_stretches_end_on_the_last_day_on_record() -> None:
    (whole, *_) = series_of(case(*WEEKS), step_days=7)
    assert (whole.start, whole.end) == (date(2031, 3, 4), date(2031, 4, 1))
    assert whole.counts == (0, 2, 0, 1)
    assert whole.earlier == 1, "what fills no stretch is said to be left out"


def test_an_event_of_the_days_before_the_first_report_is_covered_by_it() -> None:
    (whole, *_) = series_of(case(*WEEKS), step_days=29)
    assert (whole.start, whole.counts, whole.earlier) == (date(2031, 3, 3), (4,), 0)


def test_events_are_counted_by_act_and_by_the_country_of_the_actor() -> None:
    german = [
        strike(f"2031-03-{at:02}", f"2031-03-{at + 1:02}", place, actor="The German navy")
        for at, place in zip((6, 13, 20, 27), PLACES[4:8], strict=True)
    ]
    found = named(series_of(case(*WEEKS, *german), step_days=7))
    assert found == {
        "all events": (1, 3, 1, 2), "actor FR": (0, 2, 0, 1), "actor DE": (1, 1, 1, 1),
    }  # fmt: skip


def test_a_series_that_counts_what_another_counts_is_left_out() -> None:
    assert list(named(series_of(case(*WEEKS), step_days=7))) == ["all events"]


def test_events_announced_in_a_batch_count_together_on_the_day_of_the_report() -> None:
    batch = (
        strike("2031-03-03", "2031-03-04", "Orlan"),
        strike("2031-03-12", "2031-03-25", "Selden"),
        strike("2031-03-18", "2031-03-25", "Corrow"),
        strike("2031-03-24", "2031-03-25", "Ilvane"),
    )
    (happened, *_) = series_of(case(*batch), step_days=11)
    (reported, *_) = series_of(case(*batch), step_days=11, basis="first_reported")
    assert (happened.counts, happened.basis) == ((1, 2), "happened")
    assert (reported.counts, reported.basis) == ((1, 3), "first_reported")


def test_what_reports_tell_looking_back_makes_no_quiet_months() -> None:
    old = strike("2030-09-02", "2031-03-04", "Tessel")
    (whole, *_) = series_of(case(old, *WEEKS), step_days=7)
    assert whole.start == date(2031, 3, 4)
    assert whole.counts == (0, 2, 0, 1)
    assert "2030" not in str(whole.start)


def test_an_event_whose_day_is_not_known_to_the_stretch_is_counted_apart() -> None:
    loose = strike("2031-03", "2031-03-31", "Tessel")
    (whole, *_) = series_of(case(loose, *WEEKS), step_days=7)
    assert (whole.counts, whole.undated) == ((0, 2, 0, 1), 1)


def test_a_stretch_without_a_report_is_a_gap() -> None:
    (whole, *_) = series_of(case(WEEKS[0], WEEKS[3]), step_days=7)
    assert (whole.counts, whole.reports) == ((0, 0, 0, 1), (1, 0, 0, 1))
    assert whole.history == (0, 1)


def test_an_empty_record_and_one_without_days_have_no_series() -> None:
    text = "The French navy struck a depot in Orlan."
    undated = report(text, Said(text[:-1], act=STRIKE, actor="The French navy"), date=None)
    assert series_of(case()) == ()
    assert series_of(case(undated)) == ()


def test_one_day_of_reports_has_no_whole_stretch_and_no_forecast() -> None:
    (whole, *_) = series_of(case(WEEKS[0]), step_days=30)
    assert (whole.counts, whole.start) == ((), date(2031, 3, 5))
    outlook = outlook_of(whole, STATISTICS)
    assert outlook.forecast is None
    assert "too short" in outlook.why


@given(st.permutations(WEEKS))
@settings(max_examples=8, deadline=None)
def test_the_order_of_arrival_changes_nothing(readings: list[Reading]) -> None:
    assert series_of(case(*readings), step_days=7) == series_of(case(*WEEKS), step_days=7)


def series(*counts: int) -> CountSeries:
    return CountSeries(ALL_EVENTS, date(2031, 1, 1), 7, counts)


def test_five_stretches_give_no_forecast_and_six_do() -> None:
    assert outlook_of(series(1, 2, 1, 0, 1), STATISTICS).forecast is None
    found = outlook_of(series(1, 2, 1, 0, 1, 2), STATISTICS)
    assert found.forecast is not None
    assert found.forecast.model == "gamma-poisson"
    assert [one.model for one in found.baselines] == ["last-value", "climatology"]
    assert {one.windows for one in found.scores} == {2}


def test_each_past_stretch_is_forecast_from_those_before_it_alone() -> None:
    seen: list[tuple[int, ...]] = []

    class Watching(ScipyStatistics):
        def forecast(self, model: CountModel, history: Sequence[int]) -> CountForecast:
            seen.append(tuple(history))
            return CountForecast(model, (1.0,))

    scores = walk_forward((3, 1, 4, 1, 5), "gamma-poisson", Watching(), first=2)
    assert seen == [(3, 1), (3, 1, 4), (3, 1, 4, 1)]
    assert scores == (4, 1, 5)


def test_a_challenger_is_used_only_where_it_won_on_past_stretches() -> None:
    class Rigged(ScipyStatistics):
        """Certain of zero for hawkes, of nine for the base rate, whatever came."""

        def forecast(self, model: CountModel, history: Sequence[int]) -> CountForecast:
            at = 0 if model == "hawkes" or not history else 9
            return CountForecast(model, (*(0.0,) * at, 1.0))

    long = outlook_of(series(*[0] * 16), Rigged())
    short = outlook_of(series(*[0] * 15), Rigged())
    other = outlook_of(series(*[9] * 16), Rigged())
    assert long.forecast is not None
    assert long.forecast.model == "hawkes"
    assert "beat gamma-poisson" in long.why
    assert short.forecast is not None
    assert short.forecast.model == "gamma-poisson"
    assert other.forecast is not None
    assert other.forecast.model == "gamma-poisson"


def test_a_baseline_that_did_better_is_named() -> None:
    found = outlook_of(series(2, 2, 2, 2, 2, 2, 30, 2, 2, 2, 2, 2, 2), STATISTICS)
    by_model = {one.model: one.crps for one in found.scores}
    better = [
        name for name in ("last-value", "climatology") if by_model[name] < by_model["gamma-poisson"]
    ]
    assert better
    assert all(name in found.why for name in better)


def counted(number: int, on: str, *, bound: str = "exact") -> Reading:
    words = f"at least {number}" if bound == "at_least" else str(number)
    text = f"The French navy has carried out {words} strikes since March."
    said = Said(
        text[:-1], "occ.tally", counts=(Count(f"{words} strikes", number, "strikes", bound),),  # type: ignore[arg-type]
        when=day(on), actor="The French navy",
    )  # fmt: skip
    return report(text, said, date=on, publisher=f"Post of {on}")


def test_a_running_count_that_rose_has_a_pace_with_the_ends_that_are_stated() -> None:
    (pace,) = paces_of(case(counted(21, "2031-04-01"), counted(29, "2031-05-01", bound="at_least")))
    assert (pace.unit, pace.days, pace.low, pace.high) == ("strikes", 30, 8, None)


def test_a_running_count_without_the_ends_a_difference_needs_has_no_pace() -> None:
    loose = counted(21, "2031-04-01", bound="at_least")
    assert paces_of(case(loose, counted(29, "2031-05-01", bound="at_least"))) == ()
    assert paces_of(case(counted(21, "2031-04-01"))) == ()
    assert paces_of(case(counted(29, "2031-04-01"), counted(21, "2031-05-01"))) == ()


def test_figures_of_one_week_and_counts_of_people_have_no_pace() -> None:
    assert paces_of(case(counted(21, "2031-04-01"), counted(29, "2031-04-07"))) == ()
    dead = [
        report(
            f"Rescuers said {number} people had died in the floods in Orlan.",
            Said(
                f"{number} people had died in the floods in Orlan", "occ.tally", place="Orlan",
                counts=(Count(f"{number} people", number, "people_killed"),), when=day(on),
            ),
            date=on, publisher=f"Post of {on}",
        )
        for number, on in ((20, "2031-04-01"), (90, "2031-05-01"))
    ]  # fmt: skip
    assert paces_of(case(*dead)) == ()


def test_a_figure_that_two_reports_repeat_gives_one_pace() -> None:
    again = report(
        "The count of strikes by the French navy since March stands at 29 strikes.",
        Said(
            "The count of strikes by the French navy since March stands at 29 strikes", "occ.tally",
            counts=(Count("29 strikes", 29, "strikes"),), when=day("2031-05-01"),
            actor="The French navy",
        ),
        date="2031-05-01", publisher="The Selden Herald",
    )  # fmt: skip
    found = paces_of(case(counted(21, "2031-04-01"), counted(29, "2031-05-01"), again))
    assert [(one.low, one.high, one.days) for one in found] == [(8, 8, 30)]


def test_a_crisis_of_nine_weeks_is_forecast_from_its_events() -> None:
    start = date(2031, 1, 6)
    readings = []
    for week in range(9):
        on = start + timedelta(days=7 * week)
        place = PLACES[week]
        readings.append(strike(on.isoformat(), (on + timedelta(days=1)).isoformat(), place))
    (whole, *_) = series_of(case(*readings), step_days=7)
    found = outlook_of(whole, STATISTICS)
    assert whole.counts == (1,) * 8
    assert found.forecast is not None
    assert found.forecast.mean > 0.8
