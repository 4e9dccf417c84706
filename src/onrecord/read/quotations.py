"""Where quotation marks open and close.

Pairs are found per passage and never cross it, except that a mark reopened at the next passage's
start continues the same speech. An apostrophe never opens or closes anything; a mark that never
closes is reported as nothing rather than guessed at. Two apostrophes are one mark, as agencies type it.
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
#: Marks further apart than this are no pair.
_LONGEST = 20_000
#: How far ahead the mark may stand that an apostrophe is not.
_NEAR = 1_000
#: A speaker named behind a comma: the words before were quoted, and their closing mark forgotten.
_TAG = re.compile(
    r"[,?!] (?:(?:said|says|added|told|wrote|asked|replied) [A-Z]\w|"
    r"(?:[A-Z][\w.’'-]+ |[Tt]he |an? |his |her |[a-z]+ ){0,5}?(?:said|says|added|told|wrote|asked|replied)\b)"
)
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
    following: Extent | None = None
    for passage in reversed(passages):
        found.extend(reversed(tuple(_in_passage(text, passage, following))))
        if not passage.of(text).isupper() or text[passage.start] in _PAIRS:
            following = passage  # a line in capitals between paragraphs is a link to another story
    return tuple(reversed(found))


def _in_passage(text: str, passage: Extent, following: Extent | None) -> Iterator[Quotation]:
    at = passage.start
    scanned: dict[str, int] = {}
    while at < passage.end:
        inner = _typewritten(text, at, passage) or _inner(text, at, passage, scanned)
        if inner is not None:
            width = inner.start - at
            yield Quotation(Extent(at, inner.end + width), inner)
            at = inner.end + width
            continue
        if text[at] in _PAIRS and _runs_on(text, at, passage, following):
            yield Quotation(Extent(at, passage.end), Extent(at + 1, passage.end), closed=False)
            return
        at += 1


def _inner(text: str, at: int, passage: Extent, scanned: dict[str, int]) -> Extent | None:
    """Return what stands between the mark at `at` and the one that closes it.

    Args:
        scanned: Up to where no mark closes, by opening mark; brought up to date, so that a text full
            of marks that never close is read once.
    """
    if text[at] not in _PAIRS or not _opens(text, at, passage):
        return None
    near = Extent(passage.start, min(passage.end, at + _LONGEST))
    place = max(at + 1, scanned.get(text[at], 0))
    while place < near.end:
        if text[place] == text[at] and _reopens(text, place, passage):
            break
        if text[place] in _PAIRS[text[at]] and _closes(text, place, near, text[at]):
            return Extent(at + 1, place)
        place += 1
    scanned[text[at]] = max(place, scanned.get(text[at], 0))
    return None


def _typewritten(text: str, at: int, passage: Extent) -> Extent | None:
    """Return what stands between two apostrophes or grave accents and two apostrophes.

    Of three apostrophes that close, the first belongs to a quotation inside.
    """
    if not text.startswith(("''", "``"), at) or not _opens(text, at + 1, passage):
        return None
    if at > passage.start and text[at - 1].isalnum():
        return None
    close = text.find("''", at + 2, min(passage.end, at + _LONGEST))
    while close >= 0 and _last_mark(text, close, passage):
        close += 1
    return Extent(at + 2, close) if close > at + 2 else None


def _last_mark(text: str, close: int, passage: Extent) -> bool:
    """Say whether another apostrophe follows two."""
    return close + 2 < passage.end and text[close + 2] == "'"


def _runs_on(text: str, at: int, passage: Extent, following: Extent | None) -> bool:
    """Say whether speech opened here goes on in the next passage, which opens it again.

    Words with a speaker's tag among them were closed somewhere; nothing tells where.
    """
    if following is None or text[following.start] != text[at] or not _opens(text, at, passage):
        return False
    if text.find(text[at], at + 1, passage.end) >= 0:
        return False
    return _TAG.search(text, at + 1, min(passage.end, at + _LONGEST)) is None


def _opens(text: str, at: int, passage: Extent) -> bool:
    before = text[at - 1] if at > passage.start else " "
    after = text[at + 1] if at + 1 < passage.end else " "
    if after.isspace():
        return False
    return not before.isalnum() or text[at] in "“«„"


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
    rest = text[at + 1 : min(passage.end, at + _NEAR)]
    return any(
        mark in "’'" and not rest[index + 1 : index + 2].isalnum()
        for index, mark in enumerate(rest)
        if mark in "’'" and rest[index - 1 : index] in (".", ",", "!", "?")
    )
