"""What a statement holds besides words, voices and time: law, forces, classes of target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.domain.class_words import classes_in
from onrecord.domain.statement import Coding, Counted, Force, StatementKind
from onrecord.domain.target import TargetClass
from onrecord.read.certainty import Certainty
from onrecord.read.facts import Facts
from onrecord.read.law import claims_of
from onrecord.read.sentence import SentenceReading
from onrecord.read.wording import span_in


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
    """Return the elements that a report of posture names, and those that a report of an event shows moved."""
    if kind not in ("occ.posture", "occ.event"):
        return ()
    return tuple(
        Force(
            span=span_in(sentence, one.extent, "quantity"),
            kind=one.kind,
            name=one.name,
            owner=one.owner,
            count=one.count,
            status=one.status,
        )
        for one in judged.facts.forces
        if kind == "occ.posture" or one.displayed
    )


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
