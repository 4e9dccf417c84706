"""What changed between two states of the record: a comparison of two `Reconciled`.

Events and counts have no id that lasts: a new report gives them another. They are told to be the same
by the statements they rest on, and a statement of an edited report by its words, which the new version
still prints.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.domain.difference import Changes, EventChange, EventField, TallyChange
from onrecord.domain.event import Event, Harm
from onrecord.domain.grouping import EventGroup
from onrecord.domain.link import Link
from onrecord.domain.tally import Observation, Tally
from onrecord.domain.unknown import Unknown
from onrecord.reconcile.change import carried_over
from onrecord.reconcile.reconcile import Reconciled


def compare_states(earlier: Reconciled, later: Reconciled) -> Changes:
    """Return what the later state has or says otherwise than the earlier one.

    A state compared with itself gives no changes.
    """
    kept = carried_over(later.readings, later.superseded)
    known = {reading.document.id for reading in (*earlier.readings, *earlier.superseded)}
    links = {_link_key(link, kept) for link in earlier.links}
    edits = {revision.id for revision in earlier.revisions}
    events = compare_events(earlier.events, later.events, kept=kept)
    tallies = compare_tallies(earlier.tallies, later.tallies, kept=kept)
    return Changes(
        arrived=tuple(
            reading.document.id for reading in later.readings if reading.document.id not in known
        ),
        events=tuple(change for change in events if change.kind != "same"),
        tallies=tuple(change for change in tallies if change.added),
        links=tuple(link for link in later.links if _link_key(link, {}) not in links),
        revisions=tuple(one for one in later.revisions if one.id not in edits),
        carried=tuple(sorted(kept.items())),
        same_events=tuple(change.after[0].event.id for change in events if change.kind == "same"),
        same_tallies=tuple(change.tally.id for change in tallies if not change.added),
    )


def compare_events(
    before: Sequence[EventGroup], after: Sequence[EventGroup], *, kept: Mapping[str, str]
) -> tuple[EventChange, ...]:
    """Return every event of either state with what it was or became.

    Events that share a statement belong together, through however many others. Those of the later
    state come in its order, those that are gone last.

    Args:
        before: Events of the earlier state.
        after: Events of the later state.
        kept: Statements of edited reports and what stands for them now.
    """
    bearers: dict[str, list[int]] = defaultdict(list)
    sides = [*((group, True) for group in after), *((group, False) for group in before)]
    for at, (group, is_after) in enumerate(sides):
        for name in group.event.statements:
            bearers[name if is_after else kept.get(name, name)].append(at)
    roots = list(range(len(sides)))
    for together in bearers.values():
        for at in together[1:]:
            _union(roots, together[0], at)
    members: dict[int, list[int]] = defaultdict(list)
    for at in range(len(sides)):
        members[_root(roots, at)].append(at)
    return tuple(
        _event_change(
            tuple(sides[at][0] for at in found if not sides[at][1]),
            tuple(sides[at][0] for at in found if sides[at][1]),
            kept=kept,
        )
        for found in members.values()
    )


def compare_tallies(
    before: Iterable[Tally], after: Iterable[Tally], *, kept: Mapping[str, str]
) -> tuple[TallyChange, ...]:
    """Return every count of the later state with the figures that are new in it."""
    known = {
        (kept.get(one.statement, one.statement), one.span.exact)
        for tally in before
        for one in tally.observations
    }
    return tuple(
        TallyChange(
            tally=tally,
            is_new=not any(_figure(one) in known for one in tally.observations),
            added=tuple(one for one in tally.observations if _figure(one) not in known),
        )
        for tally in after
    )


def _event_change(
    before: tuple[EventGroup, ...],
    after: tuple[EventGroup, ...],
    *,
    kept: Mapping[str, str],
) -> EventChange:
    had = {lineage for group in before for lineage in group.lineages}
    held = {kept.get(name, name) for group in before for name in group.event.statements}
    accounts = (account for group in after for account in group.accounts)
    has = {one.lineage for one in accounts if not held & set(one.statements)}
    fields: tuple[EventField, ...] = ()
    if len(before) == 1 and len(after) == 1:
        fields = _fields(before[0].event, after[0].event, kept=kept)
    return EventChange(before, after, tuple(sorted(has - had)) if had else (), fields)


def _fields(was: Event, now: Event, *, kept: Mapping[str, str]) -> tuple[EventField, ...]:
    claims = {kept.get(one.statement, one.statement) for one in was.responsibility}
    differing: list[tuple[EventField, bool]] = [
        ("day", _days(was) != _days(now)),
        ("place", _place(was) != _place(now)),
        ("harm", _harms(was.harm) != _harms(now.harm)),
        ("status", was.status != now.status),
        ("responsibility", bool({one.statement for one in now.responsibility} - claims)),
    ]
    return tuple(name for name, differs in differing if differs)


def _days(event: Event) -> object:
    return None if isinstance(event.when, Unknown) else event.when.edtf


def _place(event: Event) -> str:
    return "" if isinstance(event.where, Unknown) else event.where.name or event.where.text


def _harms(found: Iterable[Harm]) -> set[tuple[object, ...]]:
    return {(one.effect, one.group, one.low, one.best, one.high) for one in found}


def _figure(one: Observation) -> tuple[str, str]:
    return one.statement, one.span.exact


def _link_key(link: Link, kept: Mapping[str, str]) -> tuple[str, str, str, str]:
    """Return what makes two links one: independence and reason may be worded anew."""
    ends = kept.get(link.from_id, link.from_id), kept.get(link.to_id, link.to_id)
    return (*ends, link.kind, link.subtype)


def _root(roots: list[int], at: int) -> int:
    while roots[at] != at:
        roots[at] = roots[roots[at]]
        at = roots[at]
    return at


def _union(roots: list[int], a: int, b: int) -> None:
    """Put two under one root, the smaller, so that order does not matter."""
    first, second = sorted((_root(roots, a), _root(roots, b)))
    roots[second] = first
