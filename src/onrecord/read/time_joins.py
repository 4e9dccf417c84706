"""How times found side by side combine: intervals, open ends, counted-from dates, clock and date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.domain.errors import InvariantError
from onrecord.domain.span import Extent
from onrecord.domain.when import TimeBasis, When
from onrecord.read.time_dates import daypart_suffix
from onrecord.read.time_lengths import TIME_OF_DAY
from onrecord.read.time_values import (
    NOTHING_EARLIER,
    FoundTime,
    Reading,
    Setting,
    found,
    one_day,
    shift,
    single_day,
    stretch_of,
    timex_of,
)
from onrecord.read.time_words import NUMBER, UNIT, amount, iso_duration, unit_of

_COUNT = re.compile(rf"(?:\w+ (?:than )?)??(?P<number>{NUMBER})[ -](?P<unit>{UNIT})")
_DIRECTION = re.compile(
    r"\s(?P<word>(?i:after that|before that|afterwards?|after|before|later|earlier|following|"
    r"prior to|previously))\b(?! than\b)"
)
_LATER = {"after", "later", "following", "afterward", "afterwards", "after that"}
_ALONE = {"later", "earlier", "afterward", "afterwards", "previously", "after that", "before that"}
_LEADS_IN = re.compile(r",? ?(?:just |only |exactly |and |or |some )?")
#: What may stand between "after" and the date it counts from: nothing, or what happened then.
_ADJACENT = re.compile(r"\s(?:the )?|\son\s(?:the )?|\s[^,.;:!?\n\"“”]{3,80}?\son\s(?:the )?")


def count_from(setting: Setting, times: Sequence[FoundTime]) -> tuple[FoundTime, ...]:
    """Turn "twelve days after …" into a date where what it is counted from is known.

    After "N units after/before" a date adds to it; before any other words the phrase dates what
    follows it, so it is counted back from the date just before it or from the narrative date.
    "N units later/earlier" is counted from the date before it in the sentence.
    """
    done: list[FoundTime] = []
    waiting = list(times)
    while waiting:
        time = waiting.pop(0)
        match = _DIRECTION.match(setting.text, time.extent.end, setting.end)
        count = _COUNT.fullmatch(time.when.text) if time.kind == "duration" else None
        if match is None or count is None:
            done.append(time)
            continue
        following = waiting[0] if waiting else None
        joined = _counted(setting, done, time, following, count=count, direction=match)
        if joined is None:
            done.append(time)
            continue
        if following is not None and joined.extent.contains(following.extent):
            waiting.pop(0)
        done.append(joined)
    return tuple(done)


def _counted(
    setting: Setting,
    before: Sequence[FoundTime],
    length: FoundTime,
    following: FoundTime | None,
    *,
    count: re.Match[str],
    direction: re.Match[str],
) -> FoundTime | None:
    word = direction["word"].lower()
    start = direction.start() - len(count[0])
    number, unit = amount(count["number"]), unit_of(count["unit"])
    if number is None:
        return None
    sign = 1 if word in _LATER else -1
    parts: tuple[FoundTime, ...] = (length,) if word not in _ALONE or " " in word else ()
    if word in _ALONE:
        base = _day_before(before, unit) or setting.narrative
        if base is None:
            return _uncounted(setting, start, direction.end(), shifted=(sign * number, unit))
        end = direction.end()
    elif following is not None and _joins(setting, direction.end(), following):
        day = single_day(following)
        if day is None:
            return None
        base, end, parts = day, following.extent.end, (length, following)
    else:
        leads = before and _LEADS_IN.fullmatch(setting.text[before[-1].extent.end : start])
        base_or_none = (single_day(before[-1]) if leads else None) or setting.narrative
        if base_or_none is None:
            return None
        base, end, sign = base_or_none, direction.end(), -sign
    computed = _computed(setting, start, end, base=base, step=(sign * number, unit))
    return replace(computed, parts=parts) if computed is not None else None


def _joins(setting: Setting, end: int, following: FoundTime) -> bool:
    return _ADJACENT.fullmatch(setting.text[end : following.extent.start]) is not None


def _computed(
    setting: Setting, start: int, end: int, *, base: date, step: tuple[float, str]
) -> FoundTime | None:
    moved = shift(base, *step)
    count = _COUNT.match(setting.text, start, end)
    if moved is None or count is None:
        return None
    grain = step[1] if step[1] in ("week", "month", "year", "decade") else "day"
    reading = Reading(
        days=stretch_of(moved, grain) if grain != "day" else one_day(moved),
        basis="computed",
        anchor=base,
        inputs=(count[0], f"counted from {base.isoformat()}"),
        timex=timex_of(moved, grain),
    )
    return found(setting, start, end, reading)


def _uncounted(
    setting: Setting, start: int, end: int, *, shifted: tuple[float, str]
) -> FoundTime | None:
    """Keep "three weeks earlier" without days; its TIMEX3 value is as scorers annotate it."""
    moved = shift(setting.today, *shifted) if setting.today else None
    timex = timex_of(moved, shifted[1]) if moved else iso_duration(abs(shifted[0]), shifted[1])
    return found(setting, start, end, Reading(reason=NOTHING_EARLIER, timex=timex))


#: The widest stretch, in days, from whose first day a count of such units may start.
_WIDEST = {"month": 31, "quarter": 92, "year": 366, "decade": 366}


def _day_before(times: Sequence[FoundTime], unit: str) -> date | None:
    """Return the day that the time last named gives to count from.

    A stretch does where the units counted are no finer: "September 2029 … three years later".
    """
    for time in reversed(times):
        first, last = time.when.earliest, time.when.latest
        if first is not None and last is not None and time.when.basis != "convention":
            wide = (last - first).days + 1
            if wide <= _WIDEST.get(unit, 1):
                return first
    return None


def place_clock(setting: Setting, times: Sequence[FoundTime]) -> tuple[FoundTime, ...]:
    """Give a time of day the day named closest to it in the sentence, else the narrative's."""
    days = [(time, day) for time in times if time.kind != "duration" and (day := single_day(time))]
    starts = [time.extent.start for time, _ in days]

    def placed(time: FoundTime) -> FoundTime:
        if time.when.reason != TIME_OF_DAY:
            return time
        at = bisect_left(starts, time.extent.start)
        near = min(
            days[max(0, at - 1) : at + 1],
            key=lambda pair: abs(pair[0].extent.start - time.extent.start),
            default=None,
        )
        day = near[1] if near else setting.narrative
        if day is None:
            assumed = setting.today.isoformat() if setting.today else ""
            return replace(time, timex=f"{assumed}{time.timex}")
        basis: TimeBasis = near[0].when.basis if near else "relative"
        anchor = near[0].when.anchor if near else day.isoformat()
        when = When(text=time.when.text, edtf=day.isoformat(), basis=basis, anchor=anchor)
        return replace(time, when=when, timex=f"{day.isoformat()}{time.timex}")

    return _as_one(setting, [placed(time) for time in times])


#: What stands between the time of day and the day in one expression: "8 p.m. Friday".
_ADJACENT_DAY = re.compile(r",? ")
_PART_OF_DAY = re.compile(
    r"(?i:the (?:(?:early|late) )?(?P<part>morning|afternoon|evening|night) of )$"
)


def _as_one(setting: Setting, times: Sequence[FoundTime]) -> tuple[FoundTime, ...]:
    """Join a time of day with the day beside it: "8 p.m. Friday", "3 May, 19:30"."""
    done: list[FoundTime] = []
    for time in times:
        day = single_day(time) if time.kind == "date" else None
        start, suffix = _clock_before(setting, done, time)
        if _is_clock(time) and done and _day_right_before(setting, done[-1], time):
            when = replace(time.when, text=setting.text[done[-1].extent.start : time.extent.end])
            extent = Extent(done.pop().extent.start, time.extent.end)
            done.append(FoundTime(extent, when, "time", time.timex))
            continue
        if day is None or not suffix:
            done.append(time)
            continue
        if done and done[-1].extent.end > start:
            done.pop()
        extent = Extent(start, time.extent.end)
        when = replace(time.when, text=extent.of(setting.text))
        done.append(FoundTime(extent, when, "time", f"{day.isoformat()}{suffix}"))
    return tuple(done)


def _is_clock(time: FoundTime) -> bool:
    return time.kind == "time" and re.search(r"T\d", time.timex) is not None


def _day_right_before(setting: Setting, day: FoundTime, clock: FoundTime) -> bool:
    between = setting.text[day.extent.end : clock.extent.start]
    return (
        day.kind == "date"
        and day.when.edtf is not None
        and day.when.edtf == clock.when.edtf
        and _ADJACENT_DAY.fullmatch(between) is not None
    )


def _clock_before(setting: Setting, done: Sequence[FoundTime], day: FoundTime) -> tuple[int, str]:
    """Return where the time of day right before a day starts, and its TIMEX3 ending."""
    start = day.extent.start
    part = _PART_OF_DAY.search(setting.before(start))
    if part is not None:
        return part.start() + max(setting.start, start - 24), daypart_suffix(part["part"])
    last = done[-1] if done else None
    if last is None or last.kind != "time" or "T" not in last.timex:
        return start, ""
    if _ADJACENT_DAY.fullmatch(setting.text[last.extent.end : start]) is None:
        return start, ""
    return last.extent.start, last.timex[last.timex.index("T") :]


_TO = re.compile(r"\s?(?P<link>[-–—]|(?i:to|until|till|through|thru|and))\s?(?:the )?")
_FROM = re.compile(r"\b(?P<word>(?i:from|between))\s(?:the )?$")
_OPEN = re.compile(
    r"\b(?P<word>(?i:(?:ever )?since|until|till|up to|through|by|before|prior to|after|"
    r"most recently|most recently on|most recently in))\s"
    r"(?:(?i:at least|about|around|at) )?(?:the )?$"
)


def join_intervals(setting: Setting, times: Sequence[FoundTime]) -> tuple[FoundTime, ...]:
    """Join "from X to Y", "between X and Y", "X–Y", and put open ends on "since X", "until X"."""
    done: list[FoundTime] = []
    waiting = list(times)
    while waiting:
        time = waiting.pop(0)
        closed = _closed(setting, time, waiting[0]) if waiting else None
        if closed is not None:
            waiting.pop(0)
            done.append(closed)
            continue
        opened = _opened(setting, time)
        while opened is not None and done and done[-1].extent.overlaps(opened.extent):
            opened = replace(opened, parts=(done.pop(), *opened.parts))
        done.append(opened or time)
    return tuple(done)


def _closed(setting: Setting, first: FoundTime, last: FoundTime) -> FoundTime | None:
    between = setting.text[first.extent.end : last.extent.start]
    link = _TO.fullmatch(between)
    lead = _FROM.search(setting.before(first.extent.start, 16))
    if link is None or not _is_date(first) or not _is_date(last):
        return None
    word = lead["word"].lower() if lead else ""
    if link["link"].lower() == "and" and word != "between":
        return None
    start, end = first.when.earliest, last.when.latest
    if start is None or end is None:
        return None
    edtf = f"{_start_text(first)}/{_end_text(last)}"
    if start > end and first.when.basis == "relative":
        earlier = shift(start, -1, "year")
        edtf = f"{earlier.isoformat()}/{_end_text(last)}" if earlier else edtf
        start = earlier or start
    if start > end:
        return None
    at = first.extent.start - (len(lead[0]) if lead else 0)
    return _interval(setting, at, last.extent.end, edtf=edtf, parts=(first, last))


def _is_date(time: FoundTime) -> bool:
    return time.kind in ("date", "season") and time.when.edtf is not None


def _opened(setting: Setting, time: FoundTime) -> FoundTime | None:
    lead = _OPEN.search(setting.before(time.extent.start, 24))
    if lead is None or not _is_date(time) or time.when.edtf is None or "/.." in time.when.edtf:
        return None
    at = time.extent.start - len(lead[0])
    edtf = _open_edtf(setting, time, lead["word"].lower().removeprefix("ever "))
    return _interval(setting, at, time.extent.end, edtf=edtf, parts=(time,)) if edtf else None


def _open_edtf(setting: Setting, time: FoundTime, word: str) -> str:
    earliest, latest = time.when.earliest, time.when.latest
    if earliest is None or latest is None:
        return ""
    if word == "since":
        if setting.today is None:
            return f"{_start_text(time)}/.."
        return (
            f"{_start_text(time)}/{setting.today.isoformat()}" if earliest <= setting.today else ""
        )
    if word in ("until", "till", "up to", "through", "by") or word.startswith("most recently"):
        return f"../{_end_text(time)}"
    if re.match(r"['’]s?|\s[a-z]", setting.after(time.extent.end)):
        return ""  # "after Monday's raid", "before the May vote": the date belongs to a noun
    if word == "after":
        day_after = shift(latest, 1, "day")
        return f"{day_after.isoformat()}/.." if day_after else ""
    day_before = shift(earliest, -1, "day")
    return f"../{day_before.isoformat()}" if day_before else ""


def _start_text(time: FoundTime) -> str:
    edtf = time.when.edtf or ""
    return edtf.partition("/")[0]


def _end_text(time: FoundTime) -> str:
    edtf = time.when.edtf or ""
    return edtf.rpartition("/")[2]


_LEAST_CERTAIN: tuple[TimeBasis, ...] = ("convention", "computed", "relative", "calendar")


def _interval(
    setting: Setting, start: int, end: int, *, edtf: str, parts: tuple[FoundTime, ...]
) -> FoundTime | None:
    bases = {part.when.basis for part in parts}
    anchors = [part.when.anchor for part in parts if part.when.anchor]
    if setting.today is not None and edtf.endswith(setting.today.isoformat()) and not anchors:
        anchors = [setting.today.isoformat()]
    basis: TimeBasis = next((basis for basis in _LEAST_CERTAIN if basis in bases), "explicit")
    try:
        when = When(
            text=setting.text[start:end],
            edtf=edtf,
            basis=basis,
            anchor=anchors[0] if anchors else None,
            inputs=tuple(fact for part in parts for fact in part.when.inputs),
            conflict="; ".join(part.when.conflict for part in parts if part.when.conflict),
        )
    except InvariantError:
        return None
    timex = parts[0].timex if len(parts) == 1 else edtf
    return FoundTime(Extent(start, end), when, "date", timex, parts)
