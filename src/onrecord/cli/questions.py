"""`questions`: what reports foretell and ask, what people asked and forecast of it, and how they did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from onrecord.assess.drafts import drafts_of
from onrecord.assess.scoring import scorecard_of
from onrecord.cli import asking, forecasting
from onrecord.cli.options import AsOfOption, JsonOption, StoreOption
from onrecord.cli.output import emit_rows, emit_table, emit_text, printable, say
from onrecord.cli.times import parse_as_of
from onrecord.config import load_settings
from onrecord.domain.case import Case
from onrecord.domain.errors import UsageError
from onrecord.domain.question import QuestionDraft
from onrecord.domain.scorecard import Scorecard
from onrecord.pipeline.assessing import case_of
from onrecord.pipeline.questions import load_questions
from onrecord.publish.question_page import (
    BAND_COLUMNS,
    CAUTION,
    DRAFT_COLUMNS,
    MEAN_COLUMNS,
    QUESTION_COLUMNS,
    band_cells,
    calibration_words,
    counts_words,
    draft_cells,
    mean_cells,
    question_cells,
    questions_markdown,
    scorecard_markdown,
)
from onrecord.publish.question_rows import draft_row, question_row, scorecard_row
from onrecord.wiring import SystemClock, gazetteer, open_record, statistics

questions_app = typer.Typer(invoke_without_command=True)

MarkdownOption = Annotated[bool, typer.Option("--md", help="Print Markdown.")]


@dataclass(frozen=True, slots=True)
class _Held:
    """What a record holds of questions.

    Attributes:
        case: What drafts are found in, and words are looked up in.
        drafts: Those nobody has asked or declined.
        card: Every question with its scores.
    """

    case: Case
    drafts: tuple[QuestionDraft, ...]
    card: Scorecard


@questions_app.callback()
def questions(
    context: typer.Context,
    with_scores: Annotated[bool, typer.Option("--scores", help="Print the scorecard.")] = False,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    as_md: MarkdownOption = False,
) -> None:
    """Print the questions asked, and what reports foretell, threaten, pledge or ask that may become one.

    A draft has a day only where its words state one; it is scored by nobody until a person asks it.
    """
    if context.invoked_subcommand is not None:
        if with_scores or as_of is not None or store is not None or as_json or as_md:
            raise UsageError(f"put the options after `questions {context.invoked_subcommand}`")
        return
    if with_scores:
        scores(as_of=as_of, store=store, as_json=as_json, as_md=as_md)
        return
    held = _load(store, as_of, as_json=as_json, as_md=as_md)
    if as_json:
        emit_rows(question_row(one, held.case) for one in held.card.questions)
        emit_rows(draft_row(one, held.case) for one in held.drafts)
    elif as_md:
        emit_text(printable(questions_markdown(held.drafts, held.card.questions, held.case)))
    else:
        _print(held)


@questions_app.command("scores")
def scores(
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    as_md: MarkdownOption = False,
) -> None:
    """Print how forecasts did: Brier, log and CRPS beside base rate and status quo, and calibration."""
    held = _load(store, as_of, as_json=as_json, as_md=as_md)
    if as_json:
        emit_rows([scorecard_row(held.card)])
        emit_rows(question_row(one, held.case) for one in held.card.questions)
        return
    if as_md:
        emit_text(printable(scorecard_markdown(held.card, held.case)))
        return
    emit_table(counts_words(held.card.counts), MEAN_COLUMNS, map(mean_cells, held.card.means))
    emit_table(
        calibration_words(held.card.calibration), BAND_COLUMNS, band_cells(held.card.calibration)
    )
    say(CAUTION)


questions_app.command("ask")(asking.ask)
questions_app.command("decline")(asking.decline)
questions_app.command("forecast")(forecasting.forecast)
questions_app.command("resolve")(asking.resolve)
questions_app.command("unresolve")(asking.unresolve)


def _load(store: Path | None, as_of: str | None, *, as_json: bool, as_md: bool) -> _Held:
    if as_json and as_md:
        raise UsageError("--json and --md are two kinds of output; choose one")
    moment = parse_as_of(as_of)
    with open_record(load_settings(store=store), read_only=True) as record:
        asked = load_questions(record.store, as_of=moment)
        case = case_of(record.store, record.archive, gazetteer(), as_of=moment)
    today = date.fromisoformat((moment or SystemClock().now())[:10])
    drawn = {one.statement for one in asked if one.statement is not None}
    return _Held(
        case=case,
        drafts=tuple(one for one in drafts_of(case) if drawn.isdisjoint(one.statements)),
        card=scorecard_of(asked, statistics(), today=today),
    )


def _print(held: _Held) -> None:
    if held.card.questions:
        emit_table(
            counts_words(held.card.counts),
            QUESTION_COLUMNS,
            map(question_cells, held.card.questions),
        )
    emit_table(
        f"{len(held.drafts)} drafts nobody has asked",
        DRAFT_COLUMNS,
        (draft_cells(one, held.case) for one in held.drafts),
    )
    if held.drafts:
        say(
            "onrecord questions ask ID --criteria … --resolver … --closes … --resolves …, or decline it"
        )
