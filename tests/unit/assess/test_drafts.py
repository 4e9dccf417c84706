"""Sentences read with the shipped model, and the drafts of questions that come of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.read.reading import document_of, read
from tests.unit.reconcile.reports import Said, report

from onrecord.assess.drafts import LACKS_HORIZON, drafts_of
from onrecord.domain.case import Case
from onrecord.domain.question import QuestionDraft
from onrecord.domain.reading import Reading
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

#: A Thursday; the reports of these tests are of this day.
DAY = "2031-04-10"


def drafts(text: str, date: str | None = DAY) -> tuple[QuestionDraft, ...]:
    document = replace(document_of(text, date), publisher="Orlan Courier")
    statements = tuple(replace(one, document=document.id) for one in read(text, date))
    pinned = tuple(
        replace(one, content=replace(one.content, document=document.id)) for one in statements
    )
    return drafts_of(Case((Reading(document, text, pinned),)))


def draft(text: str, date: str | None = DAY) -> QuestionDraft:
    found = drafts(text, date)
    assert len(found) == 1, [one.text for one in found]
    return found[0]


def edtf(due: When | Unknown) -> str | None:
    return due.edtf if isinstance(due, When) else None


def test_a_question_is_kept_whole_with_what_it_supposes_and_its_day() -> None:
    text = "The question is: what if, two months from now, the strait is still closed? What does Velmara do then?"
    found = draft(text)
    assert found.text == text
    assert found.span is not None
    assert found.span.exact == text
    assert found.condition == "what if, two months from now, the strait is still closed"
    assert isinstance(found.due, When)
    assert (found.due.text, found.due.edtf, found.due.anchor) == (
        "two months from now",
        "2031-06",
        DAY,
    )
    assert LACKS_HORIZON not in found.lacks
    assert found.lacks


def test_without_a_date_of_the_report_the_words_are_kept_and_no_day_is_told() -> None:
    found = draft("What if, two months from now, the strait is still closed?", None)
    assert isinstance(found.due, When)
    assert (found.due.text, found.due.edtf) == ("two months from now", None)
    assert LACKS_HORIZON in found.lacks


def test_words_of_likelihood_are_read_by_icd_203_and_no_horizon_is_made_up() -> None:
    found = draft("An invasion of Ilvane continues to appear unlikely.")
    assert (found.band, found.band_words) == ("unlikely", "unlikely")
    assert found.likelihood is not None
    assert (found.likelihood.low, found.likelihood.high) == (20, 45)
    assert isinstance(found.due, Unknown)
    assert found.lacks[0] == LACKS_HORIZON


def test_a_threat_with_a_vague_time_says_that_it_names_no_day() -> None:
    found = draft('General Tavo Merin said the fleet will "very soon" strike the port.')
    assert found.speaker == "Tavo Merin"
    assert found.due == Unknown("“very soon” names no day")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ('"We will reopen the strait by Friday," Ada Lune said.', "../2031-04-11"),
        ("The president pledged to hold elections within six months.", "../2031-10-10"),
        ("The council is expected to vote on the resolution on 12 December.", "2031-12-12"),
        ("Will the strait reopen before the end of the year?", "../2031-12-31"),
        ("The army demanded that the rebels leave the city by Sunday.", "../2031-04-13"),
        ("Will the junta hand over power by June?", "../2031-06"),
        ("Elections are scheduled for March 2032.", "2032-03"),
        ("Parliament will debate the emergency bill on Friday.", "2031-04-11"),
        ("It is unclear whether the airport will reopen by Sunday.", "../2031-04-13"),
    ],
)
def test_a_deadline_is_counted_forward_from_the_day_of_the_report(text: str, day: str) -> None:
    assert edtf(draft(text).due) == day


def test_the_day_of_a_condition_is_no_horizon() -> None:
    found = draft(
        "If the blockade is not lifted by 30 June, we will strike the port, Oro Vann warned."
    )
    assert found.condition == "If the blockade is not lifted by 30 June"
    assert isinstance(found.due, Unknown)


def test_the_day_of_saying_is_no_horizon() -> None:
    (found,) = drafts(
        "In a speech on Friday, President Oro Vann vowed not to retreat.", "2031-04-11"
    )
    assert isinstance(found.due, Unknown)


def test_a_possibility_is_a_draft_only_with_a_condition_or_a_time() -> None:
    found = draft("The dam may burst if the rain continues, engineers warned.")
    assert (found.condition, found.band) == ("if the rain continues", None)
    assert drafts("The dam may burst, engineers warned.") == ()


def test_a_negation_in_another_clause_leaves_the_likelihood_alone() -> None:
    found = draft("Velmara has not ordered an evacuation and is unlikely to do so this month.")
    assert (found.band, edtf(found.due)) == ("unlikely", "2031-04")


def test_a_doubt_keeps_the_words_that_doubt() -> None:
    assert "doubt" in draft("Diplomats doubt that the truce will hold.").text


@pytest.mark.parametrize(
    "text",
    [
        "Who knows?",
        "Who could have foreseen that the war would end?",
        "Why did the army leave Port Orlan?",
        "Families fear that the dam will burst.",
        "Many of the missing are likely to have died.",
        '"We\'ll see," Oro Vann said.',
        "The army could have seized the port.",
        "Velmara struck two boats on Monday.",
        "The talks were going to resume.",
        "The army called for calm.",
    ],
)
def test_what_is_past_wished_rhetorical_or_merely_possible_is_no_draft(text: str) -> None:
    assert drafts(text) == ()


@pytest.mark.parametrize(
    ("asked", "count"), [("How will the blockade end?", 0), ("Will the blockade end?", 1)]
)
def test_a_headline_that_asks_for_more_than_yes_or_no_is_a_teaser(asked: str, count: int) -> None:
    said = Said(asked, "fut.question", aux=("question",))
    headline = report(f"{asked}\nThe strait is closed.", said, title=asked)
    assert len(drafts_of(_case(headline))) == count
    inside = report(f"{asked} The strait is closed.", said, title="The blockade")
    assert len(drafts_of(_case(inside))) == 1


def _copy(publisher: str, *, origin: str, date: str = DAY) -> Reading:
    words = "the fleet will sail"
    said = Said(words, "fut.prediction", aux=("future",), speaker="Ada Lune")
    return report(f"Ada Lune said {words}.", said, publisher=publisher, origin=origin, date=date)


def _case(*readings: Reading) -> Case:
    origins = {one.document.id: str(one.document.lineage.origin) for one in readings}
    return Case(readings, lineages=origins)


def test_copies_of_one_wire_are_one_draft_and_another_speaker_is_another() -> None:
    first = _copy("Orlan Courier", origin="corrow wire")
    second = _copy("Ilvane Post", origin="corrow wire", date="2031-04-11")
    (found,) = drafts_of(_case(second, first))
    assert found.statement == first.statements[0].id
    assert found.repeats == (second.statements[0].id,)
    (alone,) = drafts_of(_case(first))
    assert alone.id == found.id
    said = Said("the fleet will sail", "fut.prediction", aux=("future",), speaker="Oro Vann")
    other = report("Oro Vann said the fleet will sail.", said, publisher="Brevanne Sun")
    assert len(drafts_of(_case(first, second, other))) == 2


@settings(max_examples=20, deadline=None)
@given(st.permutations([("a", "wire"), ("b", "wire"), ("c", "c"), ("d", "d")]))
def test_the_order_of_arrival_changes_nothing(order: list[tuple[str, str]]) -> None:
    def found(pairs: list[tuple[str, str]]) -> tuple[QuestionDraft, ...]:
        return drafts_of(_case(*(_copy(name, origin=origin) for name, origin in pairs)))

    assert found(order) == found(sorted(order))


def test_nothing_on_record_gives_no_draft() -> None:
    assert drafts_of(Case(())) == ()


def test_an_ultimatum_with_a_day_is_a_draft() -> None:
    found = draft("The bloc gave the generals until Friday to release the president.")
    assert edtf(found.due) == "../2031-04-11"


def test_a_stretch_of_time_given_counts_from_the_day_it_was_given() -> None:
    found = draft("On Sunday the bloc met. It gave the junta one week to restore the president.")
    assert isinstance(found.due, Unknown)
    assert "counted from the day it was set" in found.due.reason
    assert LACKS_HORIZON in found.lacks
    dated = draft("The bloc imposed sanctions and on Sunday gave the officers a week to leave.")
    assert edtf(dated.due) == "../2031-04-13"


@pytest.mark.parametrize(
    "text",
    [
        "The bloc had issued a seven-day ultimatum to the army to restore the president.",
        "The president may only introduce the army into hostilities after approval of Congress.",
        "The mission will operate under the Combined Task Force, which was formed to counter piracy.",
        "They are going to ensure the robust defence of our allies, the spokesman said.",
        "The response will be the biggest indication of what the strikes have triggered.",
        "The Assembly on Tuesday rejected a bill that would have limited the president's powers.",
        "Lawmakers voted last month to require a report before strikes begin.",
        "The generals had a week to prepare.",
    ],
)
def test_what_is_over_or_routine_is_no_draft(text: str) -> None:
    assert drafts(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Velmara could take military action any day now, the minister warned.",
        "Harlow went on: “I will not hesitate to direct further measures to protect our people.”",
        "The rebels condemned the strikes, vowing to retaliate.",
        "The deadline set by the bloc expires on Sunday.",
        "Citizens should leave in the next 24 to 48 hours, the adviser said.",
    ],
)
def test_threats_and_what_may_come_any_day_are_drafts(text: str) -> None:
    assert len(drafts(text)) == 1


def test_a_threat_told_in_passing_is_kept_with_whose_it_is() -> None:
    found = draft("The rebels condemned the strikes, vowing to retaliate.")
    assert found.text == "The rebels condemned the strikes, vowing to retaliate."


def test_what_is_unlikely_until_after_a_day_keeps_the_day_and_is_due_by_none() -> None:
    found = draft("Velmara was unlikely to move into Ilvane until after the Games end on Aug. 20.")
    assert found.text.endswith("until after the Games end on Aug. 20")
    assert edtf(found.due) is None
    assert found.band == "unlikely"
    said = draft(
        "Officials said the army was unlikely to attack until after the Games end on Aug. 20."
    )
    assert edtf(said.due) is None


def test_the_end_of_something_on_an_abbreviated_day_is_a_horizon() -> None:
    found = draft(
        'There is a "distinct possibility" Velmara could invade before the end of the Games on Aug. 20.'
    )
    assert edtf(found.due) == "../2031-08-20"


def test_one_speaker_saying_it_again_in_one_report_is_one_draft() -> None:
    found = draft(
        "Velmara will strike the port again if the raids continue, President Harlow said. "
        '"We will strike the port again if the raids go on," Harlow said.'
    )
    assert len(found.repeats) == 1


def test_two_speakers_or_two_days_are_two_drafts() -> None:
    two = (
        "Velmara will strike the port by Friday, President Harlow said. "
        '"We will strike the port by Sunday," Harlow said.'
    )
    assert len(drafts(two)) == 2
    others = (
        "Velmara will strike the port again if the raids continue, President Harlow said. "
        '"We will strike the port again if the raids continue soon," General Orven said.'
    )
    assert len(drafts(others)) == 2


def test_what_follows_a_time_and_should_is_a_condition() -> None:
    found = draft("An invasion could begin at any time should the president decide to order it.")
    assert found.condition == "should the president decide to order it"
