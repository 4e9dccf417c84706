"""Who did what, read off a dependency tree: the facts that probes ask for.

A fact joins a predicate and the head of an argument by a role: `agent`, `patient`, `recipient`,
`addressee`, `content`, or a preposition in lower case. What a tree leaves to be inferred is inferred here:
subjects shared by conjuncts, passives with and without auxiliaries, the noun a relative pronoun or a gap
stands for, subjects of infinitives and participles. Relations are those of Universal Dependencies 2. The
reader's own rules are elsewhere (`onrecord.read`); this is a measure of trees, kept apart on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from onrecord.ports.linguist import Token

#: Index of the predicate, role, index of the argument.
Fact: TypeAlias = tuple[int, str, int]

_RELATIVES = frozenset({"who", "whom", "which", "that"})
_PHRASES = ("obl", "nmod")
_CLAUSES = ("advcl", "acl")
_COMPLEMENTS = ("ccomp", "xcomp")
_WITHOUT_PREDICATE = frozenset({"aux", "cop"})


def who_did_what(tokens: Sequence[Token]) -> frozenset[Fact]:
    """Return every fact the tree states or implies."""
    tree = _Tree(tokens)
    found: set[Fact] = set()
    for index in range(len(tokens)):
        found.update(_phrases(tree, index))
        if tree.is_predicate(index):
            found.update(_subject_facts(tree, index))
            found.update(_object_facts(tree, index))
            found.update(_content_facts(tree, index))
    return frozenset(found)


class _Tree:
    """A dependency tree with its edges both ways."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._below: list[list[int]] = [[] for _ in tokens]
        for index, token in enumerate(tokens):
            if token.head >= 0:
                self._below[token.head].append(index)

    def relation(self, index: int) -> str:
        """Return the relation of a word without its subtype."""
        return self.tokens[index].deprel.split(":", maxsplit=1)[0]

    def head(self, index: int) -> int:
        return self.tokens[index].head

    def below(self, index: int, *relations: str) -> list[int]:
        """Return the dependents with one of the relations, named with or without subtype."""
        return [
            one
            for one in self._below[index]
            if self.tokens[one].deprel in relations or self.relation(one) in relations
        ]

    def conjuncts(self, index: int) -> list[int]:
        """Return a word and everything coordinated with it."""
        found = [index]
        for one in self.below(index, "conj"):
            found.extend(self.conjuncts(one))
        return found

    def is_predicate(self, index: int) -> bool:
        token = self.tokens[index]
        if self.relation(index) in _WITHOUT_PREDICATE:
            return False
        return token.upos in ("VERB", "AUX") or bool(self.below(index, "nsubj"))

    def antecedent(self, index: int) -> int:
        """Return what a relative pronoun stands for; any other word stands for itself."""
        if self.tokens[index].text.lower() not in _RELATIVES:
            return index
        clause = index
        while clause >= 0 and self.relation(clause) != "acl":
            clause = self.head(clause)
        return self.head(clause) if clause >= 0 else index

    def nouns(self, index: int, *relations: str) -> list[int]:
        """Return what fills a place below a predicate: conjuncts apart, pronouns resolved."""
        return [
            self.antecedent(one) for top in self.below(index, *relations)
            for one in self.conjuncts(top)
        ]  # fmt: skip

    def is_passive(self, verb: int) -> bool:
        """Say whether the subject suffers: by its auxiliary, or as a participle without any."""
        if self.below(verb, "nsubj:pass", "aux:pass", "csubj:pass"):
            return True
        if self.tokens[verb].xpos != "VBN" or self.below(verb, "aux", "nsubj", "obj"):
            return False
        if self.relation(verb) == "conj" and self.tokens[self.head(verb)].xpos == "VBN":
            return self.is_passive(self.head(verb))
        return True


def _subject_facts(tree: _Tree, verb: int) -> Iterator[Fact]:
    passive = tree.is_passive(verb)
    role = "patient" if passive else "agent"
    for one in _subjects(tree, verb):
        yield verb, role, one
    for one in tree.nouns(verb, "obl:agent"):
        yield verb, "agent", one
    if passive:
        for phrase in tree.below(verb, "obl"):
            if any(tree.tokens[mark].text.lower() == "by" for mark in tree.below(phrase, "case")):
                for one in tree.conjuncts(phrase):
                    yield verb, "agent", one


def _subjects(tree: _Tree, verb: int) -> list[int]:
    """Return the subject in the tree, else the one that the construction implies."""
    own = tree.nouns(verb, "nsubj", "csubj")
    head, relation = tree.head(verb), tree.relation(verb)
    if own or head < 0:
        return own
    if relation == "conj":
        return _subjects(tree, head)
    if relation == "advcl":
        return _subjects(tree, head) if tree.is_predicate(head) else [head]
    if relation in _COMPLEMENTS:
        gap = _gap(tree, verb)
        if gap is not None and relation == "ccomp":
            return [gap]
        return tree.nouns(head, "obj", "iobj") or _subjects(tree, head)
    if relation == "acl" and (tree.tokens[verb].xpos in ("VBG", "VBN") or _is_relative(tree, verb)):
        return [head]
    return []


def _object_facts(tree: _Tree, verb: int) -> Iterator[Fact]:
    patients = tree.nouns(verb, "obj")
    if not patients and _lacks_object(tree, verb):
        gap = _gap(tree, verb)
        patients = [] if gap is None else [gap]
    for one in patients:
        yield verb, "patient", one
    told = tree.nouns(verb, "iobj")
    for one in told:
        yield verb, "recipient", one
    if tree.below(verb, *_COMPLEMENTS) or tree.relation(verb) == "parataxis":
        told = told + patients + tree.nouns(verb, "nsubj:pass")
    for one in told:
        yield verb, "addressee", one


def _lacks_object(tree: _Tree, verb: int) -> bool:
    """Say whether a relative clause may have taken the object away: the verb has a subject only."""
    with_subject = bool(tree.nouns(verb, "nsubj"))
    clausal = [one for one in tree.below(verb, *_COMPLEMENTS) if tree.tokens[one].upos == "VERB"]
    return with_subject and not clausal and not tree.is_passive(verb)


def _gap(tree: _Tree, verb: int) -> int | None:
    """Return the noun whose relative clause has its gap here: no pronoun stands for the noun."""
    top = verb
    while tree.relation(top) in _COMPLEMENTS and tree.head(top) >= 0:
        top = tree.head(top)
    if not _is_relative(tree, top):
        return None
    noun = tree.head(top)
    filled = any(
        one != tree.antecedent(one) == noun and tree.relation(one) in ("nsubj", "obj", "obl")
        for one in range(len(tree.tokens))
    )
    return None if filled else noun


def _is_relative(tree: _Tree, verb: int) -> bool:
    return tree.tokens[verb].deprel == "acl:relcl"


def _content_facts(tree: _Tree, verb: int) -> Iterator[Fact]:
    clauses = tree.below(verb, *_COMPLEMENTS)
    for clause in clauses:
        for one in tree.conjuncts(clause):
            yield verb, "content", one
    # "It rained, he said": the report hangs from what is reported.
    if not clauses and tree.relation(verb) == "parataxis" and tree.below(verb, "nsubj"):
        yield verb, "content", tree.head(verb)


def _phrases(tree: _Tree, index: int) -> Iterator[Fact]:
    """Return the facts of prepositions: of phrases, and of clauses after one (`of regrouping`)."""
    for phrase in tree.below(index, *_PHRASES, *_CLAUSES):
        for mark in tree.below(phrase, "case", "mark"):
            for one in tree.conjuncts(phrase):
                yield index, tree.tokens[mark].text.lower(), one
