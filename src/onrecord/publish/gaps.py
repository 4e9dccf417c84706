"""The sections of what is not known and of the sources."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.domain.brief import Block, Sentence
from onrecord.domain.reading import Reading
from onrecord.domain.tally import Tally
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.collect import Collection
from onrecord.publish.counts import cite_observation

#: Longer lists are cut, and say so.
MAX_UNKNOWN = 30


def unknown_blocks(
    readings: Sequence[Reading], tallies: Sequence[Tally], *, collection: Collection
) -> tuple[Block, ...]:
    """Return undated documents, unknown publishers, undated figures, and what reports call unknown."""
    ordered = sorted(readings, key=lambda one: (one.document.date_edtf or "~", one.document.id))
    sentences = [
        *_about_documents(ordered, collection),
        *_about_figures(tallies, collection),
    ]
    gaps = [one for reading in ordered for one in reading.statements if one.kind == "meta.gap"]
    room = max(0, MAX_UNKNOWN - len(sentences))
    sentences += [
        collection.draft("not_told", [(collection.cite(one), "content")]) for one in gaps[:room]
    ]
    cut = tuple(dict.fromkeys(one.id for one in gaps[room:]))
    if cut:
        sentences.append(collection.draft("left_out", (), given=("statements", *cut)))
    return (Block(sentences=tuple(sentences)),) if sentences else ()


def source_blocks(current: Sequence[str], *, collection: Collection) -> tuple[Block, ...]:
    """Return how many origins stand behind the documents; the layout prints the documents."""
    names = [(collection.document(name), "source") for name in current]
    return (Block(sentences=(collection.draft("sources", names),)),) if names else ()


def _about_documents(readings: Sequence[Reading], collection: Collection) -> list[Sentence]:
    found: list[Sentence] = []
    for reading in readings:
        document = reading.document
        name = [(collection.document(document.id), "source")]
        day = document.doc_date
        if isinstance(day, Unknown) or day.edtf is None:
            found.append(collection.draft("undated", name))
        if document.publisher is None:
            found.append(collection.draft("unpublished", name))
    return found


def _about_figures(tallies: Sequence[Tally], collection: Collection) -> list[Sentence]:
    return [
        collection.draft("undated_figure", [(cite_observation(one, collection), "figure")])
        for tally in tallies
        for one in tally.observations
        if not isinstance(one.as_of, When) or one.as_of.edtf is None
    ]
