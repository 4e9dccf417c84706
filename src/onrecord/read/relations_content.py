"""Where the content of a cue stands in the tree: one function for each frame of `attribution_words`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.read.attribution_words import PLAIN_TALK, WRITTEN
from onrecord.read.relations_tokens import (
    NONE,
    Members,
    as_phrases,
    below,
    is_passive,
    trimmed,
)
from onrecord.read.tree import Tree

_CONCEDING = frozenset({"though", "although", "while", "whereas"})
_SUBJECTS = ("nsubj", "csubj")


def content_of_verb(tree: Tree, head: int, frame: str) -> Members:
    """Return the content of a verb used in a frame; nothing where it is not used so."""
    shape = _SHAPES.get(frame)
    return shape(tree, head) if shape is not None else phrase_with(tree, head, frame)


def marked_clause(tree: Tree, head: int, mark: str) -> Members:
    """Return the clause that completes a noun or an adjective behind "that" or "to"."""
    clauses = [
        at
        for at in tree.dependants(head, "acl", "ccomp", "xcomp", "advcl")
        if any(tree.lemma(word) == mark for word in tree.dependants(at, "mark"))
        and not tree.tokens[at].deprel.endswith("relcl")
    ]
    return below(tree, clauses[:1])


def phrase_with(tree: Tree, head: int, preposition: str) -> Members:
    """Return the first phrase below a word that a preposition opens, without the preposition."""
    phrases = [
        at
        for at in tree.dependants(head, "obl", "nmod", "advcl", "acl")
        if any(tree.lemma(case) == preposition for case in tree.dependants(at, "case", "mark"))
    ]
    if not phrases:
        return NONE
    return below(tree, phrases[:1]) - frozenset(tree.dependants(phrases[0], "case"))


def _clause(tree: Tree, head: int) -> Members:
    """Return the clause that a verb governs, follows or stands in the middle of."""
    clauses = tree.dependants(head, "ccomp") or _indirect_question(tree, head)
    if clauses:
        return below(tree, clauses) - _set_off(tree, clauses)
    if is_passive(tree, head) or not tree.dependants(head, "nsubj"):
        return NONE
    if tree.dependants(head, "obj", "xcomp"):
        return NONE
    governor, relation = tree.tokens[head].head, tree.relation(head)
    marked = {tree.lemma(at) for at in tree.dependants(head, "mark", "advmod", "case")}
    told = relation == "parataxis" or (relation == "advcl" and "as" in marked)
    if governor >= 0 and told:
        return frozenset(tree.subtree(governor, without=(head,)))
    return _loose_clause(tree, head) if tree.lemma(head) in PLAIN_TALK else NONE


def _set_off(tree: Tree, clauses: Iterable[int]) -> Members:
    """Return what an author adds behind reported words and a comma: ", pointing to …", ", though …".

    A relative clause or a participle deeper down counts where the reported words end with it.
    """
    found: set[int] = set()
    for clause in clauses:
        inside = tree.subtree(clause)
        for at in inside:
            members = _behind_comma(tree, at) if at > clause else ()
            ends = bool(members) and members[-1] >= inside[-1] - 1
            if members and (_is_aside(tree, at, clause) or (ends and _may_end(tree, at))):
                found.update(members)
    return frozenset(found)


def _behind_comma(tree: Tree, at: int) -> tuple[int, ...]:
    """Return a joined clause with all below it, if a comma stands before it."""
    if tree.relation(at) not in ("advcl", "parataxis", "acl"):
        return ()
    members = tree.subtree(at)
    first = next((one for one in members if not tree.is_loose(one)), at)
    return members if first > 0 and tree.tokens[first - 1].text == "," else ()


def _is_aside(tree: Tree, at: int, clause: int) -> bool:
    if tree.tokens[at].head != clause or tree.relation(at) == "acl":
        return False
    marks = {tree.lemma(mark) for mark in tree.dependants(at, "mark")}
    return bool(marks & _CONCEDING) or (tree.tokens[at].xpos == "VBG" and not marks)


def _may_end(tree: Tree, at: int) -> bool:
    participle = tree.tokens[at].xpos == "VBG" and not tree.dependants(at, "mark", "nsubj")
    return participle or tree.tokens[at].deprel == "acl:relcl"


def _indirect_question(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the "if" clause that is asked, and not a condition: "asked him if he would go"."""
    if tree.lemma(head) not in ("ask", "wonder", "question", "inquire"):
        return ()
    return tuple(
        at
        for at in tree.dependants(head, "advcl", "obl")
        if at > head
        and any(
            tree.lemma(mark) in ("if", "whether", "why", "how", "what", "which", "who")
            for mark in tree.dependants(at, "mark", "advmod", "obj", "nsubj", "det")
        )
    )


def _loose_clause(tree: Tree, head: int) -> Members:
    """Return the clause a verb of talk is about where the parse hangs it loosely or upside down."""
    governor = tree.tokens[head].head
    if governor >= 0 and tree.relation(head) in ("conj", "advcl", "ccomp", "acl"):
        return NONE
    loose = [
        at
        for at in tree.dependants(head, "parataxis", "advcl", "csubj", "dep", "discourse", "conj")
        if tree.is_predicate(at) and not tree.dependants(at, "cc")
    ]
    loose = [at for at in loose if tree.tokens[at].deprel != "advcl" or _stands_first(tree, at)]
    if not loose:
        return NONE
    return below(tree, [max(loose, key=lambda at: (len(tree.subtree(at)), -at))])


def _stands_first(tree: Tree, at: int) -> bool:
    return tree.subtree(at)[0] == 0 and not tree.dependants(at, "mark")


def _infinitive(tree: Tree, head: int) -> Members:
    if is_passive(tree, head):
        return NONE
    verbs = [at for at in tree.dependants(head, "xcomp") if tree.tokens[at].upos == "VERB"]
    return below(tree, verbs) - _set_off(tree, verbs)


def _object_and_infinitive(tree: Tree, head: int) -> Members:
    verbs = tree.dependants(head, "xcomp")
    objects = tree.dependants(head, "obj", "iobj")
    if not verbs or is_passive(tree, head):
        return NONE
    return below(tree, (*objects, *verbs))


def _object(tree: Tree, head: int) -> Members:
    objects = tree.dependants(head, "obj")
    if not objects or tree.dependants(head, "ccomp"):
        return NONE
    said_of = [
        at
        for at in tree.dependants(head, "obl", "advcl")
        if at > objects[0]
        and any(
            tree.lemma(case) in ("for", "as", "of", "to", "with")
            for case in tree.dependants(at, "case", "mark")
        )
    ]
    return below(tree, (*objects, *said_of))


def _shown(tree: Tree, head: int) -> Members:
    """Return what a poll, a record or a picture shows; a person who shows something attributes nothing."""
    subjects = tree.dependants(head, "nsubj")
    shows = any(tree.lemma(at) in WRITTEN for at in subjects)
    return below(tree, tree.dependants(head, "obj", "obl", "xcomp")) if shows else NONE


def _object_and_predicate(tree: Tree, head: int) -> Members:
    predicates = tree.dependants(head, "xcomp")
    if not predicates or is_passive(tree, head):
        return NONE
    return below(tree, (*tree.dependants(head, "obj"), *predicates))


def _object_as(tree: Tree, head: int) -> Members:
    found = as_phrases(tree, head)
    objects = tree.dependants(head, "obj")
    if not found or not objects:
        return NONE
    return below(tree, (*objects, *found))


def _raised(tree: Tree, head: int) -> Members:
    predicates = tree.dependants(head, "xcomp", "ccomp", "advcl")
    subjects = tree.dependants(head, *_SUBJECTS)
    return below(tree, (*subjects, *predicates[:1])) if predicates else NONE


def _passive(tree: Tree, head: int) -> Members:
    if not is_passive(tree, head):
        return NONE
    predicates = (*tree.dependants(head, "xcomp"), *as_phrases(tree, head))
    if tree.tokens[head].xpos != "VBN" or not predicates:
        return NONE
    subjects = tree.dependants(head, *_SUBJECTS)
    noun = tree.tokens[head].head
    meant = NONE
    if tree.tokens[head].deprel == "acl" and not subjects and noun >= 0:
        meant = trimmed(tree, frozenset(tree.subtree(noun, without=(head,))))
    return meant | below(tree, (*subjects, *predicates))


_SHAPES: dict[str, Callable[[Tree, int], Members]] = {
    "c": _clause,
    "x": _infinitive,
    "xo": _object_and_infinitive,
    "o": _object,
    "n": _object_and_predicate,
    "a": _object_as,
    "s": _raised,
    "s-p": _passive,
    "shown": _shown,
}
