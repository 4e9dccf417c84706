"""Threats, pledges, wishes and predictions: who says what will be done, and by whom."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import only, read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We will rebuild the port," the minister said.', "say.pledge"),
        ('"I will never leave this town," the mayor said.', "say.pledge"),
        ('"Our government shall protect the port," the minister said.', "say.pledge"),
        ("The government said it will free all prisoners.", "say.pledge"),
        ("The minister said he would free all prisoners.", "say.pledge"),
        ("The prosecutor vowed to put those responsible on trial.", "say.pledge"),
        ('"We will search for survivors," the mayor said.', "say.pledge"),
        ('"We will stop the attacks," the general said.', "say.pledge"),
        ('"The rebels will leave the town by May," the minister said.', "fut.prediction"),
        ('"The president will decide next week," the aide said.', "fut.prediction"),
        ('"He will leave the town," the aide said.', "fut.prediction"),
        ("The minister said the rebels will attack the dam.", "fut.prediction"),
        ("The analyst said Norrast would bomb the dam.", "fut.prediction"),
        ('"Maybe we won\'t have to use it," the president said of the bomb.', "fut.prediction"),
        ('"We will see," the president said of the talks.', "fut.prediction"),
        ('"Thousands will be killed," the doctor said.', "fut.prediction"),
    ],
)
def test_only_what_the_speakers_side_will_do_is_pledged(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        '"They want to talk," the president said.',
        "The president said they want to talk.",
        '"He wants to take action," the aide said.',
        "The rebels want to talk.",
    ],
)
def test_what_somebody_wants_is_an_intention_and_no_future(text: str) -> None:
    found = only(text)
    assert (found.kind, found.off_line) == ("jdg.intent", ())


@pytest.mark.parametrize(
    "text",
    [
        '"We will blow their ships up," the general said.',
        '"We are going to wipe them out," the general said.',
        "The general said the fleet would set fire to the port.",
        '"They will pay a heavy price," the general said.',
        '"There will be hell to pay," the president said.',
        '"We will crush the rebels," the general said.',
        '"Our people will pull you down," the general said.',
        '"They will be hit very hard," the president said.',
        "Norrast's defence minister said Norrast would bomb the dam.",
        "The army vowed to retaliate for the raid.",
        "The president threatened to act if the army fired on the crowd.",
        '"We will act if they use violence against the protesters," Lisk said.',
        '"If any hand reaches for our land, we will cut it off," the general said.',
        'The president said: "If that happens, there will be grave consequences."',
    ],
)
def test_harm_by_the_speakers_side_and_a_price_to_pay_are_threats(text: str) -> None:
    assert only(text).kind == "say.threat"


@pytest.mark.parametrize(
    "text",
    [
        "Norrast warned against an attack on the dam.",
        "The minister warned the rebels not to attack the dam.",
    ],
)
def test_warning_somebody_off_demands_and_threatens_nobody(text: str) -> None:
    assert only(text).kind == "say.demand"


def test_once_imagined_is_imagined_too() -> None:
    text = "The envoy said once Velmar was liberated, Norrast would be a partner."
    found = read(text)
    assert not any(one.supports_event() or one.kind == "say.threat" for one in found)
    assert "hypothetical" in found[0].off_line
