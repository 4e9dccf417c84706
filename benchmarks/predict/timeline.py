"""The timeline of one crisis out of a folder of its reports: `events.csv` and `tallies.csv`.

    python -m benchmarks.predict.timeline --reports FOLDER --out DIR

Every file of FOLDER goes the way of `onrecord add` into a store made for the run (DIR/store with
`--keep`); what is written is what `onrecord export` writes from it. A text file may begin with header
lines (`url: …`, `date: …`, `outlet: …`, `title: …`) ended by a line `---`. Exit status 1 when a report
was skipped, 2 when nothing can be read or written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.cli.events import load_shelf
from onrecord.cli.inputs import Given, expand
from onrecord.cli.intake import Report, add_all
from onrecord.config import load_settings
from onrecord.domain.errors import OnrecordError, UsageError
from onrecord.publish.tables import csv_text, event_table, tally_table
from onrecord.wiring import open_record


def main(given: Sequence[str] | None = None) -> int:
    """Write the timeline of one folder; see the module."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=Path, required=True, help="folder of the reports")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.add_argument("--keep", action="store_true", help="keep the store, as DIR/store")
    arguments = parser.parse_args(given)
    try:
        arguments.out.mkdir(parents=True, exist_ok=True)
        if arguments.keep:
            report = write_timeline(arguments.reports, arguments.out, arguments.out / "store")
        else:
            with TemporaryDirectory() as folder:
                report = write_timeline(arguments.reports, arguments.out, Path(folder) / "store")
    except (OnrecordError, OSError) as error:
        print(f"cannot write a timeline: {error}", file=sys.stderr)
        return 2
    print(f"{report.line()}; events.csv and tallies.csv in {arguments.out}")
    return 1 if report.skipped else 0


def write_timeline(reports: Path, out: Path, store: Path) -> Report:
    """Put every report on record in `store`, write both tables, and return what became of them.

    Raises:
        UsageError: there is nothing to read.
        OnrecordError: the store failed.
        OSError: a table cannot be written.
    """
    names = expand([str(reports)])
    if not names:
        raise UsageError(f"there is nothing to read in {reports}")
    settings = load_settings(store=store)
    with open_record(settings, read_only=False) as record:
        report = add_all(names, Given(), record, settings)
    shelf = load_shelf(store, None)
    tables = {
        "events.csv": event_table(shelf.lines, shelf.documents),
        "tallies.csv": tally_table(shelf.tallies, shelf.documents),
    }
    for name, table in tables.items():
        (out / name).write_bytes(csv_text(table).encode("utf-8", "backslashreplace"))
    return report


if __name__ == "__main__":
    raise SystemExit(main())
