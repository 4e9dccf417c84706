"""What may come, asked so that it can be scored: `Question`, `Forecast`, `Resolution`.

A question is scorable or says why it is not; nobody fills in a horizon afterwards. Forecasts are
added and never edited, and none is added after the close (domain rule 20).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from onrecord.domain.assessment import LikelihoodBand, LikelihoodReading
from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id
from onrecord.domain.quantity import Number
from onrecord.domain.span import Span
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

QuestionKind = Literal["binary", "numeric"]
Outcome = Literal["yes", "no", "value", "ambiguous", "annulled"]

_INSTANT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?Z"
)
_OUTCOMES: dict[QuestionKind, tuple[Outcome, ...]] = {
    "binary": ("yes", "no", "ambiguous", "annulled"),
    "numeric": ("value", "ambiguous", "annulled"),
}
_NO_DAY = Unknown("no day is stated")
#: What a baseline that held 99 % of what came loses, a little over for rounding: Brier, and logarithmic.
_LEAST_LOSS, _LEAST_LOG_LOSS = 0.00011, 0.0101
#: Words that ask for a count, which is never below zero.
_COUNTED = re.compile(r"\b(?:how (?:many|often)|number of|count of|death toll)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantile:
    """A point of a forecast distribution: `level` of the mass lies at or below `value`."""

    level: float
    value: Number


@dataclass(frozen=True, slots=True)
class Forecast:
    """What somebody held at one time.

    Attributes:
        by: Who forecasts.
        at: When, UTC, ISO 8601 with `Z`.
        probability: Of yes, between 0 and 1 and never either; for binary questions.
        quantiles: A distribution, levels and values rising; for numeric questions.
        words: The words it was given in, verbatim, when it was given in words.
        statement: Id of the statement that carries it, when it was published.
    """

    by: str
    at: str
    probability: float | None = None
    quantiles: tuple[Quantile, ...] = ()
    words: str = ""
    statement: str | None = None

    def __post_init__(self) -> None:
        _require_instant(self.at)
        if (self.probability is None) == (not self.quantiles):
            raise InvariantError("a forecast gives a probability or a distribution")
        if self.probability is not None and not 0 < self.probability < 1:
            raise InvariantError("a probability lies between 0 and 1 and is never either")
        levels = [point.level for point in self.quantiles]
        values = [point.value for point in self.quantiles]
        if levels != sorted(set(levels)) or values != sorted(values):
            raise InvariantError("the quantiles of a forecast rise")
        if levels and not (levels[0] > 0 and levels[-1] < 1):
            raise InvariantError("the level of a quantile lies between 0 and 1")


@dataclass(frozen=True, slots=True)
class Estimate:
    """What somebody holds, before the clock says when.

    Attributes:
        by: Who.
        probability: Of yes, for a binary question.
        quantiles: A distribution, for a numeric one.
        words: The words it was given in; for a model, what it was computed from.
        statement: Id of the statement that carries it, where it was published.
    """

    by: str
    probability: float | None = None
    quantiles: tuple[Quantile, ...] = ()
    words: str = ""
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a question ended, by the words of a statement. `annulled` is a result like any other.

    Attributes:
        outcome: The result.
        statement: Id of the statement that resolves it.
        at: When it was resolved, UTC, ISO 8601 with `Z`.
        value: The number, exactly when the outcome is `value`.
        reason: How the words meet the criteria.
    """

    outcome: Outcome
    statement: str
    at: str
    value: Number | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        _require_instant(self.at)
        if not self.statement:
            raise InvariantError("a resolution needs a statement")
        if (self.outcome == "value") != (self.value is not None):
            raise InvariantError("a number resolves a numeric question and no other")


@dataclass(frozen=True, slots=True)
class Condition:
    """The parent of a question, by its key, and the outcome under which it is asked."""

    question: str
    outcome: Outcome


def skill_of(rule: str, value: float, baseline_value: float) -> float | None:
    """Return the share of a baseline's loss that was saved; `None` where it lost next to nothing.

    Next to nothing is what 99 % for what came loses under the rule: a share of that is no number.
    """
    least = _LEAST_LOG_LOSS if rule == "log" else _LEAST_LOSS
    return None if baseline_value <= least else 1 - value / baseline_value


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """A score under a named rule, beside what a baseline scored. Every score is a loss: 0 is best.

    Attributes:
        rule: The rule of scoring.
        value: The loss.
        baseline: Name of the baseline; empty where none applies.
        baseline_value: What the baseline lost; `None` where none applies.
    """

    rule: str
    value: float
    baseline: str = ""
    baseline_value: float | None = None

    @property
    def skill(self) -> float | None:
        """Return the share of the baseline's loss that was saved; `None` where it lost nothing."""
        if self.baseline_value is None:
            return None
        return skill_of(self.rule, self.value, self.baseline_value)


@dataclass(frozen=True, slots=True)
class Question:
    """One question about what may come.

    Attributes:
        text: The question.
        kind: What answers it.
        statement: Id of the statement it was drawn from, if any.
        criteria: What counts as an answer.
        resolvers: Where the answer is looked up, the first that has one.
        opens: First day for forecasts, ISO 8601.
        closes: Last day for forecasts, ISO 8601.
        resolves: Day the answer is due, ISO 8601.
        parent: The condition under which it is asked.
        unscorable: Why it cannot be scored; empty when it can.
        forecasts: In order of time; added, never edited.
        resolution: How it ended.
        scores: Computed after resolution.
    """

    text: str
    kind: QuestionKind
    statement: str | None = None
    criteria: str = ""
    resolvers: tuple[str, ...] = ()
    opens: str | Unknown = _NO_DAY
    closes: str | Unknown = _NO_DAY
    resolves: str | Unknown = _NO_DAY
    parent: Condition | None = None
    unscorable: str = ""
    forecasts: tuple[Forecast, ...] = ()
    resolution: Resolution | None = None
    scores: tuple[QuestionScore, ...] = ()

    def __post_init__(self) -> None:
        days = [_day(day) for day in (self.opens, self.closes, self.resolves)]
        known = [day for day in days if day is not None]
        if known != sorted(known):
            raise InvariantError(_disordered(self))
        answerable = bool(self.criteria and self.resolvers and len(known) == len(days))
        if not self.unscorable.strip() and not answerable:
            raise InvariantError("a question has criteria, resolvers and days, or is unscorable")
        if self.scores and (self.unscorable or self.resolution is None):
            raise InvariantError("only a resolved, scorable question has scores")
        _require_forecasts(self)
        allowed = _OUTCOMES[self.kind]
        if self.resolution and self.resolution.outcome not in allowed:
            raise InvariantError(
                f"{self.resolution.outcome!r} does not answer a {self.kind} question; it ends in "
                f"{', '.join(allowed)}"
            )

    @property
    def id(self) -> str:
        """Return the content-hash id; it changes with every forecast, unlike `key`."""
        return content_id("qst", self)

    @property
    def key(self) -> str:
        """Return a name that stays the same as forecasts, the resolution and scores are added."""
        return content_id("qkey", replace(self, forecasts=(), resolution=None, scores=()))

    @property
    def is_scorable(self) -> bool:
        """Say whether the question can be scored."""
        return not self.unscorable

    @property
    def counts(self) -> bool:
        """Say whether its words ask for a count, so that no answer lies below zero."""
        return (
            self.kind == "numeric" and _COUNTED.search(f"{self.text} {self.criteria}") is not None
        )


@dataclass(frozen=True, slots=True)
class GivenForecast:
    """A forecast on its way to the ledger, where it is never edited.

    Attributes:
        question: Key of the question.
        forecast: What was held.
        after: Id of the newest forecast or resolution of the same question when this one was given.
    """

    question: str
    forecast: Forecast
    after: str | None = None

    def __post_init__(self) -> None:
        if not self.question:
            raise InvariantError("a forecast answers a question")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("fct", self)


@dataclass(frozen=True, slots=True)
class GivenResolution:
    """A resolution, or the taking back of one, on its way to the ledger. Nothing is overwritten.

    Attributes:
        question: Key of the question.
        resolution: How it ended; `None` takes back the resolution before.
        by: Who resolves it, as they sign.
        why: Their reason, in one line.
        after: Id of the newest forecast or resolution of the same question when this one was given.
    """

    question: str
    resolution: Resolution | None
    by: str
    why: str
    after: str | None = None

    def __post_init__(self) -> None:
        if not self.question or not self.by.strip() or not self.why.strip():
            raise InvariantError("a resolution says who resolves which question, and why")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("res", self)


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """What reading found that may become a question. It is scored by nobody until a person asks it.

    Attributes:
        statement: Id of the statement it is drawn from.
        text: The words of the report that ask or predict it, verbatim.
        kind: Which kind of statement it is ("fut.prediction", "say.threat", …).
        speaker: Who says so; empty where it is the author.
        due: By when, as the words say; never a horizon that nobody stated.
        band: The ICD 203 band that its words of likelihood are read as; `None` where there are none.
        band_words: The words of likelihood that are read at all, verbatim.
        condition: The words it is conditional on, verbatim; empty where it is not.
        lacks: What a person must give before it can be scored, in one clause each.
        likelihood: How those words are read, with whose scale; `None` where there are none.
        span: Where the words stand.
        repeats: Ids of the other statements that say the same, by one origin or the same speaker.
    """

    statement: str
    text: str
    kind: str
    speaker: str = ""
    due: When | Unknown = _NO_DAY
    band: LikelihoodBand | None = None
    band_words: str = ""
    condition: str = ""
    lacks: tuple[str, ...] = ()
    likelihood: LikelihoodReading | None = None
    span: Span | None = None
    repeats: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return the content-hash id; it stays the same as more reports repeat the words."""
        return content_id("drf", replace(self, repeats=()))

    @property
    def statements(self) -> tuple[str, ...]:
        """Return the ids of every statement that says it, the one it is drawn from first."""
        return (self.statement, *self.repeats)


def assembled(
    asked: Iterable[Question], moves: Sequence[GivenForecast | GivenResolution]
) -> tuple[Question, ...]:
    """Return the questions with what was forecast and how they ended, in the order they were asked.

    A question asked under a condition is annulled when its parent ended otherwise, and stands again when
    that is taken back.

    Args:
        asked: Questions as asked: without forecasts, resolution or scores; a parent before its children.
        moves: Forecasts and resolutions in the order of the ledger. The last resolution counts; one that
            is taken back leaves the question open.
    """
    ends: dict[str, Resolution | None] = {}
    given: dict[str, list[Forecast]] = {}
    for move in moves:
        if isinstance(move, GivenForecast):
            given.setdefault(move.question, []).append(move.forecast)
        else:
            ends[move.question] = move.resolution
    found: dict[str, Question] = {}
    for one in asked:
        whole = replace(one, forecasts=tuple(given.get(one.key, ())), resolution=ends.get(one.key))
        parent = found.get(one.parent.question) if one.parent is not None else None
        found[one.key] = whole if parent is None else annul_with_parent(whole, parent)
    return tuple(found.values())


def add_forecast(question: Question, forecast: Forecast) -> Question:
    """Return the question with `forecast` after those it has.

    Raises:
        InvariantError: the question is closed or resolved, or the forecast is older than the last.
    """
    if question.resolution is not None:
        raise InvariantError("the question is resolved: no forecast is added")
    return replace(question, forecasts=(*question.forecasts, forecast))


def resolve(question: Question, resolution: Resolution) -> Question:
    """Return the question with its result.

    Raises:
        InvariantError: it has one already; that takes a Revision.
    """
    if question.resolution is not None:
        raise InvariantError("the question is resolved; a change of that is a revision")
    return replace(question, resolution=resolution)


def annul_with_parent(child: Question, parent: Question) -> Question:
    """Return `child`, annulled when `parent` ended otherwise than its condition asks.

    That holds however the child itself ended: what was asked only under a condition has no answer
    without it.

    Raises:
        InvariantError: `parent` is not the parent of `child`.
    """
    if child.parent is None or child.parent.question != parent.key:
        raise InvariantError("the condition of a question is another question's")
    ended = parent.resolution
    if ended is None or ended.outcome == child.parent.outcome:
        return child
    reason = f"its condition asked for {child.parent.outcome!r} and got {ended.outcome!r}"
    annulled = Resolution("annulled", ended.statement, ended.at, reason=reason)
    return replace(child, resolution=annulled, scores=())


def _require_forecasts(question: Question) -> None:
    times = [forecast.at.rstrip("Z") for forecast in question.forecasts]
    if times != sorted(times):
        raise InvariantError("forecasts are in order of time: none is put in afterwards")
    for forecast in question.forecasts:
        if (forecast.probability is None) != (question.kind == "numeric"):
            raise InvariantError(f"the forecast does not answer a {question.kind} question")
        if isinstance(question.closes, str) and forecast.at[:10] > question.closes:
            raise InvariantError("the question is closed: no forecast is added or changed")
        if isinstance(question.opens, str) and forecast.at[:10] < question.opens:
            raise InvariantError("the question is not open yet")


def _require_instant(text: str) -> None:
    match = _INSTANT.fullmatch(text)
    if match is None or _day(match.group(1)) is None:
        raise InvariantError(f"{text!r} is no instant in UTC, such as 2031-04-14T09:00:00Z")


def _day(text: str | Unknown) -> date | None:
    if isinstance(text, Unknown):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise InvariantError(f"{text!r} is no day such as 2031-04-14") from error
    if day.isoformat() != text:
        raise InvariantError(f"{text!r} is no day such as 2031-04-14")
    return day


def _disordered(question: Question) -> str:
    """Return which day of a question lies before one that comes first."""
    days = (("opens", question.opens), ("closes", question.closes), ("resolves", question.resolves))
    known = [(name, day) for name, day in days if isinstance(day, str)]
    for (first, before), (second, after) in pairwise(known):
        if after < before:
            return f"it {second} {after}, before it {first} {before}"
    return "a question opens, closes and is resolved in this order"
