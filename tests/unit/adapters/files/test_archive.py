from __future__ import annotations

import os
from pathlib import Path

import pytest

from onrecord.adapters.files import FileArchive
from onrecord.adapters.files.archive import STALE_S
from onrecord.domain.errors import StoreError
from onrecord.domain.ids import sha256_hex

NOTICE = b"Notice to mariners: the northern channel is closed."


def files_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_bytes_lie_under_their_hash_and_nothing_else_is_left(tmp_path: Path) -> None:
    archive = FileArchive(tmp_path / "archive")
    name = archive.put(NOTICE)
    assert files_in(tmp_path) == {f"archive/{name[:2]}/{name[2:]}"}
    assert archive.path_of(name).read_bytes() == NOTICE


def test_reading_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing is archived"):
        FileArchive(tmp_path / "archive").get(sha256_hex(NOTICE))
    assert not list(tmp_path.iterdir())


def test_putting_twice_leaves_the_first_file_as_it_is(tmp_path: Path) -> None:
    archive = FileArchive(tmp_path)
    path = archive.path_of(archive.put(NOTICE))
    first = path.stat()
    FileArchive(tmp_path).put(NOTICE)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (first.st_ino, first.st_mtime_ns)


@pytest.mark.parametrize("damage", [b"", NOTICE[:-1], NOTICE.replace(b"n", b"m"), NOTICE + b" "])
def test_damaged_bytes_are_never_returned(tmp_path: Path, damage: bytes) -> None:
    archive = FileArchive(tmp_path)
    name = archive.put(NOTICE)
    archive.path_of(name).write_bytes(damage)
    with pytest.raises(StoreError, match=name[2:]):
        archive.get(name)


def test_putting_over_a_damaged_file_repairs_it(tmp_path: Path) -> None:
    archive = FileArchive(tmp_path)
    name = archive.put(NOTICE)
    archive.path_of(name).write_bytes(b"")
    archive.put(NOTICE)
    assert archive.get(name) == NOTICE


def test_only_old_leftovers_are_cleaned_away_by_the_next_writer(tmp_path: Path) -> None:
    incoming = tmp_path / "incoming"
    incoming.mkdir()
    old, fresh = incoming / "old", incoming / "fresh"
    for path in (old, fresh):
        path.write_bytes(NOTICE[:9])
    long_ago = old.stat().st_mtime - STALE_S - 60
    os.utime(old, (long_ago, long_ago))
    name = FileArchive(tmp_path).put(NOTICE)
    assert files_in(tmp_path) == {"incoming/fresh", f"{name[:2]}/{name[2:]}"}


def test_a_file_in_the_place_of_the_archive_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "archive").write_bytes(b"")
    with pytest.raises(StoreError, match="check the disk"):
        FileArchive(tmp_path / "archive").put(NOTICE)


def test_an_archive_is_not_made_where_the_parent_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        FileArchive(tmp_path / "no" / "archive").put(NOTICE)
    assert not list(tmp_path.iterdir())
