"""Units and what the arithmetic of bounds knows of them."""

from __future__ import annotations

from onrecord.domain.quantity import is_divisible
from onrecord.read.units import MEASURES


def test_every_measure_can_be_cut() -> None:
    assert {unit for unit in MEASURES.values() if not is_divisible(unit)} == set()


def test_people_and_strikes_are_whole() -> None:
    assert not any(is_divisible(unit) for unit in ("people_killed", "strikes", ""))
