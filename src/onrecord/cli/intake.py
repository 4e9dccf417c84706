"""`add` and `demo`: putting reports on record."""

from __future__ import annotations

import webbrowser
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.briefs import write_brief
from onrecord.cli.inputs import Given, Item, expand, items_of
from onrecord.cli.options import DateOption, JsonOption, StoreOption
from onrecord.cli.output import emit_json, emit_text, progress, say
from onrecord.cli.times import parse_date
from onrecord.config import Settings, load_settings
from onrecord.domain.errors import OnrecordError, StoreError, UsageError
from onrecord.domain.unknown import Unknown
from onrecord.pipeline.intake import Taken, take
from onrecord.wiring import OpenRecord, desk, examples_folder, fetcher, open_record


@dataclass(slots=True)
class Report:
    """What became of everything named on a command line."""

    taken: list[Taken] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)

    def counts(self) -> Counter[str]:
        """Return how many captures had each outcome."""
        return Counter(one.outcome for one in self.taken)

    def line(self) -> str:
        """Return one line for people."""
        counts = self.counts()
        statements = sum(one.statements for one in self.taken)
        parts = [
            f"{counts['new']} new",
            f"{counts['new version']} new versions",
            f"{counts['unchanged']} unchanged",
            f"{len(self.skipped)} skipped",
        ]
        return f"{', '.join(parts)}; {statements} statements read"


def add(
    inputs: Annotated[
        list[str],
        typer.Argument(help="Files, folders, http(s) URLs, feeds, WARC files, or - for stdin."),
    ],
    date: DateOption = None,
    url: Annotated[
        str | None, typer.Option("--url", help="Address a single file came from.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", help="Outlet, where the text does not say.")
    ] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put reports on record: archive the bytes, read the text, keep every statement."""
    settings = load_settings(store=store)
    names = expand(inputs)
    if url is not None and len(names) != 1:
        raise UsageError("--url names the address of one file; add the files one by one")
    if not names:
        raise UsageError(f"there is nothing to read in {', '.join(inputs)}")
    given = Given(date=parse_date(date), url=url, publisher=publisher)
    with open_record(settings, read_only=False) as record:
        report = add_all(names, given, record, settings)
    _print(report, as_json=as_json)
    if report.skipped:
        raise typer.Exit(1)


def add_all(names: tuple[str, ...], given: Given, record: OpenRecord, settings: Settings) -> Report:
    """Put everything named on record; what cannot be read is skipped and counted.

    Raises:
        StoreError: the store failed; what was acknowledged before is on record.
    """
    report = Report()
    place = desk(record, settings)
    web = fetcher(settings)
    with progress() as bar:
        task = bar.add_task("Reading", total=len(names))
        for name in names:
            for item in items_of(name, given, web):
                _take_item(item, report, lambda capture: take(capture, place))
            bar.advance(task)
    return report


def _take_item(item: Item, report: Report, put) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    if item.error is not None:
        report.skipped.append((item.name, str(item.error)))
        say(f"skipped: {item.error}")
        return
    for capture in item.captures:
        try:
            report.taken.append(put(capture))
        except StoreError:
            raise
        except OnrecordError as error:
            report.skipped.append((item.name, str(error)))
            say(f"skipped: {error}")


def _print(report: Report, *, as_json: bool) -> None:
    if as_json:
        emit_json(
            {
                "schema": "onrecord.add/1",
                "documents": [_row(one) for one in report.taken],
                "skipped": [{"input": name, "why": why} for name, why in report.skipped],
            }
        )
        return
    for one in report.taken:
        document = one.document
        date = document.date_edtf or _why(document.doc_date)
        title = document.title or document.url or "untitled"
        emit_text(f"{one.outcome:<12} {document.id}  {date}  {one.statements:>3}  {title}")
    say(report.line())


def _why(value: object) -> str:
    return f"no date ({value.reason})" if isinstance(value, Unknown) else "no date"


def _row(one: Taken) -> dict[str, object]:
    document = one.document
    return {
        "outcome": one.outcome,
        "id": document.id,
        "version_of": document.version_of,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "date": document.date_edtf,
        "lineage": None
        if isinstance(document.lineage.origin, Unknown)
        else document.lineage.origin,
        "bytes_sha256": document.bytes_sha256,
        "text_sha256": document.text_sha256,
        "statements": one.statements,
    }


def demo(
    into: Annotated[
        Path, typer.Option("--into", help="Folder for the store and the brief.")
    ] = Path("demo"),
    show: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the brief in a browser.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Run the main job on the sample crisis and say where the brief lies."""
    examples = examples_folder()
    if examples is None:
        raise UsageError("the sample crisis is not installed with this copy of Onrecord")
    settings = load_settings(store=into / "onrecord.store")
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"--into {into}: {error.strerror}") from error
    names = tuple(str(path) for path in sorted(examples.glob("[0-9][0-9]-*")))
    with open_record(settings, read_only=False) as record:
        report = add_all(names, Given(), record, settings)
        written = write_brief(
            record, out=into / "brief.html", kind="html", title="The Strait of Corrow", as_of=None
        )
    if as_json:
        emit_json(
            {
                "schema": "onrecord.demo/1",
                "documents": len(report.taken),
                "skipped": [{"input": name, "why": why} for name, why in report.skipped],
                "brief": str(written),
                "store": str(settings.store),
            }
        )
    else:
        say(report.line())
        emit_text(f"The brief lies at {written.resolve()}\nCheck it: onrecord verify {written}")
    if show:
        webbrowser.open(written.resolve().as_uri())
    if report.skipped:
        raise typer.Exit(1)
