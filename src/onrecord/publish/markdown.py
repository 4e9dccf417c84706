"""A brief in Markdown: sentences with footnotes, and the evidence in a block at the end."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.publish.markup import plain
from onrecord.publish.view import Card, Chapter, Entry, Group, Line, Page, Paper, Ruling

FIRST_LINE = "<!-- onrecord brief -->"
LAST_LINE = "<!-- end of brief -->"
FENCE = "```json onrecord-evidence"


def markdown_of(page: Page, *, digest: str, evidence: str) -> str:
    """Return the page as Markdown; hostile words cannot become markup."""
    lines = [FIRST_LINE, "", f"# {plain(page.title)}", ""]
    if page.as_of:
        lines += [f"As of {page.as_of}", ""]
    if page.lead is not None:
        lines += [f"**{_text(page.lead)}**{_notes(page.lead)}", ""]
    for chapter in page.chapters:
        lines += _chapter(chapter, page)
    if page.cards:
        lines += ["## Evidence", ""]
    for card in page.cards:
        lines += [_footnote(card), ""]
    lines += [line for one in page.rulings for line in (_ruling(one), "")]
    lines += [line for one in page.entries for line in (_entry(one), "")]
    lines += [
        "## How to check this brief", "",
        "Run `onrecord verify` on this file; it needs no network.", "",
        f"Evidence digest: `{digest}`  ",
        f"Ledger: {page.sequence} entries, head `{page.head}`  ",
        f"Compiled by {plain(page.generator)}", "",
        FENCE, evidence, "```", "", LAST_LINE, "",
    ]  # fmt: skip
    return "\n".join(lines)


def _chapter(chapter: Chapter, page: Page) -> Iterator[str]:
    yield from (f"## {chapter.heading}", "")
    for group in chapter.groups:
        yield from _group(group)
    if chapter.id == "sources":
        for paper in page.papers:
            yield _paper(paper)
        yield ""


def _group(group: Group) -> Iterator[str]:
    if group.heading is not None:
        yield from (f"### {_text(group.heading)}", "")
    for topic in group.topics:
        yield f"- {_text(topic.line)}{_notes(topic.line)}"
        for line in topic.under:
            yield f"  - {_text(line)}{_notes(line)}"
        for line in topic.reasons:
            yield f"  - {topic.why}: {_text(line)}{_notes(line)}"
    if group.topics and group.rows:
        yield ""
    if group.rows:
        columns = [*(plain(name) for name in group.columns), "Evidence"]
        yield f"| {' | '.join(columns)} |"
        yield f"|{' --- |' * len(columns)}"
        for row in group.rows:
            cells = [plain("".join(part.words for part in cell)) for cell in row.cells]
            yield f"| {' | '.join(cells)} | {_notes(row)} |"
        yield ""
    for line in group.lines:
        yield f"- {_text(line)}{_notes(line)}"
    yield ""


def _text(line: Line) -> str:
    return plain("".join(part.words for cell in line.cells for part in cell))


def _notes(line: Line) -> str:
    notes = [f"[^{chip}]" if chip.startswith("c") else f" ({chip})" for chip in line.chips]
    return "".join([*notes, f" and {line.more} more"] if line.more else notes)


def _ruling(one: Ruling) -> str:
    return (
        f"- {one.id}: {one.kind}, by {plain(one.by)}, {one.at}: “{plain(one.why)}”. About "
        f"{', '.join(plain(name) for name in one.subjects)}. {one.decision}"
    )


def _entry(one: Entry) -> str:
    words = f"“{plain(one.words)}” " if one.words else ""
    return (
        f"- {one.id}: {one.kind}, by {plain(one.by)}, {one.at}: {words}{plain(one.record)}. Record: "
        f"{plain(one.payload)}"
    )


def _footnote(card: Card) -> str:
    words = " … ".join(plain(excerpt.words) for excerpt in card.excerpts)
    paper = card.paper
    facts = "; ".join(f"{name}: {plain(value)}" for name, value in card.facts)
    link = f" <{card.link}>" if card.link else ""
    return (
        f"[^{card.id}]: “{words}” — {plain(paper.publisher or 'publisher not known')}, "
        f"{paper.date}.{' ' + facts + '.' if facts else ''} Document {paper.id}, characters "
        f"{card.offsets}, text SHA-256 `{paper.text_sha256}`.{link}"
    )


def _paper(paper: Paper) -> str:
    title = f"“{plain(paper.title)}”" if paper.title else "without a headline"
    link = f" <{paper.link}>" if paper.link else ""
    replaced = f", replaces {paper.replaces}" if paper.replaces else ""
    return (
        f"- {paper.id}: {title}, {plain(paper.publisher or 'publisher not known')}, date "
        f"{paper.date}, origin {plain(paper.origin)}{replaced}. Bytes SHA-256 "
        f"`{plain(paper.bytes_sha256)}`, text SHA-256 `{plain(paper.text_sha256)}`.{link}"
    )
