"""The main text of an HTML page, each letter traced to the source where that is possible.

trafilatura decides which words are the article. The words themselves are then taken from the
source, by aligning what it returned with the visible letters of the page (`html_scan`): exactly,
white space aside, never loosely. A paragraph that cannot be aligned keeps trafilatura's words and
has no offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from lxml.etree import LxmlError, strip_elements
from trafilatura import bare_extraction

from onrecord.capture.boilerplate import is_boilerplate, is_stamp
from onrecord.capture.cut import Cut, Run, join_runs
from onrecord.capture.html_scan import MARKS, Block, Page, render
from onrecord.domain.document import PassageRole

Tree = Any  # an lxml element: lxml ships no types

_NOT_KEY = re.compile(rf"[\s\x00-\x1f\x7f{MARKS}]+")
_UNITS = frozenset({"p", "head", "item", "quote", "cell", "code", "list", "table", "row"})
#: Shorter words could stand anywhere: they must be a whole block.
_SURE_LETTERS = 20
_MAX_TRIES = 50
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_OUTSIDE = frozenset({"nav", "header", "footer", "aside", "form", "button"})
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:byline|caption|figcaption|credits?|newsletters?|subscri\w*|paywall|teasers?|promo|"
    r"cookies?|consent|advert\w*|share|sharing|social|related|signup|copyright)(?:$|[\s_-])"
)
#: Classes that make a block we would otherwise drop worth keeping as boilerplate.
_KEPT = re.compile(
    r"(?:^|[\s_-])(?:byline|caption|newsletters?|subscri\w*|paywall|teasers?|signup)(?:$|[\s_-])"
)
_MAX_FURNITURE_CHARS = 300


def cut_page(page: Page, tree: Tree, *, url: str | None, title: str | None) -> Cut:
    """Return the main text of `page`: its title, its paragraphs, and furniture kept but not read.

    Args:
        page: The visible words of the source.
        tree: The same page, parsed.
        url: Its address, which some rules of trafilatura look at.
        title: The headline by metadata, to know the page's own among its headings.
    """
    body = _main_body(tree, url)
    if body is None:
        return cut_fragment(page)
    selected, loose = _align(page, _units(body))
    if not selected and not loose:
        return cut_fragment(page)
    headline = _headline(page, title)
    runs: list[Run] = [*loose.pop(-1, ())]
    for index, block in enumerate(page.blocks):
        is_heading = index == headline or _heads_selected(block, index, selected)
        run = _run(page, block, selected.get(index), is_heading=is_heading)
        runs += [run] if run else []
        runs += loose.pop(index, ())
    return join_runs(tuple(runs))


def cut_fragment(page: Page) -> Cut:
    """Return all words of `page` outside its navigation, without asking what is the article."""
    blocks = [block for block in page.blocks if not block.inside & _OUTSIDE] or list(page.blocks)
    runs = []
    for block in blocks:
        words, pieces = render(page.chunks[block.first : block.end])
        runs.append(Run(words, _role(block, words, is_kept=True), pieces))
    return join_runs(tuple(runs))


def _main_body(tree: Tree, url: str | None) -> Tree | None:
    """Return trafilatura's tree of the article; `None` where it finds none or fails on the page."""
    # What stands in these is not seen by a reader whose browser shows the page.
    strip_elements(tree, "noscript", "template", with_tail=False)
    try:
        document = bare_extraction(tree, url=url, fast=True, include_comments=False)
    except (LxmlError, RecursionError, AttributeError, IndexError, KeyError, UnicodeError):
        return None
    return getattr(document, "body", None)


def _units(element: Tree) -> list[tuple[str, ...]]:
    """Return the paragraphs of the article, each as its text nodes, in order."""
    if not any(child.tag in _UNITS for child in element):
        return [tuple(element.itertext())]
    units: list[tuple[str, ...]] = [(element.text or "",)]
    for child in element:
        units += _units(child) if child.tag in _UNITS else [tuple(child.itertext())]
        units.append((child.tail or "",))
    return [unit for unit in units if "".join(unit).strip()]


def _align(
    page: Page, units: list[tuple[str, ...]]
) -> tuple[dict[int, list[tuple[int, int]]], dict[int, list[Run]]]:
    """Find every unit among the letters of the page.

    Returns:
        The extents of letters selected in each block, by index of block; and the runs that could
        not be aligned, by index of the block they follow.
    """
    starts = [page.key_extent(block)[0] for block in page.blocks]
    ends = {page.key_extent(block)[1] for block in page.blocks}
    finder = _Finder(page.key, frozenset(starts), frozenset(ends))
    selected: dict[int, list[tuple[int, int]]] = {}
    loose: dict[int, list[Run]] = {}
    last = -1
    for unit in units:
        extents = finder.find_unit(unit)
        for start, end in extents:
            index = bisect_right(starts, start) - 1
            while index < len(starts) and starts[index] < end:
                selected.setdefault(index, []).append((start, end))
                last = index
                index += 1
        words = " ".join("".join(unit).split())
        if not extents and words:
            role: PassageRole = "boilerplate" if is_boilerplate(words) else "body"
            loose.setdefault(last, []).append(Run(words, role))
    return selected, loose


class _Finder:
    """Looks for words among the letters of a page, going on from where the last ones stood."""

    def __init__(self, key: str, starts: frozenset[int], ends: frozenset[int]) -> None:
        self.key = key
        self.starts = starts
        self.ends = ends
        self.cursor = 0

    def find_unit(self, unit: tuple[str, ...]) -> list[tuple[int, int]]:
        """Return where the letters of `unit` stand: in one run, else each of its text nodes."""
        whole = self._find("".join(unit))
        if whole:
            self.cursor = whole[1]
            return [whole]
        cursor = self.cursor
        found: list[tuple[int, int]] = []
        for node in unit:
            if not _NOT_KEY.sub("", node):
                continue
            extent = self._find(node)
            if extent is None:
                self.cursor = cursor
                return []
            found.append(extent)
            self.cursor = extent[1]
        return found

    def _find(self, words: str) -> tuple[int, int] | None:
        letters = _NOT_KEY.sub("", words)
        if not letters:
            return None
        for start in (self.cursor, 0):
            at = self.key.find(letters, start)
            for _ in range(_MAX_TRIES):
                if at == -1 or self._is_sure(at, letters):
                    break
                at = self.key.find(letters, at + 1)
            if at != -1 and self._is_sure(at, letters):
                return at, at + len(letters)
        return None

    def _is_sure(self, at: int, letters: str) -> bool:
        if len(letters) >= _SURE_LETTERS:
            return True
        return at in self.starts and at + len(letters) in self.ends


def _run(
    page: Page, block: Block, extents: list[tuple[int, int]] | None, *, is_heading: bool
) -> Run | None:
    """Return the run for one block: its selected words, or all of it where it is furniture."""
    words, pieces = render(page.chunks[block.first : block.end])
    if extents is None:
        if is_heading:
            return Run(words, "heading", pieces)
        return Run(words, "boilerplate", pieces) if _is_kept_furniture(block, words) else None
    start, end = page.key_extent(block)
    if sum(min(b, end) - max(a, start) for a, b in extents) < end - start:
        words, pieces = render(_selected_chunks(page, block, extents))
    if not words:
        return None
    return Run(words, "heading" if is_heading else _role(block, words, is_kept=True), pieces)


def _heads_selected(block: Block, index: int, selected: dict[int, list[tuple[int, int]]]) -> bool:
    """Say whether a heading that trafilatura left out stands right above words that it kept.

    The hours of a live blog are such headings.
    """
    return (
        bool(block.inside & _HEADINGS)
        and not block.linked
        and not block.inside & _OUTSIDE
        and index + 1 in selected
        and min(selected) < index
    )


def _selected_chunks(page: Page, block: Block, extents: list[tuple[int, int]]) -> tuple[Any, ...]:
    """Return the chunks with a selected letter; a word is never cut."""
    return tuple(
        chunk
        for chunk in page.chunks[block.first : block.end]
        if any(a < chunk.key_start + chunk.key_length and chunk.key_start < b for a, b in extents)
    )


def _role(block: Block, words: str, *, is_kept: bool) -> PassageRole:
    short = len(words) <= _MAX_FURNITURE_CHARS
    if "figcaption" in block.inside or is_boilerplate(words):
        return "boilerplate"
    if short and is_kept and _FURNITURE.search(block.classes):
        return "boilerplate"
    if "time" in block.inside and is_stamp(words):
        return "boilerplate"
    return "heading" if block.inside & _HEADINGS else "body"


def _is_kept_furniture(block: Block, words: str) -> bool:
    """Say whether a block that is not of the article is still kept: captions, appeals, bylines."""
    if "nav" in block.inside or len(words) > _MAX_FURNITURE_CHARS:
        return False
    return (
        "figcaption" in block.inside
        or is_boilerplate(words)
        or bool(_KEPT.search(block.classes) or _KEPT.search(block.around))
    )


def _headline(page: Page, title: str | None) -> int | None:
    """Return the index of the page's own headline among its blocks."""
    firsts = [index for index, block in enumerate(page.blocks) if "h1" in block.inside]
    if not title:
        return firsts[0] if len(firsts) == 1 else None
    wanted = _NOT_KEY.sub("", title).casefold()
    for index in firsts:
        start, end = page.key_extent(page.blocks[index])
        letters = page.key[start:end].casefold()
        if letters and (letters in wanted or wanted in letters):
            return index
    return None
