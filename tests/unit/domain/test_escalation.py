from __future__ import annotations

from typing import Any

import pytest
from tests.unit.domain.builders import statement

from onrecord.domain.errors import InvariantError
from onrecord.domain.escalation import LEVELS, Dimension, Direction, EscalationStep, step_from
from onrecord.domain.quantity import Number, Quantity
from onrecord.domain.statement import Factuality, Statement
from onrecord.domain.unknown import Unknown


def _step(dimension: Dimension, before: Any, after: Any) -> EscalationStep:
    return EscalationStep("evt-1", "stm-1", dimension, before, after)


def _rate(low: Number, high: Number) -> Quantity:
    return Quantity(None, low, high, "events", "between")


@pytest.mark.parametrize(
    ("dimension", "before", "after", "direction"),
    [
        ("domain", "high_seas", "land", "up"),
        ("domain", "land", "high_seas", "down"),
        ("act", "display", "display", "level"),
        ("act", Unknown("no earlier report"), "display", "unknown"),
        ("authority_state", "contested", "no_cited_basis", "unordered"),
        ("authority_state", "contested", "contested", "level"),
        ("tempo", _rate(1, 2), _rate(3, 5), "up"),
        ("tempo", _rate(3, 5), _rate(1, 2), "down"),
        ("tempo", _rate(1, 3), _rate(2, 5), "unknown"),
        ("tempo", _rate(2, 2), _rate(2, 2), "level"),
    ],
)
def test_the_direction_follows_from_the_values(
    dimension: Dimension, before: Any, after: Any, direction: Direction
) -> None:
    assert _step(dimension, before, after).direction == direction


def test_every_dimension_but_tempo_has_its_values() -> None:
    assert set(LEVELS) == {
        "act", "domain", "target_class", "overtness", "lethality", "posture", "authority_state",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("dimension", "value"),
    [("domain", "lethal_force"), ("domain", _rate(1, 2)), ("tempo", "land"), ("act", "")],
)
def test_a_value_of_another_dimension_is_refused(dimension: Dimension, value: Any) -> None:
    with pytest.raises(InvariantError):
        _step(dimension, Unknown("no earlier report"), value)


def test_a_step_cites_its_statement() -> None:
    with pytest.raises(InvariantError, match="cites"):
        EscalationStep("evt-1", "", "domain", "high_seas", "land")


@pytest.mark.parametrize(
    "unfit",
    [
        statement(Factuality("author", "CT+", ("hypothetical",))),
        statement(Factuality("author", "CT+", ("future",)), kind="say.threat"),
        statement(Factuality("author", "CT-")),
        statement(kind="fut.pathway"),
        statement(kind="jdg.intent"),
    ],
)
def test_what_has_not_been_done_is_no_step_up(unfit: Statement) -> None:
    with pytest.raises(InvariantError, match="no step up"):
        step_from(unfit, dimension="domain", from_value="high_seas", to_value="land")


def test_what_was_done_is_a_step_and_de_escalation_is_one_too() -> None:
    up = step_from(statement(), dimension="domain", from_value="high_seas", to_value="land")
    assert (up.direction, up.subject) == ("up", statement().id)
    plan = statement(Factuality("author", "CT+", ("future",)))
    down = step_from(plan, dimension="domain", from_value="land", to_value="high_seas")
    assert down.direction == "down"
