from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.domain.decision import Decision
from onrecord.domain.errors import InvariantError

ACCEPTED = Decision("accept", ("stm-1",), "I. Ferrand", "read it beside the page")
SPLIT = Decision("split", ("stm-1",), "I. Ferrand", "two quays", others=("stm-2", "stm-3"))


def test_the_same_decision_has_the_same_id_and_another_after_it_another() -> None:
    assert ACCEPTED.id == replace(ACCEPTED).id
    assert ACCEPTED.id != replace(ACCEPTED, after="dec-1").id
    assert ACCEPTED.id.startswith("dec-")


def test_one_person_deciding_the_same_for_another_reason_decides_the_same() -> None:
    assert ACCEPTED.same_as(replace(ACCEPTED, why="read it again", after="dec-1"))
    assert not ACCEPTED.same_as(replace(ACCEPTED, by="O. Lindqvist"))
    assert not ACCEPTED.same_as(replace(ACCEPTED, kind="dismiss"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"by": " "},
        {"why": ""},
        {"subjects": ()},
        {"subjects": ("stm-2", "stm-1")},
        {"subjects": ("stm-1", "stm-1")},
        {"kind": "merge"},
        {"kind": "split"},
        {"kind": "undo"},
        {"kind": "correct"},
        {"kind": "correct", "field": "day"},
        {"field": "day", "value": "2031-04-12"},
        {"others": ("stm-2",)},
        {"reverses": "dec-1"},
    ],
)
def test_a_decision_that_lacks_a_part_or_has_one_of_another_kind_is_refused(
    wrong: dict[str, object],
) -> None:
    with pytest.raises(InvariantError):
        replace(ACCEPTED, **wrong)  # type: ignore[arg-type]


def test_nothing_is_held_apart_from_itself() -> None:
    with pytest.raises(InvariantError):
        replace(SPLIT, others=("stm-1",))
