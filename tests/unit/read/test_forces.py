"""Elements of forces: category, name, count, owner; and what is none."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import read, saying

from onrecord.domain.statement import Force


def told(force: Force) -> str:
    """Return one element in words."""
    count = force.count
    ends = "" if count is None else f"{count.bound} {count.value}"
    return "|".join((force.kind, force.name, force.owner, ends, force.status or ""))


@pytest.mark.parametrize(
    ("text", "words", "elements"),
    [
        (
            "Two Velmaran destroyers are operating in the Gulf of Sorn.",
            "Two Velmaran",
            ["ship||Velmaran|exact 2|operating"],
        ),
        (
            "About 15,000 troops have been deployed to the region.",
            "15,000",
            ["personnel|||approx 15000|operating"],
        ),
        (
            "At least six warships sailed through the strait on Monday.",
            "six",
            ["ship|||at_least 6|underway"],
        ),
        ("Bombers patrol the strait.", "Bombers", ["aircraft_type||||operating"]),
        (
            "The air force moved three B-52 bombers to the island base.",
            "B-52",
            ["aircraft_type|B-52||exact 3|"],
        ),
        (
            "The carrier USS Valiant left port on Friday.",
            "Valiant",
            ["ship|USS Valiant||exact 1|departed"],
        ),
        (
            "The 3rd Armoured Brigade remains near Selden.",
            "Brigade",
            ["formation|3rd Armoured Brigade||exact 1|"],
        ),
        (
            "The carrier Resolute and three destroyers left Port Orlan on Monday.",
            "Resolute",
            ["ship|Resolute||exact 1|departed", "ship|||exact 3|departed"],
        ),
        (
            "A dozen warships, two submarines and about 4,000 marines are deployed in the gulf.",
            "submarines",
            [
                "ship|||exact 12|operating",
                "ship|||exact 2|operating",
                "personnel|||approx 4000|operating",
            ],
        ),
        (
            "B-52 and B-1 bombers flew over the Gulf of Sorn on Monday.",
            "bombers",
            ["aircraft_type|B-52|||operating", "aircraft_type|B-1|||operating"],
        ),
        (
            "The Marta Tolan carrier strike group is on its way to the gulf.",
            "Tolan",
            ["formation|Marta Tolan||exact 1|underway"],
        ),
        (
            "The U.S. carrier strike group has entered the gulf.",
            "strike group",
            ["formation||U.S.||"],
        ),
        (
            "Chinese, Russian and Iranian warships are patrolling the strait.",
            "warships",
            ["ship||Chinese, Russian and Iranian||operating"],
        ),
        (
            "Washington has sent F-35 fighter jets and MQ-9 drones to the island.",
            "F-35",
            ["aircraft_type|F-35|Washington||", "aircraft_type|MQ-9|Washington||"],
        ),
        (
            "Poland has deployed S-400 air defence systems and T-72 tanks along the border.",
            "S-400",
            ["air_defence|S-400|Poland||operating", "ground_equipment|T-72|Poland||operating"],
        ),
        (
            "The USS Valiant (CVN-99) is operating in the Mediterranean Sea.",
            "Valiant",
            ["ship|USS Valiant||exact 1|operating"],
        ),
        (
            "Three amphibious ships, the USS Corrow, USS Orlan and USS Sorn, are sailing south.",
            "Corrow",
            [
                "ship|||exact 3|underway",
                "ship|USS Corrow||exact 1|underway",
                "ship|USS Orlan||exact 1|underway",
                "ship|USS Sorn||exact 1|underway",
            ],
        ),
        (
            "There are 28,500 U.S. troops stationed in South Korea.",
            "28,500",
            ["personnel||U.S.|exact 28500|"],
        ),
        (
            "The United States has about 2,500 troops in Iraq.",
            "2,500",
            ["personnel||United States|approx 2500|"],
        ),
        (
            "45 Chinese military aircraft were detected around the island.",
            "aircraft",
            ["aircraft_type||Chinese|exact 45|"],
        ),
        (
            "The fleet's flagship Moskva left port on Friday.",
            "Moskva",
            ["ship|Moskva|The fleet|exact 1|departed"],
        ),
        (
            "India and China have each deployed about 50,000 troops along the line.",
            "50,000",
            ["personnel|||approx 50000|operating"],
        ),
    ],
)
def test_elements_come_with_their_category_name_count_and_status(
    text: str, words: str, elements: list[str]
) -> None:
    statement = saying(text, words)
    assert statement.kind == "occ.posture"
    assert [told(force) for force in statement.forces] == elements


@pytest.mark.parametrize(
    "text",
    [
        "Security forces clashed with protesters in Selden.",
        "The company parked its planes in the desert.",
        "A housing unit was built for hospital personnel.",
        "He flew his plane over the airport.",
        "The army killed 12 rebels with tanks.",
        "The fire department sent two units.",
        "Patrols of police officers moved through the market.",
        "A notice to airmen closed the airspace.",
        "The ministry reported 2,300 cases of Covid-19 among soldiers.",
        "Turkey left the F-35 programme in 2019.",
        "Congress approved the sale of 20 F-16s to Bahrain.",
    ],
)
def test_what_civilians_and_police_have_is_no_posture(text: str) -> None:
    assert all(one.kind != "occ.posture" and not one.forces for one in read(text))


def test_targets_are_classes_without_names() -> None:
    text = "Officials have identified potential targets, including ports and airfields used by traffickers."
    statement = saying(text, "potential targets")
    assert statement.kind == "tgt.reported"
    assert statement.targets == ("non_state_facility", "dual_use")


def test_a_target_of_money_is_none() -> None:
    assert all(
        one.kind != "tgt.reported" for one in read("The fund set a sales target of $4 million.")
    )


def test_people_counted_together_are_one_element() -> None:
    statement = saying(
        "Eight warships carrying more than 4,000 sailors and marines are operating in the gulf.",
        "Eight",
    )
    assert [force.span.exact for force in statement.forces] == [
        "Eight warships", "more than 4,000 sailors and marines",
    ]  # fmt: skip


def test_words_of_an_element_end_with_its_noun_or_name() -> None:
    statement = saying(
        "Egypt has deployed two destroyers and a frigate to the southern gulf.", "Egypt"
    )
    assert [force.span.exact for force in statement.forces] == ["two destroyers", "a frigate"]


def test_answering_with_mobilisations_is_an_act_not_a_place() -> None:
    statement = saying(
        "Egypt answered with militia mobilizations and shows of its air defenses.", "militia"
    )
    assert statement.kind == "occ.event"


def test_a_number_that_counts_civilians_too_is_not_that_of_troops_alone() -> None:
    statement = saying("About 40,000 U.S. troops and civilians are deployed in the gulf.", "40,000")
    assert [force.span.exact for force in statement.forces] == [
        "About 40,000 U.S. troops and civilians"
    ]
