"""What one party does to another: PLOVER type and mode, the words that carry it, and who is who."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import tree_of

from onrecord.domain.span import Extent
from onrecord.read.plover import CodedAct, act_between, acts_in

_BETWEEN: list[tuple[str, str, str, str]] = [
    # type, actor, recipient, sentence
    ("REQUEST", "Velmara", "Norrast", "Velmara called on Norrast to lift its embargo."),
    ("REQUEST", "The rebels", "the government", "The rebels demanded that the government step down."),
    ("REQUEST", "Families", "the kidnappers", "Families pleaded with the kidnappers to free the girls."),
    ("REQUEST", "Velmara", "Norrast", "Velmara called for an immediate ceasefire in Norrast."),
    ("REQUEST", "The mayor", "the state", "The mayor said the state should compensate the families."),
    ("AGREE", "Velmara", "Norrast", "Velmara promised economic aid to Norrast."),
    ("AGREE", "President Varga", "Norrast", "President Varga will visit Norrast in May."),
    ("AGREE", "Velmara", "Norrast", "Velmara accepted an invitation from Norrast to attend the summit."),
    ("AGREE", "Velmara", "Norrast", "Velmara is open to talks with Norrast."),
    ("AGREE", "Velmara", "Norrast", "Velmara offered to send troops to help Norrast."),
    ("CONSULT", "Velmara", "Norrast", "The foreign ministers of Velmara and Norrast met in Port Orlan."),
    ("CONSULT", "Varga", "Osric", "Varga had lunch with Osric."),
    ("CONSULT", "Velmara", "Norrast", "Peace talks between Velmara and Norrast began on Friday."),
    ("SUPPORT", "Velmara", "Norrast", "Velmara expressed solidarity with Norrast after the flood."),
    ("SUPPORT", "Velmara", "Norrast", "Velmara established diplomatic relations with Norrast."),
    ("SUPPORT", "Velmara", "Norrast", "A trade pact was signed by Velmara and Norrast."),
    ("RETREAT", "Velmara", "Norrast", "Velmara lifted the embargo on Norrast."),
    ("RETREAT", "Velmara", "Norrast", "Velmara pulled its troops out of Norrast."),
    ("RETREAT", "The rebels", "hostages", "The rebels freed four hostages."),
    ("RETREAT", "The museum", "Norrast", "The museum returned the statues to Norrast."),
    ("CONCEDE", "The army", "the rebels", "The army declared a truce with the rebels."),
    ("CONCEDE", "The king", "the opposition", "The king bowed to the demands of the opposition."),
    ("COOPERATE", "Velmara", "Norrast", "Velmara and Norrast held joint naval exercises."),
    ("COOPERATE", "Velmara", "Norrast", "Velmara shared intelligence with Norrast on smugglers."),
    ("AID", "Velmara", "Norrast", "Velmara sent peacekeepers to Norrast."),
    ("AID", "Velmara", "Norrast", "Norrast obtained a $2 billion loan from Velmara."),
    ("ACCUSE", "Velmara", "Norrast", "Velmara accused Norrast of shelling a school."),
    ("ACCUSE", "The watchdog", "the bank", "The watchdog opened an inquiry into the bank."),
    ("ACCUSE", "Velmara", "Norrast", "Velmara said Norrast was behind the bombing."),
    ("ACCUSE", "The bishop", "the army", "The bishop called the army a band of killers."),
    ("REJECT", "Velmara", "Norrast", "Velmara refused to meet negotiators from Norrast."),
    ("REJECT", "Velmara", "Norrast", "Velmara will not lift its sanctions against Norrast."),
    ("REJECT", "Velmara", "Norrast", "Talks between Velmara and Norrast collapsed."),
    ("REJECT", "Velmara", "Norrast", "Velmara cancelled a visit to Norrast."),
    ("THREATEN", "Velmara", "Norrast", "Velmara threatened to invade Norrast."),
    ("THREATEN", "Velmara", "Norrast", "Velmara said it would break off talks with Norrast."),
    ("THREATEN", "Velmara", "Norrast", "Velmara could impose tariffs on Norrast."),
    ("PROTEST", "Nurses", "the ministry", "Nurses went on strike against the ministry."),
    ("PROTEST", "Demonstrators", "police", "Demonstrators clashed with police in the square."),
    ("SANCTION", "Velmara", "Norrast", "Velmara cut off aid to Norrast."),
    ("SANCTION", "Velmara", "Norrast", "Velmara recalled its ambassador from Norrast."),
    ("SANCTION", "Velmara", "the council", "Velmara announced its withdrawal from the council."),
    ("MOBILIZE", "Velmara", "Norrast", "Velmara massed troops along the border with Norrast."),
    ("MOBILIZE", "Norrast", "the frontier", "Norrast beefed up security along the frontier."),
    ("COERCE", "Police", "the editor", "Police arrested the editor."),
    ("COERCE", "The government", "Port Orlan", "The government imposed a curfew on Port Orlan."),
    ("COERCE", "The mayor", "residents", "The mayor ordered residents to stay indoors."),
    ("ASSAULT", "Velmara", "Norrast", "Norrast came under attack from Velmara."),
    ("ASSAULT", "The rebels", "the airport", "The rebels seized control of the airport."),
    ("ASSAULT", "rebels", "the base", "The raid by rebels on the base began at dawn."),
    ("MOBILIZE", "Velmara", "Norrast", "Velmara fired two missiles into the sea off Norrast."),
    ("AGREE", "Velmara", "Norrast", "Velmara is to host talks with Norrast in June."),
    ("SANCTION", "A jury", "the banker", "A jury found the banker guilty on three counts."),
    ("ASSAULT", "the army", "villagers", "At least nine villagers died in shelling by the army."),
]  # fmt: skip


def coded(text: str, actor: str, recipient: str) -> CodedAct:
    act = act_between(tree_of(text), _where(text, actor), _where(text, recipient))
    assert act is not None
    return act


def _where(text: str, words: str) -> Extent:
    start = text.index(words)
    return Extent(start, start + len(words))


def rows(text: str) -> set[tuple[str, str, str]]:
    def words(extent: Extent | None) -> str:
        return "" if extent is None else extent.of(text)

    return {(act.code, words(act.actor), words(act.recipient)) for act in acts_in(tree_of(text))}


@pytest.mark.parametrize(("code", "actor", "recipient", "text"), _BETWEEN)
def test_the_act_between_two_parties(code: str, actor: str, recipient: str, text: str) -> None:
    assert coded(text, actor, recipient).code == code


@pytest.mark.parametrize(
    ("text", "code", "mode"),
    [
        ("Velmara threatened to expel diplomats from Norrast.", "THREATEN", "expel"),
        ("Velmara asked Norrast for talks.", "REQUEST", "meet"),
        ("Velmara refused to release sailors of Norrast.", "REJECT", "yield"),
        ("Velmara bombed Norrast.", "ASSAULT", "aerial"),
        ("Velmara attacked Norrast with drones.", "ASSAULT", "drone"),
        ("Velmara attacked Norrast with artillery.", "ASSAULT", "heavy-weapons"),
        ("Velmara attacked Norrast.", "ASSAULT", ""),
        ("Velmara pulled its soldiers out of Norrast.", "RETREAT", "withdraw"),
        ("Velmara telephoned Norrast.", "CONSULT", "phone"),
    ],
)
def test_the_mode_belongs_to_its_type(text: str, code: str, mode: str) -> None:
    act = coded(text, "Velmara", "Norrast")
    assert (act.code, act.mode) == (code, mode)


def test_every_word_on_the_way_is_kept() -> None:
    text = "Velmara refused to lift its embargo on Norrast."
    tree = tree_of(text)
    act = coded(text, "Velmara", "Norrast")
    assert [tree.tokens[at].text for at in act.words] == ["refused", "lift", "embargo"]
    assert act.quad == 3


def test_a_promise_to_withdraw_is_giving_way_that_lies_ahead() -> None:
    act = coded("Velmara is willing to withdraw its troops from Norrast.", "Velmara", "Norrast")
    assert (act.code, act.future) == ("CONCEDE", True)


def test_the_party_asked_about_decides_between_two_predicates() -> None:
    text = "The army shelled the port and freed two sailors."
    assert coded(text, "The army", "the port").code == "ASSAULT"
    assert coded(text, "The army", "two sailors").code == "RETREAT"


def test_a_sentence_that_tells_nothing_of_two_parties_has_no_act() -> None:
    text = "Velmara lies south of Norrast."
    assert act_between(tree_of(text), _where(text, "Velmara"), _where(text, "Norrast")) is None
    assert acts_in(tree_of(text)) == ()


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The port was shelled by the navy.", ("ASSAULT", "the navy", "The port")),
        ("Velmara received arms from Norrast.", ("AID", "Norrast", "Velmara")),
        ("The town came under attack from rebels.", ("ASSAULT", "rebels", "The town")),
        ("Police stopped and arrested Osric.", ("COERCE", "Police", "Osric")),
        ("Velmara urged Norrast to free the crew.", ("REQUEST", "Velmara", "Norrast")),
        ("Rebels who shelled the port fled.", ("ASSAULT", "Rebels", "the port")),
        ("Velmara and Norrast held talks.", ("CONSULT", "Velmara", "Norrast")),
        ("Velmara said it would shell Norrast.", ("THREATEN", "Velmara", "Norrast")),
        ("The ministry said rebels shelled Port Orlan.", ("ASSAULT", "rebels", "Port Orlan")),
        ("SELDEN, Norrast - Police have arrested Osric.", ("COERCE", "Police", "Osric")),
        (
            "The bombing of the bridge by rebels angered Norrast.",
            ("ASSAULT", "rebels", "the bridge"),
        ),
    ],
)
def test_acts_are_found_with_their_parties(text: str, row: tuple[str, str, str]) -> None:
    assert row in rows(text)


def test_nobody_is_made_the_actor_of_a_passive_without_one() -> None:
    assert rows("The port was shelled on Monday.") == set()


def test_what_is_denied_of_the_past_is_no_act() -> None:
    assert not any(code == "ASSAULT" for code, _, _ in rows("Velmara did not attack Norrast."))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?!",
        "ARMY SHELLS PORT, POLICE ARREST MAYOR",
        '"The army attacked',
        "attack " * 300,
        "Velmara and " * 300 + "Norrast met.",
    ],
)
def test_bad_input_does_no_harm(text: str) -> None:
    tree = tree_of(text)
    found = acts_in(tree)
    assert found == acts_in(tree)
    assert all(0 <= at < len(tree.tokens) for act in found for at in act.words)
