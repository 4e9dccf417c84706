"""`onrecord review`: what is worth a look, decisions by people, and taking them back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.end_to_end.conftest import Onrecord, Ran, Row

SIGNED = ("--by", "I. Ferrand", "--why", "read both pages")
Review = Callable[..., Ran]


@pytest.fixture
def review(onrecord: Onrecord, store: Path, tmp_path: Path) -> Review:
    """The command on a copy of the sample crisis, so that decisions stay in the test."""
    copy = tmp_path / "record"
    shutil.copytree(store, copy)

    def command(*arguments: object) -> Ran:
        first = [arguments[0]] if arguments and not str(arguments[0]).startswith("-") else []
        return onrecord("review", *first, *arguments[len(first) :], "--store", copy)

    return command


def concerns(review: Review) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in review("--json").rows():
        found.setdefault(row["reason"], []).append(row)
    return found


def decided(ran: Ran) -> str:
    assert ran.code == 0, ran.err
    (row,) = ran.rows()
    return str(row["id"])


def test_the_edit_the_gap_between_origins_and_the_undated_report_are_worth_a_look(
    review: Review,
) -> None:
    found = concerns(review)
    assert any("Fire destroyed 11 boats" in row["about"] for row in found["suspended"])
    assert any("38 dead" in row["about"] for row in found["contradiction"])
    assert [row["about"] for row in found["undated"]] == [
        "no date: A fleet with nothing to fish for"
    ]
    ran = review()
    assert ran.code == 0
    assert "words changed" in ran.out
    assert "review show ID" in ran.err


def test_showing_an_id_prints_the_words_and_what_was_decided(review: Review) -> None:
    (row, *_) = concerns(review)["suspended"]
    shown = review("show", row["id"][:10])
    assert shown.code == 0
    assert "The Selden Herald" in shown.out
    assert "Fire destroyed 14 boats" in re.sub(r"[\s│]+", " ", shown.out)
    review("accept", row["id"], *SIGNED)
    rows = review("show", row["record"], "--json").rows()
    schemas = {"onrecord.words/1", "onrecord.correction/1", "onrecord.decision/1"}
    assert {one["schema"] for one in rows} <= schemas
    assert [one["by"] for one in rows if one["schema"] == "onrecord.decision/1"] == ["I. Ferrand"]


def test_what_was_accepted_is_not_asked_again_until_the_decision_is_undone(review: Review) -> None:
    before = concerns(review)
    made = [
        decided(review("accept", row["id"], *SIGNED, "--json"))
        for row in (before["undated"][0], before["contradiction"][0], before["suspended"][0])
    ]
    after = concerns(review)
    assert sum(map(len, after.values())) == sum(map(len, before.values())) - 3
    assert review("undo", *made, *SIGNED).code == 0
    assert concerns(review) == before


def test_deciding_and_undoing_leaves_every_answer_as_it_was(
    review: Review, onrecord: Onrecord, tmp_path: Path
) -> None:
    def answers() -> list[str]:
        asked = ("tallies", "timeline", "statements")
        return [onrecord(one, "--store", tmp_path / "record", "--json").out for one in asked]

    before = answers()
    (row, *_) = concerns(review)["suspended"]
    made = [
        decided(review("dismiss", row["record"], *SIGNED, "--json")),
    ]
    assert answers() != before
    review("undo", *made, *SIGNED)
    assert answers() == before
    assert [one["state"] for one in review("log", "--json").rows()] == ["undone", "in_force"]


def test_a_corrected_day_stands_beside_the_machines(review: Review) -> None:
    (row, *_) = [one for one in concerns(review)["suspended"] if one["record"][:4] == "evt-"]
    ran = review("correct", row["record"], "--field", "day", "--value", "2031-04-11", *SIGNED)
    assert ran.code == 0, ran.err
    (mine,) = [one for one in review("corrections", "--json").rows() if one["by"] == "I. Ferrand"]
    assert (mine["record"], mine["reason"]) == (row["record"], "correction")
    assert mine["old"].startswith("day: ")
    assert mine["new"] == "day: 2031-04-11" != mine["old"]


def test_the_list_of_corrections_holds_edits_and_revised_figures(review: Review) -> None:
    rows = review("corrections", "--json").rows()
    assert ("Fire destroyed 14 boats", "Fire destroyed 11 boats") in [
        (row["old"][:23], row["new"][:23]) for row in rows if row["reason"] == "update"
    ]
    assert [row["new"] for row in rows if row["reason"] == "correction"] == ["33 people"]


def test_a_decision_is_asked_as_of_a_time(review: Review) -> None:
    (row, *_) = concerns(review)["undated"]
    review("accept", row["id"], *SIGNED)
    assert len(review("log", "--json").rows()) == 1
    assert review("log", "--json", "--as-of", "2020-01-01").rows() == []


def test_merging_two_events_and_splitting_one_out_again_is_on_the_log(
    review: Review, onrecord: Onrecord, tmp_path: Path
) -> None:
    rows = onrecord("timeline", "--store", tmp_path / "record", "--json").rows()
    names = [row["statement"]["id"] for row in rows if row["statement"]["kind"] == "occ.event"][:2]
    merged = decided(review("merge", *names, *SIGNED, "--json"))
    (row,) = review("log", "--json").rows()
    assert (row["kind"], row["subjects"], row["state"]) == ("merge", sorted(names), "in_force")
    assert review("undo", merged[:12], *SIGNED).code == 0


def test_the_earlier_of_two_decisions_gives_way_and_is_said_to(
    review: Review, onrecord: Onrecord, tmp_path: Path
) -> None:
    rows = onrecord("statements", "--store", tmp_path / "record", "--json").rows()
    first = decided(review("accept", rows[0]["id"], *SIGNED, "--json"))
    assert "in force already" in review("accept", rows[0]["id"], *SIGNED).err
    ran = review("dismiss", rows[0]["id"], *SIGNED)
    assert f"{first[:12]} (accept by I. Ferrand) gives way" in ran.err
    assert [one["state"] for one in review("log", "--json").rows()] == ["overridden", "in_force"]


#: Calls that cannot be, and what the message must say. The braces stand for ids on record.
WRONG = (
    (("accept", "cnc-00000000", *SIGNED), "nothing on record"),
    (("accept", "stm", *SIGNED), "too short"),
    (("accept", "{undated}", "--why", "x"), "--by"),
    (("accept", "{undated}", "--by", "I. Ferrand", "--why", " "), "--why"),
    (("accept", "{undated}", "--by", "I.\tFerrand", "--why", "x"), "one line"),
    (("dismiss", "{undated}", *SIGNED), "what you only looked at, accept"),
    (("undo", "{undated}", *SIGNED), "only a decision"),
    (("merge", "{event}", *SIGNED), "two or more"),
    (("merge", "{event}", "{undated}", *SIGNED), "only events"),
    (("split", "{event}", "{event}", *SIGNED), "no account"),
    (("split", "{undated}", *SIGNED), "name the event"),
    (("correct", "{event}", "--field", "mood", "--value", "3", *SIGNED), "--field"),
    (("correct", "{event}", "--field", "killed", "--value", "some", *SIGNED), "--value"),
    (("correct", "{event}", "--field", "day", "--value", "Monday", *SIGNED), "--value"),
    (("correct", "{event}", "--field", "status", "--value", "sure", *SIGNED), "one of"),
    (("correct", "{undated}", "--field", "day", "--value", "2031", *SIGNED), "only an event"),
)


def test_a_wrong_call_says_what_to_do_and_writes_nothing(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ONRECORD_REVIEWER", raising=False)
    found = concerns(review)
    named = {
        "{undated}": found["undated"][0]["id"],
        "{event}": next(row["record"] for row in found["suspended"] if row["record"][:4] == "evt-"),
    }
    for arguments, says in WRONG:
        ran = review(*[named.get(one, one) for one in arguments])
        assert (ran.code, says in ran.err) == (2, True), (arguments, ran.err)
    assert review("log", "--json").rows() == []


def test_who_decides_may_be_named_by_the_environment(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    (row, *_) = concerns(review)["undated"]
    monkeypatch.setenv("ONRECORD_REVIEWER", "O. Lindqvist")
    assert review("accept", row["id"], "--why", "nobody dates it").code == 0
    assert [one["by"] for one in review("log", "--json").rows()] == ["O. Lindqvist"]


def test_options_before_a_command_are_refused_and_a_store_must_be_there(
    onrecord: Onrecord, tmp_path: Path
) -> None:
    assert onrecord("review", "--store", tmp_path, "log").code == 2
    ran = onrecord("review", "accept", "cnc-0000", *SIGNED, "--store", tmp_path / "none")
    assert ran.code == 2
    assert not (tmp_path / "none").exists()
