"""Other names in the same sentence: a name that was seen once must not be learned by heart.

A name is replaced by another one of its kind and number of words, from the training corpora or the
gazetteer, so tags and tree stay true. Only names made of proper nouns throughout take part.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from onrecord.adapters.onnx.decoding import EntityRun, label_runs
from recipe.corpora import Sentence

#: Names by kind and number of words, in a fixed order.
Pool: TypeAlias = dict[tuple[str, int], tuple[tuple[str, ...], ...]]

_PROPER = frozenset({"NNP", "NNPS"})


def pool_of(sentences: Sequence[Sentence], listed: Iterable[tuple[str, Sequence[str]]]) -> Pool:
    """Collect the names of the corpora and of a list of kinds and words."""
    found: dict[tuple[str, int], dict[tuple[str, ...], None]] = {}
    for sentence in sentences:
        for first, last, kind in label_runs(sentence.names or ()):
            words = sentence.words[first:last]
            if _is_proper(words):
                found.setdefault((kind, len(words)), {})[words] = None
    for kind, row in listed:
        if _is_proper(row):
            found.setdefault((kind, len(row)), {})[tuple(row)] = None
    return {key: tuple(names) for key, names in found.items()}


def renamed(
    sentence: Sentence, pool: Pool, rng: random.Random, *, chance: float
) -> Sentence | None:
    """Return the sentence with some names replaced, or None when none was drawn."""
    words = list(sentence.words)
    for first, last, kind in _replaceable(sentence):
        if rng.random() < chance:
            names = pool.get((kind, last - first))
            if names:
                words[first:last] = rng.choice(names)
    return replace(sentence, words=tuple(words)) if tuple(words) != sentence.words else None


def _replaceable(sentence: Sentence) -> list[EntityRun]:
    return [
        (first, last, kind)
        for first, last, kind in label_runs(sentence.names or ())
        if _is_proper(sentence.words[first:last])
        and (sentence.xpos is None or _PROPER.issuperset(sentence.xpos[first:last]))
    ]


def _is_proper(words: Sequence[str]) -> bool:
    return all(word[:1].isupper() and not word.isupper() for word in words) or (
        len(words) == 1 and words[0].isupper() and words[0].isalpha()
    )
