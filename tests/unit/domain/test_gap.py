"""The rule between an act and what is claimed to cover it: classes that words state, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.authority import Coverage
from onrecord.domain.errors import InvariantError
from onrecord.domain.gap import (
    ANY_BASIS,
    Bearing,
    Gap,
    ReportedAct,
    bearing_of,
    in_order,
    verdict_of,
    with_status,
)
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

NOT_SAID = Unknown("the words do not say")
ASHORE = ReportedAct(
    subject="evt-1", standing="happened", statements=("stm-1",), action="lethal_strike",
    domain="land", target=NOT_SAID, when=When("", "2031-04-10", "explicit"),
)  # fmt: skip
DENIED = Coverage(
    "aut-1", domain="land", action_class="lethal_strike", effect="does_not_confer",
    asserted_by=("jurists",), statements=("stm-2",),
)  # fmt: skip
CLAIMED = Coverage(
    "aut-2", action_class="lethal_strike", effect="confers", asserted_by=("the president",),
    statements=("stm-3",),
)  # fmt: skip


def bearings(act: ReportedAct, *claims: Coverage) -> list[Bearing]:
    return [made for one in claims if (made := bearing_of(act, one)) is not None]


def verdict(act: ReportedAct, *claims: Coverage) -> str:
    return verdict_of(act, bearings(act, *claims))[0]


def closeness(act: ReportedAct, coverage: Coverage) -> str | None:
    bearing = bearing_of(act, coverage)
    return None if bearing is None else bearing.closeness


def test_an_act_cites_who_reports_it() -> None:
    with pytest.raises(InvariantError, match="cites the statements"):
        replace(ASHORE, statements=())


def test_words_on_the_act_and_its_place_go_before_words_on_the_act_alone() -> None:
    assert closeness(ASHORE, DENIED) == "specific"
    assert closeness(ASHORE, CLAIMED) == "general"
    assert verdict(ASHORE, CLAIMED) == "claimed_covered"
    assert verdict(ASHORE, CLAIMED, DENIED) == "explicitly_not_covered"


def test_words_on_the_sea_say_nothing_of_the_land() -> None:
    afloat = replace(ASHORE, domain="high_seas")
    assert closeness(afloat, DENIED) is None
    assert verdict(afloat, CLAIMED, DENIED) == "claimed_covered"


def test_nobody_cited_is_no_cited_basis() -> None:
    assert verdict(ASHORE) == "no_cited_basis"


def test_a_claim_beside_the_words_that_there_is_no_basis_at_all_is_contested() -> None:
    none = Coverage(
        ANY_BASIS, action_class="lethal_strike", effect="does_not_confer", statements=("stm-4",)
    )
    assert verdict(ASHORE, CLAIMED, none) == "contested"
    assert verdict(ASHORE, none) == "explicitly_not_covered"


def test_one_instrument_said_to_cover_and_not_to_is_contested_and_another_s_denial_is_not() -> None:
    same = replace(DENIED, authority="aut-2", domain=NOT_SAID)
    other = replace(DENIED, domain=NOT_SAID)
    assert verdict(ASHORE, CLAIMED, same) == "contested"
    assert verdict(ASHORE, CLAIMED, other) == "claimed_covered"


def test_a_claim_that_somebody_disputes_is_contested() -> None:
    assert verdict(ASHORE, replace(CLAIMED, disputed_by=("Velmara",))) == "contested"


def test_an_act_of_no_stated_kind_is_unknown_whatever_is_claimed() -> None:
    assert verdict(replace(ASHORE, action=NOT_SAID), CLAIMED, DENIED) == "unknown"


def test_an_act_that_nobody_placed_is_not_judged_by_claims_that_turn_on_the_place() -> None:
    somewhere = replace(ASHORE, domain=NOT_SAID)
    assert closeness(somewhere, DENIED) == "beside"
    assert verdict(somewhere, CLAIMED, DENIED) == "unknown"
    assert verdict(replace(somewhere, standing="asserted"), CLAIMED, DENIED) == "claimed_covered"


def test_covert_action_stands_beside_a_strike_and_decides_nothing() -> None:
    covert = Coverage(
        "aut-3", domain="intelligence", action_class="covert", effect="confers", statements=("s",)
    )
    (found,) = bearings(ASHORE, covert)
    assert found.closeness == "beside"
    assert "no words say whether it reaches this" in found.why
    assert verdict(ASHORE, covert) == "no_cited_basis"


def test_a_power_over_people_of_no_state_reaches_their_boats_unless_it_says_where() -> None:
    boats = replace(ASHORE, domain="high_seas", target="non_state_vessel")
    people = replace(CLAIMED, target_class="non_state_facility")
    assert closeness(boats, people) == "general"
    assert closeness(boats, replace(people, domain="high_seas")) is None
    assert closeness(boats, replace(people, target_class="state_forces")) is None


def test_words_said_of_another_time_stand_beside() -> None:
    then = replace(DENIED, valid=When("then", "2030-10", "explicit"))
    (found,) = bearings(ASHORE, then)
    assert found.closeness == "beside"
    assert "another time" in found.why


@pytest.mark.parametrize("status", ["failed", "expired", "rescinded", "enjoined", "proposed"])
def test_an_instrument_that_is_not_in_force_gives_nothing(status: str) -> None:
    (found,) = bearings(ASHORE, CLAIMED)
    ended = with_status(found, status)  # type: ignore[arg-type]  # a parameter of the test
    assert verdict_of(ASHORE, [ended])[0] == "no_cited_basis"
    assert status in ended.why


def test_only_a_secret_instrument_leaves_it_unknown() -> None:
    secret = Bearing(replace(CLAIMED, effect="silent"), "beside", status="classified_reported")
    assert verdict_of(ASHORE, [secret])[0] == "unknown"


def test_the_deciding_claims_are_those_the_verdict_rests_on() -> None:
    found = in_order(bearings(ASHORE, CLAIMED, DENIED))
    outcome, reason = verdict_of(ASHORE, found)
    assert Gap(ASHORE, outcome, reason, found).deciding == (DENIED,)


@given(st.permutations([CLAIMED, DENIED, replace(DENIED, authority="aut-9", domain="high_seas")]))
def test_the_order_of_claims_changes_nothing(claims: list[Coverage]) -> None:
    found = in_order(bearings(ASHORE, *claims))
    assert found == in_order(bearings(ASHORE, CLAIMED, DENIED))
    assert verdict_of(ASHORE, found)[0] == "explicitly_not_covered"
