"""Which state words lead to: as who is meant across reports says, else by the names among the words."""

from __future__ import annotations

import pytest
from tests.unit.assess.lawcase import case


def countries(*texts: str) -> dict[str, str]:
    return dict(case(*texts).countries)


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("The French navy boarded a freighter on Monday.", "The French navy", "FR"),
        ("Kenya's army shelled a camp on Monday.", "Kenya's army", "KE"),
        ("The government of Kenya closed the border.", "The government of Kenya", "KE"),
    ],
)
def test_an_organ_leads_to_its_state(text: str, words: str, state: str) -> None:
    assert countries(text)[words] == state


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("General Michael Jordan said that the town had fallen.", "General Michael Jordan"),
        (
            "The Alliance of Sahel States launched air strikes on Monday.",
            "The Alliance of Sahel States",
        ),
        (
            "Exiled Kenyan opposition groups seized a post on Monday.",
            "Exiled Kenyan opposition groups",
        ),
        ("Ships crossed the Indian Ocean on Monday.", "Indian Ocean"),
        ("Talks across Latin America went on.", "Latin America"),
        ("That tells us little, the minister said.", "us"),
    ],
)
def test_a_state_inside_another_name_owns_nothing(text: str, words: str) -> None:
    assert words not in countries(text)


def test_a_state_no_gazetteer_lists_is_known_by_its_organs() -> None:
    found = countries(
        "The Velmaran navy sank a boat on Monday, the Defence Ministry of Velmara said.",
        "Velmara denied it. Velmara said that its navy had acted.",
    )
    assert found["The Velmaran navy"] == "Velmara"


def test_words_that_lead_to_two_states_lead_to_none() -> None:
    found = countries("French and Kenyan forces struck a camp on Monday.")
    assert "French and Kenyan forces" not in found
