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
