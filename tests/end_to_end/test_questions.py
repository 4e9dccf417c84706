"""`onrecord questions`: drafts, asking, forecasting, resolving, scores; and calls that cannot be right."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.end_to_end.conftest import Onrecord, Ran

from onrecord.cli.main import run

REPORT = """\
Port Orlan waits

An attack on the strait is unlikely, General Tavo Merin said. What if, three months from now, the harbour
is still closed?

"We will reopen the harbour by Friday," he said.
"""
ANSWER = "The harbour of Port Orlan reopened on Thursday, the harbour office said.\n"
SIGNED = ("--by", "I. Ferrand")
DAYS = ("--closes", "2098-03-29", "--resolves", "2098-03-30")
COUNTS = ("--criteria", "The harbour office says so.", "--resolver", "the harbour office")
Questions = Callable[..., Ran]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two reports: one that asks, and one of 2098 that answers."""
    folder = tmp_path_factory.mktemp("reports")
    for name, text, day in (("asks", REPORT, "2031-11-24"), ("answers", ANSWER, "2098-01-02")):
        file = folder / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        assert run(["add", str(file), "--date", day, "--store", str(folder / "record")]) == 0
    return folder / "record"


@pytest.fixture
def store(reports: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "record"
    shutil.copytree(reports, copy)
    return copy


@pytest.fixture
def questions(onrecord: Onrecord, store: Path) -> Questions:
    def command(*arguments: object) -> Ran:
        first = [arguments[0]] if arguments and not str(arguments[0]).startswith("-") else []
        return onrecord("questions", *first, *arguments[len(first) :], "--store", store)

    return command


def draft_id(questions: Questions, words: str) -> str:
    found = [one for one in questions("--json").rows() if words in str(one.get("text"))]
    return str(found[0]["id"])


def asked(questions: Questions, *more: object) -> str:
    ran = questions("ask", "--text", "Will it reopen?", *COUNTS, *DAYS, *SIGNED, *more)
    assert ran.code == 0, ran.err
    return ran.out.split()[0]


def answer(onrecord: Onrecord, store: Path) -> str:
    rows = onrecord("statements", "--json", "--store", store).rows()
    return str(next(one["id"] for one in rows if "reopened" in one["text"]))


def test_drafts_have_a_day_only_where_the_words_state_one(questions: Questions) -> None:
    rows = {one["text"][:12]: one for one in questions("--json").rows()}
    whole = rows["What if, thr"]
    assert (whole["due"]["edtf"], whole["due"]["text"]) == ("2032-02", "three months from now")
    assert rows['"We will reo']["due"]["edtf"] == "../2031-11-28"
    unlikely = rows["An attack on"]
    assert (unlikely["due"]["edtf"], unlikely["likelihood"]["band"]) == (None, "unlikely")
    assert "a day by which it is to be answered" in unlikely["lacks"]
    table = questions()
    assert "unlikely, 20–45 %" in " ".join(table.out.split())
    assert "scored by nobody" in questions("--md").out


def test_a_question_goes_from_draft_to_score_and_back(
    questions: Questions, onrecord: Onrecord, store: Path
) -> None:
    draft = draft_id(questions, "What if")
    ran = questions("ask", draft, "--text", "Reopened by then?", *COUNTS, *DAYS, *SIGNED)
    assert "“three months from now”" in ran.err
    assert "--closes 2098-03-29 is after that" in ran.err
    key = ran.out.split()[0]
    assert all(one.get("id") != draft for one in questions("--json").rows())
    assert questions("forecast", key, "--probability", "0.2", *SIGNED).code == 0
    assert "nothing was added" in questions("forecast", key, "--probability", "0.2", *SIGNED).err
    cited = answer(onrecord, store)
    ended = ("--outcome", "yes", "--statement", cited[:14], "--why", "it reopened", *SIGNED)
    resolved = questions("resolve", key, *ended)
    assert "reopened" in resolved.out, resolved.err
    (card, *rows) = questions("scores", "--json").rows()
    assert card["questions"]["resolved"] == 1
    assert {one["rule"] for one in rows[0]["scores"][0]["scores"]} == {
        "Brier", "log", "Brier, weighted by time",
    }  # fmt: skip
    assert questions("unresolve", key, "--why", "misread", *SIGNED).code == 0
    assert questions("scores", "--json").rows()[0]["means"] == []
    assert questions("resolve", key, *ended).code == 0
    assert questions("scores", "--json").rows()[0] == card
    assert "0.640" in questions("scores").out
    assert "# Scorecard" in questions("--scores", "--md").out


def test_what_cannot_be_scored_is_declined_with_the_reason(questions: Questions) -> None:
    draft = draft_id(questions, "unlikely")
    assert questions("decline", draft, "--why", "no horizon is stated", *SIGNED).code == 0
    found = [one for one in questions("--json").rows() if one.get("state") == "unscorable"]
    assert [one["unscorable"] for one in found] == ["no horizon is stated"]
    assert "declined already" in questions("decline", draft, "--why", "again", *SIGNED).err
    again = questions("ask", draft, "--text", "Will they attack?", *COUNTS, *DAYS, *SIGNED)
    assert "declined before: no horizon is stated" in again.err


def test_a_child_is_annulled_with_its_condition(
    questions: Questions, onrecord: Onrecord, store: Path
) -> None:
    today = datetime.now(UTC).date().isoformat()
    parent = asked(questions, "--closes", today, "--resolves", today)
    child = asked(questions, "--text", "And stay open?", "--if", f"{parent}=yes")
    ended = ("--outcome", "no", "--statement", answer(onrecord, store), "--why", "so", *SIGNED)
    assert child in questions("resolve", parent, *ended).err
    states = {one["key"]: one["state"] for one in questions("--json").rows() if "key" in one}
    assert states == {parent: "resolved", child: "annulled"}


@pytest.mark.parametrize(
    ("sentence", "outcome", "why"),
    [
        ("Will the ferries of Port Orlan sail again?", "yes", "it asks whether"),
        ("The ferries of Port Orlan will sail on Friday, the mayor said.", "yes", "what is to come"),
        ("If the strike ends, the ferries of Port Orlan sail.", "yes", "only supposes it"),
        ("Had the strike ended, the ferries would have sailed.", "no", "did not happen"),
        ("The ferries of Port Orlan may have sailed.", "no", "leaves open"),
        ("The ferries did not sail on Monday, the mayor said.", "yes", "this is not so"),
        ("The ferries did not sail on Monday, the mayor said.", "no", ""),
        ("The ferries of Port Orlan sailed on Monday.", "yes", ""),
        ("Will the ferries of Port Orlan sail again?", "annulled", ""),
    ],
)  # fmt: skip
def test_only_words_that_say_what_happened_end_a_question(
    questions: Questions, onrecord: Onrecord, store: Path, sentence: str, outcome: str, why: str
) -> None:
    file = store.parent / "ferries.txt"
    file.write_text(f"{sentence}\n", encoding="utf-8")
    assert onrecord("add", file, "--date", "2098-01-03", "--store", store).code == 0
    rows = onrecord("statements", "--json", "--store", store).rows()
    cited = next(one["id"] for one in rows if "ferries" in one["text"])
    today = datetime.now(UTC).date().isoformat()
    key = asked(questions, "--closes", today, "--resolves", today)
    ended = ("--outcome", outcome, "--statement", cited, "--why", "so", *SIGNED)
    ran = questions("resolve", key, *ended)
    assert ran.code == (2 if why else 0), ran.err
    assert why in ran.err


def test_a_number_is_forecast_by_quantiles(
    questions: Questions, onrecord: Onrecord, store: Path
) -> None:
    key = asked(questions, "--kind", "numeric")
    points = ("--quantile", "0.1=2", "--quantile", "0.5=4", "--quantile", "0.9=8")
    assert questions("forecast", key, *points, *SIGNED).code == 0
    ended = (
        "--outcome",
        "value",
        "--value",
        "5",
        "--statement",
        answer(onrecord, store),
        "--why",
        "so",
    )
    assert questions("resolve", key, *ended, *SIGNED).code == 0
    rules = {one["rule"] for one in questions("scores", "--json").rows()[0]["means"]}
    assert rules == {"CRPS", "interval score (80 %)"}


def test_a_model_counts_a_series_beside_its_baselines(
    questions: Questions, onrecord: Onrecord, store: Path, tmp_path: Path
) -> None:
    today = datetime.now(UTC).date()
    for week in range(1, 9):
        day = today - timedelta(days=7 * week)
        file = tmp_path / f"{week}.txt"
        named = f"{day.day} {day:%B %Y}"
        file.write_text(
            f"Velmara struck a boat off Port Orlan on {named}, killing {week} people.\n"
        )
        assert onrecord("add", file, "--date", day.isoformat(), "--store", store).code == 0
    due = (today + timedelta(days=7)).isoformat()
    window = ("--closes", due, "--resolves", due)
    ran = questions("ask", "--text", "Any strike?", *COUNTS, *window, *SIGNED)
    key = ran.out.split()[0]
    forecast = questions("forecast", key, "--model", "gamma-poisson", "--at-least", "1")
    assert forecast.code == 0, forecast.err
    by = [one.split("  ")[1] for one in forecast.out.splitlines()]
    assert by == ["model: gamma-poisson", "model: last-value", "model: climatology"]


def test_a_period_that_a_law_sets_is_asked_by_its_name(
    questions: Questions, onrecord: Onrecord, store: Path, tmp_path: Path
) -> None:
    today = datetime.now(UTC).date()
    file = tmp_path / "strike.txt"
    file.write_text(
        f"U.S. forces struck a boat off Port Orlan on {today.day} {today:%B %Y}, killing four people, the "
        "Pentagon said.\n"
    )
    assert onrecord("add", file, "--date", today.isoformat(), "--store", store).code == 0
    running = onrecord("authority", "clocks", "--json", "--store", store).rows()
    names = [one["name"] for one in running if one["deadline"]]
    assert names, running
    ran = questions("ask", "--clock", names[0], *SIGNED)
    assert ran.code == 0, ran.err
    (row,) = [one for one in questions("--json").rows() if "key" in one]
    assert row["key"] == ran.out.split()[0]
    assert (row["state"], row["opens"]) == ("open", today.isoformat())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ask", "--text", "Will it?", *SIGNED), "cannot be scored without --criteria, --resolver"),
        (("ask", "drf-0000", *COUNTS, *DAYS, *SIGNED), "is no draft on record"),
        (("ask", "--text", "x", *COUNTS, *DAYS), "say who says so"),
        (("ask", "--text", "x\ny", *COUNTS, *DAYS, *SIGNED), "one line"),
        (("ask", "--text", "x", "--kind", "odd", *COUNTS, *DAYS, *SIGNED), "is neither of"),
        (("ask", "--text", "x", "--if", "y", *COUNTS, *DAYS, *SIGNED), "write KEY=yes"),
        (("ask", "--text", "x", "--if", "y=yes", *COUNTS, *DAYS, *SIGNED), "is no question"),
        (("ask", "--text", "x", "--opens", "1/2", *COUNTS, *DAYS, *SIGNED), "--opens '1/2' is no day"),
        (("ask", "--text", "x", *COUNTS, *DAYS, "--closes", "soon", *SIGNED), "--closes 'soon' is no day"),
        (("ask", "--text", "x", *COUNTS, *DAYS, "--closes", "2001-01-01", *SIGNED), "(today; --opens"),
        (("ask", "--text", "x", *COUNTS, *DAYS, "--resolves", "2098-01-01", *SIGNED),
         "--resolves 2098-01-01 is before --closes 2098-03-29"),
        (("ask", "", *COUNTS, *DAYS, "--text", "x", *SIGNED), "id of a draft is empty"),
        (("forecast", "", "--probability", "0.1", *SIGNED), "id of a question is empty"),
        (("forecast", "KEY", "--probability", "0.0004", *SIGNED), "held more certain"),
        (("resolve", "KEY", "--outcome", "value", "--statement", "x", "--why", "y", *SIGNED), "--value NUMBER"),
        (("resolve", "KEY", "--outcome", "yes", "--value", "3", "--statement", "x", "--why", "y", *SIGNED),
         "--value goes with --outcome value"),
        (("ask", "--clock", "no-such-clock", *SIGNED), "names 0 clocks"),
        (("ask", "--clock", "x", "--text", "y", *SIGNED), "gives the question itself"),
        (("forecast", "qkey-0", "--probability", "0.1", *SIGNED), "is no question on record"),
        (("forecast", "KEY", *SIGNED), "give --probability"),
        (("forecast", "KEY", "--probability", "70", *SIGNED), "between 0 and 1"),
        (("forecast", "KEY", "--quantile", "much", *SIGNED), "write 0.9=40"),
        (("forecast", "KEY", "--quantile", "0.5=1e999", *SIGNED), "could be counted"),
        (("forecast", "KEY", "--quantile", "0.5=x", *SIGNED), "is no number"),
        (("forecast", "KEY", "--probability", "0.1", "--by", "model: x"), "is a model's"),
        (("forecast", "KEY", "--probability", "0.1", "--statement", "x", *SIGNED), "is no statement"),
        (("forecast", "KEY", "--probability", "0.1", "--at-least", "2", *SIGNED), "goes with --model"),
        (("forecast", "KEY", "--model", "oracle", "--at-least", "1"), "is none of gamma-poisson"),
        (("forecast", "KEY", "--model", "hawkes"), "--at-least goes with"),
        (("forecast", "KEY", "--model", "hawkes", "--at-least", "0"), "always a yes"),
        (("forecast", "KEY", "--model", "hawkes", "--at-least", "1", "--words", "x"), "leave out"),
        (("forecast", "KEY", "--model", "hawkes", "--at-least", "1", "--series", "x"), "no series 'x'"),
        (("forecast", "KEY", "--model", "hawkes", "--at-least", "1"), "no model forecasts"),
        (("resolve", "KEY", "--outcome", "maybe", "--statement", "x", "--why", "y", *SIGNED), "is none of"),
        (("resolve", "KEY", "--outcome", "yes", "--statement", "x", "--why", "y", *SIGNED), "is no statement"),
        (("resolve", "KEY", "--outcome", "yes", "--statement", "x", "--why", " ", *SIGNED), "--why is empty"),
        (("unresolve", "KEY", "--why", "x", *SIGNED), "nobody resolved it"),
        (("--json", "--md"), "choose one"),
        (("--as-of", "soon"), "is no time"),
    ],
)  # fmt: skip
def test_a_call_that_cannot_be_right_says_what_to_do(
    questions: Questions, arguments: tuple[str, ...], message: str
) -> None:
    key = asked(questions) if "KEY" in arguments else ""
    ran = questions(*(key if one == "KEY" else one for one in arguments))
    assert ran.code == 2
    assert message in ran.err


def test_options_before_a_subcommand_are_refused(onrecord: Onrecord, tmp_path: Path) -> None:
    ran = onrecord("questions", "--json", "scores", "--store", tmp_path)
    assert ran.code == 2
    assert "after `questions scores`" in ran.err


def test_a_store_without_a_report_has_no_drafts_and_an_empty_scorecard(
    questions: Questions, onrecord: Onrecord, tmp_path: Path
) -> None:
    assert questions("--as-of", "2000-01-01", "--json").out == ""
    (card,) = questions("scores", "--as-of", "2000-01-01", "--json").rows()
    assert card["questions"]["total"] == 0
    assert "no store here" in onrecord("questions", "--store", tmp_path / "none").err
