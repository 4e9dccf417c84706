"""Whether a brief follows from its own evidence: one pure function for compiling and verifying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.domain.brief import LAYOUT, SECTION_IDS, Brief, Figure, Section, Sentence
from onrecord.domain.errors import OnrecordError
from onrecord.publish.accounts import speaker_key
from onrecord.publish.chart import Point, points_of, redraws
from onrecord.publish.evidence import Evidence, broken_evidence, evidence_of
from onrecord.publish.forms import UNSUPPORTED, write
from onrecord.publish.wording import HEADINGS

_NAME = re.compile(r"s[1-9]\d{0,8}")
_GENERATOR = re.compile(r"onrecord [0-9A-Za-z.+-]+")
#: Which forms may stand in each section: as headings of blocks, as sentences, as rows.
_Forms = frozenset[str]
_PLACES: dict[str, tuple[_Forms, _Forms, _Forms]] = {
    name: (frozenset(heading), frozenset(sentences), frozenset(rows))
    for name, heading, sentences, rows in (
        ("changed", (), ("step", "edited", "altered_quote", "disagreement", "conflict",
                         "document_conflict", "left_out"), ()),
        ("counts", ("scope",), ("origins", "left_out"), ("observation",)),
        ("timeline", (), ("timeline", "left_out"), ()),
        ("said", ("speaker",), ("said", "left_out"), ()),
        ("imagined", (), ("imagined", "left_out"), ()),
        ("unknown", (), ("undated", "unpublished", "undated_figure", "gap", "left_out"), ()),
        ("sources", (), ("sources",), ()),
    )
}  # fmt: skip
_LEADS: _Forms = frozenset({"lead", "on_record"})


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that does not hold.

    Attributes:
        sentence_id: The sentence it breaks, else the part of the file ("page", "evidence", "d3").
        text: The sentence as the file has it; empty when no sentence is concerned.
        why: What does not hold, in one clause.
    """

    sentence_id: str
    text: str
    why: str


def check(brief: Brief) -> tuple[Failure, ...]:
    """Return everything in `brief` that does not follow from the evidence it embeds.

    Each sentence is written again from its support and compared; each citation, passage, card and
    chart is computed again. Nothing outside the brief is looked at.
    """
    try:
        evidence = evidence_of(brief.citations, brief.documents)
    except (OnrecordError, TypeError, ValueError, KeyError, AttributeError) as error:
        return (Failure("evidence", "", f"a card cannot be read: {error}"),)
    broken = broken_evidence(brief, evidence)
    found = [
        *_frame_faults(brief),
        *_place_faults(brief),
        *_block_faults(brief, evidence),
        *_sentence_faults(brief, evidence, broken=broken),
    ]
    named = {support.id for sentence in brief.all_sentences() for support in sentence.support}
    named |= {
        source.id
        for citation in brief.citations
        if citation.id in named and (source := evidence.by_document.get(citation.span.document))
    }
    found += [Failure(name, "", why) for name, why in broken.items() if name not in named]
    found += [fault for section in brief.sections for fault in _figure_faults(section, evidence)]
    return tuple(found)


def _frame_faults(brief: Brief) -> Iterator[Failure]:
    if brief.layout != LAYOUT:
        yield Failure("evidence", "", f"it was made for layout {brief.layout}, not {LAYOUT}")
    order = [section.id for section in brief.sections]
    if order != [name for name in SECTION_IDS if name in order]:
        yield Failure("evidence", "", "the sections are not those of a brief, in their order")
    if not _GENERATOR.fullmatch(brief.generator):
        yield Failure("evidence", "", "what compiled it is not named as a version of onrecord")
    for section in brief.sections:
        if section.heading != HEADINGS.get(section.id):
            yield Failure(section.id, section.heading, "the heading is not that of its section")


def _place_faults(brief: Brief) -> Iterator[Failure]:
    """Yield the sentences that stand where their form does not belong."""
    placed = [(brief.lead, _LEADS)] if brief.lead is not None else []
    for section in brief.sections:
        headings, sentences, rows = _PLACES[section.id]
        for block in section.blocks:
            placed += [(block.heading, headings)] if block.heading is not None else []
            placed += [(sentence, sentences) for sentence in block.sentences]
            placed += [(row, rows) for row in block.rows]
    for sentence, allowed in placed:
        if sentence.form not in allowed:
            yield Failure(
                sentence.id, sentence.text, f"a sentence {sentence.form!r} does not belong here"
            )


def _block_faults(brief: Brief, evidence: Evidence) -> Iterator[Failure]:
    """Yield headings over what is not theirs, and a lead that says nothing changed where it did."""
    for section in brief.sections:
        for block in section.blocks:
            head = block.heading
            if head is None:
                continue
            held = {support.id for support in head.support}
            if any(support.id not in held for row in block.rows for support in row.support):
                yield Failure(head.id, head.text, "the heading is not that of its figures")
            if head.form == "speaker" and len(_speakers((head, *block.sentences), evidence)) > 1:
                yield Failure(head.id, head.text, "the heading is not that of its speaker")
    forms = {sentence.form for sentence in brief.all_sentences()}
    if brief.lead is not None and brief.lead.form == "on_record" and "step" in forms:
        yield Failure(brief.lead.id, brief.lead.text, "it says no count has changed where one has")


def _speakers(sentences: Iterable[Sentence], evidence: Evidence) -> set[str]:
    """Return whom the first citations of the sentences are grouped under."""
    first = (evidence.citations.get(one.support[0].id) for one in sentences if one.support)
    return {speaker_key(one.statement) for one in first if one and one.statement is not None}


def _sentence_faults(
    brief: Brief, evidence: Evidence, *, broken: dict[str, str]
) -> Iterator[Failure]:
    seen: set[str] = set()
    for sentence in brief.all_sentences():
        if not _NAME.fullmatch(sentence.id):
            yield Failure(sentence.id, sentence.text, "no sentence of a brief is called so")
        if sentence.id in seen:
            yield Failure(sentence.id, sentence.text, "two sentences bear one name")
        seen.add(sentence.id)
        why = _broken_support(sentence, evidence, broken=broken) or _written(sentence, evidence)
        if why:
            yield Failure(sentence.id, sentence.text, why)


def _broken_support(sentence: Sentence, evidence: Evidence, *, broken: dict[str, str]) -> str:
    if not sentence.support and sentence.form not in UNSUPPORTED:
        return "the sentence has no support"
    for support in sentence.support:
        citation = evidence.citations.get(support.id)
        if citation is None and support.id not in evidence.sources:
            return f"its support {support.id} is missing"
        source = evidence.by_document.get(citation.span.document) if citation else None
        for name in (support.id, source.id if source else support.id):
            if name in broken:
                return f"{name}: {broken[name]}"
    return ""


def _written(sentence: Sentence, evidence: Evidence) -> str:
    try:
        again = write(sentence, evidence)
    except OnrecordError as error:
        return f"it does not follow from its support: {error.message()}"
    if again.text != sentence.text:
        return f"it does not follow from its support, which gives: {again.text}"
    return "" if again.mode == sentence.mode else "it is marked as something it is not"


def _figure_faults(section: Section, evidence: Evidence) -> Iterator[Failure]:
    for block in section.blocks:
        if block.figure is None:
            continue
        rows = {support.id for row in block.rows for support in row.support}
        name = block.heading.id if block.heading else section.id
        text = block.heading.text if block.heading else ""
        if not set(block.figure.citations) <= rows:
            yield Failure(name, text, "the chart shows figures that its table does not")
            continue
        try:
            drawn = redraws(block.figure, _points(block.figure, evidence))
        except OnrecordError as error:
            yield Failure(name, text, f"the chart does not follow: {error.message()}")
            continue
        if not drawn:
            yield Failure(name, text, "the chart is not what its figures draw")


def _points(figure: Figure, evidence: Evidence) -> tuple[Point, ...]:
    return points_of([evidence.citation(one) for one in figure.citations], evidence)
