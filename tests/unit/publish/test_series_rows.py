"""Series and paces as rows and as Markdown: exact words, what is left out, no markup from documents."""

from __future__ import annotations

from datetime import date

from tests.unit.assess.test_series import STATISTICS, WEEKS, case, counted

from onrecord.assess.outlook import outlook_of
from onrecord.assess.paces import paces_of
from onrecord.assess.series import series_of
from onrecord.domain.series import CountForecast, CountSeries, Pace
from onrecord.publish.series_page import (
    forecast_words,
    gaps_words,
    pace_words,
    series_markdown,
    stretch_words,
)
from onrecord.publish.series_rows import pace_row, series_row

FIRST = date(2031, 3, 4)


def test_a_row_holds_the_words_of_every_event_counted_in_order_of_day() -> None:
    held = case(*WEEKS)
    (whole, *_) = series_of(held, step_days=7)
    row = series_row(outlook_of(whole, STATISTICS), held, library="hand 1.0")
    assert row["schema"] == "onrecord.series/1"
    assert (row["start"], row["end"], row["counts"]) == ("2031-03-04", "2031-03-31", [0, 2, 0, 1])
    events = row["events"]
    assert isinstance(events, list)
    assert [one["when"]["edtf"] for one in events] == ["2031-03-12", "2031-03-14", "2031-03-30"]
    for one in events:
        words = one["words"]
        text = held.texts[words["document"]]
        assert text[words["start"] : words["end"]] == words["text"]
        assert words["outlet"].endswith(" Post")
    assert row["forecast"] is None
    assert "too short" in str(row["why"])


def test_a_row_holds_the_forecast_beside_its_baselines_and_its_past() -> None:
    held = case()
    series = CountSeries("all events", FIRST, 7, (1, 2, 0, 3, 1, 2, 1, 2))
    row = series_row(outlook_of(series, STATISTICS), held, library="hand 1.0")
    forecast, baselines, past = row["forecast"], row["baselines"], row["past"]
    assert isinstance(forecast, dict)
    assert isinstance(baselines, list)
    assert isinstance(past, list)
    assert [one["mass"] for one in forecast["intervals"]] == [0.5, 0.8]
    assert [one["model"] for one in baselines] == ["last-value", "climatology"]
    assert {one["windows"] for one in past} == {4}


def test_a_pace_cites_both_figures() -> None:
    held = case(counted(21, "2031-04-01"), counted(29, "2031-05-01", bound="at_least"))
    (pace,) = paces_of(held)
    row = pace_row(pace, held)
    assert (row["schema"], row["low"], row["high"]) == ("onrecord.pace/1", 8, None)
    assert "21 strikes" in str(row["earlier"])
    assert "at least 29 strikes" in str(row["later"])
    page = series_markdown([], [pace], held, library="hand 1.0")
    assert "strikes: at least 8 more in 30 days, to 2031-05-01; in 30 days at least 8.0" in page


def test_a_pace_between_two_exact_figures_is_one_number_and_a_range_is_two() -> None:
    last = date(2031, 3, 19)
    assert pace_words(Pace("t", "people_killed", "a", "b", FIRST, last, 5, 5)) == (
        "people killed: 5 more in 15 days, to 2031-03-19; in 30 days 10.0"
    )
    assert "10.0 to 12.0" in pace_words(Pace("t", "boats", "a", "b", FIRST, last, 5, 6))
    assert "at most 12.0" in pace_words(Pace("t", "boats", "a", "b", FIRST, last, None, 6))


def test_what_is_left_out_is_said_in_words() -> None:
    full = CountSeries("s", FIRST, 7, (1, 0), undated=2, earlier=1, reports=(1, 0))
    assert gaps_words(full) == (
        "not counted: 2 whose day is not known to the stretch and 1 before the reports begin; "
        "1 stretch without a report: gaps, not zeros"
    )
    assert gaps_words(CountSeries("s", FIRST, 7, (1, 0))) == ""
    assert (
        stretch_words(CountSeries("s", FIRST, 7, (1, 0))) == "2031-03-04 to 2031-03-17, 2 × 7 days"
    )
    assert stretch_words(CountSeries("s", FIRST, 30, ())) == "no whole stretch of 30 days"


def test_a_forecast_is_one_line() -> None:
    forecast = CountForecast("gamma-poisson", (0.2, 0.6, 0.2))
    assert forecast_words(forecast) == ("gamma-poisson: 1 to 1 (50%), 0 to 2 (80%), expected 1.0")


def test_words_of_documents_are_no_markup() -> None:
    held = case(*WEEKS)
    hostile = CountSeries("all events", FIRST, 7, (0,), events=(held.events[0].event.id,))
    page = series_markdown([outlook_of(hostile, STATISTICS)], [], held, library="hand 1.0")
    assert "“The French navy struck a depot in " in page
    assert "<" not in page.replace("\\<", "")
