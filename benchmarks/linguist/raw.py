"""Scores from running text: words and sentences are our own, matched to gold by where they stand.

As in the CoNLL 2018 shared task, a word counts when it covers the same characters as a gold word, a
governor is right when it covers the same characters as the gold's governor, and each score is an F1 over
the words of both sides, so that a wrong cut costs twice. That task leaves subtypes of relations out (`las`
here); `las_subtypes` keeps them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from benchmarks.linguist.corpora import Document, Gold, documents
from benchmarks.linguist.scores import Counts, Figures, counted, percent
from onrecord.domain.span import Extent
from onrecord.ports.linguist import Linguist, Parse
from onrecord.read.sentences import sentences_in, split_sentences

#: Where a word stands: number of its text, start, end. None stands for the root.
Place: TypeAlias = tuple[int, int, int]
Split: TypeAlias = Callable[[str, Extent], Sequence[Extent]]


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of one word, whoever cut it."""

    governor: Place | None
    deprel: str
    upos: str
    xpos: str
    feats: str
    lemma: str


def sentence_scores(linguist: Linguist, sentences: Sequence[Gold]) -> Figures:
    """Score gold sentences whose words we cut ourselves."""
    gold: dict[Place, Word] = {}
    system: dict[Place, Word] = {}
    for number, one in enumerate(sentences):
        gold |= gold_words(number, one, 0)
        system |= system_words(number, linguist.analyse(one.text, (one.extent,)))
    return aligned_scores(gold, system)


def running_scores(linguist: Linguist, sentences: Sequence[Gold]) -> Figures:
    """Score running text, one document each, whose sentences and words we cut ourselves."""
    gold: dict[Place, Word] = {}
    system: dict[Place, Word] = {}
    for number, one in enumerate(documents(sentences)):
        for sentence, extent in zip(one.sentences, one.extents, strict=True):
            gold |= gold_words(number, sentence, extent.start)
        extents = tuple(sentences_in(one.text, Extent(0, len(one.text)), linguist))
        system |= system_words(number, linguist.analyse(one.text, extents))
    return aligned_scores(gold, system)


def gold_words(number: int, sentence: Gold, shift: int) -> dict[Place, Word]:
    """Return the gold words of one sentence that begins at `shift` of text `number`."""
    places = [(number, shift + word.start, shift + word.end) for word in sentence.words]
    return {
        place: Word(
            None if sentence.heads[index] < 0 else places[sentence.heads[index]],
            sentence.deprels[index],
            sentence.upos[index],
            sentence.xpos[index],
            sentence.feats[index],
            sentence.lemmas[index],
        )
        for index, place in enumerate(places)
    }


def system_words(number: int, parses: Sequence[Parse]) -> dict[Place, Word]:
    """Return the words an analyser cut in text `number`."""
    found: dict[Place, Word] = {}
    for parse in parses:
        places = [(number, token.start, token.end) for token in parse.tokens]
        for place, token in zip(places, parse.tokens, strict=True):
            governor = None if token.head < 0 else places[token.head]
            found[place] = Word(
                governor, token.deprel, token.upos, token.xpos, token.feats, token.lemma
            )
    return found


def aligned_scores(gold: Mapping[Place, Word], system: Mapping[Place, Word]) -> Figures:
    """Return F1 of the words themselves and of what is said about them."""
    pairs = [(gold[place], system[place]) for place in gold.keys() & system.keys()]
    governed = [(one, other) for one, other in pairs if one.governor == other.governor]
    right = {
        "words": len(pairs),
        "uas": len(governed),
        "las": sum(_plain(one.deprel) == _plain(other.deprel) for one, other in governed),
        "las_subtypes": sum(one.deprel == other.deprel for one, other in governed),
        "upos": sum(one.upos == other.upos for one, other in pairs),
        "xpos": sum(one.xpos == other.xpos for one, other in pairs),
        "feats": sum(one.feats == other.feats for one, other in pairs),
        "lemma": sum(one.lemma == other.lemma for one, other in pairs),
    }
    return {name: percent(2 * count, len(gold) + len(system)) for name, count in right.items()}


def sentence_f1(texts: Sequence[Document], split: Split = split_sentences) -> float | None:
    """Return F1 of sentences with exactly the gold's start and end."""
    total = Counts()
    for one in texts:
        total += counted(one.extents, split(one.text, Extent(0, len(one.text))))
    return total.f1


def reader_split(linguist: Linguist) -> Split:
    """Return the cut that reading makes: marks, and the analyser where marks are missing."""
    return lambda text, passage: tuple(sentences_in(text, passage, linguist))


def cut_at(text: str, offsets: Sequence[int]) -> tuple[Extent, ...]:
    """Return the sentences that begin at the text's start and at each offset, without outer space.

    Example:
        >>> [one.of("Go home. Now") for one in cut_at("Go home. Now", [9])]
        ['Go home.', 'Now']
    """
    borders = [0, *offsets, len(text)]
    found: list[Extent] = []
    for start, end in pairwise(borders):
        held = text[start:end]
        if held.strip():
            left = start + len(held) - len(held.lstrip())
            found.append(Extent(left, left + len(held.strip())))
    return tuple(found)


def _plain(relation: str) -> str:
    return relation.split(":", maxsplit=1)[0]
