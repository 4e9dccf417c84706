"""`onrecord scorecard`: a public page out of the ledger, which verifies from its file alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.end_to_end.conftest import Onrecord


@pytest.fixture
def record(store: Path, tmp_path: Path) -> Path:
    """A copy of the sample crisis, so that what is asked stays in the test."""
    return Path(shutil.copytree(store, tmp_path / "record"))


@pytest.fixture
def asked(onrecord: Onrecord, record: Path) -> str:
    """The key of a question that two people forecast and a statement resolves."""
    at = ("--store", record)
    ran = onrecord(
        "questions", "ask", "--text", "Will the ferry sail before 2090?", "--criteria", "a report says so",
        "--resolver", "The Gazette", "--opens", "2001-01-01", "--closes", "2090-01-01",
        "--resolves", "2090-01-02", "--by", "Ines Okuda", *at,
    )  # fmt: skip
    key = ran.out.split()[0]
    for by, probability in (("Ana Brandt", "0.8"), ("Teo Marsh", "0.35")):
        onrecord("questions", "forecast", key, "--by", by, "--probability", probability, *at)
    statement = onrecord("statements", "--json", *at).rows()[0]["id"]
    onrecord("questions", "resolve", key, "--outcome", "yes", "--statement", statement,
             "--why", "the words are plain", "--by", "Ines Okuda", *at)  # fmt: skip
    return key


def test_the_page_holds_scores_beside_the_base_rate_and_verifies(
    onrecord: Onrecord, record: Path, asked: str, tmp_path: Path
) -> None:
    page = tmp_path / "scorecard.html"
    ran = onrecord("scorecard", "--out", page, "--store", record)
    assert ran.code == 0
    assert asked
    assert ran.out.strip() == str(page.resolve())
    told = onrecord("scorecard", "--md", "--store", record).out
    assert "| Ana Brandt | Brier | 1 | 0.040 | base rate | 0.250 | 0.840 |" in told
    assert "| Teo Marsh | Brier | 1 | 0.423 | base rate | 0.250 | -0.690 |" in told
    assert onrecord("verify", page).code == 0


def test_a_probability_altered_in_the_page_does_not_verify(
    onrecord: Onrecord, record: Path, asked: str, tmp_path: Path
) -> None:
    page = tmp_path / "scorecard.html"
    onrecord("scorecard", "--out", page, "--store", record)
    content = page.read_text(encoding="utf-8")
    assert asked in content
    page.write_text(content.replace("0.35", "0.55"), encoding="utf-8")
    assert onrecord("verify", page).code == 1


def test_a_resolution_taken_back_takes_its_scores_with_it(
    onrecord: Onrecord, record: Path, asked: str
) -> None:
    onrecord(
        "questions", "unresolve", asked, "--why", "misread", "--by", "Ines Okuda", "--store", record
    )
    told = onrecord("scorecard", "--md", "--store", record).out
    assert "1 not resolved, 0 resolved" in told
    assert "Resolution taken back" in told
    assert "| Brier |" not in told


def test_what_was_not_yet_on_record_is_not_on_the_page(
    onrecord: Onrecord, record: Path, asked: str
) -> None:
    early = onrecord("scorecard", "--md", "--as-of", "2001-01-01", "--store", record)
    assert asked not in early.out
    assert "no question is on record yet" in early.err


def test_without_questions_there_is_still_a_page_that_verifies(
    onrecord: Onrecord, store: Path, tmp_path: Path
) -> None:
    page = tmp_path / "scorecard.html"
    ran = onrecord("scorecard", "--out", page, "--store", store)
    assert ran.code == 0
    assert "no question is on record yet" in ran.err
    assert onrecord("verify", page).code == 0


@pytest.mark.parametrize(
    ("arguments", "why"),
    [(("--md", "--json"), "choose one"), (("--out", "/nowhere/at/all.html"), "cannot be written")],
)
def test_a_wrong_call_says_what_is_wrong(
    onrecord: Onrecord, store: Path, arguments: tuple[str, ...], why: str
) -> None:
    ran = onrecord("scorecard", *arguments, "--store", store)
    assert ran.code == 2
    assert why in ran.err
