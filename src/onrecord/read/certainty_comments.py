"""Comments that set how sure their content is: doubt, lack of surprise, insistence.

"I doubt that they shelled the port" and "I am not joking when I say they shelled it" name no
occurrence themselves. What they commit to is their content, and the comment says how far.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.read.modality_cues import SURPRISED
from onrecord.read.tree import Tree

#: Denied, these give weight to what is said: "I am not joking when I say …".
_EXAGGERATING = frozenset(
    "exaggerate overstate kid joke lie exaggeration hyperbole overstatement joking".split()
)
_SAYING = frozenset("say tell call claim describe speak".split())


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment makes of its content.

    Attributes:
        content: Index of the content's predicate.
        probable: Whether the content is only held to be probable.
        turns: Whether the content is held not to be so.
        ahead: Whether the content lies ahead of whoever comments.
    """

    content: int
    probable: bool = False
    turns: bool = False
    ahead: bool = False


def comment_at(tree: Tree, head: int, *, negated: bool) -> Comment | None:
    """Return what a predicate says of its content, or `None` if it is no comment.

    Args:
        tree: The sentence.
        head: The predicate.
        negated: Whether it is negated: "I do not doubt that" asserts.
    """
    lemma = tree.lemma(head)
    if lemma == "doubt" and tree.tokens[head].upos == "VERB":
        below = tree.dependants(head, "ccomp", "xcomp", "obj", "advcl")
        return Comment(below[0], probable=not negated, turns=not negated) if below else None
    if not negated:
        return None
    if lemma in _EXAGGERATING:
        return _insisting(tree, head)
    return _unsurprised(tree, head) if lemma in SURPRISED else None


def _insisting(tree: Tree, head: int) -> Comment | None:
    said = (
        at
        for at in tree.dependants(head, "advcl", "xcomp", "csubj", "ccomp", "acl")
        if tree.lemma(at) in _SAYING
    )
    contents = (one for at in said for one in tree.dependants(at, "ccomp", "xcomp", "obj"))
    return next((Comment(one) for one in contents), None)


def _unsurprised(tree: Tree, head: int) -> Comment | None:
    for at in tree.dependants(head, "advcl", "csubj", "ccomp"):
        if any(tree.lemma(mark) == "if" for mark in tree.dependants(at, "mark")):
            perfect = any(tree.lemma(aux) == "have" for aux in tree.dependants(at, "aux"))
            return Comment(at, probable=True, ahead=not perfect)
    return None
