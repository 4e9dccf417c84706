"""Pieces of sentences: fixed words, quoted words, and words a named rule makes of the evidence.

Every function here reads evidence only, so compiling and verifying write the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.domain.brief import Citation
from onrecord.domain.errors import CompileError
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.almanac import calendar_holds
from onrecord.publish.evidence import Evidence, Source
from onrecord.publish.law import figure_follows, strays
from onrecord.publish.wording import (
    KIND_WORDS,
    certainty_words,
    count_words,
    edtf_words,
    quantity_words,
    sentence_case,
    unit_words,
)

PartKind = Literal["fixed", "quote", "name", "date", "when", "figure", "mark", "remark", "cell"]
_OPENING, _CLOSING = "\"“‘«„'", "\"”’»“'"

#: Words that stand for a person without naming one; they make no heading.
PRONOUNS = frozenset(
    {"he", "she", "they", "it", "we", "i", "who", "which", "that", "him", "her", "them", "his"}
)


#: A longer name of an outlet is cut in a sentence; its card has it whole.
_NAME_CHARS = 60
#: What is printed where a value is missing and its reason cannot be printed.
NO_REASON = "the report does not say"
#: A remark of this shape passes only when the calendar bears it out.
_CALENDAR_CLAIM = re.compile(r"\bwas (?:a|an) \w+day\b")
_LED = re.compile(r"(?:the|a|an|its|his|her|their|our)\s+", re.IGNORECASE)


def is_generic(label: str) -> bool:
    """Say whether a label may mean another party in another report: `The Ministry`, `its envoy`.

    Example:
        >>> is_generic("The Ministry"), is_generic("the Ministry of Health"), is_generic("Norrast")
        (True, False, False)
    """
    led = _LED.match(label)
    bare = label[led.end() :] if led else label
    capitals = sum(1 for word in bare.split() if word[:1].isupper())
    return capitals == 0 or (led is not None and len(bare.split()) == 1)


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a sentence and what they are; `cell` parts without words part table cells."""

    words: str
    kind: PartKind = "fixed"


def fixed(words: str) -> Part:
    """Return words of ours."""
    return Part(words)


def quoted(words: str) -> list[Part]:
    """Return verbatim words in quotation marks, or as they are when they bring their own."""
    if words[:1] in _OPENING and words[-1:] in _CLOSING and len(words) > 1:
        return [Part(words, "quote")]
    return [fixed("“"), Part(words, "quote"), fixed("”")]


def statement_of(citation: Citation) -> Statement:
    """Return the cited statement, or raise `CompileError`."""
    if citation.statement is None:
        raise CompileError(f"{citation.id} cites words, not a statement")
    return citation.statement


def counted_of(citation: Citation) -> Counted:
    """Return the cited figure, or raise `CompileError`."""
    if citation.counted is None:
        raise CompileError(f"{citation.id} cites no figure")
    return citation.counted


def speakers(source: Source, statement: Statement) -> list[str]:
    """Return the chain of sources, outermost first, in words that stand in the passages.

    A resolved name is used only where the document itself bears it (law 7).
    """
    labels = [
        voice.name if voice.name and source.holds(voice.name) else voice.text
        for voice in statement.voices
    ]
    known = (source.card.publisher or "", source.card.author or "")
    return [label for label in labels if label and (source.holds(label) or label in known)]


def figure(source: Source, counted: Counted) -> list[Part]:
    """Return a figure in our words where they follow from the report's, else the report's words."""
    span = counted.span
    near = "\n".join(
        passage.text
        for passage in source.cited.passages
        if passage.start < span.end and span.start < passage.end
    )
    if figure_follows(counted, near):
        return [Part(quantity_words(counted.quantity), "figure")]
    return quoted(span.exact)


def unit_label(counted: Counted, *, capital: bool = True) -> list[Part]:
    """Return what is counted: the unit as a label, else the report's words for it."""
    label = unit_words(counted.quantity)
    if label is not None:
        return [fixed(sentence_case(label) if capital else label)]
    named = counted.quantity.counted
    if named and named in counted.span.exact:
        return quoted(named)
    return [fixed("Figure" if capital else "figure")]


def dated(when: When | Unknown | None, *, lead: str = "", kind: PartKind = "date") -> Part:
    """Return a time in words, after `lead` when it is known."""
    if isinstance(when, When) and when.edtf is not None:
        return Part(lead + edtf_words(when.edtf), kind)
    return Part("at a time not known", kind)


def heading_time(citation: Citation, source: Source) -> list[Part]:
    """Return the time a line of the timeline begins with, or why it has none."""
    when = citation.dated
    if isinstance(when, When) and when.edtf is not None:
        if when.basis == "document":
            return [Part(f"Reported {edtf_words(when.edtf.rpartition('/')[2])}", "when")]
        return [dated(when, kind="when")]
    why = when.reason if isinstance(when, (When, Unknown)) else ""
    return [
        Part("Undated", "when"), fixed(" ("), remark(why, source, otherwise=NO_REASON), fixed(")"),
    ]  # fmt: skip


def outlet(source: Source) -> list[Part]:
    """Return who published it and the date it bears: `The Herald, 28 November 2025`."""
    name = (
        [Part(shortened(source.card.publisher), "name")]
        if source.card.publisher
        else [fixed("publisher not known")]
    )
    edtf = source.card.date_edtf
    return [*name, fixed(", "), Part(edtf_words(edtf), "date") if edtf else fixed("undated")]


def given_by(source: Source, citation: Citation) -> list[Part]:
    """Return who gives a figure, where that is not the outlet, and the outlet with its date."""
    chain = speakers(source, statement_of(citation))
    named = chain[-1] if chain else ""
    first = [Part(named, "name"), fixed(" in ")] if named and named != source.card.publisher else []
    return [*first, *outlet(source)]


def shortened(name: str) -> str:
    """Return a name, cut at a word where it is a list of many: `several: The Post, The Herald …`.

    Example:
        >>> shortened("several: " + ", ".join(["The Evening Post"] * 5))
        'several: The Evening Post, The Evening Post, The Evening …'
    """
    if len(name) <= _NAME_CHARS:
        return name
    return f"{name[:_NAME_CHARS].rpartition(' ')[0]} …"


def document_name(source: Source) -> list[Part]:
    """Return the headline in quotation marks, else that there is none."""
    if source.card.title:
        return quoted(source.card.title)
    return [fixed("A document without a headline")]


def independent(sources: Iterable[Source], *, short: bool = False) -> Part:
    """Return how many origins stand behind how many reports (law 6): `2 (of 41 reports)`.

    `short` leaves the label out. What one report says alone is not set off.
    """
    found = {source.id: source.origin for source in sources}
    number = len(set(found.values()))
    reports = count_words(len(found), "report")
    if len(found) == 1:
        return Part("one report" if not short else reports, "remark")
    label = "" if short else "independent sources: "
    return Part(f"{label}{number:,} (of {reports})", "figure")


def origins(sources: Iterable[Source], thing: str = "outlet") -> Part:
    """Return how many origins and outlets stand behind something (law 6): `1 origin, 3 outlets`."""
    found = list(sources)
    number = len({source.origin for source in found})
    outlets = len({source.card.publisher or source.id for source in found})
    things = outlets if thing == "outlet" else len(found)
    return Part(f"{count_words(number, 'origin')}, {count_words(things, thing)}", "figure")


def certainty(source: Source, statement: Statement) -> list[Part]:
    """Return how sure the innermost source is, and through whom it came."""
    chain = speakers(source, statement)
    found = [Part(certainty_words(statement, chain[-1] if chain else ""), "remark")]
    if len(chain) > 1:
        found += [fixed(", via "), Part(", ".join(chain[:-1]), "name")]
    return found


def mark(statement: Statement) -> list[Part]:
    """Return what a statement does where a reader must not overlook it: `Denial: `."""
    words = KIND_WORDS.get(statement.kind)
    return [Part(words, "mark"), fixed(": ")] if words else []


def remark(words: str, source: Source, *, otherwise: str) -> Part:
    """Return a remark of the reader where its numbers and names follow, else a plain one of ours.

    Numbers of the calendar follow when the calendar, computed again, bears them out.
    """
    card = source.card
    bases = [passage.text for passage in source.cited.passages]
    bases += [card.title or "", card.publisher or "", card.author or ""]
    if isinstance(card.doc_date, When):
        bases += [card.doc_date.text, edtf_words(card.doc_date.edtf) if card.doc_date.edtf else ""]
    if calendar_holds(words):
        bases.append(" ".join(re.findall(r"\d+", words)))
    elif _CALENDAR_CLAIM.search(words):
        return Part(otherwise, "remark")
    if not words.strip() or strays(words, bases):
        return Part(otherwise, "remark")
    return Part(words, "remark")


def origin_words(source: Source) -> list[Part]:
    """Return whom a document is counted by: another origin by name, or that it credits none."""
    if source.is_own_origin and not source.card.publisher:
        return [fixed("not known")]
    if source.is_own_origin:
        return [fixed("no other credited")]
    return [Part(source.origin, "name")]


def known_sources(evidence: Evidence, names: Iterable[str]) -> list[Source]:
    """Return the documents behind those of the names that the evidence holds."""
    held = [name for name in names if name in evidence.citations or name in evidence.sources]
    return sources_of(evidence, held)


def sources_of(evidence: Evidence, names: Iterable[str]) -> list[Source]:
    """Return the distinct documents behind citations (`c…`) and documents (`d…`), in order.

    A decision (`j…`) and a record (`h…`) have none.
    """
    found: dict[str, Source] = {}
    for name in names:
        if name.startswith(("j", "h")):
            continue
        source = (
            evidence.source(name)
            if name.startswith("d")
            else evidence.source_of(evidence.citation(name))
        )
        found[source.id] = source
    return list(found.values())
