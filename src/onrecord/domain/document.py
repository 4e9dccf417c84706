"""One capture of one report: `Document`, its passages, its origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.ids import content_id
from onrecord.domain.span import Extent, OffsetMap
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

#: What a passage is. Only `body` and `heading` are read; the others are kept, not read (rule 17).
PassageRole = Literal["body", "heading", "boilerplate", "metadata"]
Access = Literal["open", "gated"]

#: How the origin of a text was found. `publisher` means nobody else was credited.
LineageBasis = Literal["feed source", "wire credit", "byline", "publisher", "none"]

_NO_OFFSETS = OffsetMap()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of the text with one role; passages are in order and together hold all its letters."""

    extent: Extent
    role: PassageRole


@dataclass(frozen=True, slots=True)
class Lineage:
    """The earliest origin a report credits. Independent sources are counted by it (law 6).

    Attributes:
        origin: Name of the origin in lower case without articles ("reuters"); `Unknown` when
            neither a credit nor a publisher is stated.
        basis: Where that name was found.
        words: The words of the credit, verbatim; empty when it came from metadata.
    """

    origin: str | Unknown
    basis: LineageBasis
    words: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One capture: bytes archived under their hash, the text cut from them, and where it came from.

    Attributes:
        origin_key: What makes two captures versions of one document: the canonical URL, else a
            digest of where the file lay, else the content itself.
        url: Address of the live page, when known.
        title: Headline as given by the source.
        publisher: Outlet as given by the source.
        author: Byline as given by the source.
        genre: What the source says it is ("article", "message", "feed item"); empty when unstated.
        doc_date: The date the text bears, with its basis; never the day of capture.
        lineage: The earliest origin credited.
        media_type: What the bytes are ("text/html").
        bytes_sha256: SHA-256 of the archived bytes.
        text_sha256: SHA-256 of the UTF-8 text that all spans count in; archived as well.
        text_root: Root of the hash tree over the passages (`onrecord.domain.merkle`).
        normaliser: Name and version of what cut the text.
        version_of: Id of the capture this one replaces; `None` for the first.
        access: Whether the text was cut short by a sign-up or pay wall.
        language: Language tag, when detected.
        passages: The text's passages with their roles.
        offsets: Where the text's letters stand in the decoded bytes.
    """

    origin_key: str
    doc_date: When | Unknown
    lineage: Lineage
    media_type: str
    bytes_sha256: str
    text_sha256: str
    text_root: str
    normaliser: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    genre: str = ""
    version_of: str | None = None
    access: Access = "open"
    language: str = ""
    passages: tuple[Passage, ...] = ()
    offsets: OffsetMap = _NO_OFFSETS

    @property
    def id(self) -> str:
        """Return the id: a hash of the card, so evidence that carries the card can be checked."""
        return content_id("doc", self.card())

    def card(self) -> dict[str, object]:
        """Return everything but passages and offsets, which `text_root` and the bytes determine."""
        return {
            "origin_key": self.origin_key,
            "url": self.url,
            "title": self.title,
            "publisher": self.publisher,
            "author": self.author,
            "genre": self.genre,
            "doc_date": self.doc_date,
            "lineage": self.lineage,
            "media_type": self.media_type,
            "bytes_sha256": self.bytes_sha256,
            "text_sha256": self.text_sha256,
            "text_root": self.text_root,
            "normaliser": self.normaliser,
            "version_of": self.version_of,
            "access": self.access,
            "language": self.language,
        }

    @property
    def date_edtf(self) -> str | None:
        """Return the document date as EDTF, or `None` where it is not known."""
        return self.doc_date.edtf if isinstance(self.doc_date, When) else None

    def same_capture(self, other: Document) -> bool:
        """Say whether `other` differs in nothing but the version it replaces."""
        return {**self.card(), "version_of": None} == {**other.card(), "version_of": None}


def passage_at(document: Document, offset: int) -> int | None:
    """Return the index of the passage that holds code point `offset`, if any."""
    for index, passage in enumerate(document.passages):
        if passage.extent.start <= offset < passage.extent.end:
            return index
    return None
