"""Which clauses of a sentence ask."""

from __future__ import annotations

from onrecord.read.clauses import Clause
from onrecord.read.tree import Tree

_ASKING = frozenset("why how when where who whom whose what which".split())
_BESIDE = frozenset({"advcl", "acl", "obl"})


def is_asked(tree: Tree, clause: Clause, text: str) -> bool:
    """Say whether a clause is asked: by its mark, or by the question mark after it.

    A question with a question word takes all else for granted: in "Why did the army leave, prompting
    protests?" only the leaving is asked about. "Did the army leave, prompting protests?" asks both.

    Args:
        tree: The sentence.
        clause: The clause.
        text: The document's text.
    """
    marks = {tree.lemma(mark) for mark in tree.dependants(clause.head, "mark")}
    governor = tree.tokens[clause.head].head
    if "whether" in marks or ("if" in marks and tree.lemma(governor) in ("ask", "wonder")):
        return True
    if not _stands_before_mark(tree, clause, text):
        return False
    return not (tree.relation(clause.head) in _BESIDE and _takes_for_granted(tree, clause))


def _stands_before_mark(tree: Tree, clause: Clause, text: str) -> bool:
    if text[clause.extent.end : clause.extent.end + 1] == "?":
        return True
    end = tree.parse.extent.end
    if not text[max(0, end - 3) : end].rstrip("\"”’')]").endswith("?"):
        return False
    return clause.extent.end >= tree.tokens[-1].start - 2 or clause.parent == -1


def _takes_for_granted(tree: Tree, clause: Clause) -> bool:
    """Say whether the clause hangs from one that asks with a question word, and has none itself."""
    governor = tree.tokens[clause.head].head
    own = set(clause.members)
    return any(
        tree.lemma(at) in _ASKING and at not in own and at < governor
        for at in tree.children[governor]
    )
