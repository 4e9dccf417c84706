import random

from recipe.corpora import Sentence
from recipe.renaming import pool_of, renamed

_LINE = Sentence(
    "ewt",
    "d",
    ("Moreau", "left", "Lisbon", "for", "the", "Bank", "of", "Lagos"),
    xpos=("NNP", "VBD", "NNP", "IN", "DT", "NNP", "IN", "NNP"),
    names=("B-PER", "O", "B-LOC", "O", "O", "B-ORG", "I-ORG", "I-ORG"),
)
_OTHER = Sentence("ewt", "d", ("Okafor",), xpos=("NNP",), names=("B-PER",))


def test_a_name_gives_way_to_one_of_its_kind_and_length() -> None:
    pool = pool_of([_OTHER], [("LOC", ("Quito",)), ("ORG", ("World", "Food", "Programme"))])
    found = renamed(_LINE, pool, random.Random(0), chance=1.0)
    assert found is not None
    assert found.words == ("Okafor", "left", "Quito", *_LINE.words[3:])
    assert (found.names, found.xpos) == (_LINE.names, _LINE.xpos)


def test_names_with_small_words_stay() -> None:
    pool = pool_of([], [("ORG", ("World", "Food", "Programme"))])
    assert renamed(_LINE, pool, random.Random(0), chance=1.0) is None


def test_without_a_draw_there_is_nothing_new() -> None:
    assert renamed(_LINE, pool_of([_OTHER], []), random.Random(0), chance=0.0) is None


def test_the_pool_holds_each_name_once_in_order() -> None:
    assert pool_of([_LINE, _LINE], [])["LOC", 1] == (("Lisbon",),)
