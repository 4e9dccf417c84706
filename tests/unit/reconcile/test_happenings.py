"""Which kind of happening words tell of, and which words tell of none."""

from __future__ import annotations

import pytest
from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.domain.statement import Act, Statement
from onrecord.domain.when import When
from onrecord.reconcile.happenings import KINDS, happening_of, kind_named, kind_of


def told(words: str, **more: object) -> Statement:
    return report(f"{words}.", Said(words, **more)).statements[0]  # type: ignore[arg-type]


def kind(words: str, **more: object) -> str | None:
    found = kind_of(told(words, **more))
    return found.name if found else None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Two dams above Port Orlan burst", "dam failure"),
        ("A magnitude 6.1 earthquake shook the valley", "earthquake"),
        ("Flash floods tore through Port Orlan", "flood"),
        ("Cyclone Mira made landfall on Tuesday", "storm"),
        ("A roof of the covered market collapsed", "collapse"),
        ("A ferry capsized off Selden", "sinking"),
        ("Soldiers opened fire on a crowd", "shooting"),
        ("A drone strike hit the depot", "bombardment"),
        ("The navy struck another speedboat", "bombardment"),
        ("Shopkeepers took to the streets of Velmara", "protest"),
        ("Protests spread to three more provinces on Tuesday", "protest"),
        ("Police arrested nine fishermen", "arrest"),
        ("The court sentenced the harbour master to six years", "sentence"),
        ("The governor of the central bank resigned", "resignation"),
        ("Parliament appointed a new governor", "appointment"),
        ("Velmara closed its airspace overnight", "closure"),
        ("The ministry cut the internet across the coast", "network cut"),
        ("The council postponed the conference", "cancellation"),
        ("Both sides signed a ceasefire", "ceasefire"),
        ("The cathedral choir sang on Sunday", None),
    ],
)
def test_words_name_a_kind(words: str, name: str | None) -> None:
    assert kind(words) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Nine people were arrested during protests in Port Orlan", "arrest"),
        ("Port Orlan counts its flood victims", None),
        ("The flood relief fund has a new director", None),
        ("Students demonstrated after the earthquake", "protest"),
    ],
)
def test_what_a_thing_came_with_or_is_called_by_is_not_what_happened(
    words: str, name: str | None
) -> None:
    assert kind(words) == name


def test_a_crowd_that_storms_an_office_is_no_weather() -> None:
    assert kind("Students storm the governor's office") == "attack"


def test_a_coded_act_tells_where_words_do_not_and_only_bodily_harm_is_violence() -> None:
    assert kind("The guard beat two boys", act=Act("PLOVER", "ASSAULT")) == "violence"
    assert kind("The minister tore into his critics", act=Act("PLOVER", "ASSAULT")) is None


def test_who_asks_for_an_attack_has_not_attacked() -> None:
    words = "Allies ask Velmara to refrain from attacking Selden"
    assert kind(words, act=Act("PLOVER", "REQUEST")) is None
    assert kind(words) == "attack"


@pytest.mark.parametrize(
    "words",
    [
        "Videos show police who fired on the crowd",
        "The president weighed whether to bomb Selden",
        "They have attacked us",
        "Protests have raged for the past nine days",
        "Thousands have been arrested",
    ],
)
def test_comment_pictures_and_running_counts_report_no_happening(words: str) -> None:
    statement = told(words, kind="occ.tally" if words.startswith("Thousands") else "occ.event")
    assert happening_of(statement) is None


def test_a_toll_still_means_the_disaster_it_is_of() -> None:
    words = "The death toll of the flood has risen to 300"
    statement = told(words, kind="occ.tally", counts=(Count("300", 300, "people_killed"),))
    found = happening_of(statement)
    assert found is not None
    assert found.name == "flood"


def test_a_count_of_people_is_of_what_harmed_them() -> None:
    words = "At least 40 people were killed in the explosion at the quay"
    counts = (Count("40", 40, "people_killed", "at_least"),)
    assert kind(words, kind="occ.tally", counts=counts) == "explosion"


def test_few_people_harmed_on_a_stated_day_are_an_incident_and_no_toll() -> None:
    words = "Gunmen shot dead 3 boatmen on Monday"
    counts = (Count("3", 3, "people_killed"),)
    dated = told(words, kind="occ.tally", counts=counts, when=day("2031-04-07", "on Monday"))
    assert happening_of(dated) == kind_named("shooting")
    assert happening_of(told(words, kind="occ.tally", counts=counts)) is None


def test_a_present_headline_of_an_accident_is_news_and_no_toll() -> None:
    counts = (Count("4", 4, "people_killed"),)
    words = "Bus crash kills 4 rescuers"
    today = When("", "2031-04-08", "document")
    news = told(words, kind="occ.tally", counts=counts, when=today)
    assert happening_of(news) == kind_named("crash")
    assert happening_of(told(words, kind="occ.tally", counts=counts)) is None


def test_kinds_have_names_of_their_own() -> None:
    assert len({one.name for one in KINDS}) == len(KINDS)


def test_however_many_died_on_a_stated_day_it_is_what_happened_and_no_toll() -> None:
    words = "A wave of bombings across Velmara on Sunday killed 321 people"
    counts = (Count("321 people", 321, "people_killed"),)
    dated = told(words, kind="occ.tally", counts=counts, when=day("2031-04-06", "on Sunday"))
    assert happening_of(dated) == kind_named("wave of attacks")
    assert happening_of(told(words, kind="occ.tally", counts=counts)) is None
    perfect = words.replace("killed", "has killed")
    running = told(perfect, kind="occ.tally", counts=counts, when=day("2031-04-06", "on Sunday"))
    assert happening_of(running) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("A series of blasts hit churches and hotels", "wave of attacks"),
        ("Suicide bombers struck three hotels", "wave of attacks"),
        ("A bomb tore through the fish market", "bombardment"),
        ("Blasts at two hotels kill 12", "explosion"),
        ("The minister blasts at her critics", None),
        ("Engineers defused a bomb in a parked van", "explosives found"),
        ("Police found 40 detonators in a van", "explosives found"),
    ],
)
def test_many_bombs_one_bomb_and_a_bomb_found_are_three_kinds(words: str, name: str | None) -> None:
    assert kind(words) == name
