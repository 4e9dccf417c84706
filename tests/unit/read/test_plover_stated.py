"""Which acts clauses of reports state, and which senses their words rule out."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import only, read, saying

from onrecord.domain.statement import Statement


def code(statement: Statement) -> str:
    return "" if statement.act is None else statement.act.code


@pytest.mark.parametrize(
    "text",
    [
        "Flooding killed thousands of people in the valley.",
        "Powerful rains destroyed two bridges.",
        "Entire districts were obliterated in the flood.",
        "The fire destroyed the depot.",
        "Inflation hit families hard.",
        "Tear gas filled the square.",
        "The opposition attacked the plan.",
        "They fight for change.",
        "Oil hit a record on Monday.",
        "The storm visited damage upon the coast.",
        "The minister provided a justification.",
        "She called her son her hero.",
        "The guards pushed back.",
        "The warship entered Norrast waters.",
        "The talks took place in Selden.",
        "Two sailors were treated for burns.",
        "They were treated badly.",
        "Families searched for the missing.",
        "Congress had not authorized the strikes on Norrast.",
        "Tens of thousands are displaced.",
        "He convinced himself.",
        "The council has not released a death toll.",
    ],
)
def test_words_that_only_look_like_an_act(text: str) -> None:
    assert {code(one) for one in read(text)} <= {""}


@pytest.mark.parametrize(
    ("text", "expected", "actor", "recipient"),
    [
        ("The army dropped 40 bombs on the town.", "ASSAULT", "The army", "the town"),
        ("The rebels began a counteroffensive.", "ASSAULT", "The rebels", ""),
        ("The protest prompted soldiers to fire on a crowd.", "ASSAULT", "soldiers", "a crowd"),
        ("The army was forced to retreat.", "RETREAT", "The army", ""),
        ("Police forced residents to leave their homes.", "COERCE", "Police", "residents"),
        ("An airstrike killed five sailors.", "ASSAULT", "", "five sailors"),
        ("A strike by the navy killed five sailors.", "ASSAULT", "the navy", "five sailors"),
        ("Doctors treated the wounded.", "AID", "Doctors", "the wounded"),
        ("Lisk voiced support for the strikers.", "SUPPORT", "Lisk", "the strikers"),
        ("Norrast rejected Velmara's offer.", "REJECT", "Norrast", "Velmara"),
        ("Velmara cut internet access on Jan. 8.", "COERCE", "Velmara", ""),
        ("The strikes began Dec. 28.", "ASSAULT", "", ""),
        ("A drone hit the dam.", "ASSAULT", "A drone", "the dam"),
        ("The ban took effect in May.", "COERCE", "", ""),
        ("The bishop called on Norrast to free the crew.", "REQUEST", "The bishop", "Norrast"),
    ],
)
def test_an_act_and_its_parties(text: str, expected: str, actor: str, recipient: str) -> None:
    found = only(text)
    assert (code(found), found.actor, found.recipient) == (expected, actor, recipient)


def test_a_threat_of_sanctions_is_no_threat_of_violence() -> None:
    act = only("Velmara threatens Norrast with sanctions.").act
    assert act is not None
    assert (act.code, act.mode) == ("THREATEN", "relations")


def test_what_went_on_beside_an_act_is_not_that_act() -> None:
    assert code(only("The envoy reached the port amid warnings of an attack.")) == ""


def test_a_statement_about_protests_is_no_protest() -> None:
    assert code(only("The bishop issued a statement on the protests.")) != "PROTEST"


def test_the_accused_is_never_the_one_who_acts() -> None:
    found = saying("Rebels shelled a school, the minister alleged.", "shelled")
    assert (code(found), found.actor, found.recipient) == ("ACCUSE", "the minister", "Rebels")


def test_confirming_a_toll_claims_no_responsibility() -> None:
    confirmed = read("The ministry confirmed the deaths of 12 sailors.")
    assert all(one.act is None or one.act.code != "015" for one in confirmed)
    owned = read("The army admitted shelling the hospital.")
    assert any(one.act is not None and one.act.code == "015" for one in owned)


def test_a_negated_act_keeps_its_type() -> None:
    found = only("The army did not shell the port.")
    assert (code(found), found.innermost.value) == ("ASSAULT", "CT-")
