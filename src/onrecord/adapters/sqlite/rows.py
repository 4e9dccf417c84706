"""Ledger entries as rows of the `ledger` table and back.

A payload is bytes, because a text cut from a damaged file may hold half a surrogate pair, which
SQLite's text cannot.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TypeVar, cast

from onrecord.domain.codec import from_plain
from onrecord.domain.errors import InvariantError, LedgerBroken
from onrecord.domain.ledger import Entry, Header, RecordType, Review

T = TypeVar("T")
Value = str | int | float | bytes | None
Row = Sequence[Value]

INSERT = "INSERT INTO ledger VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
#: Texts are read as bytes, so that a damaged one is found here and named by its sequence.
SELECT = (
    "SELECT sequence, CAST(id AS BLOB), CAST(type AS BLOB), schema_version,"
    " CAST(created_by AS BLOB), CAST(created_at AS BLOB), CAST(review AS BLOB),"
    " CAST(supersedes AS BLOB), CAST(sources AS BLOB), payload, CAST(previous AS BLOB),"
    " CAST(digest AS BLOB) FROM ledger"
)


def row_of(entry: Entry) -> tuple[Value, ...]:
    """Return the row that keeps `entry`, for `INSERT`."""
    header = entry.header
    return (
        entry.sequence,
        header.id,
        header.type,
        header.schema_version,
        header.created_by,
        header.created_at,
        header.review,
        header.supersedes,
        sources_text(header.sources),
        entry.payload.encode("utf-8", "surrogatepass"),
        entry.previous,
        entry.digest,
    )


def sources_text(sources: tuple[str, ...]) -> str:
    """Return the one text that keeps a list of ids."""
    return json.dumps(list(sources), separators=(",", ":"))


def entry_of(row: Row) -> Entry:
    """Return the entry in a row that `SELECT` gave; its digest is not checked here.

    Raises:
        LedgerBroken: the row cannot be read as an entry.
    """
    sequence = cast("int", row[0])
    try:
        header = Header(
            id=_text(row[1]),
            type=cast("RecordType", _text(row[2])),
            schema_version=cast("int", row[3]),
            created_by=_text(row[4]),
            created_at=_text(row[5]),
            review=cast("Review", _text(row[6])),
            supersedes=None if row[7] is None else _text(row[7]),
            sources=_sources(_text(row[8])),
        )
        payload = cast("bytes", row[9]).decode("utf-8", "surrogatepass")
        return Entry(sequence, header, payload, _text(row[10]), _text(row[11]))
    except (ValueError, TypeError) as error:
        raise LedgerBroken(sequence, "it cannot be read as an entry") from error


def record_of(kind: type[T], row: Row) -> T:
    """Return the record in a row of `sequence, payload`.

    Raises:
        LedgerBroken: the payload is no record of that kind.
    """
    sequence, payload = cast("tuple[int, bytes]", tuple(row))
    try:
        return from_plain(kind, json.loads(payload.decode("utf-8", "surrogatepass")))
    except (InvariantError, ValueError, TypeError, KeyError) as error:
        raise LedgerBroken(sequence, f"its payload is no {kind.__name__}") from error


def _text(value: Value) -> str:
    return cast("bytes", value).decode("utf-8")


def _sources(text: str) -> tuple[str, ...]:
    """Read `sources_text` back; any other text for the same ids is an alteration."""
    sources = tuple(str(source) for source in json.loads(text))
    if sources_text(sources) != text:
        raise ValueError("the list of sources is not as it was written")
    return sources
