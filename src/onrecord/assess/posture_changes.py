"""What reports of forces after a day say that those up to it did not: a function of the elements alone.

A count moved by as much as both its ends allow (domain rule 3). A report that is silent on a thing changes
nothing about it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from onrecord.domain.posture import (
    Posture,
    PostureChange,
    PostureChangeKind,
    PostureElement,
    staleness_of,
)
from onrecord.domain.quantity import Difference, Quantity, difference
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

_KEPT_FRESH = frozenset({"fresh", "ageing"})
_OLD = frozenset({"stale", "lapsed"})


def changes_since(
    elements: Iterable[PostureElement], day: date, *, today: date | None
) -> tuple[PostureChange, ...]:
    """Return how elements differ after `day`, in the order given; what bears no day is in neither part.

    Args:
        elements: The elements with all their reports.
        day: Reports for this day and earlier ones are the state before.
        today: The day everything is looked at from; with none, nothing goes stale.
    """
    return tuple(change for one in elements for change in _changes(one, day, today))


def _changes(element: PostureElement, day: date, today: date | None) -> Iterator[PostureChange]:
    before = [one for one in element.sightings if (at := _day(one)) is not None and at <= day]
    after = [one for one in element.sightings if (at := _day(one)) is not None and at > day]
    if after and not before:
        yield PostureChange("new", element, after[0])
        return
    yield from _moved(element, before, after)
    if before and not after and _went_stale(before[-1], day, today):
        yield PostureChange("gone_stale", element, before[-1], before[-1])


def _moved(
    element: PostureElement, before: Sequence[Posture], after: Sequence[Posture]
) -> Iterator[PostureChange]:
    compared: tuple[tuple[PostureChangeKind, Callable[[Posture], object]], ...] = (
        ("count", _count),
        ("area", lambda one: one.area if isinstance(one.area, str) else None),
        ("status", lambda one: one.status if isinstance(one.status, str) else None),
    )
    for kind, told in compared:
        earlier = next((one for one in reversed(before) if told(one) is not None), None)
        later = next((one for one in reversed(after) if told(one) is not None), None)
        if earlier is None or later is None or told(earlier) == told(later):
            continue
        if kind == "count":
            by = _difference(earlier, later)
            yield PostureChange(kind, element, later, earlier, by)
        else:
            yield PostureChange(kind, element, later, earlier)


def _count(one: Posture) -> object:
    count = one.count
    if isinstance(count, Unknown):
        return None
    return count.value, count.low, count.high, count.bound


def _difference(earlier: Posture, later: Posture) -> Difference | Unknown:
    if not isinstance(earlier.count, Quantity) or not isinstance(later.count, Quantity):
        return Unknown("one of the reports states no number")
    return difference(earlier.count, later.count)


def _went_stale(newest: Posture, day: date, today: date | None) -> bool:
    return (
        staleness_of(newest.as_of, day) in _KEPT_FRESH and staleness_of(newest.as_of, today) in _OLD
    )


def _day(one: Posture) -> date | None:
    return one.as_of.latest if isinstance(one.as_of, When) else None
