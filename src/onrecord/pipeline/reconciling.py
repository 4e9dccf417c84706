"""Findings that grow with the record: one more report costs what it touches, not all there is.

Each stage is told apart into items made from one document alone, ties between items that share a key,
and a solution of each part that ties hold together. A new report adds items and ties; only the parts it
touches are solved again, so the findings are those that reconciling everything at once would give.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from onrecord.domain.codec import canonical_json, from_plain
from onrecord.domain.document import Document
from onrecord.domain.grouping import EventGroup, Join
from onrecord.domain.ids import content_id
from onrecord.domain.ledger import GENESIS
from onrecord.domain.reading import Reading
from onrecord.domain.records import record_of
from onrecord.domain.tally import Tally
from onrecord.domain.when import When
from onrecord.pipeline.record import load_reading
from onrecord.ports.archive import Archive
from onrecord.ports.findings import Edge, Findings, Kept, Made, Part, Result
from onrecord.ports.record_store import RecordStore
from onrecord.reconcile.accounts import Profile, profiles_of
from onrecord.reconcile.blocking import REACH
from onrecord.reconcile.clusters import cluster, spanning
from onrecord.reconcile.events import events_of
from onrecord.reconcile.grouping import Group, compare, keys_of
from onrecord.reconcile.likeness_points import JOINED
from onrecord.reconcile.lineage import Signature, are_copies, origin_of, signature_of
from onrecord.reconcile.tallies import Counts, counts_of
from onrecord.reconcile.tallies import solve as solve_counts

#: Raised whenever a change of the rules changes what is found: older findings are then made again.
RULES = "1"

_COPIES, _ORIGINS, _EVENTS, _COUNTS = "copies", "origins", "events", "counts"
#: Parts to be solved again before they are shown.
_STALE = "stale"
_BAR = "|"
#: Undated findings come last.
_LAST = "~"
#: Items kept in memory at once while many reports are taken in.
_ROOM = 30_000
#: Items that are fetched and solved in one go.
_BUNDLE = 400

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Workplace:
    """What findings are made from, and where they are kept."""

    store: RecordStore
    archive: Archive
    findings: Findings


def bring_up(place: Workplace) -> Made:
    """Bring the findings up to the end of the ledger, and return how far they now go.

    They are the machine's alone: what people decided stands beside them and is no part of them.

    Findings of other rules, or of another ledger, are thrown away and made again.

    Raises:
        StoreError: the record or the findings cannot be read; nothing of the findings changed.
    """
    findings = place.findings
    head = place.store.head()
    with findings.changing():
        after = _standing(place)
        if after != head.sequence or findings.made() is None:
            _take_in(place, after=after)
            findings.mark(Made(RULES, head.sequence, head.digest))
    return Made(RULES, head.sequence, head.digest)


def events_found(findings: Findings) -> Iterator[EventGroup]:
    """Yield every event found, in order of day; undated ones last."""
    return (_decoded(EventGroup, payload) for payload in findings.results(_EVENTS))


def tallies_found(findings: Findings) -> tuple[Tally, ...]:
    """Return every running count, in order of unit and scope.

    Counts of one unit hang together through their scopes, so a unit is solved as a whole, and only
    when it is asked for after a report touched it.
    """
    stale = [name.partition(_BAR)[2] for name in findings.of_document(_STALE, _COUNTS)]
    if stale:
        with findings.changing():
            for unit in stale:
                _settle_unit(findings, unit)
            findings.drop(_STALE, [f"{_COUNTS}{_BAR}{unit}" for unit in stale])
    return tuple(_decoded(Tally, payload) for payload in findings.results(_COUNTS))


def origins_found(findings: Findings, documents: Iterable[str]) -> dict[str, str]:
    """Return the origin of each document, by id."""
    return findings.load(_ORIGINS, documents)


def _standing(place: Workplace) -> int:
    """Return up to which entry the findings stand; where they fit no more they are thrown away."""
    made = place.findings.made()
    if made is None:
        return 0
    if made.by == RULES and _digest_at(place.store, made.sequence) == made.digest:
        return made.sequence
    place.findings.clear()
    return 0


def _digest_at(store: RecordStore, sequence: int) -> str:
    if sequence == 0:
        return GENESIS
    entry = next(iter(store.entries(after=sequence - 1)), None)
    return "" if entry is None else entry.digest


def _take_in(place: Workplace, *, after: int) -> None:
    """Take in every document that came on record after an entry, then settle what that touches."""
    touched: dict[str, set[str]] = {_COPIES: set(), _EVENTS: set(), _COUNTS: set()}
    for entry in place.store.entries(after=after, kind="document"):
        document = record_of(entry)
        assert isinstance(document, Document)
        for earlier in place.store.versions(document.origin_key):
            if earlier.id != document.id:
                _forget(place.findings, earlier.id, touched)
        reading = load_reading(place.store, place.archive, document, entry.header.created_at)
        _keep(place.findings, reading, touched)
    moved = _settle_origins(place.findings, touched[_COPIES])
    accounts = {key for name in moved for key in place.findings.of_document(_EVENTS, name)}
    for name in sorted(moved):
        touched[_COUNTS].update(place.findings.of_document(_COUNTS, name))
    _settle_events(place, touched[_EVENTS], accounts)
    units = {name.partition(_BAR)[0] for name in touched[_COUNTS]}
    place.findings.put(
        _STALE, (Kept(f"{_COUNTS}{_BAR}{unit}", _COUNTS, (), "") for unit in sorted(units))
    )


def _forget(findings: Findings, document: str, touched: Mapping[str, set[str]]) -> None:
    """Drop what a replaced version contributed; what stood beside it is touched."""
    for stage, ids in touched.items():
        gone = findings.of_document(stage, document)
        if stage == _COUNTS:
            # A unit is solved as a whole; that it was touched is all there is to know.
            ids.update(gone)
        else:
            ids.update(findings.members_beside(stage, gone))
            ids.update(_neighbours_of(findings, stage, gone))
            findings.take_apart(stage, gone)
            ids.difference_update(gone)
        findings.drop(stage, gone)
    findings.drop(_ORIGINS, (document,))


def _neighbours_of(findings: Findings, stage: str, gone: Iterable[str]) -> Iterator[str]:
    """Yield the accounts that come nearer to one another when some between them go."""
    if stage == _EVENTS:
        for one in _Items(findings, stage, Profile).all(gone):
            for before, after in _around(findings, one):
                yield from (*before, *after)


def _keep(findings: Findings, reading: Reading, touched: Mapping[str, set[str]]) -> None:
    """Keep what a report contributes."""
    signature = signature_of(reading)
    copies = [Kept(signature.document, signature.document, signature.bands, _encoded(signature))]
    profiles = profiles_of(reading)
    accounts = [
        Kept(one.key, one.document, tuple(keys_of(one)), _encoded(one), _place_among(one))
        for one in profiles
    ]
    counts = [
        Kept(f"{unit}{_BAR}{one.document}", one.document, (unit,), _encoded(one))
        for unit, one in _by_unit(counts_of(reading))
    ]
    for stage, items in ((_COPIES, copies), (_EVENTS, accounts), (_COUNTS, counts)):
        findings.put(stage, items)
        touched[stage].update(one.id for one in items)


def _by_unit(counts: Counts) -> Iterator[tuple[str, Counts]]:
    """Yield what a document counts unit by unit: counts of two units never affect one another."""
    units = {one.stated.unit for one in counts.figures} | {one.unit for one in counts.breaks}
    for unit in sorted(units):
        figures = tuple(one for one in counts.figures if one.stated.unit == unit)
        breaks = tuple(one for one in counts.breaks if one.unit == unit)
        yield unit, Counts(counts.document, figures, breaks)


def _settle_origins(findings: Findings, touched: set[str]) -> set[str]:
    """Say anew whose origin the touched documents are counted by; return whose origin moved."""
    signatures = _Items(findings, _COPIES, Signature)
    for one in signatures.all(sorted(touched)):
        mates = findings.sharing(_COPIES, one.bands)
        ties = [
            Edge(one.document, mate.document, "")
            for mate in signatures.all(mates)
            if mate.document != one.document and are_copies(one, mate)
        ]
        findings.tie(_COPIES, ties)
    moved: set[str] = set()
    parts = _parts(findings, _COPIES, touched)
    for part in parts:
        origin = origin_of(signatures.all(part.members))
        known = findings.load(_ORIGINS, part.members)
        moved.update(name for name in part.members if known.get(name) != origin)
        findings.put(_ORIGINS, (Kept(name, name, (), origin) for name in part.members))
    findings.take_apart(_COPIES, (name for part in parts for name in part.members))
    findings.settle(_COPIES, (Part(part.name, part.members, ()) for part in parts))
    return moved


def _settle_unit(findings: Findings, unit: str) -> None:
    members = findings.sharing(_COUNTS, (unit,))
    counts = [_decoded(Counts, payload) for payload in findings.load(_COUNTS, members).values()]
    origins = findings.load(_ORIGINS, {one.document for one in counts})
    tallies = solve_counts(counts, origins)
    results = tuple(
        Result(one.id, f"{unit}{_BAR}{at:09}", _encoded(one)) for at, one in enumerate(tallies)
    )
    findings.settle(_COUNTS, (Part(unit, members, results),))


def _settle_events(place: Workplace, fresh: set[str], moved: set[str]) -> None:
    """Compare fresh accounts with their neighbours, and group every part they are in anew.

    Args:
        place: Where findings are kept.
        fresh: Accounts that have not been compared.
        moved: Accounts whose report is counted by another origin than before.
    """
    findings = place.findings
    profiles = _Items(findings, _EVENTS, Profile)
    seeds = {*fresh, *moved, *findings.members_beside(_EVENTS, {*fresh, *moved})}
    seeds |= _loosen(findings, profiles, fresh)
    for one in profiles.all(sorted(fresh)):
        joins = (compare(one, mate) for mate in profiles.all(_mates(findings, one, fresh)))
        findings.tie(
            _EVENTS,
            [
                Edge(join.earlier, join.later, repr(join.score))
                for join in joins
                if join is not None
            ],
        )
    solved = [
        solution
        for some in _bundled(_parts(findings, _EVENTS, seeds))
        for solution in _solved(place, profiles, some)
    ]
    findings.take_apart(_EVENTS, (name for part in solved for name in part.members))
    findings.settle(_EVENTS, solved)


def _mates(findings: Findings, one: Profile, fresh: set[str]) -> list[str]:
    """Return whom to compare an account with; of two fresh ones only the later is asked."""
    found: set[str] = set()
    for before, after in _around(findings, one):
        found.update(before)
        found.update(name for name in after if name not in fresh)
    return sorted(found)


def _around(findings: Findings, one: Profile) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for key in keys_of(one):
        yield findings.around(_EVENTS, key, _place_among(one), one.key, reach=REACH)


def _loosen(findings: Findings, profiles: _Items[Profile], fresh: set[str]) -> set[str]:
    """Undo joins between accounts that fresh ones have come between; return those concerned.

    Of two accounts on either side of a fresh one, the i-th before and the j-th after it stand i + j apart
    now; each fresh one has moved them apart by one.
    """
    suspects: set[tuple[str, str]] = set()
    for one in profiles.all(sorted(fresh)):
        for before, after in _around(findings, one):
            for at, earlier in enumerate(before, start=1):
                if earlier not in fresh:
                    moved = after[max(0, REACH - at) : REACH - at + len(fresh)]
                    suspects.update((earlier, later) for later in moved if later not in fresh)
    concerned: set[str] = set()
    for a, b in findings.tied(_EVENTS, sorted(suspects)):
        if not _are_near(findings, *profiles.all((a, b))):
            findings.cut(_EVENTS, a, b)
            concerned |= {a, b}
    return concerned


def _are_near(findings: Findings, a: Profile, b: Profile) -> bool:
    """Say whether two accounts are neighbours under any key, so that they are compared at all."""
    ends = (_place_among(a), a.key), (_place_among(b), b.key)
    marks = set(findings.keys_of(_EVENTS, a.key)) & set(findings.keys_of(_EVENTS, b.key))
    return any(findings.between(_EVENTS, mark, *ends) < REACH for mark in sorted(marks))


def _solved(place: Workplace, profiles: _Items[Profile], parts: Sequence[_Component]) -> list[Part]:
    """Return what is found of some parts. Of groups that came out as before nothing is worked out.

    Grouping needs the scores of joins and the order of accounts, not the accounts: those are fetched for
    groups that are new.
    """
    findings = place.findings
    heads = findings.heads(_EVENTS, (name for part in parts for name in part.members))
    origins = findings.load(_ORIGINS, {document for document, _ in heads.values()})
    groups = {part.name: _grouped(part, heads, origins) for part in parts}
    every = {one.name: one for some in groups.values() for one in some}
    known = findings.found(_EVENTS, every)
    fresh = [one for name, one in every.items() if name not in known]
    known |= _worked_out(place, profiles, fresh, origins)
    return [
        Part(part.name, part.members, tuple(known[one.name] for one in groups[part.name]))
        for part in parts
    ]


@dataclass(frozen=True, slots=True)
class _Grouped:
    """Accounts held to be of one event, by their keys in order of report.

    Attributes:
        name: Tells it from any other group: its accounts, joins and origins.
        accounts: Keys of the accounts.
        joins: What holds them together, without grounds: of many joins weighed few are ever shown.
    """

    name: str
    accounts: tuple[str, ...]
    joins: tuple[Join, ...]


def _grouped(
    part: _Component, heads: Mapping[str, tuple[str, str]], origins: Mapping[str, str]
) -> list[_Grouped]:
    """Return the groups of a part, as `onrecord.reconcile.grouping.solve` makes them."""

    def order(name: str) -> tuple[str, str]:
        return heads[name][1], name

    joins: list[Join] = []
    for edge in part.edges:
        earlier, later = sorted((edge.a, edge.b), key=order)
        joins.append(Join(earlier, later, float(edge.payload), ()))
    groups = cluster(part.members, joins)
    group_of = {name: at for at, names in enumerate(groups) for name in names}
    held: dict[int, list[Join]] = defaultdict(list)
    for join in joins:
        if group_of[join.earlier] == group_of[join.later]:
            held[group_of[join.earlier]].append(join)
    found: list[_Grouped] = []
    for at, names in enumerate(groups):
        accounts = tuple(sorted(names, key=order))
        kept = spanning(names, held[at])
        marks = [
            [(name, origins[heads[name][0]]) for name in accounts],
            [(join.earlier, join.later, join.score) for join in kept],
        ]
        found.append(_Grouped(content_id("grp", marks), accounts, kept))
    return found


def _worked_out(
    place: Workplace,
    profiles: _Items[Profile],
    groups: Sequence[_Grouped],
    origins: Mapping[str, str],
) -> dict[str, Result]:
    """Return the events of groups by their names; their statements are fetched in one go."""
    members = {one.key: one for group in groups for one in profiles.all(group.accounts)}
    statements = place.store.named(
        name for one in members.values() for name in (*one.statements, *one.told)
    )
    found: dict[str, Result] = {}
    for group in groups:
        told = Group(
            tuple(members[name] for name in group.accounts),
            tuple(_explained(members, join) for join in group.joins),
        )
        (event,) = events_of([told], statements, origins)
        found[group.name] = Result(group.name, _place_of(event), _encoded(event))
    return found


def _explained(by_key: Mapping[str, Profile], join: Join) -> Join:
    """Return a join with its grounds, found once more where they were not kept."""
    found = None if join.grounds else compare(by_key[join.earlier], by_key[join.later])
    return join if found is None else found


@dataclass(frozen=True, slots=True)
class _Component:
    """Items that ties hold together, with the ties between them."""

    members: tuple[str, ...]
    edges: tuple[Edge, ...]

    @property
    def name(self) -> str:
        return self.members[0]


def _parts(findings: Findings, stage: str, seeds: Iterable[str]) -> list[_Component]:
    """Return the parts that ties make of some items and of what hangs together with them."""
    known: dict[str, dict[str, Edge]] = {}
    frontier = set(seeds)
    while frontier:
        known.update((name, {}) for name in frontier)
        reached: set[str] = set()
        for edge in findings.ties(stage, frontier):
            for end, other in ((edge.a, edge.b), (edge.b, edge.a)):
                if end in known:
                    known[end][other] = edge
                elif _holds(stage, edge):
                    reached.add(end)
        frontier = reached
    return _components(stage, known)


def _holds(stage: str, edge: Edge) -> bool:
    """Say whether a tie can hold two items in one part by itself.

    Accounts are joined when their average score reaches a threshold, so two groups never become one
    unless some pair between them does. Weaker ties count only within a part.
    """
    return stage != _EVENTS or float(edge.payload) >= JOINED


def _components(stage: str, known: Mapping[str, Mapping[str, Edge]]) -> list[_Component]:
    """Return the connected parts of a graph, in order of their first names."""
    left = set(known)
    found: list[_Component] = []
    for start in sorted(known):
        if start not in left:
            continue
        part, waiting = {start}, [start]
        while waiting:
            ties = known[waiting.pop()].items()
            fresh = {name for name, edge in ties if name not in part and _holds(stage, edge)}
            part |= fresh
            waiting += fresh
        left -= part
        edges = {
            (edge.a, edge.b): edge
            for name in part
            for other, edge in known[name].items()
            if other in part
        }
        found.append(_Component(tuple(sorted(part)), tuple(edges[key] for key in sorted(edges))))
    return found


def _bundled(parts: Iterable[_Component]) -> Iterator[list[_Component]]:
    """Yield parts in bundles of some hundred items."""
    bundle: list[_Component] = []
    size = 0
    for part in parts:
        bundle.append(part)
        size += len(part.members)
        if size >= _BUNDLE:
            yield bundle
            bundle, size = [], 0
    if bundle:
        yield bundle


class _Items(Generic[T]):
    """Items of one stage, decoded when they are first asked for and kept while there is room."""

    def __init__(self, findings: Findings, stage: str, kind: type[T]) -> None:
        self._findings = findings
        self._stage = stage
        self._kind = kind
        self._held: dict[str, T] = {}

    def all(self, names: Iterable[str]) -> Iterator[T]:
        """Yield the items of these ids in order."""
        wanted = iter(names)
        while some := tuple(islice(wanted, _BUNDLE)):
            missing = [name for name in some if name not in self._held]
            if len(self._held) + len(missing) > _ROOM:
                self._held.clear()
                missing = list(some)
            for name, payload in self._findings.load(self._stage, missing).items():
                self._held[name] = _decoded(self._kind, payload)
            # A caller may ask for others before it goes on, and so push these out.
            yield from [self._held[name] for name in some]


def _place_among(one: Profile) -> str:
    """Return where an account stands in order of report; its key decides between equals."""
    return f"{one.reported} {one.document}"


def _place_of(group: EventGroup) -> str:
    when = group.event.when
    day = when.earliest or when.latest if isinstance(when, When) else None
    return _LAST if day is None else day.isoformat()


def _encoded(value: object) -> str:
    return canonical_json(value)


def _decoded(kind: type[T], payload: str) -> T:
    return from_plain(kind, json.loads(payload))
