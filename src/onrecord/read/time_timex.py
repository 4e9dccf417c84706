"""TIMEX3: the times of a text as annotators write them, each with extent, type and value.

Our times join what annotators keep apart ("from May to July" is one interval, "two days after May 3"
one date); here they are taken apart again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.domain.span import Extent
from onrecord.read.time_values import FoundTime
from onrecord.read.time_words import NUMBER, UNIT, amount, iso_duration, unit_of

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

#: A value that measures: `P3D`, `PT12H`, `PXW`; `PAST_REF` and its like do not.
_MEASURE = re.compile(r"P[\dXT]")


@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3 expression.

    Attributes:
        extent: Where the words stand, in offsets of the document text.
        type: What TimeML calls its type.
        value: Its normalised value; never empty.
    """

    extent: Extent
    type: TimexType
    value: str


def timexes(text: str, extent: Extent, times: Iterable[FoundTime]) -> tuple[Timex, ...]:
    """Return the TIMEX3 expressions of a sentence, in order; what has no value is left out.

    "May 3-5" has the value of its first day: TIMEX3 has none for a run of days.

    Args:
        text: The document text.
        extent: The sentence, for ages; an age measures a life and is no time of the story.
        times: The times found in it.
    """
    found = [
        Timex(one.extent, _type_of(one), one.timex.partition("/")[0])
        for time in times
        for one in _apart(time)
        if one.timex
    ]
    ages = [
        one for one in _ages(text, extent) if not any(one.extent.overlaps(t.extent) for t in found)
    ]
    return tuple(sorted((*found, *ages), key=lambda one: one.extent.start))


_AGE = re.compile(
    rf"(?<![\w$€£-])(?:(?P<number>{NUMBER})[ -](?P<unit>{UNIT})[ -](?i:olds?)|"
    rf"(?P<alone>{UNIT})-old)(?!\w)"
)


def _ages(text: str, extent: Extent) -> Iterator[Timex]:
    for match in _AGE.finditer(text, extent.start, min(extent.end, len(text))):
        unit = match["unit"] or match["alone"]
        count = None if unit.lower().endswith("s") else 1.0
        if match["number"]:
            count = amount(match["number"])
        value = iso_duration(count, unit_of(unit))
        yield Timex(Extent(match.start(), match.end()), "DURATION", value)


def _apart(time: FoundTime) -> Iterator[FoundTime]:
    if not time.parts:
        yield time
    for part in time.parts:
        yield from _apart(part)


def _type_of(time: FoundTime) -> TimexType:
    if time.kind == "set":
        return "SET"
    if _MEASURE.match(time.timex):
        return "DURATION"
    return "TIME" if time.kind == "time" else "DATE"
