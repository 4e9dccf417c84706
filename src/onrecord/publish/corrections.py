"""The list of corrections as rows for programs: what was put right, by whom, and what follows."""

from __future__ import annotations

from onrecord.domain.revision import Revision
from onrecord.domain.span import Span

CORRECTION_SCHEMA = "onrecord.correction/1"

Row = dict[str, object]


def correction_row(revision: Revision) -> Row:
    """Return one correction; `old` or `new` is null where words were only added or removed."""
    return {
        "schema": CORRECTION_SCHEMA,
        "id": revision.id,
        "record": revision.record,
        "reason": revision.reason,
        "by": revision.by,
        "old": revision.old or None,
        "new": revision.new or None,
        "effect": revision.effect or None,
        "old_at": _place(revision.old_span),
        "new_at": _place(revision.new_span),
    }


def _place(span: Span | None) -> Row | None:
    if span is None:
        return None
    return {"document": span.document, "start": span.start, "end": span.end}
