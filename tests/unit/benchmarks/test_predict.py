"""`python -m benchmarks.predict`: what it takes, what it refuses, what it withholds."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks.predict import __main__ as command
from benchmarks.predict.extract import body_text
from benchmarks.predict.inputs import CHECKS, inputs_file, inputs_of
from benchmarks.predict.task import Tools

Row = dict[str, Any]

TEXT = "Velmar shelled Port Orlan on Monday."
PARTIES = {"actor": {"spans": [[0, 6]]}, "recipient": {"spans": [[15, 25]]}}
RECORD = {"id": "a", "text": TEXT, "doc_date": "2031-04-08", "events": [{"start": 7, "end": 14}]}
PARAGRAPH = (
    "Two boats sank off Port Orlan on Monday, the harbour office said, after a night of gales."
)
PAGE = (
    "<html><head><title>Boats</title></head><body><nav><a href='/'>Home</a></nav><article>"
    f"<h1>Boats sink</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH.replace('Two', 'Three')}</p>"
    "</article></body></html>"
).encode()


class NoLinguist:
    """Stands in where nothing is analysed."""

    name = "none"


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer every task with the records as they were asked, without loading weights."""

    def predict(records: Iterable[Row], tools: Tools) -> Iterator[Row]:
        assert isinstance(tools.linguist, NoLinguist)
        yield from records

    monkeypatch.setattr(command, "task_named", lambda _: predict)
    monkeypatch.setattr(command, "linguist", lambda *_: NoLinguist())


def put(folder: Path, *rows: Row, name: str = "inputs.jsonl") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    content = "".join(json.dumps(row) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    return path


def predicted(task: str, data: Path, *more: str) -> tuple[int, list[Row]]:
    """Run the command; return its status and what it wrote."""
    out = data.parent / "out.jsonl"
    status = command.main([task, "--data", str(data), "--out", str(out), *more])
    lines = out.read_text("utf-8").splitlines() if out.exists() else []
    return status, [json.loads(line) for line in lines]


@pytest.mark.usefixtures("echo")
@pytest.mark.parametrize("folder", ["", "quantity", "visible/quantity"])
@pytest.mark.parametrize("name", ["inputs.jsonl", "inputs.jsonl.gz"])
def test_inputs_are_found_where_the_layout_puts_them(
    tmp_path: Path, folder: str, name: str
) -> None:
    put(tmp_path / "data" / folder, RECORD, name=name)
    assert predicted("quantity", tmp_path / "data") == (0, [RECORD])


@pytest.mark.usefixtures("echo")
def test_a_part_has_inputs_of_its_own(tmp_path: Path) -> None:
    data = tmp_path / "data"
    put(data, RECORD)
    put(data, RECORD | {"id": "b"}, name="inputs.te3.jsonl")
    assert predicted("time", data, "--part", "te3")[1][0]["id"] == "b"


@pytest.mark.usefixtures("echo")
def test_whole_events_are_asked_without_their_parties(tmp_path: Path) -> None:
    put(tmp_path / "data" / "events", RECORD | PARTIES)
    assert predicted("events_whole", tmp_path / "data") == (0, [RECORD])
    assert predicted("events", tmp_path / "data") == (0, [RECORD | PARTIES])


@pytest.mark.usefixtures("echo")
@pytest.mark.parametrize(
    ("task", "row"),
    [
        ("quantity", {"id": "a"}),
        ("quantity", {"id": "a", "text": 3}),
        ("time", RECORD | {"doc_date": "8 April"}),
        ("time", RECORD | {"doc_date": 2031}),
        ("certainty", {"id": "a", "text": TEXT}),
        ("certainty", RECORD | {"events": [{"start": 0, "end": 99}]}),
        ("certainty", RECORD | {"events": [{"start": 0, "end": "7"}]}),
        ("events", RECORD),
        ("events", RECORD | PARTIES | {"actor": "Velmar"}),
        ("events", RECORD | PARTIES | {"actor": {"spans": [[6, 0]]}}),
        ("extract", {"id": "a"}),
        ("extract", {"id": "a", "html": "../secret"}),
        ("extract", {"id": "a", "html": "/etc/hosts"}),
        ("extract", {"id": "a", "html": "page.html", "url": 3}),
    ],
)
def test_records_that_a_task_cannot_be_asked_are_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], task: str, row: Row
) -> None:
    put(tmp_path / "data", row)
    assert predicted(task, tmp_path / "data") == (2, [])
    error = capsys.readouterr().err
    assert error.startswith("cannot predict: inputs.jsonl id 'a': ")
    assert error.count("\n") == 1


@pytest.mark.usefixtures("echo")
def test_a_broken_line_and_a_missing_file_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    assert predicted("time", data)[0] == 2
    (put(data, RECORD)).write_bytes(b'{"id": "a", "text": ')
    assert predicted("time", data)[0] == 2
    assert "inputs.jsonl line 1: not JSON" in capsys.readouterr().err


def test_a_task_without_a_predictor_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("benchmarks.predict.__main__.find_spec", lambda _: None)
    put(tmp_path / "data", RECORD)
    assert predicted("reconcile", tmp_path / "data")[0] == 2
    assert capsys.readouterr().err == "cannot predict: reconcile has no predictor yet\n"


@pytest.mark.parametrize("task", CHECKS)
def test_every_predictor_there_is_can_be_loaded(task: str) -> None:
    try:
        assert callable(command.task_named(task))
    except NotImplementedError as error:
        assert str(error) == f"{task} has no predictor yet"  # noqa: PT017 - both are right


def test_records_keep_their_order(tmp_path: Path) -> None:
    put(tmp_path, *(RECORD | {"id": name} for name in "cab"))
    source = inputs_file(tmp_path, "muc")
    assert [row["id"] for row in inputs_of("muc", source)] == ["c", "a", "b"]


def test_pages_give_their_paragraphs_and_no_headline() -> None:
    expected = f"{PARAGRAPH}\n{PARAGRAPH.replace('Two', 'Three')}"
    assert body_text(PAGE, "https://example.org/boats") == expected
    assert body_text(gzip.compress(PAGE)) == expected


@pytest.mark.parametrize("content", [b"", b"\x1f\x8bbroken", b"<html></html>"])
def test_pages_that_cannot_be_read_have_no_text(content: bytes) -> None:
    assert body_text(content) == ""
