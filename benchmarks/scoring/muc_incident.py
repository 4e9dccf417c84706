"""Incidents of a document in comparable form, and how much of one another holds."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from benchmarks.scoring.answers import day, interval, listed, objects_at
from benchmarks.scoring.measures import BadAnswerError, Row

#: Low and high end; infinite where open.
Interval: TypeAlias = tuple[float, float]

_WORD = re.compile(r"[\w'-]+")
_HEAD_ENDS = frozenset("of in from at for with who by to on near that which".split())
_SAME_HEAD = 0.9
_PART = 0.5


@dataclass(frozen=True, slots=True)
class Party:
    """A perpetrator, a victim or a target.

    Attributes:
        names: Alternatives, in capitals.
        confidence: How surely a perpetrator is one, in capitals.
        optional: Free when missed.
    """

    names: frozenset[str]
    confidence: frozenset[str]
    optional: bool


@dataclass(frozen=True, slots=True)
class Incident:
    """One template.

    Attributes:
        optional: Free when missed.
        kinds: Its types, in capitals.
        stages: Accomplished, attempted, threatened, in capitals.
        dates: Alternative intervals of days.
        places: Alternatives of country and places within it.
        perpetrators: Persons and organisations.
        victims: Persons.
        targets: Things.
        killed: None when not stated.
        injured: None when not stated.
    """

    optional: bool
    kinds: frozenset[str]
    stages: frozenset[str]
    dates: tuple[Interval, ...]
    places: tuple[tuple[frozenset[str], frozenset[str]], ...]
    perpetrators: tuple[Party, ...]
    victims: tuple[Party, ...]
    targets: tuple[Party, ...]
    killed: Interval | None
    injured: Interval | None

    @property
    def names(self) -> frozenset[str]:
        """Return every name in it."""
        parties = (*self.perpetrators, *self.victims, *self.targets)
        return frozenset(name for one in parties for name in one.names)


def incident(item: Row) -> Incident:
    """Return an incident in comparable form.

    Raises:
        BadAnswerError: a slot is not of its shape.
    """
    return Incident(
        optional=bool(item.get("optional")),
        kinds=capitals(item.get("type")),
        stages=capitals(item.get("stage")),
        dates=_dates(item.get("date")),
        places=tuple(
            (capitals(one.get("country")), capitals(one.get("places")))
            for one in objects_at(item, "location")
        ),
        perpetrators=_parties(item, "perpetrators"),
        victims=_parties(item, "victims"),
        targets=_parties(item, "targets"),
        killed=_count(item.get("killed")),
        injured=_count(item.get("injured")),
    )


def capitals(value: object) -> frozenset[str]:
    """Return words or a list of them in capitals, single spaces between."""
    return frozenset(" ".join(str(one).upper().split()) for one in listed(value))


def head(name: str) -> str:
    """Return the last word before the first preposition, in small letters: roughly the head noun."""
    words: list[str] = _WORD.findall(name.lower())
    for at, word in enumerate(words):
        if at and word in _HEAD_ENDS:
            return words[at - 1]
    return words[-1] if words else ""


def names_agree(one: Iterable[str], other: Iterable[str]) -> float:
    """Return 1 for an equal name, .9 for an equal head noun, else 0; best of all alternatives."""
    left, right = frozenset(one), frozenset(other)
    if left & right:
        return 1.0
    same_head = {head(name) for name in left} & {head(name) for name in right} - {""}
    return _SAME_HEAD if same_head else 0.0


def interval_credit(gold: Interval, found: Interval) -> float:
    """Return 1 for both ends equal, .5 for an end shared or for at most twice the width around."""
    if gold == found:
        return 1.0
    low_shared = gold[0] == found[0] and gold[0] not in {0.0, -math.inf}
    high_shared = gold[1] == found[1] and gold[1] != math.inf
    width, found_width = gold[1] - gold[0] + 1, found[1] - found[0] + 1
    around = found[0] <= gold[0] and gold[1] <= found[1]
    close = around and math.isfinite(width) and found_width <= 2 * width
    return _PART if low_shared or high_shared or close else 0.0


def date_credit(gold: Incident, found: Incident) -> float:
    """Return the credit of the best two alternatives."""
    return max(
        (interval_credit(one, other) for one in gold.dates for other in found.dates), default=0.0
    )


def place_credit(gold: Incident, found: Incident) -> float:
    """Return 1 for country and a place (or both without one), .5 for one of the two."""
    best = 0.0
    for country, places in gold.places:
        for other_country, other_places in found.places:
            same_country, same_place = bool(country & other_country), bool(places & other_places)
            whole = same_country and (same_place or not (places or other_places))
            best = max(best, 1.0 if whole else _PART if same_country or same_place else 0.0)
    return best


def alignment(gold: Incident, found: Incident) -> float:
    """Return how well two incidents go together; 0 when they may not be set side by side.

    They must share a type and something more: a party, a day or a place. A bare gold incident has
    nothing more to share. Hundredths order what would otherwise be equal.
    """
    if not gold.kinds & found.kinds:
        return 0.0
    same_day = any(
        max(one[0], other[0]) <= min(one[1], other[1])
        for one in gold.dates
        for other in found.dates
    )
    more = (
        names_agree(gold.names, found.names) + _PART * same_day + _PART * place_credit(gold, found)
    )
    is_bare = not (gold.names or gold.dates or gold.places)
    return 1.0 + more + _detail(gold, found) if more or is_bare else 0.0


def _detail(gold: Incident, found: Incident) -> float:
    return (
        0.01 * date_credit(gold, found)
        + 0.01 * (gold.killed == found.killed)
        + 0.01 * (gold.injured == found.injured)
        + 0.001 * len(gold.names & found.names)
        + 0.01 * bool(gold.stages & found.stages)
    )


def _parties(item: Row, key: str) -> tuple[Party, ...]:
    return tuple(
        Party(
            capitals(one.get("names")), capitals(one.get("confidence")), bool(one.get("optional"))
        )
        for one in objects_at(item, key)
    )


def _dates(value: object) -> tuple[Interval, ...]:
    found: list[Interval] = []
    for item in listed(value):
        if not isinstance(item, dict):
            raise BadAnswerError("a date must be an object with lo and hi")
        low, high = day(item.get("lo")), day(item.get("hi"))
        if low or high:
            found.append((-math.inf if low is None else low, math.inf if high is None else high))
    return tuple(found)


def _count(value: object) -> Interval | None:
    """Return a count as an interval; nothing and zero both are not stated."""
    ends = interval(value)
    return None if ends == (0.0, 0.0) else ends


def heads_and_names(parties: Sequence[Party], others: Sequence[Party]) -> list[list[float]]:
    """Return how well each of the first parties agrees with each of the others."""
    return [[names_agree(one.names, other.names) for other in others] for one in parties]
