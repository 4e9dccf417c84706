"""Escalation as rows and as Markdown: what a reader needs to check each line stands in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.unit.assess.lawcase import case, case_of_readings, reading_of

from onrecord.assess.pathways import pathways_of
from onrecord.assess.responses import responses_of
from onrecord.assess.steps import steps_of
from onrecord.assess.thresholds import thresholds_of
from onrecord.cli.main import CALLED_WRONGLY, run
from onrecord.domain.case import Case
from onrecord.domain.quantity import Quantity
from onrecord.domain.unknown import Unknown
from onrecord.publish.escalation_rows import (
    PATHWAY_SCHEMA,
    RESPONSE_SCHEMA,
    STEP_SCHEMA,
    THRESHOLD_SCHEMA,
    Escalation,
    day_words_of,
    escalation_markdown,
    escalation_rows,
    party_words,
    step_row,
    value_words,
)

FOUND = case_of_readings(
    reading_of("Velmara attacked a boat in the Strait of Corrow on Monday.", "2031-03-11", "A"),
    reading_of(
        "Velmara bombed a depot on the mainland of Ilvane on Thursday. A strike on the capital could "
        "draw the alliance into war. Ilvane has responded with air defence drills. Velmara has not "
        "ordered an invasion of Ilvane.",
        "2031-04-04",
        "B",
    ),
)


def escalation_of(found: Case) -> Escalation:
    return Escalation(
        steps_of(found), thresholds_of(found), responses_of(found), pathways_of(found)
    )


def test_every_row_is_json_and_cites_words_that_stand_in_a_document() -> None:
    rows = list(escalation_rows(escalation_of(FOUND), FOUND))
    assert json.loads(json.dumps(rows)) == rows
    assert {row["schema"] for row in rows} <= {
        STEP_SCHEMA, THRESHOLD_SCHEMA, RESPONSE_SCHEMA, PATHWAY_SCHEMA,
    }  # fmt: skip
    cited = [row["words"] for row in rows if row["schema"] == STEP_SCHEMA]
    assert cited
    for words in cited:
        assert isinstance(words, dict)
        text = FOUND.texts[words["document"]]
        assert text[words["start"] : words["end"]] == words["text"]
        assert words["sentence"] in text
        assert words["outlet"] in ("A", "B")


def test_a_step_up_shows_the_words_before_it() -> None:
    [step] = [
        row
        for row in escalation_rows(escalation_of(FOUND), FOUND)
        if row.get("dimension") == "domain" and row.get("direction") == "up"
    ]
    assert step["from"] == {"value": "high_seas", "reason": None}
    assert step["to"] == {"value": "land", "reason": None}
    before = step["words_before"]
    assert isinstance(before, dict)
    assert before["date"] == "2031-03-11"


def test_markdown_says_what_is_and_is_not_crossed_and_words_cannot_become_markup() -> None:
    hostile = case("Velmara bombed a depot | <b>near</b> Selden on Monday.")
    told = escalation_markdown(escalation_of(hostile), hostile)
    assert "<b>" not in told
    written = escalation_markdown(escalation_of(FOUND), FOUND)
    assert "high seas → land (up)" in written
    assert "said not to be crossed" in written
    assert "None on record." in escalation_markdown(Escalation((), (), (), ()), Case(()))


def test_values_and_days_in_words() -> None:
    assert value_words("non_lethal_force") == "non-lethal force"
    assert value_words(Unknown("nobody says")) == "not known: nobody says"
    assert (
        value_words(Quantity(None, None, 4.0, "acts_per_30_days")) == "at most 4 acts per 30 days"
    )
    assert day_words_of(Unknown("no day")) == "no day stated"


def test_a_state_is_called_as_words_on_record_call_it() -> None:
    found = case("The United States bombed a depot. US jets bombed a bridge.")
    assert party_words("US", found) == "US"
    assert party_words("rebels", found) == "rebels"


def test_two_formats_at_once_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["escalation", "--json", "--md"]) == CALLED_WRONGLY
    assert "leave one out" in capsys.readouterr().err


def test_no_store_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["escalation", "--store", str(tmp_path / "none")]) != 0
    assert "Traceback" not in capsys.readouterr().err


def test_words_that_show_where_a_force_stands_are_withheld() -> None:
    found = case("Velmara has deployed 500 soldiers 12 km north of Selvik.")
    rows = [step_row(one, found) for one in steps_of(found)]
    assert rows
    assert "12 km" not in str(rows)
    assert "'text': None" in str(rows[0]["words"])
