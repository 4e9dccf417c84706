"""A running count: `Tally`, its scope, the observations that built it. Nothing is overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.ids import content_id
from onrecord.domain.quantity import Difference, Number, Quantity
from onrecord.domain.span import Span
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

#: Whether a figure still has its issuer's word: `denied` when the issuer says it never gave it,
#: `withdrawn` when the issuer took it back without another in its place.
Standing = Literal["stands", "denied", "withdrawn"]
StepKind = Literal[
    "rise", "same", "undetermined", "revision", "fall_unexplained", "disagreement"
]  # fmt: skip
RelationKind = Literal["equal", "narrower", "wider", "disjoint", "unclear"]
#: Why a count moved: its issuer counted more; another issuer counts; more is counted than before; the
#: issuer put it right, saying so; it fell and nobody said why; nothing can be told.
MovementKind = Literal[
    "same_issuer", "another_issuer", "scope", "revision", "unexplained", "undetermined"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scope:
    """What a count counts. Two counts are one tally only when their scopes are equal (rule 5).

    Attributes:
        unit: The unit, as in `Quantity.unit`; strikes, boats and incidents are never the same.
        actor: Who does what is counted, when stated.
        domain: Land, sea or air, when stated.
        area: Named area, when stated.
        window_start: First day of the window as EDTF, when stated.
        group: Who is counted, in one word of the report, when narrower than people ("protesters").
        until: Last day of the window as EDTF, when stated; empty for a count that runs on.
        country: ISO 3166-1 code of the country the area is or lies in, when located.
        inclusion: What the words leave out of the count or take into it, verbatim ("excluding
            security forces").
        incident: What is counted over, in one word ("flood", "protest"), when stated.
        national: Whether the area is that whole country.
    """

    unit: str
    actor: str = ""
    domain: str = ""
    area: str = ""
    window_start: str = ""
    group: str = ""
    until: str = ""
    country: str = ""
    inclusion: str = ""
    incident: str = ""
    national: bool = False


@dataclass(frozen=True, slots=True)
class ScopeRelation:
    """How one scope stands to another, with the reason in words."""

    kind: RelationKind
    reason: str


@dataclass(frozen=True, slots=True)
class Observation:
    """One report of the count, as of one time, by one issuer.

    Attributes:
        as_of: The time the figure holds for: the document date, or an earlier time the words give.
        quantity: The figure with its bounds.
        statement: Id of the statement that carries it.
        span: The words that state the figure.
        issuer: Who gives the figure: the innermost source, else the outlet; `Unknown` if neither.
        outlet: Who published it.
        lineage: The origin independence is counted by.
        standing: Whether the issuer stands by it; what does not stand bounds nothing.
        against: Statement that denies or withdraws it; empty while it stands.
    """

    as_of: When | Unknown
    quantity: Quantity
    statement: str
    span: Span
    issuer: str | Unknown
    outlet: str | Unknown
    lineage: str
    standing: Standing = "stands"
    against: str = ""


@dataclass(frozen=True, slots=True)
class Derived:
    """What the observations allow together, by a named rule (law 4)."""

    low: Number | None
    best: Number | None
    high: Number | None
    rule: str
    support: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """The move from one observation to the next of a chain.

    Attributes:
        earlier: Statement of the earlier figure.
        later: Statement of the later figure.
        change: The difference, or why none can be derived.
        kind: A fall within one voice or lineage is a `revision` when a statement on record says so,
            else `fall_unexplained` (rule 4); a fall between lineages is a `disagreement`.
        cited: Statements that say the figure was put right; empty unless it is a `revision`.
    """

    earlier: str
    later: str
    change: Difference | Unknown
    kind: StepKind
    cited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """A count over time.

    Attributes:
        scope: What is counted.
        observations: In order of as-of, undated ones last, then by document and place in it.
        derived: What they allow together now.
        steps: From each dated observation to the next.
        lineages: How many independent origins stand behind it.
    """

    scope: Scope
    observations: tuple[Observation, ...]
    derived: Derived
    steps: tuple[Step, ...] = ()

    @property
    def id(self) -> str:
        """Return the id: a hash of scope and observations."""
        return content_id("tal", self)

    @property
    def lineages(self) -> tuple[str, ...]:
        """Return the distinct origins, sorted."""
        return tuple(sorted({observation.lineage for observation in self.observations}))


@dataclass(frozen=True, slots=True)
class Part:
    """One tally that counts a part of what another counts: never observations of one.

    Attributes:
        part: Id of the tally with the narrower scope.
        whole: Id of the tally with the wider one.
        reason: In what it is narrower.
    """

    part: str
    whole: str
    reason: str


@dataclass(frozen=True, slots=True)
class Movement:
    """Why a count moved, as far as the record says.

    Attributes:
        kind: What moved it.
        earlier: The earlier figure.
        later: The later figure.
        change: The difference, or why none can be derived.
        reason: One clause in our words.
        words: Words of the cited statement that give a reason ("after a review"); empty when none does.
        statements: What a reader checks it by: both figures, then what says that it was put right.
    """

    kind: MovementKind
    earlier: Observation
    later: Observation
    change: Difference | Unknown
    reason: str
    words: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crosscheck:
    """A reported total beside the sum of the events on record inside its scope; never mixed.

    Attributes:
        tally: Id of the tally.
        reported_low: Low end of the reported total.
        reported_high: High end of the reported total.
        events: Ids of the events whose harm was added up, sorted.
        low: Sum of their low ends; an event without one adds nothing.
        high: Sum of their high ends; `None` when one of them states none.
        unclear: Ids of events that may lie inside the scope and were not added.
        statements: What the sum rests on.
    """

    tally: str
    reported_low: Number | None
    reported_high: Number | None
    events: tuple[str, ...]
    low: Number
    high: Number | None
    unclear: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TallySheet:
    """A tally with all that the record says about it.

    Attributes:
        tally: The count.
        movements: Why it moved, one for each step, in order.
        part_of: Tallies it counts a part of.
        parts: Tallies that count a part of it.
        crosscheck: Its newest total beside the events on record; `None` where nothing can be compared.
    """

    tally: Tally
    movements: tuple[Movement, ...] = ()
    part_of: tuple[Part, ...] = ()
    parts: tuple[Part, ...] = ()
    crosscheck: Crosscheck | None = None
