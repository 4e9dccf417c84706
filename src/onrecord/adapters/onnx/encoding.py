"""From words to the arrays the weights take: subwords, letter case, first and last subword.

One sentence fills one batch. The weights quantise their activations over the whole batch, so what
shares a batch with a sentence would change its parse; docs/decisions/0002 has the figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.domain.errors import UsageError

Feeds: TypeAlias = dict[str, NDArray[np.int64]]

#: Subwords kept of one word. Longer ones (an address, a row of letters) keep their two ends.
MAX_SUBWORDS_OF_WORD = 32

_LOWER, _CAPITALISED, _UPPER, _MIXED, _FIGURES = 1, 2, 3, 4, 5
_CASELESS = 0


def case_class(word: str) -> int:
    """Return the class of a word's letters that the encoder was trained with, 0 to 5.

    The encoder's own vocabulary is lower case: this is all it learns about capitals.
    """
    if word.islower():
        return _LOWER
    if any(character.isdigit() for character in word):
        return _FIGURES
    if word.isupper() and len(word) > 1:
        return _UPPER
    if word[:1].isupper():
        return _CAPITALISED if len(word) == 1 or word[1:].islower() else _MIXED
    return _MIXED if any(character.isupper() for character in word) else _CASELESS


class SubwordEncoder:
    """The WordPiece vocabulary of the weights, applied to words already cut."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._start, self._end = (_id_of(tokenizer, mark) for mark in ("[CLS]", "[SEP]"))

    def subwords(self, words: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """Return the subword ids of each word: at most 32, none for a word of invisible letters."""
        # A lone surrogate is a character to Python but no text to the vocabulary.
        clean = [word.encode("utf-8", "replace").decode() for word in words]
        encoding = self._tokenizer.encode(clean, is_pretokenized=True, add_special_tokens=False)
        pieces: list[list[int]] = [[] for _ in words]
        for index, piece in zip(encoding.word_ids, encoding.ids, strict=True):
            if index is not None:
                pieces[index].append(piece)
        return tuple(_two_ends(piece) for piece in pieces)

    def feeds(self, words: Sequence[str], subwords: Sequence[tuple[int, ...]]) -> Feeds:
        """Return the inputs of one run over one sentence.

        Returns:
            `ids`, `case`: `[1, T]`, one column per subword and two for the borders.
            `first`, `last`: `[1, W]`, per word the column of its first and last subword; 0, the
            column of the sentence itself, for a word without subwords.
        """
        ids, case, first, last = [self._start], [_CASELESS], [], []
        for word, pieces in zip(words, subwords, strict=True):
            first.append(len(ids) if pieces else 0)
            ids.extend(pieces)
            case.extend([case_class(word)] * len(pieces))
            last.append(len(ids) - 1 if pieces else 0)
        ids.append(self._end)
        case.append(_CASELESS)
        rows = {"ids": ids, "case": case, "first": first, "last": last}
        return {name: np.array([row], dtype=np.int64) for name, row in rows.items()}


def _id_of(tokenizer: Tokenizer, mark: str) -> int:
    found = tokenizer.token_to_id(mark)
    if found is None:
        raise UsageError(f"the vocabulary of the English reader's weights has no {mark}")
    return found


def _two_ends(pieces: list[int]) -> tuple[int, ...]:
    if len(pieces) <= MAX_SUBWORDS_OF_WORD:
        return tuple(pieces)
    half = MAX_SUBWORDS_OF_WORD // 2
    return (*pieces[:half], *pieces[-half:])
