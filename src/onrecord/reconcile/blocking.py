"""Which accounts are worth comparing: those that share a key.

A key is made of one account alone. Each joins two things that seldom agree by chance, so that a block
stays small where a whole region writes about one crisis, and comparing costs about as much as there
are reports. Accounts that share no key are never joined by the machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from onrecord.reconcile.accounts import Profile
from onrecord.reconcile.likeness_words import USUAL, rarity

#: The weightiest rare words of an account that make keys, by themselves and in pairs.
_ALONE = 14
_PAIRED = 9
_TOWNS = 3
#: Reports this many days apart or less share a key for a town or a word; names and pairs of rare words
#: find reports of any later day.
_WEEK = 7
_MONTH = 28
#: Under one key an account is compared with so many reported next before and next after it (the sorted
#: neighbourhood of Hernández and Stolfo, 1995), so that a key everybody shares costs no more than others.
REACH = 24


def keys_of(profile: Profile) -> frozenset[str]:
    """Return the keys of an account: two accounts that share none are never compared."""
    return frozenset(_keys(profile))


def _keys(profile: Profile) -> Iterator[str]:
    likeness = profile.likeness
    for name in likeness.people | likeness.others:
        yield f"person {name}"
    rare = _rare_words(profile)
    for first, second in combinations(sorted(rare[:_PAIRED]), 2):
        yield f"words {first} {second}"
    if profile.report_day is None:
        return
    for shift in (0, 1):
        for word in rare:
            yield f"word {word} {profile.report_day // _WEEK + shift}"
        for area in profile.areas if profile.disaster else ():
            yield f"{profile.disaster} {area} {profile.report_day // _MONTH + shift}"
        for town in profile.towns[:_TOWNS]:
            yield f"town {town} {profile.report_day // _MONTH + shift}"


def _rare_words(profile: Profile) -> list[str]:
    weighed = sorted(profile.likeness.words, key=lambda one: (-one[1], one[0]))
    return [word for word, _ in weighed if rarity(word) > USUAL][:_ALONE]


def candidate_pairs(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Yield each pair of accounts of different reports that share a key, once, in a fixed order."""
    ordered = sorted(profiles, key=lambda one: (one.reported, one.document, one.key))
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(ordered):
        near: set[int] = set()
        for key in keys_of(profile):
            block = blocks[key]
            near.update(block[-REACH:])
            block.append(at)
        for earlier in sorted(near):
            if ordered[earlier].document != profile.document:
                yield ordered[earlier], profile
