from __future__ import annotations

from typing import Any

import pytest

from onrecord.domain.errors import InvariantError
from onrecord.domain.place import Place, Point
from onrecord.domain.unknown import Unknown

POINT = Point(-66.9, 10.5)


def test_a_place_nobody_located_has_no_point() -> None:
    assert isinstance(Place("Port Alder").geometry, Unknown)
    assert Place("Port Alder").precision == 6


@pytest.mark.parametrize("precision", [1, 2, 3, 4])
def test_a_located_place_has_a_point_and_says_from_where(precision: Any) -> None:
    place = Place("Port Alder", precision=precision, geometry=POINT, gazetteer="public 1234")
    assert place.geometry == POINT
    with pytest.raises(InvariantError, match="gazetteer"):
        Place("Port Alder", precision=precision, geometry=POINT)


@pytest.mark.parametrize("precision", [5, 6, 7])
def test_a_country_or_sea_is_never_drawn_as_a_point(precision: Any) -> None:
    with pytest.raises(InvariantError, match="no point"):
        Place("Alder", precision=precision, geometry=POINT, gazetteer="public 1")


@pytest.mark.parametrize("ends", [(181, 0), (0, 91), (float("nan"), 0), (0, float("inf"))])
def test_a_point_lies_on_earth(ends: tuple[float, float]) -> None:
    with pytest.raises(InvariantError, match="no place on Earth"):
        Point(*ends)


def test_a_place_has_a_name() -> None:
    with pytest.raises(InvariantError, match="has a name"):
        Place("")
