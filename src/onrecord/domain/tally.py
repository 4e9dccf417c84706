"""A running count: `Tally`, its scope, the observations that built it. Nothing is overwritten."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.ids import content_id
from onrecord.domain.quantity import Difference, Number, Quantity
from onrecord.domain.span import Span
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When


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
    """

    unit: str
    actor: str = ""
    domain: str = ""
    area: str = ""
    window_start: str = ""
    group: str = ""


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
    """

    as_of: When | Unknown
    quantity: Quantity
    statement: str
    span: Span
    issuer: str | Unknown
    outlet: str | Unknown
    lineage: str


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
        kind: `rise`, `fall`, `same`, `undetermined`; a fall within one lineage is a `revision`
            (rule 4), a fall between lineages a `disagreement`.
    """

    earlier: str
    later: str
    change: Difference | Unknown
    kind: str


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
