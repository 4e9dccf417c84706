"""Competing explanations and what would show: `Hypothesis`, `Evidence` and `Indicator`.

Pathways and counterfactuals live here and never become events.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

HypothesisKind = Literal["explanation", "assumption", "pathway"]
#: Very consistent, consistent, neutral, inconsistent, very inconsistent, not applicable.
EvidenceRating = Literal["CC", "C", "N", "I", "II", "NA"]
IndicatorState = Literal["not_seen", "partial", "seen", "withdrawn"]

_INCONSISTENCY = {"I": 1, "II": 2}
_NOT_JUDGED = Unknown("nobody has judged it")
_NEVER_LOOKED = Unknown("nobody has looked yet")


_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def require_name(name: str) -> None:
    """Refuse what is no short name.

    Raises:
        InvariantError: it is not a word of lower-case letters, digits and hyphens.
    """
    if _NAME.fullmatch(name) is None:
        raise InvariantError(f"{name!r} is no name: use lower-case letters, digits and hyphens")


@dataclass(frozen=True, slots=True)
class Evidence:
    """How one statement sits with one hypothesis."""

    statement: str
    rating: EvidenceRating
    note: str = ""

    def __post_init__(self) -> None:
        if not self.statement:
            raise InvariantError("evidence is a statement")


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A possible explanation, an assumption, or a way things could go.

    Attributes:
        text: The hypothesis in one sentence.
        kind: What it is.
        evidence: Each statement at most once.
        competes_with: Names of the hypotheses it competes with.
        name: Short name it keeps while its text and evidence change ("coercion"); no two on record at one
            time share one. Only a word of lower-case letters, digits and hyphens.
        question: What it competes to explain, in one sentence; those with the same words compete.
        assumptions: Key assumptions: what it takes for granted.
        would_change: What would change it.
    """

    text: str
    kind: HypothesisKind
    evidence: tuple[Evidence, ...] = ()
    competes_with: tuple[str, ...] = ()
    name: str = ""
    question: str = ""
    assumptions: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.name:
            require_name(self.name)
        cited = [piece.statement for piece in self.evidence]
        if not self.text or len(cited) != len(set(cited)):
            raise InvariantError("a hypothesis has words, and rates each statement once")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("hyp", self)

    @property
    def inconsistency(self) -> int:
        """Return how much speaks against it: 1 for each I, 2 for each II."""
        return sum(_INCONSISTENCY.get(piece.rating, 0) for piece in self.evidence)


@dataclass(frozen=True, slots=True)
class QualityFlag:
    """A yes or no about an indicator, with the reason."""

    holds: bool
    reason: str

    def __post_init__(self) -> None:
        if not self.reason:
            raise InvariantError("a quality flag gives its reason")


@dataclass(frozen=True, slots=True)
class IndicatorQuality:
    """The five questions an indicator is judged by."""

    observable: QualityFlag | Unknown = _NOT_JUDGED
    valid: QualityFlag | Unknown = _NOT_JUDGED
    reliable: QualityFlag | Unknown = _NOT_JUDGED
    stable: QualityFlag | Unknown = _NOT_JUDGED
    unique: QualityFlag | Unknown = _NOT_JUDGED


@dataclass(frozen=True, slots=True)
class Sighting:
    """A state of an indicator from one time on; anything but `not_seen` cites a statement."""

    state: IndicatorState
    when: When | Unknown
    statement: str = ""

    def __post_init__(self) -> None:
        if self.state != "not_seen" and not self.statement:
            raise InvariantError("an indicator is seen in a statement")


_UNJUDGED = IndicatorQuality()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A signpost: something public that would show which way things go.

    Attributes:
        observable: What would be seen.
        test: How to tell that it was seen.
        hypothesis: Name of the hypothesis or pathway it belongs to, if any.
        question: Key of the question it bears on, if any.
        quality: Five flags, each with a reason.
        history: States in order of time.
        name: Short name it keeps while its history grows, as of a hypothesis.
    """

    observable: str
    test: str
    hypothesis: str | None = None
    question: str | None = None
    quality: IndicatorQuality = _UNJUDGED
    history: tuple[Sighting, ...] = ()
    name: str = ""

    def __post_init__(self) -> None:
        if self.name:
            require_name(self.name)
        if not self.observable or not self.test:
            raise InvariantError("an indicator says what would be seen and how to tell")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("ind", self)

    @property
    def state(self) -> IndicatorState | Unknown:
        """Return the latest state, or that nobody has looked."""
        return self.history[-1].state if self.history else _NEVER_LOOKED
