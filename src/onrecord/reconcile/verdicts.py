"""How each decision stands now: in force, undone, overridden, suspended, or about nothing on record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.domain.decision import Decided, Decision
from onrecord.domain.review import Suspension, Verdict, VerdictState
from onrecord.reconcile.change import carried_over
from onrecord.reconcile.corrections import corrected_in
from onrecord.reconcile.reconcile import Reconciled
from onrecord.reconcile.rulings import Settled, is_tie, settle, tie_of

#: Prefixes of ids that lead to something on record; a concern that was looked at leads nowhere.
_LASTING = ("stm-", "tie-", "rev-", "doc-")


def verdicts_of(
    decided: Sequence[Decided], reconciled: Reconciled, suspensions: Iterable[Suspension]
) -> tuple[Verdict, ...]:
    """Return every decision with how it stands, in the order of the ledger.

    A decision about what is no longer on record is idle, never an error: it holds again when that comes
    back.

    Args:
        decided: Every decision, in the order of the ledger.
        reconciled: What the documents on record say together, under these decisions.
        suspensions: What waits to be looked at again.
    """
    carried = carried_over(reconciled.readings, reconciled.superseded)
    settled = settle([one.decision for one in decided], carried=carried)
    waiting = {one.record: one.because for one in suspensions if one.kind == "decision"}
    known = _known(reconciled) | carried.keys()
    beside = {one.decision for one in corrected_in(reconciled, settled.rulings)}
    found: list[Verdict] = []
    for one in decided:
        name = one.decision.id
        state, because = _weighed(name, settled, waiting.get(name, ()))
        if state in ("in_force", "in_part") and _is_idle(one.decision, known, beside):
            state, because = "idle", ()
        found.append(Verdict(one, state, because))
    return tuple(found)


def _weighed(
    name: str, settled: Settled, waiting: tuple[str, ...]
) -> tuple[VerdictState, tuple[str, ...]]:
    """Return how a decision stands among the others, and what made it so."""
    later = settled.overridden.get(name, ())
    if name in settled.undone:
        return "undone", (settled.undone[name],)
    if later and name not in settled.holding:
        return "overridden", later
    if waiting:
        return "suspended", waiting
    return ("in_part", later) if later else ("in_force", ())


def _known(reconciled: Reconciled) -> set[str]:
    return {
        *(reading.document.id for reading in reconciled.readings),
        *(one.id for reading in reconciled.readings for one in reading.statements),
        *(tie_of(one) for one in reconciled.links),
        *(one.id for one in reconciled.revisions),
    }


def _is_idle(decision: Decision, known: set[str], beside: set[str]) -> bool:
    """Say whether what a decision is about is no longer on record."""
    lasting = [name for name in decision.subjects if name.startswith(_LASTING)]
    present = sum(name in known for name in lasting)
    match decision.kind:
        case "undo":
            return False
        case "merge":
            return present < 2  # noqa: PLR2004 - one statement alone is held together with nothing
        case "split":
            return not present or not any(name in known for name in decision.others)
        case "correct":
            return decision.id not in beside
        case "dismiss":  # a link that was dismissed is left out, so that its absence shows nothing
            return bool(lasting) and not present and not any(map(is_tie, lasting))
        case _:
            return bool(lasting) and not present
