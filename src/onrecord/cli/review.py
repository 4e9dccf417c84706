"""`review`: what is worth a look first, the words behind it, and what was decided and put right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from onrecord.cli import deciding
from onrecord.cli.options import AsOfOption, JsonOption, StoreOption
from onrecord.cli.output import emit_rows, emit_table, emit_text, say
from onrecord.cli.times import parse_as_of
from onrecord.config import load_settings
from onrecord.domain.errors import UsageError
from onrecord.domain.review import Concern, Verdict
from onrecord.domain.revision import Revision
from onrecord.domain.statement import Statement
from onrecord.pipeline.review import Review, find, review_of, statements_of, subjects_of
from onrecord.publish.corrections import correction_row
from onrecord.publish.review_rows import concern_row, decision_row, words_row
from onrecord.wiring import gazetteer, open_record

review_app = typer.Typer(invoke_without_command=True)

#: How many concerns people are shown at a time.
_SHOWN = 30
_REASONS = {
    "suspended": "words changed or withdrawn", "contradiction": "origins exclude one another",
    "fall": "a count fell", "single_origin": "much harm, one origin",
    "close_join": "barely one event", "unresolved": "who is meant", "undated": "no date",
}  # fmt: skip
_STATES = {
    "in_force": "in force", "in_part": "in force in part", "undone": "undone",
    "overridden": "overridden", "suspended": "suspended: words changed",
    "idle": "idle: not on record now",
}  # fmt: skip


@review_app.callback()
def review(
    context: typer.Context,
    limit: Annotated[
        int, typer.Option("--limit", min=1, help="How many to show; --json prints all.")
    ] = _SHOWN,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """List what is worth a look first, and why; decide with the commands below."""
    if context.invoked_subcommand is not None:
        if store is not None or as_of is not None or as_json or limit != _SHOWN:
            raise UsageError(f"put the options after `review {context.invoked_subcommand}`")
        return
    found = _reviewed(store, as_of).concerns
    if as_json:
        emit_rows(concern_row(one) for one in found)
        return
    emit_table(
        f"{len(found)} things to look at" if found else "nothing to look at",
        ("id", "why", "record", "about"),
        map(_concern, found[:limit]),
    )
    if len(found) > limit:
        say(f"{len(found) - limit} more: --limit shows more, --json all")
    if found:
        say("the words: onrecord review show ID; then accept, correct, merge, split or dismiss")


@review_app.command("show")
def show(
    name: deciding.IdArgument,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print the words behind an id, and every decision about it."""
    held = _reviewed(store, as_of)
    known = find(held, name)
    words = statements_of(held, known)
    named = {known, *subjects_of(held, known), *(one.id for one in words)}
    about = [one for one in held.verdicts if named & _named(one)]
    edits = [one for one in held.reconciled.revisions if one.id in named]
    if as_json:
        emit_rows(words_row(one) for one in words)
        emit_rows(correction_row(one) for one in edits)
        emit_rows(decision_row(one) for one in about)
        return
    emit_text(known)
    for concern in held.concerns:
        if known in (concern.id, concern.record):
            emit_text(f"{_REASONS[concern.reason]}: {concern.about}")
    emit_table(
        f"{len(words)} statements", ("id", "outlet", "date", "words"),
        ((one.id[:12], *_outlet(one, held), one.content.exact) for one in words),
    )  # fmt: skip
    if edits:
        _emit_corrections(edits)
    if about:
        _emit_log(about)


@review_app.command("log")
def log(as_of: AsOfOption = None, store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Print every decision: when, who, what, why, and how it stands now."""
    found = _reviewed(store, as_of).verdicts
    if as_json:
        emit_rows(decision_row(one) for one in found)
        return
    _emit_log(found)


@review_app.command("corrections")
def corrections(
    as_of: AsOfOption = None, store: StoreOption = None, as_json: JsonOption = False
) -> None:
    """Print what was put right: edits, retractions, revised figures, corrections of people."""
    found = _reviewed(store, as_of).corrections
    if as_json:
        emit_rows(correction_row(one) for one in found)
        return
    _emit_corrections(found)


review_app.command("accept")(deciding.accept)
review_app.command("correct")(deciding.correct)
review_app.command("merge")(deciding.merge)
review_app.command("split")(deciding.split)
review_app.command("dismiss")(deciding.dismiss)
review_app.command("undo")(deciding.undo)


def _reviewed(store: object, as_of: str | None) -> Review:
    settings = load_settings(store=store)  # type: ignore[arg-type]  # typer gives Path or None
    with open_record(settings, read_only=True) as record:
        return review_of(record.store, record.archive, gazetteer(), as_of=parse_as_of(as_of))


def _named(one: Verdict) -> set[str]:
    decision = one.decided.decision
    return {decision.id, *decision.subjects, *decision.others, decision.reverses or ""}


def _concern(one: Concern) -> tuple[str, ...]:
    return one.id[:12], _REASONS[one.reason], one.record[:12], one.about


def _correction(one: Revision) -> tuple[str, ...]:
    effect = one.effect.partition("; ")[0]
    return one.record[:12], one.reason, one.by, one.old, one.new, effect


def _outlet(one: Statement, held: Review) -> tuple[str, str]:
    for reading in (*held.reconciled.readings, *held.reconciled.superseded):
        if reading.document.id == one.document:
            document = reading.document
            return document.publisher or "not stated", document.date_edtf or "no date"
    return "not stated", "no date"


def _emit_corrections(found: Sequence[Revision]) -> None:
    emit_table(
        f"{len(found)} corrections",
        ("record", "reason", "by", "before", "after", "effect"),
        map(_correction, found),
    )


def _emit_log(found: Sequence[Verdict]) -> None:
    emit_table(
        f"{len(found)} decisions",
        ("id", "when", "by", "what", "why", "how it stands"),
        map(_verdict, found),
    )


def _verdict(one: Verdict) -> tuple[str, ...]:
    decision = one.decided.decision
    about = ", ".join(name[:12] for name in decision.subjects) or (decision.reverses or "")[:12]
    apart = f" from {', '.join(name[:12] for name in decision.others)}" if decision.others else ""
    value = f": {decision.field} = {decision.value}" if decision.field else ""
    because = f" ({', '.join(name[:12] for name in one.because)})" if one.because else ""
    return (
        decision.id[:12],
        one.decided.at[:16],
        decision.by,
        f"{decision.kind} {about}{apart}{value}",
        decision.why,
        _STATES[one.state] + because,
    )
