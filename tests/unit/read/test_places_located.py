"""Where a clause says something happens, once its places are found in a gazetteer."""

from __future__ import annotations

from functools import cache

import pytest
from tests.unit.read.reading import sentence_of

from onrecord.adapters.gazetteer import SqliteGazetteer
from onrecord.domain.errors import InvariantError
from onrecord.domain.where import Where
from onrecord.ports.gazetteer import Entry
from onrecord.read.places import area_name, place_of
from onrecord.read.toponyms import find_toponyms


@cache
def gazetteer() -> SqliteGazetteer:
    return SqliteGazetteer()


def located(text: str) -> Where | None:
    """Return where the first clause of a sentence happens."""
    sentence = sentence_of(text)
    toponyms = find_toponyms([sentence], gazetteer())
    return place_of(sentence.tree, sentence.clauses[0], sentence.entities, text, toponyms)


@pytest.mark.parametrize(
    ("text", "name", "place", "precision"),
    [
        ("The army shelled a market in Beirut on Monday.", "Beirut", "geonames:276781", 1),
        ("A convoy was attacked near Nairobi on Friday.", "Nairobi", "geonames:184745", 2),
        ("The rebels attacked a base in Borno State.", "Borno State", "geonames-admin1:NG.27", 4),
        ("Drones attacked a convoy in the Sinai.", "Sinai", "onrecord:sinai", 5),
        ("The army killed two men in Mali on Monday.", "Mali", "geonames:2453866", 6),
        ("The navy seized a tanker in the Black Sea.", "Black Sea", "onrecord:black-sea", 5),
    ],
)
def test_a_place_is_as_precise_as_what_was_found(
    text: str, name: str, place: str, precision: int
) -> None:
    where = located(text)
    assert where is not None
    assert (where.name, where.place, where.precision) == (name, place, precision)


def test_the_country_is_that_of_the_entry_and_empty_at_sea() -> None:
    town, sea = (
        located("The army shelled Kherson in Ukraine."),
        located("They met in the Black Sea."),
    )
    assert town is not None
    assert sea is not None
    assert (town.country, sea.country) == ("UA", "")


def test_a_place_nobody_lists_stays_unlocated() -> None:
    where = located("The army shelled a market in Qorvandeh on Monday.")
    assert where is not None
    assert (where.name, where.place, where.country, where.precision) == ("Qorvandeh", "", "", 6)


def test_territorial_waters_are_those_of_the_state_that_is_named() -> None:
    where = located("The navy seized a boat in Yemen's territorial waters on Monday.")
    assert where is not None
    assert (where.name, where.country, where.domain) == ("Yemen", "YE", "territorial_sea")


@pytest.mark.parametrize(
    ("text", "domain", "precision"),
    [
        ("The navy seized a boat in international waters on Monday.", "high_seas", 7),
        ("The navy sank a boat on the high seas on Monday.", "high_seas", 7),
        ("The navy seized a boat in Yemen's territorial waters on Monday.", "territorial_sea", 6),
        ("The navy seized a boat outside territorial waters near Aden.", "unknown", 2),
        ("The navy seized a boat off the coast of Yemen on Monday.", "unknown", 6),
        ("The jet was shot down in the airspace over Syria.", "airspace", 6),
    ],
)
def test_whose_waters_only_words_say(text: str, domain: str, precision: int) -> None:
    where = located(text)
    assert where is not None
    assert (where.domain, where.precision) == (domain, precision)


def test_forces_are_told_no_finer_than_by_sea_or_region() -> None:
    def first(name: str) -> Entry:
        return gazetteer().look_up(name)[0]

    assert area_name(first("Mosul")) == "Ninawa"
    assert area_name(first("Black Sea")) == "Black Sea"
    assert area_name(first("Texas")) == "Texas"
    assert area_name(first("Mali")) == "Mali"


def test_a_country_without_an_entry_is_refused() -> None:
    with pytest.raises(InvariantError):
        Where("in Yemen", "Yemen", country="YE")


@pytest.mark.parametrize(
    ("text", "name", "domain", "country"),
    [
        ("The navy struck a depot on Venezuelan soil.", "Venezuelan", "land", "VE"),
        ("Jets were seen in Estonian airspace.", "Estonian", "airspace", "EE"),
        ("Troops remain on Ukrainian territory.", "Ukrainian", "land", "UA"),
    ],
)
def test_the_soil_of_a_people_lies_in_their_country(
    text: str, name: str, domain: str, country: str
) -> None:
    where = located(text)
    assert where is not None
    assert (where.name, where.domain, where.country) == (name, domain, country)


@pytest.mark.parametrize(
    "text",
    [
        "Gangs operating from Venezuelan territory attacked a bank.",
        "A missile fell near Polish territory.",
        "The general spoke of Iranian territory.",
    ],
)
def test_what_is_beside_or_comes_from_soil_is_not_on_it(text: str) -> None:
    where = located(text)
    assert where is None or where.domain == "unknown"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The chamber let the army be used outside Russia on Monday.", None),
        ("Troops were sent beyond Libya on Monday.", None),
        ("A convoy was attacked outside Nairobi on Friday.", "Nairobi"),
        ("The army fought outside Russia in Syria on Monday.", "Syria"),
    ],
)
def test_what_is_outside_a_country_is_not_in_it(text: str, name: str | None) -> None:
    where = located(text)
    assert (where.name if where is not None else None) == name
