"""Scores of forecasts, in plain arithmetic: each is a loss, and 0 is best.

Computing them takes no library, so that a published score can be worked out again from its file alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from onrecord.domain.assessment import LikelihoodBand, band_edges, likelihood_band
from onrecord.domain.errors import InvariantError
from onrecord.domain.quantity import Number
from onrecord.domain.question import Forecast, Quantile, Question
from onrecord.domain.scorecard import BASELINE_MODELS, MODEL, BandCount

#: What a binary question is held against.
BASE_RATE = "base rate"
#: The rules of scoring, in the order they are shown.
ScoreRule = Literal["Brier", "log", "CRPS"]

#: The log score treats a probability below this as this, and so at the other end.
LOG_CLIP = 0.01
#: Where a distribution that can be scored has a level, besides the median.
_LOW_LEVELS, _MEDIAN, _HIGH_LEVELS = (0.05, 0.25), 0.5, (0.75, 0.95)


def brier_score(probability: float, *, yes: bool) -> float:
    """Return the square of the distance between a probability and what came (Brier 1950).

    Example:
        >>> brier_score(0.5, yes=True)
        0.25
    """
    return (probability - float(yes)) ** 2


def log_score(probability: float, *, yes: bool) -> float:
    """Return the negative natural logarithm of the probability given to what came (Good 1952)."""
    held = probability if yes else 1 - probability
    return -math.log(min(max(held, LOG_CLIP), 1 - LOG_CLIP))


def is_grid(quantiles: Sequence[Quantile]) -> bool:
    """Say whether a distribution is given at enough levels to be scored beside others.

    It has the median, a level of 0.05 to 0.25 and one of 0.75 to 0.95: a single point in a tail says
    nothing of where the rest lies.
    """
    levels = [point.level for point in quantiles]
    tails = (_LOW_LEVELS, _HIGH_LEVELS)
    return _MEDIAN in levels and all(
        any(low <= level <= high for level in levels) for low, high in tails
    )


def quantile_crps(quantiles: Sequence[Quantile], observed: Number) -> float:
    """Return the CRPS of the distribution that runs straight between the quantiles given.

    Below the lowest and above the highest it goes on as steeply as in the stretch beside it, until all
    mass is spent. Quantiles are points of one curve, so levels added on it change nothing, and
    distributions given at other levels are compared by the same rule.

    Source:
        Matheson and Winkler 1976: the area between the curve and the step at what came, squared.

    Raises:
        InvariantError: there are no quantiles.
    """
    curve = _curve(quantiles)
    came = float(observed)
    lost = max(curve[0][0] - came, 0.0) + max(came - curve[-1][0], 0.0)
    return lost + sum(_area(*piece, came) for piece in pairwise(curve))


def _curve(quantiles: Sequence[Quantile]) -> tuple[tuple[float, float], ...]:
    """Return the corners of a distribution function: a value, and the mass at or below it."""
    if not quantiles:
        raise InvariantError("a distribution without quantiles has no score")
    given = [(float(point.value), point.level) for point in quantiles]
    if len(given) == 1:
        return ((given[0][0], 0.0), (given[0][0], 1.0))
    (low, below), (next_low, above_low) = given[0], given[1]
    (last_high, below_high), (high, above) = given[-2], given[-1]
    first = low - below * (next_low - low) / (above_low - below)
    last = high + (1 - above) * (high - last_high) / (above - below_high)
    return ((first, 0.0), *given, (last, 1.0))


def _area(start: tuple[float, float], end: tuple[float, float], came: float) -> float:
    """Return the squared distance to the step at `came` over one straight piece of the curve."""
    (left, low), (right, high) = start, end
    if left < came < right:
        middle = (came, low + (high - low) * (came - left) / (right - left))
        return _area(start, middle, came) + _area(middle, end, came)
    step = float(came <= left)
    one, other = low - step, high - step
    return (right - left) * (one * one + one * other + other * other) / 3


def last_forecasts(question: Question) -> tuple[Forecast, ...]:
    """Return the forecast of each forecaster that counts, their last, in order of name."""
    found = {forecast.by: forecast for forecast in question.forecasts}
    return tuple(found[name] for name in sorted(found))


def scored_forecasts(question: Question) -> tuple[Forecast, ...]:
    """Return those of the last forecasts that are scored: distributions at too few levels are not."""
    held = last_forecasts(question)
    return tuple(one for one in held if one.probability is not None or is_grid(one.quantiles))


def base_rate(question: Question, others: Iterable[Question]) -> tuple[float, int]:
    """Return the share of yes among binary questions resolved before this one opened, and of how many.

    Without any it is one half, of none.
    """
    opens = question.opens if isinstance(question.opens, str) else ""
    ended = [
        one.resolution.outcome == "yes"
        for one in others
        if one.kind == "binary" and has_score(one)
        if one.resolution is not None and one.resolution.at[:10] < opens
    ]
    return (sum(ended) / len(ended), len(ended)) if ended else (0.5, 0)


@dataclass(frozen=True, slots=True)
class Loss:
    """What one forecaster lost on one question under one rule, beside a baseline.

    Attributes:
        by: Who forecast.
        rule: The rule of scoring.
        question: Key of the question.
        value: The loss; 0 is best.
        baseline: Name of the baseline; empty where none applies.
        baseline_value: What the baseline lost; `None` where none applies.
    """

    by: str
    rule: ScoreRule
    question: str
    value: float
    baseline: str = ""
    baseline_value: float | None = None


def has_score(question: Question) -> bool:
    """Say whether a question ended so that forecasts of it are scored."""
    ended = question.resolution
    return (
        question.is_scorable
        and ended is not None
        and ended.outcome not in ("ambiguous", "annulled")
    )


def losses_of(question: Question, others: Sequence[Question]) -> tuple[Loss, ...]:
    """Return the losses of a resolved question: of the last forecast of each forecaster, by rule.

    Args:
        question: With its forecasts and its resolution.
        others: Every question, for the base rate.
    """
    ended = question.resolution
    if ended is None or not has_score(question):
        return ()
    found: list[Loss] = []
    held = scored_forecasts(question)
    rate = base_rate(question, others)[0]
    for one in held:
        if one.probability is not None:
            found += _binary(question.key, one, yes=ended.outcome == "yes", rate=rate)
        elif ended.value is not None:
            found += _numeric(question.key, one, held, observed=ended.value)
    return tuple(found)


def _binary(key: str, held: Forecast, *, yes: bool, rate: float) -> Iterator[Loss]:
    given = held.probability or 0.0
    lost = brier_score(rate, yes=yes)
    yield Loss(held.by, "Brier", key, brier_score(given, yes=yes), BASE_RATE, lost)
    lost = log_score(rate, yes=yes)
    yield Loss(held.by, "log", key, log_score(given, yes=yes), BASE_RATE, lost)


def _numeric(
    key: str, held: Forecast, others: Iterable[Forecast], *, observed: Number
) -> Iterator[Loss]:
    """Yield the loss of a distribution beside each baseline model that forecast the same question."""
    own = quantile_crps(held.quantiles, observed)
    beside = [one for one in others if one.by in BASELINE_MODELS]
    for one in beside:
        lost = quantile_crps(one.quantiles, observed)
        yield Loss(held.by, "CRPS", key, own, one.by.removeprefix(MODEL), lost)
    if not beside:
        yield Loss(held.by, "CRPS", key, own)


def forecasts_in(questions: Iterable[Question]) -> Iterator[tuple[LikelihoodBand, Forecast]]:
    """Yield the last forecasts of the yes-or-no questions that give a score, with their ICD 203 band.

    Forecasts below 1 or above 99 % belong to the outer bands.
    """
    for one in questions:
        if one.kind == "binary" and has_score(one):
            for held in last_forecasts(one):
                if held.probability is not None and held.by not in BASELINE_MODELS:
                    percent = min(max(round(held.probability * 100, 9), 1), 99)
                    yield likelihood_band(percent), held


def bands_of(questions: Iterable[Question]) -> tuple[BandCount, ...]:
    """Return every ICD 203 band with the last forecasts in it, and how many of them came."""
    held: dict[LikelihoodBand, list[tuple[float, bool]]] = {}
    for one in questions:
        yes = one.resolution is not None and one.resolution.outcome == "yes"
        for band, forecast in forecasts_in([one]):
            held.setdefault(band, []).append((forecast.probability or 0.0, yes))
    found: list[BandCount] = []
    for band in get_args(LikelihoodBand):
        inside = held.get(band, [])
        mean = sum(share for share, _ in inside) / len(inside) if inside else None
        came = sum(yes for _, yes in inside)
        found.append(BandCount(band, *band_edges(band), len(inside), came, mean))
    return tuple(found)
