"""The evidence inside a brief, and the checks that need nothing but it.

`Evidence` is what a form may look at. `broken_evidence` says which citations and documents do not hold:
a card that does not hash to its document id, a passage whose proof does not lead to the card's root,
words that do not stand in the passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord.domain.brief import (
    Brief,
    Citation,
    CitedDecision,
    CitedDocument,
    CitedPassage,
    CitedRecord,
)
from onrecord.domain.codec import canonical_json, from_plain
from onrecord.domain.decision import Decided
from onrecord.domain.document import Document
from onrecord.domain.edtf import format_days
from onrecord.domain.errors import CompileError
from onrecord.domain.ids import content_id, sha256_hex
from onrecord.domain.merkle import leaf_digest, root_from_proof
from onrecord.domain.records import decode
from onrecord.domain.span import CONTEXT_CHARS, Span
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When, undated
from onrecord.publish.borders import bound_left_out, cuts
from onrecord.publish.people import Held, People

_SHA256 = re.compile(r"[0-9a-f]{64}")
#: What a document that declares no origin is counted by: a name of its own.
_UNDECLARED = re.compile(r"document [0-9a-f]{8}")
_ARTICLE = re.compile(r"^(?:the|a|an) ")
_OUTER = " .,;:'\"“”’()"


@dataclass(frozen=True, slots=True)
class Source:
    """A cited document with its card read back.

    Attributes:
        cited: The evidence.
        card: The document the card describes, without passages.
        origin: Whom independence is counted by.
    """

    cited: CitedDocument
    card: Document

    @property
    def id(self) -> str:
        """Return the name inside the brief."""
        return self.cited.id

    @property
    def origin(self) -> str:
        """Return the origin counted by: declared by the card, or shared with a near-duplicate."""
        return self.cited.origin

    @property
    def is_own_origin(self) -> bool:
        """Say whether the document is counted by itself: by its publisher, or by nobody named."""
        publisher = plain_origin(self.card.publisher or "")
        return plain_origin(self.origin) == publisher or bool(_UNDECLARED.fullmatch(self.origin))

    def near(self, span: Span) -> str:
        """Return the embedded passages that `span` stands in."""
        return "\n".join(
            passage.text
            for passage in self.cited.passages
            if passage.start < span.end and span.start < passage.end
        )

    def holds(self, words: str) -> bool:
        """Say whether `words` stand, letter for letter, in one of the embedded passages."""
        return any(words in passage.text for passage in self.cited.passages)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything a sentence may rest on.

    Attributes:
        citations: By name inside the brief.
        sources: By name inside the brief.
        by_document: The same sources by document id.
        decisions: By name inside the brief.
        people: What people put on record.
    """

    citations: Mapping[str, Citation]
    sources: Mapping[str, Source]
    by_document: Mapping[str, Source]
    decisions: Mapping[str, CitedDecision]
    people: People

    def citation(self, name: str) -> Citation:
        """Return the citation, or raise `CompileError` where there is none."""
        found = self.citations.get(name)
        if found is None:
            raise CompileError(f"there is no citation {name}")
        return found

    def source(self, name: str) -> Source:
        """Return the source, or raise `CompileError` where there is none."""
        found = self.sources.get(name)
        if found is None:
            raise CompileError(f"there is no document {name}")
        return found

    def decision(self, name: str) -> Decided:
        """Return the decision, or raise `CompileError` where there is none."""
        found = self.decisions.get(name)
        if found is None:
            raise CompileError(f"there is no decision {name}")
        return found.decided

    def held(self, name: str) -> Held:
        """Return what a person put on record, or raise `CompileError` where there is none."""
        found = self.people.records.get(name)
        if found is None:
            raise CompileError(f"there is no record {name}")
        return found

    def source_of(self, citation: Citation) -> Source:
        """Return the document the words stand in, or raise `CompileError`."""
        found = self.by_document.get(citation.span.document)
        if found is None:
            raise CompileError(f"the document of {citation.id} is not in the brief")
        return found


def evidence_of(
    citations: Iterable[Citation],
    documents: Iterable[CitedDocument],
    decisions: Iterable[CitedDecision] = (),
    records: Iterable[CitedRecord] = (),
) -> Evidence:
    """Return citations, documents, decisions and records as forms look at them.

    Raises:
        InvariantError: a card cannot be read as a document, or a payload as a record.
    """
    sources = [Source(cited, from_plain(Document, cited.card)) for cited in documents]
    return Evidence(
        citations={citation.id: citation for citation in citations},
        sources={source.id: source for source in sources},
        by_document={source.cited.document: source for source in sources},
        decisions={decision.id: decision for decision in decisions},
        people=People({one.id: Held(one, decode(one.type, one.payload)) for one in records}),
    )


def evidence_in(brief: Brief) -> Evidence:
    """Return the evidence of a brief as forms look at it.

    Raises:
        InvariantError: a card cannot be read as a document, or a payload as a record.
    """
    return evidence_of(brief.citations, brief.documents, brief.decisions, brief.records)


def brief_digest(brief: Brief) -> str:
    """Return the SHA-256 of the canonical text of the whole brief, evidence included."""
    return sha256_hex(canonical_json(brief).encode("utf-8", "surrogatepass"))


def broken_evidence(brief: Brief, evidence: Evidence) -> dict[str, str]:
    """Return why each piece of evidence that does not hold does not, by its name."""
    broken = _misnumbered(brief)
    declared = {plain_origin(source.card.lineage.origin) for source in evidence.sources.values()}
    for source in evidence.sources.values():
        why = _document_fault(source) or _origin_fault(source, evidence, declared=declared)
        if why:
            broken.setdefault(source.id, why)
    if len(evidence.by_document) != len(brief.documents):
        broken.setdefault("documents", "a document is embedded twice")
    for citation in brief.citations:
        why = _citation_fault(citation, evidence)
        if why:
            broken.setdefault(citation.id, why)
    for held in evidence.people.records.values():
        why = _record_fault(held)
        if why:
            broken.setdefault(held.cited.id, why)
    if len({one.record for one in brief.records}) != len(brief.records):
        broken.setdefault("records", "a record is embedded twice")
    return broken


def _misnumbered(brief: Brief) -> dict[str, str]:
    """Return what does not bear the name of its place: `c1`, `c2` …, and so for each kind."""
    kinds = {
        "c": [one.id for one in brief.citations], "d": [one.id for one in brief.documents],
        "j": [one.id for one in brief.decisions], "h": [one.id for one in brief.records],
    }  # fmt: skip
    broken: dict[str, str] = {}
    for letter, names in kinds.items():
        for at, name in enumerate(names, start=1):
            right = f"{letter}{at}"
            if name != right:
                why = f"the evidence is not numbered: {name!r} is not {right}"
                broken[name] = broken[right] = why
    return broken


def _record_fault(held: Held) -> str:
    if held.record.id != held.cited.record:
        return "the record does not hash to its id"
    return (
        "" if canonical_json(held.record) == held.cited.payload else "the record is not canonical"
    )


def words_stand(span: Span, passages: Iterable[CitedPassage]) -> bool:
    """Say whether the words of `span` stand at its offsets in the passages.

    Between passages only white space may be missing.
    """
    at = span.start
    for passage in sorted(passages, key=lambda one: one.start):
        if passage.end <= at or passage.start >= span.end:
            continue
        gap = span.exact[at - span.start : max(at, passage.start) - span.start]
        start, end = max(at, passage.start), min(span.end, passage.end)
        words = span.exact[start - span.start : end - span.start]
        if gap.strip() or passage.text[start - passage.start : end - passage.start] != words:
            return False
        at = end
    return at > span.start and not span.exact[at - span.start :].strip()


def datings(citation: Citation, card: Document) -> Iterator[When]:
    """Yield the times that the words of `citation` or its document give."""
    found: list[When | Unknown | None] = [card.doc_date]
    if citation.statement is not None:
        found.append(citation.statement.when)
        found += [counted.quantity.window for counted in citation.statement.quantities]
    if citation.counted is not None:
        found.append(citation.counted.quantity.window)
    yield from (one for one in found if isinstance(one, When))


def dating_follows(citation: Citation, card: Document) -> bool:
    """Say whether the time a form may print is one of the times given, or the last day of one.

    A time nobody knows holds a reason and nothing else; the reason is printed only as law 7 allows.
    """
    dated = citation.dated
    if not isinstance(dated, When):
        return True
    if dated.edtf is None:
        return dated == undated("", dated.reason) or dated in datings(citation, card)
    return any(
        dated == when or dated == replace(_last_day(when), inputs=dated.inputs)
        for when in datings(citation, card)
    )


def _last_day(when: When) -> When:
    """Return the time that names only the last day of `when`; itself where it has no last day."""
    if when.latest is None:
        return when
    return replace(when, edtf=format_days(when.latest, when.latest), basis="computed")


def _context_stands(span: Span, passages: Iterable[CitedPassage]) -> bool:
    """Say whether prefix and suffix are those of the passage the words begin and end in.

    They have their full length wherever the text has; what stands beyond the passage is not at hand.
    """
    if len(span.prefix) != min(CONTEXT_CHARS, span.start):
        return False
    for passage in passages:
        if passage.start <= span.start < passage.end:
            before = passage.text[: span.start - passage.start][-CONTEXT_CHARS:]
            if not span.prefix.endswith(before):
                return False
        if passage.start < span.end <= passage.end:
            after = passage.text[span.end - passage.start :][:CONTEXT_CHARS]
            if not span.suffix.startswith(after) or len(span.suffix) > CONTEXT_CHARS:
                return False
    return True


def _document_fault(source: Source) -> str:
    cited, card = source.cited, source.card
    if not cited.passages and cited.leaves:
        return "it counts passages and embeds none"
    if content_id("doc", cited.card) != cited.document or card.id != cited.document:
        return "the card of the document does not hash to its id"
    if not all(_SHA256.fullmatch(digest) for digest in (card.bytes_sha256, card.text_sha256)):
        return "a digest on the card is no SHA-256"
    for passage in cited.passages:
        if not _proof_holds(passage, leaves=cited.leaves, root=card.text_root):
            return "a passage does not belong to the archived text: its proof leads elsewhere"
    return ""


def _proof_holds(passage: CitedPassage, *, leaves: int, root: str) -> bool:
    try:
        proof = [bytes.fromhex(step) for step in passage.proof]
    except ValueError:
        return False
    leaf = leaf_digest(passage.start, passage.text)
    found = root_from_proof(leaf, passage.index, leaves, proof)
    return found is not None and found.hex() == root


def _origin_fault(source: Source, evidence: Evidence, *, declared: set[str]) -> str:
    """Name a document counted by an origin that no document of the brief declares (law 6).

    A near-duplicate may share an origin it does not declare itself; it can never bring a new one.
    """
    if _UNDECLARED.fullmatch(source.origin):
        digits = source.origin.removeprefix("document ")
        if any(name.startswith(f"doc-{digits}") for name in evidence.by_document):
            return ""
    elif plain_origin(source.origin) in declared - {""}:
        return ""
    return "the origin it is counted by is declared by no document of the brief"


def plain_origin(origin: str | Unknown) -> str:
    """Return a name as origins are compared: lower case, no article, no outer punctuation."""
    if isinstance(origin, Unknown):
        return ""
    words = " ".join(origin.casefold().split())
    return _ARTICLE.sub("", words).strip(_OUTER).removesuffix("'s").removesuffix("’s")


def _citation_fault(citation: Citation, evidence: Evidence) -> str:
    source = evidence.by_document.get(citation.span.document)
    if source is None:
        return "the document of the words is not in the brief"
    if not words_stand(citation.span, source.cited.passages):
        return "the quoted words do not stand at their offsets in the archived passage"
    if not _context_stands(citation.span, source.cited.passages):
        return "the words around the quoted ones are not those of the archived passage"
    why = _border_fault(citation, source.cited.passages)
    if why:
        return why
    if not dating_follows(citation, source.card):
        return "the date is none that the words or the document give"
    return _statement_fault(citation, source)


def _border_fault(citation: Citation, passages: Iterable[CitedPassage]) -> str:
    """Name a border of the words that cuts a word, or a bound that a figure leaves out."""
    span, counted = citation.span, citation.counted
    for passage in passages:
        if passage.end <= span.start or span.end <= passage.start:
            continue
        start, end = max(0, span.start - passage.start), span.end - passage.start
        if cuts(passage.text, start, min(end, len(passage.text))):
            return "the words begin or end within a word or a number"
        if counted and passage.start <= span.start:
            cue = bound_left_out(passage.text, counted, start=start)
            if cue:
                return f"the figure leaves out {cue!r}, which stands before it"
    return ""


def _statement_fault(citation: Citation, source: Source) -> str:
    statement = citation.statement
    if (statement.id if statement else "") != citation.statement_id:
        return "the statement does not hash to its id"
    if statement is None:
        return "a figure without a statement" if citation.counted else ""
    if citation.counted and citation.counted not in statement.quantities:
        return "the figure is none of its statement"
    if citation.span != (citation.counted.span if citation.counted else statement.content):
        return "the words highlighted are not those of its statement"
    if statement.document != citation.span.document:
        return "the statement is from another document"
    if not all(words_stand(span, source.cited.passages) for span in statement.spans):
        return "words the statement rests on do not stand in the archived passages"
    return ""
