"""What an edit leaves standing: statements of an earlier version whose words stand in the current one.

A statement holds on when its sentence stands letter for letter in the current version and is read the
same there. Everything else that was read from an earlier version rests on words that no longer stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.domain.quantity import Quantity
from onrecord.domain.reading import Reading
from onrecord.domain.revision import Revision
from onrecord.domain.span import Extent, Span
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.reconcile.accounts import profiles_of
from onrecord.reconcile.versions import align

#: Bases of times that are not in the words: they move with the date of the version.
_NOT_IN_WORDS = ("document", "unknown", "metadata")


@dataclass(frozen=True, slots=True)
class Change:
    """What edits did to statements.

    Attributes:
        carried: Id of a statement of an earlier version, and of the current statement in the same words.
        lost: Statements of earlier versions whose words no longer stand, and the ids of the revisions
            that took them away.
        edited: Statements of current versions on words that an edit put in the place of lost ones, or took
            something away from, and the ids of those revisions.
    """

    carried: Mapping[str, str]
    lost: Mapping[str, frozenset[str]]
    edited: Mapping[str, frozenset[str]]


def carried_over(current: Iterable[Reading], superseded: Iterable[Reading]) -> dict[str, str]:
    """Return the statements of earlier versions that hold on, each with the current one.

    Every earlier version is compared with the current one, so that words that went and came back hold.

    Args:
        current: The current version of each document.
        superseded: The others.
    """
    standing = {reading.document.origin_key: reading for reading in current}
    carried: dict[str, str] = {}
    for before in superseded:
        after = standing.get(before.document.origin_key)
        if after is not None:
            carried.update(_carried(before, after))
    return carried


def changes_of(
    current: Iterable[Reading], superseded: Iterable[Reading], revisions: Iterable[Revision]
) -> Change:
    """Return what the edits on record did to the statements on record.

    Where a sentence went, what is left of the account it belonged to counts as edited too: whatever
    rests on that account rested on the sentence. Words that were only added edit nothing.

    Args:
        current: The current version of each document.
        superseded: The others.
        revisions: What each version changed, as `compare_versions` finds it.
    """
    current, superseded = tuple(current), tuple(superseded)
    carried = carried_over(current, superseded)
    by_document = {reading.document.id: reading for reading in (*current, *superseded)}
    standing = {one.id for reading in current for one in reading.statements}
    lost: dict[str, set[str]] = defaultdict(set)
    edited: dict[str, set[str]] = defaultdict(set)
    for revision in revisions:
        gone = [name for name in _on(revision.old_span, by_document) if name not in carried]
        for name in gone:
            lost[name].add(revision.id)
        for name in _on(revision.new_span, by_document) if gone else ():
            now = carried.get(name, name)
            if now in standing:
                edited[now].add(revision.id)
    for reading in superseded:
        _mark_accounts(reading, carried=carried, lost=lost, edited=edited)
    return Change(
        carried,
        {name: frozenset(because) for name, because in lost.items()},
        {name: frozenset(because) for name, because in edited.items()},
    )


def _mark_accounts(
    reading: Reading,
    *,
    carried: Mapping[str, str],
    lost: Mapping[str, set[str]],
    edited: dict[str, set[str]],
) -> None:
    """Let what is left of an account that lost a statement count as edited."""
    if not any(one.id in lost for one in reading.statements):
        return
    for profile in profiles_of(reading):
        because = {one for name in profile.statements for one in lost.get(name, ())}
        for name in profile.statements:
            if because and name in carried:
                edited[carried[name]] |= because


def _on(span: Span | None, by_document: Mapping[str, Reading]) -> list[str]:
    """Return the statements of a document whose words share something with `span`."""
    if span is None or span.document not in by_document:
        return []
    return [
        one.id
        for one in by_document[span.document].statements
        if one.content.extent.overlaps(span.extent)
    ]


def _carried(before: Reading, after: Reading) -> dict[str, str]:
    if not before.statements or not after.statements:
        return {}
    kept = align(before, after).kept
    waiting: dict[object, list[str]] = defaultdict(list)
    for one in reversed(after.statements):
        waiting[one.content.extent, _said(one)].append(one.id)
    carried: dict[str, str] = {}
    for one in before.statements:
        place = _moved(one.content.extent, kept)
        found = waiting.get((place, _said(one)))
        if place is not None and found:
            carried[one.id] = found.pop()
    return carried


def _moved(extent: Extent, kept: Iterable[tuple[Extent, Extent]]) -> Extent | None:
    """Return where words that stand inside a kept stretch stand now."""
    for old, new in kept:
        if old.contains(extent):
            shift = new.start - old.start
            return Extent(extent.start + shift, extent.end + shift)
    return None


def _said(one: Statement) -> tuple[object, ...]:
    """Return what a statement says, without where in its document it says so."""
    return (
        one.kind,
        one.factuality,
        tuple((voice.text, voice.identity, voice.name) for voice in one.voices),
        one.act,
        one.actor,
        one.recipient,
        one.where,
        tuple(_number(counted.quantity) for counted in one.quantities),
        _worded_days(one.when),
    )


def _worded_days(when: When | Unknown) -> str | None:
    if isinstance(when, Unknown) or when.basis in _NOT_IN_WORDS:
        return None
    return when.edtf


def _number(quantity: Quantity) -> tuple[object, ...]:
    return quantity.value, quantity.low, quantity.high, quantity.unit, quantity.bound
