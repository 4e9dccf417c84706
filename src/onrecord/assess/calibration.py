"""Whether what was called likely came true as often: `calibration_of`.

Under thirty resolved questions a table by ICD 203 band; from there on the CORP reliability curve
(Dimitriadis, Gneiting and Jordan 2021): the isotonic regression of outcomes on forecasts, and the mean
Brier score as miscalibration - discrimination + uncertainty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from onrecord.domain.assessment import LikelihoodBand, band_edges
from onrecord.domain.scorecard import FEWEST, BandCount, Calibration, CalibrationPoint
from onrecord.domain.scores import brier_score
from onrecord.ports.statistics import Statistics

#: Forecasts below the lowest band or above the highest stand in it.
_LOWEST, _HIGHEST = 0.01, 0.99
#: Floating point must not put 0.55 below the edge at 55.
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Outcome:
    """One forecast that counts, of one resolved question.

    Attributes:
        question: Key of the question.
        probability: What was held of yes.
        yes: Whether it came.
    """

    question: str
    probability: float
    yes: bool


def calibration_of(outcomes: Iterable[Outcome], statistics: Statistics) -> Calibration:
    """Return the table, and the curve where enough questions are resolved. Their order changes nothing."""
    held = sorted(outcomes, key=lambda one: (one.probability, one.yes, one.question))
    questions = len({one.question for one in held})
    brier = _mean([brier_score(one.probability, yes=one.yes) for one in held])
    bands = tuple(_counted(band, held) for band in get_args(LikelihoodBand))
    if questions < FEWEST or brier is None:
        return Calibration(questions, len(held), bands, brier=brier)
    shares = statistics.isotonic([one.probability for one in held], [int(one.yes) for one in held])
    recalibrated = _mean([(share - one.yes) ** 2 for share, one in zip(shares, held, strict=True)])
    rate = sum(one.yes for one in held) / len(held)
    uncertainty = rate * (1 - rate)
    return Calibration(
        questions,
        len(held),
        bands,
        points=_points(held, shares),
        brier=brier,
        miscalibration=brier - (recalibrated or 0.0),
        discrimination=uncertainty - (recalibrated or 0.0),
        uncertainty=uncertainty,
        statistics=statistics.name,
    )


def _counted(band: LikelihoodBand, outcomes: Sequence[Outcome]) -> BandCount:
    low, high = band_edges(band)
    inside = [one for one in outcomes if _is_in(one.probability, low, high)]
    return BandCount(
        band, low, high, len(inside), sum(one.yes for one in inside),
        _mean([one.probability for one in inside]),
    )  # fmt: skip


def _is_in(probability: float, low: float, high: float) -> bool:
    """Say whether a probability lies in a band, whose lower edge belongs to it."""
    percent = round(100 * min(max(probability, _LOWEST), _HIGHEST), _DIGITS)
    return low <= percent < high or percent == high == 100 * _HIGHEST


def _points(outcomes: Sequence[Outcome], shares: Sequence[float]) -> tuple[CalibrationPoint, ...]:
    pairs = zip((one.probability for one in outcomes), shares, strict=True)
    grouped = ((given, list(ties)) for given, ties in groupby(pairs, key=lambda pair: pair[0]))
    return tuple(CalibrationPoint(given, ties[0][1], len(ties)) for given, ties in grouped)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
