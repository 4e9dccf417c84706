"""Law 9 for decisions: what was acknowledged is on record, and nothing else but at most the next one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.adapters.sqlite import SqliteRecordStore
from onrecord.pipeline.decisions import load_decisions, load_rulings

ROOT = Path(__file__).resolve().parents[2]
PAUSES_S = (0.0, 0.03, 0.2)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kills a process the POSIX way")


def acknowledged_before_kill(folder: Path, *, after_s: float) -> list[str]:
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.decider", str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        lines = [process.stdout.readline() for _ in range(3)]
        time.sleep(after_s)
        process.kill()
        lines += process.stdout.readlines()
    assert process.returncode == -9
    return [line.strip() for line in lines if line.endswith("\n")]


def test_a_decider_killed_at_any_moment_leaves_whole_decisions(tmp_path: Path) -> None:
    known: list[str] = []
    for after_s in PAUSES_S:
        known += acknowledged_before_kill(tmp_path / "store", after_s=after_s)
        with SqliteRecordStore.open(tmp_path / "store") as store:
            store.verify()
            on_record = [one.decision.id for one in load_decisions(store)]
            assert on_record[: len(known)] == known
            assert len(on_record) <= len(known) + 1
            accepted = load_rulings(store, ()).accepted
            assert len(accepted) <= len(PAUSES_S)
            known = on_record
