"""Forces as reported, element by element: what makes one, what joins two reports, what never enters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.assess.told import Told, told_case

from onrecord.assess.posture_changes import changes_since
from onrecord.assess.posture_words import source_of
from onrecord.assess.postures import elements_of, left_out_of
from onrecord.domain.case import Case
from onrecord.domain.posture import PostureChange, PostureElement, staleness_of
from onrecord.domain.quantity import Difference, Quantity
from onrecord.domain.span import Extent, span_at
from onrecord.domain.statement import Factuality, Force, Voice
from onrecord.domain.unknown import Unknown

BUILD_UP = (
    "More than a dozen warships and approximately 9,000 Velmaran personnel are now deployed in the "
    "region, backed up by flights of B-52 and B-1 bombers near Ilvanian airspace and the presence of the "
    "Marta Tolan carrier strike group."
)


def brief(element: PostureElement) -> str:
    """Return an element in words: kind, name, owner, newest count, area, status."""
    newest = element.latest
    count = newest.count
    ends = "" if isinstance(count, Unknown) else f"{count.bound} {count.low}-{count.high}"
    area = "" if isinstance(element.area, Unknown) else element.area
    status = "" if isinstance(newest.status, Unknown) else newest.status
    what = f"{element.element_kind}|{element.name}|{element.owner}"
    return f"{what}|{ends}|{area}|{status}"


def briefs(case: Case) -> list[str]:
    return [brief(one) for one in elements_of(case)]


def test_a_build_up_is_told_element_by_element_with_its_bounds() -> None:
    assert sorted(briefs(told_case(BUILD_UP))) == [
        "aircraft_type|B-1|||near Ilvanian airspace|",
        "aircraft_type|B-52|||near Ilvanian airspace|",
        "formation|Marta Tolan||exact 1-1||",
        "personnel|personnel|Velmaran|approx None-None|the region|operating",
        "ship|warships||more_than 13-None|the region|operating",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two Velmaran destroyers are operating in the Gulf of Sorn.",
            "ship|destroyers|Velmaran|exact 2-2|the Gulf of Sorn|operating",
        ),
        (
            "Velmara has deployed about 4,000 troops to the Strait of Corrow.",
            "personnel|troops|Velmara|approx None-None||operating",
        ),
        (
            "The carrier USS Valiant entered the northern Arabian Sea on Monday.",
            "ship|USS Valiant|United States|exact 1-1|the northern Arabian Sea|",
        ),
        (
            "Officials said 45 Chinese military aircraft were detected near the Strait of Corrow.",
            "aircraft_type|military aircraft|Chinese|exact 45-45|near the Strait of Corrow|",
        ),
        (
            "Chinese and Russian warships are patrolling the Red Sea.",
            "ship|warships|Chinese and Russian||the Red Sea|operating",
        ),
        (
            "Another 1,500 soldiers arrived in Port Orlan on Tuesday.",
            "personnel|additional soldiers||exact 1500-1500||",
        ),
    ],
)
def test_an_element_is_whose_what_how_many_where_and_what_it_does(text: str, expected: str) -> None:
    assert briefs(told_case(text)) == [expected]


def test_where_a_force_is_headed_is_not_where_it_is() -> None:
    (element,) = elements_of(told_case("Six Velmaran warships are heading toward the Red Sea."))
    assert isinstance(element.area, Unknown)


@pytest.mark.parametrize(
    "text",
    [
        "No Velmaran warships are in the Red Sea, the navy said.",
        "Velmara could send 5,000 troops to the border next week.",
        "Velmara will send the carrier USS Valiant to the Red Sea.",
        "If talks fail, 5,000 Velmaran troops would be deployed in the region.",
        "Are 5,000 Velmaran troops deployed in the region?",
    ],
)
def test_what_is_negated_planned_supposed_or_asked_is_no_posture(text: str) -> None:
    assert elements_of(told_case(text)) == ()


def test_a_source_that_denies_keeps_a_report_out() -> None:
    case = told_case("Two Velmaran destroyers are operating in the Gulf of Sorn.")
    (reading,) = case.readings
    (statement,) = reading.statements
    denied = replace(statement, factuality=(Factuality("author", "CT-"),))
    held = replace(case, readings=(replace(reading, statements=(denied,)),))
    assert elements_of(held) == ()
    assert [one.why for one in left_out_of(held)] == [
        "negated, planned, supposed or not vouched for"
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Velmaran and Ilvanian forces now operate in close proximity.", "does not say what it is"),
        ("Warships have arrived, the harbour office said.", "whose it is"),
        ("A massive armada is heading to the country.", "does not say what it is"),
    ],
)
def test_words_that_say_nothing_are_left_out_with_the_reason(text: str, why: str) -> None:
    case = told_case(text)
    assert elements_of(case) == ()
    assert any(why in one.why for one in left_out_of(case))


@pytest.mark.parametrize(
    "text",
    [
        "The destroyer USS Valiant is patrolling 12 nautical miles off Port Orlan.",
        "The destroyer USS Valiant is anchored at 10.48 N, 66.90 W in the Red Sea.",
        "The destroyer USS Valiant is patrolling a few miles from the Strait of Corrow.",
    ],
)
def test_no_position_finer_than_a_named_area_enters(text: str) -> None:
    for element in elements_of(told_case(text)):
        told = repr(element)
        assert not any(words in told for words in ("miles", "10.48", "66.90", "Port Orlan"))


def test_mobilisations_told_as_an_act_are_elements_of_who_answers_with_them() -> None:
    case = told_case("Egypt has responded with militia mobilizations.")
    (reading,) = case.readings
    (statement,) = reading.statements
    start = reading.text.index("militia")
    words = span_at(
        reading.text, Extent(start, start + 21), document=statement.document, role="quantity"
    )
    shown = replace(statement, forces=(Force(words, "militia", owner="Egypt"),))
    (element,) = elements_of(replace(case, readings=(replace(reading, statements=(shown,)),)))
    assert (element.name, element.latest.status_words) == ("militia mobilizations", "mobilizations")


def test_a_town_is_no_area() -> None:
    case = told_case("Velmara stationed two destroyers in Port Orlan.")
    assert all(isinstance(one.area, Unknown) for one in elements_of(case))


@pytest.mark.parametrize(
    "refused",
    [
        {"name": "vulnerable destroyers"},
        {"owner": "the navy 12 miles off"},
        {"count": Quantity(2, 2, 2, "ships", counted="ships 12 miles off")},
    ],
)
def test_a_force_whose_words_hold_a_distance_or_a_weakness_is_left_out(
    refused: dict[str, object],
) -> None:
    case = told_case("Two Velmaran destroyers are operating in the Gulf of Sorn.")
    (reading,) = case.readings
    (statement,) = reading.statements
    (force,) = statement.forces
    named = replace(force, **refused)  # type: ignore[arg-type]
    held = replace(
        case, readings=(replace(reading, statements=(replace(statement, forces=(named,)),)),)
    )
    assert elements_of(held) == ()
    assert "weakness" in left_out_of(held)[0].why


# -- one element through time ----------------------------------------------------------------------


def test_reports_of_one_element_are_sightings_the_oldest_first() -> None:
    case = told_case(
        Told("Eight Velmaran warships are operating in the Red Sea.", "2031-04-09"),
        Told("Six Velmaran warships are operating in the Red Sea.", "2031-04-02"),
    )
    (element,) = elements_of(case)
    counts = [one.count for one in element.sightings]
    assert [one.value for one in counts if isinstance(one, Quantity)] == [6, 8]
    assert brief(element).startswith("ship|warships|Velmaran|exact 8-8")


def test_counts_are_never_averaged() -> None:
    case = told_case(
        "At least six Velmaran warships are operating in the Red Sea.",
        "Eight Velmaran warships are operating in the Red Sea.",
    )
    (element,) = elements_of(case)
    assert {(one.count.low, one.count.high) for one in element.sightings if isinstance(one.count, Quantity)} == {
        (6, None), (8, 8),
    }  # fmt: skip


def test_copies_of_one_report_are_one_sighting_with_every_statement() -> None:
    text = "Six Velmaran warships are operating in the Red Sea."
    case = told_case(
        Told(text, lineage="wire"), Told(text, lineage="wire"), Told(text, lineage="own")
    )
    (element,) = elements_of(case)
    assert len(element.sightings) == 2
    told = {name for one in element.sightings for name in element.told_by(one)}
    assert told == set(case.statements)


def test_other_areas_and_other_owners_are_other_elements() -> None:
    case = told_case(
        "Six Velmaran warships are operating in the Red Sea.",
        "Six Velmaran warships are operating in the Baltic Sea.",
        "Six Ilvanian warships are operating in the Red Sea.",
    )
    assert len(elements_of(case)) == 3


def test_words_for_one_country_are_one_owner() -> None:
    case = told_case(
        "Six Velmaran warships are operating in the Red Sea.",
        "Velmara has deployed six warships in the Red Sea.",
        countries={"Velmaran": "VM", "Velmara": "VM"},
    )
    (element,) = elements_of(case)
    assert element.country == "VM"


def test_a_ship_called_by_its_name_is_one_wherever_it_is() -> None:
    case = told_case(
        Told("Velmara’s carrier USS Marta Valiant left the Baltic Sea on Monday.", "2031-04-02"),
        Told("The carrier Valiant is operating in the Red Sea.", "2031-04-09"),
    )
    (element,) = elements_of(case)
    assert element.name == "USS Marta Valiant"
    assert element.owner == "Velmara"
    assert element.area == "the Red Sea"


@pytest.mark.parametrize(
    ("voice", "source"),
    [
        (Voice("the ministry", "named_office"), "official"),
        (Voice("Military Times", "organisation"), "outlet"),
        (Voice("satellite images", "document"), "open_data"),
        (Voice("General Ada Tolan", "named_person"), "official"),
        (Voice("Corrow Aid", "organisation"), None),
    ],
)
def test_kinds_of_sources_are_told_apart_or_left_unknown(voice: Voice, source: str | None) -> None:
    found = source_of((voice,))
    assert (None if isinstance(found, Unknown) else found) == source


def test_who_says_so_is_kept() -> None:
    case = told_case(
        "The defence ministry said two Velmaran destroyers are operating in the Red Sea.",
        "Two Velmaran frigates are operating in the Red Sea.",
    )
    assert {one.name: one.latest.source for one in elements_of(case)} == {
        "destroyers": "official", "frigates": "outlet",
    }  # fmt: skip


def test_a_comparison_and_readiness_stay_words_of_the_source() -> None:
    (element,) = elements_of(
        told_case(
            "Velmara has deployed 9,000 troops on high alert in the region, the largest number since 2003."
        )
    )
    assert element.latest.comparison == "the largest number since 2003"
    assert element.latest.readiness_words == "on high alert"


def test_an_undated_report_is_undated_not_old() -> None:
    case = told_case(Told("Six Velmaran warships are operating in the Red Sea.", None), today=None)
    (element,) = elements_of(case)
    assert staleness_of(element.latest.as_of, case.today) == "undated"


def test_an_empty_record_has_no_elements() -> None:
    assert elements_of(Case(())) == ()
    assert left_out_of(Case(())) == ()


_REPORTS = tuple(
    Told(text, day)
    for text in (
        "Six Velmaran warships are operating in the Red Sea.",
        "At least four Velmaran warships are operating in the Red Sea.",
        "The carrier USS Marta Valiant left the Baltic Sea.",
        "The Velmaran carrier Valiant is operating in the Red Sea.",
    )
    for day in ("2031-04-02", "2031-04-09")
)
_CASE = told_case(*_REPORTS)


@settings(deadline=None, max_examples=15)
@given(st.permutations(range(len(_REPORTS))))
def test_the_order_in_which_reports_came_changes_nothing(order: list[int]) -> None:
    shuffled = replace(_CASE, readings=tuple(_CASE.readings[at] for at in order))
    assert elements_of(shuffled) == elements_of(_CASE)


# -- what changed ----------------------------------------------------------------------------------


def changed(case: Case, day: str) -> list[PostureChange]:
    return list(changes_since(elements_of(case), date.fromisoformat(day), today=case.today))


def test_a_count_moved_by_as_much_as_both_ends_allow() -> None:
    case = told_case(
        Told("Six Velmaran warships are operating in the Red Sea.", "2031-04-02"),
        Told("At least eight Velmaran warships are operating in the Red Sea.", "2031-04-09"),
    )
    (change,) = changed(case, "2031-04-05")
    assert (change.kind, change.difference) == ("count", Difference(2, None))


def test_between_two_open_counts_there_is_no_difference() -> None:
    case = told_case(
        Told("About six Velmaran warships are operating in the Red Sea.", "2031-04-02"),
        Told("About eight Velmaran warships are operating in the Red Sea.", "2031-04-09"),
    )
    (change,) = changed(case, "2031-04-05")
    assert change.kind == "count"
    assert isinstance(change.difference, Unknown)


def test_a_ship_that_moved_changed_area_and_status() -> None:
    case = told_case(
        Told("The carrier USS Valiant is anchored in the Baltic Sea.", "2031-04-02"),
        Told("The carrier USS Valiant is operating in the Red Sea.", "2031-04-09"),
    )
    assert [one.kind for one in changed(case, "2031-04-05")] == ["area", "status"]


def test_a_report_that_is_silent_changes_nothing() -> None:
    case = told_case(
        Told("The carrier USS Valiant is operating in the Red Sea.", "2031-04-02"),
        Told("The carrier USS Valiant is operating again.", "2031-04-09"),
    )
    assert changed(case, "2031-04-05") == []


def test_what_was_not_reported_before_is_new() -> None:
    case = told_case(Told("Six Velmaran warships are operating in the Red Sea.", "2031-04-09"))
    (change,) = changed(case, "2031-04-05")
    assert (change.kind, change.earlier) == ("new", None)


def test_what_nobody_reports_again_goes_stale() -> None:
    case = told_case(
        Told("Six Velmaran warships are operating in the Red Sea.", "2031-04-02"),
        today="2031-05-30",
    )
    (change,) = changed(case, "2031-04-05")
    assert change.kind == "gone_stale"
    assert changed(replace(case, today=date(2031, 4, 20)), "2031-04-05") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "China is believed to have amassed some 150,000 troops on the border with India.",
            ["personnel|troops|China|approx None-None|the border with India|"],
        ),
        (
            "On the borders of the region, Ilvane has built up a 60,000-strong military group.",
            ["formation|group|Ilvane|exact 60000-60000||"],
        ),
        (
            "Ilvane is surrounded by 130,000 Velmaran troops, according to the ministry.",
            ["personnel|troops|Velmaran|exact 130000-130000||"],
        ),
        (
            "More than 40,000 soldiers now stand in the region.",
            ["personnel|soldiers||more_than 40001-None|the region|"],
        ),
        (
            "Three more U.S. Navy ships have arrived in the region, joining 19 U.S. ships already there.",
            [
                "ship|ships|U.S.|exact 19-19||",
                "ship|additional ships|U.S. Navy|exact 3-3|the region|",
            ],
        ),
        (
            "The destroyers Grantly, Lamoon and Marsh were sailing in the Red Sea.",
            [
                "ship|Grantly||exact 1-1|the Red Sea|underway",
                "ship|Lamoon||exact 1-1|the Red Sea|underway",
                "ship|Marsh||exact 1-1|the Red Sea|underway",
            ],
        ),
        (
            "Four RAF Typhoons and a pair of tankers were involved in the latest action.",
            ["aircraft_type|Typhoon|RAF|exact 4-4||"],
        ),
        (
            "A convoy of about 40 pick-up trucks arrived in the capital on Sunday, bringing troops.",
            ["formation|pick-up trucks||approx None-None||"],
        ),
    ],
)
def test_forces_are_told_by_many_wordings(text: str, expected: list[str]) -> None:
    assert sorted(briefs(told_case(text))) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The guided missile destroyer USS Corley shot down 14 drones on Saturday.",
            ["ship|USS Corley|United States|||"],
        ),
        (
            "The Royal Navy destroyer HMS Emerald also shot down a drone.",
            ["ship|HMS Emerald|Royal Navy|||"],
        ),
        (
            "A naval action involving HMS Emerald and the USS Harlow repelled the attack.",
            ["ship|HMS Emerald|United Kingdom|||", "ship|USS Harlow|United States|||"],
        ),
        ("The attack was stopped by the destroyer USS Marsh.", ["ship|USS Marsh|United States|||"]),
        ("USS Harlow was struck by a missile on Monday.", []),
        ("The rebels attacked the USS Harlow with drones.", []),
        ("HMS Emerald did not take part in the strikes.", []),
    ],
)
def test_a_ship_called_by_its_name_is_where_it_acts(text: str, expected: list[str]) -> None:
    assert sorted(briefs(told_case(text))) == sorted(expected)


def test_the_prefix_of_a_navy_tells_whose_a_ship_is() -> None:
    (element,) = elements_of(told_case("The destroyer USS Corley shot down 14 drones on Saturday."))
    assert (element.owner, element.country) == ("United States", "US")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The government will send 2,000 soldiers to Sorn.", "2,000 soldiers"),
        ("President Harlow ordered almost 3,000 troops to Sorn last week.", "almost 3,000 troops"),
        (
            "Harlow has ordered the deployment of 3,000 U.S. troops to reinforce allies in Sorn.",
            "3,000 U.S. troops",
        ),
    ],
)
def test_forces_to_be_sent_make_no_row_and_are_shown_as_left_out(text: str, words: str) -> None:
    case = told_case(text)
    assert briefs(case) == []
    assert [one.words for one in left_out_of(case)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Ministers stand by the 3,000 troops, the spokesman said.",
        "A convoy of 40 trucks carrying aid arrived in the capital.",
        "The typhoon killed two people on Monday.",
        "Two Typhoons were damaged in the storm.",
        "The trade group joined 20 ships in the harbour.",
        "Rebels destroyed three armoured vehicles and captured 20 soldiers.",
    ],
)
def test_what_only_sounds_like_a_posture_makes_no_row(text: str) -> None:
    assert briefs(told_case(text)) == []
