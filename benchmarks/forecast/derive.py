"""`python -m benchmarks.forecast.derive GED.csv …`: monthly counts out of UCDP event files.

One row is one episode of one dyad and kind of violence: from the month of its first event, after more than
two years without any, over at most sixty months. Episodes of fewer than twenty events or shorter than two
years are left out. An event counts in the month it began if it ended in the same; the others are counted
apart. The files have a row for each event with the columns `country`, `type_of_violence`, `dyad_name`,
`date_start` and `date_end`; `LAST` says through which month they go.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

#: Number of the last month of each country's file: twelve times the year, and the month from zero.
LAST: Mapping[str, int] = {
    "Central African Republic": 2022 * 12 + 11,
    "Syria": 2019 * 12 + 10,
    "Mexico": 2023 * 12 + 11,
    "Myanmar (Burma)": 2023 * 12 + 11,
}
_VIOLENCE = {1: "state-based", 2: "non-state", 3: "one-sided"}
_QUIET, _LONGEST, _SHORTEST, _LEAST_EVENTS = 24, 60, 24, 20

Key = tuple[str, str, str]
Row = tuple[str, str, str, str, int, str]


def main() -> int:
    """Print the counts of the files named, as CSV."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("country", "violence", "dyad", "start", "undated", "counts"))
    events: dict[Key, list[tuple[int, int]]] = defaultdict(list)
    for file in parser.parse_args().files:
        with file.open(encoding="utf-8", newline="") as lines:
            for key, months in _events(csv.DictReader(lines)):
                events[key].append(months)
    out.writerows(sorted(row for key, months in events.items() for row in episodes(key, months)))
    return 0


def _events(rows: Iterable[Mapping[str, str]]) -> Iterator[tuple[Key, tuple[int, int]]]:
    for row in rows:
        kind = _VIOLENCE[int(float(row["type_of_violence"]))]
        yield (
            (row["country"], kind, row["dyad_name"]),
            (_month(row["date_start"]), _month(row["date_end"])),
        )


def episodes(key: Key, months: Iterable[tuple[int, int]]) -> Iterator[Row]:
    """Yield the episodes of one dyad from the first and the last month of each of its events."""
    held = list(months)
    last = LAST[key[0]]
    counts = Counter(first for first, end in held if first == end and first <= last)
    begins = [
        month for month in sorted(counts)
        if not any(counts[before] for before in range(month - _QUIET, month))
    ]  # fmt: skip
    for begin, following in pairwise([*begins, last + 1]):
        stop = min(begin + _LONGEST, following)
        row = [counts[month] for month in range(begin, stop)]
        if sum(row) >= _LEAST_EVENTS and len(row) >= _SHORTEST:
            undated = sum(first != end and begin <= first < stop for first, end in held)
            named = f"{begin // 12}-{begin % 12 + 1:02}"
            yield (*key, named, undated, " ".join(map(str, row)))


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


if __name__ == "__main__":
    sys.exit(main())
