"""What people decided, as reconciling uses it: `Rulings`. Machine judgements stay beside them.

Decisions are read in the order of the ledger. One that was undone does not count; undoing the undo
brings it back. Where two that count cannot both hold, the later wins, and the earlier is said to be
overridden. What people decided never overwrites what a machine found: together and apart constrain
the grouping, what is dismissed supports nothing, and a corrected value stands beside the machine's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, product
from types import MappingProxyType

from onrecord.domain.decision import Decision
from onrecord.domain.ids import content_id
from onrecord.domain.link import Link
from onrecord.domain.reading import Reading

_NOTHING_CARRIED: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Correction:
    """How a person says that a field reads; the machine's value stays beside it.

    Attributes:
        decision: Id of the decision.
        statements: Ids of the statements that name the event or the figure.
        field: Which field.
        value: How it should read.
        by: Who says so.
        why: The reason.
    """

    decision: str
    statements: tuple[str, ...]
    field: str
    value: str
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decisions in force, by the ids of what they are about.

    Attributes:
        together: Pairs of statements a person holds to be of one event.
        apart: Pairs of statements a person holds to be of different events. No chain of pairs that
            are together joins two that are apart.
        dismissed: Statements and ties of links (`tie_of`) that are to support nothing.
        accepted: What a person looked at and holds to be right.
        corrected: Fields with the value a person gives them, in the order of the ledger.
    """

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    dismissed: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    corrected: tuple[Correction, ...] = ()


#: Nobody decided anything.
NO_RULINGS = Rulings()


@dataclass(frozen=True, slots=True)
class Settled:
    """All decisions, weighed against one another.

    Attributes:
        rulings: What is in force.
        undone: Id of a decision that no longer holds, and of the undo that says so.
        overridden: Id of a decision, and of the later ones that wholly or in part took its place.
        holding: Ids of the decisions that are in force, wholly or in part.
    """

    rulings: Rulings
    undone: Mapping[str, str]
    overridden: Mapping[str, tuple[str, ...]]
    holding: frozenset[str]


def rulings_of(
    decisions: Sequence[Decision], *, carried: Mapping[str, str] = _NOTHING_CARRIED
) -> Rulings:
    """Return what is in force of `decisions`; see `settle`."""
    return settle(decisions, carried=carried).rulings


def settle(
    decisions: Sequence[Decision], *, carried: Mapping[str, str] = _NOTHING_CARRIED
) -> Settled:
    """Weigh decisions against one another.

    Args:
        decisions: In the order of the ledger.
        carried: Statements of superseded versions, and the same words in the current one: a decision
            about the one is a decision about the other.

    Returns:
        The same for the decisions in force alone, whatever was undone before.
    """
    undone = _undone(decisions)
    held = [
        (one, _carried(one.subjects, carried), _carried(one.others, carried))
        for one in decisions
        if one.id not in undone and one.kind != "undo"
    ]
    held.reverse()
    told = _Told()
    for decision, subjects, others in held:
        if decision.kind in ("accept", "dismiss"):
            _judge(decision, subjects, told)
        elif decision.kind == "correct":
            _correct(decision, subjects, told)
        elif decision.kind == "merge":
            _merge(decision, subjects, told)
        else:
            _split(decision, product(subjects, others), told)
    return Settled(
        rulings=told.rulings(),
        undone=MappingProxyType(undone),
        overridden=MappingProxyType(
            {name: tuple(sorted(later)) for name, later in told.overridden.items()}
        ),
        holding=frozenset(told.holding)
        | {one.id for one in decisions if one.kind == "undo" and one.id not in undone},
    )


def _undone(decisions: Sequence[Decision]) -> dict[str, str]:
    """Return each decision that does not hold, with the undo that reverses it.

    Read from the last to the first: an undo counts unless a later one reverses it.
    """
    found: dict[str, str] = {}
    for one in reversed(decisions):
        if one.reverses is not None and one.id not in found:
            found.setdefault(one.reverses, one.id)
    return found


def _carried(names: Iterable[str], carried: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({carried.get(name, name) for name in names}))


@dataclass(slots=True)
class _Told:
    """What the decisions read so far, the latest first, leave no room to say otherwise.

    Attributes:
        judged: Whether a thing is accepted or dismissed, by which decision.
        fields: Which decision corrected a field of a statement's event or figure.
        corrected: The corrections, the latest first.
        joined: For each statement held together with others, the first of them.
        apart: Pairs of firsts, either way round, with the decision that holds them apart.
        pairs: The pairs to hold together, and those to hold apart.
        overridden: Decisions that gave way, with those they gave way to.
        holding: Decisions of which something is in force.
    """

    judged: dict[str, Decision] = field(default_factory=dict)
    fields: dict[tuple[str, str], str] = field(default_factory=dict)
    corrected: list[Correction] = field(default_factory=list)
    joined: dict[str, tuple[str, str]] = field(default_factory=dict)
    apart: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    pairs: tuple[set[tuple[str, str]], set[tuple[str, str]]] = field(
        default_factory=lambda: (set(), set())
    )
    overridden: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    holding: set[str] = field(default_factory=set)

    def first_of(self, name: str) -> str:
        """Return the first of the statements that `name` is held together with."""
        while name in self.joined:
            name = self.joined[name][0]
        return name

    def join(self, a: str, b: str, decision: str) -> None:
        """Hold two statements, and all that is held together with them, to be of one event."""
        low, high = sorted((self.first_of(a), self.first_of(b)))
        if low == high:
            return
        self.joined[high] = low, decision
        for other, by in self.apart.pop(high, {}).items():
            del self.apart[other][high]
            self.apart[low][other] = by
            self.apart[other][low] = by

    def rulings(self) -> Rulings:
        """Return what was told, in a fixed order."""
        judged = [(name, decision.kind) for name, decision in self.judged.items()]
        return Rulings(
            together=tuple(sorted(self.pairs[0])),
            apart=tuple(sorted(self.pairs[1])),
            dismissed=frozenset(name for name, kind in judged if kind == "dismiss"),
            accepted=frozenset(name for name, kind in judged if kind == "accept"),
            corrected=tuple(reversed(self.corrected)),
        )


def _judge(decision: Decision, subjects: Iterable[str], told: _Told) -> None:
    for name in subjects:
        later = told.judged.setdefault(name, decision)
        if later.kind != decision.kind:
            told.overridden[decision.id].add(later.id)
        else:
            told.holding.add(decision.id)


def _correct(decision: Decision, subjects: tuple[str, ...], told: _Told) -> None:
    """Keep a correction unless a later one gives the same field of one of its statements."""
    keys = [(name, decision.field) for name in subjects]
    later = {told.fields[key] for key in keys if key in told.fields}
    if later:
        told.overridden[decision.id] |= later
        return
    told.holding.add(decision.id)
    told.fields.update(dict.fromkeys(keys, decision.id))
    told.corrected.append(
        Correction(decision.id, subjects, decision.field, decision.value, decision.by, decision.why)
    )


def _merge(decision: Decision, subjects: tuple[str, ...], told: _Told) -> None:
    """Hold statements together, as far as no later decision holds some of them apart.

    Of statements that are partly held apart, those stay together that are apart from the same
    others; where even that is not plain, it is left to the machine.
    """
    firsts = {name: told.first_of(name) for name in subjects}
    alike: dict[frozenset[str], list[str]] = defaultdict(list)
    for name in subjects:
        foes = told.apart.get(firsts[name], {})
        against = [other for other in subjects if firsts[other] in foes]
        told.overridden[decision.id] |= {foes[firsts[other]] for other in against}
        alike[frozenset(against)].append(name)
    if not told.overridden[decision.id]:
        del told.overridden[decision.id]
    for names in alike.values():
        for a, b in pairwise(names):
            told.holding.add(decision.id)
            told.pairs[0].add((a, b))
            told.join(a, b, decision.id)


def _split(decision: Decision, pairs: Iterable[tuple[str, str]], told: _Told) -> None:
    """Hold pairs of statements apart, but for those that a later decision holds together."""
    for one, other in pairs:
        a, b = sorted((told.first_of(one), told.first_of(other)))
        if a == b:
            told.overridden[decision.id] |= _joiners(one, other, told)
            continue
        told.holding.add(decision.id)
        told.pairs[1].add((min(one, other), max(one, other)))
        told.apart[a].setdefault(b, decision.id)
        told.apart[b].setdefault(a, decision.id)


def _joiners(one: str, other: str, told: _Told) -> set[str]:
    """Return the decisions by which two statements are held together."""
    found: set[str] = set()
    for start in (one, other):
        name = start
        while name in told.joined:
            name, decision = told.joined[name]
            found.add(decision)
    return found


def concerned(decisions: Sequence[Decision], *, since: int) -> frozenset[str]:
    """Return the ids whose rulings may be others because of the newest decisions.

    Those are the ids the newest decisions name, and what decisions name that share an id with them, step
    by step: one that gives way, or comes back, bears on others in turn.

    Args:
        decisions: In the order of the ledger.
        since: Where the newest begin.
    """
    named = [
        {*one.subjects, *one.others, one.id, *([one.reverses] if one.reverses else [])}
        for one in decisions
    ]
    found: set[str] = set().union(*named[since:])
    waiting = named[:since]
    while True:
        reached = [names for names in waiting if names & found]
        if not reached:
            return frozenset(found)
        waiting = [names for names in waiting if not names & found]
        found.update(*reached)


def tie_of(link: Link) -> str:
    """Return the name by which decisions know a link: its ends and kind.

    Its reason and independence are worded anew when a report arrives, and its id with them.
    """
    return content_id("tie", [link.kind, link.from_id, link.to_id])


def is_tie(name: str) -> bool:
    """Say whether an id is the tie of a link."""
    return name.startswith("tie-")


def heard(readings: Iterable[Reading], rulings: Rulings) -> tuple[Reading, ...]:
    """Return the readings without the statements that a person dismissed; their texts stay whole."""
    if not rulings.dismissed:
        return tuple(readings)
    return tuple(
        replace(
            reading,
            statements=tuple(one for one in reading.statements if one.id not in rulings.dismissed),
        )
        for reading in readings
    )


def heard_links(links: Iterable[Link], rulings: Rulings) -> tuple[Link, ...]:
    """Return the links without those that a person dismissed."""
    if not rulings.dismissed:
        return tuple(links)
    return tuple(link for link in links if tie_of(link) not in rulings.dismissed)
