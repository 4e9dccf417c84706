from __future__ import annotations

from datetime import date

import pytest

from onrecord.domain.edtf import Days, format_days, is_edtf, parse_edtf
from onrecord.domain.errors import InvariantError


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-04-14", "2031-04-14", "2031-04-14"),
        ("2031-04-14~", "2031-04-14", "2031-04-14"),
        ("2031-04?", "2031-04-01", "2031-04-30"),
        ("203X", "2030-01-01", "2039-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2031-XX", "2031-01-01", "2031-12-31"),
        ("2031-XX-XX", "2031-01-01", "2031-12-31"),
        ("2031-04-XX", "2031-04-01", "2031-04-30"),
        ("2031-21", "2031-03-01", "2031-05-31"),
        ("2031-24", "2031-12-01", "2032-02-29"),
        ("2031-03/2031-04-14", "2031-03-01", "2031-04-14"),
        ("../2031-04-14", None, "2031-04-14"),
        ("2031-04-14/..", "2031-04-14", None),
        ("2031-04-14/", "2031-04-14", None),
    ],
)
def test_a_text_allows_these_days(text: str, earliest: str | None, latest: str | None) -> None:
    ends = [date.fromisoformat(end) if end else None for end in (earliest, latest)]
    assert parse_edtf(text) == Days(*ends)


@pytest.mark.parametrize(
    "text",
    [
        "", "14 April 2031", "2031-4-14", "2031-13", "2031-00", "2031-02-30", "2031-10-1X",
        "2031-XX-05", "203X-04", "XXXX", "2031-21-01", "0000", "0000-21", "9999-24", "2031/2030",
        "2031/2031/2031", "2031-04-14T09:00", "２０３１", "2031-04-14??", " 2031", "2031\n",
    ],
)  # fmt: skip
def test_what_is_not_of_the_subset_is_refused(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(InvariantError):
        parse_edtf(text)


@pytest.mark.parametrize(
    ("earliest", "latest", "text"),
    [
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(2031, 4, 1), date(2031, 4, 30), "2031-04"),
        (date(2031, 4, 14), date(2031, 4, 14), "2031-04-14"),
        (date(2031, 4, 11), date(2031, 4, 20), "2031-04-11/2031-04-20"),
        (None, date(2031, 4, 14), "../2031-04-14"),
        (date(987, 1, 1), date(987, 12, 31), "0987"),
        (None, None, "../.."),
    ],
)
def test_days_are_written_in_the_shortest_way(
    earliest: date | None, latest: date | None, text: str
) -> None:
    assert format_days(earliest, latest) == text


def test_days_that_run_backwards_are_refused() -> None:
    with pytest.raises(InvariantError, match="are none"):
        format_days(date(2031, 4, 14), date(2031, 4, 13))
