"""From a group of accounts to the `Event` they support: act, day, place, harm, responsibility.

Each field follows from cited statements by a rule with a name: the day and the place by `settings`, the
harm by `harm`, grade and status by `responsibility`. The order of groups and of accounts changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from onrecord.domain.errors import InvariantError
from onrecord.domain.event import Event, event_from
from onrecord.domain.grouping import Account, EventGroup
from onrecord.domain.statement import Act, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.reconcile.accounts import Profile
from onrecord.reconcile.grouping import Group
from onrecord.reconcile.harm import harm_of, in_order, losses_of
from onrecord.reconcile.harm_tied import of_its_kind, tied
from onrecord.reconcile.lineage import counted_by
from onrecord.reconcile.responsibility import claims_in, grade_of, status_of
from onrecord.reconcile.settings import Told, day_of, place_of

_UNREAD = Unknown("what the accounts say fits no event")
_NO_ACT = Unknown("no act could be coded")
_NO_HARM = Unknown("no report states harm")
#: What is dated so long before the event is its background; a night runs over midnight.
_BEFORE = timedelta(days=1)


_NOBODYS = ("disaster", "accident")
_NO_DEED = Unknown("a disaster or an accident is nobody's act")


def events_of(
    groups: Iterable[Group], statements: Mapping[str, Statement], lineages: Mapping[str, str]
) -> tuple[EventGroup, ...]:
    """Return one event for each group, in order of day, then of first report.

    Args:
        groups: Accounts of one event each. What an account tells beside its statements may tell the
            day and the place, and who is said to be responsible, never that it happened.
        statements: Every statement the accounts name, by id.
        lineages: The origin of each document, by id.
    """
    found = [_event_or_bare(group, statements, lineages) for group in groups]
    return tuple(sorted(found, key=_order))


def _order(group: EventGroup) -> tuple[date, str]:
    when = group.event.when
    day = when.latest if isinstance(when, When) else None
    return day or date.max, group.event.id


def _event_or_bare(
    group: Group, statements: Mapping[str, Statement], lineages: Mapping[str, str]
) -> EventGroup:
    """Return the event of a group; where what its accounts say fits no `Event`, one with nothing derived.

    One report that cannot be summed up must not cost the record all others: its statements stay on
    record, and the event says that nothing could be told from them.
    """
    try:
        return _event_of(group, statements, lineages)
    except InvariantError:
        profiles = sorted(group.profiles, key=lambda one: (one.reported, one.document, one.key))
        ids = {name for one in profiles for name in one.statements}
        accounts = (
            Account(one.document, lineages.get(one.document, one.document), one.statements)
            for one in profiles
        )
        event = Event(tuple(sorted(ids)), _UNREAD, _UNREAD, _UNREAD, harm_grade=_NO_HARM)
        return EventGroup(event, tuple(accounts), group.joins)


def _event_of(
    group: Group, statements: Mapping[str, Statement], lineages: Mapping[str, str]
) -> EventGroup:
    profiles = sorted(group.profiles, key=lambda one: (one.reported, one.document, one.key))
    supporting = {one.key: _named(one.statements, statements) for one in profiles}
    beside = {one.key: _named(one.told, statements) for one in profiles}
    spoken = {key: in_order({**told, **beside[key]}) for key, told in supporting.items()}
    origin = {one.key: counted_by(statements[one.statements[0]], lineages) for one in profiles}
    settings = [Told(origin[one.key], one.reported, spoken[one.key]) for one in profiles]
    when, _ = day_of(settings)
    where, _ = place_of(settings)
    tellers = {teller for one in profiles for teller, _ in _by_origin(one, statements, lineages)}
    everything = {name: one for told in supporting.values() for name, one in told.items()}
    harm = of_its_kind(
        harm_of(
            losses_of(
                tied(_of_the_day(supporting[one.key], when)),
                tied(_of_the_day(beside[one.key], when)),
                lineage=origin[one.key],
                reported=one.reported,
            )
            for one in profiles
        ),
        everything,
    )
    claims = claims_in({name: one for told in spoken.values() for name, one in told.items()})
    event = replace(
        event_from(
            everything, act=_act_of(profiles, supporting), when=when, where=where, harm=harm,
            responsibility=claims,
            told=(name for told in beside.values() for name in told),
        ),
        harm_grade=grade_of(claims, lineages=len(tellers), harmed=bool(harm)) or _NO_HARM,
        status=status_of(claims),
    )  # fmt: skip
    accounts = (
        Account(one.document, teller, names)
        for one in profiles
        for teller, names in _by_origin(one, statements, lineages)
    )
    return EventGroup(event, tuple(accounts), group.joins)


def _by_origin(
    profile: Profile, statements: Mapping[str, Statement], lineages: Mapping[str, str]
) -> list[tuple[str, tuple[str, ...]]]:
    """Return the statements of an account by whom they are counted: of a list, by the outlets it credits."""
    found: dict[str, list[str]] = {}
    for name in profile.statements:
        found.setdefault(counted_by(statements[name], lineages), []).append(name)
    return [(teller, tuple(names)) for teller, names in found.items()]


def _named(names: Iterable[str], statements: Mapping[str, Statement]) -> dict[str, Statement]:
    return in_order({name: statements[name] for name in names})


def _act_of(
    profiles: Sequence[Profile], supporting: Mapping[str, Mapping[str, Statement]]
) -> Act | Unknown:
    """Return the act most accounts tell of; of two told as often, the first by code.

    A disaster is nobody's act, whatever else its reports tell of.
    """
    if 2 * sum(one.family in _NOBODYS for one in profiles) > len(profiles):
        return _NO_DEED
    votes = Counter(
        act
        for one in profiles
        for act in {told.act for told in supporting[one.key].values() if told.act}
    )
    if not votes:
        return _NO_ACT
    return min(votes, key=lambda act: (-votes[act], act.code, act.mode))


def _of_the_day(told: Mapping[str, Statement], when: When | Unknown) -> dict[str, Statement]:
    """Return the statements without those whose words place them before the event."""
    first = when.earliest if isinstance(when, When) else None
    return {
        name: one for name, one in told.items() if first is None or not _is_before(one.when, first)
    }


def _is_before(when: When | Unknown, day: date) -> bool:
    if not isinstance(when, When) or not when.text or when.latest is None:
        return False
    return when.latest < day - _BEFORE
