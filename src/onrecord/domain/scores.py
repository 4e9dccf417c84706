"""Scores of forecasts, in plain arithmetic: each is a loss, and 0 is best.

Computing them takes no library, so that a published score can be worked out again from its file alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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


def quantile_crps(quantiles: Sequence[Quantile], observed: Number) -> float:
    """Return twice the mean pinball loss over the levels: the CRPS of a forecast given as quantiles.

    Source:
        Gneiting and Ranjan 2011, Comparing density forecasts, equation 13, with the levels given.

    Raises:
        InvariantError: there are no quantiles.
    """
    if not quantiles:
        raise InvariantError("a distribution without quantiles has no score")
    losses = [
        point.level * (observed - point.value)
        if observed >= point.value
        else (1 - point.level) * (point.value - observed)
        for point in quantiles
    ]
    return 2 * sum(losses) / len(losses)


def last_forecasts(question: Question) -> tuple[Forecast, ...]:
    """Return the forecast of each forecaster that counts, their last, in order of name."""
    found = {forecast.by: forecast for forecast in question.forecasts}
    return tuple(found[name] for name in sorted(found))


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
    held = last_forecasts(question)
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
