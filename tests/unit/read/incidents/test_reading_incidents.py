"""What a document says was done to whom, by whom, where and when."""

from __future__ import annotations

import pytest
from tests.unit.read.incidents.telling import day, ends, names, the_one, told

from onrecord.domain.unknown import Unknown


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bomb exploded at a bank in Lisk on Monday.", "bombing"),
        ("An explosion at a fuel depot in Lisk killed two workers on Monday.", "explosion"),
        ("The army shelled the market in Selden on Monday.", "shelling"),
        ("A drone attack on a school in Selden killed 12 children on Monday.", "drone_attack"),
        ("Warplanes bombarded the hospital in Selden on Monday.", "airstrike"),
        ("Gunmen shot dead a judge in Lisk on Monday.", "shooting"),
        ("Gunmen murdered a judge in Lisk on Monday.", "killing"),
        ("The junta executed three prisoners in Lisk on Monday.", "execution"),
        ("Rebels kidnapped two engineers near Selden on Monday.", "abduction"),
        ("Masked men set fire to a bus in Lisk on Sunday.", "arson"),
        ("Rebels clashed with soldiers near Selden on Monday.", "clash"),
        ("Police arrested 40 protesters in Lisk on Monday.", "arrest"),
        ("Rebels attacked a police station in Lisk on Monday.", "attack"),
    ],
)
def test_the_words_tell_what_was_done(text: str, kind: str) -> None:
    assert the_one(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "The army did not attack the village of Selden on Monday.",
        "If rebels attack the town, thousands will flee.",
        "The general plans to bomb the hospital in Lisk.",
        "The rebels could kill the two hostages in Lisk.",
        "Residents of Lisk fear an attack on the school.",
        "The minister called the vote a social explosion.",
        "The company fired its director on Monday.",
        "The ministry executed the plan for Lisk on Monday.",
        "Violence in Velmar has killed more than 3,000 people since January.",
        "A cargo plane crashed in Lisk on Monday, killing 17 people.",
    ],
)
def test_what_is_denied_feared_planned_or_an_accident_is_no_incident(text: str) -> None:
    assert told(text) == ()


def test_who_whom_where_and_when() -> None:
    found = the_one(
        "Gunmen killed the mayor of Lisk, Tomas Ruel, on Tuesday in Port Orlan. "
        "Two of his guards were wounded."
    )
    assert names(found.perpetrators) == ["Gunmen"]
    assert names(found.victims) == ["Tomas Ruel", "guards"]
    assert day(found) == "2031-04-08"
    assert found.places == ("Port Orlan",)
    assert (ends(found.killed), ends(found.injured)) == ((1, 1), (2, 2))


def test_a_group_of_people_is_who_they_are() -> None:
    found = the_one("A group of armed men kidnapped a teacher in Lisk on Monday.")
    assert found.perpetrators[0].names == ("group of armed men", "armed men")


def test_fighters_of_an_organisation_are_both() -> None:
    found = the_one("Rebels of the Free Velmar Front kidnapped two engineers on Monday.")
    assert [party.kind for party in found.perpetrators] == ["person", "organisation"]
    assert found.perpetrators[1].names[0] == "Free Velmar Front"


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The Free Velmar Front bombed a bank in Lisk on Monday.", "fact"),
        (
            "The Free Velmar Front claimed responsibility for the bombing of a bank in Lisk.",
            "claimed",
        ),
        (
            "The police accused the Free Velmar Front of bombing a bank in Lisk on Monday.",
            "accused_by_authorities",
        ),
        ("A bank in Lisk was bombed, apparently by the Free Velmar Front.", "possible"),
    ],
)
def test_an_organisation_stands_as_the_words_tie_it(text: str, standing: str) -> None:
    bodies = [one for one in the_one(text).perpetrators if one.kind == "organisation"]
    assert [one.standing for one in bodies] == [(standing,)]


def test_what_stood_where_it_exploded_is_the_target() -> None:
    found = the_one("A bomb exploded in front of the town hall in Lisk last night.")
    assert "town hall" in found.targets[0].names
    assert day(found) == "2031-04-09"


def test_later_words_for_the_same_act_add_to_it() -> None:
    found = the_one(
        "Four people were killed on Monday when a car bomb exploded outside a hotel in Lisk. "
        "The attack destroyed two shops. At least 30 people were injured in the blast."
    )
    assert found.kind == "bombing"
    assert (ends(found.killed), ends(found.injured)) == ((4, 4), (30, None))
    assert "shops" in names(found.targets)


def test_two_acts_on_two_days_stay_two() -> None:
    first, second = told(
        "On Monday a bomb exploded at a bank in Lisk. "
        "On Tuesday another bomb exploded at a hotel in Selden."
    )
    assert (day(first), day(second)) == ("2031-04-07", "2031-04-08")
    assert (first.places, second.places) == (("Lisk",), ("Selden",))


def test_a_defused_bomb_was_only_tried() -> None:
    assert the_one("Police defused a bomb at the airport in Lisk on Monday.").stage == "attempted"


def test_a_threat_is_threatened_and_has_killed_nobody() -> None:
    found = the_one("On Monday gunmen threatened to kill Judge Ana Ruel in Lisk.")
    assert (found.stage, ends(found.killed)) == ("threatened", None)
    assert names(found.victims) == ["Ana Ruel"]


def test_the_day_somebody_spoke_is_not_the_day_of_the_act() -> None:
    found = the_one("Police said on Wednesday that gunmen had killed Judge Ana Ruel in Lisk.")
    assert isinstance(found.when, Unknown)


def test_a_report_in_capitals_reads_as_one_in_small_letters() -> None:
    found = the_one(
        "LISK, 10 APR 31 -- [TEXT] UNIDENTIFIED GUNMEN SHOT DEAD JOURNALIST MARIA VARGA\n"
        "IN SELDEN TODAY. VARGA, 41, WAS LEAVING HER OFFICE WHEN SHE WAS SHOT."
    )
    assert names(found.perpetrators) == ["UNIDENTIFIED GUNMEN"]
    assert names(found.victims) == ["MARIA VARGA"]
    assert (day(found), ends(found.killed)) == ("2031-04-10", (1, 1))


def test_a_dateline_tells_the_state_but_not_the_place() -> None:
    found = the_one("LIMA, April 10 (Wire) — Gunmen killed two judges in Selden on Monday.")
    assert (found.country, found.places) == ("PE", ("Selden",))


def test_the_state_named_with_the_act_goes_before_the_dateline() -> None:
    found = the_one("LIMA, April 10 (Wire) — Gunmen killed a Peruvian judge in Bolivia on Monday.")
    assert found.country == "BO"


def test_nothing_is_read_from_nothing() -> None:
    assert told("The ministers met in Lisk on Monday to discuss prices.") == ()


def test_reading_twice_gives_the_same() -> None:
    text = "Rebels attacked a bus near Selden on Monday, killing three people."
    assert told(text) == told(text)
    assert told(text)[0].id == told(text)[0].id


@pytest.mark.parametrize(
    "text",
    [
        "[[[ KILLED ]]] ((( BOMB",
        "\"The bomb exploded at 'the",
        "KILLED KILLED KILLED BY BY BY.",
        "— — — 12 dead, 12 12 12 injured 3,3,3",
    ],
)
def test_odd_marks_break_nothing(text: str) -> None:
    for one in told(text):
        assert all(cue.stands_in(text) for cue in one.cues)


def test_every_name_stands_where_its_span_says() -> None:
    text = "LISK — Gunmen of the Free Velmar Front (FVF) killed Judge Ana Ruel in Lisk on Monday."
    for party in (*the_one(text).perpetrators, *the_one(text).victims):
        assert all(span.stands_in(text) for span in party.spans)
        assert [span.exact for span in party.spans] == list(party.names)


def test_the_injured_are_those_named_as_such() -> None:
    found = the_one(
        "A bomb exploded at a bank in Lisk on Monday. "
        "The injured were identified as Ana Ruel and Tomas Varga."
    )
    assert names(found.victims) == ["Ana Ruel", "Tomas Varga"]
    assert ends(found.injured) == (2, 2)


def test_a_part_struck_is_the_thing_it_is_part_of() -> None:
    found = the_one("A bomb exploded in Lisk on Monday. The blast damaged the windows of a hotel.")
    assert names(found.targets) == ["hotel"]


def test_an_act_told_without_a_day_is_of_the_day_told_just_before() -> None:
    found = the_one(
        "The mayor of Lisk opened a market on 3 April 2031. Gunmen then killed a judge, Ana Ruel."
    )
    assert day(found) == "2031-04-03"


def test_an_act_in_this_city_is_where_the_report_was_filed() -> None:
    found = the_one("LIMA, April 8 (Agency) - Gunmen killed a judge in this city on Monday.")
    assert (found.country, found.places) == ("PE", ("LIMA",))


def test_a_speech_touches_on_acts_that_a_report_tells() -> None:
    words = "Men attacked a peasant in Selden."
    assert len(told(f"Lisk -- [Report] {words}")) == 1
    assert told(f"Lisk -- [Speech] {words}") == ()


@pytest.mark.parametrize(
    "text",
    [
        "At least six people have been killed since the protests began on 3 April 2031.",
        "Six people have been killed in the protests in Lisk, a rights group said on Monday.",
        "The unrest in Velmar has killed 34 people so far.",
        "Six people were killed as protests spread to Lisk on Monday.",
    ],
)
def test_a_running_toll_is_no_killing(text: str) -> None:
    assert told(text) == ()


def test_one_killed_in_the_unrest_was_killed_once() -> None:
    found = the_one("A student, Ana Ruel, was killed on Monday in the protests in Lisk.")
    assert names(found.victims) == ["Ana Ruel"]


def test_whose_killing_of_whom() -> None:
    found = the_one("The rebels' killing of a judge in Lisk on Monday shocked the town.")
    assert (names(found.perpetrators), names(found.victims)) == (["rebels"], ["judge"])
