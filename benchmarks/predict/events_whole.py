"""Actor, recipient and root together, with neither party told: the same records read end to end.

Predictions are rows of spans; the scorer here counts a record as found when one row has the root and
overlaps both parties. Run as a program, it prints that share and how many rows it took.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

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


def score(gold: Iterable[Row], inputs: Iterable[Row], predicted: Iterable[Row]) -> dict[str, float]:
    """Return the share of records found and the rows predicted per record.

    `parties` counts a record when one row overlaps both parties, whatever its root. A record whose
    recipient has no span is found by root and actor alone.
    """
    given = {record["id"]: record for record in inputs}
    rows = {record["id"]: record["events"] for record in predicted}
    records = list(gold)
    found = parties = count = 0
    for record in records:
        events = rows.get(record["id"], [])
        pairs = [event for event in events if _overlaps(event, given[record["id"]])]
        parties += bool(pairs)
        found += any(event["label"] == record["label"] for event in pairs)
        count += len(events)
    total = max(1, len(records))
    return {
        "records": len(records),
        "found": found / total,
        "parties": parties / total,
        "rows_per_record": count / total,
        "found_per_row": found / max(1, count),
    }


def _overlaps(event: Row, record: Row) -> bool:
    for party in ("actor", "recipient"):
        spans = record[party]["spans"]
        own = event[party]
        if spans and not (own and any(own[0] < end and start < own[1] for start, end in spans)):
            return False
    return True


def _span(extent: Extent | None) -> list[int] | None:
    return None if extent is None else [extent.start, extent.end]


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def main() -> int:
    """Score a file of predictions and print the figures as JSON."""
    parser = argparse.ArgumentParser(description="Score events found end to end.")
    for name in ("--gold", "--inputs", "--pred"):
        parser.add_argument(name, type=Path, required=True)
    given = parser.parse_args()
    print(json.dumps(score(_rows(given.gold), _rows(given.inputs), _rows(given.pred)), indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
