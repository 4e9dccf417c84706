"""What is kept of reconciling grows with the record, and may be deleted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.adapters.sqlite.findings import FINDINGS_FILE
from onrecord.cli.main import run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def found(store: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    capsys.readouterr()
    assert run(["store", "findings", "--store", str(store), "--json"]) == 0
    row: dict[str, object] = json.loads(capsys.readouterr().out)
    return row


def test_findings_grow_and_are_made_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    assert run(["add", str(EXAMPLES / "04-wire-harbour-gazette.html"), "--store", str(store)]) == 0
    first = found(store, capsys)
    assert run(["add", str(EXAMPLES / "05-wire-ilvane-tribune.html"), "--store", str(store)]) == 0
    second = found(store, capsys)
    assert (second["events_of_several_reports"], second["origins"]) != (0, 0)
    assert first["sequence"] != second["sequence"]
    (store / FINDINGS_FILE).unlink()
    assert found(store, capsys) == second


def test_without_a_store_there_are_none(tmp_path: Path) -> None:
    assert run(["store", "findings", "--store", str(tmp_path / "none")]) == 2
