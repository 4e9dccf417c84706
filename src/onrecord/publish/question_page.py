"""Questions, drafts and the scorecard as Markdown, and their cells in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.domain.assessment import LikelihoodReading
from onrecord.domain.case import Case
from onrecord.domain.question import Forecast, Question, QuestionDraft, Resolution
from onrecord.domain.scorecard import (
    FEWEST,
    Calibration,
    ForecasterMean,
    QuestionCounts,
    Scorecard,
    ScoredQuestion,
)
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.markup import plain
from onrecord.publish.question_rows import cited_row
from onrecord.publish.wording import count_words

DRAFT_COLUMNS = ("id", "words", "who", "due", "read as", "if", "unscorable without", "source")
QUESTION_COLUMNS = ("key", "question", "state", "closes", "due", "last forecasts")
MEAN_COLUMNS = ("forecaster", "rule", "questions", "loss", "beside", "its loss", "skill")
BAND_COLUMNS = ("band", "percent", "forecasts", "mean", "came true", "share")
#: What the page says of itself before anything else.
CAUTION = (
    "Every score is a loss: 0 is best. Skill is the share of the baseline's loss that was saved; below 0 "
    "the baseline did better. Annulled, ambiguous and unscorable questions are counted and give no score."
)
#: Characters of an id that a table shows.
_ID = 12


def draft_cells(draft: QuestionDraft, case: Case) -> tuple[str, ...]:
    """Return a draft as cells of `DRAFT_COLUMNS`."""
    return (
        draft.id[:_ID],
        draft.text,
        draft.speaker or "the author",
        due_words(draft.due),
        likelihood_words(draft.likelihood),
        draft.condition,
        "; ".join(one.partition(":")[0] for one in draft.lacks),
        _source(draft, case),
    )


def question_cells(scored: ScoredQuestion) -> tuple[str, ...]:
    """Return a question as cells of `QUESTION_COLUMNS`."""
    one = scored.question
    held = [f"{each.by} {forecast_words(each.forecast)}" for each in scored.forecasters]
    return (
        one.key[: _ID + 1], one.text, _state(scored), _day(one.closes), _day(one.resolves),
        "; ".join(held) or "none",
    )  # fmt: skip


def mean_cells(mean: ForecasterMean) -> tuple[str, ...]:
    """Return a mean as cells of `MEAN_COLUMNS`."""
    return (
        mean.by, mean.rule, str(mean.questions), _loss(mean.value), mean.baseline or "no baseline",
        _loss(mean.baseline_value), _skill_words(mean),
    )  # fmt: skip


def _skill_words(mean: ForecasterMean) -> str:
    if mean.skill is not None:
        return f"{mean.skill:+.2f}"
    return "" if mean.baseline_value is None else "no skill: the baseline lost nothing"


def band_cells(calibration: Calibration) -> Iterator[tuple[str, ...]]:
    """Yield the bands that hold a forecast as cells of `BAND_COLUMNS`."""
    for one in calibration.bands:
        if one.forecasts and one.mean is not None and one.share is not None:
            yield (
                one.band, f"{one.low:g}–{one.high:g} %", str(one.forecasts), f"{one.mean:.0%}",
                str(one.yes), f"{one.share:.0%}",
            )  # fmt: skip


def due_words(due: When | Unknown) -> str:
    """Return by when, with the words that say so, or why no day is told."""
    if isinstance(due, Unknown):
        return due.reason
    return f"“{due.text}”: {due.edtf or due.reason}"


def likelihood_words(read: LikelihoodReading | None) -> str:
    """Return how words of likelihood are read, and by whose scale."""
    if read is None:
        return ""
    named = f"{read.band}, " if read.band else ""
    span = f"{read.low:g}–{read.high:g} %" if read.low != read.high else f"{read.low:g} %"
    return f"“{read.words}”: {named}{span} ({read.source})"


def forecast_words(held: Forecast) -> str:
    """Return what a forecast says, in few words."""
    if held.probability is not None:
        return f"{100 * held.probability:.3g} %"
    return ", ".join(f"{100 * one.level:g} % ≤ {one.value:g}" for one in held.quantiles)


def counts_words(counts: QuestionCounts) -> str:
    """Return how many questions stand in each state."""
    told = (
        (counts.open, "open"), (counts.waiting, "waiting for an answer"), (counts.resolved, "resolved"),
        (counts.ambiguous, "ambiguous"), (counts.annulled, "annulled"), (counts.unscorable, "unscorable"),
    )  # fmt: skip
    states = ", ".join(f"{count} {words}" for count, words in told)
    return f"{count_words(counts.total, 'question')}: {states}"


def calibration_words(found: Calibration) -> str:
    """Return what is known of calibration, in one line."""
    if found.brier is None:
        return "no binary question that somebody forecast is resolved yet"
    resolved = count_words(found.questions, "resolved question")
    if found.miscalibration is None or found.discrimination is None or found.uncertainty is None:
        return f"{resolved}; under {FEWEST} there is a table and no curve (mean Brier {found.brier:.3f})"
    return (
        f"{resolved}: Brier {found.brier:.3f} = miscalibration {found.miscalibration:.3f} - "
        f"discrimination {found.discrimination:.3f} + uncertainty {found.uncertainty:.3f} "
        f"({found.statistics})"
    )


def questions_markdown(
    drafts: Sequence[QuestionDraft], scored: Sequence[ScoredQuestion], case: Case
) -> str:
    """Return the questions asked and then the drafts, as Markdown; hostile words cannot become markup."""
    lines = ["# Questions", ""]
    for one in scored:
        lines += [*_question_lines(one, case), ""]
    lines += ["## Drafts", "", "Nobody has asked these yet, so they are scored by nobody.", ""]
    for draft in drafts:
        lines += _draft_lines(draft, case)
    return "\n".join(lines).rstrip()


def scorecard_markdown(card: Scorecard, case: Case) -> str:
    """Return the scorecard as Markdown."""
    lines = ["# Scorecard", "", CAUTION, "", counts_words(card.counts), ""]
    if card.means:
        lines += [*_table(MEAN_COLUMNS, [mean_cells(one) for one in card.means]), ""]
    lines += ["## Calibration", "", calibration_words(card.calibration), ""]
    bands = list(band_cells(card.calibration))
    lines += [*_table(BAND_COLUMNS, bands), ""] if bands else []
    for one in card.questions:
        lines += [*_question_lines(one, case), ""]
    return "\n".join(lines).rstrip()


def _question_lines(scored: ScoredQuestion, case: Case) -> Iterator[str]:
    one = scored.question
    yield f"## {plain(one.text)}"
    yield ""
    yield f"- {one.key}, {plain(_state(scored))}"
    if one.criteria:
        yield f"- what counts: {plain(one.criteria)}; looked up in {plain(', '.join(one.resolvers))}"
        yield f"- opens {_day(one.opens)}, closes {_day(one.closes)}, due {_day(one.resolves)}"
    if one.parent is not None:
        yield f"- asked only if {one.parent.question} ends in {one.parent.outcome}"
    if one.statement is not None:
        yield f"- drawn from {_quoted(one.statement, case)}"
    if scored.base_rate is not None:
        yield f"- base rate {scored.base_rate:.0%} ({scored.base_rate_rule})"
    for held in one.forecasts:
        words = f", “{plain(held.words)}”" if held.words else ""
        yield f"- {plain(held.by)}, {held.at}: {forecast_words(held)}{words}"
    yield from _score_lines(scored)
    if one.resolution is not None:
        yield _ended(one, one.resolution, case)


def _score_lines(scored: ScoredQuestion) -> Iterator[str]:
    for held in scored.forecasters:
        for score in held.scores:
            beside = f"; {score.baseline} {_loss(score.baseline_value)}" if score.baseline else ""
            yield f"- score of {plain(held.by)}: {score.rule} {_loss(score.value)}{beside}"


def _ended(one: Question, ended: Resolution, case: Case) -> str:
    told = ended.outcome if ended.value is None else f"{ended.value:g}"
    return (
        f"- ended {ended.at}: {told}, by {_quoted(ended.statement, case)}. "
        f"{plain(ended.reason or one.criteria)}"
    )


def _draft_lines(draft: QuestionDraft, case: Case) -> Iterator[str]:
    who = plain(draft.speaker or "the author")
    yield f"- “{plain(draft.text)}” — {who} ({plain(_source(draft, case))})"
    yield f"  - {draft.id}"
    yield f"  - due: {plain(due_words(draft.due))}"
    if draft.likelihood is not None:
        yield f"  - read as {plain(likelihood_words(draft.likelihood))}"
    if draft.condition:
        yield f"  - depends on: “{plain(draft.condition)}”"
    yield f"  - lacks {plain('; '.join(draft.lacks))}"


def _source(draft: QuestionDraft, case: Case) -> str:
    row = cited_row(draft.statement, case) or {}
    more = f", {len(draft.repeats)} more" if draft.repeats else ""
    return f"{row['outlet'] or 'outlet not stated'}, {row['date'] or 'no date'}{more}"


def _quoted(name: str, case: Case) -> str:
    row = cited_row(name, case) or {}
    if row["text"] is None:
        return f"{name}, whose words are no longer on record as they were: to be looked at again"
    outlet = row["outlet"] or "outlet not stated"
    return f"“{plain(str(row['text']))}” ({plain(str(outlet))}, {row['date'] or 'no date'}; {name})"


def _state(scored: ScoredQuestion) -> str:
    one = scored.question
    if scored.state == "unscorable":
        return f"unscorable: {one.unscorable}"
    if scored.state == "resolved" and one.resolution is not None:
        value = one.resolution.value
        return f"resolved: {one.resolution.outcome if value is None else format(value, 'g')}"
    return scored.state


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(plain(cell) for cell in row)} |"


def _loss(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _day(day: str | Unknown) -> str:
    return "no day" if isinstance(day, Unknown) else day
