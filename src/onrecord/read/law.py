"""What a clause claims about law: which instruments, what each does or does not do, and where.

Nothing is inferred. An instrument whose effect the words do not state is `silent`; a listing confers
nothing unless somebody is cited who says so (domain rule 13). What becomes of an instrument (adopted,
failed, expired) is its status, apart from its effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.domain.authority import (
    ActionClass,
    AuthorityCode,
    AuthorityStatus,
    CoverageDomain,
    CoverageEffect,
)
from onrecord.domain.statement import StatementKind
from onrecord.domain.target import TargetClass
from onrecord.read.facts import Facts
from onrecord.read.instruments import Instrument
from onrecord.read.law_bases import Basis, bases_of, gives_ground, told_beside
from onrecord.read.law_bodies import body_of
from onrecord.read.law_facts import (
    is_subject,
    is_without,
    must,
    not_held,
    own_grounds,
    own_instruments,
)
from onrecord.read.law_kinds import LISTINGS, is_held_against
from onrecord.read.law_measures import Measure, measure_of
from onrecord.read.law_scope import Half, Purpose, halves_of, purposes_of, region_of, scope_of
from onrecord.read.law_words import CONDITIONING, CONFERRING, FORBIDDING, LIMITING, STATUSES

_MAX_CODINGS = 4
#: What talk does to an instrument it names: announcing gives it a status, rejecting contests it.
_SAID: dict[StatementKind, tuple[CoverageEffect, AuthorityStatus | None]] = {
    "say.announce": ("silent", "announced"),
    "say.reject": ("contested", None),
    "say.accuse": ("contested", None),
    "say.deny": ("contested", None),
}
#: A power that somebody "now has" is no standing power of their office.
_NEWLY = frozenset({"now", "newly", "henceforth"})
_ALLIANCES = frozenset({"nato", "alliance", "atlantic"})
_DECIDED = frozenset({"law.oversight", "law.authorization"})


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


def claims_of(kind: StatementKind, facts: Facts) -> tuple[Claim, ...]:
    """Return what a legal clause claims, one claim per instrument it names and half it speaks of.

    "It covers strikes at sea but not on land" has two halves; "an opinion drafted to support strikes at
    sea does not extend to land" has the purpose and what is denied. Announcing, rejecting and denying
    claim something of the instruments they name. What a clause tells of may stand beside the law all the
    same ("sent at the invitation of the government"); other talk and other clauses claim nothing.
    """
    legal = kind.startswith("law.")
    beside = [_beside(facts, one, kind) for one in bases_of(facts)] if _weighs(kind, facts) else []
    claims = _talk(kind, facts) if kind in _SAID else _law(kind, facts) if legal else ()
    weighed = {one.instrument for one in beside if one.instrument is not None}
    if beside and not own_instruments(facts):
        claims = ()
    kept = [one for one in claims if one.instrument not in weighed or _says_more(one, kind)]
    told = {one.instrument for one in kept if one.instrument is not None}
    codes = {one.code for one in kept}
    found = [
        *kept,
        *(
            one
            for one in beside
            if one.instrument not in told and (one.instrument is not None or one.code not in codes)
        ),
    ]
    found = found or [_claim_of_name(one) for one in _numbered(facts) if told_beside(kind)]
    return tuple(dict.fromkeys(found))[:_MAX_CODINGS]


def _numbered(facts: Facts) -> Iterator[Instrument]:
    """Yield the instruments known by their number, which a mention is enough to put on record.

    A resolution of the Security Council, and the article of an alliance where the sentence names one.
    """
    tree = facts.tree
    alliance = bool(_ALLIANCES & {token.text.lower() for token in tree.tokens})
    for one in own_instruments(facts):
        words = {tree.tokens[at].text.lower() for at in tree.indices_in(one.extent)}
        resolved = one.code == "UNSC_RES" and any(word.isdigit() for word in words)
        if resolved or (alliance and one.code == "ALLIANCE_DECISION" and "article" in words):
            yield one


def _claim_of_name(one: Instrument) -> Claim:
    """Return that an instrument is named, and nothing else."""
    return Claim(one.code, "silent", None, None, None, None, one)


def _weighs(kind: StatementKind, facts: Facts) -> bool:
    return kind.startswith("law.") or told_beside(kind) or gives_ground(facts)


def _says_more(claim: Claim, kind: StatementKind) -> bool:
    """Say whether a claim says what the instrument does, rather than that it is named."""
    return kind not in _SAID and claim.effect != "silent"


def _beside(facts: Facts, basis: Basis, kind: StatementKind) -> Claim:
    """Return what a clause claims by setting what it tells beside an instrument."""
    grounds = (*own_instruments(facts), *own_grounds(facts))
    names = {at for one in grounds for at in facts.tree.indices_in(one.extent)}
    region = [at for at in _weighed(facts) if at not in names]
    scope = scope_of(facts.tree, region)
    if (
        scope.action is None and basis.effect == "conditions"
    ):  # "must ask before launching a strike"
        scope = scope_of(facts.tree, facts.tree.subtree(facts.clause.head), names)
    if scope.action is None and basis.decided:
        scope = replace(scope, action="deploy")  # a force that is called up is called up to be sent
    asserted = kind == "law.authority_assertion" and basis.effect == "confers"
    return Claim(
        code=basis.code,
        effect=basis.effect,
        status="in_force" if basis.decided else "asserted" if asserted else None,
        domain=scope.domain,
        action=scope.action,
        target=scope.target,
        instrument=basis.instrument,
    )


def _weighed(facts: Facts) -> Iterator[int]:
    """Yield the tokens that say what is weighed, without what is only added on: ", the first …"."""
    tree = facts.tree
    added = {
        under
        for at in region_of(facts)
        if tree.relation(at) == "appos"
        for under in tree.subtree(at)
    }
    return (at for at in region_of(facts) if at not in added)


def _talk(kind: StatementKind, facts: Facts) -> tuple[Claim, ...]:
    """Return what talk claims of the instruments it names: that one is announced, or contested."""
    effect, status = _SAID[kind]
    whole = Half(region_of(facts))
    claims = (_claim(facts, one, one.code, half=whole, kind=kind) for one in own_instruments(facts))
    return tuple(replace(one, effect=effect, status=status) for one in claims)


def _law(kind: StatementKind, facts: Facts) -> tuple[Claim, ...]:
    """Return what a clause of law claims of its instruments, or of one it does not name."""
    named = own_instruments(facts)
    if not named:
        return tuple(_unnamed(facts, kind))
    purposes = purposes_of(facts, named)
    found = [_for_purpose(facts, one) for one in purposes if one.instrument.code not in LISTINGS]
    if not _only_tells_purpose(facts, purposes):
        found += [
            _claim(facts, one, one.code, half=half, kind=kind)
            for one in named
            for half in halves_of(facts, purposes)
            if not is_without(facts, one)
        ]
    return tuple(found)


def _unnamed(facts: Facts, kind: StatementKind) -> Iterator[Claim]:
    """Yield the claim of a clause that names no instrument, where it tells of one all the same."""
    half = halves_of(facts, ())[0]
    if kind in _DECIDED:
        measure = _consent(facts) or measure_of(facts, None)
        if measure.code is not None:
            claim = _claim(facts, None, measure.code, half=half, kind=kind)
            yield replace(claim, effect=measure.effect, status=measure.status)
        return
    code = _unnamed_code(facts, kind)
    if code is not None or kind == "law.scope_limit":
        yield _claim(facts, None, code, half=half, kind=kind)


def _consent(facts: Facts) -> Measure | None:
    return Measure("CONSENT", "confers", None) if facts.head == "consent" else None


def _unnamed_code(facts: Facts, kind: StatementKind) -> AuthorityCode | None:
    """Return the kind of instrument that a clause speaks of without naming it."""
    if kind == "law.authority_assertion":
        if facts.lemmas & _NEWLY:
            return None  # somebody else gave it; who did is said elsewhere
        return "ALLIANCE_DECISION" if body_of(facts) == "alliance" else "EXEC_INHERENT"
    if kind == "law.designation":
        return "LISTING_FTO"
    if kind != "law.scope_limit" or not facts.certainty.negated:
        return None
    body = body_of(facts)
    if body == "security_council":
        return "UNSC_RES"
    if body != "legislature":
        return None
    return "STATUTE_AUMF" if facts.head == "declare" else "LEG_MANDATE"


def _for_purpose(facts: Facts, purpose: Purpose) -> Claim:
    """Return what an instrument is said to have been made to support."""
    scope = scope_of(facts.tree, purpose.tokens)
    own = facts.clause.head == facts.tree.tokens[purpose.goal].head
    return Claim(
        code=purpose.instrument.code,
        effect="does_not_confer" if own and facts.certainty.negated else "confers",
        status=purpose.status,
        domain=scope.domain,
        action=scope.action,
        target=scope.target,
        instrument=purpose.instrument,
    )


def _only_tells_purpose(facts: Facts, purposes: tuple[Purpose, ...]) -> bool:
    """Say whether the clause itself says what an instrument was made for, and nothing else of it."""
    return any(facts.tree.tokens[one.goal].head == facts.clause.head for one in purposes)


def _claim(
    facts: Facts,
    instrument: Instrument | None,
    code: AuthorityCode | None,
    *,
    half: Half,
    kind: StatementKind,
) -> Claim:
    names = {at for one in own_instruments(facts) for at in facts.tree.indices_in(one.extent)}
    scope = scope_of(facts.tree, half.tokens, names)
    if kind in _DECIDED and instrument is not None:
        measure = measure_of(facts, instrument)
        effect, status = measure.effect, measure.status
    else:
        effect = _effect(facts, instrument, denied=half.denied, kind=kind)
        status = _status(facts, instrument, kind)
    return Claim(
        code=code,
        effect=effect,
        status=status,
        domain=scope.domain,
        action=scope.action,
        target=scope.target,
        instrument=instrument,
    )


def _effect(
    facts: Facts, instrument: Instrument | None, *, denied: bool, kind: StatementKind
) -> CoverageEffect:
    if kind == "law.designation":
        return "silent"
    if kind == "law.authority_assertion":
        return "confers"
    if {"except", "unless"} & facts.lemmas:
        return "conditions"
    if denied or facts.certainty.negated or not_held(facts):
        return "does_not_confer"
    if _asks(facts, instrument):
        return "conditions"
    if instrument is not None and kind == "law.instrument" and not is_subject(facts, (instrument,)):
        return "silent"  # an emergency is extended, and extends to nothing
    if facts.head in FORBIDDING:
        return "forbids"
    if facts.head in LIMITING or "only" in facts.lemmas:
        return "limits"
    if facts.head in CONDITIONING or must(facts):
        return "conditions"
    return "confers" if facts.head in CONFERRING else "silent"


def _asks(facts: Facts, instrument: Instrument | None) -> bool:
    """Say whether an instrument is said to ask something: "the act mandates that …", or cited for that."""
    mandates = facts.head == "mandate" and facts.tree.dependants(facts.clause.head, "ccomp")
    return bool(mandates) or (instrument is not None and is_held_against(facts, instrument))


def _status(
    facts: Facts, instrument: Instrument | None, kind: StatementKind
) -> AuthorityStatus | None:
    if kind == "law.authority_assertion":
        return "asserted"
    status: AuthorityStatus | None = STATUSES.get(facts.head)
    if "future" in facts.certainty.aux or "hypothetical" in facts.certainty.aux:
        return "proposed" if status is not None else None
    if status is None and kind == "law.designation":
        return "in_force"
    if status is None and instrument is not None and facts.lemmas & {"classified", "secret"}:
        return "classified_reported"
    return None if facts.certainty.negated or must(facts) else status
