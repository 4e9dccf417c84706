"""Naming what differs between a file and what its evidence renders to.

That they differ is already settled, letter by letter, by the caller; the parsing here serves only to say
where. A difference nobody can name is still reported, by line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from onrecord.domain.brief import Brief
from onrecord.publish.check import Failure
from onrecord.publish.render import EVIDENCE_ID

_VOID = frozenset({"meta", "br", "img", "link", "input", "hr", "wbr", "source", "col", "base"})
_SHOWN_CHARS = 160


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page shows, by place.

    Attributes:
        evidence: The contents of every evidence block.
        is_brief: Whether the page says it is a brief or has sentences marked as one does.
        sentences: Id and text of each marked sentence, in order.
        places: Id and text of each card and document, in order.
        rest: Text outside of those, in order.
        source: The page itself.
    """

    evidence: tuple[str, ...]
    is_brief: bool
    sentences: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]
    rest: tuple[str, ...]
    source: str


def read_page(source: str) -> PageText:
    """Return what a page shows; no page is malformed enough to fail."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return PageText(
        evidence=tuple(reader.evidence),
        is_brief=reader.generator or bool(reader.found["sentence"]),
        sentences=tuple(reader.found["sentence"]),
        places=tuple(reader.found["place"]),
        rest=tuple(text for text in reader.rest if text),
        source=source,
    )


def differing_page(page: PageText, expected: str, brief: Brief) -> Iterator[Failure]:
    """Yield what a page shows beyond or against what its evidence gives."""
    if len(page.evidence) > 1:
        yield Failure("evidence", "", "the page holds more than one evidence block")
    if not expected:
        yield from _text_differences(page.sentences, brief)
        return
    right = read_page(expected)
    found = [
        *_sentence_differences(page.sentences, right.sentences),
        *_place_differences(page, right, brief),
        *_rest_differences(page, right),
    ]
    yield from found or _line_difference(page.source, expected)


def differing_lines(text: str, expected: str, brief: Brief) -> Iterator[Failure]:
    """Yield the lines of Markdown that differ, naming the sentence where one is concerned."""
    if not expected:
        return
    theirs, ours = text.rstrip().split("\n"), expected.rstrip().split("\n")
    by_text = {sentence.text: sentence for sentence in brief.all_sentences()}
    known = set(ours)
    missing = [line for line in ours if line not in set(theirs)]
    for line in [line for line in theirs if line not in known]:
        near = max(missing, key=lambda other: _likeness(line, other), default="")
        sentence = next((one for words, one in by_text.items() if near and words in near), None)
        yield Failure(
            sentence.id if sentence else "page", line[:_SHOWN_CHARS],
            "the line is not what the evidence gives"
            + (f": {near[:_SHOWN_CHARS]}" if near else "; it is not in the evidence"),
        )  # fmt: skip
    if set(theirs) == known or not set(theirs) - known:
        yield from _line_difference(text, expected)


def _likeness(a: str, b: str) -> int:
    """Return how many letters two lines share at their beginning and end."""
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    for x, y in zip(reversed(a), reversed(b), strict=False):
        if x != y:
            break
        shared += 1
    return shared


def _sentence_differences(
    theirs: tuple[tuple[str, str], ...], ours: tuple[tuple[str, str], ...]
) -> Iterator[Failure]:
    texts = dict(ours)
    seen: set[str] = set()
    for name, text in theirs:
        if name not in texts:
            yield Failure(name, text, "the sentence is not in the evidence")
        elif name in seen:
            yield Failure(name, text, "the sentence stands twice")
        elif text != texts[name]:
            yield Failure(name, text, f"the evidence gives: {texts[name]}")
        seen.add(name)
    for name, text in ours:
        if name not in seen:
            yield Failure(name, text, "the sentence was taken out of the page")
    if [name for name, _ in theirs if name in texts] != [name for name, _ in ours] and not (
        {name for name, _ in ours} - seen
    ):
        yield Failure("page", "", "the sentences do not stand in their order, or not once each")


def _place_differences(page: PageText, right: PageText, brief: Brief) -> Iterator[Failure]:
    users: dict[str, tuple[str, str]] = {}
    for sentence in brief.all_sentences():
        for support in sentence.support:
            users.setdefault(support.id, (sentence.id, sentence.text))
    theirs, ours = dict(page.places), dict(right.places)
    for name in [*ours, *(name for name in theirs if name not in ours)]:
        if theirs.get(name) == ours.get(name):
            continue
        where, text = users.get(name, (name, ""))
        why = "was taken out" if name not in theirs else "does not show what the evidence gives"
        why = "is not in the evidence" if name not in ours else why
        yield Failure(where, text, f"the evidence card {name} {why}")


def _rest_differences(page: PageText, right: PageText) -> Iterator[Failure]:
    ours = list(right.rest)
    for text in page.rest:
        if text in ours:
            ours.remove(text)
        else:
            yield Failure(
                "page", text[:_SHOWN_CHARS], "these words stand in no sentence of the brief"
            )
    for text in ours:
        yield Failure("page", text[:_SHOWN_CHARS], "these words were taken out of the page")


def _line_difference(source: str, expected: str) -> Iterator[Failure]:
    theirs, ours = source.rstrip().split("\n"), expected.rstrip().split("\n")
    for at, (a, b) in enumerate(zip(theirs, ours, strict=False), start=1):
        if a != b:
            yield Failure(
                "page", a.strip()[:_SHOWN_CHARS],
                f"line {at} holds something, seen or unseen, that the evidence does not give",
            )  # fmt: skip
            return
    yield Failure("page", "", f"it has {len(theirs)} lines where the evidence gives {len(ours)}")


def _text_differences(sentences: tuple[tuple[str, str], ...], brief: Brief) -> Iterator[Failure]:
    """Yield sentences that differ from evidence which is itself too broken to be laid out."""
    rows = {row.id for part in brief.sections for block in part.blocks for row in block.rows}
    texts = {one.id: " ".join(one.text.split()) for one in brief.all_sentences()}
    for name, text in sentences:
        if name not in rows and texts.get(name) != text:
            yield Failure(name, text, f"the evidence gives: {texts.get(name, 'no such sentence')}")


class _Reader(HTMLParser):
    """Sorts a page's text by the innermost place that holds it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.evidence: list[str] = []
        self.generator = False
        self.found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.rest: list[str] = []
        self._open: list[tuple[str, str, str]] = []
        self._texts: list[list[str]] = []
        self._data: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "meta" and named.get("content") == "onrecord brief":
            self.generator = True
        if tag in _VOID:
            return
        if tag in ("script", "style"):
            self._data = []
            self._open.append((tag, "evidence" if named.get("id") == EVIDENCE_ID else "code", ""))
            return
        kind, name = "", named.get("id") or ""
        if "data-sentence" in named:
            kind, name = "sentence", named["data-sentence"] or ""
        elif {"card", "paper"} & set((named.get("class") or "").split()):
            kind = "place"
        self._open.append((tag, kind, name))
        if kind:
            self._texts.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag not in (opened for opened, _, _ in self._open):
            return
        while self._open:
            opened, kind, name = self._open.pop()
            if kind in ("sentence", "place"):
                words = " ".join("".join(self._texts.pop()).split())
                self.found[kind].append((name, words))
            elif kind in ("evidence", "code"):
                if kind == "evidence":
                    self.evidence.append("".join(self._data or []))
                self._data = None
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._data is not None:
            self._data.append(data)
        elif self._texts:
            self._texts[-1].append(data)
        else:
            self.rest.append(" ".join(data.split()))
