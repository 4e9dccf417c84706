"""The gap between acts and what is said to cover them, read from sentences of our own."""

from __future__ import annotations

from itertools import permutations

import pytest
from tests.unit.assess.lawcase import case, case_of_readings, reading_of

from onrecord.assess.gaps import gaps_of
from onrecord.domain.gap import Gap
from onrecord.publish.authority_rows import is_telling, left_out_words

STRIKE = "The U.S. military struck a warehouse on Velmaran soil on Tuesday."


def only(*texts: str) -> Gap:
    (found,) = gaps_of(case(*texts))
    return found


def test_nobody_cited_is_no_cited_basis() -> None:
    assert only(STRIKE).verdict == "no_cited_basis"


def test_words_against_cover_on_land_refuse_a_strike_on_land_and_not_one_at_sea() -> None:
    said = "Experts said there was no legal basis for strikes on land."
    assert only(said, STRIKE).verdict == "explicitly_not_covered"
    at_sea = "The U.S. military struck a boat in international waters on Tuesday."
    assert only(said, at_sea).verdict == "no_cited_basis"


def test_a_vote_is_claimed_to_cover_the_strike_it_approved_in_that_area() -> None:
    vote = "The U.K. Parliament approved airstrikes against militants in Ilvane on Monday, 7 April."
    strike = "British jets struck a militant camp inside {} on Wednesday."
    assert only(f"{vote} {strike.format('Ilvane')}").verdict == "claimed_covered"
    elsewhere = only(f"{vote} {strike.format('Velmara')}")
    assert elsewhere.verdict == "no_cited_basis"
    assert [one.closeness for one in elsewhere.bearings] == ["beside"]


def test_the_law_of_one_state_covers_no_act_of_another() -> None:
    vote = "The U.K. Parliament approved airstrikes against militants in Ilvane on Monday, 7 April."
    assert (
        only(vote, "Turkish jets struck a militant camp inside Ilvane on Wednesday.").bearings == ()
    )


def test_a_claim_that_is_denied_is_contested() -> None:
    found = only(
        "The justice ministry's legal opinion permits strikes at sea, officials said. The foreign minister of "
        "Velmara denied that the legal opinion permits strikes at sea. The U.S. military struck a boat in "
        "international waters on Tuesday."
    )
    assert found.verdict == "contested"


def test_a_secret_opinion_alone_leaves_it_unknown() -> None:
    found = only("A classified legal opinion was sent to U.S. lawmakers on Monday.", STRIKE)
    assert found.verdict == "unknown"
    assert "secret" in found.reason


def test_a_mandate_to_deploy_stands_beside_an_offensive() -> None:
    found = only(
        "Russia's Federation Council authorised the deployment of troops abroad on Tuesday.",
        "Russian forces launched a ground offensive in Ilvane on Wednesday.",
    )
    assert found.verdict == "no_cited_basis"
    assert [(one.closeness, one.coverage.effect) for one in found.bearings] == [
        ("beside", "confers")
    ]


def test_a_vote_after_the_strike_did_not_cover_it_then() -> None:
    strike = reading_of(
        "British jets struck a militant camp inside Ilvane on 2 April 2031.", "2031-04-03"
    )
    vote = reading_of(
        "The U.K. Parliament approved airstrikes against militants in Ilvane on 9 April 2031."
    )
    (found,) = gaps_of(case_of_readings(strike, vote))
    assert found.verdict == "no_cited_basis"
    assert "after this" in found.bearings[0].why


def test_the_order_of_the_reports_changes_nothing() -> None:
    readings = [
        reading_of("Experts said there was no legal basis for strikes on land.", "2031-04-01"),
        reading_of(STRIKE, "2031-04-10"),
        reading_of(
            "A classified legal opinion was sent to U.S. lawmakers on Monday.", "2031-04-05"
        ),
    ]
    found = {gaps_of(case_of_readings(*order)) for order in permutations(readings)}
    assert len(found) == 1


def verdicts(*texts: str) -> set[tuple[str, str]]:
    return {(one.act.system, one.verdict) for one in gaps_of(case(*texts))}


def test_words_on_one_state_s_approval_judge_no_other_state_that_struck_with_it() -> None:
    said = "Lawmakers said there was no congressional authorization for airstrikes."
    struck = "U.S. and British forces struck a militant camp inside Ilvane on Tuesday."
    assert verdicts(f"{said} {struck}") == {
        ("US", "explicitly_not_covered"), ("GB", "no_cited_basis"),
    }  # fmt: skip


def test_claims_on_a_state_s_acts_do_not_bear_on_acts_of_people_of_no_state() -> None:
    said = "Experts said the U.S. had no legal basis for strikes at sea."
    rebels = "Houthi forces struck a tanker in the Red Sea on Monday."
    assert gaps_of(case(said, rebels)) == ()


def test_what_nobody_is_named_for_stands_beside_where_two_states_act() -> None:
    said = "Experts said there was no legal basis for strikes on land."
    struck = (
        "British jets struck a camp inside Ilvane on Monday. "
        "Turkish jets struck a camp inside Velmara on Tuesday."
    )
    found = gaps_of(case(f"{struck} {said}"))
    assert {one.verdict for one in found} == {"no_cited_basis"}
    assert all("which state" in bearing.why for one in found for bearing in one.bearings)


def test_an_act_on_which_nobody_is_cited_is_left_to_who_asks_for_all() -> None:
    assert not is_telling(only(STRIKE))
    assert is_telling(only("Experts said there was no legal basis for strikes on land.", STRIKE))
    assert left_out_words(0) == ""
    assert left_out_words(2).startswith("2 acts are not shown")


def test_self_defence_is_of_the_state_that_claims_it() -> None:
    said = "The British government said its strikes are permitted under international law in self-defence."
    struck = "U.S. and British forces struck a militant camp inside Ilvane on Tuesday."
    found = {one.act.system: one.verdict for one in gaps_of(case(f"{struck} {said}"))}
    assert found["US"] == "no_cited_basis"


def test_a_mandate_first_told_of_later_is_not_backdated() -> None:
    moved = reading_of("Russia deployed troops to Ilvane on 3 December 2030.", "2030-12-04")
    vote = reading_of(
        "The Federation Council has authorised the deployment of troops abroad.", "2031-02-22"
    )
    (found,) = gaps_of(case_of_readings(moved, vote))
    assert found.verdict == "no_cited_basis"
    assert {one.why for one in found.bearings} == {
        "it was reported later; no words say that it held then"
    }


def test_a_law_that_limits_permits_nothing_where_it_is_merely_cited() -> None:
    cited = "Senator Dale Orme cited section 3 of the War Powers Resolution on strikes at sea."
    struck = "The U.S. military struck a boat in international waters on Tuesday."
    found = gaps_of(case(cited, struck))
    assert all(one.verdict != "claimed_covered" for one in found)


@pytest.mark.parametrize("word", ["legal", "illegal", "lawful", "unlawful"])
def test_no_reason_of_ours_says_that_an_act_is_lawful_or_not(word: str) -> None:
    found = gaps_of(case("Experts said there was no legal basis for strikes on land.", STRIKE))
    assert all(word not in one.reason.split() for one in found)
    assert all(word not in bearing.why.split() for one in found for bearing in one.bearings)


def test_an_empty_record_has_no_gaps() -> None:
    assert gaps_of(case()) == ()


def test_an_opinion_that_covers_the_sea_and_not_the_land_does_both() -> None:
    opinion = (
        "An attorney general's opinion drafted to support strikes at sea does not cover targets on land, "
        "according to officials."
    )
    assert only(opinion, STRIKE).verdict == "explicitly_not_covered"
    at_sea = "The U.S. military struck a boat in international waters on Tuesday."
    assert only(opinion, at_sea).verdict == "claimed_covered"
