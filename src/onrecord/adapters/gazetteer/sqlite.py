"""Places by name, from a SQLite file that nobody writes to.

A name is stored under its key (`keys.key_of`). A row is a place, or says under which other key the
place stands: `Bombay` points at `mumbai`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import apsw

from onrecord.adapters.gazetteer.keys import key_of
from onrecord.domain.errors import UsageError
from onrecord.ports.gazetteer import Entry, EntryKind

FORMAT = 1
SHIPPED = Path(__file__).with_name("places.sqlite3")
#: A kind is stored as twice its place here, and one more for a capital.
KINDS: tuple[EntryKind, ...] = (
    "continent", "country", "region", "county", "city", "area", "island", "mountain", "lake", "river",
    "sea", "strait",
)  # fmt: skip
#: `target` is the key of the place's own row; `name` is null where the key in capitals spells it;
#: degrees are in thousandths; a whole number for an id is one of GeoNames.
SCHEMA = """
create table fact(name text primary key, value text not null) without rowid;
create table region(number integer primary key, country text not null, name text not null);
create table place(
    key text, rank integer, id not null, target text, name text, kind integer, lat integer,
    lon integer, region integer, population integer, primary key(key, rank)
) without rowid;
create table people(form text, key text, id not null, primary key(form, key, id)) without rowid;
"""
_ROW = """
select p.id, p.key, p.name, p.kind, p.lat, p.lon, r.country, r.name, p.population, p.target
from place p left join region r on r.number = p.region
"""
_REMEMBERED = 8192


class SqliteGazetteer:
    """See `onrecord.ports.gazetteer.Gazetteer`."""

    def __init__(self, path: Path = SHIPPED) -> None:
        """Open the list; nothing is read yet.

        Raises:
            UsageError: the file is missing, damaged or of another format.
        """
        try:
            self._database = apsw.Connection(
                f"{path.absolute().as_uri()}?immutable=1",
                flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI,
            )
            facts = dict(self._database.execute("select name, value from fact"))
        except apsw.Error as error:
            raise UsageError(f"the list of places {path} cannot be read: {error}") from error
        if facts.get("format") != str(FORMAT):
            raise UsageError(f"the list of places {path} is not of format {FORMAT}")
        self.name = f"places {facts['digest']}"
        self._found = lru_cache(maxsize=_REMEMBERED)(self._under)
        self._homes = lru_cache(maxsize=_REMEMBERED)(self._called)

    def look_up(self, name: str) -> tuple[Entry, ...]:
        """Return every place of that name, the best known first; see the port."""
        key = key_of(name)
        return self._found(key) if key else ()

    def homes_of(self, people: str) -> tuple[Entry, ...]:
        """Return the places whose people or things are called so, countries first; see the port."""
        return self._homes(people)

    def _under(self, key: str) -> tuple[Entry, ...]:
        rows = self._rows(f"{_ROW} where p.key = ? order by p.rank", (key,))
        return tuple(
            _entry_of(row) if row[-1] is None else self._own(row[-1], row[0]) for row in rows
        )

    def _called(self, people: str) -> tuple[Entry, ...]:
        rows = self._rows("select key, id from people where form = ?", (people,))
        homes = (self._own(key, number) for key, number in rows)
        return tuple(
            sorted(homes, key=lambda home: (home.kind != "country", -home.population, home.id))
        )

    def _own(self, key: str, number: int | str) -> Entry:
        return _entry_of(self._rows(f"{_ROW} where p.key = ? and p.id = ?", (key, number))[0])

    def _rows(self, query: str, values: tuple[int | str, ...]) -> list[Any]:
        return self._database.execute(query, values).fetchall()


def _entry_of(row: tuple[Any, ...]) -> Entry:
    number, key, name, kind, lat, lon, country, region, population, _ = row
    return Entry(
        id=f"geonames:{number}" if isinstance(number, int) else number,
        name=name or " ".join(word[:1].upper() + word[1:] for word in key.split()),
        kind=KINDS[kind // 2],
        lat=lat / 1000,
        lon=lon / 1000,
        country=country,
        region=region,
        population=population,
        capital=bool(kind % 2),
    )
