"""What is held now, by whom it is backed and what would change it: `Assessment`.

Source reliability and information credibility are rated apart (Admiralty code), and likelihood and
confidence are never in one assessment or one sentence (ICD 203).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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

#: Where a reading of words of likelihood comes from. ICD 203 prints two terms for each band; Kent
#: (1964) gives a few more with a middle and a width of his own, which are no band; a percentage stands
#: in the words.
LikelihoodSource = Literal["ICD 203", "Kent", "stated"]

#: The terms of ICD 203 (Analytic Standards, 2015, D.6.e(2)(a)), the longer before those in them. "Remote",
#: "even" and "odds" mean a likelihood only beside a word that says so.
_TERMS: tuple[tuple[str, LikelihoodBand], ...] = (
    (r"almost no chance|remote (?:chance|possibility|likelihood|prospect)", "almost no chance"),
    (r"(?:chances?|odds|prospects?)(?: [\w’'-]+){0,6} (?:is|are|was|were) remote", "almost no chance"),
    (r"(?:very|highly) (?:unlikely|improbable)", "very unlikely"),
    (r"unlikely|improbable", "unlikely"),
    (r"(?:roughly |about )?even (?:chances?|odds)", "roughly even"),
    (
        r"(?:chances?|odds)(?: [\w’'-]+){0,6} (?:is|are|was|were) (?:roughly |about )?even(?= *[.,;:”\"]|$)",
        "roughly even",
    ),
    (r"(?:very|highly) (?:likely|probable)", "very likely"),
    (r"(?:almost|nearly) certain(?:ly)?", "almost certain"),
    (r"likely|probabl[ey]", "likely"),
)  # fmt: skip
#: Terms of Kent ("Words of Estimative Probability", 1964) that ICD 203 does not have, in percent.
_KENT: tuple[tuple[str, Number, Number], ...] = (
    (r"(?:virtually|all but) certain", 87, 99),
    (r"(?:virtually|almost) impossible", 2, 12),
    (r"(?:is|was|remains|seems|appears) doubtful", 20, 40),
)
_STATED = re.compile(
    r"\b([0-9]{1,2}) ?(?:%|per ?cent) (?:chance|probability|likelihood)\b"
    r"|\b(?:chance|probability|likelihood)(?: [\w’'-]+){1,8} at ([0-9]{1,2}) ?(?:%|per ?cent(?!\w))",
    re.IGNORECASE,
)
#: What makes another term of a term, or a bound of a number.
_CHANGED_BEFORE = re.compile(
    r"(?:\b(?:more|less|most|least|increasingly|so|too|as|equally|how|fairly|quite|somewhat|rather|far"
    r" from|than|over|under|about|around|least|roughly|up to|to|or)(?:\s+an?)?|[0-9][-–])\s*\Z",
    re.IGNORECASE,
)
#: "A likely successor": a property of somebody, not of what may come.
_DESCRIBES = re.compile(r"\b(?:an?|the|its|his|her|their|our|any|another)\s*\Z", re.IGNORECASE)
_DESCRIBING = re.compile(
    r"(?:very |highly )?(?:un)?likely|(?:very |highly )?(?:im)?probable", re.IGNORECASE
)
_PREDICATE = re.compile(r"\s+(?:to|that)\b|\s*[.,;:!?”\"’)—–]|\s*\Z")
_NOT_BEFORE = re.compile(r"(?:\bnot|n['’]t)\s+\Z", re.IGNORECASE)
_NOT_AFTER = re.compile(r"\s+(?:not|won['’]t|will not|would not|wouldn['’]t)\b", re.IGNORECASE)
_NEGATOR = re.compile(
    r"\b(?:no|none|nobody|nothing|neither|nor|never|not|hardly|scarcely|few|little|without|no one)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_NEGATED_AFTER = re.compile(r"\s+(?:to |that )?(?:no|not|nobody|never)\b", re.IGNORECASE)

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
class LikelihoodReading:
    """How words of likelihood are read: a reading aid, and never a forecast of whoever used them.

    Attributes:
        words: The words, verbatim, with the negation that belongs to them ("not likely").
        low: Lower end in percent.
        high: Upper end in percent.
        source: Whose scale it is.
        band: The ICD 203 band; `None` for Kent's terms, which are of another scale.
    """

    words: str
    low: Number
    high: Number
    source: LikelihoodSource
    band: LikelihoodBand | None = None


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


def band_edges(band: LikelihoodBand) -> tuple[Number, Number]:
    """Return the lower and the upper edge of an ICD 203 band in percent.

    Example:
        >>> band_edges("unlikely"), band_edges("almost certain")
        ((20, 45), (95, 99))
    """
    names = [name for _, name in _BAND_EDGES]
    edges = [*(edge for edge, _ in _BAND_EDGES), _MOST_CERTAIN]
    at = names.index(band)
    return edges[at], edges[at + 1]


def likelihood_in(text: str) -> LikelihoodReading | None:
    """Return how the words of likelihood in `text` are read.

    A term denied right beside it is read as its mirror image ("not likely" as unlikely). A term that is
    compared, weakened or strengthened otherwise ("more likely", "not very likely", "hardly likely"), one
    that stands beside another negation, and terms that disagree are read as nothing; so are "may",
    "might", "could" and "possible", for which neither scale has a range.

    Args:
        text: One sentence, or a part of one.

    Example:
        >>> likelihood_in("An attack is not likely.").band, likelihood_in("It may rain.")
        ('unlikely', None)
    """
    found = [*_bands_in(text), *_kent_in(text), *_stated_in(text)]
    if not found or len({(one.low, one.high) for one in found}) > 1:
        return None
    return found[0]


def _bands_in(text: str) -> Iterator[LikelihoodReading]:
    taken: list[tuple[int, int]] = []
    for pattern, band in _TERMS:
        for match in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            reading = _banded(text, match, band)
            if reading is not None:
                yield reading


def _banded(text: str, match: re.Match[str], band: LikelihoodBand) -> LikelihoodReading | None:
    """Return the reading of one term where it stands, or nothing where it is changed there."""
    start, end = match.span()
    before, after = _NOT_BEFORE.search(text[:start]), _NOT_AFTER.match(text[end:])
    if before and match.group().lower() not in ("likely", "probable", "probably"):
        return None
    if after and match.group().lower() not in ("likely", "probably", "almost certainly"):
        return None
    start = before.start() if before else start
    end += after.end() if after else 0
    if (before and after) or not _stands_plain(text, start, end, match.group()):
        return None
    read = _mirrored(band) if before or after else band
    low, high = band_edges(read)
    return LikelihoodReading(text[start:end].strip(), low, high, "ICD 203", read)


def _stands_plain(text: str, start: int, end: int, term: str) -> bool:
    """Say whether nothing around a term makes another of it."""
    if _CHANGED_BEFORE.search(text[:start]) or _NEGATOR.search(_clause(text[:start])):
        return False
    if _NEGATED_AFTER.match(text[end:]):
        return False
    if not _DESCRIBING.fullmatch(term):
        return True
    return not _DESCRIBES.search(text[:start]) or bool(_PREDICATE.match(text[end:]))


def _clause(before: str) -> str:
    """Return what stands before a term in its own clause: "it has not moved and is likely to wait"."""
    return re.split(r"\b(?:and|but)\b|;", before)[-1]


def _kent_in(text: str) -> Iterator[LikelihoodReading]:
    for pattern, low, high in _KENT:
        for match in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
            if not _NEGATOR.search(text[: match.start()]):
                yield LikelihoodReading(match.group(), low, high, "Kent")


def _stated_in(text: str) -> Iterator[LikelihoodReading]:
    for match in _STATED.finditer(text):
        percent = int(match.group(1) or match.group(2))
        changed = _CHANGED_BEFORE.search(text[: match.start()])
        if percent >= 1 and not changed and not _NEGATOR.search(text[: match.start()]):
            band = likelihood_band(percent)
            yield LikelihoodReading(match.group(), percent, percent, "stated", band)


def _mirrored(band: LikelihoodBand) -> LikelihoodBand:
    names = [name for _, name in _BAND_EDGES]
    return names[len(names) - 1 - names.index(band)]


def mixes_likelihood_and_confidence(sentence: str) -> bool:
    """Say whether `sentence` speaks of likelihood and of confidence at once (domain rule 16).

    Example:
        >>> mixes_likelihood_and_confidence("An attack is likely (high confidence).")
        True
    """
    return bool(_LIKELIHOOD_WORDS.search(sentence) and _CONFIDENCE_WORDS.search(sentence))
