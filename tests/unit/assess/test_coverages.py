"""What instruments are said to do: claims with who makes and who disputes them, and nothing inferred."""

from __future__ import annotations

import pytest
from tests.unit.assess.lawcase import case

from onrecord.assess.coverages import coverages_of
from onrecord.domain.authority import Coverage
from onrecord.domain.gap import ANY_BASIS
from onrecord.domain.unknown import Unknown


def effects(*texts: str) -> list[str]:
    return [one.effect for one in coverages_of(case(*texts))]


def only(*texts: str) -> Coverage:
    (found,) = coverages_of(case(*texts))
    return found


def test_words_that_there_is_no_basis_are_of_any_basis() -> None:
    found = only("Experts said there was no legal basis for strikes on land.")
    assert (found.authority, found.effect) == (ANY_BASIS, "does_not_confer")
    assert (found.domain, found.action_class) == ("land", "lethal_strike")
    assert (found.basis, found.asserted_by) == ("expert_view", ("Experts",))


def test_a_listing_confers_nothing_by_itself() -> None:
    text = "The U.S. State Department designated the Corrow Brotherhood as a foreign terrorist organization."
    assert "confers" not in effects(text)


def test_a_limit_that_failed_limits_nothing() -> None:
    assert effects("The Knesset rejected a motion to limit strikes in Velmara on Monday.") == [
        "silent"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Does the legal opinion permit strikes at sea?",
        "If the legal opinion permitted strikes at sea, the navy would act.",
    ],
)
def test_what_is_asked_or_supposed_claims_nothing(text: str) -> None:
    assert {one.effect for one in coverages_of(case(text))} <= {"silent"}


def test_a_denial_disputes_the_claim_it_is_about() -> None:
    found = coverages_of(
        case(
            "The justice ministry's legal opinion permits strikes at sea, officials said. The foreign "
            "minister of Velmara denied that the legal opinion permits strikes at sea."
        )
    )
    claim = next(one for one in found if one.effect == "confers")
    assert claim.asserted_by == ("officials",)
    assert claim.disputed_by == ("The foreign minister of Velmara",)
    assert claim.basis == "issuer_statement"


def test_a_vote_told_by_a_report_is_a_report_and_no_inference() -> None:
    found = only(
        "The U.K. Parliament approved airstrikes against militants in Ilvane on Monday, 7 April."
    )
    assert (found.effect, found.basis, found.area) == ("confers", "press_report", "Ilvane")


def test_the_same_claim_in_two_reports_is_one_citing_both() -> None:
    text = "Experts said there was no legal basis for strikes on land."
    assert len(only(text, f"{text} Talks go on.").statements) == 2


def test_a_class_no_words_state_is_unknown() -> None:
    assert isinstance(
        only("Experts said there was no legal basis for strikes on land.").target_class, Unknown
    )
