"""What base-rate models hold of a question about a count of events: `estimates_of`.

The question counts the events of one series from the day it opened to the day it is due. What is on record
of that window is added to what the model holds of the days left. Both baselines are given with every
model, so that its forecast is scored beside them.
"""

from __future__ import annotations

from datetime import date

from onrecord.assess.outlook import BASELINES, LEAST_STRETCHES
from onrecord.domain.question import Estimate, Quantile, Question
from onrecord.domain.scorecard import MODEL
from onrecord.domain.series import CountForecast, CountSeries
from onrecord.domain.unknown import Unknown
from onrecord.ports.statistics import CountModel, Statistics

#: Levels of the quantiles a model gives; the widest pair is the 90 % interval.
LEVELS = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
#: Nothing is held to be more certain than this.
_SUREST = 0.99


def days_left(question: Question, today: date) -> int | Unknown:
    """Return the days of the question's window that are still to come after `today`."""
    if isinstance(question.resolves, Unknown) or isinstance(question.opens, Unknown):
        return Unknown("the question names no days")
    left = (date.fromisoformat(question.resolves) - today).days
    return left if left > 0 else Unknown("the days it counts are over")


def counted_since(daily: CountSeries, opens: date) -> int:
    """Return how many events of a series of days are on record from `opens` on."""
    skipped = max(0, (opens - daily.start).days)
    return sum(daily.counts[skipped:])


def estimates_of(
    series: CountSeries,
    model: CountModel,
    statistics: Statistics,
    *,
    already: int = 0,
    at_least: int | None = None,
) -> tuple[Estimate, ...] | Unknown:
    """Return what `model` and both baselines hold of the stretch after the last.

    Args:
        series: Stretches as long as the days left.
        model: Whose forecast is asked for.
        statistics: What computes it.
        already: Events of the window that are on record.
        at_least: For a binary question, the count that makes it yes; `None` gives a distribution.

    Returns:
        The model's estimate first, then the baselines'; why there is none where the history is too short.
    """
    history = series.history
    if len(history) < LEAST_STRETCHES:
        return Unknown(
            f"the history is too short: {_stretches(len(history), series.step_days)}, and a model takes "
            f"{LEAST_STRETCHES}"
        )
    words = (
        f"{series.name}: {already} on record, and {_stretches(len(history), series.step_days)} "
        f"to {series.end.isoformat()}; {statistics.name}"
    )
    models = dict.fromkeys((model, *BASELINES))
    return tuple(
        _estimate(statistics.forecast(one, history), already, at_least, words) for one in models
    )


def _stretches(number: int, days: int) -> str:
    return f"{number} stretch{'' if number == 1 else 'es'} of {days} day{'' if days == 1 else 's'}"


def _estimate(forecast: CountForecast, already: int, at_least: int | None, words: str) -> Estimate:
    by = f"{MODEL}{forecast.model}"
    if at_least is not None:
        held = forecast.at_least(at_least - already)
        return Estimate(by, probability=min(max(held, 1 - _SUREST), _SUREST), words=words)
    return Estimate(by, quantiles=_quantiles(forecast, already), words=words)


def _quantiles(forecast: CountForecast, already: int) -> tuple[Quantile, ...]:
    return tuple(Quantile(level, already + forecast.quantile(level)) for level in LEVELS)
