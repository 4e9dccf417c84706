"""What a reader of one format hands on: the text it cut and the findings it made beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.domain.document import Access, Passage, PassageRole
from onrecord.domain.span import Extent, OffsetMap, Piece

#: What stands between two passages of a text we put together ourselves.
SEPARATOR = "\n\n"
_NOWHERE = OffsetMap()


@dataclass(frozen=True, slots=True)
class Cut:
    """A text with its passages, and where its letters stand in the decoded source."""

    text: str
    passages: tuple[Passage, ...]
    offsets: OffsetMap = _NOWHERE

    def words(self, *roles: PassageRole) -> tuple[str, ...]:
        """Return the texts of the passages with one of `roles`, in order."""
        return tuple(
            passage.extent.of(self.text) for passage in self.passages if passage.role in roles
        )


@dataclass(frozen=True, slots=True)
class Findings:
    """What a source says about itself; a field it does not state stays empty.

    Attributes:
        dates: Publication dates as (where it was found, EDTF), the most trusted first.
        url: The page's own canonical address.
        title: Headline.
        publisher: Outlet.
        author: Byline.
        genre: What the source says it is.
        language: Language tag.
        gated: Whether the source says that it is not free to read.
        feed_source: The channel a feed item was taken over from.
        message_id: The identity of a mail message or feed item that has no address.
    """

    dates: tuple[tuple[str, str], ...] = ()
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    genre: str = ""
    language: str = ""
    gated: bool = False
    feed_source: str | None = None
    message_id: str | None = None

    @property
    def access(self) -> Access:
        """Return the access that the metadata alone states."""
        return "gated" if self.gated else "open"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words for one passage; `pieces` count from the start of `words`."""

    words: str
    role: PassageRole
    pieces: tuple[Piece, ...] = ()


@dataclass(slots=True)
class _Joined:
    parts: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0


def join_runs(runs: tuple[Run, ...]) -> Cut:
    """Return the cut whose passages are `runs` in order, a blank line between each two."""
    joined = _Joined()
    for run in runs:
        if joined.parts:
            joined.parts.append(SEPARATOR)
            joined.length += len(SEPARATOR)
        start = joined.length
        joined.parts.append(run.words)
        joined.length += len(run.words)
        joined.passages.append(Passage(Extent(start, joined.length), run.role))
        joined.pieces.extend(
            Piece(start + piece.text_start, piece.source_start, piece.length)
            for piece in run.pieces
        )
    return Cut("".join(joined.parts), tuple(joined.passages), OffsetMap(tuple(joined.pieces)))
