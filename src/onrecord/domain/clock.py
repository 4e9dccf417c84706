"""Periods that a law sets: `ClockRule`, and `Clock`, a rule set off by what is on record.

A rule is a template: whether it applies is a question for lawyers, and who disputes that it does is said
beside it. A deadline is counted from a day that cited words give, or there is none.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from onrecord.domain.authority import ActionClass, AuthorityCode, AuthorityStatus
from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id
from onrecord.domain.unknown import Unknown

PeriodUnit = Literal["hours", "days", "months"]
_HOURS_A_DAY = 24
#: Longer periods are mistakes of writing: a century in days.
_LONGEST = 36_525


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time, at least one of its unit."""

    count: int
    unit: PeriodUnit

    def __post_init__(self) -> None:
        if not 1 <= self.count <= _LONGEST:
            raise InvariantError(f"a period of {self.count} {self.unit} sets no deadline")

    def after(self, start: date) -> date:
        """Return the last day of the period that starts on `start`.

        Reports give days, not hours: hours are counted as the days they fill, rounded up. A month ends on
        the day of the same number, or on the last of a shorter month.

        Raises:
            InvariantError: it ends beyond the last year of the calendar.

        Example:
            >>> Period(48, "hours").after(date(2031, 3, 1)), Period(1, "months").after(date(2031, 1, 31))
            (datetime.date(2031, 3, 3), datetime.date(2031, 2, 28))
        """
        try:
            if self.unit == "months":
                return _months_after(start, self.count)
            days = -(-self.count // _HOURS_A_DAY) if self.unit == "hours" else self.count
            return start + timedelta(days=days)
        except (OverflowError, ValueError) as error:
            raise InvariantError(f"{self.count} {self.unit} end beyond the calendar") from error


@dataclass(frozen=True, slots=True)
class ClockRule:
    """One period that a law sets, as a template.

    Attributes:
        name: Short name, such as `velmara-notice`; a rule of the same name takes its place.
        title: The provision, as a reader looks it up.
        system: ISO code of the state whose law it is.
        period: How long.
        due: What is due by then.
        question: The question it makes; `{start}` and `{deadline}` stand for the days.
        criteria: What counts as an answer.
        resolvers: Where the answer is looked up.
        actions: Classes of act that start it, by forces of that state; empty for a status.
        abroad: Whether only acts outside that state start it.
        code: The kind of instrument whose status starts it; `None` for an act.
        status: The status that starts it; `None` for an act.
        disputed: Who is known to say that it does not apply, and why; empty where nobody is.
        note: What a reader must know before relying on it.
    """

    name: str
    title: str
    system: str
    period: Period
    due: str
    question: str
    criteria: str
    resolvers: tuple[str, ...]
    actions: tuple[ActionClass, ...] = ()
    abroad: bool = False
    code: AuthorityCode | None = None
    status: AuthorityStatus | None = None
    disputed: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        by_status = self.code is not None and self.status is not None
        if bool(self.actions) == by_status or (self.code is None) != (self.status is None):
            raise InvariantError("a clock starts with an act, or with a status of an instrument")
        told = (self.name, self.title, self.system, self.due, self.question, self.criteria)
        if not all(words.strip() for words in told) or not self.resolvers:
            raise InvariantError(
                "a clock has a name, a title, a system, what is due, a question, criteria and resolvers"
            )


@dataclass(frozen=True, slots=True)
class Clock:
    """A rule and what on record sets it off.

    Attributes:
        rule: The rule.
        subject: Id of the event, count, statement or instrument that starts it.
        statements: Ids of the statements that say so; never empty.
        start: The day it starts; `Unknown` where no words give one.
        deadline: The last day of the period; `Unknown` where the start is.
    """

    rule: ClockRule
    subject: str
    statements: tuple[str, ...]
    start: date | Unknown
    deadline: date | Unknown

    def __post_init__(self) -> None:
        if not self.subject or not self.statements:
            raise InvariantError("a clock cites the statements that start it")
        if isinstance(self.start, Unknown) != isinstance(self.deadline, Unknown):
            raise InvariantError("a clock has a deadline exactly where its start has a day")

    @property
    def id(self) -> str:
        """Return an id by rule, cause and days; new words in a rule's notes leave it as it is."""
        days = [one if isinstance(one, Unknown) else one.isoformat() for one in self.days]
        return content_id("clk", (self.rule.name, self.rule.period, self.subject, *days))

    @property
    def days(self) -> tuple[date | Unknown, date | Unknown]:
        """Return start and deadline."""
        return self.start, self.deadline

    @property
    def is_disputed(self) -> bool:
        """Say whether somebody is known to say that the rule does not apply."""
        return bool(self.rule.disputed)


def _months_after(start: date, months: int) -> date:
    year, month = divmod(start.month - 1 + months, 12)
    year += start.year
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))
