"""What somebody calls likely, and how likely: never an event, never more sure than the words."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import held, only, saying


@pytest.mark.parametrize(
    ("text", "value", "hedge"),
    [
        ("A wider war cannot be ruled out.", "PS+", "cannot be ruled out"),
        ("We cannot rule out an attack on the port.", "PS+", "cannot rule out"),
        (
            "There is a 60 percent chance that Velmara will attack Ilvane.",
            "PR+",
            "a 60 percent chance",
        ),
        ("There is a 50 percent chance of a truce.", "PS+", "a 50 percent chance"),
        ("There is a 20% chance of a wider war.", "PR-", "a 20% chance"),
        ("There is little chance of a truce.", "PR-", "little chance"),
        ("There is a possibility that the talks will resume.", "PS+", "a possibility"),
        ("The chances of a deal are slim.", "PR-", "chances of a deal are slim"),
        (
            "Analysts put the probability of an attack at 70 percent.",
            "PR+",
            "probability of an attack at 70 percent",
        ),
        ("A ceasefire remains unlikely before the winter.", "PR-", "unlikely"),
        ("A ceasefire looks unlikely.", "PR-", "unlikely"),
        ("The army may well attack the port.", "PS+", "may"),
    ],
)
def test_what_may_come_is_a_prediction_as_sure_as_its_words(
    text: str, value: str, hedge: str
) -> None:
    statement = only(text)
    assert statement.kind == "fut.prediction"
    assert statement.innermost.value == value
    assert hedge in [one.exact for one in statement.hedges]
    assert not statement.supports_event()


@pytest.mark.parametrize(
    "text",
    [
        "The offensive is expected within days.",
        "War is inevitable.",
        "Velmara is expected to launch an offensive in January.",
        "The talks are set to resume on Monday.",
    ],
)
def test_what_is_awaited_lies_ahead(text: str) -> None:
    statement = only(text)
    assert statement.kind == "fut.prediction"
    assert "future" in statement.innermost.aux


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It is likely that the army attacked the port.", "jdg.inference", "PR+"),
        ("It cannot be ruled out that the fire was set deliberately.", "jdg.inference", "PS+"),
    ],
)
def test_what_was_probably_done_is_inferred_not_foretold(text: str, kind: str, value: str) -> None:
    statement = only(text)
    assert (statement.kind, statement.innermost.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "The army holds 60 percent of the port.",
        "Police ruled out foul play.",
        "The prospect of war alarmed the region.",
        "Velmara has a chance to end the war.",
        "There was no chance of survival.",
    ],
)
def test_a_number_or_a_chance_that_passed_foretells_nothing(text: str) -> None:
    assert all(one.kind != "fut.prediction" for one in (only(text),))


def test_who_says_that_it_cannot_be_ruled_out_is_kept() -> None:
    statement = saying("The general said a ground invasion could not be ruled out.", "invasion")
    assert [voice.label for voice in statement.voices] == ["The general"]
    assert held(statement) == "PS+"
