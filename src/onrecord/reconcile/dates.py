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
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)


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


def window_start(quantity: Quantity, statement: Statement, *, segment: str) -> str:
    """Return the first day of the count as EDTF; empty where the words give none."""
    window = quantity.window
    if window is not None and window.edtf and _WINDOW.match(window.text or "since"):
        return _first(window.edtf)
    when = statement.when
    if not isinstance(when, When) or not when.edtf or not _SINCE.search(segment):
        return ""
    governs = _SINCE.match(when.text) or f"since {when.text}".lower() in segment.lower()
    return _first(when.edtf) if governs else ""


def order_day(when: When | Unknown) -> date | None:
    """Return the last day a time allows, by which observations are put in order."""
    return when.latest if isinstance(when, When) else None


def _first(edtf: str) -> str:
    start = edtf.partition("/")[0]
    return start if start not in ("", "..") and is_edtf(start) else ""


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
    told = at >= 0 and sentence.find(" that ", at) >= 0 and _SAYING.search(sentence[:at])
    outside = bool(statement.voices) and at >= 0 and when.text not in statement.content.exact
    return bool(told) or outside


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
