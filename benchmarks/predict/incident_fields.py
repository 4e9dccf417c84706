"""The fields of one incident as the benchmark of pooled reports wants them, from an event on record.

The rules stand in `onrecord.reconcile`; here values only change their shape. A report there that tells
of no dead or injured means that there were none, which the record itself never concludes.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.predict.task import Row
from onrecord.domain.event import Event, Harm, HarmEffect
from onrecord.domain.grouping import EventGroup
from onrecord.domain.when import When
from onrecord.domain.where import Where
from onrecord.ports.gazetteer import Entry, Gazetteer

#: Rules of harm whose figure is taken as the number, not as one of several.
_SETTLED = frozenset(
    {"one figure", "figure of most origins", "newest figure", "most conservative figure"}
)


def fields_of(group: EventGroup, gazetteer: Gazetteer) -> Row:
    """Return date, place and counts of an event."""
    event = group.event
    return {
        "date": _date(event),
        "place": _place(event, gazetteer),
        "killed": _ends(event, "killed"),
        "injured": _ends(event, "injured"),
    }


def _date(event: Event) -> str | None:
    when = event.when
    day = (when.latest or when.earliest) if isinstance(when, When) else None
    return day.isoformat() if day is not None else None


def _place(event: Event, gazetteer: Gazetteer) -> Row | None:
    entry = _entry(event.where, gazetteer) if isinstance(event.where, Where) else None
    if entry is None:
        return None
    return {"city": entry.name, "state": entry.region, "lat": entry.lat, "lon": entry.lon}


def _entry(where: Where, gazetteer: Gazetteer) -> Entry | None:
    """Return the entry a place names, looked up by its name or a part of it ("East Orlan")."""
    for name in _parts(where):
        for entry in gazetteer.look_up(name):
            if entry.id == where.place:
                return entry
    return None


def _parts(where: Where) -> Iterator[str]:
    for text in (where.name, where.text):
        words = text.split()
        for length in range(len(words), 0, -1):
            for start in range(len(words) - length + 1):
                yield " ".join(words[start : start + length]).strip(" ,.'’s")


def _ends(event: Event, effect: HarmEffect) -> Row:
    harm = next((one for one in event.harm if one.effect == effect), None)
    if harm is None:
        return {"low": 0, "high": 0}
    number = harm.best if harm.best is not None else harm.low
    if number is not None and harm.rule in _SETTLED:
        return {"low": number, "high": number}
    return {"low": _low(harm), "high": harm.high}


def _low(harm: Harm) -> float:
    return harm.low if harm.low is not None else 0
