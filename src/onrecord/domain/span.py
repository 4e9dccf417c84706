"""Where words stand: `Extent`, `Span` and the `OffsetMap` from a cleaned text to its source.

All offsets count Unicode code points from 0, as Python's `str` does; all extents are half-open.
Nothing here matches loosely: letters agree exactly or the look-up fails.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from onrecord.domain.errors import InvariantError, QuoteAmbiguous, QuoteNotFound
from onrecord.domain.ids import content_id

#: Characters of context a span keeps on either side (W3C Web Annotation, TextQuoteSelector).
CONTEXT_CHARS = 32

SpanRole = Literal["content", "cue", "source", "quantity", "time", "place"]


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """A half-open interval `[start, end)` of code points; may be empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise InvariantError(f"[{self.start}, {self.end}) is no extent")

    def of(self, text: str) -> str:
        """Return the characters of `text` that stand here."""
        return text[self.start : self.end]

    def overlaps(self, other: Extent) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Extent) -> bool:
        """Say whether every character of `other` stands inside this extent."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Span:
    """Exact words of one archived document.

    Attributes:
        document: Id of the document whose text is meant.
        start: Offset of the first code point.
        end: Offset after the last one.
        exact: The words themselves: `text[start:end] == exact`.
        prefix: Up to 32 characters before, for a second way to find the place.
        suffix: Up to 32 characters after.
        role: What the words do in the statement that quotes them.
    """

    document: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    role: SpanRole = "content"

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.exact) != self.end - self.start:
            raise InvariantError(f"span [{self.start}, {self.end}) does not fit its words")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("spn", self)

    @property
    def extent(self) -> Extent:
        """Return the bare interval."""
        return Extent(self.start, self.end)

    def stands_in(self, text: str) -> bool:
        """Say whether the words stand in `text` exactly where this span says."""
        return text[self.start : self.end] == self.exact


def span_at(text: str, extent: Extent, *, document: str, role: SpanRole = "content") -> Span:
    """Pin the words at `extent`, with their context.

    Example:
        >>> span_at("At least 12 died.", Extent(0, 11), document="doc-1").exact
        'At least 12'
    """
    return Span(
        document=document,
        start=extent.start,
        end=extent.end,
        exact=extent.of(text),
        prefix=text[max(0, extent.start - CONTEXT_CHARS) : extent.start],
        suffix=text[extent.end : extent.end + CONTEXT_CHARS],
        role=role,
    )


def locate_quote(text: str, quote: str, *, document: str, near: int | None = None) -> Extent:
    """Find where a quotation stands, letter for letter.

    Nothing is folded: case, accents, spaces and line breaks must agree.

    Args:
        text: The document as read.
        quote: The words to find, at least one character.
        document: Whose text this is; named in errors only.
        near: Where the words are expected. Of several occurrences the one that starts closest is
            taken; of two equally close, the earlier.

    Raises:
        QuoteNotFound: `quote` does not occur.
        QuoteAmbiguous: `quote` occurs more than once and `near` is not given.
        InvariantError: `quote` is empty.

    Example:
        >>> locate_quote("At least 12 died; 12 are missing.", "12", document="d", near=30)
        Extent(start=18, end=20)
    """
    if not quote:
        raise InvariantError("an empty quotation has no place")
    starts: list[int] = []
    at = text.find(quote)
    while at != -1:
        starts.append(at)
        at = text.find(quote, at + 1)
    if not starts:
        raise QuoteNotFound(document, f"the words {quote!r} do not occur in the archived text")
    if len(starts) > 1 and near is None:
        raise QuoteAmbiguous(document, f"the words {quote!r} occur {len(starts)} times")
    expected = starts[0] if near is None else near
    start = min(starts, key=lambda candidate: (abs(candidate - expected), candidate))
    return Extent(start, start + len(quote))


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text copied letter for letter from the source: `length` code points."""

    text_start: int
    source_start: int
    length: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """How a document's text maps back to the decoded source it was cut from.

    Pieces are in order of the text and do not overlap there. Characters in no piece (a line break
    put between two blocks) have no counterpart in the source.
    """

    pieces: tuple[Piece, ...] = ()

    def __post_init__(self) -> None:
        end = 0
        for piece in self.pieces:
            if piece.text_start < end or piece.length < 1 or piece.source_start < 0:
                raise InvariantError("the pieces of an offset map overlap or are empty")
            end = piece.text_start + piece.length

    def to_source(self, extent: Extent) -> tuple[Extent, ...]:
        """Return the source extents whose letters make up `extent`, in order of the text.

        Example:
            >>> OffsetMap((Piece(0, 10, 5),)).to_source(Extent(1, 3))
            (Extent(start=11, end=13),)
        """
        first = max(0, bisect_right([piece.text_start for piece in self.pieces], extent.start) - 1)
        found: list[Extent] = []
        for piece in self.pieces[first:]:
            if piece.text_start >= extent.end:
                break
            start = max(extent.start, piece.text_start)
            end = min(extent.end, piece.text_start + piece.length)
            if start < end:
                shift = piece.source_start - piece.text_start
                found.append(Extent(start + shift, end + shift))
        return tuple(found)


def identity_map(length: int) -> OffsetMap:
    """Return the map of a text that is its own source."""
    return OffsetMap((Piece(0, 0, length),)) if length else OffsetMap()
