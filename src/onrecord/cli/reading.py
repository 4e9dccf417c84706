"""`read`: one text in, its statements out, nothing kept."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.capture.capture import capture
from onrecord.capture.origin import Origin
from onrecord.cli.inputs import is_url, read_input
from onrecord.cli.options import DateOption, JsonOption, LinguistOption, ReaderOption
from onrecord.cli.output import emit_rows, emit_table, say
from onrecord.cli.times import parse_date
from onrecord.config import load_settings
from onrecord.domain.errors import UsageError
from onrecord.domain.statement import Statement
from onrecord.publish.rows import statement_row
from onrecord.read.llm.report import ReadingReport, report_row
from onrecord.wiring import reader as wired_reader


def read(
    source: Annotated[str, typer.Argument(metavar="FILE|-", help="A file, or - for stdin.")],
    date: DateOption = None,
    reader: ReaderOption = None,
    linguist: LinguistOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print the statements of one text without keeping anything.

    Offsets count code points of the text that was read: of a plain text file, the file itself.
    """
    if is_url(source):
        raise UsageError("`read` takes a file; put a URL on record with `onrecord add`")
    settings = load_settings(linguist=linguist, reader=reader)
    name = "standard input" if source == "-" else source
    origin = Origin(name, f"read:{source}", supplied_date=parse_date(date))
    captures = capture(read_input(source), origin=origin)
    reports: list[ReadingReport] = []
    read_one = wired_reader(settings, reports.append)
    for one in captures:
        statements = read_one(one.document, one.text)
        if as_json:
            emit_rows(statement_row(statement) for statement in statements)
        else:
            _print(statements)
        _report(reports, as_json=as_json)


def _report(reports: list[ReadingReport], *, as_json: bool) -> None:
    """Tell what became of a model's answers; reading by rules reports nothing."""
    for one in reports:
        say(one.line())
    if as_json:
        emit_rows(report_row(one) for one in reports)
    reports.clear()


def _print(statements: tuple[Statement, ...]) -> None:
    emit_table(
        f"{len(statements)} statements",
        ("kind", "who says so", "certainty", "when", "words"),
        (
            (
                one.kind,
                " > ".join(voice.label for voice in one.voices) or "the author",
                " ".join((one.innermost.value, *one.innermost.aux)),
                getattr(one.when, "edtf", None) or "not known",
                one.content.exact,
            )
            for one in statements
        ),
    )
