from __future__ import annotations

import re
from itertools import pairwise

import pytest

from onrecord.domain.numerals import numerals_in

#: A text and its numerals: the words, the value, the kind.
ROWS: tuple[tuple[str, tuple[tuple[str, float | None, str], ...]], ...] = (
    ("15,000 personnel arrived", (("15,000", 15000, "digits"),)),
    ("1.5 million people fled", (("1.5 million", 1_500_000, "digits"),)),
    ("about 2,345.5 tonnes", (("2,345.5", 2345.5, "digits"),)),
    ("1,00,000 people", (("1,00,000", 100_000, "digits"),)),
    ("15\u00a0000 people", (("15\u00a0000", 15000, "digits"),)),
    ("a fine of $3m", (("3m", 3_000_000, "digits"),)),
    ("US$4.2bn in aid", (("4.2bn", 4_200_000_000, "digits"),)),
    ("EUR 12k was seized", (("12k", 12000, "digits"),)),
    ("£1.25 million", (("1.25 million", 1_250_000, "digits"),)),
    ("a 3m wall", ()),
    ("a population of 1.4bn", (("1.4bn", 1_400_000_000, "digits"),)),
    ("40% of the port", (("40", 40, "digits"),)),
    ("up 12.5 percent", (("12.5", 12.5, "digits"),)),
    ("10-15 boats", (("10", 10, "digits"), ("15", 15, "digits"))),
    ("a 12-year-old", (("12", 12, "digits"),)),
    ("14 April 2031", (("14", 14, "digits"), ("2031", 2031, "digits"))),
    ("since mid-2030", (("2030", 2030, "digits"),)),
    ("12km from the border", (("12", 12, "digits"),)),
    ("killed 21.", (("21", 21, "digits"),)),
    ("(83)", (("83", 83, "digits"),)),
    ("in 2030, 15 ships", (("2030", 2030, "digits"), ("15", 15, "digits"))),
    ("2½ hours", (("2½", 2.5, "digits"),)),
    ("2.5 lakh people", (("2.5 lakh", 250_000, "digits"),)),
    ("5 hundred", (("5 hundred", 500, "digits"),)),
    ("3 dozen boats", (("3 dozen", 36, "dozen"),)),
    ("a B-52 and two F-35s", (("two", 2, "words"),)),
    ("M23 fighters", ()),
    ("COVID-19 and covid-19", ()),
    ("the T-72, the MQ-9B and an A320", ()),
    ("section 10.4.2", ()),
    ("call +44 20 7946 0958", ()),
    ("call 202-555-0147", ()),
    ("call (020) 7946 0958", ()),
    ("at 14:30 local time", ()),
    ("see https://example.org/2031/04/14/x", ()),
    ("write to desk2031@example.org", ()),
    ("the 1990s", ()),
    ("after 9/11, on 4/14/2031", ()),
    ("a 3-D model", ()),
    ("it fell by 1/2", (("1/2", 0.5, "fraction"),)),
    ("½ of it", (("½", 0.5, "fraction"),)),
    ("twenty-one boats", (("twenty-one", 21, "words"),)),
    ("Twenty one boats", (("Twenty one", 21, "words"),)),
    ("one hundred and five", (("one hundred and five", 105, "words"),)),
    ("one hundred five", (("one hundred five", 105, "words"),)),
    ("a hundred men", (("a hundred", 100, "words"),)),
    ("a hundred and fifty men", (("a hundred and fifty", 150, "words"),)),
    ("two thousand and six", (("two thousand and six", 2006, "words"),)),
    (
        "two million three hundred thousand and forty-five",
        (("two million three hundred thousand and forty-five", 2_300_045, "words"),),
    ),
    ("five hundred thousand", (("five hundred thousand", 500_000, "words"),)),
    ("one hundred\nand five", (("one hundred\nand five", 105, "words"),)),
    ("two thousand, five of them", (("two thousand", 2000, "words"), ("five", 5, "words"))),
    ("two or three", (("two", 2, "words"), ("three", 3, "words"))),
    ("five and six", (("five", 5, "words"), ("six", 6, "words"))),
    ("twenty to thirty", (("twenty", 20, "words"), ("thirty", 30, "words"))),
    ("zero casualties", (("zero", 0, "words"),)),
    ("an attack, a boat and an hour", ()),
    ("half a million people", (("half a million", 500_000, "words"),)),
    ("two and a half million", (("two and a half million", 2_500_000, "words"),)),
    ("a million and a half", (("a million and a half", 1_500_000, "words"),)),
    ("two and a half years", (("two and a half", 2.5, "words"),)),
    ("a dozen ships", (("a dozen", 12, "dozen"),)),
    ("two dozen ships", (("two dozen", 24, "dozen"),)),
    ("the dozen ships", (("dozen", 12, "dozen"),)),
    ("half a dozen", (("half a dozen", 6, "dozen"),)),
    ("a half-dozen", (("a half-dozen", 6, "dozen"),)),
    ("dozens of people", (("dozens", None, "dozen"),)),
    ("several dozen people", (("dozen", None, "dozen"),)),
    ("hundreds of people", (("hundreds", None, "magnitude"),)),
    ("tens of thousands fled", (("tens of thousands", None, "magnitude"),)),
    ("hundreds of thousands of rounds", (("hundreds of thousands", None, "magnitude"),)),
    ("a few hundred troops", (("hundred", None, "magnitude"),)),
    ("several hundred thousand", (("hundred thousand", None, "magnitude"),)),
    ("Scores were hurt", (("Scores", None, "magnitude"),)),
    ("scores of homes", (("scores", None, "magnitude"),)),
    ("he scores twice", (("twice", 2, "multiplier"),)),
    ("it failed once", (("once", 1, "multiplier"),)),
    ("thrice denied", (("thrice", 3, "multiplier"),)),
    ("once again, at once", ()),
    ("the third strike", (("third", 3, "ordinal"),)),
    ("the 21st strike", (("21st", 21, "ordinal"),)),
    ("the twenty-first strike", (("twenty-first", 21, "ordinal"),)),
    ("the one hundred and fifth", (("one hundred and fifth", 105, "ordinal"),)),
    ("its hundredth day", (("hundredth", 100, "ordinal"),)),
    ("a second strike", (("second", 2, "ordinal"),)),
    ("the second strike", (("second", 2, "ordinal"),)),
    ("30 seconds, one per second", (("30", 30, "digits"), ("one", 1, "words"))),
    ("a one-second pause", (("one", 1, "words"),)),
    ("a third of the fleet", (("a third", 1 / 3, "fraction"),)),
    ("a third strike", (("third", 3, "ordinal"),)),
    ("two-thirds of voters", (("two-thirds", 2 / 3, "fraction"),)),
    ("one third of voters", (("one third", 1 / 3, "fraction"),)),
    ("three quarters of it", (("three quarters", 0.75, "fraction"),)),
    ("a quarter of it", (("a quarter", 0.25, "fraction"),)),
    ("headquarters in the quarter", ()),
    ("half of the crew", (("half", 0.5, "fraction"),)),
    ("the second half", (("second", 2, "ordinal"),)),
    ("flags at half-mast", ()),
    ("no one was hurt", (("one", 1, "pronoun"),)),
    ("one of the boats", (("one", 1, "pronoun"),)),
    ("they shot one another", (("one", 1, "pronoun"),)),
    ("one boat", (("one", 1, "words"),)),
    ("someone, nobody, everyone", ()),
    ("aboard Air Force One", ()),
    ("fiftyish attendees often weighed freight", ()),
    ("a 1,000-pound bomb", (("1,000", 1000, "digits"),)),
    ("2 or 3 million", (("2", 2, "digits"), ("3 million", 3_000_000, "digits"))),
    ("3 million 200 men", (("3 million", 3_000_000, "digits"), ("200", 200, "digits"))),
    ("", ()),
)


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:40] or "empty" for row in ROWS])
def test_the_numerals_of_a_text_are_found_with_their_values(
    text: str, expected: tuple[tuple[str, float | None, str], ...]
) -> None:
    found = tuple((text[n.start : n.end], n.value, n.kind) for n in numerals_in(text))
    assert found == expected


def test_a_whole_number_is_an_int_and_a_fraction_a_float() -> None:
    values = [numeral.value for numeral in numerals_in("1.5 million, 2.0 tonnes, 2.5 hours")]
    assert [type(value) for value in values] == [int, int, float]


def test_a_paragraph_break_parts_two_numerals() -> None:
    assert [n.value for n in numerals_in("one hundred\n\nfive people")] == [100, 5]


def test_numerals_do_not_overlap_and_come_in_order() -> None:
    text = " ".join(row[0] for row in ROWS)
    ends = [(numeral.start, numeral.end) for numeral in numerals_in(text)]
    assert ends == sorted(ends)
    assert all(before[1] <= after[0] for before, after in pairwise(ends))


@pytest.mark.parametrize(
    "text",
    [
        "a-" * 20_000,
        "1," * 20_000,
        "1.2" * 20_000,
        "one " * 20_000,
        "half a " * 9_000,
        "+1 " * 9_000,
    ],
)
@pytest.mark.timeout(10)
def test_a_hostile_text_is_read_in_linear_time(text: str) -> None:
    assert all(re.search(r"\w", text[n.start : n.end]) for n in numerals_in(text))
