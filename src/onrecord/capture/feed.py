"""RSS and Atom feeds: every item becomes a document of its own.

What is archived for an item is its own element of the feed, so that tomorrow's feed, with one item
more, does not make new versions of all the others. feedparser gets a stream and never an address:
it would fetch it.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

import feedparser

from onrecord.capture.cut import Cut, Findings, Run, join_runs
from onrecord.capture.decode import decode
from onrecord.capture.html_scan import Page, scan
from onrecord.capture.html_text import cut_fragment
from onrecord.domain.errors import ContentError
from onrecord.domain.span import Piece

Entry = Any  # a feedparser dictionary: the library ships no types

_ITEM = re.compile(
    r"<((?:[\w-]+:)?(?:item|entry))(?:\s[^>]*)?>.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_DATES = ("published", "issued", "created", "date")
_OPENING = re.compile(rb"<(?:[\w-]+:)?(?:item|entry)\b", re.IGNORECASE)
_MAX_ITEMS = 5000
_MAX_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item: the bytes of its element, the text cut from it, what it says about itself."""

    content: bytes
    cut: Cut
    findings: Findings


def read_feed(content: bytes, *, name: str, media_type: str | None = None) -> tuple[FeedItem, ...]:
    """Return the items of a feed in its order; an item without any words is left out.

    Raises:
        ContentError: the bytes are no feed, or no item of it has words.
    """
    if len(content) > _MAX_BYTES or len(_OPENING.findall(content)) > _MAX_ITEMS:
        raise ContentError(
            name, f"has more than {_MAX_ITEMS} items or 10 MB; split it and add the parts"
        )
    source = decode(content, name=name, media_type=media_type).text
    feed = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        raise ContentError(name, "is not an RSS or Atom feed; check the address of the feed")
    slices = [found.group() for found in _ITEM.finditer(source)]
    if len(slices) != len(feed.entries):
        slices = [_markup(entry) for entry in feed.entries]
    items = tuple(
        FeedItem(element.encode("utf-8", "surrogatepass"), cut, _findings(entry, feed.feed))
        for entry, element in zip(feed.entries, slices, strict=True)
        if (cut := _cut(entry, element, name)).text.strip()
    )
    if not items:
        raise ContentError(name, "is a feed without any items; nothing was added")
    return items


def _cut(entry: Entry, element: str, name: str) -> Cut:
    """Return the item's title and text; pieces count in `element` where its markup stands there."""
    runs: list[Run] = []
    for markup, is_title in ((str(entry.get("title", "")), True), (_markup(entry), False)):
        page = scan(markup, name=name)
        if not page.blocks:
            continue
        shift = element.find(markup)
        cut = _title(page) if is_title else cut_fragment(page)
        runs += _shifted(cut, shift)
    return join_runs(tuple(runs))


def _title(page: Page) -> Cut:
    cut = cut_fragment(page)
    return join_runs(tuple(Run(run.words, "heading", run.pieces) for run in _shifted(cut, 0)))


def _shifted(cut: Cut, shift: int) -> list[Run]:
    """Return the passages of `cut` as runs, their sources moved by `shift`; none where it is -1."""
    runs = []
    for passage in cut.passages:
        pieces = tuple(
            Piece(piece.text_start - passage.extent.start, piece.source_start + shift, piece.length)
            for piece in cut.offsets.pieces
            if passage.extent.start <= piece.text_start < passage.extent.end
        )
        runs.append(Run(passage.extent.of(cut.text), passage.role, pieces if shift >= 0 else ()))
    return runs


def _markup(entry: Entry) -> str:
    """Return the fullest text of the item: its content, else its summary."""
    contents = [str(one.get("value", "")) for one in entry.get("content", ())]
    return max((*contents, str(entry.get("summary", ""))), key=len)


def _findings(entry: Entry, feed: Entry) -> Findings:
    source = entry.get("source", {}).get("title") or ""
    identity = str(entry.get("id") or "")
    link = str(entry.get("link") or "")
    words = next((str(entry[key]) for key in _DATES if entry.get(key)), "")
    return Findings(
        dates=(("feed item date", words),) if words else (),
        url=link if link.startswith(("http://", "https://")) else None,
        title=" ".join(str(entry.get("title", "")).split()) or None,
        publisher=" ".join(str(feed.get("title", "")).split()) or None,
        author=entry.get("author") or None,
        genre="feed item",
        language=str(entry.get("language") or feed.get("language") or ""),
        feed_source=" ".join(source.split()) or None,
        message_id=identity or None,
    )
