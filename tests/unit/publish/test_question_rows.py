"""Rows and pages of questions: every word is checkable, and hostile words are no markup."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.unit.assess.asked import asked, ended, held, spread, whole
from tests.unit.reconcile.reports import Said, report

from onrecord.adapters.scipy.statistics import ScipyStatistics
from onrecord.assess.drafts import drafts_of
from onrecord.assess.scoring import scorecard_of
from onrecord.domain.case import Case
from onrecord.domain.question import Condition, Question, QuestionDraft
from onrecord.domain.scorecard import Scorecard
from onrecord.publish.question_page import (
    DRAFT_COLUMNS,
    MEAN_COLUMNS,
    QUESTION_COLUMNS,
    calibration_words,
    draft_cells,
    mean_cells,
    question_cells,
    questions_markdown,
    scorecard_markdown,
)
from onrecord.publish.question_rows import cited_row, draft_row, question_row, scorecard_row
from onrecord.publish.rows import Row

WORDS = "An attack is unlikely within two weeks if *the* talks go on"
REPORT = report(
    f"{WORDS}.", Said(WORDS, "fut.prediction", value="PR-"), publisher="Orlan <b>Courier"
)
CASE = Case((REPORT,))
STATEMENT = REPORT.statements[0].id


def card(*questions: Question) -> Scorecard:
    return scorecard_of(questions, ScipyStatistics())


def plain(row: Row) -> Any:
    """Return a row as a program reads it."""
    return json.loads(json.dumps(row))


def the_draft() -> QuestionDraft:
    (found,) = drafts_of(CASE)
    return found


def test_a_draft_says_its_words_where_they_stand_and_what_it_lacks() -> None:
    row = plain(draft_row(the_draft(), CASE))
    assert row["schema"] == "onrecord.question-draft/1"
    assert row["text"] == WORDS
    assert REPORT.text[row["start"] : row["end"]] == WORDS
    assert row["condition"] == "if *the* talks go on"
    assert row["words"] == cited_row(STATEMENT, CASE)
    assert row["likelihood"] == {
        "text": "unlikely", "band": "unlikely", "low_percent": 20, "high_percent": 45,
        "scale": "ICD 203",
    }  # fmt: skip
    cells = dict(zip(DRAFT_COLUMNS, draft_cells(the_draft(), CASE), strict=True))
    assert cells["due"] == "“within two weeks”: ../2031-04-22"
    assert cells["read as"] == "“unlikely”: unlikely, 20–45 % (ICD 203)"
    assert cells["unscorable without"] == "criteria; resolvers"


def test_a_question_is_shown_with_every_forecast_its_end_and_its_scores() -> None:
    end = replace(ended("yes"), statement=STATEMENT, reason="the office said so")
    drawn = replace(asked(), statement=STATEMENT)
    found = card(replace(drawn, forecasts=(held(0.8),), resolution=end))
    row = plain(question_row(found.questions[0], CASE))
    assert (row["state"], row["key"]) == ("resolved", drawn.key)
    (forecast,) = row["forecasts"]
    assert forecast["probability"] == 0.8
    assert row["resolution"]["words"]["text"] == WORDS
    (mine,) = row["scores"]
    brier = next(
        one for one in mine["scores"] if (one["rule"], one["baseline"]) == ("Brier", "base rate")
    )
    assert (brier["value"], brier["baseline_value"], brier["skill"]) == (0.04, 0.25, 0.84)
    page = scorecard_markdown(found, CASE)
    assert "- score of I. Ferrand: Brier 0.040; base rate 0.250" in page
    assert "Orlan &lt;b&gt;Courier" in page
    assert "\\*the\\*" in page
    cells = dict(zip(QUESTION_COLUMNS, question_cells(found.questions[0]), strict=True))
    assert (cells["state"], cells["last forecasts"]) == ("resolved: yes", "I. Ferrand 80 %")
    means = dict(zip(MEAN_COLUMNS, mean_cells(found.means[0]), strict=True))
    assert (means["forecaster"], means["skill"], means["loss"]) == ("I. Ferrand", "+0.84", "0.040")


def test_a_statement_that_is_gone_is_named_without_words() -> None:
    assert cited_row(None, CASE) is None
    gone = cited_row("stm-gone", CASE)
    assert gone is not None
    assert (gone["statement"], gone["text"]) == ("stm-gone", None)
    page = scorecard_markdown(card(whole(asked(), [held(0.2)], ended("no"))), CASE)
    assert "no longer on record as they were" in page


def test_every_kind_of_question_has_its_lines() -> None:
    parent = asked()
    child = asked("And then?", parent=Condition(parent.key, "yes"))
    numeric = whole(asked("How many?", numeric=True), [spread((0.5, 3.0))], ended("value", value=4))
    refused = Question("One day?", "binary", unscorable="no horizon is stated")
    page = questions_markdown([the_draft()], card(parent, child, numeric, refused).questions, CASE)
    assert f"asked only if {parent.key} ends in yes" in page
    assert "unscorable: no horizon is stated" in page
    assert "resolved: 4" in page
    assert "50 % ≤ 3" in page
    assert "depends on: “if \\*the\\* talks go on”" in page
    assert "scored by nobody" in page


def test_the_scorecard_counts_every_state() -> None:
    row = plain(scorecard_row(card(asked(), whole(asked("Two?"), [held(0.4)], ended("annulled")))))
    counts = row["questions"]
    assert (counts["total"], counts["open"], counts["annulled"]) == (2, 1, 1)
    assert row["means"] == []


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "is resolved yet"), (5, "a table and no curve"), (30, "discrimination")],
)
def test_calibration_is_told_in_one_line(count: int, words: str) -> None:
    many = [whole(asked(f"Will {n} come?"), [held(0.6)], ended("yes")) for n in range(count)]
    assert words in calibration_words(card(*many).calibration)
