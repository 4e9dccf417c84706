"""Who a cue makes answer for its content: the phrase that names them, as tokens."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.read.cues import can_speak
from onrecord.read.relations_tokens import NONE, Members, is_passive, trimmed
from onrecord.read.tree import Tree


def source_phrase(tree: Tree, head: int) -> Members:
    """Return the phrase that names whose words or thoughts the cue `head` gives, or nothing."""
    for at in _own_and_inherited(tree, head):
        if is_passive(tree, at):
            agents = tree.dependants(at, "obl:agent")
            return _phrase(tree, agents[0]) if agents else NONE
        subjects = tree.dependants(at, "nsubj")
        if subjects:
            return _phrase(tree, subjects[0], without=at)
        noun = tree.tokens[at].head
        if tree.relation(at) in ("acl", "amod") and noun >= 0:
            speaker = _speaker_over(tree, noun) if tree.tokens[at].xpos == "VBG" else noun
            return _phrase(tree, speaker, without=at)
    return NONE


def _speaker_over(tree: Tree, noun: int) -> int:
    """Return who speaks in a participle behind a noun: the noun, or the subject it is an object of.

    In "she opened a letter blaming the mayor" the letter may speak; in "she cut a deal, blaming the
    mayor" a deal cannot, and she does.
    """
    verb = tree.tokens[noun].head
    if can_speak(tree, noun) or verb < 0 or tree.relation(noun) not in ("obj", "obl"):
        return noun
    subjects = tree.dependants(verb, "nsubj")
    return subjects[0] if subjects else noun


def _own_and_inherited(tree: Tree, head: int) -> Iterator[int]:
    """Yield a predicate and those whose subject it shares, the nearest first."""
    at = head
    seen: set[int] = set()
    while at >= 0 and at not in seen:
        seen.add(at)
        yield at
        if tree.relation(at) not in ("conj", "xcomp", "advcl", "parataxis", "ccomp"):
            return
        at = tree.tokens[at].head


def owner_phrase(tree: Tree, noun: int) -> Members:
    """Return whose claim or plan a noun names: its owner, or the subject of the verb it belongs to."""
    owners = tree.dependants(noun, "nmod:poss")
    if owners:
        return _phrase(tree, owners[0])
    for at in tree.dependants(noun, "nmod"):
        if any(tree.lemma(case) in ("by", "from", "among") for case in tree.dependants(at, "case")):
            return _phrase(tree, at)
    names = [at for at in tree.dependants(noun, "compound") if tree.tokens[at].upos == "PROPN"]
    if names:
        return _phrase(tree, names[0])
    verb = tree.tokens[noun].head
    if verb >= 0 and tree.tokens[verb].upos == "VERB" and tree.relation(noun) in ("obj", "obl"):
        return source_phrase(tree, verb)
    return NONE


def _phrase(tree: Tree, head: int, *, without: int = -1) -> Members:
    return trimmed(tree, frozenset(tree.subtree(head, without=(without,))))
