"""How places lie to each other: distance, and what lies in what."""

from __future__ import annotations

import math

from onrecord.ports.gazetteer import Entry

_EARTH_KM = 6371.0
#: How far a town may lie from the middle of the county or island it is said to be in.
_REACH_KM = 100.0


def distance_km(one: Entry, other: Entry) -> float:
    """Return the distance between two middles over the globe, in kilometres."""
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def lies_in(inner: Entry, outer: Entry) -> bool:
    """Say whether a place lies in a country, a region or the land around a county's middle."""
    if inner.id == outer.id or not inner.country or inner.country != outer.country:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if outer.kind == "region":
        return inner.region == outer.region and inner.kind not in ("country", "region")
    if outer.kind in ("county", "area", "island"):
        return inner.kind == "city" and distance_km(inner, outer) < _REACH_KM
    return False
