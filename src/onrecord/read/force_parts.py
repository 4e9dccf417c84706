"""Forces that take part in what a clause tells, where it tells no posture."""

from __future__ import annotations

from onrecord.read.clauses import Clause
from onrecord.read.force_words import AROUND, SUFFERED, TAKING_PART
from onrecord.read.tree import Tree

#: What leads from a name or noun to the one it is listed or named with.
_LISTED = frozenset("conj appos flat compound".split())


def takes_part(tree: Tree, clause: Clause, at: int, *, named_ship: bool) -> bool:
    """Say whether a force does, or is around, what a clause tells; what is done to it is no part of it.

    A ship called by its name was where it acted. Of others only those said to be involved, or to surround
    somebody, are told to be there.
    """
    if _is_involved(tree, clause, at):
        return True
    top = _top(tree, at)
    head = tree.tokens[top].head
    if head != clause.head:
        return False
    passive = _is_passive(tree, head)
    agent = passive and tree.relation(top) == "obl" and _has_case(tree, top, "by")
    if tree.lemma(head) in AROUND:
        return agent or (not passive and tree.relation(top) == "nsubj")
    subject = tree.relation(top) == "nsubj" and not passive and tree.tokens[head].upos == "VERB"
    if tree.lemma(head) in TAKING_PART:
        return tree.relation(top) == "nsubj"
    return named_ship and (agent or (subject and tree.lemma(head) not in SUFFERED))


def _is_involved(tree: Tree, clause: Clause, at: int) -> bool:
    """Say whether a force stands behind "involving", with no other verb between."""
    before = [one for one in clause.members if one < at and tree.tokens[one].upos == "VERB"]
    return bool(before) and tree.tokens[before[-1]].text.lower() == "involving"


def _top(tree: Tree, at: int) -> int:
    while tree.relation(at) in _LISTED and tree.tokens[at].head >= 0:
        at = tree.tokens[at].head
    return at


def _is_passive(tree: Tree, head: int) -> bool:
    helped = any(tree.lemma(one) in ("be", "get") for one in tree.dependants(head, "aux"))
    return helped and tree.tokens[head].xpos == "VBN"


def _has_case(tree: Tree, at: int, word: str) -> bool:
    return any(tree.lemma(one) == word for one in tree.dependants(at, "case"))
