from __future__ import annotations

from onrecord.domain.link import Link


def test_a_link_has_a_direction() -> None:
    assert Link("stm-2", "stm-1", "denies").id != Link("stm-1", "stm-2", "denies").id


def test_two_statements_are_independent_only_when_somebody_says_so() -> None:
    assert Link("stm-2", "stm-1", "repeats").independence == "unknown"
