"""What may be held of a question and what may end it: what is refused before it comes on record.

A number that everybody can be scored by takes a distribution, not a point of one; what ends a question is
held to what moves an indicator, words that say the thing was done (domain rule 11).
"""

from __future__ import annotations

from datetime import date

from onrecord.assess.pinning import no_answer
from onrecord.domain.document import Document
from onrecord.domain.errors import UsageError
from onrecord.domain.quantity import Number
from onrecord.domain.question import Estimate, Outcome, Question
from onrecord.domain.scores import is_grid
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.ports.record_store import RecordStore

#: Nothing is held to be more certain than this, of yes or of no.
_LEAST, _MOST = 0.001, 0.999
#: Levels of a distribution that somebody can mean.
_LEAST_LEVEL, _MOST_LEVEL = 0.01, 0.99


def require_held(question: Question, estimate: Estimate) -> None:
    """Require an estimate that can be scored beside others.

    Raises:
        UsageError: it is more certain than anything is held, or a distribution at too few levels.
    """
    probability, points = estimate.probability, estimate.quantiles
    if probability is not None and not _LEAST <= probability <= _MOST:
        raise UsageError(
            f"a probability lies between 0 and 1 and is never either: from {_LEAST} to {_MOST}, for "
            f"nothing is held more certain than that; got {probability:g}"
        )
    if question.kind != "numeric" or not points:
        return
    for point in points:
        if not _LEAST_LEVEL <= point.level <= _MOST_LEVEL:
            raise UsageError(
                f"the level of a quantile lies between {_LEAST_LEVEL} and {_MOST_LEVEL}; got {point.level:g}"
            )
        _require_countable(question, point.value)
    if not is_grid(points):
        raise UsageError(
            "a distribution is scored from its median, a level of 0.05 to 0.25 and one of 0.75 to 0.95; "
            "give all three, such as --quantile 0.1=2 --quantile 0.5=4 --quantile 0.9=8"
        )


def require_answer(
    store: RecordStore, question: Question, statement: str, outcome: Outcome, value: Number | None
) -> None:
    """Require words on record that can end a question so; `annulled` and `ambiguous` take any.

    Raises:
        UsageError: there is no such statement, nobody knows of when it is, it is older than the question,
            or it does not say that anything was done.
    """
    found = store.named([statement]).get(statement)
    if found is None:
        raise UsageError(f"{statement}: no such statement is on record; add the report first")
    _require_recent(store, question, found)
    if value is not None:
        _require_countable(question, value)
    if outcome in ("annulled", "ambiguous"):
        return
    why = no_answer(found, denied=outcome == "no" or value == 0)
    if why:
        raise UsageError(
            f"“{found.content.exact}” ({statement[:12]}) does not resolve it: {why}; cite words that "
            "say what happened"
        )


def require_due(question: Question, outcome: Outcome, today: str) -> None:
    """Require that a `no` is given on the day the answer is due or later: until then it may become a yes.

    Raises:
        UsageError: that day is still to come.
    """
    if outcome == "no" and isinstance(question.resolves, str) and today < question.resolves:
        raise UsageError(
            f"the answer is due {question.resolves}, and until then it may become a yes: no `no` is taken "
            "before that day. A question that nothing can answer any more is annulled"
        )


def _require_countable(question: Question, value: Number) -> None:
    if question.counts and value < 0:
        raise UsageError(
            f"{value:g} is no count: the question asks how many, which is zero or more"
        )


def _require_recent(store: RecordStore, question: Question, statement: Statement) -> None:
    """Require words of the day of opening or later: by their report's date, else by the day they name."""
    documents = [one for one, _ in store.documents() if one.id == statement.document]
    day = next((found for one in documents if (found := _last_day(one))), None)
    day = day or _named_day(statement)
    if day is None:
        raise UsageError(
            f"{statement.id}: its report bears no date and its words name no day, so nobody can tell that it "
            "came after the question; add the report with `onrecord add FILE --date DAY`"
        )
    if isinstance(question.opens, str) and day.isoformat() < question.opens:
        raise UsageError(
            f"{statement.id} is of {day}, before the question opened ({question.opens}): what was on record "
            "then does not resolve it"
        )


def _last_day(document: Document) -> date | None:
    when = document.doc_date
    return None if isinstance(when, Unknown) else when.latest


def _named_day(statement: Statement) -> date | None:
    return statement.when.latest if isinstance(statement.when, When) else None
