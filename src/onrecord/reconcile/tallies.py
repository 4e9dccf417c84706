"""Running counts: figures of many documents chained into `Tally`s, never averaged or overwritten.

Every end of a derived range is an end some cited observation states (law 4); a step holds a
difference only where both ends exist (domain rule 3). What one document counts is read once, by
`counts_of`; `solve` sets the counts of many beside one another, in whatever order they come.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, reduce
from typing import Literal

from onrecord.domain.quantity import Difference, Number, Quantity, compatible, difference, hull
from onrecord.domain.reading import Reading
from onrecord.domain.tally import Derived, Observation, Standing, Step, StepKind, Tally
from onrecord.domain.unknown import Unknown
from onrecord.reconcile.breaks import Break, breaks_of, is_own
from onrecord.reconcile.context import DISASTERS, SUSTAINED
from onrecord.reconcile.dates import order_day
from onrecord.reconcile.figures import Figure, figures_of, takes_antecedent
from onrecord.reconcile.parties import name_keys, plain_name
from onrecord.reconcile.scopes import (
    Stated,
    campaign_tally,
    chain,
    event_tally,
    merged,
    nouns_meant,
    shared,
    with_antecedent,
)

_ACCORDING = re.compile(r"^according to\s+", re.IGNORECASE)
_ITS_COUNT = re.compile(r"\s+(?:count|tally|figures?|data|statements?|records?|estimates?)$")

#: Nobody disagrees: the ends are those of the figures at the newest day.
NEWEST = "newest report"
#: Voices disagree: the ends span the newest figure of each voice that disagrees or is newest.
RANGE = "reported range"
#: No figure is both dated and a number: the ends span all of them.
UNDATED = "undated reports or magnitudes"
#: Its own issuer denies or withdraws every figure: they stay on record and bound nothing.
NONE_STANDS = "no figure stands"
#: Days without a figure after which a count of one incident is over, and a lasting one.
_SILENCE, _LONG_SILENCE = 31, 366
#: A number so many times smaller than what stands is of something else, unless words call it the toll.
_FAR_BELOW = 2
#: A revision is told at most so long before or after the figure it brings (a week).
_TOLD_WITHIN = 7


@dataclass(frozen=True, slots=True)
class Counts:
    """What one document counts: its figures, and what it says of figures that no longer hold.

    Attributes:
        document: Id of the document.
        figures: In order of the text.
        breaks: In order of the text.
    """

    document: str
    figures: tuple[Figure, ...]
    breaks: tuple[Break, ...]


def counts_of(reading: Reading) -> Counts:
    """Return what one document counts; nothing outside it is looked at."""
    return Counts(reading.document.id, figures_of(reading), breaks_of(reading))


def keys_of(counts: Counts) -> frozenset[str]:
    """Return the keys by which counts of two documents can affect one another: their units."""
    units = [one.stated.unit for one in counts.figures] + [one.unit for one in counts.breaks]
    return frozenset(f"unit:{unit}" for unit in units)


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
    return solve((counts_of(reading) for reading in readings), lineages)


def solve(counts: Iterable[Counts], lineages: Mapping[str, str]) -> tuple[Tally, ...]:
    """Return the tallies of a set of documents closed under shared keys, in order of scope.

    Args:
        counts: What each document counts, in any order.
        lineages: The origin of each document, by id.
    """
    by_document = {one.document: one for one in counts}
    held = [by_document[name] for name in sorted(by_document)]
    breaks: dict[str, list[Break]] = defaultdict(list)
    for one in held:
        for found in one.breaks:
            breaks[found.unit].append(found)
    grouped = group_figures(figure for one in held for figure in one.figures)
    tallies = [
        tally_of(key, members, breaks=breaks[key.unit], lineages=lineages)
        for key, members in grouped
    ]
    return tuple(sorted(tallies, key=_tally_order))


def group_figures(figures: Iterable[Figure]) -> list[tuple[Stated, tuple[Figure, ...]]]:
    """Return the figures of each tally with the scope that it keeps (rule "compatible scopes").

    Two incidents of one kind in one place are told apart by time: a count of one incident that nobody
    gives for a month is over.
    """
    placed = _with_places(list(figures))
    totals = [one for one in placed if one.role == "total"]
    keys = chain(one.stated for one in totals)
    grouped: dict[Stated, list[Figure]] = defaultdict(list)
    for one in totals:
        grouped[keys[one.stated]].append(one)
    _add_incidents(placed, grouped)
    countries = _countries_struck(grouped)
    return [
        level
        for key, members in grouped.items()
        for some in _told_apart(key, members, known=countries[key.unit])
        for run in _runs(key, some)
        for level in _with_scopes(key, run)
    ]


def _countries_struck(keys: Iterable[Stated]) -> dict[str, dict[str, set[str]]]:
    """Return by unit and kind of incident the countries that counts of it name."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for key in keys:
        for noun in key.nouns if key.country else ():
            found[key.unit][noun].add(key.country)
    return found


def _told_apart(
    key: Stated, members: Sequence[Figure], *, known: Mapping[str, set[str]]
) -> list[list[Figure]]:
    """Return the figures by document where their scope gives no ground to hold them for one count.

    Two reports of "three hurt in the shooting" that say neither where nor of which shooting are two. Of a
    disaster that all other counts place in one country there is one count without a place.
    """
    if shared(key, key) and not key.is_bare:
        return [list(members)]
    if key.nouns and key.nouns <= DISASTERS and all(len(known[one]) == 1 for one in key.nouns):
        return [list(members)]
    if key.is_bare and len({one.stated for one in members}) > 1:
        return [list(members)]
    by_document: dict[str, list[Figure]] = defaultdict(list)
    for one in members:
        by_document[one.span.document].append(one)
    return list(by_document.values())


def tally_of(
    key: Stated,
    members: Iterable[Figure],
    *,
    breaks: Sequence[Break],
    lineages: Mapping[str, str],
) -> Tally:
    """Return the tally of some figures: put in order, compared step by step, and bounded.

    Args:
        key: The scope they share.
        members: The figures, in any order.
        breaks: What documents say of figures of this unit that no longer hold.
        lineages: The origin of each document, by id.
    """
    denials = _by_number(one for one in breaks if one.kind != "revision")
    ordered = sorted(_told_once(members), key=_figure_order)
    observations = tuple(
        dict.fromkeys(
            _as_it_stands(one.observed(lineages[one.span.document]), denials) for one in ordered
        )
    )
    bare = Tally(key.scope(), observations, Derived(None, None, None, UNDATED))
    revisions = [one for one in breaks if one.kind == "revision"]
    bare = replace(bare, steps=tuple(_steps(observations, _Revisions.of(revisions, lineages))))
    return replace(bare, derived=_derived(bare))


def _told_once(members: Iterable[Figure]) -> list[Figure]:
    """Return the figures, a number that one report gives twice for one day once: title and text.

    Kept is the one that names who counted, then the later: the text says more than its title.
    """
    found: dict[object, list[Figure]] = defaultdict(list)
    for one in members:
        found[one.span.document, order_day(one.as_of), _ends(one.quantity), one.credit].append(one)
    return [one for told in found.values() for one in _of_each_issuer(told)]


def _of_each_issuer(told: Sequence[Figure]) -> list[Figure]:
    """Return the figure of each source that is named; where none is, the last of the outlet's own."""
    last: dict[object, Figure] = {}
    for one in sorted(told, key=lambda one: one.at):
        own = isinstance(one.issuer, Unknown) or one.issuer == one.outlet
        last["" if own else one.issuer] = one
    return [one for issuer, one in last.items() if issuer or len(last) == 1]


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


def _with_places(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures with areas taken from the sentences before them, where they state none."""
    areas: dict[str, dict[str, Stated]] = defaultdict(dict)
    for one in sorted((one.stated for one in figures if one.stated.area), key=_located_first):
        areas[one.unit].setdefault(one.area, one)
    return [
        replace(one, stated=with_antecedent(one.stated, one.near, areas[one.stated.unit]))
        if takes_antecedent(one)
        else one
        for one in figures
    ]


def _located_first(stated: Stated) -> tuple[str, bool, str, bool]:
    return stated.area, not stated.country, stated.country, stated.national


def _add_incidents(figures: Iterable[Figure], grouped: dict[Stated, list[Figure]]) -> None:
    """Let figures of one incident join the one running count of that very event.

    A figure of many incidents in the past tense ("the blasts that killed 40") joins the count of them when
    it lies among its numbers: another day's would not.
    """
    index = _events_by_name(grouped)
    campaigns = _campaigns_by_noun(grouped)
    levels = {key: _main_level(members) for key, members in grouped.items() if _is_campaign(key)}
    for one in figures:
        stated = one.stated
        if one.role != "incident" or not stated.nouns:
            continue
        names = sorted(name_keys(stated.area))
        near = dict.fromkeys(key for name in names for key in index[stated.unit, name])
        joined = event_tally(stated, list(near))
        if joined is None:
            called = nouns_meant(stated.nouns)
            keys = [key for noun in called for key in campaigns[stated.unit, noun, stated.area]]
            joined = campaign_tally(stated, list(dict.fromkeys(keys)))
            joined = joined if joined is not None and _lies_among(one, levels[joined]) else None
        if joined is not None:
            grouped[joined].append(one)


def _is_campaign(key: Stated) -> bool:
    return key.reach == "campaign" and bool(key.nouns)


def _events_by_name(keys: Iterable[Stated]) -> dict[tuple[str, str], list[Stated]]:
    """Return counts of one event by unit and by each name of their area."""
    index: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for key in keys:
        if key.reach == "event" and key.nouns:
            for name in sorted(name_keys(key.area)):
                index[key.unit, name].append(key)
    return index


def _campaigns_by_noun(keys: Iterable[Stated]) -> dict[tuple[str, str, str], list[Stated]]:
    """Return counts of many incidents by unit, by what those are called, and by area."""
    index: dict[tuple[str, str, str], list[Stated]] = defaultdict(list)
    for key in keys:
        for noun in key.nouns if _is_campaign(key) else ():
            index[key.unit, noun, key.area].append(key)
    return index


def _main_level(totals: Iterable[Figure]) -> _Level:
    """Return the level of a count that most of its dated figures are of."""
    dated = [one for one in totals if order_day(one.as_of)]
    levels = _levels(sorted(dated, key=_figure_order))
    return max(levels, key=lambda level: len(level.figures), default=_Level([]))


def _lies_among(one: Figure, level: _Level) -> bool:
    """Say whether a number lies within the least and the greatest of a count, given some way either side.

    What its own report gives as the count must allow it.
    """
    value = one.quantity.value
    if value is None or level.low is None or level.high is None:
        return False
    own = (each for each in level.figures if each.span.document == one.span.document)
    if not all(compatible(each.quantity, one.quantity) for each in own):
        return False
    return level.low <= _FAR_BELOW * value and value <= _FAR_BELOW * level.high


def _runs(key: Stated, members: Iterable[Figure]) -> list[tuple[Figure, ...]]:
    """Return the figures of a scope in runs without a long silence; undated ones by themselves.

    Where there is only one run, undated figures belong to it.
    """
    ordered = sorted(members, key=_figure_order)
    patience = _LONG_SILENCE if _is_lasting(key) else _SILENCE
    runs: list[list[Figure]] = []
    undated: list[Figure] = []
    last = date.min
    for one in ordered:
        day = order_day(one.as_of)
        if day is None:
            undated.append(one)
            continue
        if not runs or (day - last).days > patience:
            runs.append([])
        runs[-1].append(one)
        last = day
    if undated and len(runs) == 1:
        runs[0] += undated
    elif undated:
        runs.append(undated)
    return [tuple(run) for run in runs]


@dataclass(slots=True)
class _Level:
    """Figures that may be one count, with their least and greatest number."""

    figures: list[Figure]
    low: Number | None = None
    high: Number | None = None

    def add(self, one: Figure) -> None:
        self.figures.append(one)
        value = one.quantity.value
        if value is not None:
            self.low = value if self.low is None else min(self.low, value)
            self.high = value if self.high is None else max(self.high, value)

    def towers_over(self, one: Figure) -> bool:
        """Say whether every number of it is so many times a figure's."""
        value = one.quantity.value
        return value is not None and self.low is not None and self.low > _FAR_BELOW * value

    def distance(self, one: Figure) -> float:
        """Return how many times its greatest number exceeds a figure's, or the other way round."""
        value = one.quantity.value
        if value is None or self.high is None:
            return 1.0
        low, high = sorted((value, self.high))
        return float((high + 1) / (low + 1))


def _levels(run: Iterable[Figure]) -> list[_Level]:
    """Return the figures of a run apart where one lies far below all that stand before it.

    A count does not fall to less than half unless somebody says so: a lower figure that its words do not
    call the toll ("one person has been killed") counts something smaller, and starts a count of its own.
    """
    levels: list[_Level] = []
    for one in run:
        fits = [held for held in levels if one.is_named_total or not held.towers_over(one)]
        if not fits:
            levels.append(_Level([]))
            fits = levels[-1:]
        min(fits, key=lambda held: held.distance(one)).add(one)
    return levels


def _with_scopes(key: Stated, run: Sequence[Figure]) -> Iterator[tuple[Stated, tuple[Figure, ...]]]:
    """Yield the counts of a run with their scopes: a smaller one states only what its own words do."""
    first, *others = _levels(run)
    yield key, tuple(first.figures)
    for level in others:
        yield reduce(merged, (one.stated for one in level.figures)), tuple(level.figures)


def _is_lasting(key: Stated) -> bool:
    """Say whether a count goes on for long: of a campaign, since a day, or of a disaster.

    Incidents of which only the kind is told ("the shootings") are others after a month.
    """
    if key.window_start or (key.nouns and key.nouns <= DISASTERS):
        return True
    told = bool(key.area or key.actor or key.unit_is_scope or key.nouns & SUSTAINED)
    return key.reach == "campaign" and told


def _figure_order(figure: Figure) -> tuple[bool, date, str, str, int]:
    day = order_day(figure.as_of)
    return day is None, day or date.min, *figure.at


def _by_number(breaks: Iterable[Break]) -> dict[Number, list[Break]]:
    found: dict[Number, list[Break]] = defaultdict(list)
    for one in breaks:
        for number in one.old:
            found[number].append(one)
    return found


def _as_it_stands(one: Observation, denials: Mapping[Number, Sequence[Break]]) -> Observation:
    """Return the observation, marked where its own issuer denies or withdraws it.

    Who denies having given a number denies it for every report that credits it to them; who withdraws
    a number does not withdraw what they say later.
    """
    value = one.quantity.value
    if value is None or isinstance(one.issuer, Unknown):
        return one
    day = order_day(one.as_of)
    for said in denials.get(value, ()):
        if one.statement == said.statement or not is_own(one.issuer, said.by):
            continue
        if said.kind == "withdrawal" and day and said.date and day > said.date:
            continue
        standing: Standing = "denied" if said.kind == "denial" else "withdrawn"
        return replace(one, standing=standing, against=said.statement)
    return one


def _tally_order(tally: Tally) -> tuple[str, str, str, str, str, str]:
    scope = tally.scope
    return (scope.unit, scope.window_start, scope.area, scope.actor, scope.domain, tally.id)


@dataclass(frozen=True, slots=True)
class _Revisions:
    """What documents say was put right, by the number it ends at, with whose origin each is."""

    by_new: Mapping[Number, Sequence[Break]]
    lineages: Mapping[str, str]

    @classmethod
    def of(cls, breaks: Iterable[Break], lineages: Mapping[str, str]) -> _Revisions:
        by_new: dict[Number, list[Break]] = defaultdict(list)
        for one in breaks:
            if one.new is not None:
                by_new[one.new].append(one)
        return cls(by_new, lineages)

    def between(self, earlier: Observation, later: Observation) -> tuple[str, ...]:
        """Return the statements that say the earlier figure was put right to the later one."""
        value = later.quantity.value
        told = self.by_new.get(value, ()) if value is not None else ()
        return tuple(
            dict.fromkeys(one.statement for one in told if self._tells(one, earlier, later))
        )

    def _tells(self, one: Break, earlier: Observation, later: Observation) -> bool:
        named = earlier.quantity.value in one.old
        if one.old and not named:
            return False
        day = order_day(later.as_of)
        if day and one.date and abs((one.date - day).days) > _TOLD_WITHIN:
            return False
        if one.statement == later.statement or self.lineages[one.document] == later.lineage:
            return True
        own = not isinstance(later.issuer, Unknown) and is_own(later.issuer, one.by)
        return own or named


def _steps(observations: Sequence[Observation], revisions: _Revisions) -> list[Step]:
    """Return the moves between dated figures, each from the figure it most directly follows.

    That is the newest earlier figure of the same voice, else of the same lineage where one of the two
    is nobody's but the outlet's, else the lowest and the highest figure of the newest earlier day.
    Reprints of a figure are compared once.
    """
    steps: dict[Step, None] = {}
    newest: list[Observation] = []
    by_voice: dict[str, Observation] = {}
    by_lineage: dict[str, Observation] = {}
    for group in _by_day(observations):
        compared: set[object] = set()
        for later in group:
            kin = by_voice.get(voice_of(later)) or _kin(by_lineage.get(later.lineage), later)
            if kin is None and _ends(later.quantity) in compared:
                continue
            if kin is None:
                compared.add(_ends(later.quantity))
            for earlier in [kin] if kin else newest:
                steps[_step(earlier, later, revisions)] = None
        by_voice.update({voice_of(one): one for one in group})
        by_lineage.update({one.lineage: one for one in group})
        newest = _extremes(group)
    return list(steps)


def _kin(earlier: Observation | None, later: Observation) -> Observation | None:
    """Return the earlier figure of a lineage, unless both are credited and to different issuers."""
    if earlier is None or (_is_credited(earlier) and _is_credited(later)):
        return None
    return earlier


def _is_credited(one: Observation) -> bool:
    """Say whether a figure is somebody's and not the outlet's own."""
    return not isinstance(one.issuer, Unknown) and one.issuer != one.outlet


def _extremes(group: Sequence[Observation]) -> list[Observation]:
    """Return the lowest and the highest figure of a day."""
    ordered = sorted(range(len(group)), key=lambda at: (group[at].quantity.value or 0, at))
    found = [group[ordered[0]], group[ordered[-1]]]
    return found if _ends(found[0].quantity) != _ends(found[1].quantity) else found[:1]


def _by_day(observations: Sequence[Observation]) -> list[list[Observation]]:
    """Return the dated figures that stand, by day; one for each voice, lineage and number.

    Magnitudes ("thousands") are kept on record but compared with nothing: they fit any number.
    """
    days: dict[date, dict[object, Observation]] = defaultdict(dict)
    for one in observations:
        day = order_day(one.as_of)
        if day is not None and one.quantity.value is not None and one.standing == "stands":
            days[day].setdefault((one.lineage, voice_of(one), _ends(one.quantity)), one)
    return [list(days[day].values()) for day in sorted(days)]


def _step(earlier: Observation, later: Observation, revisions: _Revisions) -> Step:
    change = difference(earlier.quantity, later.quantity)
    kind = _kind_of(change)
    if kind == "fall" and _is_one_rounding(earlier, later):
        return Step(earlier.statement, later.statement, change, "undetermined")
    if kind != "fall":
        return Step(earlier.statement, later.statement, change, kind)
    cited = revisions.between(earlier, later)
    if cited:
        return Step(earlier.statement, later.statement, change, "revision", cited)
    kin = voice_of(earlier) == voice_of(later) or (
        earlier.lineage == later.lineage and _kin(earlier, later) is not None
    )
    falls: StepKind = "fall_unexplained" if kin else "disagreement"
    return Step(earlier.statement, later.statement, change, falls)


def _is_one_rounding(a: Observation, b: Observation) -> bool:
    """Say whether both print one number, as "10,000" and "more than 10,000" do: no conflict."""
    return a.quantity.value == b.quantity.value


def _kind_of(change: Difference | Unknown) -> Literal["rise", "fall", "same", "undetermined"]:
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
        standing = [one for one in tally.observations if one.standing == "stands"]
        return (
            _span_of(standing, rule=UNDATED) if standing else Derived(None, None, None, NONE_STANDS)
        )
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
    kept = {id(one) for one in (*newest, *latest.values())}
    return _span_of([one for one in dated if id(one) in kept], rule=RANGE)


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
