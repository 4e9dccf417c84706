"""Sets of tokens: what contents, cues and sources of attributions are made of."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.read.tree import Tree

Members = frozenset[int]
NONE: Members = frozenset()


def below(tree: Tree, heads: Iterable[int]) -> Members:
    """Return the heads with all that hangs from them."""
    return frozenset(at for head in heads for at in tree.subtree(head))


def is_passive(tree: Tree, head: int) -> bool:
    """Say whether the subject is not the one who does so: "was told", "asked by a reporter, she …"."""
    if tree.dependants(head, "nsubj:pass", "aux:pass", "csubj:pass"):
        return True
    if tree.dependants(head, "nsubj", "aux") or tree.tokens[head].deprel not in ("advcl", "acl"):
        return False
    return tree.tokens[head].xpos == "VBN" or (
        tree.lemma(head) == "ask" and tree.tokens[head].xpos == "VBD"
    )


def as_phrases(tree: Tree, head: int) -> tuple[int, ...]:
    """Return what follows a verb with "as": "a threat" in "described it as a threat"."""
    return tuple(
        at
        for at in tree.dependants(head, "obl", "advcl", "xcomp")
        if any(tree.lemma(case) == "as" for case in tree.dependants(at, "case", "mark"))
        and at > head
    )


def trimmed(tree: Tree, members: Members) -> Members:
    """Return tokens without loose punctuation or conjunctions at the edges of the whole."""
    inside = sorted(members)
    while inside and tree.is_loose(inside[0]):
        inside.pop(0)
    while inside and tree.is_loose(inside[-1]):
        inside.pop()
    return frozenset(inside)
