"""`onrecord hypotheses`: from a file to the record, and what it prints about the sample crisis."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.end_to_end.conftest import Onrecord, Ran, Row

Hypotheses = Callable[..., Ran]


@pytest.fixture
def hypotheses(onrecord: Onrecord, store: Path, tmp_path: Path) -> Hypotheses:
    """The command on a copy of the sample crisis, so that what is put stays in the test."""
    copy = tmp_path / "record"
    shutil.copytree(store, copy)

    def command(*arguments: object) -> Ran:
        first = [arguments[0]] if arguments and not str(arguments[0]).startswith("-") else []
        return onrecord("hypotheses", *first, *arguments[len(first) :], "--store", copy)

    return command


@pytest.fixture
def cited(onrecord: Onrecord, store: Path) -> Callable[[str], str]:
    rows = onrecord("statements", "--json", "--store", store).rows()

    def named(words: str) -> str:
        return next(str(row["id"]) for row in rows if words in row["text"])

    return named


@pytest.fixture
def dossier(cited: Callable[[str], str], tmp_path: Path) -> Path:
    """Two explanations of the strikes, in words of our own, with evidence from the sample."""
    path = tmp_path / "dossier.md"
    path.write_text(
        f"""\
+++
question = "Why does the navy of Velmara strike boats?"

[[hypothesis]]
name = "weapons"
kind = "explanation"
text = "The aim is to keep weapons from crossing the strait."
assumptions = ["The boats carried weapons."]
would_change = ["Boats are struck that nobody says carried any."]

[[hypothesis]]
name = "pressure"
kind = "explanation"
text = "The aim is to force Ilvane to give in."

[[evidence]]
statement = "{cited("the boat had been carrying weapons")[:12]}"
words = "carrying weapons toward"
ratings = {{ weapons = "CC", pressure = "N" }}

[[evidence]]
statement = "{cited("the four were fishermen")}"
ratings = {{ weapons = "II", pressure = "C" }}
note = "The other side says so."

[[evidence]]
statement = "{cited("Fire destroyed 14 boats")}"
ratings = {{ weapons = "I", pressure = "C" }}

[[indicator]]
name = "threat-repeated"
hypothesis = "pressure"
subject = "word"
observable = "Velmara threatens boats again."
test = "A minister says so, quoted."
quality.observable = {{ holds = true, reason = "Threats are made in public." }}

[[indicator.sighting]]
state = "seen"
statement = "{cited("Any boat that carries weapons across the strait")}"
when = 2031-03-14
+++
Rated in one evening; *read again* before Friday.
""",
        encoding="utf-8",
    )
    return path


def matrix(hypotheses: Hypotheses, *options: str) -> Row:
    (found,) = [
        row for row in hypotheses("--json", *options).rows() if row["schema"] == "onrecord.matrix/1"
    ]
    return found


def test_a_dossier_is_put_on_record_and_shown_with_the_words_it_rests_on(
    hypotheses: Hypotheses, dossier: Path
) -> None:
    ran = hypotheses("put", dossier, "--by", "I. Ferrand")
    assert (ran.code, ran.out.count("by I. Ferrand")) == (0, 3)
    found = matrix(hypotheses)
    assert [(one["name"], one["inconsistency"]) for one in found["columns"]] == [
        ("pressure", 0), ("weapons", 2),
    ]  # fmt: skip
    assert found["least_inconsistent"] == ["pressure"]
    words = [row["words"] for row in found["rows"]]
    assert ["the four were fishermen"] in words
    assert ["carrying weapons toward"] in words
    told = {row["words"][0]: row for row in found["rows"]}["the four were fishermen"]
    assert told["ratings"] == {"pressure": "C", "weapons": "II"}
    assert (told["speaker"], told["diagnostic"], told["notes"]) == (
        "Ilvane", True, ["The other side says so."],
    )  # fmt: skip


def test_words_that_an_edit_took_away_count_for_nothing(
    hypotheses: Hypotheses, dossier: Path
) -> None:
    ran = hypotheses("put", dossier, "--by", "I. Ferrand")
    assert "edited away" in ran.err
    assert "counts for nothing" in ran.err
    found = matrix(hypotheses)
    aside = {one["name"]: one["set_aside"] for one in found["columns"]}
    assert aside == {"pressure": 0, "weapons": 1}
    gone = next(row for row in found["rows"] if not row["counts"])
    assert (gone["standing"], gone["words"]) == (
        "superseded",
        ["Fire destroyed 14 boats and the roof of the auction hall"],
    )
    assert "11 boats" in gone["because"]


def test_words_count_again_once_a_person_has_looked(
    hypotheses: Hypotheses, dossier: Path, onrecord: Onrecord, tmp_path: Path
) -> None:
    hypotheses("put", dossier, "--by", "I. Ferrand")
    gone = next(row for row in matrix(hypotheses)["rows"] if not row["counts"])
    ran = onrecord(
        "review", "accept", gone["statement"], "--by", "I. Ferrand", "--why", "the first count",
        "--store", tmp_path / "record",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    found = matrix(hypotheses)
    assert {one["name"]: one["inconsistency"] for one in found["columns"]} == {
        "pressure": 0, "weapons": 3,
    }  # fmt: skip
    assert {row["standing"] for row in found["rows"]} == {"stands", "accepted"}


def test_people_and_markdown_see_the_same(hypotheses: Hypotheses, dossier: Path) -> None:
    hypotheses("put", dossier, "--by", "I. Ferrand")
    page = hypotheses("--md")
    for ran in (hypotheses(), page):
        assert ran.code == 0
        for words in (
            "Why does the navy of Velmara strike boats?",
            "pressure has the least against it",
            "The boats carried weapons.",
            "1 of 3 rows are to be looked at again and do not count",
        ):
            assert words in " ".join(ran.out.split())
    assert "> Rated in one evening; \\*read again\\* before Friday." in page.out
    assert "say of none that it is true" in " ".join(page.out.split())


def test_nothing_is_on_record_before_it_was_put(hypotheses: Hypotheses, dossier: Path) -> None:
    ran = hypotheses()
    assert (ran.code, ran.out) == (0, "")
    assert "onrecord hypotheses new" in ran.err
    hypotheses("put", dossier, "--by", "I. Ferrand")
    assert hypotheses("--json", "--as-of", "2020-01-01").rows() == []


def test_faults_are_data_and_leave_with_one(
    hypotheses: Hypotheses, dossier: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(dossier.read_text("utf-8").replace('"II"', '"IV"').replace("CC", "D"))
    for command in (("check", broken), ("put", broken, "--by", "I. Ferrand")):
        ran = hypotheses(*command)
        assert ran.code == 1
        assert ran.out.count("write one of CC, C, N, I, II, NA") == 2
    assert hypotheses("log", "--json").rows() == []


def test_a_sighting_of_what_did_not_happen_is_refused(
    hypotheses: Hypotheses, dossier: Path, cited: Callable[[str], str]
) -> None:
    text = dossier.read_text("utf-8").replace('subject = "word"\n', "")
    dossier.write_text(text, encoding="utf-8")
    ran = hypotheses("check", dossier)
    assert ran.code == 1
    assert "is no ground for seen" in ran.out
    supposed = cited("If the navy were to strike the port of Selden")
    threat = cited("Any boat that carries weapons across the strait")
    dossier.write_text(text.replace(threat, supposed), encoding="utf-8")
    assert "is no ground for seen" in hypotheses("check", dossier).out


def test_versions_are_listed_and_dropping_is_one(hypotheses: Hypotheses, dossier: Path) -> None:
    hypotheses("put", dossier, "--by", "I. Ferrand")
    ran = hypotheses("drop", "weapons", "--by", "O. Lindqvist", "--why", "nothing was found")
    assert ran.code == 0
    assert [one["name"] for one in matrix(hypotheses)["columns"]] == ["pressure"]
    rows = hypotheses("log", "weapons", "--json").rows()
    assert [(row["by"], row["dropped"]) for row in rows] == [
        ("I. Ferrand", None), ("O. Lindqvist", "nothing was found"),
    ]  # fmt: skip
    assert rows[1]["after"] == rows[0]["id"]
    assert "dropped" in hypotheses("log").out
    page = hypotheses("log", "--md").out
    assert page.startswith("# Versions of hypotheses and indicators")
    assert "| at | by | name | what | says | id |" in page
    assert "dropped" in page


def test_the_template_has_no_fault_with_or_without_its_examples(
    hypotheses: Hypotheses, onrecord: Onrecord, tmp_path: Path
) -> None:
    ran = onrecord("hypotheses", "new")
    assert ran.code == 0
    path = tmp_path / "new.toml"
    path.write_text(ran.out, encoding="utf-8")
    assert hypotheses("check", path).code == 0
    example = re.compile(r"^# (?=\[\[|[a-z.]+ = )", re.MULTILINE)
    path.write_text(example.sub("", ran.out), encoding="utf-8")
    found = hypotheses("check", path).out.splitlines()
    assert len(found) == 3
    assert all("is not on record" in one for one in found)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "nowhere.toml"), "cannot be read"),
        (("put", "nowhere.toml"), "say who puts it on record"),
        (("put", "nowhere.toml", "--by", " "), "say who puts it on record"),
        (("put", "nowhere.toml", "--by", "a\nb"), "one line each"),
        (("drop", "nobody", "--by", "I. Ferrand", "--why", "x"), "no such hypothesis"),
        (("drop", "nobody", "--by", "I. Ferrand", "--why", ""), "--why is empty"),
        (("log", "nobody"), "has this name"),
        (("log", "--json", "--md"), "not both"),
        (("--json", "--md"), "not both"),
        (("--as-of", "tomorrow"), "is no time"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(
    hypotheses: Hypotheses, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.delenv("ONRECORD_REVIEWER", raising=False)
    ran = hypotheses(*arguments)
    assert ran.code == 2
    assert said in ran.err


def test_what_is_no_text_is_refused(hypotheses: Hypotheses, tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(b"\x89PNG\xff\x00")
    ran = hypotheses("check", path)
    assert ran.code == 2
    assert "not UTF-8" in ran.err
