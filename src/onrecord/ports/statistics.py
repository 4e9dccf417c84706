"""Distributions and scores: numerics that a library does, behind one port."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from onrecord.domain.question import Quantile
from onrecord.domain.series import CountForecast

#: The base-rate models, their two baselines last. `gamma-poisson` forgets old stretches at a rate it
#: learns from the history; `negative binomial` is fitted to it; `hawkes` lets each event raise the rate
#: for a while; `last value` is the spread around the last count; `climatology` is every past count.
CountModel = Literal["gamma-poisson", "negative-binomial", "hawkes", "last-value", "climatology"]


class Statistics(Protocol):
    """What questions and forecasts need of a statistics library."""

    @property
    def name(self) -> str:
        """Return name and version of the library, printed beside what it computed."""
        ...

    def forecast(self, model: CountModel, history: Sequence[int]) -> CountForecast:
        """Return what `model` holds of the next stretch, from the counts of past stretches alone.

        With an empty history every model gives its prior.
        """
        ...

    def crps(self, forecast: CountForecast, observed: int) -> float:
        """Return the continuous ranked probability score: 0 is best; in the unit of the count."""
        ...

    def crps_of_quantiles(self, quantiles: Sequence[Quantile], observed: float) -> float:
        """Return the CRPS of a forecast given as quantiles, twice the mean pinball loss over its levels."""
        ...

    def isotonic(
        self, probabilities: Sequence[float], outcomes: Sequence[int]
    ) -> tuple[float, ...]:
        """Return the share of yes that each forecast stands for (CORP, pool adjacent violators).

        `probabilities` are sorted, and outcomes (0 or 1) are in the same order; equal probabilities get
        equal values.
        """
        ...
