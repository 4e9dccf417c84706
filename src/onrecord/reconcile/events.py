"""From a group of accounts to the `Event` they support: act, day, place, harm, responsibility."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.domain.event import event_from
from onrecord.domain.grouping import Account, EventGroup
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.reconcile.grouping import Group


def events_of(
    groups: Iterable[Group], statements: Mapping[str, Statement], lineages: Mapping[str, str]
) -> tuple[EventGroup, ...]:
    """Return one event for each group, in order of day, then of first report.

    Args:
        groups: Accounts of one event each.
        statements: Every statement the accounts name, by id.
        lineages: The origin of each document, by id.
    """
    return tuple(_event_of(group, statements, lineages) for group in groups)


def _event_of(
    group: Group, statements: Mapping[str, Statement], lineages: Mapping[str, str]
) -> EventGroup:
    accounts = tuple(
        Account(one.document, lineages[one.document], one.statements) for one in group.profiles
    )
    told = [statements[name] for account in accounts for name in account.statements]
    first = told[0]
    event = event_from(
        told,
        act=first.act or Unknown("no act could be coded"),
        when=group.profiles[0].when,
        where=first.where or Unknown("no place is stated"),
    )
    return EventGroup(event, accounts, group.joins)
