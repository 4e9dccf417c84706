"""Deadlines as an iCalendar file (RFC 5545): one all-day event for each clock that has a deadline.

The same record gives the same bytes: names and stamps come from the record, never from the machine's clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from onrecord.domain.case import Case
from onrecord.domain.clock import Clock
from onrecord.domain.unknown import Unknown
from onrecord.domain.where import looks_like_coordinates

_PRODUCT = "-//Onrecord//clocks//EN"
_DAY = timedelta(days=1)


def calendar_of(clocks: Iterable[Clock], case: Case) -> bytes:
    """Return the deadlines as an iCalendar file; clocks without one are left out."""
    found = Calendar()
    found.add("prodid", _PRODUCT)
    found.add("version", "2.0")
    for clock in clocks:
        if not isinstance(clock.deadline, Unknown) and not isinstance(clock.start, Unknown):
            found.add_component(_event(clock, clock.start, clock.deadline, case))
    return bytes(found.to_ical())


def _event(clock: Clock, start: date, deadline: date, case: Case) -> Event:
    event = Event()
    event.add("uid", f"{clock.id}@onrecord")
    event.add("dtstamp", datetime.combine(start, time(), UTC))
    event.add("dtstart", deadline)
    event.add("dtend", min(deadline, date.max - _DAY) + _DAY)
    event.add("summary", _clean(f"{clock.rule.system}: {clock.rule.due}"))
    event.add("description", "\n".join(_clean(line) for line in _lines(clock, start, case)))
    event.add("transp", "TRANSPARENT")
    return event


def _lines(clock: Clock, start: date, case: Case) -> list[str]:
    rule = clock.rule
    disputed = [f"Disputed: {rule.disputed}"] if rule.disputed else []
    cited = [_cited(name, case) for name in clock.statements]
    period = f"{rule.period.count} {rule.period.unit}"
    return [
        f"{rule.title}: {period} from {start.isoformat()}", *disputed, f"Note: {rule.note}", *cited,
    ]  # fmt: skip


def _cited(name: str, case: Case) -> str:
    statement = case.statements[name]
    document = case.documents[statement.document]
    words = statement.content.exact
    quoted = "(words withheld: they hold coordinates)" if looks_like_coordinates(words) else words
    outlet = document.publisher or "outlet not stated"
    return f"“{quoted}” ({outlet}, {document.date_edtf or 'undated'}, {name})"


def _clean(text: str) -> str:
    """Return text on one line without control characters, which a calendar file cannot hold."""
    return "".join(one if one.isprintable() else " " for one in text)
