"""Concerns and decisions as rows for programs; `docs/statement-schema.md` documents every field."""

from __future__ import annotations

from onrecord.domain.review import Concern, Corrected, Verdict
from onrecord.domain.statement import Statement

CONCERN_SCHEMA = "onrecord.concern/1"
DECISION_SCHEMA = "onrecord.decision/1"
WORDS_SCHEMA = "onrecord.words/1"

Row = dict[str, object]


def concern_row(concern: Concern) -> Row:
    """Return one thing that is worth a look."""
    return {
        "schema": CONCERN_SCHEMA,
        "id": concern.id,
        "reason": concern.reason,
        "record": concern.record,
        "about": concern.about,
        "subjects": list(concern.subjects),
        "weight": concern.weight,
    }


def decision_row(verdict: Verdict) -> Row:
    """Return one decision: who, when, why, and how it stands now."""
    decision = verdict.decided.decision
    return {
        "schema": DECISION_SCHEMA,
        "id": decision.id,
        "at": verdict.decided.at,
        "kind": decision.kind,
        "subjects": list(decision.subjects),
        "others": list(decision.others),
        "field": decision.field or None,
        "value": decision.value or None,
        "reverses": decision.reverses,
        "after": decision.after,
        "by": decision.by,
        "why": decision.why,
        "state": verdict.state,
        "because": list(verdict.because),
    }


def words_row(statement: Statement) -> Row:
    """Return the words of one statement that a decision would be about."""
    return {
        "schema": WORDS_SCHEMA,
        "id": statement.id,
        "document": statement.document,
        "kind": statement.kind,
        "start": statement.content.start,
        "end": statement.content.end,
        "text": statement.content.exact,
    }


def corrected_row(corrected: Corrected) -> Row:
    """Return a value a person gives, for beside the machine's."""
    return {
        "field": corrected.field,
        "machine": corrected.machine,
        "value": corrected.value,
        "by": corrected.by,
        "why": corrected.why,
        "decision": corrected.decision,
    }
