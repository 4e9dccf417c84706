"""What words say answers what: linked to the report of it, or with the reason why nothing is linked."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.assess.lawcase import case, case_of_readings, reading_of

from onrecord.assess.pathways import pathways_of
from onrecord.assess.responses import responses_of
from onrecord.domain.case import Case
from onrecord.domain.errors import InvariantError
from onrecord.domain.escalation import Response
from onrecord.domain.unknown import Unknown

SHELLING = reading_of("Velmara shelled the harbour of Port Orlan on Monday.", "2031-03-04", "A")
ANSWER = reading_of(
    "In response to the shelling of Port Orlan, Ilvane fired rockets at a depot in Velmara on Tuesday.",
    "2031-03-12",
    "B",
)


def test_an_answer_is_linked_to_the_report_of_what_its_words_name() -> None:
    found = case_of_readings(SHELLING, ANSWER)
    [response] = responses_of(found)
    assert isinstance(response.answers, str)
    assert found.statements[response.answers].content.exact.startswith("Velmara shelled")
    assert response.words == "In response to the shelling of Port Orlan"
    assert response.state == "given"


def test_where_no_report_matches_that_is_said() -> None:
    [response] = responses_of(case_of_readings(ANSWER))
    assert isinstance(response.answers, Unknown)
    assert "the shelling of Port Orlan" in response.answers.reason


def test_nothing_answers_what_comes_after_it() -> None:
    later = reading_of("Velmara shelled the harbour of Port Orlan on Monday.", "2031-05-06", "A")
    [response] = responses_of(case_of_readings(ANSWER, later))
    assert isinstance(response.answers, Unknown)


def test_words_that_name_nothing_answer_what_is_not_known() -> None:
    [response] = responses_of(case("Ilvane has responded with air defence drills."))
    assert isinstance(response.answers, Unknown)
    assert response.state == "given"


def test_an_answer_that_is_vowed_is_only_announced() -> None:
    [response] = responses_of(case("Ilvane vowed to retaliate for the strike on its radar."))
    assert response.state == "announced"


@pytest.mark.parametrize(
    "words",
    [
        "The ministry did not respond in time, and in response to a question said nothing.",
        "Ilvane has not responded with force.",
        "Ilvane could have responded with rockets.",
        "Velmara is weighing strikes in response to the shelling of Port Orlan.",
        "Firefighters responded to the scene on Monday.",
        "Velmara shelled a village on Monday. Ilvane shelled a village on Tuesday.",
    ],
)
def test_words_that_make_no_answer(words: str) -> None:
    assert responses_of(case(words)) == ()


def test_an_empty_record_answers_nothing() -> None:
    assert responses_of(Case(())) == ()
    assert pathways_of(Case(())) == ()


def test_a_response_needs_words_and_never_answers_itself() -> None:
    with pytest.raises(InvariantError):
        Response("stm-1", Unknown("open"), "", "open")
    with pytest.raises(InvariantError):
        Response("stm-1", "stm-1", "in response", "same")


def test_a_pathway_told_twice_is_listed_once_and_is_no_step() -> None:
    words = "A strike on the port could draw Ilvane into a wider war."
    found = case(words, words)
    kinds = {one.kind for one in pathways_of(found)}
    assert len(pathways_of(found)) <= 1
    assert kinds <= {"fut.pathway"}


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(chance: random.Random) -> None:
    readings = [SHELLING, ANSWER, reading_of("Ilvane vowed to retaliate.", "2031-03-05", "C")]
    before = responses_of(case_of_readings(*readings))
    chance.shuffle(readings)
    assert responses_of(case_of_readings(*readings)) == before


RAID = reading_of("French jets struck targets in Mali on Monday.", "2031-03-04", "A")


def test_nobody_answers_its_own_act() -> None:
    own = reading_of(
        "France conducted strikes in Mali on Monday in response to the attacks in Mali.",
        "2031-03-05",
        "B",
    )
    answers = [one.answers for one in responses_of(case_of_readings(RAID, own))]
    assert all(isinstance(one, Unknown) for one in answers)
    assert answers


def test_whose_act_is_answered_is_the_one_whom_the_words_name() -> None:
    reply = reading_of(
        "In retaliation for the French strikes, Hezbollah fired rockets at a depot in Mali.",
        "2031-03-05",
        "B",
    )
    found = case_of_readings(RAID, reply)
    [response] = responses_of(found)
    assert isinstance(response.answers, str)
    assert found.statements[response.answers].content.exact.startswith("French jets")


def test_what_is_named_and_not_on_record_is_told() -> None:
    words = "Velmara bombed two depots in Ilvane in retaliation against attacks in the Corrow Sea."
    [response] = responses_of(case(words))
    assert isinstance(response.answers, Unknown)
    assert "attacks in the Corrow Sea" in response.answers.reason


def test_people_who_react_to_a_decision_to_retaliate_do_not_retaliate() -> None:
    words = (
        "Lawmakers voiced anger on Monday at the decision to launch retaliatory strikes in Ilvane."
    )
    assert responses_of(case(words)) == ()
