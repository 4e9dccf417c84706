"""Words that hold back what they govern: called false, left undone, prevented, made up."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import held, only, read, saying, speakers


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It is not true that the rebels burned the mill.", "mill", "CT-;negation"),
        ("It is untrue that the rebels burned the mill.", "mill", "CT-;negation"),
        ("It is false that nine guards were killed.", "guards", "CT-;negation"),
        ("It is a lie that the rebels burned the mill, the mayor said.", "mill", "CT-;negation"),
        ("It is not false that the rebels burned the mill.", "mill", "CT+"),
        ("Not a single guard was wounded in the siege.", "guard", "CT-;negation"),
        ("Not one guard was wounded, the mayor said.", "guard", "CT-;negation"),
        ("The council stopped short of declaring a curfew.", "curfew", "CT-;negation"),
        ("The gunboats failed to sink the ferry.", "ferry", "CT-;negation"),
        ("The gunboats did not fail to sink the ferry.", "ferry", "CT+"),
        ("The marshal avoided attacking the convoy.", "convoy", "CT-;negation"),
        ("The guards were kept from killing nine hostages.", "hostages", "CT-;negation"),
    ],
)
def test_what_is_called_false_or_left_undone_has_not_happened(
    text: str, words: str, expected: str
) -> None:
    assert held(saying(text, words)) == expected


def test_keeping_somebody_from_a_deed_has_happened() -> None:
    assert held(only("Police prevented the crowd from storming the mill.")) == "CT+"


def test_the_deed_an_acquittal_names_keeps_its_own_dead() -> None:
    found = saying("The colonel was acquitted of ordering the raid that killed nine men.", "nine")
    assert held(found) == "CT+"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The navy held a drill on Monday in which 90 people were killed.", "90"),
        ("The exercise simulated a raid in which 90 people died.", "90"),
        ("They staged a mock attack that destroyed two ferries.", "two"),
        ("The film in which rebels storm the mint opened on Friday.", "The film in which rebels"),
    ],
)
def test_what_happens_in_something_made_up_has_not_happened(text: str, words: str) -> None:
    assert any(held(one) == "PS+;hypothetical" and words in one.content.exact for one in read(text))
    assert not any(one.quantities and "hypothetical" not in one.innermost.aux for one in read(text))


def test_who_takes_part_in_an_exercise_has_done_so() -> None:
    found = saying("The exercise in which 4,000 guards took part ended well.", "took part ended")
    assert held(found) == "CT+"
    assert all(
        "hypothetical" not in one.innermost.aux
        for one in read("The exercise in which 4,000 guards took part ended well.")
    )


def test_a_reported_unreal_condition_stays_with_what_would_have_followed() -> None:
    found = only("Had the barge left on Sunday, it would have been sunk, a pilot said.")
    assert held(found) == "CT-;counterfactual"
    assert speakers(found) == ["a pilot"]


def test_an_unreal_condition_behind_that_is_unreal_too() -> None:
    text = "The pilot said that had the army crossed the river, the bridge would have fallen."
    assert {held(one) for one in read(text)} == {"CT-;counterfactual"}
