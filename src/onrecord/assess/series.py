"""How many events each stretch of days saw, out of reconciled events: `series_of`.

Only days that reports cover are counted. Reporting begins with the first dated document, or with the
first event in the stretch before it, which that document covers; what happened earlier is told looking
back and in choice, so no stretch there is held to be empty. It ends with the day the case is looked at
from. Stretches end on that day, so that the next one begins on the day after; a rest at the start that
fills no stretch is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.domain.case import Case
from onrecord.domain.event_line import EventLine
from onrecord.domain.series import CountBasis, CountSeries, counts_of
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

#: Name of the series of every event.
ALL_EVENTS = "all events"
#: A series of fewer events says nothing that their list does not say.
_LEAST_EVENTS = 3


@dataclass(frozen=True, slots=True)
class _Frame:
    """The stretches that reports cover, up to `end`, the day after the last."""

    start: date
    end: date
    step_days: int
    reports: tuple[int, ...]


def series_of(
    case: Case, *, step_days: int = 30, basis: CountBasis = "happened"
) -> tuple[CountSeries, ...]:
    """Return the counts of every event, and by act, by kind of happening and by the actor's country.

    The first is of all events; the others follow by name, each of three events counted or more. An event
    may stand in several; a series that counts the same events as one before it is left out. Background
    (what lies outside the days the reports cover) is in none.

    Args:
        case: What the record holds.
        step_days: Days in a stretch.
        basis: Whether an event counts on the day it happened or on the day of the first report of it.

    Returns:
        Nothing where no document bears a day.
    """
    days = {line.group.event.id: _day_of(line, case, basis) for line in case.lines}
    frame = _frame(case, (day for day in days.values() if day is not None), step_days)
    if frame is None:
        return ()
    named: dict[str, list[str]] = defaultdict(list)
    for line in case.lines:
        for name in _names(line, case.countries) if not line.background else ():
            named[name].append(line.group.event.id)
    whole = named.pop(ALL_EVENTS, [])
    found: dict[tuple[str, ...], CountSeries] = {}
    for name, ids in [(ALL_EVENTS, whole), *sorted(named.items())]:
        one = _counted(name, {event: days[event] for event in ids}, frame, basis)
        if name == ALL_EVENTS or len(one.events) >= _LEAST_EVENTS:
            found.setdefault(one.events, one)
    return tuple(found.values())


def _names(line: EventLine, countries: Mapping[str, str]) -> list[str]:
    """Return the names of the series an event counts in."""
    event = line.group.event
    names = [ALL_EVENTS]
    if not isinstance(event.act, Unknown):
        names.append(f"act {event.act.code}")
        if event.act.mode:
            names.append(f"act {event.act.code} {event.act.mode}")
    if line.kind:
        names.append(f"kind {line.kind}")
    names += sorted({f"actor {countries[one]}" for one in event.actors if one in countries})
    return names


def _day_of(line: EventLine, case: Case, basis: CountBasis) -> tuple[date, date] | None:
    """Return the first and the last day an event may count on."""
    if basis == "happened":
        return _bounds(line.when)
    told = [_bounds(case.documents[one.document].doc_date) for one in line.group.accounts]
    return min((bounds for bounds in told if bounds is not None), default=None)


def _bounds(when: When | Unknown | None) -> tuple[date, date] | None:
    if not isinstance(when, When) or when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest


def _frame(case: Case, events: Iterable[tuple[date, date]], step_days: int) -> _Frame | None:
    """Return the stretches that reports cover; `None` where no document bears a day."""
    bounds = [_bounds(one.doc_date) for one in case.documents.values()]
    reported = [first for first, last in filter(None, bounds) if first == last]
    if not reported or case.today is None:
        return None
    first = min(reported)
    reach = first - timedelta(days=step_days)
    covered = [day for day, last in events if reach < day == last < first]
    end = case.today + timedelta(days=1)
    stretches = max(0, (end - min([first, *covered])).days // step_days)
    start = end - timedelta(days=stretches * step_days)
    reports = counts_of(reported, start=start, end=end, step_days=step_days)
    return _Frame(start, end, step_days, reports)


def _counted(
    name: str, days: Mapping[str, tuple[date, date] | None], frame: _Frame, basis: CountBasis
) -> CountSeries:
    """Return the series of the events in `days`, each with the first and the last day it may count on."""
    inside: dict[str, date] = {}
    earlier = 0
    for event, bounds in days.items():
        if bounds is None:
            continue
        first, last = ((day - frame.start).days // frame.step_days for day in bounds)
        earlier += last < 0
        if first == last and frame.start <= bounds[0] < frame.end:
            inside[event] = bounds[0]
    return CountSeries(
        name=name,
        start=frame.start,
        step_days=frame.step_days,
        counts=counts_of(
            inside.values(), start=frame.start, end=frame.end, step_days=frame.step_days
        ),
        undated=len(days) - len(inside) - earlier,
        events=tuple(sorted(inside)),
        basis=basis,
        reports=frame.reports,
        earlier=earlier,
    )
