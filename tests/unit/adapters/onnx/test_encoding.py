import pytest
from tokenizers import Tokenizer

from onrecord.adapters.onnx.encoding import MAX_SUBWORDS_OF_WORD, SubwordEncoder, case_class
from onrecord.adapters.onnx.weights import installed_weights


@pytest.fixture(scope="module")
def encoder() -> SubwordEncoder:
    return SubwordEncoder(Tokenizer.from_file(str(installed_weights().tokenizer)))


@pytest.mark.parametrize(
    ("word", "expected"),
    [("said", 1), ("Kyiv", 2), ("A", 2), ("NATO", 3), ("McDonald", 4), ("iPhone", 4), ("T72", 5),
     ("2010", 5), ("--", 0), ("中", 0)],
)  # fmt: skip
def test_a_word_has_the_case_class_it_was_trained_with(word: str, expected: int) -> None:
    assert case_class(word) == expected


def test_words_point_at_their_first_and_last_subword(encoder: SubwordEncoder) -> None:
    words = ("Zaporizhzhia", "\u200f", "burned")
    subwords = encoder.subwords(words)
    feeds = encoder.feeds(words, subwords)
    size = len(subwords[0])
    assert size > 1
    assert subwords[1] == ()
    assert feeds["first"].tolist() == [[1, 0, size + 1]]
    assert feeds["last"].tolist() == [[size, 0, size + 1]]
    assert feeds["ids"].shape == feeds["case"].shape == (1, size + 3)


def test_an_endless_word_keeps_its_two_ends(encoder: SubwordEncoder) -> None:
    (pieces,) = encoder.subwords(["x" + "-1" * 5_000 + "-end"])
    (ending,) = encoder.subwords(["end"])
    assert len(pieces) == MAX_SUBWORDS_OF_WORD
    assert pieces[-1:] == ending
