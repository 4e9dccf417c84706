"""What one account tells of each happening: accounts split into `Telling`s.

The statements of an account that name different kinds of happening, or different days of one kind, tell of
different happenings. What names no kind goes on with what stands before it, unless it gives another day
or place. Running counts stay with the disaster an account tells most of, else with none: they are
tallies, and no part of one arrest. Everything here is local to one document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.when import When
from onrecord.reconcile.accounts import Profile
from onrecord.reconcile.grouping import Group
from onrecord.reconcile.happenings import HARMING, Kind, happening_of, kind_named, runs
from onrecord.reconcile.occurrences import time_of
from onrecord.reconcile.words import content_words

#: A stated time says when only if it is no longer than this (UCDP date precision: a week).
_WEEK = 3
#: UCDP place precision from which on a name is too wide to tell two happenings apart.
_REGION = 5
#: A document with so many headings is a list of items.
_LIST_HEADINGS = 4

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
    kinds = [happening_of(one) for _, one in named]
    if not any(kinds):
        yield _telling(profile, group, source, kind=None, told=named)
        return
    parts: dict[tuple[str, str], list[Named]] = defaultdict(list)
    early: list[Named] = []
    running: list[Named] = []
    current: tuple[str, str] | None = None
    for kind, (name, one) in zip(kinds, named, strict=True):
        day = _stated_day(source.when(one))
        if kind is not None and not (current and _goes_on(kind, day, current)):
            current = kind.name, day
            parts[current].append((name, one))
        elif kind is None and runs(one):
            running.append((name, one))
        elif current is None:
            early.append((name, one))
        elif day in ("", current[1]) and _may_follow(one, current, parts[current]):
            parts[current].append((name, one))
    first = next(iter(parts))
    parts[first] += [
        (name, one)
        for name, one in early
        if _stated_day(source.when(one)) in ("", first[1]) and _may_follow(one, first, parts[first])
    ]
    disasters = [part for part in parts if kind_named(part[0]).harms]
    if disasters:
        parts[max(disasters, key=lambda part: len(parts[part]))] += running
    for (name, _), told in parts.items():
        yield _telling(profile, group, source, kind=kind_named(name), told=told)


def _is_happening(statement: Statement) -> bool:
    return statement.supports_event() and happening_of(statement) is not None


def _opening(reading: Reading) -> int:
    """Return where the first passage of the body ends; 0 where the report is a list of items."""
    passages = reading.document.passages
    if sum(one.role == "heading" for one in passages) >= _LIST_HEADINGS:
        return 0
    return next((one.extent.end for one in passages if one.role == "body"), 0)


def _may_follow(statement: Statement, part: tuple[str, str], told: Sequence[Named]) -> bool:
    """Say whether words without a kind may be about a happening: no crowd of a country, no other place."""
    if kind_named(part[0]).single == "day":
        return False
    where = statement.where
    if where is None or not where.name:
        return True
    return any(one.where is not None and one.where.name == where.name for _, one in told)


def _goes_on(kind: Kind, day: str, part: tuple[str, str]) -> bool:
    """Say whether bare words of harm ("killing four people") are about what was told before them."""
    return kind.name == "violence" and kind_named(part[0]) in HARMING and day in ("", part[1])


def _telling(
    profile: Profile, group: int, source: Source, *, kind: Kind | None, told: Sequence[Named]
) -> Telling:
    named = sorted(told, key=lambda one: (one[1].content.start, one[0]))
    ordered = [one for _, one in named]
    days = [source.when(one) for one in ordered]
    stated = [one for one in days if _stated_day(one)]
    places = [one.where for one in ordered if one.where is not None and one.where.name]
    countries = frozenset(where.country for where in places if where.country)
    close = [where for where in places if where.precision < _REGION or not where.place]
    return Telling(
        profile=_part(profile, named, (stated or days)[0]),
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
    )


def _part(profile: Profile, told: Sequence[Named], when: When) -> Profile:
    """Return the account with some of its statements.

    What else it tells stays with an account that is not split: of a part nobody could say whether it is
    about that part.
    """
    names = tuple(name for name, _ in told)
    places = frozenset(one.where.name.casefold() for _, one in told if one.where and one.where.name)
    kept = profile.told if set(profile.statements) == set(names) else ()
    return replace(profile, statements=names, when=when, places=places, told=kept)


def _stated_day(when: When) -> str:
    """Return the days that the words state, as EDTF; empty where they state none worth joining by."""
    dated = when.basis != "document" and 0 < when.precision <= _WEEK
    return (when.edtf or "") if dated else ""
