"""How strongly two accounts seem to be of one event: `compare`, ground by ground.

Every ground is a named comparison with points set by hand: whole and half points, read off a logistic
regression on the development part of pooled reports of incidents (every second incident), then
rounded. A point is about one unit of log odds. What speaks against (another day, another act, nothing
specific) was made to weigh more, and `JOINED` and `UNLIKE` were chosen, by reading what was wrongly
joined in the whole pool and in reports of two crises.

What weighs most is who is named: a person to whom it happened. Words, places and days alone cannot
tell two shootings of one town and week apart; houses, ages, tolls and names can.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.domain.grouping import Ground, Join
from onrecord.reconcile.accounts import Profile
from onrecord.reconcile.families import AFTERMATH, UPON, Family, go_together
from onrecord.reconcile.likeness import cosine
from onrecord.reconcile.words import quoted

#: Accounts are joined from this score on.
JOINED = 3.5
#: What a pair counts as that was compared and came to less, or shares no key: little is known of it.
UNLIKE = 2.0
#: No more evidence than this is needed, however much there is.
CERTAIN = 10.0

#: Points for words as alike as this, and more.
_WORDS = ((0.30, 4.0), (0.23, 3.0), (0.18, 2.0), (0.14, 1.5), (0.11, 1.0))
#: Points for reports that lie this many days apart, or more.
_APART = ((121, -5.0), (31, -4.5), (8, -3.0), (4, -1.5), (2, -1.0))
#: Grounds that tell one event from others of its kind; words, names and speakers tell the topic.
_SPECIFIC = {
    "people": "people", "town": "place", "places": "place", "day": "day", "harm": "harm",
    "ages": "ages", "numbers": "numbers", "disaster": "disaster",
}  # fmt: skip
#: Families of occurrences that come in waves under the same words.
_IN_WAVES: frozenset[Family] = frozenset({"protest", "dealing"})
_MOST_PROPER = 5
_MOST_PLACED = 3
_MANY_OTHERS = 3
_WEEK = 7
_MONTH = 31


def compare(a: Profile, b: Profile) -> Join | None:
    """Return the join of two accounts, or `None` where the grounds do not come to `UNLIKE`.

    The order of the two changes nothing. A join below `JOINED` says that there is something to it and
    not enough. Whose origin a report has is no ground: that it reprints another is in its words.
    """
    first, second = sorted((a, b), key=lambda one: (one.reported, one.document, one.key))
    found = list(_grounds(first, second))
    grounds = sorted(
        [*found, *_unspecific(found, {a.family, b.family})],
        key=lambda one: (-abs(one.points), one.name),
    )
    score = min(sum(one.points for one in grounds), CERTAIN)
    if score <= UNLIKE:
        return None
    return Join(first.key, second.key, score, tuple(grounds))


def _grounds(a: Profile, b: Profile) -> Iterator[Ground]:
    yield from _by_words(a, b)
    yield from _by_names(a, b)
    yield from _by_time(a, b)
    yield from _by_place(a, b)
    yield from _by_harm(a, b)
    if not go_together(a.family, b.family) and not _follows(a.family, b.family):
        yield Ground("act", -4.0, f"{a.family} and {b.family}")
    if a.background != b.background:
        yield Ground("background", -1.0, "one tells it as lying further back")


def _unspecific(grounds: Sequence[Ground], families: set[Family]) -> Iterator[Ground]:
    """Yield what speaks against accounts that share a topic and hardly anything that tells which event.

    It speaks louder where there are many alike: every rally of a wave of protests has the same words.
    """
    agreed = {_SPECIFIC.get(one.name, "") for one in grounds if one.points > 0} - {""}
    many = 4.0 if families & _IN_WAVES else 1.0
    if not agreed:
        yield Ground("unspecific", -3.0 * many, "nothing that tells this event from others like it")
    elif len(agreed) == 1 and "people" not in agreed:
        yield Ground("unspecific", -1.0 * many, f"only {agreed.pop()}")


def _by_words(a: Profile, b: Profile) -> Iterator[Ground]:
    alike = cosine(a.likeness, b.likeness)
    points = next((points for least, points in _WORDS if alike >= least), 0.0)
    if points:
        yield Ground("words", points, f"{round(100 * alike)} of 100 alike")


def _by_names(a: Profile, b: Profile) -> Iterator[Ground]:
    x, y = a.likeness, b.likeness
    proper = (x.opening & y.proper) | (y.opening & x.proper)
    placed = proper & (x.placed | y.placed)
    if placed:
        yield Ground("places", 2.0 * min(len(placed), _MOST_PLACED), ", ".join(sorted(placed)))
    if named := len(proper - placed):
        yield Ground("names", float(min(named, _MOST_PROPER)), f"{named} names in both")
    people = len(x.people & y.people)
    if people:
        # Who a private person is stays in the words of the reports (docs/safety.md).
        yield Ground("people", 8.0 if people > 1 else 3.0, f"{people} concerned in both")
    others = len((x.people | x.others) & (y.people | y.others)) - people
    if others:
        yield Ground("speakers", 2.0 if others >= _MANY_OTHERS else 1.5, f"{others} named in both")
    ages = x.ages & y.ages
    if x.ages and y.ages:
        yield Ground("ages", 1.0 if ages else -1.0, ", ".join(sorted(ages or x.ages ^ y.ages)))
    if numbers := x.numbers & y.numbers:
        yield Ground("numbers", 1.0, ", ".join(sorted(numbers)))


def _by_time(a: Profile, b: Profile) -> Iterator[Ground]:
    gap = _gap(a, b)
    if a.disaster and a.disaster == b.disaster and a.areas & b.areas and _near(a, b):
        yield Ground("disaster", 5.0, f"{a.disaster}, one country, within a month")
        gap = 0
    points = next((points for least, points in _APART if gap is not None and gap >= least), 0.0)
    if points:
        yield Ground("reported", points, f"{gap} days apart")
    days = set(a.days) & set(b.days)
    if days and gap is not None and gap > _WEEK:
        yield Ground("day", 4.5, date.fromordinal(min(days)).isoformat())
    elif days:
        yield Ground("day", 0.5, date.fromordinal(min(days)).isoformat())
    elif a.days and b.days and not _overnight(a, b):
        told = (date.fromordinal(min(one.days)).isoformat() for one in (a, b))
        # Of reports weeks apart each may state a day of its own, that of the arrest or of the trial.
        soon = (gap is None or gap <= _WEEK) and not a.disaster
        yield Ground("day", -4.0 if soon else -2.0, " and ".join(told))


def _by_place(a: Profile, b: Profile) -> Iterator[Ground]:
    shared = [town for town in a.towns if town in b.towns]
    if shared:
        yield Ground("town", 1.0, ", ".join(sorted(a.places & b.places)) or shared[0])
    elif a.towns and b.towns:
        yield Ground("town", -1.5, quoted(sorted(a.places | b.places)))


def _by_harm(a: Profile, b: Profile) -> Iterator[Ground]:
    told = {unit: ends for unit, *ends in b.harms}
    same = [unit for unit, *ends in a.harms if told.get(unit) == ends]
    if same:
        yield Ground("harm", 2.0 * len(same), ", ".join(same))


def _near(a: Profile, b: Profile) -> bool:
    gap = _gap(a, b)
    return gap is not None and gap <= _MONTH


def _overnight(a: Profile, b: Profile) -> bool:
    """Say whether days of two accounts follow upon one another: a night has two."""
    return any(day + shift in b.days for day in a.days for shift in (-1, 1))


def _gap(a: Profile, b: Profile) -> int | None:
    """Return how many days apart the reports are; `None` where one bears no day."""
    if a.report_day is None or b.report_day is None:
        return None
    return abs(a.report_day - b.report_day)


def _follows(a: Family, b: Family) -> bool:
    """Say whether one is what follows upon the other: an arrest upon an attack."""
    return (a in AFTERMATH and b in UPON) or (b in AFTERMATH and a in UPON)
