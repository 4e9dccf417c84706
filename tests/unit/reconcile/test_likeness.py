"""What the words of an account are compared by."""

from __future__ import annotations

import pytest
from tests.unit.reconcile.reports import Said, report

from onrecord.reconcile.families import disaster_kind, family_of, go_together
from onrecord.reconcile.likeness import NO_LIKENESS, cosine, likeness_of
from onrecord.reconcile.likeness_words import RARE, area_of, rarity
from onrecord.reconcile.words import stem


def test_one_to_whom_it_happened_is_told_from_an_official_and_a_street() -> None:
    found = likeness_of(
        "",
        ["Ilja Maren, 34, was shot on Old Mill Street, Police Chief Dora Venn told Radio Quell."],
        opening="",
        parties=["Ilja Maren"],
        places=[],
    )
    assert found.people == {"ilja maren"}
    assert "dora venn" in found.others
    assert not any("mill" in name for name in found.people | found.others)


def test_ages_of_children_in_months_are_not_those_in_years() -> None:
    found = likeness_of(
        "", ["A six-month-old girl and a man, 41, were hurt."], opening="", parties=[], places=[]
    )
    assert found.ages == {"6m", "41"}


def test_years_and_small_numbers_are_no_numbers_to_compare() -> None:
    found = likeness_of(
        "", ["In 2031 three men left 4410 Quay Road at 9:45."], opening="", parties=[], places=[]
    )
    assert found.numbers == {"4410", "9:45"}


def test_a_place_in_the_opening_is_known_as_a_place() -> None:
    text = "Gunfire was heard in Tarnholm, said Osk."
    found = likeness_of("", [text], opening=text, parties=[], places=["Tarnholm"])
    assert found.placed == {"tarnholm"}
    assert {"tarnholm", "osk"} <= found.opening


def test_words_alike_measure_from_nothing_to_one() -> None:
    one = likeness_of("", ["The trawler Osprey sank off Tarn."], opening="", parties=[], places=[])
    other = likeness_of("", ["Schools close for the holiday."], opening="", parties=[], places=[])
    assert cosine(one, one) == pytest.approx(1.0, abs=0.01)
    assert cosine(one, other) == 0.0
    assert cosine(one, NO_LIKENESS) == 0.0


def test_words_of_any_report_of_an_incident_weigh_less_than_a_rare_name() -> None:
    common = [
        rarity(stem(word)) for word in ("police", "shooting", "hospital", "copyright", "libya")
    ]
    assert all(weight < RARE for weight in common)
    assert rarity(stem("tarnholm")) == RARE


def test_a_country_and_its_people_are_one_area_and_others_are_not() -> None:
    assert area_of("libyan") == area_of("libya")
    assert area_of("australian") != area_of("austrian")
    assert area_of("tarnholm") == ""


@pytest.mark.parametrize(
    ("words", "family"),
    [
        ("Floods killed 30 people in Quell", "disaster"),
        ("Gunmen opened fire on a bus", "attack"),
        ("The ferry capsized off Tarn", "accident"),
        ("An explosion shook the depot", "blast"),
        ("Thousands marched through Velmar; protesters waved flags", "protest"),
        ("Officers detained forty people", "detention"),
        ("He was charged with fraud", "law"),
        ("The library opens at nine", ""),
    ],
)
def test_the_family_of_what_is_told(words: str, family: str) -> None:
    (statement,) = report(f"{words}.", Said(words)).statements
    assert family_of(statement) == family


def test_a_flood_goes_with_no_protest_and_a_blast_with_an_attack() -> None:
    assert not go_together("disaster", "protest")
    assert go_together("blast", "attack")
    assert go_together("", "protest")


def test_a_storm_and_its_flood_are_of_one_kind() -> None:
    assert disaster_kind("Storm Vera") == disaster_kind("the floods") == "storm"
    assert disaster_kind("an earthquake") == "quake"
