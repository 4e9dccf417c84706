from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property import strategies as own

from onrecord.domain.codec import canonical_json, from_plain
from onrecord.domain.errors import InvariantError
from onrecord.domain.quantity import (
    Bound,
    Difference,
    Number,
    Quantity,
    bounds_of,
    compatible,
    difference,
    hull,
)
from onrecord.domain.span import Extent
from onrecord.domain.unknown import Unknown
from onrecord.ports.linguist import Parse
from onrecord.read.quantities import find_quantities

MANY = settings(max_examples=150, deadline=None)
STRIKES = own.quantities(unit="strikes", whole=True)
PAIRS = STRIKES.map(lambda quantity: (quantity.low, quantity.high))


@MANY
@given(earlier=STRIKES, later=STRIKES, was=own.COUNTS, now=own.COUNTS)
def test_a_difference_never_excludes_a_possible_pair(
    earlier: Quantity, later: Quantity, was: int, now: int
) -> None:
    change = difference(earlier, later)
    if isinstance(change, Difference) and earlier.allows(was) and later.allows(now):
        assert change.low is None or change.low <= now - was
        assert change.high is None or now - was <= change.high


@MANY
@given(earlier=STRIKES, later=STRIKES)
def test_an_end_of_a_difference_exists_only_where_both_ends_do(
    earlier: Quantity, later: Quantity
) -> None:
    change = difference(earlier, later)
    has_low = later.low is not None and earlier.high is not None
    has_high = later.high is not None and earlier.low is not None
    if isinstance(change, Unknown):
        assert not has_low
        assert not has_high
    else:
        assert (change.low is not None, change.high is not None) == (has_low, has_high)


@MANY
@given(earlier=STRIKES, later=STRIKES)
def test_the_ends_of_a_difference_are_reached(earlier: Quantity, later: Quantity) -> None:
    change = difference(earlier, later)
    if isinstance(change, Difference) and change.low is not None:
        assert later.low is not None
        assert earlier.high is not None
        assert later.allows(later.low)
        assert earlier.allows(earlier.high)
        assert change.low == later.low - earlier.high


@MANY
@given(earlier=STRIKES, later=own.quantities(unit="boats", whole=True))
def test_different_units_have_no_difference(earlier: Quantity, later: Quantity) -> None:
    assert isinstance(difference(earlier, later), Unknown)


@MANY
@given(a=PAIRS, b=PAIRS, c=PAIRS)
def test_a_hull_is_commutative_associative_and_idempotent(
    a: tuple[Number | None, Number | None],
    b: tuple[Number | None, Number | None],
    c: tuple[Number | None, Number | None],
) -> None:
    assert hull(a, b) == hull(b, a)
    assert hull(hull(a, b), c) == hull(a, hull(b, c))
    assert hull(a, a) == a


@MANY
@given(a=STRIKES, b=STRIKES, number=own.COUNTS)
def test_a_hull_allows_whatever_either_allows(a: Quantity, b: Quantity, number: int) -> None:
    low, high = hull((a.low, a.high), (b.low, b.high))
    if a.allows(number) or b.allows(number):
        assert Quantity(None, low, high, "strikes").allows(number)


@MANY
@given(a=STRIKES, b=STRIKES, number=own.COUNTS)
def test_what_one_number_satisfies_is_compatible(a: Quantity, b: Quantity, number: int) -> None:
    assert compatible(a, b) == compatible(b, a)
    if a.allows(number) and b.allows(number):
        assert compatible(a, b)


@MANY
@given(a=STRIKES, b=STRIKES)
def test_incompatible_counts_share_no_number(a: Quantity, b: Quantity) -> None:
    if not compatible(a, b):
        assert not any(a.allows(number) and b.allows(number) for number in range(-1, 502))


@MANY
@given(bound=own.literals(Bound), value=own.NUMBERS, other=own.NUMBERS)
def test_the_ends_of_a_bound_are_those_its_words_state(
    bound: Bound, value: Number, other: Number
) -> None:
    low, high = bounds_of(bound, value, other)
    has = {
        "exact": (True, True),
        "ordinal": (True, True),
        "between": (True, True),
        "at_least": (True, False),
        "more_than": (True, False),
        "at_most": (False, True),
        "less_than": (False, True),
        "approx": (False, False),
    }
    assert (low is not None, high is not None) == has[bound]
    assert low is None or high is None or low <= high


@MANY
@given(value=own.COUNTS)
def test_more_than_a_whole_number_begins_at_the_next(value: int) -> None:
    more = Quantity(value, *bounds_of("more_than", value), "people", "more_than")
    less = Quantity(value, *bounds_of("less_than", value), "people", "less_than")
    assert not more.allows(value)
    assert more.allows(value + 1)
    assert not less.allows(value)
    assert less.allows(value - 1)
    assert not compatible(more, less)


@MANY
@given(quantity=own.quantities())
def test_a_quantity_survives_its_text_with_the_type_of_its_numbers(quantity: Quantity) -> None:
    again = from_plain(Quantity, json.loads(canonical_json(quantity)))
    assert again == quantity
    assert [type(end) for end in (again.value, again.low, again.high)] == [
        type(end) for end in (quantity.value, quantity.low, quantity.high)
    ]


@MANY
@given(low=st.integers(1, 9), gap=st.integers(1, 9))
def test_an_empty_quantity_is_refused(low: int, gap: int) -> None:
    with pytest.raises(InvariantError, match="is empty"):
        Quantity(None, low, low - gap, "boats")


#: What lists, tables, scores and broken lines are made of.
PIECES = st.sampled_from(
    "0 3 12 1,200 .5 -5 3-1 9:30 2030 one twelve dozens several hundred million half third in of and or "
    "the people boats killed wounded missing % $ km ( ) , ; . - | ' \u2019s Orlan not no about to "
    "between more than".split()
)


@MANY
@given(pieces=st.lists(PIECES, max_size=24), glue=st.sampled_from([" ", "", "\n"]))
def test_whatever_is_read_from_scraps_stands_in_them_in_order(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    found = find_quantities(
        Parse(Extent(0, len(text)), (), ()), text, times=(), ages=True, implied=True
    )
    numbers = [one.number for one in found]
    assert numbers == sorted(numbers)
    assert all(a.end <= b.start for a, b in pairwise(numbers))
    for one in found:
        assert 0 <= one.extent.start <= one.number.start < one.number.end <= one.extent.end
        assert one.extent.end <= len(text)
        low, high = one.quantity.low, one.quantity.high
        assert low is None or high is None or low <= high
