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


STRIKE = Said("An air strike on the market killed nine people", place="Port Orlan")


def stances(*said: Said) -> set[tuple[str, str]]:
    return {(one.claimant, one.stance) for one in claims(*said)}


@pytest.mark.parametrize(
    ("words", "speaker", "expected"),
    [
        ("its jets had struck a depot with bombs", "the army", {("the army", "accepts")}),
        ("we carried out the attack", "a spokesman", {("a spokesman", "accepts")}),
        ("They were killed in the air strike", "Ilan Dorr", set()),
        ("it was attacked as well", "the army", set()),
        ("it had shot down a jet", "the Front", set()),
        ("it killed twenty rebels in a raid", "the army", set()),
        ("No group has claimed responsibility for the air strike", "No group", set()),
    ],
)
def test_only_words_of_claiming_or_an_own_deed_admit_it(
    words: str, speaker: str, expected: set[tuple[str, str]]
) -> None:
    said = Said(words, speaker=speaker, cue="said", identity="organisation")
    reading = report(f"{STRIKE.words}. {speaker} said {words}.", STRIKE, said)
    found = claims_in({one.id: one for one in reading.statements})
    assert {(one.claimant, one.stance) for one in found} == expected


def test_it_of_a_person_is_not_the_person() -> None:
    said = Said(
        "it struck the market with bombs", speaker="Mara Linn", cue="said", identity="named_person"
    )
    reading = report("Mara Linn said it struck the market with bombs.", said)
    assert claims_in({one.id: one for one in reading.statements}) == ()


@pytest.mark.parametrize("words", ["denied it", "rejected the accusations", "denied involvement"])
def test_a_denial_that_points_back_at_an_accusation_disputes_it(words: str) -> None:
    accused = Said(
        "The army accused the Front of shelling the market",
        kind="say.accuse", speaker="The army", actor="The army", recipient="the Front",
    )  # fmt: skip
    denied = Said(words, kind="say.deny", speaker="The Front", value="CT-", aux=("negation",))
    found = claims(accused, denied)
    assert {(one.claimant, one.stance) for one in found} == {
        ("The army", "attributes"),
        ("The Front", "denies"),
    }
    assert status_of(found) == "disputed"


def test_a_denial_of_something_else_disputes_nothing() -> None:
    denied = Said("denied it", kind="say.deny", speaker="The Front", value="CT-", aux=("negation",))
    assert stances(denied) == set()
