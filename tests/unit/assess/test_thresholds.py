"""Named thresholds in sentences of our own: crossed, not crossed, threatened, supposed, or not spoken of."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.assess.lawcase import case, case_of_readings, reading_of

from onrecord.assess.thresholds import thresholds_of
from onrecord.domain.case import Case
from onrecord.domain.escalation import LEVELS
from onrecord.domain.threshold_table import NAME, RULES, VERSION


def said(words: str) -> dict[str, str]:
    """Return the state of each threshold that words speak of."""
    return {one.name: one.state for one in thresholds_of(case(words))}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Velmara declared war on Ilvane on Monday.", "declaration-of-war"),
        ("The president of Ilvane declared a state of emergency on Sunday.", "martial-law"),
        ("Police shot at protesters outside the parliament on Friday.", "protesters-shot"),
        ("Rebels seized the airport of Selden on Thursday.", "port-or-airfield-seized"),
        ("Velmara shut down the internet across the province on Monday.", "internet-shutdown"),
        ("Ilvane closed its embassy in Velmara on Wednesday.", "relations-broken"),
        ("Velmara broke the ceasefire on Friday, shelling two villages.", "ceasefire-broken"),
        ("Velmaran jets bombed a military base in Ilvane on Monday.", "strike-on-state-forces"),
        ("Velmara has called up 20,000 reservists.", "mobilisation"),
        ("Ilvane shot down a Velmaran drone over the strait on Monday.", "shot-down"),
        ("Velmara's navy sank a boat in the Strait of Corrow on Sunday.", "strike-at-sea"),
        (
            "Velmara launched missiles at the presidential palace in Selden on Monday.",
            "strike-on-leadership",
        ),
        (
            "Velmara carried out what would be its first strike on Ilvanian soil, its president confirmed.",
            "strike-on-land",
        ),
    ],
)
def test_what_is_told_as_done_is_crossed(words: str, name: str) -> None:
    assert said(words) == {name: "crossed"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Velmara has not ordered an invasion of Ilvane.", "invasion"),
        ("No Velmaran troops have crossed the border.", "ground-troops"),
        (
            "The president of Velmara stopped short of declaring war on Ilvane.",
            "declaration-of-war",
        ),
        ("The navy could have imposed a blockade on Port Orlan.", "blockade"),
        (
            "The general could have ordered the army to seize the airport.",
            "port-or-airfield-seized",
        ),
        ("Ilvane denied that its troops had used chemical weapons.", "chemical-arms"),
    ],
)
def test_what_is_said_not_to_be_done_is_not_crossed(words: str, name: str) -> None:
    assert said(words) == {name: "not_crossed"}


@pytest.mark.parametrize(
    ("words", "name", "state"),
    [
        ("Velmara threatened to blockade Port Orlan unless the crew is freed.", "blockade",
         "threatened"),
        ("The army plans to seize the port of Corrow.", "port-or-airfield-seized", "threatened"),
        ("If Velmara invades Ilvane, the alliance will respond.", "invasion", "supposed"),
        ("An invasion of Ilvane appears unlikely, analysts say.", "invasion", "held_unlikely"),
    ],
)  # fmt: skip
def test_what_is_ahead_is_neither(words: str, name: str, state: str) -> None:
    assert said(words).get(name) == state


@pytest.mark.parametrize(
    "words",
    [
        "The Senate debated whether to declare war on Velmara.",
        "Velmara's parliament voted against martial law on Monday.",
        "The mayor declared war on litter.",
        "Truckers blockaded the port of Corrow on Monday.",
        "Police fired tear gas at protesters on Friday.",
        "Activists called the new law an invasion of privacy.",
        "There is no legal basis for strikes inside Ilvane, lawyers said.",
        "The company launched an attack on its rival's prices.",
        "Marines landed at the airport of Selden to guard the embassy.",
    ],
)
def test_words_that_only_sound_like_a_threshold_cross_none(words: str) -> None:
    assert "crossed" not in said(words).values()


def test_a_strike_on_its_own_land_is_no_strike_in_another_state() -> None:
    found = thresholds_of(case("Russia bombed a camp inside Russia on Monday."))
    assert "strike-on-land" not in {one.name for one in found}


def test_a_threat_before_the_deed_stands_beside_it() -> None:
    found = thresholds_of(
        case_of_readings(
            reading_of("Velmara threatened to blockade Port Orlan.", "2031-03-04", "A"),
            reading_of("Velmara blockaded Port Orlan on Monday.", "2031-04-02", "B"),
        )
    )
    [one] = found
    assert one.state == "crossed"
    assert [mention.state for mention in one.mentions] == ["threatened", "crossed"]
    assert one.table == f"{NAME} {VERSION}"


def test_history_crosses_nothing() -> None:
    assert said("Velmara invaded Ilvane in May 1994.") == {}


def test_an_empty_record_speaks_of_none() -> None:
    assert thresholds_of(Case(())) == ()


def test_the_table_names_each_line_once_and_values_that_exist() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert all(rule.value in LEVELS[rule.dimension] for rule in RULES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


READINGS = tuple(
    reading_of(words, "2031-04-02", outlet)
    for outlet, words in (
        ("A", "Velmara threatened to blockade Port Orlan."),
        ("B", "Velmara has not ordered an invasion of Ilvane."),
        ("C", "Velmara blockaded Port Orlan on Monday."),
    )
)


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(chance: random.Random) -> None:
    shuffled = list(READINGS)
    chance.shuffle(shuffled)
    assert thresholds_of(case_of_readings(*shuffled)) == thresholds_of(case_of_readings(*READINGS))


@pytest.mark.parametrize(
    ("words", "name", "party"),
    [
        ("French troops entered Mali on Monday.", "ground-troops", "FR"),
        ("France began moving troops into Mali on Monday.", "ground-troops", "FR"),
        ("France has deployed peacekeepers in Selden.", "ground-troops", "FR"),
        ("French jets struck targets in Mali on Monday.", "strike-on-land", "FR"),
    ],
)
def test_force_on_the_land_of_another_state_is_crossed(words: str, name: str, party: str) -> None:
    [found] = [one for one in thresholds_of(case(words)) if one.name == name]
    assert (found.state, found.party) == ("crossed", party)


@pytest.mark.parametrize(
    "words",
    [
        "French troops entered France on Monday.",
        "The cruiser stopped two missiles, and one anti-ship missile, on Monday.",
        "The destroyer USS Harrow shot down 14 attack drones on Monday.",
        "The agency received a report of a missile attack on a vessel on Friday.",
    ],
)
def test_what_stays_at_home_is_stopped_or_heard_of_crosses_nothing(words: str) -> None:
    assert "crossed" not in said(words).values()


def test_who_would_cross_is_the_one_the_words_name() -> None:
    found = case(
        "The Biden administration will deploy 3,000 troops amid fears of a Russian invasion of Ukraine."
        " Russia could invade Ukraine, the White House said."
    )
    assert {one.party for one in thresholds_of(found) if one.name == "invasion"} == {"RU"}


def test_a_threat_is_threatened_though_it_hangs_on_a_condition() -> None:
    words = "The league threatened an invasion if the officers do not free the president of Ilvane."
    assert said(words) == {"invasion": "threatened"}


def test_who_weighs_what_would_come_of_it_threatens_nothing() -> None:
    words = "Sending troops into Ilvane would result in war, the president of Velmara said."
    assert said(words).get("ground-troops") in (None, "supposed")


@pytest.mark.parametrize(
    "words",
    [
        "Karsovia lifted the state of emergency on Monday, its president said.",
        "The parliament of Karsovia voted to extend the state of emergency until 1 August.",
    ],
)
def test_ending_or_prolonging_an_emergency_does_not_declare_it(words: str) -> None:
    assert not [one for one in thresholds_of(case(words)) if one.name == "martial-law"]


def test_the_condition_of_a_threat_is_not_what_is_threatened() -> None:
    words = (
        "Ostmark's prime minister, Jon Halvard, threatened to close the border if the Karsovian army "
        "fired on protesters."
    )
    states = {one.name: one.state for one in thresholds_of(case(words))}
    assert states["protesters-shot"] == "supposed"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Warships off Selden pave the way for a ground invasion of Ilvane.", "invasion"),
        ("Velmara was named as a likely participant in any invasion of Ilvane.", "invasion"),
        ("A shell hit the embassy annex in Selden on Monday.", "annexation"),
    ],
)
def test_what_is_only_in_view_is_not_crossed(words: str, name: str) -> None:
    assert "crossed" not in {one.state for one in thresholds_of(case(words)) if one.name == name}
