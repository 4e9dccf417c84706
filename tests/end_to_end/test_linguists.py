"""The command with another linguist."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.end_to_end.conftest import Onrecord
from tests.fakes.spacy_pipelines import pipelines

_REPORT = "The minister said that rebels shelled Goma. Twelve people died in Goma.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(_REPORT, "utf-8")
    return path


@pytest.mark.parametrize("scheme", ["clearnlp", "universal"])
def test_a_text_is_read_with_a_spacy_pipeline(
    onrecord: Onrecord, report: Path, scheme: str
) -> None:
    ran = onrecord("read", report, "--json", "--linguist", f"spacy:{pipelines()[scheme]}")
    assert ran.code == 0
    rows = ran.rows()
    assert [(row["text"], row["speaker"]) for row in rows] == [
        ("rebels shelled Goma", ["The minister"]),
        ("Twelve people died in Goma", []),
    ]


def test_the_setting_is_the_same_as_the_option(
    onrecord: Onrecord, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = f"spacy:{pipelines()['universal']}"
    by_option = onrecord("read", report, "--json", "--linguist", spec)
    monkeypatch.setenv("ONRECORD_LINGUIST", spec)
    assert onrecord("read", report, "--json").out == by_option.out
    finding = {one["check"]: one for one in onrecord("doctor", "--json").document()["checks"]}
    assert finding["reader"]["finding"] == "spacy en_universal 1.2.3"
    back = onrecord("doctor", "--json", "--linguist", "onrecord").document()["checks"]
    assert any(one["finding"].startswith("onrecord-model-en ") for one in back)


def test_the_record_names_the_linguist(onrecord: Onrecord, report: Path, tmp_path: Path) -> None:
    spec = f"spacy:{pipelines()['clearnlp']}"
    ran = onrecord("add", report, "--store", tmp_path / "store", "--linguist", spec)
    assert ran.code == 0
    content = (tmp_path / "store" / "record.sqlite3").read_bytes()
    assert b"spacy en_clearnlp 1.2.3" in content


@pytest.mark.parametrize("spec", ["", "spacy", "spacy:", "spaCy:x", "stanza:en", "onrecord:x"])
def test_a_linguist_that_is_none_is_named_with_the_choices(
    onrecord: Onrecord, report: Path, spec: str
) -> None:
    ran = onrecord("read", report, "--linguist", spec)
    assert ran.code == 2
    assert "choose onrecord, or spacy:PIPELINE" in ran.err


def test_a_pipeline_that_is_missing_is_one_line_and_no_traceback(
    onrecord: Onrecord, report: Path
) -> None:
    ran = onrecord("read", report, "--linguist", "spacy:en_pipeline_of_nobody")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "python -m spacy download en_pipeline_of_nobody" in ran.err


def test_spacy_is_not_imported_until_it_is_asked_for() -> None:
    code = "import sys, onrecord.cli.main; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
