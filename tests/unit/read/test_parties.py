"""Who does it to whom in a statement, and what is done."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import only, read, saying


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("The army shelled the port on Monday.", "The army", "the port"),
        ("The port was shelled by the navy of Norrast.", "the navy of Norrast", "The port"),
        ("Velmara launched a wave of air strikes on Port Orlan.", "Velmara", "Port Orlan"),
        ("The town came under attack from militants.", "militants", "The town"),
        ("Velmara received arms from Norrast.", "Norrast", "Velmara"),
        ("Velmara lifted its embargo on Norrast.", "Velmara", "Norrast"),
        ("Velmara and Norrast held talks in Selden.", "Velmara", "Norrast"),
        ("The port was shelled on Monday.", "", "The port"),
    ],
)
def test_the_parties_of_a_clause(text: str, actor: str, recipient: str) -> None:
    found = only(text)
    assert (found.actor, found.recipient) == (actor, recipient)


def test_a_joined_predicate_has_the_subject_of_the_first() -> None:
    found = saying("The army shelled the port on Monday and killed five sailors.", "killed")
    assert (found.actor, found.recipient) == ("The army", "five sailors")


def test_what_somebody_reports_has_its_own_actor() -> None:
    found = saying("The minister said that Norrast had expelled two diplomats.", "expelled")
    assert (found.actor, found.recipient) == ("Norrast", "two diplomats")


def test_a_claim_of_responsibility_makes_nobody_the_actor() -> None:
    (found,) = read("The army is responsible for the attack on the school.")
    assert found.kind == "jdg.responsibility"
    assert found.actor == ""


@pytest.mark.parametrize(
    ("text", "code", "mode"),
    [
        ("Velmara launched air strikes on Port Orlan.", "ASSAULT", "aerial"),
        ("Police stabbed the mayor.", "ASSAULT", "primitive"),
        ("A drone struck the depot.", "ASSAULT", "drone"),
        ("The rebels freed the mayor.", "RETREAT", "release"),
        ("Velmara lifted its embargo on Norrast.", "RETREAT", ""),
        ("Velmara cut off aid to Norrast.", "SANCTION", "discontinue"),
        ("The government imposed a curfew on Selden.", "COERCE", "curfew"),
        ("Velmara sent troops to the border.", "MOBILIZE", "troops"),
        ("Velmara sent doctors to Norrast.", "AID", ""),
    ],
)
def test_the_act_of_a_clause(text: str, code: str, mode: str) -> None:
    act = only(text).act
    assert act is not None
    assert (act.scheme, act.code, act.mode) == ("PLOVER", code, mode)


def test_a_denied_act_keeps_its_type_and_says_so_by_its_factuality() -> None:
    found = only("The army did not attack the convoy.")
    assert found.act is not None
    assert found.act.code == "ASSAULT"
    assert found.factuality[0].value == "CT-"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The army declined to comment on the raid.", "011"),
        ("The rebels claimed responsibility for the blast.", "015"),
        ("The army denied shelling the hospital.", "016"),
    ],
)
def test_talk_that_plover_drops_has_a_cameo_code(text: str, code: str) -> None:
    codes = {one.act.code for one in read(text) if one.act is not None}
    assert code in codes


def test_an_act_merely_mentioned_is_not_coded() -> None:
    assert only("The victims of the attack fled.").act is None


@pytest.mark.parametrize(
    "text",
    ["The earthquake killed 12 people.", "Two sailors were killed in a helicopter crash."],
)
def test_a_misfortune_is_no_assault(text: str) -> None:
    assert only(text).act is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The army carried out nine strikes on boats judged to carry arms.", "ASSAULT"),
        ("Nurses staged a strike over pay.", "PROTEST"),
        ("Dockers went on strike on Monday.", "PROTEST"),
        ("Teachers have begun a hunger strike.", "PROTEST"),
    ],
)
def test_workers_strike_and_armies_strike(text: str, code: str) -> None:
    act = only(text).act
    assert act is not None
    assert act.code == code


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("The storm devastated the coast.", "", "the coast"),
        ("The president made the comments on Monday.", "The president", ""),
        ("Soldiers risked their lives.", "Soldiers", ""),
        ("He will spend the coming weeks in the port.", "He", ""),
        ("It is urgent that Norrast frees the crew.", "", ""),
        ("Norrast is prepared for the talks.", "Norrast", ""),
        ("The protests entered a second week.", "", ""),
        ("The mayor-elect met the envoy.", "The mayor-elect", "the envoy"),
    ],
)
def test_neither_things_nor_fragments_are_parties(text: str, actor: str, recipient: str) -> None:
    found = only(text)
    assert (found.actor, found.recipient) == (actor, recipient)


def test_him_is_not_the_subject_of_his_own_clause() -> None:
    found = saying("Officer Lisk said that Mayor Osric had arrested him.", "arrested")
    assert "Osric" in found.actor
    assert "Osric" not in found.recipient
