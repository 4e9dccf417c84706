"""Which nouns tell of an act of violence: "the bombing of", "a rebel attack", "this crime"."""

from __future__ import annotations

from onrecord.domain.incident import IncidentKind
from onrecord.read.incidents.mention import Telling, Trigger
from onrecord.read.incidents.party_roles import singular
from onrecord.read.incidents.roles import cases
from onrecord.read.incidents.words import (
    BACK_REFERENCES,
    BOMBS,
    EXPLOSIVES,
    NOUNS,
    VEHICLES_OF_ATTACK,
)
from onrecord.read.tree import Tree


def act_named(tree: Tree, at: int) -> Trigger | None:
    """Return what act a noun names or refers back to, or `None` where it does neither."""
    word = singular(tree, at)
    described = {
        singular(tree, child) for child in tree.dependants(at, "compound", "amod", "nmod:unmarked")
    }
    kind = _kind_of_noun(tree, at, word, described)
    if kind is None:
        return _mentioned_otherwise(tree, at, word, described)
    if tree.relation(at) in ("compound", "flat") or described & _FIGURES:
        return None
    needs_object = word in ("destruction", "burning", "sabotage")
    if (needs_object and not tree.dependants(at, "nmod")) or _is_police_work(word, described):
        return None
    telling: Telling = "back" if _is_bare_reference(tree, at) else "name"
    return Trigger(at, kind, telling, "killed" if kind in ("killing", "execution") else "")


#: "A social explosion", "a verbal attack": nobody is hurt.
_FIGURES = frozenset("social population demographic verbal heart personal political".split())


def _kind_of_noun(tree: Tree, at: int, word: str, described: set[str]) -> IncidentKind | None:
    """Return what kind of act a noun names by itself and the words before it."""
    if word == "strike":
        return _kind_of_strike(tree, at, described)
    kind = NOUNS.get(word)
    if word in BOMBS:  # a bomb is a thing; it tells of an act through what is done with it
        return None
    if kind == "explosion" and described & BOMBS:
        return "bombing"
    if kind not in ("attack", "killing"):
        return kind
    if described & EXPLOSIVES:
        return "bombing" if described & (BOMBS | {"grenade"}) else "shelling"
    if described & VEHICLES_OF_ATTACK | (described & {"air", "aerial"}):
        return "drone_attack" if "drone" in described else "airstrike"
    return "arson" if described & {"arson", "incendiary"} else kind


def _kind_of_strike(tree: Tree, at: int, described: set[str]) -> IncidentKind | None:
    """Return the kind of a military strike; a strike of workers is none."""
    if "drone" in described:
        return "drone_attack"
    if described & {"air", "aerial", "missile", "rocket", "military"}:
        return "airstrike"
    aimed = any(
        set(cases(tree, child)) & {"on", "against"} for child in tree.dependants(at, "nmod")
    )
    return "airstrike" if aimed and not described & {"hunger", "general", "labor"} else None


def _mentioned_otherwise(tree: Tree, at: int, word: str, described: set[str]) -> Trigger | None:
    """Return what a noun tells that names no act itself: a claim, an attempt, a threat, "the crime"."""
    if word in ("responsibility", "credit") and _is_taken(tree, at):
        return Trigger(at, "attack", "back")
    if word in BACK_REFERENCES and _is_pointed_at(tree, at):
        return Trigger(at, "attack", "back")
    if word == "attempt" and described & {"assassination", "murder", "kidnapping", "bombing"}:
        return Trigger(at, "attack", "name", stage="attempted")
    if word == "threat" and described & {"death", "bomb"}:
        kind: IncidentKind = "bombing" if "bomb" in described else "attack"
        return Trigger(at, kind, "name", stage="threatened")
    return None


def _is_police_work(word: str, described: set[str]) -> bool:
    custody = word in ("detention", "combat", "battle")
    return custody or (word == "raid" and bool(described & {"drug", "police"}))


def _is_taken(tree: Tree, at: int) -> bool:
    """Say whether somebody claims responsibility, for what no noun of action here names."""
    up = tree.tokens[at].head
    named = {singular(tree, child) for child in tree.dependants(at, "nmod")}
    claims = up >= 0 and tree.lemma(up) in ("claim", "take", "assume", "accept", "admit")
    return claims and not any(word in NOUNS or word in BACK_REFERENCES for word in named)


def _is_pointed_at(tree: Tree, at: int) -> bool:
    marks = {tree.lemma(child) for child in tree.dependants(at, "det")}
    return bool(marks & {"the", "this", "that", "these", "both"})


def _is_bare_reference(tree: Tree, at: int) -> bool:
    """Say whether a noun only points back: "the attack", "this murder"."""
    own = tree.dependants(at, "nmod", "acl", "amod", "compound", "nummod")
    return _is_pointed_at(tree, at) and not own
