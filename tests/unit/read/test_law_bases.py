"""What a clause says an act's standing in law is: in line with it, in breach of it, bound by it, invited."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import read

from onrecord.domain.span import Extent
from onrecord.read.instruments import instruments_in


def codings(text: str) -> list[str]:
    """Return "instrument effect action" of every coding of a text."""
    return [
        " ".join(str(part) for part in (one.instrument or "ANY", one.effect, one.action) if part)
        for statement in read(text)
        for one in statement.authority
    ]


def kinds(text: str) -> list[str]:
    return [one.kind for one in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The envoy said the move is inconsistent with the principles of the UN Charter.",
            ["ART51_NOTICE does_not_confer"],
        ),
        (
            "Critics argued that the raid violated Article 1 of the constitution.",
            ["STATUTE_AUMF does_not_confer lethal_strike"],
        ),
        (
            "Ilvane's recognition of the province is a violation of Velmara's territorial integrity, "
            "she said.",
            ["ANY does_not_confer"],
        ),
        (
            "The minister described the blockade as a breach of the UN Charter.",
            ["ART51_NOTICE does_not_confer blockade"],
        ),
        (
            "The Security Council condemned the move as contrary to resolution 2202.",
            ["UNSC_RES does_not_confer"],
        ),
        (
            "Such a move not only conflicts with the UN Charter but is also unwise, he said.",
            ["ART51_NOTICE does_not_confer"],
        ),
    ],
)
def test_a_breach_denies_cover(text: str, expected: list[str]) -> None:
    assert codings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The strikes were justified by the government as self-defence in accordance with the UN "
            "Charter.",
            ["ART51_NOTICE confers lethal_strike"],
        ),
        (
            "The summary said Ilvane is permitted under international law to use force in "
            "self-defence.",
            ["ART51_NOTICE confers lethal_strike"],
        ),
        (
            "The president wrote that the strikes complied with the 1973 War Powers Act.",
            ["LEG_LIMIT confers lethal_strike"],
        ),
        (
            "The ministry cited self-defence as justification for the strikes.",
            ["ART51_NOTICE confers lethal_strike"],
        ),
        (
            "The treaties create a legal base for the deployment of army units in the provinces, a "
            "senator said.",
            ["BILATERAL confers deploy"],
        ),
        (
            "The soldiers are being sent at the express invitation of the Velmaran government.",
            ["CONSENT confers deploy"],
        ),
        (
            "The raid was carried out without the consent of the Velmaran government.",
            ["CONSENT does_not_confer lethal_strike"],
        ),
        (
            "The African Union has ordered the deployment of its standby force to Velmara.",
            ["ALLIANCE_DECISION confers deploy"],
        ),
        ("ECOWAS has activated its standby force.", ["ALLIANCE_DECISION confers deploy"]),
    ],
)
def test_what_is_said_to_be_in_line_claims_cover(text: str, expected: list[str]) -> None:
    assert codings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bloc is required to obtain the authorisation of the UN Security Council to launch an "
            "attack.",
            ["UNSC_RES conditions lethal_strike"],
        ),
        (
            "The president needs to come to Congress before launching a strike, she said.",
            ["LEG_MANDATE conditions lethal_strike"],
        ),
        (
            "The cabinet is obligated by Section 5(4) of the constitution to obtain the permission of "
            "both chambers.",
            ["STATUTE_AUMF conditions"],
        ),
        (
            "Except with the prior approval of the Senate, no member of the armed forces shall be "
            "deployed abroad.",
            ["LEG_MANDATE conditions deploy"],
        ),
        (
            "The conduct of the bloc is subject to the provisions of the United Nations Charter.",
            ["ART51_NOTICE conditions"],
        ),
    ],
)
def test_what_the_law_asks_first_conditions(text: str, expected: list[str]) -> None:
    assert codings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army said it did not violate international law.",
        "Police said the officer fired in self-defence.",
        "The court found that the tax law violated the constitution.",
        "The minister called for a settlement in line with international law.",
        "He is required by the constitution to retire at 70.",
        "Voters approved a new constitution.",
        "The president swore to defend the constitution.",
        "The central bank sanctioned the use of reserves.",
        "The treasury sanctioned three banks for arming the rebels.",
        "The union is required to obtain the approval of parliament for its strike pay.",
        "The Senate rejected reports that it had blocked the deployment.",
        "The areas of deployment are determined by the president in compliance with the constitution, "
        "the text says.",
    ],
)
def test_a_breach_denied_and_everyday_law_claim_nothing(text: str) -> None:
    assert codings(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Senator Ada Brome cited the War Powers Act, saying troops may only be sent after a vote.",
            "LEG_LIMIT conditions",
        ),
        ("Critics cited the War Powers Act.", "LEG_LIMIT silent"),
        ("Lawmakers cited Article 51 of the UN Charter.", "ART51_NOTICE silent"),
        ("Ilvane cited Article 51 of the UN Charter.", "ART51_NOTICE confers"),
        (
            "The minister cited the War Powers Act as the basis for the strikes.",
            "LEG_LIMIT confers",
        ),
    ],
)
def test_who_cites_an_instrument_claims_cover_only_where_the_words_say_so(
    text: str, expected: str
) -> None:
    assert codings(text)[0].startswith(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The Senate did not reject the resolution, the senator said.",
        "Parliament never voted down the mandate.",
        "The House has not blocked the deployment.",
        "The Senate did not refuse to authorise the strikes.",
    ],
)
def test_what_was_not_turned_down_has_not_failed(text: str) -> None:
    found = [one for statement in read(text) for one in statement.authority]
    assert {(one.effect, one.status) for one in found} <= {("silent", None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Federation Council has sanctioned the use of the armed forces abroad.",
            ["LEG_MANDATE confers deploy"],
        ),
        (
            "The Senate greenlit the deployment of troops to Velmara.",
            ["LEG_MANDATE confers deploy"],
        ),
        (
            "The parliament backed sending troops to Velmara.",
            ["LEG_MANDATE confers deploy"],
        ),
        (
            "The Peace and Security Council ruled out the use of force in Velmara.",
            ["ALLIANCE_DECISION does_not_confer lethal_strike"],
        ),
        ("The president now has the power to send troops into Velmara.", []),
    ],
)
def test_leave_is_told_by_whatever_verb(text: str, expected: list[str]) -> None:
    assert codings(text) == expected


def test_forces_that_come_by_invitation_stay_a_report_of_forces() -> None:
    text = "The soldiers are being sent at the express invitation of the Velmaran government."
    assert kinds(text) == ["occ.posture"]


def test_law_that_acts_are_held_against_is_no_instrument_that_somebody_makes() -> None:
    words = "the UN Charter, the constitution and the treaty of friendship"
    found = instruments_in(words, Extent(0, len(words)))
    assert [(one.code, one.ground) for one in found] == [
        ("ART51_NOTICE", True), ("STATUTE_AUMF", True), ("BILATERAL", False),
    ]  # fmt: skip


def test_no_power_of_an_office_is_claimed_by_who_keeps_a_limit() -> None:
    text = "The president wrote that the strikes complied with the 1973 War Powers Act."
    assert kinds(text) == ["law.instrument"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Our commitment to NATO Article Five remains ironclad, he said.",
            ["ALLIANCE_DECISION silent"],
        ),
        (
            "The envoy recalled that both sides are parties to Security Council resolution 2202.",
            ["UNSC_RES silent"],
        ),
        ("Article 5 of the club's rules is ironclad, he said.", []),
        ("The council held a meeting on the resolution.", []),
    ],
)
def test_an_instrument_known_by_its_number_is_put_on_record(text: str, expected: list[str]) -> None:
    assert codings(text) == expected
