"""`events`: what is reported to have happened, with every account and why they were joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

import typer

from onrecord.cli.options import AsOfOption, JsonOption, StoreOption
from onrecord.cli.output import emit_json, emit_rows, emit_table, emit_text, printable, say
from onrecord.cli.times import parse_as_of
from onrecord.config import load_settings
from onrecord.domain.document import Document
from onrecord.domain.errors import UsageError
from onrecord.domain.event_line import EventLine
from onrecord.domain.grouping import EventGroup
from onrecord.domain.review import Corrected
from onrecord.domain.statement import Statement
from onrecord.domain.tally import Tally
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where
from onrecord.pipeline.decisions import load_rulings
from onrecord.pipeline.record import load_readings
from onrecord.pipeline.state import lines_of, state_of
from onrecord.publish.event_rows import event_row, line_row
from onrecord.publish.event_words import (
    act_words,
    harm_words,
    join_words,
    sources_words,
    when_words,
)
from onrecord.publish.review_rows import corrected_row
from onrecord.publish.rows import Row
from onrecord.reconcile.corrections import corrected_in
from onrecord.wiring import open_record

#: Ids that a message names.
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a record holds on what happened, by id.

    Attributes:
        lines: What a timeline names, in order of day.
        groups: Every event, those too vague for a line among them.
        tallies: Running counts.
        documents: Every current document.
        statements: Every statement of them.
        corrected: What people hold otherwise, by the id of the record it stands beside.
    """

    lines: tuple[EventLine, ...]
    groups: tuple[EventGroup, ...]
    tallies: tuple[Tally, ...]
    documents: Mapping[str, Document]
    statements: Mapping[str, Statement]
    corrected: Mapping[str, Sequence[Corrected]] = field(default_factory=dict)


def load_shelf(store: object, as_of: str | None) -> Shelf:
    """Return what the record holds at `as_of`.

    Raises:
        UsageError: there is no store, or `as_of` is no time.
    """
    settings = load_settings(store=store)  # type: ignore[arg-type]  # typer gives Path or None
    moment = parse_as_of(as_of)
    with open_record(settings, read_only=True) as record:
        readings = load_readings(record.store, record.archive, as_of=moment)
        found = state_of(record.store, readings, as_of=moment)
        rulings = load_rulings(record.store, readings, as_of=moment)
    corrected: dict[str, list[Corrected]] = defaultdict(list)
    for one in corrected_in(found, rulings):
        corrected[one.record].append(one)
    return Shelf(
        lines=lines_of(found),
        groups=found.events,
        tallies=found.tallies,
        documents={one.document.id: one.document for one in found.readings},
        statements={one.id: one for reading in found.readings for one in reading.statements},
        corrected=dict(corrected),
    )


def corrected_rows(group: EventGroup, shelf: Shelf) -> Row:
    """Return what people hold otherwise of an event, for beside its row."""
    return {"corrected": [corrected_row(one) for one in shelf.corrected.get(group.event.id, ())]}


def events(
    name: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Show one event in full, by its id.")
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", help="Only what may have happened on or after this day.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", help="Only what may have happened on or before this day.")
    ] = None,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print what is reported to have happened, with its harm and how many sources say so."""
    begin, end = _day(first, "--from"), _day(last, "--to")
    if begin is not None and end is not None and begin > end:
        raise UsageError(f"--from {first} lies after --to {last}")
    shelf = load_shelf(store, as_of)
    if name is not None:
        _show_one(_named(shelf, name), shelf, as_json=as_json)
        return
    chosen = [line for line in shelf.lines if _within(line.when, begin, end)]
    if as_json:
        emit_rows(
            line_row(line, shelf.documents, shelf.statements) | corrected_rows(line.group, shelf)
            for line in chosen
        )
        return
    emit_table(
        f"{len(chosen)} events",
        ("rank", "when", "what", "where", "harm", "sources", "status", "words", "id"),
        (_row(line, shelf) for line in chosen),
    )
    if len(shelf.groups) > len(shelf.lines) and begin is None and end is None:
        rest = len(shelf.groups) - len(shelf.lines)
        say(f"{rest} more say too little for a line of a timeline; `onrecord review` names those")


def _show_one(group: EventGroup, shelf: Shelf, *, as_json: bool) -> None:
    if as_json:
        emit_json(
            event_row(group, shelf.documents, shelf.statements) | corrected_rows(group, shelf)
        )
        return
    emit_text("\n".join(_sheet(group, shelf)))


def _sheet(group: EventGroup, shelf: Shelf) -> list[str]:
    event = group.event
    grade = "" if isinstance(event.harm_grade, Unknown) else f", graded {event.harm_grade}"
    claims = [
        f"responsibility: {one.claimant or 'somebody'} {one.stance} "
        f"{printable(one.attributed_to)}  [{one.statement}]"
        for one in event.responsibility
    ]
    facts = [
        event.id,
        f"when: {when_words(event.when)}",
        f"where: {_where(event.where)}",
        f"what: {act_words(event.act) or 'not coded'}",
        f"by: {', '.join(event.actors) or 'not stated'}",
        f"to: {', '.join(event.recipients) or 'not stated'}",
        f"harm: {harm_words(event) or 'none stated'}",
        f"status: {event.status}{grade}",
        f"independent sources: {sources_words(group)}",
        *(
            f"corrected: {one.field} {one.value} (read as {one.machine or 'nothing'}) by {one.by}: {one.why}"
            for one in shelf.corrected.get(event.id, ())
        ),
        *claims,
    ]
    joins = [f"joined: {join_words(one)}" for one in group.joins]
    return [printable(line) for line in (*facts, *_accounts(group, shelf), *joins)]


def _accounts(group: EventGroup, shelf: Shelf) -> list[str]:
    lines: list[str] = []
    for account in group.accounts:
        document = shelf.documents[account.document]
        day = document.date_edtf or "no date"
        named = document.title or document.url or "untitled"
        lines.append(f"{day}  {named} ({document.publisher or 'outlet not stated'})")
        lines += [f"    “{shelf.statements[one].content.exact}”" for one in account.statements]
    return lines


def _row(line: EventLine, shelf: Shelf) -> tuple[str, ...]:
    group = line.group
    corrected = ", corrected" if group.event.id in shelf.corrected else ""
    return (
        str(line.rank),
        _when(line.when),
        line.kind or act_words(group.event.act) or "not coded",
        _where(line.where),
        harm_words(group.event),
        sources_words(group),
        group.event.status + (", background" if line.background else "") + corrected,
        line.lead.content.exact,
        group.event.id[:12],
    )


def _named(shelf: Shelf, name: str) -> EventGroup:
    begins = name if "evt-".startswith(name[:4]) else f"evt-{name}"
    found = [group for group in shelf.groups if group.event.id.startswith(begins)]
    if not found:
        raise UsageError(f"{name!r} is no event on record; an event gets a new id when it changes")
    if len(found) > 1:
        some = ", ".join(group.event.id[:16] for group in found[:_SHOWN])
        raise UsageError(f"{name!r} begins the ids of {len(found)} events: {some}")
    return found[0]


def _within(when: When | Unknown, begin: date | None, end: date | None) -> bool:
    """Say whether something may have happened within the days asked for; what has no day never."""
    if begin is None and end is None:
        return True
    if isinstance(when, Unknown) or (when.earliest is None and when.latest is None):
        return False
    after = begin is None or when.latest is None or when.latest >= begin
    before = end is None or when.earliest is None or when.earliest <= end
    return after and before


def _day(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} {text!r} is no day; write it as 2025-11-28") from error


def _when(when: When | Unknown) -> str:
    if isinstance(when, Unknown) or when.edtf is None:
        return "not known"
    return when.edtf


def _where(where: Where | Unknown) -> str:
    if isinstance(where, Unknown) or not (where.name or where.text):
        return "not stated"
    return where.name or where.text
