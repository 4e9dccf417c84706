"""`escalation`: who moved up or down in which dimension, thresholds, answers, pathways, with the words."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.assess.pathways import pathways_of
from onrecord.assess.responses import responses_of
from onrecord.assess.steps import steps_of
from onrecord.assess.thresholds import thresholds_of
from onrecord.cli.options import AsOfOption, JsonOption, StoreOption
from onrecord.cli.output import emit_rows, emit_table, emit_text, say
from onrecord.cli.times import parse_as_of
from onrecord.config import load_settings
from onrecord.domain.case import Case
from onrecord.domain.errors import UsageError
from onrecord.pipeline.assessing import case_of
from onrecord.publish.escalation_rows import (
    PATHWAY_COLUMNS,
    RESPONSE_COLUMNS,
    STEP_COLUMNS,
    THRESHOLD_COLUMNS,
    Escalation,
    escalation_markdown,
    escalation_rows,
    pathway_cells,
    response_cells,
    step_cells,
    threshold_cells,
)
from onrecord.wiring import gazetteer, open_record

MarkdownOption = Annotated[bool, typer.Option("--md", help="Print Markdown.")]


def escalation(
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    as_md: MarkdownOption = False,
) -> None:
    """Print who moved up or down in which dimension, and which thresholds are and are not crossed.

    Each line cites the words that say so. There is no single number: dimensions stand apart, published
    scores are a side column, and what is only threatened, planned or supposed makes no step up.
    """
    if as_json and as_md:
        raise UsageError("--json and --md exclude one another; leave one out")
    with open_record(load_settings(store=store), read_only=True) as record:
        case = case_of(record.store, record.archive, gazetteer(), as_of=parse_as_of(as_of))
    found = Escalation(steps_of(case), thresholds_of(case), responses_of(case), pathways_of(case))
    if as_json:
        emit_rows(escalation_rows(found, case))
    elif as_md:
        emit_text(escalation_markdown(found, case))
    else:
        _print(found, case)


def _print(found: Escalation, case: Case) -> None:
    emit_table(
        f"{len(found.steps)} steps", STEP_COLUMNS, (step_cells(one, case) for one in found.steps)
    )
    emit_table(
        f"{len(found.thresholds)} thresholds spoken of",
        THRESHOLD_COLUMNS,
        (row for one in found.thresholds for row in threshold_cells(one, case)),
    )
    emit_table(
        f"{len(found.responses)} responses",
        RESPONSE_COLUMNS,
        (response_cells(one, case) for one in found.responses),
    )
    emit_table(
        f"{len(found.pathways)} pathways",
        PATHWAY_COLUMNS,
        (pathway_cells(one, case) for one in found.pathways),
    )
    if not found.steps:
        say("no statement on record reports a step; `onrecord statements` shows what was read")
