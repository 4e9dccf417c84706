"""Decisions of people: onto the ledger, and from the ledger to what reconciling uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from onrecord.domain.decision import Decided, Decision
from onrecord.domain.errors import UsageError
from onrecord.domain.ledger import Draft
from onrecord.domain.reading import Reading
from onrecord.domain.records import record_of
from onrecord.ports.clock import Clock
from onrecord.ports.record_store import RecordStore
from onrecord.reconcile.change import carried_over
from onrecord.reconcile.rulings import NO_RULINGS, Rulings, rulings_of, settle
from onrecord.reconcile.versions import split_versions


def decide(store: RecordStore, clock: Clock, decision: Decision) -> Decided | None:
    """Put one decision on record, durably, beside what it is about.

    `decision.after` is filled in here. What the same person decided before, and what is wholly in force,
    is not decided again.

    Returns:
        What was put on record; `None` where the same is in force already.

    Raises:
        UsageError: it undoes what is not on record, or what was undone already.
        StoreError: nothing was written.
    """
    known = [one.decision for one in load_decisions(store)]
    settled = settle(known)
    if decision.reverses is not None:
        _require_standing(decision.reverses, known=known, undone=settled.undone.keys())
    past = settled.undone.keys() | settled.overridden.keys()
    if any(one.same_as(decision) and one.id not in past for one in known):
        return None
    placed = replace(decision, after=_newest(decision, known))
    named = (*placed.subjects, *placed.others)
    draft = Draft(
        "decision", placed, agent=placed.by, sources=named, supersedes=placed.reverses,
        review="reviewed",
    )  # fmt: skip
    written = store.append([draft], at=clock.now())
    return Decided(placed, written[0].header.created_at) if written else None


def load_decisions(store: RecordStore, *, as_of: str | None = None) -> tuple[Decided, ...]:
    """Return every decision on record at `as_of`, in the order of the ledger.

    Raises:
        StoreTooNew: a newer Onrecord wrote one of them.
        LedgerBroken: one of them cannot be read.
    """
    return tuple(
        Decided(cast("Decision", record_of(entry)), entry.header.created_at)
        for entry in store.entries(kind="decision", as_of=as_of)
    )


def load_rulings(
    store: RecordStore, readings: Sequence[Reading], *, as_of: str | None = None
) -> Rulings:
    """Return what is in force at `as_of`.

    Args:
        store: Where the decisions are.
        readings: Every capture on record at `as_of`, all versions: a decision about words that stand in
            the current version too is a decision about that version.
        as_of: The time asked about; `None` is now.
    """
    decisions = [one.decision for one in load_decisions(store, as_of=as_of)]
    if not decisions:
        return NO_RULINGS
    return rulings_of(decisions, carried=carried_over(*split_versions(readings)))


def _require_standing(name: str, *, known: Sequence[Decision], undone: Iterable[str]) -> None:
    if name not in [one.id for one in known]:
        raise UsageError(f"{name}: no such decision is on record; `onrecord review log` lists them")
    if name in undone:
        raise UsageError(f"{name}: it was undone already; undo the undo to bring it back")


def _newest(decision: Decision, known: Iterable[Decision]) -> str | None:
    """Return the id of the newest decision about one of the same things, or about such a decision."""
    named = {*decision.subjects, *decision.others, decision.reverses} - {None}
    found: str | None = None
    for one in known:
        if named & {*one.subjects, *one.others, one.id, one.reverses}:
            found = one.id
            named.add(one.id)
    return found
