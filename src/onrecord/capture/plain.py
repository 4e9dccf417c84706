"""Plain text and Markdown: the text is the decoded file itself, cut into passages.

A blank line ends a paragraph. Whether a single line break does is told from the lines themselves:
in text wrapped to a width, the next word would not have fitted on the line before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.capture.boilerplate import is_boilerplate
from onrecord.domain.document import Passage, PassageRole
from onrecord.domain.span import Extent

#: Nobody wraps text to lines longer than this.
_MAX_WIDTH = 120
#: Nobody wraps text to lines shorter than this.
_MIN_WIDTH = 40
#: A line that leaves this much of the width free was ended on purpose (proportional fonts vary).
_FREE_SHARE = 0.75
_LINE = re.compile(r"[^\r\n\f\v\u2028\u2029]+")
_MAX_HEADING_CHARS = 90
_MAX_HEADING_WORDS = 14
_ENDS = tuple(".!?:;,…\"”’'»")
_BULLET = re.compile(r"\s*(?:[-*+•–—]|\d{1,3}[.)]|\(?[a-z0-9]\))\s+\S")
_MARKED_HEADING = re.compile(r"\s{0,3}#{1,6}\s+\S")
_RULE = re.compile(r"\s*([-=_*]\s*){3,}")


def split_passages(text: str, *, start: int = 0) -> tuple[Passage, ...]:
    """Return the passages of `text` from offset `start` on: headings, bodies and boilerplate.

    White space around a passage belongs to none; every other character belongs to exactly one.
    """
    extents = tuple(_paragraphs(text, start))
    return tuple(
        Passage(extent, _role(extent.of(text), is_last=index == len(extents) - 1))
        for index, extent in enumerate(extents)
    )


def _role(words: str, *, is_last: bool) -> PassageRole:
    if is_boilerplate(words) or _RULE.fullmatch(words):
        return "boilerplate"
    return "heading" if _is_heading(words, is_last=is_last) else "body"


def _is_heading(words: str, *, is_last: bool) -> bool:
    """Say whether a passage is a heading: marked as one, or short, on one line, without a stop."""
    if _MARKED_HEADING.match(words):
        return "\n" not in words
    return (
        not is_last
        and "\n" not in words
        and len(words) <= _MAX_HEADING_CHARS
        and len(words.split()) <= _MAX_HEADING_WORDS
        and not words.endswith(_ENDS)
        and not words.startswith(("-", "*", "+", "•", ">", "|"))
        and any(character.isalpha() for character in words)
    )


def _paragraphs(text: str, start: int) -> Iterator[Extent]:
    """Yield the extents of the paragraphs, without the white space around them."""
    lines = [extent for extent in _lines(text, start) if extent.of(text).strip()]
    width = _width(lines)
    opened: Extent | None = None
    before: Extent | None = None
    for line in lines:
        if opened and before and not _goes_on(text, before, line, width=width):
            yield Extent(opened.start, before.end)
            opened = None
        opened = opened or line
        before = line
    if opened and before:
        yield Extent(opened.start, before.end)


def _lines(text: str, start: int) -> Iterator[Extent]:
    for found in _LINE.finditer(text, start):
        words = found.group()
        indent = len(words) - len(words.lstrip())
        length = len(words.strip())
        yield Extent(found.start() + indent, found.start() + indent + length)


def _width(lines: list[Extent]) -> int:
    """Return the width the text is wrapped to, or 0 where its line breaks end paragraphs."""
    lengths = sorted(len(line) for line in lines)
    if not lengths or lengths[-1] > _MAX_WIDTH:
        longest = [length for length in lengths if length > _MAX_WIDTH]
        if not lengths or len(longest) > max(1, len(lengths) // 50):
            return 0
        lengths = [length for length in lengths if length <= _MAX_WIDTH]
    return lengths[-1] if lengths and lengths[-1] >= _MIN_WIDTH else 0


def _goes_on(text: str, before: Extent, line: Extent, *, width: int) -> bool:
    """Say whether `line` continues the paragraph of the line before it."""
    between = text[before.end : line.start]
    if not width or between.count("\n") + between.count("\r") - between.count("\r\n") > 1:
        return False
    if "\f" in between or any(_starts_new(extent.of(text)) for extent in (line,)):
        return False
    if _MARKED_HEADING.match(before.of(text)):
        return False
    needed = len(before) + 1 + len(line.of(text).split(maxsplit=1)[0])
    if needed > width:
        return True
    ended = before.of(text).endswith((".", "!", "?", ":", "”", '"'))
    return not ended and needed > width * _FREE_SHARE


def _starts_new(words: str) -> bool:
    return bool(_BULLET.match(words) or _MARKED_HEADING.match(words) or _RULE.fullmatch(words))
