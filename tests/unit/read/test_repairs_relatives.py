"""A thing named by its rank: "what would be the first attack" is an attack, and supposes nothing."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import held, only, read, saying, speakers

from onrecord.domain.statement import Act


def test_a_confirmed_first_attack_is_one_certain_statement() -> None:
    text = (
        "President Orlan Vasko yesterday confirmed that the navy carried out what would be its first "
        "known attack on a rebel facility on Ilvane soil."
    )
    statement = only(text)
    assert statement.content.exact.startswith("the navy carried out what would be")
    assert statement.content.exact.endswith("on Ilvane soil")
    assert (statement.kind, held(statement)) == ("say.confirm", "CT+")
    assert statement.act == Act("PLOVER", "ASSAULT")
    assert statement.where is not None
    assert statement.where.domain == "land"
    assert statement.supports_event()


@pytest.mark.parametrize(
    "text",
    [
        "The army launched what appears to be the largest offensive of the war.",
        "Rebels staged what is believed to be the deadliest attack of the year in Port Orlan on Sunday.",
        "In what seems to be the first attack of its kind, a drone struck the dam on Monday.",
        "Gunmen carried out what may be the third attack on the town.",
    ],
)
def test_a_rank_in_doubt_leaves_the_deed_certain(text: str) -> None:
    statement = only(text)
    assert (statement.kind, held(statement)) == ("occ.event", "CT+")
    assert statement.act is not None
    assert statement.act.code == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Police found what may be a bomb.", "what may be a bomb", "PS+"),
        (
            "Officials described what would be the largest raid in a decade if it went ahead.",
            "the largest raid",
            "PR+;hypothetical",
        ),
        (
            "In what would be the first such visit in a decade, the king will travel to Ilvane.",
            "king",
            "CT+;future",
        ),
    ],
)
def test_what_is_in_doubt_or_supposed_itself_stays_so(text: str, words: str, value: str) -> None:
    assert held(saying(text, words)) == value


def test_the_plan_for_the_largest_deployment_is_no_deployment() -> None:
    text = "The plan calls for what would be the largest deployment since the war."
    assert not any(one.supports_event() for one in read(text))


def test_who_adds_is_who_spoke_before_not_whom_they_spoke_of() -> None:
    text = (
        "The mayor explained that the ministry had known for weeks, adding that nothing was done."
    )
    assert speakers(saying(text, "nothing was done")) == ["The mayor"]
