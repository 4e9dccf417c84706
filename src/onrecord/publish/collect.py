"""The working copy of a brief's evidence while its sentences are being chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.domain.brief import (
    Citation,
    CitedDecision,
    CitedDocument,
    CitedPassage,
    CitedRecord,
    Sentence,
    Support,
)
from onrecord.domain.codec import canonical_json, to_plain
from onrecord.domain.decision import Decided
from onrecord.domain.document import Document, passage_at
from onrecord.domain.errors import CompileError
from onrecord.domain.merkle import leaf_digest, proof_of
from onrecord.domain.reading import Reading
from onrecord.domain.recorded import Recorded
from onrecord.domain.records import type_of
from onrecord.domain.span import Extent, Span, span_at
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.tally import Tally
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import points_at_forces
from onrecord.publish.evidence import plain_origin


@dataclass(slots=True)
class Collection:
    """Citations and documents gathered so far; names are given in order of first use.

    Attributes:
        readings: Current and replaced versions by document id.
        origins: Whom each document is counted by.
        statements: Every statement by id.
    """

    readings: Mapping[str, Reading]
    origins: Mapping[str, str]
    statements: Mapping[str, Statement]
    _citations: dict[str, Citation] = field(default_factory=dict)
    _named: dict[str, Citation] = field(default_factory=dict)
    _decisions: dict[str, CitedDecision] = field(default_factory=dict)
    _records: dict[str, CitedRecord] = field(default_factory=dict)
    _documents: dict[str, str] = field(default_factory=dict)
    _passages: dict[str, set[int]] = field(default_factory=dict)
    _sentences: int = 0

    def statement(self, name: str) -> Statement:
        """Return the statement, or raise `CompileError` when no reading holds it."""
        found = self.statements.get(name)
        if found is None:
            raise CompileError(f"no reading holds the statement {name}")
        return found

    def document(self, name: str) -> str:
        """Return the name of a document inside the brief, giving it one when it has none."""
        if name not in self.readings:
            raise CompileError(f"no reading is of the document {name}")
        return self._documents.setdefault(name, f"d{len(self._documents) + 1}")

    def cite(
        self,
        statement: Statement,
        *,
        counted: Counted | None = None,
        dated: When | Unknown | None = None,
    ) -> str:
        """Cite a statement, or one figure of it, and embed the passages it rests on."""
        span = counted.span if counted else statement.content
        for one in (*statement.spans, span):
            self._embed(one)
        self._embed_names(statement)
        return self._name(Citation("", span, statement.id, statement, counted=counted, dated=dated))

    def cite_words(self, document: str, extent: Extent) -> str:
        """Cite words that belong to no statement."""
        span = span_at(self._reading(document).text, extent, document=document)
        self._embed(span)
        return self._name(Citation("", span))

    def decide(self, decided: Decided) -> str:
        """Return the name of a decision inside the brief, giving it one when it has none."""
        known = self._decisions.get(decided.decision.id)
        if known is None:
            known = CitedDecision(f"j{len(self._decisions) + 1}", decided)
            self._decisions[decided.decision.id] = known
        return known.id

    def decisions(self) -> tuple[CitedDecision, ...]:
        """Return the decisions named so far."""
        return tuple(self._decisions.values())

    def record(self, recorded: Recorded) -> str:
        """Return the name of a person's record inside the brief, giving it one when it has none."""
        record = recorded.record
        known = self._records.get(record.id)
        if known is None:
            known = CitedRecord(
                f"h{len(self._records) + 1}", type_of(record), record.id, canonical_json(record),
                recorded.by, recorded.at,
            )  # fmt: skip
            self._records[record.id] = known
        return known.id

    def records(self) -> tuple[CitedRecord, ...]:
        """Return the records named so far."""
        return tuple(self._records.values())

    def near(self, span: Span) -> str:
        """Return the passages that `span` stands in."""
        return self._around(span.document, Extent(span.start, span.end))

    def _around(self, document: str, extent: Extent) -> str:
        reading = self._reading(document)
        return "\n".join(
            passage.extent.of(reading.text)
            for passage in reading.document.passages
            if passage.extent.start < extent.end and extent.start < passage.extent.end
        )

    def holds(self, document: str, words: str) -> bool:
        """Say whether `words` stand in one of the passages embedded so far."""
        reading = self._reading(document)
        return any(
            words in reading.document.passages[at].extent.of(reading.text)
            for at in self._passages.get(document, ())
        )

    def embed_words(self, document: str, words: str, *, near: int) -> bool:
        """Embed the passage where `words` stand nearest before `near`; say whether they stand."""
        text = self._reading(document).text
        at = text.rfind(words, 0, near) if words else -1
        at = text.find(words) if at < 0 and words else at
        if at < 0 or points_at_forces(self._around(document, Extent(at, at + len(words)))):
            return False
        self._embed(span_at(text, Extent(at, at + len(words)), document=document))
        return True

    def draft(
        self, form: str, names: Iterable[tuple[str, str]], *, given: tuple[str, ...] = ()
    ) -> Sentence:
        """Return a sentence whose text is still to be written; `names` are support and role."""
        self._sentences += 1
        support = tuple(Support(name, role) for name, role in names)
        return Sentence(f"s{self._sentences}", form, "", support, "quoted", given)

    def time_of(self, sentence: Sentence) -> When | Unknown:
        """Return the time that a sentence prints for the first thing it cites."""
        first = sentence.support[0].id
        found = self._named[first].dated
        return Unknown("no time is printed") if found is None else found

    def citations(self) -> tuple[Citation, ...]:
        """Return what is cited, in order of first use."""
        return tuple(self._citations.values())

    def documents(self) -> tuple[CitedDocument, ...]:
        """Return every named document with its cited passages and their proofs."""
        return tuple(
            self._cited(self.readings[name], label) for name, label in self._documents.items()
        )

    def _name(self, citation: Citation) -> str:
        key = canonical_json(citation)
        named = self._citations.get(key)
        if named is None:
            self.document(citation.span.document)
            named = replace(citation, id=f"c{len(self._citations) + 1}")
            self._citations[key] = self._named[named.id] = named
        return named.id

    def _reading(self, document: str) -> Reading:
        self.document(document)
        return self.readings[document]

    def _embed(self, span: Span) -> None:
        reading = self._reading(span.document)
        if not span.stands_in(reading.text):
            raise CompileError(f"{span.exact!r} does not stand in the text of {span.document}")
        embedded = self._passages.setdefault(span.document, set())
        first = passage_at(reading.document, span.start)
        passages = reading.document.passages
        at = first if first is not None else 0
        while at < len(passages) and passages[at].extent.start < span.end:
            if passages[at].extent.end > span.start:
                embedded.add(at)
            at += 1

    def _embed_names(self, statement: Statement) -> None:
        """Embed where a document names in full whom a statement names by a pronoun."""
        for voice in statement.voices:
            words = voice.name or ("" if voice.span else voice.text)
            self.embed_words(statement.document, words, near=statement.content.end)

    def _cited(self, reading: Reading, label: str) -> CitedDocument:
        document = reading.document
        chosen = sorted(self._passages.get(document.id, ()))
        return CitedDocument(
            id=label,
            document=document.id,
            card=to_plain(document.card()),
            origin=self.origins[document.id],
            leaves=len(document.passages) if chosen else 0,
            passages=_proven(document, reading.text, chosen=chosen),
            recorded_at=reading.recorded_at,
        )


def collection_of(
    readings: Sequence[Reading],
    *,
    lineages: Iterable[tuple[str, str]],
    tallies: Iterable[Tally] = (),
) -> Collection:
    """Return an empty collection that may cite `readings`.

    Args:
        readings: Current and replaced versions.
        lineages: Document id and origin; without an entry a document counts by what it declares.
        tallies: Their figures say as well whom a document is counted by.
    """
    shared = dict(lineages)
    for tally in tallies:
        for one in tally.observations:
            # What a list prints under the name of an outlet is counted by it; the list itself is not.
            shared.setdefault(one.span.document, one.lineage)
    return Collection(
        readings={reading.document.id: reading for reading in readings},
        origins={
            reading.document.id: shared.get(reading.document.id) or _declared(reading)
            for reading in readings
        },
        statements={
            statement.id: statement for reading in readings for statement in reading.statements
        },
    )


def name_origins(collection: Collection) -> None:
    """Name the documents that declare an origin by which another, named one is counted (law 6)."""
    declaring: dict[str, str] = {}
    for name in sorted(collection.readings):
        card = collection.readings[name].document
        declaring.setdefault(plain_origin(card.lineage.origin), name)
        declaring.setdefault(own_origin(card), name)
    named = [document.document for document in collection.documents()]
    declared = {plain_origin(collection.readings[one].document.lineage.origin) for one in named}
    declared |= {own_origin(collection.readings[one].document) for one in named}
    for one in named:
        origin = plain_origin(collection.origins[one])
        if origin not in declared and origin in declaring:
            collection.document(declaring[origin])


def own_origin(document: Document) -> str:
    """Return what a document that declares no origin is counted by: a name of its own."""
    return f"document {document.id.removeprefix('doc-')[:8]}"


def _declared(reading: Reading) -> str:
    origin = reading.document.lineage.origin
    return own_origin(reading.document) if isinstance(origin, Unknown) else origin


def _proven(document: Document, text: str, *, chosen: list[int]) -> tuple[CitedPassage, ...]:
    if not chosen:
        return ()
    extents = [passage.extent for passage in document.passages]
    leaves = [leaf_digest(extent.start, extent.of(text)) for extent in extents]
    return tuple(
        CitedPassage(
            index=at,
            start=extents[at].start,
            text=extents[at].of(text),
            proof=tuple(step.hex() for step in proof_of(leaves, at)),
        )
        for at in chosen
    )
