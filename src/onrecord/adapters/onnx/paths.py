"""How each word hangs together with a predicate in the tree: what the role weights are told of syntax.

From the predicate a path leads up to the lowest node that also governs the word, and down to it. What
tells most is the relation at the turn: of the dependent of that node under which the word stands
(`nsubj`: the word is part of the subject), or, for a word that is the node itself, of the dependent
under which the predicate stands (`acl:relcl`: the predicate describes the word).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: Steps up or down from here on count as equally many.
_FAR = 3
#: Ways a word can stand to a predicate, other than being it: below it, above it, beside it.
_BELOW, _ABOVE, _BESIDE = range(3)


@dataclass(frozen=True, slots=True)
class Paths:
    """Paths from one predicate to every word.

    Attributes:
        turns: Per word 0 for the predicate, else 1 + way * relations + relation at the turn.
        steps: Per word `4 * up + down`, each capped at 3.
    """

    turns: tuple[int, ...]
    steps: tuple[int, ...]


def turn_count(relations: int) -> int:
    """Return how many values `Paths.turns` can take."""
    return 1 + 3 * relations


#: How many values `Paths.steps` can take.
STEP_COUNT = (_FAR + 1) ** 2


def paths_from(
    predicate: int, heads: Sequence[int], relations: Sequence[int], *, count: int
) -> Paths:
    """Return the paths from a predicate to every word of its sentence.

    Args:
        predicate: Index of the word.
        heads: Governor of each word; -1 for the root. Cycles are walked once.
        relations: Relation of each word to its governor, as a number below `count`.
        count: How many relations there are.
    """
    above = _upwards(predicate, heads)
    height = {node: steps for steps, node in enumerate(above)}
    turns, steps = [0] * len(heads), [0] * len(heads)
    for word in range(len(heads)):
        if word == predicate:
            continue
        node, last, down = word, -1, 0
        while node not in height and node >= 0 and down <= len(heads):
            last, node, down = node, heads[node], down + 1
        up = height.get(node, len(above) - 1)
        if down == 0:
            way, relation = _ABOVE, relations[above[up - 1]]
        else:
            way, relation = (_BELOW if up == 0 else _BESIDE), relations[last]
        turns[word] = 1 + way * count + relation
        steps[word] = (_FAR + 1) * min(up, _FAR) + min(down, _FAR)
    return Paths(tuple(turns), tuple(steps))


def _upwards(start: int, heads: Sequence[int]) -> list[int]:
    """Return a node and all that govern it, up to the root or the end of a cycle."""
    nodes: dict[int, None] = {}
    node = start
    while node >= 0 and node not in nodes:
        nodes[node] = None
        node = heads[node]
    return list(nodes)
