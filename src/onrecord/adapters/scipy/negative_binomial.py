"""A negative binomial fitted to recent counts, held back from extremes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize_scalar

from onrecord.adapters.scipy.laws import Mixture, log_mass

#: Counts it is fitted to: half a year of months.
_RECENT = 6
#: A size of 1 (geometric) within a factor of `exp(1.5)`, so that few counts do not say too much.
_SPREAD = 1.5
_BOUNDS = (-4.0, 12.0)
_PRIOR = 0.5


def negative_binomial(history: Sequence[int]) -> Mixture:
    """Return the negative binomial of greatest likelihood, with half an event in half a stretch before it.

    The mean is then that of the counts, a little drawn to one, so three zeros leave room for an event.
    The size is the best under a prior around one.
    """
    recent = np.array(history[-_RECENT:], dtype=np.float64)
    mean = (recent.sum() + _PRIOR) / (len(recent) + _PRIOR)

    def cost(log_size: float) -> float:
        fit = log_mass(recent, mean, np.exp(np.float64(log_size))).sum()
        return float(0.5 * (log_size / _SPREAD) ** 2 - fit)

    found = minimize_scalar(cost, bounds=_BOUNDS, method="bounded") if len(recent) else None
    size = 1.0 if found is None else float(np.exp(found.x))
    return Mixture(np.ones(1), np.array([mean]), np.array([size]))
