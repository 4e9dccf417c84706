"""What a statement carries: exact words, cue, names, loaded labels, numbers, times."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import only, read, saying

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
