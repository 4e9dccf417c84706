"""How sure each clause is: negation, hedges, mood and time, and what a cue takes away."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import held, only, read, saying


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army shelled the port.", "CT+"),
        ("The army did not shell the port.", "CT-;negation"),
        ("The army never shelled the port.", "CT-;negation"),
        ("No soldiers were killed in the raid.", "CT-;negation"),
        ("Nobody was killed in the raid.", "CT-;negation"),
        ("The army has yet to leave the port.", "CT-;negation"),
        ("The army may have shelled the port.", "PS+"),
        ("The army may not have shelled the port.", "PS-;negation"),
        ("The army probably shelled the port.", "PR+"),
        ("The army reportedly shelled the port.", "Uu"),
        ("An invasion appears unlikely.", "PR-"),
        ("The army will shell the port.", "CT+;future"),
        ("The army is going to shell the port.", "CT+;future"),
        ("The army plans to shell the port.", "CT+;future"),
        ("The army is to leave the port.", "CT+;future"),
        ("If the army shells the port, thousands will flee.", "PS+;hypothetical"),
        ("The army could have shelled the port.", "CT-;counterfactual"),
        ("Had the army shelled the port, thousands would have fled.", "CT-;counterfactual"),
        ("Will the army shell the port?", "Uu;question"),
        ("Gunfire could be heard in the port.", "CT+"),
        ("Residents could hear shots in the port.", "CT+"),
        ("The port could see more shelling.", "PS+"),
        ("The move could be seen as a threat.", "PS+"),
        ("Rescuers could not reach the port.", "CT-;negation"),
        ("The crew was unable to flee the port.", "CT-;negation"),
        ("The army no longer holds the port.", "CT-;negation"),
        ("The driver nearly died in the raid.", "CT-;negation"),
    ],
)
def test_the_words_decide_how_sure_a_clause_is(text: str, expected: str) -> None:
    assert held(only(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Navy to send two ships to Port Orlan",
        "Navy to Send Two More Ships to Orlan, Officials Say",
        "Two ships to be sent to Port Orlan, navy says",
        "Troops to stay until 2034, minister says",
    ],
)
def test_a_headline_in_the_infinitive_lies_ahead(text: str) -> None:
    assert {one.innermost.aux for one in read(text)} == {("future",)}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The rebels may have hit the convoy and killed two drivers.", "killed two", "PS+"),
        ("The army did not fire on the crowd or storm the hall.", "storm", "CT-;negation"),
        ("The army will shell the port and seize the airfield.", "seize", "CT+;future"),
    ],
)
def test_a_joined_verb_shares_what_stands_before_the_first(
    text: str, words: str, expected: str
) -> None:
    assert held(saying(text, words)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police believe the rebels hold the dam.", "PR+"),
        ("Police fear 40 people drowned.", "PS+"),
        ("Police said the rebels hold the dam.", "CT+"),
        ("The army denied that it had shelled the port.", "CT-;negation"),
    ],
)
def test_the_cue_decides_how_far_its_source_is_committed(text: str, expected: str) -> None:
    assert held(only(text)) == expected


def test_a_denial_of_a_denial_commits_nobody() -> None:
    assert {one.innermost.value for one in read("The army did not deny the strike.")} == {"Uu"}


def test_a_confirmation_commits_the_author_too() -> None:
    found = only("The ministry confirmed that two boats had been sunk.")
    assert [one.value for one in found.factuality] == ["CT+", "CT+"]


def test_what_was_never_admitted_commits_nobody() -> None:
    found = only("The government has never admitted that it bombed the village.")
    assert [one.value for one in found.factuality] == ["Uu", "Uu"]


def test_a_hedge_in_a_nested_clause_leaves_the_main_clause_certain() -> None:
    found = read("The army burned two boats that smugglers allegedly use for weapons.")
    assert any(one.innermost.value == "CT+" and one.voices == () for one in found)


def test_no_doubt_asserts() -> None:
    assert held(only("There is no doubt about the cause of the fire.")) == "CT+"


def test_hedges_are_pinned_to_their_words() -> None:
    found = only("The army may have shelled the port.")
    assert [span.exact for span in found.hedges] == ["may"]


NOT_HAPPENED = (
    "If the navy were to strike the port, thousands would flee.",
    "Should the navy strike the port, thousands would flee.",
    "The president could have ordered an attack on the depot but has not done so.",
    "Had the army crossed the river, the bridge would have fallen.",
    "Will the army cross the river?",
    "The general asked whether the fleet had left the port.",
    "The ministry plans to deploy two battalions to Selden next month.",
    "The army did not fire on the crowd.",
    "The army denied shelling the hospital.",
    "The army denied that it had shelled the hospital.",
    "The ministry rejected claims that its troops had killed civilians.",
    "There is no evidence that the army attacked the village.",
    "There are no reports that the army attacked the village.",
    "It is not clear whether the missile hit the school.",
    "Unless the troops leave, the rebels will attack the port.",
    "Neither army shelled the port.",
    "The rebels are said to hold the dam.",
    "The guards allegedly opened the gate.",
)


@pytest.mark.parametrize("text", NOT_HAPPENED)
def test_what_has_not_happened_supports_no_event(text: str) -> None:
    """The act itself; that a report "spread" or that somebody was asked did happen."""
    acts = ("attack", "strike", "shell", "fire", "cross", "deploy", "hit", "killed", "hold", "open")
    supported = [one.content.exact for one in read(text) if one.supports_event()]
    assert not [words for words in supported if any(act in words for act in acts)]


def test_a_false_report_spread_and_what_it_reports_did_not_happen() -> None:
    text = "The false report that the army attacked the hospital spread fast and wide."
    found = {one.content.exact: one for one in read(text)}
    assert not found["the army attacked the hospital"].supports_event()
    assert all(one.act is None for one in found.values() if one.supports_event())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks go on in Selden even if the generals refuse.", "CT+"),
        ("The army shelled the port even if it knew of the truce.", "CT+"),
        ("I would not be surprised if they attacked the dam.", "PR+;future"),
        ('"I doubt that they will come back," Lisk said.', "PR-;future;negation"),
        ('"I doubt they shelled the port," Lisk said.', "PR-;negation"),
        ("The minister doubts that the army shelled the port.", "PR-;negation"),
        ("The minister does not doubt that the army shelled the port.", "CT+"),
        ("Hopefully the army will leave the port.", "PS+;future"),
        ("The drone may have helped the rebels.", "PS+"),
        (
            '"I do not exaggerate when I say the army shelled the hospital," she said.',
            "CT+",
        ),
        ("The port would reopen once the siege was lifted.", "PR+;hypothetical"),
    ],
)
def test_comments_and_conditions_decide_how_sure_their_content_is(text: str, expected: str) -> None:
    assert held(only(text)) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("After the army shelled the port, the crew fled.", "shelled", "CT+"),
        (
            "The minister said he would resign after the army shelled the port.",
            "army shelled",
            "CT+",
        ),
        ("The judge spoke of the risk of a raid that hits a school.", "a raid", "PS+;hypothetical"),
        ("The judge spoke of the danger of mines that killed three girls.", "mines that", "CT+"),
    ],
)
def test_what_is_only_imagined_or_feared_has_not_happened(
    text: str, words: str, expected: str
) -> None:
    found = [one for one in read(text) if words in one.content.exact]
    assert held(found[-1]) == expected


def test_who_doubts_denies_nothing() -> None:
    assert all(one.kind != "say.deny" for one in read("The minister doubted the report."))
