"""What a comparison of two reports claims, beyond their words, and whether the evidence bears it out.

Each function returns why a claim does not hold, or nothing when it does. Compiling asks before it
drafts a sentence and every form asks again when it writes one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher

from onrecord.domain.document import Document
from onrecord.domain.quantity import compatible
from onrecord.domain.span import Span
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

_WORD = re.compile(r"[^\W_]+")
_LITTLE = frozenset({"the", "a", "an", "of", "for", "and", "s"})
_NAMED = 4
#: How much of the shorter quotation the other must share to be another wording of it.
_SAME_UTTERANCE = 0.5


def stands_whole(words: str, text: str) -> bool:
    """Say whether `words` stand in `text` as whole words.

    Example:
        >>> stands_whole("Oman", "a Roman road"), stands_whole("Oman", "in Oman, he said")
        (False, True)
    """
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def field_follows(
    name: str, value: str, *, statement: Statement, near: Callable[[Span], str]
) -> bool:
    """Say whether a statement gives the actor, the area or the group of a count.

    An actor must be the statement's own, an area its place or a name in the passage it stands in, a
    group a word of that passage; `near` returns the passage of a span.
    """
    if not value:
        return False
    if name == "actor":
        return value == statement.actor
    named = name == "area" and statement.where is not None and value == statement.where.name
    return named or stands_whole(value, near(statement.content))


def no_step(earlier: Counted, later: Counted, *, days: tuple[object, object]) -> str:
    """Return why `later` is no later figure of the same count; `days` are their dates."""
    if earlier.quantity.unit != later.quantity.unit:
        return "the two figures do not count the same"
    first, last = days
    if not isinstance(first, When) or not isinstance(last, When):
        return "a figure without a day is no step of a count"
    if first.latest is None or last.latest is None:
        return "a figure without a day is no step of a count"
    return "the later figure is of an earlier day" if last.latest < first.latest else ""


def no_alteration(earlier: Statement, later: Statement) -> str:
    """Return why the two are not one utterance quoted in different words."""
    if earlier.mode != "direct" or later.mode != "direct":
        return "one of the two is no direct quotation"
    if not _one_speaker(earlier, later):
        return "the two quotations are not of one speaker"
    a, b = _words(earlier.content.exact), _words(later.content.exact)
    if a == b:
        return "the two quotations do not differ in words"
    blocks = SequenceMatcher(a=a, b=b, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    if shared < _SAME_UTTERANCE * min(len(a), len(b)):
        return "the two quotations are not of one utterance"
    return ""


def no_disagreement(earlier: Statement, later: Statement) -> str:
    """Return why the two do not disagree: by figure, by denial or by wording."""
    if earlier.document == later.document and _voice(earlier) == _voice(later):
        return "one voice in one report does not disagree with itself"
    if not no_alteration(earlier, later) or _figures_differ(earlier, later):
        return ""
    if later.kind == "say.deny" and _names(_voice(later) or later.actor) & _names(earlier.actor):
        return ""
    return "the two do not disagree: no figures, no denial and no wording that differ"


def no_edit(was: Document | None, now: Document | None) -> str:
    """Return why words of `was` were not edited into words of `now`; either may be missing."""
    if now is None:
        return "no document of the brief replaces it"
    if now.version_of is None:
        return "the document replaces no other version"
    if was is not None and now.version_of != was.id:
        return "the two documents are not versions of one another"
    return ""


def no_gap_in_date(card: Document) -> str:
    """Return why a document cannot be called undated."""
    day = card.doc_date
    dated = not isinstance(day, Unknown) and day.edtf is not None
    return "the document bears a date" if dated else ""


def _figures_differ(earlier: Statement, later: Statement) -> bool:
    return any(
        a.quantity.unit == b.quantity.unit and not compatible(a.quantity, b.quantity)
        for a in earlier.quantities
        for b in later.quantities
    )


def _one_speaker(a: Statement, b: Statement) -> bool:
    return any(
        one == other or stands_whole(one, other) or stands_whole(other, one)
        for one in _labels(a)
        for other in _labels(b)
    )


def _labels(statement: Statement) -> set[str]:
    """Return what the last source is called, without articles; pronouns name nobody."""
    if not statement.voices:
        return set()
    voice = statement.voices[-1]
    plain = {" ".join(_words(words)) for words in (voice.name, voice.text)}
    return {words for words in plain if len(words) >= _NAMED and words not in _PRONOUNS}


_PRONOUNS = frozenset({"they", "them", "their", "which", "that", "these", "those", "this"})


def _voice(statement: Statement) -> str:
    return statement.voices[-1].label if statement.voices else ""


def _names(label: str) -> set[str]:
    """Return the beginnings of the words of a name, so that Iran meets Iranian."""
    return {word[:_NAMED] for word in _words(label) if len(word) >= _NAMED} - {"said", "mini"}


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _LITTLE]
