from __future__ import annotations

import json
import pickle
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.sample_records import (
    instant,
    sample_document,
    sample_drafts,
    sample_revision,
    sample_statements,
)

from onrecord.adapters.sqlite import SqliteRecordStore
from onrecord.adapters.sqlite.rows import INSERT, row_of
from onrecord.domain.errors import (
    InvariantError,
    LedgerBroken,
    OnrecordError,
    StoreError,
    StoreTooNew,
    UsageError,
)
from onrecord.domain.ledger import GENESIS, Draft, seal

COLUMNS = (
    "sequence", "id", "type", "schema_version", "created_by", "created_at", "review",
    "supersedes", "sources", "payload", "previous", "digest",
)  # fmt: skip
NUMBERS = ("sequence", "schema_version")
COPIED = (
    "INSERT INTO ledger SELECT {}, 'x', type, 1, '', created_at, '', '', '[]', payload, {}, ''"
    " FROM ledger"
)
SKIPPED_ONE = f"{COPIED} WHERE sequence = 9".format(11, "digest")
DETACHED = f"{COPIED} WHERE sequence = 9".format(10, "previous")
BACKDATED = SKIPPED_ONE.replace("11", "10").replace("created_at", "'1999'")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with two documents and their statements in two commits, closed."""
    folder = tmp_path / "a store? #1"
    with SqliteRecordStore.open(folder) as store:
        store.append(sample_drafts(1), at=instant(1))
        store.append([*sample_drafts(2), sample_revision(2)], at=instant(2))
    return folder


@pytest.fixture(scope="module")
def still_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store like `folder` whose files are altered and restored by the tests that use it."""
    folder = tmp_path_factory.mktemp("altered") / "store"
    draft = Draft("document", sample_document(3), "reader 7", ("é", "b"), supersedes="doc-0")
    with SqliteRecordStore.open(folder) as store:
        store.append([*sample_drafts(1, statements=1), draft], at=instant(1))
    return folder


def names_in(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def unguarded(folder: Path) -> apsw.Connection:
    """Open the file as somebody who is out to alter it would."""
    connection = apsw.Connection(str(folder / "record.sqlite3"))
    for (trigger,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    return connection


def test_a_store_is_a_folder_with_a_record_and_its_head(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {
        "record.sqlite3", "record.sqlite3-wal", "record.sqlite3-shm", "record.head",
    }  # fmt: skip


def test_what_was_written_is_there_after_opening_again(folder: Path) -> None:
    with SqliteRecordStore.open(folder) as store:
        assert store.statements(document=sample_document(2).id) == sample_statements(2)
        assert store.verify().sequence == 9
        assert store.append(sample_drafts(1), at=instant(9)) == ()


def test_reading_creates_and_changes_no_file(folder: Path) -> None:
    before = names_in(folder)
    with SqliteRecordStore.open(folder, read_only=True) as store:
        store.verify()
        assert len(store.documents()) == 2
    assert names_in(folder).keys() == before.keys()
    main = str(folder / "record.sqlite3")
    assert names_in(folder)[main] == before[main]


def test_a_copy_without_side_files_is_read_and_left_as_it_is(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("record.sqlite3", "record.head"):
        shutil.copy(folder / name, copy / name)
    before = names_in(copy)
    with SqliteRecordStore.open(copy, read_only=True) as store:
        assert store.verify().sequence == 9
        assert names_in(copy) == before


def test_a_reader_of_such_a_copy_sees_what_is_written_to_it_later(
    folder: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("record.sqlite3", "record.head"):
        shutil.copy(folder / name, copy / name)
    with SqliteRecordStore.open(copy, read_only=True) as reader:
        with SqliteRecordStore.open(copy) as writer:
            writer.append(sample_drafts(3), at=instant(3))
        assert len(reader.documents()) == 3


def test_a_reader_sees_each_commit_of_a_writer(folder: Path) -> None:
    with (
        SqliteRecordStore.open(folder) as writer,
        SqliteRecordStore.open(folder, read_only=True) as reader,
    ):
        writer.append(sample_drafts(3), at=instant(3))
        assert reader.head() == writer.head() == reader.verify()


def test_reading_where_no_store_is_names_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="onrecord add"):
        SqliteRecordStore.open(tmp_path / "none", read_only=True)
    assert not list(tmp_path.iterdir())


def test_reading_an_empty_file_names_the_command_that_begins(tmp_path: Path) -> None:
    (tmp_path / "record.sqlite3").touch()
    with pytest.raises(UsageError, match="onrecord add"):
        SqliteRecordStore.open(tmp_path, read_only=True)
    assert (tmp_path / "record.sqlite3").read_bytes() == b""


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, read_only: bool) -> None:
    (tmp_path / "record.sqlite3").write_bytes(b"Dear editor, " * 99)
    with pytest.raises(StoreError, match="not a database"):
        SqliteRecordStore.open(tmp_path, read_only=read_only)
    assert (tmp_path / "record.sqlite3").read_bytes() == b"Dear editor, " * 99


@pytest.mark.parametrize("read_only", [False, True])
def test_a_database_of_another_program_is_refused(tmp_path: Path, read_only: bool) -> None:
    other = apsw.Connection(str(tmp_path / "record.sqlite3"))
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()
    with pytest.raises(StoreError, match="no record"):
        SqliteRecordStore.open(tmp_path, read_only=read_only)


def test_a_store_cannot_be_made_where_the_parent_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="No such file"):
        SqliteRecordStore.open(tmp_path / "no" / "store")


@pytest.mark.parametrize("read_only", [False, True])
def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path, read_only: bool) -> None:
    (tmp_path / "record.sqlite3").mkdir()
    with pytest.raises(StoreError, match="it is a folder"):
        SqliteRecordStore.open(tmp_path, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_of_a_newer_onrecord_is_refused(folder: Path, read_only: bool) -> None:
    newer = apsw.Connection(str(folder / "record.sqlite3"))
    newer.pragma("user_version", 99)
    newer.close()
    with pytest.raises(StoreTooNew) as refused:
        SqliteRecordStore.open(folder, read_only=read_only)
    assert refused.value.found == 99


def test_reading_an_older_schema_asks_for_one_opening_for_writing(folder: Path) -> None:
    older = apsw.Connection(str(folder / "record.sqlite3"))
    older.pragma("user_version", 0)
    older.close()
    with pytest.raises(UsageError, match="for writing"):
        SqliteRecordStore.open(folder, read_only=True)


def test_a_locked_store_is_reported_after_the_wait(folder: Path) -> None:
    holder = apsw.Connection(str(folder / "record.sqlite3"))
    holder.execute("BEGIN IMMEDIATE")
    with SqliteRecordStore.open(folder, busy_ms=1) as store:
        with pytest.raises(StoreError, match="another process is writing"):
            store.append(sample_drafts(3), at=instant(3))
        holder.execute("ROLLBACK")
        holder.close()
        assert len(store.append(sample_drafts(3), at=instant(3))) == 4


def test_a_full_disk_writes_nothing_and_the_next_append_works(folder: Path) -> None:
    with SqliteRecordStore.open(folder) as store:
        head = store.head()
        writer = store._writer
        assert writer is not None
        limit = writer.pragma("max_page_count")
        writer.pragma("max_page_count", writer.pragma("page_count"))
        with pytest.raises(StoreError, match="disk is full"):
            store.append(sample_drafts(3, statements=400), at=instant(3))
        assert store.verify() == head
        assert not list(folder.glob("*.new"))
        writer.pragma("max_page_count", limit)
        store.append(sample_drafts(3, statements=400), at=instant(3))
        assert store.verify().sequence == head.sequence + 401


def test_a_read_only_store_takes_no_drafts(folder: Path) -> None:
    with SqliteRecordStore.open(folder, read_only=True) as store:
        with pytest.raises(UsageError, match="for reading only"):
            store.append(sample_drafts(3), at=instant(3))
        with pytest.raises(UsageError, match="for reading only"):
            store.rebuild()


def test_the_ledger_refuses_to_be_changed(folder: Path) -> None:
    connection = apsw.Connection(str(folder / "record.sqlite3"))
    for attempt in (
        "UPDATE ledger SET review = 'reviewed'",
        "DELETE FROM ledger",
        "INSERT OR REPLACE INTO ledger SELECT * FROM ledger WHERE sequence = 1",
        SKIPPED_ONE,
        DETACHED,
        BACKDATED,
    ):
        with pytest.raises(apsw.ConstraintError):
            connection.execute(attempt)
    connection.close()


def test_a_record_that_cannot_be_written_leaves_nothing_behind(folder: Path) -> None:
    with SqliteRecordStore.open(folder) as store:
        head = store.head()
        drafts = [*sample_drafts(3), Draft("document", sample_document(4), "agent \ud83d")]
        with pytest.raises(InvariantError, match="UTF-8"):
            store.append(drafts, at=instant(3))
        assert store.verify() == head
        assert len(store.documents()) == 2


def test_a_lost_tail_is_seen_at_the_next_opening(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "earlier")
    with SqliteRecordStore.open(folder) as store:
        store.append(sample_drafts(3), at=instant(3))
    for name in ("record.sqlite3", "record.sqlite3-wal", "record.sqlite3-shm"):
        shutil.copy(tmp_path / "earlier" / name, folder / name)
    for read_only in (True, False):
        with pytest.raises(LedgerBroken, match=r"at entry 10: the tail is missing") as broken:
            SqliteRecordStore.open(folder, read_only=read_only)
        assert broken.value.sequence == 10
        assert str(pickle.loads(pickle.dumps(broken.value))) == str(broken.value)


def test_a_head_file_that_lags_is_moved_forward_by_a_writer(folder: Path) -> None:
    current = (folder / "record.head").read_bytes()
    with SqliteRecordStore.open(folder) as store:
        store.append(sample_drafts(3), at=instant(3))
    moved = (folder / "record.head").read_bytes()
    (folder / "record.head").write_bytes(current)
    with SqliteRecordStore.open(folder, read_only=True) as reader:
        assert reader.verify().sequence == 13
    assert (folder / "record.head").read_bytes() == current
    SqliteRecordStore.open(folder).close()
    assert (folder / "record.head").read_bytes() == moved


def test_a_head_of_another_chain_is_refused(folder: Path) -> None:
    kept = (folder / "record.head").read_text()
    (folder / "record.head").write_text(kept.replace(kept[12:20], "00000000"))
    with pytest.raises(LedgerBroken, match="not the entry that the head"):
        SqliteRecordStore.open(folder)


def test_a_missing_head_is_refused_once_something_is_on_record(folder: Path) -> None:
    (folder / "record.head").unlink()
    with pytest.raises(LedgerBroken, match="missing"):
        SqliteRecordStore.open(folder)


def test_a_store_whose_making_was_cut_short_is_made_whole(tmp_path: Path) -> None:
    SqliteRecordStore.open(tmp_path / "store").close()
    (tmp_path / "store" / "record.head").unlink()
    with SqliteRecordStore.open(tmp_path / "store") as store:
        assert store.verify().digest == GENESIS
    assert (tmp_path / "store" / "record.head").exists()


@settings(max_examples=150, deadline=None)
@given(
    row=st.integers(1, 3),
    column=st.sampled_from(COLUMNS),
    place=st.integers(0, 10_000),
    flip=st.integers(1, 255),
)
def test_any_flipped_byte_in_any_row_of_the_ledger_is_found(
    still_folder: Path, row: int, column: str, place: int, flip: int
) -> None:
    main = still_folder / "record.sqlite3"
    sound = main.read_bytes()
    assert unaltered(still_folder)
    connection = unguarded(still_folder)
    connection.pragma("foreign_keys", 0)
    query = f"SELECT CAST({column} AS BLOB) FROM ledger WHERE sequence = ?"
    value = connection.execute(query, (row,)).get
    kind = "BLOB" if column == "payload" else "INTEGER" if column in NUMBERS else "TEXT"
    altered = bytearray(value or b"\0")
    if kind != "INTEGER":
        altered[place % len(altered)] ^= flip
    bindings = (place + flip + 10 if kind == "INTEGER" else bytes(altered), row)
    update = f"UPDATE ledger SET {column} = CAST(? AS {kind}) WHERE sequence = ?"
    connection.execute(update, bindings)
    connection.close()
    try:
        assert not unaltered(still_folder)
    finally:
        for side in still_folder.glob("record.sqlite3-*"):
            side.unlink()
        main.write_bytes(sound)


def unaltered(folder: Path) -> bool:
    try:
        with SqliteRecordStore.open(folder, read_only=True) as store:
            store.verify()
    except LedgerBroken:
        return False
    return True


@pytest.mark.parametrize("gone", [1, 4, 9])
def test_an_entry_taken_out_is_found(folder: Path, gone: int) -> None:
    connection = unguarded(folder)
    connection.pragma("foreign_keys", 0)
    connection.execute("DELETE FROM ledger WHERE sequence = ?", (gone,))
    connection.close()
    assert not unaltered(folder)


def test_a_payload_that_is_no_record_is_reported_by_its_place(folder: Path) -> None:
    connection = unguarded(folder)
    connection.execute("UPDATE ledger SET payload = X'7B7D' WHERE type = 'statement'")
    connection.close()
    with (
        SqliteRecordStore.open(folder, read_only=True) as store,
        pytest.raises(LedgerBroken, match="at entry 2: its payload is no Statement"),
    ):
        store.statements()


def test_a_damaged_page_is_reported_in_one_line(folder: Path) -> None:
    main = folder / "record.sqlite3"
    content = bytearray(main.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    main.write_bytes(content)
    with pytest.raises(StoreError) as reported:
        SqliteRecordStore.open(folder, read_only=True)
    assert "damaged" in str(reported.value)
    assert "\n" not in str(reported.value)


def test_rebuilding_repairs_a_projection_that_was_tampered_with(folder: Path) -> None:
    with SqliteRecordStore.open(folder) as store:
        lines, statements = list(store.dump()), store.statements()
        other = apsw.Connection(str(folder / "record.sqlite3"))
        other.execute("DELETE FROM statement WHERE sequence > 3; UPDATE document SET title = ''")
        other.close()
        assert list(store.dump()) != lines
        store.rebuild()
        assert (list(store.dump()), store.statements()) == (lines, statements)


def test_threads_that_append_at_once_leave_one_sound_chain(folder: Path) -> None:
    failures: list[OnrecordError] = []

    def append(numbers: Iterator[int]) -> None:
        try:
            for number in numbers:
                store.append(sample_drafts(number), at=instant(number))
                store.statements()
        except OnrecordError as error:
            failures.append(error)

    with SqliteRecordStore.open(folder) as store:
        threads = [
            threading.Thread(target=append, args=(iter(range(start, start + 8)),))
            for start in (10, 14, 30)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not failures
        assert len(store.documents()) == 2 + 12 + 8
        assert store.verify().sequence == 9 + 4 * 20


def test_two_writers_of_one_store_take_turns(folder: Path) -> None:
    with SqliteRecordStore.open(folder) as one, SqliteRecordStore.open(folder) as other:
        for number in range(10, 20):
            (one if number % 2 else other).append(sample_drafts(number), at=instant(number))
        assert one.verify() == other.verify()
    assert unaltered(folder)


def test_a_list_of_sources_written_in_another_way_is_found(
    still_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(still_folder, tmp_path / "copy")
    connection = unguarded(tmp_path / "copy")
    connection.execute("UPDATE ledger SET sources = replace(sources, 'u00e9', 'u00E9')")
    assert connection.changes() == 3
    connection.close()
    assert not unaltered(tmp_path / "copy")


def test_verifying_sees_a_tail_that_went_missing_since_the_opening(folder: Path) -> None:
    with SqliteRecordStore.open(folder) as store:
        kept = json.loads((folder / "record.head").read_bytes())
        (folder / "record.head").write_text(json.dumps({**kept, "sequence": 11}))
        with pytest.raises(LedgerBroken, match="at entry 10: the tail is missing"):
            store.verify()


def test_a_well_sealed_entry_that_goes_back_in_time_is_found(folder: Path) -> None:
    with SqliteRecordStore.open(folder) as store:
        head = store.head()
        (draft, *_) = sample_drafts(3)
        forged = seal(draft, sequence=head.sequence + 1, at=instant(0), previous=head.digest)
        connection = unguarded(folder)
        connection.execute(INSERT, row_of(forged))
        connection.close()
        with pytest.raises(LedgerBroken, match="at entry 10: it does not follow"):
            store.verify()


def test_every_commit_is_synced_to_the_disk(folder: Path) -> None:
    """No test can cut the power, so this holds the setting that a power cut would try."""
    with SqliteRecordStore.open(folder) as store:
        assert store._writer is not None
        assert store._writer.pragma("synchronous") == 2
        assert store._writer.pragma("journal_mode") == "wal"
