"""Which accounts tell of one event: keys, comparison ground by ground, and grouping.

Three steps that can be done apart, so that a new report costs what it touches: `keys_of` an account
says with which others to `compare` it, and `solve` groups any set of accounts that no join leaves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.domain.grouping import Ground, Join
from onrecord.reconcile.accounts import Profile
from onrecord.reconcile.blocking import candidate_pairs, keys_of
from onrecord.reconcile.clusters import Pair, cluster, spanning
from onrecord.reconcile.likeness_points import CERTAIN, compare
from onrecord.reconcile.rulings import NO_RULINGS, Rulings

__all__ = ["Group", "compare", "group_profiles", "joins_among", "keys_of", "solve"]


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts held to be of one event, in order of report, with what holds them together."""

    profiles: tuple[Profile, ...]
    joins: tuple[Join, ...] = ()


def group_profiles(
    profiles: Iterable[Profile], *, lineages: Mapping[str, str], rulings: Rulings = NO_RULINGS
) -> tuple[Group, ...]:
    """Return the accounts in groups of one event each, in order of their first report.

    The order of `profiles` changes nothing. Every profile is in exactly one group.

    Args:
        profiles: Of current versions.
        lineages: The origin of each document, by id. What is one event does not hang on it.
        rulings: What people decided.
    """
    del lineages
    known = list(profiles)
    return solve(known, joins_among(known), rulings)


def joins_among(profiles: Iterable[Profile]) -> tuple[Join, ...]:
    """Return the joins between accounts that share a key, weak ones too, in order of report."""
    pairs = (compare(a, b) for a, b in candidate_pairs(profiles))
    return tuple(join for join in pairs if join is not None)


def solve(
    profiles: Iterable[Profile], joins: Iterable[Join], rulings: Rulings = NO_RULINGS
) -> tuple[Group, ...]:
    """Return accounts in groups of one event each, in order of their first report.

    Args:
        profiles: A set that no join and no decision leaves.
        joins: All between them.
        rulings: What people decided; decisions about other statements are passed over.
    """
    ordered = sorted(profiles, key=_by_report)
    by_key = {one.key: one for one in ordered}
    account_of = {name: one.key for one in ordered for name in (*one.told, *one.statements)}
    together = list(_ruled(rulings.together, account_of))
    known = [join for join in joins if join.earlier in by_key and join.later in by_key]
    found = cluster(by_key, known, together=together, apart=list(_ruled(rulings.apart, account_of)))
    group_of = {key: at for at, keys in enumerate(found) for key in keys}
    held: dict[int, list[Join]] = defaultdict(list)
    for join in (*known, *(_decided(by_key, pair) for pair in together)):
        if group_of[join.earlier] == group_of[join.later]:
            held[group_of[join.earlier]].append(join)
    groups = [
        Group(
            tuple(sorted((by_key[key] for key in keys), key=_by_report)), spanning(keys, held[at])
        )
        for at, keys in enumerate(found)
    ]
    return tuple(sorted(groups, key=lambda group: _by_report(group.profiles[0])))


def _ruled(pairs: Iterable[Pair], account_of: Mapping[str, str]) -> Iterator[Pair]:
    """Yield the pairs of accounts that pairs of statements belong to, where they differ."""
    for a, b in pairs:
        one, other = account_of.get(a), account_of.get(b)
        if one and other and one != other:
            yield one, other


def _decided(by_key: Mapping[str, Profile], pair: Pair) -> Join:
    first, second = sorted((by_key[key] for key in pair), key=_by_report)
    ground = Ground("decision", CERTAIN, "a person holds them to be of one event")
    return Join(first.key, second.key, CERTAIN, (ground,))


def _by_report(one: Profile) -> tuple[str, str, str]:
    return one.reported, one.document, one.key
