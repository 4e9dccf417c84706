"""Where quotation marks open and close.

Pairs are found per passage and never cross it, except that a mark reopened at the next passage's
start continues the same speech. An apostrophe never opens or closes anything; a mark that never
closes is reported as nothing rather than guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.domain.span import Extent

#: Fewer words than this are a label in quotation marks, not an utterance.
UTTERANCE_WORDS = 4
#: The marks that may close what a mark opens; „ closes differently in each language.
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "'": "'", '"': '"'}
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks.

    Attributes:
        outer: Extent with the marks.
        inner: Extent without them.
        closed: Whether the closing mark stands in this passage; a speech that runs on over
            paragraphs closes only in the last one.
    """

    outer: Extent
    inner: Extent
    closed: bool = True

    def is_utterance(self, text: str) -> bool:
        """Say whether these are whole words of somebody, not a label such as "narco" in marks."""
        words = _WORD.findall(self.inner.of(text))
        return len(words) >= UTTERANCE_WORDS or (
            len(words) >= 2 and self.inner.of(text).rstrip()[-1:] in ",.!?"  # noqa: PLR2004
        )


def find_quotations(text: str, passages: Sequence[Extent]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of each passage, in order.

    Example:
        >>> text = 'He said: "We will not go." That is all.'
        >>> [q.inner.of(text) for q in find_quotations(text, [Extent(0, len(text))])]
        ['We will not go.']
    """
    found: list[Quotation] = []
    for index, passage in enumerate(passages):
        following = passages[index + 1] if index + 1 < len(passages) else None
        found.extend(_in_passage(text, passage, following))
    return tuple(found)


def _in_passage(text: str, passage: Extent, following: Extent | None) -> Iterator[Quotation]:
    at = passage.start
    while at < passage.end:
        mark = text[at]
        if mark in _PAIRS and _opens(text, at, passage):
            close = _closing(text, at, passage)
            if close is not None:
                yield Quotation(Extent(at, close + 1), Extent(at + 1, close))
                at = close + 1
                continue
            runs_on = mark not in text[at + 1 : passage.end]
            if runs_on and following is not None and text[following.start] == mark:
                yield Quotation(Extent(at, passage.end), Extent(at + 1, passage.end), closed=False)
                return
        at += 1


def _opens(text: str, at: int, passage: Extent) -> bool:
    before = text[at - 1] if at > passage.start else " "
    after = text[at + 1] if at + 1 < passage.end else " "
    if after.isspace():
        return False
    return not before.isalnum() or text[at] in "“«„"


def _closing(text: str, at: int, passage: Extent) -> int | None:
    opening = text[at]
    marks = _PAIRS[opening]
    for place in range(at + 1, passage.end):
        if text[place] == opening and _reopens(text, place, passage):
            return None
        if text[place] in marks and _closes(text, place, passage, opening):
            return place
    return None


def _reopens(text: str, at: int, passage: Extent) -> bool:
    """Say whether a double mark opens where one is open already: the first one never closed."""
    after = text[at + 1] if at + 1 < passage.end else " "
    return text[at] in '"“' and text[at - 1].isspace() and (after.isalnum() or after in "‘'")


def _closes(text: str, at: int, passage: Extent, opening: str) -> bool:
    after = text[at + 1] if at + 1 < passage.end else " "
    if opening in "‘'":
        before = text[at - 1]
        return (
            not after.isalnum() and not before.isspace() and not _plural_genitive(text, at, passage)
        )
    return not (opening == '"' and after.isalnum())


def _plural_genitive(text: str, at: int, passage: Extent) -> bool:
    """Say whether the mark is the apostrophe of "the rebels' camp", with more marks still to come."""
    if text[at - 1] not in "sS" or text[at + 1 : at + 2] != " ":
        return False
    rest = text[at + 1 : passage.end]
    return any(
        mark in "’'" and not rest[index + 1 : index + 2].isalnum()
        for index, mark in enumerate(rest)
        if mark in "’'" and rest[index - 1 : index] in (".", ",", "!", "?")
    )
