"""What is published: `Brief`, its sentences, and the evidence that travels with them.

A sentence is never free text. It names its *form* (a rule that writes sentences), and its text must be
what that rule writes from the support alone; the rules are in `onrecord.publish.forms`. Inside one
brief, citations are called `c1`, `c2` …, documents `d1`, `d2` … and sentences `s1`, `s2` ….
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.domain.decision import Decided
from onrecord.domain.ledger import Head, RecordType
from onrecord.domain.span import Span
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

#: Raised when a layout or the words of a form change, because a brief is checked by writing it again.
LAYOUT = 3

#: How a sentence stands to its support: verbatim words, our wording of coded values, a figure made by a
#: named rule, or an assessment of ours.
SentenceMode = Literal["quoted", "paraphrased", "computed", "judged"]

SectionId = Literal[
    "changed", "counts", "timeline", "standing", "authority", "posture", "escalation", "hypotheses",
    "scores", "calibration", "questions", "said", "imagined", "unknown", "sources",
]  # fmt: skip
SECTION_IDS: tuple[SectionId, ...] = get_args(SectionId)

#: What a file is: a brief of the record (with `since`, of what changed in it), or the page on which every
#: question asked stands beside its forecasts, its resolution and its scores.
PageKind = Literal["brief", "scorecard"]
#: What a chart draws: dated figures, reports of forces, steps of escalation, or how often what was
#: forecast came.
FigureKind = Literal["counts", "sightings", "vector", "calibration"]

#: What a brief of changes compares: what was on record at two times, or what the reports dated up to
#: two days say, whenever they came on record.
Compared = Literal["record", "reports"]


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """One archived passage with the way from it to its document's `text_root`.

    Attributes:
        index: Its place among the document's passages, from 0.
        start: Offset of its first code point in the document's text.
        text: The passage, letter for letter.
        proof: Sibling hashes up to the root, the one next to the leaf first, in hexadecimal.
    """

    index: int
    start: int
    text: str
    proof: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """Return the offset after its last code point."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document as evidence: its card, and those of its passages that are cited.

    Attributes:
        id: Name inside the brief ("d1").
        document: The document's id, a hash of the card.
        card: `Document.card()` as plain JSON values.
        origin: Whom its independence is counted by: the origin the card declares, or the one it shares
            with a near-duplicate.
        leaves: How many passages the text has; 0 where none is cited.
        passages: The cited ones, by index.
        recorded_at: When it came on record, UTC, ISO 8601; empty off the record.
    """

    id: str
    document: str
    card: dict[str, object]
    origin: str
    leaves: int
    passages: tuple[CitedPassage, ...] = ()
    recorded_at: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Exact words, and what was read from them.

    Attributes:
        id: Name inside the brief ("c1").
        span: The words highlighted.
        statement_id: Id of the statement; empty when words alone are cited.
        statement: The whole statement, so that its id can be computed again.
        counted: The figure cited, when one is.
        dated: The time a form may print for it: the statement's, the figure's or the document's own.
    """

    id: str
    span: Span
    statement_id: str = ""
    statement: Statement | None = None
    counted: Counted | None = None
    dated: When | Unknown | None = None


@dataclass(frozen=True, slots=True)
class CitedDecision:
    """What a person decided about the record, as evidence that it was decided.

    Attributes:
        id: Name inside the brief ("j1").
        decided: The decision, with the time it came on record.
    """

    id: str
    decided: Decided


@dataclass(frozen=True, slots=True)
class CitedRecord:
    """A record that a person put on the ledger, as evidence of what they hold.

    Attributes:
        id: Name inside the brief ("h1").
        type: Its record type.
        record: Its id, a hash of the payload.
        payload: The record as the ledger has it: canonical JSON.
        by: Who put it on record, as they sign.
        recorded_at: When it came on record, UTC, ISO 8601.
    """

    id: str
    type: RecordType
    record: str
    payload: str
    by: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class Support:
    """What a sentence rests on, and what it does there ("earlier", "later").

    Attributes:
        id: Name of a citation, document, decision or record.
        role: What it does there.
    """

    id: str
    role: str = "content"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One checkable sentence.

    Attributes:
        id: Name inside the brief ("s1").
        form: The rule that writes it.
        text: What the rule wrote.
        support: What it rests on, in the order the rule takes it.
        mode: How it stands to its support.
        given: Further arguments of the rule, each checked against the support.
    """

    id: str
    form: str
    text: str
    support: tuple[Support, ...]
    mode: SentenceMode
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A sentence with what stands under it.

    Attributes:
        sentence: What is found, in one line.
        under: What belongs to it: harm, who is held responsible.
        reasons: Why it is found, shown to a reader who asks.
    """

    sentence: Sentence
    under: tuple[Sentence, ...] = ()
    reasons: tuple[Sentence, ...] = ()

    def all_sentences(self) -> tuple[Sentence, ...]:
        """Return its sentences in the order a reader meets them."""
        return (self.sentence, *self.under, *self.reasons)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart; the table beside it says the same.

    Attributes:
        citations: Names of the evidence drawn, in order.
        svg: The drawing, free of scripts and of outside addresses.
        drawn_with: Name and version of what drew it.
        kind: What it draws.
    """

    citations: tuple[str, ...]
    svg: str
    drawn_with: str
    kind: FigureKind = "counts"


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences that belong together, under a heading of their own when they have one.

    Attributes:
        heading: A sentence too: it is checked like any other.
        topics: Sentences with what stands under them, in order.
        sentences: In order, after the topics.
        rows: Lines of a table, one sentence each.
        figure: A chart of the rows.
    """

    heading: Sentence | None = None
    sentences: tuple[Sentence, ...] = ()
    rows: tuple[Sentence, ...] = ()
    figure: Figure | None = None
    topics: tuple[Topic, ...] = ()

    def all_sentences(self) -> tuple[Sentence, ...]:
        """Return heading, topics, sentences and rows in the order a reader meets them."""
        head = () if self.heading is None else (self.heading,)
        found = (one for topic in self.topics for one in topic.all_sentences())
        return (*head, *found, *self.sentences, *self.rows)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief."""

    id: SectionId
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing with all its evidence.

    Attributes:
        title: The editor's own words; the only text no rule checks.
        generated_from: The end of the ledger it was compiled at.
        as_of: The time asked for; `None` means everything then on record.
        generator: Name and version of the program that compiled it.
        lead: What changed, in one line.
        sections: In the order of `SECTION_IDS`, empty ones left out.
        citations: The evidence, in order of first use.
        documents: Every document on record and every replaced one that is cited.
        layout: Which layout and wording it was compiled for.
        since: The earlier of two times, where the brief says what changed between them; `None` where
            it tells a state of the record.
        compared: What was compared, where the brief says what changed.
        decisions: Those it tells of, in order of first use.
        records: What people put on record and it tells of, in order of first use.
        kind: What the file is.
    """

    title: str
    generated_from: Head
    as_of: str | None
    generator: str
    lead: Sentence | None
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    documents: tuple[CitedDocument, ...]
    layout: int = LAYOUT
    since: str | None = None
    compared: Compared = "record"
    decisions: tuple[CitedDecision, ...] = ()
    records: tuple[CitedRecord, ...] = ()
    kind: PageKind = "brief"

    def all_sentences(self) -> tuple[Sentence, ...]:
        """Return every sentence in the order a reader meets them."""
        found: list[Sentence] = [] if self.lead is None else [self.lead]
        for section in self.sections:
            for block in section.blocks:
                found += block.all_sentences()
        return tuple(found)
