"""What is laid out beside the ledger so that questions are quick; made from the ledger alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

import apsw

from onrecord.adapters.sqlite.rows import Value
from onrecord.domain.ledger import Entry

_COLUMNS = {
    "document": ("sequence", "id", "origin_key", "version_of", "url", "title", "publisher",
                 "doc_date"),
    "statement": ("sequence", "id", "document", "kind", "words"),
    "record": ("sequence", "id", "type"),
}  # fmt: skip


def project(connection: apsw.Connection, entries: Iterable[Entry]) -> None:
    """Lay out `entries`; the caller holds the transaction."""
    rows: dict[str, list[tuple[Value, ...]]] = {table: [] for table in _COLUMNS}
    for entry in entries:
        table, row = _projected(entry)
        rows[table].append(row)
    for table, columns in _COLUMNS.items():
        marks = ",".join("?" * len(columns))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows[table])  # noqa: S608 - own names


def clear(connection: apsw.Connection) -> None:
    """Drop every projection and make empty ones; the caller holds the transaction."""
    script = files("onrecord.adapters.sqlite").joinpath("projections.sql")
    connection.execute(script.read_text("utf-8"))


def dump(connection: apsw.Connection) -> Iterator[str]:
    """Yield one line per projected row: its table, then its columns without the sequence, as JSON.

    Ordered by table and id: the same records give the same lines in whatever order they came.
    """
    for table, columns in _COLUMNS.items():
        names = ", ".join(columns[1:])
        for row in connection.execute(f"SELECT {names} FROM {table} ORDER BY id"):  # noqa: S608 - own names
            yield json.dumps([table, *row], separators=(",", ":"))


def storable(text: str) -> str:
    """Return `text` with `?` for what UTF-8 cannot hold; only projections do with less."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _projected(entry: Entry) -> tuple[str, tuple[Value, ...]]:
    if entry.header.type not in ("document", "statement"):
        return "record", (entry.sequence, entry.header.id, entry.header.type)
    plain = json.loads(entry.payload)
    values = _document(plain) if entry.header.type == "document" else _statement(plain)
    return entry.header.type, (
        entry.sequence,
        entry.header.id,
        *(None if value is None else storable(value) for value in values),
    )


def _document(plain: dict[str, Any]) -> tuple[str | None, ...]:
    names = ("version_of", "url", "title", "publisher")
    return plain["origin_key"], *(plain.get(name) for name in names), plain["doc_date"].get("edtf")


def _statement(plain: dict[str, Any]) -> tuple[str, ...]:
    return plain["document"], plain["kind"], plain["content"]["exact"]
