"""`hypotheses`: what people hold possible, beside the record; put there from a file they write."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from onrecord.assess.dossier import LONGEST_FILE
from onrecord.cli.deciding import ByOption, WhyOption
from onrecord.cli.hypotheses_shown import print_board
from onrecord.cli.options import AsOfOption, JsonOption, StoreOption
from onrecord.cli.output import emit_rows, emit_table, emit_text, printable, say
from onrecord.cli.times import parse_as_of
from onrecord.config import load_settings
from onrecord.domain.errors import UsageError
from onrecord.domain.hypothesis import Hypothesis, Indicator
from onrecord.domain.matrix import Cited
from onrecord.domain.recorded import Recorded
from onrecord.pipeline.hypotheses import (
    Board,
    Checked,
    board_of,
    check_dossier,
    drop_name,
    load_versions,
    put_dossier,
)
from onrecord.publish.hypothesis_page import LOG_COLUMNS, log_page, page_of, standing_words
from onrecord.publish.hypothesis_rows import (
    hypothesis_row,
    indicator_row,
    matrix_row,
)
from onrecord.publish.rows import Row
from onrecord.publish.wording import count_words
from onrecord.wiring import SystemClock, open_record

hypotheses_app = typer.Typer(invoke_without_command=True)

FileArgument = Annotated[
    str, typer.Argument(metavar="FILE", help="A dossier, TOML or Markdown; - for standard input.")
]
MarkdownOption = Annotated[bool, typer.Option("--md", help="Print Markdown.")]

_FOUND_WRONG = 1
#: Nobody signs with more.
_LONGEST = 2_000
_TEMPLATE = """\
# A dossier: what may explain what is happening, and what speaks against each explanation.
# Edit it, then: onrecord hypotheses check FILE; onrecord hypotheses put FILE --by NAME
# Ids of statements: onrecord statements --json. Eight or more digits of one are enough.

question = "Why does the navy strike boats in the strait?"

# Two or more that compete. kind: explanation, assumption or pathway.
[[hypothesis]]
name = "smuggling"            # lower-case letters, digits and hyphens; it keeps this name
kind = "explanation"
text = "The aim is to stop weapons from being shipped."
assumptions = ["The boats that were struck carried weapons."]
would_change = ["Strikes go on after the landing places are closed."]

[[hypothesis]]
name = "coercion"
kind = "explanation"
text = "The aim is to force the neighbour to the table."

# One row for each statement. Ratings, from what fits to what speaks against:
# CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, NA not applicable.
# Evidence that fits every hypothesis tells nothing: look for what speaks against one of them.
# [[evidence]]
# statement = "stm-0123abcd"
# words = "exact words of that statement"     # optional
# ratings = { smuggling = "I", coercion = "C" }
# note = "Why, in your words."                # optional

# What would be seen, and how to tell. It moves only on a cited statement; states are only added.
# [[indicator]]
# name = "landing-places-closed"
# observable = "The landing places are closed."
# test = "Two outlets of different origin report that no boat lands there."
# hypothesis = "smuggling"                    # optional
# question = "qkey-0123abcd"                  # optional: key of a question it bears on
# subject = "deed"                            # or "word": that something is said
# quality.observable = { holds = true, reason = "Harbour offices publish landings." }
# quality.unique = { holds = false, reason = "Storms close them too." }
# [[indicator.sighting]]
# state = "seen"                              # not_seen, partial, seen or withdrawn
# statement = "stm-89abcdef"
# when = 2031-04-14
"""


@hypotheses_app.callback()
def hypotheses(
    context: typer.Context,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    as_markdown: MarkdownOption = False,
) -> None:
    """Print what people hold possible: what speaks against each, and what the count rests on."""
    if context.invoked_subcommand is not None:
        if store is not None or as_of is not None or as_json or as_markdown:
            raise UsageError(f"put the options after `hypotheses {context.invoked_subcommand}`")
        return
    if as_json and as_markdown:
        raise UsageError("--json or --md, not both")
    with open_record(load_settings(store=store), read_only=True) as record:
        board = board_of(record.store, record.archive, as_of=parse_as_of(as_of))
    if as_json:
        emit_rows(_rows(board))
    elif as_markdown:
        emit_text(
            page_of(board.matrices, board.indicators, board.versions, board.cited, as_of=as_of)
        )
    else:
        print_board(board)


@hypotheses_app.command("new")
def new() -> None:
    """Print a dossier to begin with, with what each part is for."""
    emit_text(_TEMPLATE)


@hypotheses_app.command("check")
def check(file: FileArgument, store: StoreOption = None) -> None:
    """Hold a dossier against the record and name every fault; nothing is written."""
    with open_record(load_settings(store=store), read_only=True) as record:
        checked = check_dossier(record.store, record.archive, _text_of(file))
    _tell(checked)
    held = checked.dossier
    if held is None:
        raise typer.Exit(_FOUND_WRONG)
    number = len(held.hypotheses)
    say(
        f"{number} {'hypothesis' if number == 1 else 'hypotheses'}, "
        f"{count_words(len(held.indicators), 'indicator')}, "
        f"{count_words(len(held.places), 'statement')}: no fault"
    )


@hypotheses_app.command("put")
def put(file: FileArgument, by: ByOption = None, store: StoreOption = None) -> None:
    """Put a dossier on record, all of it or nothing; earlier versions stay there."""
    signed = _line(by, "say who puts it on record: --by NAME, or set ONRECORD_REVIEWER")
    text = _text_of(file)
    settings = load_settings(store=store)
    with open_record(settings, read_only=True) as record:
        checked = check_dossier(record.store, record.archive, text)
    _tell(checked)
    if checked.dossier is None:
        say("nothing was put on record")
        raise typer.Exit(_FOUND_WRONG)
    with open_record(settings, read_only=False) as record:
        done = put_dossier(record.store, SystemClock(), checked.dossier, by=signed)
    for name in done.written:
        before = done.replaced.get(name)
        said = f", in place of the one of {before.by}, {before.at[:10]}" if before else ""
        emit_text(f"{name}  by {signed}{said}")
    if done.unchanged:
        say(f"{len(done.unchanged)} on record already in these words; nothing was added for them")


@hypotheses_app.command("drop")
def drop(
    name: Annotated[str, typer.Argument(help="Name of a hypothesis or an indicator.")],
    why: WhyOption,
    by: ByOption = None,
    store: StoreOption = None,
) -> None:
    """Hold a hypothesis or an indicator no longer; putting it again brings it back."""
    signed = _line(by, "say who drops it: --by NAME, or set ONRECORD_REVIEWER")
    reason = _line(why, "--why is empty; say why it is dropped")
    with open_record(load_settings(store=store), read_only=False) as record:
        drop_name(record.store, SystemClock(), name, by=signed, why=reason)
    emit_text(f"{name}  dropped by {signed}")


@hypotheses_app.command("log")
def log(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Only this one.")] = None,
    as_of: AsOfOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
    as_markdown: MarkdownOption = False,
) -> None:
    """Print every version of every hypothesis and indicator: when, who, and what it said."""
    if as_json and as_markdown:
        raise UsageError("--json or --md, not both")
    with open_record(load_settings(store=store), read_only=True) as record:
        versions = load_versions(record.store, as_of=parse_as_of(as_of))
    chosen = [one for one in versions if name is None or getattr(one.record, "name", "") == name]
    if name is not None and not chosen:
        raise UsageError(f"{name}: no hypothesis or indicator on record has this name")
    if as_json:
        emit_rows(_version_row(one, {}) for one in chosen)
        return
    cells = [_version(one) for one in chosen]
    if as_markdown:
        emit_text(log_page(LOG_COLUMNS, cells, as_of=as_of))
        return
    emit_table(count_words(len(chosen), "version"), LOG_COLUMNS, cells)


def _text_of(file: str) -> str:
    """Return the text of a file, or of standard input.

    Raises:
        UsageError: it is not there, too long, or no UTF-8.
    """
    try:
        raw = sys.stdin.buffer.read(4 * LONGEST_FILE + 1) if file == "-" else _read(Path(file))
        return raw.decode("utf-8")
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        raise UsageError(f"{file}: not UTF-8 text; save it as UTF-8") from error


def _read(path: Path) -> bytes:
    with path.open("rb") as opened:
        return opened.read(4 * LONGEST_FILE + 1)


def _line(text: str | None, missing: str) -> str:
    """Return one line of words that somebody signs.

    Raises:
        UsageError: it is empty, too long, or not one line.
    """
    if text is None or not text.strip():
        raise UsageError(missing)
    if len(text) > _LONGEST or not text.isprintable():
        raise UsageError(
            f"--by and --why are one line each of at most {_LONGEST} characters, without control characters"
        )
    return text.strip()


def _tell(checked: Checked) -> None:
    """Print faults as data, and say which cited words do not stand."""
    for fault in checked.faults:
        emit_text(printable(str(fault)))
    if checked.faults:
        say(f"{len(checked.faults)} to mend")
    for one in checked.doubtful:
        say(
            f"{one.id[:12]}, {standing_words(one)}: {one.because}; it counts for nothing until then"
        )


def _rows(board: Board) -> Iterator[Row]:
    yield from (matrix_row(one) for one in board.matrices)
    for version in board.versions.values():
        yield _version_row(version, board.cited)


def _version_row(version: Recorded, cited: Mapping[str, Cited]) -> Row:
    record = version.record
    if isinstance(record, Indicator):
        return indicator_row(record, version, cited)
    assert isinstance(record, Hypothesis)
    return hypothesis_row(record, version)


def _version(version: Recorded) -> tuple[str, ...]:
    record = version.record
    if isinstance(record, Indicator):
        seen = count_words(len(record.history), "sighting")
        said = record.dropped or f"{seen}: {record.observable}"
        what, name = "indicator", record.name
    else:
        assert isinstance(record, Hypothesis)
        said = record.dropped or f"{len(record.evidence)} rated: {record.text}"
        what, name = record.kind, record.name
    what = f"{what} dropped" if record.dropped else what
    return version.at[:19], version.by, name, what, said, record.id[:12]
