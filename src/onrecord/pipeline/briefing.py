"""From the record to a compiled brief."""

from __future__ import annotations

from onrecord.assess.drafts import drafts_of
from onrecord.assess.gaps import gaps_of
from onrecord.assess.postures import elements_of
from onrecord.assess.steps import steps_of
from onrecord.assess.thresholds import thresholds_of
from onrecord.domain.brief import Brief
from onrecord.pipeline.assessing import case_from
from onrecord.pipeline.decisions import load_decisions
from onrecord.pipeline.hypotheses import load_hypotheses, load_indicators
from onrecord.pipeline.people import load_recorded, standing_of, statements_named
from onrecord.pipeline.questions import load_questions
from onrecord.pipeline.record import load_readings
from onrecord.pipeline.state import lines_of, standing, state_of
from onrecord.ports.archive import Archive
from onrecord.ports.gazetteer import Gazetteer
from onrecord.ports.record_store import RecordStore
from onrecord.publish.compile import Material, compile_brief


def brief_of(
    store: RecordStore,
    archive: Archive,
    gazetteer: Gazetteer,
    *,
    title: str,
    generator: str,
    as_of: str | None = None,
) -> Brief:
    """Compile the brief of everything on record at `as_of`.

    Raises:
        CompileError: a sentence does not follow from its support; nothing is published.
        StoreError: the record cannot be read.
    """
    readings = load_readings(store, archive, as_of=as_of)
    decisions = [one.decision for one in load_decisions(store, as_of=as_of)]
    reconciled = standing(state_of(store, readings, as_of=as_of), decisions)
    case = case_from(reconciled, gazetteer, as_of=as_of)
    recorded = load_recorded(store, as_of=as_of)
    named = statements_named(one.record for one in recorded)
    doubtful, _ = standing_of(store, named, readings, as_of=as_of)
    material = Material(
        readings=reconciled.readings,
        superseded=reconciled.superseded,
        tallies=reconciled.tallies,
        events=reconciled.events,
        lines=lines_of(reconciled),
        timeline=reconciled.timeline,
        links=reconciled.links,
        revisions=reconciled.revisions,
        lineages=reconciled.lineages,
        gaps=gaps_of(case),
        elements=elements_of(case),
        steps=steps_of(case),
        thresholds=thresholds_of(case),
        hypotheses=load_hypotheses(store, as_of=as_of),
        indicators=load_indicators(store, as_of=as_of),
        questions=load_questions(store, as_of=as_of),
        drafts=drafts_of(case),
        recorded=recorded,
        doubtful=doubtful,
        today=case.today,
        head=store.head(as_of=as_of),
        as_of=as_of,
        title=title,
    )
    return compile_brief(material, generator=generator)
