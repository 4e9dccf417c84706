"""`python -m benchmarks.forecast.derive [--weeks] GED.csv …`: counts out of UCDP event files.

One row is one episode of one dyad and kind of violence: from the stretch of its first event, after more
than two years without any, over at most sixty months or fifty-two weeks. Episodes of fewer than twenty
events, and months of less than two years, are left out. An event counts in the stretch it began in if it
ended in the same; the others are counted apart. The files have a row for each event with the columns
`country`, `type_of_violence`, `dyad_name`, `date_start` and `date_end`; `LAST` says through which month
they go.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

#: Last day of each country's file.
LAST: Mapping[str, date] = {
    "Central African Republic": date(2022, 12, 31),
    "Syria": date(2019, 11, 30),
    "Mexico": date(2023, 12, 31),
    "Myanmar (Burma)": date(2023, 12, 31),
}
_VIOLENCE = {1: "state-based", 2: "non-state", 3: "one-sided"}
_LEAST_EVENTS = 20

Key = tuple[str, str, str]
Row = tuple[str, str, str, str, int, str]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Stretches by number, and how many of them make a silence, the longest and the shortest episode."""

    number: Callable[[date], int]
    name: Callable[[int], str]
    quiet: int
    longest: int
    shortest: int


def _month_name(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02}"


MONTHS = Calendar(lambda day: day.year * 12 + day.month - 1, _month_name, 24, 60, 24)
#: Weeks begin on Monday, as the first day of the calendar did; a week is named by it.
WEEKS = Calendar(
    lambda day: (day.toordinal() - 1) // 7,
    lambda week: date.fromordinal(week * 7 + 1).isoformat(),
    104, 52, 52,
)  # fmt: skip


def main() -> int:
    """Print the counts of the files named, as CSV."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--weeks", action="store_true", help="count by week, not by month")
    arguments = parser.parse_args()
    calendar = WEEKS if arguments.weeks else MONTHS
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("country", "violence", "dyad", "start", "undated", "counts"))
    events: dict[Key, list[tuple[date, date]]] = defaultdict(list)
    for file in arguments.files:
        with file.open(encoding="utf-8", newline="") as lines:
            for key, days in _events(csv.DictReader(lines)):
                events[key].append(days)
    rows = (row for key, days in events.items() for row in episodes(key, days, calendar))
    out.writerows(sorted(rows))
    return 0


def _events(rows: Iterable[Mapping[str, str]]) -> Iterator[tuple[Key, tuple[date, date]]]:
    for row in rows:
        kind = _VIOLENCE[int(float(row["type_of_violence"]))]
        days = (date.fromisoformat(row[name][:10]) for name in ("date_start", "date_end"))
        first, last = days
        yield (row["country"], kind, row["dyad_name"]), (first, last)


def episodes(
    key: Key, days: Iterable[tuple[date, date]], calendar: Calendar = MONTHS
) -> Iterator[Row]:
    """Yield the episodes of one dyad from the first and the last day of each of its events."""
    held = [(calendar.number(first), calendar.number(end)) for first, end in days]
    over = calendar.number(LAST[key[0]] + timedelta(days=1))
    counts = Counter(first for first, end in held if first == end and first < over)
    begins = [
        at for at in sorted(counts)
        if not any(counts[before] for before in range(at - calendar.quiet, at))
    ]  # fmt: skip
    for begin, following in pairwise([*begins, over]):
        stop = min(begin + calendar.longest, following)
        row = [counts[at] for at in range(begin, stop)]
        if sum(row) >= _LEAST_EVENTS and len(row) >= calendar.shortest:
            undated = sum(first != end and begin <= first < stop for first, end in held)
            yield (*key, calendar.name(begin), undated, " ".join(map(str, row)))


if __name__ == "__main__":
    sys.exit(main())
