"""Values people give beside a machine's, and the list of everything that was put right on record.

Nothing is overwritten: the machine's value stays, and the list says what it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from onrecord.domain.event import Event
from onrecord.domain.grouping import EventGroup
from onrecord.domain.quantity import Number
from onrecord.domain.review import Corrected
from onrecord.domain.revision import Revision
from onrecord.domain.statement import Statement
from onrecord.domain.tally import Observation, Tally
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.reconcile.reconcile import Reconciled
from onrecord.reconcile.rulings import Correction, Rulings

NOT_KNOWN = "not known"
#: Kinds of harm whose number may be corrected.
HARMS = ("killed", "injured", "missing", "detained", "displaced")
#: Effects as the list of corrections words them.
_BESIDE = "shown beside the value that was read, because: {why}"
_RETRACTED = "what rests on it is suspended until somebody has looked"


def corrected_in(reconciled: Reconciled, rulings: Rulings) -> tuple[Corrected, ...]:
    """Return the corrections in force that have something to stand beside, in order of the ledger.

    A correction names an event by its statements. Where these lie in several events now, it is no longer
    plain which is meant, and it stands beside none of them.
    """
    found: list[Corrected] = []
    for one in rulings.corrected:
        beside = _event_value(one, reconciled.events) or _figure_value(one, reconciled.tallies)
        if beside is not None:
            found.append(
                Corrected(
                    record=beside[0],
                    field=one.field,
                    machine=beside[1],
                    value=one.value,
                    by=one.by,
                    why=one.why,
                    decision=one.decision,
                    statements=one.statements,
                )
            )
    return tuple(found)


def corrections_of(reconciled: Reconciled, rulings: Rulings) -> tuple[Revision, ...]:
    """Return what was put right: by publishers and issuers, then by people on the record.

    Edits in order of document, retractions, figures that their issuers put right, and corrections of
    people in order of the ledger.
    """
    statements = {one.id: one for reading in reconciled.readings for one in reading.statements}
    return (
        *reconciled.revisions,
        *_retractions(reconciled, statements),
        *_revised_figures(reconciled.tallies),
        *(
            Revision(
                record=one.record,
                old=f"{one.field}: {one.machine}",
                new=f"{one.field}: {one.value}",
                reason="correction",
                by=one.by,
                effect=_BESIDE.format(why=one.why),
            )
            for one in corrected_in(reconciled, rulings)
        ),
    )


def _event_value(one: Correction, events: Iterable[EventGroup]) -> tuple[str, str] | None:
    """Return the one event a correction is about, and what the machine says there."""
    look = EVENT_FIELDS.get(one.field)
    named = set(one.statements)
    found = [group.event for group in events if named & set(group.event.statements)]
    if look is None or len(found) != 1:
        return None
    return found[0].id, look(found[0])


def _figure_value(one: Correction, tallies: Iterable[Tally]) -> tuple[str, str] | None:
    """Return the one figure a correction is about, and what the machine says there.

    Where a statement gives several figures, the field names the unit: "figure:people_killed".
    """
    name, _, unit = one.field.partition(":")
    look = FIGURE_FIELDS.get(name)
    found = [
        (tally.id, observation)
        for tally in tallies
        for observation in tally.observations
        if observation.statement in one.statements and unit in ("", tally.scope.unit)
    ]
    if look is None or len(found) != 1:
        return None
    return found[0][0], look(found[0][1])


def _retractions(reconciled: Reconciled, statements: Mapping[str, Statement]) -> Iterable[Revision]:
    origins = dict(reconciled.lineages)
    for link in reconciled.links:
        if link.kind == "retracts" and link.to_id in statements and link.from_id in statements:
            by = statements[link.from_id]
            voices = [voice.label for voice in by.voices]
            yield Revision(
                record=link.to_id,
                old=statements[link.to_id].content.exact,
                new="",
                reason="retraction",
                by=by.actor or (voices[-1] if voices else origins.get(by.document, by.document)),
                effect=_RETRACTED,
                old_span=statements[link.to_id].content,
                new_span=by.content,
            )


def _revised_figures(tallies: Iterable[Tally]) -> Iterable[Revision]:
    """Yield the falls that a statement on record says are corrections (domain rule 4)."""
    for tally in tallies:
        by_statement = {one.statement: one for one in reversed(tally.observations)}
        for step in tally.steps:
            if step.kind == "revision" and {step.earlier, step.later} <= by_statement.keys():
                earlier, later = by_statement[step.earlier], by_statement[step.later]
                issuer = later.lineage if isinstance(later.issuer, Unknown) else later.issuer
                yield Revision(
                    record=tally.id,
                    old=earlier.span.exact,
                    new=later.span.exact,
                    reason="correction",
                    by=issuer,
                    effect="both figures stay on record",
                    old_span=earlier.span,
                    new_span=later.span,
                )


def ends_words(low: Number | None, high: Number | None) -> str:
    """Return a range in the form a correction takes: `3`, `3-5`, `3-` (at least), `-5` (at most)."""
    if low == high:
        return NOT_KNOWN if low is None else str(low)
    return f"{'' if low is None else low}-{'' if high is None else high}"


def _day(when: When | Unknown) -> str:
    return NOT_KNOWN if isinstance(when, Unknown) or when.edtf is None else when.edtf


def _place(event: Event) -> str:
    return NOT_KNOWN if isinstance(event.where, Unknown) else event.where.name or event.where.text


def _grade(event: Event) -> str:
    return NOT_KNOWN if isinstance(event.harm_grade, Unknown) else event.harm_grade


def _harm(effect: str) -> Callable[[Event], str]:
    def look(event: Event) -> str:
        told = [
            f"{ends_words(harm.low, harm.high)}{'' if harm.group == 'not_stated' else f' {harm.group}'}"
            for harm in event.harm
            if harm.effect == effect
        ]
        return ", ".join(told) or NOT_KNOWN

    return look


def _issuer(one: Observation) -> str:
    return NOT_KNOWN if isinstance(one.issuer, Unknown) else one.issuer


#: Fields of an event that people may correct, each with what the machine says there.
EVENT_FIELDS: Mapping[str, Callable[[Event], str]] = MappingProxyType(
    {
        "day": lambda event: _day(event.when),
        "place": _place,
        "status": lambda event: event.status,
        "grade": _grade,
        **{effect: _harm(effect) for effect in HARMS},
    }
)
#: Fields of a figure that people may correct.
FIGURE_FIELDS: Mapping[str, Callable[[Observation], str]] = MappingProxyType(
    {
        "figure": lambda one: ends_words(one.quantity.low, one.quantity.high),
        "as_of": lambda one: _day(one.as_of),
        "issuer": _issuer,
    }
)
