"""A dependency tree that can be asked about words, clauses and the extents they cover."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from onrecord.domain.span import Extent
from onrecord.ports.linguist import Parse, Token
from onrecord.read.repairs import repaired


class Tree:
    """One parse with its children looked up once. Indices are those of `parse.tokens`."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.tokens = repaired(parse.tokens)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Return the dependants of each token, in order of the text."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head >= 0:
                below[token.head].append(index)
        return tuple(tuple(children) for children in below)

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """Return the dependency relation of each token, without subtype."""
        return tuple(token.deprel.partition(":")[0] for token in self.tokens)

    def relation(self, index: int) -> str:
        """Return the dependency relation without subtype."""
        return self.relations[index]

    def dependants(self, index: int, *relations: str) -> tuple[int, ...]:
        """Return the dependants of `index` whose relation, with or without subtype, is named."""
        plain, tokens = self.relations, self.tokens
        return tuple(
            child
            for child in self.children[index]
            if plain[child] in relations or tokens[child].deprel in relations
        )

    def subtree(self, index: int, *, without: Iterable[int] = ()) -> tuple[int, ...]:
        """Return `index` and everything below it, in order, leaving out the subtrees named."""
        leave = frozenset(without)
        found: list[int] = []
        stack = [index]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(child for child in self.children[at] if child not in leave)
        return tuple(sorted(found))

    def ancestors(self, index: int) -> tuple[int, ...]:
        """Return the governors of `index`, the nearest first."""
        found: list[int] = []
        at = self.tokens[index].head
        while at >= 0 and at not in found:
            found.append(at)
            at = self.tokens[at].head
        return tuple(found)

    def run_around(self, index: int, members: Iterable[int]) -> tuple[int, ...]:
        """Return the unbroken run of `members` that holds `index`, without outer punctuation."""
        inside = frozenset(members)
        start = end = index
        while start - 1 in inside:
            start -= 1
        while end + 1 in inside:
            end += 1
        while start < index and self.is_loose(start):
            start += 1
        while end > index and self.is_loose(end):
            end -= 1
        return tuple(range(start, end + 1))

    def is_loose(self, index: int) -> bool:
        """Say whether a token at the edge of a clause adds nothing to it."""
        token = self.tokens[index]
        mark = token.upos == "PUNCT" and not any(sign.isalnum() for sign in token.text)
        clock = token.upos == "NUM" and token.deprel == "discourse"  # "12:15 The army has left"
        return mark or clock or (token.upos == "CCONJ" and token.deprel == "cc")

    def extent(self, members: Iterable[int]) -> Extent:
        """Return the extent from the first to the last of `members`."""
        inside = sorted(members)
        return Extent(self.tokens[inside[0]].start, self.tokens[inside[-1]].end)

    def indices_in(self, extent: Extent) -> tuple[int, ...]:
        """Return the tokens that stand wholly inside `extent`."""
        return tuple(
            index
            for index, token in enumerate(self.tokens)
            if extent.start <= token.start and token.end <= extent.end
        )

    def lemma(self, index: int) -> str:
        """Return the lemma in lower case."""
        return self.tokens[index].lemma.lower()

    def is_predicate(self, index: int) -> bool:
        """Say whether the token heads a clause: a verb, or a word with a copula or a subject."""
        token: Token = self.tokens[index]
        if token.upos == "VERB":
            return True
        return bool(self.dependants(index, "cop", "nsubj", "csubj", "expl"))

    def phrase(self, index: int) -> Extent:
        """Return the noun phrase headed by `index` without clauses, appositions and conjuncts.

        What a verb turned preposition adds ("based on", "including") is left out like a clause.
        """
        cut = self.dependants(
            index,
            "acl",
            "appos",
            "conj",
            "cc",
            "parataxis",
            "advcl",
            "ccomp",
            "punct",
            "case",
            "mark",
        )
        added = (
            child
            for child in self.dependants(index, "nmod", "obl")
            if any(self.tokens[case].upos == "VERB" for case in self.dependants(child, "case"))
        )
        cut = tuple(
            child
            for child in (*cut, *added)
            if not (self.relation(child) == "punct" and self._inside_name(index, child))
        )
        return self.extent(self.run_around(index, self.subtree(index, without=cut)))

    def _inside_name(self, index: int, mark: int) -> bool:
        """Say whether punctuation stands between parts of one phrase, as in "vice-president"."""
        near = self.tokens[mark]
        return near.text in "-–'’./" and any(
            child > mark for child in (*self.children[index], index) if child != mark
        )
