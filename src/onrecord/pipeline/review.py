"""What lies on the desk of whoever reviews: what is worth a look, and what the ids they type mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from onrecord.domain.decision import Decided
from onrecord.domain.edtf import is_edtf
from onrecord.domain.errors import UsageError
from onrecord.domain.event import EventStatus, HarmGrade
from onrecord.domain.review import Concern, Corrected, Suspension, Verdict
from onrecord.domain.revision import Revision
from onrecord.domain.statement import Statement
from onrecord.pipeline.decisions import load_decisions
from onrecord.pipeline.record import load_readings
from onrecord.ports.archive import Archive
from onrecord.ports.gazetteer import Gazetteer
from onrecord.ports.record_store import RecordStore
from onrecord.reconcile.actors import resolve_actors
from onrecord.reconcile.actors_cast import cast_of
from onrecord.reconcile.change import carried_over
from onrecord.reconcile.corrections import (
    EVENT_FIELDS,
    FIGURE_FIELDS,
    HARMS,
    corrected_in,
    corrections_of,
)
from onrecord.reconcile.queue import concerns_of
from onrecord.reconcile.reconcile import Reconciled, reconcile
from onrecord.reconcile.rulings import Rulings, rulings_of, tie_of
from onrecord.reconcile.suspension import suspended
from onrecord.reconcile.verdicts import verdicts_of
from onrecord.reconcile.versions import split_versions

#: An id may be cut to this many characters after its prefix, or without it, where that is plain.
FEWEST_CHARS = 4
_LONGEST_VALUE = 200
#: More people than live.
_LARGEST = 10_000_000_000
#: What has another id as soon as a report changes it: decisions name what it rests on.
_NAMED_OTHERWISE = ("evt-", "tal-", "lnk-")
#: How a number or a range is written in a correction.
_NUMBER = re.compile(r"\d+|\d+-\d*|-\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Review:
    """The record with what people decided about it and what they have not looked at.

    Attributes:
        reconciled: What the documents say together, under the decisions in force.
        decided: Every decision, in the order of the ledger.
        rulings: What is in force of them.
        suspensions: What waits to be looked at again.
        concerns: What is worth a look, the most urgent first.
        corrected: Values people give beside a machine's.
        corrections: Everything that was put right.
        verdicts: How each decision stands.
    """

    reconciled: Reconciled
    decided: tuple[Decided, ...]
    rulings: Rulings
    suspensions: tuple[Suspension, ...]
    concerns: tuple[Concern, ...]
    corrected: tuple[Corrected, ...]
    corrections: tuple[Revision, ...]
    verdicts: tuple[Verdict, ...]


def review_of(
    store: RecordStore, archive: Archive, gazetteer: Gazetteer, *, as_of: str | None = None
) -> Review:
    """Return everything there is to review at `as_of`.

    Raises:
        StoreError: the record cannot be read.
    """
    readings = load_readings(store, archive, as_of=as_of)
    decided = load_decisions(store, as_of=as_of)
    decisions = [one.decision for one in decided]
    rulings = rulings_of(decisions, carried=carried_over(*split_versions(readings)))
    reconciled = reconcile(readings, rulings=rulings)
    suspensions = suspended(reconciled, decisions)
    casts = [cast_of(reading, gazetteer) for reading in reconciled.readings]
    actors = resolve_actors(casts, lineages=dict(reconciled.lineages))
    return Review(
        reconciled=reconciled,
        decided=decided,
        rulings=rulings,
        suspensions=suspensions,
        concerns=concerns_of(reconciled, suspensions, rulings, unclear=actors.open),
        corrected=corrected_in(reconciled, rulings),
        corrections=corrections_of(reconciled, rulings),
        verdicts=verdicts_of(decided, reconciled, suspensions),
    )


def find(review: Review, name: str) -> str:
    """Return the one id on record that `name` is, or begins, with or without its prefix.

    Raises:
        UsageError: it is too short, nobody has it, or several begin so.
    """
    if len(name.partition("-")[2] or name) < FEWEST_CHARS:
        raise UsageError(f"{name}: too short; give {FEWEST_CHARS} or more characters of an id")
    found = {
        one for one in _ids(review) if one.startswith(name) or one.split("-")[1].startswith(name)
    }
    if name in found:
        return name
    if not found:
        raise UsageError(f"{name}: nothing on record has this id; `onrecord review` lists ids")
    if len(found) > 1:
        some = ", ".join(sorted(found)[:3])
        raise UsageError(f"{name}: {len(found)} ids begin so ({some} …); give more of it")
    return found.pop()


def subjects_of(review: Review, name: str) -> tuple[str, ...]:
    """Return what a decision to accept or dismiss `name` is about, sorted.

    An event or a tally is named by its statements, a link by its tie, because these stay when reports
    arrive; what is suspended is named with what it is suspended because of.
    """
    named = set(_lasting_names(review, name))
    for concern in review.concerns:
        if concern.id == name:
            named |= set(_accepting(concern, review))
    for suspension in review.suspensions:
        if suspension.record == name:
            named |= {*suspension.because, *suspension.statements}
    return tuple(sorted(named))


def _lasting_names(review: Review, name: str) -> Iterator[str]:
    """Yield the ids that stand for `name` and stay when reports arrive."""
    reconciled = review.reconciled
    if not name.startswith(_NAMED_OTHERWISE):
        yield name
    for group in reconciled.events:
        if group.event.id == name:
            yield from group.event.statements
    for tally in reconciled.tallies:
        if tally.id == name:
            yield from (one.statement for one in tally.observations)
    yield from (tie_of(link) for link in reconciled.links if link.id == name)


def accounts_of(review: Review, name: str) -> tuple[str, ...]:
    """Return the statements by which a merge or split names an event, or the statement itself.

    Raises:
        UsageError: it is neither.
    """
    for group in review.reconciled.events:
        if group.event.id == name:
            return tuple(sorted(account.key for account in group.accounts))
    if name.startswith("stm-"):
        return (name,)
    raise UsageError(f"{name}: only events (evt-…) and statements (stm-…) are merged and split")


def split_of(
    review: Review, name: str, leaving: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the accounts of an event that leave it, and those that stay, by their first statements.

    Args:
        review: The record.
        name: Id of the event.
        leaving: Ids of statements; each stands for the account it belongs to.

    Raises:
        UsageError: it is no event, a statement is not of it, or nothing would leave or stay.
    """
    accounts = next(
        (group.accounts for group in review.reconciled.events if group.event.id == name), None
    )
    if accounts is None:
        raise UsageError(f"{name}: name the event (evt-…) first, then the statements that leave it")
    by_statement = {one: account.key for account in accounts for one in account.statements}
    asked = set(leaving)
    foreign = sorted(asked - by_statement.keys())
    if foreign:
        raise UsageError(f"{foreign[0]}: no account of {name} holds it")
    out = {by_statement[one] for one in asked}
    rest = {account.key for account in accounts} - out
    if not out or not rest:
        raise UsageError(
            f"{name} has {len(accounts)} accounts; name statements of some of them, not of all"
        )
    return tuple(sorted(out)), tuple(sorted(rest))


def correctable(review: Review, name: str, field: str) -> tuple[str, ...]:
    """Return the statements by which a correction of `field` names `name`, sorted.

    Raises:
        UsageError: it is no event or figure, or has no such field.
    """
    for group in review.reconciled.events:
        if group.event.id == name:
            _require_field(field, EVENT_FIELDS, "an event")
            return tuple(sorted(account.key for account in group.accounts))
    units = [
        tally.scope.unit
        for tally in review.reconciled.tallies
        for one in tally.observations
        if one.statement == name
    ]
    if not units:
        raise UsageError(
            f"{name}: only an event (evt-…) or the statement of a figure on a tally (stm-…) is corrected"
        )
    kind, _, unit = field.partition(":")
    _require_field(kind, FIGURE_FIELDS, "a figure")
    if unit not in units and (unit or len(units) > 1):
        known = ", ".join(f"{kind}:{one}" for one in units)
        raise UsageError(f"--field {field!r}: the statement gives several figures; say {known}")
    return (name,)


def require_value(field: str, value: str) -> None:
    """Refuse a value that cannot stand in a field.

    Raises:
        UsageError: it cannot; the message says how to write it.
    """
    kind = field.partition(":")[0]
    if len(value) > _LONGEST_VALUE or not value.isprintable():
        raise UsageError(f"--value is one line of at most {_LONGEST_VALUE} characters")
    if kind in ("day", "as_of") and not is_edtf(value):
        raise UsageError(
            f"--value {value!r} is no date; write it as 2025-11-28 or 2025-11-27/2025-11-28"
        )
    if kind in (*HARMS, "figure") and not _NUMBER.fullmatch(value):
        raise UsageError(f"--value {value!r}: write 3, 3-5, 3- (at least) or -5 (at most)")
    ends = [int(end) for end in value.split("-") if end] if kind in (*HARMS, "figure") else []
    if ends != sorted(ends) or any(end > _LARGEST for end in ends):
        raise UsageError(f"--value {value!r}: the smaller end first, and no end above {_LARGEST}")
    choices = {"status": get_args(EventStatus), "grade": get_args(HarmGrade)}.get(kind)
    if choices is not None and value not in choices:
        raise UsageError(f"--value {value!r}: write one of {', '.join(choices)}")
    if not value.strip():
        raise UsageError("--value is empty; a value nobody knows is not corrected but dismissed")


def statements_of(review: Review, name: str) -> tuple[Statement, ...]:
    """Return the statements that `name` is, rests on or is about, in order of document and place."""
    reconciled = review.reconciled
    concerned = {name, *subjects_of(review, name)}
    for link in reconciled.links:
        if tie_of(link) in concerned:
            concerned |= {link.from_id, link.to_id}
    for one in review.decided:
        if one.decision.id == name:
            concerned |= {*one.decision.subjects, *one.decision.others}
    found = [
        one
        for reading in (*reconciled.readings, *reconciled.superseded)
        for one in reading.statements
        if one.id in concerned
    ]
    return tuple(sorted(found, key=lambda one: (one.document, one.content.start)))


def _accepting(concern: Concern, review: Review) -> Iterator[str]:
    """Yield what accepting a concern names besides itself: all of its record where that is the matter."""
    if concern.reason == "suspended":
        yield from concern.subjects
    elif concern.reason in ("single_origin", "contradiction", "undated"):
        yield from subjects_of(review, concern.record)


def _require_field(field: str, known: Iterable[str], what: str) -> None:
    if field not in known:
        raise UsageError(f"--field {field!r}: {what} has {', '.join(known)}")


def _ids(review: Review) -> Iterator[str]:
    reconciled = review.reconciled
    for reading in (*reconciled.readings, *reconciled.superseded):
        yield reading.document.id
        for one in reading.statements:
            yield one.id
    for held in (reconciled.tallies, reconciled.links, reconciled.revisions, review.concerns):
        yield from (one.id for one in held)
    yield from (tie_of(one) for one in reconciled.links)
    yield from (group.event.id for group in reconciled.events)
    yield from (one.decision.id for one in review.decided)
