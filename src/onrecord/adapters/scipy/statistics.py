"""`Statistics` with SciPy: forecasts of counts, the CRPS, isotonic regression.

Everything is computed, nothing is drawn: the same counts give the same forecast.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

import numpy as np
import scipy
from scipy.optimize import isotonic_regression

from onrecord.adapters.scipy.climatology import climatology
from onrecord.adapters.scipy.gamma_poisson import gamma_poisson, last_value
from onrecord.adapters.scipy.hawkes import hawkes
from onrecord.adapters.scipy.laws import Mixture
from onrecord.adapters.scipy.negative_binomial import negative_binomial
from onrecord.domain.errors import InvariantError
from onrecord.domain.series import CountForecast
from onrecord.ports.statistics import CountModel

#: The counts a forecast looks back on: twenty years of months.
_MOST_COUNTS = 240
_MIXTURES: dict[CountModel, Callable[[Sequence[int]], Mixture]] = {
    "gamma-poisson": gamma_poisson,
    "negative-binomial": negative_binomial,
    "hawkes": hawkes,
    "last-value": last_value,
}


class ScipyStatistics:
    """Numerics by SciPy; see `onrecord.ports.statistics.Statistics`."""

    @property
    def name(self) -> str:
        """Return name and version of the library."""
        return f"scipy {scipy.__version__}"

    def forecast(self, model: CountModel, history: Sequence[int]) -> CountForecast:
        """Return what `model` holds of the next stretch; see the port.

        Raises:
            InvariantError: a count is below zero.
        """
        if any(count < 0 for count in history):
            raise InvariantError("a count of events is zero or more")
        recent = history[-_MOST_COUNTS:]
        if model == "climatology":
            return climatology(recent)
        return _MIXTURES[model](recent).forecast(model)

    def crps(self, forecast: CountForecast, observed: int) -> float:
        """Return the CRPS: the area between the steps of the forecast and the step at what came, squared."""
        places = np.arange(len(forecast.masses)) * forecast.width + (forecast.width - 1) // 2
        knots = np.union1d(places, [observed])
        held = np.concatenate(([0.0], np.cumsum(forecast.masses)))
        below = held[np.searchsorted(places, knots, side="right")]
        gaps = (below - (knots >= observed)) ** 2
        return float((gaps[:-1] * np.diff(knots)).sum())

    def isotonic(
        self, probabilities: Sequence[float], outcomes: Sequence[int]
    ) -> tuple[float, ...]:
        """Return the share of yes that each forecast stands for; equal probabilities get equal values.

        Raises:
            InvariantError: the probabilities do not rise, or there are more or fewer outcomes.
        """
        if list(probabilities) != sorted(probabilities) or len(probabilities) != len(outcomes):
            raise InvariantError("probabilities rise, and each has an outcome")
        if not probabilities:
            return ()
        pairs = zip(probabilities, outcomes, strict=True)
        ties = [[yes for _, yes in tie] for _, tie in groupby(pairs, key=lambda pair: pair[0])]
        weights = [len(tie) for tie in ties]
        shares = isotonic_regression([sum(tie) / len(tie) for tie in ties], weights=weights).x
        return tuple(float(share) for share in np.repeat(shares, weights))
