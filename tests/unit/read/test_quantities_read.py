"""Quantities in sentences read with the shipped model: shares, scores, signs, and whom a number counts."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import sentence_of

from onrecord.domain.quantity import Number
from onrecord.read.quantities import FoundQuantity, find_quantities

#: value, low, high, bound, unit
Read = tuple[Number | None, Number | None, Number | None, str, str]


def shown(found: FoundQuantity) -> Read:
    one = found.quantity
    return one.value, one.low, one.high, one.bound, one.unit


def quantities(line: str, *, ages: bool = False, implied: bool = False) -> list[Read]:
    sentence = sentence_of(line)
    found = find_quantities(sentence.parse, line, times=sentence.times, ages=ages, implied=implied)
    return [shown(one) for one in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # shares
        ("One in five homes was destroyed.", [(0.2, 0.2, 0.2, "exact", "homes")]),
        ("Seven in ten people agree.", [(0.7, 0.7, 0.7, "exact", "people")]),
        ("Nearly one in four boats sank.", [(0.25, None, None, "approx", "boats")]),
        (
            "The army lost two in five days.",
            [(2, 2, 2, "exact", ""), (5, 5, 5, "exact", "days")],
        ),
        ("Prices rose tenfold in May.", [(10, 10, 10, "exact", "times")]),
        ("Exports fell 3-fold in May.", [(3, 3, 3, "exact", "times")]),
        # parts of a number
        (
            "Two of the three bridges fell.",
            [(2, 2, 2, "exact", "bridges"), (3, 3, 3, "exact", "bridges")],
        ),
        (
            "21 of Velmar's 31 provinces closed.",
            [(21, 21, 21, "exact", "provinces"), (31, 31, 31, "exact", "provinces")],
        ),
        ("One of the most modern and costly ships sank.", [(1, 1, 1, "exact", "ships")]),
        ("All but two of the crew died.", []),
        # scores, names and numbers of telephones
        ("Velmar won 3-1 on Sunday.", []),
        ("The council voted 9-2 to leave.", []),
        ("The vote passed 52-48.", []),
        ("Call 020 7946 0018 for help.", []),
        ("Two F-16 jets flew over Orlan.", [(2, 2, 2, "exact", "jets")]),
        ("Ali Orra, seven, was hurt.", []),
        ("Trade at near-zero levels hurt Orlan.", []),
        ("The army grew over 2022 and 2023.", []),
        ("On day 22 of the siege, the Group of Seven met.", []),
        ("The navy sailed up to the first bridge.", [(1, 1, 1, "ordinal", "bridges")]),
        ("The top 10 targets were hit.", [(10, 10, 10, "exact", "targets")]),
        # ranges
        ("Rain of 150mm-240mm fell.", [(150, 150, 240, "between", "millimetres")]),
        ("Two to three dozen people left.", [(24, 24, 36, "between", "people")]),
        ("A 0-to-60-mph sprint began.", [(0, 0, 60, "between", "miles_per_hour")]),
        ("5, 6 or 7 boats came.", [(5, 5, 5, "exact", "boats"), (6, 6, 7, "between", "boats")]),
        # signs and decimals
        ("-5 people were hurt", [(5, 5, 5, "exact", "people_injured")]),
        ("Temperatures fell to -12 degrees.", [(-12, -12, -12, "exact", "degrees")]),
        ("It was minus 12 degrees in Orlan.", [(-12, -12, -12, "exact", "degrees")]),
        ("Growth of .5 per cent is expected.", [(0.5, 0.5, 0.5, "exact", "percent")]),
        # one number for two harms
        (
            "The blast killed or wounded 30 people.",
            [(30, 30, 30, "exact", "people_killed_or_injured")],
        ),
        (
            "Thousands are dead or missing.",
            [(None, 2000, None, "at_least", "people_killed_or_missing")],
        ),
        (
            "20 people were killed and 30 wounded.",
            [(20, 20, 20, "exact", "people_killed"), (30, 30, 30, "exact", "people_injured")],
        ),
        # tolls
        (
            "Orlan floods death toll passes 3,000",
            [(3000, 3001, None, "more_than", "people_killed")],
        ),
        (
            "Flood deaths top 11,000 in Orlan",
            [(11000, 11001, None, "more_than", "people_killed")],
        ),
        (
            "The deaths of 512 sailors were confirmed, and dozens of further cases are under review.",
            [
                (512, 512, 512, "exact", "people_killed"),
                (None, 24, None, "at_least", "cases_unconfirmed"),
            ],
        ),
        # what is held of them
        (
            "About 40 individuals are feared to have died.",
            [(40, None, None, "approx", "people_feared_dead")],
        ),
        (
            "Twelve soldiers are believed to have killed a guard.",
            [(12, 12, 12, "exact", "soldiers")],
        ),
        ("At least 12 survivors were found.", [(12, 12, None, "at_least", "survivors")]),
        # what no toll holds yet
        (
            "The toll reached 584, with an additional 170 deaths under investigation.",
            [
                (584, 584, 584, "exact", "people_killed"),
                (170, 170, 170, "exact", "people_killed_unconfirmed"),
            ],
        ),
        (
            "The number of deaths still under review stands at 1,709.",
            [(1709, 1709, 1709, "exact", "people_killed_unconfirmed")],
        ),
        (
            "Unconfirmed reports speak of 300 dead.",
            [(300, 300, 300, "exact", "people_killed_unconfirmed")],
        ),
        (
            "Three alleged smugglers were killed.",
            [(3, 3, 3, "exact", "people_killed")],
        ),
        (
            "Police are investigating the deaths of 12 people.",
            [(12, 12, 12, "exact", "people_killed")],
        ),
        (
            "Thousands feared dead in Orlan floods",
            [(None, 2000, None, "at_least", "people_feared_dead")],
        ),
        (
            "Ten thousand people are missing and feared dead.",
            [(10000, 10000, 10000, "exact", "people_missing")],
        ),
        (
            "At least 200 people may have been killed in Port Orlan.",
            [(200, 200, None, "at_least", "people_feared_dead")],
        ),
        (
            "The wave killed 12 people and others are feared dead.",
            [(12, 12, 12, "exact", "people_killed")],
        ),
        (
            "The storm killed 150 people and the toll is expected to rise to 250.",
            [
                (150, 150, 150, "exact", "people_killed"),
                (250, 250, 250, "exact", "people_killed_expected"),
            ],
        ),
        (
            "The number of deaths in Orlan could reach 2,000, its mayor said.",
            [(2000, 2000, 2000, "exact", "people_killed_expected")],
        ),
        (
            "The higher estimate of 2,000 deaths came from a doctor.",
            [(2000, None, None, "approx", "people_killed")],
        ),
        (
            "The mayor says hundreds are feared dead and hundreds more are missing.",
            [
                (None, 200, None, "at_least", "people_feared_dead"),
                (None, 200, None, "at_least", "people_missing"),
            ],
        ),
        (
            "Orlan fears the toll may exceed 2,000.",
            [(2000, 2001, None, "more_than", "people_killed_expected")],
        ),
        (
            "Deaths are expected to rise (Gazette): 300 people have been displaced.",
            [(300, 300, 300, "exact", "people_displaced")],
        ),
        (
            "400 people are estimated to have drowned.",
            [(400, None, None, "approx", "people_killed")],
        ),
        (
            "The regime plans to execute 12 prisoners.",
            [(12, 12, 12, "exact", "people_executed_expected")],
        ),
        # levels, and members of what was counted
        (
            "The union says the toll is much higher — more than 4,000 — in the port.",
            [(4000, 4001, None, "more_than", "people_killed")],
        ),
        (
            "The toll, which stood at 83 on Monday, has risen to 91.",
            [(83, 83, 83, "exact", "people_killed"), (91, 91, 91, "exact", "people_killed")],
        ),
        (
            "The number of dead is in the thousands.",
            [(None, 2000, None, "at_least", "people_killed")],
        ),
        (
            "The number of arrests had since risen to nearly 9,500.",
            [(9500, None, None, "approx", "people_detained")],
        ),
        (
            "The toll is anywhere between 250 to more than 1,200 sailors.",
            [(250, 250, 1200, "between", "people_killed")],
        ),
        (
            "Of the 584 dead, 552 were farmers and 77 were children under 18.",
            [
                (584, 584, 584, "exact", "people_killed"),
                (552, 552, 552, "exact", "people_killed"),
                (77, 77, 77, "exact", "people_killed"),
            ],
        ),
        (
            "Of these, 520 were farmers, 77 were children under 18, 29 were armed guards.",
            [
                (520, 520, 520, "exact", "farmers"),
                (77, 77, 77, "exact", "children"),
                (29, 29, 29, "exact", "guards"),
            ],
        ),
        ("Of the miners, 12 were in hospital.", [(12, 12, 12, "exact", "")]),
        (
            "It said 427 were civilians and called the rest rebels.",
            [(427, 427, 427, "exact", "civilians")],
        ),
        # one of many
        ("The blackout is one of the longest ever seen.", []),
        ("One missile after another fell on the port.", []),
        ("One of the oldest ships sank.", [(1, 1, 1, "exact", "ships")]),
    ],
)
def test_what_a_sentence_counts(line: str, expected: list[Read]) -> None:
    assert quantities(line) == expected


def test_several_hundred_is_quoted_with_several() -> None:
    line = "Several hundred people were held."
    (found,) = sentence_of(line).quantities
    assert found.extent.of(line) == "Several hundred people"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("No one was hurt in the raid.", [(0, 0, 0, "exact", "people_injured")]),
        ("Nobody was killed.", [(0, 0, 0, "exact", "people_killed")]),
        ("The strike killed no civilians.", [(0, 0, 0, "exact", "people_killed")]),
        ("Not a single soldier died.", [(0, 0, 0, "exact", "people_killed")]),
        ("The ship sank without casualties.", [(0, 0, 0, "exact", "casualties")]),
        ("A woman was killed.", [(1, 1, 1, "exact", "people_killed")]),
        ("Man killed in Orlan blast", [(1, 1, 1, "exact", "people_killed")]),
        ("One soldier was killed.", [(1, 1, 1, "exact", "people_killed")]),
        ("The man was killed in May.", []),
        ("A man stood near the port.", []),
        ("No party condemned the attack.", []),
        (
            "A man and his two sons were killed.",
            [(1, 1, 1, "exact", "people_killed"), (2, 2, 2, "exact", "people_killed")],
        ),
    ],
)
def test_none_and_one_are_counts_where_they_are_wanted(line: str, expected: list[Read]) -> None:
    assert quantities(line, implied=True) == expected
    numerals = [one for one in expected if one[0] not in (0, 1) or line.startswith("One")]
    assert quantities(line) == numerals


def test_ages_are_counts_only_where_they_are_wanted() -> None:
    line = "The 300-year-old fort fell."
    assert quantities(line) == []
    assert quantities(line, ages=True) == [(300, 300, 300, "exact", "years")]


def test_a_part_of_those_counted_is_named_by_its_predicate() -> None:
    line = "She announced that 184 of the dead were farmers and 13 were clerks."
    found = [one.quantity for one in sentence_of(line).quantities]
    assert [(one.unit, one.counted) for one in found] == [
        ("people_killed", "farmers"),
        ("people_killed", "clerks"),
    ]


def test_the_one_of_a_class_is_a_number_only_where_descriptions_are_wanted() -> None:
    line = "The fort is one of the oldest forts."
    assert quantities(line) == []
    assert quantities(line, ages=True) == [(1, 1, 1, "exact", "forts")]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("The navy sank two boats on Monday.", "boats", 2),
        ("The gang gunned down 14 men.", "people_killed", 14),
        ("They blew up three bridges.", "bridges", 3),
        ("Police rounded up 300 people.", "people", 300),
        ("The planes dropped 40 bombs.", "bombs", 40),
        ("270 cattle deaths were reported.", "deaths", 270),
    ],
)
def test_what_is_acted_on_is_counted_and_no_change(text: str, unit: str, value: int) -> None:
    sentence = sentence_of(text)
    (found,) = sentence.quantities
    assert (found.quantity.unit, found.quantity.value, found.change) == (unit, value, "")


def test_the_number_of_a_house_counts_nothing() -> None:
    assert sentence_of("He lives at 319 Main St. in Selden.").quantities == ()
