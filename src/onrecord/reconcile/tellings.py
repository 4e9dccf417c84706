"""What one account tells of each happening: accounts split into `Telling`s.

The statements of an account that name different kinds of happening, or different days of one kind, tell of
different happenings. What names no kind goes on with what stands before it, unless it gives another day
or place. Running counts stay with the disaster an account tells most of, else with none: they are
tallies, and no part of one arrest. Everything here is local to one document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.domain.quantity import Number
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.when import When
from onrecord.reconcile.accounts import Profile
from onrecord.reconcile.grouping import Group
from onrecord.reconcile.happenings import HARMING, Kind, happening_of, kind_of, runs
from onrecord.reconcile.occurrences import time_of
from onrecord.reconcile.words import content_words

#: A stated time says when only if it is no longer than this (UCDP date precision: a week).
_WEEK = 3
#: UCDP place precision from which on a name is too wide to tell two happenings apart.
_REGION = 5
#: A document with so many headings is a list of items.
_LIST_HEADINGS = 4

#: So long a report that states no day is news of what happened.
_NEWS = timedelta(days=2)
#: What ends a sentence.
_ENDS = re.compile(r"[.!?][\"”’)]*\s+|\n[\s-]*")
_HARMED = frozenset({"people_killed", "people_injured", "people_missing", "people_displaced"})
_BODILY = frozenset({"people_killed", "people_injured"})
#: What is said about who did it.
_ON_WHO = frozenset({"say.accuse", "say.deny", "say.decline", "say.reject", "jdg.responsibility"})

#: A statement with its id, which costs a hash to make.
Named = tuple[str, Statement]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one account tells of one happening: a part of an account, and what it is joined by.

    Attributes:
        profile: The part of the account.
        group: Number of the group the account came in.
        kind: What kind of happening; `None` where nothing says.
        first: First day stated in words; `None` where none is.
        last: Last day stated in words.
        by: Day of the report, by which it had happened.
        area: Countries and places it is told of, the report's own where the words name none.
        towns: Places closer than a country that the words name: entry of the gazetteer, else name.
        named: Those places in stems of their names.
        words: What its words share with others is counted in these.
        opens: Whether it stands in the heading or first passage of a report that is no list.
        killed: How many it says were killed, as far as figures state it.
    """

    profile: Profile
    group: int
    kind: Kind | None
    first: date | None
    last: date | None
    by: date | None
    area: frozenset[str]
    towns: frozenset[str]
    named: frozenset[str]
    words: frozenset[str]
    opens: bool
    killed: frozenset[Number] = frozenset()

    @property
    def order(self) -> tuple[str, str, str]:
        """Return what tellings are put in order by: report, then place in it."""
        return self.profile.reported, self.profile.document, self.profile.key


class Source:
    """A report while its accounts are split: its day, its times and the country it is about."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        day = reading.document.doc_date
        self.by = day.latest if isinstance(day, When) else None
        countries = Counter(
            one.where.country for one in reading.statements if one.where and one.where.country
        )
        often = max(countries.values(), default=0) / 2
        self.country = frozenset(name for name, count in countries.items() if count >= often)

        self.opening = _opening(reading)
        self.heading = _heading_end(reading) if self.opening else 0

    def when(self, statement: Statement) -> When:
        """Return when a statement's matter took place."""
        return time_of(self.reading, statement)


def left_over(
    groups: Sequence[Group], sources: Mapping[str, Source], statements: Mapping[str, Statement]
) -> Iterator[Group]:
    """Yield what supports an event and is in no account, each statement for itself."""
    held = {name for group in groups for one in group.profiles for name in one.statements}
    profiles = sorted((one for group in groups for one in group.profiles), key=lambda one: one.key)
    pattern = {one.document: one for one in reversed(profiles)}
    for name, statement in statements.items():
        known = statement.document in pattern
        if known and name not in held and _is_happening(statement):
            source = sources[statement.document]
            told = [(name, statement)]
            yield Group((_part(pattern[statement.document], told, source.when(statement)),))


def tellings_of(
    profile: Profile, group: int, source: Source, statements: Mapping[str, Statement]
) -> Iterator[Telling]:
    """Yield the parts of an account, one for each happening it tells of.

    What names no kind goes on with what was told before it, unless it states another day or place; what comes
    before the first happening goes with that. A running count is of a disaster or of none of the parts.
    """
    named = sorted(
        ((name, statements[name]) for name in profile.statements),
        key=lambda one: (one[1].content.start, one[0]),
    )
    parts, early, running = _parts_of(named, source)
    if not parts:
        yield _telling(profile, group, source, kind=None, told=named, beside=profile.told)
        return
    forces = [part for part in parts if part.kind in HARMING or _is_plain(part.kind)]
    _take_early(early, parts[0], source, alone=forces == parts[:1])
    disasters = [part for part in parts if part.kind.harms]
    if disasters:
        max(disasters, key=lambda part: len(part.told)).told += running
    whole = len(parts) == 1 and len(parts[0].told) == len(named)
    for part in parts:
        beside = profile.told if whole else ()
        if not whole and forces == [part]:
            told = ((name, statements[name]) for name in profile.told)
            beside = tuple(name for name, one in told if _is_on_who(one, part, source))
        yield _telling(profile, group, source, kind=part.kind, told=part.told, beside=beside)


def _is_on_who(statement: Statement, part: _Part, source: Source) -> bool:
    """Say whether somebody is said to be behind what a part tells of: by its kind, else right beside it."""
    if statement.kind not in _ON_WHO:
        return False
    kind = kind_of(statement)
    if kind is not None and not _is_plain(kind):
        return kind == part.kind
    return any(_is_near(statement, one, source.reading.text) for _, one in part.told)


def _parts_of(
    named: Sequence[Named], source: Source
) -> tuple[list[_Part], list[Named], list[Named]]:
    """Return the happenings of an account, what is told before the first, and the running counts."""
    parts: list[_Part] = []
    early: list[Named] = []
    running: list[Named] = []
    current: _Part | None = None
    for name, one in named:
        kind, day = happening_of(one), _stated_day(source.when(one))
        if kind is not None:
            current = _part_for(kind, day, one, parts, current, source)
            current.told.append((name, one))
        elif runs(one):
            running.append((name, one))
        elif current is None:
            early.append((name, one))
        elif day in ("", current.day) and _may_follow(one, current, source):
            current.told.append((name, one))
    return parts, early, running


def _take_early(early: Iterable[Named], first: _Part, source: Source, *, alone: bool) -> None:
    """Put what an account tells before its first happening with that, as far as it may be about it.

    The dead and injured of the heading are those of the only use of force that its report tells of.
    """
    for name, one in early:
        if _stated_day(source.when(one)) not in ("", first.day):
            continue
        heading = one.content.start < source.heading and all(
            counted.quantity.unit in _BODILY for counted in one.quantities
        )
        if (alone and heading) or _may_follow(one, first, source):
            first.told.append((name, one))


@dataclass(slots=True)
class _Part:
    """What an account tells of one happening, while the account is read."""

    kind: Kind
    day: str
    told: list[Named]


def _part_for(
    kind: Kind,
    day: str,
    one: Statement,
    parts: list[_Part],
    current: _Part | None,
    source: Source,
) -> _Part:
    """Return the part a statement of a kind is told with; where there is none it begins one."""
    if current is not None and _goes_on(kind, day, one, current, source):
        if _is_plain(current.kind):
            current.kind = kind
        current.day = current.day or day
        return current
    known = [
        part
        for part in parts
        if part.kind == kind and part.day == day and not _other_site(one, part)
    ]
    if not known:
        parts.append(_Part(kind, day, []))
    return known[0] if known else parts[-1]


def _other_site(statement: Statement, part: _Part) -> bool:
    """Say whether a count of the dead is of another place than a part's: 40 there, 20 here."""
    where, dead = statement.where, killed_in([statement])
    if where is None or not where.name or where.precision >= _REGION or not dead:
        return False
    others = [
        one
        for _, one in part.told
        if one.where and one.where.precision < _REGION and killed_in([one])
    ]
    named = content_words(statement.content.exact)
    return bool(others) and not any(
        dead & killed_in([one])
        or (one.where is not None and content_words(one.where.name) <= named)
        or content_words(where.name) <= content_words(one.content.exact)
        for one in others
    )


def killed_in(statements: Iterable[Statement]) -> frozenset[Number]:
    """Return the counts of people killed that statements give."""
    return frozenset(
        counted.quantity.low
        for one in statements
        for counted in one.quantities
        if counted.quantity.unit == "people_killed" and counted.quantity.low
    )


def _is_happening(statement: Statement) -> bool:
    return statement.supports_event() and happening_of(statement) is not None


def _opening(reading: Reading) -> int:
    """Return where the first passage of the body ends; 0 where the report is a list of items."""
    passages = reading.document.passages
    if sum(one.role == "heading" for one in passages) >= _LIST_HEADINGS:
        return 0
    return next((one.extent.end for one in passages if one.role == "body"), 0)


def _heading_end(reading: Reading) -> int:
    """Return where the heading before the body ends; 0 where there is none."""
    return next((one.extent.end for one in reading.document.passages if one.role == "heading"), 0)


def _may_follow(statement: Statement, part: _Part, source: Source) -> bool:
    """Say whether words without a kind may be about a happening: no crowd of a country, no other place.

    A count of the harmed is of what the sentence before or behind it tells, not of what stands farther off.
    """
    if part.kind.single == "day":
        return False
    counts = any(one.quantity.unit in _HARMED for one in statement.quantities)
    if counts and not any(_is_near(statement, one, source.reading.text) for _, one in part.told):
        return False
    where = statement.where
    if where is None or not where.name:
        return True
    return any(one.where is not None and one.where.name == where.name for _, one in part.told)


def _is_near(a: Statement, b: Statement, text: str) -> bool:
    """Say whether two statements stand in one sentence or in neighbouring ones."""
    first, second = sorted((a.content, b.content), key=lambda span: span.start)
    return len(_ENDS.findall(text[first.end : second.start])) <= 1


def _goes_on(kind: Kind, day: str, one: Statement, part: _Part, source: Source) -> bool:
    """Say whether words of force are about what was told before them.

    Bare words of harm ("killing four people") tell what the happening before them did; bare words ahead of
    the happening ("four people were killed and ten hurt in an air strike") do in one sentence, and a heading
    does, which the first sentences tell in full.
    """
    days = day in ("", part.day)
    bare = kind.name == "violence" and part.kind in HARMING
    if bare and (days or (not part.day and not _names_place(one) and _is_fresh(one, source))):
        return True
    last = part.told[-1][1]
    between = source.reading.text[last.content.end : one.content.start]
    sentence = not _ENDS.search(between)
    if _other_site(one, part) or not (_is_plain(kind) or _is_plain(part.kind)):
        return False
    forces = (kind in HARMING or _is_plain(kind)) and (part.kind in HARMING or _is_plain(part.kind))
    if not forces or kind.harms or part.kind.harms:
        return False
    if sentence:
        return "violence" in (kind.name, part.kind.name) and (days or not part.day)
    heading = source.heading > last.content.start
    return heading and one.content.start < source.opening and (days or not part.day)


def _names_place(statement: Statement) -> bool:
    return statement.where is not None and bool(statement.where.name)


def _is_fresh(statement: Statement, source: Source) -> bool:
    """Say whether words state a day that their report is news of."""
    first = source.when(statement).earliest
    return first is not None and source.by is not None and source.by - first <= _NEWS


def _is_plain(kind: Kind) -> bool:
    """Say whether a kind says that force was used, not how."""
    return kind.name in ("violence", "attack")


def _telling(
    profile: Profile,
    group: int,
    source: Source,
    *,
    kind: Kind | None,
    told: Sequence[Named],
    beside: tuple[str, ...] = (),
) -> Telling:
    named = sorted(told, key=lambda one: (one[1].content.start, one[0]))
    ordered = [one for _, one in named]
    days = [source.when(one) for one in ordered]
    stated = [one for one in days if _stated_day(one)]
    places = [one.where for one in ordered if one.where is not None and one.where.name]
    countries = frozenset(where.country for where in places if where.country)
    close = [where for where in places if where.precision < _REGION or not where.place]
    return Telling(
        profile=_part(profile, named, (stated or days)[0], beside),
        group=group,
        kind=kind,
        first=stated[0].earliest if stated else None,
        last=stated[0].latest if stated else None,
        by=source.by,
        area=countries or source.country,
        towns=frozenset(where.place or where.name.casefold() for where in close),
        named=frozenset().union(*(content_words(where.name) for where in close)),
        words=frozenset().union(*(content_words(one.content.exact) for one in ordered)),
        opens=ordered[0].content.start < source.opening,
        killed=killed_in(ordered),
    )


def _part(
    profile: Profile, told: Sequence[Named], when: When, beside: tuple[str, ...] = ()
) -> Profile:
    """Return the account with some of its statements, and with what is told beside those.

    What else an account tells stays with one that is not split: of a part nobody could say whether it is
    about that part. Only who is said to be responsible is of the one part that tells of force.
    """
    names = tuple(name for name, _ in told)
    places = frozenset(one.where.name.casefold() for _, one in told if one.where and one.where.name)
    return replace(profile, statements=names, when=when, places=places, told=beside)


def _stated_day(when: When) -> str:
    """Return the days that the words state, as EDTF; empty where they state none worth joining by."""
    dated = when.basis != "document" and 0 < when.precision <= _WEEK
    return (when.edtf or "") if dated else ""
