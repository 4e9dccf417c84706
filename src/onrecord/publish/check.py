"""Whether a brief follows from its own evidence: one pure function for compiling and verifying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.domain.brief import (
    LAYOUT,
    SECTION_IDS,
    Block,
    Brief,
    Section,
    Sentence,
    Topic,
)
from onrecord.domain.errors import CompileError, OnrecordError
from onrecord.publish.accounts import speaker_key
from onrecord.publish.charts import redraws_rows
from onrecord.publish.evidence import Evidence, broken_evidence, evidence_in
from onrecord.publish.forms import UNSUPPORTED, write
from onrecord.publish.link_forms import FORMS as LINK_FORMS
from onrecord.publish.news_forms import is_new, since_given
from onrecord.publish.parts import known_sources
from onrecord.publish.wording import heading_words

_NAME = re.compile(r"s[1-9]\d{0,8}")
_GENERATOR = re.compile(r"onrecord [0-9A-Za-z.+-]+")
_Forms = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Place:
    """Which forms may stand in a section.

    Attributes:
        headings: Over a block.
        sentences: In a list.
        rows: In a table.
        topics: As a topic; its `under` and its `reasons` are named beside.
    """

    headings: _Forms = frozenset()
    sentences: _Forms = frozenset()
    rows: _Forms = frozenset()
    topics: _Forms = frozenset()
    under: _Forms = frozenset()
    reasons: _Forms = frozenset()


_LEFT_OUT = frozenset({"left_out"})
_QUESTIONS = _Place(
    headings=frozenset({"unasked"}),
    sentences=_LEFT_OUT,
    topics=frozenset({"asked", "draft"}),
    under=frozenset({"criteria", "forecast", "resolution", "unresolved", "score", "read_as"}),
)
_PLACES: dict[str, _Place] = {
    "changed": _Place(
        sentences=_LEFT_OUT | {"step", "edited", "conflict", "document_conflict"},
    ),
    "counts": _Place(
        headings=frozenset({"scope"}),
        sentences=_LEFT_OUT | {"origins", "denial", "retraction"},
        rows=frozenset({"observation"}),
    ),
    "timeline": _Place(
        sentences=_LEFT_OUT,
        topics=frozenset({"event", "timeline"}),
        under=frozenset({"harm", "responsibility"}),
        reasons=frozenset({"joined"}),
    ),
    "standing": _Place(sentences=_LEFT_OUT | set(LINK_FORMS)),
    "authority": _Place(
        sentences=_LEFT_OUT,
        topics=frozenset({"gap"}),
        under=frozenset({"coverage"}),
        reasons=frozenset({"coverage"}),
    ),
    "posture": _Place(sentences=_LEFT_OUT | {"fading"}, rows=frozenset({"element"})),
    "escalation": _Place(
        headings=frozenset({"vector"}),
        sentences=_LEFT_OUT,
        rows=frozenset({"reached"}),
        topics=frozenset({"threshold"}),
        under=frozenset({"threshold"}),
    ),
    "hypotheses": _Place(
        headings=frozenset({"competing"}),
        sentences=_LEFT_OUT,
        rows=frozenset({"rating"}),
        topics=frozenset({"hypothesis", "indicator"}),
        under=frozenset({"assumption", "would_change", "sighting", "quality"}),
    ),
    "questions": _QUESTIONS,
    "said": _Place(headings=frozenset({"speaker"}), sentences=_LEFT_OUT | {"said"}),
    "imagined": _Place(sentences=_LEFT_OUT | {"imagined"}),
    "unknown": _Place(
        sentences=_LEFT_OUT | {"undated", "unpublished", "undated_figure", "not_told"},
    ),
    "sources": _Place(sentences=frozenset({"sources"})),
}
_LEADS: _Forms = frozenset({"lead", "on_record"})
#: What stands under one of these begins with the same evidence.
_OWNING: _Forms = frozenset({"hypothesis", "indicator", "asked", "draft"})
#: Which forms may stand where on the scorecard.
_SCORE_PLACES: dict[str, _Place] = {
    "scores": _Place(sentences=frozenset({"how_scored"}), rows=frozenset({"forecaster"})),
    "calibration": _Place(sentences=frozenset({"calibrated"}), rows=frozenset({"band"})),
    "questions": _Place(topics=frozenset({"asked"}), under=_QUESTIONS.under),
    "sources": _PLACES["sources"],
}
_SCORE_LEADS: _Forms = frozenset({"asked_total"})
#: Which forms may stand where in a brief of what changed between two times.
_NEWS_PLACES: dict[str, _Place] = {
    "changed": _Place(
        headings=frozenset({"part"}),
        sentences=_LEFT_OUT
        | {"step", "first_figure", "edited", "event_gone", "undated", "unchanged"}
        | {"decided", "suspended"}
        | set(LINK_FORMS),
        topics=frozenset({"new_event", "event_again", "regrouped"}),
        under=_PLACES["timeline"].under | {"day_moved", "place_moved", "harm_moved"},
        reasons=_PLACES["timeline"].reasons,
    ),
    "sources": _PLACES["sources"],
}
_NEWS_LEADS: _Forms = frozenset({"arrivals", "nothing_new"})
#: What is told as news must rest on a new report.
_NEWS: _Forms = frozenset({"step", "first_figure", "edited", *LINK_FORMS})


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
        evidence = evidence_in(brief)
    except (OnrecordError, TypeError, ValueError, KeyError, AttributeError) as error:
        return (Failure("evidence", "", f"a card or a record cannot be read: {error}"),)
    broken = broken_evidence(brief, evidence)
    found = [
        *_frame_faults(brief),
        *_place_faults(brief),
        *_block_faults(brief, evidence),
        *_sentence_faults(brief, evidence, broken=broken),
        *_news_faults(brief, evidence),
    ]
    named = {support.id for sentence in brief.all_sentences() for support in sentence.support}
    found += [
        Failure(one.id, "", f"no sentence tells of the {kind}")
        for kind, told in (("decision", brief.decisions), ("record", brief.records))
        for one in told
        if one.id not in named
    ]
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
        heading = heading_words(
            section.id, since=brief.since, until=brief.as_of, compared=brief.compared
        )
        if section.heading != heading:
            yield Failure(section.id, section.heading, "the heading is not that of its section")


def _place_faults(brief: Brief) -> Iterator[Failure]:
    """Yield the sentences that stand where their form does not belong."""
    places, leads = _rules(brief)
    placed: list[tuple[Sentence, _Forms]] = []
    if brief.lead is not None:
        placed.append((brief.lead, leads))
    for section in brief.sections:
        place = places.get(section.id, _Place())
        for block in section.blocks:
            placed += [(block.heading, place.headings)] if block.heading is not None else []
            placed += [(sentence, place.sentences) for sentence in block.sentences]
            placed += [(row, place.rows) for row in block.rows]
            for topic in block.topics:
                placed.append((topic.sentence, place.topics))
                placed += [(sentence, place.under) for sentence in topic.under]
                placed += [(sentence, place.reasons) for sentence in topic.reasons]
    for sentence, allowed in placed:
        if sentence.form not in allowed:
            yield Failure(
                sentence.id, sentence.text, f"a sentence {sentence.form!r} does not belong here"
            )


def _rules(brief: Brief) -> tuple[dict[str, _Place], _Forms]:
    """Return which forms may stand in each section of a file of this kind, and which may begin it."""
    if brief.kind == "scorecard":
        return _SCORE_PLACES, _SCORE_LEADS
    return (_PLACES, _LEADS) if brief.since is None else (_NEWS_PLACES, _NEWS_LEADS)


def _block_faults(brief: Brief, evidence: Evidence) -> Iterator[Failure]:
    """Yield headings over what is not theirs, and a lead that says nothing changed where it did."""
    for section in brief.sections:
        for block in section.blocks:
            for topic in block.topics:
                yield from _topic_faults(topic, evidence)
            head = block.heading
            if head is None:
                continue
            if not _is_over(head, block):
                what = "hypotheses" if head.form == "competing" else "figures"
                yield Failure(head.id, head.text, f"the heading is not that of its {what}")
            if head.form == "speaker" and len(_speakers((head, *block.sentences), evidence)) > 1:
                yield Failure(head.id, head.text, "the heading is not that of its speaker")
    forms = {sentence.form for sentence in brief.all_sentences()}
    if brief.lead is not None and brief.lead.form == "on_record" and "step" in forms:
        yield Failure(brief.lead.id, brief.lead.text, "it says no count has changed where one has")


def _is_over(head: Sentence, block: Block) -> bool:
    """Say whether a heading names every figure, or every record, of what stands under it."""
    held = {support.id for support in head.support}
    rows = {support.id for row in block.rows for support in row.support}
    if head.form != "competing":
        return rows <= held
    found = rows | {one.id for topic in block.topics for one in topic.sentence.support}
    return {name for name in found if name.startswith("h")} <= held


def _news_faults(brief: Brief, evidence: Evidence) -> Iterator[Failure]:
    """Yield what names another earlier time than the brief, or is told as news and is none."""
    since = f"{brief.compared}:{brief.since}"
    for sentence in brief.all_sentences():
        if any(one != since for one in since_given(sentence)):
            yield Failure(sentence.id, sentence.text, "it names another time than the brief")
        if brief.since is not None and sentence.form in _NEWS:
            names = [support.id for support in sentence.support]
            try:
                new = any(is_new(one, since) for one in known_sources(evidence, names))
            except CompileError:
                new = False
            if not new:
                yield Failure(sentence.id, sentence.text, "it rests on no new report")


def _topic_faults(topic: Topic, evidence: Evidence) -> Iterator[Failure]:
    """Yield what is of another record than it stands under, and reasons no report of an event tells."""
    if topic.sentence.form in _OWNING:
        first = topic.sentence.support[:1]
        for one in topic.under:
            if [each.id for each in one.support[:1]] != [each.id for each in first]:
                yield Failure(one.id, one.text, "it is not of what it stands under")
    names = [support.id for support in topic.sentence.support]
    try:
        reports = {source.id for source in known_sources(evidence, names)}
    except CompileError as error:
        yield Failure(topic.sentence.id, topic.sentence.text, error.message())
        return
    for reason in topic.reasons:
        try:
            joined = known_sources(evidence, [support.id for support in reason.support])
        except CompileError as error:
            yield Failure(reason.id, reason.text, error.message())
            continue
        if not {source.id for source in joined} <= reports:
            yield Failure(reason.id, reason.text, "it joins what no report of the event tells")


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
        known = any(
            support.id in held
            for held in (evidence.sources, evidence.decisions, evidence.people.records)
        )
        if citation is None and not known:
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
            drawn = redraws_rows(block.figure, block.rows, evidence)
        except OnrecordError as error:
            yield Failure(name, text, f"the chart does not follow: {error.message()}")
            continue
        if not drawn:
            yield Failure(name, text, "the chart is not what its figures draw")
