"""A reported total beside what the events on record add up to: two numbers, never one.

Reported totals stay apart from totals we add up. An event counts when it surely lies inside the scope
of the total; where that cannot be told it is listed and not added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from onrecord.domain.edtf import parse_edtf
from onrecord.domain.event import Event, Harm
from onrecord.domain.statement import Act, Statement
from onrecord.domain.tally import Crosscheck, Scope, Tally
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where
from onrecord.reconcile.areas import Area, area_relation
from onrecord.reconcile.context import occasion_in
from onrecord.reconcile.dates import order_day

_EFFECTS = {
    "people_killed": "killed",
    "people_injured": "injured",
    "people_missing": "missing",
    "people_detained": "detained",
    "people_displaced": "displaced",
}
#: What assaults are counted over as.
_ASSAULTS = frozenset({"strike", "war"})
#: An event states its country as a whole place with this precision.
_COUNTRY = 6


def crosscheck(
    tally: Tally,
    events: Iterable[Event],
    statements: Mapping[str, Statement],
    *,
    totals: Collection[str],
) -> Crosscheck | None:
    """Return the newest total beside the sum of the events inside its scope.

    `None` where the unit is no harm that events state, the count is of a group or says neither where,
    since when nor by whom, or no event on record lies inside the scope. An event that is part of another
    is not added twice.

    Args:
        tally: A running count.
        events: The events on record.
        statements: Those the events rest on, by id, for what an event is called.
        totals: Statements that give running totals, of this or another tally: harm that rests on one is
            a total itself and no check of any.
    """
    scope = tally.scope
    effect = _EFFECTS.get(scope.unit)
    if effect is None or scope.group or scope.inclusion:
        return None
    if not (scope.area or scope.window_start or scope.actor):
        return None
    last = _last_day(tally)
    held = {event.id: event for event in events}
    inside: list[tuple[str, list[Harm]]] = []
    unclear: list[str] = []
    for name in sorted(held):
        event = held[name]
        harms = [harm for harm in event.harm if harm.effect == effect]
        harms = [harm for harm in harms if not any(name in totals for name in harm.statements)]
        if not harms or event.part_of in held or event.clarity == 2:  # noqa: PLR2004 - a sum already
            continue
        lies = _lies_inside(event, scope, until=last, nouns=_nouns(event, statements))
        if lies:
            inside.append((name, harms))
        elif lies is None:
            unclear.append(name)
    if not inside:
        return None
    return _summed(tally, inside, unclear)


def crosschecks(
    tallies: Iterable[Tally], events: Sequence[Event], statements: Mapping[str, Statement]
) -> tuple[Crosscheck, ...]:
    """Return the crosscheck of every tally that has one, in order of the tallies.

    Events are looked up by country and place, so that a tally of one country is held against no other.
    """
    held = list(tallies)
    totals = frozenset(one.statement for tally in held for one in tally.observations)
    by_country: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_country[_country(event)].append(event)
    found = (
        crosscheck(one, _near(one.scope, by_country), statements, totals=totals) for one in held
    )
    return tuple(one for one in found if one is not None)


def _near(scope: Scope, by_country: Mapping[str, Sequence[Event]]) -> Iterator[Event]:
    countries = {scope.country, ""} if scope.country else set(by_country)
    for country in sorted(countries):
        yield from by_country.get(country, ())


def _country(event: Event) -> str:
    return event.where.country if isinstance(event.where, Where) else ""


def _summed(
    tally: Tally, inside: Sequence[tuple[str, Sequence[Harm]]], unclear: Sequence[str]
) -> Crosscheck:
    harms = [harm for _, some in inside for harm in some]
    highs = [harm.high for harm in harms]
    return Crosscheck(
        tally=tally.id,
        reported_low=tally.derived.low,
        reported_high=tally.derived.high,
        events=tuple(name for name, _ in inside),
        low=sum(harm.low for harm in harms if harm.low is not None),
        high=None if None in highs else sum(high for high in highs if high is not None),
        unclear=tuple(unclear),
        statements=tuple(dict.fromkeys(name for harm in harms for name in harm.statements)),
    )


def _last_day(tally: Tally) -> date | None:
    days = [order_day(one.as_of) for one in tally.observations if one.standing == "stands"]
    return max((day for day in days if day is not None), default=None)


def _nouns(event: Event, statements: Mapping[str, Statement]) -> frozenset[str]:
    """Return what the statements of an event call it."""
    told = [statements[name].content.exact for name in event.statements if name in statements]
    return frozenset().union(*(occasion_in(words, "").nouns for words in told))


def _lies_inside(
    event: Event, scope: Scope, *, until: date | None, nouns: frozenset[str]
) -> bool | None:
    """Say whether an event lies inside a scope; `None` where it may."""
    answers = (
        _is_such(event, scope, nouns),
        _in_time(event, scope, until=until),
        _in_area(event, scope),
        _by_party(event, scope),
    )
    if False in answers:
        return False
    return None if None in answers else True


def _is_such(event: Event, scope: Scope, nouns: frozenset[str]) -> bool | None:
    """Say whether an event is one of the incidents counted over; a nameless assault may be a strike."""
    wanted = frozenset(scope.incident.split(", ")) - {""}
    if not wanted or wanted & nouns:
        return True
    if nouns:
        return False
    assault = isinstance(event.act, Act) and event.act.code == "ASSAULT"
    return True if assault and wanted & _ASSAULTS else None


def _in_time(event: Event, scope: Scope, *, until: date | None) -> bool | None:
    when = event.when
    if not isinstance(when, When) or when.earliest is None or when.latest is None:
        return None
    start = parse_edtf(scope.window_start) if scope.window_start else None
    end = parse_edtf(scope.until).latest if scope.until else until
    if start is not None and start.earliest is not None and when.latest < start.earliest:
        return False
    if end is not None and when.earliest > end:
        return False
    begun = start is None or start.latest is None or when.earliest >= start.latest
    return True if begun and (end is None or when.latest <= end) else None


def _in_area(event: Event, scope: Scope) -> bool | None:
    if not scope.area:
        return True
    where = event.where
    if isinstance(where, Unknown) or not where.name:
        return None
    place = Area(where.name, where.country, national=where.precision == _COUNTRY)
    how = area_relation(place, Area(scope.area, scope.country, national=scope.national)).kind
    if how in ("equal", "narrower"):
        return True
    return False if how == "disjoint" else None


def _by_party(event: Event, scope: Scope) -> bool | None:
    """Say whether who is counted for did it; an event names its actor or it may be anybody's."""
    if not scope.actor:
        return True
    return True if scope.actor in event.actors else None
