"""Forms for what is not known and what does not agree with the calendar."""

from __future__ import annotations

from onrecord.domain.errors import CompileError
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.claims import no_gap_in_date
from onrecord.publish.desk import Desk, hold
from onrecord.publish.evidence import Source
from onrecord.publish.parts import (
    Part,
    document_name,
    fixed,
    outlet,
    quoted,
    remark,
    statement_of,
)

_CALENDAR_REMARK = "the words about time do not agree with the calendar or with the report’s date"
_NO_REASON = "the report does not say"


def conflict(desk: Desk) -> list[Part]:
    """Write a conflict about time: the statement's own, or the note that `given` numbers."""
    citation, source = desk.citation(0), desk.source(0)
    statement = statement_of(citation)
    words = statement.when.conflict if isinstance(statement.when, When) else ""
    if desk.sentence.given:
        at = desk.sentence.given[0]
        if not at.isdecimal() or int(at) >= len(statement.notes):
            raise CompileError("the statement bears no such note")
        words = statement.notes[int(at)]
    hold("" if words.strip() else "nothing in the statement does not agree")
    return [
        fixed("Does not agree: "), *quoted(citation.span.exact), fixed(" ("), *outlet(source),
        fixed("): "), remark(words, source, otherwise=_CALENDAR_REMARK), fixed("."),
    ]  # fmt: skip


def document_conflict(desk: Desk) -> list[Part]:
    """Write what does not agree about the date of a document."""
    source = desk.source(0)
    day = source.card.doc_date
    words = day.conflict if isinstance(day, When) else ""
    hold("" if words.strip() else "nothing about the date of the document does not agree")
    found = [*document_name(source), fixed(" ("), *outlet(source), fixed("): ")]
    return [*found, remark(words, source, otherwise=_CALENDAR_REMARK), fixed(".")]


def undated(desk: Desk) -> list[Part]:
    """Write that a document bears no date, and why."""
    source = desk.source(0)
    hold(no_gap_in_date(source.card))
    day = source.card.doc_date
    why = remark(day.reason, source, otherwise=_NO_REASON)
    return [*document_name(source), *_by(source), fixed(" bears no date that can be told: "), why,
            fixed(".")]  # fmt: skip


def unpublished(desk: Desk) -> list[Part]:
    """Write that nothing says who published a document."""
    hold("" if desk.source(0).card.publisher is None else "the document names its publisher")
    return [fixed("Nothing says who published "), *document_name(desk.source(0)), fixed(".")]


def _by(source: Source) -> list[Part]:
    paper = source.card.publisher
    return [fixed(" ("), Part(paper, "name"), fixed(")")] if paper else []


def undated_figure(desk: Desk) -> list[Part]:
    """Write that the day of a figure is not known, and why."""
    citation, source = desk.citation(0), desk.source(0)
    known = isinstance(citation.dated, When) and citation.dated.edtf is not None
    hold("the day of the figure is known" if known else "")
    why = citation.dated.reason if isinstance(citation.dated, (When, Unknown)) else ""
    return [
        fixed("The day for which "), *quoted(citation.span.exact), fixed(" holds ("),
        *outlet(source), fixed("): "), remark(why, source, otherwise=_NO_REASON), fixed("."),
    ]  # fmt: skip


def gap(desk: Desk) -> list[Part]:
    """Write what a report itself calls unknown."""
    gap = statement_of(desk.citation(0)).kind == "meta.gap"
    hold("" if gap else "the report does not call this unknown")
    return [*quoted(desk.citation(0).span.exact), fixed(" ("), *outlet(desk.source(0)), fixed(")")]
