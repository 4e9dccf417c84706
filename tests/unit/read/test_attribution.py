"""Who carries a clause or a quotation: cues, chains, and no speaker who did not say it."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import held, only, read, saying, speakers, tree_of

from onrecord.read.attribution_quotes import introduction_of


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ('"We will stay," Ilse Varga said.', "We will stay", ["Ilse Varga"]),
        ('"We will stay here", said the mayor.', "We will stay", ["the mayor"]),
        ('Ilse Varga said: "We will stay here."', "We will stay", ["Ilse Varga"]),
        ("Ilse Varga said the port was open.", "the port", ["Ilse Varga"]),
        ("The port was open, Ilse Varga said.", "The port", ["Ilse Varga"]),
        ("According to the Red Crescent, the port was open.", "the port", ["the Red Crescent"]),
        ("The port was open, according to the Red Crescent.", "The port", ["the Red Crescent"]),
        ("The mayor of Selden, Ona Petrel, said the port was open.", "the port", ["Ona Petrel"]),
        (
            "The army has left and the road is open, the head of the Red Crescent in Lisk has said.",
            "The army",
            ["the head of the Red Crescent in Lisk"],
        ),
        (
            "The army has left and the road is open, the head of the Red Crescent in Lisk has said.",
            "the road",
            ["the head of the Red Crescent in Lisk"],
        ),
        ('"They hold the roof," drone expert Cam Chell said.', "the roof", ["Cam Chell"]),
        (
            "The Courier reported that two officials told lawmakers the navy had seized a tanker.",
            "the navy",
            ["The Courier", "two officials"],
        ),
        (
            "The Courier, citing two officials, said the navy had seized a tanker.",
            "the navy",
            ["The Courier", "two officials"],
        ),
        (
            "State media quoted the minister as saying that the bridge had been rebuilt.",
            "the bridge",
            ["State media", "the minister"],
        ),
        (
            "The minister was quoted by state media as saying that the bridge had been rebuilt.",
            "the bridge",
            ["state media", "The minister"],
        ),
        (
            "Two tankers were sunk, The Courier quoted a harbour official as saying.",
            "Two tankers",
            ["The Courier", "a harbour official"],
        ),
        (
            "The port is open, the mayor said, citing the coast guard.",
            "The port",
            ["the mayor", "the coast guard"],
        ),
        (
            "A doctor said a colleague told him the clinic had been hit.",
            "the clinic",
            ["A doctor", "a colleague"],
        ),
        (
            "Ilse Varga told The Courier in a statement that the port was open.",
            "the port",
            ["Ilse Varga"],
        ),
        (
            "The army told The Courier in a statement that the bridge held and claimed that rebels "
            "had fled.",
            "rebels",
            ["The army"],
        ),
        ("The minister made the claim that the rebels had fled.", "the rebels", ["The minister"]),
        ("In a statement, the ministry said the port was open.", "the port", ["the ministry"]),
        ("Reports from residents that the dam had broken reached Lisk.", "the dam", ["residents"]),
        ("Two tankers have sunk off Selden (Lisk Herald).", "Two tankers", ["Lisk Herald"]),
        ("Two tankers have sunk off Selden (AFP).", "Two tankers", ["AFP"]),
        (
            '"This is an act of war", a senior commander, who spoke off the record, told The Courier.',
            "act of war",
            ["a senior commander"],
        ),
        (
            'The ministry issued a statement, noting: "The tanker entered our waters by night."',
            "The tanker",
            ["The ministry"],
        ),
        (
            "The raid came amid allegations that the navy had fired on the fishermen.",
            "the navy",
            ["unattributed"],
        ),
    ],
)
def test_the_chain_names_each_source_from_the_outside_in(
    text: str, words: str, who: list[str]
) -> None:
    assert speakers(saying(text, words)) == who


def test_a_speech_of_three_sentences_has_the_speaker_named_after_it() -> None:
    found = read('"We lost the bridge. The river is theirs. We hid," Reyes said.')
    assert [speakers(one) for one in found] == [["Reyes"]] * 3
    assert [one.content.exact for one in found] == [
        '"We lost the bridge.',
        "The river is theirs.",
        'We hid,"',
    ]


def test_each_sentence_of_a_speech_is_as_sure_as_its_own_words() -> None:
    found = read('"We did not attack the port. We will hold the bridge," Reyes said.')
    assert [held(one) for one in found] == ["CT-;negation", "CT+;future"]


def test_both_halves_of_a_split_quotation_have_one_speaker() -> None:
    found = read('"The pilots are safe," Colonel Reyes said, "but the tanker is lost."')
    assert ["Reyes" in who for one in found for who in speakers(one)] == [True, True]


def test_a_quotation_that_stands_alone_goes_on_with_the_speaker_before_it() -> None:
    text = 'Varga said the talks failed. "We did all we could."'
    assert speakers(saying(text, "all we could")) == ["Varga"]


def test_a_quotation_whose_sentence_names_no_verb_of_talk_is_not_given_to_the_last_speaker() -> (
    None
):
    text = 'Varga said the talks failed. Reyes had a message for her: "We will be back on Monday."'
    assert speakers(saying(text, "We will be back")) == ["unattributed"]


def test_a_quotation_after_a_plain_sentence_is_unattributed() -> None:
    text = 'The port burned all night. "We did all we could."'
    found = saying(text, "all we could")
    assert speakers(found) == ["unattributed"]
    assert held(found) == "Uu"


def test_words_on_a_banner_are_not_said_by_somebody_else_in_the_sentence() -> None:
    text = '"It was a lie," read a banner on the house that Reyes said he owned.'
    assert "Reyes" not in speakers(saying(text, "It was a lie"))


def test_who_is_asked_has_not_said_what_was_asked() -> None:
    text = "Asked whether the army would attack, Reyes said he was tired."
    assert speakers(saying(text, "whether the army")) == ["unattributed"]
    assert speakers(saying(text, "he was tired")) == ["Reyes"]


def test_the_judge_who_asks_speaks_and_not_the_one_who_is_asked() -> None:
    found = only('"Did you order the attack?" the judge asked Reyes.')
    assert speakers(found) == ["the judge"]
    assert held(found) == "Uu;question"


def test_a_contrast_by_the_author_is_not_part_of_what_is_reported() -> None:
    text = "The army said the raid succeeded, though the bridge still stands today."
    assert speakers(saying(text, "bridge still stands")) == []


def test_what_the_author_says_about_a_claim_is_not_said_by_the_claimant() -> None:
    text = "The army said it had killed 12 rebels, a claim that could not be verified."
    assert "The army" not in speakers(saying(text, "could not be verified"))


def test_a_speech_over_two_paragraphs_keeps_its_speaker() -> None:
    text = "“We lost the bridge,” Reyes said. “It will not stop.\n\n“We ask for help from all.”"
    assert speakers(saying(text, "We ask for help")) == ["Reyes"]


@pytest.mark.parametrize(
    "text",
    [
        "Varga denied saying that the dam was safe.",
        "Officials have not said that the dam was safe.",
        "The army could announce that it has left the port.",
        "Nobody said that the army had attacked the hospital.",
    ],
)
def test_what_nobody_is_reported_to_have_said_is_held_by_nobody(text: str) -> None:
    assert all(one.innermost.value in ("Uu", "CT-") for one in read(text))


def test_not_believing_is_holding_probably_false() -> None:
    text = "The minister said he did not believe the rebels had poisoned the well."
    assert held(saying(text, "poisoned the well")) == "PR-;negation"


def test_the_author_uses_we_without_a_source() -> None:
    assert all(one.voices == () for one in read("We believe the law matters in this war."))


@pytest.mark.parametrize(
    "text",
    [
        "The tanker belongs to the Harbour Agency (HA).",
        "The road to the lake (Route 9) is closed.",
        "Two tankers sank in the strait (see map).",
    ],
)
def test_other_words_in_brackets_report_nothing(text: str) -> None:
    assert all(not one.voices for one in read(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ilse Varga issued a letter on Monday, saying:", "Ilse"),
        ("Ilse Varga told the crowd:", "Ilse"),
        ("This is what was said:", None),
        ("There are three ports:", None),
        ("Ilse Varga said the port was open.", None),
    ],
)
def test_a_colon_hands_over_to_whoever_its_sentence_names(text: str, who: str | None) -> None:
    tree = tree_of(text)
    step = introduction_of(tree)
    assert (None if step is None or step.source is None else tree.tokens[step.source].text) == who
