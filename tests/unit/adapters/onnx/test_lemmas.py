import pytest

from onrecord.adapters.onnx.lemmas import Lexicon, lemma_of

EMPTY = Lexicon({}, frozenset(), frozenset(), frozenset())
SMALL = Lexicon(
    exceptions={"PART": {"n't": "not"}, "NNS": {"men": "man"}},
    verbs=frozenset({"travel", "panic", "bring"}),
    nouns=frozenset({"knife", "troops"}),
    adjectives=frozenset({"safe"}),
)


@pytest.mark.parametrize(
    ("word", "xpos", "expected"),
    [
        ("fired", "VBD", "fire"),
        ("killed", "VBN", "kill"),
        ("evacuated", "VBN", "evacuate"),
        ("destroyed", "VBD", "destroy"),
        ("collapsed", "VBD", "collapse"),
        ("denied", "VBD", "deny"),
        ("stabbed", "VBN", "stab"),
        ("overthrew", "VBD", "overthrow"),
        ("hit", "VBD", "hit"),
        ("dying", "VBG", "die"),
        ("moving", "VBG", "move"),
        ("launches", "VBZ", "launch"),
        ("carries", "VBZ", "carry"),
        ("says", "VBZ", "say"),
    ],
)
def test_a_verb_unknown_to_the_lexicon_loses_its_ending(
    word: str, xpos: str, expected: str
) -> None:
    assert lemma_of(word, upos="VERB", xpos=xpos, lexicon=EMPTY) == expected


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "expected"),
    [
        ("travelled", "VERB", "VBD", "travel"),
        ("panicked", "VERB", "VBD", "panic"),
        ("bringing", "VERB", "VBG", "bring"),
        ("knives", "NOUN", "NNS", "knife"),
        ("troops", "NOUN", "NNS", "troops"),
        ("Men", "NOUN", "NNS", "man"),
        ("safest", "ADJ", "JJS", "safe"),
        ("n’t", "PART", "RB", "not"),
    ],
)
def test_the_lexicon_decides_where_spelling_does_not(
    word: str, upos: str, xpos: str, expected: str
) -> None:
    assert lemma_of(word, upos=upos, xpos=xpos, lexicon=SMALL) == expected


def test_proper_nouns_keep_their_case_and_their_s() -> None:
    assert lemma_of("Philippines", upos="PROPN", xpos="NNPS", lexicon=EMPTY) == "Philippines"


def test_invisible_characters_are_no_part_of_a_lemma() -> None:
    assert lemma_of("gov\u00adernment\u200f", upos="NOUN", xpos="NN", lexicon=EMPTY) == "government"
    assert lemma_of("\u200f", upos="X", xpos="FW", lexicon=EMPTY) == "\u200f"


def test_figures_lose_their_commas() -> None:
    assert lemma_of("15,000", upos="NUM", xpos="CD", lexicon=EMPTY) == "15000"
