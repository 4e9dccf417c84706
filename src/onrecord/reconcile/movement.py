"""Why a count moved: what the two figures of a step, and statements about them, say.

The record never guesses at causes. It says who counted, whether the same count rose, whether more is
counted than before, or which statement says that the figure was put right and for what reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.domain.quantity import difference
from onrecord.domain.tally import Movement, MovementKind, Observation, Scope, Step, Tally
from onrecord.domain.unknown import Unknown
from onrecord.reconcile.breaks import Break
from onrecord.reconcile.tallies import voice_of
from onrecord.reconcile.tally_relations import relation


def why_moved(tally: Tally, step: Step, breaks: Iterable[Break] = ()) -> Movement:
    """Return what moved a count from one figure to the next.

    Args:
        tally: The count.
        step: One of its steps.
        breaks: What documents say of figures that no longer hold, for the reason they give.

    Raises:
        ValueError: the step does not lie between two observations of the tally.
    """
    earlier, later = ends_of(tally, step)
    told = _told(step.cited, breaks)
    kind, reason = _why(step, earlier, later)
    return Movement(
        kind=kind,
        earlier=earlier,
        later=later,
        change=step.change,
        reason=reason,
        words=told.reason if told is not None else "",
        statements=tuple(dict.fromkeys((step.earlier, step.later, *step.cited))),
    )


def why_wider(earlier: tuple[Scope, Observation], later: tuple[Scope, Observation]) -> Movement:
    """Return why a figure of one tally differs from an earlier one of a related tally: what is counted.

    Args:
        earlier: A scope and a figure of it.
        later: The other scope and a later figure.
    """
    how = relation(later[0], earlier[0])
    told: dict[str, tuple[MovementKind, str]] = {
        "wider": ("scope", f"more is counted: {how.reason}"),
        "narrower": ("scope", f"less is counted: {how.reason}"),
    }
    kind, reason = told.get(how.kind, ("undetermined", how.reason))
    first, second = earlier[1], later[1]
    return Movement(
        kind=kind,
        earlier=first,
        later=second,
        change=difference(first.quantity, second.quantity),
        reason=reason,
        words="",
        statements=(first.statement, second.statement),
    )


def ends_of(tally: Tally, step: Step) -> tuple[Observation, Observation]:
    """Return the observations a step lies between.

    Raises:
        ValueError: no two observations of its statements give the change it names.
    """
    for earlier in (one for one in tally.observations if one.statement == step.earlier):
        for later in (one for one in tally.observations if one.statement == step.later):
            if earlier != later and difference(earlier.quantity, later.quantity) == step.change:
                return earlier, later
    raise ValueError(f"the step does not lie between two figures of {tally.id}")


def _told(cited: Sequence[str], breaks: Iterable[Break]) -> Break | None:
    """Return the cited statement that puts the figure right, one with a reason before others."""
    named = [one for one in breaks if one.statement in cited]
    return min(named, key=lambda one: (not one.reason, one.statement), default=None)


def _why(step: Step, earlier: Observation, later: Observation) -> tuple[MovementKind, str]:
    who, other = _name(later), _name(earlier)
    if step.kind == "revision":
        return "revision", f"{who} put the figure right"
    if step.kind == "fall_unexplained":
        return "unexplained", f"{who} gives less than before, and no statement on record says why"
    same = voice_of(earlier) == voice_of(later)
    if step.kind == "same":
        return ("same_issuer" if same else "another_issuer"), f"{who} gives the same figure"
    if isinstance(step.change, Unknown) or step.kind == "undetermined":
        return "undetermined", "the two figures leave open by how much it moved"
    if same:
        return "same_issuer", f"{who} counted more"
    return "another_issuer", f"{who} gives a figure of its own, after one by {other}"


def _name(one: Observation) -> str:
    named = one.outlet if isinstance(one.issuer, Unknown) else one.issuer
    return one.lineage if isinstance(named, Unknown) else named
