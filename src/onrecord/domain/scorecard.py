"""How forecasts did against what came: `Scorecard`, computed from the ledger and never kept on it.

Every score is a loss: 0 is best. Each stands beside what a named baseline scored, and skill is the
share of the baseline's loss that was saved: 1 at best, 0 for no better, below 0 for worse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.assessment import LikelihoodBand
from onrecord.domain.question import Forecast, Question, QuestionScore

#: `open` takes forecasts; `waiting` is closed and not resolved; the last four take no more.
QuestionState = Literal["open", "waiting", "resolved", "ambiguous", "annulled", "unscorable"]
#: How a forecast of a base-rate model is signed, before the model's name.
MODEL = "model: "
#: Models that are nobody's forecast but what every other is held against.
BASELINE_MODELS = (f"{MODEL}climatology", f"{MODEL}last-value")


@dataclass(frozen=True, slots=True)
class ForecasterScores:
    """What one forecaster scored on one question.

    Attributes:
        by: Who forecast.
        forecast: The forecast that counts: their last before the question closed.
        scores: One per rule and baseline; empty where the question gives no score.
    """

    by: str
    forecast: Forecast
    scores: tuple[QuestionScore, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoredQuestion:
    """One question as it stands.

    Attributes:
        question: With every forecast, in order of time, and its resolution.
        state: Whether it takes forecasts, waits, or how it ended.
        forecasters: One entry per forecaster, in order of name.
        base_rate: Probability of yes that the base rate gives; `None` for numeric or unscored ones.
        base_rate_rule: What it was counted from, in words; empty where there is none.
    """

    question: Question
    state: QuestionState
    forecasters: tuple[ForecasterScores, ...] = ()
    base_rate: float | None = None
    base_rate_rule: str = ""


@dataclass(frozen=True, slots=True)
class ForecasterMean:
    """The mean of one forecaster under one rule, beside one baseline on the same questions.

    Attributes:
        by: Who forecast.
        rule: The rule of scoring.
        questions: Over how many questions.
        value: Mean loss.
        baseline: Name of the baseline; empty where none applies.
        baseline_value: Its mean loss on the same questions; `None` where there is no baseline.
        skill: 1 - value / baseline value; `None` where that has no meaning.
    """

    by: str
    rule: str
    questions: int
    value: float
    baseline: str = ""
    baseline_value: float | None = None
    skill: float | None = None


@dataclass(frozen=True, slots=True)
class BandCount:
    """Forecasts in one ICD 203 band, and how many of them came true.

    Attributes:
        band: The band.
        low: Its lower edge in percent.
        high: Its upper edge in percent.
        forecasts: How many forecasts lay in it.
        yes: How many of those questions ended in yes.
        mean: Mean probability of those forecasts; `None` where there are none.
    """

    band: LikelihoodBand
    low: float
    high: float
    forecasts: int
    yes: int
    mean: float | None = None

    @property
    def share(self) -> float | None:
        """Return the share of yes; `None` where there are no forecasts."""
        return self.yes / self.forecasts if self.forecasts else None


@dataclass(frozen=True, slots=True)
class CalibrationPoint:
    """A step of the reliability curve: what was forecast, and the share of yes it stood for.

    Attributes:
        probability: What was forecast.
        share: The recalibrated probability (isotonic regression, CORP).
        forecasts: How many forecasts gave that probability.
    """

    probability: float
    share: float
    forecasts: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """Whether what was called 70 % came true in 70 of 100.

    Under `FEWEST` resolved questions there is a table and no curve, and no decomposition.

    Attributes:
        questions: Binary questions resolved yes or no that somebody had forecast.
        forecasts: Forecasts counted, one per forecaster and question.
        bands: The table, every band in order.
        points: The curve, in order of probability; empty where there are too few.
        brier: Mean Brier score of these forecasts; `None` where there are none.
        miscalibration: MCB; brier = MCB - DSC + UNC. `None` without a curve.
        discrimination: DSC.
        uncertainty: UNC.
        statistics: Name and version of the library that fitted the curve; empty without one.
    """

    questions: int
    forecasts: int
    bands: tuple[BandCount, ...]
    points: tuple[CalibrationPoint, ...] = ()
    brier: float | None = None
    miscalibration: float | None = None
    discrimination: float | None = None
    uncertainty: float | None = None
    statistics: str = ""


#: Resolved questions from which on a curve is drawn.
FEWEST = 30


@dataclass(frozen=True, slots=True)
class QuestionCounts:
    """How many questions stand in each state; `total` is their sum."""

    open: int = 0
    waiting: int = 0
    resolved: int = 0
    ambiguous: int = 0
    annulled: int = 0
    unscorable: int = 0

    @property
    def total(self) -> int:
        """Return how many questions were asked or declared unscorable."""
        return (
            self.open
            + self.waiting
            + self.resolved
            + self.ambiguous
            + self.annulled
            + self.unscorable
        )


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Every question with its forecasts, scores and baselines, and what follows from them together.

    Attributes:
        questions: In the order they were asked.
        means: In order of forecaster, rule and baseline.
        counts: How many questions stand in each state; the annulled and ambiguous are counted, not scored.
        calibration: Of binary forecasts.
    """

    questions: tuple[ScoredQuestion, ...]
    means: tuple[ForecasterMean, ...]
    counts: QuestionCounts
    calibration: Calibration
