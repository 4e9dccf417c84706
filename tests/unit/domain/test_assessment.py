from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.domain.assessment import (
    VALUES,
    AdmiraltyRating,
    Assessment,
    likelihood_band,
    mixes_likelihood_and_confidence,
)
from onrecord.domain.errors import InvariantError

LIKELY = Assessment("hyp-1", "likelihood", "likely", ("stm-1",), percent=60)


@pytest.mark.parametrize(
    ("percent", "band"),
    [
        (1, "almost no chance"), (4.9, "almost no chance"), (5, "very unlikely"),
        (20, "unlikely"), (45, "roughly even"), (54.99, "roughly even"), (55, "likely"),
        (80, "very likely"), (94.9, "very likely"), (95, "almost certain"), (99, "almost certain"),
    ],
)  # fmt: skip
def test_the_lower_edge_belongs_to_the_band(percent: float, band: str) -> None:
    assert likelihood_band(percent) == band


@pytest.mark.parametrize("percent", [0, 0.9, 99.1, 100, -1, float("nan")])
def test_nothing_is_certain(percent: float) -> None:
    with pytest.raises(InvariantError, match="outside"):
        likelihood_band(percent)


def test_nothing_can_be_judged_before_somebody_did() -> None:
    assert AdmiraltyRating().code == "F6"
    assert Assessment("stm-1", "credibility", "6").basis == ()


def test_an_assessment_names_what_it_rests_on() -> None:
    with pytest.raises(InvariantError, match="rests on"):
        replace(LIKELY, basis=())


@pytest.mark.parametrize("kind", list(VALUES))
def test_a_value_belongs_to_its_kind(kind: Any) -> None:
    for value in VALUES[kind]:
        assert Assessment("evt-1", kind, value, ("stm-1",)).value == value
    with pytest.raises(InvariantError, match=f"is no {kind}"):
        Assessment("evt-1", kind, "certain", ("stm-1",))


def test_likelihood_and_confidence_share_no_value() -> None:
    assert not set(VALUES["likelihood"]) & set(VALUES["confidence"])


def test_a_percentage_lies_in_the_band_it_is_given_with() -> None:
    with pytest.raises(InvariantError, match="lies in its band"):
        replace(LIKELY, percent=50)
    with pytest.raises(InvariantError, match="lies in its band"):
        Assessment("evt-1", "confidence", "high", ("stm-1",), percent=60)


def test_an_assessment_never_mixes_likelihood_and_confidence() -> None:
    mixed = "An attack is likely, which we hold with high confidence."
    with pytest.raises(InvariantError, match="never in one sentence"):
        replace(LIKELY, would_change=(mixed,))
    with pytest.raises(InvariantError, match="never in one sentence"):
        replace(LIKELY, assumptions=(mixed,))


@pytest.mark.parametrize(
    ("sentence", "mixes"),
    [
        ("We have moderate confidence that it is unlikely.", True),
        ("It will probably hold (confidence is low).", True),
        ("An attack is likely.", False),
        ("We have high confidence in the count.", False),
        ("The likely route to a vote of confidence is long.", False),
    ],
)
def test_a_sentence_that_mixes_them_is_recognised(sentence: str, mixes: bool) -> None:
    assert mixes_likelihood_and_confidence(sentence) is mixes
