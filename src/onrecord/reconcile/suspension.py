"""What is to be looked at again because words it rests on changed or were withdrawn: `Suspension`.

Edits and retractions are somebody else's decisions about words. What rests on them, an event, a count,
a link or the decision of a person, stays on record as it is and is suspended until a person has
looked (domain rule 19).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.domain.decision import Decision
from onrecord.domain.review import SuspendedKind, Suspension
from onrecord.reconcile.change import Change, changes_of
from onrecord.reconcile.reconcile import Reconciled
from onrecord.reconcile.rulings import settle, tie_of

#: Kinds of decision by which a person says that a suspended record was looked at.
_LOOKS = ("accept", "correct", "dismiss")


def suspended(reconciled: Reconciled, decisions: Sequence[Decision] = ()) -> tuple[Suspension, ...]:
    """Return what is suspended, in order of kind, then id.

    A suspension ends when a decision to accept, correct or dismiss names what it is because of: together
    with the record or a statement concerned, or with nothing but such reasons, which ends all that is
    because of them. Undoing that decision suspends the record again.

    Args:
        reconciled: What the documents on record say together.
        decisions: All decisions, in the order of the ledger.
    """
    change = changes_of(reconciled.readings, reconciled.superseded, reconciled.revisions)
    settled = settle(decisions, carried=change.carried)
    held = [one for one in decisions if one.id not in settled.undone]
    gone = _united(change.lost, _retracted(reconciled))
    found = [
        *_of_records(reconciled, change),
        *(_of_decision(one, gone, change) for one in held if one.kind != "undo"),
    ]
    found += _of_lost(reconciled, change, found)
    looked = [one for one in held if one.kind in _LOOKS]
    named = [frozenset(_now(one.subjects, change)) for one in looked]
    reasons = frozenset(because for one in found for because in one.because)
    left = (_without(one, named, reasons) for one in found)
    return tuple(sorted((one for one in left if one.because), key=_order))


def _of_records(reconciled: Reconciled, change: Change) -> Iterator[Suspension]:
    """Yield the events, tallies and links that rest on edited or retracted statements."""
    touched = _united(change.edited, _retracted(reconciled))
    for group in reconciled.events:
        yield _resting(group.event.id, "event", group.event.statements, touched)
    for tally in reconciled.tallies:
        named = (one.statement for one in tally.observations)
        yield _resting(tally.id, "tally", named, touched)
    for link in reconciled.links:
        if link.kind != "retracts":
            yield _resting(tie_of(link), "link", (link.from_id, link.to_id), touched)


def _resting(
    record: str, kind: SuspendedKind, named: Iterable[str], touched: Mapping[str, set[str]]
) -> Suspension:
    concerned = sorted({name for name in named if name in touched})
    because = {one for name in concerned for one in touched[name]}
    return Suspension(record, kind, tuple(sorted(because)), tuple(concerned))


def _retracted(reconciled: Reconciled) -> dict[str, frozenset[str]]:
    """Return the statements somebody took back, with the ties of the links that say so."""
    found: dict[str, set[str]] = defaultdict(set)
    for link in reconciled.links:
        if link.kind == "retracts":
            found[link.to_id].add(tie_of(link))
    return {name: frozenset(because) for name, because in found.items()}


def _united(*reasons: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    """Return all reasons there are for each statement."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in reasons:
        for name, because in one.items():
            found[name] |= because
    return found


def _of_decision(decision: Decision, gone: Mapping[str, set[str]], change: Change) -> Suspension:
    """Return a decision as suspended by the words it named that went or were taken back.

    A decision that names the edit or the retraction was made in the knowledge of it.
    """
    named = {*_now(decision.subjects, change), *_now(decision.others, change)}
    concerned = sorted(name for name in named if name in gone)
    because = {one for name in concerned for one in gone[name]} - named
    return Suspension(decision.id, "decision", tuple(sorted(because)), tuple(concerned))


def _of_lost(
    reconciled: Reconciled, change: Change, found: Iterable[Suspension]
) -> Iterator[Suspension]:
    """Yield the statements whose words went with nothing in their place that is suspended for them.

    Those that went by one edit are looked at together, under the first of them.
    """
    gone = {one.id for one in reconciled.revisions if not one.new}
    shown = {because for one in found if one.kind != "decision" for because in one.because} - gone
    by_edit: dict[frozenset[str], list[str]] = defaultdict(list)
    for reading in reconciled.superseded:
        for one in reading.statements:
            because = change.lost.get(one.id, frozenset())
            if because and not because & shown:
                by_edit[because].append(one.id)
    for because, names in by_edit.items():
        yield Suspension(names[0], "statement", tuple(sorted(because)), tuple(sorted(names)))


def _now(names: Iterable[str], change: Change) -> Iterator[str]:
    """Yield the ids by which things are known now."""
    return (change.carried.get(name, name) for name in names)


def _without(
    one: Suspension, looked: Iterable[frozenset[str]], reasons: frozenset[str]
) -> Suspension:
    """Return a suspension without what a person has looked at."""
    concerned = {one.record, *one.statements}
    seen = {name for named in looked if named & concerned or named <= reasons for name in named}
    left = tuple(because for because in one.because if because not in seen)
    return Suspension(one.record, one.kind, left, one.statements)


def _order(one: Suspension) -> tuple[str, str]:
    return one.kind, one.record
