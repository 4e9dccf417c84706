"""Whether two tellings may be of one happening, and on which grounds."""

from __future__ import annotations

from datetime import timedelta

from onrecord.domain.grouping import Ground
from onrecord.domain.when import When
from onrecord.reconcile.happenings import HARMING
from onrecord.reconcile.tellings import Telling
from onrecord.reconcile.words import containment

#: A report without a day may mean a happening of so many days before it.
REACH_DAYS = 45
#: Days stated for one happening lie no further apart: a night has two dates, and outlets have zones.
_SLACK = timedelta(days=1)
#: From this share of words on, two reports of one kind and day tell of one happening.
_ALIKE = 0.4
_ALIKE_WORDS = 2
#: So many killed on one day are seldom those of another happening; a few are where the place agrees.
_TELLING_COUNT, _SOME = 10, 3


def meet(a: Telling, b: Telling) -> bool:
    """Say whether the days stated for two tellings allow one happening."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return True
    return a.first <= b.last + _SLACK and b.first <= a.last + _SLACK


def same_days(a: Telling, b: Telling) -> bool:
    """Say whether two dated tellings of a kind are of one day, for single kinds of days that meet."""
    return meet(a, b) if is_single(a) else (a.first, a.last) == (b.first, b.last)


def near(a: Telling, b: Telling) -> bool:
    """Say whether two stated days lie within the reach of a report."""
    if a.first is None or b.first is None:
        return False
    return abs(a.first - b.first) <= timedelta(days=REACH_DAYS)


def could_mean(one: Telling, other: Telling) -> bool:
    """Say whether a report without a day may mean a happening: it came before, and not long before."""
    if one.by is None or other.first is None:
        return False
    return other.first <= one.by <= other.first + timedelta(days=REACH_DAYS)


def are_alike(a: Telling, b: Telling) -> bool:
    """Say whether two tellings of one kind mean one happening, given days that agree.

    Of a crowd's doings there is one a day where the same towns are named, of an explosion or a crash one a
    day and town; of everything else the words must be alike.
    """
    if not towns_allow(a, b):
        return False
    if is_of_town(a) and a.first is not None and a.first == b.first:
        return True
    if is_daily(a) and a.first is not None and b.first is not None and a.towns == b.towns:
        return True
    return share_words(a, b)


def share_words(a: Telling, b: Telling) -> bool:
    """Say whether the words of two tellings share more than their kind and day."""
    shared = a.words & b.words
    return len(shared) > _ALIKE_WORDS and containment(a.words, b.words) >= _ALIKE


def towns_allow(a: Telling, b: Telling) -> bool:
    """Say whether the towns named for two tellings may be one."""
    return not a.towns or not b.towns or bool(a.towns & b.towns) or _names_other(a, b)


def may_be_one_site(a: Telling, b: Telling) -> bool:
    """Say whether two tellings of one group may be of one site: of far-off towns the words must be alike."""
    return is_single(a) or is_daily(a) or towns_allow(a, b) or share_words(a, b) or same_count(a, b)


def same_count(a: Telling, b: Telling) -> bool:
    """Say whether two tellings of one day give one figure of the killed that hardly comes twice."""
    shared = a.killed & b.killed
    if not shared or (a.killed - shared and b.killed - shared):
        return False
    return max(shared) >= _TELLING_COUNT or (max(shared) >= _SOME and towns_allow(a, b))


def is_force(one: Telling) -> bool:
    """Say whether a telling is of force or an accident, which has its dead on one day."""
    if one.kind is None or one.kind.harms:
        return False
    return one.kind in HARMING or one.kind.name in ("violence", "clashes")


def same_force(a: Telling, b: Telling) -> bool:
    """Say whether two tellings of one day and one number of dead are of one use of force.

    A round number comes twice more easily, as do the lines of one list: there the towns must agree.
    """
    if a.area and b.area and not (a.area & b.area or a.towns & b.towns):
        return False
    count = max(a.killed)
    if a.profile.document == b.profile.document or count < _TELLING_COUNT or count % 10 == 0:
        return count >= _SOME and towns_allow(a, b) and bool(a.towns & b.towns or share_words(a, b))
    return True


def may_count_one(a: Telling, b: Telling) -> bool:
    """Say whether the counts of the dead of two tellings may be of one happening."""
    return not a.killed or not b.killed or bool(a.killed & b.killed)


def counted_grounds(a: Telling, b: Telling) -> tuple[Ground, ...]:
    """Return why two tellings of one number of dead are joined."""
    count = max(a.killed & b.killed)
    day = a.first or a.by
    return (
        Ground("killed", 1.5, str(count)),
        Ground("day", 1.0 if a.first and b.first else 0.5, day.isoformat() if day else ""),
    )


def _names_other(a: Telling, b: Telling) -> bool:
    """Say whether the words of one name the place of the other ("Westmere, a part of Port Orlan")."""
    return a.named <= b.words or b.named <= a.words


def is_single(one: Telling) -> bool:
    """Say whether a place or country has one of the kind at a time."""
    return one.kind is not None and one.kind.single in ("place", "country")


def is_of_town(one: Telling) -> bool:
    """Say whether a town has one of the kind a day."""
    return one.kind is not None and one.kind.single == "town"


def is_daily(one: Telling) -> bool:
    """Say whether a country has one of the kind a day."""
    return one.kind is not None and one.kind.single == "day"


def kind_name(one: Telling) -> str:
    """Return the name of the kind; empty where there is none."""
    return one.kind.name if one.kind else ""


def edtf_of(one: Telling) -> str:
    """Return the days of a telling as EDTF; empty where there are none."""
    when = one.profile.when
    return (when.edtf or "") if isinstance(when, When) else ""


def grounds_of(a: Telling, b: Telling) -> tuple[Ground, ...]:
    """Return why two tellings of a single kind are joined."""
    kind = Ground("kind", 1.0, kind_name(a))
    shared = sorted(a.towns & b.towns or a.area & b.area)
    place = Ground("place", 1.0 if shared else 0.0, ", ".join(shared))
    if b.first is None:
        day = Ground(
            "day", 0.5, f"{edtf_of(a) or 'none'}, the one most origins tell of before the report"
        )
    else:
        day = Ground("day", 1.0, f"{edtf_of(a)} and {edtf_of(b)}")
    return kind, day, place


def alike_grounds(a: Telling, b: Telling) -> tuple[Ground, ...]:
    """Return why two tellings that are alike are joined."""
    words = " ".join(sorted(a.words & b.words))
    day = a.first or a.by
    return (
        Ground("kind", 1.0, kind_name(a)),
        Ground("day", 1.0 if a.first else 0.5, day.isoformat() if day else ""),
        Ground("words", 1.0, words),
    )
