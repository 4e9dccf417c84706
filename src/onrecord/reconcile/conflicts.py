"""Where reports stand against each other: denials and figures that cannot both hold.

A conflict is a link between two statements, with its reason; nothing is decided and nothing is
lost. Precision comes first: a denial is linked only where the denier is a party of the event and
the words are about the same thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.tally import Observation, Tally
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.reconcile.lineage import independence
from onrecord.reconcile.parties import agree, name_keys
from onrecord.reconcile.tallies import disagreements, voice_of
from onrecord.reconcile.words import content_words, quoted

#: How many content words an event and its denial must share beside the denier's name.
SHARED_WORDS = 2
#: A denial answers what was reported of the last two months.
ANSWER_DAYS = 62

_DENIABLE = frozenset({"occ.event", "occ.tally", "say.accuse", "say.confirm", "jdg.responsibility"})
_TALK = frozenset(
    content_words("deny denied denies rejected reject spokesman spokeswoman claim claims any")
)


@dataclass(frozen=True, slots=True)
class Deniable:
    """A statement that could be denied, with what it is matched by."""

    statement: Statement
    id: str
    words: frozenset[str]
    parties: frozenset[str]
    lineage: str
    reported: str


def find_denials(readings: Iterable[Reading], lineages: Mapping[str, str]) -> tuple[Link, ...]:
    """Return a link from each denial to the one statement it most plainly denies, if there is one.

    The denier must be the actor of that statement by name, the place must not differ, the statement
    must not be reported later than the denial, and both must share the act or two content words.
    """
    held = sorted(readings, key=lambda reading: reading.document.id)
    by_party: dict[str, list[Deniable]] = defaultdict(list)
    for one in _deniables(held, lineages):
        for party in one.parties:
            by_party[party].append(one)
    return tuple(
        link
        for reading in held
        for statement in reading.statements
        if statement.kind == "say.deny"
        for link in _denial_links(reading, statement, by_party=by_party, lineages=lineages)
    )


def find_numeric_conflicts(tallies: Iterable[Tally]) -> tuple[Link, ...]:
    """Return a link for each two figures of one tally, by two voices, that cannot both hold."""
    links = {
        link.id: link
        for tally in tallies
        for later, earlier in disagreements(tally)
        for link in (_numeric_link(later, earlier),)
    }
    return tuple(links[name] for name in sorted(links))


def _numeric_link(later: Observation, earlier: Observation) -> Link:
    return Link(
        from_id=later.statement,
        to_id=earlier.statement,
        kind="tension",
        subtype="numeric",
        independence=independence(later.lineage, earlier.lineage),
        reason=(
            f"{voice_of(earlier)} and {voice_of(later)} give figures no number satisfies: "
            f"{quoted((earlier.span.exact, later.span.exact))}"
        ),
    )


def _deniables(readings: Iterable[Reading], lineages: Mapping[str, str]) -> Iterator[Deniable]:
    for reading in readings:
        for statement in reading.statements:
            if statement.kind in _DENIABLE and not statement.off_line:
                yield Deniable(
                    statement=statement,
                    id=statement.id,
                    words=content_words(statement.content.exact) - _TALK,
                    parties=name_keys(statement.actor),
                    lineage=lineages[statement.document],
                    reported=reading.document.date_edtf or "",
                )


def _denial_links(
    reading: Reading,
    statement: Statement,
    *,
    by_party: Mapping[str, Sequence[Deniable]],
    lineages: Mapping[str, str],
) -> list[Link]:
    denier = _denier(statement)
    near = {one.id: one for party in name_keys(denier) for one in by_party.get(party, ())}
    words = content_words(statement.content.exact) - _TALK
    rated = [
        (_overlap(statement, words, one), one)
        for one in near.values()
        if one.id != statement.id and _answers(reading, statement, one)
    ]
    fits = [pair for pair in rated if pair[0] >= SHARED_WORDS]
    best = min(fits, key=lambda pair: (-pair[0], pair[1].reported, pair[1].id), default=None)
    if best is None:
        return []
    denied = best[1]
    return [
        Link(
            from_id=statement.id,
            to_id=denied.id,
            kind="denies",
            subtype="negation",
            independence=independence(lineages[statement.document], denied.lineage),
            reason=(
                f"{denier} denies what is reported of {denied.statement.actor}: "
                f"{quoted((denied.statement.content.exact, statement.content.exact))}"
            ),
        )
    ]


def _denier(statement: Statement) -> str:
    return statement.voices[-1].label if statement.voices else statement.actor


def _overlap(statement: Statement, words: frozenset[str], denied: Deniable) -> int:
    """Return how many content words both share; an equal act counts as one more."""
    named = {word for word in words if word[:4] in denied.parties}
    shared = len((words - named) & denied.words)
    same_act = statement.act is not None and statement.act == denied.statement.act
    return shared + int(same_act)


def _answers(reading: Reading, statement: Statement, denied: Deniable) -> bool:
    here, there = statement.where, denied.statement.where
    if here is not None and there is not None and not agree(here.name, there.name):
        return False
    answered = _day(reading.document.doc_date)
    happened = _day(denied.statement.when)
    if answered is None or happened is None:
        return True
    return 0 <= (answered - happened).days <= ANSWER_DAYS


def _day(when: When | Unknown) -> date | None:
    return when.earliest if isinstance(when, When) else None
