"""Transcripts name a speaker before a colon; nobody is made a speaker by any other colon or verb."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import read, saying, speakers


def test_the_one_named_before_the_colon_speaks_the_whole_paragraph() -> None:
    text = "MINISTER VARGA: I have seen reports of 15 dead. The fleet left on Monday."
    found = read(text)
    assert [speakers(one) for one in found] == [["MINISTER VARGA"]] * 2
    spans = [one.voices[0].span for one in found]
    assert [one.cue for one in found] == [None, None]
    assert [span and (span.start, span.exact) for span in spans] == [(0, "MINISTER VARGA")] * 2


def test_whoever_the_speaker_cites_is_cited_by_the_speaker() -> None:
    found = saying("Mr Varga: We lost two ships. The union said nine sailors drowned.", "nine")
    assert speakers(found) == ["Mr Varga", "The union"]


def test_the_next_paragraph_is_the_author_again() -> None:
    found = saying("Mr Varga: We lost two ships.\n\nNine sailors drowned on Monday.", "Nine")
    assert speakers(found) == []


@pytest.mark.parametrize(
    "text",
    [
        "PORT ORLAN: The army killed ten rebels on Monday.",
        "BREAKING: We saw that the army killed ten rebels on Monday.",
        "General Strike: The army killed ten rebels on Monday.",
        "What we know: The army killed ten rebels on Monday.",
        'Mr Varga: The army killed ten rebels on Monday in a "raid".',
    ],
)
def test_other_colons_name_no_speaker(text: str) -> None:
    assert speakers(saying(text, "ten rebels")) == []


def test_saying_nothing_carries_no_quotation() -> None:
    found = saying('"The siege is over." The mayor said nothing on Monday.', "siege")
    assert speakers(found) == ["unattributed"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor put the death toll at 43.", "The mayor"),
        ("The union put the number of wounded at 120.", "The union"),
        ("The agency recorded 17 deaths.", "The agency"),
        ("Rescuers counted 12 bodies on Monday.", "Rescuers"),
        ("The war has cost 40 million dollars, the think tank estimated.", "the think tank"),
        ("About 3,000 people fled, the agency estimated.", "the agency"),
    ],
)
def test_whoever_gives_a_number_is_its_voice(text: str, who: str) -> None:
    (found,) = read(text)
    assert speakers(found) == [who]


def test_a_thing_put_somewhere_is_not_said() -> None:
    assert speakers(saying("The army put 40 guns at the gate.", "guns")) == []


def test_the_time_of_the_utterance_dates_a_toll_from_a_dated_event() -> None:
    text = "The death toll from Saturday's fire rose to 43, the mayor said on Tuesday."
    found = saying(text, "43")
    assert getattr(found.when, "edtf", None) == "2031-04-08"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("As few as 10 men were killed.", 10, None), ("As many as 10 men were killed.", None, 10)],
)
def test_as_few_as_is_a_floor(text: str, low: int | None, high: int | None) -> None:
    (found,) = read(text)
    assert (found.quantities[0].quantity.low, found.quantities[0].quantity.high) == (low, high)


def test_a_number_is_not_of_the_weeks_that_say_when_it_held() -> None:
    (found,) = read("Only 40 carts crossed on Monday, down from nearly 300 last week.")
    assert "weeks" not in {one.quantity.unit for one in found.quantities}
