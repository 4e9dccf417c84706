"""`make bench DATA=…`: what is measured, what is said of what fails, and the page it writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from benchmarks.accuracy import __main__ as command
from benchmarks.accuracy import measure as measuring
from benchmarks.accuracy.facts import ErrorClass, Errors, RowFacts, read_errors, read_rows
from benchmarks.accuracy.figure_text import figure_text, interval_text, reached_text
from benchmarks.accuracy.measured import Measured, Run, from_json, merged, read_run, to_json
from benchmarks.accuracy.page import page
from benchmarks.accuracy.speed import ChainSpeed, sample_reports
from benchmarks.accuracy.table import shown, table
from benchmarks.predict.task import Task, Tools
from benchmarks.scoring.score import score

Row = dict[str, Any]

_ROOT = Path(__file__).parents[3]
FACTS = read_rows()
MEASURED = Measured(
    state="measured",
    records=10,
    unanswered=1,
    headline="value_bound.f1",
    figures={"value_bound.f1": 0.5, "value.f1": 0.95},
    interval=(0.4, 0.6),
    baseline={"value_bound.f1": 0.25},
    cpu_s=4.0,
)
RUN = Run(
    rows={"quantity": MEASURED, "geo": Measured("failed", problem="KeyError: 'lat'", records=3)},
    reports_per_s=2.5,
    report_words=600,
    hardware="a processor",
    versions={"python": "3.11"},
)


def row(name: str) -> RowFacts:
    return next(one for one in FACTS if one.name == name)


# --- facts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("facts", FACTS, ids=lambda facts: facts.name)
def test_every_figure_named_in_the_facts_is_one_the_scorer_has(facts: RowFacts) -> None:
    gold: dict[str, Row] = {}
    if facts.task == "quantity":
        sentences = [{"value": 1, "bound": bound, "unit": ""} for bound in "<>~="]
        gold = {"a": {"id": "a", "quantities": sentences}}
    known = set(score(facts.task, gold, {}, {}, resamples=0).figures)
    named = {*facts.aims, *facts.figures, *(one.figure for one in facts.peers if one.figure)}
    assert named <= known


def test_errors_belong_to_rows_and_only_those_that_were_read_are_there() -> None:
    errors = read_errors()
    assert set(errors) <= {one.name for one in FACTS}
    assert all(one.classes and one.read for one in errors.values())


# --- the page and its figures ----------------------------------------------------------------------


def test_the_page_is_what_its_figures_give() -> None:
    run = read_run(_ROOT / "benchmarks" / "accuracy" / "figures.json")
    written = (_ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert written == page(FACTS, run, read_errors()), (
        "write it again: python -m benchmarks.accuracy --json benchmarks/accuracy/figures.json "
        "--page docs/accuracy.md"
    )
    assert not run.quick


def test_the_page_states_figures_aims_and_whether_they_are_reached() -> None:
    text = page(FACTS, RUN, {})
    assert "| Quantities | `value_bound.f1` | .500 | .400–.600 | .250 | .860 | no |" in text
    assert "| `value.f1` | .950 | – | .900 | yes |" in text
    assert "1 of 10 records got no answer." in text
    assert "2.50 reports of 600 words" in text
    assert "a processor; python 3.11" in text


def test_the_page_says_what_failed() -> None:
    text = page(FACTS, RUN, {})
    assert "| Places | `end_to_end_161km.f1` | failed | – |" in text
    assert "Failed: KeyError: 'lat'." in text


def test_the_page_leaves_out_what_is_empty() -> None:
    bare = page(FACTS, Run(rows={"quantity": replace(MEASURED, cpu_s=0.0)}), {})
    assert "## Speed" not in bare
    assert "Main errors" not in bare
    assert "## Statements" not in bare
    assert "### Places" not in bare
    errors = {"quantity": Errors("40 sentences", (ErrorClass("units cut short", 7),))}
    full = page(FACTS, RUN, errors)
    assert "Main errors, in 40 sentences:\n\n- 7: units cut short\n" in full


def test_figures_survive_their_file() -> None:
    run = replace(RUN, statements={"onrecord": {"recall": 0.8}, "words_per_cpu_s": 900})
    assert from_json(to_json(run)) == run
    assert json.loads(to_json(RUN))["rows"]["quantity"]["interval"] == [0.4, 0.6]


@pytest.mark.parametrize("text", ["[]", "{}", "{", '{"rows": {"a": {"status": 1}}}'])
def test_a_file_that_holds_no_figures_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "figures.json"
    path.write_text(text)
    with pytest.raises(ValueError, match=r"figures\.json"):
        read_run(path)


def test_a_later_run_replaces_only_what_it_measured() -> None:
    later = Run(rows={"geo": MEASURED})
    whole = merged(RUN, later)
    assert whole.rows == {"quantity": MEASURED, "geo": MEASURED}
    assert (whole.reports_per_s, whole.report_words) == (2.5, 600)


# --- text ------------------------------------------------------------------------------------------


def test_the_table_shows_peers_beside_the_figure_they_have() -> None:
    text = table(FACTS, RUN)
    line = next(one for one in text.splitlines() if one.startswith("  value_bound.f1"))
    assert line.split()[1:5] == [".500", ".400–.600", ".860", ".250"]
    assert "CQE .881" in line
    assert "quantity: 10 records, 1 unanswered, 4.0 CPU s, 2.50 records/s" in text
    assert "geo: 3 records, failed: KeyError: 'lat'" in text


def test_the_headline_comes_first_and_no_figure_twice() -> None:
    names = shown(row("quantity"), MEASURED)
    assert names[:2] == ("value_bound.f1", "value.f1")
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, ".000"), (0.9996, "1.00"), (1, "1.00"), (0.61182, ".612"), (12.3, "12.30"), (None, "–")],
)
def test_figures_are_written_alike(value: float | None, text: str) -> None:
    assert figure_text(value) == text


def test_intervals_and_aims_are_dashes_where_there_are_none() -> None:
    assert interval_text(None) == reached_text(None, 0.5) == reached_text(0.5, None) == "–"


# --- measuring -------------------------------------------------------------------------------------

INPUTS = [
    {"id": str(number), "text": f"{number} tents and {number + 1} boats were sent."}
    for number in range(2, 12)
]
GOLD = [
    {"id": one["id"], "quantities": [{"value": int(one["id"]), "bound": "=", "unit": "tents"}]}
    for one in INPUTS
]


def right(records: Iterable[Row], _tools: Tools) -> Iterator[Row]:
    gold = {one["id"]: one for one in GOLD}
    for record in records:
        yield gold[record["id"]]


def broken(records: Iterable[Row], _tools: Tools) -> Iterator[Row]:
    for record in records:
        yield {"id": record["id"], "text": record["page"]}


def malformed(records: Iterable[Row], _tools: Tools) -> Iterator[Row]:
    for record in records:
        yield {"id": record["id"], "incidents": None}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of four tasks: one answered, one that breaks, one malformed, one unanswered."""
    tasks: dict[str, Task] = {"quantity": right, "extract": broken, "muc": malformed}

    def task_named(name: str) -> Task:
        if name not in tasks:
            raise NotImplementedError
        return tasks[name]

    monkeypatch.setattr(measuring, "task_named", task_named)
    monkeypatch.setattr(command, "linguist", lambda *_: None)
    monkeypatch.setattr(command, "chain_speed", lambda *_, **__: ChainSpeed(1.0, 600))
    (tmp_path / "page.html").touch()
    gold: dict[str, list[Row]] = {
        "quantity": GOLD,
        "extract": [{"id": "2", "text": "a"}],
        "muc": [{"id": "2", "incidents": []}],
        "attribution": [{"id": "2", "relations": []}],
    }
    for task, rows in gold.items():
        folder = tmp_path / "visible" / task
        folder.mkdir(parents=True)
        (folder / "page.html").touch()
        inputs = [one | {"html": "page.html"} for one in INPUTS]
        for name, these in (("inputs", inputs), ("gold", rows)):
            lines = "".join(json.dumps(one) + "\n" for one in these)
            (folder / f"{name}.jsonl").write_text(lines)
    return tmp_path


def test_what_fails_is_said_and_the_rest_is_measured(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = data / "figures.json"
    assert command.main(["--data", str(data), "--json", str(kept)]) == 1
    rows = read_run(kept).rows
    assert {name: one.state for name, one in rows.items()} == {
        "attribution": "no predictor",
        "quantity": "measured",
        "muc": "failed",
        "extract": "failed",
    }
    assert rows["quantity"].value == 1
    assert (rows["quantity"].baseline or {})["value_bound.f1"] == pytest.approx(2 / 3, abs=1e-3)
    assert rows["muc"].problem.startswith("id '2': 'incidents' must be a list of objects")
    assert rows["extract"].problem.startswith("KeyError: 'page' (test_accuracy.py:")
    out, error = capsys.readouterr()
    assert "attribution: 1 record, no predictor yet" in out
    assert "geo: not measured, no inputs.jsonl in" in error


def test_a_run_of_one_task_that_holds_is_a_success(data: Path) -> None:
    page_file, kept = data / "accuracy.md", data / "figures.json"
    given = ["--data", str(data), "--tasks", "quantity", "--json", str(kept)]
    assert command.main([*given, "--page", str(page_file)]) == 0
    written = page_file.read_text()
    assert written == page(FACTS, read_run(kept), read_errors())
    page_file.unlink()
    assert command.main(["--json", str(kept), "--page", str(page_file)]) == 0
    assert page_file.read_text() == written


def test_a_quick_run_reads_every_fifth_record_and_is_not_kept(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--data", str(data), "--tasks", "quantity", "--quick"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("every fifth record: not for quoting\n")
    assert "quantity: 2 records" in out
    with pytest.raises(SystemExit):
        command.main(["--data", str(data), "--quick", "--json", str(data / "figures.json")])


def test_gold_that_cannot_be_read_is_a_failure_of_its_row(data: Path) -> None:
    (data / "visible" / "quantity" / "gold.jsonl").write_text("{")
    kept = data / "figures.json"
    assert command.main(["--data", str(data), "--tasks", "quantity", "--json", str(kept)]) == 1
    assert read_run(kept).rows["quantity"].problem == (
        "gold.jsonl line 1: not JSON (Expecting property name enclosed in double quotes)"
    )


@pytest.mark.parametrize(
    "given", [["--tasks", "weather"], ["--tasks", "geo"]], ids=["no such task", "no such data"]
)
def test_nothing_to_measure_is_status_2(
    data: Path, capsys: pytest.CaptureFixture[str], given: list[str]
) -> None:
    assert command.main(["--data", str(data), *given]) == 2
    assert "cannot measure: " in capsys.readouterr().err


@pytest.mark.parametrize("given", [[], ["--json", "a"], ["--data", "a", "--text", "b"]])
def test_options_that_do_not_go_together_are_refused(given: list[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(given)


def test_speed_is_taken_on_reports_of_the_sample() -> None:
    reports = sample_reports(_ROOT / "examples")
    assert len(reports) >= 3
    assert all(600 <= len(one.decode().split()) < 800 for one in reports)
