"""From groups of accounts to happenings: each group split by what happened when, and told-of-one joined.

A report tells of a storm, of the dam that burst in it and of those arrested for it in one breath, so an
account may hold all three; a timeline needs three. And of a disaster a hundred reports say "the flood"
without a day, because everybody knows which. Two rules follow, both about kinds of happening
(`happenings`):

* **Split.** The statements of an account that name different kinds, or different days of one kind, tell of
  different happenings. What names no kind goes on with what stands before it, unless it gives another day
  or place. Running counts stay with
  the disaster an account tells most of, else with none: they are tallies, and no part of one arrest.
* **Join.** Of a kind that a place has one of at a time (a flood, a blackout), reports of one country or
  place mean one when the days they state meet; a report without a day means the one that most origins
  tell of in the weeks before it. Of any other kind (a protest, an arrest) two reports mean one only when
  day, kind and place agree and their words share more than that.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.domain.grouping import Ground, Join
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.when import When
from onrecord.reconcile.accounts import Profile
from onrecord.reconcile.grouping import Group
from onrecord.reconcile.happenings import HARMING, Kind, happening_of, kind_named, runs
from onrecord.reconcile.occurrences import time_of
from onrecord.reconcile.rulings import NO_RULINGS, Rulings
from onrecord.reconcile.words import containment, content_words

#: A report without a day may mean a happening of so many days before it.
REACH_DAYS = 45
#: Days stated for one happening lie no further apart: a night has two dates, and outlets have zones.
_SLACK = timedelta(days=1)
#: A stated time says when only if it is no longer than this (UCDP date precision: a week).
_WEEK = 3
#: UCDP place precision from which on a name is too wide to tell two happenings apart.
_REGION = 5
#: A document with so many headings is a list of items.
_LIST_HEADINGS = 4
#: From this share of words on, two reports of one kind and day tell of one happening.
_ALIKE = 0.4
_ALIKE_WORDS = 2
#: A report that states no day is news of so many days, its own among them.
_FRESH_DAYS = 3
#: So many origins tell of a course that a single one with another day means the same.
_MANY = 4
#: A course is clearly meant when so many times more origins tell of it than of any other.
_CLEARLY = 3
#: Stems of what says that a happening is not the one known.
_ANOTHER = frozenset({"another", "second", "new", "fresh", "again", "third", "lat"})


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


def gather(
    groups: Sequence[Group],
    readings: Iterable[Reading],
    statements: Mapping[str, Statement],
    lineages: Mapping[str, str],
    *,
    rulings: Rulings = NO_RULINGS,
) -> tuple[Group, ...]:
    """Return groups of one happening each, in order of their first report.

    Every statement that reports a happening is in exactly one group of the result, also where no account
    took it up (what followed an attack is an event of its own). The order of `groups` and
    `readings` changes nothing.

    Args:
        groups: Accounts held to be of one event.
        readings: The documents of the accounts.
        statements: Every statement the accounts name, by id.
        lineages: The origin of each document, by id.
        rulings: What people decided: nothing they hold apart is joined.
    """
    by_document = {one.document.id: _Source(one) for one in readings}
    tellings = [
        telling
        for number, group in enumerate((*groups, *_left_over(groups, by_document, statements)))
        for profile in group.profiles
        for telling in _tellings(profile, number, by_document[profile.document], statements)
    ]
    gathered = _Gathered(sorted(tellings, key=lambda one: one.order), rulings)
    gathered.keep(groups)
    for areas in _by_kind(gathered.tellings).values():
        _join_kind(areas, gathered, lineages)
    return gathered.groups()


def _left_over(
    groups: Sequence[Group], sources: Mapping[str, _Source], statements: Mapping[str, Statement]
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


class _Source:
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
        return time_of(self.reading, statement)


def _is_happening(statement: Statement) -> bool:
    return statement.supports_event() and happening_of(statement) is not None


def _opening(reading: Reading) -> int:
    """Return where the first passage of the body ends; 0 where the report is a list of items."""
    passages = reading.document.passages
    if sum(one.role == "heading" for one in passages) >= _LIST_HEADINGS:
        return 0
    return next((one.extent.end for one in passages if one.role == "body"), 0)


def _tellings(
    profile: Profile, group: int, source: _Source, statements: Mapping[str, Statement]
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
    profile: Profile, group: int, source: _Source, *, kind: Kind | None, told: Sequence[Named]
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


def _by_kind(tellings: Iterable[Telling]) -> dict[str, dict[str, list[Telling]]]:
    """Return tellings that might be of one happening: by kind, then by country; "" where none is told."""
    found: dict[str, dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for one in tellings:
        if one.kind is not None:
            for area in sorted(one.area) or [""]:
                found[one.kind.name][area].append(one)
    return {name: dict(sorted(found[name].items())) for name in sorted(found)}


class _Gathered:
    """Which tellings are of one happening so far, and why."""

    def __init__(self, tellings: Sequence[Telling], rulings: Rulings) -> None:
        self.tellings = tellings
        self._at = {one.profile.key: at for at, one in enumerate(tellings)}
        self._root = list(range(len(tellings)))
        self._joins: dict[tuple[int, int], Join] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for a, b in rulings.apart:
            self._apart[a].add(b)
            self._apart[b].add(a)
        self._members: dict[int, set[str]] = {
            at: set(one.profile.statements) for at, one in enumerate(tellings)
        }

    def keep(self, groups: Sequence[Group]) -> None:
        """Join what was held to be of one event and tells of one kind on days that meet."""
        told: dict[tuple[int, str], list[Telling]] = defaultdict(list)
        for one in self.tellings:
            told[one.group, one.kind.name if one.kind else one.profile.key].append(one)
        grounds = {
            frozenset((join.earlier, join.later)): join for group in groups for join in group.joins
        }
        for members in sorted(told.values(), key=lambda ones: ones[0].order):
            for leader, follower in _held_together(members):
                join = grounds.get(frozenset((leader.profile.key, follower.profile.key)))
                ground = join.grounds if join else (Ground("event", 1.0, "grouped before"),)
                self.join(leader, follower, ground)

    def join(self, a: Telling, b: Telling, grounds: tuple[Ground, ...]) -> None:
        """Hold two tellings to be of one happening, unless a person holds any of them apart."""
        first, second = self._at[a.profile.key], self._at[b.profile.key]
        low, high = sorted((self.root(first), self.root(second)))
        if low == high or self._kept_apart(low, high):
            return
        self._root[high] = low
        self._members[low] |= self._members.pop(high)
        early, late = sorted((first, second))
        self._joins[early, late] = Join(
            earlier=self.tellings[early].profile.key,
            later=self.tellings[late].profile.key,
            score=sum(ground.points for ground in grounds),
            grounds=grounds,
        )

    def root_of(self, one: Telling) -> int:
        """Return the number of the happening a telling is of so far."""
        return self.root(self._at[one.profile.key])

    def root(self, at: int) -> int:
        """Return the number of the happening that the telling of a number is of so far."""
        while self._root[at] != at:
            self._root[at] = self._root[self._root[at]]
            at = self._root[at]
        return at

    def groups(self) -> tuple[Group, ...]:
        """Return the happenings, in order of first report."""
        members: dict[int, list[Profile]] = defaultdict(list)
        joins: dict[int, list[Join]] = defaultdict(list)
        for at, one in enumerate(self.tellings):
            members[self.root(at)].append(one.profile)
        for (early, _), join in sorted(self._joins.items()):
            joins[self.root(early)].append(join)
        return tuple(Group(tuple(members[at]), tuple(joins[at])) for at in sorted(members))

    def _kept_apart(self, a: int, b: int) -> bool:
        return any(
            self._apart[name] & self._members[b] for name in self._members[a] & self._apart.keys()
        )


def _held_together(members: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the tellings of one kind and group that stay together, each with the one it goes to.

    Of a kind that a place has one of at a time those whose days meet do, and one without a day where all
    others are of one day; of any other kind those of the same days, and one without where its words
    are like theirs.
    """
    leaders: list[Telling] = []
    for one in (telling for telling in members if telling.first is not None):
        leader = next((other for other in leaders if _same_days(other, one)), None)
        if leader is None:
            leaders.append(one)
        else:
            yield leader, one
    undated = [one for one in members if one.first is None]
    if not leaders:
        leaders = undated[:1]
    if len(leaders) == 1:
        yield from (
            (leaders[0], one)
            for one in undated
            if one is not leaders[0] and (_is_single(one) or _alike(leaders[0], one))
        )


def _is_single(one: Telling) -> bool:
    return one.kind is not None and one.kind.single in ("place", "country")


def _same_days(a: Telling, b: Telling) -> bool:
    return _meet(a, b) if _is_single(a) else (a.first, a.last) == (b.first, b.last)


def _meet(a: Telling, b: Telling) -> bool:
    """Say whether the days stated for two tellings allow one happening."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return True
    return a.first <= b.last + _SLACK and b.first <= a.last + _SLACK


@dataclass(slots=True)
class _Course:
    """A happening of a single kind while reports of it are joined."""

    members: list[Telling]
    origins: set[str]

    @property
    def leader(self) -> Telling:
        return self.members[0]

    def allows(self, one: Telling) -> bool:
        """Say whether the towns named allow a report; regional kinds have many."""
        if one.kind is None or one.kind.single == "country" or not one.towns:
            return True
        named = frozenset().union(*(other.towns for other in self.members))
        return not named or bool(named & one.towns)

    def add(self, one: Telling, origin: str) -> None:
        self.members.append(one)
        self.origins.add(origin)


def _join_kind(
    areas: Mapping[str, Sequence[Telling]], gathered: _Gathered, lineages: Mapping[str, str]
) -> None:
    """Join tellings of one kind, country by country, then those that name none."""
    kind = next(iter(areas.values()))[0].kind
    if kind is None or not _is_single(next(iter(areas.values()))[0]):
        for bucket in _with_nowhere(areas):
            _join_openings(bucket, gathered)
            _join_alike(bucket, gathered)
        return
    nowhere = areas.get("", ())
    courses = [
        course
        for area, bucket in areas.items()
        if area
        for course in _join_single(bucket, gathered, lineages)
    ]
    if not courses:
        _join_single(nowhere, gathered, lineages)
        return
    left = [one for one in nowhere if not _join_clear(one, courses, gathered, lineages)]
    _join_single(left, gathered, lineages)


def _with_nowhere(areas: Mapping[str, Sequence[Telling]]) -> list[Sequence[Telling]]:
    """Return the tellings country by country; those that name none go with the only country there is."""
    nowhere = areas.get("", ())
    named = [bucket for area, bucket in areas.items() if area]
    if len(named) == 1:
        return [sorted([*named[0], *nowhere], key=lambda one: one.order)]
    return [*named, nowhere]


def _join_clear(
    one: Telling, courses: Sequence[_Course], gathered: _Gathered, lineages: Mapping[str, str]
) -> bool:
    """Join a report that names no country to the course that most by far tell of; say whether it was."""
    distinct = {gathered.root_of(course.leader): course for course in courses if _fits(one, course)}
    fits = sorted(distinct.values(), key=lambda course: (-len(course.origins), course.leader.order))
    clear = len(fits) == 1 or (
        len(fits) > 1 and len(fits[0].origins) >= _CLEARLY * len(fits[1].origins)
    )
    if clear:
        _join_best(one, fits[:1], [], gathered, lineages)
    return clear


def _fits(one: Telling, course: _Course) -> bool:
    met = _meet(course.leader, one) if one.first else _could_mean(one, course.leader)
    strong = one.first is None or len(course.origins) >= _MANY
    near = strong and _near(one, course.leader)
    return (met or near) and course.allows(one)


def _join_single(
    bucket: Sequence[Telling], gathered: _Gathered, lineages: Mapping[str, str]
) -> list[_Course]:
    """Join reports of a kind that a place has one of at a time, and return what they tell of."""
    dated = sorted(
        (one for one in bucket if one.first is not None), key=_by_weight_of_day(bucket, lineages)
    )
    courses: list[_Course] = []
    for one in dated:
        fits = [course for course in courses if _meet(course.leader, one) and course.allows(one)]
        _join_best(one, fits, courses, gathered, lineages)
    courses = _absorbed(courses, gathered)
    undated = [one for one in bucket if one.first is None]
    for one in undated:
        fits = [
            course for course in courses if _could_mean(one, course.leader) and course.allows(one)
        ]
        if fits:
            _join_best(one, fits, courses, gathered, lineages)
    if not courses:
        _join_undated(undated, gathered)
    return courses


def _join_best(
    one: Telling,
    fits: Sequence[_Course],
    courses: list[_Course],
    gathered: _Gathered,
    lineages: Mapping[str, str],
) -> None:
    """Join a report to the course that most origins tell of; where none fits, it begins one."""
    origin = lineages[one.profile.document]
    if not fits:
        courses.append(_Course([one], {origin}))
        return
    best = max(fits, key=lambda course: (len(course.origins), course.leader.first or date.min))
    gathered.join(best.leader, one, _grounds(best.leader, one))
    best.add(one, origin)


def _absorbed(courses: Sequence[_Course], gathered: _Gathered) -> list[_Course]:
    """Return the courses without those that few origins put on another day than many others do.

    A report that speaks of the flood in a sentence about a later day lends it that day. Where many origins
    tell of one course and few of another soon after, without saying that it is another, they mean
    the first.
    """
    kept: list[_Course] = []
    for course in sorted(courses, key=lambda one: (-len(one.origins), one.leader.order)):
        known = next((one for one in kept if _means(course, one)), None)
        if known is None:
            kept.append(course)
        else:
            ground = Ground(
                "day", -0.5, f"{_edtf(course.leader)}, where others say {_edtf(known.leader)}"
            )
            for one in course.members:
                gathered.join(known.leader, one, (Ground("kind", 1.0, _kind_name(one)), ground))
            known.members.extend(course.members)
            known.origins |= course.origins
    return kept


def _means(course: _Course, known: _Course) -> bool:
    first, day = known.leader.first, course.leader.first
    if first is None or day is None or len(known.origins) < _MANY:
        return False
    if len(known.origins) < _CLEARLY * len(course.origins):
        return False
    near = _near(course.leader, known.leader)
    said_other = any(_ANOTHER & one.words for one in course.members)
    return near and not said_other and all(known.allows(one) for one in course.members)


def _join_undated(undated: Sequence[Telling], gathered: _Gathered) -> None:
    """Join reports without a day, where nobody states one, that come within a reach of each other."""
    for one, other in itertools.pairwise(undated):
        if one.by and other.by and abs(other.by - one.by) <= timedelta(days=REACH_DAYS):
            gathered.join(one, other, _grounds(one, other))


def _by_weight_of_day(
    bucket: Iterable[Telling], lineages: Mapping[str, str]
) -> Callable[[Telling], tuple[int, int, tuple[str, str, str]]]:
    """Return what puts first those whose days most origins state, then the narrower."""
    origins: dict[tuple[date | None, date | None], set[str]] = defaultdict(set)
    for one in bucket:
        origins[one.first, one.last].add(lineages[one.profile.document])

    def key(one: Telling) -> tuple[int, int, tuple[str, str, str]]:
        days = (one.last - one.first).days if one.first and one.last else 0
        return -len(origins[one.first, one.last]), days, one.order

    return key


def _near(a: Telling, b: Telling) -> bool:
    if a.first is None or b.first is None:
        return False
    return abs(a.first - b.first) <= timedelta(days=REACH_DAYS)


def _could_mean(one: Telling, other: Telling) -> bool:
    """Say whether a report without a day may mean a happening: it came before, and not long before."""
    if one.by is None or other.first is None:
        return False
    return other.first <= one.by <= other.first + timedelta(days=REACH_DAYS)


def _grounds(a: Telling, b: Telling) -> tuple[Ground, ...]:
    kind = Ground("kind", 1.0, _kind_name(a))
    shared = sorted(a.towns & b.towns or a.area & b.area)
    place = Ground("place", 1.0 if shared else 0.0, ", ".join(shared))
    if b.first is None:
        day = Ground(
            "day", 0.5, f"{_edtf(a) or 'none'}, the one most origins tell of before the report"
        )
    else:
        day = Ground("day", 1.0, f"{_edtf(a)} and {_edtf(b)}")
    return kind, day, place


def _kind_name(one: Telling) -> str:
    return one.kind.name if one.kind else ""


def _edtf(one: Telling) -> str:
    when = one.profile.when
    return (when.edtf or "") if isinstance(when, When) else ""


def _join_openings(bucket: Sequence[Telling], gathered: _Gathered) -> None:
    """Join a heading without a day to the one happening of its kind that its report dates."""
    by_document: dict[str, list[Telling]] = defaultdict(list)
    for one in bucket:
        by_document[one.profile.document].append(one)
    for name in sorted(by_document):
        dated = [one for one in by_document[name] if one.first is not None]
        if len({(one.first, one.last) for one in dated}) == 1:
            for one in by_document[name]:
                if one.first is None and one.opens and _towns_allow(one, dated[0]):
                    grounds = (Ground("kind", 1.0, _kind_name(one)), Ground("heading", 1.0))
                    gathered.join(dated[0], one, grounds)


def _towns_allow(a: Telling, b: Telling) -> bool:
    return not a.towns or not b.towns or bool(a.towns & b.towns) or _names_other(a, b)


def _join_alike(bucket: Sequence[Telling], gathered: _Gathered) -> None:
    """Join reports of one kind, day and place whose words share more than that.

    A report without a day in words is news of its own day or of the two before.
    """
    leaders: dict[date, list[Telling]] = defaultdict(list)
    stated = [one for one in bucket if one.first is not None and one.first == one.last]
    fresh = [one for one in bucket if one.first is None and one.by is not None]
    for one in (*sorted(stated, key=lambda one: (one.first, one.order)), *fresh):
        day = one.first or one.by
        if day is None:
            continue
        back = 1 if one.first or _is_daily(one) else _FRESH_DAYS
        near = [day - timedelta(days=days) for days in range(back)]
        known = [other for held in near for other in leaders[held] if _alike(other, one)]
        leader = known[0] if len(known) == 1 or (known and one.towns) else _nearest(known, one)
        if leader is None:
            leaders[day].append(one)
        else:
            gathered.join(leader, one, _alike_grounds(leader, one))


def _nearest(known: Sequence[Telling], one: Telling) -> Telling | None:
    """Return which of several a report without a town means: the first whose words are like its own."""
    return next((other for other in known if _share_words(other, one)), None)


def _alike(a: Telling, b: Telling) -> bool:
    if not _towns_allow(a, b):
        return False
    if _is_of_town(a) and a.first is not None and a.first == b.first:
        return True
    if _is_daily(a) and a.first is not None and b.first is not None and a.towns == b.towns:
        return True
    return _share_words(a, b)


def _share_words(a: Telling, b: Telling) -> bool:
    shared = a.words & b.words
    return len(shared) > _ALIKE_WORDS and containment(a.words, b.words) >= _ALIKE


def _is_of_town(one: Telling) -> bool:
    return one.kind is not None and one.kind.single == "town"


def _is_daily(one: Telling) -> bool:
    return one.kind is not None and one.kind.single == "day"


def _names_other(a: Telling, b: Telling) -> bool:
    """Say whether the words of one name the place of the other ("Westmere, a part of Port Orlan")."""
    return a.named <= b.words or b.named <= a.words


def _alike_grounds(a: Telling, b: Telling) -> tuple[Ground, ...]:
    words = " ".join(sorted(a.words & b.words))
    day = a.first or a.by
    return (
        Ground("kind", 1.0, _kind_name(a)),
        Ground("day", 1.0 if a.first else 0.5, day.isoformat() if day else ""),
        Ground("words", 1.0, words),
    )
