"""Public offices beside names, and what is none."""

from __future__ import annotations

import pytest

from onrecord.reconcile.roles import offices_in, state_office


@pytest.mark.parametrize(
    ("text", "title", "holder", "owner"),
    [
        (
            "Velmaran Foreign Minister Ona Petrel left.",
            "foreign minister",
            "Ona Petrel",
            "Velmaran",
        ),
        (
            "Ilvane's defense minister, Tomas Korb, said so.",
            "defence minister",
            "Tomas Korb",
            "Ilvane",
        ),
        (
            "Ona Petrel, the prime minister of Ilvane, left.",
            "prime minister",
            "Ona Petrel",
            "Ilvane",
        ),
        ("Minister of Health Ona Petrel spoke.", "health minister", "Ona Petrel", ""),
        ("Gov. Tomas Korb ordered it.", "governor", "Tomas Korb", ""),
        ("Lisk Police Chief Ona Petrel spoke.", "police chief", "Ona Petrel", "Lisk"),
        ("President Tomas al-Korb signed it.", "president", "Tomas al-Korb", ""),
        (
            "They met President Ona Petrel; it told President Ona Petrel.",
            "president",
            "Ona Petrel",
            "",
        ),
        ("Attorney General Ona Petrel sued.", "attorney general", "Ona Petrel", ""),
        ("It told Secretary of State Ona Petrel so.", "secretary of state", "Ona Petrel", ""),
    ],
)
def test_an_office_beside_a_name_is_found_with_its_owner(
    text: str, title: str, holder: str, owner: str
) -> None:
    found = offices_in(text)
    assert [(one.title, one.holder, one.owner) for one in found] == [(title, holder, owner)]
    assert holder in text[found[0].extent.start : found[0].extent.end]


@pytest.mark.parametrize(
    "text",
    [
        "The club president Ana Petrel was shot.",
        "A note came from hospital President Ana Petrel.",
        "Dock Lodge No. 5 President Ana Petrel spoke.",
        "Chancellor Ana Petrel spoke at the graduation.",
        "The school secretary, Ana Petrel, called.",
        "Officer Ana Petrel was hurt.",
        "Coach Tomas Korb wept.",
        "The co-president Ana Petrel left.",
        "They told the president, Congress and the courts.",
        "The driver, Tomas Korb, died.",
    ],
)
def test_a_private_post_or_a_rank_is_no_public_office(text: str) -> None:
    assert [one for one in offices_in(text) if not (one.shared and one.owner)] == []


def test_an_office_no_longer_held_is_called_so() -> None:
    former = offices_in("Former Velmaran President Ona Petrel spoke.")[0]
    then = offices_in("It began under then-President Ona Petrel.")[0]
    elect = offices_in("President-elect Tomas Korb spoke.")[0]
    assert (former.title, former.tense) == ("former president", "former")
    assert (then.title, then.tense) == ("president", "then")
    assert (elect.title, elect.tense) == ("president designate", "next")


def test_who_heads_a_body_of_a_state_holds_an_office_of_it() -> None:
    heads = offices_in("Ona Petrel, who heads the Velmaran navy, left.")[0]
    head = offices_in("It was Ona Petrel, head of the coast guard of Velmara, who left.")[0]
    assert (heads.title, heads.owner, heads.claimed) == ("head of the navy", "Velmaran", True)
    assert (head.title, head.owner) == ("head of the coast guard", "Velmara")


def test_an_acting_minister_is_called_acting() -> None:
    (found,) = offices_in("Acting Velmaran Foreign Minister Ona Petrel spoke.")
    assert (found.title, found.tense, found.owner) == ("acting foreign minister", "now", "Velmaran")


def test_an_office_may_be_named_without_its_holder() -> None:
    assert state_office("Minister of Foreign Affairs") == "foreign minister"
    assert state_office("harbour master") == ""
