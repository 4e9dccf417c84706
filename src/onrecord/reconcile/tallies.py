"""Running counts: figures of many documents chained into `Tally`s, never averaged or overwritten.

Every end of a derived range is an end some cited observation states (law 4); a step holds a
difference only where both ends exist (domain rule 3).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce

from onrecord.domain.quantity import Difference, Number, Quantity, compatible, difference, hull
from onrecord.domain.reading import Reading
from onrecord.domain.tally import Derived, Observation, Step, Tally
from onrecord.domain.unknown import Unknown
from onrecord.reconcile.context import Context
from onrecord.reconcile.dates import order_day
from onrecord.reconcile.figures import Figure, figures_in
from onrecord.reconcile.parties import plain_name
from onrecord.reconcile.scopes import Stated, chain, event_tally, with_antecedents

#: Nobody disagrees: the ends are those of the figures at the newest day.
NEWEST = "newest report"
#: Voices disagree: the ends span the newest figure of each voice that disagrees or is newest.
RANGE = "reported range"
#: No figure is dated: the ends span all of them.
UNDATED = "undated reports"


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
    """Return whose count an observation is: its issuer, else its lineage."""
    issuer = observation.issuer
    return observation.lineage if isinstance(issuer, Unknown) else plain_name(issuer)


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
    past: list[Observation] = []
    for group in _by_day(observations):
        for later in group:
            steps += [_step(earlier, later) for earlier in _predecessors(later, past)]
        past += group
    return steps


def _by_day(observations: Sequence[Observation]) -> list[list[Observation]]:
    """Return the dated figures by day, one for each voice, lineage and wording of the number."""
    days: dict[date, dict[object, Observation]] = defaultdict(dict)
    for one in observations:
        day = order_day(one.as_of)
        if day is not None:
            days[day].setdefault((one.lineage, voice_of(one), _ends(one.quantity)), one)
    return [list(days[day].values()) for day in sorted(days)]


def _predecessors(later: Observation, past: Sequence[Observation]) -> list[Observation]:
    for same in (
        [one for one in past if voice_of(one) == voice_of(later)],
        [one for one in past if one.lineage == later.lineage],
    ):
        if same:
            return same[-1:]
    if not past:
        return []
    newest = order_day(past[-1].as_of)
    distinct: dict[object, Observation] = {}
    for one in past:
        if order_day(one.as_of) == newest:
            distinct.setdefault(_ends(one.quantity), one)
    return list(distinct.values())


def _step(earlier: Observation, later: Observation) -> Step:
    change = difference(earlier.quantity, later.quantity)
    kind = _kind_of(change)
    if kind == "fall":
        kin = earlier.lineage == later.lineage or voice_of(earlier) == voice_of(later)
        kind = "revision" if kin else "disagreement"
    return Step(earlier.statement, later.statement, change, kind)


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
    return [
        (second, first)
        for group in _by_day(observations)
        for at, first in enumerate(group)
        for second in group[at + 1 :]
        if voice_of(first) != voice_of(second) and not compatible(first.quantity, second.quantity)
    ]


def _derived(tally: Tally) -> Derived:
    """Return what the observations allow together, by the rule that their agreement calls for."""
    dated = [one for group in _by_day(tally.observations) for one in group]
    if not dated:
        return _span_of(tally.observations, rule=UNDATED)
    newest_day = order_day(dated[-1].as_of)
    newest = [one for one in dated if order_day(one.as_of) == newest_day]
    opposed = {voice_of(one) for pair in disagreements(tally) for one in pair}
    if not opposed:
        return _span_of(newest, rule=NEWEST)
    latest = {voice_of(one): one for one in dated if voice_of(one) in opposed}
    kept = [one for one in dated if one in newest or one in latest.values()]
    return _span_of(kept, rule=RANGE)


def _span_of(observations: Sequence[Observation], *, rule: str) -> Derived:
    """Return the hull of the stated ends; `best` only where all state one and the same number."""
    ends = [(one.quantity.low, one.quantity.high) for one in observations]
    low, high = reduce(hull, ends)
    best: Number | None = low if low is not None and low == high else None
    support = tuple(dict.fromkeys(one.statement for one in observations))
    return Derived(low=low, best=best, high=high, rule=rule, support=support)
