"""One-to-one matching, against trying everything."""

from __future__ import annotations

from itertools import permutations

import pytest
from benchmarks.scoring.matching import (
    Candidate,
    best_first,
    heaviest_assignment,
    kilometres,
    span_agreement,
)
from hypothesis import given
from hypothesis import strategies as st

WEIGHTS = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 6).map(float), min_size=columns, max_size=columns),
        min_size=1,
        max_size=5,
    )
)


@given(WEIGHTS)
def test_no_other_assignment_weighs_more(weights: list[list[float]]) -> None:
    rows, columns = len(weights), len(weights[0])
    size = max(rows, columns)
    square = [
        [weights[i][j] if i < rows and j < columns else 0 for j in range(size)] for i in range(size)
    ]
    best = max(
        sum(square[i][j] for i, j in enumerate(order)) for order in permutations(range(size))
    )
    pairs = heaviest_assignment(weights)
    assert sum(weights[i][j] for i, j in pairs) == best
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(weights[i][j] > 0 for i, j in pairs)


@pytest.mark.parametrize("weights", [[], [[]], [[], []]])
def test_nothing_is_assigned_to_nothing(weights: list[list[float]]) -> None:
    assert heaviest_assignment(weights) == ()


def test_of_equal_weights_the_first_rows_and_columns_go_together() -> None:
    assert heaviest_assignment([[1.0, 1.0], [1.0, 1.0]]) == ((0, 0), (1, 1))


def test_the_best_pair_goes_first_though_the_sum_is_less() -> None:
    found = [Candidate(0.9, (), 0, 0), Candidate(0.8, (), 0, 1), Candidate(0.8, (), 1, 0)]
    assert best_first(found) == ((0, 0),)


def test_equal_ranks_do_not_depend_on_the_order_of_rows() -> None:
    left, right = Candidate(1, (0, 4), 0, 0), Candidate(1, (5, 9), 0, 1)
    assert best_first([left, right]) == best_first([right, left]) == ((0, 1),)


def test_spans_agree_by_what_they_share() -> None:
    assert span_agreement((0, 4), (2, 6)) == pytest.approx(2 / 6)
    assert span_agreement((0, 4), (4, 6)) == 0


def test_distances_are_great_circles() -> None:
    assert kilometres((0.0, 0.0), (0.0, 180.0)) == pytest.approx(20015.1, abs=0.1)
    assert kilometres((52.5, 13.4), (48.9, 2.3)) == pytest.approx(876, abs=2)
