"""The shipped list of places: names in, places out, the best known first."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import apsw
import pytest

from onrecord.adapters.gazetteer import SqliteGazetteer
from onrecord.adapters.gazetteer.keys import key_of
from onrecord.adapters.gazetteer.sqlite import SHIPPED
from onrecord.domain.errors import UsageError


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return SqliteGazetteer()


@pytest.mark.parametrize(
    ("name", "usual", "kind", "country", "region"),
    [
        ("Paris", "Paris", "city", "FR", "Ile-de-France"),
        ("PARIS", "Paris", "city", "FR", "Ile-de-France"),
        ("Georgia", "Georgia", "country", "GE", ""),
        ("Burma", "Myanmar", "country", "MM", ""),
        ("U.K.", "United Kingdom", "country", "GB", ""),
        ("DRC", "Democratic Republic of the Congo", "country", "CD", ""),
        ("Cote d'Ivoire", "Ivory Coast", "country", "CI", ""),
        ("Kiev", "Kyiv", "city", "UA", "Kyiv City"),
        ("Bombay", "Mumbai", "city", "IN", "Maharashtra"),
        ("Tenn.", "Tennessee", "region", "US", "Tennessee"),
        ("Borno State", "Borno", "region", "NG", "Borno"),
        ("St. Petersburg", "Saint Petersburg", "city", "RU", "Saint Petersburg"),
        ("Mount Vernon", "Mount Vernon", "city", "US", "New York"),
        ("Mt Vernon", "Mount Vernon", "city", "US", "New York"),
        ("Strait of Hormuz", "Strait of Hormuz", "strait", "", ""),
        ("Black Sea", "Black Sea", "sea", "", ""),
        ("Sahel", "Sahel", "continent", "", ""),
    ],
)
def test_a_name_leads_to_the_place_best_known_under_it(
    places: SqliteGazetteer, name: str, usual: str, kind: str, country: str, region: str
) -> None:
    best = places.look_up(name)[0]
    assert (best.name, best.kind, best.country, best.region) == (usual, kind, country, region)


def test_the_places_of_one_name_come_in_order_of_fame(places: SqliteGazetteer) -> None:
    found = [(one.country, one.region) for one in places.look_up("Springfield")]
    assert found[:2] == [("US", "Missouri"), ("US", "Massachusetts")]


def test_a_capital_says_so(places: SqliteGazetteer) -> None:
    assert places.look_up("Nairobi")[0].capital
    assert not places.look_up("Mombasa")[0].capital


def test_ids_name_the_list_they_are_from(places: SqliteGazetteer) -> None:
    assert places.look_up("Paris")[0].id == "geonames:2988507"
    assert places.look_up("Texas")[0].id == "geonames-admin1:US.TX"
    assert places.look_up("Black Sea")[0].id == "onrecord:black-sea"


@pytest.mark.parametrize("name", ["", "   ", "Qqxxvv", "…", "'", "x" * 1000, "\u0000", "-_-"])
def test_what_nobody_lists_is_nowhere(places: SqliteGazetteer, name: str) -> None:
    assert places.look_up(name) == ()


def test_peoples_lead_to_their_places(places: SqliteGazetteer) -> None:
    assert [one.name for one in places.homes_of("Kenyan")] == ["Kenya"]
    assert [one.name for one in places.homes_of("Kenyans")] == ["Kenya"]
    assert [one.kind for one in places.homes_of("Georgian")] == ["country", "region"]


@pytest.mark.parametrize("word", ["polish", "turkey", "swede", ""])
def test_a_people_is_written_with_a_capital(places: SqliteGazetteer, word: str) -> None:
    assert places.homes_of(word) == ()


def test_every_row_is_a_place_on_earth() -> None:
    database = apsw.Connection(str(SHIPPED), flags=apsw.SQLITE_OPEN_READONLY)
    off = "select count(*) from place where target is null and (abs(lat) > 90000 or abs(lon) > 180000)"
    lost = (
        "select count(*) from place p where target is not null and not exists "
        "(select 1 from place o where o.key = p.target and o.id = p.id and o.target is null)"
    )
    homeless = "select count(*) from people w where not exists (select 1 from place p where p.key = w.key and p.id = w.id)"
    for query in (off, lost, homeless):
        assert database.execute(query).fetchall() == [(0,)]


def test_the_list_was_made_from_what_is_written_here() -> None:
    written = Path(__file__).parents[3] / "models" / "places" / "world.toml"
    digest = hashlib.sha256(written.read_bytes()).hexdigest()
    database = apsw.Connection(str(SHIPPED), flags=apsw.SQLITE_OPEN_READONLY)
    query = "select value from fact where name = 'world.toml'"
    assert database.execute(query).fetchall() == [(digest,)], "run models/places/build.py"


def test_keys_are_those_of_their_names(places: SqliteGazetteer) -> None:
    for name in ("N'Djamena", "São Tomé", "Saint-Denis", "Winston-Salem", "Bab el-Mandeb"):
        assert any(key_of(one.name) == key_of(name) for one in places.look_up(name)), name


def test_opening_and_looking_up_cost_little() -> None:
    start = time.perf_counter()
    places = SqliteGazetteer()
    places.look_up("Paris")
    assert time.perf_counter() - start < 0.5
    start = time.perf_counter()
    for number in range(1000):
        places.look_up(f"Nowhere {number}")
    assert time.perf_counter() - start < 0.5


def test_a_file_that_is_no_list_of_places_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        SqliteGazetteer(tmp_path / "missing.sqlite3")
    (tmp_path / "text.sqlite3").write_text("no database " * 1000)
    with pytest.raises(UsageError, match="cannot be read"):
        SqliteGazetteer(tmp_path / "text.sqlite3")
    other = apsw.Connection(str(tmp_path / "other.sqlite3"))
    other.execute(
        "create table fact(name text, value text); insert into fact values('format', '0')"
    )
    other.close()
    with pytest.raises(UsageError, match="format"):
        SqliteGazetteer(tmp_path / "other.sqlite3")
