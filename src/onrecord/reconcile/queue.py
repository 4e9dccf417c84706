"""What is worth a look first: concerns in order of their reason, then of how much they matter.

Precision goes before completeness here as everywhere: a list nobody can work off is no help. What a
person accepted or dismissed is not asked again until it is about other statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from onrecord.domain.event import Event, HarmEffect
from onrecord.domain.grouping import EventGroup, Join
from onrecord.domain.ids import content_id
from onrecord.domain.link import Link
from onrecord.domain.review import Concern, ConcernReason, Suspension
from onrecord.domain.statement import Statement
from onrecord.domain.tally import Tally
from onrecord.domain.unresolved import OpenMention, Unresolved
from onrecord.reconcile.likeness_points import JOINED
from onrecord.reconcile.reconcile import Reconciled
from onrecord.reconcile.rulings import Rulings, is_tie, tie_of

#: From this harm on, an event should not rest on one origin unseen: ten killed, or as much of what is
#: less grave, by orders of magnitude.
HIGH_HARM = 10
_GRAVITY: Mapping[HarmEffect, float] = {
    "killed": 1.0, "missing": 0.1, "injured": 0.1, "detained": 0.01, "displaced": 0.01,
}  # fmt: skip
#: Accounts that only joins with a lower score hold together are barely one event.
CLOSE_BELOW = JOINED + 1.5
#: Tension on these turns on facts; on the rest, on how they are told.
_FACTUAL = ("numeric", "negation", "attribution")
_ORDER: Mapping[ConcernReason, int] = {
    reason: at for at, reason in enumerate(get_args(ConcernReason))
}
_SHOWN_CHARS = 90
#: Name of the ground of a join that a person made.
DECISION = "decision"
#: Grounds of joins that are made by what kind of happening it is; their scores are no measure.
_BY_RULE = frozenset({"kind", "event"})


def concerns_of(
    reconciled: Reconciled,
    suspensions: Iterable[Suspension],
    rulings: Rulings,
    *,
    close_below: float = CLOSE_BELOW,
    unclear: Iterable[OpenMention] = (),
) -> tuple[Concern, ...]:
    """Return what is worth a look, the most urgent first.

    Args:
        reconciled: What the documents on record say together.
        suspensions: What waits to be looked at again.
        rulings: What people decided; what they looked at is left out.
        close_below: Joins by likeness with a lower score are weak.
        unclear: Words that name somebody nobody could tell.
    """
    statements = {
        one.id: one
        for reading in (*reconciled.readings, *reconciled.superseded)
        for one in reading.statements
    }
    found = [
        *(_suspended(one, statements) for one in suspensions),
        *_contradictions(reconciled.links, statements),
        *_falls(reconciled.tallies),
        *_single_origins(reconciled.events, statements),
        *_close_joins(reconciled.events, statements, close_below=close_below),
        *_unclear(unclear),
        *_undated(reconciled),
    ]
    looked = rulings.accepted | rulings.dismissed
    left = {one.id: one for one in found if not _is_settled(one, looked)}
    return tuple(sorted(left.values(), key=_order))


def _is_settled(one: Concern, looked: frozenset[str]) -> bool:
    """Say whether a person has looked: at the concern, or at all it is about where that is enough.

    A suspension ends by its own rule, and a fall is not explained by having read both figures.
    """
    if one.reason == "suspended":
        return False
    return one.id in looked or (one.reason != "fall" and set(one.subjects) <= looked)


def _order(one: Concern) -> tuple[int, float, str]:
    return _ORDER[one.reason], -one.weight, one.id


def _suspended(one: Suspension, statements: Mapping[str, Statement]) -> Concern:
    """Return a suspension as a concern; a decision or an event weighs more than what is derived."""
    weight = {"decision": 4, "event": 3, "statement": 2, "tally": 1, "link": 0}[one.kind]
    became = "were taken back" if all(map(is_tie, one.because)) else "changed"
    what = "words went" if one.kind == "statement" else f"{one.kind} rests on words that {became}"
    about = f"{what}: {_words(one.statements, statements)}"
    subjects = tuple(sorted({one.record, *one.because, *one.statements}))
    return Concern("suspended", one.record, about, subjects, weight)


def _contradictions(
    links: Iterable[Link], statements: Mapping[str, Statement]
) -> Iterator[Concern]:
    for link in links:
        excludes = link.kind == "contradicts"
        strained = link.kind == "tension" and link.subtype in _FACTUAL
        if (excludes or strained) and link.independence != "same_lineage":
            about = link.reason or link.kind
            if "«" not in about:
                about += f": {_words((link.to_id, link.from_id), statements)}"
            tie = tie_of(link)
            yield Concern("contradiction", tie, about, (tie,), float(excludes))


def _falls(tallies: Iterable[Tally]) -> Iterator[Concern]:
    for tally in tallies:
        words = {one.statement: one.span.exact for one in reversed(tally.observations)}
        for step in tally.steps:
            if step.kind == "fall_unexplained" and {step.earlier, step.later} <= words.keys():
                about = (
                    f"{tally.scope.unit.replace('_', ' ')} fell from «{words[step.earlier]}» to "
                    f"«{words[step.later]}» and nobody on record says why"
                )
                subjects = tuple(sorted((step.earlier, step.later)))
                yield Concern("fall", tally.id, about, subjects)


def _single_origins(
    groups: Iterable[EventGroup], statements: Mapping[str, Statement]
) -> Iterator[Concern]:
    for group in groups:
        harm = _harm(group.event)
        if harm >= HIGH_HARM and len(group.lineages) == 1:
            about = f"much harm, and one origin ({group.lineages[0]}): {_first(group, statements)}"
            yield Concern(
                "single_origin", group.event.id, about, group.event.statements, weight=harm
            )


def _harm(event: Event) -> float:
    """Return how much harm is reported at least, in people killed."""
    total = 0.0
    for harm in event.harm:
        least = next(one for one in (harm.low, harm.best, harm.high) if one is not None)
        total += least * _GRAVITY[harm.effect]
    return total


def _close_joins(
    groups: Iterable[EventGroup], statements: Mapping[str, Statement], *, close_below: float
) -> Iterator[Concern]:
    """Yield the weak joins without which an event would fall into parts, but for those people made."""
    for group in groups:
        part = {account.key: account.key for account in group.accounts}
        for join in sorted(group.joins, key=lambda one: (-one.score, one.earlier, one.later)):
            if not _unites(join, part) or not _is_weak(join, close_below):
                continue
            words = _words((join.earlier, join.later), statements)
            about = f"held to be one event by little ({_weighed(join)}): {words}"
            subjects = tuple(sorted((join.earlier, join.later)))
            yield Concern("close_join", group.event.id, about, subjects, -join.score)


def _is_weak(join: Join, close_below: float) -> bool:
    """Say whether little speaks for a join, or, where it was made by a rule, something against it."""
    names = {ground.name for ground in join.grounds}
    if names & _BY_RULE:
        return any(ground.points < 0 for ground in join.grounds)
    return DECISION not in names and join.score < close_below


def _weighed(join: Join) -> str:
    """Return what speaks for a join, and what against it."""
    pro = ", ".join(ground.name for ground in join.grounds if ground.points > 0)
    con = ", ".join(ground.name for ground in join.grounds if ground.points < 0)
    return f"{pro}; against it: {con}" if con else pro


def _unites(join: Join, part: dict[str, str]) -> bool:
    """Put two accounts into one part; say whether they were in different ones."""
    old, new = part[join.later], part[join.earlier]
    if old == new:
        return False
    for key, name in part.items():
        if name == old:
            part[key] = new
    return True


def _unclear(found: Iterable[OpenMention]) -> Iterator[Concern]:
    """Yield words that name somebody nobody could tell: one concern for the same words and reason."""
    alike: dict[tuple[str, Unresolved], list[str]] = defaultdict(list)
    for one in found:
        alike[one.words, one.why].append(one.document)
    for (words, why), documents in alike.items():
        could_be = f" ({', '.join(why.candidates)})" if why.candidates else ""
        about = f"«{_cut(words)}» in {len(documents)} of the reports: {why.reason}{could_be}"
        subjects = sorted(content_id("men", [document, words]) for document in documents)
        yield Concern("unresolved", min(documents), about, tuple(subjects), float(len(documents)))


def _undated(reconciled: Reconciled) -> Iterator[Concern]:
    for reading in reconciled.readings:
        document = reading.document
        if document.date_edtf is None and reading.statements:
            about = f"no date: {_cut(document.title or document.url or document.id)}"
            yield Concern(
                "undated", document.id, about, (document.id,), float(len(reading.statements))
            )


def _first(group: EventGroup, statements: Mapping[str, Statement]) -> str:
    return _words((group.accounts[0].key,), statements)


def _words(names: Sequence[str], statements: Mapping[str, Statement]) -> str:
    """Return the words of some statements, at most two of them."""
    said = [f"«{_cut(statements[name].content.exact)}»" for name in names if name in statements]
    more = f" and {len(said) - 2} more" if len(said) > 2 else ""  # noqa: PLR2004 - two are shown
    return " / ".join(said[:2]) + more


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN_CHARS else f"{flat[: _SHOWN_CHARS - 1]}…"
