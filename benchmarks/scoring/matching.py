"""Setting what was found beside the gold, one to one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

#: Start and end of a half-open span.
Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair that may be matched.

    Attributes:
        rank: How well the two agree; of one shape for all candidates that compete.
        place: Where the two stand, so that equal ranks do not depend on the order of rows.
        gold: Index among the gold.
        found: Index among what was found.
    """

    rank: Any
    place: Any
    gold: int
    found: int


def shared_length(one: Span, other: Span) -> int:
    """Return how many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def span_agreement(one: Span, other: Span) -> float:
    """Return shared by covered characters of two spans that are not empty."""
    shared = shared_length(one, other)
    return shared / (one[1] - one[0] + other[1] - other[0] - shared)


def best_first(candidates: Iterable[Candidate]) -> tuple[tuple[int, int], ...]:
    """Return matched (gold, found) indices: highest rank first, of equal ranks the later place."""
    order = sorted(candidates, key=lambda one: (one.rank, one.place), reverse=True)
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    matched = []
    for one in order:
        if one.gold in taken_gold or one.found in taken_found:
            continue
        taken_gold.add(one.gold)
        taken_found.add(one.found)
        matched.append((one.gold, one.found))
    return tuple(matched)


def heaviest_assignment(weights: Sequence[Sequence[float]]) -> tuple[tuple[int, int], ...]:
    """Return the (row, column) pairs of greatest total weight, one to one, without pairs of weight 0.

    Rows enter in order, and of equally good columns the first is taken, so equal weights always
    resolve in the same way. Cubic in the longer side.

    Args:
        weights: Rows of one length; none negative.

    Source:
        Kuhn 1955, Munkres 1957; shortest augmenting paths with potentials after Jonker and
        Volgenant 1987.
    """
    if not weights or not weights[0]:
        return ()
    rows, columns = len(weights), len(weights[0])
    size = max(rows, columns)
    costs = [[0.0] * size for _ in range(size)]
    for row, line in enumerate(weights):
        for column, weight in enumerate(line):
            costs[row][column] = -weight
    owners = _owners(costs)
    pairs = ((row, column) for column, row in enumerate(owners) if row < rows and column < columns)
    return tuple(sorted((row, column) for row, column in pairs if weights[row][column] > 0))


def _owners(costs: Sequence[Sequence[float]]) -> list[int]:
    """Return the row of each column in the cheapest assignment of a square."""
    size = len(costs)
    row_price, column_price = [0.0] * size, [0.0] * size
    owner: list[int | None] = [None] * size
    for entering in range(size):
        _enter(entering, costs, owner, (row_price, column_price))
    return [row for row in owner if row is not None]


def _enter(
    entering: int,
    costs: Sequence[Sequence[float]],
    owner: list[int | None],
    prices: tuple[list[float], list[float]],
) -> None:
    """Give one more row a column, along the cheapest path of rows that have to move."""
    row_price, column_price = prices
    size = len(costs)
    distance = [math.inf] * size
    came_from: list[int | None] = [None] * size
    settled: set[int] = set()
    row, last, nearest = entering, None, -1
    while True:
        for column in range(size):
            if column not in settled:
                slack = costs[row][column] - row_price[row] - column_price[column]
                if slack < distance[column]:
                    distance[column], came_from[column] = slack, last
        nearest = min((one for one in range(size) if one not in settled), key=distance.__getitem__)
        step = distance[nearest]
        row_price[entering] += step
        for column in settled:
            moved = owner[column]
            assert moved is not None
            row_price[moved] += step
            column_price[column] -= step
        for column in range(size):
            if column not in settled:
                distance[column] -= step
        settled.add(nearest)
        holder = owner[nearest]
        if holder is None:
            break
        row, last = holder, nearest
    at: int | None = nearest
    while at is not None:
        before = came_from[at]
        owner[at] = entering if before is None else owner[before]
        at = before


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two (latitude, longitude) pairs on a sphere of 6,371 km."""
    (north, east), (other_north, other_east) = one, other
    rise = math.sin(math.radians(other_north - north) / 2) ** 2
    turn = math.sin(math.radians(other_east - east) / 2) ** 2
    flat = math.cos(math.radians(north)) * math.cos(math.radians(other_north))
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(rise + flat * turn)))
