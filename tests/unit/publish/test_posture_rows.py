"""Forces as reported for programs and people: words, where they stand, how old they are."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from tests.unit.assess.told import Told, told_case

from onrecord.assess.posture_changes import changes_since
from onrecord.assess.postures import elements_of, left_out_of
from onrecord.domain.case import Case
from onrecord.domain.posture import LeftOutForce
from onrecord.domain.quantity import Quantity
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.posture_rows import (
    age_words,
    bounds_words,
    is_grey,
    left_out_cells,
    left_out_row,
    lineages_of,
    posture_cells,
    posture_change_row,
    posture_markdown,
    posture_row,
)

WIRE = "More than a dozen Velmaran warships are operating in the Red Sea."
CASE = told_case(
    Told(WIRE, "2031-04-02", "wire"),
    Told(WIRE, "2031-04-02", "wire", "Corrow Post"),
    Told("At least 20 Velmaran warships are operating in the Red Sea.", "2031-04-09"),
    today="2031-05-20",
)


def test_a_row_holds_the_words_their_place_and_their_document() -> None:
    (element,) = elements_of(CASE)
    row = posture_row(element, CASE)
    assert row["schema"] == "onrecord.posture/1"
    assert json.loads(json.dumps(row)) == row
    sightings = row["sightings"]
    assert isinstance(sightings, list)
    assert len(sightings) == 2
    for one in sightings:
        document = one["statement"]["document"]
        words = one["words"]
        assert CASE.texts[document][words["start"] : words["end"]] == words["text"]
        assert one["statement"]["publisher"]
        assert one["statement"]["date"]


def test_copies_are_listed_and_count_as_one_source() -> None:
    (element,) = elements_of(CASE)
    first = posture_row(element, CASE)["sightings"][0]  # type: ignore[index]
    assert {first["statement"]["publisher"], *(one["publisher"] for one in first["copies"])} == {
        "The Quay", "Corrow Post",
    }  # fmt: skip
    assert len(lineages_of(element, CASE)) == 2


def test_a_row_never_holds_the_sentence_around_the_words() -> None:
    case = told_case(
        "Two Velmaran destroyers are operating in the Red Sea, the harbour of Selden said."
    )
    (element,) = elements_of(case)
    row = posture_row(element, case)
    for one in row["sightings"]:  # type: ignore[attr-defined]
        assert one["words"]["text"] == "Two Velmaran destroyers"
        assert "text" not in one["statement"]


def test_cells_say_bounds_area_status_and_age_in_words() -> None:
    (element,) = elements_of(CASE)
    assert posture_cells(element, CASE) == (
        "Velmaran", "ships", "warships", "at least 20", "the Red Sea", "operating",
        "9 April 2031 (date of the report)", "2 April 2031 (date of the report)", "stale (41 days)",
        "2 sources", "At least 20 Velmaran warships",
    )  # fmt: skip
    assert is_grey(element, CASE.today)
    assert not is_grey(element, date(2031, 4, 12))


def test_a_count_of_an_older_report_bears_its_day() -> None:
    case = told_case(
        Told("Six Velmaran warships are operating in the Red Sea.", "2031-04-02"),
        Told("Velmaran warships are operating in the Red Sea.", "2031-04-09"),
    )
    (element,) = elements_of(case)
    assert posture_cells(element, case)[3] == "6 (2 April 2031 (date of the report))"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Quantity(12, 13, None, "ships", "more_than"), "more than 12 (13 or more)"),
        (Quantity(12, None, 11, "ships", "less_than"), "fewer than 12 (11 or fewer)"),
        (Quantity(15000, None, None, "troops", "approx"), "about 15,000"),
        (Quantity(12, 12, None, "ships", "at_least"), "at least 12"),
        (Quantity(None, 24, None, "ships", "at_least", "dozens"), "dozens (at least 24)"),
    ],
)
def test_bounds_are_said_and_none_invented(count: Quantity, words: str) -> None:
    assert bounds_words(count) == words


def test_age_is_said_in_days_and_a_later_day_is_no_age() -> None:
    when = When("", "2031-04-10", "supplied")
    assert age_words(when, date(2031, 4, 12)) == "fresh (2 days)"
    assert age_words(when, date(2031, 4, 1)) == "fresh (reported for a later day)"
    assert age_words(Unknown("no time"), date(2031, 4, 1)) == "undated"


def test_a_change_row_holds_both_reports_and_what_follows() -> None:
    (change,) = changes_since(elements_of(CASE), date(2031, 4, 5), today=CASE.today)
    row = posture_change_row(change, CASE)
    assert row["kind"] == "count"
    assert row["difference"] is None
    assert row["reason"]
    assert row["earlier"] is not None
    assert json.loads(json.dumps(row)) == row


def test_words_left_out_keep_their_statement_and_reason() -> None:
    case = told_case("Velmaran and Ilvanian forces now operate in close proximity.")
    (one,) = left_out_of(case)
    row = left_out_row(one, case)
    assert row["why"]
    assert row["statement"]["id"] in case.statements  # type: ignore[index]
    assert left_out_cells(LeftOutForce("stm-1", "", "too fine"))[0] == "(not printed)"


def test_markdown_shows_changes_and_cannot_be_steered() -> None:
    (element,) = elements_of(CASE)
    hostile = replace(element, name="*|<script>[x](y)")
    changes = changes_since(elements_of(CASE), date(2031, 4, 5), today=CASE.today)
    text = posture_markdown([hostile], changes, CASE)
    assert "## What changed" in text
    assert "<script>" not in text
    assert "\\|" in text
    assert "fade 7-30-90" in text


def test_an_empty_record_makes_an_empty_table() -> None:
    assert "looked at from no day" in posture_markdown([], None, Case(())).lower()
