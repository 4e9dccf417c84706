"""Drafts of questions, questions and the scorecard as JSON rows: `onrecord.question/1` and its kin.

`docs/statement-schema.md` documents the rows. A change that removes or renames a field raises the schema.
"""

from __future__ import annotations

from onrecord.domain.case import Case
from onrecord.domain.question import Forecast, QuestionDraft, QuestionScore, Resolution
from onrecord.domain.scorecard import (
    BandCount,
    Calibration,
    ForecasterMean,
    ForecasterScores,
    Scorecard,
    ScoredQuestion,
)
from onrecord.domain.unknown import Unknown
from onrecord.publish.rows import Row, when_row

DRAFT_SCHEMA = "onrecord.question-draft/1"
QUESTION_SCHEMA = "onrecord.question/1"
SCORECARD_SCHEMA = "onrecord.scorecard/1"
_DIGITS = 6


def draft_row(draft: QuestionDraft, case: Case) -> Row:
    """Return a draft with the exact words it rests on, and what a person must give to score it."""
    read = draft.likelihood
    return {
        "schema": DRAFT_SCHEMA,
        "id": draft.id,
        "text": draft.text,
        "kind": draft.kind,
        "speaker": draft.speaker or None,
        "due": when_row(draft.due),
        "likelihood": None
        if read is None
        else {
            "text": read.words,
            "band": read.band,
            "low_percent": read.low,
            "high_percent": read.high,
            "scale": read.source,
        },
        "condition": draft.condition or None,
        "lacks": list(draft.lacks),
        "start": None if draft.span is None else draft.span.start,
        "end": None if draft.span is None else draft.span.end,
        "words": cited_row(draft.statement, case),
        "repeats": [cited_row(one, case) for one in draft.repeats],
    }


def question_row(scored: ScoredQuestion, case: Case) -> Row:
    """Return a question as asked, every forecast, how it ended and how each forecaster scored."""
    one = scored.question
    return {
        "schema": QUESTION_SCHEMA,
        "key": one.key,
        "text": one.text,
        "kind": one.kind,
        "state": scored.state,
        "criteria": one.criteria or None,
        "resolvers": list(one.resolvers),
        "opens": _day(one.opens),
        "closes": _day(one.closes),
        "resolves": _day(one.resolves),
        "condition": None
        if one.parent is None
        else {"question": one.parent.question, "outcome": one.parent.outcome},
        "unscorable": one.unscorable or None,
        "words": cited_row(one.statement, case),
        "forecasts": [forecast_row(held) for held in one.forecasts],
        "resolution": None if one.resolution is None else resolution_row(one.resolution, case),
        "base_rate": None
        if scored.base_rate is None
        else {"probability": round(scored.base_rate, _DIGITS), "rule": scored.base_rate_rule},
        "scores": [_scores_row(held) for held in scored.forecasters if held.scores],
    }


def forecast_row(held: Forecast) -> Row:
    """Return one forecast."""
    return {
        "by": held.by,
        "at": held.at,
        "probability": held.probability,
        "quantiles": [{"level": one.level, "value": one.value} for one in held.quantiles],
        "words": held.words or None,
        "statement": held.statement,
    }


def resolution_row(ended: Resolution, case: Case) -> Row:
    """Return how a question ended, with the words that resolve it."""
    return {
        "outcome": ended.outcome,
        "value": ended.value,
        "at": ended.at,
        "reason": ended.reason or None,
        "words": cited_row(ended.statement, case),
    }


def scorecard_row(card: Scorecard) -> Row:
    """Return what follows from all questions together; the questions are rows of their own."""
    counts = card.counts
    return {
        "schema": SCORECARD_SCHEMA,
        "questions": {
            "total": counts.total,
            "open": counts.open,
            "waiting": counts.waiting,
            "resolved": counts.resolved,
            "ambiguous": counts.ambiguous,
            "annulled": counts.annulled,
            "unscorable": counts.unscorable,
        },
        "means": [_mean_row(one) for one in card.means],
        "calibration": _calibration_row(card.calibration),
    }


def cited_row(name: str | None, case: Case) -> Row | None:
    """Return the words of a statement with outlet and date; without words where it stands no more.

    A statement of an earlier version, or one taken back, is named by its id alone.
    """
    if name is None:
        return None
    statement = case.statements.get(name)
    if statement is None:
        return {"statement": name, "text": None, "document": None, "outlet": None, "date": None}
    document = case.documents[statement.document]
    return {
        "statement": name,
        "text": statement.content.exact,
        "document": document.id,
        "outlet": document.publisher,
        "date": document.date_edtf,
    }


def _scores_row(held: ForecasterScores) -> Row:
    return {
        "by": held.by,
        "at": held.forecast.at,
        "scores": [_score_row(one) for one in held.scores],
    }


def _score_row(score: QuestionScore) -> Row:
    return {
        "rule": score.rule,
        "value": round(score.value, _DIGITS),
        "baseline": score.baseline or None,
        "baseline_value": _rounded(score.baseline_value),
        "skill": _rounded(score.skill),
    }


def _mean_row(mean: ForecasterMean) -> Row:
    return {
        "by": mean.by,
        "rule": mean.rule,
        "questions": mean.questions,
        "value": round(mean.value, _DIGITS),
        "baseline": mean.baseline or None,
        "baseline_value": _rounded(mean.baseline_value),
        "skill": _rounded(mean.skill),
    }


def _calibration_row(found: Calibration) -> Row:
    return {
        "questions": found.questions,
        "forecasts": found.forecasts,
        "brier": _rounded(found.brier),
        "bands": [_band_row(one) for one in found.bands],
        "curve": [
            {"probability": one.probability, "share": round(one.share, _DIGITS), "forecasts": one.forecasts}
            for one in found.points
        ],
        "miscalibration": _rounded(found.miscalibration),
        "discrimination": _rounded(found.discrimination),
        "uncertainty": _rounded(found.uncertainty),
        "statistics": found.statistics or None,
    }  # fmt: skip


def _band_row(one: BandCount) -> Row:
    return {
        "band": one.band,
        "low_percent": one.low,
        "high_percent": one.high,
        "forecasts": one.forecasts,
        "yes": one.yes,
        "mean": _rounded(one.mean),
        "share": _rounded(one.share),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


def _day(day: str | Unknown) -> str | None:
    return None if isinstance(day, Unknown) else day
