"""From material to a brief that holds, or to a `CompileError` that names the sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from onrecord.domain.brief import Block, Brief, SectionId
from onrecord.domain.escalation import EscalationStep, Threshold
from onrecord.domain.event_line import EventLine
from onrecord.domain.gap import Gap
from onrecord.domain.grouping import EventGroup
from onrecord.domain.hypothesis import Hypothesis, Indicator
from onrecord.domain.ledger import Head
from onrecord.domain.link import Link
from onrecord.domain.posture import PostureElement
from onrecord.domain.question import Question, QuestionDraft
from onrecord.domain.reading import Reading
from onrecord.domain.recorded import Recorded
from onrecord.domain.revision import Revision
from onrecord.domain.tally import Tally
from onrecord.domain.timeline import TimelineEntry
from onrecord.publish.accounts import imagined_blocks, said_blocks
from onrecord.publish.asked import question_blocks
from onrecord.publish.assessed import authority_blocks, escalation_blocks, posture_blocks
from onrecord.publish.changes import change_blocks, lead_of
from onrecord.publish.collect import Collection, collection_of
from onrecord.publish.counts import count_blocks
from onrecord.publish.evidence import evidence_of
from onrecord.publish.finish import finished_sections, refuse_broken, written_sentence
from onrecord.publish.gaps import source_blocks, unknown_blocks
from onrecord.publish.happened import happened_blocks
from onrecord.publish.judged import hypothesis_blocks, shelf_of
from onrecord.publish.standing import standing_blocks
from onrecord.publish.whole import whole_event, whole_reading, whole_tally


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a brief is compiled from.

    Attributes:
        readings: Current versions.
        superseded: Versions another replaces; quoted only for what an edit changed.
        tallies: Running counts.
        timeline: What happened when.
        links: How statements stand to one another.
        revisions: What new versions changed.
        head: The end of the ledger.
        as_of: The time asked for; `None` means everything on record.
        title: The editor's title.
        events: What happened, each with its accounts; in order of day.
        lines: The events that deserve a line of a timeline, with the words that stand for each.
        lineages: Document id and origin, where near-duplicates share one; without an entry a
            document counts by the origin it declares.
        gaps: What the cited words come to for each act.
        elements: Forces as reported.
        steps: Steps of escalation.
        thresholds: What is reported as crossed, and as not crossed.
        hypotheses: Those in force, the newest of each name.
        indicators: Those in force, the newest of each name.
        questions: Those asked, with what was forecast and how they ended.
        drafts: What reading found that nobody has asked yet.
        recorded: The records of people that hypotheses, indicators and questions come from, in the
            order of the ledger: hypotheses, indicators, questions, forecasts, resolutions.
        doubtful: Ids of the statements they cite whose words were taken back or dismissed.
        today: The day that ages are counted to; `None` where no document has a day.
    """

    readings: tuple[Reading, ...]
    superseded: tuple[Reading, ...]
    tallies: tuple[Tally, ...]
    timeline: tuple[TimelineEntry, ...]
    links: tuple[Link, ...]
    revisions: tuple[Revision, ...]
    head: Head
    as_of: str | None
    title: str
    events: tuple[EventGroup, ...] = ()
    lines: tuple[EventLine, ...] = ()
    lineages: tuple[tuple[str, str], ...] = ()
    gaps: tuple[Gap, ...] = ()
    elements: tuple[PostureElement, ...] = ()
    steps: tuple[EscalationStep, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    questions: tuple[Question, ...] = ()
    drafts: tuple[QuestionDraft, ...] = ()
    recorded: tuple[Recorded, ...] = ()
    doubtful: tuple[str, ...] = ()
    today: date | None = None


def compile_brief(material: Material, *, generator: str) -> Brief:
    """Return the brief of `material`; the same material gives the same brief.

    Args:
        material: Current readings and what was reconciled from them.
        generator: Name and version of the program, printed at the foot.

    Raises:
        CompileError: a sentence does not follow from its support; the message names it.
    """
    material = _whole(material)
    collection = collection_of(
        (*material.readings, *material.superseded),
        lineages=material.lineages,
        tallies=material.tallies,
    )
    for name in _in_order(material.readings):
        collection.document(name)
    lead = lead_of(material.tallies, _current(material), collection=collection)
    drafts: dict[SectionId, tuple[Block, ...]] = {
        "changed": change_blocks(
            material.tallies, revisions=material.revisions, readings=material.readings,
            collection=collection,
        ),
        "counts": count_blocks(material.tallies, collection=collection),
        "timeline": happened_blocks(
            material.events, material.lines, material.timeline, collection=collection
        ),
        "standing": standing_blocks(material.links, material.tallies, collection=collection),
        **_assessed(material, collection),
        "said": said_blocks(material.readings, collection=collection),
        "imagined": imagined_blocks(material.readings, collection=collection),
        "unknown": unknown_blocks(
            material.readings, material.tallies, collection=collection
        ),
        "sources": source_blocks(_current(material), collection=collection),
    }  # fmt: skip
    evidence = evidence_of(
        collection.citations(), collection.documents(), records=collection.records()
    )
    brief = Brief(
        title=material.title,
        generated_from=material.head,
        as_of=material.as_of,
        generator=generator,
        lead=None if lead is None else written_sentence(lead, evidence),
        sections=finished_sections(drafts, evidence),
        citations=collection.citations(),
        documents=collection.documents(),
        records=collection.records(),
    )
    refuse_broken(brief)
    return brief


def _assessed(material: Material, collection: Collection) -> dict[SectionId, tuple[Block, ...]]:
    """Return the blocks of what is assessed from the record, and of what people hold."""
    shelf = shelf_of(material.recorded, collection=collection, doubtful=material.doubtful)
    return {
        "authority": authority_blocks(material.gaps, collection=collection),
        "posture": posture_blocks(
            material.elements, today=material.today, collection=collection
        ),
        "escalation": escalation_blocks(
            material.steps, material.thresholds, collection=collection
        ),
        "hypotheses": hypothesis_blocks(
            material.hypotheses, material.indicators, shelf=shelf
        ),
        "questions": question_blocks(
            material.questions, material.drafts, shelf=shelf
        ),
    }  # fmt: skip


def _whole(material: Material) -> Material:
    """Return the material without statements and figures that no citation could hold."""
    readings = tuple(whole_reading(reading) for reading in material.readings)
    cut = {one.id for reading in material.readings for one in reading.statements}
    cut -= {one.id for reading in readings for one in reading.statements}
    texts = {one.document.id: one.text for one in (*material.readings, *material.superseded)}
    tallies = (whole_tally(tally, texts, cut=cut) for tally in material.tallies)
    return replace(
        material,
        readings=readings,
        tallies=tuple(tally for tally in tallies if tally is not None),
        events=tuple(
            kept for group in material.events if (kept := whole_event(group, cut=cut)) is not None
        ),
        lines=tuple(line for line in material.lines if line.lead.id not in cut),
        timeline=tuple(entry for entry in material.timeline if entry.statement.id not in cut),
        links=tuple(link for link in material.links if not {link.from_id, link.to_id} & cut),
    )


def _in_order(readings: Iterable[Reading]) -> tuple[str, ...]:
    """Return document ids by date, undated ones last."""
    dated = [(reading.document.date_edtf or "~", reading.document.id) for reading in readings]
    return tuple(name for _, name in sorted(dated))


def _current(material: Material) -> tuple[str, ...]:
    return _in_order(material.readings)


__all__ = ["Material", "compile_brief"]
