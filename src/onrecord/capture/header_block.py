"""The header block of a text file: `key: value` lines at its top, ended by a line of three hyphens.

Both ways in use are read: with an opening line of hyphens (YAML front matter) and without. The
block stays in the text as a passage of role `metadata`, so offsets count from the start of the
file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.capture.cut import Findings
from onrecord.domain.span import Extent

_RULE = re.compile(r"-{3,}\s*")
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9_ -]{0,30}?)\s*:(?:\s+(.*))?")
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_MAX_LINES = 60
_KNOWN = {
    "url": "url",
    "link": "url",
    "date": "date",
    "published": "date",
    "publication date": "date",
    "pubdate": "date",
    "outlet": "publisher",
    "publisher": "publisher",
    "source": "source",
    "site": "publisher",
    "title": "title",
    "headline": "title",
    "author": "author",
    "byline": "author",
    "language": "language",
    "lang": "language",
    "genre": "genre",
    "type": "genre",
    "origin": "origin",
    "wire": "origin",
}


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """What the block says, where the text after it begins, and where the words of its title stand."""

    findings: Findings
    end: int
    title: Extent | None = None


def read_header_block(text: str) -> HeaderBlock | None:
    """Return the header block at the top of `text`, or `None` where there is none.

    Lines that merely contain a colon are no header: every line must be a field, one field at least
    must be known, and a line of hyphens must end the block.
    """
    at = 1 if text.startswith("\ufeff") else 0
    fields: dict[str, str] = {}
    title: Extent | None = None
    for number, line in enumerate(_LINES.finditer(text, at)):
        words = line.group().strip()
        if number > _MAX_LINES or line.end() == line.start():
            return None
        if _RULE.fullmatch(words):
            if number == 0:
                continue
            end = line.start() + len(line.group().rstrip())
            return HeaderBlock(_findings(fields), end, title) if fields else None
        found = _FIELD.fullmatch(words)
        if found is None and words:
            return None
        if found and (known := _KNOWN.get(found.group(1).lower().replace("_", " "))):
            value = _unquoted((found.group(2) or "").strip())
            if known == "title" and value and "title" not in fields:
                begin = line.start() + line.group().rindex(value)
                title = Extent(begin, begin + len(value))
            fields.setdefault(known, value)
    return None


def _unquoted(value: str) -> str:
    """Return a value without the quotation marks around all of it; those of its own words stay."""
    mark = value[:1]
    whole = len(value) > 1 and mark in "\"'" and value.endswith(mark)
    return value[1:-1].strip() if whole and mark not in value[1:-1] else value


def _findings(fields: dict[str, str]) -> Findings:
    date = fields.get("date")
    url = fields.get("url", "")
    return Findings(
        dates=(("header block date", date),) if date else (),
        url=url if url.startswith(("http://", "https://")) else None,
        title=fields.get("title") or None,
        publisher=fields.get("publisher") or fields.get("source") or None,
        author=fields.get("author") or None,
        genre=fields.get("genre", ""),
        language=fields.get("language", ""),
        feed_source=fields.get("origin") or None,
    )
