"""Moves in each dimension, from sentences read with the shipped model and from reports by hand."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.assess.lawcase import case, case_of_readings, reading_of
from tests.unit.reconcile.reports import Count, Said, report

from onrecord.assess.steps import TEMPO_UNIT, steps_of
from onrecord.domain.case import Case
from onrecord.domain.escalation import EscalationStep
from onrecord.domain.quantity import Quantity
from onrecord.domain.statement import Act
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

SEA = "Velmara attacked a smuggling boat in the Strait of Corrow on Monday, killing four people."
LAND = "Velmara bombed a depot on the mainland of Ilvane on Thursday."
EARLIER = reading_of(SEA, "2031-03-11", "The Corrow Post")
LATER = reading_of(LAND, "2031-04-04", "The Selden Mail")


def moves(found: Case, dimension: str, party: str | None = None) -> list[tuple[str, str]]:
    """Return from and to of each step in a dimension."""
    return [
        (_value(step.from_value), _value(step.to_value))
        for step in steps_of(found)
        if step.dimension == dimension and party in (None, step.party)
    ]


def one(found: Case, dimension: str) -> EscalationStep:
    [step] = [step for step in steps_of(found) if step.dimension == dimension]
    return step


def _value(value: str | Quantity | Unknown) -> str:
    return value if isinstance(value, str) else "unknown"


def test_force_that_moves_from_sea_to_land_is_a_step_up_that_cites_both() -> None:
    found = case_of_readings(EARLIER, LATER)
    first, second = (step for step in steps_of(found) if step.dimension == "domain")
    assert (first.to_value, second.from_value, second.to_value) == (
        "high_seas",
        "high_seas",
        "land",
    )
    assert second.direction == "up"
    assert second.first_time is True
    assert found.statements[second.earlier].content.exact in SEA
    assert found.statements[second.statement].content.exact in LAND


def test_a_lower_value_later_takes_nothing_back() -> None:
    land = reading_of(LAND, "2031-03-07", "The Selden Mail")
    sea = reading_of(SEA, "2031-04-01", "The Corrow Post")
    assert moves(case_of_readings(land, sea), "domain") == [("unknown", "land")]


def test_two_parties_are_two_lines() -> None:
    found = case(f"{SEA} Rebels shelled two villages on Tuesday.")
    assert {step.party for step in steps_of(found)} == {"velmara", "rebels"}
    assert moves(found, "domain", "velmara") == [("unknown", "high_seas")]


def test_people_whom_nobody_names_make_no_party() -> None:
    found = case("Gunmen killed six people in Port Orlan on Monday.")
    assert {step.party for step in steps_of(found)} == {""}
    assert all(isinstance(step.first_time, Unknown) for step in steps_of(found))


@pytest.mark.parametrize(
    "words",
    [
        "Velmara could bomb the harbour of Selden within days, analysts say.",
        "Velmara has not bombed the harbour of Selden.",
        "If Velmara bombs the harbour of Selden, the alliance will respond.",
        "Velmara plans to bomb the harbour of Selden next week.",
        "The Senate debated whether to declare war on Velmara.",
        "Did Velmara bomb the harbour of Selden?",
    ],
)
def test_what_was_not_done_is_no_step_of_force(words: str) -> None:
    reached = {step.to_value for step in steps_of(case(words))}
    assert not reached & {"lethal_force", "sustained_hostilities", "land", "formally_declared"}


@pytest.mark.parametrize(
    "words",
    [
        "Workers at the port went on strike on Monday.",
        "The opposition attacked the budget in parliament on Monday.",
        "A heart attack killed the minister on Monday.",
        "Nurses launched a strike on Monday over pay.",
        "Shopkeepers in Selden staged strikes on Tuesday.",
        "Ilvane launched a charm offensive in Brussels on Monday.",
        "The flood killed 40 people in Selden on Monday.",
        "Aid groups have warned of the danger of cholera in Selden.",
    ],
)
def test_words_of_force_that_tell_of_none_make_no_step(words: str) -> None:
    assert steps_of(case(words)) == ()


@pytest.mark.parametrize(
    ("words", "dimension", "value"),
    [
        ("Police fired tear gas at protesters on Friday.", "act", "non_lethal_force"),
        ("Police shot at protesters on Friday, killing four.", "lethality", "deaths_reported"),
        ("Velmara declared war on Ilvane on Monday.", "overtness", "formally_declared"),
        ("Ilvane shot down a Velmaran drone over the strait on Monday.", "domain", "airspace"),
        (
            "Ilvane sank a Velmaran patrol boat in the strait on Monday.",
            "target_class",
            "state_forces",
        ),
        (
            "Velmara launched missiles at the presidential palace in Selden on Monday.",
            "target_class",
            "state_leadership",
        ),
        ("Velmara has called up 20,000 reservists.", "posture", "reinforced"),
        ("Velmara has called up 20,000 reservists.", "act", "display"),
    ],
)
def test_words_reach_the_value_they_name(words: str, dimension: str, value: str) -> None:
    assert one(case(words), dimension).to_value == value


def test_a_search_by_the_police_is_no_lethal_force() -> None:
    found = case("Police carried out raids in three towns on Monday.")
    assert "lethal_force" not in {step.to_value for step in steps_of(found)}


def test_a_cartel_leader_is_no_leader_of_a_state() -> None:
    found = case("Velmara bombed the house of a cartel leader on Monday.")
    assert moves(found, "target_class") == []


def test_what_would_be_the_first_strike_names_a_deed() -> None:
    found = case(
        "Velmara carried out what would be its first strike on Ilvanian soil, its president confirmed."
    )
    assert one(found, "domain").to_value == "land"


@pytest.mark.parametrize(
    ("word", "mechanism"),
    [("by mistake", "inadvertent"), ("deliberately", "deliberate"), ("accidentally", "accidental")],
)
def test_a_mechanism_is_what_words_state(word: str, mechanism: str) -> None:
    found = case(f"Ilvane {word} bombed a military base of Velmara on Monday.")
    assert one(found, "act").mechanism == mechanism
    assert one(case("Ilvane bombed a military base on Monday."), "act").mechanism == "unknown"


def test_another_strike_is_not_the_first() -> None:
    found = case("Velmara bombed another depot in Selden on Monday.")
    assert one(found, "act").first_time is False


def test_a_ceasefire_in_effect_is_a_step_down_and_fire_after_it_a_step_up_again() -> None:
    found = case_of_readings(
        reading_of("Velmara shelled two villages on Monday.", "2031-03-11", "A"),
        reading_of("Velmara halted its strikes on Thursday under the truce.", "2031-03-21", "B"),
        reading_of("Velmara shelled two villages on Monday.", "2031-04-08", "C"),
    )
    lines = [step for step in steps_of(found) if step.dimension == "act"]
    assert [step.direction for step in lines] == ["unknown", "down", "up"]
    assert lines[-1].first_time is False


def test_forces_that_withdraw_leave_a_value_nobody_states() -> None:
    found = case_of_readings(
        reading_of("Ilvane deployed troops to the border on Monday.", "2031-03-11", "A"),
        reading_of("Ilvane withdrew its troops from the border on Sunday.", "2031-04-08", "B"),
    )
    steps = [step for step in steps_of(found) if step.dimension == "posture"]
    assert steps[0].to_value == "reinforced"
    assert isinstance(steps[1].to_value, Unknown)


def test_a_party_that_says_it_did_it_acknowledges_it() -> None:
    found = case(
        "A bomb killed four people in Selden on Monday. The Corrow Front said it carried out the bombing."
    )
    assert moves(found, "overtness", "corrow front") == [("unknown", "acknowledged")]


def test_what_people_nobody_names_say_is_reported_by_unnamed_sources() -> None:
    found = case("Officials who asked not to be named said Velmara had bombed a depot on Monday.")
    assert moves(found, "overtness", "velmara") == [("unknown", "reported_by_unnamed_sources")]


def test_people_killed_beside_a_crowd_are_not_its_deed() -> None:
    found = case(
        "Police in Selden fired live rounds at demonstrators who stormed parliament, killing five people."
    )
    assert "demonstrators" not in {step.party for step in steps_of(found)}


def test_what_an_act_answers_is_not_the_act() -> None:
    found = case(
        "Ilvane fired rockets at an army base on Monday in response to the killing of its commander."
    )
    assert moves(found, "lethality") == []


def test_those_strikes_are_of_the_one_who_was_counted_before() -> None:
    found = case(
        "The navy of Velmara has carried out at least 12 strikes on boats. "
        "More than 40 people have been killed in those strikes."
    )
    assert moves(found, "lethality", "") == []
    assert moves(found, "lethality") == [("unknown", "deaths_reported")]


def test_a_demand_is_of_the_one_who_makes_it() -> None:
    found = case(
        "Russia demanded that Ukraine close its ports. Russian jets bombed a depot. "
        "Ukraine called up 20,000 reservists."
    )
    verbal = {step.party for step in steps_of(found) if step.to_value == "verbal"}
    assert "UA" not in verbal


def test_history_is_no_step() -> None:
    assert steps_of(case("Velmara bombed the harbour of Selden in May 2019.")) == ()


def test_undated_reports_have_no_place_in_time() -> None:
    found = case("Velmara bombed a depot near Selden.", date=None)
    step = one(found, "act")
    assert isinstance(step.first_time, Unknown)
    assert isinstance(step.from_value, Unknown)


def test_an_empty_record_has_no_steps() -> None:
    assert steps_of(Case(())) == ()


def _count(words: str, value: int, bound: str = "exact", window: When | None = None) -> Said:
    counted = Count(words, value, "strikes", bound, window=window)  # type: ignore[arg-type]
    return Said(
        f"The navy has carried out {words} since March 3",
        "occ.tally",
        counts=(counted,),
        actor="The navy",
        act=Act("PLOVER", "ASSAULT"),
    )


def _counted(words: str, value: int, date: str, bound: str = "exact") -> Case:
    window = When("since March 3", f"2031-03-03/{date}", "relative")
    told = _count(words, value, bound, window)
    made = report(f"{told.words}.", told, date=date, publisher=date)
    return case_of_readings(made)


def test_tempo_has_an_end_only_where_both_counts_state_it() -> None:
    days = ("2031-04-02", "2031-05-02")
    window = [When("since March 3", f"2031-03-03/{day}", "relative") for day in days]
    first, second = (
        _count("10 strikes", 10, window=window[0]),
        _count("at least 16 strikes", 16, "at_least", window[1]),
    )
    found = case_of_readings(
        report(f"{first.words}.", first, date=days[0], publisher="A"),
        report(f"{second.words}.", second, date=days[1], publisher="B"),
    )
    rates = [step for step in steps_of(found) if step.dimension == "tempo"]
    assert [(_ends(step.to_value)) for step in rates] == [(10.0, 10.0), (6.0, None)]
    assert rates[1].direction == "unknown"
    assert {step.party for step in rates} == {"navy"}


def test_ten_counted_strikes_are_sustained_and_nine_are_not() -> None:
    for value, reached in ((10, "sustained_hostilities"), (9, "lethal_force")):
        assert one(_counted(f"{value} strikes", value, "2031-04-02"), "act").to_value == reached


def _ends(value: str | Quantity | Unknown) -> tuple[float | None, float | None]:
    assert isinstance(value, Quantity)
    assert value.unit == TEMPO_UNIT
    return value.low, value.high


READINGS = (
    EARLIER,
    LATER,
    reading_of("Ilvane has called up 20,000 reservists.", "2031-04-05", "The Herald"),
    reading_of("Rebels shelled two villages on Tuesday.", "2031-04-05", "The Mirror"),
    reading_of("Velmara halted its strikes on Friday.", "2031-04-09", "The Globe"),
)


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(chance: random.Random) -> None:
    shuffled = list(READINGS)
    chance.shuffle(shuffled)
    assert steps_of(case_of_readings(*shuffled)) == steps_of(case_of_readings(*READINGS))


@pytest.mark.parametrize(
    ("words", "act", "domain"),
    [
        (
            "The destroyer USS Harrow shot down 14 drones over the Strait of Corrow on Monday.",
            "non_lethal_force",
            "airspace",
        ),
        (
            "Ilvane intercepted twelve missiles over Selden on Monday.",
            "non_lethal_force",
            "airspace",
        ),
        (
            "Ilvane shot down a Velmaran jet with a missile over Selden on Monday.",
            "lethal_force",
            "airspace",
        ),
        ("Velmara fired 12 drones at the port of Selden on Monday.", "lethal_force", "land"),
    ],
)
def test_a_volley_and_its_interception_are_single_acts(words: str, act: str, domain: str) -> None:
    found = case(words)
    assert one(found, "act").to_value == act
    assert one(found, "domain").to_value == domain


def test_sixty_strikes_of_one_night_are_no_sustained_hostilities() -> None:
    wave = case("Velmara launched 60 strikes on depots in Ilvane on Monday.")
    campaign = case("Velmara has carried out 60 strikes on depots in Ilvane since January.")
    assert one(wave, "act").to_value == "lethal_force"
    assert one(campaign, "act").to_value == "sustained_hostilities"


@pytest.mark.parametrize(
    "words",
    [
        "US lawmakers slam the president for launching strikes without Congress.",
        "Ilvane also dispatched a delegation to Velmara to negotiate with the soldiers.",
        "Velmara sent observers to Port Orlan on Monday.",
        "The president of Velmara pulled back from threats to intervene.",
        "French engineers warned officials over the dams of Selden.",
        "U.S. says 'distinct possibility' that Velmara could invade Ilvane.",
        "Senators in Selden sanctioned the deployment of troops to the border.",
        "The coast guard received a report of a missile attack on a vessel off Port Orlan on Friday.",
    ],
)
def test_words_about_moves_of_others_are_no_moves(words: str) -> None:
    assert steps_of(case(words)) == ()


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("The frigate HMS Larch shot down a drone on Monday.", "GB"),
        ("The destroyer USS Harrow fired missiles at a depot in Ilvane on Monday.", "US"),
        ("The Royal Navy sank a boat in the Strait of Corrow on Monday.", "GB"),
        ("The Kremlin has threatened to bomb Selden.", "RU"),
    ],
)
def test_a_service_or_a_seat_of_government_is_its_state(words: str, party: str) -> None:
    assert {step.party for step in steps_of(case(words))} == {party}


def test_critics_of_a_government_are_not_that_government() -> None:
    found = case("Kremlin critics have threatened to bomb a depot in Selden.")
    assert "RU" not in {step.party for step in steps_of(found)}


@pytest.mark.parametrize(
    "words",
    [
        "French jets struck targets in Mali on Monday.",
        "France bombed rebel positions in Mali on Monday.",
        "French forces conducted strikes against 36 rebel targets in Mali on Monday.",
    ],
)
def test_targets_and_positions_in_a_state_are_struck_on_land(words: str) -> None:
    assert moves(case(words), "act", "FR") == [("unknown", "lethal_force")]
    assert moves(case(words), "domain", "FR") == [("unknown", "land")]


def test_states_that_strike_together_each_have_a_line() -> None:
    found = case("France and Turkey bombed a depot in Mali on Monday.")
    assert {step.party for step in steps_of(found) if step.dimension == "act"} == {"FR", "TR"}


def test_a_body_is_one_party_by_its_name_and_by_its_letters() -> None:
    found = case(
        "The Corrow League of States (CLS) has deployed troops to the border. CLS jets bombed a depot.",
        "The Corrow League of States bombed a depot on Monday.",
    )
    assert "corrow league of states" not in {step.party for step in steps_of(found)}


def test_what_another_report_may_set_earlier_is_no_sure_first() -> None:
    later = reading_of("Velmara bombed a depot in Ilvane on Thursday.", "2031-04-04", "A")
    span = reading_of("Velmara has bombed camps in Ilvane since January.", "2031-04-09", "B")
    [step] = [one for one in steps_of(case_of_readings(later, span)) if one.dimension == "act"][:1]
    assert step.first_time is not True


def test_a_later_report_that_tells_an_earlier_day_comes_first() -> None:
    early = reading_of("Velmara bombed a camp in Ilvane on Thursday.", "2031-04-04", "A")
    late = reading_of("On April 1 Velmara bombed a depot in Ilvane.", "2031-04-09", "B")
    found = case_of_readings(early, late)
    [step] = [one for one in steps_of(found) if one.dimension == "act"]
    assert "April 1" in found.statements[step.statement].content.exact
