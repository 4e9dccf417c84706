"""What is said to permit an act, and what is said not to: `ReportedAct`, `Gap` and the rule between them.

The rule compares classes that cited words state: which action, where, against what. It never says that
something is legal or illegal. What no words state matches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.domain.authority import ActionClass, Coverage, CoverageDomain
from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id
from onrecord.domain.target import TargetClass
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

#: What the cited words come to. `unknown`: the act's class is not stated, or the only instruments that
#: could bear on it are reported to be secret.
GapVerdict = Literal[
    "claimed_covered", "contested", "explicitly_not_covered", "no_cited_basis", "unknown"
]
#: Whether it is reported as done, said to be coming, or counted with others of its kind.
ActStanding = Literal["happened", "announced", "counted"]
#: How a coverage bears on an act: it speaks of this action there; of the action, without saying where; of
#: something else beside it.
Closeness = Literal["specific", "general", "beside"]

_CONFERRING = frozenset({"confers"})
_DENYING = frozenset({"does_not_confer", "forbids"})
#: An instrument with one of these statuses gives nothing now.
NOT_IN_FORCE = frozenset({"drafted", "proposed", "failed", "expired", "rescinded", "enjoined"})


@dataclass(frozen=True, slots=True)
class ReportedAct:
    """An act by its classes, as cited statements report or announce it.

    Attributes:
        subject: Id of the event, statement or tally.
        standing: Whether it is done, announced or counted.
        statements: Ids of the statements whose words say so, the plainest first; never empty.
        action: Class of what is done.
        domain: Where, by class.
        target: Against which class of target.
        actor: Who acts, as worded; empty where the words do not say.
        system: ISO code of the state that acts; empty where nobody could tell.
        area: Named area; empty where none is stated.
        country: ISO code of the country it happens in; empty where nobody located it.
        when: When it happens, or was announced.
    """

    subject: str
    standing: ActStanding
    statements: tuple[str, ...]
    action: ActionClass | Unknown
    domain: CoverageDomain | Unknown
    target: TargetClass | Unknown
    actor: str = ""
    system: str = ""
    area: str = ""
    country: str = ""
    when: When | Unknown = Unknown("no time is stated")  # noqa: RUF009 - a frozen value

    def __post_init__(self) -> None:
        if not self.subject or not self.statements:
            raise InvariantError("an act cites the statements that report it")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("act", self)


@dataclass(frozen=True, slots=True)
class Bearing:
    """One coverage beside an act: how close its words come, and why no closer."""

    coverage: Coverage
    closeness: Closeness
    why: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """What the cited words come to for one act.

    Attributes:
        act: The act.
        verdict: The outcome of `verdict_of`.
        reason: The rule that gave it, in one clause.
        bearings: Every coverage that bears on it, the closest first.
    """

    act: ReportedAct
    verdict: GapVerdict
    reason: str
    bearings: tuple[Bearing, ...] = ()

    @property
    def deciding(self) -> tuple[Coverage, ...]:
        """Return the coverages the verdict rests on."""
        close = _deciding(self.bearings)
        chosen = {
            "claimed_covered": _CONFERRING,
            "contested": _CONFERRING | _DENYING | {"contested"},
            "explicitly_not_covered": _DENYING,
        }.get(self.verdict, frozenset())
        return tuple(one.coverage for one in close if one.coverage.effect in chosen)


def closeness_of(act: ReportedAct, coverage: Coverage) -> Closeness | None:
    """Return how close the words of `coverage` come to `act`; `None` where they speak of another thing.

    Classes that differ exclude one another. A coverage is `specific` where it states the act's action and
    its domain; `general` where it states the action and leaves the domain open; else `beside`.
    """
    pairs = (
        (act.action, coverage.action_class), (act.domain, coverage.domain),
        (act.target, coverage.target_class),
    )  # fmt: skip
    if any(_differ(mine, said) for mine, said in pairs):
        return None
    if isinstance(coverage.action_class, Unknown) or isinstance(act.action, Unknown):
        return "beside"
    if isinstance(coverage.domain, Unknown):
        return "general"
    return "specific" if not isinstance(act.domain, Unknown) else "general"


def verdict_of(act: ReportedAct, bearings: Sequence[Bearing]) -> tuple[GapVerdict, str]:
    """Return what the coverages that bear on an act come to, and the rule that says so in one clause.

    The closest words decide: those that state the act's action and place go before those that state the
    action alone. Among them, an instrument said both to cover and not to cover it, or a claim of cover
    beside the words that there is none at all, is contested; a claim of cover with nobody cited against
    that instrument is claimed; words against cover alone are explicit.
    """
    if isinstance(act.action, Unknown):
        return "unknown", "the words do not say which kind of action it is"
    close = _deciding(bearings)
    giving = [one.coverage for one in close if one.coverage.effect in _CONFERRING]
    denying = [one.coverage for one in close if one.coverage.effect in _DENYING]
    contested = [one.coverage for one in close if one.coverage.effect == "contested"]
    if giving and (
        _clash(giving, [*denying, *contested]) or any(one.disputed_by for one in giving)
    ):
        return "contested", "what is claimed to cover it is disputed by cited words"
    if giving:
        return "claimed_covered", "somebody is cited who claims that it is covered"
    if denying:
        return "explicitly_not_covered", "somebody is cited who says that it is not covered"
    if contested:
        return "contested", "what is said of it is disputed by cited words"
    return "no_cited_basis", "nobody is cited who says what covers it"


def _deciding(bearings: Iterable[Bearing]) -> list[Bearing]:
    """Return the bearings of the closest kind that say something either way."""
    telling = [
        one
        for one in bearings
        if one.closeness != "beside"
        and one.coverage.effect in _CONFERRING | _DENYING | {"contested"}
    ]
    specific = [one for one in telling if one.closeness == "specific"]
    return specific or telling


def _clash(giving: Iterable[Coverage], against: Iterable[Coverage]) -> bool:
    named = {one.authority for one in giving}
    return any(one.authority in named or one.authority == ANY_BASIS for one in against)


#: What a coverage is the coverage of where words speak of any basis at all ("no legal basis").
ANY_BASIS = "any"


def _differ(mine: object, said: object) -> bool:
    return not isinstance(mine, Unknown) and not isinstance(said, Unknown) and mine != said
