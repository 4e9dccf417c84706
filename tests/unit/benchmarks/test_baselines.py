"""The baselines answer in the format of their tasks, and what they say they do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from benchmarks.accuracy.baselines import BASELINES, root_of
from benchmarks.scoring.score import score
from benchmarks.scoring.tasks import SCORERS

Row = dict[str, Any]

TEXT = (
    "Ana Sarn said that Peru sent 1,200 tents in March 3. “Boats sank,” Ana Sarn said on Monday. "
    "Three died when Velmar attacked in 2029."
)
RECORD: Row = {
    "id": "a",
    "text": TEXT,
    "title": "Boats sink",
    "doc_date": "2031-04-09",
    "events": [{"start": 9, "end": 13}],
    "html": "page.html",
}


def answered(task: str, folder: Path, **changed: Any) -> Row:
    (folder / "page.html").write_text("<div>Menu</div><p>One.</p><p>Two.</p>")
    return next(BASELINES[task]([RECORD | changed], folder))


def words(spans: list[list[int]]) -> list[str]:
    return [TEXT[start:end] for start, end in spans]


def test_every_task_has_a_baseline() -> None:
    assert set(BASELINES) == {*SCORERS, "reconcile"}


def test_speech_is_what_stands_around_said(tmp_path: Path) -> None:
    plain, _, quoted = answered("attribution", tmp_path)["relations"]
    assert words(plain["source"] + plain["cue"]) == ["Ana Sarn", "said"]
    assert words(plain["content"]) == ["Peru sent 1,200 tents in March 3"]
    assert words(quoted["content"]) == ["Boats sank,"]


def test_times_are_days_weekdays_and_years(tmp_path: Path) -> None:
    times = answered("time", tmp_path)["times"]
    found = {TEXT[one["start"] : one["end"]]: one["value"] for one in times}
    assert found == {"March 3": "2031-03-03", "Monday": "2031-04-07", "2029": "2029"}
    assert answered("time", tmp_path, doc_date=None)["times"][0]["value"] == "XXXX-03-03"


def test_numbers_are_exact(tmp_path: Path) -> None:
    first = answered("quantity", tmp_path, text="some 1,200 tents and 3 million")["quantities"]
    assert first[0] == {"value": 1200, "bound": "=", "unit": "tents"}
    assert first[1]["value"] == 3e6


def test_incidents_go_by_keyword_and_country(tmp_path: Path) -> None:
    (incident,) = answered("muc", tmp_path)["incidents"]
    assert incident["type"] == ["ATTACK"]
    assert incident["location"] == [{"country": "PERU", "places": []}]
    assert answered("muc", tmp_path, text="It rained.")["incidents"] == []


def test_reports_of_a_day_are_one_when_titles_agree(tmp_path: Path) -> None:
    later = {"id": "c", "doc_date": "2031-04-10"}
    rows = [RECORD, RECORD | {"id": "b", "title": "Two boats sink"}, RECORD | later]
    clusters = list(BASELINES["reconcile"](rows, tmp_path))
    assert [one["docs"] for one in clusters] == [["a", "b"], ["c"]]


def test_places_come_from_a_list(tmp_path: Path) -> None:
    (place,) = answered("geo", tmp_path)["toponyms"]
    assert TEXT[place["start"] : place["end"]] == "Peru"
    assert (place["lat"], place["lon"]) == (-10, -76)


def test_articles_are_paragraph_elements(tmp_path: Path) -> None:
    assert answered("extract", tmp_path)["text"] == "One.\nTwo."


@pytest.mark.parametrize(
    ("text", "root"),
    [("Velmar bombed the port.", "ASSAULT"), ("They met.", "CONSULT"), ("It rained.", "ACCUSE")],
)
def test_acts_go_by_word(text: str, root: str) -> None:
    assert root_of(text) == root


def test_parties_are_the_first_and_the_last_name(tmp_path: Path) -> None:
    (row,) = answered("events_whole", tmp_path)["events"]
    assert words([row["actor"], row["recipient"]]) == ["Ana Sarn", "Velmar"]
    assert answered("events_whole", tmp_path, text="it rained")["events"] == []


def test_the_usual_label_is_always_given(tmp_path: Path) -> None:
    gold = {"a": {"id": "a", "events": [RECORD["events"][0] | {
        "certainty": "CERTAIN", "polarity": "POS", "time": "NON_FUTURE"
    }]}}  # fmt: skip
    answers = {"a": answered("certainty", tmp_path)}
    assert score("certainty", gold, answers, {"a": RECORD}).figures["macro_f1"] == 1
