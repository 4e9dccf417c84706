"""Predict and score the benchmark's tasks on data given by path.

    python -m benchmarks.accuracy --data DIR [--tasks "time geo"] [--quick] [--json FILE] [--page FILE]
    python -m benchmarks.accuracy --json FILE --page FILE

DIR holds a folder for each task, with inputs and gold, or a folder `visible` of such. Prints a table.
`--json` keeps the figures: what a run did not measure stays as the file had it. `--page` writes the page
from the figures; without `--data` it only does that. `--text`, `--gold` and `--date` add the statements
of one text. Exit status 1 when a task failed or has no predictor, 2 when nothing can be measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from benchmarks.accuracy.facts import RowFacts, read_errors, read_rows
from benchmarks.accuracy.measure import measure
from benchmarks.accuracy.measured import Measured, Run, from_json, merged, read_run, to_json
from benchmarks.accuracy.page import page
from benchmarks.accuracy.speed import ChainSpeed, chain_speed
from benchmarks.accuracy.table import table
from benchmarks.jsonl import MalformedRecordsError
from benchmarks.linguist.cost import hardware, versions
from benchmarks.predict.inputs import inputs_file
from benchmarks.scoring.tasks import headline_of
from benchmarks.statements import figures_of_text
from onrecord.config import Settings, load_settings
from onrecord.domain.errors import OnrecordError
from onrecord.ports.linguist import Linguist
from onrecord.wiring import linguist


def main(given: Sequence[str] | None = None) -> int:
    """Measure, print, keep."""
    arguments = _arguments(given)
    try:
        rows = read_rows()
        if arguments.data is None:
            _write_page(arguments.page, rows, read_run(arguments.json))
            return 0
        run = _run(arguments, _chosen(rows, arguments.tasks.split()))
        print(table(rows, run))
        whole = _kept(arguments.json, run) if arguments.json else run
        if arguments.page:
            _write_page(arguments.page, rows, whole)
    except (OnrecordError, OSError, ValueError) as error:
        print(f"cannot measure: {error}", file=sys.stderr)
        return 2
    return int(any(one.state != "measured" for one in run.rows.values()))


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="benchmarks.accuracy",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, help="folder of the tasks")
    parser.add_argument("--tasks", default="", help="names, separated by spaces; all when left out")
    parser.add_argument("--quick", action="store_true", help="every fifth record; not for quoting")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures here")
    parser.add_argument("--page", type=Path, metavar="FILE", help="write the page from them here")
    parser.add_argument("--text", type=Path, help="score the statements of this text too")
    parser.add_argument("--gold", type=Path, help="a careful reading of the text")
    parser.add_argument("--date", help="the date of the text")
    arguments = parser.parse_args(given)
    if arguments.data is None and not (arguments.json and arguments.page):
        parser.error("--data is missing; without it, both --json and --page are needed")
    if arguments.quick and (arguments.json or arguments.page):
        parser.error("a quick run is not for quoting: leave out --json and --page")
    if bool(arguments.text) != bool(arguments.gold) or bool(arguments.text) != bool(arguments.date):
        parser.error("--text, --gold and --date go together")
    return arguments


def _chosen(rows: Sequence[RowFacts], names: Sequence[str]) -> Sequence[RowFacts]:
    """Return the rows of the tasks named, or all.

    Raises:
        ValueError: a name is no task's.
    """
    known = {one.task for one in rows}
    stray = next((name for name in names if name not in known), None)
    if stray is not None:
        raise ValueError(f"no task {stray!r}; there are {', '.join(sorted(known))}")
    return [one for one in rows if not names or one.task in names]


def _run(arguments: argparse.Namespace, rows: Sequence[RowFacts]) -> Run:
    settings = load_settings()
    measured = dict(_measured(arguments, rows, settings))
    if not measured:
        raise FileNotFoundError(f"no inputs of any task in {arguments.data}")
    text = arguments.text
    statements = figures_of_text(text, arguments.gold, arguments.date) if text else None
    speed = _speed(arguments, settings)
    return Run(
        rows=measured,
        statements=statements,
        reports_per_s=speed.reports_per_s if speed else None,
        report_words=speed.words if speed else 0,
        hardware=hardware(),
        versions=versions(),
        quick=arguments.quick,
    )


def _measured(
    arguments: argparse.Namespace, rows: Sequence[RowFacts], settings: Settings
) -> Iterator[tuple[str, Measured]]:
    """Yield each row that has inputs, as measured; what it lacks or breaks on is said at once."""

    @cache
    def loaded() -> Linguist:
        return linguist(settings.linguist, settings.threads)

    for one in rows:
        try:
            inputs_file(arguments.data, one.task, one.part)
        except FileNotFoundError as error:
            print(f"{one.name}: not measured, {error}", file=sys.stderr)
            continue
        print(f"{one.name} …", file=sys.stderr)
        try:
            yield one.name, measure(one, arguments.data, loaded, quick=arguments.quick)
        except (OSError, MalformedRecordsError) as error:
            headline = headline_of(one.task)
            yield one.name, Measured("failed", problem=str(error), headline=headline)


def _speed(arguments: argparse.Namespace, settings: Settings) -> ChainSpeed | None:
    """Return the speed of the whole chain in a run over all tasks."""
    if arguments.tasks:
        return None
    return chain_speed(settings, runs=1 if arguments.quick else 3)


def _kept(path: Path, run: Run) -> Run:
    """Add a run to the figures of a file, and return them as the file has them."""
    whole = merged(read_run(path), run) if path.exists() else run
    text = to_json(whole)
    path.write_text(text, encoding="utf-8")
    return from_json(text)


def _write_page(path: Path, rows: Sequence[RowFacts], run: Run) -> None:
    path.write_text(page(rows, run, read_errors()), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
