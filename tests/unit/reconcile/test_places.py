"""Which places are meant across documents."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Said, report

from onrecord.domain.place import Place
from onrecord.domain.reading import Reading
from onrecord.domain.unknown import Unknown
from onrecord.domain.unresolved import Unresolved
from onrecord.domain.where import Where
from onrecord.ports.gazetteer import Entry
from onrecord.reconcile.places import Places, places_named, resolve_places

NORRAST = Entry("list:1", "Norrast", "country", 1.0, 1.0, country="XN")
COAST = Entry("list:5", "Tern Coast", "region", 1.0, 1.0, country="XN", region="Tern Coast")
LISK = Entry("list:3", "Lisk", "city", 2.0, 2.0, country="XN", region="Tern Coast")
SORVANE = Entry("list:4", "Sorvane", "country", 3.0, 3.0, country="XS")
SELDENS = tuple(
    Entry(f"list:{at}", "Selden", "city", at, at, country=country)
    for at, country in ((7, "XN"), (8, "XS"))
)
_numbers = count()


class ShortList:
    """A list of a few places, two of them of one name."""

    name = "short list"

    def look_up(self, name: str) -> tuple[Entry, ...]:
        listed = (NORRAST, COAST, LISK, SORVANE, *SELDENS)
        known = {"liskova": "Lisk"}.get(name.casefold(), name)
        return tuple(one for one in listed if one.name.casefold() == known.casefold())

    def homes_of(self, people: str) -> tuple[Entry, ...]:
        del people
        return ()


def at(*places: Where) -> Reading:
    """Return a report of something in each of the places."""
    text = " ".join(f"It was at place {number}." for number in range(len(places)))
    said = [Said(f"It was at place {number}") for number in range(len(places))]
    reading = report(text, *said, key=f"report {next(_numbers)}")
    statements = tuple(
        replace(one, where=where) for one, where in zip(reading.statements, places, strict=True)
    )
    return replace(reading, statements=statements)


def located(entry: Entry, name: str = "") -> Where:
    words = name or entry.name
    return Where(f"in {words}", words, place=entry.id, country=entry.country)


def unlisted(name: str) -> Where:
    return Where(f"in {name}", name)


def resolved(*readings: Reading) -> Places:
    lineages = {one.document.id: one.document.id for one in readings}
    return resolve_places(
        [named for one in readings for named in places_named(one, ShortList())], lineages=lineages
    )


def place(places: Places, name: str) -> Place:
    (found,) = [one.place for one in places.entries if one.place.name == name]
    return found


def test_one_entry_is_one_place_whatever_it_is_called() -> None:
    places = resolved(
        at(located(LISK)),
        at(located(LISK, "Liskova"), located(LISK, "city of Lisk")),
        at(located(LISK)),
    )
    (entry,) = places.entries
    assert (entry.place.name, entry.place.aliases) == ("Lisk", ("Liskova", "city of Lisk"))
    assert (entry.place.kind, entry.place.precision, entry.place.gazetteer) == (
        "settlement", 1, "list:3",
    )  # fmt: skip
    assert len(entry.documents) == 3


def test_a_place_lies_in_the_smallest_place_on_record_around_it() -> None:
    places = resolved(at(located(NORRAST)), at(located(COAST)), at(located(LISK)))
    assert place(places, "Lisk").within == place(places, "Tern Coast").id
    assert place(places, "Tern Coast").within == place(places, "Norrast").id
    assert place(places, "Norrast").within is None


def test_a_part_of_a_place_is_no_other_name_for_it() -> None:
    places = resolved(at(located(LISK), located(LISK, "western Lisk")))
    assert place(places, "Lisk").aliases == ()
    part = place(places, "western Lisk")
    assert (part.kind, part.precision, part.within) == ("region", 5, place(places, "Lisk").id)


def test_an_unlisted_name_is_one_place_within_one_country() -> None:
    one = at(unlisted("Port Orlan"), located(NORRAST))
    two = at(unlisted("Port Orlan"))
    assert len({entry.place.id for entry in resolved(one, two).entries}) == 2
    far = at(unlisted("Port Orlan"), located(SORVANE))
    places = resolved(one, two, far)
    assert len([one for one in places.entries if one.place.name == "Port Orlan"]) == 2
    unsure = places.place_of(two.document.id, "Port Orlan")
    assert unsure == Unresolved("a place of that name in several countries", ("XN", "XS"))


def test_a_name_the_list_holds_twice_stays_open_with_both() -> None:
    reading = at(unlisted("Selden"))
    unsure = resolved(reading).place_of(reading.document.id, "Selden")
    assert unsure == Unresolved("several places bear that name", ("Selden, XN", "Selden, XS"))


def test_a_street_is_of_the_one_town_its_report_names() -> None:
    here = at(unlisted("Quay Street"), located(LISK))
    there = at(unlisted("Quay Street"), located(SELDENS[0]))
    nowhere = at(unlisted("Quay Street"))
    places = resolved(here, there, nowhere)
    assert len([one for one in places.entries if one.place.name == "Quay Street"]) == 2
    assert isinstance(places.place_of(nowhere.document.id, "Quay Street"), Unresolved)
    assert [one.words for one in places.open] == ["quay street"]


def test_no_place_has_a_point() -> None:
    places = resolved(at(located(LISK), unlisted("Port Orlan")))
    assert all(isinstance(one.place.geometry, Unknown) for one in places.entries)


def test_a_side_of_nowhere_is_no_place() -> None:
    assert resolved(at(unlisted("north"), unlisted("East Side"))).entries == ()


RECORD = [
    at(located(LISK)), at(located(LISK, "Liskova")), at(unlisted("Port Orlan"), located(NORRAST)),
    at(unlisted("Port Orlan")), at(unlisted("Quay Street"), located(LISK)), at(located(COAST)),
]  # fmt: skip


@settings(deadline=None, max_examples=30)
@given(st.permutations(RECORD))
def test_the_order_of_reports_changes_nothing(readings: list[Reading]) -> None:
    assert resolved(*readings) == resolved(*RECORD)
