from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from typing import Any

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property import strategies as own

from onrecord.domain.codec import canonical_json, from_plain
from onrecord.domain.edtf import Days, format_days, is_edtf, parse_edtf
from onrecord.domain.errors import InvariantError
from onrecord.domain.when import When, undated

MANY = settings(max_examples=100, deadline=None)
SLOW_ORACLE = settings(max_examples=50, deadline=None)
MARKS = st.sampled_from(("", "?", "~", "%"))


@st.composite
def names_of(draw: st.DrawFn, day: date) -> str:
    """Draw an EDTF text that allows `day`."""
    iso = day.isoformat()
    return draw(st.sampled_from((iso, iso[:7], iso[:4]))) + draw(MARKS)


@MANY
@given(days=own.runs_of_days())
def test_days_survive_their_text(days: tuple[date | None, date | None]) -> None:
    assert parse_edtf(format_days(*days)) == Days(*days)


@settings(max_examples=50)
@given(day=st.dates())
def test_days_of_any_year_survive_their_text(day: date) -> None:
    month = (day.replace(day=1), day)
    assert parse_edtf(format_days(*month)) == Days(*month)
    assert parse_edtf(format_days(day, day)) == Days(day, day)
    year = (date(day.year, 1, 1), date(day.year, 12, 31))
    assert format_days(*year) == f"{day.year:04}"
    assert parse_edtf(format_days(*year)) == Days(*year)


@MANY
@given(day=own.DAYS, data=st.data())
def test_the_bounds_of_a_text_contain_the_day_it_names(day: date, data: st.DataObject) -> None:
    days = parse_edtf(data.draw(names_of(day)))
    assert days.earliest is not None
    assert days.latest is not None
    assert days.earliest <= day <= days.latest


@MANY
@given(day=own.DAYS)
def test_leaving_out_digits_only_widens_the_days(day: date) -> None:
    iso = day.isoformat()
    chain = (iso, f"{iso[:7]}-XX", f"{iso[:4]}-XX-XX", f"{iso[:3]}X", f"{iso[:2]}XX")
    known = [parse_edtf(text) for text in chain]
    for narrow, wide in pairwise(known):
        assert narrow.earliest is not None
        assert narrow.latest is not None
        assert wide.earliest is not None
        assert wide.latest is not None
        assert wide.earliest <= narrow.earliest <= narrow.latest <= wide.latest


@MANY
@given(first=own.DAYS, second=own.DAYS)
def test_an_interval_runs_forward(first: date, second: date) -> None:
    text = f"{first.isoformat()}/{second.isoformat()}"
    assert is_edtf(text) == (first <= second)
    if first > second:
        with pytest.raises(InvariantError, match="are none"):
            format_days(first, second)


@SLOW_ORACLE
@given(
    first=own.DAYS,
    second=own.DAYS,
    data=st.data(),
    open_end=st.sampled_from(("", "..", None)),
)
def test_what_we_read_the_edtf_package_reads_too(
    first: date, second: date, data: st.DataObject, open_end: str | None
) -> None:
    first, second = sorted((first, second))
    one, other = data.draw(names_of(first)), data.draw(names_of(second))
    end = other if open_end is None else open_end
    for text in (one, f"{one}/{end}", f"{first.year:04}-{data.draw(st.integers(21, 24))}"):
        if is_edtf(text):
            assert str(edtf.parse_edtf(text)) == text


@SLOW_ORACLE
@given(text=st.from_regex(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", fullmatch=True))
def test_what_the_edtf_package_refuses_we_refuse(text: str) -> None:
    try:
        edtf.parse_edtf(text)
    except edtf.EDTFParseException:
        assert not is_edtf(text)


@MANY
@given(text=st.text(st.sampled_from("0123456789X-/.?~%"), max_size=21))
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    if is_edtf(text):
        days = parse_edtf(text)
        assert days.earliest is None or days.latest is None or days.earliest <= days.latest


@MANY
@given(when=own.whens())
def test_a_time_is_days_with_a_basis_or_a_reason_without_days(when: When) -> None:
    assert (when.edtf is None) == (when.basis == "unknown") == bool(when.reason)
    assert from_plain(When, json.loads(canonical_json(when))) == when
    if when.edtf is None:
        assert when.earliest is None
        assert when.latest is None
        assert when.precision == 0


@MANY
@given(
    edtf_text=st.sampled_from((None, "2031-04-14")),
    basis=st.sampled_from(("unknown", "explicit")),
    reason=st.sampled_from(("", "no document date")),
)
def test_no_time_pretends_to_be_known(edtf_text: str | None, basis: Any, reason: str) -> None:
    fits = (edtf_text is None) == (basis == "unknown") == bool(reason)
    if fits:
        assert When("on Monday", edtf_text, basis, reason=reason).text == "on Monday"
    else:
        with pytest.raises(InvariantError):
            When("on Monday", edtf_text, basis, reason=reason)


@MANY
@given(text=own.WORDS, reason=own.SOME_WORDS)
def test_an_undated_time_keeps_its_words_and_says_why(text: str, reason: str) -> None:
    when = undated(text, reason)
    assert (when.text, when.reason, when.edtf) == (text, reason, None)


@MANY
@given(first=own.DAYS, length=st.integers(1, 400))
def test_precision_gets_rougher_as_the_days_grow(first: date, length: int) -> None:
    last = date.fromordinal(min(first.toordinal() + length - 1, date.max.toordinal()))
    when = When("then", format_days(first, last), "explicit")
    days = (last - first).days + 1
    expected = 1 if days == 1 else 2 if days <= 6 else 3 if days == 7 else 4 if days <= 31 else 5
    assert when.precision == expected
