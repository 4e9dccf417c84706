"""From what changed between two states of the record to a brief that holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord.domain.brief import Block, Brief, Compared, Section, SectionId
from onrecord.domain.difference import Changes, EventChange, TallyChange
from onrecord.domain.event_line import EventLine
from onrecord.domain.grouping import EventGroup
from onrecord.domain.ledger import Head
from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.publish.collect import Collection, collection_of, name_origins
from onrecord.publish.evidence import evidence_of
from onrecord.publish.finish import finished, refuse_broken, written_sentence
from onrecord.publish.gaps import source_blocks
from onrecord.publish.news import News, arrival_line, news_blocks
from onrecord.publish.whole import whole_event, whole_reading, whole_tally
from onrecord.publish.wording import heading_words


@dataclass(frozen=True, slots=True)
class NewsMaterial:
    """Everything a brief of changes is compiled from.

    Attributes:
        changes: What differs between the two states.
        readings: Every version either state holds.
        lines: The later state's events that deserve a line of a timeline.
        links: Every link of the later state.
        undated: Reports left out of a comparison by date, because their day cannot be told.
        lineages: Document id and origin, the later state's where both know one.
        compared: What was compared.
        since: The earlier time.
        until: The later time; `None` means everything on record.
        head: The end of the ledger the later state was read at.
        title: The editor's title.
    """

    changes: Changes
    readings: tuple[Reading, ...]
    lines: tuple[EventLine, ...]
    links: tuple[Link, ...]
    undated: tuple[Reading, ...]
    lineages: tuple[tuple[str, str], ...]
    compared: Compared
    since: str
    until: str | None
    head: Head
    title: str


def compile_news(material: NewsMaterial, *, generator: str) -> Brief:
    """Return the brief of what changed; the same material gives the same brief.

    Args:
        material: What changed, with the readings of both states.
        generator: Name and version of the program, printed at the foot.

    Raises:
        CompileError: a sentence does not follow from its support; the message names it.
    """
    readings = tuple(whole_reading(reading) for reading in material.readings)
    cut = {one.id for reading in material.readings for one in reading.statements}
    cut -= {one.id for reading in readings for one in reading.statements}
    collection = collection_of(readings, lineages=material.lineages)
    news = News(
        changes=_whole(material, cut),
        links=material.links,
        since=f"{material.compared}:{material.since}",
        lines={
            one.group.accounts[0].key: one
            for one in material.lines
            if not one.background and one.lead.id not in cut
        },
        undated=material.undated,
    )
    lead = arrival_line(news, collection=collection)
    drafts: dict[SectionId, tuple[Block, ...]] = {
        "changed": news_blocks(news, collection=collection),
    }
    name_origins(collection)
    drafts["sources"] = source_blocks(_current(collection), collection=collection)
    evidence = evidence_of(collection.citations(), collection.documents(), collection.decisions())
    brief = Brief(
        title=material.title,
        generated_from=material.head,
        as_of=material.until,
        generator=generator,
        lead=written_sentence(lead, evidence),
        sections=tuple(
            Section(
                name, _heading(name, material), tuple(finished(one, evidence) for one in blocks)
            )
            for name, blocks in drafts.items()
            if blocks
        ),
        citations=collection.citations(),
        documents=collection.documents(),
        since=material.since,
        compared=material.compared,
        decisions=collection.decisions(),
    )
    refuse_broken(brief)
    return brief


def _heading(name: str, material: NewsMaterial) -> str:
    return heading_words(
        name, since=material.since, until=material.until, compared=material.compared
    )


def _current(collection: Collection) -> tuple[str, ...]:
    """Return the documents named so far, by date, undated ones last."""
    named = [document.document for document in collection.documents()]
    dated = [(collection.readings[name].document.date_edtf or "~", name) for name in named]
    return tuple(name for _, name in sorted(dated))


def _whole(material: NewsMaterial, cut: set[str]) -> Changes:
    """Return the changes without statements and figures that no citation could hold."""
    texts = {reading.document.id: reading.text for reading in material.readings}
    changes = material.changes
    return replace(
        changes,
        events=tuple(_whole_changes(changes.events, cut)),
        tallies=tuple(_whole_tallies(changes.tallies, texts, cut=cut)),
        links=tuple(one for one in changes.links if not {one.from_id, one.to_id} & cut),
    )


def _whole_changes(changes: Iterable[EventChange], cut: set[str]) -> Iterable[EventChange]:
    for change in changes:
        kept = replace(
            change, before=_whole_groups(change.before, cut), after=_whole_groups(change.after, cut)
        )
        if bool(kept.before) == bool(change.before) and bool(kept.after) == bool(change.after):
            yield kept


def _whole_groups(groups: Iterable[EventGroup], cut: set[str]) -> tuple[EventGroup, ...]:
    found = (whole_event(group, cut=cut) for group in groups)
    return tuple(group for group in found if group is not None)


def _whole_tallies(
    changes: Iterable[TallyChange], texts: Mapping[str, str], *, cut: set[str]
) -> Iterable[TallyChange]:
    for change in changes:
        tally = whole_tally(change.tally, texts, cut=cut)
        if tally is not None:
            added = tuple(one for one in change.added if one in tally.observations)
            yield replace(change, tally=tally, added=added)
