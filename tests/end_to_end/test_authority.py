"""`authority`, `authority gap` and `authority clocks` as a user runs them, and wrong calls."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.end_to_end.conftest import Onrecord

SAID = "Experts said on Monday that there was no legal basis for strikes on land.\n"
STRUCK = (
    "The U.K. Parliament approved strikes at sea on Monday, 7 April 2031.\n\n"
    "British jets struck a militant camp on Velmaran soil on Tuesday.\n\n"
    "The U.S. military struck a warehouse on Velmaran soil on Wednesday.\n"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk")


@pytest.fixture
def store(onrecord: Onrecord, desk: Path) -> Path:
    found = desk / "store"
    if not found.exists():
        for name, text, day in (("a", SAID, "2031-04-01"), ("b", STRUCK, "2031-04-10")):
            page = desk / f"{name}.txt"
            page.write_text(text, encoding="utf-8")
            assert onrecord("add", page, "--date", day, "--store", found).code == 0
    return found


def test_the_gap_cites_words_that_are_on_record(onrecord: Onrecord, store: Path) -> None:
    rows = onrecord("authority", "gap", "--store", store, "--json").rows()
    assert {row["act"]["system"]: row["verdict"] for row in rows} == {
        "GB": "explicitly_not_covered",
        "US": "explicitly_not_covered",
    }
    known = {row["id"] for row in onrecord("statements", "--store", store, "--json").rows()}
    cited = {
        one["id"]
        for row in rows
        for bearing in row["bearings"]
        for one in bearing["coverage"]["statements"]
    }
    assert cited
    assert cited <= known


def test_what_was_not_on_record_then_is_not_shown(onrecord: Onrecord, store: Path) -> None:
    ran = onrecord("authority", "gap", "--store", store, "--json", "--as-of", "2020-01-01")
    assert (ran.code, ran.rows()) == (0, [])


def test_people_get_blocks_tables_and_markdown(onrecord: Onrecord, store: Path) -> None:
    assert "SAID NOT TO BE COVERED" in onrecord("authority", "gap", "--store", store).out
    assert "mandate of a legislature" in onrecord("authority", "--store", store).out
    page = onrecord("authority", "gap", "--store", store, "--md").out
    assert page.startswith("# What is said to cover each act")


def test_clocks_count_from_cited_days_and_write_a_calendar(
    onrecord: Onrecord, store: Path, tmp_path: Path
) -> None:
    calendar = tmp_path / "deadlines.ics"
    ran = onrecord("authority", "clocks", "--store", store, "--json", "--ics", calendar)
    deadlines = {row["name"]: row["deadline"] for row in ran.rows()}
    assert deadlines["us-war-powers-report"] == "2031-04-11"
    assert calendar.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_wrong_calls_say_what_to_write(onrecord: Onrecord, store: Path, tmp_path: Path) -> None:
    broken = tmp_path / "rules.toml"
    broken.write_text("[[clock]]\nname = 3\n", encoding="utf-8")
    for arguments, said in (
        (("gap", "--store", store, "--json", "--md"), "exclude one another"),
        (("clocks", "--store", store, "--rules", tmp_path / "none.toml"), "cannot be read"),
        (("clocks", "--store", store, "--rules", broken), "rules.toml"),
        (("clocks", "--store", store, "--ics", tmp_path / "no" / "x.ics"), "cannot be written"),
        (("gap", "--store", tmp_path / "none"), "there is no store"),
        (("--store", store, "gap"), "write options behind gap"),
    ):
        ran = onrecord("authority", *arguments)
        assert ran.code == 2
        assert said in ran.err
