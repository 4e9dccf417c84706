from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.domain.errors import InvariantError
from onrecord.domain.source import Actor, ActorRole, Grade, Reliability, Source
from onrecord.domain.statement import SourceIdentity
from onrecord.domain.unknown import Unknown

OFFICIAL = Source("person", "unnamed_official", "a senior official of the ministry")
CHECKED = tuple(f"stm-{number}" for number in range(5))


def test_a_source_cannot_be_judged_before_somebody_did() -> None:
    assert OFFICIAL.reliability == "F"
    assert isinstance(OFFICIAL.party_to_conflict, Unknown)


@pytest.mark.parametrize("letter", ["A", "B", "C", "D", "E"])
def test_a_grade_needs_enough_checked_statements(letter: Reliability) -> None:
    assert Grade(letter, "2031-04-14", CHECKED).reliability == letter
    for too_few in (CHECKED[:4], CHECKED[:4] * 2, ()):
        with pytest.raises(InvariantError, match="5 checked statements"):
            Grade(letter, "2031-04-14", too_few)


def test_the_latest_grade_holds_and_the_earlier_stays() -> None:
    rated = replace(
        OFFICIAL,
        grades=(Grade("C", "2031-04-14", CHECKED), Grade("B", "2031-05-01", CHECKED)),
    )
    assert rated.reliability == "B"
    assert [grade.reliability for grade in rated.grades] == ["C", "B"]


@pytest.mark.parametrize("identity", ["unnamed_official", "unnamed", "unattributed"])
def test_an_unnamed_source_is_never_named_or_linked(identity: SourceIdentity) -> None:
    identities: tuple[dict[str, Any], ...] = ({"name": "Ada Example"}, {"actor": "act-1"})
    for identified in identities:
        with pytest.raises(InvariantError, match="unnamed source"):
            replace(OFFICIAL, identity=identity, **identified)


def test_a_source_keeps_the_words_that_describe_it() -> None:
    with pytest.raises(InvariantError, match="words that describe"):
        Source("outlet", "organisation", "")


def test_a_private_person_is_named_only_for_a_reason() -> None:
    with pytest.raises(InvariantError, match="private person"):
        Actor("Ada Example", "person")
    with pytest.raises(InvariantError, match="private person"):
        Actor("Ada Example", "person", roles=(ActorRole("neighbour", "stm-1", public=False),))
    named = Actor("Ada Example", "person", named_because="she speaks for the families in public")
    assert named.name == "Ada Example"


def test_a_holder_of_public_office_may_be_named() -> None:
    minister = ActorRole("foreign minister", "stm-1", public=True)
    assert Actor("Ada Example", "person", roles=(minister,)).id.startswith("act-")


def test_a_state_needs_no_reason_to_be_named() -> None:
    assert Actor("Alder", "state").name == "Alder"
    with pytest.raises(InvariantError, match="has a name"):
        Actor("", "state")
