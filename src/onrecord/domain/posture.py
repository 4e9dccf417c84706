"""Forces as reported, by category and named area: `Posture`. It has no field for coordinates.

There is no route, readiness score, rank, gap or future position either: what the schema lacks no
exporter can leak. Words that hold coordinates, a distance to a point, or that tell of a weakness are
refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id
from onrecord.domain.quantity import Difference, Quantity
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import looks_like_coordinates, named_area

ElementKind = Literal[
    "formation", "ship", "aircraft_type", "personnel", "air_defence", "ground_equipment", "militia"
]
PostureStatus = Literal["in_port", "underway", "transiting", "operating", "departed", "returned"]
PostureSource = Literal["official", "outlet", "open_data"]

_NOT_STATED = Unknown("not stated")
#: "12 nautical miles", "a few kilometres", "miles off": how far a force is from a point.
_DISTANCE = re.compile(
    r"""
      \b(?:[0-9][0-9.,]*|dozens|hundreds|few|several|some|two|three|four|five|six|seven|eight|nine|ten
        |eleven|twelve|dozen|twenty|thirty|forty|fifty|sixty|hundred)
      [\s-]+(?:of\s+)?(?:nautical[\s-]+)?(?:miles?|kilomet(?:er|re)s?|km|nmi?|met(?:er|re)s?|yards?)\b
    | \b[0-9][0-9.,]*(?:km|nmi?|m)\b
    | \b(?:miles?|kilomet(?:er|re)s?)\s+(?:off|from|of|away|inside|north|south|east|west)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Where a force could be hurt.
_WEAKNESS = re.compile(
    r"""\b(?:vulnerab\w+|undefended|unprotected|unguarded|blind\s+spots?|weak(?:est)?\s+(?:point|spot)s?
    |gaps?\s+in\s+(?:\w+\s+){0,3}(?:coverage|defen[cs]es?|cover))\b""",
    re.VERBOSE | re.IGNORECASE,
)


def is_too_fine(text: str) -> bool:
    """Say whether words give a position finer than a named area, or where a force could be hurt.

    Example:
        >>> is_too_fine("12 nautical miles off the port"), is_too_fine("the Strait of Corrow")
        (True, False)
    """
    return (
        looks_like_coordinates(text)
        or _DISTANCE.search(text) is not None
        or _WEAKNESS.search(text) is not None
    )


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
        words: The words that name it, verbatim.
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
    words: str = ""

    def __post_init__(self) -> None:
        if not self.statement:
            raise InvariantError("posture cites the statement that reports it")
        area = self.area if isinstance(self.area, str) else ""
        counted = "" if isinstance(self.count, Unknown) else self.count.counted
        own = (self.owner, self.name, self.status_words, self.comparison, self.readiness_words)
        for words in (area, counted, self.words, *own):
            named_area(words)
            if is_too_fine(words):
                raise InvariantError(
                    "posture holds no distance to a point and no weakness of a force"
                )

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
        copies: Statements that only repeat a sighting within its lineage on its day, each with the
            statement of that sighting.
    """

    owner: str
    element_kind: ElementKind
    name: str
    area: str | Unknown
    sightings: tuple[Posture, ...]
    country: str = ""
    copies: tuple[tuple[str, str], ...] = ()

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

    @property
    def counted(self) -> Posture | None:
        """Return the newest report that states a count."""
        return next(
            (one for one in reversed(self.sightings) if isinstance(one.count, Quantity)), None
        )

    def told_by(self, sighting: Posture) -> tuple[str, ...]:
        """Return every statement that tells one sighting, the one it is taken from first."""
        again = [copy for copy, of in self.copies if of == sighting.statement]
        return (sighting.statement, *again)


#: How an element differs from what was reported of it before.
PostureChangeKind = Literal["new", "count", "area", "status", "gone_stale"]


@dataclass(frozen=True, slots=True)
class PostureChange:
    """What newer reports of an element say that older ones do not.

    Attributes:
        kind: In what they differ.
        element: The element, with all its reports.
        later: The newer report.
        earlier: The report it is held against; `None` for an element not reported before.
        difference: By how much a count moved, as far as both counts allow; `Unknown` for other kinds.
    """

    kind: PostureChangeKind
    element: PostureElement
    later: Posture
    earlier: Posture | None = None
    difference: Difference | Unknown = _NOT_STATED


@dataclass(frozen=True, slots=True)
class LeftOutForce:
    """Words on a force that make no element, with the reason.

    Attributes:
        statement: Id of the statement they stand in.
        words: The words; empty where they are what must not be printed.
        why: Why they make none.
    """

    statement: str
    words: str
    why: str


def staleness_of(as_of: When | Unknown, today: date | None) -> Staleness:
    """Return how far a report for `as_of` has aged by `today`, by the rule `fade 7-30-90`.

    Fresh for 7 days, ageing for 30, stale for 90, then lapsed; what bears no day, or is looked at from no
    day, is undated. A report of several days counts from its last.
    """
    if today is None or isinstance(as_of, Unknown) or as_of.latest is None:
        return "undated"
    age = (today - as_of.latest).days
    return next((name for name, days in _FADES.items() if age <= days), "lapsed")
