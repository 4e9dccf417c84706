"""Instruments across documents: whose they are, what became of them, and which mentions are one."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.unit.assess.lawcase import case, case_of_readings, reading_of

from onrecord.assess.authorities import authorities_of
from onrecord.assess.systems import bodies_in, system_of
from onrecord.domain.authority import Authority
from onrecord.domain.unknown import Unknown


def only(*texts: str) -> Authority:
    (found,) = authorities_of(case(*texts))
    return found


@pytest.mark.parametrize(
    ("text", "code", "system", "status"),
    [
        (
            "The UN Security Council adopted Resolution 2911 on Monday.",
            "UNSC_RES", "international", "in_force",
        ),
        (
            "Russia's Federation Council authorised the use of armed forces abroad on Tuesday.",
            "LEG_MANDATE", "RU", "in_force",
        ),
        (
            "The Knesset rejected a motion to limit strikes in Velmara on Monday.",
            "LEG_LIMIT", "IL", "failed",
        ),
        (
            "India's government declared a state of emergency on 3 March 2031.",
            "EMERGENCY", "IN", "in_force",
        ),
        ("Turkey's emergency decree expired on 1 April 2031.", "EMERGENCY", "TR", "expired"),
        (
            "China's National People's Congress passed a law that authorises the use of force at sea.",
            "STATUTE_AUMF", "CN", "in_force",
        ),
        (
            "The North Atlantic Council approved a maritime mission on Monday.",
            "ALLIANCE_DECISION", "international", "in_force",
        ),
        (
            "The U.K. Parliament approved airstrikes against militants in Ilvane on Monday, 7 April.",
            "LEG_MANDATE", "GB", "in_force",
        ),
    ],
)  # fmt: skip
def test_an_instrument_has_a_kind_a_system_and_a_status(
    text: str, code: str, system: str, status: str
) -> None:
    found = only(text)
    assert (found.code, found.system, found.status) == (code, system, status)


def test_a_law_whose_state_no_words_tell_is_of_no_system() -> None:
    assert only("Parliament passed a law that authorises strikes at sea.").system == ""


def test_a_later_report_adds_to_the_history_and_overwrites_nothing() -> None:
    early = reading_of(
        "Turkey's government declared a state of emergency on 3 March 2031.", "2031-03-04"
    )
    late = reading_of("Turkey's state of emergency expired on 1 April 2031.", "2031-04-02")
    for readings in permutations((early, late)):
        (found,) = authorities_of(case_of_readings(*readings))
        assert [one.status for one in found.history] == ["in_force", "expired"]
        assert [one.statement for one in found.history] == list(found.statements)


def test_two_resolutions_of_different_numbers_are_two() -> None:
    found = authorities_of(
        case(
            "The UN Security Council adopted Resolution 2911 on Monday.",
            "The UN Security Council rejected Resolution 2912 on Monday.",
        )
    )
    assert [one.title[-4:] for one in found] == ["2911", "2912"]


def test_a_question_about_an_instrument_is_none() -> None:
    assert authorities_of(case("Will the Knesset pass a law that allows strikes at sea?")) == ()


def test_what_is_called_secret_has_no_public_text() -> None:
    found = only("A classified legal opinion was sent to U.S. lawmakers on Monday.")
    assert found.text_available is False
    assert isinstance(found.issuer, Unknown)


def test_a_body_only_one_state_has_tells_the_system_and_a_common_name_does_not() -> None:
    assert bodies_in("the Lok Sabha") == {"IN"}
    assert bodies_in("Iran's Supreme National Security Council") == {"IR"}
    assert bodies_in("Congress") == frozenset()
    assert system_of("the House of Commons of Canada", {}) == "CA"
    assert system_of("a decree deploying troops to Ilvane", {"Ilvane": "XB"}) == ""
    assert system_of("Ilvane's parliament", {"Ilvane": "XB"}) == "XB"


def test_an_empty_record_has_no_instruments() -> None:
    assert authorities_of(case()) == ()
