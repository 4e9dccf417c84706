"""The attributions of one sentence, from its tree: cue, content and source as sets of tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from onrecord.read.attribution_words import (
    ADJECTIVE_FRAMES,
    HEARSAY,
    NOUN_FRAMES,
    PLAIN_TALK,
    VERB_FRAMES,
    CueClass,
)
from onrecord.read.relations_content import content_of_verb, marked_clause, phrase_with
from onrecord.read.relations_source import owner_phrase, source_phrase
from onrecord.read.relations_tokens import NONE, Members, below, trimmed
from onrecord.read.sentence import SentenceReading
from onrecord.read.tree import Tree


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in a sentence, by tokens.

    Attributes:
        head: The word that attributes.
        cue: With what belongs to it: auxiliaries, "not", a particle.
        frame: The shape of the content: see `attribution_words`; `according` for that phrase.
    """

    head: int
    cue: Members
    source: Members
    content: Members
    cue_class: CueClass
    frame: str = ""

    @property
    def takes_clause(self) -> bool:
        """Say whether the content is a clause, and so may be words in quotation marks."""
        return self.frame in ("c", "according")


def found_in(sentence: SentenceReading) -> tuple[Found, ...]:
    """Return the attributions whose cue stands outside quotation marks, in order.

    What is said in parenthesis, or added by the same speaker with a cue of its own, is no part of
    another content: in "the port, according to the mayor, is open" the content is "the port is open",
    and in "she said the port was open, adding that …" it ends at the comma.
    """
    found = tuple(_each(sentence))
    tree = sentence.tree
    asides: dict[int, Members] = {}
    for one in found:
        if one.frame == "according":
            asides[one.head] = one.cue | one.source
        elif one.takes_clause and _is_added(tree, one.head):
            asides[one.head] = frozenset(tree.subtree(one.head))
    if not asides:
        return found
    return tuple(_without(tree, one, asides, found) for one in found)


def bare_talk(sentence: SentenceReading) -> int | None:
    """Return the main verb of a sentence that says somebody spoke, and nothing of what: "She said."."""
    tree = sentence.tree
    root = next((at for at, token in enumerate(tree.tokens) if token.head < 0), None)
    if root is None or tree.lemma(root) not in PLAIN_TALK or sentence.quotations:
        return None
    told = tree.dependants(root, "ccomp", "obj", "xcomp", "parataxis")
    return root if tree.dependants(root, "nsubj") and not told else None


def _without(tree: Tree, one: Found, asides: dict[int, Members], found: tuple[Found, ...]) -> Found:
    above = tree.ancestors(one.head)
    cut = [part for at, part in asides.items() if at != one.head and at not in above]
    content = trimmed(tree, one.content.difference(*cut))
    source = one.source
    if one.head in asides and one.frame != "according":
        around = [other for other in found if other.takes_clause and other.head in above]
        source = around[-1].source if around else source
    return replace(one, content=content, source=source)


def _is_added(tree: Tree, head: int) -> bool:
    """Say whether a cue goes on for one who has spoken: ", adding that …", "and said that …"."""
    if tree.dependants(head, "nsubj", "mark"):
        return False
    token = tree.tokens[head]
    if tree.relation(head) == "conj":
        return token.xpos in ("VBD", "VBZ") and bool(tree.dependants(head, "ccomp"))
    first = tree.subtree(head)[0]
    commaed = first > 0 and "," in (tree.tokens[first - 1].text, tree.tokens[first].text)
    return commaed and token.xpos == "VBG" and tree.relation(head) == "advcl"


def _each(sentence: SentenceReading) -> Iterator[Found]:
    tree = sentence.tree
    for head, token in enumerate(tree.tokens):
        if sentence.is_quoted(head):
            continue
        word = token.text.lower()
        found = None
        if word == "according":
            found = _according(tree, head)
        elif word in HEARSAY and token.upos == "ADV":
            found = _hearsay(tree, head)
        elif token.upos in _OF_WORDS:
            found = _OF_WORDS[token.upos](tree, head)
        if found is not None and found.content:
            yield found


# -- verbs -----------------------------------------------------------------------------------------


def _of_verb(tree: Tree, head: int) -> Found | None:
    frames = VERB_FRAMES.get(tree.lemma(head), {})
    made = _is_made(tree, head)
    for frame, cue_class in frames.items():
        if frame != "c" and not (made and (frame == "s-p" or tree.tokens[head].deprel != "acl")):
            continue
        content = content_of_verb(tree, head, frame)
        if content:
            cue = _cue(tree, head) - content
            source = NONE if frame == "s" else source_phrase(tree, head) - content
            return Found(head, cue, source, trimmed(tree, content), cue_class, frame)
    return None


def _is_made(tree: Tree, head: int) -> bool:
    """Say whether somebody did so, and not only would, is to, or is being described by it."""
    marks = {tree.lemma(at) for at in tree.dependants(head, "mark")}
    if "to" in marks or (marks and tree.tokens[head].xpos == "VBG"):
        return False
    return not any(tree.tokens[at].xpos == "MD" for at in tree.dependants(head, "aux")) and (
        tree.tokens[head].xpos not in ("VB", "NN", "NNS")
    )


# -- other words -----------------------------------------------------------------------------------


def _of_noun(tree: Tree, head: int) -> Found | None:
    for frame, cue_class in NOUN_FRAMES.get(tree.lemma(head), {}).items():
        content = _noun_content(tree, head, frame)
        if content:
            source = owner_phrase(tree, head) - content
            cue = frozenset({head})
            return Found(head, cue, source, trimmed(tree, content), cue_class, frame)
    return None


def _noun_content(tree: Tree, head: int, frame: str) -> Members:
    if frame not in ("c", "x"):
        return phrase_with(tree, head, frame)
    mark = "that" if frame == "c" else "to"
    return marked_clause(tree, head, mark)


def _of_adjective(tree: Tree, head: int) -> Found | None:
    for frame, cue_class in ADJECTIVE_FRAMES.get(tree.lemma(head), {}).items():
        content = _adjective_content(tree, head, frame)
        if content:
            cue = frozenset({head, *tree.dependants(head, "cop", "aux", "advmod")}) - content
            source = source_phrase(tree, head) - content
            return Found(head, cue, source, trimmed(tree, content), cue_class, frame)
    return None


def _adjective_content(tree: Tree, head: int, frame: str) -> Members:
    if frame == "c":
        return below(tree, tree.dependants(head, "ccomp")[:1])
    if frame == "x":
        return marked_clause(tree, head, "to")
    return phrase_with(tree, head, frame)


def _according(tree: Tree, word: int) -> Found | None:
    """Return the content and source of "according to": the clause that the phrase hangs from."""
    noun = tree.tokens[word].head
    if noun < 0:
        return None
    if tree.relation(word) not in ("case", "mark", "fixed"):
        below = tree.dependants(word, "obl", "nmod", "obj")
        noun, top = (below[0] if below else word), word
    else:
        top = noun
    clause = _whole_clause(tree, top)
    if clause < 0 or noun == word:
        return None
    cue = frozenset(at for at in (word, word + 1) if at < len(tree.tokens))
    source = frozenset(tree.subtree(noun)) - cue
    content = frozenset(tree.subtree(clause, without=(top,)))
    return Found(word, cue, trimmed(tree, source), trimmed(tree, content), "say", "according")


def _whole_clause(tree: Tree, phrase: int) -> int:
    """Return the predicate that a phrase belongs to, with all that is joined to it.

    Set off by a comma at either end of a sentence it belongs to the whole, wherever the parse hung it.
    """
    at = tree.tokens[phrase].head
    members = tree.subtree(phrase)
    content = [one for one in range(len(tree.tokens)) if not tree.is_loose(one)]
    opens, closes = members[0] <= content[0], members[-1] >= content[-1]
    behind = members[0] > 0 and tree.tokens[members[0] - 1].text == ","
    edge = opens or (closes and (behind or tree.tokens[members[0]].text == ","))
    seen: set[int] = set()
    while at >= 0 and at not in seen and tree.tokens[at].head >= 0:
        seen.add(at)
        if tree.is_predicate(at) and tree.relation(at) != "conj" and not edge:
            break
        at = tree.tokens[at].head
    return at


def _hearsay(tree: Tree, adverb: int) -> Found | None:
    """Return what "reportedly" says that somebody says: the clause it belongs to."""
    clause = tree.tokens[adverb].head
    if clause < 0 or not tree.is_predicate(clause):
        return None
    content = frozenset(tree.subtree(clause, without=(adverb,)))
    cue = frozenset({adverb})
    return Found(adverb, cue, NONE, trimmed(tree, content), "say", "hearsay")


def _cue(tree: Tree, head: int) -> Members:
    """Return a verb with its auxiliaries, "not", particle, and what stands between them."""
    parts = [
        at
        for at in tree.dependants(head, "aux", "compound:prt", "cop")
        if abs(at - head) <= 4  # noqa: PLR2004
    ]
    return frozenset({head, *parts})


_OF_WORDS: dict[str, Callable[[Tree, int], Found | None]] = {
    "VERB": _of_verb,
    "NOUN": _of_noun,
    "ADJ": _of_adjective,
}
