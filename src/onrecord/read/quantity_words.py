"""A sentence as words that a count can be read against, with or without a dependency tree.

Where the analyser gave no tags, a few word lists stand in: enough to find the noun that is counted,
not who did what.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from onrecord.ports.linguist import Parse, Token
from onrecord.read.units import FATE_WORDS, MEASURES, NOT_PEOPLE, PEOPLE

_WORD = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:[-.'’]\w+)*\.?(?<!\.)|[^\w\s]")
_STOPS = frozenset(
    """a an the and or but nor of in on at by to from for with without within into onto over under
    across through during since until till before after between among against about as than that
    which who whom whose when where while if because so is are was were be been being am has have
    had having do does did will would can could may might must shall should not no this these those
    it its he she they we you i him her them us his their our your my there here also now then only
    just still yet out up down off near around along per via including killed said told were
    left ago later earlier each every both either neither despite amid aboard onboard""".split()
)


@dataclass(frozen=True)
class Words:
    """The tokens of one sentence; `tagged` says whether they carry a tree and tags."""

    text: str
    tokens: tuple[Token, ...]
    tagged: bool
    start: int
    end: int

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _below(self) -> dict[int, tuple[int, ...]]:
        below: dict[int, list[int]] = {}
        for index, token in enumerate(self.tokens):
            below.setdefault(token.head, []).append(index)
        return {head: tuple(found) for head, found in below.items()}

    def at_or_after(self, offset: int) -> int:
        """Return the index of the first token that starts at `offset` or later."""
        return bisect_left(self._starts, offset)

    def covering(self, start: int, end: int) -> tuple[int, ...]:
        """Return the indices of the tokens that touch `[start, end)`."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return tuple(i for i in range(first, last) if start < self.tokens[i].end)

    def children(self, index: int) -> tuple[int, ...]:
        """Return the dependants of a token, in order; none without a tree."""
        if not self.tagged:
            return ()
        return self._below.get(index, ())

    def relation(self, index: int) -> str:
        """Return the dependency relation of a token without subtype."""
        return self.tokens[index].deprel.partition(":")[0]

    def is_noun(self, index: int) -> bool:
        """Say whether a token can be what is counted."""
        return self.tokens[index].upos in ("NOUN", "PROPN")

    def is_inside_noun_phrase(self, index: int) -> bool:
        """Say whether a token can stand between a number and the noun it counts."""
        token = self.tokens[index]
        if token.upos in ("ADJ", "NOUN", "PROPN") or self._is_designator(index):
            return True
        if not self.tagged:
            return False
        if token.upos == "PUNCT":
            return token.text in ("-", "–", "‑", "“", "‘", '"')
        return token.upos in ("VERB", "ADV") and self.relation(index) in (
            "amod",
            "compound",
            "advmod",
        )

    def _is_designator(self, index: int) -> bool:
        """Say whether figures or a hyphen are written together with letters before: "F-16"."""
        token, before = self.tokens[index], self.tokens[index - 1] if index else None
        if before is None or token.start != before.end:
            return False
        return token.upos == "NUM" and before.text in ("-", "–", "‑")


def words_of(parse: Parse, text: str) -> Words:
    """Return the words of a parsed sentence; without a usable tree they are tagged by list."""
    start, end = parse.extent.start, parse.extent.end
    if parse.tokens and any(token.head >= 0 for token in parse.tokens):
        return Words(text, parse.tokens, tagged=True, start=start, end=end)
    plain = parse.tokens or _scan(text, start, end)
    return Words(
        text, tuple(_guessed(token) for token in plain), tagged=False, start=start, end=end
    )


def _scan(text: str, start: int, end: int) -> tuple[Token, ...]:
    return tuple(
        Token(
            start=match.start(),
            end=match.end(),
            text=match[0],
            lemma=match[0].lower(),
            upos="",
            xpos="",
            feats="",
            head=-1,
            deprel="",
        )
        for match in _WORD.finditer(text, start, end)
    )


def _guessed(token: Token) -> Token:
    """Tag a word by list: punctuation, function word, or something that may be counted."""
    word = token.text.lower()
    if not any(character.isalnum() for character in word):
        upos = "PUNCT"
    elif word[0].isdigit():
        upos = "NUM"
    elif word in FATE_WORDS and word not in ("body", "bodies"):
        upos = "ADJ"
    elif word in PEOPLE or word in NOT_PEOPLE or word in MEASURES:
        upos = "NOUN"
    elif word in _STOPS or word.endswith(("ly", "ing")):
        upos = "X"
    elif word.endswith("s") and not word.endswith("ss"):
        upos = "NOUN"
    elif word.endswith("ed"):
        upos = "X"
    else:
        upos = "ADJ"
    return Token(
        start=token.start,
        end=token.end,
        text=token.text,
        lemma=word,
        upos=upos,
        xpos="",
        feats="",
        head=-1,
        deprel="",
    )
