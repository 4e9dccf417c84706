"""`events` and `export` on the sample crisis: what a person and a spreadsheet get."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from tests.end_to_end.conftest import Onrecord


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_events_come_in_order_of_day_with_their_sources(onrecord: Onrecord, store: Path) -> None:
    rows = onrecord("events", "--store", store, "--json").rows()
    assert rows
    assert {row["schema"] for row in rows} == {"onrecord.event/1"}
    assert sorted(row["rank"] for row in rows) == list(range(1, len(rows) + 1))
    for row in rows:
        assert (
            row["independent_sources"]
            <= row["reports"]
            == len({account["document"] for account in row["accounts"]})
        )
        assert row["words"]["text"] in {
            said["text"] for account in row["accounts"] for said in account["statements"]
        }


def test_people_see_the_same_events(onrecord: Onrecord, store: Path) -> None:
    count = len(onrecord("events", "--store", store, "--json").rows())
    ran = onrecord("events", "--store", store)
    assert f"{count} events" in ran.out


def test_one_event_is_shown_in_full(onrecord: Onrecord, store: Path) -> None:
    row = onrecord("events", "--store", store, "--json").rows()[0]
    sheet = onrecord("events", row["id"], "--store", store).out
    assert row["id"] in sheet
    assert "independent sources: " in sheet
    for account in row["accounts"]:
        for said in account["statements"]:
            assert f"“{said['text']}”" in sheet
    alone = onrecord("events", row["id"][:12], "--store", store, "--json").document()
    assert alone["accounts"] == row["accounts"]


def test_an_event_that_is_not_there_is_a_wrong_call(onrecord: Onrecord, store: Path) -> None:
    ran = onrecord("events", "evt-none", "--store", store)
    assert ran.code == 2
    assert "no event on record" in ran.err


def test_days_choose_events(onrecord: Onrecord, store: Path) -> None:
    rows = onrecord("events", "--store", store, "--json", "--from", "2031-04-01").rows()
    everything = onrecord("events", "--store", store, "--json").rows()
    assert 0 < len(rows) < len(everything)
    assert onrecord("events", "--store", store, "--from", "April").code == 2


def test_events_are_exported_as_a_table(onrecord: Onrecord, store: Path, tmp_path: Path) -> None:
    printed = onrecord("export", "events", "--csv", "--store", store).out
    out = tmp_path / "events.csv"
    assert onrecord("export", "events", "--store", store, "--out", out).code == 0
    assert out.read_bytes().decode() == printed
    assert printed.splitlines()[0].startswith(
        "rank,id,date_from,date_to,date_basis,days_stated,place"
    )
    rows = table(printed)
    ids = {row["id"] for row in onrecord("events", "--store", store, "--json").rows()}
    assert {row["id"] for row in rows} == ids
    assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d)?", row["date_from"]) for row in rows)


def test_every_figure_of_every_tally_is_exported(onrecord: Onrecord, store: Path) -> None:
    rows = table(onrecord("export", "tallies", "--csv", "--store", store).out)
    tallies = onrecord("tallies", "--store", store, "--json").rows()
    assert len(rows) == sum(len(tally["observations"]) for tally in tallies)
    assert {row["standing"] for row in rows} == {"in force", "superseded"}


def test_json_is_one_object_a_line(onrecord: Onrecord, store: Path) -> None:
    events = onrecord("export", "events", "--json", "--store", store)
    assert events.rows() == onrecord("events", "--store", store, "--json").rows()
    tallies = onrecord("export", "tallies", "--json", "--store", store).out
    assert all(json.loads(line)["schema"] == "onrecord.tally/1" for line in tallies.splitlines())


def test_an_export_is_csv_or_json_and_goes_where_it_can(
    onrecord: Onrecord, store: Path, tmp_path: Path
) -> None:
    assert onrecord("export", "events", "--csv", "--json", "--store", store).code == 2
    missing = tmp_path / "no" / "folder.csv"
    ran = onrecord("export", "tallies", "--store", store, "--out", missing)
    assert ran.code == 2
    assert "cannot be written" in ran.err


def test_an_export_shows_what_was_on_record_then(onrecord: Onrecord, store: Path) -> None:
    assert table(onrecord("export", "events", "--store", store, "--as-of", "2020-01-01").out) == []
