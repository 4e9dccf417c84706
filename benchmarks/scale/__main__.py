"""`python -m benchmarks.scale`: the cost of reconciling at several sizes, and of one more report."""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from pathlib import Path

SIZES = (1_000, 5_000, 20_000)
#: What is promised of the largest size, on two cores.
MOST_S, MOST_BYTES, MOST_ONE_MORE_S = 30 * 60, 4 * 2**30, 2.0

Row = dict[str, float]


def main() -> int:
    """Measure each size in a process of its own, print the curve, and say whether promises hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    arguments = parser.parse_args()
    rows = [_measured(size) for size in arguments.sizes]
    _print(rows)
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0 if _holds(rows[-1]) else 1


def _measured(size: int) -> Row:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.scale.one", str(size)],
        check=True,
        stdout=subprocess.PIPE,
    )
    row: Row = json.loads(done.stdout)
    return row


def _print(rows: list[Row]) -> None:
    """Print one line for each size; what is not measured at a size shows as nan."""
    columns = {
        "reports": "reports", "put s": "put_s", "reconcile s": "reconcile_s",
        "cpu s": "reconcile_cpu_s", "ms/report": "ms", "x n log n": "growth",
        "one more s": "one_more_s", "worst s": "one_more_worst_s", "tallies s": "tallies_s",
        "GB": "gb", "all at once s": "whole_s",
    }  # fmt: skip
    print("  ".join(f"{name:>11}" for name in columns))
    for row in rows:
        shown = row | {
            "ms": row["reconcile_cpu_s"] / row["reports"] * 1000,
            "growth": _growth(rows[0], row),
            "gb": row["peak_bytes"] / 2**30,
        }
        print("  ".join(f"{shown.get(key, math.nan):11.2f}" for key in columns.values()))


def _growth(first: Row, row: Row) -> float:
    """Return how much dearer the row is than n log n would make it; 1 is no dearer."""

    def share(one: Row) -> float:
        return one["reconcile_cpu_s"] / (one["reports"] * math.log(one["reports"]))

    return share(row) / share(first)


def _holds(row: Row) -> bool:
    held = (
        row["reconcile_s"] <= MOST_S
        and row["peak_bytes"] <= MOST_BYTES
        and row["one_more_worst_s"] <= MOST_ONE_MORE_S
    )
    print(
        f"{row['reports']:.0f} reports within {MOST_S // 60} minutes and {MOST_BYTES >> 30} GB, one more "
        f"within {MOST_ONE_MORE_S:.0f} s: {'holds' if held else 'DOES NOT HOLD'}"
    )
    return held


if __name__ == "__main__":
    sys.exit(main())
