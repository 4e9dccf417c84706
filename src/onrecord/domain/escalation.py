"""Moves in one dimension of a crisis: `EscalationStep`. There is no scalar of escalation.

Each dimension has its own ordered values; a step goes up in one and may go down in another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id
from onrecord.domain.quantity import Difference, Number, Quantity, difference
from onrecord.domain.statement import Statement
from onrecord.domain.target import TargetClass
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

Dimension = Literal[
    "act", "domain", "target_class", "overtness", "lethality", "posture", "authority_state", "tempo"
]
Direction = Literal["up", "down", "level", "unordered", "unknown"]
Mechanism = Literal["deliberate", "inadvertent", "accidental", "unknown"]

#: The values of each dimension, lowest first. `tempo` is counted, in events per 30 days.
LEVELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "act": (
            "verbal", "display", "non_lethal_force", "lethal_force", "sustained_hostilities",
        ),
        "domain": ("high_seas", "territorial_sea", "airspace", "land"),
        "target_class": get_args(TargetClass),
        "overtness": (
            "unacknowledged", "reported_by_unnamed_sources", "acknowledged", "formally_declared",
        ),
        "lethality": ("none", "property", "deaths_reported"),
        "posture": ("routine", "reinforced", "assault_capable_as_described"),
        "authority_state": (
            "claimed_covered", "contested", "explicitly_not_covered", "no_cited_basis",
            "unknown",
        ),
    }
)  # fmt: skip

#: Dimensions whose values are apart rather than above one another.
UNORDERED: tuple[Dimension, ...] = ("authority_state",)

_OFF_RECORD = ("fut", "jdg", "tgt", "meta")
_NOT_CHECKED = Unknown("nobody has checked whether it is the first")
_NO_DAY = Unknown("no day is stated")


@dataclass(frozen=True, slots=True)
class PublishedScore:
    """A score of the act in somebody's table: a secondary column, never the step itself."""

    table: str
    version: str
    value: Number


@dataclass(frozen=True, slots=True)
class EscalationStep:
    """A move from one value to another in one dimension, by a cited statement.

    Attributes:
        subject: Id of the event or statement that is the step.
        statement: Id of the statement that carries it.
        dimension: In which dimension.
        from_value: Value before; a Quantity for `tempo`.
        to_value: Value after; a Quantity for `tempo`.
        mechanism: Whether it was meant, as far as stated.
        first_time: Whether the value was reached for the first time.
        scores: Secondary columns with their table and version.
        party: Who acts: ISO 3166-1 code of a state, else the words as told; empty where nobody is named.
        when: When the value was reached.
        earlier: Id of the statement that carries the value before; empty where none is on record.
    """

    subject: str
    statement: str
    dimension: Dimension
    from_value: str | Quantity | Unknown
    to_value: str | Quantity | Unknown
    mechanism: Mechanism = "unknown"
    first_time: bool | Unknown = _NOT_CHECKED
    scores: tuple[PublishedScore, ...] = ()
    party: str = ""
    when: When | Unknown = _NO_DAY
    earlier: str = ""

    def __post_init__(self) -> None:
        if not self.subject or not self.statement:
            raise InvariantError("a step cites what it is and the statement that carries it")
        for value in (self.from_value, self.to_value):
            _require_value(self.dimension, value)

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("stp", self)

    @property
    def direction(self) -> Direction:
        """Return where the step goes, derived from its values and never stored beside them."""
        before, after = self.from_value, self.to_value
        if isinstance(before, Quantity) and isinstance(after, Quantity):
            return _direction_of(difference(before, after))
        if not isinstance(before, str) or not isinstance(after, str):
            return "unknown"
        if self.dimension in UNORDERED:
            return "level" if before == after else "unordered"
        levels = LEVELS[self.dimension]
        change = levels.index(after) - levels.index(before)
        return _direction_of(Difference(change, change))


def step_from(
    statement: Statement,
    *,
    dimension: Dimension,
    from_value: str | Quantity | Unknown,
    to_value: str | Quantity | Unknown,
    first_time: bool | Unknown = _NOT_CHECKED,
) -> EscalationStep:
    """Return the step that `statement` reports.

    Raises:
        InvariantError: the step goes up and the statement is negated, hypothetical, planned, a
            question or a judgement (domain rule 11).
    """
    step = EscalationStep(
        subject=statement.id,
        statement=statement.id,
        dimension=dimension,
        from_value=from_value,
        to_value=to_value,
        first_time=first_time,
    )
    if step.direction == "up" and not is_told_as_done(statement):
        raise InvariantError("what has not been reported as done is no step up")
    return step


def is_told_as_done(statement: Statement) -> bool:
    """Say whether a statement tells of something as done or standing, so that a step may rise by it.

    What is judged, foreseen, aimed at, negated, supposed, planned or asked does not (domain rule 11).
    """
    return (
        statement.kind.partition(".")[0] not in _OFF_RECORD
        and not statement.off_line
        and statement.innermost.value in ("CT+", "PR+")
        and not any(held.value.endswith("-") for held in statement.factuality)
    )


def _require_value(dimension: Dimension, value: str | Quantity | Unknown) -> None:
    if isinstance(value, Unknown):
        return
    if isinstance(value, Quantity) != (dimension == "tempo"):
        raise InvariantError("tempo, and tempo alone, is counted")
    if isinstance(value, str) and value not in LEVELS[dimension]:
        raise InvariantError(f"{value!r} is no value of {dimension}")


def _direction_of(change: Difference | Unknown) -> Direction:
    if isinstance(change, Unknown):
        return "unknown"
    if change.low is not None and change.low > 0:
        return "up"
    if change.high is not None and change.high < 0:
        return "down"
    return "level" if change.low == change.high == 0 else "unknown"


#: Where a named threshold stands: somebody is cited who reports it crossed; it is said not to be crossed;
#: it is only threatened, planned or predicted; nobody reports it and
#: somebody holds it unlikely; only supposed. The strongest first.
ThresholdState = Literal["crossed", "not_crossed", "threatened", "held_unlikely", "supposed"]


@dataclass(frozen=True, slots=True)
class ThresholdMention:
    """One statement that speaks of a threshold, and what it says of it."""

    statement: str
    state: ThresholdState


@dataclass(frozen=True, slots=True)
class Threshold:
    """A named line that a crisis crosses or does not, with every statement that speaks of it.

    Attributes:
        name: Which line, from the versioned table ("strike-on-land", "invasion").
        label: What it is, in plain words.
        dimension: In which dimension.
        value: The value that crossing it reaches.
        mentions: What is said of it, the oldest first; never empty.
        table: Name and version of the table of thresholds.
        party: Who crosses it, as in a step; empty where the words name nobody.
    """

    name: str
    label: str
    dimension: Dimension
    value: str
    mentions: tuple[ThresholdMention, ...]
    table: str
    party: str = ""

    def __post_init__(self) -> None:
        if not self.mentions:
            raise InvariantError("a threshold is spoken of by a cited statement")
        _require_value(self.dimension, self.value)

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("thr", self)

    @property
    def state(self) -> ThresholdState:
        """Return where it stands: crossed once reported crossed, else the strongest that is said."""
        said = {one.state for one in self.mentions}
        return next(state for state in get_args(ThresholdState) if state in said)


#: Whether the answer was given, or only announced or threatened.
ResponseState = Literal["given", "announced"]


@dataclass(frozen=True, slots=True)
class Response:
    """A statement whose words say that something was done or said in answer to something else.

    Attributes:
        statement: Id of the statement that tells of the answer.
        answers: Id of the statement that it answers; `Unknown` where the words do not say what that
            is, or name something of which no report is on record.
        words: The words that make it an answer, verbatim.
        reason: How the two were brought together, for a reader to check.
        state: Whether it was given or only announced.
    """

    statement: str
    answers: str | Unknown
    words: str
    reason: str
    state: ResponseState = "given"

    def __post_init__(self) -> None:
        if not self.statement or not self.words:
            raise InvariantError("a response cites its statement and the words that make it one")
        if self.answers == self.statement:
            raise InvariantError("nothing answers itself")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("rsp", self)
