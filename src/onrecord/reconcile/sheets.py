"""A running count with all that the record says about it: `TallySheet`s."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from onrecord.domain.tally import Part, TallySheet
from onrecord.reconcile.breaks import breaks_of
from onrecord.reconcile.crosscheck import crosschecks
from onrecord.reconcile.movement import why_moved
from onrecord.reconcile.reconcile import Reconciled
from onrecord.reconcile.tally_relations import parts_of


def sheets_of(reconciled: Reconciled) -> tuple[TallySheet, ...]:
    """Return a sheet for each tally, in the order of the tallies."""
    readings = reconciled.readings
    breaks = [one for reading in readings for one in breaks_of(reading)]
    statements = {one.id: one for reading in readings for one in reading.statements}
    events = [group.event for group in reconciled.events]
    beside = {one.tally: one for one in crosschecks(reconciled.tallies, events, statements)}
    parts = parts_of(reconciled.tallies)
    below = _by(parts, lambda one: one.whole)
    above = _by(parts, lambda one: one.part)
    return tuple(
        TallySheet(
            tally=tally,
            movements=tuple(why_moved(tally, step, breaks) for step in tally.steps),
            part_of=tuple(above[tally.id]),
            parts=tuple(below[tally.id]),
            crosscheck=beside.get(tally.id),
        )
        for tally in reconciled.tallies
    )


def _by(parts: Iterable[Part], name: Callable[[Part], str]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = defaultdict(list)
    for one in parts:
        found[name(one)].append(one)
    return found
