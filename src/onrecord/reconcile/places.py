"""Which places are meant across documents: one `Place` for each entry of a gazetteer or unlisted name.

A name the reader located is the entry it chose. A name no gazetteer lists is one place within one
country. Streets and buildings have one name in many towns, so each belongs to the one town its report
names. What could be several stays `Unresolved`. No place made here has a point on the map.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.domain.place import Place, PlaceEntry, PlaceKind
from onrecord.domain.reading import Reading
from onrecord.domain.unresolved import OpenMention, Unresolved
from onrecord.domain.where import LegalDomain, Where, WherePrecision
from onrecord.ports.gazetteer import Entry, Gazetteer
from onrecord.reconcile.aliases import folded
from onrecord.reconcile.words import word_set

_KINDS: dict[str, tuple[PlaceKind, WherePrecision]] = {
    "continent": ("region", 6),
    "country": ("country", 6),
    "region": ("first_level", 4),
    "county": ("second_level", 3),
    "city": ("settlement", 1),
    "area": ("region", 5),
    "island": ("region", 5),
    "mountain": ("region", 5),
    "lake": ("region", 5),
    "river": ("region", 5),
    "sea": ("sea", 7),
    "strait": ("sea", 7),
}
_SEAS = word_set("sea strait ocean gulf bay channel narrows")
#: Last words of names that many towns have.
_LOCAL = word_set(
    """street road avenue lane drive boulevard square park hospital school church mosque market bridge
    station mall building court university college stadium airport prison district neighborhood
    neighbourhood quarter camp hotel store club apartments center centre clinic house block quay"""
)
#: Words that say which side of somewhere, and alone name no place.
_SIDES = word_set(
    """north south east west northern southern eastern western central northeast northwest southeast
    southwest northeastern northwestern southeastern southwestern upper lower mid side end part parts
    section area downtown"""
)
#: What kind of place a name is said to be, beside the name itself: "city of Lisk", "Lisk province".
_CLASS = re.compile(
    r"^(?:the )?(?:city|town|village|port|province|state|district|island|county) of (?:the )?|"
    r" (?:city|town|village|province|state|region)$",
    re.IGNORECASE,
)
_NO_MENTION = Unresolved("the report says of nothing that it happened there")
_NO_TOWN = Unresolved("a street or building, and the report names no single town")

Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place as one document names it.

    Attributes:
        document: Id of the document.
        name: Its name as worded.
        entry: Which entry of a gazetteer it is; empty when nobody located it.
        part: Whether it is a part of that entry, or something in it, by the words of its name.
        kind: What the entry is, or the words show it to be.
        precision: How precisely such a place is known (UCDP).
        domain: Land, sea or air as far as the words say.
        country: ISO code of the country it lies in; empty when that is not told.
        region: Name of the first-level division of the entry; empty when there is none.
        town: For a street or building, the entry of the one town the document names.
        several: Names of the entries it could be, where the reader could not tell; sorted.
        statements: Ids of the statements that say something happened there.
    """

    document: str
    name: str
    entry: str
    part: bool
    kind: PlaceKind
    precision: WherePrecision
    domain: LegalDomain
    country: str
    region: str
    town: str
    several: tuple[str, ...]
    statements: tuple[str, ...]

    @property
    def is_local(self) -> bool:
        """Say whether many towns have a place of that name."""
        return not self.entry and folded(self.name).rpartition(" ")[2] in _LOCAL

    @property
    def key(self) -> str:
        """Return by what it is compared: two without a common key are two places."""
        if self.entry:
            return f"{self.entry}/{folded(self.name)}" if self.part else self.entry
        return f"{folded(self.name)}@{self.town}" if self.is_local else folded(self.name)


@dataclass(frozen=True, slots=True)
class Places:
    """Every place on record, and what the words of each document mean.

    Attributes:
        entries: In order of name and id.
        meant: Id of the place, or why there is none, by document id and folded name.
        open: What is not resolved, in order of document and words.
    """

    entries: tuple[PlaceEntry, ...]
    meant: Mapping[Named, str | Unresolved]
    open: tuple[OpenMention, ...]

    def place_of(self, document: str, name: str) -> str | Unresolved:
        """Return the id of the place that a name in a document means, or why none could be told."""
        return self.meant.get((document, folded(name)), _NO_MENTION)


def places_named(reading: Reading, gazetteer: Gazetteer) -> tuple[NamedPlace, ...]:
    """Return the places one report names, in order of key and name. Local to the document."""
    told: dict[tuple[str, str], list[tuple[Where, str]]] = defaultdict(list)
    for statement in reading.statements:
        where = statement.where
        if where is not None and where.name and not set(folded(where.name).split()) <= _SIDES:
            told[folded(where.name), where.place].append((where, statement.id))
    listed = {key: _entry(members[0][0], gazetteer) for key, members in told.items()}
    towns = {entry.id for entry in listed.values() if entry is not None and entry.kind == "city"}
    country = _only_country(reading, gazetteer)
    town = next(iter(towns)) if len(towns) == 1 else ""
    found = [
        _named(members, listed[key], (country, town), gazetteer) for key, members in told.items()
    ]
    return tuple(
        replace(one, document=reading.document.id)
        for one in sorted(found, key=lambda one: (one.key, one.name))
    )


def _only_country(reading: Reading, gazetteer: Gazetteer) -> str:
    """Return the country a report is about when it names no other; empty otherwise."""
    found = {one.where.country for one in reading.statements if one.where is not None}
    for name in {name for one in reading.statements for name in one.names}:
        entries = gazetteer.look_up(name)
        if entries and entries[0].kind == "country":
            found.add(entries[0].country)
    found -= {""}
    return next(iter(found)) if len(found) == 1 else ""


def _entry(where: Where, gazetteer: Gazetteer) -> Entry | None:
    """Return the entry whose name the whole name is, not that of something in it."""
    if not where.place:
        return None
    listed = (*gazetteer.look_up(where.name), *gazetteer.look_up(_CLASS.sub("", where.name)))
    return next((one for one in listed if one.id == where.place), None)


def _named(
    members: Sequence[tuple[Where, str]],
    entry: Entry | None,
    around: tuple[str, str],
    gazetteer: Gazetteer,
) -> NamedPlace:
    where = members[0][0]
    country, town = around
    kind, precision = _KINDS[entry.kind] if entry else _kind_by_name(where)
    could_be = () if where.place else gazetteer.look_up(where.name)
    return NamedPlace(
        document="",
        name=where.name,
        entry=where.place,
        part=bool(where.place) and entry is None,
        kind=kind,
        precision=precision,
        domain=_most_stated(one.domain for one, _ in members),
        country=where.country or ("" if where.place else country),
        region=entry.region if entry else "",
        town=town,
        several=tuple(sorted({_spoken(one) for one in could_be})),
        statements=tuple(dict.fromkeys(name for _, name in members)),
    )


def _most_stated(domains: Iterable[LegalDomain]) -> LegalDomain:
    """Return what is stated most often; of equals the first in order, and unknown where nothing is."""
    stated: Counter[LegalDomain] = Counter(one for one in domains if one != "unknown")
    return min(stated, key=lambda one: (-stated[one], one)) if stated else "unknown"


def _kind_by_name(where: Where) -> tuple[PlaceKind, WherePrecision]:
    words = set(folded(where.name).split())
    if words & _SEAS:
        return "sea", 7
    if words & _SIDES and where.place:
        return "region", 5
    return ("site", 1) if folded(where.name).rpartition(" ")[2] in _LOCAL else ("unknown", 6)


def _spoken(entry: Entry) -> str:
    return ", ".join(
        dict.fromkeys(part for part in (entry.name, entry.region, entry.country) if part)
    )


def resolve_places(named: Iterable[NamedPlace], *, lineages: Mapping[str, str]) -> Places:
    """Return which places are meant across documents.

    Args:
        named: Places of current versions, in any order.
        lineages: The origin of each document, by id.
    """
    groups: dict[tuple[str, str], list[NamedPlace]] = defaultdict(list)
    meant: dict[Named, str | Unresolved] = {}
    alike: dict[str, list[NamedPlace]] = defaultdict(list)
    for one in sorted(named, key=lambda one: (one.document, one.key, one.name)):
        alike[one.key].append(one)
    for name, members in alike.items():
        for one, country in _by_country(members):
            if isinstance(country, Unresolved):
                meant[one.document, folded(one.name)] = country
            else:
                groups[name, country].append(one)
    made: dict[tuple[str, str], Place] = {}
    around: dict[tuple[str, str], str] = {}
    for key in sorted(groups, key=lambda key: (_rank(groups[key][0]), key)):
        one = groups[key][0]
        made[key] = _place(groups[key], _within(one, around))
        for surroundings in _as_surroundings(one):
            around.setdefault(surroundings, made[key].id)
    for key, grouped in groups.items():
        for one in grouped:
            meant[one.document, folded(one.name)] = made[key].id
    entries = [_listed(made[key], groups[key], lineages) for key in groups]
    return Places(
        tuple(sorted(entries, key=lambda one: (one.place.name, one.place.id))),
        meant,
        tuple(
            OpenMention(document, words, why)
            for (document, words), why in sorted(meant.items(), key=lambda item: item[0])
            if isinstance(why, Unresolved)
        ),
    )


def _by_country(members: Sequence[NamedPlace]) -> Iterable[tuple[NamedPlace, str | Unresolved]]:
    """Yield each with the country it is in, where unlisted names of several countries are several."""
    countries = sorted({one.country for one in members if one.country})
    for one in members:
        if one.entry:
            yield one, ""
        elif one.several:
            yield one, Unresolved("several places bear that name", one.several)
        elif one.is_local and not one.town:
            yield one, _NO_TOWN
        elif one.country or len(countries) <= 1:
            yield one, one.country or "".join(countries)
        else:
            yield one, Unresolved("a place of that name in several countries", tuple(countries))


def _rank(one: NamedPlace) -> int:
    """Return how early a place must be made: countries and regions before what lies in them."""
    return {"country": 0, "first_level": 1, "settlement": 2}.get(one.kind, 3)


def _as_surroundings(one: NamedPlace) -> Sequence[tuple[str, str]]:
    """Return by what those that lie in a place find it: its kind or entry, and its country and name."""
    if not one.entry or one.part:
        return []
    found = [("entry", one.entry)]
    if one.kind == "country":
        found.append(("country", one.country))
    if one.kind == "first_level":
        found.append(("first_level", f"{one.country} {one.region}"))
    return found


def _within(one: NamedPlace, around: Mapping[tuple[str, str], str]) -> str | None:
    """Return the smallest place on record that a place is known to lie in; itself it is not."""
    inside = one.entry if one.part else one.town if one.is_local else ""
    region = f"{one.country} {one.region}" if one.kind != "first_level" else ""
    state = one.country if one.entry and one.kind != "country" else ""
    found = (
        around.get(("entry", inside)),
        around.get(("first_level", region)),
        around.get(("country", state)),
    )
    return next((name for name in found if name), None)


def _place(members: Sequence[NamedPlace], within: str | None) -> Place:
    used = Counter(one.name for one in members)
    name = min(used, key=lambda name: (name.isupper(), -used[name], name))
    return Place(
        name=name,
        kind=members[0].kind,
        precision=members[0].precision,
        domain=_most_stated(one.domain for one in members),
        gazetteer="" if members[0].part else members[0].entry,
        aliases=tuple(sorted({one.name for one in members} - {name})),
        within=within,
    )


def _listed(place: Place, members: Sequence[NamedPlace], lineages: Mapping[str, str]) -> PlaceEntry:
    documents = {one.document for one in members}
    return PlaceEntry(
        place,
        statements=tuple(sorted({name for one in members for name in one.statements})),
        documents=tuple(sorted(documents)),
        lineages=tuple(sorted({lineages[one] for one in documents})),
    )
