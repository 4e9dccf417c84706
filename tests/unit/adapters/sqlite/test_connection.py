from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from onrecord.adapters.sqlite.connection import (
    APPLICATION_ID,
    known_schema,
    open_reader,
    open_writer,
    writing,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.sqlite3"
    open_writer(path, busy_ms=100).close()
    return path


def test_the_file_says_what_it_is_and_which_schema_it_has(path: Path) -> None:
    reader = open_reader(path, busy_ms=100)
    assert reader.pragma("application_id") == APPLICATION_ID
    assert reader.pragma("user_version") == known_schema() >= 1
    reader.close()


def test_every_table_is_strict(path: Path) -> None:
    reader = open_reader(path, busy_ms=100)
    tables = reader.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    found = {str(name): strict for name, strict in tables if not str(name).startswith("sqlite_")}
    assert found == {"ledger": 1, "document": 1, "statement": 1, "record": 1}
    reader.close()


def test_a_transaction_that_fails_leaves_nothing(path: Path) -> None:
    writer = open_writer(path, busy_ms=100)
    writer.pragma("foreign_keys", 0)
    good, bad = "INSERT INTO record VALUES (1, 'a', 'link')", "INSERT INTO record VALUES (1)"
    with pytest.raises(apsw.SQLError), writing(writer):
        writer.execute(f"{good}; {bad}")
    assert not writer.in_transaction
    assert writer.execute("SELECT count(*) FROM record").get == 0


def test_a_projection_of_what_is_not_on_the_ledger_is_refused(path: Path) -> None:
    writer = open_writer(path, busy_ms=100)
    with pytest.raises(apsw.ConstraintError, match="FOREIGN KEY"):
        writer.execute("INSERT INTO record VALUES (1, 'a', 'link')")
    writer.close()


def test_a_reader_cannot_write(path: Path) -> None:
    reader = open_reader(path, busy_ms=100)
    with pytest.raises(apsw.ReadOnlyError):
        reader.execute("DELETE FROM record")
    reader.close()


def test_a_making_that_was_cut_short_is_begun_again(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite3"
    half = apsw.Connection(str(path))
    half.pragma("journal_mode", "wal")
    half.close()
    writer = open_writer(path, busy_ms=100)
    assert writer.pragma("user_version") == known_schema()
    writer.close()
