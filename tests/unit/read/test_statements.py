"""What a statement carries: exact words, cue, names, loaded labels, numbers, times."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import held, only, read, saying, speakers

from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When


def edtf(when: When | Unknown) -> str | None:
    return when.edtf if isinstance(when, When) else None


def test_the_content_has_both_halves_of_a_pair_of_marks() -> None:
    found = saying('Varga said the army "must go home".', "go home")
    assert found.content.exact.count('"') == 2
    assert found.mode == "mixed"


def test_a_quoted_predicate_keeps_its_subject() -> None:
    found = only(
        'Reyes told reporters that the attack was "a grave provocation against our people".'
    )
    assert found.content.exact.startswith("the attack was")
    assert found.mode == "mixed"


def test_the_cue_is_pinned_with_its_auxiliaries() -> None:
    found = only("The government has confirmed that the bridge fell.")
    assert found.cue is not None
    assert found.cue.exact == "has confirmed"


def test_the_cue_of_a_long_speech_is_pinned_in_every_sentence_of_it() -> None:
    cues = [one.cue for one in read('"We lost the bridge. We hid all night," Reyes said.')]
    assert [cue.exact for cue in cues if cue is not None] == ["said", "said"]


def test_loaded_labels_are_pinned() -> None:
    found = only("The army killed two terrorists near the so-called border.")
    assert {span.exact for span in found.loaded_labels} == {"terrorists", "so-called"}


def test_names_are_kept_verbatim() -> None:
    assert "Beirut" in only("The army shelled a market in Beirut.").names


def test_a_number_stands_with_the_clause_that_states_it() -> None:
    text = "The army killed 12 rebels, and the navy sank two boats."
    assert [one.span.exact for one in saying(text, "rebels").quantities] == ["12 rebels"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The army shelled the port on Monday.", "2031-04-07"),
        ("The army shelled the port.", "../2031-04-10"),
        ("The army may have shelled the port.", "../2031-04-10"),
        ("The army is in the port.", "2031-04-10"),
        ("The army will shell the port next month.", "2031-05"),
        ("The mayor told sailors on Monday that the port was open.", "2031-04-07"),
    ],
)
def test_a_statement_is_dated_by_its_words_or_the_document(text: str, date: str) -> None:
    assert edtf(only(text).when) == date


def test_a_possibility_has_no_date_of_its_own() -> None:
    assert isinstance(only("If the army shelled the port, thousands would flee.").when, Unknown)


def test_without_a_date_nothing_is_placed_on_the_day_of_reading() -> None:
    found = only("The army shelled the port.", date=None)
    assert isinstance(found.when, Unknown)
    assert found.when.reason


def test_an_unattributed_rumour_is_held_by_nobody() -> None:
    found = only("The rebels reportedly burned the depot.")
    assert [voice.identity for voice in found.voices] == ["unattributed"]
    assert [one.value for one in found.factuality] == ["Uu", "Uu"]


def test_statements_come_in_order_of_the_text() -> None:
    found = read("The port burned. The crew left, and the mayor said the fire was out. It rained.")
    starts = [one.content.start for one in found]
    assert starts == sorted(starts)


def test_a_clause_of_two_words_is_no_statement() -> None:
    assert read("Shots rang.") == ()


def test_a_clock_time_that_opens_an_entry_is_not_part_of_what_is_said() -> None:
    assert only("12:15 The army has not commented.").content.exact == "The army has not commented"


def test_a_sentence_that_only_frames_a_quotation_is_no_event() -> None:
    text = (
        "Speaking from Port Orlan, he explained that “a large fire broke out beside the sheds where crews "
        "store their fuel,” adding: “We sank three cutters and today we burned the sheds.”"
    )
    found = read(text)
    assert all(not one.content.exact.startswith("Speaking") for one in found)
    assert all(one.where is None for one in found)
    assert {speakers(one)[-1] for one in found} == {"he"}


def test_the_place_of_speaking_is_not_the_place_of_what_is_told() -> None:
    text = "Speaking in Port Orlan, the minister said that 12 people had been killed in Ilvane."
    (found,) = read(text)
    assert found.where is not None
    assert found.where.text == "in Ilvane"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "What remains to be asked is: what if, three months from now, no rival has come forward?",
            "2031-07",
        ),
        (
            "The question remains: what if, by May 5, the rebels still hold the city?",
            "../2031-05-05",
        ),
    ],
)
def test_a_question_of_what_if_is_one_question(text: str, day: str) -> None:
    found = only(text)
    assert (found.kind, found.content.exact) == ("fut.question", text.removesuffix("?"))
    assert edtf(found.when) == day


@pytest.mark.parametrize(
    "text",
    [
        "He has not done so.",
        "The president has not ordered the military to strike.",
        "The president did not order the strike.",
        "The government held off from sending troops.",
        "The minister has so far held off on retaliating.",
        "The cabinet has yet to approve the operation.",
        "Velmara stopped short of blaming Ilvane.",
        "The minister ruled out sending troops.",
        "The king backed away from ordering an attack.",
        "The council has not called for sanctions.",
    ],
)
def test_what_was_not_done_is_told_as_not_done_by_the_author(text: str) -> None:
    found = only(text)
    assert held(found) == "CT-;negation"
    assert not found.voices
    assert not found.supports_event()


def test_what_could_have_been_ordered_is_one_counterfactual() -> None:
    text = (
        "The president could have ordered the army to seize the ports, or to land troops, or to move "
        "against the palace. He has not done so."
    )
    counterfactual, omission = read(text)
    assert (counterfactual.kind, held(counterfactual)) == (
        "fut.counterfactual",
        "CT-;counterfactual",
    )
    assert "land troops" in counterfactual.content.exact
    assert held(omission) == "CT-;negation"


def test_who_could_hold_off_may_yet_do_so_and_who_held_people_back_did() -> None:
    assert held(only("He could hold off on attacking Ilvane.")) == "PS-;negation"
    assert held(only("Police held back people trying to enter the hall.")) == "CT+"
