"""How accounts of one event stand to one another: a later one corroborates, adds, or contradicts.

That two accounts are of one event was decided when they were grouped; co-reference comes before any
contradiction (de Marneffe et al., 2008). Of each later account one link is made, to the account it was
joined to, so that the links of an event grow with its accounts and not with their pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.domain.grouping import Account, EventGroup
from onrecord.domain.link import Link, LinkKind, LinkSubtype
from onrecord.domain.quantity import Quantity, compatible
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.reconcile.lineage import independence
from onrecord.reconcile.links_told import matter_of, one_line, party_keys
from onrecord.reconcile.parties import agree
from onrecord.reconcile.words import (
    containment,
    jaccard,
    quoted,
    shingles,
    stem,
    words_of,
)

#: Content words two statements must share to tell of the same, and words and names together.
SHARED_WORDS = 2
SHARED = 4
#: ... and this share of the content words of the shorter.
SHARED_PART = 0.4
#: More of it where the later is held to add to the earlier.
ADDED_PART = 0.5
#: From this share of common shingles on, two sentences are one sentence.
REPRINT = 0.5
#: … or one is cut out of the other.
TRIMMED = 0.85
#: Of a long account only the first statements are compared.
_MOST = 24
#: What one event has one number of; other units may count parts of it.
_HARMS = (
    "people_killed",
    "people_injured",
    "people_missing",
    "people_detained",
    "people_displaced",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """How a later statement stands to an earlier one of the same event, by which words."""

    kind: LinkKind
    subtype: LinkSubtype
    says: str
    words: tuple[str, str]


def find_event_links(
    events: Iterable[EventGroup],
    statements: Mapping[str, Statement],
    reported: Mapping[str, str],
) -> Iterator[Link]:
    """Yield the links among accounts of each event.

    Args:
        events: Events with their accounts.
        statements: Every statement the accounts name, by id.
        reported: The day of each document as EDTF, by id; empty where unknown.
    """
    for event in events:
        by_key = {account.key: account for account in event.accounts}
        joined = {join.later: join.earlier for join in reversed(event.joins)}
        first = event.accounts[0]
        for later in event.accounts[1:]:
            earlier = by_key.get(joined.get(later.key, ""), first)
            if later.document != earlier.document:
                yield from _links(later, earlier, statements, reported)


def _links(
    later: Account,
    earlier: Account,
    statements: Mapping[str, Statement],
    reported: Mapping[str, str],
) -> Iterator[Link]:
    pair = _pair(
        [statements[name] for name in later.statements[:_MOST]],
        [statements[name] for name in earlier.statements[:_MOST]],
    )
    if pair is None:
        return
    day, was = reported.get(later.document), reported.get(earlier.document)
    found = _figures(*pair, same_day=bool(day) and day == was)
    if found is None and later.lineage != earlier.lineage and not _exclude(*pair):
        found = _addition(*pair) or _agreement(*pair)
    if found is not None:
        yield Link(
            from_id=pair[0].id,
            to_id=pair[1].id,
            kind=found.kind,
            subtype=found.subtype,
            independence=independence(later.lineage, earlier.lineage),
            reason=f"{found.says}: {quoted(one_line(words) for words in found.words)}",
        )


def _pair(
    told: Sequence[Statement], before: Sequence[Statement]
) -> tuple[Statement, Statement] | None:
    """Return the later and the earlier statement that say most of the same; `None` if none do.

    An account may tell much of one event; links are between what is told twice.
    """
    cut = [(one, _matter(one), _names(one)) for one in before]
    rated = [
        (len(words & others) + len(names & named), -at, -to, one, other)
        for at, one in enumerate(told)
        for words, names in ((_matter(one), _names(one)),)
        for to, (other, others, named) in enumerate(cut)
        if _tell_the_same(words, others) and not _said_apart(one, other)
    ]
    best = max(rated, key=lambda each: each[:3], default=None)
    return (best[3], best[4]) if best is not None and best[0] >= SHARED else None


def _tell_the_same(words: frozenset[str], others: frozenset[str]) -> bool:
    return len(words & others) >= SHARED_WORDS and containment(words, others) >= SHARED_PART


def _matter(statement: Statement) -> frozenset[str]:
    """Return the stems of its words, names left out."""
    named = {stem(word) for name in statement.names for word in words_of(name)}
    return matter_of(statement.content.exact) - named


def _names(statement: Statement) -> frozenset[str]:
    return party_keys(
        " / ".join((*statement.names, statement.where.name if statement.where else ""))
    )


def _said_apart(one: Statement, other: Statement) -> bool:
    """Say whether the words give two days, acts or places."""
    stated = all(isinstance(each.when, When) and each.when.text for each in (one, other))
    if stated and not _may_be_one_day(one, other):
        return True
    if one.act and other.act and one.act.code != other.act.code:
        return True
    return bool(one.where and other.where and not agree(one.where.name, other.where.name))


def _may_be_one_day(one: Statement, other: Statement) -> bool:
    """Say whether the days of both, those of the reports where none are stated, have one in common."""
    a, b = one.when, other.when
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        return True
    first, second = a.earliest or date.min, b.earliest or date.min
    return first <= (b.latest or date.max) and second <= (a.latest or date.max)


def _figures(one: Statement, other: Statement, *, same_day: bool) -> Finding | None:
    """Return that figures of one kind of harm and one day exclude each other, where they do.

    Two exact figures that reports of one day give cannot both be true of one event. A figure that moves
    from one day to the next, or is bound loosely, is a tension: it may have been true when written.
    """
    excluded = _exclude(one, other)
    if excluded is None or not _may_be_one_day(one, other):
        return None
    now, was = excluded
    words = (was.span.exact, now.span.exact)
    if same_day and _is_exact(now.quantity) and _is_exact(was.quantity):
        says = "of one event both state exact figures for one day"
        return Finding("contradicts", "numeric", says, words)
    return Finding(
        "tension", "numeric", "of one event they give figures no number satisfies", words
    )


def _exclude(one: Statement, other: Statement) -> tuple[Counted, Counted] | None:
    """Return the figures of one kind of harm that no number satisfies, if there are such."""
    for unit in _HARMS:
        now, was = _counted(one, unit), _counted(other, unit)
        if now is not None and was is not None and not compatible(now.quantity, was.quantity):
            return now, was
    return None


def _counted(one: Statement, unit: str) -> Counted | None:
    """Return the figure of a unit; nothing where a statement gives several."""
    found = [each for each in one.quantities if each.quantity.unit == unit]
    return found[0] if len(found) == 1 else None


def _is_exact(quantity: Quantity) -> bool:
    return quantity.bound == "exact" and quantity.value is not None


def _addition(one: Statement, other: Statement) -> Finding | None:
    """Return what the later adds: a place, a party, a figure the earlier leaves out."""
    words = (other.content.exact, one.content.exact)
    if containment(_matter(one), _matter(other)) < ADDED_PART:
        return None
    for name, added in _additions(one, other):
        says = f"of one event the later report adds {name} («{added}»)"
        return Finding("elaborates", "", says, words)
    return None


def _additions(one: Statement, other: Statement) -> Iterator[tuple[str, str]]:
    known = party_keys(f"/ {other.content.exact}")
    if one.where and not other.where and party_keys(one.where.name) - known:
        yield "the place", one.where.name
    if not other.actor and party_keys(one.actor) - known:
        yield "who did it", one.actor
    units = {each.quantity.unit for each in other.quantities}
    for each in one.quantities:
        if each.quantity.unit in _HARMS and each.quantity.unit not in units:
            yield "a figure", each.span.exact


def _agreement(one: Statement, other: Statement) -> Finding:
    """Return that the later account bears the earlier out; the same voice only repeats itself."""
    words = (other.content.exact, one.content.exact)
    a, b = (shingles(words_of(each.content.exact)) for each in (one, other))
    if jaccard(a, b) >= REPRINT or containment(a, b) >= TRIMMED:
        return Finding("repeats", "", "both print nearly the same words", words)
    if _voice(one) & _voice(other):
        return Finding("repeats", "", f"both give the word of {one.voices[-1].label}", words)
    return Finding("corroborates", "", "two origins report one event", words)


def _voice(statement: Statement) -> frozenset[str]:
    return party_keys(" / ".join(voice.label for voice in statement.voices))
