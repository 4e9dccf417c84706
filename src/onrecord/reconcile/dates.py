"""The day a figure holds for, and the day its count begins.

A count holds for the day the words give ("as of Saturday", "said on Friday that it had counted"),
else for the day its report bears. The day of what is counted ("the blast of 12 April") is never the
day the count holds for.
"""

from __future__ import annotations

import re
from datetime import date

from onrecord.domain.edtf import format_days, is_edtf
from onrecord.domain.quantity import Quantity
from onrecord.domain.reading import Reading
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.reconcile.context import Context

_AS_OF = re.compile(
    r"\b(?:as of|until|till|through|up to|by|at the end of|as at)\s+(?:the\s+)?$", re.IGNORECASE
)
_WINDOW = re.compile(
    r"^(?:since|between|from|over|during|in the (?:past|last)|so far|this)\b", re.IGNORECASE
)
_SAYING = re.compile(
    r"\b(?:said|says|told|repeated|reported|announced|added|confirmed|stated|put)\b[^.]{0,30}?"
    r"(?:\bon\s+)?$",
    re.IGNORECASE,
)
#: "said late on Friday": so far from the verb a day still belongs to the saying.
_BESIDE_CUE = 24
_OPENS = re.compile(r"\s*(?:on|late on|early on|later on)?\s*", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
#: "which has doubled since Monday" compares, and counts from no Monday.
_COMPARED = re.compile(
    r"\b(?:doubl|tripl|quadrupl|increas)\w*\b[^.;]{0,20}\bsince\b", re.IGNORECASE
)
_STRETCH = re.compile(r"(?:between|from)\b.*\b(?:and|to|until)\b", re.IGNORECASE)
#: "over 2022 and 2023": the second year is not all of the time counted.
_YEARS_BEFORE = re.compile(r"\b[12][0-9]{3}\s*(?:and|or|to|[-–,])\s*$")
_YEAR = re.compile(r"(?:in|during|throughout)?\s*(?:all of\s)?[12][0-9]{3}$", re.IGNORECASE)


def as_of(reading: Reading, statement: Statement, *, context: Context) -> When | Unknown:
    """Return the day a figure holds for, never later than its report."""
    day = reading.document.doc_date
    known = isinstance(day, When) and day.latest is not None
    when = statement.when
    if isinstance(when, When) and when.latest is not None:
        past = not known or not isinstance(day, When) or _not_after(when.latest, day.latest)
        if past and _gives_the_day(when, statement, context=context):
            return _last_day(when)
    if isinstance(day, When):
        return day if known else Unknown(day.reason or "the report bears no day that ends")
    return day


def window_of(quantity: Quantity, statement: Statement, *, context: Context) -> tuple[str, str]:
    """Return first and last day of the count as EDTF; empty where the words give none.

    A count is closed only when its words give a stretch with both ends ("between May and July", "in
    2030"): "since May" runs on.
    """
    segment, window = context.segment, quantity.window
    if _COMPARED.search(context.sentence.of(context.reading.text)):
        return "", ""
    if window is not None and window.edtf and _WINDOW.match(window.text or "since"):
        return _first(window.edtf), _closed(window)
    when = statement.when
    if not isinstance(when, When) or not when.edtf or not when.text:
        return "", ""
    if _SINCE.search(segment):
        governs = _SINCE.match(when.text) or f"since {when.text}".lower() in segment.lower()
        return (_first(when.edtf), "") if governs else ("", "")
    before, found, _ = segment.partition(when.text)
    if not found or _YEARS_BEFORE.search(before):
        return "", ""
    stretch = _STRETCH.match(when.text) or _YEAR.match(when.text)
    return (_first(when.edtf), _closed(when)) if stretch else ("", "")


def order_day(when: When | Unknown) -> date | None:
    """Return the last day a time allows, by which observations are put in order."""
    return when.latest if isinstance(when, When) else None


def _first(edtf: str) -> str:
    start = edtf.partition("/")[0]
    return start if start not in ("", "..") and is_edtf(start) else ""


def _closed(when: When) -> str:
    """Return the last day of a stretch that the words close; empty for one that runs on."""
    if not (_STRETCH.match(when.text) or _YEAR.match(when.text)) or when.latest is None:
        return ""
    return when.latest.isoformat()


def _not_after(day: date, limit: date | None) -> bool:
    return limit is None or day <= limit


def _gives_the_day(when: When, statement: Statement, *, context: Context) -> bool:
    if not when.text:
        return False
    if _SINCE.match(when.text):
        return True
    if re.match(r"as of\b", when.text, re.IGNORECASE):
        return True
    sentence = context.sentence.of(context.reading.text)
    at = sentence.find(when.text)
    if at >= 0 and _AS_OF.search(sentence[:at]):
        return True
    # "said on Friday that it had counted 38": the day stands with the saying, before the figure.
    if at < 0:
        return False
    told = sentence.find(" that ", at) >= 0 and _SAYING.search(sentence[:at])
    if statement.cue is None or when.text in statement.content.exact:
        return bool(told)
    # "On Friday, the union gave a count, saying that 38 …": the day opens the sentence.
    opens = _OPENS.fullmatch(sentence[:at]) and statement.content.start > statement.cue.end
    return bool(told or opens) or _stands_by(
        statement.cue, context.reading.text, at=context.sentence.start + at
    )


def _stands_by(cue: Span, text: str, *, at: int) -> bool:
    """Say whether a time stands beside the words of saying, in the same clause.

    A comma ends the clause, except before a participle ("gave a toll on Friday, saying").
    """
    start, end = (cue.end, at) if at >= cue.end else (at, cue.start)
    joined = cue.exact.lower().endswith("ing") or "," not in text[start:end]
    return 0 <= end - start <= _BESIDE_CUE and joined


def _last_day(when: When) -> When:
    """Return the day a run of days ends on; a single day comes back as it is."""
    if when.latest is None or when.earliest == when.latest:
        return when
    return When(
        text=when.text,
        edtf=format_days(when.latest, when.latest),
        basis="computed",
        anchor=when.anchor,
        inputs=(f"the last day of {when.edtf}",),
        conflict=when.conflict,
    )
