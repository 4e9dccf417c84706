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
    print(f"{'reports':>8} {'put s':>8} {'reconcile s':>12} {'cpu s':>8} {'ms/report':>10} "
          f"{'× n log n':>10} {'one more s':>11} {'worst s':>8} {'tallies s':>10} {'GB':>6} {'all at once s':>14}")  # fmt: skip
    first = rows[0]
    for row in rows:
        whole = f"{row['whole_s']:.1f}" if "whole_s" in row else "-"
        print(
            f"{row['reports']:8.0f} {row['put_s']:8.1f} {row['reconcile_s']:12.1f} "
            f"{row['reconcile_cpu_s']:8.1f} {row['reconcile_cpu_s'] / row['reports'] * 1000:10.1f} {_growth(first, row):10.2f} "
            f"{row['one_more_s']:11.2f} {row['one_more_worst_s']:8.2f} "
            f"{row['tallies_s']:10.1f} "
            f"{row['peak_bytes'] / 2**30:6.2f} {whole:>14}"
        )


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
