"""Forces as reported as JSON rows and Markdown for the command line: `onrecord.posture/1`.

`docs/statement-schema.md` documents the row. A change that removes or renames a field raises
`POSTURE_SCHEMA`. A row holds the words that name the element and where they stand, so that a reader can
check; it never holds the whole sentence, which may name a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.domain.case import Case
from onrecord.domain.posture import (
    STALENESS_RULE,
    LeftOutForce,
    Posture,
    PostureChange,
    PostureElement,
    staleness_of,
)
from onrecord.domain.quantity import Difference, Quantity
from onrecord.domain.statement import Force, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.assessed_words import ELEMENT_WORDS, STALENESS_WORDS, STATUS_WORDS
from onrecord.publish.event_words import when_words
from onrecord.publish.markup import plain
from onrecord.publish.rows import Row, quantity_row, when_row
from onrecord.publish.wording import count_words, difference_words, number_words, quantity_words

POSTURE_SCHEMA = "onrecord.posture/1"
POSTURE_CHANGE_SCHEMA = "onrecord.posture-change/1"
LEFT_OUT_SCHEMA = "onrecord.posture-left-out/1"
COLUMNS = (
    "owner", "kind", "name", "count", "area", "status", "as of", "first seen", "age", "sources",
    "words",
)  # fmt: skip
CHANGE_COLUMNS = ("what changed", "owner", "name", "before", "after", "by", "words")
LEFT_OUT_COLUMNS = ("words", "why", "statement")
_CHANGED = {
    "new": "first reported", "count": "count", "area": "area", "status": "status",
    "gone_stale": "no newer report",
}  # fmt: skip


def posture_row(element: PostureElement, case: Case) -> Row:
    """Return an element with every report of it, each with the words and where they stand."""
    return {
        "schema": POSTURE_SCHEMA,
        "id": element.id,
        "owner": element.owner or None,
        "country": element.country or None,
        "kind": element.element_kind,
        "name": element.name or None,
        "area": _known(element.area),
        "today": None if case.today is None else case.today.isoformat(),
        "staleness": staleness_of(element.latest.as_of, case.today),
        "rule": STALENESS_RULE,
        "independent_sources": len(lineages_of(element, case)),
        "lineages": list(lineages_of(element, case)),
        "sightings": [_sighting_row(one, element, case) for one in element.sightings],
    }


def posture_change_row(change: PostureChange, case: Case) -> Row:
    """Return a change with the two reports it stands between."""
    by = change.difference
    return {
        "schema": POSTURE_CHANGE_SCHEMA,
        "kind": change.kind,
        "element": change.element.id,
        "owner": change.element.owner or None,
        "name": change.element.name or None,
        "difference": {"low": by.low, "high": by.high} if isinstance(by, Difference) else None,
        "reason": by.reason if isinstance(by, Unknown) and change.kind == "count" else None,
        "earlier": None
        if change.earlier is None
        else _sighting_row(change.earlier, change.element, case),
        "later": _sighting_row(change.later, change.element, case),
    }


def left_out_row(one: LeftOutForce, case: Case) -> Row:
    """Return words on a force that make no element, with the reason."""
    return {
        "schema": LEFT_OUT_SCHEMA,
        "words": one.words or None,
        "why": one.why,
        "statement": _statement_row(case.statements[one.statement], case),
    }


def lineages_of(element: PostureElement, case: Case) -> tuple[str, ...]:
    """Return the origins that report an element, each once: copies of one report are one source."""
    told = [name for one in element.sightings for name in element.told_by(one)]
    documents = [case.statements[name].document for name in told]
    return tuple(sorted({case.lineages.get(name, name) for name in documents}))


def posture_cells(element: PostureElement, case: Case) -> tuple[str, ...]:
    """Return the cells of an element, in the order of `COLUMNS`."""
    newest = element.latest
    return (
        element.owner or "not stated",
        ELEMENT_WORDS[element.element_kind],
        element.name or "not stated",
        _newest_count(element),
        _told(element.area),
        _status(newest),
        _when(newest.as_of),
        _when(element.first_seen),
        age_words(newest.as_of, case.today),
        count_words(len(lineages_of(element, case)), "source"),
        newest.words,
    )


def change_cells(change: PostureChange) -> tuple[str, ...]:
    """Return the cells of a change, in the order of `CHANGE_COLUMNS`."""
    return (
        _CHANGED[change.kind],
        change.element.owner or "not stated",
        change.element.name or "not stated",
        "" if change.earlier is None else _side(change, change.earlier),
        "" if change.kind == "gone_stale" else _side(change, change.later),
        difference_words(change.difference) if change.kind == "count" else "",
        change.later.words,
    )


def left_out_cells(one: LeftOutForce) -> tuple[str, ...]:
    """Return the cells of what was left out, in the order of `LEFT_OUT_COLUMNS`."""
    return one.words or "(not printed)", one.why, one.statement[:12]


def age_words(as_of: When | Unknown, today: date | None) -> str:
    """Return how old a report is in words: `stale (32 days)`."""
    aged = staleness_of(as_of, today)
    if aged == "undated" or today is None or isinstance(as_of, Unknown) or as_of.latest is None:
        return STALENESS_WORDS[aged]
    days = (today - as_of.latest).days
    old = "reported for a later day" if days < 0 else count_words(days, "day")
    return f"{STALENESS_WORDS[aged]} ({old})"


def is_grey(element: PostureElement, today: date | None) -> bool:
    """Say whether a table greys the row of an element."""
    return staleness_of(element.latest.as_of, today) in ("stale", "lapsed", "undated")


def rule_words(today: date | None) -> str:
    """Return by which rule reports age, from which day."""
    seen = "no day: no document on record bears a date" if today is None else today.isoformat()
    return (
        f"looked at from {seen}; rule {STALENESS_RULE}: a report is fresh for 7 days, ageing for 30, "
        "stale for 90, then lapsed. No row says where a force is now"
    )


def posture_markdown(
    elements: Sequence[PostureElement], changes: Sequence[PostureChange] | None, case: Case
) -> str:
    """Return the table as Markdown, with what changed above it when asked; words cannot become markup."""
    lines = ["# Forces as reported", ""]
    if changes is not None:
        lines += ["## What changed", "", *_table(CHANGE_COLUMNS, map(change_cells, changes)), ""]
        lines += ["## Elements", ""]
    lines += _table(COLUMNS, (posture_cells(one, case) for one in elements))
    return "\n".join([*lines, "", f"{_sentence(rule_words(case.today))}.", ""])


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    return [*lines, *(f"| {' | '.join(plain(cell) for cell in row)} |" for row in rows)]


def _sighting_row(one: Posture, element: PostureElement, case: Case) -> Row:
    statement = case.statements[one.statement]
    force = _force(statement, one)
    return {
        "id": one.id,
        "as_of": when_row(one.as_of),
        "staleness": staleness_of(one.as_of, case.today),
        "count": None if isinstance(one.count, Unknown) else quantity_row(one.count),
        "area": _known(one.area),
        "area_reason": one.area.reason if isinstance(one.area, Unknown) else None,
        "status": None if isinstance(one.status, Unknown) else one.status,
        "status_words": one.status_words or None,
        "readiness": one.readiness_words or None,
        "comparison": one.comparison or None,
        "owner": one.owner or None,
        "source": None if isinstance(one.source, Unknown) else one.source,
        "speaker": [voice.label for voice in statement.voices],
        "words": None if force is None
        else {"start": force.span.start, "end": force.span.end, "text": force.span.exact},
        "statement": _statement_row(statement, case),
        "copies": [
            _statement_row(case.statements[name], case) for name in element.told_by(one)[1:]
        ],
    }  # fmt: skip


def _statement_row(statement: Statement, case: Case) -> Row:
    document = case.documents[statement.document]
    return {
        "id": statement.id,
        "document": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "date": document.date_edtf,
        "lineage": case.lineages.get(document.id, document.id),
        "start": statement.content.start,
        "end": statement.content.end,
    }


def _force(statement: Statement, one: Posture) -> Force | None:
    return next((force for force in statement.forces if force.span.exact == one.words), None)


def _newest_count(element: PostureElement) -> str:
    newest = element.counted
    if newest is None or not isinstance(newest.count, Quantity):
        return "not stated"
    words = bounds_words(newest.count)
    return words if newest == element.latest else f"{words} ({_when(newest.as_of)})"


def bounds_words(count: Quantity) -> str:
    """Return a count with the ends it states: "more than 12 (13 or more)"; of "about" there are none."""
    words = quantity_words(count)
    if count.value is None or count.bound not in ("more_than", "less_than"):
        return words
    if count.low is not None and count.low != count.value:
        return f"{words} ({number_words(count.low)} or more)"
    if count.high is not None and count.high != count.value:
        return f"{words} ({number_words(count.high)} or fewer)"
    return words


def _side(change: PostureChange, one: Posture) -> str:
    told = {"count": _count(one), "area": _told(one.area), "status": _status(one)}
    return f"{told[change.kind]} ({_when(one.as_of)})" if change.kind in told else _when(one.as_of)


def _count(one: Posture) -> str:
    return "not stated" if isinstance(one.count, Unknown) else bounds_words(one.count)


def _status(one: Posture) -> str:
    if isinstance(one.status, Unknown):
        return f"“{one.status_words}”" if one.status_words else "not stated"
    return STATUS_WORDS[one.status]


def _when(when: When | Unknown) -> str:
    return when_words(when)


def _told(area: str | Unknown) -> str:
    return "not known" if isinstance(area, Unknown) else area


def _known(value: str | Unknown) -> str | None:
    return None if isinstance(value, Unknown) else value
