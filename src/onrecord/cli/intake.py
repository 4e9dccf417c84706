"""`add` and `demo`: putting reports on record."""

from __future__ import annotations

import sys
import webbrowser
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from onrecord.capture.capture import Capture
from onrecord.cli.briefs import write_brief
from onrecord.cli.inputs import Given, Item, expand, is_url, items_of
from onrecord.cli.options import DateOption, JsonOption, LinguistOption, ReaderOption, StoreOption
from onrecord.cli.output import emit_json, emit_text, printable, progress, say
from onrecord.cli.times import parse_date
from onrecord.config import Settings, load_settings
from onrecord.domain.errors import OnrecordError, StoreError, UsageError
from onrecord.domain.unknown import Unknown
from onrecord.pipeline.intake import Taken, take
from onrecord.read.llm.report import ReadingReport, report_row
from onrecord.wiring import OpenRecord, desk, examples_folder, fetcher, open_record


@dataclass(slots=True)
class Report:
    """What became of everything named on a command line."""

    taken: list[Taken] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    readings: list[ReadingReport] = field(default_factory=list)

    def counts(self) -> Counter[str]:
        """Return how many captures had each outcome."""
        return Counter(one.outcome for one in self.taken)

    def note(self, reading: ReadingReport) -> None:
        """Keep what became of a model's answers for one document, and say it."""
        self.readings.append(reading)
        say(reading.line())

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
    reader: ReaderOption = None,
    linguist: LinguistOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put reports on record: archive the bytes, read the text, keep every statement."""
    settings = load_settings(store=store, linguist=linguist, reader=reader)
    names = expand(inputs)
    if url is not None and not url.lower().startswith(("http://", "https://")):
        raise UsageError(f"--url {url!r} is no http or https address")
    if url is not None and len(names) != 1:
        raise UsageError("--url names the address of one file; add the files one by one")
    if not names:
        raise UsageError(f"there is nothing to read in {', '.join(inputs)}")
    given = Given(date=parse_date(date), url=url, publisher=publisher)
    with open_record(settings, read_only=False) as record:
        report = add_all(names, given, record, settings, tell=None if as_json else _acknowledge)
    if as_json:
        _print_json(report)
    else:
        say(report.line())
    if report.skipped:
        raise typer.Exit(1)


def add_all(
    names: tuple[str, ...],
    given: Given,
    record: OpenRecord,
    settings: Settings,
    *,
    tell: Callable[[Taken], None] | None = None,
) -> Report:
    """Put everything named on record; what cannot be read is skipped and counted.

    Args:
        names: Files, URLs or `-`, folders already expanded.
        given: What the command line says about every item.
        record: The open store.
        settings: What is in force.
        tell: Called for each capture as soon as it is durably on record.

    Raises:
        StoreError: the store failed; what was acknowledged before is on record.
    """
    report = Report()
    place = desk(record, settings, report.note)
    web = fetcher(settings)
    with progress() as bar:
        task = bar.add_task("Reading", total=len(names))
        for name in names:
            for item in items_of(name, given, web):
                take_item(item, report, partial(take, desk=place, live=is_url(name)), tell=tell)
            bar.advance(task)
    return report


def take_item(
    item: Item,
    report: Report,
    put: Callable[[Capture], Taken],
    *,
    tell: Callable[[Taken], None] | None,
) -> None:
    """Put the captures of one item on record and say so, or count it as skipped."""
    if item.error is not None:
        report.skipped.append((item.name, str(item.error)))
        say(f"skipped: {item.error}")
        return
    for capture in item.captures:
        try:
            taken = put(capture)
            report.taken.append(taken)
            if tell is not None:
                tell(taken)
        except StoreError:
            raise
        except OnrecordError as error:
            report.skipped.append((item.name, str(error)))
            named = "" if item.name in str(error) else f"{item.name}: "
            say(f"skipped: {named}{error}")


def _print_json(report: Report) -> None:
    emit_json(
        {
            "schema": "onrecord.add/1",
            "documents": [_row(one) for one in report.taken],
            "skipped": [{"input": name, "why": why} for name, why in report.skipped],
        }
        | ({"readings": [report_row(one) for one in report.readings]} if report.readings else {})
    )


def _acknowledge(one: Taken) -> None:
    """Print one document that is durably on record, at once: a crash later cannot unsay it."""
    document = one.document
    date = document.date_edtf or _why(document.doc_date)
    title = printable(document.title or document.url or "untitled").replace("\n", " ")
    emit_text(f"{one.outcome:<12} {document.id}  {date}  {one.statements:>3}  {title}")
    sys.stdout.flush()


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
    reader: ReaderOption = None,
    linguist: LinguistOption = None,
    as_json: JsonOption = False,
) -> None:
    """Run the main job on the sample crisis and say where the brief lies."""
    examples = examples_folder()
    if examples is None:
        raise UsageError("the sample crisis is not installed with this copy of Onrecord")
    settings = load_settings(store=into / "onrecord.store", linguist=linguist, reader=reader)
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
        emit_text(
            f"The brief lies at {written.resolve()}\n"
            f"Check it:        onrecord verify {written}\n"
            f"Look further:    onrecord tallies --store {settings.store}"
        )
    if show:
        webbrowser.open(written.resolve().as_uri())
    if report.skipped:
        raise typer.Exit(1)
