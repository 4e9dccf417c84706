"""Which words of harm are about the event they stand beside."""

from __future__ import annotations

import pytest
from tests.unit.reconcile.reports import Count, Said, report

from onrecord.domain.event import Harm
from onrecord.domain.statement import Statement
from onrecord.reconcile.harm_tied import of_its_kind, tied


def by_id(*said: Said) -> dict[str, Statement]:
    reading = report(". ".join(one.words for one in said) + ".", *said)
    return {one.id: one for one in reading.statements}


def tally(words: str, number: str, value: int) -> Said:
    return Said(words, "occ.tally", (Count(number, value, "people_killed"),))


@pytest.mark.parametrize(
    "said",
    [
        tally("At least 35 of the dead were sailors", "35", 35),
        tally("nine children were among those killed", "nine", 9),
        tally("37 foreigners died", "37", 37),
        tally("481 people have been killed in the fighting around Port Orlan", "481", 481),
        tally("Riots broke out after the bombings that killed 57 people", "57", 57),
        tally("Following the harbour bombings which killed 57 people, riots erupted", "57", 57),
    ],
)
def test_a_part_a_course_and_another_happening_are_no_harm_of_the_event(said: Said) -> None:
    assert tied(by_id(said)) == {}


@pytest.mark.parametrize(
    "said",
    [
        tally("A bus crash killed 12 foreigners", "12", 12),
        tally("Nineteen people have been killed in shelling at a market", "Nineteen", 19),
        tally("Police seek the gunman after a shooting that killed two", "two", 2),
        tally("One of the victims died in hospital", "One", 1),
        Said("A man was found among the dead"),
    ],
)
def test_what_tells_of_the_event_stays(said: Said) -> None:
    told = by_id(said)
    assert tied(told) == told


def killed(statement: str) -> tuple[Harm, ...]:
    return (Harm("killed", "not_stated", 57, 57, 57, "one figure", (statement,)),)


def test_a_resignation_kills_nobody() -> None:
    told = by_id(Said("The minister resigned over the bombing that killed 57"))
    assert of_its_kind(killed(next(iter(told))), told) == ()


def test_a_curfew_has_the_dead_its_own_words_tell_of_and_no_others() -> None:
    told = by_id(Said("A curfew was declared in Velmara"))
    own = killed(next(iter(told)))
    assert of_its_kind(own, told) == own
    assert of_its_kind(killed("stm-told-beside"), told) == ()


def test_an_event_of_force_or_of_no_kind_keeps_its_harm() -> None:
    for words in ("A bomb exploded at the harbour", "Two men died"):
        assert of_its_kind(killed("stm-told-beside"), by_id(Said(words)))
