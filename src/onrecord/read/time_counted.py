"""Rules for times at a counted distance: "two days ago", "the past 24 hours", "the next day"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from onrecord.read.time_dates import Rule
from onrecord.read.time_values import (
    NOTHING_EARLIER,
    OUT_OF_RANGE,
    VAGUE,
    Reading,
    Setting,
    one_day,
    shift,
    stretch_of,
    timex_of,
)
from onrecord.read.time_words import (
    HOURS,
    NUMBER,
    UNIT,
    amount,
    iso_duration,
    unit_of,
)


def _ago(match: re.Match[str], setting: Setting) -> Reading:
    """Read "two days ago" and "three months from now", at the grain of the unit named."""
    count, unit = amount(match["number"]), unit_of(match["unit"])
    ahead = match["where"].lower() not in ("ago", "back")
    if count is None:
        return Reading(reason=VAGUE, timex="FUTURE_REF" if ahead else "PAST_REF")
    if setting.today is None:
        return Reading(reason=setting.why, timex=iso_duration(count, unit))
    moved = shift(setting.today, count if ahead else -count, unit)
    if moved is None:
        return Reading(reason=OUT_OF_RANGE, timex="FUTURE_REF" if ahead else "PAST_REF")
    if unit in HOURS:
        days = (setting.today, moved) if ahead else (moved, setting.today)
        return Reading(days=days, basis="relative", anchor=setting.today)
    grain = _grain(count, unit)
    inputs = (match[0], f"document date {setting.today.isoformat()}")
    return Reading(
        days=stretch_of(moved, grain),
        basis="computed" if ahead else "relative",
        anchor=setting.today,
        inputs=inputs if ahead else (),
        timex=timex_of(moved, grain),
    )


def _grain(count: float, unit: str) -> str:
    """Return how finely a count of units fixes a date: "ten years" a year, "two days" a day."""
    if unit == "decade":
        return "year"
    if unit == "year" and not count.is_integer():
        return "month"
    return "week" if unit == "fortnight" else unit


def _numbered_window(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "in the past 24 hours" and "over the next three months"."""
    unit = unit_of(match["unit"])
    count = amount(match["number"]) if match["number"] else None
    if not match["number"]:
        if unit == "day" and match["which"].lower() in ("next", "following", "previous"):
            return None
        if match["which"].lower() in ("following", "previous"):
            return neighbouring(match, setting)
        count = None if match["unit"].lower().endswith("s") else 1.0
    ahead = match["which"].lower() in ("next", "coming", "following")
    if count is None:
        timex = iso_duration(None, unit)
        return Reading(reason=VAGUE, timex=timex)
    return window(setting, count if ahead else -count, unit)


def neighbouring(match: re.Match[str], setting: Setting) -> Reading:
    """Read "the following week" and "the previous year" from the day the story has reached."""
    unit, step = unit_of(match["unit"]), 1 if match["which"].lower() == "following" else -1
    if setting.narrative is None or unit in HOURS:
        guess = shift(setting.today, step, unit) if setting.today else None
        return Reading(reason=NOTHING_EARLIER, timex=timex_of(guess, unit) if guess else "")
    moved = shift(setting.narrative, step, unit)
    if moved is None:
        return Reading(reason=OUT_OF_RANGE)
    return Reading(
        days=stretch_of(moved, unit),
        basis="computed",
        anchor=setting.narrative,
        inputs=(match[0], f"narrative date {setting.narrative.isoformat()}"),
        timex=timex_of(moved, unit),
    )


def window(setting: Setting, count: float, unit: str) -> Reading:
    """Read a stretch that ends or begins at the document date."""
    timex = iso_duration(abs(count), unit)
    if setting.today is None:
        return Reading(reason=setting.why, timex=timex)
    moved = shift(setting.today, count, unit)
    if moved is None:
        return Reading(reason=OUT_OF_RANGE, timex=timex)
    days = (min(moved, setting.today), max(moved, setting.today))
    return Reading(days=days, basis="relative", anchor=setting.today, timex=timex)


def _next_day(match: re.Match[str], setting: Setting) -> Reading:
    """Read "the next day" and "the day before" from the day the story has reached."""
    words = match[0].lower()
    step = -1 if "before" in words or "previous" in words or "earlier" in words else 1
    if re.search(r"same|that", words):
        step = 0
    if setting.narrative is None:
        return Reading(reason=NOTHING_EARLIER, timex="PRESENT_REF" if not step else "")
    return Reading(
        days=one_day(setting.narrative + timedelta(days=step)),
        basis="computed" if step else "relative",
        anchor=setting.narrative,
        inputs=(match[0], f"narrative date {setting.narrative.isoformat()}") if step else (),
    )


def _vague(timex: str, reason: str = VAGUE) -> Callable[[re.Match[str], Setting], Reading]:
    return lambda _match, _setting: Reading(reason=reason, timex=timex)


_ROUGHLY = (
    r"(?i:almost|nearly|about|around|some|roughly|more than|less than|at least|over|just|only|"
    r"just over|just under|little more than)"
)

RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"(?<!\w)(?:{_ROUGHLY} )?(?P<number>{NUMBER})[ -](?P<unit>{UNIT}) "
            r"(?P<where>(?i:ago|back(?= [,.])|from now|from today|hence))\b"
        ),
        _ago,
    ),
    (
        re.compile(
            rf"\b(?:(?i:the|these) )?(?P<which>(?i:past|last|previous|next|coming|following)) "
            rf"(?:(?P<number>{NUMBER})[ -])?(?P<unit>{UNIT})(?!\w)(?! of\b)"
        ),
        _numbered_window,
    ),
    (
        re.compile(
            r"\b(?i:(?:the )?(?:next|following|previous|same) day|the day (?:before|after"
            r"|earlier)|a day (?:earlier|later)"
            r"|that (?:same )?day|that (?:morning|afternoon|evening|night))(?!\w)"
        ),
        _next_day,
    ),
    (
        re.compile(
            r"\b(?i:(?:hours|days|weeks|months|years|decades) (?:ago|earlier)|"
            r"(?:more )?recently|lately|"
            r"in recent (?:hours|days|weeks|months|years|decades)|at (?:the|that) time"
            r"|in the past(?! (?:\w+ )?(?:hour|day|week|month|year|decade|century)))(?!\w)"
        ),
        _vague("PAST_REF"),
    ),
    (
        re.compile(
            r"\b(?i:currently|at (?:present|the moment|this time)|nowadays|these days)(?!\w)"
        ),
        _vague("PRESENT_REF"),
    ),
    (
        re.compile(
            r"\b(?i:(?<!as )(?:very )?soon(?![ -](?:as|to|after)\b)|in the (?:near "
            r"|foreseeable |distant )?future|shortly(?! (?:before|after))"
            r"|in (?:the )?coming (?:hours|days|weeks|months|years))(?!\w)"
        ),
        _vague("FUTURE_REF"),
    ),
)
