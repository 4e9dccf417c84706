"""From scores to structure: the best label sequence and the best tree.

Both are exact: Viterbi over BIO labels, Chu-Liu-Edmonds over governors with exactly one root
(Chu and Liu 1965; Edmonds 1967). Ties fall to the lower index, so the same scores always give the
same structure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Scores: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.intp]
#: First word, word after the last, kind.
EntityRun: TypeAlias = tuple[int, int, str]

_NEVER = -1e30
#: Larger than any sum of scores, so that a tree with one root beats every tree with two.
_ROOT_PENALTY = 1e6


def bio_transitions(labels: Sequence[str]) -> Scores:
    """Return `[1 + n, n]` penalties: row 0 for the first word, row `1 + i` after label `i`.

    Only `B-X` and `I-X` may stand before `I-X`; everything else is free.
    """
    table = np.zeros((1 + len(labels), len(labels)))
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            table[0, column] = _NEVER
            for row, before in enumerate(labels, start=1):
                if before[2:] != label[2:] or before == "O":
                    table[row, column] = _NEVER
    return table


def best_labels(scores: Scores, transitions: Scores) -> tuple[int, ...]:
    """Return the label sequence with the highest sum of scores that the transitions allow.

    Args:
        scores: `[words, labels]`.
        transitions: What `bio_transitions` made of the same labels.
    """
    if not len(scores):
        return ()
    total = scores[0] + transitions[0]
    back: list[Indices] = []
    for row in scores[1:]:
        reached = total[:, None] + transitions[1:]
        best = reached.argmax(axis=0)
        back.append(best)
        total = reached[best, np.arange(reached.shape[1])] + row
    path = [int(total.argmax())]
    for best in reversed(back):
        path.append(int(best[path[-1]]))
    return tuple(reversed(path))


def label_runs(labels: Sequence[str]) -> tuple[EntityRun, ...]:
    """Return the entities of a BIO sequence, in order.

    Example:
        >>> label_runs(("O", "B-PER", "I-PER", "B-LOC"))
        ((1, 3, 'PER'), (3, 4, 'LOC'))
    """
    runs: list[EntityRun] = []
    for index, label in enumerate(labels):
        if label.startswith("B-"):
            runs.append((index, index + 1, label[2:]))
        elif label.startswith("I-"):
            start, _, kind = runs.pop()
            runs.append((start, index + 1, kind))
    return tuple(runs)


def subjects_in_front(
    scores: Scores,
    heads: Sequence[int],
    *,
    subjects: Sequence[int],
    objects: Sequence[int],
) -> tuple[int, ...]:
    """Return the best label of each word, save that no verb has a subject on both sides.

    In English what follows a verb that has its subject in front is no second subject (`sources told
    Reuters`): it takes its best label among the objects.

    Args:
        scores: `[labels, words]`.
        heads: Governor of each word; -1 for the root.
        subjects: Columns of the labels of subjects.
        objects: Columns of the labels of objects; at least one.
    """
    best = scores.argmax(axis=0)
    fronted = {
        head
        for word, (head, column) in enumerate(zip(heads, best, strict=True))
        if word < head and column in subjects
    }
    for word, (head, column) in enumerate(zip(heads, best, strict=True)):
        if head in fronted and head < word and column in subjects:
            best[word] = objects[int(scores[list(objects), word].argmax())]
    return tuple(int(column) for column in best)


def best_tree(arcs: Scores) -> tuple[int, ...]:
    """Return the tree with the highest sum of scores among those with exactly one root.

    Args:
        arcs: `[words, 1 + words]`: per word the score of each governor, column 0 for the root.

    Returns:
        The governor of each word, an index into the words; -1 for the root.
    """
    if not len(arcs):
        return ()
    scores = np.full((len(arcs) + 1, len(arcs) + 1), _NEVER)
    scores[:, 1:] = arcs.T
    np.fill_diagonal(scores, _NEVER)
    heads = scores.argmax(axis=0)
    if np.count_nonzero(heads[1:] == 0) != 1 or _cycle(heads):
        scores[0, 1:] -= _ROOT_PENALTY
        heads = _arborescence(scores)
    return tuple(int(head) - 1 for head in heads[1:])


def _arborescence(scores: Scores) -> Indices:
    """Return the best governor of each node but 0; `scores[head, node]`, the root is node 0."""
    heads: Indices = scores.argmax(axis=0)
    cycle = np.array(_cycle(heads), dtype=np.intp)
    if not len(cycle):
        return heads
    rest = np.setdiff1d(np.arange(len(scores)), cycle)
    enter = scores[np.ix_(rest, cycle)] - scores[heads[cycle], cycle]
    leave = scores[np.ix_(cycle, rest)]
    found = _arborescence(_contracted(scores[np.ix_(rest, rest)], enter, leave))
    for position in range(1, len(rest)):
        head = found[position]
        inside = head == len(rest)
        heads[rest[position]] = cycle[leave[:, position].argmax()] if inside else rest[head]
    entry = found[-1]
    heads[cycle[enter[entry].argmax()]] = rest[entry]
    return heads


def _contracted(outside: Scores, enter: Scores, leave: Scores) -> Scores:
    """Return the scores of the graph in which the cycle is one node, the last."""
    size = len(outside) + 1
    smaller = np.full((size, size), _NEVER)
    smaller[:-1, :-1] = outside
    smaller[:-1, -1] = enter.max(axis=1)
    smaller[-1, 1:-1] = leave.max(axis=0)[1:]
    return smaller


def _cycle(heads: Indices) -> list[int]:
    """Return the nodes of one cycle, empty when node 0 governs all."""
    settled = {0}
    for start in range(1, len(heads)):
        path: dict[int, None] = {}
        node = start
        while node not in settled and node not in path:
            path[node] = None
            node = int(heads[node])
        if node in path:
            walked = list(path)
            return walked[walked.index(node) :]
        settled.update(path)
    return []
