"""Where a report was filed, and in which state a name lies."""

from __future__ import annotations

import pytest

from onrecord.read.incidents.countries import NAME_OF, state_named, state_of_people
from onrecord.read.incidents.settings import dateline_of, state_of


@pytest.mark.parametrize(
    ("text", "place", "state"),
    [
        ("KYIV, Jan 3 (Wire) — The army said", "KYIV", "UA"),
        ("PORT AUREL (AP) — A ship sank", "PORT AUREL", ""),
        ("   SAN SALVADOR, 3 JAN 90 -- [REPORT] [TEXT] THE ARMY", "SAN SALVADOR", "SV"),
        ("BEIRUT, Lebanon (Wire) - A bomb", "BEIRUT", "LB"),
        ("LISK (PERU), 2 APR 31 (WIRE) -- [TEXT] A BOMB", "LISK", "PE"),
        ("The army attacked - and won.", "", ""),
        ("", "", ""),
    ],
)
def test_a_dateline_gives_place_and_state(text: str, place: str, state: str) -> None:
    found = dateline_of(text, None)
    assert (found.place, found.state) == (place, state)


def test_a_dateline_ends_where_the_report_begins() -> None:
    text = "KYIV, Jan 3 (Wire) — The army said"
    assert text[dateline_of(text, None).end :].strip().startswith("The army")


@pytest.mark.parametrize(
    ("words", "code"), [("Peruvian", "PE"), ("COLOMBIANS", "CO"), ("rebels", ""), ("Iraqis", "IQ")]
)
def test_a_people_has_a_state(words: str, code: str) -> None:
    assert state_of_people(words) == code


def test_every_state_is_found_by_its_own_name() -> None:
    assert {code: state_named(name) for code, name in NAME_OF.items()} == {
        code: code for code in NAME_OF
    }


def test_a_capital_tells_its_state() -> None:
    assert (state_of("Tegucigalpa", None), state_of("Lisk", None)) == ("HN", "")
