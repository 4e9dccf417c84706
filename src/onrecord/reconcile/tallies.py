"""Running counts: figures of many documents chained into `Tally`s, never averaged or overwritten.

Every end of a derived range is an end some cited observation states (law 4); a step holds a
difference only where both ends exist (domain rule 3).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache, reduce

from onrecord.domain.quantity import Difference, Number, Quantity, compatible, difference, hull
from onrecord.domain.reading import Reading
from onrecord.domain.tally import Derived, Observation, Step, Tally
from onrecord.domain.unknown import Unknown
from onrecord.reconcile.context import Context
from onrecord.reconcile.dates import order_day
from onrecord.reconcile.figures import Figure, figures_in
from onrecord.reconcile.parties import plain_name
from onrecord.reconcile.scopes import Stated, chain, event_tally, with_antecedents

_ACCORDING = re.compile(r"^according to\s+", re.IGNORECASE)
_ITS_COUNT = re.compile(r"\s+(?:count|tally|figures?|data|statements?|records?|estimates?)$")

#: Nobody disagrees: the ends are those of the figures at the newest day.
NEWEST = "newest report"
#: Voices disagree: the ends span the newest figure of each voice that disagrees or is newest.
RANGE = "reported range"
#: No figure is both dated and a number: the ends span all of them.
UNDATED = "undated reports or magnitudes"


def reconcile_tallies(
    readings: Iterable[Reading], lineages: Mapping[str, str]
) -> tuple[Tally, ...]:
    """Return every running count the readings state, each with its observations over time.

    Args:
        readings: Current versions, in any order.
        lineages: The origin of each document, by id.

    Returns:
        Tallies in order of unit and scope. The order of `readings` changes nothing.
    """
    by_id = {reading.document.id: reading for reading in readings}
    figures = [figure for name in sorted(by_id) for figure in figures_in(by_id[name], lineages)]
    figures = _with_places(figures, by_id)
    totals = [figure for figure in figures if figure.role == "total"]
    keys = chain(figure.stated for figure in totals)
    grouped: dict[Stated, list[Figure]] = defaultdict(list)
    for figure in totals:
        grouped[keys[figure.stated]].append(figure)
    _add_incidents(figures, grouped)
    found = [_tally(key, members) for key, members in grouped.items()]
    return tuple(sorted(found, key=_tally_order))


def voice_of(observation: Observation) -> str:
    """Return whose count an observation is: its issuer; for an outlet's own figure, its lineage.

    "According to a Wire count" and "the Wire" are one voice.
    """
    issuer = observation.issuer
    if isinstance(issuer, Unknown) or issuer == observation.outlet:
        return observation.lineage
    return _voice_named(issuer) or observation.lineage


@lru_cache(maxsize=4096)
def _voice_named(issuer: str) -> str:
    named = plain_name(_ACCORDING.sub("", issuer.strip()))
    return plain_name(_ITS_COUNT.sub("", named))


def disagreements(tally: Tally) -> tuple[tuple[Observation, Observation], ...]:
    """Return pairs (later, earlier) of figures of different voices that cannot both hold.

    Two figures for one day that no number satisfies, and every step that falls between lineages.
    """
    by_statement: dict[str, list[Observation]] = defaultdict(list)
    for one in tally.observations:
        by_statement[one.statement].append(one)
    pairs = [
        (later, earlier)
        for step in tally.steps
        if step.kind == "disagreement"
        for later in by_statement[step.later][:1]
        for earlier in by_statement[step.earlier][:1]
    ]
    return (*_same_day_conflicts(tally.observations), *pairs)


def _with_places(figures: Sequence[Figure], by_id: Mapping[str, Reading]) -> list[Figure]:
    """Return the figures with areas taken from the sentences before them, where they state none."""
    areas: dict[str, dict[str, None]] = defaultdict(dict)
    for figure in figures:
        if figure.stated.area:
            areas[figure.stated.unit][figure.stated.area] = None
    placed: list[Figure] = []
    for figure in figures:
        context = Context(by_id[figure.observation.span.document], figure.observation.span)
        own = context.sentence.of(context.reading.text)
        stated = with_antecedents(
            figure.stated,
            sentences=(own, *context.earlier_sentences(), context.reading.document.title or ""),
            areas=areas[figure.stated.unit],
        )
        placed.append(replace(figure, stated=stated))
    return placed


def _add_incidents(figures: Iterable[Figure], grouped: dict[Stated, list[Figure]]) -> None:
    """Let figures of one incident join the one running count of that very event."""
    by_unit: dict[str, list[Stated]] = defaultdict(list)
    for key in grouped:
        by_unit[key.unit].append(key)
    for figure in figures:
        if figure.role == "incident":
            joined = event_tally(figure.stated, by_unit[figure.stated.unit])
            if joined is not None:
                grouped[joined].append(figure)


def _tally(key: Stated, members: Iterable[Figure]) -> Tally:
    ordered = sorted(members, key=_observation_order)
    observations = tuple(dict.fromkeys(figure.observation for figure in ordered))
    bare = Tally(key.scope(), observations, Derived(None, None, None, UNDATED))
    bare = replace(bare, steps=tuple(_steps(observations)))
    return replace(bare, derived=_derived(bare))


def _observation_order(figure: Figure) -> tuple[bool, date, str, str, int]:
    day = order_day(figure.observation.as_of)
    return day is None, day or date.min, *figure.at


def _tally_order(tally: Tally) -> tuple[str, str, str, str, str, str]:
    scope = tally.scope
    return (scope.unit, scope.window_start, scope.area, scope.actor, scope.domain, tally.id)


def _steps(observations: Sequence[Observation]) -> list[Step]:
    """Return the moves between dated figures, each from the figure it most directly follows.

    That is the newest earlier figure of the same voice, else of the same lineage, else each
    distinct figure of the newest earlier day. Reprints of a figure are compared once.
    """
    steps: list[Step] = []
    newest: list[Observation] = []
    by_voice: dict[str, Observation] = {}
    by_lineage: dict[str, Observation] = {}
    for group in _by_day(observations):
        for later in group:
            kin = by_voice.get(voice_of(later)) or by_lineage.get(later.lineage)
            steps += [_step(earlier, later) for earlier in ([kin] if kin else newest)]
        by_voice.update({voice_of(one): one for one in group})
        by_lineage.update({one.lineage: one for one in group})
        newest = _distinct(group)
    return steps


def _distinct(group: Iterable[Observation]) -> list[Observation]:
    """Return the first observation of each distinct number."""
    found: dict[object, Observation] = {}
    for one in group:
        found.setdefault(_ends(one.quantity), one)
    return list(found.values())


def _by_day(observations: Sequence[Observation]) -> list[list[Observation]]:
    """Return the dated figures by day, one for each voice, lineage and wording of the number.

    Magnitudes ("thousands") are kept on record but compared with nothing: they fit any number.
    """
    days: dict[date, dict[object, Observation]] = defaultdict(dict)
    for one in observations:
        day = order_day(one.as_of)
        if day is not None and one.quantity.value is not None:
            days[day].setdefault((one.lineage, voice_of(one), _ends(one.quantity)), one)
    return [list(days[day].values()) for day in sorted(days)]


def _step(earlier: Observation, later: Observation) -> Step:
    change = difference(earlier.quantity, later.quantity)
    kind = _kind_of(change)
    if kind == "fall" and _is_one_rounding(earlier, later):
        kind = "undetermined"
    if kind == "fall":
        kin = earlier.lineage == later.lineage or voice_of(earlier) == voice_of(later)
        kind = "revision" if kin else "disagreement"
    return Step(earlier.statement, later.statement, change, kind)


def _is_one_rounding(a: Observation, b: Observation) -> bool:
    """Say whether both print one number, as "10,000" and "more than 10,000" do: no conflict."""
    return a.quantity.value == b.quantity.value


def _kind_of(change: Difference | Unknown) -> str:
    if isinstance(change, Unknown):
        return "undetermined"
    if change.low is not None and change.low > 0:
        return "rise"
    if change.high is not None and change.high < 0:
        return "fall"
    return "same" if change.low == 0 == change.high else "undetermined"


def _ends(quantity: Quantity) -> tuple[object, ...]:
    return quantity.value, quantity.low, quantity.high, quantity.bound


def _same_day_conflicts(
    observations: Sequence[Observation],
) -> list[tuple[Observation, Observation]]:
    """Return each figure with the most distant figure of its day by another voice that it excludes.

    Two figures exclude each other when the low of one lies above the high of the other, so the lowest
    high and the highest low of a day decide: no pair has to be tried.
    """
    pairs: dict[tuple[str, str, int], tuple[Observation, Observation]] = {}
    for group in _by_day(observations):
        ends = _far_ends(group)
        place = {id(one): at for at, one in enumerate(group)}
        for one in group:
            for other in ends:
                if voice_of(one) == voice_of(other) or _is_one_rounding(one, other):
                    continue
                if compatible(one.quantity, other.quantity):
                    continue
                first, second = sorted((one, other), key=lambda each: place[id(each)])
                key = (first.statement, second.statement, second.span.start)
                pairs.setdefault(key, (second, first))
    return list(pairs.values())


def _far_ends(group: Sequence[Observation]) -> list[Observation]:
    """Return, each for the two voices that go furthest, the lowest highs and the highest lows."""
    highs = [
        (one.quantity.high, at) for at, one in enumerate(group) if one.quantity.high is not None
    ]
    lows = [(-one.quantity.low, at) for at, one in enumerate(group) if one.quantity.low is not None]
    found: list[Observation] = []
    for ordered in (sorted(highs), sorted(lows)):
        voices: dict[str, Observation] = {}
        for _, at in ordered:
            voices.setdefault(voice_of(group[at]), group[at])
        found += list(voices.values())[:2]
    return found


def _derived(tally: Tally) -> Derived:
    """Return what the observations allow together, by the rule that their agreement calls for."""
    dated = [one for group in _by_day(tally.observations) for one in group]
    if not dated:
        return _span_of(tally.observations, rule=UNDATED)
    newest_day = order_day(dated[-1].as_of)
    newest = [one for one in dated if order_day(one.as_of) == newest_day]
    opposed = {
        voice_of(one)
        for pair in disagreements(tally)
        if not _is_overtaken(pair, newest)
        for one in pair
    }
    if not opposed:
        return _span_of(newest, rule=NEWEST)
    latest = {voice_of(one): one for one in dated if voice_of(one) in opposed}
    kept = [one for one in dated if one in newest or one in latest.values()]
    return _span_of(kept, rule=RANGE)


def _is_overtaken(pair: tuple[Observation, Observation], newest: Sequence[Observation]) -> bool:
    """Say whether two conflicting figures of one day both lie below every figure of the newest day.

    A count that went on rising left both behind. A fall is never overtaken: counts do not fall.
    """
    if order_day(pair[0].as_of) != order_day(pair[1].as_of):
        return False
    ends = [end for one in pair for end in (one.quantity.low, one.quantity.high) if end is not None]
    lows = [one.quantity.low for one in newest]
    return all(low is not None and all(end < low for end in ends) for low in lows)


def _span_of(observations: Sequence[Observation], *, rule: str) -> Derived:
    """Return the hull of the stated ends; `best` only where all state one and the same number."""
    ends = [(one.quantity.low, one.quantity.high) for one in observations]
    low, high = reduce(hull, ends)
    best: Number | None = low if low is not None and low == high else None
    support = tuple(dict.fromkeys(one.statement for one in observations))
    return Derived(low=low, best=best, high=high, rule=rule, support=support)
