"""By when, as words say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess.horizons import due_in, names_time
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

#: A Monday.
MONDAY = date(2031, 11, 24)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("reopen by Friday", "../2031-11-28"),
        ("before Friday", "../2031-11-27"),
        ("on Friday", "2031-11-28"),
        ("on Monday", "2031-11-24/2031-12-01"),
        ("by Monday", "../2031-12-01"),
        ("before Dec. 3", "../2031-12-02"),
        ("by the end of Sept.", "../2032-09"),
        ("before the end of the Winter Games on Dec. 20", "../2031-12-20"),
        ("in the next 24 to 48 hours", "../2031-11-26"),
        ("by Sunday", "../2031-11-30"),
        ("within six months", "../2032-05-24"),
        ("three months from now", "2032-02"),
        ("ten days from now", "2031-12-04"),
        ("two years from now", "2033"),
        ("in the next 48 hours", "../2031-11-26"),
        ("within the next month", "../2031-12-24"),
        ("before the end of the year", "../2031-12-31"),
        ("by the end of next month", "../2031-12-31"),
        ("by the end of the week", "../2031-11-30"),
        ("by year's end", "../2031-12-31"),
        ("by 30 June", "../2032-06-30"),
        ("on 12 December", "2031-12-12"),
        ("by December 1, 2031", "../2031-12-01"),
        ("by Friday, 28 November", "../2031-11-28"),
        ("no later than tomorrow", "2031-11-25"),
        ("by tomorrow", "../2031-11-25"),
        ("by June", "../2032-06"),
        ("in December", "2031-12"),
        ("before December", "../2031-11-30"),
        ("by November", "../2031-11"),
        ("before the end of May", "../2032-05"),
        ("later this month", "../2031-11-30"),
        ("in March 2033", "2033-03"),
    ],
)
def test_words_of_a_deadline_are_counted_forward(text: str, edtf: str) -> None:
    due = due_in(f"it will be so {text}", MONDAY)
    assert isinstance(due, When)
    assert (due.edtf, due.basis, due.anchor) == (edtf, "computed", "2031-11-24")
    assert due.text in text


@pytest.mark.parametrize(
    "text",
    ["very soon", "soon", "in the coming days", "in the coming months", "before the spring",
     "before any ground war begins", "until the harvest is in"],
)  # fmt: skip
def test_words_that_name_no_day_are_quoted_as_the_reason(text: str) -> None:
    due = due_in(f"it will be so {text}", MONDAY)
    assert due == Unknown(f"“{text}” names no day")
    assert names_time(due)


@pytest.mark.parametrize(
    "text", ["by 31 February", "within 900 months", "two hundred days from now",
             "on 3 March 0000", "by 3 March 2020", "24 hours from now",
             "by March 2020"],
)  # fmt: skip
def test_words_that_could_mean_two_days_or_none_tell_no_day(text: str) -> None:
    due = due_in(f"it will be so {text}", MONDAY)
    assert isinstance(due, Unknown)
    assert "tells no day" in due.reason


def test_nothing_said_is_nothing_told() -> None:
    due = due_in("it will be so", MONDAY)
    assert due == Unknown("no day is stated")
    assert not names_time(due)


def test_without_the_day_of_the_report_the_words_stay_and_no_day_is_told() -> None:
    for anchor in (None, date(9999, 12, 31)):
        due = due_in("within two years", anchor)
        assert isinstance(due, When)
        assert (due.text, due.edtf) == ("within two years", None)


@given(
    st.text(alphabet="abcdeinrtuy 0123456789,.“”’", max_size=40),
    st.sampled_from(["by Friday", "within 3 weeks", "by 30 June", "by the end of the month"]),
    st.dates(date(1900, 1, 1), date(8999, 1, 1)),
)
def test_no_deadline_lies_before_the_report(noise: str, words: str, anchor: date) -> None:
    due = due_in(f"{noise} {words}", anchor)
    if isinstance(due, When) and due.latest is not None:
        assert due.latest >= anchor


@pytest.mark.parametrize(
    "text",
    [
        "is unlikely until after the games end on Dec. 20",
        "not before 3 December",
        "no sooner than Friday",
    ],
)
def test_what_is_not_to_come_before_a_day_is_due_by_none(text: str) -> None:
    due = due_in(text, MONDAY)
    assert isinstance(due, Unknown)
    assert "says before when not" in due.reason


def test_a_week_or_two_is_no_week() -> None:
    assert isinstance(due_in("it will be over within a week or two", MONDAY), Unknown)


def test_any_day_now_is_a_time_but_no_day() -> None:
    assert names_time(due_in("it could come any day now", MONDAY))
    assert not names_time(due_in("the country is under imminent attack", MONDAY))
