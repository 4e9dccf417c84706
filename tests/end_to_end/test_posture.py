"""`posture` as a user runs it: a table that greys, rows for programs, Markdown, and wrong calls."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.end_to_end.conftest import Onrecord

BUILD_UP = (
    "Eight Velmaran warships are operating in the Red Sea, the defence ministry said on Wednesday.\n\n"
    "The carrier USS Valiant is anchored in the Red Sea.\n\n"
    "Velmaran and Ilvanian forces now operate in close proximity.\n"
)
LATER = "At least eleven Velmaran warships are operating in the Red Sea.\n"


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("quay")


@pytest.fixture
def built(onrecord: Onrecord, quay: Path) -> Path:
    store = quay / "store"
    if not store.exists():
        for name, text, day in (("a", BUILD_UP, "2031-04-09"), ("b", LATER, "2031-05-20")):
            page = quay / f"{name}.txt"
            page.write_text(text, encoding="utf-8")
            assert onrecord("add", page, "--date", day, "--store", store).code == 0
    return store


def test_rows_hold_the_words_and_what_to_check_them_against(
    onrecord: Onrecord, built: Path
) -> None:
    rows = onrecord("posture", "--store", built, "--json").rows()
    named = {row["name"]: row for row in rows}
    assert set(named) == {"warships", "USS Valiant"}
    assert [one["count"]["low"] for one in named["warships"]["sightings"]] == [8, 11]
    assert named["USS Valiant"]["staleness"] == "stale"
    assert named["USS Valiant"]["area"] == "the Red Sea"
    statements = {row["id"] for row in onrecord("statements", "--store", built, "--json").rows()}
    assert {one["statement"]["id"] for row in rows for one in row["sightings"]} <= statements


def test_a_table_says_in_words_what_it_greys(onrecord: Onrecord, built: Path) -> None:
    ran = onrecord("posture", "--store", built)
    assert ran.code == 0
    assert "2 elements of forces" in ran.out
    assert "stale (41 days)" in ran.out
    assert "fade 7-30-90" in ran.out
    assert "--left-out" in ran.err


def test_what_makes_no_row_is_shown_with_the_reason(onrecord: Onrecord, built: Path) -> None:
    ran = onrecord("posture", "--store", built, "--left-out", "--json")
    (row,) = [one for one in ran.rows() if one["schema"] == "onrecord.posture-left-out/1"]
    assert "does not say what it is" in row["why"]
    assert "Words that make no row" in onrecord("posture", "--store", built, "--left-out").out


def test_since_a_day_shows_what_newer_reports_changed(onrecord: Onrecord, built: Path) -> None:
    rows = onrecord("posture", "--store", built, "--since", "2031-04-30", "--json").rows()
    changes = [row for row in rows if row["schema"] == "onrecord.posture-change/1"]
    assert {(row["kind"], row["name"]) for row in changes} == {
        ("count", "warships"), ("gone_stale", "USS Valiant"),
    }  # fmt: skip
    moved = next(row for row in changes if row["kind"] == "count")
    assert moved["difference"] == {"low": 3, "high": None}
    assert "at least 3 more" in onrecord("posture", "--store", built, "--since", "2031-04-30").out


def test_markdown_is_a_table(onrecord: Onrecord, built: Path) -> None:
    text = onrecord("posture", "--store", built, "--md").out
    assert text.startswith("# Forces as reported")
    assert "| Velmaran | ships | warships | at least 11 |" in text


def test_an_empty_store_and_undated_reports_are_no_failure(
    onrecord: Onrecord, built: Path, tmp_path: Path
) -> None:
    page = tmp_path / "undated.txt"
    page.write_text(LATER, encoding="utf-8")
    store = tmp_path / "store"
    assert onrecord("add", page, "--store", store).code == 0
    ran = onrecord("posture", "--store", store)
    assert ran.code == 0
    assert "undated" in ran.out
    before = onrecord("posture", "--store", built, "--as-of", "2001-01-01")
    assert before.code == 0
    assert "0 elements" in before.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--since", "last week"), "is no day"),
        (("--as-of", "soon"), "is no time"),
        (("--json", "--md"), "exclude one another"),
    ],
)
def test_a_wrong_call_says_what_to_do(
    onrecord: Onrecord, built: Path, arguments: tuple[str, ...], words: str
) -> None:
    ran = onrecord("posture", "--store", built, *arguments)
    assert ran.code == 2
    assert words in ran.err


def test_no_store_is_a_wrong_call(onrecord: Onrecord, tmp_path: Path) -> None:
    assert onrecord("posture", "--store", tmp_path / "none").code != 0
