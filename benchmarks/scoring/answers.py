"""Taking answers apart, and refusing what does not follow their format."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from benchmarks.scoring.matching import Span
from benchmarks.scoring.measures import BadAnswerError, Row


def items_of(answer: Row | None, key: str) -> Sequence[Row]:
    """Return the objects listed under a key; none when there is no answer.

    Raises:
        BadAnswerError: there is an answer without such a list.
    """
    if answer is None:
        return ()
    value = answer.get(key)
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise BadAnswerError(f"'{key}' must be a list of objects")
    return value


def objects_at(item: Row, key: str) -> Sequence[Row]:
    """Return the objects under a key of an item: a list, one object alone, or none.

    Raises:
        BadAnswerError: it is something else.
    """
    value = listed(item.get(key))
    if not all(isinstance(one, dict) for one in value):
        raise BadAnswerError(f"'{key}' must be a list of objects")
    return value


def listed(value: object) -> list[Any]:
    """Return a list as it is, nothing for None and "", anything else alone."""
    if isinstance(value, list):
        return value
    return [] if value is None or value == "" else [value]


def span_of(start: object, end: object, text: str | None) -> Span:
    """Return checked offsets.

    Raises:
        BadAnswerError: not two whole numbers in order, or beyond the text where that is known.
    """
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise BadAnswerError(f"bad offsets {start!r}, {end!r}")
    if text is not None and end > len(text):
        raise BadAnswerError(f"end {end} lies beyond the text ({len(text)} characters)")
    return start, end


def item_span(item: Row, text: str | None) -> Span:
    """Return the checked offsets of an item."""
    return span_of(item.get("start"), item.get("end"), text)


def quote_holds(item: Row, text: str | None) -> bool:
    """Return False when an item quotes words that do not stand at its offsets."""
    quoted = item.get("text")
    return quoted is None or text is None or text[item["start"] : item["end"]] == quoted


def placed(item: Row, text: str | None) -> bool:
    """Return whether the quote of an item holds; an item without offsets quotes nothing.

    Raises:
        BadAnswerError: there are offsets, and they are bad.
    """
    if "start" not in item:
        return True
    item_span(item, text)
    return quote_holds(item, text)


def number(value: object) -> float:
    """Return a number as a float.

    Raises:
        BadAnswerError: not a number, or not a number at all.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)) or math.isnan(value):
        raise BadAnswerError(f"{value!r} is not a number")
    return float(value)


def number_or_none(value: object) -> float | None:
    """Return a number as a float, or None; raises like `number`."""
    return None if value is None else number(value)


def string_or_none(item: Row, key: str) -> str | None:
    """Return the string under a key, or None.

    Raises:
        BadAnswerError: it is something else.
    """
    value = item.get(key)
    if value is not None and not isinstance(value, str):
        raise BadAnswerError(f"'{key}' must be a string")
    return value


def day(value: object) -> int | None:
    """Return the number of a day written YYYY-MM-DD, or None for none.

    Raises:
        BadAnswerError: it is something else.
    """
    if not value:
        return None
    try:
        return date.fromisoformat(value).toordinal()  # type: ignore[arg-type]  # checked by it
    except (TypeError, ValueError):
        raise BadAnswerError(f"bad date {value!r}") from None


def interval(value: object) -> tuple[float, float] | None:
    """Return {low, high} with an open end as infinity, or None for None.

    Raises:
        BadAnswerError: not an object, or an end that is no number.
    """
    if value is None:
        return None
    if not isinstance(value, dict):
        raise BadAnswerError("a count must be an object with low and high")
    low, high = number_or_none(value.get("low")), number_or_none(value.get("high"))
    return low or 0.0, math.inf if high is None else high


def point(item: Row) -> tuple[float, float] | None:
    """Return the latitude and longitude of an item, or None unless it has both.

    Raises:
        BadAnswerError: one is no number, or not on Earth.
    """
    north, east = number_or_none(item.get("lat")), number_or_none(item.get("lon"))
    for name, value, most in (("lat", north, 90), ("lon", east, 180)):
        if value is not None and abs(value) > most:
            raise BadAnswerError(f"{name} {value} out of range")
    return None if north is None or east is None else (north, east)
