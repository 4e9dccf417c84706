"""Which values of escalation a statement on record reaches, for whom and when: `Reached`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.assess.acting import Cast, is_state, partners_of, party_named, party_of, speaker_of
from onrecord.domain.case import Case
from onrecord.domain.clauses import clause_of, free_relative
from onrecord.domain.escalation import Dimension, is_told_as_done
from onrecord.domain.force_levels import (
    Deed,
    act_value,
    declares_war,
    domain_value,
    lethality_value,
    overtness_value,
    posture_value,
    target_value,
    uses_force,
)
from onrecord.domain.force_words import IN_THE_PAST
from onrecord.domain.statement import Act, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

#: What lies so many days before the report is told as history, not as a step of this crisis.
BACKGROUND_DAYS = 366

_VERBAL_KINDS = frozenset({"say.threat", "say.demand", "say.accuse", "say.reject"})
_TALK = frozenset({"THREATEN", "REQUEST", "REJECT", "ACCUSE"})
_CEASED = re.compile(
    r"\b(?:cease-?fire|truce|armistice)\b[^.;]{0,60}"
    r"\b(?:took effect|came into (?:effect|force)|went into (?:effect|force)|takes effect"
    r"|is holding|holds|held|began|has begun|entered into force|in place)\b"
    r"|\b(?:ceased fire|halted (?:all |its |their )?(?:strikes|attacks|operations|bombing)"
    r"|stopped (?:firing|shelling|bombing|the strikes))\b",
    re.IGNORECASE,
)
_PULLED_BACK = re.compile(
    r"\b(?:withdr(?:ew|awn|aw)|pull(?:ed|ing) (?:back|out)"
    r"(?! (?:from|of) (?:\w+ ){0,2}(?:threats?|plans?|talks|remarks|deals?|agreements?|treat\w+|pacts?)\b)"
    r"|stood down|demobili[sz]ed|retreated|redeployed away)\b[^.;]{0,60}",
    re.IGNORECASE,
)
#: Giving way that bears on force: captives let go, an attack called off.
_YIELDED = re.compile(
    r"\b(?:(?:released|freed|handed over|let go) (?:[\w,-]+ ){0,5}"
    r"(?:hostages|captives|prisoners|detainees|soldiers|sailors|crew)"
    r"|(?:called off|suspended|paused|halted|cancell?ed|ended) (?:[\w-]+ ){0,4}"
    r"(?:strikes?|attacks?|offensive|blockade|operations?|bombing|exercises?|mobili[sz]ation|siege))\b",
    re.IGNORECASE,
)
#: A warning of dangers, or against them, is no threat.
_WARNED_OF = re.compile(
    r"\bwarn(?:s|ed|ing)? (?:against|of|about|over|that the risk)\b", re.IGNORECASE
)
#: Who speaks for no state, though the words name one: "Velmaran lawmakers slam the president".
_NO_VOICE_OF_STATE = re.compile(
    r"\b(?:lawmakers?|legislators?|senators?|congress(?:wo)?m[ae]n|representatives?|MPs?|deput(?:y|ies)"
    r"|critics?|opposition|dissidents?|experts?|analysts?|activists?|scholars?|engineers?|scientists?|doctors?|lawyers?|residents?"
    r"|Democrats?|Republicans?|unions?|famil(?:y|ies)|media|newspapers?|agenc(?:y|ies))\b",
    re.IGNORECASE,
)
#: What might come is weighed and not threatened: "a possibility that Velmara could strike".
_PROSPECT = re.compile(
    r"\b(?:possibilit(?:y|ies)|likelihood|prospect|risk|chance|danger|fears?) (?:that|of)\b"
    r"|\bpossibilit(?:y|ies)[”\"’'] ",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"\b(?:reports?|media|press|newspapers?|broadcasters?|agenc(?:y|ies))$", re.IGNORECASE
)
#: What was told to somebody is not told by those who pass it on: "received a report of an attack".
_SECOND_HAND = re.compile(
    r"\b(?:receiv\w+|investigat\w+|aware of|look\w* into) (?:\w+ ){0,2}reports? (?:of|that)\b",
    re.IGNORECASE,
)
_IN_A_LAND = re.compile(
    r"\b(?:in|inside|into|across) (?:the )?(?:(?:north|south|east|west|central)\w* )?"
    r"(?P<land>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)*)(?! (?:waters|airspace|coast|Sea)\b)"
)
_AT_SEA_OR_ABOVE = re.compile(
    r"\b(?:sea|waters|strait|gulf|channel|coast|offshore|vessels?|ships?|boats?|tankers?|airspace|fired"
    r"|shot down|downed)\b",
    re.IGNORECASE,
)
_CIVILIANS = re.compile(r"(?:protest(?:e|o)rs?|demonstrators|crowds?|settlers|parliament)$")
_HANGING = re.compile(r"(?:killing|wounding|injuring|leaving)\b", re.IGNORECASE)
_FORCES = re.compile(
    r"\b(?:troops?|forces?|soldiers?|units?|brigades?|battalions?|warships?|ships?|tanks?|jets?|aircraft|armou?r"
    r"|artillery|carrier|fleet|reservists?|army|navy|military)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reached:
    """One value that a statement reaches.

    Attributes:
        statement: The statement.
        subject: Id of the event that rests on it, else its own.
        party: Who acts; empty where nobody is named.
        dimension: In which dimension.
        value: Which value; `Unknown` where the words say that it fell and not to what.
        when: When it was reached.
        words: The clause that says so.
        act: What is done, as coded; of a free relative the act that it names.
        falls: Whether the words say that it fell.
    """

    statement: Statement
    subject: str
    party: str
    dimension: Dimension
    value: str | Unknown
    when: When | Unknown
    words: str
    act: Act | None = None
    falls: bool = False


def reached_in(case: Case, cast: Cast) -> Iterator[Reached]:
    """Yield every value that what is told as done reaches, and talk of threats as talk."""
    events = {name: group.event.id for group in case.events for name in group.event.statements}
    yield from _owned(case, cast)
    named = {rest.id for one in case.statements.values() if (rest := free_relative(case, one))}
    for statement in case.statements.values():
        if statement.id in named or is_history(case, statement):
            continue
        subject = events.get(statement.id, statement.id)
        for deed in deeds_of(case, statement, cast):
            if not deed.clause.isupper():  # a heading in capitals tells too little to go by
                yield from _reached(deed, subject, cast)


def _reached(deed: Deed, subject: str, cast: Cast) -> Iterator[Reached]:
    """Yield the values that one party reaches by what a statement tells."""
    statement = deed.statement
    for dimension, value, falls in _values(deed, cast):
        yield Reached(
            statement, subject, deed.party, dimension, value, statement.when, deed.clause,
            deed.act, falls,
        )  # fmt: skip
    if talker := _talker(deed, cast):
        yield Reached(
            statement, subject, talker, "act", "verbal", statement.when, deed.clause, deed.act
        )


def is_history(case: Case, statement: Statement) -> bool:
    """Say whether a statement tells of what lies more than a year before its report, or long ago."""
    if any("historical" in held.aux for held in statement.factuality):
        return True
    reported = latest_of(case.documents[statement.document].doc_date)
    done = latest_of(statement.when)
    old = reported is not None and done is not None and (reported - done).days > BACKGROUND_DAYS
    return old or IN_THE_PAST.search(statement.content.exact) is not None


def _owned(case: Case, cast: Cast) -> Iterator[Reached]:
    """Yield that a party accepts what it is held responsible for, by the statement that says so."""
    for group in case.events:
        for claim in group.event.responsibility:
            statement = case.statements.get(claim.statement)
            party = party_named(claim.claimant, cast)
            if claim.stance != "accepts" or not party or statement is None:
                continue
            if is_told_as_done(statement) and not is_history(case, statement):
                yield Reached(
                    statement, group.event.id, party, "overtness", "acknowledged", statement.when,
                    statement.content.exact, statement.act,
                )  # fmt: skip


def told_of(case: Case, statement: Statement, cast: Cast) -> Deed:
    """Return a statement with the clause, the party and the coded act that belong to it."""
    rest = free_relative(case, statement)
    act = statement.act or (rest.act if rest is not None else None)
    recipient = statement.recipient or (rest.recipient if rest is not None else "")
    return Deed(
        statement=statement,
        clause=clause_of(case, statement),
        party=_acting(statement, cast),
        act=act,
        recipient=recipient,
    )


def deeds_of(case: Case, statement: Statement, cast: Cast) -> tuple[Deed, ...]:
    """Return what a statement tells, once for each state that does it together with others."""
    deed = told_of(case, statement, cast)
    joint = partners_of(statement, cast)
    return tuple(replace(deed, party=one) for one in joint) if len(joint) > 1 else (deed,)


def latest_of(when: When | Unknown) -> date | None:
    """Return the last day a time allows; `None` where there is none."""
    return None if isinstance(when, Unknown) else when.latest


def _values(deed: Deed, cast: Cast) -> Iterator[tuple[Dimension, str | Unknown, bool]]:
    statement = deed.statement
    if is_told_as_done(statement) and not _SECOND_HAND.search(deed.clause):
        if fallen := list(_fallen(deed)):
            yield from fallen
            return
        if statement.supports_event() or _is_deed(deed):
            yield from ((dimension, value, False) for dimension, value in _done(deed, cast))
        if posture := posture_value(deed):
            yield "posture", posture, False


def _is_deed(deed: Deed) -> bool:
    """Say whether a report of forces tells what they did: "their forces conducted strikes"."""
    return deed.statement.kind == "occ.posture" and deed.code == "ASSAULT"


def _done(deed: Deed, cast: Cast) -> Iterator[tuple[Dimension, str]]:
    if declares_war(deed):
        yield "overtness", "formally_declared"
    act = act_value(deed)
    if act:
        yield "act", act
    if not uses_force(deed):
        return
    found: tuple[tuple[Dimension, str | None], ...] = (
        ("domain", domain_value(deed) or _on_land(deed, cast)),
        ("target_class", target_value(deed)),
        ("lethality", lethality_value(deed)),
        ("overtness", _overtness(deed, cast)),
    )
    yield from ((dimension, value) for dimension, value in found if value)


def _on_land(deed: Deed, cast: Cast) -> str:
    """Return `land` where force is used in a state called by name and no word speaks of sea or air."""
    if _AT_SEA_OR_ABOVE.search(deed.without_actor):
        return ""
    named = (party_named(found["land"], cast) for found in _IN_A_LAND.finditer(deed.without_actor))
    return "land" if any(is_state(one, cast) for one in named) else ""


def _overtness(deed: Deed, cast: Cast) -> str:
    """Return how openly a party did it: by its own word, or by people whom nobody names."""
    if not deed.party or _CIVILIANS.search(deed.party):
        return ""
    if deed.statement.voices and _PRESS.search(deed.statement.voices[-1].label):
        return ""  # reports by the press are no sources that keep their names back
    return overtness_value(deed, own=speaker_of(deed.statement, cast) == deed.party)


def _fallen(deed: Deed) -> Iterator[tuple[Dimension, str | Unknown, bool]]:
    """Yield what the words say fell: fire that ceased, forces that were pulled back."""
    if deed.statement.kind not in ("occ.event", "say.confirm", "occ.posture"):
        return
    if _CEASED.search(deed.clause):
        yield "act", "display", True
    gone = _PULLED_BACK.search(deed.clause)
    if gone and (_FORCES.search(deed.clause) or deed.code == "RETREAT"):
        yield "posture", Unknown("the words say that forces left, not what is left"), True
    elif _YIELDED.search(deed.clause) and deed.code in ("RETREAT", "CONCEDE") and deed.party:
        yield "act", Unknown("the party gives way; what is left is not stated"), True


def _talker(deed: Deed, cast: Cast) -> str:
    """Return who threatens, demands or accuses: the one who speaks; empty where a statement does not.

    Who is to act on a demand does not make it. Who is to act on a threat does, where nobody is quoted.
    """
    statement = deed.statement
    cue = statement.cue.exact if statement.cue is not None else ""
    denied = any(held.value.endswith("-") for held in statement.factuality)
    asked = {"hypothetical", "counterfactual", "question"} & set(statement.off_line)
    said = f"{cue} {deed.clause}"
    if denied or asked or _WARNED_OF.search(said) or _PROSPECT.search(said):
        return ""
    if statement.voices and _NO_VOICE_OF_STATE.search(statement.voices[-1].label):
        return ""
    talk = statement.kind.startswith("say.") and deed.code in _TALK
    if statement.kind not in _VERBAL_KINDS and not talk:
        return ""
    threat = statement.kind == "say.threat" or deed.code == "THREATEN"
    return speaker_of(statement, cast) or (deed.party if threat else "")


def _acting(statement: Statement, cast: Cast) -> str:
    """Return who acts; of "…, killing five" after a mention of a crowd nobody knows whose deed it was."""
    party = party_of(statement, cast) or _owner(statement, cast)
    hung = _HANGING.match(statement.content.exact) and _CIVILIANS.search(party)
    return "" if hung else party


def _owner(statement: Statement, cast: Cast) -> str:
    """Return the one party whose forces a report of forces lists; empty where there are two or none."""
    if statement.kind != "occ.posture":
        return ""
    owners = {party_named(force.owner, cast) for force in statement.forces if force.owner}
    return owners.pop() if len(owners) == 1 else ""
