"""Which parts of a sentence are cut out as statements of their own, and which must stay together."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import sentence_of, tree_of


def clauses(text: str) -> list[str]:
    return [one.extent.of(text) for one in sentence_of(text).clauses]


@pytest.mark.parametrize(
    "text",
    [
        "If the navy struck the port, thousands would flee",
        "The rebels will attack the port unless the troops leave",
        "The navy would have sunk the ship had it not turned back",
        "Had the army crossed the river, the bridge would have fallen",
    ],
)
def test_a_condition_stays_with_what_it_conditions(text: str) -> None:
    assert clauses(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "There is no evidence that the army attacked the village",
        "The ministry rejected claims that its troops had killed civilians",
        "The coast guard left without giving details",
    ],
)
def test_what_is_denied_or_lacking_stays_with_its_denial(text: str) -> None:
    assert clauses(text) == [text]


def test_two_reported_clauses_are_two_statements() -> None:
    found = clauses("The mayor said the bridge was lost and the road was open")
    assert "the bridge was lost" in found
    assert "the road was open" in found


def test_that_belongs_to_the_cue_and_not_to_the_content() -> None:
    assert "two boats had sunk" in clauses("The navy said that two boats had sunk")


def test_a_participle_set_off_by_a_comma_is_a_clause_of_its_own() -> None:
    found = clauses("The army shelled the port on Sunday, killing five people")
    assert found == ["The army shelled the port on Sunday", "killing five people"]


def test_a_relative_clause_keeps_the_noun_it_speaks_of() -> None:
    assert "The raid, which killed nine sailors" in clauses(
        "The raid, which killed nine sailors, failed"
    )


def test_a_sentence_without_words_has_no_clauses() -> None:
    assert sentence_of(" ").clauses == ()


@pytest.mark.parametrize(
    ("text", "verb", "speaker"),
    [
        ('"The army attacked us", said the mayor, Ona Petrel.', "said", "mayor"),
        (
            "Residents fear the army will shell the town, the aid group Open Road said.",
            "said",
            "group",
        ),
        ("Crowds driven back by gas, witnesses say", "say", "witnesses"),
    ],
)
def test_a_reporting_verb_gets_back_the_speaker_the_parser_lost(
    text: str, verb: str, speaker: str
) -> None:
    tree = tree_of(text)
    at = next(index for index, token in enumerate(tree.tokens) if token.text == verb)
    subjects = [tree.tokens[one].text for one in tree.dependants(at, "nsubj")]
    assert subjects == [speaker]


def test_those_who_are_told_are_not_those_who_act() -> None:
    tree = tree_of("Two officials told lawmakers the navy had seized a tanker.")
    seized = next(index for index, token in enumerate(tree.tokens) if token.text == "seized")
    assert [tree.tokens[one].text for one in tree.dependants(seized, "nsubj")] == ["navy"]
