"""What a statement holds besides words, voices and time: law, forces, classes of target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.domain.class_words import classes_in
from onrecord.domain.statement import Coding, Counted, Force, StatementKind
from onrecord.domain.target import TargetClass
from onrecord.read.certainty import Certainty
from onrecord.read.facts import Facts
from onrecord.read.forces import FoundForce, is_stationed
from onrecord.read.law import claims_of
from onrecord.read.sentence import SentenceReading
from onrecord.read.wording import span_in

#: Kinds of what is not yet so, by their beginning.
_AHEAD = ("fut.", "say.demand", "say.pledge", "say.announce", "say.threat")
#: Kinds that tell what forces did.
_TOLD = frozenset(
    {"occ.event", "occ.context", "occ.tally", "say.report", "say.confirm", "jdg.assessment"}
)


@dataclass(frozen=True, slots=True)
class Judged:
    """What kind of statement a clause makes, how sure it is, and what both were decided from."""

    kind: StatementKind
    certainty: Certainty
    facts: Facts


def authority_of(
    sentence: SentenceReading, judged: Judged, kind: StatementKind
) -> tuple[Coding, ...]:
    """Return what a statement of law claims about each instrument; of other kinds nothing."""
    return tuple(
        Coding(
            instrument=one.code,
            effect=one.effect,
            status=one.status,
            domain=one.domain,
            action=one.action,
            target=one.target,
            span=None
            if one.instrument is None
            else span_in(sentence, one.instrument.extent, "content"),
        )
        for one in claims_of(kind, judged.facts)
    )


def forces_of(sentence: SentenceReading, judged: Judged, kind: StatementKind) -> tuple[Force, ...]:
    """Return the elements that a report of posture names, and those that another report shows there.

    Those moved or sent in what is foretold, ordered or promised are kept too, so that a reader can see
    that they make no row: assessing takes what is told as so only.
    """
    facts = judged.facts
    ahead = kind.startswith(_AHEAD) and is_stationed(facts.tree, facts.clause, facts.forces)
    return tuple(
        Force(
            span=span_in(sentence, one.extent, "quantity"),
            kind=one.kind,
            name=one.name,
            owner=one.owner,
            count=one.count if kind == "occ.posture" or _is_stated(one) else None,
            status=one.status,
        )
        for one in facts.forces
        if kind == "occ.posture" or ahead or _is_there(one, kind)
    )


def _is_there(one: FoundForce, kind: StatementKind) -> bool:
    """Say whether a report that is of no posture shows a force moved, or doing what it tells of."""
    return (kind == "occ.event" and one.displayed) or (kind in _TOLD and one.engaged)


def _is_stated(one: FoundForce) -> bool:
    """Say whether a number is stated: a ship called by its name adds none to what is no posture."""
    return not (one.kind == "ship" and one.name)


def counted_alone(forces: Sequence[Force], counted: Sequence[Counted]) -> tuple[Counted, ...]:
    """Return the counts of forces that no number states: a ship called by its name is one ship."""
    stated = [one.quantity for one in counted]
    return tuple(
        Counted(one.span, one.count)
        for one in forces
        if one.count is not None and one.count not in stated
    )


def targets_of(judged: Judged, kind: StatementKind) -> tuple[TargetClass, ...]:
    """Return the classes a report of targets speaks of; of other kinds nothing."""
    return classes_in(judged.facts.lemmas) if kind == "tgt.reported" else ()
