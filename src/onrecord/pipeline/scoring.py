"""From the record to the public page of questions and scores."""

from __future__ import annotations

from onrecord.domain.brief import Brief
from onrecord.pipeline.people import load_recorded, standing_of, statements_named
from onrecord.pipeline.questions import load_questions
from onrecord.pipeline.record import load_readings
from onrecord.ports.archive import Archive
from onrecord.ports.record_store import RecordStore
from onrecord.publish.compile_scorecard import ScoreMaterial, compile_scorecard


def scorecard_of(
    store: RecordStore, archive: Archive, *, title: str, generator: str, as_of: str | None = None
) -> Brief:
    """Compile the page of every question on record at `as_of`.

    Raises:
        CompileError: a sentence does not follow from its support; nothing is published.
        StoreError: the record cannot be read.
    """
    recorded = load_recorded(store, as_of=as_of, kinds=("question", "forecast", "resolution"))
    names = statements_named(one.record for one in recorded)
    readings = load_readings(store, archive, as_of=as_of) if names else ()
    doubtful, lineages = standing_of(store, names, readings, as_of=as_of)
    material = ScoreMaterial(
        questions=load_questions(store, as_of=as_of),
        recorded=recorded,
        readings=tuple(readings),
        lineages=lineages,
        doubtful=doubtful,
        head=store.head(as_of=as_of),
        as_of=as_of,
        title=title,
    )
    return compile_scorecard(material, generator=generator)
