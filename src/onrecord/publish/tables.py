"""Events and tallies as tables for spreadsheets: `event_table`, `tally_table`, `csv_text`.

CSV is RFC 4180: commas, double quotes doubled, lines ended by CR LF. A cell that holds words of a
report and begins with =, +, -, @, a tab or a carriage return gets an apostrophe before it, because a
spreadsheet would take it for a formula (OWASP, "CSV injection"). Cells of our own are never guarded:
ids, days and numbers cannot begin so.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from onrecord.domain.document import Document
from onrecord.domain.event import Event, HarmEffect
from onrecord.domain.event_line import EventLine
from onrecord.domain.quantity import Number
from onrecord.domain.review import Corrected
from onrecord.domain.tally import Observation, Tally
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where
from onrecord.publish.event_words import act_words, harm_ends, harm_rule

EVENT_COLUMNS = (
    "rank", "id", "date_from", "date_to", "date_basis", "days_stated", "place", "country", "kind",
    "act", "actors", "recipients", "killed_low", "killed_best", "killed_high", "injured_low",
    "injured_best", "injured_high", "missing_low", "missing_best", "missing_high", "detained_low",
    "detained_best", "detained_high", "displaced_low", "displaced_best", "displaced_high",
    "harm_rule", "status", "grade", "independent_sources", "reports", "outlets", "urls",
    "background", "words", "corrected",
)  # fmt: skip
TALLY_COLUMNS = (
    "tally", "unit", "actor", "area", "domain", "group", "since", "as_of", "as_of_basis", "low",
    "high", "bound", "words", "issuer", "outlet", "lineage", "url", "report_date", "standing",
    "derived_low", "derived_best", "derived_high", "derived_rule", "statement",
)  # fmt: skip
_NOTHING_CORRECTED: Mapping[str, Sequence[Corrected]] = MappingProxyType({})
_EFFECTS: tuple[HarmEffect, ...] = ("killed", "injured", "missing", "detained", "displaced")
#: What makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: What parts the items of one cell: no address and no outlet's name holds it.
_SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under named columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class _Lines(list[str]):
    """What `csv.writer` writes to: a file that is only a list."""

    write = list.append


def csv_text(table: Table) -> str:
    """Return a table as CSV with a header line.

    Example:
        >>> csv_text(Table(("id", "words"), (("evt-1", "two, at most"),))).splitlines()
        ['id,words', 'evt-1,"two, at most"']
    """
    lines = _Lines()
    writer = csv.writer(lines)
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return "".join(lines)


def guarded(words: str) -> str:
    """Return words of a report as a cell that no spreadsheet runs and no terminal obeys.

    Example:
        >>> guarded("=1+1"), guarded("two boats")
        ("'=1+1", 'two boats')
    """
    shown = "".join(letter if letter.isprintable() or letter in "\n\t" else " " for letter in words)
    return f"'{shown}" if words.startswith(_FORMULA) else shown


def event_table(
    lines: Iterable[EventLine],
    documents: Mapping[str, Document],
    corrected: Mapping[str, Sequence[Corrected]] = _NOTHING_CORRECTED,
) -> Table:
    """Return one row for each line, in the order given.

    Args:
        lines: What the timeline names.
        documents: Every document an account names, by id.
        corrected: What people hold otherwise, by id of the event.
    """
    return Table(
        EVENT_COLUMNS,
        tuple(
            (*_event_cells(line, documents), _corrected(corrected.get(line.group.event.id, ())))
            for line in lines
        ),
    )


def _corrected(found: Sequence[Corrected]) -> str:
    return _joined([f"{one.field}: {one.value} ({one.by})" for one in found])


def tally_table(tallies: Iterable[Tally], documents: Mapping[str, Document]) -> Table:
    """Return one row for each figure reported, in the order of tallies and observations."""
    return Table(
        TALLY_COLUMNS,
        tuple(
            _tally_cells(tally, one, documents[one.span.document])
            for tally in tallies
            for one in tally.observations
        ),
    )


def _event_cells(line: EventLine, documents: Mapping[str, Document]) -> tuple[str, ...]:
    event = line.group.event
    first, last, basis = _days(line.when)
    told = [documents[name] for name in line.group.documents]
    return (
        str(line.rank),
        event.id,
        first,
        last,
        basis,
        _SEPARATOR.join(f"{day} ({origins})" for day, origins in line.days),
        *_place(line.where),
        line.kind,
        act_words(event.act),
        _joined(event.actors),
        _joined(event.recipients),
        *_harm(event),
        harm_rule(event),
        event.status,
        "" if isinstance(event.harm_grade, Unknown) else event.harm_grade,
        str(len(line.group.lineages)),
        str(len(told)),
        _joined(sorted({one.publisher or "" for one in told} - {""})),
        _joined(sorted({one.url or "" for one in told} - {""})),
        line.background,
        guarded(line.lead.content.exact),
    )


def _tally_cells(tally: Tally, one: Observation, document: Document) -> tuple[str, ...]:
    scope, derived = tally.scope, tally.derived
    as_of, _, basis = _days(one.as_of)
    return (
        tally.id,
        scope.unit,
        guarded(scope.actor),
        guarded(scope.area),
        scope.domain,
        guarded(scope.group),
        scope.window_start,
        as_of,
        basis,
        _number(one.quantity.low),
        _number(one.quantity.high),
        one.quantity.bound,
        guarded(one.span.exact),
        guarded(_known(one.issuer)),
        guarded(_known(one.outlet)),
        guarded(one.lineage),
        guarded(document.url or ""),
        document.date_edtf or "",
        "in force" if one.statement in derived.support else "superseded",
        _number(derived.low),
        _number(derived.best),
        _number(derived.high),
        derived.rule,
        one.statement,
    )


def _harm(event: Event) -> Iterable[str]:
    for effect in _EFFECTS:
        yield from (_number(end) for end in harm_ends(event, effect))


def _days(when: When | Unknown) -> tuple[str, str, str]:
    """Return first day, last day and how they were found; an open end is an empty cell."""
    if isinstance(when, Unknown):
        return "", "", "unknown"
    return _day(when.earliest), _day(when.latest), when.basis


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _place(where: Where | Unknown) -> tuple[str, str]:
    return ("", "") if isinstance(where, Unknown) else (guarded(where.name), where.country)


def _number(number: Number | None) -> str:
    return "" if number is None else str(number)


def _known(value: str | Unknown) -> str:
    return "" if isinstance(value, Unknown) else value


def _joined(words: Sequence[str]) -> str:
    return guarded(_SEPARATOR.join(words))
