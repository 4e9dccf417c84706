"""Published scores: a column beside the step, by type and mode together, each with its table."""

from __future__ import annotations

import pytest
from tests.unit.assess.lawcase import case

from onrecord.assess.scores import GDELT_TABLE, ICEWS_TABLE, PLOVER, PLOVER_TABLE, scores_of
from onrecord.assess.steps import steps_of
from onrecord.domain.statement import Act


def values(act: Act | None) -> dict[str, float]:
    return {one.table: one.value for one in scores_of(act)}


@pytest.mark.parametrize(
    ("code", "mode", "value"),
    [
        ("ASSAULT", "aerial", -9.5),
        ("RETREAT", "ceasefire", 7.5),
        ("ACCUSE", "", -3),
        ("COERCE", "martial-law", -7.5),
        ("REQUEST", "change", -1),
        ("REJECT", "change", -2),
    ],
)
def test_the_plover_score_is_that_of_type_and_mode(code: str, mode: str, value: float) -> None:
    assert values(Act("PLOVER", code, mode))[PLOVER_TABLE] == value


def test_one_mode_name_of_two_types_has_two_scores() -> None:
    assert PLOVER["SANCTION", "withdraw"] < 0 < PLOVER["RETREAT", "withdraw"]


def test_a_mode_without_a_score_falls_back_to_its_type_and_says_so() -> None:
    [score] = scores_of(Act("PLOVER", "PROTEST", "vandalize"))
    assert score.value == -5
    assert "type without mode" in score.version


def test_tables_that_disagree_stand_side_by_side() -> None:
    assert values(Act("CAMEO", "016")) == {GDELT_TABLE: -2.0, ICEWS_TABLE: -5.0}


def test_what_no_table_lists_has_no_score() -> None:
    assert scores_of(None) == ()
    assert scores_of(Act("CAMEO", "999")) == ()
    assert scores_of(Act("PLOVER", "FIGHT")) == ()


def test_every_score_lies_on_the_scale() -> None:
    assert all(-10 <= value <= 10 for value in PLOVER.values())


def test_a_step_carries_the_score_of_its_act_and_is_not_made_of_it() -> None:
    steps = steps_of(case("Velmaran jets bombed a depot near Selden on Monday."))
    assert steps
    assert all(step.scores for step in steps)
    assert {step.to_value for step in steps} <= {"lethal_force", "land", "dual_use", "state_forces"}
