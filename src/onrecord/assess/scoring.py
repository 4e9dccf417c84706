"""Scores of questions, computed from what the ledger holds: `scorecard_of`.

Nothing is kept: a resolution taken back takes its scores with it, and one given again brings them back.
Every score is a loss, 0 at best. Which forecast counts: the last of each forecaster before the close.
Baselines of a binary question are the base rate (the share of yes among questions resolved before it
opened, one half where there are none) and the status quo (no, held at 99 %). A numeric question has those
of the forecasts that a baseline model gave of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from onrecord.assess.calibration import Outcome, calibration_of
from onrecord.domain.question import (
    Forecast,
    Quantile,
    Question,
    QuestionScore,
    Resolution,
)
from onrecord.domain.scorecard import (
    BASELINE_MODELS,
    MODEL,
    ForecasterMean,
    ForecasterScores,
    QuestionCounts,
    QuestionState,
    Scorecard,
    ScoredQuestion,
)
from onrecord.domain.scores import (
    base_rate,
    brier_score,
    is_grid,
    last_forecasts,
    log_score,
    quantile_crps,
    scored_forecasts,
)
from onrecord.ports.statistics import Statistics

BRIER = "Brier"
LOG = "log"
WEIGHTED_BRIER = "Brier, weighted by time"
CRPS = "CRPS"
BASE_RATE = "base rate"
STATUS_QUO = "status quo"

#: Probability of yes where nothing changes.
_UNCHANGED = 0.01
_ONE_DAY = timedelta(days=1)
_LEVEL_TOLERANCE = 1e-9


def scorecard_of(
    questions: Sequence[Question], statistics: Statistics, *, today: date | None = None
) -> Scorecard:
    """Return every question with its scores, and what follows from all of them.

    Args:
        questions: Assembled, in the order they were asked.
        statistics: What fits the curve.
        today: The day looked at from: a question that closed before it waits. Without one, none waits.
    """
    scored = tuple(_scored(one, questions, today) for one in questions)
    counted = Counter(one.state for one in scored)
    return Scorecard(
        questions=scored,
        means=means_of(scored),
        counts=QuestionCounts(**{str(state): count for state, count in counted.items()}),
        calibration=calibration_of(_outcomes(questions), statistics),
    )


def state_of(question: Question, today: date | None) -> QuestionState:
    """Return how a question stands."""
    if not question.is_scorable:
        return "unscorable"
    if question.resolution is not None:
        outcome = question.resolution.outcome
        return outcome if outcome in ("ambiguous", "annulled") else "resolved"
    closes = question.closes
    closed = today is not None and isinstance(closes, str) and closes < today.isoformat()
    return "waiting" if closed else "open"


def _scored(question: Question, others: Sequence[Question], today: date | None) -> ScoredQuestion:
    state = state_of(question, today)
    rate, earlier = base_rate(question, others)
    binary = question.kind == "binary" and question.is_scorable
    return ScoredQuestion(
        question=question,
        state=state,
        forecasters=tuple(
            ForecasterScores(
                held.by, held, tuple(_scores(question, held, rate)) if state == "resolved" else ()
            )
            for held in last_forecasts(question)
        ),
        base_rate=rate if binary else None,
        base_rate_rule=_rule_words(earlier) if binary else "",
    )  # fmt: skip


def _rule_words(earlier: int) -> str:
    if not earlier:
        return "no question was resolved before this one opened: one half"
    return f"share of yes among {earlier} resolved before this one opened"


def _scores(question: Question, held: Forecast, rate: float) -> Iterator[QuestionScore]:
    ended = question.resolution
    if ended is None:
        return
    if held.probability is not None:
        yield from _binary(question, held, ended, rate)
    elif ended.value is not None:
        yield from _numeric(question, held, float(ended.value))


def _binary(
    question: Question, held: Forecast, ended: Resolution, rate: float
) -> Iterator[QuestionScore]:
    """Yield the scores of a probability, each beside both baselines."""
    yes = ended.outcome == "yes"
    probability = held.probability or 0.0
    weighted = weighted_brier(question, held.by, yes=yes)
    for baseline, given in ((BASE_RATE, rate), (STATUS_QUO, _UNCHANGED)):
        lost = brier_score(given, yes=yes)
        yield QuestionScore(BRIER, brier_score(probability, yes=yes), baseline, lost)
        logged = log_score(probability, yes=yes)
        yield QuestionScore(LOG, logged, baseline, log_score(given, yes=yes))
        yield QuestionScore(WEIGHTED_BRIER, weighted, baseline, lost)


def weighted_brier(question: Question, by: str, *, yes: bool) -> float:
    """Return the Brier score of one forecaster, each forecast weighted by the time it was held.

    Time counts from their first forecast to the close, or to the resolution where that came before it. A
    forecaster of one instant is scored by their last forecast.
    """
    given = [one for one in question.forecasts if one.by == by and one.probability is not None]
    ends = [*(_moment(one.at) for one in given[1:]), _end(question)]
    held = [
        (max((end - _moment(one.at)).total_seconds(), 0.0), brier_score(one.probability or 0, yes=yes))
        for one, end in zip(given, ends, strict=True)
    ]  # fmt: skip
    total = sum(seconds for seconds, _ in held)
    return sum(seconds * lost for seconds, lost in held) / total if total else held[-1][1]


def _end(question: Question) -> datetime:
    """Return when a question took its last forecast: at its close, or as it was resolved."""
    found = []
    if isinstance(question.closes, str):
        day = datetime.combine(date.fromisoformat(question.closes), time(), UTC)
        found.append(day + _ONE_DAY if day.date() < date.max else day)
    if question.resolution is not None:
        found.append(_moment(question.resolution.at))
    return min(found)


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)


def _numeric(question: Question, held: Forecast, observed: float) -> Iterator[QuestionScore]:
    """Yield the scores of a distribution, beside those of the baseline models that forecast it too.

    One that is given at too few levels has none.
    """
    if not is_grid(held.quantiles):
        return
    baselines = [one for one in scored_forecasts(question) if one.by in BASELINE_MODELS]
    own = _losses(held.quantiles, observed)
    for rule, value in own.items():
        beside = [
            QuestionScore(rule, value, one.by.removeprefix(MODEL), lost[rule])
            for one in baselines
            if rule in (lost := _losses(one.quantiles, observed))
        ]
        yield from beside or [QuestionScore(rule, value)]


def _losses(quantiles: Sequence[Quantile], observed: float) -> dict[str, float]:
    """Return what a distribution lost, by rule."""
    found = {CRPS: quantile_crps(quantiles, observed)}
    interval = interval_of(quantiles)
    if interval is not None:
        low, high = interval
        mass = high.level - low.level
        found[f"interval score ({100 * mass:.0f} %)"] = interval_score(low, high, observed)
    return found


def interval_of(quantiles: Sequence[Quantile]) -> tuple[Quantile, Quantile] | None:
    """Return the widest pair of quantiles with as much mass below as above; `None` where there is none."""
    for low in quantiles:
        for high in reversed(quantiles):
            if low.level < high.level and abs(low.level + high.level - 1) < _LEVEL_TOLERANCE:
                return low, high
    return None


def interval_score(low: Quantile, high: Quantile, observed: float) -> float:
    """Return the width of a central interval and a penalty for what fell outside it.

    Source:
        Gneiting and Raftery 2007, Strictly proper scoring rules, equation 43.
    """
    alpha = 2 * low.level
    below = max(float(low.value) - observed, 0.0)
    above = max(observed - float(high.value), 0.0)
    return float(high.value) - float(low.value) + 2 / alpha * (below + above)


def means_of(scored: Iterable[ScoredQuestion]) -> tuple[ForecasterMean, ...]:
    """Return the mean loss of each forecaster under each rule and beside each baseline.

    Only scores of one unit are averaged: those of numeric questions are each in the unit of their count,
    so that their mean says little without the skill beside it.
    """
    found: dict[tuple[str, str, str], list[QuestionScore]] = defaultdict(list)
    for question in scored:
        for held in question.forecasters:
            for score in held.scores:
                found[held.by, score.rule, score.baseline].append(score)
    return tuple(_mean(by, scores) for (by, _, _), scores in sorted(found.items()))


def _mean(by: str, scores: Sequence[QuestionScore]) -> ForecasterMean:
    value = sum(one.value for one in scores) / len(scores)
    lost = [one.baseline_value for one in scores if one.baseline_value is not None]
    beside = sum(lost) / len(lost) if lost else None
    mean = replace(scores[0], value=value, baseline_value=beside)
    return ForecasterMean(by, mean.rule, len(scores), value, mean.baseline, beside, mean.skill)


def _outcomes(questions: Iterable[Question]) -> Iterator[Outcome]:
    """Yield what counts for calibration: last forecasts of resolved questions, but for the baselines'."""
    for one in questions:
        if state_of(one, None) == "resolved" and one.resolution is not None:
            for held in last_forecasts(one):
                if held.probability is not None and held.by not in BASELINE_MODELS:
                    yield Outcome(one.key, held.probability, one.resolution.outcome == "yes")
