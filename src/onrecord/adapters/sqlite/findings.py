"""`SqliteFindings`: what reconciling worked out, in one SQLite file that may be deleted.

It is written without waiting for the disk: what a power cut takes away is made again from the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from importlib.resources import files
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar, cast

import apsw

from onrecord.adapters.sqlite.connection import writing
from onrecord.adapters.sqlite.failures import translated
from onrecord.ports.findings import Edge, Kept, Made, Part, Result

FINDINGS_FILE = "findings.sqlite3"
_TABLES = ("made", "item", "shared", "tie", "member", "result")
#: Ids asked for in one statement; SQLite allows many more.
_MANY = 400
_CACHE_KIB = 64 << 10

#: Those next to an item under a key, and how many stand between two.
_BEFORE = (
    "SELECT id FROM shared WHERE stage = ?1 AND key = ?2 AND (place, id) < (?3, ?4)"
    " ORDER BY place DESC, id DESC LIMIT ?5"
)
_AFTER = (
    "SELECT id FROM shared WHERE stage = ?1 AND key = ?2 AND (place, id) > (?3, ?4)"
    " ORDER BY place, id LIMIT ?5"
)
_BETWEEN = (
    "SELECT count(*) FROM shared WHERE stage = ?1 AND key = ?2"
    " AND (place, id) > (?3, ?4) AND (place, id) < (?5, ?6)"
)

T = TypeVar("T")


class SqliteFindings:
    """`Findings` in the folder of a store; open it with `SqliteFindings.open`."""

    def __init__(self, path: Path, connection: apsw.Connection) -> None:
        self._path = path
        self._connection = connection

    @classmethod
    def open(cls, folder: Path, *, busy_ms: int = 10_000) -> SqliteFindings:
        """Return the findings in `folder`; a file that is none of ours is made anew.

        Raises:
            StoreError: the file cannot be made, or stays locked.
        """
        path = folder / FINDINGS_FILE
        with translated(path):
            return cls(path, _connected(path, busy_ms=busy_ms))

    def made(self) -> Made | None:
        """Return how far the findings go; see `Findings.made`."""
        rows = self._all("SELECT by, sequence, digest FROM made")
        return Made(*cast("tuple[str, int, str]", rows[0])) if rows else None

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold one transaction; see `Findings.changing`."""
        with translated(self._path), writing(self._connection):
            yield

    def clear(self) -> None:
        """Throw everything away; see `Findings.clear`."""
        for table in _TABLES:
            self._all(f"DELETE FROM {table}")  # noqa: S608 - own names

    def mark(self, made: Made) -> None:
        """Note how far the findings go; see `Findings.mark`."""
        self._all("DELETE FROM made")
        self._all("INSERT INTO made VALUES (?,?,?)", (made.by, made.sequence, made.digest))

    def put(self, stage: str, items: Iterable[Kept]) -> None:
        """Keep items; see `Findings.put`."""
        for some in _batched(items):
            self._many(
                "INSERT OR REPLACE INTO item VALUES (?,?,?,?,?)",
                ((stage, one.id, one.document, one.place, _bytes(one.payload)) for one in some),
            )
            self._many(
                "INSERT OR IGNORE INTO shared VALUES (?,?,?,?)",
                ((stage, _key(key), one.place, one.id) for one in some for key in one.keys),
            )

    def drop(self, stage: str, ids: Iterable[str]) -> None:
        """Let go of items; see `Findings.drop`."""
        gone = tuple(ids)
        for table in ("item", "shared", "member"):
            query = f"DELETE FROM {table} WHERE stage = ? AND id = ?"  # noqa: S608 - own names
            self._many(query, ((stage, name) for name in gone))
        self.untie(stage, gone)

    def of_document(self, stage: str, document: str) -> tuple[str, ...]:
        """Return the ids of a document's items; see `Findings.of_document`."""
        query = "SELECT id FROM item WHERE document = ? AND stage = ? ORDER BY id"
        return tuple(cast("str", row[0]) for row in self._all(query, (document, stage)))

    def load(self, stage: str, ids: Iterable[str]) -> dict[str, str]:
        """Return payloads by id; see `Findings.load`."""
        rows = self._chosen("SELECT id, payload FROM item WHERE stage = ? AND id IN", stage, ids)
        return {cast("str", name): _text(payload) for name, payload in rows}

    def heads(self, stage: str, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return document and place of items by id; see `Findings.heads`."""
        rows = self._chosen(
            "SELECT id, document, place FROM item WHERE stage = ? AND id IN", stage, ids
        )
        return {
            cast("str", name): (cast("str", document), cast("str", place))
            for name, document, place in rows
        }

    def sharing(self, stage: str, keys: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of items that have one of the keys; see `Findings.sharing`."""
        query = "SELECT id FROM shared WHERE stage = ? AND key IN"
        return _names(self._chosen(query, stage, {_key(key) for key in keys}))

    def around(
        self, stage: str, key: str, place: str, name: str, *, reach: int
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids next to an item under a key; see `Findings.around`."""
        asked = (stage, _key(key), place, name, reach)
        before, after = (self._all(query, asked) for query in (_BEFORE, _AFTER))
        return (
            tuple(cast("str", row[0]) for row in before),
            tuple(cast("str", row[0]) for row in after),
        )

    def keys_of(self, stage: str, name: str) -> tuple[int, ...]:
        """Return marks of the keys of an item; see `Findings.keys_of`."""
        query = "SELECT key FROM shared WHERE stage = ? AND id = ? ORDER BY key"
        return tuple(cast("int", row[0]) for row in self._all(query, (stage, name)))

    def between(self, stage: str, mark: int, a: tuple[str, str], b: tuple[str, str]) -> int:
        """Return how many items stand between two; see `Findings.between`."""
        first, last = sorted((a, b))
        rows = self._all(_BETWEEN, (stage, mark, *first, *last))
        return cast("int", rows[0][0])

    def tie(self, stage: str, edges: Iterable[Edge]) -> None:
        """Keep ties; see `Findings.tie`."""
        self._many(
            "INSERT OR REPLACE INTO tie VALUES (?,?,?,?)",
            ((stage, min(one.a, one.b), max(one.a, one.b), _bytes(one.payload)) for one in edges),
        )

    def untie(self, stage: str, ids: Iterable[str]) -> None:
        """Let go of every tie of these items; see `Findings.untie`."""
        gone = tuple(ids)
        for end in ("a", "b"):
            query = f"DELETE FROM tie WHERE stage = ? AND {end} = ?"  # noqa: S608 - own names
            self._many(query, ((stage, name) for name in gone))

    def tied(self, stage: str, pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Return those pairs that are tied; see `Findings.tied`."""
        query = "SELECT 1 FROM tie WHERE stage = ? AND a = ? AND b = ?"
        return tuple((a, b) for a, b in pairs if self._all(query, (stage, min(a, b), max(a, b))))

    def cut(self, stage: str, a: str, b: str) -> None:
        """Let go of the tie between two items; see `Findings.cut`."""
        query = "DELETE FROM tie WHERE stage = ? AND a = ? AND b = ?"
        self._all(query, (stage, min(a, b), max(a, b)))

    def ties(self, stage: str, ids: Iterable[str]) -> tuple[Edge, ...]:
        """Return the ties of these items; see `Findings.ties`."""
        chosen = tuple(ids)
        found: dict[tuple[str, str], Edge] = {}
        for end in ("a", "b"):
            query = f"SELECT a, b, payload FROM tie WHERE stage = ? AND {end} IN"  # noqa: S608 - own
            for a, b, payload in self._chosen(query, stage, chosen):
                edge = Edge(cast("str", a), cast("str", b), _text(payload))
                found[edge.a, edge.b] = edge
        return tuple(found[key] for key in sorted(found))

    def members_beside(self, stage: str, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of all items in a part with one of these; see `Findings.members_beside`."""
        parts = self._parts(stage, ids)
        query = "SELECT id FROM member WHERE stage = ? AND part IN"
        return _names(self._chosen(query, stage, parts))

    def take_apart(self, stage: str, ids: Iterable[str]) -> None:
        """Undo the parts these items are in; see `Findings.take_apart`."""
        self._undo(stage, self._parts(stage, ids))

    def settle(self, stage: str, parts: Iterable[Part]) -> None:
        """Keep parts and what was found of them; see `Findings.settle`."""
        for some in _batched(parts):
            self._undo(stage, [part.name for part in some])
            self._many(
                "INSERT OR REPLACE INTO member VALUES (?,?,?)",
                ((stage, name, part.name) for part in some for name in part.members),
            )
            self._many(
                "INSERT OR REPLACE INTO result VALUES (?,?,?,?,?)",
                (
                    (stage, one.id, part.name, one.place, _bytes(one.payload))
                    for part in some
                    for one in part.results
                ),
            )

    def found(self, stage: str, ids: Iterable[str]) -> dict[str, Result]:
        """Return findings by id; see `Findings.found`."""
        rows = self._chosen(
            "SELECT id, place, payload FROM result WHERE stage = ? AND id IN", stage, ids
        )
        results = (
            Result(cast("str", name), cast("str", place), _text(payload))
            for name, place, payload in rows
        )
        return {one.id: one for one in results}

    def results(self, stage: str) -> Iterator[str]:
        """Yield the findings of a stage; see `Findings.results`."""
        query = "SELECT payload FROM result WHERE stage = ? ORDER BY place, id"
        for row in self._all(query, (stage,)):
            yield _text(row[0])

    def close(self) -> None:
        """Let go of the file."""
        with translated(self._path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _parts(self, stage: str, ids: Iterable[str]) -> tuple[str, ...]:
        query = "SELECT part FROM member WHERE stage = ? AND id IN"
        return _names(self._chosen(query, stage, ids))

    def _undo(self, stage: str, parts: Sequence[str]) -> None:
        for table in ("result", "member"):
            query = f"DELETE FROM {table} WHERE stage = ? AND part = ?"  # noqa: S608 - own names
            self._many(query, ((stage, part) for part in parts))

    def _all(
        self, query: str, bindings: Sequence[apsw.SQLiteValue] = ()
    ) -> list[tuple[apsw.SQLiteValue, ...]]:
        with translated(self._path):
            return list(self._connection.execute(query, tuple(bindings)))

    def _many(self, query: str, rows: Iterable[Sequence[apsw.SQLiteValue]]) -> None:
        with translated(self._path):
            self._connection.executemany(query, rows)

    def _chosen(
        self, query: str, stage: str, values: Iterable[str | int]
    ) -> Iterator[tuple[apsw.SQLiteValue, ...]]:
        """Yield the rows of a query that ends in `IN`, for many values."""
        for some in _batched(values):
            marks = ",".join("?" * len(some))
            yield from self._all(f"{query} ({marks})", (stage, *some))


def _batched(values: Iterable[T], size: int = _MANY) -> Iterator[tuple[T, ...]]:
    rest = iter(values)
    while some := tuple(islice(rest, size)):
        yield some


def _connected(path: Path, *, busy_ms: int) -> apsw.Connection:
    try:
        return _prepared(path, busy_ms=busy_ms)
    except (apsw.NotADBError, apsw.CorruptError, apsw.SQLError):
        # It holds nothing that cannot be made again.
        for left in (path, *(path.with_name(f"{path.name}-{end}") for end in ("wal", "shm"))):
            left.unlink(missing_ok=True)
        return _prepared(path, busy_ms=busy_ms)


def _prepared(path: Path, *, busy_ms: int) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    connection.set_busy_timeout(busy_ms)
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", "NORMAL")
    connection.pragma("cache_size", -_CACHE_KIB)
    connection.pragma("trusted_schema", 0)
    connection.execute(
        files("onrecord.adapters.sqlite").joinpath("findings.sql").read_text("utf-8")
    )
    return connection


def _names(rows: Iterable[tuple[apsw.SQLiteValue, ...]]) -> tuple[str, ...]:
    return tuple(sorted({cast("str", row[0]) for row in rows}))


def _key(key: str) -> int:
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _bytes(payload: str) -> bytes:
    return payload.encode("utf-8", "surrogatepass")


def _text(value: apsw.SQLiteValue) -> str:
    return cast("bytes", value).decode("utf-8", "surrogatepass")
