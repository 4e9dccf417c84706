"""`statements`, `tallies`, `timeline`: what is on record, now or as of a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from onrecord.cli.options import AsOfOption, JsonOption, StoreOption
from onrecord.cli.output import emit_rows, emit_table, emit_text
from onrecord.cli.times import parse_as_of
from onrecord.config import load_settings
from onrecord.domain.errors import UsageError
from onrecord.domain.quantity import Number
from onrecord.domain.statement import KINDS, Statement
from onrecord.domain.tally import Observation, Tally, TallySheet
from onrecord.domain.timeline import TimelineEntry
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.pipeline.record import load_readings
from onrecord.pipeline.state import state_of
from onrecord.publish.rows import sheet_row, statement_row, timeline_row
from onrecord.publish.wording import quantity_words
from onrecord.reconcile.reconcile import Reconciled
from onrecord.reconcile.sheets import sheets_of
from onrecord.wiring import OpenRecord, open_record


def statements(
    kind: Annotated[
        str | None, typer.Option("--kind", help="Only this kind or group, as occ.tally or say.")
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", help="Only of this document id.")
    ] = None,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print statements on record, in the order they came."""
    if kind is not None and not any(known.startswith(kind) for known in KINDS):
        raise UsageError(f"--kind {kind!r} is no kind; kinds are {', '.join(KINDS)}")
    with open_record(load_settings(store=store), read_only=True) as record:
        moment = parse_as_of(as_of)
        found = record.store.statements(document=document, as_of=moment)
        if document is not None and not found:
            _require_document(record, document, moment)
    chosen = [one for one in found if kind is None or one.kind.startswith(kind)]
    if as_json:
        emit_rows(statement_row(one, on_record=True) for one in chosen)
        return
    emit_table(
        f"{len(chosen)} statements", ("document", "kind", "who", "when", "words"), map(_row, chosen)
    )


def tallies(
    name: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Show one count in full, by its id.")
    ] = None,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print running counts with every observation, why they moved and what they allow together."""
    found = sheets_of(_reconciled(store, as_of))
    if name is not None:
        found = tuple(one for one in found if one.tally.id.startswith(name))
        if len(found) != 1:
            raise UsageError(f"{name}: {len(found) or 'no'} counts have an id that begins so")
    if as_json:
        emit_rows(sheet_row(one) for one in found)
        return
    for sheet in found:
        emit_table(
            f"{_scope(sheet.tally)}  ({sheet.tally.id[:12]})",
            ("as of", "figure", "issuer", "outlet", "origin", "words"),
            map(_observation, sheet.tally.observations),
        )
        for line in _why_lines(sheet) if name else _check_lines(sheet):
            emit_text(line)


def timeline(
    as_of: AsOfOption = None, store: StoreOption = None, as_json: JsonOption = False
) -> None:
    """Print what is reported to have happened, in order of its date."""
    found = _reconciled(store, as_of).timeline
    if as_json:
        emit_rows(timeline_row(one) for one in found)
        return
    emit_table(
        f"{len(found)} entries", ("when", "kind", "who", "origins", "words"), map(_entry, found)
    )


def _reconciled(store: object, as_of: str | None) -> Reconciled:
    settings = load_settings(store=store)  # type: ignore[arg-type]  # typer gives Path or None
    with open_record(settings, read_only=True) as record:
        moment = parse_as_of(as_of)
        readings = load_readings(record.store, record.archive, as_of=moment)
        return state_of(record.store, readings, as_of=moment)


def _require_document(record: OpenRecord, name: str, as_of: str | None) -> None:
    known = [document.id for document, _ in record.store.documents(as_of=as_of)]
    if name not in known:
        raise UsageError(f"--document {name}: no such document is on record; ids begin with doc-")


def _row(one: Statement) -> tuple[str, ...]:
    return (one.document[:12], one.kind, _who(one), _when(one.when), one.content.exact)


def _entry(entry: TimelineEntry) -> tuple[str, ...]:
    one = entry.statement
    return (
        _when(entry.when), one.kind, _who(one), str(len(entry.lineages)), one.content.exact,
    )  # fmt: skip


def _observation(one: Observation) -> tuple[str, ...]:
    standing = "" if one.standing == "stands" else f" ({one.standing})"
    return (
        _when(one.as_of),
        quantity_words(one.quantity) + standing,
        _known(one.issuer),
        _known(one.outlet),
        one.lineage,
        one.span.exact,
    )


def _why_lines(sheet: TallySheet) -> Iterator[str]:
    """Yield why a count moved, step by step, what it is a part of, and what it was held against."""
    for movement in sheet.movements:
        cited = f" “{movement.words}”" if movement.words else ""
        yield (
            f"{_when(movement.earlier.as_of)} to {_when(movement.later.as_of)}: "
            f"{quantity_words(movement.earlier.quantity)}, then "
            f"{quantity_words(movement.later.quantity)}: {movement.reason}{cited}"
        )
    yield from (f"part of {one.whole[:12]}: {one.reason}" for one in sheet.part_of)
    yield from (f"counts in part the same: {one.part[:12]}: {one.reason}" for one in sheet.parts)
    yield from _check_lines(sheet)


def _check_lines(sheet: TallySheet) -> Iterator[str]:
    check = sheet.crosscheck
    if check is not None:
        reported = _ends(check.reported_low, check.reported_high)
        summed = _ends(check.low, check.high)
        events = f"{len(check.events)} event{'s' if len(check.events) > 1 else ''} on record"
        yield f"reported {reported}; {events} inside this scope add up to {summed}"


def _ends(low: Number | None, high: Number | None) -> str:
    if low == high:
        return f"{low}"
    return (
        f"{low} to {high}"
        if high is not None and low is not None
        else (f"at least {low}" if high is None else f"at most {high}")
    )


def _scope(tally: Tally) -> str:
    scope = tally.scope
    named = [f"only {scope.group}" if scope.group else "", scope.actor, scope.domain, scope.area]
    since = f"since {scope.window_start}" if scope.window_start else ""
    rest = ", ".join(part for part in (*named, since) if part)
    return f"{scope.unit.replace('_', ' ')}{': ' + rest if rest else ''}"


def _who(one: Statement) -> str:
    return " > ".join(voice.label for voice in one.voices) or "the author"


def _when(when: When | Unknown) -> str:
    if isinstance(when, Unknown) or when.edtf is None:
        return "not known"
    return when.edtf


def _known(value: str | Unknown) -> str:
    return "not stated" if isinstance(value, Unknown) else value
