"""Every task that can be scored: its headline figure and how it is counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from benchmarks.scoring import (
    attribution,
    certainty,
    events,
    events_whole,
    extract,
    geo,
    muc,
    quantity,
    time,
)
from benchmarks.scoring.measures import Counts, Figures, Row, Tally


@dataclass(frozen=True, slots=True)
class Scorer:
    """How the documents of a task are counted.

    Attributes:
        headline: The figure that is quoted first.
        tally: Counts one document: its gold, its answer if there is one, and its input.
        figures: From counts added up over documents.
        median: Name of the figure that is the median of the samples, if there are any.
    """

    headline: str
    tally: Callable[[Row, Row | None, Row], Tally]
    figures: Callable[[Counts], Figures]
    median: str = ""


SCORERS = MappingProxyType(
    {
        "attribution": Scorer("triple.f1", attribution.tally, attribution.figures),
        "time": Scorer("value.f1", time.tally, time.figures),
        "certainty": Scorer("macro_f1", certainty.tally, certainty.figures),
        "quantity": Scorer("value_bound.f1", quantity.tally, quantity.figures),
        "muc": Scorer("all_slots.f1", muc.tally, muc.figures),
        "geo": Scorer("end_to_end_161km.f1", geo.tally, geo.figures, median="median_km"),
        "extract": Scorer("shingle.f1", extract.tally, extract.figures),
        "events": Scorer("root.macro_f1", events.tally, events.figures),
        "events_whole": Scorer("whole.recall", events_whole.tally, events_whole.figures),
    }
)
#: Scored over its whole pool at once, not document by document.
RECONCILE = "reconcile"
RECONCILE_HEADLINE = "pairs.f1"


def headline_of(task: str) -> str:
    """Return the name of the figure of a task that is quoted first."""
    return RECONCILE_HEADLINE if task == RECONCILE else SCORERS[task].headline
