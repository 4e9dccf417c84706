"""What is held now, by whom it is backed and what would change it: `Assessment`.

Source reliability and information credibility are rated apart (Admiralty code), and likelihood and
confidence are never in one assessment or one sentence (ICD 203).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from onrecord.domain.errors import InvariantError
from onrecord.domain.event import HarmGrade
from onrecord.domain.ids import content_id
from onrecord.domain.quantity import Number
from onrecord.domain.source import Reliability

AssessmentKind = Literal["credibility", "likelihood", "confidence", "harm_grade", "period_arrow"]
#: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.
Credibility = Literal[1, 2, 3, 4, 5, 6]
Confidence = Literal["low", "moderate", "high"]
PeriodArrow = Literal["deteriorated", "unchanged", "improved"]
LikelihoodBand = Literal[
    "almost no chance", "very unlikely", "unlikely", "roughly even", "likely", "very likely",
    "almost certain",
]  # fmt: skip

#: Lower edge of each band in percent. ICD 203 prints shared edges; ours belong to the upper band.
_BAND_EDGES: tuple[tuple[Number, LikelihoodBand], ...] = (
    (1, "almost no chance"),
    (5, "very unlikely"),
    (20, "unlikely"),
    (45, "roughly even"),
    (55, "likely"),
    (80, "very likely"),
    (95, "almost certain"),
)
#: Nothing is held to be more certain than this, in percent.
_MOST_CERTAIN = 99

#: What each kind of assessment may say.
VALUES: Mapping[AssessmentKind, tuple[str, ...]] = MappingProxyType(
    {
        "credibility": tuple(str(code) for code in get_args(Credibility)),
        "likelihood": get_args(LikelihoodBand),
        "confidence": get_args(Confidence),
        "harm_grade": get_args(HarmGrade),
        "period_arrow": get_args(PeriodArrow),
    }
)

_LIKELIHOOD_WORDS = re.compile(
    r"\b(?:(?:un)?likely|(?:im)?probabl[ey]|almost certain(?:ly)?|almost no chance|roughly even"
    r"|even chance|likelihood|chances? (?:of|that))\b",
    re.IGNORECASE,
)
_CONFIDENCE_WORDS = re.compile(
    r"\b(?:low|moderate|medium|high)(?:\s+degree\s+of)?[\s-]+confidence\b"
    r"|\bconfidence\s+(?:is|was|remains)\s+(?:low|moderate|medium|high)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AdmiraltyRating:
    """Source and information rated apart; both cannot be judged until somebody does."""

    reliability: Reliability = "F"
    credibility: Credibility = 6

    @property
    def code(self) -> str:
        """Return letter and digit, such as `F6`."""
        return f"{self.reliability}{self.credibility}"


@dataclass(frozen=True, slots=True)
class Assessment:
    """One judgement of ours about one record.

    Attributes:
        subject: Id of the record judged.
        kind: What is judged.
        value: One of `VALUES[kind]`.
        basis: Ids of the statements and records it rests on; may be empty only where the value is
            that nothing can be judged.
        assumptions: What is taken for granted.
        would_change: What would change it.
        percent: For a likelihood, a number within its band.
    """

    subject: str
    kind: AssessmentKind
    value: str
    basis: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()
    percent: Number | None = None

    def __post_init__(self) -> None:
        if not self.subject or self.value not in VALUES[self.kind]:
            raise InvariantError(f"{self.value!r} is no {self.kind} of a record")
        if not self.basis and (self.kind, self.value) != ("credibility", "6"):
            raise InvariantError("an assessment names what it rests on")
        if self.percent is not None and (
            self.kind != "likelihood" or likelihood_band(self.percent) != self.value
        ):
            raise InvariantError("a percentage belongs to a likelihood and lies in its band")
        for words in (*self.assumptions, *self.would_change):
            if mixes_likelihood_and_confidence(words):
                raise InvariantError("likelihood and confidence are never in one sentence")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("asm", self)


def likelihood_band(percent: Number) -> LikelihoodBand:
    """Return the ICD 203 band of `percent`, whose lower edge belongs to it.

    Raises:
        InvariantError: below 1 or above 99: nothing is held that certain.

    Example:
        >>> likelihood_band(55), likelihood_band(54.9)
        ('likely', 'roughly even')
    """
    if not _BAND_EDGES[0][0] <= percent <= _MOST_CERTAIN:
        raise InvariantError(f"{percent} % is outside 1 to {_MOST_CERTAIN}")
    return [band for edge, band in _BAND_EDGES if edge <= percent][-1]


def mixes_likelihood_and_confidence(sentence: str) -> bool:
    """Say whether `sentence` speaks of likelihood and of confidence at once (domain rule 16).

    Example:
        >>> mixes_likelihood_and_confidence("An attack is likely (high confidence).")
        True
    """
    return bool(_LIKELIHOOD_WORDS.search(sentence) and _CONFIDENCE_WORDS.search(sentence))
