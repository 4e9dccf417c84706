from __future__ import annotations

from datetime import date

import pytest

from onrecord.domain.errors import InvariantError
from onrecord.domain.when import When, undated


def test_a_time_has_the_days_its_text_allows() -> None:
    when = When("in mid-April", "2031-04-11/2031-04-20", "convention")
    assert (when.earliest, when.latest) == (date(2031, 4, 11), date(2031, 4, 20))


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2031-04-14", 1), ("2031-04-11/2031-04-14", 2), ("2031-04-11/2031-04-17", 3),
        ("2031-04-11/2031-04-20", 4), ("2031-04", 4), ("2031", 5), ("../2031-04-14", 0),
    ],
)  # fmt: skip
def test_precision_follows_the_number_of_days(edtf: str, precision: int) -> None:
    assert When("then", edtf, "explicit").precision == precision


def test_a_time_that_cannot_be_told_has_no_days() -> None:
    when = undated("yesterday", "the document bears no date")
    assert (when.edtf, when.earliest, when.latest, when.precision) == (None, None, None, 0)


def test_days_that_are_no_days_are_refused() -> None:
    with pytest.raises(InvariantError):
        When("on 31 April", "2031-04-31", "explicit")


def test_an_anchor_is_a_date() -> None:
    with pytest.raises(InvariantError, match="EDTF subset"):
        When("yesterday", "2031-04-13", "relative", anchor="Monday")
