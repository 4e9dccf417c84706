from __future__ import annotations

import pytest

from onrecord.domain.quantity import Bound, Number, Quantity
from onrecord.domain.span import Span
from onrecord.domain.statement import Counted
from onrecord.publish.almanac import calendar_holds
from onrecord.publish.law import figure_follows, strays


def counted(
    words: str,
    value: Number | None,
    *,
    low: Number | None = None,
    high: Number | None = None,
    bound: Bound = "exact",
    approximator: str = "",
) -> Counted:
    quantity = Quantity(value, low, high, "people", bound, approximator)
    return Counted(Span("doc-1", 0, len(words), words), quantity)


@pytest.mark.parametrize(
    ("figure", "passage"),
    [
        (counted("21 strikes", 21, low=21, high=21), "21 strikes"),
        (counted("twenty-one strikes", 21, low=21, high=21), "twenty-one strikes"),
        (
            counted("83 people", 83, low=83, bound="at_least", approximator="at least"),
            "At least 83 people",
        ),
        (counted("10 to 15 days", 10, low=10, high=15, bound="between"), "10 to 15 days"),
        (counted("dozens", None, low=24, bound="at_least", approximator="dozens"), "dozens died"),
    ],
)
def test_a_figure_that_its_words_state_follows(figure: Counted, passage: str) -> None:
    assert figure_follows(figure, passage)


@pytest.mark.parametrize(
    ("figure", "passage"),
    [
        (counted("21 strikes", 22, low=22, high=22), "21 strikes"),
        (counted("21 strikes", 21, low=21, high=None), "21 strikes"),
        (counted("21 strikes", 21, low=21, bound="at_least"), "21 strikes"),
        (
            counted("21 strikes", 21, low=21, bound="at_least", approximator="at least"),
            "21 strikes",
        ),
        (counted("10 to 15", 10, low=10, high=16, bound="between"), "10 to 15"),
        (counted("some", None, low=24, bound="at_least"), "some died"),
    ],
)
def test_a_figure_that_its_words_do_not_state_does_not_follow(
    figure: Counted, passage: str
) -> None:
    assert not figure_follows(figure, passage)


def test_numbers_and_names_of_a_remark_must_stand_in_the_support() -> None:
    support = ["At least 12 died in Bergen on 4 May"]
    assert strays("The report says 12, not 14", support) == ("14",)
    assert strays("It names Oslo and Bergen", support) == ("Oslo",)
    assert strays("The words give 4 May, a Tuesday", support) == ()
    assert strays("Nothing is stated", []) == ()


@pytest.mark.parametrize(
    "remark",
    [
        "14 April 2031 was a Monday",
        "15 April 2031 was a Tuesday, not a Wednesday",
        "Thanksgiving 2025 was 27 November",
        "Easter 2024 was 31 March",
        "Good Friday 2025 was 18 April",
        "Easter Sunday 2038 was 25 April",
    ],
)
def test_the_calendar_bears_out_true_remarks(remark: str) -> None:
    assert calendar_holds(remark)


@pytest.mark.parametrize(
    "remark",
    [
        "14 April 2031 was a Friday",
        "15 April 2031 was a Tuesday, not a Tuesday",
        "31 February 2031 was a Monday",
        "Thanksgiving 2025 was 28 November",
        "Velmara Day 2025 was 28 November",
        "Easter 9999999 was 31 March",
        "the report says nothing",
    ],
)
def test_the_calendar_bears_out_nothing_else(remark: str) -> None:
    assert not calendar_holds(remark)
