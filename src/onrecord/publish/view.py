"""What layouts print: sentences in parts with their chips, and a card for each piece of evidence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from onrecord.domain.brief import Block, Brief, Citation, CitedDecision, Figure, Sentence, Topic
from onrecord.domain.hypothesis import Hypothesis, Indicator
from onrecord.domain.ledger import Record
from onrecord.domain.question import GivenForecast, GivenResolution, Question
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.evidence import Evidence, Source
from onrecord.publish.forms import parts_of
from onrecord.publish.fragment import live_link
from onrecord.publish.judged_forms import columns_of_ratings
from onrecord.publish.parts import Part, origin_words, speakers
from onrecord.publish.people import Held
from onrecord.publish.wording import (
    BASIS,
    COLUMNS,
    KIND_WORDS,
    RECORD_WORDS,
    certainty_words,
    edtf_words,
    moment_words,
    reasons_words,
)

#: How much of a long passage a card shows on either side of the words.
CONTEXT_CHARS = 420
#: More documents than this are not chipped one by one: they are all listed under the sources.
_MAX_DOCUMENT_CHIPS = 4
#: A sentence shows this many chips; its table or its sources have the others.
_MAX_CHIPS = 6
#: A row of a table shows this many.
_ROW_CHIPS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as printed: `cells` are its parts, more than one list for a table row."""

    id: str
    cells: tuple[tuple[Part, ...], ...]
    chips: tuple[str, ...]
    text: str
    more: int = 0
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A topic as printed; `reasons` are shown to a reader who opens them, under the words `why`."""

    line: Line
    under: tuple[Line, ...]
    reasons: tuple[Line, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A block as printed; `columns` are the headings of its table, `table` the form of its rows."""

    heading: Line | None
    lines: tuple[Line, ...]
    rows: tuple[Line, ...]
    figure: Figure | None
    alternative: str
    topics: tuple[Told, ...] = ()
    columns: tuple[str, ...] = ()
    table: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section as printed."""

    id: str
    heading: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage around cited words; `words` is empty where none stand in it."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as printed."""

    id: str
    title: str | None
    publisher: str | None
    author: str | None
    date: str
    recorded: str
    origin: str
    link: str | None
    document: str
    bytes_sha256: str
    text_sha256: str
    root: str
    replaces: str
    gated: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A citation as printed; `used` are the sentences that rest on it."""

    id: str
    excerpts: tuple[Excerpt, ...]
    paper: Paper
    facts: tuple[tuple[str, str], ...]
    link: str | None
    statement: str
    offsets: str
    used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision as printed."""

    id: str
    kind: str
    by: str
    at: str
    why: str
    decision: str
    subjects: tuple[str, ...]
    used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of a person as printed; `payload` is the record, letter for letter."""

    id: str
    kind: str
    by: str
    at: str
    words: str
    record: str
    payload: str
    used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A whole brief as printed."""

    title: str
    as_of: str
    generator: str
    sequence: int
    head: str
    lead: Line | None
    chapters: tuple[Chapter, ...]
    cards: tuple[Card, ...]
    papers: tuple[Paper, ...]
    rulings: tuple[Ruling, ...] = ()
    entries: tuple[Entry, ...] = ()
    kind: str = "brief"


def view_of(brief: Brief, evidence: Evidence) -> Page:
    """Return what a layout prints of `brief`."""
    used: dict[str, list[str]] = defaultdict(list)
    for sentence in brief.all_sentences():
        for support in sentence.support:
            if sentence.id not in used[support.id]:
                used[support.id].append(sentence.id)
    papers = {source.id: _paper(source, evidence) for source in evidence.sources.values()}
    return Page(
        title=brief.title,
        as_of=moment_words(brief.as_of) if brief.as_of else "",
        generator=brief.generator,
        sequence=brief.generated_from.sequence,
        head=brief.generated_from.digest,
        lead=None if brief.lead is None else _line(brief.lead, evidence),
        chapters=tuple(
            Chapter(one.id, one.heading, tuple(_group(block, evidence) for block in one.blocks))
            for one in brief.sections
        ),
        cards=tuple(
            _card(one, evidence, papers=papers, used=tuple(used[one.id])) for one in brief.citations
        ),
        papers=tuple(papers.values()),
        rulings=tuple(_ruling(one, used=tuple(used[one.id])) for one in brief.decisions),
        entries=tuple(
            _entry(one, used=tuple(used[one.cited.id])) for one in evidence.people.records.values()
        ),
        kind=brief.kind,
    )


def _ruling(one: CitedDecision, *, used: tuple[str, ...]) -> Ruling:
    decision = one.decided.decision
    return Ruling(
        id=one.id,
        kind=decision.kind,
        by=decision.by,
        at=moment_words(one.decided.at),
        why=decision.why,
        decision=decision.id,
        subjects=(*decision.subjects, *decision.others),
        used=used,
    )


def _entry(held: Held, *, used: tuple[str, ...]) -> Entry:
    return Entry(
        id=held.cited.id,
        kind=RECORD_WORDS.get(held.cited.type, held.cited.type),
        by=held.cited.by,
        at=moment_words(held.cited.recorded_at),
        words=_words(held.record),
        record=held.cited.record,
        payload=held.cited.payload,
        used=used,
    )


def _words(record: Record) -> str:
    """Return the words of a record that a reader wants first."""
    match record:
        case Hypothesis() | Question():
            return record.text
        case Indicator():
            return record.observable
        case GivenForecast():
            return record.forecast.words
        case GivenResolution():
            return record.why
        case _:
            return ""


def _line(sentence: Sentence, evidence: Evidence, *, most: int = _MAX_CHIPS) -> Line:
    cells: list[list[Part]] = [[]]
    for part in parts_of(sentence, evidence):
        if part.kind == "cell":
            cells.append([])
        else:
            cells[-1].append(part)
    names = list(dict.fromkeys(support.id for support in sentence.support))
    documents = [name for name in names if name.startswith("d")]
    if len(documents) > _MAX_DOCUMENT_CHIPS:
        names = [name for name in names if not name.startswith("d")]
    marks = [part.words for cell in cells for part in cell if part.kind == "mark"]
    aged = sentence.form == "element" and bool(marks)
    return Line(
        sentence.id, tuple(tuple(cell) for cell in cells), tuple(names[:most]), sentence.text,
        max(0, len(names) - most), tone=marks[0] if aged else "",
    )  # fmt: skip


def _group(block: Block, evidence: Evidence) -> Group:
    rows = tuple(_line(row, evidence, most=_ROW_CHIPS) for row in block.rows)
    return Group(
        heading=None if block.heading is None else _line(block.heading, evidence),
        lines=tuple(_line(sentence, evidence) for sentence in block.sentences),
        rows=rows,
        figure=block.figure,
        alternative=_alternative(block),
        topics=tuple(_told(topic, evidence) for topic in block.topics),
        columns=_columns(block, evidence),
        table=block.rows[0].form if block.rows else "",
    )


def _alternative(block: Block) -> str:
    """Return what a chart shows, in words."""
    if block.figure is None:
        return ""
    told = [row.text.split(" | ") for row in block.rows]
    if block.figure.kind == "calibration":
        said = "; ".join(f"{row[0]}: {row[3]} came" for row in told)
        return f"Calibration chart. {said}."
    return f"Step chart. {'; '.join(f'{row[0]}: {row[1]}' for row in told)}."


def _columns(block: Block, evidence: Evidence) -> tuple[str, ...]:
    """Return the headings of a block's table; a table of ratings names its hypotheses."""
    if not block.rows:
        return ()
    first = block.rows[0]
    if first.form == "rating":
        return columns_of_ratings(evidence, [one.id for one in first.support])
    return COLUMNS.get(first.form, ())


def _told(topic: Topic, evidence: Evidence) -> Told:
    return Told(
        _line(topic.sentence, evidence),
        under=tuple(_line(sentence, evidence) for sentence in topic.under),
        reasons=tuple(_line(sentence, evidence) for sentence in topic.reasons),
        why=reasons_words(topic.sentence.form),
    )


def _paper(source: Source, evidence: Evidence) -> Paper:
    card = source.card
    replaced = evidence.by_document.get(card.version_of or "")
    return Paper(
        id=source.id,
        title=card.title,
        publisher=card.publisher,
        author=card.author,
        date=_date(card.doc_date),
        recorded=moment_words(source.cited.recorded_at) if source.cited.recorded_at else "",
        origin="".join(part.words for part in origin_words(source)),
        link=live_link(card.url),
        document=source.cited.document,
        bytes_sha256=card.bytes_sha256,
        text_sha256=card.text_sha256,
        root=card.text_root,
        replaces=replaced.id if replaced else "",
        gated=card.access == "gated",
    )


def _date(when: When | Unknown) -> str:
    if isinstance(when, When) and when.edtf is not None:
        return f"{edtf_words(when.edtf)} ({BASIS[when.basis]})"
    return "not known"


def _card(
    citation: Citation, evidence: Evidence, *, papers: dict[str, Paper], used: tuple[str, ...]
) -> Card:
    source = evidence.source_of(citation)
    facts: list[tuple[str, str]] = []
    if citation.statement is not None:
        facts = _facts(source, citation.statement)
    return Card(
        id=citation.id,
        excerpts=_excerpts(citation, source),
        paper=papers[source.id],
        facts=tuple(facts),
        link=live_link(source.card.url, citation.span),
        statement=citation.statement_id,
        offsets=f"{citation.span.start:,} to {citation.span.end:,}",
        used=used,
    )


def _facts(source: Source, statement: Statement) -> list[tuple[str, str]]:
    chain = speakers(source, statement)
    found = [("Speaker", " → ".join(chain) if chain else "the author")]
    if statement.cue is not None:
        found.append(("Cue", statement.cue.exact))
    if statement.kind in KIND_WORDS:
        found.append(("Kind", KIND_WORDS[statement.kind]))
    found.append(("Certainty", certainty_words(statement, chain[-1] if chain else "")))
    if isinstance(statement.when, When) and statement.when.edtf is not None:
        worded = f"“{statement.when.text}”, " if source.holds(statement.when.text or "\0") else ""
        found.append(
            ("Time", f"{edtf_words(statement.when.edtf)} ({worded}{BASIS[statement.when.basis]})")
        )
    if statement.hedges:
        found.append(("Hedges", ", ".join(span.exact for span in statement.hedges)))
    return found


def _excerpts(citation: Citation, source: Source) -> tuple[Excerpt, ...]:
    span = citation.span
    found: list[Excerpt] = []
    for passage in source.cited.passages:
        start, end = max(passage.start, span.start), min(passage.end, span.end)
        if start < end:
            before = passage.text[: start - passage.start]
            after = passage.text[end - passage.start :]
            found.append(
                Excerpt(
                    before if len(before) <= CONTEXT_CHARS else f"… {before[-CONTEXT_CHARS:]}",
                    passage.text[start - passage.start : end - passage.start],
                    after if len(after) <= CONTEXT_CHARS else f"{after[:CONTEXT_CHARS]} …",
                )
            )
    return tuple(found)
