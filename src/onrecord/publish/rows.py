"""Records as flat JSON rows for the command line: the published, versioned schemas.

`docs/statement-schema.md` documents the statement row field by field. A change that removes or
renames a field raises `STATEMENT_SCHEMA`.
"""

from __future__ import annotations

from onrecord.domain.quantity import Difference, Quantity
from onrecord.domain.span import Span
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.tally import Movement, Observation, Step, Tally, TallySheet
from onrecord.domain.timeline import TimelineEntry
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where

STATEMENT_SCHEMA = "onrecord.statement/1"
TALLY_SCHEMA = "onrecord.tally/1"
TIMELINE_SCHEMA = "onrecord.timeline/1"

Row = dict[str, object]


def statement_row(statement: Statement, *, on_record: bool = False) -> Row:
    """Return one statement as a row; `on_record` adds its id and document.

    Offsets count code points of the text that was read: `text == input[start:end]`.
    """
    row: Row = {"schema": STATEMENT_SCHEMA}
    if on_record:
        row |= {"id": statement.id, "document": statement.document}
    return row | {
        "kind": statement.kind,
        "start": statement.content.start,
        "end": statement.content.end,
        "text": statement.content.exact,
        "speaker": [voice.label for voice in statement.voices],
        "sources": [
            {"text": voice.text, "identity": voice.identity, "name": voice.name or None}
            | _place(voice.span)
            for voice in statement.voices
        ],
        "cue": _span(statement.cue),
        "mode": statement.mode,
        "factuality": [
            {"source": one.source, "value": one.value, "aux": list(one.aux)}
            for one in statement.factuality
        ],
        "act": None
        if statement.act is None
        else {
            "scheme": statement.act.scheme,
            "code": statement.act.code,
            "mode": statement.act.mode or None,
        },
        "actor": statement.actor or None,
        "recipient": statement.recipient or None,
        "when": when_row(statement.when),
        "where": where_row(statement.where),
        "quantities": [counted_row(counted) for counted in statement.quantities],
        "authority": [
            {
                "instrument": one.instrument,
                "effect": one.effect,
                "status": one.status,
                "domain": one.domain,
                "action": one.action,
                "target": one.target,
                "words": _span(one.span),
            }
            for one in statement.authority
        ],
        "forces": [
            {
                "kind": one.kind,
                "name": one.name or None,
                "owner": one.owner or None,
                "count": None if one.count is None else quantity_row(one.count),
                "status": one.status,
                "words": _span(one.span),
            }
            for one in statement.forces
        ],
        "targets": list(statement.targets),
        "hedges": [_span(span) for span in statement.hedges],
        "loaded_labels": [_span(span) for span in statement.loaded_labels],
        "names": list(statement.names),
        "contexts": list(statement.contexts),
        "notes": list(statement.notes),
    }


def when_row(when: When | Unknown) -> Row:
    """Return a time as a row; `edtf` is null where it is not known, with the reason."""
    if isinstance(when, Unknown):
        return {"edtf": None, "text": None, "basis": "unknown", "reason": when.reason}
    return {
        "edtf": when.edtf,
        "text": when.text or None,
        "basis": when.basis,
        "anchor": when.anchor,
        "inputs": list(when.inputs),
        "precision": when.precision,
        "conflict": when.conflict or None,
        "reason": when.reason or None,
    }


def where_row(where: Where | None) -> Row | None:
    """Return a place as a row, or null where none is stated."""
    if where is None:
        return None
    return {
        "text": where.text,
        "name": where.name or None,
        "precision": where.precision,
        "domain": where.domain,
        "place": where.place or None,
        "country": where.country or None,
    }


def counted_row(counted: Counted) -> Row:
    """Return a quantity with its place."""
    return _place(counted.span) | quantity_row(counted.quantity)


def quantity_row(quantity: Quantity) -> Row:
    """Return a quantity; an end that is not stated is null."""
    return {
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "bound": quantity.bound,
        "approximator": quantity.approximator or None,
        "counted": quantity.counted or None,
        "window": None if quantity.window is None else when_row(quantity.window),
    }


def tally_row(tally: Tally) -> Row:
    """Return a tally with its observations, what they allow together, and the steps between them."""
    scope = tally.scope
    return {
        "schema": TALLY_SCHEMA,
        "id": tally.id,
        "unit": scope.unit,
        "scope": {
            "actor": scope.actor or None,
            "domain": scope.domain or None,
            "area": scope.area or None,
            "window_start": scope.window_start or None,
            "group": scope.group or None,
            "until": scope.until or None,
            "country": scope.country or None,
            "inclusion": scope.inclusion or None,
            "incident": scope.incident or None,
            "national": scope.national,
        },
        "observations": [_observation_row(one) for one in tally.observations],
        "derived": {
            "low": tally.derived.low,
            "best": tally.derived.best,
            "high": tally.derived.high,
            "rule": tally.derived.rule,
            "support": list(tally.derived.support),
        },
        "steps": [_step_row(step) for step in tally.steps],
        "lineages": list(tally.lineages),
    }


def sheet_row(sheet: TallySheet) -> Row:
    """Return a tally with why it moved, what it is a part of, and the events it was held against."""
    row = tally_row(sheet.tally)
    moved = zip(sheet.tally.steps, sheet.movements, strict=True)
    check = sheet.crosscheck
    return row | {
        "steps": [_step_row(step) | _movement_row(movement) for step, movement in moved],
        "part_of": [{"tally": one.whole, "reason": one.reason} for one in sheet.part_of],
        "parts": [{"tally": one.part, "reason": one.reason} for one in sheet.parts],
        "crosscheck": None
        if check is None
        else {
            "reported_low": check.reported_low,
            "reported_high": check.reported_high,
            "low": check.low,
            "high": check.high,
            "events": list(check.events),
            "unclear": list(check.unclear),
        },
    }


def _movement_row(movement: Movement) -> Row:
    return {
        "why": movement.kind,
        "reason": movement.reason,
        "words": movement.words or None,
        "statements": list(movement.statements),
    }


def timeline_row(entry: TimelineEntry) -> Row:
    """Return a timeline entry: its date, the exact words, who says so and how many origins."""
    return {
        "schema": TIMELINE_SCHEMA,
        "when": when_row(entry.when),
        "statement": statement_row(entry.statement, on_record=True),
        "repeats": list(entry.repeats),
        "lineages": list(entry.lineages),
    }


def _observation_row(observation: Observation) -> Row:
    return {
        "as_of": when_row(observation.as_of),
        **quantity_row(observation.quantity),
        "text": observation.span.exact,
        "start": observation.span.start,
        "end": observation.span.end,
        "document": observation.span.document,
        "statement": observation.statement,
        "issuer": _known(observation.issuer),
        "outlet": _known(observation.outlet),
        "lineage": observation.lineage,
        "standing": observation.standing,
        "against": observation.against or None,
    }


def _step_row(step: Step) -> Row:
    change: Row = (
        {"low": step.change.low, "high": step.change.high}
        if isinstance(step.change, Difference)
        else {"unknown": step.change.reason}
    )
    return {
        "earlier": step.earlier,
        "later": step.later,
        "kind": step.kind,
        "change": change,
        "cited": list(step.cited),
    }


def _known(value: str | Unknown) -> str | None:
    return None if isinstance(value, Unknown) else value


def _span(span: Span | None) -> Row | None:
    return None if span is None else {**_place(span), "text": span.exact}


def _place(span: Span | None) -> Row:
    return {} if span is None else {"start": span.start, "end": span.end}
