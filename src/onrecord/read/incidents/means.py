"""By what an act is done: weapons, explosions and people as the agents of verbs."""

from __future__ import annotations

from onrecord.domain.incident import IncidentKind
from onrecord.read.incidents.party_roles import singular
from onrecord.read.incidents.roles import cases, is_passive
from onrecord.read.incidents.words import (
    BOMBS,
    EXPLOSIVES,
    IRREGULARS,
    NOUNS,
    SHOTS,
    THINGS,
)
from onrecord.read.tree import Tree


def stands_near(tree: Tree, verb: int, words: frozenset[str]) -> bool:
    """Say whether one of these nouns takes part in what a verb tells."""
    return any(
        singular(tree, at) in words
        or any(
            singular(tree, sub) in words for sub in tree.dependants(at, "compound", "nmod", "amod")
        )
        for at in tree.dependants(verb, "nsubj", "obj", "obl")
    )


def agents_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the tokens that head the agents of a verb."""
    if is_passive(tree, verb):
        return tuple(at for at in tree.dependants(verb, "obl") if "by" in cases(tree, at))
    return tree.dependants(verb, "nsubj")


def agent_is(tree: Tree, verb: int, words: frozenset[str]) -> bool:
    """Say whether one of these nouns is the agent."""
    return any(singular(tree, at) in words for at in agents_of(tree, verb))


def by_instrument(tree: Tree, verb: int) -> bool:
    """Say whether an act's agent is an explosion, a weapon or an act and nobody."""
    return any(
        singular(tree, at) in EXPLOSIVES | SHOTS or singular(tree, at) in NOUNS
        for at in agents_of(tree, verb)
    )


def by_accident(tree: Tree, verb: int) -> bool:
    """Say whether what kills is a thing that is no weapon, or a mishap: a plane, a flood."""
    words = [singular(tree, at) for at in agents_of(tree, verb)]
    above = {singular(tree, at) for at in tree.ancestors(verb)[:4]}
    crashed = above & {"crash", "collide", "derail", "overturn", "accident", "flood", "earthquake"}
    return any(word in THINGS and word not in EXPLOSIVES for word in words) or bool(crashed)


def kind_by_means(tree: Tree, verb: int, kind: IncidentKind) -> IncidentKind:
    """Return what an act is by the means named beside it: "killed by a bomb", "attacked with mortars"."""
    near = [
        at for at in tree.dependants(verb, "obl", "nsubj") if tree.lemma(at) not in ("who", "he")
    ]
    means = {singular(tree, at) for at in near}
    means |= {singular(tree, sub) for at in near for sub in tree.dependants(at, "compound", "amod")}
    for words, named in _MEANS:
        if means & words:
            return named
    return kind


_MEANS: tuple[tuple[frozenset[str], IncidentKind], ...] = (
    (BOMBS | {"grenade", "bombing"}, "bombing"),
    (frozenset({"explosion", "blast"}), "explosion"),
    (frozenset({"mortar", "artillery", "shell", "shelling"}), "shelling"),
    (frozenset({"drone"}), "drone_attack"),
    (frozenset({"airstrike", "warplane", "jet"}), "airstrike"),
    (frozenset({"shot", "gunfire", "bullet", "machinegun", "pistol", "rifle"}), "shooting"),
)


def has_human_agent(tree: Tree, verb: int) -> bool:
    """Say whether somebody, and not a thing or an event, is the agent."""
    for at in agents_of(tree, verb):
        word = singular(tree, at)
        if word in IRREGULARS or tree.tokens[at].upos in ("PROPN", "PRON") or word in _HUMAN_AGENTS:
            return (
                word not in NOUNS and word not in EXPLOSIVES and word not in ("it", "that", "which")
            )
    return False


_HUMAN_AGENTS = frozenset(
    "man individual person people soldier troop police army group youth unit member force".split()
)
