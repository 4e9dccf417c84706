"""The visible words of an HTML source and where each stands in it.

The scanner reads the decoded source itself, because a parsed tree no longer knows offsets. It
splits what a reader would see into chunks, runs of characters copied letter for letter, and groups
them into blocks. It does not need well-formed input: what it takes apart differently from a
browser can at worst not be aligned, and is then kept without offsets.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.domain.errors import ContentError
from onrecord.domain.span import Piece

#: Elements whose content nobody sees.
_HIDDEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "textarea",
        "select",
        "object",
        "iframe",
        "canvas",
    ]
)
#: Elements that do not end a line of text; every other element does (a cell is part of its row).
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "td",
        "th",
        "label",
        "nobr",
        "amp-img",
        "picture",
        "source",
        "meta",
        "link",
    ]
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "param",
    ]
)
#: Elements whose end is often left out: a new one of the same name closes the old one.
_SELF_CLOSING = frozenset(["p", "li", "dt", "dd", "tr", "td", "th", "option"])
_CELLS = frozenset({"td", "th"})
_MARKED = [
    "article",
    "main",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "time",
    "button",
    "title",
    "body",
]

_TAG_START = re.compile(r"<(?=/?[A-Za-z]|[!?])")
_NAME = re.compile(r"/?([A-Za-z][A-Za-z0-9:-]*)")
_CLASS = re.compile(
    r"""\b(?:class|id|itemprop|rel)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
#: Marks without a shape of their own: they stay in the text and do not count in alignment.
MARKS = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_CHUNK = re.compile(rf"[{MARKS}]+|[^\s\x00-\x1f\x7f{MARKS}]+")
_IS_MARK = re.compile(rf"[{MARKS}]")
#: Longer than any report: twice a long novel. Taking such a page apart would hold up the batch.
MAX_WORDS = 250_000
#: How deep open elements are tracked. Deeper ones still yield their words.
_MAX_DEPTH = 400


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of visible characters without white space.

    Attributes:
        words: The characters.
        source_start: Where they stand in the source.
        copied: Whether the source has them letter for letter (not through a character reference).
        spaced: Whether white space stands before them in the same block.
        plainly: Whether the character before them in the source is a plain space.
        key_start: Where they stand in `Page.key`; marks have no letters there.
    """

    words: str
    source_start: int
    copied: bool
    spaced: bool
    plainly: bool
    key_start: int

    @property
    def key_length(self) -> int:
        """Return how many letters of `Page.key` are this chunk's."""
        return 0 if _IS_MARK.match(self.words) else len(self.words)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table row: chunks `[first, end)` and what holds them.

    Attributes:
        first: Index of the first chunk.
        end: Index after the last chunk.
        inside: Names of the open elements that matter ("article", "nav", "h1", "figcaption" …).
        classes: Class names, ids and item properties of the innermost open element, lower case.
        around: Those of the two elements around that one.
        linked: Whether all its words stand in links.
    """

    first: int
    end: int
    inside: frozenset[str]
    classes: str
    around: str
    linked: bool


@dataclass(frozen=True, slots=True)
class Page:
    """All visible words of a source; `key` is their letters without any white space."""

    key: str
    chunks: tuple[Chunk, ...]
    blocks: tuple[Block, ...]

    def words(self, block: Block) -> str:
        """Return the words of `block`, single spaces between them."""
        return render(self.chunks[block.first : block.end])[0]

    def key_extent(self, block: Block) -> tuple[int, int]:
        """Return where the letters of `block` stand in `key`."""
        last = self.chunks[block.end - 1]
        return self.chunks[block.first].key_start, last.key_start + last.key_length


def render(chunks: tuple[Chunk, ...]) -> tuple[str, tuple[Piece, ...]]:
    """Return the words of `chunks` and the pieces that are copied from the source.

    A space that stands as one plain space in the source belongs to the piece around it.
    """
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for index, chunk in enumerate(chunks):
        gap = 1 if index and chunk.spaced else 0
        if gap:
            parts.append(" ")
        start = length + gap
        length = start + len(chunk.words)
        parts.append(chunk.words)
        if not chunk.copied:
            continue
        before = pieces[-1] if pieces else None
        if before and _follows(before, chunk, start=start, gap=gap):
            size = length - before.text_start
            pieces[-1] = Piece(before.text_start, before.source_start, size)
        else:
            pieces.append(Piece(start, chunk.source_start, len(chunk.words)))
    return "".join(parts), tuple(pieces)


def _follows(before: Piece, chunk: Chunk, *, start: int, gap: int) -> bool:
    """Say whether `chunk` goes on where `before` ends, in the text and in the source alike."""
    return (
        start == before.text_start + before.length + gap
        and chunk.source_start == before.source_start + before.length + gap
        and (not gap or chunk.plainly)
    )


def scan(source: str, *, name: str) -> Page:
    """Return the visible words of `source`, in blocks, in order.

    Raises:
        ContentError: more words than any report has; `name` says of what.
    """
    return _Scanner(source, name).page()


@dataclass(slots=True)
class _Open:
    name: str
    classes: str


class _Scanner:
    """One pass over a source; holds the open elements and the block being filled."""

    def __init__(self, source: str, name: str) -> None:
        self.source = source
        self.name = name
        self.chunks: list[Chunk] = []
        self.keys: list[str] = []
        self.key_length = 0
        self.blocks: list[Block] = []
        self.open: list[_Open] = []
        self.first = 0
        self.spaced = False
        self.unlinked = False
        self.links = 0
        self.exhausted: set[str] = set()

    def page(self) -> Page:
        """Scan the source from end to end."""
        at = 0
        while at < len(self.source):
            found = _TAG_START.search(self.source, at)
            less = found.start() if found else len(self.source)
            self._words(at, less)
            if len(self.chunks) > MAX_WORDS:
                raise ContentError(
                    self.name,
                    f"has more than {MAX_WORDS:,} words on one page; cut out the part you need",
                )
            at = self._markup(less) if less < len(self.source) else less
        self._end_block()
        return Page("".join(self.keys), tuple(self.chunks), tuple(self.blocks))

    def _markup(self, at: int) -> int:
        """Take the markup at `at` and return the offset after it."""
        if self.source.startswith("<!--", at):
            return self._after("-->", at + 4)
        if self.source.startswith(("<!", "<?"), at):
            return self._after(">", at)
        name = _NAME.match(self.source, at + 1)
        assert name is not None
        end = self._tag_end(name.end())
        tag = name.group(1).lower()
        if self.source[at + 1] == "/":
            self._close(tag)
            return end
        if tag in _HIDDEN:
            return self._after_element(tag, end)
        self._open(tag, self.source[name.end() : end])
        return end

    def _after(self, mark: str, at: int) -> int:
        if mark in self.exhausted:
            return len(self.source)
        found = self.source.find(mark, at)
        if found == -1:
            self.exhausted.add(mark)
            return len(self.source)
        return found + len(mark)

    def _after_element(self, tag: str, at: int) -> int:
        """Return the offset after the end of a hidden element; one never closed hides nothing."""
        if self.source[at - 2 : at] == "/>" or tag in self.exhausted:
            return at
        closing = re.compile(rf"</{tag}\b[^>]*>", re.IGNORECASE).search(self.source, at)
        if closing is None:
            self.exhausted.add(tag)
            return len(self.source) if tag in {"script", "style"} else at
        return closing.end()

    def _tag_end(self, at: int) -> int:
        """Return the offset after the `>` of a tag; quotes count only after an equals sign."""
        while True:
            close = self.source.find(">", at)
            if close == -1:
                return len(self.source)
            equals = self.source.find("=", at, close)
            if equals == -1:
                return close + 1
            at = self._after_value(equals + 1)

    def _after_value(self, at: int) -> int:
        while at < len(self.source) and self.source[at] in " \t\r\n\f":
            at += 1
        quote = self.source[at : at + 1]
        if quote not in ('"', "'") or quote in self.exhausted:
            return at
        closing = self.source.find(quote, at + 1)
        if closing == -1:
            self.exhausted.add(quote)
            return at + 1
        return closing + 1

    def _open(self, tag: str, attributes: str) -> None:
        if tag in _CELLS:
            self.spaced = True
        elif tag not in _INLINE:
            self._end_block()
        if tag in _VOID or attributes.endswith("/>"):
            return
        if tag in _SELF_CLOSING and self.open and self.open[-1].name == tag:
            self.open.pop()
        if tag == "a":
            self.links += 1
        if len(self.open) < _MAX_DEPTH:
            named = " ".join(a or b or c for a, b, c in _CLASS.findall(attributes))
            self.open.append(_Open(tag, named.lower()))

    def _close(self, tag: str) -> None:
        if tag not in _INLINE:
            self._end_block()
        elif tag in _CELLS:
            self.spaced = True
        if tag == "a":
            self.links = max(0, self.links - 1)
        for index in range(len(self.open) - 1, max(-1, len(self.open) - 40), -1):
            if self.open[index].name == tag:
                del self.open[index:]
                return

    def _end_block(self) -> None:
        if len(self.chunks) > self.first:
            inside = frozenset(one.name for one in self.open).intersection(_MARKED)
            nearest = [one.classes for one in self.open if one.name not in _INLINE][-3:]
            self.blocks.append(
                Block(
                    self.first,
                    len(self.chunks),
                    inside=inside,
                    classes=" ".join(nearest[-1:]),
                    around=" ".join(nearest[:-1]),
                    linked=not self.unlinked,
                )
            )
        self.first = len(self.chunks)
        self.spaced = False
        self.unlinked = False

    def _words(self, start: int, end: int) -> None:
        """Take the characters `[start, end)` as text."""
        at = start
        for entity in _entities(self.source, start, end):
            self._plain(at, entity.start())
            self._reference(entity)
            at = entity.end()
        self._plain(at, end)

    def _plain(self, start: int, end: int) -> None:
        at = start
        for found in _CHUNK.finditer(self.source, start, end):
            self._space(at, found.start())
            self._add(found.group(), found.start(), copied=True)
            at = found.end()
        self._space(at, end)

    def _space(self, start: int, end: int) -> None:
        """Note white space between two runs; a control character alone parts no word."""
        if not self.spaced and end > start:
            self.spaced = any(character.isspace() for character in self.source[start:end])

    def _reference(self, entity: re.Match[str]) -> None:
        meaning = html.unescape(entity.group())
        if meaning == entity.group():
            self._plain(entity.start(), entity.end())
            return
        for part in _CHUNK.findall(meaning) or ():
            self._add(part, entity.start(), copied=False)
        if not _CHUNK.search(meaning):
            self.spaced = True

    def _add(self, words: str, source_start: int, *, copied: bool) -> None:
        chunk = Chunk(
            words,
            source_start,
            copied=copied,
            spaced=self.spaced,
            plainly=self.source[source_start - 1 : source_start] == " ",
            key_start=self.key_length,
        )
        self.chunks.append(chunk)
        if chunk.key_length:
            self.keys.append(words)
            self.key_length += len(words)
            self.unlinked = self.unlinked or not self.links
        self.spaced = False


def _entities(source: str, start: int, end: int) -> Iterator[re.Match[str]]:
    if source.find("&", start, end) == -1:
        return iter(())
    return _ENTITY.finditer(source, start, end)
