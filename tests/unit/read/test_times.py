"""Times: which words are found and which days they allow, read on Wednesday 18 June 2031."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.domain.span import Extent
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.read.times import FoundTime, calendar_conflicts, find_times

WEDNESDAY = When("", "2031-06-18", "metadata")
UNDATED = Unknown("the page names no date")


def read(
    line: str, doc_date: When | Unknown = WEDNESDAY, narrative: date | None = None
) -> tuple[FoundTime, ...]:
    return find_times(line, Extent(0, len(line)), doc_date=doc_date, narrative=narrative)


def only(
    line: str, doc_date: When | Unknown = WEDNESDAY, narrative: date | None = None
) -> FoundTime:
    times = read(line, doc_date, narrative)
    assert len(times) == 1, [time.when.text for time in times]
    return times[0]


DATES = [
    # absolute
    ("Shelling began on March 4, 2029.", "March 4, 2029", "2029-03-04", "explicit"),
    ("Shelling began on 4 March 2029.", "4 March 2029", "2029-03-04", "explicit"),
    ("Shelling began on 4 Mar. 2029.", "4 Mar. 2029", "2029-03-04", "explicit"),
    ("Shelling began on Sept 9, 2029.", "Sept 9, 2029", "2029-09-09", "explicit"),
    ("The 4th of March 2029 was quiet.", "4th of March 2029", "2029-03-04", "explicit"),
    ("Logged 2029-03-04 at the port.", "2029-03-04", "2029-03-04", "explicit"),
    ("Logged 24/03/2029 at the port.", "24/03/2029", "2029-03-24", "explicit"),
    ("Logged 24.03.2029 at the port.", "24.03.2029", "2029-03-24", "explicit"),
    ("Logged 03/24/2029 at the port.", "03/24/2029", "2029-03-24", "explicit"),
    ("Fighting lasted May 3-5, 2029.", "May 3-5, 2029", "2029-05-03/2029-05-05", "explicit"),
    ("Fighting lasted 3–5 May 2029.", "3–5 May 2029", "2029-05-03/2029-05-05", "explicit"),
    ("The pact dates from May 2029.", "May 2029", "2029-05", "explicit"),
    ("The war of 1998 ended badly.", "1998", "1998", "explicit"),
    ("The port closed in the 1990s.", "1990s", "199X", "explicit"),
    ("Smugglers came in the '80s.", "'80s", "198X", "explicit"),
    ("A border of the 19th century.", "the 19th century", "18XX", "explicit"),
    ("Exports fell in Q3 2029.", "Q3 2029", "2029-07-01/2029-09-30", "explicit"),
    (
        "Exports fell in the third quarter of 2029.",
        "the third quarter of 2029",
        "2029-07-01/2029-09-30",
        "explicit",
    ),
    ("It rained in the first half of 2029.", "the first half of 2029", "2029-01-01/2029-06-30", "explicit"),
    ("They met in the summer of 2029.", "the summer of 2029", "2029-22", "explicit"),
    ("They met in autumn 2029.", "autumn 2029", "2029-23", "explicit"),
    # conventions
    ("They met in early May 2029.", "early May 2029", "2029-05-01/2029-05-10", "convention"),
    ("They met in mid-May 2029.", "mid-May 2029", "2029-05-11/2029-05-20", "convention"),
    ("They met in late February 2028.", "late February 2028", "2028-02-21/2028-02-29", "convention"),
    ("At the end of May 2029 they met.", "the end of May 2029", "2029-05-21/2029-05-31", "convention"),
    ("At the start of May they met.", "the start of May", "2031-05-01/2031-05-10", "convention"),
    ("They met in late 2029.", "late 2029", "2029-09-01/2029-12-31", "convention"),
    ("They met in the early 1990s.", "early 1990s", "1990-01-01/1993-12-31", "convention"),
    # no year: nearest, and a report looks back
    ("Troops crossed on June 3.", "June 3", "2031-06-03", "relative"),
    ("Troops crossed on December 3.", "December 3", "2030-12-03", "relative"),
    ("Troops will cross on December 3.", "December 3", "2031-12-03", "relative"),
    ("The base opened in November.", "November", "2030-11", "relative"),
    ("The base will open in November.", "November", "2031-11", "relative"),
    # weekdays
    ("A convoy was hit on Monday.", "Monday", "2031-06-16", "relative"),
    ("A convoy was hit on Wednesday.", "Wednesday", "2031-06-18", "relative"),
    ("A convoy was hit Thursday.", "Thursday", "2031-06-12", "relative"),
    ("The council will vote on Friday.", "Friday", "2031-06-20", "relative"),
    ("The council is set to vote on Wednesday.", "Wednesday", "2031-06-18", "relative"),
    ("The council is set to vote next Wednesday.", "next Wednesday", "2031-06-25", "relative"),
    ("The council met last Wednesday.", "last Wednesday", "2031-06-11", "relative"),
    ("The council meets next Friday.", "next Friday", "2031-06-20", "relative"),
    ("A drone fell on Monday night.", "Monday night", "2031-06-16", "relative"),
    ("They left on Tuesday last week.", "Tuesday last week", "2031-06-10", "relative"),
    # counted from the document date
    ("He spoke yesterday.", "yesterday", "2031-06-17", "relative"),
    ("He spoke the day before yesterday.", "the day before yesterday", "2031-06-16", "relative"),
    ("He speaks tomorrow.", "tomorrow", "2031-06-19", "relative"),
    ("Sirens sounded tonight.", "tonight", "2031-06-18", "relative"),
    ("Sirens sounded last night.", "last night", "2031-06-17", "relative"),
    ("Sirens sounded overnight.", "overnight", "2031-06-17/2031-06-18", "relative"),
    ("Prices doubled last week.", "last week", "2031-06-09/2031-06-15", "relative"),
    ("Prices doubled this week.", "this week", "2031-06-16/2031-06-18", "relative"),
    ("Prices will double this week.", "this week", "2031-06-16/2031-06-22", "relative"),
    # parts of a month
    ("It began in the last week of December.", "the last week of December", "2030-12-25/2030-12-31", "convention"),
    ("It has burned since the last week of May.", "since the last week of May", "2031-05-25/2031-06-18", "convention"),
    ("The second week of May saw raids.", "The second week of May", "2031-05-08/2031-05-14", "convention"),
    ("It rained in the first two weeks of May.", "the first two weeks of May", "2031-05-01/2031-05-14", "convention"),
    ("The first 18 days of January 2031 were quiet.", "The first 18 days of January 2031", "2031-01-01/2031-01-18", "explicit"),
    ("They met on the last day of May.", "the last day of May", "2031-05-31", "relative"),
    # what people are asked or mean to do, and what has been
    ("He urged crowds to march on Friday.", "Friday", "2031-06-20", "relative"),
    ("Aides had asked the court to free him in August.", "August", "2030-08", "relative"),
    ("Few more victories on Friday will do.", "Friday", "2031-06-20", "relative"),
    ("This week's talks failed.", "This week", "2031-06-16/2031-06-22", "relative"),
    ("On Monday he urged crowds to march.", "Monday", "2031-06-16", "relative"),
    ("Unions called on clerks to strike on Friday.", "Friday", "2031-06-20", "relative"),
    ("Unions planned marches for Friday.", "Friday", "2031-06-20", "relative"),
    ("Her victory on Tuesday will speed the talks.", "Tuesday", "2031-06-17", "relative"),
    ("Monday's defeat will weaken the army.", "Monday", "2031-06-16", "relative"),
    ("The vote on Friday will settle it.", "Friday", "2031-06-20", "relative"),
    ("The army shelled Orlan in May.", "May", "2031-05", "relative"),
    ("Prices doubled last month.", "last month", "2031-05", "relative"),
    ("Prices doubled last year.", "last year", "2030", "relative"),
    ("Elections follow next year.", "next year", "2032", "relative"),
    ("He resigned earlier this month.", "earlier this month", "2031-06-01/2031-06-18", "relative"),
    ("He leaves later this year.", "later this year", "2031-06-18/2031-12-31", "relative"),
    ("Raids were reported over the weekend.", "the weekend", "2031-06-14/2031-06-15", "relative"),
    ("Raids were reported two days ago.", "two days ago", "2031-06-16", "relative"),
    ("Raids were reported three months ago.", "three months ago", "2031-03", "relative"),
    ("The treaty was signed ten years ago.", "ten years ago", "2021", "relative"),
    ("In the past 24 hours the river rose.", "the past 24 hours", "2031-06-17/2031-06-18", "relative"),
    ("Over the past three weeks it rose.", "the past three weeks", "2031-05-28/2031-06-18", "relative"),
    ("The pause began last September.", "last September", "2030-09", "relative"),
    ("The pause began in March last year.", "March last year", "2030-03", "relative"),
    ("They fought last summer.", "last summer", "2030-22", "relative"),
    # computed
    ("Suppose, three months from now, it fails.", "three months from now", "2031-09", "computed"),
    ("It fell twelve days after March 4, 2029.", "twelve days after March 4, 2029", "2029-03-16", "computed"),
    ("It fell two days before March 1, 2028.", "two days before March 1, 2028", "2028-02-28", "computed"),
    # intervals
    ("It has burned since September.", "since September", "2030-09/2031-06-18", "relative"),
    ("It has burned since 2019.", "since 2019", "2019/2031-06-18", "explicit"),
    ("It burned until Monday.", "until Monday", "../2031-06-16", "relative"),
    ("Crews must leave by July 2031.", "by July 2031", "../2031-07", "explicit"),
    ("It burned from March 4 to March 9, 2029.", "from March 4 to March 9, 2029", "2029-03-04/2029-03-09", "relative"),
    ("Between May and July 2029 it burned.", "Between May and July 2029", "2029-05/2029-07", "relative"),
    ("It burned from December 20 to January 5.", "from December 20 to January 5", "2030-12-20/2031-01-05", "relative"),
    ("The siege of 2012-2014 failed.", "2012-2014", "2012/2014", "explicit"),
    # holidays
    ("They dined on Thanksgiving.", "Thanksgiving", "2030-11-28", "calendar"),
    ("They dined at Christmas 2029.", "Christmas 2029", "2029-12-25", "calendar"),
    ("They dined on Good Friday 2030.", "Good Friday 2030", "2030-04-19", "calendar"),
    ("They dined on Orthodox Easter 2024.", "Orthodox Easter 2024", "2024-05-05", "calendar"),
    ("They dined on Memorial Day 2031.", "Memorial Day 2031", "2031-05-26", "calendar"),
    ("They dined on New Year's Eve.", "New Year's Eve", "2030-12-31", "calendar"),
    ("They dined on Ukraine's Independence Day 2030.", "Ukraine's Independence Day 2030", "2030-08-24", "calendar"),
    ("They dined on Orthodox Christmas Eve 2029.", "Orthodox Christmas Eve 2029", "2029-01-06", "calendar"),
    ("They fasted on Yom Kippur 2023.", "Yom Kippur 2023", "2023-09-25", "calendar"),
    ("They met on Rosh Hashanah 2024.", "Rosh Hashanah 2024", "2024-10-03/2024-10-04", "calendar"),
    ("They met at Passover 2024.", "Passover 2024", "2024-04-23/2024-04-30", "calendar"),
    ("They met on Purim 2024.", "Purim 2024", "2024-03-24", "calendar"),
    ("They met at Hanukkah 2023.", "Hanukkah 2023", "2023-12-08/2023-12-15", "calendar"),
    ("They met at Hanukkah 2024.", "Hanukkah 2024", "2024-12-26/2025-01-02", "calendar"),
    ("They met on Shavuot 2025.", "Shavuot 2025", "2025-06-02", "calendar"),
    ("They marched on Remembrance Sunday 2029.", "Remembrance Sunday 2029", "2029-11-11", "calendar"),
    ("They marched on Bastille Day 2029.", "Bastille Day 2029", "2029-07-14", "calendar"),
    ("They marched on Brazil's Independence Day 2029.", "Brazil's Independence Day 2029", "2029-09-07", "calendar"),
    ("The village ate early last month.", "early last month", "2031-05-01/2031-05-10", "convention"),
    ("The village voted late last year.", "late last year", "2030-09-01/2030-12-31", "convention"),
    ("The village met most recently on May 6.", "most recently on May 6", "../2031-05-06", "relative"),
    ("Troops crossed on August 3.", "August 3", "2030-08-03", "relative"),
    ("They dined on Eid al-Fitr 2025.", "Eid al-Fitr 2025", "2025-03-30/2025-04-01", "convention"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "words", "edtf", "basis"), DATES)
def test_the_days_that_words_allow(line: str, words: str, edtf: str, basis: str) -> None:
    time = next(time for time in read(line) if words in time.when.text)
    assert (time.when.edtf, time.when.basis) == (edtf, basis)
    assert time.extent.of(line) == time.when.text
    assert len(read(line)) == 1


WITHOUT_DAYS = [
    ("He spoke yesterday.", "no document date"),
    ("He spoke on Monday.", "no document date"),
    ("Prices doubled last month.", "no document date"),
    ("Raids were reported two days ago.", "no document date"),
    ("In the past 24 hours the river rose.", "no document date"),
    ("Troops crossed on June 3.", "no year and no document date"),
    ("They dined on Thanksgiving.", "no year and no document date"),
    ("The base opened in November.", "no year and no document date"),
    ("Over the weekend it burned.", "no document date"),
]


@pytest.mark.parametrize(("line", "reason"), WITHOUT_DAYS)
def test_without_a_document_date_the_words_are_kept_and_no_days_are_made_up(
    line: str, reason: str
) -> None:
    time = only(line, UNDATED)
    assert time.when.edtf is None
    assert time.when.reason == reason
    assert time.when.text == time.extent.of(line)


VAGUE = [
    ("The fire lasted for three days.", "duration", "P3D", "a duration, not a date"),
    ("A 12-hour curfew began.", "duration", "PT12H", "a duration, not a date"),
    ("They waited two and a half years.", "duration", "P2.5Y", "a duration, not a date"),
    ("They waited for weeks.", "duration", "PXW", "a duration, not a date"),
    ("They march every Friday.", "set", "XXXX-WXX-5", "a repeated time, not one date"),
    ("They march on Fridays.", "set", "XXXX-WXX-5", "a repeated time, not one date"),
    ("The bulletin is daily.", "set", "P1D", "a repeated time, not one date"),
    ("Talks collapsed recently.", "date", "PAST_REF", "too vague to name days"),
    ("Talks resume very soon.", "date", "FUTURE_REF", "too vague to name days"),
    ("Logged 04/05/2029 at the port.", "date", "", "day and month cannot be told apart"),
    ("Logged February 30, 2029 there.", "date", "", "no such day in the calendar"),
    ("It was Independence Day.", "date", "", "its date differs between countries"),
    (
        "It was Diwali.",
        "date",
        "",
        "its date follows a lunar calendar that is not computed here",
    ),
    ("They met three weeks later.", "date", "2031-W28", "no date in the text to count from"),
]


@pytest.mark.parametrize(("line", "kind", "timex", "reason"), VAGUE)
def test_what_names_no_days_says_why(line: str, kind: str, timex: str, reason: str) -> None:
    time = only(line)
    assert (time.kind, time.timex, time.when.edtf, time.when.reason) == (kind, timex, None, reason)


NOT_TIMES = [
    "A 32-year-old man and a child of 5 years of age were hurt.",
    "They may march again.",
    "April Jones and June Park signed it.",
    "Resolution 2017 and Article 51 apply.",
    "The bill came to $2019.",
    "Some 2,030 people fled.",
    "March said nothing.",
    "He wrote for USA Today about it.",
    "She told Today about it.",
    "The Friday prayer complex burned.",
    "The Sunday Times wrote about Bloody Sunday.",
]


@pytest.mark.parametrize("line", NOT_TIMES)
def test_words_that_only_look_like_times_are_left_alone(line: str) -> None:
    assert read(line) == ()


def test_a_weekday_that_does_not_fit_its_date_is_a_conflict() -> None:
    time = only("They met on Thursday, November 28, 2025.")
    assert time.when.edtf == "2025-11-28"
    assert time.when.conflict == "28 November 2025 was a Friday, not a Thursday"
    assert only("They met on Friday, November 28, 2025.").when.conflict == ""


def test_a_weekday_in_brackets_is_checked_in_a_date_without_a_year_too() -> None:
    assert only("They met on Tuesday (June 3).").when.conflict == ""
    assert only("They met on Monday (June 3).").when.conflict == (
        "3 June 2031 was a Tuesday, not a Monday"
    )


def test_a_holiday_beside_a_date_it_does_not_fall_on_is_a_conflict() -> None:
    holiday, day = read("On Thanksgiving, November 28, 2025, he called the troops.")
    assert holiday.when.edtf == "2025-11-27"
    assert day.when.conflict == "Thanksgiving 2025 was 27 November"


def test_a_feast_of_several_days_agrees_with_each_of_them() -> None:
    assert read("On Passover, April 25, 2024, he spoke.")[1].when.conflict == ""
    assert read("On Passover, April 20, 2024, he spoke.")[1].when.conflict == (
        "Passover 2024 began on 23 April"
    )


def test_side_by_side_any_difference_from_a_holiday_is_a_conflict() -> None:
    _, day = read("On Thanksgiving (November 20, 2025) he called the troops.")
    assert day.when.conflict == "Thanksgiving 2025 was 27 November"


def test_a_holiday_elsewhere_in_the_utterance_is_checked_on_request() -> None:
    line = "He said on November 28 that it begins. He spoke in a Thanksgiving call."
    times = read(line, When("", "2025-11-28", "metadata"))
    (conflict,) = calendar_conflicts(times)
    assert conflict.message == "Thanksgiving 2025 was 27 November"
    assert conflict.day.when.text == "November 28"


def test_a_holiday_far_from_a_date_is_another_occasion() -> None:
    assert (
        calendar_conflicts(read("After Christmas 2029 and before March 4, 2029 it burned.")) == ()
    )


def test_what_follows_twelve_days_after_is_dated_back_from_the_narrative() -> None:
    line = "The order came twelve days after the minister announced it."
    when = only(line, UNDATED, date(2025, 11, 28)).when
    assert (when.edtf, when.basis, when.anchor) == ("2025-11-16", "computed", "2025-11-28")
    assert when.inputs == ("twelve days", "counted from 2025-11-28")


def test_two_days_before_counts_from_the_date_beside_it() -> None:
    day, launch = read("On June 17, two days before the launch, it rained.")
    assert (day.when.edtf, launch.when.edtf) == ("2031-06-17", "2031-06-19")
    assert launch.when.basis == "computed"


def test_days_later_count_from_the_date_before_them() -> None:
    _, later = read("It sank on March 4, 2029; three days later it was found.")
    assert (later.when.edtf, later.when.anchor) == ("2029-03-07", "2029-03-04")


def test_the_next_day_needs_a_day_to_follow() -> None:
    assert only("It sank the next day.").when.reason == "no date in the text to count from"
    when = only("It sank the next day.", WEDNESDAY, date(2030, 2, 28)).when
    assert (when.edtf, when.basis) == ("2030-03-01", "computed")


def test_the_day_before_something_is_not_counted_from_the_narrative() -> None:
    when = only("It sank the day before the vote.", WEDNESDAY, date(2030, 2, 28)).when
    assert (when.edtf, when.reason) == (None, "no date in the text to count from")


def test_a_year_in_the_sentence_decides_over_the_document_date() -> None:
    first, second = read("Raids on March 3 and April 5, 2019 failed.")
    assert (first.when.edtf, second.when.edtf) == ("2019-03-03", "2019-04-05")
    assert first.when.anchor == "2019-04-05"


def test_a_time_of_day_takes_the_day_named_beside_it() -> None:
    clock, day = read("At 05:30 GMT on Monday a blast shook the city.")
    assert (clock.kind, clock.when.edtf, clock.timex) == ("time", "2031-06-16", "2031-06-16T05:30Z")
    assert day.when.edtf == "2031-06-16"


def test_a_time_of_day_alone_has_no_date() -> None:
    assert only("A blast was heard at 5 p.m.").when.reason == "a time of day without a date"


def test_a_document_date_of_a_month_fixes_years_but_no_days() -> None:
    june = When("", "2031-06", "metadata")
    assert only("He spoke yesterday.", june).when.reason == "the document date is not a single day"
    assert only("Troops crossed on May 3.", june).when.edtf == "2031-05-03"


def test_the_parts_of_an_interval_are_kept() -> None:
    time = only("It burned from May to July 2029.")
    assert [part.when.edtf for part in time.parts] == ["2029-05", "2029-07"]
    counted = only("It fell twelve days after March 4, 2029.")
    assert [part.when.text for part in counted.parts] == ["twelve days", "March 4, 2029"]


def test_the_next_day_follows_the_day_named_before_it() -> None:
    _, following = read("It sank on March 4, 2029 and was raised the next day.")
    assert (following.when.edtf, following.when.basis) == ("2029-03-05", "computed")


def test_a_time_of_day_and_its_day_side_by_side_are_one_time() -> None:
    time = only("Polls close at 8 p.m. Friday and not before.")
    assert (time.when.text, time.kind, time.timex) == ("8 p.m. Friday", "time", "2031-06-13T20:00")
    dated = only("It was posted on May 6, 2029, 7:51 p.m. by an aide.")
    assert (dated.when.edtf, dated.timex) == ("2029-05-06", "2029-05-06T19:51")


def test_years_count_on_from_a_month() -> None:
    _, later = read("It began in September 2019; three years later it ended.")
    assert (later.when.edtf, later.when.anchor) == ("2022", "2019-09-01")


def test_tense_is_read_from_the_verb_nearest_to_the_weekday() -> None:
    said, vote = read("Aides said on Monday that talks will resume on Friday.")
    assert (said.when.edtf, vote.when.edtf) == ("2031-06-16", "2031-06-20")


def test_offsets_are_those_of_the_document() -> None:
    text = "Head line.\nShelling began on March 4, 2029. It ended in May 2029."
    times = find_times(text, Extent(11, len(text)), doc_date=UNDATED)
    assert [time.extent.of(text) for time in times] == ["March 4, 2029", "May 2029"]


def test_times_outside_the_extent_are_not_read() -> None:
    text = "It began in May 2029. It ended in June 2030."
    (time,) = find_times(text, Extent(0, 21), doc_date=UNDATED)
    assert time.when.text == "May 2029"


@pytest.mark.parametrize(("anchor", "edtf"), [("2031-06-18", "2031-06-12"), ("1000-01-01", None)])
def test_dates_before_the_calendar_have_a_reason(anchor: str, edtf: str | None) -> None:
    (time,) = read("They left six days ago.", When("", anchor, "metadata"))
    assert time.when.edtf == edtf
    assert bool(time.when.reason) == (edtf is None)
