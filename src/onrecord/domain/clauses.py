"""What stands around a statement's words: its clause and its sentence, exact."""

from __future__ import annotations

import re

from onrecord.domain.case import Case
from onrecord.domain.statement import Statement

#: A free relative is cut in two: "it has carried out what" + "what would be the first attack on …".
_OPEN_END = re.compile(r"\bwhat\s*$", re.IGNORECASE)
_NAMED_AS = re.compile(
    r"what (?:(?:would|may|might|could) (?:be|have been)|is|was|were|appears? to be|appeared to be"
    r"|amounts? to|amounted to|it calls|it called|he called|she called|they called|officials called)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’')]*\s+(?=[“\"‘'(]?[A-Z0-9])")
#: An abbreviation before the stop that seems to end a sentence.
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Adm|Gov|Sen|Rep|St|No|vs|approx)|\b[A-Z])\.$"
)


def clause_of(case: Case, statement: Statement) -> str:
    """Return the words of a statement, with the rest of a free relative it was cut off from.

    In "the army carried out what would be its first raid" the relative says what was carried out; "would
    be" puts a name to the deed and does not suppose it.
    """
    rest = free_relative(case, statement)
    if rest is None:
        return statement.content.exact
    return case.texts[statement.document][statement.content.start : rest.content.end]


def free_relative(case: Case, statement: Statement) -> Statement | None:
    """Return the statement that names what `statement` leaves at "what"; `None` where it ends in itself."""
    if not _OPEN_END.search(statement.content.exact):
        return None
    end = statement.content.end
    return next(
        (
            one
            for one in case.statements.values()
            if one.document == statement.document
            and end - len("what ") <= one.content.start <= end + 1
            and one.id != statement.id
            and _NAMED_AS.match(one.content.exact)
        ),
        None,
    )


def sentence_around(case: Case, statement: Statement) -> str:
    """Return the sentence of the passage that holds the first words of a statement."""
    passage = case.sentence_of(statement)
    found = passage.find(statement.content.exact)
    at, begin = max(found, 0), 0
    for stop in _SENTENCE_END.finditer(passage):
        if _ABBREVIATED.search(passage[begin : stop.start()]):
            continue
        if stop.end() > at:
            return passage[begin : stop.start()].strip()
        begin = stop.end()
    return passage[begin:].strip()
