from __future__ import annotations

import pytest

from onrecord.domain.errors import InvariantError
from onrecord.domain.where import Where, looks_like_coordinates, named_area, named_only

POINTS = (
    "10.4806, -66.9036", "(10.48; 66.90)", "10.48 -66.90", "10, -66", "10.5N", "10.5° N",
    "10°30'N 66°55'W", "10º 30'", "10 N, 66 W", "1030N 06655W", "N 10.5, W 66.9", "N10 W66",
    "latitude 10.5", "lat: -10", "lon 66", "10 degrees north", "10.5 deg", "19P HK 12345 67890",
    "19PHK1234567890", "19P 732000 1160000", "77JWFQ6W+P8", "CWC8+R9", "+10.48-066.90/",
    "geo:10.48,-66.90", "///filled.count.soap", "off Port Alder at 10.4806, -66.9036",
)  # fmt: skip
NAMES = (
    "", "Port Alder", "the northern Bay of Alder", "the 38th parallel", "Sector 4", "Highway 5 South",
    "Area 51", "Zone B-12", "within 12 nautical miles", "Region 10, Region 12", "North and West Alder",
    "Al-Nasr", "the Strait of Example, 40 miles wide", "E40 and N5 motorways",
    "Side Café – Ostufer", "15 de Marzo",
)  # fmt: skip


@pytest.mark.parametrize("text", POINTS)
def test_a_point_on_the_map_is_no_named_area(text: str) -> None:
    assert looks_like_coordinates(text)
    with pytest.raises(InvariantError, match="never coordinates"):
        named_area(text)


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_a_named_area(text: str) -> None:
    assert named_area(text) == text


def test_a_place_is_narrowed_to_its_name_where_its_words_hold_a_point() -> None:
    plain = Where("off Port Alder", "Port Alder", 6, "high_seas")
    assert named_only(plain) is plain
    assert named_only(None) is None
    narrowed = named_only(Where("off Port Alder, 10.48 N, 66.90 W", "Port Alder", 6, "high_seas"))
    assert narrowed == Where("Port Alder", "Port Alder", 6, "high_seas")


@pytest.mark.parametrize("name", ["", "10.48 N, 66.90 W"])
def test_a_place_that_is_nothing_but_a_point_is_dropped(name: str) -> None:
    assert named_only(Where("at 10.48 N, 66.90 W", name)) is None
