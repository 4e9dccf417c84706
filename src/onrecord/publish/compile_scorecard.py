"""From the questions on record to the public page on which each stands beside its forecasts and scores."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.domain.brief import Block, Brief, SectionId
from onrecord.domain.ledger import Head
from onrecord.domain.question import Question
from onrecord.domain.reading import Reading
from onrecord.domain.recorded import Recorded
from onrecord.publish.asked import question_topic
from onrecord.publish.collect import Collection, collection_of, name_origins
from onrecord.publish.evidence import Evidence, evidence_of
from onrecord.publish.finish import finished_sections, refuse_broken, written_sentence
from onrecord.publish.gaps import source_blocks
from onrecord.publish.judged import shelf_of
from onrecord.publish.scored import calibration_blocks, mean_blocks
from onrecord.publish.whole import whole_reading


@dataclass(frozen=True, slots=True)
class ScoreMaterial:
    """Everything the scorecard is compiled from.

    Attributes:
        questions: As they were asked, with what was forecast and how they ended, in that order.
        recorded: The records they come from, in the order of the ledger.
        readings: Every version on record, for the words that questions, forecasts and resolutions cite.
        lineages: Document id and origin, where near-duplicates share one.
        doubtful: Ids of the statements cited whose words were taken back or dismissed.
        head: The end of the ledger.
        as_of: The time asked for; `None` means everything on record.
        title: The editor's title.
    """

    questions: tuple[Question, ...]
    recorded: tuple[Recorded, ...]
    readings: tuple[Reading, ...]
    lineages: tuple[tuple[str, str], ...]
    doubtful: tuple[str, ...]
    head: Head
    as_of: str | None
    title: str


def compile_scorecard(material: ScoreMaterial, *, generator: str) -> Brief:
    """Return the scorecard; the same material gives the same page.

    Args:
        material: Every question with its records.
        generator: Name and version of the program, printed at the foot.

    Raises:
        CompileError: a sentence does not follow from its support; the message names it.
    """
    readings = tuple(whole_reading(reading) for reading in material.readings)
    collection = collection_of(readings, lineages=material.lineages)
    shelf = shelf_of(material.recorded, collection=collection, doubtful=material.doubtful)
    names = [shelf.record(replace(one, forecasts=(), resolution=None, scores=()).id)
             for one in material.questions]  # fmt: skip
    topics = tuple(question_topic(one, shelf) for one in material.questions)
    name_origins(collection)
    evidence = _evidence(collection)
    every = [(name, "question") for name in names]
    lead = collection.draft("asked_total", every) if names else None
    drafts: dict[SectionId, tuple[Block, ...]] = {
        "scores": mean_blocks(evidence.people, collection=collection),
        "calibration": calibration_blocks(evidence.people, collection=collection),
        "questions": (Block(topics=topics),) if topics else (),
        "sources": source_blocks(_cited(collection), collection=collection),
    }
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
        kind="scorecard",
    )
    refuse_broken(brief)
    return brief


def _evidence(collection: Collection) -> Evidence:
    return evidence_of(collection.citations(), collection.documents(), records=collection.records())


def _cited(collection: Collection) -> tuple[str, ...]:
    """Return the documents cited, by date, undated ones last."""
    named = [one.document for one in collection.documents()]
    dated = [(collection.readings[name].document.date_edtf or "~", name) for name in named]
    return tuple(name for _, name in sorted(dated))
