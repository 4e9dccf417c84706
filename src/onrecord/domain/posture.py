"""Forces as reported, by category and named area: `Posture`. It has no field for coordinates.

There is no route, readiness score, rank, gap or future position either: what the schema lacks no
exporter can leak. Words that hold coordinates are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id
from onrecord.domain.quantity import Quantity
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import named_area

ElementKind = Literal[
    "formation", "ship", "aircraft_type", "personnel", "air_defence", "ground_equipment", "militia"
]
PostureStatus = Literal["in_port", "underway", "transiting", "operating", "departed", "returned"]
PostureSource = Literal["official", "outlet", "open_data"]

_NOT_STATED = Unknown("not stated")


@dataclass(frozen=True, slots=True)
class Posture:
    """One reported element of a force.

    Attributes:
        owner: Whose force, as worded; empty where the words do not say.
        element_kind: What it is.
        area: The sea or first-level region it is reported in, by name.
        as_of: The time the report holds for.
        statement: Id of the statement that carries it.
        name: Its public name or type, as worded.
        count: How many, with bounds.
        status_words: Status verbatim.
        status: Status normalised.
        source: What kind of source.
        comparison: A comparison the source itself makes, verbatim.
        readiness_words: Readiness only as the source words it.
    """

    owner: str
    element_kind: ElementKind
    area: str | Unknown
    as_of: When | Unknown
    statement: str
    name: str = ""
    count: Quantity | Unknown = _NOT_STATED
    status_words: str = ""
    status: PostureStatus | Unknown = _NOT_STATED
    source: PostureSource | Unknown = _NOT_STATED
    comparison: str = ""
    readiness_words: str = ""

    def __post_init__(self) -> None:
        if not self.statement:
            raise InvariantError("posture cites the statement that reports it")
        area = self.area if isinstance(self.area, str) else ""
        for words in (area, self.owner, self.name, self.status_words, self.comparison):
            named_area(words)
        named_area(self.readiness_words)

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("pos", self)


#: How far a report of a force has aged at the day looked from.
Staleness = Literal["fresh", "ageing", "stale", "lapsed", "undated"]

#: Name of the rule of `staleness_of`, printed wherever it greys a row.
STALENESS_RULE = "fade 7-30-90"
#: Days after which a report is no longer fresh, ageing, stale.
_FADES: Mapping[Staleness, int] = MappingProxyType({"fresh": 7, "ageing": 30, "stale": 90})


@dataclass(frozen=True, slots=True)
class PostureElement:
    """One element of a force through time: every report of it, none overwritten.

    Attributes:
        owner: Whose force, as the newest report that says so words it.
        element_kind: What it is.
        name: Its name or type; empty where there is none.
        area: Named area of the newest report.
        sightings: Every report of it, the oldest first.
        country: ISO code of the owner; empty where nobody could tell.
    """

    owner: str
    element_kind: ElementKind
    name: str
    area: str | Unknown
    sightings: tuple[Posture, ...]
    country: str = ""

    def __post_init__(self) -> None:
        if not self.sightings:
            raise InvariantError("an element of a force is reported at least once")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("elm", self)

    @property
    def latest(self) -> Posture:
        """Return the newest report."""
        return self.sightings[-1]

    @property
    def first_seen(self) -> When | Unknown:
        """Return the time of the oldest report."""
        return self.sightings[0].as_of


def staleness_of(as_of: When | Unknown, today: date | None) -> Staleness:
    """Return how far a report for `as_of` has aged by `today`, by the rule `fade 7-30-90`.

    Fresh for 7 days, ageing for 30, stale for 90, then lapsed; what bears no day, or is looked at from no
    day, is undated. A report of several days counts from its last.
    """
    if today is None or isinstance(as_of, Unknown) or as_of.latest is None:
        return "undated"
    age = (today - as_of.latest).days
    return next((name for name, days in _FADES.items() if age <= days), "lapsed")
