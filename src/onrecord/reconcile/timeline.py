"""What happened when: occurrences of many reports in order of their days, reprints under the first.

Two reports are put under one entry only when one reprints the other, or when two origins state the
same day, act, parties, place and numbers. Everything less stays two entries.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.timeline import TimelineEntry
from onrecord.domain.when import When
from onrecord.reconcile.lineage import counted_by, independence
from onrecord.reconcile.occurrences import happened, time_of
from onrecord.reconcile.parties import agree, plain_name
from onrecord.reconcile.words import containment, jaccard, shingles, words_of

#: From this share of common shingles on, two sentences of one origin and day are one sentence.
REPRINT_JACCARD = 0.6
REPRINT_CONTAINMENT = 0.85
#: The occurrences that share most shingles are compared; the rest share too little.
_CANDIDATES = 8
#: Of a shingle that stands everywhere only the first occurrences are looked up.
_COMMON_SHINGLE = 200
#: Shorter statements ("killing three people") are reprints only when equal and of one stated day.
_MIN_SHINGLES = 3


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A statement of something that took place, with what it is compared by.

    Attributes:
        statement: The statement.
        id: Its id, computed once.
        when: Its time.
        lineage: Origin of its document.
        doc_date: Day of its document as EDTF; "~" when unknown, so that it comes last.
    """

    statement: Statement
    id: str
    when: When
    lineage: str
    doc_date: str


@dataclass(frozen=True, slots=True)
class Grouping:
    """An occurrence that stands for another: `why` it does."""

    leader: Occurrence
    follower: Occurrence
    why: Literal["repeats", "corroborates"]


def reconcile_timeline(
    readings: Iterable[Reading], lineages: Mapping[str, str]
) -> tuple[TimelineEntry, ...]:
    """Return what happened in order of first day, last day and report; undated entries last.

    Args:
        readings: Current versions, in any order.
        lineages: The origin of each document, by id.
    """
    found = occurrences(readings, lineages)
    return entries_of(found, groupings(found))


def entries_of(
    found: Iterable[Occurrence], groups: Iterable[Grouping]
) -> tuple[TimelineEntry, ...]:
    """Return one entry for each occurrence that stands under no other."""
    followers: dict[str, list[Occurrence]] = defaultdict(list)
    followed: set[str] = set()
    for group in groups:
        followers[group.leader.id].append(group.follower)
        followed.add(group.follower.id)
    return tuple(
        _entry(one, _all_followers(one.id, followers)) for one in found if one.id not in followed
    )


def links_of(groups: Iterable[Grouping]) -> tuple[Link, ...]:
    """Return a link from each grouped statement to the one it stands under, with the reason."""
    return tuple(
        Link(
            from_id=group.follower.id,
            to_id=group.leader.id,
            kind=group.why,
            independence=independence(group.follower.lineage, group.leader.lineage),
            reason=_REASONS[group.why],
        )
        for group in groups
    )


_REASONS = {
    "repeats": "both reports have one origin and print nearly the same words for one day",
    "corroborates": "two origins state the same day, act, parties, place and numbers",
}


def occurrences(readings: Iterable[Reading], lineages: Mapping[str, str]) -> tuple[Occurrence, ...]:
    """Return everything that took place according to the readings, in order of the timeline."""
    found = {}
    for reading in readings:
        for statement in reading.statements:
            if happened(reading, statement):
                one = Occurrence(
                    statement=statement,
                    id=statement.id,
                    when=time_of(reading, statement),
                    lineage=counted_by(statement, lineages),
                    doc_date=reading.document.date_edtf or "~",
                )
                found[one.id] = one
    return tuple(sorted(found.values(), key=_order))


def groupings(found: Sequence[Occurrence]) -> tuple[Grouping, ...]:
    """Return which occurrences stand under an earlier report: reprints, then corroborations.

    Every occurrence has at most one leader, and a leader of a corroboration is never a reprint.
    """
    reprints = _reprints(sorted(found, key=_by_report))
    repeated = {group.follower.id for group in reprints}
    leaders = sorted((one for one in found if one.id not in repeated), key=_by_report)
    return (*reprints, *_corroborations(leaders))


def _entry(leader: Occurrence, followers: Sequence[Occurrence]) -> TimelineEntry:
    return TimelineEntry(
        when=leader.when,
        statement=leader.statement,
        repeats=tuple(one.id for one in sorted(followers, key=_by_report)),
        lineages=tuple(sorted({leader.lineage, *(one.lineage for one in followers)})),
    )


def _all_followers(name: str, followers: Mapping[str, Sequence[Occurrence]]) -> list[Occurrence]:
    """Return who stands under an occurrence, and who stands under them: two levels at most."""
    direct = list(followers.get(name, ()))
    return direct + [deeper for one in direct for deeper in followers.get(one.id, ())]


def _order(one: Occurrence) -> tuple[bool, date, date, str, str, int]:
    first = one.when.earliest or one.when.latest
    last = one.when.latest or date.max
    content = one.statement.content
    return (
        first is None, first or date.max, last, one.doc_date, one.statement.document, content.start,
    )  # fmt: skip


def _by_report(one: Occurrence) -> tuple[str, str, int, str]:
    return one.doc_date, one.statement.document, one.statement.content.start, one.id


def _reprints(found: Iterable[Occurrence]) -> list[Grouping]:
    """Return near-identical statements of one origin and day, each under the earliest report.

    An undated reprint ("on Monday" in a copy without a date) stands under the dated report.
    """
    buckets: dict[tuple[str, str], list[Occurrence]] = defaultdict(list)
    for one in found:
        buckets[one.lineage, one.statement.kind].append(one)
    return [group for bucket in buckets.values() for group in _reprints_within(bucket)]


def _reprints_within(bucket: Sequence[Occurrence]) -> list[Grouping]:
    leaders: dict[str, tuple[Occurrence, frozenset[str]]] = {}
    index: dict[str, list[str]] = defaultdict(list)
    groups: list[Grouping] = []
    for one in bucket:
        words = words_of(one.statement.content.exact)
        cut = shingles(words)
        shared = Counter(
            name for shingle in sorted(cut) for name in index[shingle][:_COMMON_SHINGLE]
        )
        near = [name for name, _ in shared.most_common(_CANDIDATES)]
        leader = next(
            (leaders[name][0] for name in near if _is_reprint(one, *leaders[name], cut=cut)), None
        )
        if leader is not None:
            groups.append(Grouping(leader, one, "repeats"))
            continue
        leaders[one.id] = one, cut
        for shingle in cut:
            index[shingle].append(one.id)
    return groups


def _is_reprint(
    one: Occurrence, leader: Occurrence, led: frozenset[str], *, cut: frozenset[str]
) -> bool:
    if one.statement.document == leader.statement.document or _numbers(one) != _numbers(leader):
        return False
    if one.when.edtf and leader.when.edtf and one.when.edtf != leader.when.edtf:
        return False
    if len(cut) < _MIN_SHINGLES:
        return cut == led and one.when.edtf is not None and one.when.edtf == leader.when.edtf
    return jaccard(cut, led) >= REPRINT_JACCARD or containment(cut, led) >= REPRINT_CONTAINMENT


def _corroborations(leaders: Iterable[Occurrence]) -> list[Grouping]:
    """Return occurrences of other origins that agree with an earlier one in everything stated."""
    buckets: dict[object, list[Occurrence]] = defaultdict(list)
    groups: list[Grouping] = []
    for one in leaders:
        key = _facts(one)
        if key is None:
            continue
        bucket = buckets[key]
        leader = next((other for other in bucket if _corroborates(one, other)), None)
        if leader is None:
            bucket.append(one)
        else:
            groups.append(Grouping(leader, one, "corroborates"))
    return groups


def _facts(one: Occurrence) -> tuple[object, ...] | None:
    """Return day, act, parties and numbers; `None` unless one day and all of them are stated."""
    statement = one.statement
    actor, recipient = plain_name(statement.actor), plain_name(statement.recipient)
    act = statement.act
    if one.when.precision != 1 or act is None or not actor or not recipient:
        return None
    if not statement.supports_event():
        return None
    return one.when.edtf, act.scheme, act.code, act.mode, actor, recipient, _numbers(one)


def _corroborates(one: Occurrence, other: Occurrence) -> bool:
    here, there = one.statement.where, other.statement.where
    placed = here is None or there is None or agree(here.name, there.name)
    return placed and one.lineage != other.lineage


def _numbers(one: Occurrence) -> tuple[tuple[object, ...], ...]:
    return tuple(
        sorted(
            (counted.quantity.unit, str(counted.quantity.value), counted.quantity.bound)
            for counted in one.statement.quantities
        )
    )
