"""Tellings joined so far: who is of one happening with whom, why, and who is held apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.domain.grouping import Ground, Join
from onrecord.reconcile.accounts import Profile
from onrecord.reconcile.grouping import Group
from onrecord.reconcile.likeness_points import CERTAIN
from onrecord.reconcile.rulings import Rulings
from onrecord.reconcile.telling_pairs import (
    are_alike,
    is_single,
    may_be_one_site,
    same_count,
    same_days,
)
from onrecord.reconcile.tellings import Telling


class Gathered:
    """Which tellings are of one happening so far, and why."""

    def __init__(self, tellings: Sequence[Telling], rulings: Rulings) -> None:
        self.tellings = tellings
        self._at = {one.profile.key: at for at, one in enumerate(tellings)}
        self._root = list(range(len(tellings)))
        self._joins: dict[tuple[int, int], Join] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for a, b in rulings.apart:
            self._apart[a].add(b)
            self._apart[b].add(a)
        self._members: dict[int, set[str]] = {
            at: set(one.profile.statements) for at, one in enumerate(tellings)
        }

    def decide(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Join what a person holds together, before any rule of ours.

        Args:
            pairs: Pairs of statements; those of no telling are passed over.
        """
        telling_of = {name: one for one in self.tellings for name in one.profile.statements}
        ground = Ground("decision", CERTAIN, "a person holds them to be of one event")
        for a, b in pairs:
            if a in telling_of and b in telling_of:
                self.join(telling_of[a], telling_of[b], (ground,))

    def keep(self, groups: Sequence[Group]) -> None:
        """Join what was held to be of one event and tells of one kind on days that meet."""
        told: dict[tuple[int, str], list[Telling]] = defaultdict(list)
        for one in self.tellings:
            told[one.group, one.kind.name if one.kind else one.profile.key].append(one)
        grounds = {
            frozenset((join.earlier, join.later)): join for group in groups for join in group.joins
        }
        for members in sorted(told.values(), key=lambda ones: ones[0].order):
            for leader, follower in held_together(members):
                join = grounds.get(frozenset((leader.profile.key, follower.profile.key)))
                ground = join.grounds if join else (Ground("event", 1.0, "grouped before"),)
                self.join(leader, follower, ground)

    def join(self, a: Telling, b: Telling, grounds: tuple[Ground, ...]) -> None:
        """Hold two tellings to be of one happening, unless a person holds any of them apart."""
        first, second = self._at[a.profile.key], self._at[b.profile.key]
        low, high = sorted((self.root(first), self.root(second)))
        if low == high or self._kept_apart(low, high):
            return
        self._root[high] = low
        self._members[low] |= self._members.pop(high)
        early, late = sorted((first, second))
        self._joins[early, late] = Join(
            earlier=self.tellings[early].profile.key,
            later=self.tellings[late].profile.key,
            score=sum(ground.points for ground in grounds),
            grounds=grounds,
        )

    def root_of(self, one: Telling) -> int:
        """Return the number of the happening a telling is of so far."""
        return self.root(self._at[one.profile.key])

    def root(self, at: int) -> int:
        """Return the number of the happening that the telling of a number is of so far."""
        while self._root[at] != at:
            self._root[at] = self._root[self._root[at]]
            at = self._root[at]
        return at

    def groups(self) -> tuple[Group, ...]:
        """Return the happenings, in order of first report."""
        members: dict[int, list[Profile]] = defaultdict(list)
        joins: dict[int, list[Join]] = defaultdict(list)
        for at, one in enumerate(self.tellings):
            members[self.root(at)].append(one.profile)
        for (early, _), join in sorted(self._joins.items()):
            joins[self.root(early)].append(join)
        return tuple(Group(tuple(members[at]), tuple(joins[at])) for at in sorted(members))

    def _kept_apart(self, a: int, b: int) -> bool:
        return any(
            self._apart[name] & self._members[b] for name in self._members[a] & self._apart.keys()
        )


def held_together(members: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the tellings of one kind and group that stay together, each with the one it goes to.

    Of a kind that a place has one of at a time those whose days meet do, and one without a day where all
    others are of one day; of any other kind those of the same days, and one without where its words
    are like theirs.
    """
    leaders: list[Telling] = []
    for one in (telling for telling in members if telling.first is not None):
        leader = next(
            (other for other in leaders if same_days(other, one) and may_be_one_site(other, one)),
            None,
        )
        if leader is None:
            leaders.append(one)
        else:
            yield leader, one
    undated = [one for one in members if one.first is None]
    if not leaders:
        leaders = undated[:1]
    if len(leaders) == 1:
        yield from (
            (leaders[0], one)
            for one in undated
            if one is not leaders[0]
            and (is_single(one) or are_alike(leaders[0], one) or same_count(leaders[0], one))
        )
