"""`SqliteRecordStore`: the record in one SQLite file, with the ledger's head beside it.

A store is a folder. This module keeps `record.sqlite3` and `record.head` in it; the archived bytes
lie in `archive/` and are another adapter's. See docs/decisions/0003.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, cast

import apsw

from onrecord.adapters.sqlite import projections
from onrecord.adapters.sqlite.connection import (
    PAGE,
    open_reader,
    open_writer,
    remake_projections,
    side_files_missing,
    writing,
)
from onrecord.adapters.sqlite.failures import translated
from onrecord.adapters.sqlite.head import HeadFile, require_agreement, sync_folder
from onrecord.adapters.sqlite.rows import INSERT, SELECT, Row, entry_of, record_of, row_of
from onrecord.domain.document import Document
from onrecord.domain.errors import InvariantError, LedgerBroken, StoreError, UsageError
from onrecord.domain.ledger import GENESIS, Draft, Entry, Head, RecordType, digest_of, seal
from onrecord.domain.statement import Statement

RECORD_FILE = "record.sqlite3"
HEAD_FILE = "record.head"
#: How long to wait for another process that is writing.
BUSY_MS = 10_000

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_LAST = (
    "SELECT sequence, CAST(digest AS BLOB), CAST(created_at AS BLOB) FROM ledger"
    " ORDER BY sequence DESC LIMIT 1"
)
_NAMED = (
    "SELECT ledger.sequence, payload, statement.id FROM statement JOIN ledger USING (sequence)"
    " WHERE statement.id IN"
)
_UP_TO = f"sequence > ?1 AND sequence <= ?2 ORDER BY sequence LIMIT {PAGE}"


class SqliteRecordStore:
    """A `RecordStore` in one SQLite file; open it with `SqliteRecordStore.open`.

    One instance may be shared by threads. Reads use a connection of their own and see committed
    entries only.
    """

    def __init__(self, folder: Path, *, writer: apsw.Connection | None, busy_ms: int) -> None:
        self._path = folder / RECORD_FILE
        self._head = HeadFile(folder / HEAD_FILE)
        self._busy_ms = busy_ms
        self._writer = writer
        self._lock = threading.Lock()
        self._still = writer is None and side_files_missing(self._path)
        self._connection = open_reader(self._path, busy_ms=busy_ms)

    @classmethod
    def open(
        cls, folder: Path, *, read_only: bool = False, busy_ms: int = BUSY_MS
    ) -> SqliteRecordStore:
        """Return the store in `folder`, its ledger compared with the head kept outside it.

        For writing, the folder (not its parents) and its files are made where they are missing, the
        schema is brought up to date, and a head file that a crash left behind is moved forward. For
        reading, nothing is created or changed.

        Raises:
            UsageError: `read_only`, and there is no store or only one of an older schema.
            StoreTooNew: a newer Onrecord wrote it.
            LedgerBroken: the ledger has lost its tail, or its head file.
            StoreError: the file cannot be opened, is no record, or stays locked for `busy_ms`.
        """
        path = folder / RECORD_FILE
        with translated(path):
            if path.is_dir():
                raise StoreError(f"{path}: it is a folder, not a record: name the folder above it")
            if read_only and not path.exists():
                raise UsageError(f"{folder}: there is no store here: make one with `onrecord add`")
            writer = None if read_only else _made(folder, busy_ms=busy_ms)
            store = cls(folder, writer=writer, busy_ms=busy_ms)
            try:
                store._settle()
            except BaseException:
                store.close()
                raise
            return store

    def append(self, drafts: Sequence[Draft], *, at: str) -> tuple[Entry, ...]:
        """Put drafts on the ledger in one commit; see `RecordStore.append`.

        The time on the ledger is `at`, or that of the last entry where `at` lies before it: times
        on the ledger never go back.

        Raises:
            UsageError: the store is open for reading only.
            InvariantError: `at` is no UTC time with microseconds and `Z`.
            StoreError: nothing was written.
        """
        if self._writer is None:
            raise UsageError(f"{self._path}: the store is open for reading only")
        if not _INSTANT.fullmatch(at):
            raise InvariantError(f"{at!r} is no UTC time with microseconds and Z")
        with self._lock, translated(self._path), self._head.moving() as move:
            with writing(self._writer):
                entries = _sealed(self._writer, drafts, at=at)
                self._writer.executemany(INSERT, map(row_of, entries))
                projections.project(self._writer, entries)
                if entries:
                    move.prepare(Head(entries[-1].sequence, entries[-1].digest))
            move.complete()
        return entries

    def documents(self, *, as_of: str | None = None) -> tuple[tuple[Document, str], ...]:
        """Return every capture with the time it came on record, in ledger order."""
        query = (
            "SELECT ledger.sequence, payload, created_at FROM document JOIN ledger USING (sequence)"
            " WHERE sequence <= ? ORDER BY sequence"
        )
        rows = self._all(query, (self._last(as_of),))
        return tuple((record_of(Document, row[:2]), cast("str", row[2])) for row in rows)

    def versions(self, origin_key: str) -> tuple[Document, ...]:
        """Return every capture of this origin in the order they came on record."""
        query = (
            "SELECT ledger.sequence, payload FROM document JOIN ledger USING (sequence)"
            " WHERE origin_key = ? ORDER BY sequence"
        )
        rows = self._all(query, (projections.storable(origin_key),))
        found = (record_of(Document, row) for row in rows)
        return tuple(document for document in found if document.origin_key == origin_key)

    def statements(
        self, *, document: str | None = None, as_of: str | None = None
    ) -> tuple[Statement, ...]:
        """Return statements in ledger order, of one document or of all."""
        last = self._last(as_of)
        start = "SELECT ledger.sequence, payload FROM statement JOIN ledger USING (sequence) WHERE"
        if document is None:
            rows = self._all(f"{start} sequence <= ? ORDER BY sequence", (last,))
        else:
            query = f"{start} document = ? AND sequence <= ? ORDER BY sequence"
            rows = self._all(query, (projections.storable(document), last))
        return tuple(record_of(Statement, row) for row in rows)

    def named(self, ids: Iterable[str]) -> dict[str, Statement]:
        """Return statements by id; ids of no statement on record are left out."""
        found: dict[str, Statement] = {}
        wanted = iter(dict.fromkeys(ids))
        while some := tuple(islice(wanted, PAGE)):
            for row in self._all(f"{_NAMED} ({','.join('?' * len(some))})", some):
                found[cast("str", row[2])] = record_of(Statement, row[:2])
        return found

    def entries(
        self, *, after: int = 0, kind: RecordType | None = None, as_of: str | None = None
    ) -> Iterator[Entry]:
        """Yield ledger entries with a sequence above `after`, in order.

        The end is fixed by this call: entries that are appended meanwhile are left out.
        """
        return self._paged(after=after, last=self._last(as_of), kind=kind)

    def head(self, *, as_of: str | None = None) -> Head:
        """Return the end of the ledger; sequence 0 and `GENESIS` when it was empty."""
        if as_of is None:
            with translated(self._path):
                return _end(self._reader())[0]
        last = self._last(as_of)
        digest = self._digest_at(last)
        return Head(0, GENESIS) if digest is None else Head(last, digest)

    def verify(self) -> Head:
        """Recompute the whole chain and compare it with the head kept outside the ledger.

        Raises:
            LedgerBroken: an entry does not follow from the one before, or the tail is missing.
        """
        with translated(self._path):
            kept = self._head.read()
        last = Head(0, GENESIS)
        time, kept_digest = "", None
        for entry in self.entries():
            if not _follows(entry, last, time):
                raise LedgerBroken(entry.sequence, "it does not follow from the one before")
            last, time = Head(entry.sequence, entry.digest), entry.header.created_at
            if kept is not None and kept.sequence == entry.sequence:
                kept_digest = entry.digest
        require_agreement(kept, last, lambda _: kept_digest)
        return last

    def rebuild(self) -> None:
        """Throw away every projection and make it again from the ledger alone."""
        if self._writer is None:
            raise UsageError(f"{self._path}: the store is open for reading only")
        with self._lock, translated(self._path), writing(self._writer):
            remake_projections(self._writer)

    def dump(self) -> Iterator[str]:
        """Yield the projections as text lines in a fixed order: equal records give equal bytes.

        Times and sequence numbers are left out, so records that arrived in another order are equal.
        """
        with translated(self._path):
            yield from projections.dump(self._reader())

    def close(self) -> None:
        """Let go of the file; the store cannot be used afterwards."""
        with translated(self._path):
            self._connection.close()
            if self._writer is not None:
                self._writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _settle(self) -> None:
        """Compare the ledger with its head file; a writer moves a head that lags forward."""
        kept = self._head.read()
        ledger = self.head()
        require_agreement(kept, ledger, self._digest_at)
        if self._writer is not None:
            self._head.clean()
            if kept != ledger:
                self._head.move_to(ledger)

    def _digest_at(self, sequence: int) -> str | None:
        rows = self._all("SELECT CAST(digest AS BLOB) FROM ledger WHERE sequence = ?", (sequence,))
        return cast("bytes", rows[0][0]).decode("utf-8", "replace") if rows else None

    def _last(self, as_of: str | None) -> int:
        """Return the last sequence on record at a time: times rise along the ledger."""
        if as_of is None:
            return self.head().sequence
        if not _INSTANT.fullmatch(as_of):
            raise UsageError(f"{as_of!r}: write the time as 2031-04-14T12:00:00.000000Z, in UTC")
        query = (
            "SELECT sequence FROM ledger WHERE created_at <= ?"
            " ORDER BY created_at DESC, sequence DESC LIMIT 1"
        )
        rows = self._all(query, (as_of,))
        return cast("int", rows[0][0]) if rows else 0

    def _paged(self, *, after: int, last: int, kind: RecordType | None) -> Iterator[Entry]:
        query = f"{SELECT} WHERE {'' if kind is None else 'type = ?3 AND '}{_UP_TO}"
        while after < last:
            bindings = (after, last) if kind is None else (after, last, kind)
            rows = self._all(query, bindings)
            for row in rows:
                entry = entry_of(row)
                yield entry
                after = entry.sequence
            if len(rows) < PAGE:
                return

    def _all(self, query: str, bindings: Row = ()) -> list[Row]:
        with translated(self._path):
            return list(self._reader().execute(query, tuple(bindings)))

    def _reader(self) -> apsw.Connection:
        """Return the reading connection, opened again once somebody begins to write to the file."""
        if self._still and not side_files_missing(self._path):
            self._still = False
            self._connection = open_reader(self._path, busy_ms=self._busy_ms)
        return self._connection


def _made(folder: Path, *, busy_ms: int) -> apsw.Connection:
    """Return a writing connection to the store in `folder`, which is made durably if missing."""
    if not folder.is_dir():
        folder.mkdir()
        sync_folder(folder.parent)
    writer = open_writer(folder / RECORD_FILE, busy_ms=busy_ms)
    sync_folder(folder)
    return writer


def _sealed(connection: apsw.Connection, drafts: Sequence[Draft], *, at: str) -> tuple[Entry, ...]:
    """Return the entries for those drafts that are not on the ledger yet, in order."""
    last, last_at = _end(connection)
    known: set[str] = set()
    entries: list[Entry] = []
    for draft in drafts:
        identity = draft.record.id
        if identity in known or _on_ledger(connection, identity):
            continue
        known.add(identity)
        entry = seal(draft, sequence=last.sequence + 1, at=max(at, last_at), previous=last.digest)
        last = Head(entry.sequence, entry.digest)
        entries.append(entry)
    return tuple(entries)


def _end(connection: apsw.Connection) -> tuple[Head, str]:
    """Return the head and the last time; a damaged digest comes back as one that fits nothing."""
    row = connection.execute(_LAST).fetchone()
    if row is None:
        return Head(0, GENESIS), ""
    sequence, digest, time = cast("tuple[int, bytes, bytes]", row)
    return Head(sequence, digest.decode("utf-8", "replace")), time.decode("utf-8", "replace")


def _on_ledger(connection: apsw.Connection, identity: str) -> bool:
    query = "SELECT 1 FROM ledger WHERE id = ?"
    return connection.execute(query, (identity,)).fetchone() is not None


def _follows(entry: Entry, last: Head, time: str) -> bool:
    return (
        entry.sequence == last.sequence + 1
        and entry.previous == last.digest
        and entry.header.created_at >= time
        and entry.digest == digest_of(entry.sequence, entry.header, entry.payload, entry.previous)
    )
