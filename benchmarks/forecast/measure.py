"""Walk forward through counts: each window is forecast from the counts before it alone, and scored."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.assess.outlook import CHALLENGE_SHARE, CHALLENGE_WINDOWS
from onrecord.domain.series import CountForecast
from onrecord.ports.statistics import CountModel, Statistics

_DATA = Path(__file__).parent / "data"
MONTHS, WEEKS = _DATA / "ucdp-ged-months.csv", _DATA / "ucdp-ged-weeks.csv"
#: What the models were chosen and set on. The figures are those of the other countries.
TUNED_ON = frozenset({"Central African Republic", "Syria"})
MODELS: tuple[CountModel, ...] = (
    "gamma-poisson", "negative-binomial", "hawkes", "last-value", "climatology",
)  # fmt: skip

#: Stretches before the first that is forecast.
FIRST = 6
#: A window counts while the twelve before it have an event: who follows a crisis stops when it is over. Only
#: the past decides.
_FOLLOWED = 12
_POISSON_TAIL = 1e-9
_SEED, _DRAWS = 1, 2000

Forecaster = Callable[[Sequence[int]], CountForecast]


@dataclass(frozen=True, slots=True)
class Episode:
    """Counts of one dyad and kind of violence, by month or by week."""

    country: str
    violence: str
    dyad: str
    start: str
    counts: tuple[int, ...]

    @property
    def windows(self) -> tuple[int, ...]:
        """Return the places of the counts that are forecast."""
        return tuple(
            at for at in range(FIRST, len(self.counts))
            if any(self.counts[max(0, at - _FOLLOWED) : at])
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """How one forecaster did on one episode.

    Attributes:
        scores: CRPS of each of its windows.
        inside: Whether the count of each lay in the 80 % interval.
    """

    scores: tuple[float, ...]
    inside: tuple[bool, ...]

    @property
    def crps(self) -> float:
        """Return the mean over its windows."""
        return mean(self.scores)


def load_episodes(path: Path = MONTHS) -> tuple[Episode, ...]:
    """Return every episode of the file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Episode(row["country"], row["violence"], row["dyad"], row["start"],
                    tuple(int(count) for count in row["counts"].split()))
            for row in csv.DictReader(lines)
        )  # fmt: skip


def forecasters(statistics: Statistics) -> dict[str, Forecaster]:
    """Return the models by name, and other forms of the baselines, which the benchmark alone uses."""

    def named(model: CountModel) -> Forecaster:
        return lambda history: statistics.forecast(model, history)

    return {
        **{model: named(model) for model in MODELS},
        "last value, Poisson": poisson_of_last,
        "last value, point": point_of_last,
        "climatology of 12": lambda history: statistics.forecast("climatology", history[-12:]),
    }


def point_of_last(history: Sequence[int]) -> CountForecast:
    """Return certainty that the last count comes again: its CRPS is the absolute error."""
    return CountForecast("point", (*(0.0,) * history[-1], 1.0))


def poisson_of_last(history: Sequence[int]) -> CountForecast:
    """Return a Poisson distribution around the last count; certainty of zero where that is zero."""
    mean, mass, masses = history[-1], 1.0, [1.0]
    while mean and (len(masses) <= mean or mass > _POISSON_TAIL * max(masses)):
        mass *= mean / len(masses)
        masses.append(mass)
        if mass > 1e200:  # scaled down before it overflows; the masses are brought to one below
            masses = [one / 1e200 for one in masses]
            mass /= 1e200
    whole = sum(masses)
    return CountForecast("Poisson", tuple(one / whole for one in masses))


def measured(episode: Episode, forecaster: Forecaster, statistics: Statistics) -> Measured:
    """Walk forward through one episode."""
    scores, inside = [], []
    for at in episode.windows:
        forecast = forecaster(episode.counts[:at])
        low, high = forecast.interval(0.8)
        inside.append(low <= episode.counts[at] <= high)
        scores.append(statistics.crps(forecast, episode.counts[at]))
    return Measured(tuple(scores), tuple(inside))


def challenged(base: Measured, challenger: Measured) -> Measured:
    """Return how the rule does that puts a challenger in place of the base rate: see `assess.outlook`.

    Each window takes the one of the two that the windows before it call for.
    """
    chosen = [
        challenger if _won(base.scores[:at], challenger.scores[:at]) else base
        for at in range(len(base.scores))
    ]
    return Measured(
        tuple(one.scores[at] for at, one in enumerate(chosen)),
        tuple(one.inside[at] for at, one in enumerate(chosen)),
    )


def _won(base: Sequence[float], challenger: Sequence[float]) -> bool:
    enough = len(base) >= CHALLENGE_WINDOWS
    return enough and sum(challenger) < CHALLENGE_SHARE * sum(base)


def mean(values: Iterable[float]) -> float:
    """Return the mean."""
    held = list(values)
    return sum(held) / len(held)


def ratio_interval(
    model: Sequence[float], baseline: Sequence[float], *, mass: float = 0.9
) -> tuple[float, float]:
    """Return the interval of `mean(model) / mean(baseline)` when episodes are drawn again (bootstrap).

    Whole episodes are drawn, as the windows of one hang together; from a fixed seed.
    """
    draw = random.Random(_SEED)  # noqa: S311 - no secret
    pairs = list(zip(model, baseline, strict=True))
    ratios = []
    for _ in range(_DRAWS):
        drawn = draw.choices(pairs, k=len(pairs))
        ratios.append(sum(one for one, _ in drawn) / max(sum(two for _, two in drawn), 1e-12))
    ratios.sort()
    cut = round(_DRAWS * (1 - mass) / 2)
    return ratios[cut], ratios[-cut - 1]
