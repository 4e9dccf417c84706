"""One act of violence as one document reports it: `Incident`, its parties and its tolls.

An incident is what a single document says happened, with the words it rests on. It decides nothing
between documents: grouping incidents of several documents is a later stage's work. Who is named as
the perpetrator is a claim with a standing (`Party.standing`), never a finding (domain rule 12).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id
from onrecord.domain.quantity import Number
from onrecord.domain.span import Span
from onrecord.domain.statement import Act
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

IncidentKind = Literal[
    "attack", "killing", "execution", "shooting", "bombing", "explosion", "shelling", "airstrike",
    "drone_attack", "abduction", "arson", "robbery", "clash", "arrest",
]  # fmt: skip
IncidentStage = Literal["accomplished", "attempted", "threatened"]
#: How the words tie an organisation to the act.
Standing = Literal["fact", "claimed", "accused", "accused_by_authorities", "possible"]
PartyKind = Literal["person", "organisation", "thing"]

_NO_NUMBER = Unknown("the document states no number")

#: PLOVER's type and mode for each kind.
ACT_OF: dict[IncidentKind, Act] = {
    "attack": Act("PLOVER", "ASSAULT"),
    "killing": Act("PLOVER", "ASSAULT", "targeted"),
    "execution": Act("PLOVER", "ASSAULT", "targeted"),
    "shooting": Act("PLOVER", "ASSAULT", "firearms"),
    "bombing": Act("PLOVER", "ASSAULT", "explosives"),
    "explosion": Act("PLOVER", "ASSAULT", "explosives"),
    "shelling": Act("PLOVER", "ASSAULT", "heavy-weapons"),
    "airstrike": Act("PLOVER", "ASSAULT", "aerial"),
    "drone_attack": Act("PLOVER", "ASSAULT", "drone"),
    "abduction": Act("PLOVER", "ASSAULT", "abduct"),
    "arson": Act("PLOVER", "ASSAULT"),
    "robbery": Act("PLOVER", "COERCE", "seize"),
    "clash": Act("PLOVER", "ASSAULT"),
    "arrest": Act("PLOVER", "COERCE", "arrest"),
}


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something an incident concerns.

    Attributes:
        names: The words for it, verbatim but for line breaks, the fullest proper name first.
        kind: People, an organisation or a thing.
        spans: Where the names stand, one for each.
        standing: How the words tie a perpetrator that is an organisation to the act; empty otherwise.
    """

    names: tuple[str, ...]
    kind: PartyKind
    spans: tuple[Span, ...]
    standing: tuple[Standing, ...] = ()

    def __post_init__(self) -> None:
        if not self.names or len(self.names) != len(self.spans):
            raise InvariantError("a party has a name, and each name stands somewhere")


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people suffered the same: inclusive ends, `None` where an end was not stated."""

    low: Number | None
    high: Number | None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise InvariantError("a toll states an end")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvariantError(f"a toll from {self.low} to {self.high} is empty")


@dataclass(frozen=True, slots=True)
class Incident:
    """What one document says happened once.

    Attributes:
        document: Id of the document.
        kind: What was done.
        stage: Whether it was done, tried or only threatened.
        cues: The words that name the act, in order of the text; never empty.
        when: The day or days, or why they are not known.
        country: ISO 3166-1 code of the state, or why it is not known.
        places: Names of places within it, verbatim, in order of the text.
        perpetrators: Those said to have done it.
        victims: People harmed or threatened.
        targets: Things attacked.
        killed: How many were killed, or why that is not known.
        injured: How many were injured, or why that is not known.
    """

    document: str
    kind: IncidentKind
    stage: IncidentStage
    cues: tuple[Span, ...]
    when: When | Unknown
    country: str | Unknown
    places: tuple[str, ...] = ()
    perpetrators: tuple[Party, ...] = ()
    victims: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    killed: Toll | Unknown = _NO_NUMBER
    injured: Toll | Unknown = _NO_NUMBER

    def __post_init__(self) -> None:
        if not self.cues:
            raise InvariantError("an incident rests on words")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("inc", self)

    @property
    def act(self) -> Act:
        """Return PLOVER's type and mode of what was done."""
        return ACT_OF[self.kind]
