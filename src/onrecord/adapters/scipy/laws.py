"""Negative binomial laws and their mixtures as forecasts of bounded size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln
from scipy.stats import nbinom

from onrecord.domain.series import CountForecast

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

#: The mass that may lie above the last count of a forecast; `CountForecast` allows 1e-6.
_ABOVE = 1e-7
#: The most masses in a forecast. Where counts go higher, neighbours share one.
_MOST_MASSES = 4096
#: A size from which a negative binomial is a Poisson for our purposes.
_MOST_SIZE = 1e9
#: Parts of a mixture that weigh less are left out.
_LEAST_WEIGHT = 1e-9


@dataclass(frozen=True, slots=True)
class Mixture:
    """Negative binomials with weights that come to one; arrays of one length.

    Attributes:
        weights: Of each part.
        means: Expected counts, above 0.
        sizes: How little they burst: the variance is `mean + mean² / size`.
    """

    weights: Floats
    means: Floats
    sizes: Floats

    def forecast(self, model: str) -> CountForecast:
        """Return the mixture as masses; where counts go into thousands, neighbours share one."""
        kept = self.weights > _LEAST_WEIGHT
        weights = self.weights[kept] / self.weights[kept].sum()
        sizes = np.minimum(self.sizes[kept], _MOST_SIZE)
        chances = sizes / (sizes + self.means[kept])
        above = np.minimum(_ABOVE / weights, 0.5)
        top = int(np.max(nbinom.isf(above, sizes, chances))) + 1
        width = 1 << max(0, (top // _MOST_MASSES).bit_length())
        lasts = np.arange(width - 1, top + width, width)[:, None]
        below = nbinom.cdf(lasts, sizes, chances) @ weights
        return forecast_of(model, np.diff(below, prepend=0.0), width=width)


def forecast_of(model: str, masses: Floats, *, width: int = 1) -> CountForecast:
    """Return a forecast with `masses`, brought to one."""
    held = np.maximum(masses, 0.0)
    return CountForecast(model, tuple((held / held.sum()).tolist()), width)


def log_mass(counts: Floats | np.float64, means: Floats, sizes: Floats | np.float64) -> Floats:
    """Return the logarithm of the probability of `counts`; the arrays are broadcast."""
    sizes = np.minimum(sizes, _MOST_SIZE)
    return np.asarray(
        gammaln(counts + sizes) - gammaln(sizes) - gammaln(counts + 1)
        - sizes * np.log1p(means / sizes) + counts * (np.log(means) - np.log(sizes + means))
    )  # fmt: skip
