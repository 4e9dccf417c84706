"""Hypotheses and indicators: from a file onto the ledger, and from the ledger beside the record.

The ledger keeps every version of each. What is put on record under a name supersedes what was put there
before; dropping one is a version of its own, with the reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.assess.dossier import Dossier, read_dossier
from onrecord.assess.dossier_form import Fault
from onrecord.assess.matrix import matrices_of
from onrecord.assess.pinning import Held, pin, reworded
from onrecord.domain.decision import Decision
from onrecord.domain.errors import InvariantError, UsageError
from onrecord.domain.hypothesis import Hypothesis, Indicator
from onrecord.domain.ledger import Draft
from onrecord.domain.link import LinkKind
from onrecord.domain.matrix import Cited, Matrix
from onrecord.domain.reading import Reading
from onrecord.domain.recorded import Recorded
from onrecord.domain.records import record_of
from onrecord.domain.unknown import Unknown
from onrecord.pipeline.decisions import load_decisions
from onrecord.pipeline.questions import load_questions
from onrecord.pipeline.record import load_readings
from onrecord.ports.archive import Archive
from onrecord.ports.clock import Clock
from onrecord.ports.record_store import RecordStore
from onrecord.reconcile.change import Change, carried_over, changes_of
from onrecord.reconcile.lineage import credit_of, folded_origin
from onrecord.reconcile.reconcile import Reconciled, reconcile
from onrecord.reconcile.rulings import Rulings, rulings_of
from onrecord.reconcile.versions import split_versions

_GONE = Unknown("its words stand in no current version")
_MISSING = "it is not on record"
_BACKING: tuple[LinkKind, ...] = ("corroborates",)
_DISPUTING: tuple[LinkKind, ...] = ("contradicts", "denies")


@dataclass(frozen=True, slots=True)
class Board:
    """Everything people hold possible, beside the record.

    Attributes:
        matrices: One for each competition.
        versions: The newest version of each hypothesis and indicator that is held, by name.
        cited: How each statement they cite stands, by id.
    """

    matrices: tuple[Matrix, ...]
    versions: Mapping[str, Recorded]
    cited: Mapping[str, Cited]

    @property
    def hypotheses(self) -> tuple[Hypothesis, ...]:
        """Return the hypotheses in order of name."""
        held = (one.record for one in self.versions.values())
        return tuple(one for one in held if isinstance(one, Hypothesis))

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Return the indicators in order of name."""
        held = (one.record for one in self.versions.values())
        return tuple(one for one in held if isinstance(one, Indicator))


@dataclass(frozen=True, slots=True)
class Checked:
    """A file held against the record.

    Attributes:
        dossier: What it holds, with whole ids; `None` where there is a fault.
        faults: What keeps it off the record.
        doubtful: Statements it cites whose words do not stand now; they count for nothing.
        reworded: Names of indicators that would tell another thing than when they were sighted.
    """

    dossier: Dossier | None
    faults: tuple[Fault, ...] = ()
    doubtful: tuple[Cited, ...] = ()
    reworded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Put:
    """What became of a dossier.

    Attributes:
        written: Names that have a new version now.
        unchanged: Names whose newest version says the same already.
        replaced: Versions that a new one supersedes, by name.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    replaced: Mapping[str, Recorded]


def load_hypotheses(store: RecordStore, *, as_of: str | None = None) -> tuple[Hypothesis, ...]:
    """Return the hypotheses held at `as_of`, in order of name.

    Raises:
        StoreTooNew: a newer Onrecord wrote one of them.
        LedgerBroken: one of them cannot be read.
    """
    held = (one.record for one in held_of(load_versions(store, as_of=as_of)).values())
    return tuple(one for one in held if isinstance(one, Hypothesis))


def load_indicators(store: RecordStore, *, as_of: str | None = None) -> tuple[Indicator, ...]:
    """Return the indicators held at `as_of`, in order of name; see `load_hypotheses`."""
    held = (one.record for one in held_of(load_versions(store, as_of=as_of)).values())
    return tuple(one for one in held if isinstance(one, Indicator))


def load_versions(store: RecordStore, *, as_of: str | None = None) -> tuple[Recorded, ...]:
    """Return every version of every hypothesis and indicator on record at `as_of`, the oldest first.

    Raises:
        StoreTooNew: a newer Onrecord wrote one of them.
        LedgerBroken: one of them cannot be read.
    """
    kinds: tuple[Literal["hypothesis", "indicator"], ...] = ("hypothesis", "indicator")
    entries = [one for kind in kinds for one in store.entries(kind=kind, as_of=as_of)]
    found: list[Recorded] = []
    for entry in sorted(entries, key=lambda one: one.sequence):
        record = record_of(entry)
        if isinstance(record, (Hypothesis, Indicator)):
            found.append(Recorded(record, entry.header.created_by, entry.header.created_at))
    return tuple(found)


def newest_of(versions: Iterable[Recorded]) -> dict[str, Recorded]:
    """Return the last version of each name, those that were dropped among them, in order of name."""
    found = {_kept(one).name or one.record.id: one for one in versions}
    return dict(sorted(found.items()))


def held_of(versions: Iterable[Recorded]) -> dict[str, Recorded]:
    """Return the last version of each name that is held, in order of name."""
    return {name: one for name, one in newest_of(versions).items() if not _kept(one).dropped}


def board_of(store: RecordStore, archive: Archive, *, as_of: str | None = None) -> Board:
    """Return everything people hold possible at `as_of`, beside what is on record then.

    Raises:
        StoreError: the record cannot be read.
    """
    versions = held_of(load_versions(store, as_of=as_of))
    named = {name for one in versions.values() for name in _cited(_kept(one))}
    readings = load_readings(store, archive, as_of=as_of) if named else ()
    decisions = [one.decision for one in load_decisions(store, as_of=as_of)] if named else []
    cited = citations_of(named, readings, decisions)
    hypotheses = (one.record for one in versions.values() if isinstance(one.record, Hypothesis))
    return Board(matrices_of(hypotheses, cited), versions, cited)


def check_dossier(store: RecordStore, archive: Archive, text: str) -> Checked:
    """Return what a file holds, or what keeps it off the record; nothing is written.

    Raises:
        StoreError: the record cannot be read.
    """
    dossier = read_dossier(text)
    if not isinstance(dossier, Dossier):
        return Checked(None, dossier)
    readings = load_readings(store, archive)
    newest = {name: _kept(one) for name, one in newest_of(load_versions(store)).items()}
    held = Held(
        statements={one.id: one for reading in readings for one in reading.statements},
        hypotheses={name: one for name, one in newest.items() if isinstance(one, Hypothesis)},
        indicators={name: one for name, one in newest.items() if isinstance(one, Indicator)},
        questions=tuple(one.key for one in load_questions(store)),
    )
    pinned = pin(dossier, held)
    if not isinstance(pinned, Dossier):
        return Checked(None, pinned)
    decisions = [one.decision for one in load_decisions(store)]
    cited = citations_of(pinned.places, readings, decisions)
    doubtful = tuple(one for one in cited.values() if not one.counts)
    return Checked(pinned, (), doubtful, reworded(pinned, held))


def put_dossier(store: RecordStore, clock: Clock, dossier: Dossier, *, by: str) -> Put:
    """Put what a dossier holds on record, durably and all at once; what says the same is left alone.

    What the dossier does not name stays as it is.

    Args:
        store: Where to.
        clock: What time it is.
        dossier: As `check_dossier` returned it.
        by: Who signs.

    Raises:
        UsageError: somebody else added a sighting since the file was checked.
        StoreError: nothing was written.
    """
    newest = newest_of(load_versions(store))
    drafts: dict[str, Draft] = {}
    unchanged: list[str] = []
    records: tuple[Hypothesis | Indicator, ...] = (*dossier.hypotheses, *dossier.indicators)
    for record in records:
        before = newest.get(record.name)
        _require_grown(record, before)
        if before is not None and replace(record, after=_kept(before).after) == before.record:
            unchanged.append(record.name)
        else:
            drafts[record.name] = _draft(record, before, by)
    if drafts:
        store.append(list(drafts.values()), at=clock.now())
    replaced = {name: newest[name] for name in drafts if name in newest}
    return Put(tuple(drafts), tuple(unchanged), replaced)


def drop_name(store: RecordStore, clock: Clock, name: str, *, by: str, why: str) -> None:
    """Take a hypothesis or an indicator off what is held; every version stays on record.

    Raises:
        UsageError: nobody holds it.
        StoreError: nothing was written.
    """
    before = held_of(load_versions(store)).get(name)
    if before is None:
        raise UsageError(f"{name}: no such hypothesis or indicator is held; nothing was dropped")
    store.append([_draft(replace(_kept(before), dropped=why), before, by)], at=clock.now())


def citations_of(
    names: Iterable[str], readings: Iterable[Reading], decisions: Iterable[Decision]
) -> dict[str, Cited]:
    """Return how each of some statements stands.

    Args:
        names: Their ids.
        readings: Every capture on record, all versions.
        decisions: Every decision of people, in the order of the ledger.
    """
    wanted, captures = sorted(set(names)), tuple(readings)
    if not wanted:
        return {}
    rulings = rulings_of(tuple(decisions), carried=carried_over(*split_versions(captures)))
    return citations_in(wanted, reconcile(captures, rulings=rulings), rulings)


def citations_in(
    names: Iterable[str], reconciled: Reconciled, rulings: Rulings
) -> dict[str, Cited]:
    """Return how each of some statements stands in a state of the record, under these rulings."""
    change = changes_of(reconciled.readings, reconciled.superseded, reconciled.revisions)
    held = _Standings(reconciled, rulings, change)
    return {name: held.of(name) for name in sorted(set(names))}


class _Standings:
    """How statements stand in one state of the record."""

    def __init__(self, reconciled: Reconciled, rulings: Rulings, change: Change) -> None:
        self._rulings = rulings
        self._change = change
        self._taken_back = {
            link.to_id: link.reason for link in reconciled.links if link.kind == "retracts"
        }
        self._edits = {one.id: one.new for one in reconciled.revisions}
        readings = (*reconciled.readings, *reconciled.superseded)
        self._readings = {one.id: reading for reading in readings for one in reading.statements}
        self._statements = {one.id: one for reading in readings for one in reading.statements}
        lineages = dict(reconciled.lineages)
        self._lineages = {
            one.document.origin_key: lineages[one.document.id] for one in reconciled.readings
        }
        self._links = [one for one in reconciled.links if one.kind in (*_BACKING, *_DISPUTING)]
        self._current = {one.id for reading in reconciled.readings for one in reading.statements}

    def of(self, name: str) -> Cited:
        """Return how the words of one statement stand."""
        statement = self._statements.get(name)
        if statement is None:
            return Cited(name, "missing", because=_MISSING)
        now = self._change.carried.get(name, name)
        lineage = self._origin(name)
        cited = Cited(
            name,
            "stands",
            statement,
            self._readings[name].document,
            lineage,
            backed_by=tuple(sorted(self._backing(now) - {lineage})),
            disputed_by=tuple(sorted(self._linked(now, _DISPUTING))),
        )
        if now in self._rulings.dismissed:
            return replace(cited, standing="dismissed", because="a person dismissed it")
        lost = now not in self._current
        if (lost or now in self._taken_back) and now in self._rulings.accepted:
            return replace(cited, standing="accepted", because="a person looked and holds it right")
        if lost:
            return replace(cited, standing="superseded", because=self._edited(name))
        if now in self._taken_back:
            return replace(cited, standing="retracted", because=self._taken_back[now])
        return replace(cited, standing="carried" if now != name else "stands")

    def _origin(self, name: str) -> str | Unknown:
        """Return the origin a statement is counted by, as reconciling counts it."""
        statement = self._statements[name]
        declared = self._lineages.get(self._readings[name].document.origin_key)
        return folded_origin(credit_of(statement)) or declared or _GONE

    def _backing(self, name: str) -> set[str]:
        origins = (self._origin(one) for one in self._linked(name, _BACKING))
        return {one for one in origins if isinstance(one, str)}

    def _linked(self, name: str, kinds: Collection[LinkKind]) -> set[str]:
        """Return the statements that links of these kinds tie to one, either way round."""
        found: set[str] = set()
        for link in self._links:
            if link.kind in kinds and name in (link.from_id, link.to_id):
                found |= {link.from_id, link.to_id}
        return found - {name}

    def _edited(self, name: str) -> str:
        """Return what the current version says in place of the words, as far as it says anything."""
        edits = sorted(self._change.lost.get(name, ()))
        new = [self._edits[one] for one in edits if self._edits.get(one)]
        return f"the current version reads: “{new[0]}”" if new else "an edit took the words out"


def _kept(one: Recorded) -> Hypothesis | Indicator:
    """Return the record, which is one of the two kinds that are loaded here."""
    if not isinstance(one.record, (Hypothesis, Indicator)):
        raise InvariantError(f"{one.record.id} is no hypothesis and no indicator")
    return one.record


def _require_grown(record: Hypothesis | Indicator, before: Recorded | None) -> None:
    held = None if before is None else before.record
    if isinstance(held, Indicator) and isinstance(record, Indicator) and not record.continues(held):
        raise UsageError(
            f"{record.name}: a sighting came on record that the file does not have; add it and check "
            "again; nothing was put on record"
        )


def _draft(record: Hypothesis | Indicator, before: Recorded | None, by: str) -> Draft:
    after = None if before is None else before.record.id
    return Draft(
        "hypothesis" if isinstance(record, Hypothesis) else "indicator",
        replace(record, after=after),
        agent=by,
        sources=_cited(record),
        supersedes=after,
        review="reviewed",
    )


def _cited(record: Hypothesis | Indicator) -> tuple[str, ...]:
    """Return the ids of the statements a record cites, sorted."""
    pieces = record.evidence if isinstance(record, Hypothesis) else record.history
    return tuple(sorted({one.statement for one in pieces if one.statement}))
