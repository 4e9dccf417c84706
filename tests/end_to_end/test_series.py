"""`onrecord series` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.end_to_end.conftest import Onrecord


def test_the_sample_crisis_is_counted_and_forecast_by_week(onrecord: Onrecord, store: Path) -> None:
    rows = onrecord("series", "--store", store, "--step", 7, "--json").rows()
    whole = rows[0]
    assert (whole["schema"], whole["name"]) == ("onrecord.series/1", "all events")
    assert sum(whole["counts"]) == len(whole["events"]) >= 4
    assert whole["forecast"]["model"] == "gamma-poisson"
    assert any(row["schema"] == "onrecord.pace/1" and row["unit"] == "strikes" for row in rows)
    assert rows == onrecord("series", "--store", store, "--step", 7, "--json").rows()


def test_a_month_is_too_long_for_it_and_that_is_said(onrecord: Onrecord, store: Path) -> None:
    ran = onrecord("series", "--store", store, "--md")
    assert ran.code == 0
    assert "the history is too short" in ran.out
    assert "## Running counts" in ran.out


def test_a_text_read_by_the_reader_is_counted_on_its_day(
    onrecord: Onrecord, tmp_path: Path
) -> None:
    for day in (2, 5, 9):
        file = tmp_path / f"{day}.txt"
        file.write_text(
            f"A Velmaran patrol boat shelled the harbour of Port Orlan on {day} June 2031.\n",
            "utf-8",
        )
        onrecord("add", file, "--date", f"2031-06-{day + 1:02}", "--store", tmp_path / "store")
    (whole, *_) = onrecord("series", "--store", tmp_path / "store", "--step", 3, "--json").rows()
    assert (whole["start"], whole["end"], whole["counts"]) == (
        "2031-06-02",
        "2031-06-10",
        [1, 1, 1],
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--step", 0), "takes 1 to 366 days"),
        (("--step", 100000), "takes 1 to 366 days"),
        (("--by", "mood"), "happened, reported"),
        (("--json", "--md"), "choose one"),
        (("--as-of", "yesterday"), "yesterday"),
    ],
)
def test_a_wrong_call_says_what_is_right(
    onrecord: Onrecord, store: Path, arguments: tuple[object, ...], says: str
) -> None:
    ran = onrecord("series", "--store", store, *arguments)
    assert ran.code == 2
    assert says in ran.err
    assert ran.out == ""


def test_no_store_and_no_day_are_said(onrecord: Onrecord, tmp_path: Path) -> None:
    assert onrecord("series", "--store", tmp_path / "none").code == 2
    file = tmp_path / "undated.txt"
    file.write_text("The navy shelled the harbour.\n", "utf-8")
    onrecord("add", file, "--store", tmp_path / "store")
    ran = onrecord("series", "--store", tmp_path / "store", "--md")
    assert ran.code == 0
    assert "bears a day" in ran.err
