from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from onrecord.domain.errors import InvariantError
from onrecord.domain.hypothesis import (
    Evidence,
    EvidenceRating,
    Hypothesis,
    Indicator,
    QualityFlag,
    Sighting,
)
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

TODAY = When("", "2031-04-14", "supplied")


def test_only_what_speaks_against_a_hypothesis_counts() -> None:
    ratings = get_args(EvidenceRating)
    evidence = tuple(Evidence(f"stm-{at}", rating) for at, rating in enumerate(ratings))
    assert (
        Hypothesis("The aim is to press the ministry.", "explanation", evidence).inconsistency == 3
    )


def test_a_statement_is_rated_once() -> None:
    twice = (Evidence("stm-1", "C"), Evidence("stm-1", "I"))
    with pytest.raises(InvariantError, match="once"):
        Hypothesis("The aim is trade.", "explanation", twice)


def test_evidence_is_a_statement() -> None:
    with pytest.raises(InvariantError, match="is a statement"):
        Evidence("", "C")


def test_an_indicator_nobody_looked_for_is_not_unseen_but_unknown() -> None:
    indicator = Indicator("reservists are called up", "a decree is published")
    assert isinstance(indicator.state, Unknown)
    seen = (Sighting("not_seen", TODAY), Sighting("seen", TODAY, "stm-1"))
    assert replace(indicator, history=seen).state == "seen"
    assert isinstance(indicator.quality.valid, Unknown)


def test_an_indicator_is_seen_in_a_statement() -> None:
    with pytest.raises(InvariantError, match="seen in a statement"):
        Sighting("partial", TODAY)


def test_a_quality_flag_gives_its_reason() -> None:
    with pytest.raises(InvariantError, match="reason"):
        QualityFlag(holds=True, reason="")


def test_an_indicator_says_how_to_tell() -> None:
    with pytest.raises(InvariantError, match="how to tell"):
        Indicator("reservists are called up", "")
