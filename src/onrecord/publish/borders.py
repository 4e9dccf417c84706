"""Where cited words may begin and end: never inside a word or number, never behind a bound.

"83" cut out of "183", or "83 people" cut out of "at most 83 people", stands letter for letter in a
report that does not say it.
"""

from __future__ import annotations

import re
import unicodedata

from onrecord.domain.statement import Counted

#: Words that bind the number behind them.
_CUE = re.compile(
    r"(?:\b(?:at (?:the )?(?:very )?(?:least|most)|(?:more|fewer|less|greater|higher|lower) than|"
    r"up to|as (?:many|few|much) as|no (?:more|fewer|less) than|about|nearly|over|under|almost|"
    r"around|some|roughly|approximately|an estimated|close to|in excess of|upwards? of|below|above)"
    r"|~)\s*$",
    re.IGNORECASE,
)
#: How far back a cue is looked for.
_REACH = 32


def cuts(text: str, start: int, end: int) -> bool:
    """Say whether a border of `text[start:end]` lies within a word or a number.

    Scripts without capitals are let pass: some of them part words by no space.

    Example:
        >>> cuts("killing 183 people", 9, 18), cuts("killing 183 people", 8, 18)
        (True, False)
    """
    return _within(text, start) or _within(text, end)


def bound_left_out(text: str, counted: Counted, *, start: int) -> str:
    """Return the words of a bound directly before a figure at `start` that the figure leaves out.

    Empty where there are none or the figure is bound by words itself.
    """
    if counted.quantity.approximator or counted.quantity.bound not in ("exact", "ordinal"):
        return ""
    found = _CUE.search(text[max(0, start - _REACH) : start])
    return found.group().strip() if found else ""


def _within(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if _joins(before) and _joins(after):
        return True
    return (before in ".," and after.isdecimal() and text[at - 2 : at - 1].isdecimal()) or (
        after in ".," and before.isdecimal() and text[at + 1 : at + 2].isdecimal()
    )


def _joins(letter: str) -> bool:
    return unicodedata.category(letter) in ("Lu", "Ll", "Lt", "Nd")
