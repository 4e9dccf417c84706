"""Rules for times at a counted distance: "two days ago", "the past 24 hours", "the next day"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.read.time_dates import Rule, daypart_suffix
from onrecord.read.time_values import (
    NOTHING_EARLIER,
    OUT_OF_RANGE,
    VAGUE,
    FoundTime,
    Reading,
    Setting,
    TimeKind,
    found,
    one_day,
    shift,
    single_day,
    stretch_of,
    timex_of,
)
from onrecord.read.time_words import (
    HOURS,
    NUMBER,
    UNIT,
    UNITS,
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
    if match[0].startswith("last") and _VERB_LEAD.search(setting.before(match.start())):
        return None  # "to last two weeks": a verb
    unit = unit_of(match["unit"])
    count = amount(match["number"]) if match["number"] else None
    if not match["number"]:
        if unit == "day" and match["which"].lower() in ("next", "following", "previous"):
            return None
        if match["which"].lower() in ("following", "previous"):
            return neighbouring(match, setting)
        count = None if match["unit"].lower().endswith("s") else 1.0
    if unit == "weekend" and not match["number"]:
        return None
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
    part = words.rpartition(" ")[2]
    kind: TimeKind = "time" if daypart_suffix(part) else "date"
    # "the day before the vote" counts from the vote, whose day is not known here
    of_event = re.search(r"before$|after$", words) and _NOUN_PHRASE.match(
        setting.after(match.end())
    )
    if setting.narrative is None or of_event:
        guess = shift(setting.today, step, "day") if setting.today else None
        timex = f"{guess.isoformat()}{daypart_suffix(part)}" if guess else ""
        return Reading(reason=NOTHING_EARLIER, kind=kind, timex=timex)
    day = setting.narrative + timedelta(days=step)
    return Reading(
        days=one_day(day),
        basis="computed" if step else "relative",
        anchor=setting.narrative,
        inputs=(match[0], f"narrative date {setting.narrative.isoformat()}") if step else (),
        kind=kind,
        timex=f"{day.isoformat()}{daypart_suffix(part)}",
    )


def _daypart(match: re.Match[str], setting: Setting) -> Reading:
    """Read "in the morning" on the day the story has reached."""
    suffix = daypart_suffix(match["part"])
    if setting.narrative is None:
        assumed = setting.today.isoformat() if setting.today else ""
        return Reading(
            reason=NOTHING_EARLIER, kind="time", timex=f"{assumed}{suffix}" if assumed else ""
        )
    return Reading(
        days=one_day(setting.narrative),
        basis="relative",
        anchor=setting.narrative,
        kind="time",
        timex=f"{setting.narrative.isoformat()}{suffix}",
    )


def _same_stretch(match: re.Match[str], setting: Setting) -> Reading:
    """Read "that month" and "the same year" as those of the day the story has reached."""
    unit = match["unit"].lower()
    if setting.narrative is None:
        return Reading(reason=NOTHING_EARLIER)
    return Reading(
        days=stretch_of(setting.narrative, unit),
        basis="relative",
        anchor=setting.narrative,
        timex=timex_of(setting.narrative, unit),
    )


def _year_ago(match: re.Match[str], setting: Setting) -> Reading:
    """Read "year-ago" and "month-earlier" as annotators do; the words fix no days."""
    guess = shift(setting.today, -1, unit_of(match["unit"])) if setting.today else None
    timex = timex_of(guess, unit_of(match["unit"])) if guess else ""
    return Reading(reason=NOTHING_EARLIER, timex=timex)


def follow(setting: Setting, times: Sequence[FoundTime]) -> tuple[FoundTime, ...]:
    """Read "the next day" and its like again where the sentence names a day before them.

    Example: in "It sank on March 4 and was raised the next day" the story has reached 4 March.
    """
    done: list[FoundTime] = []
    reached: date | None = None
    for time in times:
        again = _again(time, replace(setting, narrative=reached)) if reached else None
        done.append(again or time)
        reached = single_day(done[-1]) or reached
    return tuple(done)


def _again(time: FoundTime, setting: Setting) -> FoundTime | None:
    start, end = time.extent.start, time.extent.end
    for pattern, read in _FOLLOWING:
        match = pattern.match(setting.text, start, setting.end)
        reading = read(match, setting) if match is not None and match.end() == end else None
        if reading is not None and reading.days is not None:
            return found(setting, start, end, reading)
    return None


def _vague(timex: str, reason: str = VAGUE) -> Callable[[re.Match[str], Setting], Reading]:
    return lambda _match, _setting: Reading(reason=reason, timex=timex)


_VERB_LEAD = re.compile(
    r"\b(?:to|will|would|can|could|may|might|must|should|not|n['’]t)(?: \w+ly)? $", re.IGNORECASE
)
#: After "the past" or "the future" where these are nouns: no further noun follows.
_NOUN_ENDS = (
    r"(?=\W*$|[,.;:!?\"”’')–—-]| (?:and|but|or|as|that|when|if|while|because|for|with|by|to|on|at|in|"
    r"is|are|was|were|has|have|had|will|would|could|the|he|she|it|they|we|i|some|many|who|which)\b)"
)
_ROUGHLY = (
    r"(?i:almost|nearly|about|around|some|roughly|more than|less than|at least|over|just|only|"
    r"just over|just under|little more than)"
)

_NOUN_PHRASE = re.compile(r"\s(?:the|an?|his|her|its|their|this|that|[A-Z]\w+|\w+ing)\b")
_NEXT_DAY = re.compile(
    r"\b(?i:(?:the )?(?:very )?(?:next|following|previous|same) day|the day (?:before|after"
    r"|earlier)|a day (?:earlier|later)|that (?:same )?day"
    r"|(?:that|the (?:next|following|previous|same)) (?:morning|afternoon|evening|night))(?!\w)"
)
_SAME_STRETCH = re.compile(r"\b(?i:that|(?:that|the) same) (?P<unit>(?i:week|month|year))(?![\w-])")
_DAYPART = re.compile(
    r"(?:(?<=\b[Ii]n )|(?<=\b[Dd]uring ))(?i:the (?:(?:early|late) )?"
    r"(?P<part>morning|afternoon|evening|night))(?!\w| of\b| after\b)"
)
#: Rules that count from the day the story has reached.
_FOLLOWING: tuple[Rule, ...] = (
    (_NEXT_DAY, _next_day),
    (_DAYPART, _daypart),
    (_SAME_STRETCH, _same_stretch),
)
_COMING = rf"(?:the )?coming {UNITS}|(?:the )?{UNITS} (?:ahead|to come)(?! of\b)"

RULES: tuple[Rule, ...] = (
    (re.compile(rf"\b(?i:{_COMING})(?!\w)"), _vague("FUTURE_REF")),
    (
        re.compile(
            r"(?<!\w)(?:(?i:the|a) )?(?P<unit>(?i:year|month|week))-(?i:ago|earlier)"
            r"(?: (?:period|quarter|month))?(?!\w)"
        ),
        _year_ago,
    ),
    (
        re.compile(
            rf"(?<!\w)(?:{_ROUGHLY} )?(?P<number>{NUMBER})[ -](?P<unit>{UNIT}) "
            r"(?P<where>(?i:ago|back(?= [,.])|from now|from today|hence))\b"
        ),
        _ago,
    ),
    (
        re.compile(
            rf"\b(?:(?i:the|these|his|her|its|their) )?"
            rf"(?P<which>(?i:past|last|previous|next|coming|following)) "
            rf"(?:(?P<number>{NUMBER})[ -])?(?P<unit>{UNIT})(?!\w)(?! of\b)"
        ),
        _numbered_window,
    ),
    (
        _NEXT_DAY,
        _next_day,
    ),
    (_DAYPART, _daypart),
    (_SAME_STRETCH, _same_stretch),
    (
        re.compile(
            rf"(?<![\w-])(?i:{UNITS} (?:ago|earlier)|(?:more |most |very |only )?recently|lately|"
            rf"(?:more |the most |these )?recent {UNITS}|(?<=at )(?:the|that) time(?! of\b)|"
            rf"(?:(?<=\bin )|(?<=\bof )|(?<=\bfrom ))the (?:recent |distant )?past{_NOUN_ENDS})"
            r"(?!\w)"
        ),
        _vague("PAST_REF"),
    ),
    (
        re.compile(
            r"(?<![\w-])(?i:currently|(?<=at )(?:present|the moment|this time)|presently|nowadays|"
            r"these days|right now|(?<=by )now|(?<!from )now(?! that\b| known\b))(?![\w-])"
        ),
        _vague("PRESENT_REF"),
    ),
    (
        re.compile(
            r"(?<![\w-])(?i:(?<!as )(?:very )?soon(?![ -](?:as|to|after|\w+ed|spread|became|began|grew"
            r"|turned|found|had|was|were|went|came)\b)|shortly(?! (?:before|after))|"
            rf"(?:(?<=\bin )|(?<=\bfor )|(?<=\bof )|(?<=\babout ))the (?:near |foreseeable |distant )?"
            rf"future{_NOUN_ENDS}|(?<=\bin )(?:near )?future(?=[,.;]))(?!\w)"
        ),
        _vague("FUTURE_REF"),
    ),
)
