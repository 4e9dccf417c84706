"""Reading and writing JSON Lines."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.jsonl import MalformedRecordsError, Row, by_id, packed_or_not, records_in, write

ROWS = [{"id": "a", "text": "Zwei\u2028Zeilen"}, {"id": "b"}]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    assert write(path, ROWS) == 2
    assert list(records_in(path)) == ROWS
    assert list(by_id(path)) == ["a", "b"]


@pytest.mark.parametrize("name", ["rows.jsonl.gz", "rows.jsonl"])
def test_packed_files_are_read_whatever_their_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(b'{"id": "a"}\n\n{"id": "b"}'))
    assert [row["id"] for row in records_in(path)] == ["a", "b"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b'{"id": "a"}\n{"id":', r"rows line 2: not JSON", id="cut short"),
        pytest.param(b"[]", r"rows line 1: must be an object", id="no object"),
        pytest.param(b'{"id": 1}', r"rows line 1: must be an object with a string", id="no id"),
        pytest.param(b'{"id": "a"}\n{"id": "a"}', r"line 2: the id 'a' occurs twice", id="twice"),
        pytest.param(b'{"id": "\xff"}', r"not UTF-8", id="not UTF-8"),
        pytest.param(gzip.compress(b'{"id": "a"}' * 99)[:-9], r"damaged gzip", id="cut gzip"),
        pytest.param(b"[" * 100_000, r"rows line 1: ", id="nested"),
    ],
)
def test_what_is_no_record_is_refused_by_file_and_line(
    tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "rows"
    path.write_bytes(content)
    with pytest.raises(MalformedRecordsError, match=message):
        list(records_in(path))


def test_rows_that_fail_half_way_leave_no_file(tmp_path: Path) -> None:
    def rows() -> Iterator[Row]:
        yield {"id": "a"}
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(tmp_path / "rows.jsonl", rows())
    assert list(tmp_path.iterdir()) == []


def test_the_packed_file_stands_in_for_the_plain_one(tmp_path: Path) -> None:
    path = tmp_path / "inputs.jsonl"
    assert packed_or_not(path) is None
    packed = tmp_path / "inputs.jsonl.gz"
    packed.touch()
    assert packed_or_not(path) == packed
    path.touch()
    assert packed_or_not(path) == path
