"""Which words of a clause say what an instrument covers: where, which action, against what.

Only the clause that claims is looked at: what a joined clause says of land ("though he would inform the
house before any land operations") says nothing of the power claimed beside it. A purpose hung on the
instrument ("an opinion drafted to support strikes at sea") is looked at by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from onrecord.domain.authority import ActionClass, AuthorityStatus, CoverageDomain
from onrecord.domain.class_words import ACTIONS, DOMAINS, class_in
from onrecord.domain.target import TargetClass
from onrecord.read.facts import Facts
from onrecord.read.instruments import Instrument
from onrecord.read.law_words import FORCE_WORDS, MADE_FOR, STATUSES, SUPPORTING
from onrecord.read.tree import Tree

_JOINED = frozenset({"advcl", "conj", "parataxis"})
#: Words of a class that in these company mean something else; "" where they mean nothing of law.
_GROUNDED = frozenset(
    "operation force troop troops attack invasion assault offensive war target strike".split()
)
_WATERS = frozenset({"water", "waters", "sea", "limit"})
_NAMES_OF_PLACES = frozenset("port bank land dock trade bridge ground sea".split())
_INSIDE = frozenset({"inside", "within"})
#: Inside these one is not on land.
_OFF_LAND = frozenset(
    "water waters airspace sea strait gulf limit framework scope law day week month hour".split()
)
_ON_LAND: frozenset[ActionClass] = frozenset({"lethal_strike", "capture", "covert", "seize"})
_WHEN = frozenset("after since following before amid during despite until".split())
#: What is let happen by whoever "sanctions" it; a bank or a person is punished.
_SANCTIONED = _GROUNDED | {"use", "deployment", "airstrike", "intervention", "dispatch", "raid"}
_USING = frozenset("use send deploy dispatch employ deployment dispatch sending entry".split())


@dataclass(frozen=True, slots=True)
class Half:
    """Tokens that speak of one thing covered, or not covered where `denied`."""

    tokens: tuple[int, ...]
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """What tokens say is covered; `None` where they do not say."""

    domain: CoverageDomain | None
    action: ActionClass | None
    target: TargetClass | None


@dataclass(frozen=True, slots=True)
class Purpose:
    """What an instrument is said to have been made for.

    Attributes:
        instrument: The instrument.
        goal: The verb of the purpose: "support" in "drafted to support strikes".
        tokens: The verb and all below it.
        status: The status its making gives the instrument, if any.
    """

    instrument: Instrument
    goal: int
    tokens: tuple[int, ...]
    status: AuthorityStatus | None


def region_of(facts: Facts) -> tuple[int, ...]:
    """Return the clause's own tokens and the relative clauses on them, without clauses joined to it."""
    tree, own = facts.tree, frozenset(facts.clause.members)
    joined = [
        at
        for at in tree.subtree(facts.clause.head)
        if at != facts.clause.head and at not in own and tree.relation(at) in _JOINED
    ]
    return tree.subtree(facts.clause.head, without=joined)


def halves_of(facts: Facts, purposes: Sequence[Purpose]) -> tuple[Half, ...]:
    """Return each half of "covers A but not B", in order of the words, without any purpose."""
    tree = facts.tree
    set_apart = {at for one in purposes for at in one.tokens} | _circumstances(facts)
    inside = tuple(at for at in region_of(facts) if at not in set_apart)
    texts = [tree.tokens[at].text.lower() for at in inside]
    cut = next(
        (
            at
            for at in range(1, len(texts))
            if texts[at] == "not" and texts[at - 1] in ("but", "and", ",", "though")
        ),
        None,
    )
    if cut is None or facts.certainty.negated:
        return (Half(inside),)
    return (Half(inside[:cut]), Half(inside[cut:], denied=True))


def _circumstances(facts: Facts) -> set[int]:
    """Return the words that only say when or why: "after the attacks", "before any land operations"."""
    tree = facts.tree
    return {
        at
        for one in region_of(facts)
        if tree.relation(one) in ("obl", "advcl", "nmod")
        and {tree.lemma(mark) for mark in tree.dependants(one, "case", "mark")} & _WHEN
        for at in tree.subtree(one)
    }


def scope_of(tree: Tree, tokens: Sequence[int], names: AbstractSet[int] = frozenset()) -> Scope:
    """Return the classes that tokens speak of; a target is what stands behind the action.

    Args:
        tree: The sentence.
        tokens: The tokens, in order.
        names: Those that name instruments; a "sanctions list" speaks of sanctions only where nothing
            else in the clause says what is done.
    """
    senses = [_sense(tree, at) for at in tokens]
    acting = [place for place, word in enumerate(senses) if word in ACTIONS]
    at = next((one for one in acting if tokens[one] not in names), next(iter(acting), None))
    action = None if at is None else ACTIONS[senses[at]]
    words = frozenset(senses)
    domain = next((name for name, listed in DOMAINS if words & listed), None)
    if domain is None and action in _ON_LAND and _is_inside(tree, tokens):
        domain = "land"
    own = at is None or action == "deploy"  # forces sent are nobody's target
    target = None if own or at is None else class_in(frozenset(senses[at + 1 :]))
    return Scope(domain, action, target)


def purposes_of(facts: Facts, named: Sequence[Instrument]) -> tuple[Purpose, ...]:
    """Return what the clause says its instruments were made for: "drafted to support strikes at sea"."""
    tree = facts.tree
    found: list[Purpose] = []
    for one in named:
        inside = tree.indices_in(one.extent)
        makers = [
            at
            for noun in inside
            for at in tree.dependants(noun, "acl")
            if at not in inside and tree.tokens[at].xpos in ("VBN", "VBD")
        ]
        made = facts.clause.head
        subjects = tree.dependants(made, "nsubj")
        if any(set(tree.subtree(at)) & set(inside) for at in subjects):
            makers.append(made)
        found.extend(
            Purpose(one, goal, tree.subtree(goal), _status_of(tree, maker, one))
            for maker in makers
            if tree.lemma(maker) in MADE_FOR
            for goal in tree.dependants(maker, "advcl", "xcomp")
            if _is_goal(tree, goal)
        )
    return tuple(found)


def _is_goal(tree: Tree, goal: int) -> bool:
    infinitive = any(tree.lemma(mark) == "to" for mark in tree.dependants(goal, "mark"))
    return infinitive and tree.lemma(goal) in SUPPORTING


def _status_of(tree: Tree, maker: int, one: Instrument) -> AuthorityStatus | None:
    """Return the status its making gives an instrument; an opinion that was drafted is given."""
    if one.code == "EXEC_OPINION":
        return None
    return STATUSES.get(tree.lemma(maker))


def _is_inside(tree: Tree, tokens: Sequence[int]) -> bool:
    """Say whether something is inside a named country or its borders: "strikes inside Velmara"."""
    for at in tokens:
        if tree.lemma(at) not in _INSIDE or tree.relation(at) != "case":
            continue
        place = tree.tokens[at].head
        words = {tree.lemma(one) for one in tree.subtree(place)}
        named = tree.tokens[place].upos == "PROPN" or bool(
            words & {"country", "border", "borders", "neighbour", "neighbor"}
        )
        if named and not words & _OFF_LAND:
            return True
    return False


def _sense(tree: Tree, at: int) -> str:
    """Return the lemma of a word as the classes mean it; empty where it means something else here."""
    lemma, token = tree.lemma(at), tree.tokens[at]
    governor = tree.lemma(token.head) if token.head >= 0 else ""
    if lemma == "ground":
        return lemma if governor in _GROUNDED else ""
    if lemma == "territorial":
        return lemma if governor in _WATERS else ""
    if lemma in _NAMES_OF_PLACES and (token.upos == "VERB" or _is_in_name(tree, at)):
        return ""
    if lemma == "troops":
        return "troop"
    if lemma == "lethal":
        return "strike"
    if lemma == "force":
        return _sense_of_force(tree, at)
    if lemma == "strike":
        return "" if any(tree.lemma(one) == "down" for one in tree.children[at]) else lemma
    if lemma == "sanction" and is_sanctioning(tree, at):
        return ""
    if lemma == "entry":
        return "" if set(map(tree.lemma, tree.subtree(at))) & FORCE_WORDS else lemma
    return lemma


def is_sanctioning(tree: Tree, at: int) -> bool:
    """Say whether "sanction" means leave: "sanctioned the use of force", "with the sanction of the house"."""
    if tree.tokens[at].upos != "VERB":
        cases = {tree.lemma(one) for one in tree.dependants(at, "case")}
        return bool(cases & {"with", "without"}) and tree.tokens[at].xpos == "NN"
    objects = tree.dependants(at, "obj", "nsubj:pass")
    return any(tree.lemma(one) in _SANCTIONED for one in objects)


def _is_in_name(tree: Tree, at: int) -> bool:
    """Say whether a word is part of a name of its own, as in "Port Orlan", not of a sea."""
    return tree.tokens[at].upos == "PROPN" and tree.lemma(at) != "sea"


def _sense_of_force(tree: Tree, at: int) -> str:
    """Return what "force" means: force used, forces sent, or neither, as in "entered into force"."""
    if {tree.lemma(one) for one in tree.dependants(at, "case")} & {"into", "in"}:
        return ""
    sent = {tree.lemma(up) for up in tree.ancestors(at)[:2]} & _USING
    kinds = {tree.lemma(one) for one in tree.dependants(at, "amod", "compound")}
    if tree.tokens[at].xpos in ("NNS", "NNPS") or kinds & _UNITS:
        return "troop" if sent else ""
    return "force"


_UNITS = frozenset(
    """air armed standby task police security defence defense peacekeeping ground regional
    multinational international stabilisation stabilization coalition joint expeditionary""".split()
)
