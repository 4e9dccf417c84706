"""`posture`: forces as reported, dated, greying as their reports age."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from onrecord.assess.posture_changes import changes_since
from onrecord.assess.postures import elements_of, left_out_of
from onrecord.cli.options import AsOfOption, JsonOption, StoreOption
from onrecord.cli.output import emit_rows, emit_table, emit_text, printable, say
from onrecord.cli.times import parse_as_of
from onrecord.config import load_settings
from onrecord.domain.case import Case
from onrecord.domain.errors import UsageError
from onrecord.domain.posture import PostureElement
from onrecord.pipeline.assessing import case_of
from onrecord.publish.posture_rows import (
    CHANGE_COLUMNS,
    COLUMNS,
    LEFT_OUT_COLUMNS,
    change_cells,
    is_grey,
    left_out_cells,
    left_out_row,
    posture_cells,
    posture_change_row,
    posture_markdown,
    posture_row,
    rule_words,
)
from onrecord.wiring import gazetteer, open_record

#: Columns where standard output is no terminal.
_WIDTH = 200

SinceOption = Annotated[
    str | None,
    typer.Option("--since", help="Also show what reports after this day changed: 2025-11-28."),
]
LeftOutOption = Annotated[
    bool, typer.Option("--left-out", help="Show words on forces that make no row, and why.")
]
MarkdownOption = Annotated[bool, typer.Option("--md", help="Print Markdown.")]


def posture(
    since: SinceOption = None,
    left_out: LeftOutOption = False,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    as_md: MarkdownOption = False,
) -> None:
    """Print forces as reported: whose, what, how many, in which sea or region, how old the report is.

    Named areas only: no coordinates, distances or weaknesses. Old reports stay listed and turn grey.
    """
    day = _day(since)
    if as_json and as_md:
        raise UsageError("--json and --md exclude one another; leave one out")
    with open_record(load_settings(store=store), read_only=True) as record:
        case = case_of(record.store, record.archive, gazetteer(), as_of=parse_as_of(as_of))
    elements = elements_of(case)
    changes = None if day is None else changes_since(elements, day, today=case.today)
    refused = left_out_of(case)
    if as_json:
        emit_rows(posture_row(one, case) for one in elements)
        emit_rows(posture_change_row(one, case) for one in changes or ())
        emit_rows(left_out_row(one, case) for one in refused if left_out)
        return
    if as_md:
        emit_text(posture_markdown(elements, changes, case))
        return
    if changes is not None:
        emit_table(f"Since {since}", CHANGE_COLUMNS, map(change_cells, changes))
    _print(elements, case)
    if left_out:
        emit_table("Words that make no row", LEFT_OUT_COLUMNS, map(left_out_cells, refused))
    elif refused:
        say(
            f"{len(refused)} more words on forces make no row; --left-out shows them with the reason"
        )


def _print(elements: Sequence[PostureElement], case: Case) -> None:
    """Print the table; rows whose newest report is stale, lapsed or undated are grey."""
    table = Table(title=f"{len(elements)} elements of forces, as reported", title_justify="left",
                  caption=rule_words(case.today), caption_justify="left", pad_edge=False)  # fmt: skip
    for column in COLUMNS:
        table.add_column(column, overflow="fold")
    for element in elements:
        style = "dim" if is_grey(element, case.today) else ""
        table.add_row(*_cells(posture_cells(element, case)), style=style)
    width = None if sys.stdout.isatty() else _WIDTH
    Console(file=sys.stdout, highlight=False, markup=False, width=width).print(table)


def _cells(cells: Iterable[str]) -> list[str]:
    return [printable(cell) for cell in cells]


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--since {text!r} is no day; write it as 2025-11-28") from error
