"""The section of what happened: events, and sayings and legal acts with a day of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.domain.brief import Block, Citation, Sentence, Topic
from onrecord.domain.event import Harm, ResponsibilityClaim
from onrecord.domain.event_line import EventLine
from onrecord.domain.grouping import Account, EventGroup, Join
from onrecord.domain.quantity import Quantity
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.timeline import TimelineEntry
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.claims import counts_harm, no_claim, no_harm, stands_whole
from onrecord.publish.collect import Collection
from onrecord.publish.evidence import dating_follows
from onrecord.publish.parts import PRONOUNS
from onrecord.publish.wording import GROUND_WORDS

#: Longer lists are cut, and say so.
MAX_TIMELINE, MAX_JOINS, MAX_CLAIMS, MAX_FIGURES = 80, 12, 8, 8
#: Up to so many lines, what has no day in words is told as well.
MAX_SHORT = 24
#: More accounts than this are counted as reports and not cited one by one.
MAX_ACCOUNTS = 24
#: Words of this length read best in a line: not a headline's stump, not a paragraph.
_BEST_CHARS, _STRIDE = 110, 60
#: UCDP precision of a day, a few days, a week.
_WEEK = (1, 2, 3)
_LAST_TIER, _NEVER = 3, 4


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the section: an event, or a saying or legal act that belongs to no event."""

    when: When | Unknown
    event: EventGroup | None = None
    line: EventLine | None = None
    entry: TimelineEntry | None = None

    @property
    def name(self) -> str:
        """Return the id of the statement a list of what was left out names."""
        if self.entry is not None:
            return self.entry.statement.id
        return "" if self.event is None else self.event.accounts[0].key


def happened_blocks(
    events: Sequence[EventGroup],
    lines: Sequence[EventLine],
    timeline: Sequence[TimelineEntry],
    *,
    collection: Collection,
) -> tuple[Block, ...]:
    """Return what happened in order of day, undated last.

    An event is told once, with all its accounts. Events that deserve a line of a timeline come
    before others whose words give a day, and these before sayings and legal acts with a day of their
    own; what has none of these, and figures that no event holds, are told only where the whole is short.

    Args:
        events: With their accounts.
        lines: Those of the events that deserve a line, with the words that stand for each.
        timeline: What happened when; what it holds beside the events keeps a line of its own.
        collection: Where citations are gathered.
    """
    found = _entries(events, lines, timeline)
    tiers: dict[int, list[_Entry]] = {at: [] for at in range(_NEVER + 1)}
    for one in sorted(found, key=_rank):
        tiers[_tier(one, collection)].append(one)
    shown = [one for at in range(_LAST_TIER) for one in tiers[at]][:MAX_TIMELINE]
    shown += tiers[_LAST_TIER][: max(0, MAX_SHORT - len(shown))]
    kept = {one.name for one in shown}
    told = [(_topic(one, collection), one.name) for one in shown]
    told.sort(key=lambda item: (*day_order(collection.time_of(item[0].sentence)), item[1]))
    topics = tuple(topic for topic, _ in told)
    cut = tuple(dict.fromkeys(one.name for one in found if one.name not in kept))
    rest = (collection.draft("left_out", (), given=("timeline", *cut)),) if cut else ()
    return (Block(topics=topics, sentences=rest),) if topics else ()


def event_topic(
    group: EventGroup, *, collection: Collection, lead: Statement | None = None
) -> Topic:
    """Return an event as a line: its best account, harm, who is held responsible, why it is one.

    Args:
        group: The event.
        collection: Where citations are gathered.
        lead: The statement whose words stand for it, where that is settled.
    """
    accounts = cite_accounts(group, collection=collection, lead=lead)
    names = ((name, "account" if name.startswith("c") else "report") for name in accounts.values())
    return Topic(
        collection.draft("event", names),
        under=(
            *harm_sentences(group, collection=collection),
            *claim_sentences(group.event.responsibility, collection=collection),
        ),
        reasons=tuple(reason_sentences(group, collection=collection)),
    )


def cite_accounts(
    group: EventGroup, *, collection: Collection, lead: Statement | None = None
) -> dict[str, str]:
    """Return what stands for each report of an event: a citation, the best account first.

    Beyond `MAX_ACCOUNTS` reports are named and not cited.
    """
    told = {name: collection.statement(name) for name in group.event.statements}
    first, when = lead_of_event(group, told, collection=collection, lead=lead)
    found = {first.document: collection.cite(first, dated=when)}
    for account in group.accounts:
        if account.document in found:
            continue
        if len(found) < MAX_ACCOUNTS:
            one = told[account.key]
            found[account.document] = collection.cite(one, dated=one.when)
        else:
            found[account.document] = collection.document(account.document)
    return found


def lead_of_event(
    group: EventGroup,
    told: Mapping[str, Statement],
    *,
    collection: Collection,
    lead: Statement | None = None,
) -> tuple[Statement, When | Unknown]:
    """Return the account that tells the event best, and the time it may be printed under.

    The best says the day, the act and the place of the event in its author's or a named voice, in a
    sentence neither short nor long; of equals the earliest report's. The time is the event's where
    that account gives it, else its own.
    """
    if lead is None:
        order = {name: at for at, one in enumerate(group.accounts) for name in one.statements}
        lead = min(
            told.values(),
            key=lambda one: (
                -_fitness(one, group, collection=collection),
                abs(len(one.content.exact) - _BEST_CHARS) // _STRIDE,
                order.get(one.id, len(order)),
                one.id,
            ),
        )
    when = group.event.when
    return lead, when if _gives(lead, when, collection=collection) else lead.when


def _fitness(statement: Statement, group: EventGroup, *, collection: Collection) -> int:
    event = group.event
    named = None if isinstance(event.where, Unknown) else event.where.name
    return sum(
        (
            4 * _gives(statement, event.when, collection=collection),
            3 * (statement.kind == "occ.event"),
            2 * (statement.act is not None and statement.act == event.act),
            2 * bool(named and stands_whole(named, statement.content.exact)),
            1 * (statement.innermost.value == "CT+"),
            1 * bool(statement.actor or statement.recipient),
        )
    )


def _gives(statement: Statement, when: When | Unknown, *, collection: Collection) -> bool:
    """Say whether a statement or its report gives the time of the event."""
    card = collection.readings[statement.document].document
    given = Citation("", statement.content, statement.id, statement, dated=when)
    return dating_follows(given, card)


def _entries(
    events: Sequence[EventGroup], lines: Sequence[EventLine], timeline: Sequence[TimelineEntry]
) -> list[_Entry]:
    by_key = {one.group.accounts[0].key: one for one in lines}
    told = {name for group in events for name in group.event.statements}
    found = [
        _Entry(group.event.when, event=group, line=by_key.get(group.accounts[0].key))
        for group in events
    ]
    return [
        *found,
        *(_Entry(one.when, entry=one) for one in timeline if one.statement.id not in told),
    ]


def is_count(group: EventGroup, collection: Collection) -> bool:
    """Say whether an event is nothing but running figures, which stand among the counts."""
    return all(collection.statement(name).kind == "occ.tally" for name in group.event.statements)


def _tier(one: _Entry, collection: Collection) -> int:
    """Return 0 for a line of a timeline, 1 for another event with a day, 2 for another entry."""
    if one.line is not None:
        return _LAST_TIER if one.line.background else 0
    if one.event is not None:
        if is_count(one.event, collection):
            return _NEVER
        return 1 if has_day(one.when) else _LAST_TIER
    kind = one.entry.statement.kind if one.entry is not None else ""
    if kind == "occ.tally":
        return _NEVER
    return 2 if has_day(one.when) and not kind.startswith("occ.") else _LAST_TIER


def _rank(one: _Entry) -> tuple[int, int, str]:
    """Return the place of an entry within its tier; the order of arrival changes nothing."""
    latest = one.when.latest if isinstance(one.when, When) else None
    weight = one.line.rank if one.line else -len(one.event.lineages) if one.event else 0
    return weight, -(latest.toordinal() if latest else 0), one.name


def has_day(when: When | Unknown) -> bool:
    """Say whether the words give a time of a week or less."""
    return isinstance(when, When) and bool(when.text) and when.precision in _WEEK


def day_order(when: When | Unknown) -> tuple[bool, str, str]:
    """Return what sorts times by first day, then last day, unknown ones last."""
    if isinstance(when, Unknown) or when.edtf is None:
        return True, "", ""
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None:
        return True, "", ""
    return False, first.isoformat(), last.isoformat()


def _topic(line: _Entry, collection: Collection) -> Topic:
    if line.event is not None:
        lead = line.line.lead if line.line else None
        return event_topic(line.event, collection=collection, lead=lead)
    entry = line.entry
    assert entry is not None
    names = [(collection.cite(entry.statement, dated=entry.when), "content")]
    repeats = [collection.statement(name).document for name in entry.repeats]
    names += [
        (collection.document(document), "repeat")
        for document in sorted(set(repeats) - {entry.statement.document})
    ]
    return Topic(collection.draft("timeline", names))


def harm_sentences(group: EventGroup, *, collection: Collection) -> Iterator[Sentence]:
    """Yield the harm of each kind that several figures give and whose ends stand in cited figures.

    Harm in one figure stands in the words of its account.
    """
    for harm in group.event.harm:
        chosen = harm_roles(harm, collection=collection)
        if len(chosen) > 1:
            names = cite_figures(chosen, collection=collection)
            yield collection.draft("harm", names, given=(harm.effect,))


def harm_roles(harm: Harm, *, collection: Collection) -> list[tuple[Statement, Counted, str]]:
    """Return the figures of a harm with their roles: which state its ends, which stand beside.

    Empty where an end of the harm stands in no figure.
    """
    figures = _figures(harm, collection)
    low = next((one for one in figures if one[1].quantity.low == harm.low), None)
    high = next((one for one in figures if one[1].quantity.high == harm.high), None)
    if low is None or high is None:
        return []
    ends = [(*low, "both")] if low is high else [(*low, "low"), (*high, "high")]
    chosen = [*ends, *((*one, "figure") for one in figures if one is not low and one is not high)]
    chosen = chosen[:MAX_FIGURES]
    quantities = [counted.quantity for _, counted, _ in chosen]
    why_not = no_harm(harm.effect, quantities, roles=[role for _, _, role in chosen])
    return [] if why_not else chosen


def cite_figures(
    chosen: Iterable[tuple[Statement, Counted, str]], *, collection: Collection
) -> list[tuple[str, str]]:
    """Cite figures, each with its role."""
    return [
        (collection.cite(statement, counted=counted, dated=statement.when), role)
        for statement, counted, role in chosen
    ]


def _figures(harm: Harm, collection: Collection) -> list[tuple[Statement, Counted]]:
    """Return the figures of a harm, of equal ones the first only."""
    found: dict[object, tuple[Statement, Counted]] = {}
    for name in harm.statements:
        statement = collection.statement(name)
        for counted in statement.quantities:
            if counts_harm(harm.effect, counted.quantity.unit):
                found.setdefault(_bounds(counted.quantity), (statement, counted))
    return list(found.values())


def _bounds(quantity: Quantity) -> tuple[object, ...]:
    return quantity.low, quantity.high


def claim_sentences(
    claims: Iterable[ResponsibilityClaim], *, collection: Collection
) -> Iterator[Sentence]:
    """Yield who is said to have done it, claim beside claim."""
    for claim in list(claims)[:MAX_CLAIMS]:
        statement = collection.statements.get(claim.statement)
        if statement is not None and not no_claim(claim.stance, statement) and _is_clear(statement):
            names = [(collection.cite(statement), "claim")]
            yield collection.draft("responsibility", names, given=(claim.stance,))


def _is_clear(statement: Statement) -> bool:
    """Say whether a reader can tell who would not comment: "it declined to say" names nobody."""
    named = statement.voices[-1].label if statement.voices else ""
    return statement.kind != "say.decline" or named.casefold() not in {*PRONOUNS, ""}


def reason_sentences(group: EventGroup, *, collection: Collection) -> Iterator[Sentence]:
    """Yield why accounts were joined, once for each two reports."""
    by_key = {one.key: one for one in group.accounts}
    told: set[tuple[str, str]] = set()
    for join in group.joins:
        first, second = by_key.get(join.earlier), by_key.get(join.later)
        if first is None or second is None or len(told) >= MAX_JOINS:
            continue
        pair = first.document, second.document
        if len(set(pair)) < len(pair) or pair in told:
            continue
        names = [
            (collection.cite(collection.statement(one.key)), role)
            for one, role in ((first, "earlier"), (second, "later"))
        ]
        given = tuple(_grounds(join, (first, second), collection=collection))
        if any(one.startswith("for:") for one in given):
            told.add(pair)
            yield collection.draft("joined", names, given=given)


def _grounds(join: Join, accounts: Iterable[Account], *, collection: Collection) -> Iterator[str]:
    """Yield the grounds a brief has words for, with what agrees where both accounts print it."""
    documents = [one.document for one in accounts]
    for ground in join.grounds:
        if ground.name not in GROUND_WORDS or not ground.points:
            continue
        side = "for" if ground.points > 0 else "against"
        stands = ground.words and all(collection.holds(one, ground.words) for one in documents)
        yield f"{side}:{ground.name}" + (f":{ground.words}" if stands else "")
