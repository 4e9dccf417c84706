from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.domain.assessment import (
    VALUES,
    AdmiraltyRating,
    Assessment,
    LikelihoodBand,
    band_edges,
    likelihood_band,
    likelihood_in,
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


@pytest.mark.parametrize(
    ("words", "read_as", "band"),
    [
        ("an invasion continues to appear unlikely", "unlikely", "unlikely"),
        ("There is only a remote chance that Ilvane joins", "remote chance", "almost no chance"),
        ("the chances of peace are remote", "chances of peace are remote", "almost no chance"),
        ("peace is highly unlikely", "highly unlikely", "very unlikely"),
        ("the odds of a deal were even", "odds of a deal were even", "roughly even"),
        ("there is a roughly even chance", "roughly even chance", "roughly even"),
        ("the port will probably close", "probably", "likely"),
        ("the port is very likely to close", "very likely", "very likely"),
        ("the truce will almost certainly collapse", "almost certainly", "almost certain"),
        ("a 70 percent chance of a deal", "70 percent chance", "likely"),
        ("An attack is not likely", "not likely", "unlikely"),
        ("it has not moved and is unlikely to", "unlikely", "unlikely"),
        ("they put the chance of rain at 60 percent", "chance of rain at 60 percent", "likely"),
        ("An attack isn't likely", "n't likely", "unlikely"),
        ("The talks will probably not resume", "probably not", "unlikely"),
        ("They almost certainly won’t resume", "almost certainly won’t", "almost no chance"),
    ],
)
def test_words_of_likelihood_are_read_by_icd_203(
    words: str, read_as: str, band: LikelihoodBand
) -> None:
    found = likelihood_in(words)
    assert found is not None
    assert (found.words, found.band) == (read_as, band)
    low, high = band_edges(band)
    assert low <= found.low <= found.high <= high


@pytest.mark.parametrize(
    "words",
    [
        "it may rain", "it might end", "an attack is possible", "peace could come",
        "more likely than not", "increasingly likely", "not very likely", "not unlikely",
        "hardly likely", "no strike is likely", "a likely successor", "the most likely target",
        "unlikely to not come", "the war is likely but peace is unlikely", "a remote village",
        "a 60 to 70 percent chance", "less than a 10% chance", "a 0% chance", "odds were even worse",
        "not almost certain", "never likely", "",
    ],
)  # fmt: skip
def test_words_that_no_scale_has_a_range_for_are_not_read(words: str) -> None:
    assert likelihood_in(words) is None


def test_terms_of_kent_have_a_range_and_no_band() -> None:
    found = likelihood_in("A collapse is all but certain.")
    assert found is not None
    assert (found.source, found.band, found.low, found.high) == ("Kent", None, 87, 99)
    assert likelihood_in("A collapse is not all but certain.") is None
