from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from onrecord.domain.errors import InvariantError
from onrecord.domain.posture import Posture, PostureElement, is_too_fine, staleness_of
from onrecord.domain.quantity import Quantity
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

SHIPS = Posture(
    owner="the navy of Alder",
    element_kind="ship",
    area="the Bay of Alder",
    as_of=When("", "2031-04-14", "supplied"),
    statement="stm-1",
    name="frigates",
    count=Quantity(12, 12, None, "ships", "at_least"),
    status_words="are patrolling",
)


def test_posture_is_kept_by_category_and_named_area() -> None:
    assert SHIPS.area == "the Bay of Alder"
    assert SHIPS.id.startswith("pos-")


@pytest.mark.parametrize(
    "field", ["owner", "area", "name", "status_words", "comparison", "readiness_words", "words"]
)
@pytest.mark.parametrize(
    "point", ["10.48 N, 66.90 W", "at 10.4806, -66.9036", "10°30'N", "19P HK 12345 67890"]
)
def test_posture_never_holds_coordinates(field: str, point: str) -> None:
    changes: dict[str, str] = {field: point}
    with pytest.raises(InvariantError, match="never coordinates"):
        replace(SHIPS, **changes)  # type: ignore[arg-type]


def test_posture_has_no_field_for_points_routes_ranks_or_gaps() -> None:
    assert {field.name for field in fields(Posture)} == {
        "owner", "element_kind", "area", "as_of", "statement", "name", "count", "status_words",
        "status", "source", "comparison", "readiness_words", "words",
    }  # fmt: skip


def test_posture_cites_its_report() -> None:
    with pytest.raises(InvariantError, match="cites the statement"):
        replace(SHIPS, statement="")


@pytest.mark.parametrize(
    "field", ["owner", "area", "name", "status_words", "comparison", "readiness_words", "words"]
)
@pytest.mark.parametrize(
    "words",
    [
        "12 nautical miles off Port Orlan", "30km from the border", "a few miles from the strait",
        "40-mile", "miles off the coast", "its vulnerable flank", "an undefended port",
        "a gap in the air defences", "radar blind spots",
    ],
)  # fmt: skip
def test_posture_holds_no_distance_and_no_weakness(field: str, words: str) -> None:
    changes: dict[str, str] = {field: words}
    with pytest.raises(InvariantError, match=r"no distance .* no weakness"):
        replace(SHIPS, **changes)  # type: ignore[arg-type]


def test_what_is_counted_holds_none_either() -> None:
    with pytest.raises(InvariantError, match="no distance"):
        replace(SHIPS, count=Quantity(2, 2, 2, "ships", counted="ships 12 miles off"))


@pytest.mark.parametrize(
    "words",
    [
        "the Strait of Corrow",
        "the 3rd Armoured Brigade",
        "9,000 troops",
        "12 ships",
        "the Miles-class",
    ],
)
def test_names_and_numbers_of_forces_are_no_position(words: str) -> None:
    assert not is_too_fine(words)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2031-04-14", "fresh"), ("2031-04-21", "fresh"), ("2031-04-22", "ageing"),
        ("2031-05-14", "ageing"), ("2031-05-15", "stale"), ("2031-07-13", "stale"),
        ("2031-07-14", "lapsed"),
    ],
)  # fmt: skip
def test_a_report_fades_by_the_named_rule(today: str, expected: str) -> None:
    assert staleness_of(SHIPS.as_of, date.fromisoformat(today)) == expected


def test_without_a_day_nothing_ages() -> None:
    assert staleness_of(Unknown("no time"), date(2031, 4, 14)) == "undated"
    assert staleness_of(When("", "2031-04-14/..", "explicit"), date(2031, 4, 14)) == "undated"
    assert staleness_of(SHIPS.as_of, None) == "undated"


def test_an_element_is_reported_at_least_once() -> None:
    with pytest.raises(InvariantError, match="at least once"):
        PostureElement("", "ship", "frigates", Unknown("not stated"), ())


def test_an_element_shows_its_newest_count_and_every_statement_of_a_sighting() -> None:
    later = replace(SHIPS, statement="stm-2", count=Unknown("not stated"))
    element = PostureElement(
        "the navy of Alder",
        "ship",
        "frigates",
        SHIPS.area,
        (SHIPS, later),
        copies=(("stm-3", "stm-1"),),
    )
    assert element.latest is later
    assert element.counted is SHIPS
    assert element.told_by(SHIPS) == ("stm-1", "stm-3")
