from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import pytest

from onrecord.domain.codec import canonical_json, from_plain, to_plain
from onrecord.domain.errors import InvariantError
from onrecord.domain.unknown import Unknown


@dataclass(frozen=True, slots=True)
class Buoy:
    name: str
    colour: Literal["red", "green"] = "red"
    depth: int | float | None = None
    pair: tuple[int, str] | Unknown = (0, "")
    lit: bool | Unknown = False
    weight: float = 0.5


def test_a_field_that_holds_its_default_is_left_out() -> None:
    assert canonical_json(Buoy("N")) == '{"name":"N"}'


def test_a_default_of_another_type_is_written() -> None:
    odd: Any = 0
    assert canonical_json(Buoy("N", lit=odd)) == '{"lit":0,"name":"N"}'


def test_keys_are_sorted_and_letters_stay_as_they_are() -> None:
    assert canonical_json({"ü": 1, "a": (None, "“ß”")}) == '{"a":[null,"“ß”"],"ü":1}'


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_a_number_that_is_none_has_no_plain_form(number: float) -> None:
    with pytest.raises(InvariantError, match="no plain form"):
        canonical_json(number)


def test_a_value_json_lacks_has_no_plain_form() -> None:
    with pytest.raises(InvariantError, match="set has no plain form"):
        to_plain({1, 2})


@pytest.mark.parametrize(
    ("plain", "why"),
    [
        ({}, "lacks"),
        ({"name": "N", "rank": 1}, "has no field"),
        ({"name": None}, "is no"),
        ({"name": {"unknown": "x"}}, "is no"),
        ({"name": "N", "colour": "blue"}, "is no"),
        ({"name": "N", "depth": "deep"}, "fits none"),
        ({"name": "N", "depth": True}, "fits none"),
        ({"name": "N", "depth": {"unknown": "no sounding"}}, "fits none"),
        ({"name": "N", "pair": [1]}, "fits none"),
        ({"name": "N", "pair": None}, "fits none"),
        ({"name": "N", "pair": {"unknown": ""}}, "says why"),
        ({"name": "N", "pair": {"unknown": 3}}, "is no"),
        ({"name": "N", "lit": 1}, "fits none"),
        ({"name": "N", "weight": True}, "is no"),
        ([], "is no Buoy"),
        ("N", "is no Buoy"),
    ],
)
def test_a_plain_form_that_does_not_fit_is_refused(plain: Any, why: str) -> None:
    with pytest.raises(InvariantError, match=why):
        from_plain(Buoy, plain)


def test_a_whole_number_stays_whole_in_a_field_for_floats() -> None:
    again = from_plain(Buoy, {"name": "N", "weight": 1})
    assert canonical_json(again) == '{"name":"N","weight":1}'


def test_what_is_unknown_comes_back_with_its_reason() -> None:
    buoy = Buoy("N", pair=Unknown("worn off"), lit=Unknown("seen by day"))
    assert from_plain(Buoy, to_plain(buoy)) == buoy


def test_a_list_is_no_reason() -> None:
    with pytest.raises(InvariantError, match="gives no reason"):
        from_plain(Unknown, ["x"])
