"""How a clause sets an act beside the law: in line with it, in breach of it, bound by it, or invited.

The words decide, never the name of an instrument alone: "inconsistent with the Charter" denies cover,
"in accordance with the Charter" claims it, "required by the constitution" conditions. A breach that is
denied ("did not violate the constitution") claims no cover and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.domain.authority import AuthorityCode, CoverageEffect
from onrecord.domain.class_words import ACTIONS
from onrecord.domain.statement import StatementKind
from onrecord.read.facts import Facts
from onrecord.read.instruments import Instrument
from onrecord.read.law_bodies import body_named, body_of
from onrecord.read.law_facts import own_grounds, own_instruments, words_of
from onrecord.read.law_measures import is_forceful
from onrecord.read.law_words import FORCE_WORDS

_BREACHING = frozenset(
    """violate violation breach contravene contravention flout infringe infringement transgress inconsistent
    incompatible contrary counter defy defiance disregard conflict illegal unlawful""".split()
)
_AGREEING = frozenset(
    "accordance comply compliance conform conformity consistent compatible line keep keeping".split()
)
_ALLOWING = frozenset(
    "justify permit allow entitle lawful legal legitimate permissible authorise authorize".split()
)
_BINDING = frozenset("oblige obligate require bind subject compel".split())
#: What an instrument's words are called; what is said of them is said of it.
_PARTS = frozenset(
    """principle provision article section subsection clause paragraph term rule norm spirit letter part
    right purpose requirement obligation""".split()
)
_LAYING = frozenset("create provide form lay constitute offer give".split())
_BEHIND = frozenset("base basis ground framework foundation".split())
_ASKING = frozenset("obtain seek get secure ask come consult request receive win".split())
_LEAVE = frozenset("approval consent permission sanction authorisation authorization".split())
_HOUSES = frozenset({"congressional", "parliamentary"})
_DEEDS = frozenset("act action move decision measure step use launch conduct carry order".split())
#: What is said to break a law without any use of force is no act that the ledger weighs.
_CIVIL = frozenset("law bill statute rule tax fee ruling ban company firm contract".split())
#: Who strikes without any force.
_LABOUR = frozenset(
    "union worker employer company firm staff teacher nurse doctor pay wage".split()
)
_INVOKING = frozenset({"invoke", "cite", "exercise"})
_ORDERING = frozenset("order activate direct mobilise mobilize".split())
_REGIONAL = frozenset("regional bloc standby".split())
#: Clauses that tell or claim; a demand, a question or a forecast sets nothing beside the law.
_TELLING = frozenset(
    {
        "say.report", "say.accuse", "say.confirm", "occ.event", "occ.posture", "occ.context",
        "jdg.assessment",
    }
)  # fmt: skip
_SPOKEN_KINDS: dict[CoverageEffect, StatementKind] = {
    "confers": "law.authority_assertion",
    "does_not_confer": "law.scope_limit",
    "conditions": "law.scope_limit",
}


@dataclass(frozen=True, slots=True)
class Basis:
    """What a clause says one instrument does for what it tells of.

    Attributes:
        code: Which kind of instrument; `None` where the words name no one instrument.
        effect: What it is said to do.
        instrument: The words that name it; `None` where none are named.
        decided: Whether the clause tells of a body's own decision, rather than what somebody claims.
    """

    code: AuthorityCode | None
    effect: CoverageEffect
    instrument: Instrument | None = None
    decided: bool = False


def bases_of(facts: Facts) -> tuple[Basis, ...]:
    """Return what the clause says instruments do, one for each kind of instrument and effect."""
    found = [*_of_grounds(facts), *_of_leave(facts), *_of_host(facts), *_of_region(facts)]
    first: dict[tuple[AuthorityCode | None, CoverageEffect], Basis] = {}
    for one in found:
        first.setdefault((one.code, one.effect), one)
    return tuple(first.values())


def told_beside(kind: StatementKind) -> bool:
    """Say whether a clause of a kind that is not about law may still set what it tells beside the law."""
    return kind in _TELLING


def base_kind(facts: Facts) -> StatementKind | None:
    """Return the kind of a clause whose predicate itself is about what the law does."""
    tree, head = facts.tree, facts.clause.head
    deciding = _BREACHING | _AGREEING | _ALLOWING | _BINDING | _INVOKING | {"accord"}
    told = {facts.head, *(tree.lemma(at) for at in tree.dependants(head, "xcomp"))}
    needing = facts.head == "need" or bool(facts.auxiliaries & {"must", "shall"})
    if not (told & deciding or needing or gives_ground(facts)):
        return None
    made = next((one for one in bases_of(facts) if one.code is not None and not one.decided), None)
    if made is None:
        return None
    kept = (
        made.code == "LEG_LIMIT" and made.effect == "confers"
    )  # who keeps a limit claims no power
    return "law.instrument" if kept else _SPOKEN_KINDS[made.effect]


def _of_grounds(facts: Facts) -> Iterator[Basis]:
    """Yield what is said of the instruments that acts are held against."""
    for one in (*own_instruments(facts), *own_grounds(facts), *_of_joined(facts)):
        effect = _effect_by_words(facts, one)
        if effect is not None and not _is_civil(facts, effect):
            yield Basis(_code_of(facts, one), effect, one)


def _of_joined(facts: Facts) -> Iterator[Instrument]:
    """Yield the instrument that is the subject of the predicate this one is joined to."""
    if facts.actor is not None and facts.actor not in facts.clause.members:
        yield from (one for one in facts.instruments if _top_of(facts, one) == facts.actor)


def _effect_by_words(facts: Facts, one: Instrument) -> CoverageEffect | None:
    top = _top_of(facts, one)
    if top == facts.actor:
        return _effect_by_subject(facts)
    word, cases = _governing(facts, top)
    denied = facts.certainty.negated and not _only(facts)
    if word in _BREACHING:
        return None if denied else "does_not_confer"
    if word in _BINDING and cases & {"by", "to", "under", "with"}:
        return None if denied else "conditions"
    if word in _INVOKING and _is_defence(facts, one) and is_forceful(facts):
        return None if denied or facts.certainty.aux else "confers"
    if not _is_of_deed(facts) or not (facts.spoken or facts.head in _ALLOWING):
        return None
    under = cases & {"under", "by", "with", "as", "in", "of"}
    if word in _AGREEING or (word in _ALLOWING and under):
        return "does_not_confer" if denied else "confers"
    defending = _is_defence(facts, one) and cases & {"in", "as"}
    return "confers" if defending and not denied else None


def _only(facts: Facts) -> bool:
    """Say whether a "not" goes on to "only", and denies nothing: "not only conflicts with"."""
    return {"not", "only"} <= facts.lemmas


def _effect_by_subject(facts: Facts) -> CoverageEffect | None:
    """Return what an instrument that is the subject is said to do: "the treaties create a legal base"."""
    if gives_ground(facts):
        return "does_not_confer" if facts.certainty.negated else "confers"
    binding = facts.head in ("require", "oblige", "mandate") and not facts.certainty.negated
    return "conditions" if binding else None


def gives_ground(facts: Facts) -> bool:
    """Say whether the clause says that something gives a legal ground for a use of force."""
    tree, head = facts.tree, facts.clause.head
    own = frozenset(facts.clause.members)
    verbs = [at for at in (head, *tree.dependants(head, "conj")) if at in own]
    nouns = [
        noun
        for at in verbs
        for noun in (tree.dependants(at, "obj") if tree.lemma(at) in _LAYING else (at,))
    ]
    return is_forceful(facts) and any(
        tree.lemma(at) in _BEHIND
        and {tree.lemma(one) for one in tree.dependants(at, "amod")} & {"legal", "lawful"}
        for at in nouns
    )


def _is_of_deed(facts: Facts) -> bool:
    """Say whether force is what the clause weighs: its subject or its predicate, or what is allowed."""
    if not is_forceful(facts):
        return False
    tree, head = facts.tree, facts.clause.head
    said = {head, *tree.dependants(head, "nsubj", "xcomp", "obj", "csubj")}
    words = {tree.lemma(at) for at in said}
    return bool(words & (FORCE_WORDS | ACTIONS.keys() | _DEEDS))


def _governing(facts: Facts, top: int) -> tuple[str, frozenset[str]]:
    """Return the word that an instrument hangs on, past the words for its parts, and what ties it there."""
    tree, at, cases = facts.tree, top, set[str]()
    for _ in range(4):
        cases |= {tree.lemma(case) for case in tree.dependants(at, "case")}
        up = tree.tokens[at].head
        if up < 0:
            break
        if tree.lemma(up) not in _PARTS and tree.relation(at) not in ("conj", "appos", "flat"):
            return tree.lemma(up), frozenset(cases)
        at = up
    return "", frozenset(cases)


def _top_of(facts: Facts, one: Instrument) -> int:
    inside = facts.tree.indices_in(one.extent)
    return next((at for at in inside if facts.tree.tokens[at].head not in inside), inside[0])


def _is_civil(facts: Facts, effect: CoverageEffect) -> bool:
    """Say whether what is weighed is everyday law: a tax or a firm, with no force and nobody's move."""
    words = words_of(facts)
    if effect == "conditions":
        return not (words & FORCE_WORDS or words & _LEAVE or _is_of_charter(facts))
    return bool(words & _CIVIL) and not is_forceful(facts)


def _is_of_charter(facts: Facts) -> bool:
    return any(one.code == "ART51_NOTICE" for one in own_grounds(facts))


def _is_defence(facts: Facts, one: Instrument) -> bool:
    words = [facts.tree.lemma(at) for at in facts.tree.indices_in(one.extent)]
    return bool({"defence", "defense", "self-defence", "self-defense"} & set(words))


def _code_of(facts: Facts, one: Instrument) -> AuthorityCode | None:
    """Return the kind of instrument; the law of nations is that of self-defence where that is spoken of."""
    if one.code is not None:
        return one.code
    spoken = any(other.code == "ART51_NOTICE" for other in facts.instruments)
    law = any(facts.tree.lemma(at) == "law" for at in facts.tree.indices_in(one.extent))
    return "ART51_NOTICE" if spoken and law else None


def _of_leave(facts: Facts) -> Iterator[Basis]:
    """Yield the leave of a body that is needed first: "must obtain the authorisation of the council"."""
    if not _forced(facts):
        return
    tree, head = facts.tree, facts.clause.head
    needed = facts.head in _BINDING | {"need"} or bool(facts.auxiliaries & {"must", "shall"})
    asking = {facts.head, *(tree.lemma(at) for at in tree.dependants(head, "xcomp", "advcl"))}
    if _has_exemption(facts):
        places = [at for at in tree.subtree(head) if tree.lemma(at) in _LEAVE]
    elif needed and asking & _ASKING and not facts.certainty.negated:
        places = [
            at
            for verb in (head, *tree.dependants(head, "xcomp", "advcl", "conj"))
            for verb_or_joined in (verb, *tree.dependants(verb, "conj"))
            for at in tree.dependants(verb_or_joined, "obj", "obl")
        ]
    else:
        return
    code = next((found for at in places if (found := _leave_of(facts, at)) is not None), None)
    if code is not None:
        yield Basis(code, "conditions")


def _has_exemption(facts: Facts) -> bool:
    """Say whether something may be done by somebody's leave alone: "except with", "may only … after"."""
    said = {facts.tree.lemma(at) for at in facts.tree.subtree(facts.clause.head)}
    only = "only" in said and bool(facts.auxiliaries & {"may", "can"})
    return only or bool(said & {"except", "unless"})


def _forced(facts: Facts) -> bool:
    """Say whether force is spoken of anywhere below the predicate: "before launching a strike"."""
    said = {facts.tree.lemma(at) for at in facts.tree.subtree(facts.clause.head)}
    return bool(said & FORCE_WORDS) and not said & _LABOUR


def _leave_of(facts: Facts, noun: int) -> AuthorityCode | None:
    words = [facts.tree.tokens[at].text for at in facts.tree.subtree(noun)]
    body = body_named(words)
    if body == "security_council":
        return "UNSC_RES"
    house = body == "legislature" or _HOUSES & {word.lower() for word in words}
    return "LEG_MANDATE" if house else None


def _of_host(facts: Facts) -> Iterator[Basis]:
    """Yield the consent of a state that forces come by, or lack: "at the invitation of its government"."""
    tree = facts.tree
    if not is_forceful(facts) and not {"send", "deploy"} & facts.lemmas:
        return
    if not ACTIONS.keys() & words_of(facts):
        return
    for one in own_instruments(facts):
        cases = {
            tree.lemma(case)
            for at in tree.indices_in(one.extent)
            for case in tree.dependants(at, "case")
        }
        if one.code != "CONSENT" or facts.certainty.negated:
            continue
        if cases & {"at", "with", "without"}:
            yield Basis("CONSENT", "does_not_confer" if "without" in cases else "confers", one)


def _of_region(facts: Facts) -> Iterator[Basis]:
    """Yield the decision of a bloc that orders its own force out: "ordered its standby force deployed"."""
    words = words_of(facts)
    held = facts.certainty.negated or facts.certainty.aux
    if facts.head not in _ORDERING or held or "force" not in words:
        return
    by_bloc = body_of(facts) == "alliance" and words & {"standby", "deployment", "deploy"}
    if by_bloc or ("standby" in words and words & (_REGIONAL - {"standby"})):
        yield Basis("ALLIANCE_DECISION", "confers", decided=True)
