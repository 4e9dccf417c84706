"""Who speaks and who acts: `Source`, how far it is known and rated, and `Actor`.

An unnamed source keeps the outlet's descriptor and nothing else, and a private person is not named
unless somebody says why. Both rules stand in the schema, so no later stage can forget them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id
from onrecord.domain.statement import SourceIdentity
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

SourceKind = Literal[
    "person", "office", "organisation", "outlet", "news_agency", "document", "dataset", "unknown"
]
#: Admiralty source grades: A completely reliable to E unreliable, F cannot be judged.
Reliability = Literal["A", "B", "C", "D", "E", "F"]
ActorKind = Literal["state", "organ", "person", "armed_group", "organisation", "population"]

#: Statements of a source that must have been checked before it gets a grade other than F.
CHECKED_FOR_A_GRADE = 5

_UNNAMED = ("unnamed_official", "unnamed", "unattributed")
_NOT_ASKED = Unknown("nobody has recorded it")
_NO_INTEREST = Unknown("no interest is on record")
_NO_LINEAGE = Unknown("no origin is credited")
_NO_VALIDITY = Unknown("no dates are stated")


@dataclass(frozen=True, slots=True)
class Grade:
    """A rating of a source at one time; F until enough of its statements were checked.

    Attributes:
        reliability: The Admiralty letter.
        at: Day of the rating as EDTF.
        checked: Ids of the statements that were checked.
        reason: Why this letter, in one sentence.
    """

    reliability: Reliability
    at: str
    checked: tuple[str, ...] = ()
    reason: str = ""

    def __post_init__(self) -> None:
        if self.reliability != "F" and len(set(self.checked)) < CHECKED_FOR_A_GRADE:
            raise InvariantError(
                f"grade {self.reliability} needs {CHECKED_FOR_A_GRADE} checked statements"
            )


@dataclass(frozen=True, slots=True)
class Source:
    """One voice or outlet that statements come from.

    Attributes:
        kind: What it is.
        identity: How far it is identified.
        descriptor: The words that describe it, verbatim ("a senior defence official").
        name: Its name; empty for an unnamed source.
        party_to_conflict: Whether it takes part in what it speaks about.
        interest: What it stands to gain, as stated.
        lineage: The origin independence is counted by.
        grades: Ratings in order of time.
        actor: Id of the Actor it is, when it acts as well; `None` for an unnamed source.
    """

    kind: SourceKind
    identity: SourceIdentity
    descriptor: str
    name: str = ""
    party_to_conflict: bool | Unknown = _NOT_ASKED
    interest: str | Unknown = _NO_INTEREST
    lineage: str | Unknown = _NO_LINEAGE
    grades: tuple[Grade, ...] = ()
    actor: str | None = None

    def __post_init__(self) -> None:
        if not self.descriptor:
            raise InvariantError("a source keeps the words that describe it")
        if self.identity in _UNNAMED and (self.name or self.actor is not None):
            raise InvariantError("an unnamed source keeps the outlet's descriptor and nothing else")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("src", self)

    @property
    def reliability(self) -> Reliability:
        """Return the latest grade; F, cannot be judged, before there is one."""
        return self.grades[-1].reliability if self.grades else "F"


@dataclass(frozen=True, slots=True)
class ActorRole:
    """An office or function held, while it was held.

    Attributes:
        title: The office ("foreign minister").
        statement: Id of the statement that says so.
        valid: When it was held.
        public: Whether it is a public office.
    """

    title: str
    statement: str
    valid: When | Unknown = _NO_VALIDITY
    public: bool | Unknown = _NOT_ASKED


@dataclass(frozen=True, slots=True)
class Designation:
    """A listing of an actor under an Authority, as stated. It confers nothing by itself."""

    authority: str
    statement: str
    valid: When | Unknown = _NO_VALIDITY


@dataclass(frozen=True, slots=True)
class Identifier:
    """The name of something in somebody else's register ("wikidata", "Q42")."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who does or suffers something.

    Attributes:
        name: The name used here.
        kind: What it is.
        aliases: Other names, as found.
        country: ISO 3166 code, or why there is none.
        roles: Offices held, each by a statement.
        identifiers: Its names in public registers.
        designations: Listings, each by a statement.
        part_of: Id of the actor it belongs to.
        named_because: Why a person without public office is named; needed exactly then.
    """

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    country: str | Unknown = _NOT_ASKED
    roles: tuple[ActorRole, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    designations: tuple[Designation, ...] = ()
    part_of: str | None = None
    named_because: str = ""

    def __post_init__(self) -> None:
        if not self.name:
            raise InvariantError("an actor has a name")
        holds_office = any(role.public is True for role in self.roles)
        if self.kind == "person" and not holds_office and not self.named_because.strip():
            raise InvariantError("a private person is named only for a stated reason")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("act", self)


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor with what on record names it.

    Attributes:
        actor: Who it is.
        statements: Ids of the statements that name it, sorted.
        documents: Ids of the documents, sorted.
        lineages: Their distinct origins, sorted: how many report of it independently (law 6).
    """

    actor: Actor
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    lineages: tuple[str, ...]
