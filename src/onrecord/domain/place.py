"""Places events are reported at: `Place`. A place known only roughly has no point on the map."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id
from onrecord.domain.unknown import Unknown
from onrecord.domain.where import LegalDomain, WherePrecision

PlaceKind = Literal[
    "country", "first_level", "second_level", "settlement", "site", "region", "sea", "airspace",
    "unknown",
]  # fmt: skip

#: The roughest precision that still has a point: a first-level division. Beyond it a point would be
#: a centroid that nobody reported (domain rule 15).
ROUGHEST_POINT: WherePrecision = 4

_NO_POINT = Unknown("nobody located it")
_MAX_LONGITUDE, _MAX_LATITUDE = 180.0, 90.0


@dataclass(frozen=True, slots=True)
class Point:
    """A position in degrees, WGS 84, in the order of GeoJSON (RFC 7946)."""

    longitude: float
    latitude: float

    def __post_init__(self) -> None:
        on_earth = abs(self.longitude) <= _MAX_LONGITUDE and abs(self.latitude) <= _MAX_LATITUDE
        if not on_earth or not math.isfinite(self.longitude + self.latitude):
            raise InvariantError(f"{self.longitude}, {self.latitude} is no place on Earth")


@dataclass(frozen=True, slots=True)
class JurisdictionClaim:
    """Who says the place falls under whom."""

    claimant: str
    statement: str


@dataclass(frozen=True, slots=True)
class Place:
    """A named place.

    Attributes:
        name: The name used here.
        kind: What it is.
        precision: How precisely it is known (UCDP).
        domain: Land, sea or air as far as the words say.
        geometry: A point from a public gazetteer, or why there is none.
        gazetteer: Which gazetteer and entry the point is from.
        aliases: Other names, as found.
        jurisdiction: Claims, side by side.
        within: Id of the place it lies in.
    """

    name: str
    kind: PlaceKind = "unknown"
    precision: WherePrecision = 6
    domain: LegalDomain = "unknown"
    geometry: Point | Unknown = _NO_POINT
    gazetteer: str = ""
    aliases: tuple[str, ...] = ()
    jurisdiction: tuple[JurisdictionClaim, ...] = ()
    within: str | None = None

    def __post_init__(self) -> None:
        if not self.name:
            raise InvariantError("a place has a name")
        if isinstance(self.geometry, Point):
            if self.precision > ROUGHEST_POINT:
                raise InvariantError("a place known only roughly has no point")
            if not self.gazetteer:
                raise InvariantError("a point names the gazetteer it is from")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("plc", self)


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place with what on record names it.

    Attributes:
        place: The place.
        statements: Ids of the statements that say something happened there, sorted.
        documents: Ids of the documents, sorted.
        lineages: Their distinct origins, sorted (law 6).
    """

    place: Place
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    lineages: tuple[str, ...]
