"""Names that mean nothing here but a small place far from all a document speaks of: its homonyms.

A hotel, a suburb or a saint bears the name of a town at the other end of the world, and no list has the
one that is meant. No place at all is better than that one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from onrecord.ports.gazetteer import Entry
from onrecord.read.toponym_geography import distance_km
from onrecord.read.toponym_words import KIND_NOUNS

K = TypeVar("K", bound=Hashable)

_LANDS = frozenset({"country", "region"})
#: What belongs to no one country and says nothing of where a report is at home.
_WIDE = frozenset({"continent", "sea", "strait"})
#: From so many inhabitants on, a town is named without its country from anywhere.
_FAMOUS = 200_000
#: Nobody names so small a town, among many names of another country, because its country is named too.
_OBSCURE = 50_000
_OFTENER = 3
#: Neighbours share borders, fronts and patients: what lies this near is no stranger.
_FAR_KM = 1000.0
#: How often another country, or its places, must be named at least for a report to be at home there.
_LEAST = 2
#: Letters this few are no dateline.
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A place that a document names.

    Attributes:
        name: The name as written.
        entry: What it is held to mean.
        count: How often it is named.
        located: Whether what it lies in is said beside it.
    """

    name: str
    entry: Entry
    count: int
    located: bool = False


def without_strangers(names: Mapping[K, Said]) -> frozenset[K]:
    """Return the keys of the names that are no far homonyms.

    A far homonym means a small place of a country that the document hardly speaks of, more than
    `_FAR_KM` from what else it names, while half or more of all other names belong to another country.
    Time grows with the number of names, times that of the small places abroad among them.
    """
    company = _Company(names.values())
    return frozenset(key for key, said in names.items() if not company.is_stranger(said))


class _Company:
    """What a document names, counted once: how often each country, and what may hold a place in it."""

    def __init__(self, names: Iterable[Said]) -> None:
        self._all = [said for said in names if said.entry.kind not in _WIDE]
        self._by_name: defaultdict[str, list[Said]] = defaultdict(list)
        self._counts: Counter[str] = Counter()
        self._lands: Counter[str] = Counter()
        self._famous: Counter[str] = Counter()
        for said in self._all:
            country = said.entry.country
            self._by_name[said.name.casefold()].append(said)
            self._counts[country] += said.count
            self._lands[country] += said.count if said.entry.kind in _LANDS else 0
            self._famous[country] += said.entry.population >= _FAMOUS

    def is_stranger(self, one: Said) -> bool:
        if not _may_be(one):
            return False
        counts = Counter(self._counts)
        for said in self._by_name[one.name.casefold()]:
            counts[said.entry.country] -= said.count
        home, most = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        if home == one.entry.country or most < _LEAST or 2 * most < counts.total():
            return False
        return not self._holds(one, most) and all(
            _is_aside(said, one) or distance_km(one.entry, said.entry) > _FAR_KM
            for said in self._all
        )

    def _holds(self, one: Said, most: int) -> bool:
        """Say whether another name of its country makes a place likely to be meant."""
        lands = self._lands[one.entry.country]
        if lands:
            return one.entry.population >= _OBSCURE or most < _OFTENER * lands
        return self._famous[one.entry.country] > 0


def _may_be(one: Said) -> bool:
    """Say whether a name is a small place's, and neither a dateline nor tells the kind of its place."""
    entry = one.entry
    if entry.kind in _LANDS | _WIDE or not entry.country or entry.capital:
        return False
    if one.located or (one.name.isupper() and len(one.name) > _SHORT):
        return False
    words = one.name.casefold().split()
    return entry.population < _FAMOUS and (len(words) == 1 or KIND_NOUNS.keys().isdisjoint(words))


def _is_aside(said: Said, one: Said) -> bool:
    """Say whether another name says nothing of where a place is: its country, small places there."""
    if said.name.casefold() == one.name.casefold():
        return True
    same = said.entry.country == one.entry.country
    return same and (said.entry.kind == "country" or said.entry.population < _FAMOUS)
