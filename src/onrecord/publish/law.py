"""Law 7: numbers, dates and names in our own words must follow from the support.

Nearly all a form writes is fixed words, quoted words or the result of a named rule. What is left are
remarks of the reader ("14 April was a Monday"): they pass only when every number and every capitalised
name in them stands in the support or is a name of the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.domain.numerals import numerals_in
from onrecord.domain.quantity import Number, Quantity, bounds_of
from onrecord.domain.statement import Counted
from onrecord.publish.wording import MONTHS, WEEKDAYS, WORDED_BOUNDS

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"[^\W\d_](?:[^\W_]|['’\-.](?=\w))*")
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))


def strays(remark: str, support: Iterable[str]) -> tuple[str, ...]:
    """Return the numbers and capitalised names of `remark` that the support does not contain.

    The first word may be capitalised as any sentence begins.

    Example:
        >>> strays("It was a Monday, not 12 March", ["on Tuesday, 12 March"])
        ()
        >>> strays("It was in Oslo, 14 died", ["12 died in Bergen"])
        ('14', 'Oslo')
    """
    words = "\n".join(support)
    numbers = {digits.lstrip("0") or "0" for digits in _NUMBER.findall(words)}
    names = set(_NAME.findall(words)) | _CALENDAR
    lost = [found for found in _NUMBER.findall(remark) if (found.lstrip("0") or "0") not in numbers]
    begin = len(remark) - len(remark.lstrip("“\"'(«"))
    lost += [
        match.group()
        for match in _NAME.finditer(remark)
        if match.start() > begin and match.group()[0].isupper() and match.group() not in names
    ]
    return tuple(lost)


def figure_follows(counted: Counted, passage: str) -> bool:
    """Say whether our wording of a figure follows from the words that state it.

    The number must be among the numbers those words hold, its ends must be what its bound gives, and
    a bound such as "at least" must have words of its own in `passage`.
    """
    quantity = counted.quantity
    if quantity.bound in WORDED_BOUNDS and quantity.value is not None and not quantity.approximator:
        return False
    if quantity.approximator and quantity.approximator.casefold() not in passage.casefold():
        return False
    if quantity.value is None:
        return bool(quantity.approximator)
    stated = numbers_in(counted.span.exact)
    needed = (quantity.low, quantity.high) if quantity.bound == "between" else (quantity.value,)
    return all(number in stated for number in needed) and _ends_follow(quantity)


def numbers_in(text: str) -> frozenset[Number]:
    """Return the numbers that `text` states, in digits or words."""
    return frozenset(found.value for found in numerals_in(text) if found.value is not None)


def _ends_follow(quantity: Quantity) -> bool:
    if quantity.value is None or quantity.bound == "between":
        return quantity.low is not None and quantity.high is not None
    return (quantity.low, quantity.high) == bounds_of(
        quantity.bound, quantity.value, unit=quantity.unit
    )
