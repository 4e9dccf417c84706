"""Periods that laws set, counted from what is on record: `Clock`, and the question each one makes.

A clock by acts starts with the first act of its kind by forces of that state that words give a day; a clock
by a status starts with each instrument that takes it. Where acts are counted since a time before the first
dated one, or reports only tell that there was one by then, nobody gave the day of the first, and there is no
deadline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from onrecord.assess.acts import acts_of
from onrecord.assess.authorities import authorities_of
from onrecord.domain.authority import Authority
from onrecord.domain.case import Case
from onrecord.domain.clock import Clock, ClockRule
from onrecord.domain.edtf import parse_edtf
from onrecord.domain.gap import ReportedAct
from onrecord.domain.question import Question
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

#: Days after a deadline until the answer is due: what was done on the last day is reported later.
_TO_REPORT = 7


def clocks_of(case: Case, rules: Iterable[ClockRule]) -> tuple[Clock, ...]:
    """Return the clocks that the record sets off, in order of deadline; those without one last."""
    acts, instruments = acts_of(case), authorities_of(case)
    found = [
        clock
        for rule in rules
        for clock in (_by_acts(rule, acts, case) if rule.actions else _by_status(rule, instruments))
    ]
    return tuple(
        sorted(found, key=lambda one: (_day_key(one.deadline), one.rule.name, one.subject))
    )


def question_of(clock: Clock) -> Question:
    """Return the question a clock makes; without a deadline it is unscorable and says why."""
    rule = clock.rule
    if isinstance(clock.deadline, Unknown) or isinstance(clock.start, Unknown):
        reason = clock.deadline.reason if isinstance(clock.deadline, Unknown) else ""
        return Question(
            text=_filled(rule.question, "a day not stated", "a day not stated"),
            kind="binary",
            statement=clock.statements[0],
            criteria=_filled(rule.criteria, "a day not stated", "a day not stated"),
            resolvers=rule.resolvers,
            unscorable=f"there is no deadline: {reason}",
        )
    start, deadline = clock.start.isoformat(), clock.deadline.isoformat()
    return Question(
        text=_filled(rule.question, start, deadline),
        kind="binary",
        statement=clock.statements[0],
        criteria=_filled(rule.criteria, start, deadline),
        resolvers=rule.resolvers,
        opens=start,
        closes=deadline,
        resolves=_later(clock.deadline, _TO_REPORT).isoformat(),
    )


def _by_acts(rule: ClockRule, acts: Iterable[ReportedAct], case: Case) -> Iterator[Clock]:
    starting = [one for one in acts if _starts(rule, one)]
    done = [one for one in starting if one.standing == "happened"]
    counted = [one for one in starting if one.standing == "counted"]
    dated = [one for one in done if not isinstance(_day_of(one.when), Unknown)]
    first = min(dated or done, key=_act_key, default=None)
    earlier = [
        (one, since)
        for one in counted
        if (since := _counted_since(one, case)) and _is_before(since, first)
    ]
    if earlier:
        act, since = min(earlier, key=lambda one: (one[1], one[0].subject))
        yield _clock(
            rule, act.subject, act.statements,
            Unknown(f"such acts are counted since {since}; no words give the day of the first"),
        )  # fmt: skip
    elif first is not None:
        yield _clock(rule, first.subject, first.statements, _day_of(first.when))
    elif counted:
        act = min(counted, key=lambda one: one.subject)
        reason = "such acts are counted; no words give the day of the first"
        yield _clock(rule, act.subject, act.statements, Unknown(reason))


def _starts(rule: ClockRule, act: ReportedAct) -> bool:
    kind = act.action in rule.actions and act.system == rule.system
    return kind and not (rule.abroad and act.country == rule.system)


def _by_status(rule: ClockRule, instruments: Iterable[Authority]) -> Iterator[Clock]:
    for authority in instruments:
        if (authority.code, authority.system) != (rule.code, rule.system):
            continue
        taken = next((one for one in authority.history if one.status == rule.status), None)
        if taken is not None:
            yield _clock(rule, authority.id, (taken.statement,), _day_of(taken.when))


def _clock(
    rule: ClockRule, subject: str, statements: tuple[str, ...], start: date | Unknown
) -> Clock:
    deadline = start if isinstance(start, Unknown) else rule.period.after(start)
    return Clock(rule, subject, statements, start, deadline)


def _day_of(when: When | Unknown) -> date | Unknown:
    """Return the one day that words give; the date of a report says only that it was by then."""
    if isinstance(when, Unknown):
        return Unknown("no words give the day it started")
    if when.earliest is None and when.latest is not None:
        return Unknown(f"it had started by {when.latest}; no words give the day")
    if when.earliest is None or when.earliest != when.latest:
        said = f"the words give {when.edtf}" if when.edtf else "the words give no day"
        return Unknown(f"{said}, which is not one day")
    return when.earliest


def _counted_since(act: ReportedAct, case: Case) -> str:
    """Return since when acts are counted, as EDTF; empty where the count does not say."""
    tally = next((one for one in case.tallies if one.id == act.subject), None)
    return "" if tally is None else tally.scope.window_start


def _is_before(since: str, first: ReportedAct | None) -> bool:
    """Say whether a count begins before the first dated act."""
    if first is None or not isinstance(first.when, When) or first.when.earliest is None:
        return True
    begins = parse_edtf(since).earliest
    return begins is not None and begins < first.when.earliest


def _act_key(act: ReportedAct) -> tuple[str, str]:
    when = act.when
    day = when.latest if isinstance(when, When) else None
    return (day.isoformat() if day else "~", act.subject)


def _filled(text: str, start: str, deadline: str) -> str:
    return text.replace("{start}", start).replace("{deadline}", deadline)


def _later(day: date, days: int) -> date:
    return min(day, date.max - timedelta(days=days)) + timedelta(days=days)


def _day_key(day: date | Unknown) -> str:
    return "~" if isinstance(day, Unknown) else day.isoformat()
