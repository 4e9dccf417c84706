"""Forms for questions: as asked, what was held of them and by whom, how they ended, how they scored.

All of it is worked out again from the embedded records: the question as asked, and the forecasts and
resolutions after it. A probability and a degree of confidence never stand in one sentence of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from onrecord.domain.assessment import (
    likelihood_band,
    likelihood_in,
    mixes_likelihood_and_confidence,
)
from onrecord.domain.brief import SentenceMode
from onrecord.domain.errors import CompileError, InvariantError
from onrecord.domain.ledger import Record
from onrecord.domain.question import (
    Forecast,
    GivenForecast,
    GivenResolution,
    Outcome,
    Question,
    Resolution,
)
from onrecord.domain.scores import BASE_RATE, base_rate
from onrecord.publish.claims import stands_whole
from onrecord.publish.desk import NO_LONGER, Desk, Form, hold, stands_now
from onrecord.publish.parts import (
    Part,
    certainty,
    dated,
    fixed,
    mark,
    outlet,
    quoted,
    statement_of,
)
from onrecord.publish.people import Held, People
from onrecord.publish.wording import count_words, edtf_words, moment_words, number_words

OUTCOME_WORDS: Mapping[Outcome, str] = MappingProxyType(
    {
        "yes": "yes", "no": "no", "value": "a number", "ambiguous": "ambiguous",
        "annulled": "annulled",
    }
)  # fmt: skip
T = TypeVar("T", bound=Record)
#: A percentage is printed with at most this many decimals.
_DECIMALS = 1


def asked(desk: Desk) -> list[Part]:
    """Write a question and how it stands; support is its record and every move after it, in order."""
    held, record = question_at(desk)
    people = desk.evidence.people
    now = people.questions[record.key]
    moves = [one.cited.id for one in people.moves.get(record.key, ())]
    named = [one.id for one in desk.sentence.support[1:]]
    hold("" if moves == named else "its forecasts and resolutions are not all named, in order")
    found = [*quoted(record.text), fixed(" — "), *_standing(now)]
    if record.parent is not None:
        parent = people.asked.get(record.parent.question)
        first = [fixed("another question")] if parent is None else quoted(parent.text)
        found += [fixed(". Asked only for the case that "), *first, fixed(" ends "),
                  Part(OUTCOME_WORDS[record.parent.outcome], "mark")]  # fmt: skip
    return [
        *found, fixed(". Asked by "), Part(held.cited.by, "name"), fixed(", "),
        Part(moment_words(held.cited.recorded_at), "date"), fixed("."),
    ]  # fmt: skip


def _standing(now: Question) -> list[Part]:
    if now.unscorable:
        return [Part("Not scorable", "mark"), fixed(": "), *quoted(now.unscorable)]
    ended = now.resolution
    if ended is None:
        found: list[Part] = [Part("Not resolved", "mark")]
        for words, day in (("; takes forecasts to ", now.closes), ("; due ", now.resolves)):
            found += [fixed(words), Part(moment_words(day), "date")] if isinstance(day, str) else []
        return found
    annulled = [fixed(": "), *quoted(ended.reason)] if ended.reason else []
    return [*_outcome(ended), *(annulled if ended.outcome == "annulled" else [])]


def _outcome(ended: Resolution) -> list[Part]:
    if ended.outcome in ("annulled", "ambiguous"):
        return [Part(OUTCOME_WORDS[ended.outcome].capitalize(), "mark")]
    told = OUTCOME_WORDS[ended.outcome] if ended.value is None else number_words(ended.value)
    return [Part("Resolved", "mark"), fixed(": "), Part(told, "figure")]


def criteria(desk: Desk) -> list[Part]:
    """Write what counts as an answer, where it is looked up, and the words it was drawn from."""
    _, record = question_at(desk)
    found: list[Part] = []
    if record.criteria:
        found += [fixed("What counts: "), *quoted(record.criteria)]
    for at, name in enumerate(record.resolvers):
        found += [fixed("; looked up in " if not at else ", else in "), *quoted(name)]
    if len(desk.sentence.support) > 1:
        citation = desk.citation(1)
        hold("" if citation.statement_id == record.statement else "it is not drawn from the words")
        found += [fixed("; drawn from " if found else "Drawn from "), *quoted(citation.span.exact)]
        found += [fixed(" ("), *outlet(desk.source(1)), fixed(")")]
    hold("" if found else "the question says nothing of it")
    return found


def forecast(desk: Desk) -> list[Part]:
    """Write one forecast: who, when, how likely.

    Support is the question, the forecast and, where it was published and can be cited, the statement.
    """
    _, record = question_at(desk)
    given = record_at(desk, 1, GivenForecast)
    hold("" if given.question == record.key else "the forecast is of another question")
    held = given.forecast
    found = [
        Part(held.by, "name"), fixed(", "), Part(moment_words(held.at), "date"), fixed(": "),
        *_held(held),
    ]  # fmt: skip
    if held.words:
        found = _unmixed(found, [fixed(", in their words "), *quoted(held.words)])
    if len(desk.sentence.support) > _FORECAST:
        citation = desk.citation(_FORECAST)
        hold("" if citation.statement_id == held.statement else "the words do not carry it")
        words = [*quoted(citation.span.exact), fixed(", "), *outlet(desk.source(_FORECAST))]
        found = _unmixed(found, [fixed(" ("), *words, fixed(")")])
    return found


def _unmixed(found: list[Part], more: list[Part]) -> list[Part]:
    """Return `found` with `more`, or without it where a sentence would speak of confidence as well."""
    whole = [*found, *more]
    text = "".join(part.words for part in whole)
    return found if mixes_likelihood_and_confidence(text) else whole


_FORECAST = 2


def _held(held: Forecast) -> list[Part]:
    """Return a probability with its ICD 203 band, or the points of a distribution."""
    if held.probability is not None:
        found = [Part(percent_words(held.probability), "figure")]
        try:
            band = likelihood_band(round(held.probability * 100, 6))
        except InvariantError:
            return found
        return [*found, fixed(f" ({band}, ICD 203)")]
    points = [
        f"{percent_words(point.level)} at or below {number_words(point.value)}"
        for point in held.quantiles
    ]
    return [Part("; ".join(points), "figure")]


def resolution(desk: Desk) -> list[Part]:
    """Write how a question was resolved, by whom, and the words that resolve it.

    Support is the question, the resolution and, where it can be cited, the statement.
    """
    _, record = question_at(desk)
    given = record_at(desk, 1, GivenResolution)
    hold("" if given.question == record.key else "the resolution is of another question")
    ended = given.resolution
    if ended is None:
        raise CompileError("the record takes a resolution back")
    found = [*_outcome(ended), *_by(given, desk)]
    if len(desk.sentence.support) > _FORECAST:
        citation = desk.citation(_FORECAST)
        hold("" if citation.statement_id == ended.statement else "the words do not resolve it")
        found += [fixed(", by the words "), *quoted(citation.span.exact), fixed(" (")]
        found += [*outlet(desk.source(_FORECAST)), fixed(")")]
        found += [] if stands_now(desk, _FORECAST) else [fixed(NO_LONGER)]
    else:
        found.append(fixed(", by words that are not on record: to be looked at again"))
    if ended.reason and ended.reason != given.why:
        found += [fixed(". How they meet the criteria: "), *quoted(ended.reason)]
    return [*found, fixed(". Reason given: "), *quoted(given.why)]


def unresolved(desk: Desk) -> list[Part]:
    """Write that a resolution was taken back."""
    _, record = question_at(desk)
    given = record_at(desk, 1, GivenResolution)
    hold("" if given.question == record.key else "the resolution is of another question")
    hold("" if given.resolution is None else "the record resolves the question")
    return [fixed("Resolution taken back"), *_by(given, desk), fixed(": "), *quoted(given.why)]


def _by(given: GivenResolution, desk: Desk) -> list[Part]:
    held = desk.evidence.held(desk.sentence.support[1].id)
    return [
        fixed(" by "), Part(given.by, "name"), fixed(", "),
        Part(moment_words(held.cited.recorded_at), "date"),
    ]  # fmt: skip


def score(desk: Desk) -> list[Part]:
    """Write how the last forecast of one forecaster scored; `given` is their name."""
    _, record = question_at(desk)
    by = desk.sentence.given[0] if len(desk.sentence.given) == 1 else ""
    people, key = desk.evidence.people, record.key
    found = [one for one in people.losses if (one.question, one.by) == (key, by)]
    hold("" if found else "the question gives this forecaster no score")
    own = {one.rule: one.value for one in found}
    parts = [fixed("Score of "), Part(by, "name"), fixed(": ")]
    for at, (rule, value) in enumerate(own.items()):
        parts += [fixed(f"{', ' if at else ''}{rule} "), Part(score_words(value), "figure")]
    parts.append(fixed(" (0 is best)."))
    beside: dict[str, list[str]] = {}
    for one in found:
        if one.baseline_value is not None:
            told = f"{one.rule} {score_words(one.baseline_value)}"
            beside.setdefault(one.baseline, []).append(told)
    for name, scores in beside.items():
        parts += [fixed(" "), *_baseline(name, record, people), fixed(": ")]
        parts += [Part(", ".join(scores), "figure"), fixed(".")]
    return parts


def _baseline(name: str, question: Question, people: People) -> list[Part]:
    """Return what a forecast is held against, and how a base rate was counted."""
    if name != BASE_RATE:
        return [fixed(f"Baseline {name}")]
    rate, earlier = base_rate(question, people.questions.values())
    return [
        fixed("Base rate, "), Part(percent_words(rate), "figure"),
        fixed(f" ({base_rate_words(earlier)})"),
    ]  # fmt: skip


def draft(desk: Desk) -> list[Part]:
    """Write words of a report that may become a question.

    `given` is the words, which may be more than the statement's own, and the words that name a day by which
    it is due, where the statement has no time for them.
    """
    citation, source = desk.citation(0), desk.source(0)
    statement = statement_of(citation)
    if len(desk.sentence.given) != len(("words", "due")):
        raise CompileError("the words or those of the day are missing")
    words, due = desk.sentence.given
    near = source.near(citation.span)
    hold(
        "" if words in near and stands_whole(words, near) else "the words do not stand there whole"
    )
    hold("" if statement.kind in DRAFTED else "nothing that may come is said there")
    found = [*mark(statement), *quoted(words), fixed(" — "), *certainty(source, statement)]
    found += [fixed(" ("), *outlet(source), fixed("). Due: "), *_due(desk, due)]
    return [*found, fixed(".")]


def unasked(desk: Desk) -> list[Part]:
    """Write what stands over drafts; they are its support."""
    for at in range(max(1, len(desk.sentence.support))):
        kind = statement_of(desk.citation(at)).kind
        hold("" if kind in DRAFTED else "nothing that may come is said there")
    return [fixed("Found in reports, asked by nobody yet and so scored by nobody")]


def _due(desk: Desk, words: str) -> list[Part]:
    """Return by when it is due: a day that the words give, else words counted from the report's day."""
    citation, source = desk.citation(0), desk.source(0)
    if citation.dated is not None:
        return [dated(citation.dated)]
    if not words:
        return [fixed("no day is stated")]
    hold("" if source.holds(words) else "the words of the day do not stand there")
    edtf = source.card.date_edtf
    counted = [Part(edtf_words(edtf), "date")] if edtf else [fixed("a day that it does not bear")]
    return [*quoted(words), fixed(", counted from "), *counted]


#: Kinds of statement that may become a question.
DRAFTED = frozenset(
    {
        "fut.prediction", "fut.question", "fut.pathway", "fut.counterfactual", "say.threat",
        "say.pledge", "say.demand", "say.announce",
    }
)  # fmt: skip


def read_as(desk: Desk) -> list[Part]:
    """Write how words of likelihood are read; `given` is the text they stand in."""
    words = desk.sentence.given[0] if len(desk.sentence.given) == 1 else ""
    near = desk.source(0).near(desk.citation(0).span)
    found = likelihood_in(words) if words and words in near else None
    if found is None:
        raise CompileError("no words of likelihood stand there")
    named = f"{found.band} " if found.band is not None else ""
    ends = f"{number_words(found.low)} to {number_words(found.high)} %"
    if found.low == found.high:
        ends = f"{number_words(found.low)} %"
    return [
        *quoted(found.words), fixed(" is read as "),
        Part(f"{named}({ends})" if named else ends, "figure"), fixed(f", by {found.source}."),
    ]  # fmt: skip


def question_at(desk: Desk) -> tuple[Held, Question]:
    """Return the question that the support begins with, or raise `CompileError`."""
    record = record_at(desk, 0, Question)
    if record.forecasts or record.resolution is not None or record.scores:
        raise CompileError("the record is no question as it was asked")
    return desk.evidence.held(desk.sentence.support[0].id), record


def record_at(desk: Desk, at: int, kind: type[T]) -> T:
    """Return the record of one type at place `at` of the support, or raise `CompileError`."""
    hold("" if at < len(desk.sentence.support) else "support is missing")
    record = desk.evidence.held(desk.sentence.support[at].id).record
    if not isinstance(record, kind):
        raise CompileError(f"{desk.sentence.support[at].id} is no {kind.__name__}")
    return record


def percent_words(share: float) -> str:
    """Return a share in percent: `0.355` as `35.5 %`; only what is none or all reads `0 %` or `100 %`."""
    percent = round(share * 100, _DECIMALS)
    if percent in (0, 100) and share not in (0, 1):
        percent = round(share * 100, _DECIMALS + 1)
    if percent in (0, 100) and share not in (0, 1):
        return "under 0.01 %" if percent == 0 else "over 99.99 %"
    return f"{percent:g} %"


def score_words(value: float) -> str:
    """Return a score with three decimals, a loss of nothing as `0.000`."""
    return f"{value:.3f}".replace("-0.000", "0.000")


def base_rate_words(earlier: int) -> str:
    """Return what a base rate was counted from."""
    if not earlier:
        return "one half: no earlier question was resolved"
    return f"the share of yes among {count_words(earlier, 'question')} resolved before"


ASKED_FORMS: Mapping[str, tuple[Form, SentenceMode]] = MappingProxyType(
    {
        "asked": (asked, "quoted"),
        "criteria": (criteria, "quoted"),
        "forecast": (forecast, "judged"),
        "resolution": (resolution, "judged"),
        "unresolved": (unresolved, "judged"),
        "score": (score, "computed"),
        "draft": (draft, "quoted"),
        "unasked": (unasked, "computed"),
        "read_as": (read_as, "computed"),
    }
)
