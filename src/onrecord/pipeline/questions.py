"""Questions: asked, forecast and resolved on the ledger, and from the ledger to what scoring uses.

The time of a forecast and of a resolution is the clock's, never one given by hand; nothing is edited. A
question, its forecasts and its resolutions are records of their own, put together as they are loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from onrecord.domain.errors import InvariantError, LedgerBroken, UsageError
from onrecord.domain.ledger import Draft, Entry
from onrecord.domain.quantity import Number
from onrecord.domain.question import (
    Estimate,
    Forecast,
    GivenForecast,
    GivenResolution,
    Outcome,
    Question,
    QuestionDraft,
    Resolution,
    add_forecast,
    assembled,
    resolve,
)
from onrecord.domain.records import record_of
from onrecord.domain.statement import Statement
from onrecord.pipeline.answers import require_answer, require_due, require_held
from onrecord.ports.clock import Clock
from onrecord.ports.record_store import RecordStore

#: Ids that a message names.
_SHOWN = 4
_KEY = "qkey-"
#: How long a forecast may wait for the ledger.
_LATEST = timedelta(hours=1)

Move = GivenForecast | GivenResolution


@dataclass(frozen=True, slots=True)
class Ending:
    """How a question is said to have ended, before the clock says when.

    Attributes:
        outcome: The result.
        statement: Id of the statement that resolves it.
        value: The number, for a numeric question.
    """

    outcome: Outcome
    statement: str
    value: Number | None = None


def load_questions(store: RecordStore, *, as_of: str | None = None) -> tuple[Question, ...]:
    """Return every question on record at `as_of`, with its forecasts and how it ended, as they were asked.

    Raises:
        StoreTooNew: a newer Onrecord wrote one of them.
        LedgerBroken: one of them cannot be read, or a forecast says another time than its entry.
    """
    asked = [
        record
        for entry in store.entries(kind="question", as_of=as_of)
        if isinstance(record := record_of(entry), Question)
    ]
    try:
        return assembled(asked, load_moves(store, as_of=as_of))
    except InvariantError as error:
        raise LedgerBroken(0, f"its questions do not go together: {error.message()}") from error


def load_moves(store: RecordStore, *, as_of: str | None = None) -> tuple[Move, ...]:
    """Return every forecast and resolution on record at `as_of`, in the order of the ledger.

    Raises:
        StoreTooNew: a newer Onrecord wrote one of them.
        LedgerBroken: one of them cannot be read, or a forecast says another time than its entry.
    """
    entries = [
        *store.entries(kind="forecast", as_of=as_of),
        *store.entries(kind="resolution", as_of=as_of),
    ]
    return tuple(_move(entry) for entry in sorted(entries, key=lambda one: one.sequence))


def ask(store: RecordStore, clock: Clock, question: Question, *, by: str) -> Question | None:
    """Put a question on record, or declare one unscorable.

    Returns:
        The question; `None` where the same is on record.

    Raises:
        UsageError: its parent is not on record or cannot end so, or it closed before it was asked.
        StoreError: nothing was written.
    """
    now = _now(store, clock)
    known = load_questions(store)
    if question.parent is not None:
        _require_parent(question, known)
    if isinstance(question.closes, str) and question.closes < now[:10]:
        raise UsageError(f"--closes {question.closes} is over: nobody could forecast it any more")
    if question.key in [one.key for one in known]:
        return None
    _put(store, Draft("question", question, agent=by, sources=_named(question.statement),
                      review="reviewed"), at=now)  # fmt: skip
    return question


def decline(
    store: RecordStore, clock: Clock, draft: QuestionDraft, *, by: str, why: str
) -> Question | None:
    """Declare a draft unscorable, with the reason.

    Returns:
        What was put on record; `None` where it was declined already.

    Raises:
        UsageError: somebody asked it; what was asked is annulled, not declined.
        StoreError: nothing was written.
    """
    drawn = [one for one in load_questions(store) if one.statement in draft.statements]
    if any(one.is_scorable for one in drawn):
        raise UsageError(
            f"{draft.id}: it was asked; `onrecord questions resolve` annuls a question"
        )
    if drawn:
        return None
    refused = Question(draft.text, "binary", statement=draft.statement, unscorable=why)
    return ask(store, clock, refused, by=by)


def forecast(
    store: RecordStore, clock: Clock, question: Question, estimate: Estimate
) -> GivenForecast | None:
    """Put a forecast on record, at the time the clock shows.

    Returns:
        What was put on record; `None` where the same forecaster holds the same already.

    Raises:
        UsageError: the question takes no forecast now, or the estimate does not answer it.
        StoreError: nothing was written.
    """
    at = _now(store, clock)
    _require_forecastable(question)
    require_held(question, estimate)
    if estimate.statement is not None and not store.named([estimate.statement]):
        raise UsageError(f"{estimate.statement}: no such statement is on record")
    try:
        held = Forecast(
            estimate.by, at, estimate.probability, estimate.quantiles, estimate.words, estimate.statement
        )  # fmt: skip
        add_forecast(question, held)
    except InvariantError as error:
        raise UsageError(error.message()) from error
    last = next((one for one in reversed(question.forecasts) if one.by == held.by), None)
    if last is not None and replace(last, at=at) == held:
        return None
    given = GivenForecast(question.key, held, after=_newest(store, question.key))
    _put(store, Draft("forecast", given, agent=held.by, sources=_named(held.statement),
                      review="reviewed"), at=at)  # fmt: skip
    return given


def resolve_question(
    store: RecordStore, clock: Clock, question: Question, ending: Ending, *, by: str, why: str
) -> GivenResolution:
    """Put on record how a question ended, by the words of a statement on record.

    Raises:
        UsageError: it is resolved or unscorable, the statement is not on record, older than the question
            or says of nothing that it was done, a `no` comes before the day the answer is due, or the
            outcome does not answer it.
        StoreError: nothing was written.
    """
    at = _now(store, clock)
    if question.resolution is not None:
        raise UsageError(
            f"{question.key}: it ended in {question.resolution.outcome!r} already; "
            "`onrecord questions unresolve` takes that back"
        )
    if not question.is_scorable:
        raise UsageError(f"{question.key}: it was declared unscorable: {question.unscorable}")
    require_answer(store, question, ending.statement, ending.outcome, ending.value)
    require_due(question, ending.outcome, at[:10])
    try:
        ended = Resolution(ending.outcome, ending.statement, at, ending.value, reason=why)
        resolve(question, ended)
    except InvariantError as error:
        raise UsageError(error.message()) from error
    given = GivenResolution(question.key, ended, by, why, after=_newest(store, question.key))
    _put(store, Draft("resolution", given, agent=by, sources=(ended.statement,),
                      review="reviewed"), at=at)  # fmt: skip
    return given


def unresolve(
    store: RecordStore, clock: Clock, question: Question, *, by: str, why: str
) -> GivenResolution:
    """Take back how a question ended; it stays on record that it was said.

    Raises:
        UsageError: it is not resolved, or only its condition annulled it.
        StoreError: nothing was written.
    """
    own = [one for one in load_moves(store) if one.question == question.key]
    ended = next((one for one in reversed(own) if isinstance(one, GivenResolution)), None)
    if ended is None or ended.resolution is None:
        hint = "; its condition annulled it: unresolve that question" if question.resolution else ""
        raise UsageError(f"{question.key}: nobody resolved it{hint}")
    given = GivenResolution(question.key, None, by, why, after=_newest(store, question.key))
    _put(store, Draft("resolution", given, agent=by, supersedes=ended.id, review="reviewed"),
         at=_now(store, clock))  # fmt: skip
    return given


def named_question(questions: Sequence[Question], name: str) -> Question:
    """Return the one question whose key begins with `name`.

    Raises:
        UsageError: there is none, or several.
    """
    _require_id(name, "question")
    begins = name if name.startswith(_KEY) else f"{_KEY}{name}"
    found = [one for one in questions if one.key.startswith(begins)]
    if len(found) != 1:
        raise UsageError(_which(name, [one.key for one in found], "question", "onrecord questions"))
    return found[0]


def named_draft(drafts: Sequence[QuestionDraft], name: str) -> QuestionDraft:
    """Return the one draft whose id begins with `name`.

    Raises:
        UsageError: there is none, or several.
    """
    _require_id(name, "draft")
    begins = name if name.startswith("drf-") else f"drf-{name}"
    found = [one for one in drafts if one.id.startswith(begins)]
    if len(found) != 1:
        raise UsageError(_which(name, [one.id for one in found], "draft", "onrecord questions"))
    return found[0]


def named_statement(store: RecordStore, name: str) -> Statement:
    """Return the one statement on record whose id begins with `name`.

    Raises:
        UsageError: there is none, or several.
    """
    _require_id(name, "statement")
    exact = store.named([name])
    if exact:
        return exact[name]
    begins = name if name.startswith("stm-") else f"stm-{name}"
    found = [one for one in store.statements() if one.id.startswith(begins)]
    if len(found) != 1:
        ids = [one.id for one in found]
        raise UsageError(_which(name, ids, "statement", "onrecord statements --json"))
    return found[0]


def refused_as(questions: Sequence[Question], draft: QuestionDraft) -> str:
    """Return why a draft was declined; empty where nobody declined it."""
    drawn = (one for one in questions if one.statement in draft.statements)
    return next((one.unscorable for one in drawn if not one.is_scorable), "")


def _require_id(name: str, kind: str) -> None:
    if not name.strip():
        raise UsageError(f"the id of a {kind} is empty; give its first characters")


def _which(name: str, found: Sequence[str], kind: str, command: str) -> str:
    if not found:
        return f"{name!r} is no {kind} on record; `{command}` lists them"
    some = ", ".join(one[:16] for one in found[:_SHOWN])
    return f"{name!r} begins the ids of {len(found)} of them: {some}"


def _move(entry: Entry) -> Move:
    """Return the forecast or resolution an entry holds; its time must be the entry's own."""
    record = record_of(entry)
    if isinstance(record, GivenForecast):
        late = datetime.fromisoformat(entry.header.created_at) - datetime.fromisoformat(
            record.forecast.at
        )
        if not timedelta() <= late <= _LATEST:
            raise LedgerBroken(entry.sequence, "a forecast does not bear the time it was put there")
        return record
    if isinstance(record, GivenResolution):
        return record
    raise LedgerBroken(entry.sequence, "it is neither a forecast nor a resolution")


def _now(store: RecordStore, clock: Clock) -> str:
    """Return the clock's time, or that of the last entry where the clock was set back since."""
    last = next(iter(store.entries(after=max(0, store.head().sequence - 1))), None)
    return max(clock.now(), last.header.created_at) if last is not None else clock.now()


def _put(store: RecordStore, draft: Draft, *, at: str) -> None:
    store.append([draft], at=at)


def _named(statement: str | None) -> tuple[str, ...]:
    return () if statement is None else (statement,)


def _newest(store: RecordStore, key: str) -> str | None:
    return next((one.id for one in reversed(load_moves(store)) if one.question == key), None)


def _require_parent(question: Question, known: Sequence[Question]) -> None:
    asked = question.parent
    parent = next((one for one in known if asked and one.key == asked.question), None)
    if asked is None or parent is None:
        raise UsageError("the question it depends on is not on record; ask that first")
    if not parent.is_scorable:
        raise UsageError(f"{parent.key}: it was declared unscorable, so nothing depends on it")
    allowed = ("yes", "no") if parent.kind == "binary" else ()
    if asked.outcome not in allowed:
        raise UsageError(f"--if asks for yes or no of a binary question, not {asked.outcome!r}")


def _require_forecastable(question: Question) -> None:
    if not question.is_scorable:
        raise UsageError(f"{question.key}: it was declared unscorable: {question.unscorable}")
    if question.resolution is not None:
        raise UsageError(
            f"{question.key}: it ended in {question.resolution.outcome!r}: no forecast is added"
        )
