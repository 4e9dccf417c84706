"""How well the timeline of one crisis agrees with timelines people made by hand.

    python -m benchmarks.timeline --reports FOLDER --gold-incidents CSV [--gold-tallies CSV]
        [--gold-milestones CSV] [--out DIR] [--first N]

Writes `events.csv` and `tallies.csv` as `benchmarks.predict.timeline` does, prints the figures as JSON,
then every gold row with what met it and every event that met nothing: those are for reading by hand, a
gold list is never complete. `--scored DIR` scores tables that lie there already. `--first N` looks at
the N most salient events alone.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.predict.timeline import write_timeline
from benchmarks.scoring.timeline import (
    Row,
    incident_figures,
    match_rows,
    missing_figures,
    tally_figures,
    unmatched,
)
from onrecord.domain.errors import OnrecordError


def main(given: Sequence[str] | None = None) -> int:
    """Score one crisis; see the module."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--reports", type=Path, help="folder of the reports")
    source.add_argument("--scored", type=Path, help="folder with both tables")
    parser.add_argument("--out", type=Path, help="folder to write both tables to")
    parser.add_argument("--gold-incidents", type=Path)
    parser.add_argument("--gold-milestones", type=Path)
    parser.add_argument("--gold-tallies", type=Path)
    parser.add_argument("--first", type=int, default=0, help="only the N most salient events")
    arguments = parser.parse_args(given)
    try:
        with TemporaryDirectory() as folder:
            tables = arguments.scored or arguments.out or Path(folder)
            if arguments.reports:
                tables.mkdir(parents=True, exist_ok=True)
                write_timeline(arguments.reports, tables, Path(folder) / "store")
            _report(tables, arguments)
    except (OnrecordError, OSError, KeyError) as error:
        print(f"cannot score: {error}", file=sys.stderr)
        return 2
    return 0


def _report(tables: Path, arguments: argparse.Namespace) -> None:
    events = rows_of(tables / "events.csv")
    if arguments.first:
        events = [row for row in events if int(row["rank"]) <= arguments.first]
    figures: dict[str, object] = {"events": len(events)}
    matches = []
    for name in ("gold_incidents", "gold_milestones"):
        path = getattr(arguments, name)
        if path:
            found = match_rows(rows_of(path), events)
            matches += found
            figures[name.removeprefix("gold_")] = incident_figures(found)
    lost: list[Row] = []
    if arguments.gold_tallies:
        gold, tallies = rows_of(arguments.gold_tallies), rows_of(tables / "tallies.csv")
        figures["tallies"] = tally_figures(gold, tallies)
        lost = missing_figures(gold, tallies)
    print(json.dumps(figures, indent=1))
    for one in matches:
        mark = "=" if one.exact else "~" if one.event else "-"
        told = f"{_when(one.event)} {one.event['words']}" if one.event else ""
        print(f"{mark} {one.gold['date']} {one.gold['what']}  <- {told}")
    for row in lost:
        print(f"no figure: {row['as_of_date']} {row['scope']} {row['wording']} ({row['outlet']})")
    for event in unmatched(events, matches):
        print(f"? {_when(event)} [{event['kind']}] {event['words']}")


def rows_of(path: Path) -> list[Row]:
    """Return the rows of a CSV file with a header line.

    Raises:
        OSError: it cannot be read.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _when(event: Row) -> str:
    return f"{event['date_from'] or '..'}/{event['date_to'] or '..'}"


if __name__ == "__main__":
    raise SystemExit(main())
