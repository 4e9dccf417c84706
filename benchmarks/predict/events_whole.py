"""Actor, recipient and root together, with neither party told: the same records read end to end.

Predictions are rows of spans; `benchmarks/scoring` counts a record as found when one row has the root and
overlaps both parties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.predict.events import root_of, trees_of
from benchmarks.predict.task import Row, Tools
from onrecord.domain.span import Extent
from onrecord.read.plover import acts_in


def predict(records: Iterable[Row], tools: Tools) -> Iterator[Row]:
    """Yield the acts of each record with where their parties stand."""
    for record in records:
        trees = trees_of(record["text"], tools)
        yield {
            "id": record["id"],
            "events": [
                {
                    "label": root_of(act),
                    "actor": _span(act.actor),
                    "recipient": _span(act.recipient),
                }
                for tree in trees
                for act in acts_in(tree)
            ],
        }


def _span(extent: Extent | None) -> list[int] | None:
    return None if extent is None else [extent.start, extent.end]
