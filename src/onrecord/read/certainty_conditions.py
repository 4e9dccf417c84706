"""Which subordinate clauses make what they hang from depend on something, and which only look so."""

from __future__ import annotations

from onrecord.read.clauses import is_condition
from onrecord.read.tree import Tree
from onrecord.read.vocabulary import DANGERS

_CHAIN = 4
#: Before an imagined "would", what these open has not happened either.
_ONCE = frozenset({"once", "when", "whenever", "until", "till"})


def conditions_of(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the clauses on whose truth a predicate depends: "if …", "unless …", "had they …".

    "Even if …" concedes and leaves the predicate as sure as it is; "as if …" compares.
    """
    return tuple(
        at
        for at in tree.dependants(head, "advcl")
        if is_condition(tree, at) and not _concedes(tree, at)
    )


def _concedes(tree: Tree, clause: int) -> bool:
    joined = tree.dependants(clause, "mark", "advmod")
    opening = (
        tree.subtree(clause)[0],
        *joined,
        *(at for one in joined for at in tree.children[one]),
    )
    words = {tree.lemma(at) for at in opening}
    compares = "as" in words and "if" in words
    return compares or bool(words & {"even", "whether"})


def is_feared(tree: Tree, head: int) -> bool:
    """Say whether a relative clause tells of part of a danger: "the risk of a strike that kills many".

    Told in the past, it happened: "the danger of the mines that the army laid".
    """
    if tree.tokens[head].deprel != "acl:relcl" or tree.tokens[head].xpos not in ("VBZ", "VBP"):
        return False
    at = tree.tokens[head].head
    for _ in range(_CHAIN):
        if tree.lemma(at) in DANGERS:
            return at != tree.tokens[head].head
        if not _is_part(tree, at):
            return False
        at = tree.tokens[at].head
    return False


def _is_part(tree: Tree, noun: int) -> bool:
    """Say whether a noun is part of what the noun above it means, and no place or time of it."""
    if tree.relation(noun) != "nmod":
        return tree.relation(noun) in ("conj", "appos")
    return any(
        tree.lemma(case) in ("of", "during", "from", "by") for case in tree.dependants(noun, "case")
    )


def awaits_imagined(tree: Tree, head: int) -> bool:
    """Say whether a clause names the time of something only imagined.

    "Once the siege was lifted, the port would reopen" tells of no lifting. What follows "after" is told
    of as having happened when it stands last: "would resign after the army shelled the port".
    """
    if tree.relation(head) != "advcl":
        return False
    governor = tree.tokens[head].head
    auxiliaries = {tree.lemma(at) for at in tree.dependants(governor, "aux")}
    if "would" not in auxiliaries or "have" in auxiliaries:
        return False
    opening = {tree.lemma(at) for at in tree.dependants(head, "mark", "advmod", "case")}
    return bool(opening & _ONCE) or ("after" in opening and head < governor)
