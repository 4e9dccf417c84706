"""Competing explanations and what would show: `Hypothesis`, `Evidence` and `Indicator`.

Pathways and counterfactuals live here and never become events. People write these records; a machine
counts what they rated and says which is true of none of them.
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
#: What an indicator watches for: that something is done, or that something is said.
IndicatorSubject = Literal["deed", "word"]

_INCONSISTENCY = {"I": 1, "II": 2}
_NOT_JUDGED = Unknown("nobody has judged it")
_NEVER_LOOKED = Unknown("nobody has looked yet")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_name(name: str) -> bool:
    """Say whether it is a word of lower-case letters, digits and hyphens."""
    return _NAME.fullmatch(name) is not None


def require_name(name: str) -> None:
    """Refuse what is no short name.

    Raises:
        InvariantError: it is not a word of lower-case letters, digits and hyphens.
    """
    if not is_name(name):
        raise InvariantError(f"{name!r} is no name: use lower-case letters, digits and hyphens")


def weight_of(rating: EvidenceRating) -> int:
    """Return how much a rating speaks against a hypothesis: 1 for I, 2 for II, else nothing.

    Source:
        Heuer, Psychology of Intelligence Analysis, chapter 8: hypotheses are weighed by what is
        inconsistent with them; what is consistent proves none of them.
    """
    return _INCONSISTENCY.get(rating, 0)


def is_judged(rating: EvidenceRating | None) -> bool:
    """Say whether somebody held a statement against a hypothesis: not where it does not apply."""
    return rating is not None and rating != "NA"


def bears(rating: EvidenceRating | None) -> bool:
    """Say whether a rating tells anything: consistent or inconsistent, and not neutral."""
    return is_judged(rating) and rating != "N"


@dataclass(frozen=True, slots=True)
class Evidence:
    """How one statement sits with one hypothesis.

    Attributes:
        statement: Id of the statement.
        rating: How it sits with the hypothesis.
        note: Why, in the analyst's words.
        words: The words of the statement that are meant, verbatim; empty for all of them.
    """

    statement: str
    rating: EvidenceRating
    note: str = ""
    words: str = ""

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
        question: What it competes to explain, in one sentence; those of one kind with the same words
            compete.
        assumptions: Key assumptions: what it takes for granted.
        would_change: What would change it.
        notes: The analyst's notes of the file it came from, verbatim.
        dropped: Why it was dropped; empty while it is held.
        after: Id of the record of the same name before this one. It makes going back to earlier words a
            record of its own.
    """

    text: str
    kind: HypothesisKind
    evidence: tuple[Evidence, ...] = ()
    competes_with: tuple[str, ...] = ()
    name: str = ""
    question: str = ""
    assumptions: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()
    notes: str = ""
    dropped: str = ""
    after: str | None = None

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
        return sum(weight_of(piece.rating) for piece in self.evidence)


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
    """A state of an indicator from one time on; anything but `not_seen` cites a statement.

    Attributes:
        state: The state.
        when: From when on.
        statement: Id of the statement it moved on.
        words: The words of the statement that are meant, verbatim; empty for all of them.
        note: Why, in the analyst's words.
    """

    state: IndicatorState
    when: When | Unknown
    statement: str = ""
    words: str = ""
    note: str = ""

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
        history: States in the order they were noted.
        name: Short name it keeps while its history grows, as of a hypothesis.
        subject: Whether it watches for a deed or for words.
        dropped: Why it was dropped; empty while it is held.
        after: Id of the record of the same name before this one, as of a hypothesis.
    """

    observable: str
    test: str
    hypothesis: str | None = None
    question: str | None = None
    quality: IndicatorQuality = _UNJUDGED
    history: tuple[Sighting, ...] = ()
    name: str = ""
    subject: IndicatorSubject = "deed"
    dropped: str = ""
    after: str | None = None

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

    def continues(self, before: Indicator) -> bool:
        """Say whether the history holds that of `before` as it was, with nothing or more after it."""
        return self.history[: len(before.history)] == before.history
