"""The section of what changed between two states of the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from onrecord.domain.brief import Block, Sentence, Topic
from onrecord.domain.difference import Changes, EventChange, TallyChange
from onrecord.domain.event import Harm
from onrecord.domain.event_line import EventLine
from onrecord.domain.grouping import EventGroup
from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.tally import Observation
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.changes import edit_block, step_sentences
from onrecord.publish.claims import no_retraction
from onrecord.publish.collect import Collection
from onrecord.publish.counts import cite_observation, scope_given
from onrecord.publish.happened import (
    cite_accounts,
    cite_figures,
    claim_sentences,
    day_order,
    event_topic,
    harm_roles,
    has_day,
    is_count,
    lead_of_event,
    reason_sentences,
)
from onrecord.publish.standing import standing_blocks

#: Longer lists are cut, and say so.
MAX_EVENTS, MAX_FIRST, MAX_SUBJECTS = 60, 24, 12
#: Up to so many events, those without a day in words are told as well.
MAX_SHORT = 12
_LAST_TIER, _NEVER = 2, 3


@dataclass(frozen=True, slots=True)
class News:
    """What a brief of changes is compiled from, beside the readings.

    Attributes:
        changes: What differs.
        links: Every link of the later state.
        since: The earlier time, as `record:TIME` or `reports:DAY`.
        lines: The events that deserve a line of a timeline, by the key of their first account.
        undated: Reports left out of the comparison, because their day cannot be told.
    """

    changes: Changes
    links: tuple[Link, ...]
    since: str
    lines: Mapping[str, EventLine]
    undated: tuple[Reading, ...] = ()


def arrival_line(news: News, *, collection: Collection) -> Sentence:
    """Return how many reports are new, in one line."""
    names = [(collection.document(name), "source") for name in news.changes.arrived]
    form = "arrivals" if names else "nothing_new"
    return collection.draft(form, names, given=(news.since,))


def news_blocks(news: News, *, collection: Collection) -> tuple[Block, ...]:
    """Return events, counts, how reports stand to one another, edits, and what stayed as it was."""
    changes = news.changes
    standing = standing_blocks(
        _new_links(news, collection),
        [change.tally for change in changes.tallies],
        collection=collection,
    )
    same = (*changes.same_events, *changes.same_tallies)
    parts: tuple[tuple[str, Block], ...] = (
        ("events", _event_block(news, collection)),
        ("counts", _tally_block(news, collection)),
        ("links", Block(sentences=tuple(one for block in standing for one in block.sentences))),
        ("edits", _edits(changes, collection)),
        ("decisions", Block(sentences=tuple(_decisions(news, collection)))),
        ("again", Block(sentences=tuple(_suspensions(news, collection)))),
        ("undated", Block(sentences=tuple(_undated(news, collection)))),
        ("same", Block(sentences=tuple(_same(same, collection)))),
    )
    return tuple(
        replace(block, heading=collection.draft("part", (), given=(name,)))
        for name, block in parts
        if block.sentences or block.topics
    )


def _edits(changes: Changes, collection: Collection) -> Block:
    block = edit_block(changes.revisions, collection)
    return replace(block, sentences=(*block.sentences, *_gone(changes.events, collection)))


def _undated(news: News, collection: Collection) -> Iterator[Sentence]:
    for one in news.undated:
        yield collection.draft("undated", [(collection.document(one.document.id), "source")])


def _same(names: tuple[str, ...], collection: Collection) -> Iterator[Sentence]:
    if names:
        yield collection.draft("unchanged", (), given=names)


def _new_links(news: News, collection: Collection) -> tuple[Link, ...]:
    """Return the links with a new report at an end: others follow from how reports are grouped."""
    return tuple(
        link
        for link in news.changes.links
        if any(
            one is not None and _is_new(one.document, news)
            for one in map(collection.statements.get, (link.from_id, link.to_id))
        )
    )


def _event_block(news: News, collection: Collection) -> Block:
    told = [one for one in news.changes.events if one.after]
    ranked = sorted(told, key=lambda one: (_tier(one, news, collection), *_rank(one, news)))
    tiers = [_tier(one, news, collection) for one in ranked]
    shown = ranked[: min(MAX_EVENTS, tiers.count(0) + tiers.count(1))]
    rest_of = [one for one, tier in zip(ranked, tiers, strict=True) if tier == _LAST_TIER]
    shown += rest_of[: max(0, MAX_SHORT - len(shown))]
    topics = [topic for one in shown for topic in _topics(one, news, collection)]
    topics.sort(key=lambda topic: day_order(collection.time_of(topic.sentence)))
    cut = tuple(one.after[0].accounts[0].key for one in told if one not in shown)
    rest = (collection.draft("left_out", (), given=("timeline", *cut)),) if cut else ()
    return Block(topics=tuple(topics), sentences=rest)


def _tier(change: EventChange, news: News, collection: Collection) -> int:
    """Return 0 for a line of a timeline or an event told otherwise, 1 for another with a day."""
    group = change.after[0]
    if change.before or group.accounts[0].key in news.lines:
        return 0
    if is_count(group, collection):
        return _NEVER
    return 1 if has_day(group.event.when) else _LAST_TIER


def _rank(change: EventChange, news: News) -> tuple[object, ...]:
    """Return the place of a change within its tier: what gained most origins, then by salience."""
    key = change.after[0].accounts[0].key
    line = news.lines.get(key)
    return -len(change.gained), line is None, line.rank if line else 0, key


def _words_of(group: EventGroup, news: News) -> Statement | None:
    line = news.lines.get(group.accounts[0].key)
    return None if line is None else line.lead


def _topics(change: EventChange, news: News, collection: Collection) -> Iterator[Topic]:
    if change.kind == "regrouped":
        yield from _regrouped(change, news, collection)
        for group in change.after:
            yield from _again(change, group, news, collection)
    elif not change.before and all(_is_new(one.document, news) for one in change.after[0].accounts):
        lead = _words_of(change.after[0], news)
        topic = event_topic(change.after[0], collection=collection, lead=lead)
        names = [(support.id, support.role) for support in topic.sentence.support]
        fresh = collection.draft("new_event", names, given=(news.since,))
        yield Topic(fresh, topic.under, topic.reasons)
    elif change.before:
        yield from _again(change, change.after[0], news, collection)


def _is_new(document: str, news: News) -> bool:
    return document in news.changes.arrived


def _again(
    change: EventChange, now: EventGroup, news: News, collection: Collection
) -> Iterator[Topic]:
    """Yield an event told before: with its new reports, or with what it says otherwise."""
    lead = _words_of(now, news)
    accounts = cite_accounts(now, collection=collection, lead=lead)
    held = {one.document for was in change.before for one in was.accounts}
    names = [(name, _role(document, held, news, collection)) for document, name in accounts.items()]
    if not any(role == "was" for _, role in names):
        return
    claims = {claim.statement for was in change.before for claim in was.event.responsibility}
    under = (
        *_days(change, collection),
        *_places(change, collection),
        *_harms(change, collection),
        *claim_sentences(
            (one for one in now.event.responsibility if one.statement not in claims),
            collection=collection,
        ),
    )
    if under or set(change.gained) & set(now.lineages):
        yield Topic(
            collection.draft("event_again", names, given=(news.since,)),
            under=under,
            reasons=tuple(reason_sentences(now, collection=collection)),
        )


def _role(document: str, held: AbstractSet[str], news: News, collection: Collection) -> str:
    """Return what a report does: it told the event before, is new, or is older and tells it now."""
    if _held(document, held, collection):
        return "was"
    return "now" if _is_new(document, news) else "older"


def _held(document: str, held: AbstractSet[str], collection: Collection) -> bool:
    """Say whether a report stood behind the event before, if only in an earlier version."""
    version_of = collection.readings[document].document.version_of
    if version_of is not None and version_of in held:
        collection.document(version_of)
    return document in held or version_of in held


def _days(change: EventChange, collection: Collection) -> Iterator[Sentence]:
    if "day" in change.fields:
        leads = [_lead(group, collection) for group in (change.before[0], change.after[0])]
        days = [when.edtf if isinstance(when, When) else None for _, when in leads]
        if None not in days and days[0] != days[1]:
            names = [(collection.cite(one, dated=when), "day") for one, when in leads]
            yield collection.draft("day_moved", names)


def _places(change: EventChange, collection: Collection) -> Iterator[Sentence]:
    if "place" in change.fields:
        named = [_placed(group, collection) for group in (change.before[0], change.after[0])]
        first, second = named
        if first is not None and second is not None and first[1] != second[1]:
            stated = [collection.statement(name) for name, _ in (first, second)]
            names = [(collection.cite(one), "place") for one in stated]
            words = (first[1], second[1])
            if all(map(collection.holds, (one.document for one in stated), words)):
                yield collection.draft("place_moved", names)


def _placed(group: EventGroup, collection: Collection) -> tuple[str, str] | None:
    """Return a statement that states the place of an event, and its words for it."""
    where = group.event.where
    if isinstance(where, Unknown):
        return None
    for account in group.accounts:
        for name in account.statements:
            stated = collection.statement(name).where
            if stated is not None and stated.name == where.name and stated.text:
                return name, stated.text
    return None


def _lead(group: EventGroup, collection: Collection) -> tuple[Statement, When | Unknown]:
    told = {name: collection.statement(name) for name in group.event.statements}
    return lead_of_event(group, told, collection=collection)


def _harms(change: EventChange, collection: Collection) -> Iterator[Sentence]:
    if "harm" not in change.fields:
        return
    was, now = change.before[0], change.after[0]
    before = {(one.effect, one.group): one for one in was.event.harm}
    for harm in now.event.harm:
        old = before.get((harm.effect, harm.group))
        if old is not None and _ends(old) != _ends(harm):
            sides = [
                (side, harm_roles(one, collection=collection))
                for side, one in (("was", old), ("now", harm))
            ]
            if all(chosen for _, chosen in sides):
                names = [
                    (name, f"{side} {role}")
                    for side, chosen in sides
                    for name, role in cite_figures(chosen, collection=collection)
                ]
                yield collection.draft("harm_moved", names, given=(harm.effect,))


def _ends(harm: Harm) -> tuple[object, ...]:
    return harm.low, harm.high


def _regrouped(change: EventChange, news: News, collection: Collection) -> Iterator[Topic]:
    """Yield accounts of several events that are now of one, and those of one now of several.

    Of each event on the other side one account is quoted, its best where that is among them.
    """
    kept = dict(news.changes.carried)
    was = [(one, {kept.get(name, name) for name in one.event.statements}) for one in change.before]
    now = [(one, set(one.event.statements)) for one in change.after]
    for ends, others, given in ((now, was, "one"), (was, now, "several")):
        for _, named in ends:
            shared = [(other, held & named) for other, held in others if held & named]
            if len(shared) > 1:
                found = [_best(other, names, collection) for other, names in shared]
                names = [(collection.cite(one, dated=one.when), "account") for one in found]
                yield Topic(collection.draft("regrouped", names, given=(given,)))


def _best(group: EventGroup, names: AbstractSet[str], collection: Collection) -> Statement:
    """Return the account that tells an event best among statements of the later state."""
    lead, _ = _lead(group, collection)
    return lead if lead.id in names else collection.statement(min(names))


def _decisions(news: News, collection: Collection) -> Iterator[Sentence]:
    """Yield what people decided, with the words it is about."""
    for one in news.changes.decisions:
        named = (*one.decision.subjects, *one.decision.others)
        held = [found for name in named if (found := collection.statements.get(name))]
        about = [(collection.cite(found), "subject") for found in held[:MAX_SUBJECTS]]
        yield collection.draft(
            "decided", [(collection.decide(one), "decision"), *about], given=(news.since,)
        )


def _suspensions(news: News, collection: Collection) -> Iterator[Sentence]:
    """Yield the words that were edited or taken back and have something rest on them."""
    resting: dict[str, list[str]] = {}
    for one in news.changes.suspensions:
        for name in one.statements:
            resting.setdefault(name, []).append(one.record)
    takes_back = {link.to_id: link.from_id for link in news.links if link.kind == "retracts"}
    for name, records in list(resting.items())[:MAX_SUBJECTS]:
        held = [collection.statements.get(one) for one in (name, takes_back.get(name, name))]
        content, later = held
        if content is None or later is None:
            continue
        card = collection.readings[content.document].document
        taken_back = later is not content and not no_retraction(collection.near(later.content))
        if not taken_back and card.version_of is None:
            continue
        names = [(collection.cite(content), "content")]
        names += [(collection.cite(later), "retracting")] if taken_back else []
        yield collection.draft("suspended", names, given=tuple(dict.fromkeys(records)))


def _gone(changes: Iterable[EventChange], collection: Collection) -> Iterator[Sentence]:
    """Yield the events whose report was edited so that no version now on record tells them."""
    replaced = {one.document.version_of for one in collection.readings.values()}
    for change in changes:
        for group in change.before if change.kind == "gone" else ():
            lead, when = _lead(group, collection)
            if lead.document in replaced:
                after = next(
                    one
                    for one in collection.readings.values()
                    if one.document.version_of == lead.document
                )
                names = [
                    (collection.cite(lead, dated=when), "was"),
                    (collection.document(after.document.id), "now"),
                ]
                yield collection.draft("event_gone", names)


def _tally_block(news: News, collection: Collection) -> Block:
    changes = news.changes.tallies
    added = {_figure(one) for change in changes for one in change.added}
    steps, cut = step_sentences(
        [change.tally for change in changes],
        wanted=lambda one: _figure(one) in added and _is_new(one.span.document, news),
        collection=collection,
        latest=True,
    )
    firsts = [change for change in news.changes.tallies if change.is_new and _begins(change, news)]
    shown = [_first_figure(change, news, collection) for change in firsts[:MAX_FIRST]]
    names = tuple(dict.fromkeys((*cut, *(_first(one).statement for one in firsts[MAX_FIRST:]))))
    rest = (collection.draft("left_out", (), given=("tallies", *names)),) if names else ()
    return Block(sentences=(*steps, *shown, *rest))


def _begins(change: TallyChange, news: News) -> bool:
    """Say whether the first figure of a count has a day and comes from a new report."""
    first = _first(change)
    dated = isinstance(first.as_of, When) and first.as_of.edtf is not None
    return dated and _is_new(first.span.document, news)


def _first(change: TallyChange) -> Observation:
    return change.tally.observations[0]


def _figure(one: Observation) -> tuple[str, str]:
    return one.statement, one.span.exact


def _first_figure(change: TallyChange, news: News, collection: Collection) -> Sentence:
    first = _first(change)
    fields = scope_given(change.tally.scope, [first], collection=collection)
    names = [(cite_observation(first, collection), "figure")]
    return collection.draft("first_figure", names, given=(*fields, news.since))
