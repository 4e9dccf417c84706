"""Whole readings of short texts of our own, compared field by field with reviewed ones.

`pytest tests/golden --update-golden` writes the present reading; review the difference before keeping
it. Each case's note says what it is for and what is still read wrongly.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.unit.read.reading import read

from onrecord.domain.statement import Statement
from onrecord.publish.rows import statement_row

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/input.txt"))


def load(case: Path) -> tuple[str | None, str]:
    """Return a case's date and text; offsets count in the text after the line of dashes."""
    header, _, text = (case / "input.txt").read_text(encoding="utf-8").partition("---\n")
    date = header.removeprefix("date:").strip()
    return (None if date == "unknown" else date), text


def row_of(statement: Statement) -> dict[str, Any]:
    """Return the fields that say how a statement was read."""
    row: dict[str, Any] = statement_row(statement)
    return {
        "kind": row["kind"],
        "start": row["start"],
        "end": row["end"],
        "text": row["text"],
        "speaker": row["speaker"],
        "identity": [source["identity"] for source in row["sources"]],
        "cue": row["cue"] and row["cue"]["text"],
        "mode": row["mode"],
        "factuality": [";".join((one["value"], *one["aux"])) for one in row["factuality"]],
        "act": row["act"] and row["act"]["code"],
        "when": row["when"]["edtf"],
        "quantities": [
            [one[key] for key in ("low", "high", "unit", "bound")] for one in row["quantities"]
        ],
        "authority": [
            f"{one['instrument']} {one['effect']} {one['domain'] or ''}".strip()
            for one in row["authority"]
        ],
        "supports_event": statement.supports_event(),
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_text_reads_as_it_was_reviewed(case: Path, pytestconfig: pytest.Config) -> None:
    date, text = load(case)
    rows = [row_of(one) for one in read(text, date)]
    expected = case / "expected.jsonl"
    if pytestconfig.getoption("--update-golden"):
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        expected.write_text("".join(lines), encoding="utf-8")
    kept = [json.loads(line) for line in expected.read_text(encoding="utf-8").splitlines()]
    assert rows == kept


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_case_says_what_it_is_for(case: Path) -> None:
    note = (case / "note.md").read_text(encoding="utf-8")
    assert note.startswith("# ")
    assert len(note.split()) > 15


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_reviewed_text_stands_at_its_place(case: Path) -> None:
    _, text = load(case)
    for line in (case / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert text[row["start"] : row["end"]] == row["text"]
