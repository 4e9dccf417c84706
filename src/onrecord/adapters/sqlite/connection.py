"""Opening the file: what kind of file it is, its schema, and the settings that make it durable.

A store opened for writing keeps SQLite's two side files when it is closed, so that a later reader
finds them and creates nothing.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import apsw

from onrecord.adapters.sqlite.projections import clear, project
from onrecord.adapters.sqlite.rows import SELECT, entry_of
from onrecord.domain.errors import InvariantError, StoreError, StoreTooNew, UsageError
from onrecord.domain.ledger import Entry

#: "OnRe", so that `file` and we can tell a record from any other SQLite database.
APPLICATION_ID = 0x4F6E5265
#: Log bytes kept between commits; longer logs are cut back.
LOG_BYTES = 16 << 20
#: Entries read at once: a reader never holds the log for long, and never holds much in memory.
PAGE = 500


def open_writer(path: Path, *, busy_ms: int) -> apsw.Connection:
    """Return a connection that writes durably, to a file with the present schema."""
    connection = apsw.Connection(str(path))
    connection.set_busy_timeout(busy_ms)
    _require_record(connection, path, empty_allowed=True)
    _keep_side_files(connection)
    connection.pragma("journal_mode", "wal")
    connection.pragma("journal_size_limit", LOG_BYTES)
    connection.pragma("synchronous", "FULL")
    connection.pragma("fullfsync", 1)
    connection.pragma("foreign_keys", 1)
    connection.pragma("trusted_schema", 0)
    _migrate(connection)
    return connection


def open_reader(path: Path, *, busy_ms: int) -> apsw.Connection:
    """Return a connection that only reads, and creates no file.

    Without side files nobody is writing, and SQLite would have to create them: it is then told that
    the file does not change (see `side_files_missing`).

    Raises:
        UsageError: the file holds no record yet, or one that must be brought up to date first.
        StoreTooNew: a newer Onrecord wrote it.
        StoreError: it is something else.
    """
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    still = "&immutable=1" if side_files_missing(path) else ""
    connection = apsw.Connection(f"{path.resolve().as_uri()}?mode=ro{still}", flags=flags)
    connection.set_busy_timeout(busy_ms)
    connection.pragma("trusted_schema", 0)
    found = _require_record(connection, path, empty_allowed=False)
    if found < known_schema():
        raise UsageError(f"{path}: its schema is older: open it once for writing to bring it up")
    return connection


def side_files_missing(path: Path) -> bool:
    """Say whether SQLite's log is missing, as it is in a store copied without it."""
    return not path.with_name(f"{path.name}-wal").exists()


@contextmanager
def writing(connection: apsw.Connection) -> Iterator[None]:
    """Hold the one write transaction: committed at the end, or nothing of it remains."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def remake_projections(connection: apsw.Connection) -> None:
    """Make every projection from the ledger; the caller holds the transaction."""
    clear(connection)
    after = 0
    while entries := page(connection, after=after):
        project(connection, entries)
        after = entries[-1].sequence


def page(connection: apsw.Connection, *, after: int) -> list[Entry]:
    """Return the next entries above sequence `after`, at most `PAGE`."""
    query = f"{SELECT} WHERE sequence > ? ORDER BY sequence LIMIT {PAGE}"
    return [entry_of(row) for row in connection.execute(query, (after,))]


def known_schema() -> int:
    """Return the schema number this Onrecord writes."""
    return max(number for number, _ in _migrations())


def _migrations() -> list[tuple[int, str]]:
    folder = files("onrecord.adapters.sqlite").joinpath("migrations")
    found = [file for file in folder.iterdir() if file.name.endswith(".sql")]
    return sorted((int(file.name[:4]), file.read_text("utf-8")) for file in found)


def _require_record(connection: apsw.Connection, path: Path, *, empty_allowed: bool) -> int:
    """Return the schema number of the record in the file; 0 for an empty file, where allowed."""
    application = int(connection.pragma("application_id"))
    found = int(connection.pragma("user_version"))
    if application == APPLICATION_ID:
        if found > known_schema():
            raise StoreTooNew(found, known_schema())
        return found
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").get
    if application or found or tables:
        raise StoreError(f"{path}: this database is no record: name the folder of a store")
    if not empty_allowed:
        raise UsageError(f"{path}: nothing is on record yet: begin with `onrecord add`")
    return 0


def _migrate(connection: apsw.Connection) -> None:
    """Bring the schema up to date in one transaction; projections are remade if anything ran."""
    if int(connection.pragma("user_version")) == known_schema():
        return
    with writing(connection):
        found = int(connection.pragma("user_version"))
        missing = [(number, script) for number, script in _migrations() if number > found]
        for number, script in missing:
            connection.execute(script)
            connection.pragma("user_version", number)
        if missing:
            connection.pragma("application_id", APPLICATION_ID)
            remake_projections(connection)


def _keep_side_files(connection: apsw.Connection) -> None:
    keep = ctypes.c_int(1)
    known = connection.file_control("main", apsw.SQLITE_FCNTL_PERSIST_WAL, ctypes.addressof(keep))
    if not known:
        raise InvariantError("SQLite does not know how to keep its log when a store is closed")
