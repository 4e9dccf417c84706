from __future__ import annotations

import pytest

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
from onrecord.domain.unknown import Unknown


@pytest.mark.parametrize(
    ("bound", "value", "ends"),
    [
        ("exact", 21, (21, 21)), ("ordinal", 3, (3, 3)), ("at_least", 83, (83, None)),
        ("more_than", 100, (101, None)), ("more_than", 1.5, (1.5, None)),
        ("at_most", 12, (None, 12)), ("less_than", 12, (None, 11)), ("approx", 15000, (None, None)),
    ],
)  # fmt: skip
def test_words_bind_a_number(
    bound: Bound, value: Number, ends: tuple[Number | None, Number | None]
) -> None:
    assert bounds_of(bound, value) == ends


def test_a_range_is_read_in_either_direction() -> None:
    assert bounds_of("between", 15, 10) == bounds_of("between", 10, 15) == (10, 15)
    assert bounds_of("between", 10) == (10, 10)


def test_twenty_one_then_at_least_twenty_nine_is_at_least_eight_more() -> None:
    was, now = Quantity(21, 21, 21, "strikes"), Quantity(29, 29, None, "strikes", "at_least")
    assert difference(was, now) == Difference(8, None)


def test_at_least_eighty_three_then_more_than_a_hundred_is_not_determined() -> None:
    was = Quantity(83, 83, None, "people_killed", "at_least")
    now = Quantity(100, 101, None, "people_killed", "more_than")
    assert difference(was, now) == Unknown("neither count states the end that a difference needs")


def test_strikes_and_boats_have_no_difference() -> None:
    change = difference(Quantity(21, 21, 21, "strikes"), Quantity(22, 22, 22, "boats"))
    assert change == Unknown("strikes and boats are not the same")


def test_a_count_without_unit_is_not_compared() -> None:
    assert isinstance(difference(Quantity(1, 1, 1, ""), Quantity(2, 2, 2, "boats")), Unknown)


def test_an_empty_quantity_is_refused() -> None:
    with pytest.raises(InvariantError, match="empty"):
        Quantity(3, 4, 3, "boats")


def test_a_hull_is_open_where_either_is() -> None:
    assert hull((1, 3), (2, None)) == (1, None)
    assert hull((1, 3), (2, 9)) == (1, 9)


def test_an_approximation_is_compatible_with_anything() -> None:
    about = Quantity(15000, None, None, "personnel", "approx")
    assert compatible(about, Quantity(12, 12, 12, "personnel"))


def test_two_exact_counts_that_differ_are_not_compatible() -> None:
    assert not compatible(Quantity(12, 12, 12, "boats"), Quantity(13, 13, 13, "boats"))
