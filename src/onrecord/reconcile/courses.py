"""Disasters and the like: kinds of happening that a place or country has one of at a time.

Reports of one country mean one course of such a kind when the days they state meet; a report without a
day means the course that most origins tell of in the weeks before it.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.domain.grouping import Ground
from onrecord.reconcile.gathered import Gathered
from onrecord.reconcile.telling_pairs import (
    REACH_DAYS,
    could_mean,
    edtf_of,
    grounds_of,
    kind_name,
    meet,
    near,
)
from onrecord.reconcile.tellings import Telling

#: So many origins tell of a course that a few with another day mean the same.
_MANY = 4
#: A course is clearly meant when so many times more origins tell of it than of any other.
_CLEARLY = 3
#: Stems of what says that a happening is not the one known.
_ANOTHER = frozenset({"another", "second", "new", "fresh", "again", "third", "lat"})


@dataclass(slots=True)
class Course:
    """A happening of a single kind while reports of it are joined."""

    members: list[Telling]
    origins: set[str]

    @property
    def leader(self) -> Telling:
        """Return the telling whose days the course has: those that most origins state."""
        return self.members[0]

    def allows(self, one: Telling) -> bool:
        """Say whether the towns named allow a report; regional kinds have many."""
        if one.kind is None or one.kind.single == "country" or not one.towns:
            return True
        named = frozenset().union(*(other.towns for other in self.members))
        return not named or bool(named & one.towns)

    def add(self, one: Telling, origin: str) -> None:
        """Count a telling to the course."""
        self.members.append(one)
        self.origins.add(origin)


def join_single(
    bucket: Sequence[Telling], gathered: Gathered, lineages: Mapping[str, str]
) -> list[Course]:
    """Join reports of a kind that a place has one of at a time, and return what they tell of."""
    dated = sorted(
        (one for one in bucket if one.first is not None), key=_by_weight_of_day(bucket, lineages)
    )
    courses: list[Course] = []
    for one in dated:
        fits = [course for course in courses if meet(course.leader, one) and course.allows(one)]
        _join_best(one, fits, courses, gathered, lineages)
    courses = _absorbed(courses, gathered)
    undated = [one for one in bucket if one.first is None]
    for one in undated:
        fits = [
            course for course in courses if could_mean(one, course.leader) and course.allows(one)
        ]
        if fits:
            _join_best(one, fits, courses, gathered, lineages)
    if not courses:
        _join_undated(undated, gathered)
    return courses


def join_clear(
    one: Telling, courses: Sequence[Course], gathered: Gathered, lineages: Mapping[str, str]
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


def _fits(one: Telling, course: Course) -> bool:
    met = meet(course.leader, one) if one.first else could_mean(one, course.leader)
    strong = one.first is None or len(course.origins) >= _MANY
    lent = strong and near(one, course.leader)
    return (met or lent) and course.allows(one)


def _join_best(
    one: Telling,
    fits: Sequence[Course],
    courses: list[Course],
    gathered: Gathered,
    lineages: Mapping[str, str],
) -> None:
    """Join a report to the course that most origins tell of; where none fits, it begins one."""
    origin = lineages[one.profile.document]
    if not fits:
        courses.append(Course([one], {origin}))
        return
    best = max(fits, key=lambda course: (len(course.origins), course.leader.first or date.min))
    gathered.join(best.leader, one, grounds_of(best.leader, one))
    best.add(one, origin)


def _absorbed(courses: Sequence[Course], gathered: Gathered) -> list[Course]:
    """Return the courses without those that few origins put on another day than many others do.

    A report that speaks of the flood in a sentence about a later day lends it that day. Where many origins
    tell of one course and few of another soon after, without saying that it is another, they mean
    the first.
    """
    kept: list[Course] = []
    for course in sorted(courses, key=lambda one: (-len(one.origins), one.leader.order)):
        known = next((one for one in kept if _means(course, one)), None)
        if known is None:
            kept.append(course)
        else:
            ground = Ground(
                "day", -0.5, f"{edtf_of(course.leader)}, where others say {edtf_of(known.leader)}"
            )
            for one in course.members:
                gathered.join(known.leader, one, (Ground("kind", 1.0, kind_name(one)), ground))
            known.members.extend(course.members)
            known.origins |= course.origins
    return kept


def _means(course: Course, known: Course) -> bool:
    first, day = known.leader.first, course.leader.first
    if first is None or day is None or len(known.origins) < _MANY:
        return False
    if len(known.origins) < _CLEARLY * len(course.origins):
        return False
    close = near(course.leader, known.leader)
    said_other = any(_ANOTHER & one.words for one in course.members)
    return close and not said_other and all(known.allows(one) for one in course.members)


def _join_undated(undated: Sequence[Telling], gathered: Gathered) -> None:
    """Join reports without a day, where nobody states one, that come within a reach of each other."""
    for one, other in itertools.pairwise(undated):
        if one.by and other.by and abs(other.by - one.by) <= timedelta(days=REACH_DAYS):
            gathered.join(one, other, grounds_of(one, other))


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
