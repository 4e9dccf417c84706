"""`export`: events and tallies for spreadsheets and programs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.events import corrected_rows, load_shelf
from onrecord.cli.options import AsOfOption, StoreOption
from onrecord.cli.output import say
from onrecord.domain.errors import UsageError
from onrecord.publish.event_rows import line_row
from onrecord.publish.rows import tally_row
from onrecord.publish.tables import csv_text, event_table, tally_table

export_app = typer.Typer(no_args_is_help=True)

CsvOption = Annotated[bool, typer.Option("--csv", help="Write CSV, which is the default.")]
RowsOption = Annotated[bool, typer.Option("--json", help="Write one JSON object a line.")]
OutOption = Annotated[
    Path | None, typer.Option("--out", "-o", help="File to write; stdout when left out.")
]


@export_app.command("events")
def export_events(
    as_csv: CsvOption = False,
    as_json: RowsOption = False,
    out: OutOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = None,
) -> None:
    """Write the events of the timeline, one a row, in order of day."""
    _require_one(as_csv=as_csv, as_json=as_json)
    shelf = load_shelf(store, as_of)
    if as_json:
        rows = [
            line_row(one, shelf.documents, shelf.statements) | corrected_rows(one.group, shelf)
            for one in shelf.lines
        ]
        _write(_lines(rows), out)
    else:
        _write(csv_text(event_table(shelf.lines, shelf.documents, shelf.corrected)), out)
    say(f"{len(shelf.lines)} events")


@export_app.command("tallies")
def export_tallies(
    as_csv: CsvOption = False,
    as_json: RowsOption = False,
    out: OutOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = None,
) -> None:
    """Write running counts: as CSV one row for every figure reported, as JSON one for each count."""
    _require_one(as_csv=as_csv, as_json=as_json)
    shelf = load_shelf(store, as_of)
    if as_json:
        _write(_lines([tally_row(one) for one in shelf.tallies]), out)
    else:
        _write(csv_text(tally_table(shelf.tallies, shelf.documents)), out)
    say(f"{sum(len(one.observations) for one in shelf.tallies)} figures")


def _require_one(*, as_csv: bool, as_json: bool) -> None:
    if as_csv and as_json:
        raise UsageError("--csv and --json exclude each other; choose one")


def _lines(rows: list[dict[str, object]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _write(content: str, out: Path | None) -> None:
    """Write to a file, or to stdout; the line ends of the content stay as they are."""
    if out is None or str(out) == "-":
        sys.stdout.write(content)
        return
    try:
        out.write_bytes(content.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageError(f"{out}: cannot be written: {error.strerror}") from error
