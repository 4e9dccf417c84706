"""The modality of event mentions: what governs a word and what stands on it decide together."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import tree_of

from onrecord.read.modality import modality_at


def modality_of(sentence: str, word: str) -> str:
    """Return value and auxiliaries of the first token that reads `word`."""
    tree = tree_of(sentence)
    at = next(index for index, token in enumerate(tree.tokens) if token.text == word)
    found = modality_at(tree, at)
    return ";".join((found.value, *found.aux))


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The rebels shelled the port.", "shelled", "CT+"),
        ("The army will attack the town tomorrow.", "attack", "CT+;future"),
        ("The army would attack at dawn, the general said.", "attack", "CT+;future"),
        ("The army did not attack.", "attack", "CT-;negation"),
        ("The army no longer controls the dam.", "controls", "CT-;negation"),
        ("Nobody attacked the convoy.", "attacked", "CT-;negation"),
        ("The guards refused to open fire.", "refused", "CT+"),
        ("The guards refused to open fire.", "open", "CT-;negation"),
        ("The rebels failed to capture the bridge.", "capture", "CT-;negation"),
        ("The crew managed to flee.", "flee", "CT+"),
        ("The crew did not manage to flee.", "flee", "CT-;negation"),
        ("The minister plans to visit Corrow.", "visit", "CT+;future"),
        ("Troops are expected to leave Corrow.", "leave", "PR+;future"),
        ("A new attack is likely.", "attack", "PR+;future"),
        ("Officials announced the planned sale of ten jets.", "sale", "CT+;future"),
        ("The envoy warned of the risk of war.", "war", "PS+;future"),
        ("Police thwarted an attack on the station.", "attack", "CT-;negation"),
        ("The guards averted a massacre.", "massacre", "CT-;negation"),
        ("The ministry called off the raid.", "raid", "CT-;negation"),
        ("The cancelled strike had been ordered in May.", "strike", "CT-;future;negation"),
        ("The army denied that it hit the school.", "hit", "CT-;negation"),
        ("The general denied the attack.", "attack", "CT-;negation"),
        ("The troops entered the town without firing a shot.", "firing", "CT-;negation"),
        ("The president ordered a retreat instead of attacking.", "attacking", "CT-;negation"),
        ("The soldiers stopped shooting.", "shooting", "CT-;negation"),
        ("The lack of talks worries Corrow.", "talks", "CT-;negation"),
        ("The army may have hit the bridge.", "hit", "PS+"),
        ("The army could have hit the bridge.", "hit", "CT-;counterfactual"),
        ("The jets might strike the bridge.", "strike", "PS+"),
        ("Officials believe that rebels sank the ship.", "sank", "PR+"),
        ("Officials fear that the ship sank.", "sank", "PS+"),
        ("Officials doubt that the ship sank.", "sank", "PR-;negation"),
        ("If the rebels attack, the army will respond.", "attack", "PS+;hypothetical"),
        ("Did the rebels attack the port?", "attack", "Uu;question"),
        ("The ministry did not say that troops had left.", "left", "Uu"),
        ("The talks led to a plan for a truce.", "truce", "CT+;future"),
        ("The city prepared for an attack.", "attack", "CT+;future"),
        ("The rebels demanded the release of hostages.", "release", "CT+;future"),
        ("They called on the council to act.", "act", "CT+;future"),
        ("The soldiers kept firing.", "firing", "CT+"),
        ("The guards kept the crowd from fleeing.", "fleeing", "CT-;negation"),
        ("The vote was postponed.", "vote", "CT-;future;negation"),
        ("The army attacked the town before the talks began.", "attacked", "CT+"),
        ("Marines will board the ship and search it.", "search", "CT+;future"),
        ("Marines will not board the ship but search it.", "search", "CT+;future"),
        ("The alleged attack took place in May.", "attack", "PS+"),
        ("The possible attack alarmed the city.", "attack", "PS+"),
        ("An alliance to counter the fleet was formed.", "counter", "CT+;future"),
        ("The soldiers had orders to shoot.", "shoot", "CT+;future"),
        ("The refusal to sign angered Corrow.", "sign", "CT-;negation"),
        ("The ability to strike ships matters.", "strike", "PS+"),
        ("He was too weak to resist.", "resist", "CT-;negation"),
        ("The army has yet to respond.", "respond", "CT-;negation"),
        ("She was the first to arrive.", "arrive", "CT+"),
        ("The talks will resume on Monday.", "talks", "CT+;future"),
        ("The army did not launch an attack.", "attack", "CT-;negation"),
        ("The army will investigate the attack.", "attack", "CT+"),
        ("They urged the council to act.", "act", "CT+;future"),
        ("They proposed holding talks in May.", "holding", "CT+;future"),
        ("The crew nearly died.", "died", "CT-;negation"),
        ("The attack probably killed the driver.", "killed", "PR+"),
        ("The jets tried to hit the bridge.", "hit", "Uu"),
        ("Gunfire could be heard in the city.", "heard", "CT+"),
        ("There was no attack on the port.", "attack", "CT-;negation"),
        ("A ban on flights took effect.", "flights", "CT+"),
        ("They considered a blockade.", "blockade", "PS+;future"),
        ("The army was accused of shelling the town.", "shelling", "CT+"),
        ("The ship was hit and sunk.", "sunk", "CT+"),
        ("The council is set to vote on Friday.", "vote", "CT+;future"),
        ("Neither army attacked.", "attacked", "CT-;negation"),
        ("The government wants a ceasefire.", "ceasefire", "CT+;future"),
        ("It is unclear whether the ship sank.", "sank", "Uu;question"),
        ("They claim to have sunk a ship.", "sunk", "CT+"),
        ("The ship left for repairs.", "left", "CT+"),
        ("No evidence of an attack was found.", "attack", "PR-;negation"),
    ],
)
def test_governing_words_and_own_words_decide(sentence: str, word: str, expected: str) -> None:
    assert modality_of(sentence, word) == expected


@pytest.mark.parametrize("sentence", ["WAR", "NO!!! 12 dead ???", "to to to", '"', "| 3 | 4 |"])
def test_every_token_of_anything_has_a_modality(sentence: str) -> None:
    tree = tree_of(sentence)
    for at in range(len(tree.tokens)):
        found = modality_at(tree, at)
        assert found.is_negative == ("negation" in found.aux)
        assert found.is_future == ("future" in found.aux)


def test_a_copula_and_an_auxiliary_stand_for_their_predicate() -> None:
    assert modality_of("The ship will be ready.", "be") == "CT+;future"
    assert modality_of("The ship will be sunk.", "be") == "CT+;future"
