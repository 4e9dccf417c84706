"""What a clause claims about law: which instruments, what each does or does not do, and where.

Nothing is inferred. An instrument whose effect the words do not state is `silent`; a listing confers
nothing unless somebody is cited who says so (domain rule 13). What becomes of an instrument (adopted,
failed, expired) is its status, apart from its effect.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.domain.authority import (
    ActionClass,
    AuthorityCode,
    AuthorityStatus,
    CoverageDomain,
    CoverageEffect,
)
from onrecord.domain.class_words import ACTIONS, DOMAINS, class_in
from onrecord.domain.statement import StatementKind
from onrecord.domain.target import TargetClass
from onrecord.read.facts import Facts
from onrecord.read.instruments import Instrument
from onrecord.read.law_words import (
    ACTS_ON,
    ASSERTING,
    CHECKING,
    CONDITIONING,
    CONFERRING,
    FORBIDDING,
    FORCE_WORDS,
    GRANTED,
    LIMITING,
    LISTED_AS,
    LISTING,
    MEASURES,
    NOT_HELD,
    POWERS,
    STATUSES,
)
from onrecord.read.vocabulary import LEGISLATURES

_LISTINGS = frozenset({"LISTING_FTO", "LISTING_SDGT"})
_MAX_CODINGS = 4
#: What talk does to an instrument it names: announcing gives it a status, rejecting contests it.
_SAID: dict[StatementKind, tuple[CoverageEffect, AuthorityStatus | None]] = {
    "say.announce": ("silent", "announced"),
    "say.reject": ("contested", None),
    "say.accuse": ("contested", None),
    "say.deny": ("contested", None),
}
_DEFENDING = frozenset({"defend", "defence", "defense", "self-defence", "self-defense", "respond"})
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a clause says one instrument does; see `onrecord.domain.statement.Coding`.

    Attributes:
        code: Which kind; `None` where the words speak of any basis at all.
        instrument: The words that name it; `None` where none is named.
    """

    code: AuthorityCode | None
    effect: CoverageEffect
    status: AuthorityStatus | None
    domain: CoverageDomain | None
    action: ActionClass | None
    target: TargetClass | None
    instrument: Instrument | None


def legal_kind(facts: Facts) -> StatementKind | None:
    """Return the kind of a clause that claims something about law, else `None`."""
    for rule in _RULES:
        kind = rule(facts)
        if kind is not None:
            return kind
    return None


def claims_of(kind: StatementKind, facts: Facts) -> tuple[Claim, ...]:
    """Return what a legal clause claims, one claim per instrument it names and half it speaks of.

    "It covers strikes at sea but not on land" has two halves. Announcing, rejecting and denying claim
    something of the instruments they name; other talk and other clauses claim nothing.
    """
    named = own_instruments(facts)
    if kind in _SAID:
        effect, status = _SAID[kind]
        return tuple(
            replace(
                _claim(facts, one, one.code, half=half, kind=kind), effect=effect, status=status
            )
            for one in named
            for half in (_Half(_lemmas_below(facts)),)
        )[:_MAX_CODINGS]
    if not kind.startswith("law."):
        return ()
    if not named:
        code = _unnamed_code(facts, kind)
        told = code is not None or kind == "law.scope_limit"
        return (_claim(facts, None, code, half=next(_halves(facts)), kind=kind),) if told else ()
    found = [
        _claim(facts, one, one.code, half=half, kind=kind)
        for one in named
        for half in _halves(facts)
    ]
    return tuple(dict.fromkeys(found))[:_MAX_CODINGS]


def _unnamed_code(facts: Facts, kind: StatementKind) -> AuthorityCode | None:
    """Return the kind of instrument that a clause speaks of without naming it."""
    if kind == "law.authority_assertion":
        return "EXEC_INHERENT"
    if kind == "law.designation":
        return "LISTING_FTO"
    if facts.subject not in LEGISLATURES or kind == "law.scope_limit":
        return None
    if facts.subject in ("court", "tribunal", "judge", "justice"):
        return "COURT_ORDER"
    words = _below(facts, facts.clause.head)
    if facts.head in ("approve", "authorize", "authorise") and words & FORCE_WORDS:
        return "LEG_MANDATE"
    return "LEG_LIMIT" if words & {"resolution", "motion", "war", "limit", "halt"} else None


def own_instruments(facts: Facts) -> tuple[Instrument, ...]:
    """Return the instruments that the clause's own words name."""
    members = frozenset(facts.clause.members)
    return tuple(
        one for one in facts.instruments if members & frozenset(facts.tree.indices_in(one.extent))
    )


# -- kinds -------------------------------------------------------------------------------------------


def _designates(facts: Facts) -> StatementKind | None:
    """Say whether a listing is made or takes effect; merely naming one does not count."""
    words = _below(facts, facts.clause.head)
    if facts.head in LISTING and (words & LISTED_AS or _has(facts, _LISTINGS)):
        return "law.designation"
    takes_effect = "effect" in facts.lemmas or ("force" in facts.lemmas and "enter" in facts.lemmas)
    return "law.designation" if takes_effect and _has(facts, _LISTINGS) else None


def _limits_scope(facts: Facts) -> StatementKind | None:
    named = own_instruments(facts)
    negated = facts.certainty.negated
    words = facts.lemmas | _below(facts, facts.clause.head)
    if negated and named and facts.lemmas & (CONFERRING | GRANTED):
        return "law.scope_limit"
    unsettled = negated and facts.head in ("resolve", "settle", "answer", "clarify", "address")
    if unsettled and ("legal" in words or named):
        return "law.scope_limit"
    if _not_held(facts) and _predicates(facts) and words & (FORCE_WORDS | frozenset(ACTIONS)):
        return "law.scope_limit"
    if not negated and _is_subject(facts, named) and facts.head in LIMITING | FORBIDDING:
        return "law.scope_limit"
    if _must(facts) and facts.subject in LEGISLATURES and facts.head in CONFERRING | CHECKING:
        return "law.scope_limit"  # "parliament must authorise any use of force"
    only = "only" in facts.lemmas and facts.head in CONFERRING and _is_subject(facts, named)
    return "law.scope_limit" if only and not negated else None


def _asserts_power(facts: Facts) -> StatementKind | None:
    """Return an assertion where somebody claims the power to act; "the authorities" are people."""
    tree, head = facts.tree, facts.clause.head
    held = [
        at
        for at in tree.dependants(head, "obj", "obl", "nsubj:pass", "nmod")
        if tree.lemma(at) in POWERS and tree.tokens[at].upos == "NOUN"
    ]
    acting = facts.head in ("have", "hold", "claim", "assert", "possess", "enjoy", "retain")
    if acting and _has(facts, frozenset({"EXEC_INHERENT"})) and not facts.certainty.negated:
        return "law.authority_assertion"
    forceful = any(
        _below(facts, at) & (FORCE_WORDS | frozenset(ACTIONS) | _DEFENDING) for at in held
    )
    if acting and forceful and not facts.certainty.negated:
        return "law.authority_assertion"
    if facts.head in ASSERTING and own_instruments(facts) and not facts.certainty.negated:
        return "law.authority_assertion"
    words = {tree.tokens[at].text.lower() for at in tree.subtree(head)}
    approval = words & {"authorization", "authorisation", "approval", "mandate", "permission"}
    if not facts.spoken or not approval:
        return None
    free = {"can", "may"} & words and "without" in words and not facts.certainty.negated
    needless = facts.head in ("need", "require") and facts.certainty.negated
    return "law.authority_assertion" if free or needless else None


def _oversees(facts: Facts) -> StatementKind | None:
    """Return oversight where a legislature or a court acts on a measure, or a measure passes or fails."""
    named = own_instruments(facts)
    on = _below(facts, facts.clause.head) & (MEASURES | FORCE_WORDS)
    if facts.subject in LEGISLATURES and facts.head in CHECKING and (on or named):
        return "law.oversight"
    adopted = facts.head in STATUSES and STATUSES[facts.head] in ("in_force", "failed")
    by_house = any(one.code in ("LEG_LIMIT", "LEG_MANDATE", "STATUTE_FUNDS") for one in named)
    subject = _is_subject(facts, named) or facts.head in CHECKING
    return "law.oversight" if by_house and subject and (adopted or facts.head in CHECKING) else None


def _authorises(facts: Facts) -> StatementKind | None:
    if facts.certainty.negated:
        return None
    named = own_instruments(facts)
    if _is_subject(facts, named) and facts.head in CONFERRING:
        return "law.instrument"
    words = _below(facts, facts.clause.head)
    grants = facts.head in ("authorize", "authorise", "approve", "greenlight", "empower", "mandate")
    person = bool(facts.tree.dependants(facts.clause.head, "nsubj", "nsubj:pass", "obl:agent"))
    return "law.authorization" if grants and person and words & FORCE_WORDS else None


def _is_made(facts: Facts) -> StatementKind | None:
    """Return an instrument that is signed, issued, revoked …, or said to stand on firm ground."""
    named = own_instruments(facts)
    if not named:
        return None
    touched = _is_subject(facts, named) or _is_object(facts, named)
    if touched and facts.head in ACTS_ON:
        return "law.instrument"
    lawful = facts.lemmas & {"legal", "lawful", "illegal", "unlawful", "valid", "void", "binding"}
    return "law.instrument" if lawful and _is_subject(facts, named) else None


_RULES = (_asserts_power, _limits_scope, _designates, _oversees, _authorises, _is_made)


# -- codings -----------------------------------------------------------------------------------------


def _claim(
    facts: Facts,
    instrument: Instrument | None,
    code: AuthorityCode | None,
    *,
    half: _Half,
    kind: StatementKind,
) -> Claim:
    effect = _effect(facts, denied=half.denied, kind=kind)
    words = frozenset(half.lemmas)
    struck_down = facts.head == "strike" and kind == "law.oversight"
    action = next(
        (
            at
            for at, word in enumerate(half.lemmas)
            if word in ACTIONS and not (struck_down and word == "strike")
        ),
        None,
    )
    if code in _LISTINGS and effect == "confers" and kind == "law.designation":
        effect = "silent"
    return Claim(
        code=code,
        effect=effect,
        status=_status(facts, instrument, kind),
        domain=_first(DOMAINS, words),
        action=None if action is None else ACTIONS[half.lemmas[action]],
        target=None if action is None else class_in(frozenset(half.lemmas[action + 1 :])),
        instrument=instrument,
    )


def _effect(facts: Facts, *, denied: bool, kind: StatementKind) -> CoverageEffect:
    if kind in ("law.designation", "law.oversight"):
        return "limits" if kind == "law.oversight" and _would_limit(facts) else "silent"
    if kind == "law.authority_assertion":
        return "confers"
    if denied or facts.certainty.negated or _not_held(facts):
        return "does_not_confer"
    if facts.head in FORBIDDING:
        return "forbids"
    if facts.head in LIMITING or "only" in facts.lemmas:
        return "limits"
    if facts.head in CONDITIONING or _must(facts):
        return "conditions"
    return "confers" if facts.head in CONFERRING | {"greenlight", "approve"} else "silent"


def _would_limit(facts: Facts) -> bool:
    return bool(_below(facts, facts.clause.head) & (LIMITING | FORBIDDING | {"war", "halt", "end"}))


def _status(
    facts: Facts, instrument: Instrument | None, kind: StatementKind
) -> AuthorityStatus | None:
    if kind == "law.authority_assertion":
        return "asserted"
    status: AuthorityStatus | None = STATUSES.get(facts.head)
    if kind == "law.oversight" and (facts.certainty.negated or "fail" in facts.lemmas):
        return "failed"
    if "future" in facts.certainty.aux or "hypothetical" in facts.certainty.aux:
        return "proposed" if status is not None else None
    if status is None and kind == "law.designation":
        return "in_force"
    if status is None and instrument is not None and facts.lemmas & {"classified", "secret"}:
        return "classified_reported"
    return None if facts.certainty.negated else status


@dataclass(frozen=True, slots=True)
class _Half:
    lemmas: tuple[str, ...]
    denied: bool = False


def _halves(facts: Facts) -> Iterator[_Half]:
    """Yield each half of "covers A but not B", in order of the words."""
    tree = facts.tree
    inside = tree.subtree(facts.clause.head)
    texts = [tree.tokens[at].text.lower() for at in inside]
    cut = next(
        (
            at
            for at in range(1, len(texts))
            if texts[at] == "not" and texts[at - 1] in ("but", "and", ",", "though")
        ),
        None,
    )
    lemmas = tuple(tree.lemma(at) for at in inside)
    if cut is None or facts.certainty.negated:
        yield _Half(lemmas)
        return
    yield _Half(lemmas[:cut])
    yield _Half(lemmas[cut:], denied=True)


def _first(table: Iterable[tuple[_T, frozenset[str]]], words: frozenset[str]) -> _T | None:
    return next((name for name, listed in table if words & listed), None)


def _predicates(facts: Facts) -> bool:
    """Say whether the clause says something of a subject, rather than listing a thing."""
    return facts.tree.tokens[facts.clause.head].upos in ("VERB", "AUX") or bool(
        facts.tree.dependants(facts.clause.head, "cop", "nsubj")
    )


def _must(facts: Facts) -> bool:
    auxiliaries = facts.tree.dependants(facts.clause.head, "aux")
    return any(facts.tree.lemma(at) in ("must", "shall") for at in auxiliaries)


# -- the tree ----------------------------------------------------------------------------------------


def _lemmas_below(facts: Facts) -> tuple[str, ...]:
    return tuple(facts.tree.lemma(at) for at in facts.tree.subtree(facts.clause.head))


def _below(facts: Facts, index: int) -> frozenset[str]:
    return frozenset(facts.tree.lemma(at) for at in facts.tree.subtree(index))


def _has(facts: Facts, codes: frozenset[str]) -> bool:
    return any(one.code in codes for one in own_instruments(facts))


def _is_subject(facts: Facts, named: Iterable[Instrument]) -> bool:
    return _hangs_as(facts, named, ("nsubj", "nsubj:pass", "obl:agent", "csubj"))


def _is_object(facts: Facts, named: Iterable[Instrument]) -> bool:
    return _hangs_as(facts, named, ("obj", "obl", "xcomp", "nmod"))


def _hangs_as(facts: Facts, named: Iterable[Instrument], relations: tuple[str, ...]) -> bool:
    tops = facts.tree.dependants(facts.clause.head, *relations)
    below = {at for top in tops for at in facts.tree.subtree(top)}
    return any(below & set(facts.tree.indices_in(one.extent)) for one in named)


def _not_held(facts: Facts) -> bool:
    """Say whether the clause says that there is no basis: "no legal basis", "without a mandate"."""
    return any(_is_lacking(facts, at) for at in facts.clause.members)


def _is_lacking(facts: Facts, at: int) -> bool:
    tree, negated = facts.tree, facts.certainty.negated
    if tree.lemma(at) not in NOT_HELD or tree.tokens[at].upos != "NOUN":
        return False
    marks = {tree.lemma(child) for child in tree.dependants(at, "det", "case", "amod", "advmod")}
    if marks & {"no", "without", "insufficient"} or ("any" in marks and negated):
        return True
    governor = tree.tokens[at].head
    lacking = governor >= 0 and tree.lemma(governor) == "lack"
    held = facts.head in ("have", "be", "exist", "provide", "give", "confer")
    return lacking or (negated and held)
