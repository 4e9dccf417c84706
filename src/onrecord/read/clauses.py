"""Cutting a sentence into the clauses that can each be a statement.

A clause is what one predicate says with its own arguments; clauses nested in it that say something of
their own are cut out when they stand at its edge. Conditions ("if …") stay with what they condition,
so that a hypothesis cannot lose its "if".
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.span import Extent
from onrecord.read.acts import ACTS
from onrecord.read.attribution_nouns import outlet_in_brackets
from onrecord.read.cues import CONDITIONS, CUES, DENYING, UTTERANCE_NOUNS, is_attributing
from onrecord.read.tree import Tree
from onrecord.read.vocabulary import DANGERS

_MIN_TOKENS = 3
#: A comma and a space.
_GAP = 2
_MIN_LISTED_TOKENS = 5
#: Verbs that say only that something is so at the time of something else.
_COMING = frozenset("come happen occur arrive follow unfold".split())
#: What follows these is held true by whoever writes them: "the fact that …".
_FACTS = frozenset({"fact", "news", "reality", "truth"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a sentence.

    Attributes:
        head: Index of its predicate, or of the noun of a listed phrase.
        members: Indices of its own tokens, without those of the clauses cut out.
        extent: From its first to its last own token.
        parent: Head of the clause it was cut from; -1 for the outermost.
        nominal: Whether it is a listed noun phrase rather than a predicate.
    """

    head: int
    members: tuple[int, ...]
    extent: Extent
    parent: int
    nominal: bool = False


def cut_clauses(tree: Tree) -> tuple[Clause, ...]:
    """Return the clauses of a parse, in order of the text. A sentence without words has none."""
    if not tree.tokens:
        return ()
    heads = {index for index in range(len(tree.tokens)) if _is_head(tree, index)}
    nominal = {index for index in range(len(tree.tokens)) if _is_listed(tree, index)}
    found = [_clause(tree, head, heads | nominal, nominal) for head in heads | nominal]
    return tuple(sorted(found, key=lambda clause: (clause.extent, clause.head)))


def _clause(tree: Tree, head: int, heads: set[int], nominal: set[int]) -> Clause:
    below = heads - {head}
    sources = [child for child in tree.children[head] if is_according(tree, child)]
    members = tree.subtree(head, without=(*below, *sources))
    outlet = outlet_in_brackets(tree)
    last = len(tree.tokens) if outlet is None or head >= outlet[0] else outlet[0]
    members = tuple(
        index for index in members if index < last and not _belongs_outside(tree, head, index)
    )
    inside = list(members)
    while len(inside) > 1 and inside[0] != head and tree.is_loose(inside[0]):
        inside.pop(0)
    while len(inside) > 1 and inside[-1] != head and tree.is_loose(inside[-1]):
        inside.pop()
    inside = _without_mark(tree, head, inside)
    parent = next((up for up in tree.ancestors(head) if up in heads), -1)
    extent = _with_label(tree, head, _with_antecedent(tree, head, tree.extent(inside)))
    return Clause(head, tuple(inside), extent, parent, head in nominal)


def _without_mark(tree: Tree, head: int, inside: list[int]) -> list[int]:
    """Return the tokens after "that": what stands before it belongs to the cue, not to the content.

    "while" and "though" that open a clause go too; they join it and say nothing of their own.
    """
    marks = [at for at in tree.dependants(head, "mark") if at in inside and at < head]
    if marks and tree.lemma(marks[0]) == "that" and tree.relation(head) in ("ccomp", "acl"):
        return [at for at in inside if at > marks[0]]
    if marks and marks[0] == inside[0] and tree.lemma(marks[0]) in ("while", "though", "although"):
        return inside[1:]
    return inside


def _with_antecedent(tree: Tree, head: int, extent: Extent) -> Extent:
    """Return the extent of a relative clause with the noun before it, without which it says nothing."""
    if tree.tokens[head].deprel != "acl:relcl":
        return extent
    noun = tree.phrase(tree.tokens[head].head)
    between = extent.start - noun.end
    return Extent(noun.start, extent.end) if 0 <= between <= _GAP else extent


def _with_label(tree: Tree, head: int, extent: Extent) -> Extent:
    """Return what a line of a list says with the label before its colon: "Halvard county: 7 killed"."""
    label = tree.tokens[head].head
    if tree.relation(head) != "parataxis" or tree.is_predicate(label):
        return extent
    phrase = tree.phrase(label)
    between = [one.text for one in tree.tokens if phrase.end <= one.start < extent.start]
    named = tree.tokens[label].upos in ("NOUN", "PROPN") and between == [":"]
    return Extent(phrase.start, extent.end) if named else extent


def _belongs_outside(tree: Tree, head: int, index: int) -> bool:
    """Say whether a token is the conjunction that joins this clause to another."""
    return (
        tree.tokens[index].head == head
        and tree.relation(index) == "cc"
        and tree.relation(head) == "conj"
    )


def is_according(tree: Tree, index: int) -> bool:
    """Say whether a phrase only names a source: "according to the ministry"."""
    words = (index, *tree.dependants(index, "case", "mark", "advmod"))
    return any(tree.tokens[at].text.lower() == "according" for at in words)


def _is_head(tree: Tree, index: int) -> bool:
    relation = tree.relation(index)
    if relation == "root":
        return True
    if is_according(tree, index):
        return False
    if _hangs_from_source(tree, index) and relation != "ccomp":
        return relation == "advcl" and _is_cue(tree, index)
    size = len(tree.subtree(index))
    if relation in ("ccomp", "parataxis"):
        return _is_content(tree, index, size)
    if relation == "advcl":
        return _is_adverbial(tree, index, size)
    if relation == "acl" and completes_noun(tree, index):
        return _is_told_of(tree, index)
    if tree.tokens[index].deprel == "acl:relcl":
        return size > _MIN_TOKENS and tree.is_predicate(index) and _tells(tree, index)
    if relation == "conj":
        return _is_joined(tree, index, size)
    return relation == "obl" and _is_absolute(tree, index)


def _hangs_from_source(tree: Tree, index: int) -> bool:
    governor = tree.tokens[index].head
    return governor >= 0 and is_according(tree, governor)


def completes_noun(tree: Tree, index: int) -> bool:
    """Say whether a clause is what a noun holds, "the claim that they left", and lacks no part.

    Parsers take many of these for relative clauses ("the claim that they made"); they are told apart
    by their "that", which is no pronoun, or by having both a subject and an object beside it.
    """
    first = tree.subtree(index)[0]
    near = [at for at in (first, first - 1) if at >= 0 and tree.tokens[at].text.lower() == "that"]
    others = [at for at in tree.dependants(index, "nsubj") if at not in near]
    if not near or not others:
        return False
    objects = [at for at in tree.dependants(index, "obj") if at not in near]
    return tree.tokens[near[0]].upos == "SCONJ" or bool(objects)


def _is_told_of(tree: Tree, index: int) -> bool:
    """Say whether a clause tells what a noun of utterance holds: "the claim that …".

    What there is "no evidence" or only "a fear" of stays with those words, and what is denied stays
    with its denial: cut off, it would read as a fact.
    """
    noun = tree.tokens[index].head
    if tree.lemma(noun) in _FACTS:
        return True
    if tree.lemma(noun) not in UTTERANCE_NOUNS:
        return False
    denied = tree.lemma(tree.tokens[noun].head) in DENYING and tree.relation(noun) == "obj"
    return not denied and not any(tree.lemma(at) == "no" for at in tree.dependants(noun, "det"))


def _is_content(tree: Tree, index: int, size: int) -> bool:
    """Say whether a complement stands alone: what a source says, or words set beside the clause.

    What a thing "suggests" or "shows" stays with it: cut off, an inference would read as a fact.
    """
    governor = tree.tokens[index].head
    if tree.relation(index) == "ccomp" and not is_attributing(tree, governor):
        return is_attributing(tree, index) and bool(tree.dependants(index, "ccomp"))
    predicated = tree.is_predicate(index) or tree.relation(index) == "ccomp"
    return (predicated and size >= _MIN_TOKENS) or _is_cue(tree, index)


def _is_adverbial(tree: Tree, index: int, size: int) -> bool:
    if size <= _MIN_TOKENS or not tree.is_predicate(index) or is_condition(tree, index):
        return False
    if _has_mark(tree, index, "without") or _completes_coming(tree, index):
        return False
    if not _follows_comma(tree, index) and any(
        tree.lemma(at) in ("where", "how", "why", "what") for at in tree.children[index]
    ):
        return False
    if _has_mark(tree, index, "to") and not tree.dependants(index, "nsubj"):
        return False
    if any(_has_mark(tree, index, word) for word in ("before", "until", "once", "when", "by")):
        return _tells(tree, index)
    return bool(tree.dependants(index, "nsubj", "expl")) or _follows_comma(tree, index)


def _completes_coming(tree: Tree, index: int) -> bool:
    """Say whether "The unrest comes" would be left if this were cut off: "as the economy collapses"."""
    governor = tree.tokens[index].head
    if governor < 0 or tree.lemma(governor) not in _COMING:
        return False
    if not any(_has_mark(tree, index, word) for word in ("as", "while", "when")):
        return False
    return not tree.dependants(governor, "obj", "obl", "ccomp", "xcomp", "conj")


def _follows_comma(tree: Tree, index: int) -> bool:
    """Say whether a participle is set off: ", marking a shift", ", killing five"."""
    first = tree.subtree(index)[0]
    before = tree.tokens[first - 1].text if first else ""
    return before in (",", "—", "–", "-", ";") or tree.tokens[first].text in (",", "—", "–")


def _tells(tree: Tree, index: int) -> bool:
    """Say whether a subordinate clause says something checkable: a number, a name, an act, a cue."""
    if tree.lemma(index) in ACTS or _is_cue(tree, index):
        return not _in_danger_list(tree, index)
    own = tree.subtree(index)
    return any(
        tree.tokens[at].upos in ("NUM", "PROPN") and tree.tokens[at].head != -1 for at in own
    ) and not _in_danger_list(tree, index)


def _in_danger_list(tree: Tree, index: int) -> bool:
    return any(_is_listed(tree, up) for up in tree.ancestors(index))


def _has_mark(tree: Tree, index: int, word: str) -> bool:
    return any(tree.lemma(mark) == word for mark in tree.dependants(index, "mark"))


def _is_cue(tree: Tree, index: int) -> bool:
    return tree.lemma(index) in CUES and tree.tokens[index].upos == "VERB"


def is_condition(tree: Tree, index: int) -> bool:
    """Say whether a clause is a condition, opened by a word for it or by its verb: "had it left"."""
    marks = tree.dependants(index, "mark", "advmod")
    return any(tree.lemma(mark) in CONDITIONS for mark in marks) or starts_inverted(tree, index)


def starts_inverted(tree: Tree, index: int) -> bool:
    """Say whether a clause is a condition by its word order: "were he to", "should they fail"."""
    first = tree.subtree(index)[0]
    return (
        tree.tokens[first].text.lower() in ("were", "had", "should")
        and first != index
        and any(at > first for at in tree.dependants(index, "nsubj", "expl"))
    )


def _is_joined(tree: Tree, index: int, size: int) -> bool:
    """Say whether a conjunct says something of its own: a predicate joined to a clause's head."""
    first = tree.tokens[index].head
    if not tree.is_predicate(index) or not tree.is_predicate(first):
        return False
    if tree.relation(first) in ("xcomp", "amod", "acl", "nmod", "obl", "obj", "compound"):
        return False
    if not (_is_head(tree, first) or tree.relation(first) == "conj"):
        return False
    own_subject = bool(tree.dependants(index, "nsubj", "expl", "csubj"))
    negated = any(tree.lemma(at) == "not" for at in tree.dependants(index, "advmod"))
    return size > _MIN_TOKENS and (own_subject or negated or _tells(tree, index))


def _is_absolute(tree: Tree, index: int) -> bool:
    """Say whether this is "with the ban taking effect on Friday": a clause without a verb form."""
    cases = [tree.lemma(case) for case in tree.dependants(index, "case")]
    verbs = [tree.tokens[child].xpos for child in tree.dependants(index, "acl")]
    return "with" in cases and any(tag in ("VBG", "VBN") for tag in verbs)


def _is_listed(tree: Tree, index: int) -> bool:
    """Say whether a noun phrase in a list says something of its own.

    Dangers that may come true do, in reporting: "The risk is a slip: a strike that kills civilians".
    """
    if tree.tokens[index].upos not in ("NOUN", "PROPN"):
        return False
    relation = tree.relation(index)
    below = tree.subtree(index)
    if relation not in ("conj", "appos", "parataxis", "dep") or len(below) < _MIN_LISTED_TOKENS:
        return False
    acting = any(
        tree.tokens[child].xpos == "VBG" or tree.tokens[child].deprel == "acl:relcl"
        for child in tree.dependants(index, "acl")
    )
    return acting and _announced_danger(tree, index)


def _announced_danger(tree: Tree, index: int) -> bool:
    """Say whether a colon before the phrase opens a list of dangers: "The risk is a slip: a …"."""
    colons = [at for at in range(index) if tree.tokens[at].text in (":", "—", "–")]
    return bool(colons) and any(tree.lemma(at) in DANGERS for at in range(colons[0]))
