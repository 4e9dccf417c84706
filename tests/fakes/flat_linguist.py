"""A linguist that needs no weights: every word hangs from the first verb, or from the first word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.domain.span import Extent
from onrecord.ports.linguist import Parse, Token

_WORD = re.compile(r"\w+|[^\w\s]")
_VERBS = frozenset("said left killed says took held denied".split())


class FlatLinguist:
    """Tells words apart and little else; for tests about length and place, not about meaning."""

    @property
    def name(self) -> str:
        return "flat"

    def analyse(self, text: str, sentences: Sequence[Extent]) -> tuple[Parse, ...]:
        return tuple(_parse(text, one) for one in sentences)

    def sentence_starts(self, text: str, passage: Extent) -> tuple[int, ...]:
        del text, passage
        return ()


def _parse(text: str, extent: Extent) -> Parse:
    words = list(_WORD.finditer(text, extent.start, extent.end))
    root = next((at for at, word in enumerate(words) if word.group().lower() in _VERBS), 0)
    tokens = tuple(
        _token(word, head=-1 if at == root else root, before=at < root)
        for at, word in enumerate(words)
    )
    return Parse(extent, tokens, ())


def _token(word: re.Match[str], *, head: int, before: bool) -> Token:
    form = word.group()
    if not form[0].isalnum():
        upos, xpos, relation = "PUNCT", ".", "punct"
    elif form.isdigit():
        upos, xpos, relation = "NUM", "CD", "nummod"
    elif head == -1 or form.lower() in _VERBS:
        upos, xpos, relation = "VERB", "VBD", "conj"
    else:
        upos, xpos, relation = "NOUN", "NN", "nsubj" if before else "obj"
    return Token(
        start=word.start(),
        end=word.end(),
        text=form,
        lemma=form.lower(),
        upos=upos,
        xpos=xpos,
        feats="",
        head=head,
        deprel="root" if head == -1 else relation,
    )
