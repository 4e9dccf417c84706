"""How the command line speaks: data to stdout, everything else to stderr, no control characters."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

#: For people: progress, notices, errors.
talk = Console(stderr=True, highlight=False, soft_wrap=True)


def say(message: str) -> None:
    """Tell the user something that is not data."""
    talk.print(printable(message), markup=False)


def emit_json(value: object) -> None:
    """Print one JSON document, indented."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def emit_rows(rows: Iterable[object]) -> None:
    """Print one JSON object a line."""
    for row in rows:
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def emit_text(text: str) -> None:
    """Print text as it is, with a final newline."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def emit_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table for people; words from documents cannot steer the terminal."""
    table = Table(title=title, title_justify="left", show_lines=False, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*[printable(cell) for cell in row])
    width = None if sys.stdout.isatty() else 160
    Console(file=sys.stdout, highlight=False, markup=False, width=width).print(table)


def printable(text: str) -> str:
    """Return text with control and direction characters shown, not obeyed."""
    return "".join(
        character if _is_harmless(character) else f"\\x{ord(character):02x}" for character in text
    )


def progress() -> Progress:
    """Return a progress bar on stderr; it stays silent where stderr is no terminal."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=talk,
        transient=True,
        disable=not talk.is_terminal,
    )


def _is_harmless(character: str) -> bool:
    if character in "\n\t":
        return True
    code = ord(character)
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000:  # noqa: PLR2004 - C0, C1, surrogates
        return False
    return character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
