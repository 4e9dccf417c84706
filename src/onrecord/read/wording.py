"""Exact words of a sentence: spans whose marks pair, names and loaded labels in them, odd dates."""

from __future__ import annotations

import re

from onrecord.domain.span import Extent, Span, SpanRole, span_at
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.read.cues import LOADED_LABELS
from onrecord.read.quotations import Quotation
from onrecord.read.sentence import SentenceReading
from onrecord.read.speech import Carrier

_LOADED = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(label) for label in LOADED_LABELS) + r")s?(?!\w)",
    re.IGNORECASE,
)
_PAIRS = {")": "(", "]": "[", "”": "“", "’": "‘", "»": "«", '"': '"', "'": "'"}
_CLOSED_BY = {opening: closing for closing, opening in _PAIRS.items()}


def span_in(sentence: SentenceReading, extent: Extent, role: SpanRole) -> Span:
    """Return the words at an extent of the document, as evidence of a kind."""
    return span_at(sentence.text, extent, document=sentence.document, role=role)


def cue_span_of(carrier: Carrier | None) -> Span | None:
    """Return the words of a cue, where there is one."""
    if carrier is None:
        return None
    extent = carrier.sentence.tree.extent(carrier.step.cue)
    return span_in(carrier.sentence, extent, "cue")


def piece_of(quotation: Quotation, sentence: Extent) -> Extent | None:
    """Return the part of a quotation that stands in a sentence, if it says anything there."""
    start = max(quotation.outer.start, sentence.start)
    end = min(quotation.outer.end, sentence.end)
    if end <= start or (sentence.contains(Extent(start, end)) and end - start <= 1):
        return None
    return Extent(start, end)


#: Kinds of mention that name one thing; peoples, weapons and vehicles describe.
_NAMING = frozenset({"PER", "ORG", "LOC", "GPE", "FAC"})


def balanced(sentence: SentenceReading, extent: Extent) -> Extent:
    """Return the extent with the quotation mark or bracket whose other half stands in it."""
    text, whole = sentence.text, sentence.extent
    start, end = extent.start, extent.end
    opening = _PAIRS.get(text[end : end + 1])
    if opening is not None and end < whole.end and _surplus(text[start:end], opening) > 0:
        return Extent(start, end + 1)
    before = text[start - 1 : start] if start > whole.start else ""
    if before in _CLOSED_BY and _surplus(text[start:end], before) < 0:
        return Extent(start - 1, end)
    return extent


def names_in(sentence: SentenceReading, extent: Extent) -> tuple[str, ...]:
    """Return the names of people, bodies and places inside an extent, verbatim."""
    return tuple(
        sentence.text[entity.start : entity.end]
        for entity in sentence.entities
        if entity.label in _NAMING and extent.start <= entity.start and entity.end <= extent.end
    )


def loaded_labels(sentence: SentenceReading, content: Span) -> tuple[Span, ...]:
    """Return the words of one party inside a content."""
    return tuple(
        span_in(
            sentence, Extent(content.start + match.start(), content.start + match.end()), "content"
        )
        for match in _LOADED.finditer(content.exact)
    )


def notes_on(
    sentence: SentenceReading, when: When | Unknown, content: Span, cue: Span | None
) -> tuple[str, ...]:
    """Return what does not agree with the calendar in the words of a statement or its cue."""
    own = [when.conflict] if isinstance(when, When) and when.conflict else []
    spans = [content, *([cue] if cue is not None else [])]
    clashes = [
        one.message
        for one in sentence.conflicts
        if any(
            time.extent.overlaps(span.extent) or _in_same_clause(sentence, time.extent, span.extent)
            for time in (one.holiday, one.day)
            for span in spans
        )
    ]
    return tuple(dict.fromkeys((*own, *clashes)))


def _in_same_clause(sentence: SentenceReading, time: Extent, words: Extent) -> bool:
    return any(
        clause.extent.contains(time) and clause.extent.contains(words)
        for clause in sentence.clauses
    )


def _surplus(words: str, opening: str) -> int:
    """Return how many marks are opened more than closed; for straight ones, by where they stand."""
    closing = _CLOSED_BY[opening]
    if opening != closing:
        return words.count(opening) - words.count(closing)
    marks = [at for at, sign in enumerate(words) if sign == opening]
    inside_words = [
        at for at in marks if words[at - 1 : at].isalnum() and words[at + 1 : at + 2].isalnum()
    ]
    left = len(marks) - len(inside_words)
    if left % 2 == 0:
        return 0
    first = next(at for at in marks if at not in inside_words)
    return -1 if words[first - 1 : first].isalnum() else 1
