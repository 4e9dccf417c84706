"""From joins between pairs to groups of accounts: average link with decisions of people on top.

Chains are refused: two groups become one only when their accounts are alike on average, and a pair
that was compared in vain, or never, counts as `UNLIKE`. Nothing depends on the order of anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from onrecord.domain.grouping import Join
from onrecord.reconcile.blocking import REACH
from onrecord.reconcile.likeness_points import JOINED, UNLIKE

#: In a large group each account was compared with no more than about this many others.
_COMPARED = 2 * REACH

Pair = tuple[str, str]


@dataclass(slots=True)
class _Links:
    """How alike groups are, by the least key of each.

    Attributes:
        size: How many accounts a group has.
        above: For each two groups, by how much the scores between them exceed `UNLIKE`, in sum, and how
            many scores that are.
        apart: For each group, those it must not be one with.
    """

    size: dict[str, int]
    above: dict[str, dict[str, tuple[float, int]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    apart: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def likeness(self, a: str, b: str) -> float:
        """Return the average score between two groups, over as many pairs as may have been compared."""
        less, more = sorted((self.size[a], self.size[b]))
        total, count = self.above[a].get(b, (0.0, 0))
        return UNLIKE + total / max(count, less * min(more, _COMPARED))

    def merge(self, a: str, b: str) -> str:
        """Make one group of two and return its key."""
        kept, gone = sorted((a, b))
        self.size[kept] += self.size.pop(gone)
        for other, (score, scores) in self.above.pop(gone, {}).items():
            self.above[other].pop(gone)
            if other != kept:
                total, count = self.above[kept].get(other, (0.0, 0))
                held = (total + score, count + scores)
                self.above[kept][other] = self.above[other][kept] = held
        for other in self.apart.pop(gone, set()):
            self.apart[other].discard(gone)
            self.apart[other].add(kept)
            self.apart[kept].add(other)
        return kept


def cluster(
    keys: Iterable[str],
    joins: Sequence[Join],
    *,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> tuple[tuple[str, ...], ...]:
    """Return the keys of accounts in groups of one event each, sorted.

    Args:
        keys: Of all accounts.
        joins: Between any of them, at most one for a pair.
        together: Pairs that people hold to be of one event: joined whatever the score.
        apart: Pairs that people hold to be of different events: never put into one group, unless
            decisions put them together.
    """
    root = {key: key for key in keys}
    links = _Links(dict.fromkeys(root, 1))
    for one in joins:
        links.above[one.earlier][one.later] = (one.score - UNLIKE, 1)
        links.above[one.later][one.earlier] = (one.score - UNLIKE, 1)
    for a, b in apart:
        links.apart[a].add(b)
        links.apart[b].add(a)
    for a, b in sorted(together):
        _unite(root, links, _found(root, a), _found(root, b))
    _agglomerate(root, links)
    groups: dict[str, list[str]] = defaultdict(list)
    for key in sorted(root):
        groups[_found(root, key)].append(key)
    return tuple(sorted(tuple(members) for members in groups.values()))


def _agglomerate(root: dict[str, str], links: _Links) -> None:
    """Make one group of the two most alike, again and again, until none are alike enough."""
    queue = [(-links.likeness(a, b), a, b) for a in links.above for b in links.above[a] if a < b]
    heapify(queue)
    while queue:
        negative, a, b = heappop(queue)
        if -negative < JOINED:
            return
        stale = a not in links.size or b not in links.size or links.likeness(a, b) != -negative
        if stale or b in links.apart[a]:
            continue
        kept = _unite(root, links, a, b)
        for other in links.above[kept]:
            heappush(queue, (-links.likeness(kept, other), min(kept, other), max(kept, other)))


def _unite(root: dict[str, str], links: _Links, a: str, b: str) -> str:
    if a == b:
        return a
    kept = links.merge(a, b)
    root[b if kept == a else a] = kept
    return kept


def _found(root: Mapping[str, str], key: str) -> str:
    while root[key] != key:
        key = root[key]
    return key


def spanning(members: Sequence[str], joins: Iterable[Join]) -> tuple[Join, ...]:
    """Return the strongest joins that hold a group together, one less than it has members."""
    root = {key: key for key in members}
    kept: list[Join] = []
    for one in sorted(joins, key=lambda join: (-join.score, join.earlier, join.later)):
        a, b = _found(root, one.earlier), _found(root, one.later)
        if a != b:
            root[max(a, b)] = min(a, b)
            kept.append(one)
    return tuple(kept)
