"""Distributions and scores: numerics that a library does, behind one port."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from onrecord.domain.series import CountForecast

#: The base-rate models, their two baselines last. `gamma-poisson` forgets old stretches at rates it
#: learns from the history; `negative-binomial` is fitted to the latest; `hawkes` lets each event raise the
#: rate for a while; `last-value` is the last count with the spread that past counts had around the one
#: before them; `climatology` is every past count, as often as it came.
CountModel = Literal["gamma-poisson", "negative-binomial", "hawkes", "last-value", "climatology"]


class Statistics(Protocol):
    """What questions and forecasts need of a statistics library."""

    @property
    def name(self) -> str:
        """Return name and version of the library, printed beside what it computed."""
        ...

    def forecast(self, model: CountModel, history: Sequence[int]) -> CountForecast:
        """Return what `model` holds of the next stretch, from the counts of past stretches alone.

        The same history gives the same forecast. With an empty one every model gives its prior.

        Raises:
            InvariantError: a count is below zero.
        """
        ...

    def crps(self, forecast: CountForecast, observed: int) -> float:
        """Return the continuous ranked probability score: 0 is best; in the unit of the count."""
        ...

    def isotonic(
        self, probabilities: Sequence[float], outcomes: Sequence[int]
    ) -> tuple[float, ...]:
        """Return the share of yes that each forecast stands for (CORP, pool adjacent violators).

        `probabilities` are sorted, and outcomes (0 or 1) are in the same order; equal probabilities get
        equal values.
        """
        ...
