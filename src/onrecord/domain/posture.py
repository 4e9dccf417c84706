"""Forces as reported, by category and named area: `Posture`. It has no field for coordinates.

There is no route, readiness score, rank, gap or future position either: what the schema lacks no
exporter can leak. Words that hold coordinates are refused.
"""

from __future__ import annotations

from dataclasses import dataclass
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
        owner: Whose force, as worded.
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
