"""Acts by classes: what states do, announce, count and claim the power to do, in sentences of our own."""

from __future__ import annotations

import pytest
from tests.unit.assess.lawcase import case

from onrecord.assess.act_words import action_in, domain_in, is_state, own_words, target_in
from onrecord.assess.acts import acts_of
from onrecord.domain.gap import ReportedAct
from onrecord.domain.unknown import Unknown


def only(*texts: str) -> ReportedAct:
    (act,) = acts_of(case(*texts))
    return act


def classes(act: ReportedAct) -> tuple[str, str, str, str]:
    return (act.standing, _known(act.action), _known(act.domain), _known(act.target))


def _known(value: str | Unknown) -> str:
    return "?" if isinstance(value, Unknown) else value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The U.S. military struck a warehouse on Velmaran soil on Tuesday.",
            ("happened", "lethal_strike", "land", "non_state_facility"),
        ),
        (
            "The U.S. military struck a boat in international waters on Tuesday.",
            ("happened", "lethal_strike", "high_seas", "non_state_vessel"),
        ),
        (
            "Iran's navy boarded a tanker in the Strait of Corrow on Monday.",
            ("happened", "board", "high_seas", "?"),
        ),
        (
            "Turkey deployed troops to Ilvane on Tuesday.",
            ("happened", "deploy", "?", "?"),
        ),
        (
            "Russian forces launched a ground offensive in Ilvane on Wednesday.",
            ("happened", "lethal_strike", "land", "?"),
        ),
    ],
)
def test_an_act_has_the_classes_its_words_state(text: str, expected: tuple[str, ...]) -> None:
    assert classes(only(text)) == expected


def test_an_act_names_who_acts_and_their_state() -> None:
    act = only("British jets struck a militant camp inside Ilvane on Wednesday.")
    assert (act.actor, act.system, act.area) == ("British jets", "GB", "Ilvane")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UK and US bombed a camp used by rebels in Ilvane on Thursday.", {"GB", "US"}),
        ("HMS Aurel fired missiles at a pier in Ilvane on Thursday.", {"GB"}),
        ("The destroyer USS Orme fired missiles at a pier in Ilvane on Thursday.", {"US"}),
    ],
)
def test_each_state_that_acts_has_its_own_act(text: str, expected: set[str]) -> None:
    assert {one.system for one in acts_of(case(text))} == expected


def test_reports_of_one_night_are_one_act_and_the_next_night_is_another() -> None:
    found = acts_of(
        case(
            "The U.S. military struck rebel camps inside Ilvane on Tuesday.",
            "U.S. forces bombed rebel positions inside Ilvane on Tuesday, killing six people.",
            "The U.S. military struck a rebel depot inside Ilvane on Wednesday.",
        )
    )
    assert [len(one.statements) > 1 for one in found] == [True, False]


def test_the_place_is_that_of_the_deed_and_not_of_what_it_answers() -> None:
    act = only(
        "Israel struck camps in Yemen on Monday in retaliation against attacks in the Red Sea."
    )
    assert (act.domain, act.country) == ("land", "YE")


def test_a_site_of_rebels_is_no_force_of_a_state() -> None:
    assert target_in("strikes on a rebel radar site") != "state_forces"
    assert isinstance(target_in("strikes on Houthi missile launchers"), Unknown)
    assert target_in("strikes on an army radar site") == "state_forces"


def test_peacekeepers_sent_into_a_country_are_deployed() -> None:
    act = only(
        "Ilvane, where Russia has already deployed some “peacekeepers”, protested on Monday."
    )
    assert (act.action, act.system) == ("deploy", "RU")


def test_to_sanction_the_use_of_force_is_no_sanction() -> None:
    assert action_in("the upper house has sanctioned the use of armed forces abroad") != "sanction"
    assert action_in("Velmara sanctioned two ministers") == "sanction"


def test_a_strike_group_is_no_strike() -> None:
    assert action_in("bombers flew in support of a carrier strike group") is None


def test_a_weapon_brought_down_in_flight_is_no_force_used_on_anybody() -> None:
    assert action_in("the frigate shot down a drone") is None
    assert action_in("the frigate shot down an airliner") == "lethal_strike"


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. military could strike a warehouse on Velmaran soil.",
        "The U.S. military did not strike the port.",
        "The U.S. military would have struck the port if the talks had failed.",
        "Israel denied that it had struck a camp in Velmara.",
        "Israel considers strikes on camps in Velmara.",
        "Nurses began a general strike in France on Monday.",
        "Gunmen killed five people in Ilvane on Monday.",
        "Velmaran rebels attacked a barracks in Ilvane on Monday.",
        "A hurricane struck the coast of Velmara on Monday, killing six people.",
        "Did French warplanes strike a camp in Velmara?",
    ],
)
def test_what_is_supposed_denied_or_done_by_no_state_is_no_act(text: str) -> None:
    assert acts_of(case(text)) == ()


@pytest.mark.parametrize(
    ("text", "expected", "system"),
    [
        (
            '"We will strike their bases on land very soon," the Iranian defence minister said.',
            ("announced", "lethal_strike", "land"), "IR",
        ),
        (
            "Turkey said on Monday that its forces would launch a ground operation in Ilvane within days.",
            ("announced", "lethal_strike", "land"), "TR",
        ),
        (
            "The Kremlin announced that Russian forces will begin a naval blockade of Ilvane on Monday.",
            ("announced", "blockade", "high_seas"), "RU",
        ),
        (
            "France will deploy two warships to the Strait of Corrow, the defence minister announced.",
            ("announced", "deploy", "high_seas"), "FR",
        ),
    ],
)  # fmt: skip
def test_what_one_s_own_side_will_do_is_announced(
    text: str, expected: tuple[str, ...], system: str
) -> None:
    act = only(text)
    assert (classes(act)[:3], act.system) == (expected, system)


def test_strikes_that_are_counted_are_one_counted_act_and_no_event_beside() -> None:
    act = only("The Velmaran navy has carried out 12 strikes on boats since March.")
    assert classes(act) == ("counted", "lethal_strike", "high_seas", "non_state_vessel")


def test_a_pledge_to_inform_somebody_before_an_act_is_not_that_act() -> None:
    text = "The U.S. president said he would notify Congress before land operations."
    assert acts_of(case(text)) == ()


def test_the_same_announcement_in_two_reports_is_one_act_citing_both() -> None:
    act = only(
        "The Israeli army warned on Tuesday that Israeli forces will strike camps inside Velmara.",
        "The Israeli army warned on Tuesday that Israeli forces will strike camps inside Velmara. More soon.",
    )
    assert len(act.statements) == 2


def test_a_claimed_power_is_asserted_and_not_done() -> None:
    text = "The president said that he can strike rebels abroad without approval from parliament."
    act = only(text)
    assert (act.standing, act.action) == ("asserted", "lethal_strike")
    assert isinstance(act.domain, Unknown)


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("a missile hit a boat off the village", "high_seas"),
        ("the navy sent two frigates into the Strait of Corrow", "high_seas"),
        ("the navy struck a boat, Port Aurel said", "high_seas"),
        ("jets struck a depot inside Velmara", "land"),
        ("boats were hit in territorial waters", "territorial_sea"),
        ("drones violated the airspace of Ilvane", "national_airspace"),
        ("bombers flew near the airspace of Ilvane", "?"),
    ],
)
def test_words_of_the_place_go_before_words_of_the_target(text: str, domain: str) -> None:
    assert _known(domain_in(text)) == domain


def test_two_acts_in_one_clause_leave_the_place_open() -> None:
    assert own_words("would inform the house before any strikes") == "would inform the house "
    assert action_in("troops boarded a tanker off the cape") == "board"
    assert isinstance(domain_in("the words say nothing"), Unknown)
    assert domain_in("strikes on a dock") == "land"
    assert "land and" in getattr(domain_in("hit boats and docks"), "reason", "")
    assert target_in("strikes on speedboats") == "non_state_vessel"
    assert isinstance(target_in("tear gas"), Unknown)


def test_a_state_is_its_organs_and_not_whoever_is_of_it() -> None:
    assert is_state("the Velmaran army", "")
    assert is_state("Turkey", "TR")
    assert not is_state("Turkish smugglers", "TR")
    assert not is_state("Iran-backed forces", "IR")
    assert not is_state("Ana Duarte", "")


def test_an_empty_record_has_no_acts() -> None:
    assert acts_of(case()) == ()


def test_an_undated_document_gives_an_act_without_a_day() -> None:
    found = acts_of(case("Israel struck a camp in Velmara.", date=None))
    assert [one.action for one in found] == ["lethal_strike"]
