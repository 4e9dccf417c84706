"""`onrecord diff` on the sample crisis: what changed, with its words, and a page that verifies."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.end_to_end.conftest import Onrecord


def between(onrecord: Onrecord, store: Path, *arguments: object) -> str:
    ran = onrecord("diff", "--store", store, *arguments)
    assert ran.code == 0, ran.err
    return ran.out


def test_what_the_reports_after_a_day_changed(onrecord: Onrecord, store: Path) -> None:
    found = between(onrecord, store, "--from", "2031-04-20", "--reported")
    assert "What changed in the reports since 20 April 2031" in found
    fall = next(line for line in found.splitlines() if "33 as of 24 April 2031" in line)
    assert fall.startswith("- People killed, Port Orlan: at least 40 as of ")
    assert ": at least 7 fewer, a revision by the same source: “" in fall
    assert "    “33 people” [Ministry of Health of Ilvane, 24 April 2031]" in found
    assert "- Quoted in different words: " in found
    assert "bears no date that can be told" in found
    assert "- As before: " in found


def test_an_edit_between_two_days_is_told(onrecord: Onrecord, store: Path) -> None:
    found = between(onrecord, store, "--from", "2031-04-13", "--to", "2031-04-17", "--reported")
    assert "What changed in the reports from 13 April 2031 to 17 April 2031" in found
    assert "- Edited after publication (The Selden Herald, 14 April 2031): " in found
    assert "4 May 2031" not in found


def test_every_sentence_is_followed_by_the_words_it_rests_on(
    onrecord: Onrecord, store: Path
) -> None:
    lines = between(onrecord, store, "--from", "2031-04-13", "--reported").splitlines()
    told = [at for at, line in enumerate(lines) if line.startswith("- New: ")]
    assert told
    assert all(
        lines[at + 1].startswith("    “") or lines[at + 1].startswith('    "') for at in told
    )


@pytest.mark.parametrize("kind", ["--html", "--md", "--json"])
def test_what_changed_can_be_verified_anywhere(
    onrecord: Onrecord, store: Path, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "changes"
    between(onrecord, store, "--from", "2031-04-20", "--reported", kind, "--out", path)
    assert onrecord("verify", path).code == 0
    altered = path.read_text("utf-8").replace("at least 7 fewer", "at least 9 fewer")
    path.write_text(altered, "utf-8")
    assert onrecord("verify", path).code == 1


def test_the_record_before_anything_came_has_everything_to_gain(
    onrecord: Onrecord, store: Path
) -> None:
    found = between(onrecord, store, "--from", "2000-01-01")
    assert "came on record." in found.splitlines()[0]


def test_nothing_came_after_the_last_report(onrecord: Onrecord, store: Path) -> None:
    found = between(onrecord, store, "--from", "2999-01-01")
    assert found.splitlines()[0] == "No report came on record."


@pytest.mark.parametrize(
    "arguments",
    [
        ("--from", "yesterday"),
        ("--from", "2031-04-24", "--to", "2031-04-13"),
        ("--from", "2031-04-13T10:00:00Z", "--reported"),
        ("--from", "2031-04-13", "--html", "--json"),
    ],
)
def test_a_question_that_cannot_be_asked_is_one_line(
    onrecord: Onrecord, store: Path, arguments: tuple[str, ...]
) -> None:
    ran = onrecord("diff", "--store", store, *arguments)
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1
