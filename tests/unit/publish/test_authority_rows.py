"""Rows, Markdown and calendars of what is said of law: the words, who says so, and no markup of theirs."""

from __future__ import annotations

import json
from typing import Any

from icalendar import Calendar
from tests.unit.assess.lawcase import case
from tests.unit.assess.test_clocks import NOTICE, STRIKE

from onrecord.assess.authorities import authorities_of
from onrecord.assess.clock_rules import rules_from
from onrecord.assess.clocks import clocks_of, question_of
from onrecord.assess.coverages import coverages_of
from onrecord.assess.gaps import gaps_of
from onrecord.domain.case import Case
from onrecord.publish.authority_rows import (
    authority_markdown,
    authority_row,
    clock_markdown,
    clock_row,
    gap_lines,
    gap_markdown,
    gap_row,
)
from onrecord.publish.calendar import calendar_of

SAID = "Experts said there was no legal basis for strikes on land."
VOTE = "The U.K. Parliament approved airstrikes against militants in Ilvane on Monday, 7 April."


def gap_of(found: Case) -> dict[str, Any]:
    codes = {one.id: one for one in authorities_of(found)}
    (gap,) = gaps_of(found)
    row: dict[str, Any] = json.loads(json.dumps(gap_row(gap, codes, found)))
    return row


def test_a_gap_row_holds_the_words_for_and_against_with_document_and_speaker() -> None:
    row = gap_of(case(SAID, STRIKE))
    assert (row["schema"], row["verdict"]) == ("onrecord.gap/1", "explicitly_not_covered")
    (bearing,) = row["bearings"]
    assert bearing["decides"] is True
    (cited,) = bearing["coverage"]["statements"]
    assert cited["text"] in SAID
    assert (cited["speaker"], cited["publisher"]) == (["Experts"], "The Corrow Post 0")


def test_a_class_no_words_state_is_null_with_the_reason() -> None:
    row = gap_of(case("Israeli warplanes bombed Velmara on Tuesday."))
    act = row["act"]
    assert act["target"] is None
    assert act["unknown"]["target"]


def test_an_authority_row_holds_its_history_and_its_claims() -> None:
    found = case(VOTE)
    (one,) = authorities_of(found)
    row = authority_row(one, coverages_of(found), found)
    assert (row["schema"], row["code"], row["system"]) == (
        "onrecord.authority/1",
        "LEG_MANDATE",
        "GB",
    )
    assert [change["status"] for change in row["history"]] == ["in_force"]  # type: ignore[attr-defined]
    assert [claim["effect"] for claim in row["coverage"]] == ["confers"]  # type: ignore[attr-defined]


def test_lines_and_markdown_say_the_verdict_and_quote_who_says_so() -> None:
    found = case(SAID, STRIKE)
    (gap,) = gaps_of(found)
    text = "\n".join(gap_lines(gap, {}, found))
    assert "SAID NOT TO BE COVERED" in text
    assert "no legal basis for strikes on land" in text
    page = gap_markdown([gap], {}, found)
    assert "Said not to be covered" in page
    assert "not legal advice" not in page.split("Nothing here")[0]


def test_words_of_a_report_cannot_become_markup() -> None:
    found = case("Experts said there was no legal basis for <b>strikes</b> on land.", STRIKE)
    assert "<b>" not in gap_markdown(gaps_of(found), {}, found)
    assert "<b>" not in authority_markdown(authorities_of(found), coverages_of(found), found)


def test_a_clock_row_holds_its_question_and_the_calendar_its_deadline() -> None:
    found = case(STRIKE)
    clocks = clocks_of(found, rules_from(NOTICE, "a file")[0])
    row = clock_row(clocks[0], question_of(clocks[0]), found)
    assert (row["schema"], row["deadline"]) == ("onrecord.clock/1", "2031-04-10")
    assert row["disputed"] is True
    assert "2031-04-10" in clock_markdown(clocks, found)
    (event,) = Calendar.from_ical(calendar_of(clocks, found)).walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == "2031-04-10"
    assert event.decoded("dtend").isoformat() == "2031-04-11"
    assert str(event["uid"]) == f"{clocks[0].id}@onrecord"
    assert clocks[0].statements[0] in str(event["description"])


def test_the_same_record_gives_the_same_calendar_and_no_deadline_gives_no_event() -> None:
    rules = rules_from(NOTICE, "a file")[0]
    found = case(STRIKE)
    assert calendar_of(clocks_of(found, rules), found) == calendar_of(
        clocks_of(found, rules), found
    )
    undated = case("The U.S. military struck a warehouse on Velmaran soil.")
    assert b"VEVENT" not in calendar_of(clocks_of(undated, rules), undated)
