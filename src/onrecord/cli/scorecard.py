"""`scorecard`: the public page of questions, what was held of them, how they ended, and the scores."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli.briefs import Kind, write_out
from onrecord.cli.options import AsOfOption, JsonOption, StoreOption
from onrecord.cli.output import emit_text, say
from onrecord.cli.times import parse_as_of
from onrecord.config import load_settings
from onrecord.domain.errors import UsageError
from onrecord.pipeline.scoring import scorecard_of
from onrecord.wiring import open_record


def scorecard(
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; - for stdout.")
    ] = None,
    title: Annotated[str, typer.Option("--title", help="Title of the page.")] = "Scorecard",
    markdown: Annotated[bool, typer.Option("--md", help="Write Markdown to stdout.")] = False,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
    store: StoreOption = None,
) -> None:
    """Write every question asked with its forecasts, its resolution and its scores, in one file."""
    if markdown and as_json:
        raise UsageError("--md and --json are two kinds of page; choose one")
    kind: Kind = "md" if markdown else "json" if as_json else "html"
    target = out or Path("-" if kind != "html" else "scorecard.html")
    with open_record(load_settings(store=store), read_only=True) as record:
        page = scorecard_of(
            record.store,
            record.archive,
            title=title,
            generator=f"onrecord {__version__}",
            as_of=parse_as_of(as_of),
        )
    written = write_out(page, out=target, kind=kind)
    if page.lead is None:
        say("no question is on record yet; `onrecord questions` lists what reading found")
    if str(target) != "-":
        emit_text(str(written.resolve()))
        say(f"check it anywhere: onrecord verify {written}")
