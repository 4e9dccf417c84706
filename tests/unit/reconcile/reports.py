"""Reports built by hand: a text, and what is said in which of its words."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.document import Document, Lineage, LineageBasis, Passage
from onrecord.domain.ids import sha256_hex
from onrecord.domain.quantity import Bound, Quantity, bounds_of
from onrecord.domain.reading import Reading
from onrecord.domain.span import Extent, Span, span_at
from onrecord.domain.statement import (
    Act,
    Aux,
    Counted,
    Factuality,
    FactualityValue,
    QuotationMode,
    SourceIdentity,
    Statement,
    StatementKind,
    Voice,
)
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import LegalDomain, Where


@dataclass(frozen=True)
class Count:
    """A number as it stands in the text: the words, and how they are to be understood."""

    words: str
    value: int
    unit: str
    bound: Bound = "exact"
    other: int | None = None
    window: When | None = None

    def quantity(self) -> Quantity:
        low, high = bounds_of(self.bound, self.value, self.other)
        return Quantity(self.value, low, high, self.unit, self.bound, window=self.window)


@dataclass(frozen=True)
class Said:
    """One statement: the words of the text that carry it, and what was read from them."""

    words: str
    kind: StatementKind = "occ.event"
    counts: tuple[Count, ...] = ()
    speaker: str = ""
    identity: SourceIdentity = "named_office"
    cue: str = ""
    mode: QuotationMode = "none"
    when: When | None = None
    place: str = ""
    domain: LegalDomain = "unknown"
    actor: str = ""
    recipient: str = ""
    act: Act | None = None
    value: FactualityValue = "CT+"
    aux: tuple[Aux, ...] = ()


def day(edtf: str, text: str = "", *, conflict: str = "") -> When:
    return When(text=text, edtf=edtf, basis="explicit", conflict=conflict)


def since(edtf: str, text: str) -> When:
    return When(text=text, edtf=f"{edtf}/..", basis="relative")


def report(
    text: str,
    *said: Said,
    date: str | None = "2031-04-08",
    publisher: str | None = None,
    origin: str | None = None,
    basis: LineageBasis = "publisher",
    key: str = "",
    version_of: str | None = None,
    recorded_at: str = "",
    title: str | None = None,
) -> Reading:
    named = origin or (publisher.lower() if publisher else None)
    document = Document(
        origin_key=key or f"{publisher}/{date}/{sha256_hex(text.encode())[:12]}",
        title=title,
        publisher=publisher,
        doc_date=When("", date, "supplied") if date else Unknown("the text bears no date"),
        lineage=Lineage(named, basis) if named else Lineage(Unknown("nobody is credited"), "none"),
        media_type="text/plain",
        bytes_sha256=sha256_hex(text.encode()),
        text_sha256=sha256_hex(text.encode()),
        text_root="",
        normaliser="hand",
        version_of=version_of,
        passages=_paragraphs(text),
    )
    statements = tuple(_statement(text, one, document=document.id) for one in said)
    return Reading(document, text, statements, recorded_at)


def _paragraphs(text: str) -> tuple[Passage, ...]:
    found: list[Passage] = []
    at = 0
    for line in text.split("\n"):
        if line:
            found.append(Passage(Extent(at, at + len(line)), "body"))
        at += len(line) + 1
    return tuple(found)


def _statement(text: str, said: Said, *, document: str) -> Statement:
    content = _span(text, said.words, document=document)
    voices = (Voice(said.speaker, said.identity),) if said.speaker else ()
    author = () if not voices else (Factuality("author", "Uu"),)
    place = Where(said.place, said.place, domain=said.domain) if said.place else None
    return Statement(
        document=document,
        content=content,
        kind=said.kind,
        factuality=(*author, Factuality(said.speaker or "author", said.value, said.aux)),
        cue=_span(text, said.cue, document=document) if said.cue else None,
        voices=voices,
        mode=said.mode,
        act=said.act,
        actor=said.actor,
        recipient=said.recipient,
        when=said.when or Unknown("no time is stated"),
        where=place,
        quantities=tuple(
            Counted(_span(text, one.words, document=document, near=content), one.quantity())
            for one in said.counts
        ),
    )


def _span(text: str, words: str, *, document: str, near: Span | None = None) -> Span:
    start = text.index(words, near.start if near else 0)
    return span_at(text, Extent(start, start + len(words)), document=document)
