"""Law 9: whatever a crash interrupts is either fully on the ledger or not at all."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.crash.appender import statements_of
from tests.fakes.sample_records import sample_document, sample_drafts, text_of

from onrecord.adapters.files import FileArchive
from onrecord.adapters.sqlite import SqliteRecordStore
from onrecord.domain.errors import LedgerBroken

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 12

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kills a process the POSIX way")


def acknowledged_before_kill(
    folder: Path, *, first: int, after_s: float = 0.0, after_lines: int = 0
) -> list[int]:
    """Run the appender, kill it that long after that many documents, return what it acknowledged."""
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.appender", str(folder), str(first)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        lines = [process.stdout.readline() for _ in range(after_lines)]
        time.sleep(after_s)
        process.kill()
        lines += process.stdout.readlines()
    assert process.returncode == -9
    return [int(line) for line in lines if line.endswith("\n")]


def require_whole(folder: Path, acknowledged: list[int]) -> int:
    """Check the law; return the number that the next document may have."""
    archive = FileArchive(folder / "archive")
    with SqliteRecordStore.open(folder) as store:
        head = store.verify()
        on_record = [document for document, _ in store.documents()]
        entries = 0
        for number, document in enumerate(on_record):
            statements = statements_of(number)
            drafts = sample_drafts(number, statements=statements)
            assert document == drafts[0].record
            assert store.statements(document=document.id) == tuple(
                draft.record for draft in drafts[1:]
            )
            text = text_of(number, statements=statements).encode()
            assert archive.get(document.bytes_sha256) == text
            entries += len(drafts)
        assert head.sequence == entries
        assert len(on_record) in (len(acknowledged), len(acknowledged) + 1)
        lines = list(store.dump())
        store.rebuild()
        assert list(store.dump()) == lines
    return len(on_record)


def test_a_writer_killed_at_any_moment_leaves_whole_documents(tmp_path: Path) -> None:
    moments = random.Random(20310414)
    first = 0
    for _ in range(ROUNDS):
        after_s = moments.choice((0.002, 0.05, 0.4)) * moments.random()
        numbers = acknowledged_before_kill(tmp_path, first=first, after_s=after_s)
        assert numbers == list(range(first, first + len(numbers)))
        first = require_whole(tmp_path, list(range(first + len(numbers))))
    assert first > ROUNDS


def test_a_damaged_end_of_the_log_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    # Few enough that SQLite has not yet carried its log over into the main file.
    acknowledged_before_kill(folder, first=0, after_lines=4)
    whole = tmp_path / "whole"
    shutil.copytree(folder, whole)
    log = folder / "record.sqlite3-wal"
    os.truncate(log, log.stat().st_size // 2)
    (folder / "record.sqlite3-shm").unlink()
    with pytest.raises(LedgerBroken, match="the tail is missing"):
        SqliteRecordStore.open(folder)
    with SqliteRecordStore.open(whole) as store:
        assert store.statements(document=sample_document(0, statements=1).id)
