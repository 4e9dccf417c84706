"""What people hold possible, as rows for programs and as a page."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from tests.unit.reconcile.reports import Said, report

from onrecord.assess.matrix import matrices_of
from onrecord.domain.hypothesis import (
    Evidence,
    Hypothesis,
    Indicator,
    IndicatorQuality,
    QualityFlag,
    Sighting,
)
from onrecord.domain.matrix import Cited
from onrecord.domain.recorded import Recorded
from onrecord.domain.when import When
from onrecord.publish.hypothesis_page import page_of
from onrecord.publish.hypothesis_rows import hypothesis_row, indicator_row, matrix_row
from onrecord.publish.rows import Row

TEXT = "Six | boats <b>burned</b> off Selden, the office said. The navy will strike again."
READING = report(
    TEXT,
    Said("Six | boats <b>burned</b> off Selden", "say.report", speaker="the office", cue="said"),
    Said("The navy will strike again", "fut.prediction", aux=("future",)),
    publisher="Harbour *Herald*",
)
BURNED, AGAIN = (
    Cited(one.id, "stands", one, READING.document, "harbour herald") for one in READING.statements
)
CITED = {BURNED.id: BURNED, AGAIN.id: AGAIN}
SEA = Hypothesis(
    "It is about the sea.",
    "explanation",
    (Evidence(BURNED.id, "II", "A | note.", "burned"), Evidence(AGAIN.id, "C")),
    name="sea",
    question="Why # now?",
    assumptions=("Boats matter.",),
    would_change=("A truce.",),
    notes="# Not a heading\n<script>",
)
LAND = Hypothesis("It is not.", "explanation", (Evidence(AGAIN.id, "I"),), question="Why # now?")
WATCH = Indicator(
    "Boats burn.", "It is told.", hypothesis="sea", name="fires",
    quality=IndicatorQuality(unique=QualityFlag(False, "Storms.")),
    history=(
        Sighting("not_seen", When("", "2031-04-01", "supplied")),
        Sighting("seen", When("", "2031-04-08", "supplied"), BURNED.id, note="At night."),
    ),
)  # fmt: skip
PUT = {
    one.name or one.id: Recorded(one, "I. Ferrand", "2031-04-14T20:00:00.000000Z")
    for one in (SEA, LAND, WATCH)
}


def page(cited: dict[str, Cited]) -> str:
    return page_of(matrices_of([SEA, LAND], cited), [WATCH], PUT, cited, as_of="2031-04-14")


def printed(row: Row) -> dict[str, Any]:
    """Return a row as a program reads it."""
    read: dict[str, Any] = json.loads(json.dumps(row))
    assert read == row
    return read


def test_every_row_carries_what_a_reader_needs_to_check_it() -> None:
    (matrix,) = matrices_of([SEA, LAND], CITED)
    made = printed(matrix_row(matrix))
    burned, again = sorted(made["rows"], key=lambda row: str(row["kind"]), reverse=True)
    assert (burned["words"], burned["speaker"], burned["outlet"]) == (
        ["burned"], "the office", "Harbour *Herald*",
    )  # fmt: skip
    start, end = burned["start"], burned["end"]
    assert TEXT[start:end] == "Six | boats <b>burned</b> off Selden"
    assert burned["ratings"] == {"sea": "II", LAND.id: None}
    assert burned["diagnostic"] is None
    assert again["held_back"] == ["future"]
    assert again["words"] == ["The navy will strike again"]


def test_the_rows_of_people_say_who_and_when() -> None:
    made = hypothesis_row(SEA, PUT["sea"])
    assert (made["by"], made["at"]) == ("I. Ferrand", "2031-04-14T20:00:00.000000Z")
    assert made["notes"] == SEA.notes
    watched = printed(indicator_row(WATCH, PUT["fires"], CITED))
    assert (watched["state"], watched["look_again"]) == ("seen", False)
    unseen, seen = watched["history"]
    assert unseen["evidence"] is None
    assert seen["evidence"]["words"] == ["Six | boats <b>burned</b> off Selden"]
    assert watched["quality"]["stable"] == {"holds": None, "reason": "nobody has judged it"}


def test_words_of_others_cannot_become_markup() -> None:
    made = page(CITED)
    assert "<b>" not in made
    assert "<script>" not in made
    assert "“Six \\| boats &lt;b&gt;burned&lt;/b&gt; off Selden”" in made
    assert "> \\# Not a heading" in made
    assert "Harbour \\*Herald\\*" in made
    tables = [line for line in made.split("\n") if line.startswith("|")]
    widths = {line.replace("\\|", "").count("|") for line in tables}
    assert widths == {8}


def test_the_page_says_what_is_to_come_and_what_does_not_stand() -> None:
    assert "(to come)" in page(CITED)
    gone = Cited(BURNED.id, "retracted", BURNED.statement, BURNED.document, because="an erratum")
    made = page({**CITED, BURNED.id: gone})
    assert "to look at again: taken back" in made
    assert "- State: seen (to look at again)" in made
    assert "| sea | 0 (+2 to look at again) | 0 | 0 | 0 | 1 |" in made


def test_the_page_says_who_else_reports_it_and_who_disputes_it() -> None:
    told = replace(BURNED, backed_by=("wire",), disputed_by=("stm-0123abcd4567",))
    made = page({**CITED, BURNED.id: told})
    assert "harbour herald; also wire" in made
    assert "denied or contradicted in stm-0123abcd" in made


def test_a_page_of_nothing_says_so() -> None:
    assert "Nobody has put a hypothesis" in page_of((), (), {}, {})
