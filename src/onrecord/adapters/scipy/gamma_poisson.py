"""Gamma-Poisson counts with forgetting: the base rate, and the last value as its limit.

The rate of events has a gamma distribution, counts given the rate are Poisson, and old counts are
discounted (the power steady model of Smith and Miller, 1986). What is forgotten is replaced by the mean of
the whole history, so that a quiet month does not make a conflict end. Three numbers say how: the
discount, the weight of the mean, and how much counts burst beyond Poisson. Nobody knows them for a young
crisis, so each set on a grid forecasts every past count from those before it, and weighs in by how
likely it held what came (the predictive likelihood).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np

from onrecord.adapters.scipy.laws import Floats, Mixture, log_mass

#: Share of its weight that a count keeps from one stretch to the next.
_DISCOUNTS = (0.0, 0.2, 0.4, 0.6)
#: Weight of the mean of the whole history, in stretches.
_PULLS = (0.02, 0.1, 0.5, 2.0)
#: How little counts burst beyond Poisson: sizes of a negative binomial.
_SIZES = (0.3, 1.0, 3.0, 10.0, 30.0, 1e6)
_GRID: Floats = np.array(list(product(_DISCOUNTS, _PULLS, _SIZES)))
#: See `_weighted`; below one, a crisis that changes its course changes the weights.
_KEPT = 0.9
#: The same with nothing but the last count, and a twenty-fifth of the mean of all.
_LAST: Floats = np.array([(0.0, 0.04, size) for size in _SIZES])
#: Half an event in half a stretch: what is held before anything is counted.
_PRIOR_EVENTS, _PRIOR_STRETCHES = 0.5, 0.5
#: Weight of the mean that is left with all else forgotten: a rate is never certainly zero.
_FLOOR = 0.01


def gamma_poisson(history: Sequence[int]) -> Mixture:
    """Return what is held of the next count."""
    return _weighted(history, _GRID, kept=_KEPT)


def last_value(history: Sequence[int]) -> Mixture:
    """Return the last count with the spread that past counts had around the one before them."""
    return _weighted(history, _LAST, kept=1.0)


def _weighted(history: Sequence[int], grid: Floats, *, kept: float) -> Mixture:
    """Return the laws that `grid` gives for the next count, by the predictive likelihood of each.

    Args:
        history: Past counts.
        grid: Rows of discount, weight of the mean, size.
        kept: What an older forecast still says for or against a row, from one stretch to the next.
    """
    likelihood = np.zeros(len(grid))
    discounts, pulls, bursts = grid.T
    events, stretches = np.zeros(len(grid)), np.zeros(len(grid))
    overall = _PRIOR_EVENTS / _PRIOR_STRETCHES
    total = 0
    means, sizes = _held(events, stretches, pulls, overall, bursts)
    for seen, count in enumerate(history, start=1):
        if seen > 1:
            likelihood = kept * likelihood + log_mass(np.float64(count), means, sizes)
        total += count
        overall = (total + _PRIOR_EVENTS) / (seen + _PRIOR_STRETCHES)
        events = discounts * events + count
        stretches = discounts * stretches + 1
        means, sizes = _held(events, stretches, pulls, overall, bursts)
    weights = np.exp(likelihood - likelihood.max())
    return Mixture(weights / weights.sum(), means, sizes)


def _held(
    events: Floats, stretches: Floats, pulls: Floats, overall: float, bursts: Floats
) -> tuple[Floats, Floats]:
    """Return mean and size of the next count.

    Its variance has three parts: Poisson, what is not known of the rate, and bursts.
    """
    weight = stretches + pulls + _FLOOR
    means = (events + (pulls + _FLOOR) * overall) / weight
    return means, 1 / (1 / (weight * means) + 1 / bursts)
