"""Who can act, and what an act can fall on."""

from __future__ import annotations

import pytest
from tests.unit.read.reading import tree_of

from onrecord.read.plover_agents import can_act, can_bear, is_arm, is_party, is_time
from onrecord.read.tree import Tree


def subject_of(text: str) -> tuple[Tree, int]:
    tree = tree_of(text)
    return tree, next(at for at, one in enumerate(tree.tokens) if one.deprel.startswith("nsubj"))


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The army left the port.", True),
        ("Velmara left the pact.", True),
        ("She left the port.", True),
        ("The government left the port.", True),
        ("The garrison left the port.", True),
        ("The storm left the port in ruins.", False),
        ("Heavy rains left the port in ruins.", False),
        ("Inflation left families poor.", False),
        ("The announcement left them angry.", False),
        ("The protests left the square empty.", False),
        ("A missile left the ramp.", False),
    ],
)
def test_only_somebody_acts(text: str, *, acts: bool) -> None:
    assert can_act(*subject_of(text)) is acts


@pytest.mark.parametrize(
    ("text", "bears"),
    [
        ("The port was hit.", True),
        ("Nine sailors were hit.", True),
        ("The tanker was hit.", True),
        ("The plan was hit.", False),
        ("A record was hit.", False),
        ("The economy was hit.", False),
    ],
)
def test_a_blow_falls_on_something_solid(text: str, *, bears: bool) -> None:
    assert can_bear(*subject_of(text)) is bears


def test_a_blaze_is_no_gunfire() -> None:
    assert not is_arm(*subject_of("The fire destroyed the depot."))
    assert is_arm(*subject_of("Artillery fire destroyed the depot."))


def test_days_and_light_objects_are_no_parties() -> None:
    assert is_time(*subject_of("Monday was quiet."))
    assert not is_party(*subject_of("The comments were made on Monday."))
    assert is_party(*subject_of("The diplomats were seen on Monday."))


@pytest.mark.parametrize(
    ("text", "bears"),
    [
        ("Jets bombed rebel positions.", True),
        ("The army shelled targets near Selden.", True),
        ("Velmara struck targets in Ilvane.", True),
        ("The firm hit its targets.", False),
        ("The bank hit its inflation target.", False),
    ],
)
def test_targets_are_solid_where_shells_fall_on_them(text: str, *, bears: bool) -> None:
    tree = tree_of(text)
    [at] = [at for at in range(len(tree.tokens)) if tree.tokens[at].deprel == "obj"]
    assert can_bear(tree, at) is bears
