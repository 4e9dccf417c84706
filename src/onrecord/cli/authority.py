"""`authority`: what is said to permit an act and what is said not to, and the periods laws set."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from onrecord.assess.authorities import authorities_of
from onrecord.assess.clock_rules import joined_rules, rules_from
from onrecord.assess.clocks import clocks_of, question_of
from onrecord.assess.coverages import coverages_of
from onrecord.assess.gaps import gaps_of
from onrecord.cli.options import AsOfOption, JsonOption, StoreOption
from onrecord.cli.output import emit_rows, emit_table, emit_text, printable, say
from onrecord.cli.times import parse_as_of
from onrecord.config import load_settings
from onrecord.domain.case import Case
from onrecord.domain.clock import ClockRule
from onrecord.domain.errors import UsageError
from onrecord.pipeline.assessing import case_of
from onrecord.publish.authority_rows import (
    AUTHORITY_COLUMNS,
    CLOCK_COLUMNS,
    CLOCK_NOTE,
    NOTE,
    authority_cells,
    authority_markdown,
    authority_row,
    clock_cells,
    clock_markdown,
    clock_row,
    gap_lines,
    gap_markdown,
    gap_row,
    is_telling,
    left_out_words,
)
from onrecord.publish.calendar import calendar_of
from onrecord.wiring import gazetteer, open_record

_SHIPPED = "data/clocks.toml"

MarkdownOption = Annotated[bool, typer.Option("--md", help="Print Markdown.")]
AllOption = Annotated[
    bool,
    typer.Option(
        "--all", help="Also acts whose kind is not stated, and those on which nobody is cited."
    ),
]
RulesOption = Annotated[
    Path | None,
    typer.Option(
        "--rules", help="TOML file of clocks; one of the same name replaces a shipped one."
    ),
]
IcsOption = Annotated[
    Path | None, typer.Option("--ics", help="Also write the deadlines as an iCalendar file.")
]

authority_app = typer.Typer(no_args_is_help=False)


@authority_app.callback(invoke_without_command=True)
def authority(
    context: typer.Context,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    as_md: MarkdownOption = False,
) -> None:
    """Print the instruments of law that reports name, what became of each and what it is said to do."""
    if context.invoked_subcommand is not None:
        if as_of or store or as_json or as_md:
            raise UsageError(f"write options behind {context.invoked_subcommand}, not before it")
        return
    case = _case(store, as_of, as_json=as_json, as_md=as_md)
    found, claims = authorities_of(case), coverages_of(case)
    if as_json:
        emit_rows(
            authority_row(one, [made for made in claims if made.authority == one.id], case)
            for one in found
        )
        return
    if as_md:
        emit_text(authority_markdown(found, claims, case))
        return
    emit_table(
        f"{len(found)} instruments of law, as reported",
        AUTHORITY_COLUMNS,
        (authority_cells(one, case) for one in found),
    )
    say(NOTE)


@authority_app.command("gap")
def gap(
    show_all: AllOption = False,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    as_md: MarkdownOption = False,
) -> None:
    """Print, for every act, who says that something covers it and who says that it does not."""
    case = _case(store, as_of, as_json=as_json, as_md=as_md)
    codes = {one.id: one for one in authorities_of(case)}
    found = gaps_of(case)
    if as_json:
        emit_rows(gap_row(one, codes, case) for one in found)
        return
    shown = [one for one in found if show_all or is_telling(one)]
    hidden = len(found) - len(shown)
    if as_md:
        emit_text(gap_markdown(shown, codes, case, left_out=hidden))
        return
    for one in shown:
        emit_text("\n".join(printable(line) for line in gap_lines(one, codes, case)) + "\n\n")
    if hidden:
        say(left_out_words(hidden))
    say(NOTE if found else "no act of a state is on record")


@authority_app.command("clocks")
def clocks(
    rules: RulesOption = None,
    ics: IcsOption = None,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    as_md: MarkdownOption = False,
) -> None:
    """Print the periods that laws set, counted from what is on record, and the question each makes."""
    chosen = load_rules(rules)
    case = _case(store, as_of, as_json=as_json, as_md=as_md)
    found = clocks_of(case, chosen)
    if ics is not None:
        _write(ics, calendar_of(found, case))
    if as_json:
        emit_rows(clock_row(one, question_of(one), case) for one in found)
    elif as_md:
        emit_text(clock_markdown(found, case))
    else:
        emit_table(f"{len(found)} clocks", CLOCK_COLUMNS, (clock_cells(one, case) for one in found))
        say(CLOCK_NOTE)


def load_rules(path: Path | None) -> tuple[ClockRule, ...]:
    """Return the clock rules in force: those shipped, with those of the file.

    Raises:
        UsageError: the file cannot be read or holds no such rules.
    """
    shipped, _ = rules_from(
        files("onrecord").joinpath(_SHIPPED).read_text(encoding="utf-8"), "the shipped clocks"
    )
    if path is None:
        return shipped
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"--rules {path} cannot be read: {_why(error)}") from error
    own, replace = rules_from(text, f"--rules {path}")
    return joined_rules(shipped, own, replace=replace)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UsageError(f"--ics {path} cannot be written: {_why(error)}") from error
    say(f"wrote {path}")


def _why(error: OSError | UnicodeDecodeError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else "it is no UTF-8 text"


def _case(store: Path | None, as_of: str | None, *, as_json: bool, as_md: bool) -> Case:
    if as_json and as_md:
        raise UsageError("--json and --md exclude one another; leave one out")
    with open_record(load_settings(store=store), read_only=True) as record:
        return case_of(record.store, record.archive, gazetteer(), as_of=parse_as_of(as_of))
