"""What the next stretch of a series may hold, with what past stretches say of the model: `outlook_of`.

The base rate is gamma-poisson. A challenger takes its place only where it scored clearly lower on past
stretches of the same series, and there were enough of them. Both baselines always stand beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.domain.series import CountSeries, Outlook, PastScore
from onrecord.ports.statistics import CountModel, Statistics

#: Stretches without which nothing is forecast.
LEAST_STRETCHES = 6
BASE_RATE: CountModel = "gamma-poisson"
CHALLENGER: CountModel = "hawkes"
BASELINES: tuple[CountModel, ...] = ("last-value", "climatology")

#: Stretches before the first that is forecast again.
_FIRST_WINDOW = 4
#: Past stretches that are forecast again, the last ones.
_MOST_WINDOWS = 36
#: Past stretches a challenger must win on, and the share of the base rate's score it must come under.
CHALLENGE_WINDOWS, CHALLENGE_SHARE = 12, 0.95


def outlook_of(series: CountSeries, statistics: Statistics) -> Outlook:
    """Return what is held of the stretch after the last, or why nothing is."""
    history = series.history
    if len(history) < LEAST_STRETCHES:
        return Outlook(
            series,
            None,
            why=f"the history is too short: of {LEAST_STRETCHES} stretches with a report or an event that a "
            f"forecast takes, there are {len(history)}",
        )
    tried = (BASE_RATE, *BASELINES)
    if len(history) >= _FIRST_WINDOW + CHALLENGE_WINDOWS:
        tried = (BASE_RATE, CHALLENGER, *BASELINES)
    scores = tuple(_past_score(history, model, statistics) for model in tried)
    model = _chosen(scores)
    return Outlook(
        series,
        statistics.forecast(model, history),
        baselines=tuple(statistics.forecast(one, history) for one in BASELINES),
        scores=scores,
        why=_why(model, scores),
    )


def walk_forward(
    history: Sequence[int], model: CountModel, statistics: Statistics, *, first: int
) -> tuple[float, ...]:
    """Return the CRPS of each stretch from the `first`, forecast from those before it alone."""
    return tuple(
        statistics.crps(statistics.forecast(model, history[:at]), history[at])
        for at in range(first, len(history))
    )


def _past_score(history: Sequence[int], model: CountModel, statistics: Statistics) -> PastScore:
    first = max(_FIRST_WINDOW, len(history) - _MOST_WINDOWS)
    found = walk_forward(history, model, statistics, first=first)
    return PastScore(model, len(found), sum(found) / len(found))


def _chosen(scores: Sequence[PastScore]) -> CountModel:
    by_model = {score.model: score.crps for score in scores}
    least = by_model[BASE_RATE] * CHALLENGE_SHARE
    won = CHALLENGER in by_model and by_model[CHALLENGER] < least
    return CHALLENGER if won else BASE_RATE


def _why(model: CountModel, scores: Sequence[PastScore]) -> str:
    """Return why a model was chosen; a baseline that did better is named, not hidden."""
    own = next(score for score in scores if score.model == model)
    reason = f"{model} is the base rate" if model == BASE_RATE else f"{model} beat {BASE_RATE}"
    better = [one.model for one in scores if one.model in BASELINES and one.crps < own.crps]
    beaten = f"; {' and '.join(better)} did better there" if better else ""
    return f"{reason}; tried on the last {own.windows} stretches of this series{beaten}"
