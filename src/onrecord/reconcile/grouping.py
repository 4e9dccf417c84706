"""Which accounts tell of one event: blocked, compared ground by ground, and grouped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.domain.grouping import Ground, Join
from onrecord.domain.unknown import Unknown
from onrecord.reconcile.accounts import Profile
from onrecord.reconcile.rulings import NO_RULINGS, Rulings


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts held to be of one event, in order of report, with what holds them together."""

    profiles: tuple[Profile, ...]
    joins: tuple[Join, ...] = ()


def group_profiles(
    profiles: Iterable[Profile],
    *,
    lineages: Mapping[str, str],
    rulings: Rulings = NO_RULINGS,
) -> tuple[Group, ...]:
    """Return the accounts in groups of one event each, in order of their first report.

    The order of `profiles` changes nothing. Every profile is in exactly one group.

    Args:
        profiles: Of current versions.
        lineages: The origin of each document, by id.
        rulings: What people decided.
    """
    del lineages, rulings  # not looked at yet
    groups: dict[object, list[Profile]] = defaultdict(list)
    for one in sorted(profiles, key=_by_report):
        day = None if isinstance(one.when, Unknown) else one.when.edtf
        key = (one.act, day, one.places) if one.act and day and one.places else one.key
        groups[key].append(one)
    return tuple(Group(tuple(members), _joins(members)) for members in groups.values())


def _by_report(one: Profile) -> tuple[str, str, str]:
    return one.reported, one.document, one.key


def _joins(members: list[Profile]) -> tuple[Join, ...]:
    ground = Ground("day", 1.0, "one day, act and place")
    first = members[0].key
    return tuple(Join(first, one.key, 1.0, (ground,)) for one in members[1:])
