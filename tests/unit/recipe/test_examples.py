import random
from collections.abc import Sequence

import numpy as np
import pytest
from tokenizers import Tokenizer

from onrecord.adapters.onnx.encoding import SubwordEncoder
from onrecord.adapters.onnx.weights import installed_weights
from recipe.corpora import Frame, Sentence
from recipe.examples import (
    SILENT,
    Distortion,
    Example,
    ExampleMaker,
    batches,
    collate,
    curly_quotes,
    distorted,
    joined,
    runs_of_neighbours,
)
from recipe.labels import collect, index

_NOTHING = Distortion(upper=0, title=0, lower=0, unstopped=0, curly=0, masked=0, renamed=0)


def _sentence(line: str, *, doc: str = "d", frames: tuple[Frame, ...] | None = None) -> Sentence:
    words = tuple(line.split())
    stop = len(words)
    return Sentence(
        "ewt",
        doc,
        words,
        upos=(*["NOUN"] * (stop - 1), "PUNCT"),
        xpos=("NN",) * stop,
        feats=("_",) * stop,
        heads=(0, *[1] * (stop - 1)),
        deprels=("root", *["dep"] * (stop - 1)),
        names=("B-PER", *["O"] * (stop - 1)),
        frames=frames,
    )


_SENTENCES = [
    _sentence("Moreau denied the report .", frames=(Frame(1, ((0, 1, "ARG0"), (2, 4, "ARG1"))),)),
    _sentence("Guards opened fire twice ."),
    _sentence("Nobody was hurt ."),
    _sentence("Ferries resumed .", doc="e"),
]


def _maker(sentences: Sequence[Sentence]) -> ExampleMaker:
    tokenizer = Tokenizer.from_file(str(installed_weights().tokenizer))
    return ExampleMaker(SubwordEncoder(tokenizer), index(collect(sentences)))


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    maker = _maker(_SENTENCES)
    return [maker.example(one) for one in _SENTENCES]


def test_a_batch_keeps_every_word_its_subwords_and_labels(examples: list[Example]) -> None:
    batch = collate(examples, (101, 102))
    assert batch.words.sum() == sum(len(one.words) for one in _SENTENCES)
    assert (batch.ids[:, 0] == 101).all()
    for row, example in enumerate(examples):
        for word, pieces in enumerate(example.pieces):
            first, last = batch.first[row, word], batch.last[row, word]
            assert tuple(batch.ids[row, first : last + 1]) == pieces
    assert batch.heads[2].tolist() == [0, 1, 1, 1, SILENT]
    assert (batch.tags["upos"][3, 3:] == SILENT).all()


def test_roles_of_rare_labels_are_left_outside(examples: list[Example]) -> None:
    batch = collate(examples, (101, 102))
    assert batch.frames.tolist() == [[0, 1]]
    assert (batch.roles[0] == 0).all()  # seen once: below the floor
    assert batch.predicates[0].tolist() == [0, 1, 0, 0, 0]
    assert (batch.predicates[1] == SILENT).all()  # nobody marked its predicates


def test_quotation_marks_turn_in_pairs() -> None:
    line = """" We did n't , " he said . " Ask Moreau 's aides . \""""
    assert " ".join(curly_quotes(line.split())) == (
        "“ We did n’t , ” he said . “ Ask Moreau ’s aides . ”"
    )


def test_without_chances_nothing_is_changed(examples: list[Example]) -> None:
    assert distorted(examples[0], examples[1], _NOTHING, random.Random(1)) is examples[0]


def test_the_final_stop_goes_with_its_labels(examples: list[Example]) -> None:
    always = Distortion(upper=0, title=0, lower=0, unstopped=1, curly=0, masked=0, renamed=0)
    cut = distorted(examples[0], None, always, random.Random(1))
    assert len(cut.pieces) == len(cut.case) == len(cut.heads) == 4
    assert {len(row) for row in cut.tags.values()} == {4}
    assert cut.frames is not None
    assert len(cut.frames[0][1]) == 4


def test_capitals_change_the_case_and_not_the_subwords(examples: list[Example]) -> None:
    always = Distortion(upper=1, title=0, lower=0, unstopped=0, curly=0, masked=0, renamed=0)
    loud = distorted(examples[1], None, always, random.Random(1))
    assert loud.pieces == examples[1].pieces
    assert set(loud.case) == {3, 0}


def test_neighbours_stay_within_their_document(examples: list[Example]) -> None:
    runs = list(runs_of_neighbours(_SENTENCES, examples, random.Random(0), share=1.0))
    assert [len(run) for run in runs] == [3, 1]
    window = joined(runs[0], random.Random(0), cut=0.0)
    assert window.starts == (1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0)
    assert "xpos" not in window.tags
    inside = joined(runs[0], random.Random(3), cut=1.0)
    assert len(inside.starts) == len(inside.pieces) == len(inside.tags["upos"])


def test_batches_hold_every_example_once_and_one_kind(examples: list[Example]) -> None:
    mixed = [*examples, joined(examples[:2], random.Random(0), cut=0.0)]
    groups = batches(mixed, random.Random(0), subwords=20)
    assert sum(len(group) for group in groups) == len(mixed)
    assert all(len({one.kind for one in group}) == 1 for group in groups)
    assert all(
        max(one.size for one in group) * len(group) <= 20 for group in groups if len(group) > 1
    )


def test_one_seed_gives_one_order(examples: list[Example]) -> None:
    first, second = (batches(examples, random.Random(7), subwords=16) for _ in range(2))
    assert [[one.pieces for one in group] for group in first] == [
        [one.pieces for one in group] for group in second
    ]
    assert np.array_equal(collate(first[0], (1, 2)).ids, collate(second[0], (1, 2)).ids)
