"""Self-exciting counts: each event raises the rate of the next stretches, less and less.

A Hawkes process in discrete time with an exponential kernel. The rate of a stretch is
`base + branching * (1 - decay) * Σ decay^(k-1) * count k stretches before`; counts given the rate are
negative binomial. Fitted by penalised likelihood, in time linear in the history.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.signal import lfilter

from onrecord.adapters.scipy.laws import Floats, Mixture, log_mass

#: Fewer counts say nothing of a kernel; the base rate alone is left.
_LEAST = 4
#: Bounds of log base (over the mean), branching, decay, log size.
_BOUNDS = ((-5.0, 1.0), (0.0, 0.98), (0.0, 0.95), (-2.0, 8.0))
_STARTS = ((-0.7, 0.5, 0.3, 1.0), (-0.7, 0.5, 0.8, 1.0))
#: What is held before counts: branching 0.5 ± 0.35, decay 0.5 ± 0.35, size e ± two powers of e.
_CENTRES: Floats = np.array([-0.7, 0.5, 0.5, 1.0])
_SPREADS: Floats = np.array([1.5, 0.35, 0.35, 2.0])
_PRIOR = 0.5


def hawkes(history: Sequence[int]) -> Mixture:
    """Return what is held of the next count."""
    counts = np.array(history, dtype=np.float64)
    mean = float((counts.sum() + _PRIOR) / (len(counts) + _PRIOR))
    best = _CENTRES if len(counts) < _LEAST else _fitted(counts, mean)
    rates = _rates(best, counts, mean)
    return Mixture(np.ones(1), rates[-1:], np.exp(best[3:4]))


def _fitted(counts: Floats, mean: float) -> Floats:
    """Return the parameters of greatest penalised likelihood, from fixed starts."""

    def cost(parameters: Floats) -> float:
        rates = _rates(parameters, counts, mean)[1:-1]
        fit = log_mass(counts[1:], rates, np.exp(parameters[3])).sum()
        return float(0.5 * (((parameters - _CENTRES) / _SPREADS) ** 2).sum() - fit)

    found = [minimize(cost, start, method="L-BFGS-B", bounds=_BOUNDS) for start in _STARTS]
    return np.asarray(min(found, key=lambda one: float(one.fun)).x)


def _rates(parameters: Floats, counts: Floats, mean: float) -> Floats:
    """Return the rate of every stretch and of the next; before the first, counts are held to be average."""
    base, branching, decay = mean * np.exp(parameters[0]), parameters[1], parameters[2]
    felt = np.concatenate(([mean], counts)) * (1 - decay)
    felt[0] = mean
    excited = lfilter([1.0], [1.0, -decay], felt)
    return np.asarray(base + branching * excited)
