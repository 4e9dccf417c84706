"""Counts of events per stretch of days, and what is held of the next: `CountSeries`, `Outlook`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Literal

from onrecord.domain.errors import InvariantError
from onrecord.domain.quantity import Number

#: By which day an event is counted: the day it happened, or the day a report first told of it. Events
#: are announced in batches, so the two differ (domain model, 10).
CountBasis = Literal["happened", "first_reported"]

_TOLERANCE = 1e-6
#: Stretches without a report in a row after which a history begins anew.
_MOST_GAPS = 12


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
        basis: By which day they are counted.
        reports: Documents dated in each stretch, as long as `counts`; empty where that is not known.
        earlier: Events before the first stretch. Reports told of them looking back, so what else
            happened then is not known, and no stretch there is held to be empty.
    """

    name: str
    start: date
    step_days: int
    counts: tuple[int, ...]
    undated: int = 0
    events: tuple[str, ...] = ()
    basis: CountBasis = "happened"
    reports: tuple[int, ...] = ()
    earlier: int = 0

    def __post_init__(self) -> None:
        if self.step_days < 1 or any(count < 0 for count in self.counts):
            raise InvariantError("a series counts events in stretches of one day or more")
        if self.reports and len(self.reports) != len(self.counts):
            raise InvariantError(
                "a series says of every stretch how many reports it has, or of none"
            )

    @property
    def end(self) -> date:
        """Return the day after the last stretch."""
        return self.start + timedelta(days=self.step_days * len(self.counts))

    @property
    def known(self) -> tuple[bool, ...]:
        """Say of each stretch whether its count is known: it has a report or an event.

        A stretch nobody reported on is a gap, not a zero.
        """
        if not self.reports:
            return (True,) * len(self.counts)
        pairs = zip(self.counts, self.reports, strict=True)
        return tuple(bool(count or reports) for count, reports in pairs)

    @property
    def history(self) -> tuple[int, ...]:
        """Return the known counts in order, from the last long silence on.

        After more than a dozen gaps in a row a history begins anew: what is reported then is another course
        of events.
        """
        held: list[int] = []
        gaps = 0
        for count, is_known in zip(self.counts, self.known, strict=True):
            gaps = 0 if is_known else gaps + 1
            if is_known:
                held.append(count)
            elif gaps > _MOST_GAPS:
                held.clear()
        return tuple(held)


@dataclass(frozen=True, slots=True)
class CountForecast:
    """How likely each count is: a whole distribution, with the named model that gave it.

    Attributes:
        model: Name of the rule ("gamma-poisson", "last-value", …).
        masses: Probability of 0, 1, 2 …; what the last leaves to 1 lies above it and is below 1e-6.
        width: Counts that share one mass; above 1 only where counts go into thousands. Mass `i` is then
            that of `i * width` to `i * width + width - 1`, and stands at the middle of them.
    """

    model: str
    masses: tuple[float, ...]
    width: int = 1

    def __post_init__(self) -> None:
        if self.width < 1:
            raise InvariantError("a probability is that of one count or more")
        if not self.masses or min(self.masses) < 0 or abs(sum(self.masses) - 1) > _TOLERANCE:
            raise InvariantError("the probabilities of all counts come to one")

    @property
    def mean(self) -> float:
        """Return the expected count."""
        return sum(self.count_at(at) * mass for at, mass in enumerate(self.masses))

    def count_at(self, at: int) -> int:
        """Return the count that the mass at place `at` stands for."""
        return at * self.width + (self.width - 1) // 2

    def quantile(self, level: float) -> int:
        """Return the smallest count at or below which `level` of the mass lies."""
        for at, below in enumerate(accumulate(self.masses)):
            if below >= level - _TOLERANCE:
                return self.count_at(at)
        return self.count_at(len(self.masses) - 1)

    def interval(self, mass: float = 0.8) -> tuple[int, int]:
        """Return the counts between which at least `mass` lies, as much left out below as above."""
        tail = (1 - mass) / 2
        return self.quantile(tail), self.quantile(1 - tail)

    def at_least(self, count: int) -> float:
        """Return how likely `count` or more is."""
        whole, rest = divmod(max(count, 0), self.width)
        below = sum(self.masses[:whole]) + sum(self.masses[whole : whole + 1]) * rest / self.width
        return max(0.0, 1.0 - below)


@dataclass(frozen=True, slots=True)
class Pace:
    """How much a running count that reports state rose between two days they state it for.

    Crises are often told in running counts ("at least 29 strikes so far") and not event by event. An end of
    the rise exists only where both counts state theirs (domain law 4).

    Attributes:
        tally: Id of the tally.
        unit: What it counts.
        earlier: Id of the statement that states the earlier count.
        later: Id of the statement that states the later one.
        first: Day of the earlier count.
        last: Day of the later one.
        low: The rise at least; `None` where no lower end is known.
        high: The rise at most; `None` where no upper end is known.
    """

    tally: str
    unit: str
    earlier: str
    later: str
    first: date
    last: date
    low: Number | None
    high: Number | None

    def __post_init__(self) -> None:
        if self.last <= self.first:
            raise InvariantError("a pace runs from one day to a later one")
        if self.low is None and self.high is None:
            raise InvariantError("a pace states one of its ends")

    @property
    def days(self) -> int:
        """Return the days it took."""
        return (self.last - self.first).days


@dataclass(frozen=True, slots=True)
class PastScore:
    """How a model did on stretches that are over, each forecast from those before it alone.

    Attributes:
        model: Name of the model.
        windows: Stretches that were forecast.
        crps: Mean continuous ranked probability score; lower is better, in the unit of the count.
    """

    model: str
    windows: int
    crps: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a series lets one hold of its next stretch, the baselines beside it.

    Attributes:
        series: What was counted.
        forecast: Of the chosen model; `None` where the history is too short.
        baselines: Forecasts of the baselines, always shown beside it.
        scores: How each model did on past stretches of this very series.
        why: Why this model, or why none.
    """

    series: CountSeries
    forecast: CountForecast | None
    baselines: tuple[CountForecast, ...] = ()
    scores: tuple[PastScore, ...] = ()
    why: str = ""

    def __post_init__(self) -> None:
        if self.forecast is not None and not self.baselines:
            raise InvariantError("a forecast stands beside its baselines")
        if not self.why:
            raise InvariantError("an outlook says why it is given, or why it is not")


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
