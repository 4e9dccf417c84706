"""What kind of statement a clause makes."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import only, read, saying


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army shelled the port on Monday.", "occ.event"),
        ("Navy seizes tanker off Port Orlan", "occ.event"),
        ("At least 83 people have been killed in 21 strikes since February.", "occ.tally"),
        ("A dozen warships are deployed off the coast of Velmara.", "occ.posture"),
        ("The ministry said the port was open.", "say.report"),
        ("The general threatened to bomb the dam.", "say.threat"),
        ("The minister called on Norrast to release the crew.", "say.demand"),
        ('"Stop the shelling now," Varga told the army.', "say.demand"),
        ("The prime minister pledged to free all prisoners.", "say.pledge"),
        ("The ministry confirmed the strike on the port.", "say.confirm"),
        ("The army denied shelling the hospital.", "say.deny"),
        ("The ministry rejected claims that its troops had killed civilians.", "say.deny"),
        ("The ministry rejected the plan for the port.", "say.reject"),
        ("Velmara accused Norrast of attacking a fishing boat.", "say.accuse"),
        ("The defence ministry declined to comment on the raid.", "say.decline"),
        ("The army has not commented.", "say.decline"),
        ("The army did not deny the strike.", "say.decline"),
        ("The opinion does not authorize strikes on land.", "law.scope_limit"),
        ("The designation of the group took effect on March 3, 2031.", "law.designation"),
        ("The Senate voted on Tuesday to block the resolution.", "law.oversight"),
        ("The army will shell the port.", "fut.prediction"),
        ("If the army shells the port, thousands will flee.", "fut.pathway"),
        ("The army could have shelled the port.", "fut.counterfactual"),
        ("Will the army shell the port?", "fut.question"),
        ("It was unclear how many people were hurt.", "meta.gap"),
        ("It is not clear whether the missile hit the school.", "meta.gap"),
        ("The claims could not be independently verified.", "meta.gap"),
        ("The group claimed responsibility for the attack.", "jdg.responsibility"),
        ("The court has a great responsibility.", "jdg.assessment"),
        ("Thousands demonstrated against the law on Sunday.", "occ.event"),
        ("The signal demonstrates that the talks have failed.", "jdg.inference"),
        ("City buries its dead", "occ.event"),
    ],
)
def test_the_words_decide_the_kind(text: str, kind: str) -> None:
    assert only(text).kind == kind


def test_what_others_fear_is_a_prediction_and_no_threat() -> None:
    assert only("Residents fear the army will shell the town.").kind == "fut.prediction"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"If you cross the line, we will respond," the general said.', "say.threat"),
        (
            "The speaker warned that foreign bases would be considered targets if Norrast intervenes.",
            "say.threat",
        ),
        ("The minister said prices would rise if the ports close.", "say.report"),
        ("Residents said the army would shell the town if they stayed.", "say.report"),
        ('"You should know that we have always been united," he said.', "say.report"),
        ('"The government must release the prisoners," she said.', "say.demand"),
    ],
)
def test_what_is_said_with_a_condition_threatens_only_with_harm(text: str, kind: str) -> None:
    assert only(text).kind == kind


def test_a_sentence_is_not_cut_to_a_stub() -> None:
    assert only("The unrest comes as the economy collapses.").content.exact.endswith("collapses")


def test_two_words_are_enough_where_somebody_did_something() -> None:
    assert [one.content.exact for one in read("Tensions rose, and shelling resumed.")] == [
        "Tensions rose",
        "shelling resumed",
    ]


def test_a_line_keeps_its_label() -> None:
    assert only("Halvard county: 7 killed, 12 wounded").content.exact.startswith("Halvard county:")


def test_a_line_that_counts_people_is_read_without_a_verb() -> None:
    (statement,) = read("Selden: 4 killed")
    (counted,) = statement.quantities
    assert (counted.quantity.value, counted.quantity.unit) == (4, "people_killed")


def test_a_source_of_a_source_is_no_statement() -> None:
    text = "About 400 troops are deployed there, according to the Gazette, citing two officials."
    assert [one.kind for one in read(text)] == ["occ.posture"]


def test_a_promise_not_to_harm_is_no_threat() -> None:
    kinds = {one.kind for one in read("The soldiers would not shoot, Reyes said.")}
    assert "say.threat" not in kinds


def test_unknown_gunmen_are_an_event_and_no_gap() -> None:
    assert only("Unknown gunmen attacked a convoy near Selden.").kind == "occ.event"


def test_neither_confirming_nor_denying_is_declining() -> None:
    kinds = {one.kind for one in read("The rebels neither confirmed nor denied the ambush.")}
    assert kinds == {"say.decline"}


def test_a_claim_to_have_acted_is_the_claimants() -> None:
    found = only("The army claims to have destroyed 12 tanks.")
    assert found.kind == "say.report"
    assert [voice.label for voice in found.voices] == ["The army"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The army shelled the port on Monday.", "ASSAULT"),
        ("The army carried out three strikes on the port on Sunday.", "ASSAULT"),
        ("Police arrested the mayor.", "COERCE"),
    ],
)
def test_the_act_is_coded_from_the_verb_or_the_noun_it_carries(text: str, code: str) -> None:
    act = only(text).act
    assert act is not None
    assert act.code == code


@pytest.mark.parametrize(
    "text",
    [
        "Doctors treated 14 victims of the attack.",
        "The drill simulated an attack on the port.",
        "The mayor saw the place of the strike.",
    ],
)
def test_an_act_that_is_only_mentioned_is_not_done_by_the_subject(text: str) -> None:
    act = only(text).act
    assert act is None or act.code != "ASSAULT"


def test_the_passive_turns_actor_and_recipient_round() -> None:
    found = only("Two boats were sunk by the navy on Monday.")
    assert (found.actor, found.recipient) == ("the navy", "Two boats")


def test_a_question_in_quotation_marks_is_a_question() -> None:
    assert saying('"Did you order the attack?" the judge asked.', "Did you").kind == "fut.question"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"Do not tie your fate to the generals," the premier told the soldiers.', "say.demand"),
        ('"Don\'t let them take the port," the mayor said.', "say.demand"),
        ("The minister called on residents to leave.", "say.demand"),
        ("The bishop called for calm.", "say.demand"),
        ("The union called for the ministers to resign.", "say.demand"),
        ("The bishop issued a letter urging both sides to talk.", "say.demand"),
        ("They called on numerous occasions, the widow said.", "occ.event"),
        ("The police called on Monday to speak to the family.", "occ.event"),
        ("The plan calls for 200 more officers.", "occ.context"),
    ],
)
def test_a_demand_asks_somebody(text: str, kind: str) -> None:
    found = only(text)
    assert found.kind == kind
    assert kind != "say.demand" or found.innermost.value == "Uu"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Protesters chant slogans in the square.", "occ.event"),
        ("Soldiers march through the town.", "occ.event"),
        ("Soldiers march through the town every spring.", "occ.context"),
        ("The storm comes amid a wave of strikes.", "occ.context"),
        ("The term is a mix of two words.", "occ.context"),
        ("The bridge is open to traffic.", "occ.context"),
        ("The drones are equipped with cameras.", "occ.context"),
        ("The drones were shot down near the port.", "occ.event"),
        ("The law remains dangerous.", "jdg.assessment"),
        ("The war matters to everybody.", "jdg.assessment"),
        ("The move shows that the army is weak.", "jdg.inference"),
        ("The decision signals a change of course.", "jdg.inference"),
        ("The footage shows people running from the square.", "occ.event"),
        ("A video appears to show soldiers firing on a crowd.", "occ.event"),
        ("Photos show the damage in the port.", "say.report"),
    ],
)
def test_the_present_judges_only_with_words_that_judge(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize("cue", ["said", "claimed", "alleged"])
@pytest.mark.parametrize(
    ("content", "group"),
    [
        ("the army shelled the port", "occ."),
        ("the army carried out three raids", "occ."),
        ("the plan was dangerous", "say."),
    ],
)
def test_what_is_said_decides_and_not_how_it_is_said(cue: str, content: str, group: str) -> None:
    assert only(f"The minister {cue} that {content}.").kind.startswith(group)


def test_who_accuses_accuses() -> None:
    assert only("The minister accused the army of shelling the port.").kind == "say.accuse"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Why did the army leave the port, prompting deadly protests?", [True, False]),
        ("Did the army leave the port, prompting deadly protests?", [True, True]),
    ],
)
def test_a_question_word_asks_about_its_own_clause(text: str, asked: list[bool]) -> None:
    assert [one.kind == "fut.question" for one in read(text)] == asked
