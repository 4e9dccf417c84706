"""`brief` and `verify`: publishing what is on record, and checking what was published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from onrecord import __version__
from onrecord.cli.inputs import read_input
from onrecord.cli.options import AsOfOption, JsonOption, StoreOption
from onrecord.cli.output import emit_json, emit_text, say
from onrecord.cli.times import parse_as_of
from onrecord.config import load_settings
from onrecord.domain.brief import Brief
from onrecord.domain.errors import ContentError, UsageError
from onrecord.pipeline.briefing import brief_of
from onrecord.publish.render import render_html, render_json, render_markdown
from onrecord.publish.verify import Receipt
from onrecord.publish.verify import verify as verify_content
from onrecord.wiring import OpenRecord, gazetteer, open_record

Kind = Literal["html", "md", "json"]
_RENDER = {"html": render_html, "md": render_markdown, "json": render_json}


def brief(
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; - for stdout.")
    ] = None,
    title: Annotated[str, typer.Option("--title", help="Title of the brief.")] = "Brief",
    markdown: Annotated[bool, typer.Option("--md", help="Write Markdown.")] = False,
    as_json: JsonOption = False,
    as_of: AsOfOption = None,
    store: StoreOption = None,
) -> None:
    """Write a brief whose every sentence carries its support, in one file."""
    if markdown and as_json:
        raise UsageError("--md and --json are two kinds of brief; choose one")
    kind: Kind = "md" if markdown else "json" if as_json else "html"
    target = out or Path(f"brief.{kind}")
    with open_record(load_settings(store=store), read_only=True) as record:
        written = write_brief(record, out=target, kind=kind, title=title, as_of=parse_as_of(as_of))
    if str(target) != "-":
        emit_text(str(written.resolve()))
        say(f"check it anywhere: onrecord verify {written}")


def write_brief(
    record: OpenRecord, *, out: Path, kind: Kind, title: str, as_of: str | None
) -> Path:
    """Compile the brief and write it whole or not at all; `-` is stdout.

    Raises:
        CompileError: a sentence does not follow from its support.
        UsageError: the file cannot be written.
    """
    compiled = brief_of(
        record.store,
        record.archive,
        gazetteer(),
        title=title,
        generator=f"onrecord {__version__}",
        as_of=as_of,
    )
    return write_out(compiled, out=out, kind=kind)


def write_out(compiled: Brief, *, out: Path, kind: Kind) -> Path:
    """Write a compiled brief whole or not at all; `-` is stdout.

    Raises:
        UsageError: the file cannot be written.
    """
    content = _RENDER[kind](compiled)
    if str(out) == "-":
        emit_text(content)
        return out
    try:
        _write_whole(out, content)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written: {error.strerror}") from error
    return out


def _write_whole(out: Path, content: str) -> None:
    """Write a file whole or not at all; what is no regular file is written to, never replaced."""
    target = out.resolve()
    if target.exists() and not target.is_file():
        target.write_text(content, encoding="utf-8")
        return
    partial = target.with_name(f".{target.name}.partial")
    try:
        partial.write_text(content, encoding="utf-8")
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def verify(
    file: Annotated[str, typer.Argument(help="A brief as HTML, Markdown or JSON; - for stdin.")],
    as_json: JsonOption = False,
) -> None:
    """Check a brief with nothing but the file: no store, no network.

    Leaves with 0 and a receipt, or with 1 and every sentence that does not hold.
    """
    content = read_input(file)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ContentError(file, "is not a brief: it is not UTF-8 text") from error
    receipt = verify_content(text)
    if as_json:
        emit_json(_receipt_row(receipt))
    else:
        _print(receipt)
    if not receipt.ok:
        raise typer.Exit(1)


def _print(receipt: Receipt) -> None:
    for failure in receipt.failures:
        emit_text(f"BROKEN {failure.sentence_id or 'the file'}: {failure.why}")
        if failure.text:
            emit_text(f"       {failure.text}")
    verdict = "holds" if receipt.ok else "DOES NOT HOLD"
    emit_text(
        f"This brief {verdict}: {receipt.sentences} sentences, {receipt.citations} citations, "
        f"{receipt.documents} documents.\nDigest of its evidence: {receipt.digest}"
    )


def _receipt_row(receipt: Receipt) -> dict[str, object]:
    return {
        "schema": "onrecord.receipt/1",
        "ok": receipt.ok,
        "sentences": receipt.sentences,
        "citations": receipt.citations,
        "documents": receipt.documents,
        "digest": receipt.digest,
        "head": None
        if receipt.head is None
        else {"sequence": receipt.head.sequence, "digest": receipt.head.digest},
        "failures": [
            {"sentence": one.sentence_id, "text": one.text, "why": one.why}
            for one in receipt.failures
        ],
    }
