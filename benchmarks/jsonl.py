"""JSON Lines files of records with an `id`, packed with gzip or not."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


class MalformedRecordsError(ValueError):
    """A file is not what its format asks for; the message is one line and names file and line."""


def records_in(path: Path) -> Iterator[Row]:
    """Yield the records of a file, in its order; empty lines are passed over.

    Raises:
        OSError: the file cannot be opened or read.
        MalformedRecordsError: a line that is not a JSON object with a new string as its `id`, or
            bytes that are not UTF-8 or not whole gzip data.
    """
    seen: set[str] = set()
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        where = f"{path.name} line {number}"
        row = _object(line, where)
        if row["id"] in seen:
            raise MalformedRecordsError(f"{where}: the id {row['id']!r} occurs twice")
        seen.add(row["id"])
        yield row


def by_id(path: Path) -> dict[str, Row]:
    """Return the records of a file by their ids, in its order; raises like `records_in`."""
    return {row["id"]: row for row in records_in(path)}


def write(path: Path, rows: Iterable[Row]) -> int:
    """Write rows one a line and return how many there were.

    Nothing is written before the last row is there, so that rows that fail half-way leave nothing
    to score.
    """
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    path.write_text("".join(lines), encoding="utf-8")
    return len(lines)


def packed_or_not(path: Path) -> Path | None:
    """Return the file, or the file with `.gz` behind its name, whichever is there."""
    both = (path, path.with_name(path.name + ".gz"))
    return next((one for one in both if one.is_file()), None)


def _lines(path: Path) -> Iterator[str]:
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    try:
        # Lines end at "\n" alone: JSON may hold other line separators as letters.
        if packed:
            with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
                yield from lines
        else:
            with path.open("r", encoding="utf-8", newline="\n") as lines:
                yield from lines
    except UnicodeDecodeError as error:
        raise MalformedRecordsError(f"{path.name}: not UTF-8 ({error.reason})") from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise MalformedRecordsError(f"{path.name}: damaged gzip data ({error})") from error


def _object(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep"
        raise MalformedRecordsError(f"{where}: not JSON ({reason})") from None
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise MalformedRecordsError(f"{where}: must be an object with a string 'id'")
    return row
