"""Quantities read from words alone: every row must hold for a parse without a tree."""

from __future__ import annotations

import pytest

from onrecord.domain.quantity import Number
from onrecord.domain.span import Extent
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.ports.linguist import Parse
from onrecord.read.quantities import FoundQuantity, find_quantities
from onrecord.read.quantity_kept import magnitude_low
from onrecord.read.times import find_times
from onrecord.read.units import plural


def read(line: str, doc_date: When | Unknown | None = None) -> tuple[FoundQuantity, ...]:
    extent = Extent(0, len(line))
    times = find_times(line, extent, doc_date=doc_date or Unknown("none"))
    return find_quantities(Parse(extent, (), ()), line, times=times)


def only(line: str) -> FoundQuantity:
    found = read(line)
    assert len(found) == 1, [one.extent.of(line) for one in found]
    return found[0]


Row = tuple[str, Number | None, Number | None, Number | None, str, str]

#: line, value, low, high, bound, unit
COUNTS: list[Row] = [
    # how far the words commit
    ("They fired 40 rockets.", 40, 40, 40, "exact", "rockets"),
    ("They fired forty-two rockets.", 42, 42, 42, "exact", "rockets"),
    ("They fired at least 40 rockets.", 40, 40, None, "at_least", "rockets"),
    ("They fired no fewer than 40 rockets.", 40, 40, None, "at_least", "rockets"),
    ("They fired not less than 40 rockets.", 40, 40, None, "at_least", "rockets"),
    ("They fired a minimum of 40 rockets.", 40, 40, None, "at_least", "rockets"),
    ("They fired 40 or more rockets.", 40, 40, None, "at_least", "rockets"),
    ("They fired 40+ rockets.", 40, 40, None, "at_least", "rockets"),
    ("They fired 40-plus rockets.", 40, 40, None, "at_least", "rockets"),
    ("They fired more than 40 rockets.", 40, 41, None, "more_than", "rockets"),
    ("They fired over 40 rockets.", 40, 41, None, "more_than", "rockets"),
    ("They fired upwards of 40 rockets.", 40, 41, None, "more_than", "rockets"),
    ("They fired in excess of 40 rockets.", 40, 41, None, "more_than", "rockets"),
    ("The stock exceeded 40 rockets.", 40, 41, None, "more_than", "rockets"),
    ("The stock surpassed 40 rockets.", 40, 41, None, "more_than", "rockets"),
    ("They fired at most 40 rockets.", 40, None, 40, "at_most", "rockets"),
    ("They fired up to 40 rockets.", 40, None, 40, "at_most", "rockets"),
    ("They fired as many as 40 rockets.", 40, None, 40, "at_most", "rockets"),
    ("They fired no more than 40 rockets.", 40, None, 40, "at_most", "rockets"),
    ("They fired a maximum of 40 rockets.", 40, None, 40, "at_most", "rockets"),
    ("They fired fewer than 40 rockets.", 40, None, 39, "less_than", "rockets"),
    ("They fired under 40 rockets.", 40, None, 39, "less_than", "rockets"),
    ("They fired about 40 rockets.", 40, None, None, "approx", "rockets"),
    ("They fired around 40 rockets.", 40, None, None, "approx", "rockets"),
    ("They fired roughly 40 rockets.", 40, None, None, "approx", "rockets"),
    ("They fired some 40 rockets.", 40, None, None, "approx", "rockets"),
    ("They fired nearly 40 rockets.", 40, None, None, "approx", "rockets"),
    ("They fired close to 40 rockets.", 40, None, None, "approx", "rockets"),
    ("They fired an estimated 40 rockets.", 40, None, None, "approx", "rockets"),
    ("They fired 40 or so rockets.", 40, None, None, "approx", "rockets"),
    ("They fired 40-odd rockets.", 40, None, None, "approx", "rockets"),
    ("They fired ~40 rockets.", 40, None, None, "approx", "rockets"),
    # ranges
    ("They fired between 10 and 15 rockets.", 10, 10, 15, "between", "rockets"),
    ("They fired 10 to 15 rockets.", 10, 10, 15, "between", "rockets"),
    ("They fired 10-15 rockets.", 10, 10, 15, "between", "rockets"),
    ("They fired two or three rockets.", 2, 2, 3, "between", "rockets"),
    ("It cost 10 to 15 million euros.", 10_000_000, 10_000_000, 15_000_000, "between", "EUR"),
    # dozens, magnitudes, multipliers, fractions, ordinals
    ("They sent a dozen warships.", 12, 12, 12, "exact", "warships"),
    ("They sent more than a dozen warships.", 12, 13, None, "more_than", "warships"),
    ("They sent dozens of warships.", None, 24, None, "at_least", "warships"),
    ("They fired hundreds of rockets.", None, 200, None, "at_least", "rockets"),
    ("They fired several hundred rockets.", None, 200, None, "at_least", "rockets"),
    ("They fired tens of thousands of rockets.", None, 20_000, None, "at_least", "rockets"),
    ("The chamber twice voted it down.", 2, 2, 2, "exact", "times"),
    ("Half of the boats sank.", 0.5, 0.5, 0.5, "exact", "boats"),
    ("The third strike hit a pier.", 3, 3, 3, "ordinal", "strikes"),
    # money, percent, measures
    ("It cost $3.2 million.", 3_200_000, 3_200_000, 3_200_000, "exact", "USD"),
    ("It cost £40.", 40, 40, 40, "exact", "GBP"),
    ("It cost 2.9 million euros.", 2_900_000, 2_900_000, 2_900_000, "exact", "EUR"),
    ("It cost more than $US160 million.", 160_000_000, 160_000_000, None, "more_than", "USD"),
    ("Turnout was 40 percent.", 40, 40, 40, "exact", "percent"),
    ("Turnout was 40%.", 40, 40, 40, "exact", "percent"),
    ("The wall runs 40 kilometres.", 40, 40, 40, "exact", "kilometres"),
    ("The wall runs 40km.", 40, 40, 40, "exact", "kilometres"),
    ("The plant makes 5MW.", 5, 5, 5, "exact", "megawatts"),
    ("The siege lasted twelve days.", 12, 12, 12, "exact", "days"),
    ("It fell twelve days after the vote.", 12, 12, 12, "exact", "days"),
    # what happened to people
    ("The raid killed at least 83 people.", 83, 83, None, "at_least", "people_killed"),
    ("83 people were killed.", 83, 83, 83, "exact", "people_killed"),
    ("More than 100 people have been killed.", 100, 101, None, "more_than", "people_killed"),
    ("The death toll rose to 83.", 83, 83, 83, "exact", "people_killed"),
    ("Medics gave a toll of 61 dead.", 61, 61, 61, "exact", "people_killed"),
    ("The flood claimed 14 lives.", 14, 14, 14, "exact", "people_killed"),
    ("A bomb went off, killing five.", 5, 5, 5, "exact", "people_killed"),
    ("Crews recovered 14 bodies.", 14, 14, 14, "exact", "people_killed"),
    ("They found the bodies of 17 people.", 17, 17, 17, "exact", "people_killed"),
    ("At least three fishermen drowned.", 3, 3, None, "at_least", "people_killed"),
    ("Two farmers were shot dead.", 2, 2, 2, "exact", "people_killed"),
    ("Another 30 were wounded.", 30, 30, 30, "exact", "people_injured"),
    ("Nine people remain missing.", 9, 9, 9, "exact", "people_missing"),
    ("Police arrested 40 protesters.", 40, 40, 40, "exact", "people_detained"),
    ("An estimated 1.2 million people fled.", 1_200_000, None, None, "approx", "people_displaced"),
    ("Firefighters rescued 12 miners.", 12, 12, 12, "exact", "people_rescued"),
    ("Two of the wounded died later.", 2, 2, 2, "exact", "people_killed"),
    ("Dozens of civilians were killed.", None, 24, None, "at_least", "people_killed"),
    # people to whom nothing happened, and things that suffer no harm
    ("Five gunmen opened fire.", 5, 5, 5, "exact", "gunmen"),
    ("The strike destroyed 16 vessels.", 16, 16, 16, "exact", "vessels"),
    ("The blaze killed 40 cattle.", 40, 40, 40, "exact", "cattle"),
    ("About 15,000 U.S. personnel sailed.", 15_000, None, None, "approx", "personnel"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "value", "low", "high", "bound", "unit"), COUNTS)
def test_what_a_sentence_counts_and_how_far_it_commits(
    line: str, value: Number | None, low: Number | None, high: Number | None, bound: str, unit: str
) -> None:
    found = only(line)
    quantity = found.quantity
    assert (quantity.value, quantity.low, quantity.high) == (value, low, high)
    assert (quantity.bound, quantity.unit) == (bound, unit)
    assert found.extent.contains(found.number)
    assert quantity.approximator in found.extent.of(line)
    assert quantity.counted in found.extent.of(line)


NOTHING = [
    "It ended on November 28, 2025 at 5 p.m.",
    "A 32-year-old man spoke.",
    "Mara Olin, 45, spoke.",
    "Women aged 25 to 54 spoke.",
    "Resolution 2803 passed.",
    "Article 51 applies.",
    "B-52 crews flew.",
    "The 7th Fleet sailed.",
    "Flight 655 was late.",
    "The G7 met.",
    "No one spoke.",
    "The one they feared spoke.",
    "Once they left, it ended.",
    "It is twice as loud.",
    "Route 6 is closed.",
    "This half was quiet.",
]


@pytest.mark.parametrize("line", NOTHING)
def test_figures_that_count_nothing_are_left_alone(line: str) -> None:
    assert read(line) == ()


def test_an_approximator_binds_its_own_number_only() -> None:
    killed, strikes = read("The campaign killed at least 83 people across 21 strikes.")
    assert (killed.quantity.bound, killed.quantity.approximator) == ("at_least", "at least")
    assert (strikes.quantity.bound, strikes.quantity.low, strikes.quantity.high) == (
        "exact",
        21,
        21,
    )


def test_each_number_keeps_its_own_harm() -> None:
    units = [one.quantity.unit for one in read("The blast left 12 dead and 30 injured.")]
    assert units == ["people_killed", "people_injured"]


def test_those_who_kill_are_not_counted_as_killed() -> None:
    units = [one.quantity.unit for one in read("Five gunmen killed 12 people.")]
    assert units == ["gunmen", "people_killed"]


def test_a_since_time_is_the_window_of_the_counts_before_it() -> None:
    line = "It has killed at least 83 people across 21 strikes since September."
    found = read(line, When("", "2031-12-02", "metadata"))
    windows = [one.quantity.window for one in found]
    assert [window.edtf for window in windows if window] == ["2031-09/2031-12-02"] * 2


def test_a_leading_since_time_is_the_window_of_what_follows() -> None:
    found = read("Since May, 87 people were killed.", When("", "2031-12-02", "metadata"))
    assert found[0].quantity.window is not None
    assert found[0].quantity.window.text == "Since May"


def test_a_window_beyond_the_clause_is_not_taken() -> None:
    line = "They fired 40 rockets; the port has been shut since May."
    assert read(line, When("", "2031-12-02", "metadata"))[0].quantity.window is None


def test_a_rise_by_a_number_is_a_change_and_no_level() -> None:
    by, to = read("The toll rose by 12 to 95.")
    assert (by.change, to.change) == ("up", "")
    assert (by.quantity.value, to.quantity.value) == (12, 95)


def test_a_rise_from_one_number_to_another_is_two_levels_and_no_range() -> None:
    values = [one.quantity.value for one in read("The toll rose from 61 to 83.")]
    assert values == [61, 83]


def test_a_fall_in_percent_is_a_change_down() -> None:
    assert only("Exports fell 5%.").change == "down"


def test_a_figure_that_restates_another_unit_is_bound_alike() -> None:
    miles, kilometres = read("It flew more than 60 miles (100 kilometres).")
    assert (miles.quantity.low, kilometres.quantity.low) == (60, 100)
    assert kilometres.quantity.bound == "more_than"


def test_what_is_counted_is_kept_verbatim() -> None:
    found = only("They sank three cartel boats off the cape.")
    assert (found.quantity.counted, found.quantity.unit) == ("cartel boats", "boats")


def test_offsets_are_those_of_the_document() -> None:
    text = "Head line.\nAt least 12 boats sank."
    parse = Parse(Extent(11, len(text)), (), ())
    (found,) = find_quantities(parse, text, times=())
    assert found.extent.of(text) == "At least 12 boats"
    assert found.number.of(text) == "12"


def test_a_sentence_without_figures_has_no_quantities() -> None:
    assert read("Nothing was counted.") == ()
    assert find_quantities(Parse(Extent(0, 0), (), ()), "", times=()) == ()


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("dozens", 24),
        ("scores", 40),
        ("hundreds", 200),
        ("thousands", 2000),
        ("hundreds of thousands", 200_000),
        ("millions", 2_000_000),
    ],
)
def test_a_plural_magnitude_is_at_least_two_of_them(words: str, low: int) -> None:
    assert magnitude_low(words) == low


@pytest.mark.parametrize(
    ("noun", "many"),
    [("strike", "strikes"), ("city", "cities"), ("convoy", "convoys"), ("gunman", "gunmen"),
     ("aircraft", "aircraft"), ("person", "people"), ("bus", "buses"), ("church", "churches")],
)  # fmt: skip
def test_units_are_plural(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("line", "bound"),
    [
        ("The death toll passed 400 on Sunday.", "more_than"),
        ("The death toll has passed 400, medics said.", "more_than"),
        ("The number of dead has since passed 400.", "more_than"),
        ("Parliament passed 400 amendments.", "exact"),
        ("The convoy passed 400 boats.", "exact"),
    ],
)
def test_a_toll_passes_a_number_and_nothing_else_does(line: str, bound: str) -> None:
    assert only(line).quantity.bound == bound


def test_the_word_right_beside_a_number_says_what_happened() -> None:
    units = [
        one.quantity.unit for one in read("The toll rose to 40, with 12 missing and 30 injured.")
    ]
    assert units == ["people_killed", "people_missing", "people_injured"]
