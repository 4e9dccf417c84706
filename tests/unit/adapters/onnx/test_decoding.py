from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.adapters.onnx.decoding import (
    Scores,
    best_labels,
    best_tree,
    bio_transitions,
    label_runs,
    subjects_in_front,
)

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        node, steps = start, 0
        while node >= 0:
            node, steps = heads[node], steps + 1
            if steps > len(heads):
                return False
    return True


def total(arcs: Scores, heads: tuple[int, ...]) -> float:
    return float(sum(arcs[word, head + 1] for word, head in enumerate(heads)))


@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
@settings(max_examples=150, deadline=None)
def test_the_tree_is_the_best_of_all_trees_with_one_root(size: int, seed: int) -> None:
    arcs = np.random.default_rng(seed).normal(scale=5, size=(size, size + 1))
    found = best_tree(arcs)
    trees = [heads for heads in product(range(-1, size), repeat=size) if is_tree(heads)]
    assert is_tree(found)
    assert total(arcs, found) == pytest.approx(max(total(arcs, heads) for heads in trees))


@given(st.integers(6, 40), st.integers(0, 2**32 - 1))
@settings(max_examples=40, deadline=None)
def test_any_scores_give_one_tree(size: int, seed: int) -> None:
    arcs = np.random.default_rng(seed).normal(scale=5, size=(size, size + 1))
    assert is_tree(best_tree(arcs))


def test_scores_without_any_preference_still_give_a_tree() -> None:
    assert is_tree(best_tree(np.zeros((30, 31))))


@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
@settings(max_examples=100, deadline=None)
def test_the_labels_are_the_best_sequence_that_is_allowed(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(scale=3, size=(size, len(LABELS)))

    def allowed(path: tuple[int, ...]) -> bool:
        before = "O"
        for column in path:
            label = LABELS[column]
            if label.startswith("I-") and before[2:] != label[2:]:
                return False
            before = label
        return True

    def worth(path: tuple[int, ...]) -> float:
        return float(sum(scores[word, column] for word, column in enumerate(path)))

    found = best_labels(scores, bio_transitions(LABELS))
    paths = [path for path in product(range(len(LABELS)), repeat=size) if allowed(path)]
    assert allowed(found)
    assert worth(found) == pytest.approx(max(worth(path) for path in paths))


def test_two_names_side_by_side_stay_two() -> None:
    assert label_runs(("B-PER", "B-PER", "I-PER", "O")) == ((0, 1, "PER"), (1, 3, "PER"))


def test_nothing_decodes_to_nothing() -> None:
    assert best_tree(np.zeros((0, 1))) == ()
    assert best_labels(np.zeros((0, 5)), bio_transitions(LABELS)) == ()


# Rows: subject, object, second object, another.
_TOLD = np.array(
    [[5.0, 0.0, 3.0], [1.0, 0.0, 2.0], [0.0, 0.0, 1.0], [0.0, 0.0, 2.5]], dtype=np.float64
)


def test_a_second_subject_behind_its_verb_becomes_an_object() -> None:
    assert subjects_in_front(_TOLD, (1, -1, 1), subjects=[0], objects=[1, 2])[2] == 1


def test_a_subject_behind_its_verb_stays_when_none_stands_in_front() -> None:
    assert subjects_in_front(_TOLD, (2, -1, 1), subjects=[0], objects=[1, 2])[2] == 0


def test_two_subjects_in_front_are_left_alone() -> None:
    both = np.array([[5.0, 5.0, 0.0], [1.0, 1.0, 3.0]], dtype=np.float64)
    assert subjects_in_front(both, (2, 2, -1), subjects=[0], objects=[1]) == (0, 0, 1)
