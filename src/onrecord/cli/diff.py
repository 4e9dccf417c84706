"""`diff`: what changed between two states of the record, as sentences with their support."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli.briefs import Kind, write_out
from onrecord.cli.options import JsonOption, StoreOption
from onrecord.cli.output import emit_text, printable, say
from onrecord.cli.times import parse_as_of
from onrecord.config import load_settings
from onrecord.domain.errors import UsageError
from onrecord.pipeline.difference import Asked, changes_brief_of
from onrecord.publish.plain import plain_text
from onrecord.wiring import open_record


def diff(
    since: Annotated[
        str, typer.Option("--from", help="The earlier time: 2025-11-28 (its end) or a full time.")
    ],
    until: Annotated[
        str | None, typer.Option("--to", help="The later time; all that is on record if left out.")
    ] = None,
    reported: Annotated[
        bool,
        typer.Option("--reported", help="Compare what the reports dated up to each day say."),
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write instead of stdout.")
    ] = None,
    title: Annotated[str, typer.Option("--title", help="Title of the page.")] = "What changed",
    html: Annotated[bool, typer.Option("--html", help="Write a page that verifies.")] = False,
    markdown: Annotated[bool, typer.Option("--md", help="Write Markdown that verifies.")] = False,
    as_json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Say what changed between two states of the record, each sentence with the words behind it."""
    if html + markdown + as_json > 1:
        raise UsageError("--html, --md and --json are three kinds of output; choose one")
    asked = _asked(since, until, reported=reported)
    with open_record(load_settings(store=store), read_only=True) as record:
        brief = changes_brief_of(
            record.store, record.archive, asked, title=title, generator=f"onrecord {__version__}"
        )
    kind: Kind | None = "html" if html else "md" if markdown else "json" if as_json else None
    if kind is None and out is None:
        emit_text(printable(plain_text(brief)))
        return
    written = write_out(brief, out=out or Path("-"), kind=kind or _kind_of(out))
    if str(written) != "-":
        emit_text(str(written.resolve()))
        say(f"check it anywhere: onrecord verify {written}")


def _asked(since: str, until: str | None, *, reported: bool) -> Asked:
    parse = _day if reported else parse_as_of
    first, last = parse(since), parse(until)
    if first is None or (last is not None and last < first):
        raise UsageError(f"--to {until} lies before --from {since}")
    return Asked("reports" if reported else "record", first, last)


def _day(text: str | None) -> str | None:
    """Return the day that `--from` or `--to` names for reports, which bear days and no hours.

    Raises:
        UsageError: it is no day.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f"{text!r} is no day; --reported takes days, as 2025-11-28") from error


def _kind_of(out: Path | None) -> Kind:
    """Return the kind of output that the name of a file asks for; a page where it does not say."""
    suffix = out.suffix if out else ""
    return "md" if suffix == ".md" else "json" if suffix == ".json" else "html"
