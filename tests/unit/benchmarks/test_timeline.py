"""The timeline task: what counts as found, and what is written from a folder of reports."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from benchmarks import timeline as command
from benchmarks.predict import timeline as task
from benchmarks.scoring.timeline import (
    Row,
    incident_figures,
    match_rows,
    missing_figures,
    tally_figures,
    unmatched,
)

REPORT = """url: https://herald.example/{name}
date: {date}
outlet: Herald
title: Ferry sinks
---
Ferry sinks off Selden

A ferry sank off Selden on Monday, killing 12 people, the harbour office said.

Police arrested the captain on Tuesday.
"""


def event(name: str, first: str, last: str, words: str, **more: str) -> Row:
    cells = {"id": name, "date_from": first, "date_to": last, "words": words}
    return {"kind": "", "act": "", "place": "", "background": "", "rank": "1"} | cells | more


def incident(name: str, date: str, what: str, place: str = "") -> Row:
    return {"incident_id": name, "date": date, "what": what, "place": place}


SANK = event("e1", "2031-04-07", "2031-04-07", "A ferry sank off Selden", place="Selden")


def test_an_incident_is_found_by_day_and_words_and_exactly_by_the_same_day() -> None:
    gold = [
        incident("A", "2031-04-07 about noon", "ferry sank", "Selden"),
        incident("B", "2031-04-08", "ferry sank", "Selden"),
        incident("C", "2031-04-10", "ferry sank", "Selden"),
        incident("D", "2031-04-07", "bank robbed", "Selden"),
    ]
    matches = match_rows(gold, [SANK])
    assert [bool(one.event) for one in matches] == [True, True, False, False]
    assert [one.exact for one in matches] == [True, False, False, False]
    assert incident_figures(matches)["recall"] == 0.5
    assert incident_figures(matches)["exact_day"] == 0.25


def test_rows_of_one_incident_are_alternatives() -> None:
    gold = [
        incident("A", "2031-04-01", "ferry sank", "Selden"),
        incident("A", "2031-04-07", "ferry sank", "Selden"),
    ]
    assert incident_figures(match_rows(gold, [SANK]))["recall"] == 1.0


def test_an_event_without_a_first_day_is_near_but_never_exact() -> None:
    late = event("e2", "", "2031-04-08", "A ferry sank off Selden", place="Selden")
    (match,) = match_rows([incident("A", "2031-04-08", "ferry sank", "Selden")], [late])
    assert match.event is not None
    assert not match.exact


def test_events_that_meet_nothing_are_listed_background_left_out() -> None:
    other = event("e2", "2031-04-07", "2031-04-07", "A bank was robbed")
    old = event("e3", "2029-04-07", "2029-04-07", "A mine fell in", background="long before")
    matches = match_rows([incident("A", "2031-04-07", "ferry sank", "Selden")], [SANK, other, old])
    assert [row["id"] for row in unmatched([SANK, other, old], matches)] == ["e2"]


def figure(as_of: str, low: str, high: str, unit: str = "people_killed") -> Row:
    return {"tally": "t", "unit": unit, "as_of": as_of, "low": low, "high": high}


def asked(as_of: str, low: str, high: str = "", scope: str = "killed") -> Row:
    return {"as_of_date": as_of, "scope": scope, "low": low, "high": high, "wording": low}


def test_a_published_figure_is_found_and_lies_in_the_interval() -> None:
    tallies = [figure("2031-04-07", "12", "12"), figure("2031-04-09", "20", "20")]
    gold = [
        asked("2031-04-07", "12"),
        asked("2031-04-09", "15"),
        asked("2031-04-09", "50"),
        asked("2031-04-09", "12", scope="dogs lost"),
    ]
    figures = tally_figures(gold, tallies)
    assert figures["figures"] == 3
    assert figures["figure_found"] == pytest.approx(1 / 3, abs=0.001)
    assert figures["interval_contains"] == pytest.approx(2 / 3, abs=0.001)
    assert missing_figures(gold, tallies) == gold[1:3]


def test_more_than_a_figure_states_that_figure() -> None:
    assert tally_figures([asked("2031-04-07", "100")], [figure("2031-04-07", "101", "")]) == {
        "figures": 1, "figure_found": 1.0, "interval_contains": 0.0,
    }  # fmt: skip


def reports(folder: Path) -> Path:
    folder.mkdir()
    for name, date in (("one", "2031-04-09"), ("two", "2031-04-10")):
        (folder / f"{name}.txt").write_text(REPORT.format(name=name, date=date), encoding="utf-8")
    return folder


def test_a_folder_of_reports_becomes_two_tables(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert task.main(["--reports", str(reports(tmp_path / "in")), "--out", str(out)]) == 0
    assert "2 new" in capsys.readouterr().out
    with (out / "events.csv").open(encoding="utf-8", newline="") as lines:
        kinds = {row["kind"]: row for row in csv.DictReader(lines)}
    assert kinds["sinking"]["date_from"] == "2031-04-07"
    assert kinds["arrest"]["date_from"] == "2031-04-08"
    assert (out / "tallies.csv").read_text("utf-8").startswith("tally,unit")
    assert not (out / "store").exists()


def test_an_empty_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert task.main(["--reports", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "nothing to read" in capsys.readouterr().err


def test_scoring_prints_figures_and_what_met_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.csv"
    gold.write_text(
        "incident_id,date,place,what\nA,2031-04-07,Selden,ferry sank\nB,2031-05-01,Selden,fire\n",
        encoding="utf-8",
    )
    arguments = ["--reports", str(reports(tmp_path / "in")), "--gold-incidents", str(gold)]
    assert command.main(arguments) == 0
    printed = capsys.readouterr().out
    figures, end = json.JSONDecoder().raw_decode(printed)
    assert figures["incidents"]["recall"] == 0.5
    assert "- 2031-05-01 fire" in printed[end:]
    assert "[arrest]" in printed[end:]
