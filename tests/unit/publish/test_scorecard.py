"""The public page of questions: every figure is worked out again from the records it carries."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.publish.crisis import material
from tests.unit.publish.held import (
    ASKED,
    MOVES,
    Move,
    asked,
    at,
    chained,
    gives,
    held,
    resolves,
)

from onrecord.adapters.scipy.statistics import ScipyStatistics
from onrecord.assess.scoring import scorecard_of
from onrecord.domain.brief import Brief
from onrecord.domain.question import Question, assembled
from onrecord.domain.recorded import Recorded
from onrecord.domain.scorecard import FEWEST
from onrecord.publish.asked_forms import percent_words
from onrecord.publish.check import check
from onrecord.publish.compile_scorecard import ScoreMaterial, compile_scorecard
from onrecord.publish.render import render_html, render_json, render_markdown
from onrecord.publish.serial import to_text
from onrecord.publish.verify import verify


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0 %"), (1, "100 %"), (0.355, "35.5 %"), (0.001, "0.1 %"), (0.999, "99.9 %"),
     (0.0004, "0.04 %"), (0.9996, "99.96 %"), (0.00001, "under 0.01 %"), (0.99999, "over 99.99 %")],
)  # fmt: skip
def test_only_none_and_all_read_as_none_and_all(share: float, words: str) -> None:
    assert percent_words(share) == words


def page_of(questions: tuple[Question, ...], moves: tuple[Move, ...]) -> Brief:
    whole = material()
    given = ScoreMaterial(
        questions=assembled(questions, moves),
        recorded=(*(Recorded(one, "Ines Okuda", at("2031-10-30")) for one in questions),
                  *(Recorded(one, "Ines Okuda", at("2032-01-10")) for one in moves)),
        readings=(*whole.readings, *whole.superseded),
        lineages=whole.lineages,
        doubtful=(),
        head=whole.head,
        as_of=None,
        title="Scorecard",
    )  # fmt: skip
    return compile_scorecard(given, generator="onrecord test")


@pytest.fixture(scope="module")
def page() -> Brief:
    return page_of(ASKED, MOVES)


@pytest.fixture(scope="module")
def many() -> Brief:
    """Return a page of as many resolved questions as a chart needs."""
    return page_of(*_many(FEWEST))


def _many(number: int) -> tuple[tuple[Question, ...], tuple[Move, ...]]:
    questions = tuple(asked(f"Will convoy {at} pass the Strait of Corrow?") for at in range(number))
    moves: list[Move] = []
    for place, one in enumerate(questions):
        held_at = (0.1, 0.3, 0.7, 0.9)[place % 4]
        moves += chained(one, gives("Ana Brandt", "2031-12-02", held_at),
                         resolves("yes" if place % 3 else "no", "2032-01-02"))  # fmt: skip
    return questions, tuple(moves)


def texts(brief: Brief, form: str) -> list[str]:
    return [one.text for one in brief.all_sentences() if one.form == form]


def test_it_verifies_in_all_three_kinds(page: Brief) -> None:
    for render in (render_html, render_markdown, render_json):
        assert verify(render(page)).failures == ()


def test_every_question_is_counted_where_it_stands(page: Brief) -> None:
    assert page.lead is not None
    assert page.lead.text == (
        "6 questions on record: 1 not resolved, 3 resolved, 0 ambiguous, 1 annulled, 1 not scorable."
    )
    assert len(texts(page, "asked")) == len(ASKED)


def test_means_stand_beside_their_baseline_with_their_number(page: Brief) -> None:
    assert texts(page, "forecaster") == [
        "Ana Brandt | Brier | 2 | 0.025 | base rate | 0.625 | 0.960",
        "Ana Brandt | log | 2 | 0.164 | base rate | 2.649 | 0.938",
        "Ana Brandt | CRPS | 1 | 1.908 | none | none | none",
        "Teo Marsh | Brier | 1 | 0.490 | base rate | 1.000 | 0.510",
        "Teo Marsh | log | 1 | 1.204 | base rate | 4.605 | 0.739",
    ]


def test_what_is_published_is_what_assessing_scores(page: Brief) -> None:
    scored = scorecard_of(held().questions, ScipyStatistics())
    rows = {
        tuple(text.split(" | ")[at] for at in (0, 1, 2, 3, 4)) for text in texts(page, "forecaster")
    }
    ours = {
        (one.by, one.rule, str(one.questions), f"{one.value:.3f}", one.baseline or "none")
        for one in scored.means
        if one.baseline in ("base rate", "") and one.rule in ("Brier", "log", "CRPS")
    }
    assert rows == ours
    bands = [text.split(" | ")[1:3] for text in texts(page, "band")]
    counted = [one for one in scored.calibration.bands if one.forecasts]
    assert bands == [[str(one.forecasts), str(one.yes)] for one in counted]


def test_under_thirty_questions_there_is_a_table_and_the_reason(page: Brief) -> None:
    assert not [
        block.figure for section in page.sections for block in section.blocks if block.figure
    ]
    assert texts(page, "calibrated") == [
        "3 forecasts on 2 resolved yes-or-no questions, the last of each forecaster. Under 30 such "
        "questions a chart would show chance: there is only the table."
    ]
    assert texts(page, "band") == [
        "unlikely (20 to 45 %) | 2 | 1 | 50 % | 25 %",
        "very likely (80 to 95 %) | 1 | 1 | 100 % | 90 %",
    ]


def test_from_thirty_on_a_chart_links_each_band_to_a_question(many: Brief) -> None:
    figures = [
        block.figure for section in many.sections for block in section.blocks if block.figure
    ]
    assert [one.kind for one in figures] == ["calibration"]
    assert set(re.findall(r'href="#(\w+)"', figures[0].svg)) == set(figures[0].citations)
    assert verify(render_html(many)).failures == ()


def test_a_chart_that_its_table_does_not_draw_is_refused(many: Brief) -> None:
    calibration = next(one for one in many.sections if one.id == "calibration")
    block = calibration.blocks[0]
    assert block.figure is not None
    moved = replace(block.figure, svg=block.figure.svg.replace(">8<", ">9<"))
    section = replace(calibration, blocks=(replace(block, figure=moved),))
    sections = tuple(section if one.id == "calibration" else one for one in many.sections)
    assert any("chart" in one.why for one in check(replace(many, sections=sections)))


def test_with_one_question_less_there_is_no_chart() -> None:
    fewer = page_of(*_many(FEWEST - 1))
    assert not [
        block.figure for section in fewer.sections for block in section.blocks if block.figure
    ]


def test_a_question_cannot_be_left_out_of_the_count(page: Brief) -> None:
    assert page.lead is not None
    shorter = replace(page.lead, support=page.lead.support[:-1])
    assert any("left out" in one.why for one in check(replace(page, lead=shorter)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0.960", "0.990"),
        ("50 %", "60 %"),
        ("3 resolved", "4 resolved"),
        ("0 is best", "1 is best"),
    ],
)
def test_an_altered_score_is_refused(page: Brief, old: str, new: str) -> None:
    assert not verify(render_html(page).replace(old, new, 1)).ok
    assert not verify(to_text(page).replace(old, new, 1)).ok


def test_a_page_is_not_taken_for_a_brief(page: Brief) -> None:
    envelope = json.loads(to_text(page))
    del envelope["brief"]["kind"]
    assert any("does not belong here" in one.why for one in verify(json.dumps(envelope)).failures)


def test_without_questions_the_page_says_that_nothing_is_on_record() -> None:
    empty = page_of((), ())
    assert empty.lead is None
    assert "Nothing is on record yet." in render_html(empty)
    assert verify(render_html(empty)).ok


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["yes", "no", "annulled", "ambiguous", None]), max_size=6))
def test_scores_follow_the_last_resolution_whatever_came_before(outcomes: list[str | None]) -> None:
    question = ASKED[4]
    moves: list[Move] = [gives("Teo Marsh", "2031-12-07", 0.25)]
    for place, outcome in enumerate(outcomes):
        ended = resolves("yes" if outcome is None else outcome, f"2032-01-{place + 2:02}")  # type: ignore[arg-type]
        moves.append(replace(ended, resolution=None) if outcome is None else ended)
    brief = page_of((question,), chained(question, *moves))
    last = outcomes[-1] if outcomes else None
    brier = {"yes": "0.562", "no": "0.062"}.get(str(last))
    means = [text.split(" | ")[3] for text in texts(brief, "forecaster")]
    assert (means[0] if means else None) == brier
    assert verify(render_json(brief)).ok
