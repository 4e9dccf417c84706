"""Who is said to have done it, and what follows from that."""

from __future__ import annotations

import pytest
from tests.unit.reconcile.reports import Said, report

from onrecord.domain.event import ResponsibilityClaim, Stance
from onrecord.reconcile.responsibility import claims_in, grade_of, status_of


def claims(*said: Said) -> tuple[ResponsibilityClaim, ...]:
    reading = report(" ".join(one.words for one in said), *said)
    return claims_in({one.id: one for one in reading.statements})


def claim(stance: Stance, claimant: str = "Velmara", whom: str = "Velmara") -> ResponsibilityClaim:
    return ResponsibilityClaim(claimant, whom, stance, "stm-1")


ACCEPTED = Said(
    "claimed responsibility for the attack on the port",
    kind="say.confirm",
    speaker="the Corrow Front",
)
BLAMED = Said("blamed Velmara for the strike", kind="say.accuse", speaker="the mayor of Port Orlan")
DENIED = Said(
    "its forces were not behind the strike", kind="say.deny", speaker="Velmara", value="CT-", aux=("negation",)
)  # fmt: skip
DECLINED = Said(
    "declined to say who carried out the strike", kind="say.decline", speaker="the ministry"
)


def test_each_voice_keeps_its_claim() -> None:
    found = {
        (one.claimant, one.attributed_to, one.stance)
        for one in claims(ACCEPTED, BLAMED, DENIED, DECLINED)
    }
    assert found == {
        ("the Corrow Front", "the Corrow Front", "accepts"),
        ("the mayor of Port Orlan", "Velmara", "attributes"),
        ("Velmara", "Velmara", "denies"),
        ("the ministry", "the ministry", "declines_to_comment"),
    }


def test_a_voice_that_says_it_twice_counts_once() -> None:
    again = Said(
        "again blamed Velmara for the strike", kind="say.accuse", speaker="The mayor of Port Orlan"
    )
    assert len(claims(BLAMED, again)) == 1


@pytest.mark.parametrize(
    "said",
    [
        Said("blamed Velmara for high prices", kind="say.accuse", speaker="the mayor"),
        Said("denied that talks had stalled", kind="say.deny", speaker="Velmara"),
        Said("declined to give his name", kind="say.decline", speaker="a clerk"),
        Said("will claim responsibility for the attack", kind="fut.prediction", speaker="she", aux=("future",)),
        Said("Two men were killed in the attack"),
    ],
)  # fmt: skip
def test_what_is_not_about_who_did_it_is_no_claim(said: Said) -> None:
    assert claims(said) == ()


def test_an_acting_side_that_accepts_confirms_harm() -> None:
    found = [claim("accepts")]
    assert (grade_of(found, lineages=1, harmed=True), status_of(found)) == (
        "confirmed",
        "acknowledged",
    )


def test_two_origins_are_fair_and_one_is_weak() -> None:
    assert grade_of([], lineages=2, harmed=True) == "fair"
    assert grade_of([], lineages=1, harmed=True) == "weak"
    assert status_of([]) == "reported"


@pytest.mark.parametrize(
    "found",
    [
        [claim("attributes", "the mayor"), claim("denies")],
        [
            claim("attributes", "the mayor", "Velmara"),
            claim("attributes", "Velmara", "the Corrow Front"),
        ],
        [claim("accepts", "the Corrow Front", "the Corrow Front"), claim("denies")],
    ],
)
def test_denials_and_rival_claims_contest_it(found: list[ResponsibilityClaim]) -> None:
    assert grade_of(found, lineages=5, harmed=True) == "contested"
    assert status_of(found) == "disputed"


def test_without_harm_nothing_is_graded() -> None:
    assert grade_of([claim("accepts")], lineages=2, harmed=False) is None
