"""How well a timeline recovers what people who followed a crisis wrote down.

Three gold tables, one row for each source; rows of one incident are alternatives:

* incidents `incident_id, date, place, what`: recall, exact day, and the events that match nothing;
* tallies `as_of_date, scope, low, high`: whether the figure was found, and whether the interval of the
  count at that day contains it;
* milestones `date, kind, actor, what`: recall by day and words.

An event matches when its days come within one day of a gold day and it shares words with what is told
there: two, or one and the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.reconcile.words import content_words

Row = Mapping[str, str]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_NEAR_DAYS = 1
_ENOUGH_WORDS = 2
#: What a scope of the gold is called among units; the first that its words begin with.
_UNITS = {
    "killed": "people_killed", "protesters killed": "people_killed", "missing": "people_missing",
    "injured": "people_injured", "displaced": "people_displaced", "detained": "people_detained",
    "arrested": "people_detained", "buried": "people_buried",
}  # fmt: skip
_UNTOLD = frozenset({"city", "place", "region", "country"})


@dataclass(frozen=True, slots=True)
class Match:
    """One gold row and the event that tells of it, if any."""

    gold: Row
    event: Row | None
    exact: bool


def match_rows(gold: Sequence[Row], events: Sequence[Row]) -> list[Match]:
    """Return each gold row with the event nearest in days, of several the one that shares most words."""
    return [_match(row, events) for row in gold]


def incident_figures(matches: Iterable[Match]) -> dict[str, float]:
    """Return recall and the share of exact days, counted by incident."""
    by_incident: dict[str, list[Match]] = {}
    for one in matches:
        by_incident.setdefault(one.gold.get("incident_id") or one.gold["what"], []).append(one)
    found = [ones for ones in by_incident.values() if any(one.event for one in ones)]
    exact = [ones for ones in by_incident.values() if any(one.exact for one in ones)]
    total = len(by_incident)
    return {
        "incidents": total,
        "found": len(found),
        "recall": _share(len(found), total),
        "exact_day": _share(len(exact), total),
    }


def unmatched(events: Sequence[Row], matches: Iterable[Match]) -> list[Row]:
    """Return the events that no gold row met, for a person to read."""
    met = {one.event["id"] for one in matches if one.event is not None}
    return [event for event in events if event["id"] not in met and not event["background"]]


def tally_figures(gold: Sequence[Row], tallies: Sequence[Row]) -> dict[str, float]:
    """Return how many published figures were found, and how many lie in the interval of a count."""
    asked = [row for row in gold if _unit(row) and (row["low"] or row["high"])]
    found = sum(any(_states(row, one) for one in tallies) for row in asked)
    held = sum(_is_held(row, tallies) for row in asked)
    return {
        "figures": len(asked),
        "figure_found": _share(found, len(asked)),
        "interval_contains": _share(held, len(asked)),
    }


def missing_figures(gold: Sequence[Row], tallies: Sequence[Row]) -> list[Row]:
    """Return the published figures that no observation states."""
    asked = [row for row in gold if _unit(row) and (row["low"] or row["high"])]
    return [row for row in asked if not any(_states(row, one) for one in tallies)]


def _match(row: Row, events: Sequence[Row]) -> Match:
    days = _days(row["date"])
    wanted = content_words(f"{row['what']} {row.get('actor', '')}") - _UNTOLD
    place = content_words(row.get("place", "")) - _UNTOLD
    best: tuple[int, int, Row] | None = None
    for event in events:
        gap = _gap(event, days)
        if gap is None or gap > _NEAR_DAYS:
            continue
        told = content_words(f"{event['words']} {event['kind']} {event['act']}")
        score = len(wanted & told)
        somewhere = bool(place & (told | content_words(event["place"])))
        if score + somewhere < _ENOUGH_WORDS or not score:
            continue
        if best is None or (-gap, score + somewhere) > best[:2]:
            best = -gap, score + somewhere, event
    if best is None:
        return Match(row, None, exact=False)
    event = best[2]
    return Match(row, event, exact=best[0] == 0 and event["date_from"] == event["date_to"])


def _days(text: str) -> tuple[date, date] | None:
    if found := _DAY.search(text):
        day = date.fromisoformat(found.group())
        return day, day
    if found := _MONTH.search(text):
        first = date.fromisoformat(f"{found.group()}-01")
        return first, first.replace(day=28)
    return None


def _gap(event: Row, days: tuple[date, date] | None) -> int | None:
    """Return how many days lie between an event and gold days; `None` where one has none.

    An event without a first day is taken at its last: it is known to have happened by then.
    """
    first, last = event["date_from"] or event["date_to"], event["date_to"] or event["date_from"]
    if not first or days is None:
        return None
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return max((begin - days[1]).days, (days[0] - end).days, 0)


def _unit(row: Row) -> str:
    scope = row["scope"].lower()
    return next((unit for name, unit in _UNITS.items() if scope.startswith(name)), "")


def _number(text: str) -> float | None:
    return float(text) if text else None


def _states(row: Row, tally: Row) -> bool:
    """Say whether an observation gives a published figure, within three days of its day."""
    if tally["unit"] != _unit(row):
        return False
    days, as_of = _days(row["as_of_date"]), tally["as_of"]
    if days and as_of and abs((date.fromisoformat(as_of) - days[0]).days) > _NEAR_DAYS + 2:
        return False
    figure = row["low"] or row["high"]
    return float(figure) in {
        _number(tally["low"]), _number(tally["high"]), (_number(tally["low"]) or 0) - 1,
    }  # fmt: skip


def _is_held(row: Row, tallies: Sequence[Row]) -> bool:
    """Say whether what is reported of a count up to a day allows the published figure."""
    days = _days(row["as_of_date"])
    figure = float(row["low"] or row["high"])
    counts: dict[str, list[Row]] = {}
    for one in tallies:
        early = not days or not one["as_of"] or one["as_of"] <= _later(days[1])
        if one["unit"] == _unit(row) and early:
            counts.setdefault(one["tally"], []).append(one)
    for told in counts.values():
        lows = [low for one in told if (low := _number(one["low"])) is not None]
        highs = [_number(one["high"]) for one in told]
        top = max((high for high in highs if high is not None), default=None)
        bounded = all(high is not None for high in highs) and top is not None
        if lows and min(lows) <= figure and (not bounded or top is None or figure <= top):
            return True
    return False


def _later(day: date) -> str:
    return date.fromordinal(day.toordinal() + _NEAR_DAYS).isoformat()


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0
