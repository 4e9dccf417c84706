"""What happened, as reported: `Event`, its `Harm`, and who is said to be responsible.

Responsibility is a list of claims beside one another. It never becomes the actor (domain rule 12),
and an event rests only on statements that report something as having happened (law 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.domain.errors import InvariantError
from onrecord.domain.escalation import Dimension
from onrecord.domain.ids import content_id
from onrecord.domain.quantity import Number
from onrecord.domain.statement import Act, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where

#: Whom the harm befell. `not_stated` is the rule where only one party labels the people harmed.
HarmGroup = Literal["civilians", "side_a", "side_b", "not_stated"]
HarmEffect = Literal["killed", "injured", "missing", "detained", "displaced"]
#: Airwars grades: the belligerent accepts it; several credible sources; one; rival attributions;
#: discounted.
HarmGrade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
EventStatus = Literal["reported", "acknowledged", "disputed", "discounted"]
#: UCDP event clarity: 1 one event by itself, 2 already summed up by the source.
Clarity = Literal[1, 2]
Stance = Literal["accepts", "attributes", "denies", "declines_to_comment"]

_NOT_GRADED = Unknown("nobody has graded it")
_NOT_CODED = Unknown("nobody has judged it")


@dataclass(frozen=True, slots=True)
class Harm:
    """Harm of one kind to one group; ends that nobody stated stay open.

    Attributes:
        effect: What was suffered.
        group: By whom.
        low: Smallest number reported or allowed; `None` where no lower end is stated.
        best: The number held best, by `rule`.
        high: Largest number reported or allowed; `None` where no upper end is stated.
        rule: Name of the rule that chose among reports.
        statements: Ids of the statements it rests on.
    """

    effect: HarmEffect
    group: HarmGroup
    low: Number | None
    best: Number | None
    high: Number | None
    rule: str
    statements: tuple[str, ...]

    def __post_init__(self) -> None:
        ends = [end for end in (self.low, self.best, self.high) if end is not None]
        if not ends or ends != sorted(ends) or ends[0] < 0:
            raise InvariantError("harm runs from low over best to high and states one of them")
        if not self.statements or not self.rule:
            raise InvariantError("harm names the rule and the statements it rests on")


@dataclass(frozen=True, slots=True)
class ResponsibilityClaim:
    """Who says what about who did it.

    Attributes:
        claimant: Who speaks, as worded.
        attributed_to: Whom the words hold responsible.
        stance: Whether the claimant accepts it, attributes it, denies it or declines to comment.
        statement: Id of the statement that carries it.
    """

    claimant: str
    attributed_to: str
    stance: Stance
    statement: str

    def __post_init__(self) -> None:
        if not self.statement:
            raise InvariantError("a claim of responsibility cites a statement")


@dataclass(frozen=True, slots=True)
class FirstTime:
    """A value of one dimension that the event reached first, by a cited statement."""

    dimension: Dimension
    value: str
    statement: str


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence, as the cited statements report it. Make one with `event_from`.

    Attributes:
        statements: Ids of the statements it rests on, sorted.
        act: What was done, with its mode.
        when: When.
        where: Where.
        actors: Who did it, as the statements word it; never filled from responsibility claims.
        recipients: To whom.
        context: PLOVER context ("military").
        clarity: Whether it is one event or already a sum.
        unit: What one of it is called when counted ("strike").
        harm: Harm by kind and group.
        harm_grade: How well the harm is established.
        responsibility: Claims, side by side.
        status: How it stands; `acknowledged` needs a claimant who accepts it.
        first_of: What it was the first of.
        part_of: Id of the event it belongs to.
        told: Ids of statements that tell of it without supporting it, sorted: what is only said to
            have been said, what holds at the moment of the report. Harm may rest on them where the
            event has support; they never make it an event.
    """

    statements: tuple[str, ...]
    act: Act | Unknown
    when: When | Unknown
    where: Where | Unknown
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    context: str = ""
    clarity: Clarity | Unknown = _NOT_CODED
    unit: str = ""
    harm: tuple[Harm, ...] = ()
    harm_grade: HarmGrade | Unknown = _NOT_GRADED
    responsibility: tuple[ResponsibilityClaim, ...] = ()
    status: EventStatus = "reported"
    first_of: tuple[FirstTime, ...] = ()
    part_of: str | None = None
    told: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.statements or list(self.statements) != sorted(set(self.statements)):
            raise InvariantError("an event cites statements, each once and in order of id")
        groups = [(harm.effect, harm.group) for harm in self.harm]
        if len(groups) != len(set(groups)):
            raise InvariantError("an event states harm once for each effect and group")
        accepted = any(claim.stance == "accepts" for claim in self.responsibility)
        if self.status == "acknowledged" and not accepted:
            raise InvariantError("an acknowledged event names who acknowledged it")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("evt", self)


def event_from(  # noqa: PLR0913 - the fields a rule gives
    statements: Sequence[Statement] | Mapping[str, Statement],
    *,
    act: Act | Unknown,
    when: When | Unknown,
    where: Where | Unknown,
    harm: tuple[Harm, ...] = (),
    responsibility: tuple[ResponsibilityClaim, ...] = (),
    told: Iterable[str] = (),
) -> Event:
    """Return the event that `statements` report; their order does not matter.

    Actors and recipients are the words of those statements that tell of its act; people who are counted
    did nothing ("five people died"). Who has the ids at hand gives the statements
    by id: an id is a hash of all that a statement says, and a crisis has many.

    Raises:
        InvariantError: there is no statement, one of them does not report an occurrence (law 5), or
            harm rests on a statement that is neither among them nor among `told`.
    """
    named = statements if isinstance(statements, Mapping) else {one.id: one for one in statements}
    for name, statement in named.items():
        if not statement.supports_event():
            raise InvariantError(f"{name} ({statement.kind}) does not support an event")
    ids = _distinct(named)
    beside = tuple(sorted(set(told) - set(ids)))
    if not {cited for suffered in harm for cited in suffered.statements} <= {*ids, *beside}:
        raise InvariantError("harm rests on statements that support the event or tell of it")
    tellers = _tellers(named.values(), act)
    return Event(
        statements=ids,
        act=act,
        when=when,
        where=where,
        actors=_distinct(one.actor for one in tellers if not _is_counted(one.actor, one)),
        recipients=_distinct(one.recipient for one in tellers),
        harm=harm,
        responsibility=responsibility,
        told=beside,
    )


def _tellers(statements: Iterable[Statement], act: Act | Unknown) -> list[Statement]:
    """Return the statements that tell who did the act of an event; where none tells that act, all."""
    held = list(statements)
    code = "" if isinstance(act, Unknown) else act.code
    own = [one for one in held if one.act is not None and one.act.code == code and one.actor]
    return own or held


def _is_counted(words: str, statement: Statement) -> bool:
    return any(counted.span.exact in words for counted in statement.quantities)


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word for word in words if word}))
