"""Counts of events per stretch of days, and what is held of the next: `CountSeries`, `CountForecast`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from onrecord.domain.errors import InvariantError

_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class CountSeries:
    """How many events fell into each of equal stretches of days, one after the other.

    Attributes:
        name: What is counted.
        start: First day of the first stretch.
        step_days: Days in each stretch.
        counts: Events in each stretch, in order; none is left out, a stretch without events is 0.
        undated: Events left out because their day is not known to the stretch.
        events: Ids of the events counted, sorted.
    """

    name: str
    start: date
    step_days: int
    counts: tuple[int, ...]
    undated: int = 0
    events: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.step_days < 1 or any(count < 0 for count in self.counts):
            raise InvariantError("a series counts events in stretches of one day or more")

    @property
    def end(self) -> date:
        """Return the day after the last stretch."""
        return self.start + timedelta(days=self.step_days * len(self.counts))


@dataclass(frozen=True, slots=True)
class CountForecast:
    """How likely each count is: a whole distribution, with the named model that gave it.

    Attributes:
        model: Name of the rule ("gamma-poisson", "last value", …).
        masses: Probability of 0, 1, 2 …; what the last leaves to 1 lies above it and is below 1e-6.
    """

    model: str
    masses: tuple[float, ...]

    def __post_init__(self) -> None:
        if not self.masses or min(self.masses) < 0 or abs(sum(self.masses) - 1) > _TOLERANCE:
            raise InvariantError("the probabilities of all counts come to one")

    @property
    def mean(self) -> float:
        """Return the expected count."""
        return sum(count * mass for count, mass in enumerate(self.masses))

    def quantile(self, level: float) -> int:
        """Return the smallest count at or below which `level` of the mass lies."""
        for count, below in enumerate(accumulate(self.masses)):
            if below >= level - _TOLERANCE:
                return count
        return len(self.masses) - 1

    def interval(self, mass: float = 0.8) -> tuple[int, int]:
        """Return the counts between which at least `mass` lies, as much left out below as above."""
        tail = (1 - mass) / 2
        return self.quantile(tail), self.quantile(1 - tail)

    def at_least(self, count: int) -> float:
        """Return how likely `count` or more is."""
        return max(0.0, 1.0 - sum(self.masses[:count]))


def counts_of(days: Iterable[date], *, start: date, end: date, step_days: int) -> tuple[int, ...]:
    """Return how many of `days` fall into each whole stretch from `start`; `end` is the day after the last.

    Raises:
        InvariantError: `end` lies before `start`.
    """
    if end < start:
        raise InvariantError("a series ends after it starts")
    counts = [0] * ((end - start).days // step_days)
    for day in days:
        at = (day - start).days // step_days
        if 0 <= at < len(counts):
            counts[at] += 1
    return tuple(counts)
