"""Climatology: every past count, as often as it came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from onrecord.adapters.scipy.laws import Mixture, forecast_of
from onrecord.domain.series import CountForecast

MODEL = "climatology"
_PRIOR = 0.5


def climatology(history: Sequence[int]) -> CountForecast:
    """Return the past counts with equal weight, and one more that may be any.

    The one more is geometric with their mean. Without it counts that did not come yet would be held to be
    impossible, and a handful of counts would score worse than the same climate seen for longer.
    """
    mean = (sum(history) + _PRIOR) / (len(history) + _PRIOR)
    other = Mixture(np.ones(1), np.array([mean]), np.ones(1)).forecast(MODEL)
    seen = Counter(count // other.width for count in history)
    masses = np.zeros(max(len(other.masses), max(seen, default=0) + 1))
    masses[: len(other.masses)] = other.masses
    for at, times in seen.items():
        masses[at] += times
    return forecast_of(MODEL, masses, width=other.width)
