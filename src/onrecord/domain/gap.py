"""What is said to permit an act, and what is said not to: `ReportedAct`, `Gap` and the rule between them.

The rule compares classes that cited words state: which action, where, against what. It never says that
something is legal or illegal. What no words state matches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.domain.authority import (
    ActionClass,
    AuthorityStatus,
    Coverage,
    CoverageDomain,
    CoverageEffect,
)
from onrecord.domain.class_words import DOMAINS
from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id
from onrecord.domain.statement import Coding, Statement
from onrecord.domain.target import TargetClass
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

#: What the cited words come to. `unknown`: the act's class is not stated, or the only instruments that
#: could bear on it are reported to be secret.
GapVerdict = Literal[
    "claimed_covered", "contested", "explicitly_not_covered", "no_cited_basis", "unknown"
]
#: Whether it is reported as done, said to be coming, counted with others of its kind, or somebody claims
#: the power to do it.
ActStanding = Literal["happened", "announced", "counted", "asserted"]
#: How a coverage bears on an act: it speaks of this action there; of the action, without saying where; of
#: something else beside it.
Closeness = Literal["specific", "general", "beside"]

_CONFERRING = frozenset({"confers"})
_DENYING = frozenset({"does_not_confer", "forbids"})
_TELLING = _CONFERRING | _DENYING | {"contested"}
_RANKS: tuple[Closeness, ...] = ("specific", "general", "beside")
#: An instrument with one of these statuses gives nothing now. An opinion that was drafted is given.
NOT_IN_FORCE = frozenset({"drafted", "proposed", "failed", "expired", "rescinded", "enjoined"})
#: Actions that are done to somebody or something: what words that name a target and a place may mean.
_AGAINST_SOMEBODY = frozenset({"lethal_strike", "capture", "seize", "board", "blockade"})
#: Domains that are places; the others are fields of law and exclude no place.
_PLACES = frozenset(
    {"high_seas", "territorial_sea", "international_airspace", "national_airspace", "land"}
)
#: What a coverage is the coverage of where words speak of any basis at all ("no legal basis").
ANY_BASIS = "any"

_NO_STATUS = Unknown("no status is on record")
_NOT_STATED = Unknown("not stated")
#: What an instrument that failed, ended or is not made yet cannot do.
_UNDONE = frozenset({"failed", "proposed", "expired", "rescinded"})
_HOLDING = frozenset({"limits", "conditions", "forbids"})
#: Words that say of a law that it permits something.
_PERMITTING = re.compile(
    r"\b(?:authori[sz]|permit|allow|empower|entitle|enable|let(?:s|ting)?\b|grant|confer|right to|power to|"
    r"justif|complie|comply|consistent with|in line with|basis)",
    re.IGNORECASE,
)
_ASHORE = frozenset({"land", "national_airspace"})
#: What forces do where they are deployed.
_BY_FORCES = frozenset({"lethal_strike", "capture", "board", "seize", "blockade", "overflight"})
_NON_STATE: frozenset[object] = frozenset({"non_state_vessel", "non_state_facility"})


@dataclass(frozen=True, slots=True)
class ReportedAct:
    """An act by its classes, as cited statements report or announce it.

    Attributes:
        subject: Id of the event, statement or tally.
        standing: Whether it is done, announced, counted or claimed as a power.
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
    """One coverage beside an act.

    Attributes:
        coverage: What is claimed.
        closeness: How close its words come to the act.
        why: Why no closer, or why it gives nothing; empty where it speaks of just this.
        status: Status of the instrument on the day of the act, as far as dated words say.
    """

    coverage: Coverage
    closeness: Closeness
    why: str = ""
    status: AuthorityStatus | Unknown = _NO_STATUS

    @property
    def gives(self) -> bool:
        """Say whether somebody claims that an instrument in force confers the power."""
        return self.coverage.effect in _CONFERRING and self.status not in NOT_IN_FORCE


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
        chosen = {
            "claimed_covered": _CONFERRING,
            "contested": _TELLING,
            "explicitly_not_covered": _DENYING,
        }.get(self.verdict, frozenset())
        close = _deciding(self.bearings)
        return tuple(one.coverage for one in close if one.coverage.effect in chosen)


def coverage_from(statement: Statement, coding: Coding, *, authority: str) -> Coverage:
    """Return what one coding claims, by the classes that the statement's own words state.

    A domain whose words stand in another clause is not claimed; a vessel is no target on land: those words
    speak of something else. Of "supports strikes at sea but does not extend to land" the second half speaks
    of strikes as the first does. A limit that failed limits nothing, and one that is merely cited permits
    nothing.
    """
    domain = _domain_claimed(statement, coding)
    aboard = coding.target == "non_state_vessel" and domain in _ASHORE
    who = tuple(dict.fromkeys(voice.label for voice in statement.voices))
    effect: CoverageEffect = coding.effect
    undone = coding.status in _UNDONE and effect in _HOLDING
    if undone or (effect == "confers" and _is_only_cited(statement, coding)):
        effect = "silent"
    return Coverage(
        authority=authority,
        domain=domain,
        action_class=_action_claimed(statement, coding),
        target_class=_NOT_STATED if coding.target is None or aboard else coding.target,
        area=_area_claimed(statement),
        effect=effect,
        asserted_by=() if effect == "contested" else who,
        disputed_by=(who or ("the author",)) if effect == "contested" else (),
        statements=(statement.id,),
    )


def bearing_of(act: ReportedAct, coverage: Coverage) -> Bearing | None:
    """Return how the words of `coverage` bear on `act`; `None` where they speak of another thing.

    Classes that differ exclude one another, but for covert action, which may be of any kind, for a
    deployment, which forces that act need, and for fields of law, which are no places. A coverage is
    `specific` where it states the act's action and its domain; `general` where it states one of them and
    leaves the other open; else `beside`.
    """
    if _of_another_target(act, coverage) or _elsewhere(act, coverage):
        return None
    if _differ(act.action, coverage.action_class):
        why = _why_related(act.action, coverage.action_class)
        return Bearing(coverage, "beside", why) if why else None
    beside = _why_beside(act, coverage)
    if beside:
        return Bearing(coverage, "beside", beside)
    if isinstance(coverage.domain, Unknown):
        return Bearing(coverage, "general", "the words do not say where")
    if isinstance(coverage.action_class, Unknown):
        return Bearing(coverage, "general", "the words do not say for which action")
    return Bearing(coverage, "specific")


def with_status(bearing: Bearing, status: AuthorityStatus | Unknown) -> Bearing:
    """Return the bearing with the status its instrument had, saying so where it then gave nothing."""
    if bearing.coverage.effect in _CONFERRING and status in NOT_IN_FORCE:
        why = f"the instrument was reported as {status}: it gives nothing"
        return replace(bearing, status=status, why=why)
    return replace(bearing, status=status)


def in_order(bearings: Iterable[Bearing]) -> tuple[Bearing, ...]:
    """Return the bearings, the closest first, then by effect and statements."""
    return tuple(
        sorted(
            bearings,
            key=lambda one: (
                _RANKS.index(one.closeness), one.coverage.effect, one.coverage.statements,
                one.coverage.authority,
            ),
        )
    )  # fmt: skip


def verdict_of(act: ReportedAct, bearings: Sequence[Bearing]) -> tuple[GapVerdict, str]:
    """Return what the coverages that bear on an act come to, and the rule that says so in one clause.

    The closest words decide: those that state the act's action and place go before those that state the
    action alone. Among them, an instrument said both to cover and not to cover it, or a claim of cover
    beside the words that there is none at all, is contested; a claim of cover with nobody cited against
    that instrument is claimed; words against cover alone are explicit. An act that nobody placed is not
    judged by claims that turn on the place; a power that somebody claims is judged as widely as claimed.
    """
    if isinstance(act.action, Unknown):
        return "unknown", "the words do not say which kind of action it is"
    if act.standing != "asserted" and _turns_on_place(act, bearings):
        return "unknown", "the words do not say where it is, and the cited claims turn on that"
    close = _deciding(bearings)
    giving = [one.coverage for one in close if one.gives]
    denying = [one.coverage for one in close if one.coverage.effect in _DENYING]
    contested = [one.coverage for one in close if one.coverage.effect == "contested"]
    against = _clash(giving, [*denying, *contested])
    if giving and (against or any(one.disputed_by for one in giving)):
        return "contested", "what is claimed to cover it is disputed by cited words"
    if giving:
        return "claimed_covered", "somebody is cited who claims that it is covered"
    if denying:
        return (
            "explicitly_not_covered",
            "what is cited for it is said, in cited words, not to cover it",
        )
    if contested:
        return "contested", "what is said of it is disputed by cited words"
    if any(one.status == "classified_reported" for one in bearings):
        return "unknown", "the only instrument that could bear on it is reported to be secret"
    return "no_cited_basis", "nobody is cited who says what covers it"


def _deciding(bearings: Iterable[Bearing]) -> list[Bearing]:
    """Return the bearings of the closest kind that say something either way."""
    telling = [
        one
        for one in bearings
        if one.closeness != "beside"
        and (one.gives or one.coverage.effect in _TELLING - _CONFERRING)
    ]
    specific = [one for one in telling if one.closeness == "specific"]
    return specific or telling


def _turns_on_place(act: ReportedAct, bearings: Iterable[Bearing]) -> bool:
    """Say whether words cover or refuse this action in some place, and nobody says where the act was."""
    return isinstance(act.domain, Unknown) and any(
        one.coverage.domain in _PLACES
        and one.coverage.action_class == act.action
        and (one.gives or one.coverage.effect in _DENYING)
        for one in bearings
    )


def _action_claimed(statement: Statement, coding: Coding) -> ActionClass | Unknown:
    if coding.action is not None:
        return coding.action
    halves = {
        one.action
        for one in statement.authority
        if one.action is not None and one.span == coding.span and coding.span is not None
    }
    return halves.pop() if len(halves) == 1 else _NOT_STATED


def _domain_claimed(statement: Statement, coding: Coding) -> CoverageDomain | Unknown:
    if coding.domain is None:
        return _NOT_STATED
    listed = next((words for name, words in DOMAINS if name == coding.domain), frozenset())
    words = statement.content.exact
    # A word of a name ("the Boat Brigades") places nothing; a headline has all its words in capitals.
    spoken = words.lower() if words.isupper() else words
    own = not listed or any(re.search(rf"\b{re.escape(word)}", spoken) for word in listed)
    return coding.domain if own else _NOT_STATED


def _area_claimed(statement: Statement) -> str:
    """Return the area that words name; of "outside Velmara" Velmara is not the area."""
    where = statement.where
    away = where is not None and where.text.lower().startswith(("outside", "beyond"))
    return "" if where is None or away else where.name


def _is_only_cited(statement: Statement, coding: Coding) -> bool:
    """Say whether words name a law that limits, without saying that it permits anything."""
    limiting = coding.instrument == "LEG_LIMIT"
    return limiting and _PERMITTING.search(statement.content.exact) is None


def _why_related(action: object, said: object) -> str:
    """Return why a claim on another action stands beside this one; empty where it has no part in it."""
    if "covert" in (action, said):
        return "it speaks of covert action; no words say whether it reaches this"
    sent = said == "deploy" and action in _BY_FORCES
    return "it speaks of a deployment; no words say whether it reaches this" if sent else ""


def _why_beside(act: ReportedAct, coverage: Coverage) -> str:
    """Return why the words do not reach the act though they exclude nothing; empty where they reach it."""
    if isinstance(coverage.action_class, Unknown) and not _is_there(act, coverage):
        return "the words do not say for which action"
    if isinstance(act.action, Unknown):
        return "which kind of action this is, is not stated"
    if isinstance(coverage.domain, Unknown):
        return _why_outside(act, coverage)
    if coverage.domain not in _PLACES:
        return f"it speaks of {coverage.domain}, which is a field of law and no place"
    if isinstance(act.domain, Unknown):
        return f"it speaks of {coverage.domain}; where this is, by class, is not stated"
    return _why_outside(act, coverage)


def _is_there(act: ReportedAct, coverage: Coverage) -> bool:
    """Say whether words that name no action name the place of the act: "the opinion covers boats at sea"."""
    same = coverage.domain in _PLACES and coverage.domain == act.domain
    return same and act.action in _AGAINST_SOMEBODY


def _why_outside(act: ReportedAct, coverage: Coverage) -> str:
    said, mine = coverage.valid, act.when
    if isinstance(said, Unknown) or isinstance(mine, Unknown):
        return ""
    before = mine.latest and said.earliest and mine.latest < said.earliest
    after = mine.earliest and said.latest and mine.earliest > said.latest
    return f"it was said of another time ({said.edtf})" if before or after else ""


def _of_another_target(act: ReportedAct, coverage: Coverage) -> bool:
    """Say whether the classes of target exclude one another.

    Words for people of no state ("traffickers") reach them on land and at sea, unless they say where.
    """
    both = {act.target, coverage.target_class}
    people = both == _NON_STATE and isinstance(coverage.domain, Unknown)
    return _differ(act.target, coverage.target_class) and not people


def _elsewhere(act: ReportedAct, coverage: Coverage) -> bool:
    places = act.domain in _PLACES and coverage.domain in _PLACES
    return places and act.domain != coverage.domain


def _clash(giving: Iterable[Coverage], against: Iterable[Coverage]) -> bool:
    named = {one.authority for one in giving}
    return bool(named) and any(
        one.authority in named or one.authority == ANY_BASIS for one in against
    )


def _differ(mine: object, said: object) -> bool:
    return not isinstance(mine, Unknown) and not isinstance(said, Unknown) and mine != said
