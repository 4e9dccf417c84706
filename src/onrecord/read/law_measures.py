"""What a body decides about a use of force: what it lets pass, turns down or ends, and what that does.

A vote for a deployment confers, as far as its words go; a vote against it confers nothing; a measure that
would end or bar something limits, and has failed where it was turned down. Of a resolution on anything
else the words do not say what it does.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.authority import AuthorityCode, AuthorityStatus, CoverageEffect
from onrecord.domain.class_words import ACTIONS
from onrecord.read.facts import Facts
from onrecord.read.instruments import Instrument
from onrecord.read.law_bodies import Body, body_of
from onrecord.read.law_facts import words_of
from onrecord.read.law_scope import is_sanctioning
from onrecord.read.law_words import (
    CONFERRING,
    ENDING,
    FORBIDDING,
    FORCE_WORDS,
    LIMITING,
    PASSING,
    STATUSES,
    TURNING_DOWN,
)

#: What a body itself makes; its votes say what these do.
_OWN = frozenset(
    {
        "LEG_LIMIT", "LEG_MANDATE", "STATUTE_AUMF", "STATUTE_FUNDS", "UNSC_RES", "ALLIANCE_DECISION",
        "COVERT_AUTH", "COVERT_FINDING",
    }
)  # fmt: skip
_CODES: dict[Body, AuthorityCode] = {
    "security_council": "UNSC_RES",
    "alliance": "ALLIANCE_DECISION",
    "court": "COURT_ORDER",
}
_GRANTING = frozenset(
    """approve authorise authorize back endorse mandate permit allow extend renew prolong agree greenlight
    greenlit green-light empower""".split()
)
_GIVEN = frozenset(
    """consent approval authorisation authorization permission backing blessing freedom clearance go-ahead
    latitude""".split()
)
#: What a legislature does to a measure it does not let pass.
_VOTED_DOWN = TURNING_DOWN | {"block"}
#: A court that does this to what others do, or orders it, holds that back.
_HALTING = (
    LIMITING
    | FORBIDDING
    | frozenset("halt end suspend stop freeze revoke block enjoin pause strike".split())
)
_CHOOSING = frozenset({"vote", "agree", "decide", "move"})
_INTELLIGENCE = frozenset({"covert", "clandestine"})


@dataclass(frozen=True, slots=True)
class Measure:
    """What a body's decision is, what it does, and what became of it."""

    code: AuthorityCode | None
    effect: CoverageEffect
    status: AuthorityStatus | None


def decides(facts: Facts) -> bool:
    """Say whether the predicate decides on something: "approved", "voted to extend", "gave consent"."""
    return bool(_verbs(facts) & (PASSING | TURNING_DOWN | _GRANTING))


def grants(facts: Facts) -> bool:
    """Say whether the predicate lets something be done, or would if it were not denied."""
    return bool(_verbs(facts) & _GRANTING)


def measure_of(facts: Facts, instrument: Instrument | None) -> Measure:
    """Return what a body decides by the clause.

    Args:
        facts: The clause.
        instrument: The instrument it names, if it names one.
    """
    body = body_of(facts)
    permits, limits = _permits(facts), _limits(facts, instrument)
    failed = body != "court" and _is_turned_down(facts)
    effect: CoverageEffect = "silent"
    if body != "court" and is_kept(facts):
        return Measure(instrument.code if instrument is not None else None, "silent", None)
    if limits:
        effect = "limits"
    elif permits:
        effect = "does_not_confer" if failed or facts.certainty.negated else "confers"
    if instrument is not None:
        own = instrument.code in _OWN and body != "court"
        return Measure(instrument.code, effect if own else "silent", _status(facts, failed=failed))
    if body == "court":
        if facts.certainty.negated:
            return Measure("COURT_ORDER", "silent", None)
        return Measure("COURT_ORDER", "limits" if _halts(facts) else "silent", "in_force")
    code = None if body is None else _CODES.get(body)
    if code is None:
        code = _code_by_effect(facts, body, permits=permits, limits=limits)
    return Measure(code, effect, _status(facts, failed=failed))


def _code_by_effect(
    facts: Facts, body: Body | None, *, permits: bool, limits: bool
) -> AuthorityCode | None:
    if body == "legislature":
        checks = limits or (not permits and _is_the_measure(facts))
        return "LEG_LIMIT" if checks else "LEG_MANDATE" if permits else None
    if not permits:
        return None
    if words_of(facts) & _INTELLIGENCE:
        return "COVERT_AUTH"
    return "EXEC_ORDER" if body == "executive" else None


def _is_the_measure(facts: Facts) -> bool:
    """Say whether a measure spoken of before is meant, by nothing but "the resolution"."""
    tree = facts.tree
    return any(
        tree.lemma(at) in ("resolution", "motion")
        and {tree.lemma(one) for one in tree.dependants(at, "det")} & {"the", "this"}
        and not tree.dependants(at, "nmod", "acl", "amod", "compound")
        for at in facts.clause.members
    )


def _verbs(facts: Facts) -> frozenset[str]:
    """Return the predicate and what it goes on to do, with "gave consent" as an approval."""
    tree, head = facts.tree, facts.clause.head
    goals = tree.dependants(head, "xcomp", "advcl") if facts.head in _CHOOSING else ()
    goals = goals or tree.dependants(head, "xcomp")
    verbs = {facts.head, *(tree.lemma(at) for at in goals if tree.tokens[at].xpos == "VB")}
    objects = {tree.lemma(at) for at in tree.dependants(head, "obj")}
    if facts.head in ("give", "grant", "withhold", "lend") and objects & _GIVEN:
        verbs.add("approve" if facts.head != "withhold" else "refuse")
    if facts.head == "rule" and _voted(facts, "out"):
        verbs.add("reject")
    if facts.head == "sanction" and is_sanctioning(tree, head):
        verbs.add("approve")
    return frozenset(verbs)


def is_forceful(facts: Facts) -> bool:
    """Say whether the clause speaks of a use of force or of forces."""
    words = words_of(facts)
    return bool(words & FORCE_WORDS or {"armed", "force"} <= words)


def _permits(facts: Facts) -> bool:
    """Say whether what is decided on would let force be used: by its verb, or by what the measure does."""
    words = words_of(facts)
    forceful = is_forceful(facts) or ("necessary" in words and bool(words & {"measure", "means"}))
    if not forceful:
        return False
    if _verbs(facts) & _VOTED_DOWN and not _verbs(facts) & _GRANTING:
        return _is_of_force(facts)
    against = facts.head == "vote" and _voted(facts, "against")
    return against or bool(_verbs(facts) & _GRANTING or words & (CONFERRING - {"provide", "apply"}))


def _is_of_force(facts: Facts) -> bool:
    """Say whether what is turned down is a use of force, or a measure that would let force be used."""
    tree = facts.tree
    for noun in tree.dependants(facts.clause.head, "obj", "nsubj:pass"):
        if {tree.lemma(at) for at in (noun, *tree.dependants(noun, "nmod"))} & FORCE_WORDS and (
            tree.lemma(noun) in FORCE_WORDS or tree.lemma(noun) == "use"
        ):
            return True
        aims = {tree.lemma(at) for at in tree.dependants(noun, "acl")}
        if aims & (CONFERRING | ACTIONS.keys() | {"use", "join"}):
            return True
    return False


def _limits(facts: Facts, instrument: Instrument | None) -> bool:
    words = words_of(facts)
    if (
        instrument is not None
        and instrument.code == "LEG_LIMIT"
        and words & {"war", "limit", "halt", "end"}
    ):
        return True
    ending = (LIMITING | FORBIDDING | ENDING | {"require"}) - {"war", "force"}
    own = {facts.head} if facts.head in _VOTED_DOWN else set()
    return is_forceful(facts) and bool((words - own) & ending)


def _halts(facts: Facts) -> bool:
    return bool(words_of(facts) & _HALTING)


def _is_turned_down(facts: Facts) -> bool:
    return facts.certainty.negated or _turns_down(facts)


def _turns_down(facts: Facts) -> bool:
    verbs = _verbs(facts)
    if "fail" in verbs or verbs & _VOTED_DOWN:
        return True
    return facts.head == "vote" and (_voted(facts, "against") or _voted(facts, "down"))


def is_kept(facts: Facts) -> bool:
    """Say whether a measure is said not to have been turned down, which says nothing else of it."""
    return _is_denied(facts) and _turns_down(facts)


def _is_denied(facts: Facts) -> bool:
    """Say whether the predicate has a "not" or "never" of its own; "failed to" and "refused to" have none."""
    tree, head = facts.tree, facts.clause.head
    own = {tree.lemma(at) for at in tree.dependants(head, "advmod", "neg", "aux", "det")}
    return facts.certainty.negated and bool(own & {"not", "n't", "never"})


def _voted(facts: Facts, word: str) -> bool:
    """Say whether the vote went "against" or "down"."""
    tree, head = facts.tree, facts.clause.head
    near = (
        *tree.dependants(head, "compound:prt", "advmod", "obl", "case"),
        *(
            case
            for at in tree.dependants(head, "obl", "obj", "advcl")
            for case in tree.dependants(at, "case", "mark")
        ),
    )
    return any(tree.lemma(at) == word for at in near)


def _status(facts: Facts, *, failed: bool) -> AuthorityStatus | None:
    if failed:
        return "failed"
    if facts.certainty.aux:
        return "proposed"
    verbs = _verbs(facts) - _CHOOSING - {"send", "inform", "notify"}
    found: list[AuthorityStatus] = [STATUSES[one] for one in sorted(verbs) if one in STATUSES]
    return found[0] if found else "in_force" if verbs & _GRANTING else None
