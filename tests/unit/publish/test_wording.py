from __future__ import annotations

from typing import get_args

import pytest

from onrecord.domain.brief import SECTION_IDS
from onrecord.domain.quantity import Difference, Quantity
from onrecord.domain.span import Span
from onrecord.domain.statement import (
    Aux,
    Factuality,
    FactualityValue,
    Statement,
    StatementKind,
    Voice,
)
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import TimeBasis
from onrecord.publish.wording import (
    BASIS,
    HEADINGS,
    certainty_words,
    count_words,
    difference_words,
    edtf_words,
    moment_words,
    quantity_words,
    unit_words,
)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(83, 83, None, "people_killed", "at_least"), "at least 83"),
        (Quantity(100, 101, None, "people_killed", "more_than"), "more than 100"),
        (Quantity(10, 10, 15, "days", "between"), "10 to 15"),
        (Quantity(15000, None, None, "personnel", "approx"), "about 15,000"),
        (Quantity(None, 24, None, "boats", "at_least", "dozens"), "dozens (at least 24)"),
        (Quantity(None, None, None, "boats"), "a number not given"),
        (Quantity(19, 19, 19, "strikes", "ordinal"), "19th"),
        (Quantity(22, 22, 22, "strikes", "ordinal"), "22nd"),
        (Quantity(111, 111, 111, "strikes", "ordinal"), "111th"),
        (Quantity(12, None, 12, "boats", "at_most"), "at most 12"),
        (Quantity(12, None, 11, "boats", "less_than"), "fewer than 12"),
        (Quantity(2.5, 2.5, 2.5, "USD"), "2.5"),
    ],
)
def test_a_figure_keeps_its_bounds_in_words(quantity: Quantity, words: str) -> None:
    assert quantity_words(quantity) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (8, None, "at least 8 more"),
        (None, 8, "at most 8 more, if any"),
        (3, 3, "3 more"),
        (-7, -7, "7 fewer"),
        (0, 0, "no change"),
        (2, 9, "2 to 9 more"),
        (-9, -2, "2 to 9 fewer"),
        (-1, 4, "between 1 fewer and 4 more"),
        (0, None, "the same or more"),
        (None, 0, "the same or fewer"),
        (None, -7, "at least 7 fewer"),
        (-7, None, "at most 7 fewer, if any"),
    ],
)
def test_a_difference_says_no_more_than_its_ends(
    low: int | None, high: int | None, words: str
) -> None:
    assert difference_words(Difference(low, high)) == words


def test_an_unknown_difference_says_so() -> None:
    words = "the difference cannot be determined from these figures"
    assert difference_words(Unknown("no ends")) == words
    assert difference_words(Difference(None, None)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-11-28", "28 November 2025"),
        ("2025-11", "November 2025"),
        ("2025", "2025"),
        ("202X", "2020s"),
        ("2025-XX", "2025"),
        ("2025-11-XX", "November 2025"),
        ("2025-23", "autumn 2025"),
        ("2025-09/2025-11-28", "September 2025 to 28 November 2025"),
        ("../2025-11-06", "up to 6 November 2025"),
        ("2025-11-06/..", "from 6 November 2025 on"),
        ("/", "at a time not stated"),
        ("2025-11-28~", "28 November 2025 (approximately)"),
    ],
)
def test_a_date_is_printed_as_precisely_as_it_is_known(edtf: str, words: str) -> None:
    assert edtf_words(edtf) == words


def statement(
    value: FactualityValue, *aux: Aux, kind: StatementKind = "say.report", who: str = "the navy"
) -> Statement:
    voices = (Voice(who, "named_office"),) if who else ()
    return Statement(
        document="doc-1",
        content=Span("doc-1", 0, 2, "it"),
        kind=kind,
        factuality=(Factuality("source", value, aux),),
        voices=voices,
    )


@pytest.mark.parametrize(
    ("made", "who", "words"),
    [
        (statement("CT+", who=""), "", "reported as fact"),
        (statement("CT+"), "the navy", "said by the navy"),
        (statement("CT-", kind="say.deny"), "the navy", "denied by the navy"),
        (statement("CT-", "negation"), "the navy", "said by the navy, in the negative"),
        (statement("PS+", who=""), "", "possible according to the author"),
        (statement("CTu"), "the navy", "not settled"),
        (statement("CT+", "future"), "the navy", "said by the navy; not happened yet"),
        (statement("Uu", kind="say.decline"), "the navy", "the navy would not comment"),
    ],
)
def test_certainty_is_told_in_plain_words(made: Statement, who: str, words: str) -> None:
    assert certainty_words(made, who) == words


def test_every_value_of_the_domain_has_words() -> None:
    assert set(BASIS) == set(get_args(TimeBasis))
    assert set(HEADINGS) == set(SECTION_IDS)
    for value in get_args(FactualityValue):
        for aux in get_args(Aux):
            assert certainty_words(statement(value, aux), "the navy")


def test_units_become_labels_and_anything_else_is_refused() -> None:
    assert unit_words(Quantity(1, 1, 1, "people_killed")) == "people killed"
    assert unit_words(Quantity(1, 1, 1, "USD")) == "USD"
    assert unit_words(Quantity(1, 1, 1, "killed by Rubio")) is None
    assert unit_words(Quantity(1, 1, 1, "")) is None


def test_counts_and_moments_read_as_english() -> None:
    assert count_words(1, "origin") == "1 origin"
    assert count_words(1200, "article") == "1,200 articles"
    assert moment_words("2031-12-30T08:05:00.000000Z") == "30 December 2031, 08:05 UTC"
    assert moment_words("2031-13-45") == "2031-13-45"
    assert moment_words("lately") == "lately"
