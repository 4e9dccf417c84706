"""Quantities in a sentence: the number, what binds it, what it counts (docs/decisions/0005)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.domain.numerals import Numeral, numerals_in
from onrecord.domain.quantity import Bound, Number, Quantity, bounds_of, is_divisible
from onrecord.domain.span import Extent
from onrecord.domain.when import When
from onrecord.ports.linguist import Parse
from onrecord.read.quantity_counted import Counted, counted_at
from onrecord.read.quantity_cues import (
    Cue,
    Link,
    change_before,
    cue_after,
    cue_before,
    range_link,
)
from onrecord.read.quantity_fates import fate_of, joined_fates
from onrecord.read.quantity_found import FoundQuantity
from onrecord.read.quantity_glued import with_glued
from onrecord.read.quantity_implied import implied_counts
from onrecord.read.quantity_kept import is_in_name, magnitude_low, numerals_that_count
from onrecord.read.quantity_members import with_members
from onrecord.read.quantity_ratios import with_ratios
from onrecord.read.quantity_standing import as_held
from onrecord.read.quantity_words import Words, words_of
from onrecord.read.time_values import FoundTime
from onrecord.read.units import TIME_UNITS

__all__ = ["FoundQuantity", "find_quantities"]


def find_quantities(
    parse: Parse,
    text: str,
    *,
    times: Sequence[FoundTime],
    ages: bool = False,
    implied: bool = False,
) -> tuple[FoundQuantity, ...]:
    """Find the quantities that one sentence states.

    Numbers inside a date or a time of day are none, nor are ages, designators and "one" that counts
    nothing. A parse without a tree is read by its words alone, with fewer units.

    Args:
        parse: The sentence.
        text: The whole document text.
        times: The times of the sentence; a since- or in-the-past time becomes the window.
        ages: Whether numbers that say what a thing is like are wanted: the years of "a 65-year-old"
            and "a 300-year-old fort", the one of "it is one of the oldest forts".
        implied: Whether people harmed are counted where no numeral does: "nobody was hurt" is none,
            "a woman died" one.

    Returns:
        Quantities in order of the text.
    """
    words = words_of(parse, text)
    sentence = text[words.start : words.end]
    read = with_glued(sentence, numerals_in(sentence))
    unnamed = [one for one in read if not is_in_name(words, one, parse.entities)]
    counting = numerals_that_count(words, unnamed, times=times, ages=ages)
    numerals = with_ratios(words, counting)
    found: list[FoundQuantity] = []
    previous_end = words.start
    at = 0
    while at < len(numerals):
        numeral = numerals[at]
        following = numerals[at + 1] if at + 1 < len(numerals) else None
        link = _link(words, numeral, following, low=previous_end) if following else None
        last = following if link is not None and following is not None else numeral
        one = _quantity(words, numeral, last, link=link, low=previous_end, times=times)
        if one.quantity.unit or not _needs_noun(numeral, words):
            found.append(one)
        previous_end = max(previous_end, one.number.end)
        at += 1 if last is numeral else 2
    counted = with_members(_shared_units(found, words), words)
    stated = [_in_parts(as_held(one, words)) for one in _conversions(counted, words)]
    if not implied:
        return tuple(stated)
    taken = {at for one in stated for at in words.covering(one.extent.start, one.extent.end)}
    more = [
        as_held(one, words)
        for one in implied_counts(parse, text)
        if taken.isdisjoint(words.covering(one.extent.start, one.extent.end))
    ]
    return tuple(sorted([*stated, *more], key=lambda one: one.extent))


_ONE = 1


def _in_parts(one: FoundQuantity) -> FoundQuantity:
    """Return a quantity whose ends suit its unit: "more than 40 percent" may be 40.5."""
    q = one.quantity
    if q.value is None or q.bound not in ("more_than", "less_than") or not is_divisible(q.unit):
        return one
    low, high = bounds_of(q.bound, q.value, unit=q.unit)
    return replace(one, quantity=replace(q, low=low, high=high))


def _needs_noun(numeral: Numeral, words: Words) -> bool:
    """Say whether a number without a unit is no quantity: "one", "once", a lone "million"."""
    if numeral.kind in ("words", "pronoun") and numeral.value == _ONE:
        return True
    written = words.text[words.start + numeral.start : words.start + numeral.end].lower()
    return written in ("hundred", "thousand", "million", "billion", "trillion", "dozen")


#: The unit of the first number of a range: "5% to 6%", "150mm-240mm".
_UNIT_BETWEEN = re.compile(
    r" ?(?:%|percent|per cent|[a-z]{1,2}(?= to ))(?= ?(?:to|and|-|–) )|[a-z]{1,3}(?=[-–]\d)"
)


def _link(words: Words, first: Numeral, last: Numeral, *, low: int) -> Link | None:
    if first.value is None or last.value is None or "ordinal" in (first.kind, last.kind):
        return None
    if "pronoun" in (first.kind, last.kind):
        return None
    gap_start = words.start + first.end
    unit_between = _UNIT_BETWEEN.match(words.text, gap_start, words.end)
    return range_link(
        words.text,
        words.start + first.start,
        unit_between.end() if unit_between else gap_start,
        last=words.start + last.start,
        low=low,
        step=last.value - _scaled(first.value, first, last, words),
    )


def _scaled(value: Number, first: Numeral, last: Numeral, words: Words) -> Number:
    """Carry a multiplier back over a range: "10 to 15 million" starts at ten million."""
    written = words.text[words.start + last.start : words.start + last.end]
    scale = re.search(r"(?i:dozen|hundred|thousand|million|billion|trillion|bn|m|k)$", written)
    bare = words.text[words.start + first.start : words.start + first.end]
    if scale is None or last.value is None or not re.fullmatch(r"[\d.,]+|[A-Za-z]+", bare):
        return value
    factor = {
        "dozen": 12, "hundred": 100, "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6,
        "billion": 10**9, "bn": 10**9, "trillion": 10**12,
    }[scale[0].lower()]  # fmt: skip
    return value * factor if value * factor <= last.value else value


def _quantity(
    words: Words,
    first: Numeral,
    last: Numeral,
    *,
    link: Link | None,
    low: int,
    times: Sequence[FoundTime],
) -> FoundQuantity:
    start, end = words.start + first.start, words.start + last.end
    begin = link.start if link else start
    sign = counted_at(words, first, offset=words.start, after=words.start + first.end)
    begin = min(begin, sign.start)
    vague = _VAGUE.search(words.text, max(low, begin - _VAGUE_LENGTH), begin)
    if first.value is None and vague is not None:
        begin = vague.start()
    right = cue_after(words.text, end, high=words.end)
    counted = counted_at(words, last, offset=words.start, after=right.end if right else end)
    if sign.kind == "money" and counted.kind != "money":
        counted = Counted(sign.start, right.end if right else end, sign.unit, "", -1, "money")
    late = None if right else cue_after(words.text, counted.end, high=words.end)
    ranked = last.kind == "ordinal"  # "up to the first bridge" says nothing of how many
    left = None if ranked else cue_before(words.text, begin, low=low)
    cue = left or right or late
    fate = ""
    if counted.kind in ("noun", "bare") and last.kind not in ("ordinal", "multiplier", "fraction"):
        fate = fate_of(words, head=counted.head, start=begin, end=counted.end)
        fate = (fate and joined_fates(words, begin, (end, counted.end))) or fate
    numbers = _numbers(words, first, last, link)
    minus = _minus(words, begin, low=low, kind=counted.kind) if link is None else None
    if minus is not None and numbers[0] is not None:
        begin, numbers = minus, (-numbers[0], None)
    quantity = _bound(words, first, numbers, cue=cue, link=link)
    unit = f"people_{fate}" if fate else _unit(counted, last)
    extent = Extent(
        min(begin, counted.start if last is first else begin, left.start if left else begin),
        max(end, counted.end, right.end if right else 0, late.end if late else 0),
    )
    window = _window(words, extent, times) if counted.unit not in TIME_UNITS else None
    return FoundQuantity(
        extent=extent,
        number=Extent(start, end),
        quantity=Quantity(
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            unit=unit,
            bound=quantity.bound,
            approximator=quantity.approximator,
            counted=counted.words,
            window=window,
        ),
        change=change_before(words.text, left.start if left else begin, low=low, unit=unit),
    )


_VAGUE = re.compile(r"\b(?:several|(?:a )?few|many|(?:a )?couple(?: of)?)\s$", re.IGNORECASE)
_VAGUE_LENGTH = 16
_MINUS_WORD = re.compile(r"\bminus[ -]$", re.IGNORECASE)
_MINUS_SIGN = re.compile(r"(?<=[\s(])[-−]$")


def _minus(words: Words, begin: int, *, low: int, kind: str) -> int | None:
    """Return where the sign of a negative measure starts; "-5 people" in a list are five people.

    A sign that opens the sentence is the dash of a list too.
    """
    if kind not in ("measure", "percent", "money"):
        return None
    before = words.text[max(low, begin - 8) : begin]
    match = _MINUS_WORD.search(before) or _MINUS_SIGN.search(before)
    return begin - len(before) + match.start() if match else None


def _unit(counted: Counted, numeral: Numeral) -> str:
    if numeral.kind == "multiplier" and counted.kind != "noun":
        return "times"
    return counted.unit


def _numbers(
    words: Words, first: Numeral, last: Numeral, link: Link | None
) -> tuple[Number | None, Number | None]:
    if link is None or first.value is None:
        return first.value, None
    return _scaled(first.value, first, last, words), last.value


def _bound(
    words: Words,
    numeral: Numeral,
    numbers: tuple[Number | None, Number | None],
    *,
    cue: Cue | None,
    link: Link | None,
) -> Quantity:
    """Return value, ends, bound and approximator; the unit is filled in by the caller."""
    value, other = numbers
    said = words.text[cue.start : cue.end] if cue else ""
    if value is None:
        written = words.text[words.start + numeral.start : words.start + numeral.end]
        high = None
        return Quantity(None, magnitude_low(written), high, "", "at_least", written)
    if link is not None and other is not None:
        low, high = bounds_of("between", value, other)
        return Quantity(value, low, high, "", "between", said or link.words)
    bound: Bound = cue.bound if cue else "ordinal" if numeral.kind == "ordinal" else "exact"
    low, high = bounds_of(bound, value)
    return Quantity(value, low, high, "", bound, said)


_WINDOW = re.compile(
    r"(?:ever )?(?:since|from|between)\b|(?:the |these )?(?:past|last)\s\w+\s\w+|"
    r"(?:the )?past (?:week|month|year)|so far",
    re.IGNORECASE,
)


def _window(words: Words, extent: Extent, times: Sequence[FoundTime]) -> When | None:
    """Return the stretch of time the count covers: behind it in its clause, or leading the sentence."""
    for time in times:
        if _WINDOW.match(time.when.text) is None or extent.overlaps(time.extent):
            continue
        if time.extent.start >= extent.end:
            if not re.search(
                r"[;:]|, (?:and|but|while)\b", words.text[extent.end : time.extent.start]
            ):
                return time.when
        elif not words.text[words.start : time.extent.start].strip(' ,"“').count(" ") > 1:
            return time.when
    return None


#: "12 and 15 boats", "two of the three boats", "21 of Velmar's 31 provinces", "nine out of 10 houses".
_JOINED = re.compile(
    r"\s(?:and|or)\s|\s(?:out )?of\s(?:all\s)?(?:(?:the|its|their|his|her|our|these|those)\s|"
    r"(?:the\s)?(?:[\w.-]+\s){0,3}[\w.-]+(?:['’]s|s['’])\s)?"
)


def _shared_units(found: Sequence[FoundQuantity], words: Words) -> list[FoundQuantity]:
    """Give a bare number the unit of the number behind it that it is joined with, or is part of."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        one, following = shared[at], shared[at + 1]
        gap = words.text[one.extent.end : following.extent.start]
        listed = gap == ", " and following.quantity.bound == "between"  # "5, 6 or 7 boats"
        if one.quantity.unit or not (listed or _JOINED.fullmatch(gap)):
            continue
        if one.quantity.bound == "ordinal" or not following.quantity.counted:
            continue
        shared[at] = replace(
            one,
            quantity=replace(
                one.quantity, unit=following.quantity.unit, counted=following.quantity.counted
            ),
        )
    return shared


def _conversions(found: Sequence[FoundQuantity], words: Words) -> list[FoundQuantity]:
    """Bind what restates the number before it: "over 60 miles (100 km)", "up 2 points, or 1%"."""
    bound = list(found)
    for at in range(1, len(bound)):
        one, restated = bound[at - 1], bound[at]
        gap = words.text[one.extent.end : restated.extent.start]
        q = restated.quantity
        if q.value is None or q.bound != "exact" or q.unit == one.quantity.unit:
            continue
        if gap.strip() in ("(", "/") and one.quantity.bound in _CARRIED:
            low, high = bounds_of(one.quantity.bound, q.value)
            bound[at] = replace(
                restated,
                quantity=replace(q, low=low, high=high, bound=one.quantity.bound),
                change=one.change,
            )
        elif gap in (" or ", ", or ", " (") and one.change:
            bound[at] = replace(restated, change=one.change)
    return bound


_CARRIED = frozenset({"at_least", "more_than", "at_most", "less_than", "approx"})
