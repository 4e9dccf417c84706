"""Ways in which reports say a crisis could go on: `pathways_of`. They are listed, never weighed."""

from __future__ import annotations

from onrecord.domain.case import Case
from onrecord.domain.statement import Statement


def pathways_of(case: Case) -> tuple[Statement, ...]:
    """Return the statements that tell of a pathway, each wording once, by day of report and place in it.

    A pathway is what a report says could happen; it supports no event and no step (domain rule 11).
    """
    seen: set[str] = set()
    found: list[Statement] = []
    for statement in sorted(case.statements.values(), key=lambda one: _order(case, one)):
        words = " ".join(statement.content.exact.casefold().split())
        if statement.kind == "fut.pathway" and words not in seen:
            seen.add(words)
            found.append(statement)
    return tuple(found)


def _order(case: Case, statement: Statement) -> tuple[str, str, int]:
    day = case.documents[statement.document].date_edtf or "~"
    return day, statement.document, statement.content.start
