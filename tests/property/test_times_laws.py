"""Laws of the time grammar, whatever the words and the document date."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.span import Extent
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.read.calendar_rules import easter, hebrew_new_year, week_days
from onrecord.read.time_timex import timexes
from onrecord.read.times import find_times

_PIECES = st.sampled_from(
    """on in since until by from to between and at the of last next this past two 24 30 31 2019 2031
    May March Feb. November Monday Friday night week month year days hours ago later after before
    yesterday today tonight now year-ago old 2-year-old decade every per recent quarter weekend early mid- late end start 1990s summer Thanksgiving Ramadan 5
    p.m. 05:30 ( ) , . - – twelve several will said 2031-02-31 31/04/2031 9999 0 Q3 quarter -""".split()
)
_WORDS = st.lists(_PIECES, max_size=14).map(" ".join)
_DAYS = st.dates(date(1001, 1, 1), date(9998, 12, 31))


def _dated(day: date) -> When:
    return When("", day.isoformat(), "metadata")


@given(line=_WORDS, day=_DAYS)
def test_every_time_quotes_its_words_and_none_overlaps_another(line: str, day: date) -> None:
    times = find_times(line, Extent(0, len(line)), doc_date=_dated(day), narrative=day)
    assert all(time.when.text == time.extent.of(line) for time in times)
    ends = [0, *(time.extent.end for time in times)]
    assert all(end <= time.extent.start for end, time in zip(ends, times, strict=False))


@given(line=_WORDS, day=_DAYS)
def test_timexes_have_values_and_stand_apart_in_order(line: str, day: date) -> None:
    whole = Extent(0, len(line))
    found = timexes(line, whole, find_times(line, whole, doc_date=_dated(day), narrative=day))
    assert all(one.value and "/" not in one.value for one in found)
    ends = [0, *(one.extent.end for one in found)]
    assert all(end <= one.extent.start for end, one in zip(ends, found, strict=False))


@given(line=st.text(max_size=60))
def test_any_text_is_read_without_an_error(line: str) -> None:
    times = find_times(line, Extent(0, len(line)), doc_date=Unknown("none"))
    assert all(time.when.text == time.extent.of(line) for time in times)


@given(line=_WORDS, day=_DAYS)
def test_reading_twice_gives_the_same(line: str, day: date) -> None:
    once, again = (find_times(line, Extent(0, len(line)), doc_date=_dated(day)) for _ in range(2))
    assert once == again


@given(line=_WORDS)
def test_without_a_document_date_nothing_is_relative_to_one(line: str) -> None:
    for time in find_times(line, Extent(0, len(line)), doc_date=Unknown("none")):
        for part in time.parts or (time,):
            assert part.when.basis != "relative" or part.when.anchor is not None


@given(day=_DAYS, weekday=st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_past_weekday_is_within_the_seven_days_up_to_the_document(
    day: date, weekday: str
) -> None:
    (time,) = find_times(f"It sank on {weekday}.", Extent(0, 30), doc_date=_dated(day))
    found = time.when.earliest
    assert found is not None
    assert found.strftime("%A") == weekday
    assert timedelta(0) <= day - found < timedelta(7)


@given(day=_DAYS)
def test_a_named_date_with_its_own_weekday_never_conflicts(day: date) -> None:
    right = f"{day:%A}, {day.day} {day:%B} {day.year}"
    wrong = f"{day + timedelta(1):%A}, {day.day} {day:%B} {day.year}"
    if 1500 <= day.year <= 2099:
        for line, conflicts in ((right, False), (wrong, True)):
            (time,) = find_times(line, Extent(0, len(line)), doc_date=Unknown("none"))
            assert time.when.earliest == day
            assert bool(time.when.conflict) == conflicts


@given(year=st.integers(1583, 9999))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(year=st.integers(4761, 9000))
def test_a_hebrew_year_has_a_possible_length_and_never_begins_on_three_weekdays(year: int) -> None:
    first, following = hebrew_new_year(year), hebrew_new_year(year + 1)
    assert (following - first).days in (353, 354, 355, 383, 384, 385)
    assert f"{first:%A}" not in ("Sunday", "Wednesday", "Friday")


@given(day=_DAYS)
def test_a_week_runs_from_monday_to_sunday_and_holds_its_day(day: date) -> None:
    monday, sunday = week_days(day)
    assert monday <= day <= sunday
    assert (monday.weekday(), (sunday - monday).days) == (0, 6)
