"""What the reader needs from a list of the world's places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

#: `region` is a first-level division (a state, a province), `county` a second-level one, `area` land
#: with a name but no government of its own (the Sahel), `continent` also a part of one.
EntryKind = Literal[
    "continent", "country", "region", "county", "city", "area", "island", "mountain", "lake", "river",
    "sea", "strait",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One place as a public gazetteer lists it.

    Attributes:
        id: Which gazetteer and which of its entries: `geonames:2988507`.
        name: Its usual name in English, or in its own language where English has none.
        kind: What it is.
        lat: Latitude of its middle, in degrees, WGS 84.
        lon: Longitude of its middle.
        country: ISO 3166-1 code of two letters; empty at sea and for what lies in several countries.
        region: Name of the first-level division it lies in or is; empty where there is none.
        population: How many live there as far as the gazetteer says; 0 when it does not.
        capital: Whether it is the capital of a state or territory.
    """

    id: str
    name: str
    kind: EntryKind
    lat: float
    lon: float
    country: str = ""
    region: str = ""
    population: int = 0
    capital: bool = False


class Gazetteer(Protocol):
    """Knows places by their names."""

    @property
    def name(self) -> str:
        """Which list and version, written into every record the reader makes."""
        ...

    def look_up(self, name: str) -> tuple[Entry, ...]:
        """Return every place of that name, the best known first; empty when there is none.

        Case, accents, full stops, hyphens and the spelling of `Saint`, `Mount` and `Fort` do not count.
        """
        ...

    def homes_of(self, people: str) -> tuple[Entry, ...]:
        """Return the places whose people or things are called so: France for `French`.

        Case counts: `Polish` is of Poland, `polish` of nowhere.
        """
        ...
