"""From groups of accounts to happenings: each group split by what happened when, and told-of-one joined.

A report tells of a storm, of the dam that burst in it and of those arrested for it in one breath, so an
account may hold all three; a timeline needs three (`tellings`). And of a disaster a hundred reports say
"the flood" without a day, because everybody knows which (`courses`). Of any other kind (a protest,
an arrest) two reports mean one only when day, kind and place agree and their words share more than
that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from onrecord.domain.grouping import Ground
from onrecord.domain.quantity import Number
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.reconcile.courses import join_clear, join_single
from onrecord.reconcile.gathered import Gathered
from onrecord.reconcile.grouping import Group
from onrecord.reconcile.happenings import HARMING
from onrecord.reconcile.rulings import NO_RULINGS, Rulings
from onrecord.reconcile.telling_pairs import (
    alike_grounds,
    are_alike,
    counted_grounds,
    is_daily,
    is_force,
    is_single,
    kind_name,
    may_count_one,
    meet,
    same_force,
    share_words,
    towns_allow,
)
from onrecord.reconcile.tellings import Source, Telling, left_over, tellings_of

#: A report that states no day is news of so many days, its own among them.
_FRESH_DAYS = 3


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
        rulings: What people decided: what they hold together is, and nothing they hold apart.
    """
    by_document = {one.document.id: Source(one) for one in readings}
    tellings = [
        telling
        for number, group in enumerate((*groups, *left_over(groups, by_document, statements)))
        for profile in group.profiles
        for telling in tellings_of(profile, number, by_document[profile.document], statements)
    ]
    gathered = Gathered(sorted(tellings, key=lambda one: one.order), rulings)
    gathered.decide(rulings.together)
    gathered.keep(groups)
    for areas in _by_kind(gathered.tellings).values():
        _join_kind(areas, gathered, lineages)
    _join_plain(gathered)
    _join_counted(gathered)
    return gathered.groups()


def _join_plain(gathered: Gathered) -> None:
    """Join a heading that says only that force was used to the force its report opens with.

    "Market attack kills nine" over "Shells hit a market" is one happening; where the report opens with
    more than that one, or the days, towns or dead differ, it stays by itself.
    """
    opening: dict[str, list[Telling]] = defaultdict(list)
    for one in gathered.tellings:
        if one.opens and is_force(one):
            opening[one.profile.document].append(one)
    for document in sorted(opening):
        plain = [one for one in opening[document] if kind_name(one) in ("attack", "violence")]
        other = [one for one in opening[document] if one not in plain and one.kind in HARMING]
        if len(plain) != 1 or len(other) != 1 or not meet(plain[0], other[0]):
            continue
        alike = plain[0].words & other[0].words and may_count_one(plain[0], other[0])
        if alike and towns_allow(plain[0], other[0]):
            grounds = (Ground("kind", 0.5, kind_name(other[0])), Ground("heading", 1.0))
            gathered.join(other[0], plain[0], grounds)


def _join_counted(gathered: Gathered) -> None:
    """Join uses of force of one day and country that killed as many, whatever kind their words name.

    One outlet's gun battle is another's raid, and one names the town, another its suburb; the same number
    of dead on one day is hardly another happening's. A report without a day is news of its own or of the days
    before.
    """
    by_count: dict[Number, list[Telling]] = defaultdict(list)
    for one in gathered.tellings:
        if is_force(one) and one.killed and (one.first or one.by) and one.first == one.last:
            by_count[max(one.killed)].append(one)
    for count in sorted(by_count):
        leaders: dict[date, list[Telling]] = defaultdict(list)
        for one in sorted(by_count[count], key=lambda one: (one.first is None, one.order)):
            day = one.first or one.by
            assert day is not None
            ahead, back = (1, 1) if one.first else (0, _FRESH_DAYS)
            near = [day + timedelta(days=shift) for shift in range(ahead, -back - 1, -1)]
            known = [other for held in near for other in leaders[held] if same_force(other, one)]
            if known:
                gathered.join(known[0], one, counted_grounds(known[0], one))
            else:
                leaders[day].append(one)


def _by_kind(tellings: Iterable[Telling]) -> dict[str, dict[str, list[Telling]]]:
    """Return tellings that might be of one happening: by kind, then by country; "" where none is told."""
    found: dict[str, dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for one in tellings:
        if one.kind is not None:
            for area in sorted(one.area) or [""]:
                found[one.kind.name][area].append(one)
    return {name: dict(sorted(found[name].items())) for name in sorted(found)}


def _join_kind(
    areas: Mapping[str, Sequence[Telling]], gathered: Gathered, lineages: Mapping[str, str]
) -> None:
    """Join tellings of one kind, country by country, then those that name none."""
    kind = next(iter(areas.values()))[0].kind
    if kind is None or not is_single(next(iter(areas.values()))[0]):
        for bucket in _with_nowhere(areas):
            _join_openings(bucket, gathered)
            _join_alike(bucket, gathered)
        return
    nowhere = areas.get("", ())
    courses = [
        course
        for area, bucket in areas.items()
        if area
        for course in join_single(bucket, gathered, lineages)
    ]
    if not courses:
        join_single(nowhere, gathered, lineages)
        return
    left = [one for one in nowhere if not join_clear(one, courses, gathered, lineages)]
    join_single(left, gathered, lineages)


def _with_nowhere(areas: Mapping[str, Sequence[Telling]]) -> list[Sequence[Telling]]:
    """Return the tellings country by country; those that name none go with the only country there is."""
    nowhere = areas.get("", ())
    named = [bucket for area, bucket in areas.items() if area]
    if len(named) == 1:
        return [sorted([*named[0], *nowhere], key=lambda one: one.order)]
    return [*named, nowhere]


def _join_openings(bucket: Sequence[Telling], gathered: Gathered) -> None:
    """Join a heading without a day to the one happening of its kind that its report dates."""
    by_document: dict[str, list[Telling]] = defaultdict(list)
    for one in bucket:
        by_document[one.profile.document].append(one)
    for name in sorted(by_document):
        dated = [one for one in by_document[name] if one.first is not None]
        if len({(one.first, one.last) for one in dated}) == 1:
            for one in by_document[name]:
                if one.first is None and one.opens and towns_allow(one, dated[0]):
                    grounds = (Ground("kind", 1.0, kind_name(one)), Ground("heading", 1.0))
                    gathered.join(dated[0], one, grounds)


def _join_alike(bucket: Sequence[Telling], gathered: Gathered) -> None:
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
        back = 1 if one.first or is_daily(one) else _FRESH_DAYS
        near = [day - timedelta(days=days) for days in range(back)]
        known = [other for held in near for other in leaders[held] if are_alike(other, one)]
        leader = known[0] if len(known) == 1 or (known and one.towns) else _nearest(known, one)
        if leader is None:
            leaders[day].append(one)
        else:
            gathered.join(leader, one, alike_grounds(leader, one))


def _nearest(known: Sequence[Telling], one: Telling) -> Telling | None:
    """Return which of several a report without a town means: the first whose words are like its own."""
    return next((other for other in known if share_words(other, one)), None)
