"""From material to a brief that holds, or to a `CompileError` that names the sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.domain.brief import Block, Brief, Section, SectionId, Sentence
from onrecord.domain.errors import CompileError
from onrecord.domain.ledger import Head
from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.revision import Revision
from onrecord.domain.tally import Tally
from onrecord.domain.timeline import TimelineEntry
from onrecord.domain.unknown import Unknown
from onrecord.publish.accounts import imagined_blocks, said_blocks, timeline_blocks
from onrecord.publish.changes import change_blocks, lead_of
from onrecord.publish.chart import draw, points_of
from onrecord.publish.check import check
from onrecord.publish.collect import Collection
from onrecord.publish.counts import count_blocks
from onrecord.publish.evidence import Evidence, evidence_of
from onrecord.publish.forms import write
from onrecord.publish.gaps import source_blocks, unknown_blocks
from onrecord.publish.whole import whole_reading, whole_tally
from onrecord.publish.wording import HEADINGS


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
        lineages: Document id and origin, where near-duplicates share one; without an entry a
            document counts by the origin it declares.
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
    lineages: tuple[tuple[str, str], ...] = ()


def compile_brief(material: Material, *, generator: str) -> Brief:
    """Return the brief of `material`; the same material gives the same brief.

    Args:
        material: Current readings and what was reconciled from them.
        generator: Name and version of the program, printed at the foot.

    Raises:
        CompileError: a sentence does not follow from its support; the message names it.
    """
    collection = _collection(material)
    material = _whole(material)
    for name in _in_order(material.readings):
        collection.document(name)
    lead = lead_of(material.tallies, _current(material), collection=collection)
    drafts: dict[SectionId, tuple[Block, ...]] = {
        "changed": change_blocks(
            material.tallies, material.links, revisions=material.revisions,
            readings=material.readings, collection=collection,
        ),
        "counts": count_blocks(material.tallies, collection=collection),
        "timeline": timeline_blocks(material.timeline, collection=collection),
        "said": said_blocks(material.readings, collection=collection),
        "imagined": imagined_blocks(material.readings, collection=collection),
        "unknown": unknown_blocks(
            material.readings, material.tallies, collection=collection
        ),
        "sources": source_blocks(_current(material), collection=collection),
    }  # fmt: skip
    evidence = evidence_of(collection.citations(), collection.documents())
    brief = Brief(
        title=material.title,
        generated_from=material.head,
        as_of=material.as_of,
        generator=generator,
        lead=None if lead is None else _written(lead, evidence),
        sections=tuple(
            Section(name, HEADINGS[name], tuple(_finished(block, evidence) for block in blocks))
            for name, blocks in drafts.items()
            if blocks
        ),
        citations=collection.citations(),
        documents=collection.documents(),
    )
    _refuse(brief)
    return brief


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
        timeline=tuple(entry for entry in material.timeline if entry.statement.id not in cut),
        links=tuple(link for link in material.links if not {link.from_id, link.to_id} & cut),
    )


def _collection(material: Material) -> Collection:
    readings = (*material.readings, *material.superseded)
    shared = dict(material.lineages)
    for tally in material.tallies:
        shared |= {one.span.document: one.lineage for one in tally.observations}
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


def _declared(reading: Reading) -> str:
    origin = reading.document.lineage.origin
    own_name = f"document {reading.document.id.removeprefix('doc-')[:8]}"
    return own_name if isinstance(origin, Unknown) else origin


def _in_order(readings: Iterable[Reading]) -> tuple[str, ...]:
    """Return document ids by date, undated ones last."""
    dated = [(reading.document.date_edtf or "~", reading.document.id) for reading in readings]
    return tuple(name for _, name in sorted(dated))


def _current(material: Material) -> tuple[str, ...]:
    return _in_order(material.readings)


def _finished(block: Block, evidence: Evidence) -> Block:
    """Return the block with its texts written and, where its rows are figures, its chart drawn."""
    rows = tuple(_written(row, evidence) for row in block.rows)
    names = [support.id for row in rows for support in row.support]
    points = points_of([evidence.citation(name) for name in names], evidence) if names else ()
    return Block(
        heading=None if block.heading is None else _written(block.heading, evidence),
        sentences=tuple(_written(sentence, evidence) for sentence in block.sentences),
        rows=rows,
        figure=draw(points) if points else None,
    )


def _written(sentence: Sentence, evidence: Evidence) -> Sentence:
    try:
        return write(sentence, evidence)
    except CompileError as error:
        named = ", ".join(support.id for support in sentence.support)
        raise CompileError(
            f"sentence {sentence.id} ({sentence.form}, resting on {named or 'nothing'}): "
            f"{error.message()}"
        ) from error


def _refuse(brief: Brief) -> None:
    failures = check(brief)
    if failures:
        first = failures[0]
        more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
        raise CompileError(f"sentence {first.sentence_id}: {first.why}: {first.text[:160]!r}{more}")


__all__ = ["Material", "compile_brief"]
