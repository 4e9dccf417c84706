"""Which events deserve a line of a timeline, and what a reader should see first.

An event is a line when its words name a kind of happening (`happenings`) and say enough to find it again:
a day, a town, a party with what it did, or the word of several origins. A running toll is none: it is
in the tallies. What happened long before every report that tells of it, or somewhere no other report looks,
is kept and marked as background.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.domain.event import Event
from onrecord.domain.event_line import EventLine
from onrecord.domain.grouping import EventGroup, Ground
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.reconcile.happenings import Kind, happening_of, is_idle
from onrecord.reconcile.occurrences import time_of

#: What lies further back than this from every report of it is background.
BACKGROUND_DAYS = 45
#: From this share of the reports on, a name is what the reports are about.
_FOCUS_SHARE = 0.3
#: What no name and no country reaches is the share of a crisis among reports of several.
_ONE_CRISIS_SHARE = 0.6
#: Fewer reports than this have no common focus.
_FOCUS_REPORTS = 8
#: From so many points on, an event is a line.
ENOUGH = 2.5
_DAY = 1
_FEW_DAYS = 2
_WEEK = 3
_MONTH = 4
_TOWN = 5
_MANY_ORIGINS = 3
#: Characters that make a line of a timeline.
_SHORT, _LONG = 40, 200
#: A first passage of fewer characters is a standfirst.
_STANDFIRST = 180
_MANY_REPORTS = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """One statement of an event with what its report says about it."""

    statement: Statement
    when: When
    kind: Kind | None
    prominent: bool
    reported: date | None


def event_lines(
    groups: Iterable[EventGroup], readings: Sequence[Reading], statements: Mapping[str, Statement]
) -> tuple[EventLine, ...]:
    """Return the events a timeline names, in order of day; undated ones last.

    Args:
        groups: Every event.
        readings: Every document their accounts name.
        statements: Every statement they name, by id.
    """
    by_document = {one.document.id: one for one in readings}
    focus = focus_of(readings)
    found = []
    for group in groups:
        members = [
            _told(by_document[account.document], statements[name])
            for account in group.accounts
            for name in account.statements
        ]
        line = _line(group, members, focus=focus, by_document=by_document)
        if line is not None:
            found.append(line)
    order = sorted(range(len(found)), key=lambda at: _salient_first(found[at]))
    ranked = {at: rank for rank, at in enumerate(order, start=1)}
    lines = [replace(one, rank=ranked[at]) for at, one in enumerate(found)]
    return tuple(sorted(lines, key=_by_day))


@dataclass(frozen=True, slots=True)
class Focus:
    """What many of the reports share: what the crisis is about. Empty where they are few.

    Attributes:
        names: Beginnings of names, folded.
        countries: ISO 3166-1 codes of the countries where things are told to have happened.
    """

    names: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


def focus_of(readings: Sequence[Reading]) -> Focus:
    """Return what at least three reports in ten share, if they are about one thing at all.

    Reports of many crises have no focus: nothing is in six of ten of them.
    """
    if len(readings) < _FOCUS_REPORTS:
        return Focus()
    names = Counter(name for reading in readings for name in _names(reading.text))
    countries = Counter(
        country
        for reading in readings
        for country in {one.where.country for one in reading.statements if one.where} - {""}
    )
    return Focus(_shared(names, len(readings)), _shared(countries, len(readings)))


def _shared(counts: Counter[str], reports: int) -> frozenset[str]:
    if max(counts.values(), default=0) < _ONE_CRISIS_SHARE * reports:
        return frozenset()
    return frozenset(name for name, count in counts.items() if count >= _FOCUS_SHARE * reports)


def _told(reading: Reading, statement: Statement) -> _Told:
    document = reading.document
    return _Told(
        statement=statement,
        when=time_of(reading, statement),
        kind=happening_of(statement),
        prominent=_is_prominent(reading, statement),
        reported=document.doc_date.latest if isinstance(document.doc_date, When) else None,
    )


def _is_prominent(reading: Reading, statement: Statement) -> bool:
    """Say whether a statement stands in a heading or where the body begins: what the report is about.

    A first passage of a line or two is a standfirst; the body begins after it.
    """
    at = statement.content.start
    passages = [one for one in reading.document.passages if one.role in ("heading", "body")]
    bodies = [one for one in passages if one.role == "body"]
    short = bool(bodies) and bodies[0].extent.end - bodies[0].extent.start < _STANDFIRST
    leads = bodies[: 2 if short else 1]
    held = next((one for one in passages if one.extent.start <= at < one.extent.end), None)
    return held is not None and (held.role == "heading" or held in leads)


def _line(
    group: EventGroup,
    members: Sequence[_Told],
    *,
    focus: Focus,
    by_document: Mapping[str, Reading],
) -> EventLine | None:
    """Return an event as a line, its rank yet to be told; `None` where it deserves none."""
    telling = [
        one for one in members if one.kind is not None and not is_idle(one.statement, one.kind)
    ]
    if not telling:
        return None
    kinds = Counter(one.kind for one in telling)
    kind = min(kinds, key=lambda one: (-kinds[one], one.name if one else ""))
    assert kind is not None
    days = group.event.when
    lead = min((one for one in telling if one.kind == kind), key=lambda one: _tells_best(one, days))
    grounds = tuple(_salience(group, kind, members, lead))
    if sum(ground.points for ground in grounds) < ENOUGH:
        return None
    if _is_vague(group.event.when) or _is_vague(lead.statement.when):
        return None
    return EventLine(
        group=group,
        lead=lead.statement,
        kind=kind.name,
        rank=1,
        salience=grounds,
        background=_background(group.event, members, focus, by_document),
        days=_days_stated(group, members),
    )


def _days_stated(group: EventGroup, members: Sequence[_Told]) -> tuple[tuple[str, int], ...]:
    """Return every single day that words give, with how many origins give it, the most given first."""
    lineage = {one.document: one.lineage for one in group.accounts}
    origins: dict[str, set[str]] = defaultdict(set)
    for one in members:
        if _precision(one.when) == _DAY and one.when.edtf is not None:
            origins[one.when.edtf].add(lineage[one.statement.document])
    counted = [(day, len(names)) for day, names in origins.items()]
    return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0])))


def _salience(
    group: EventGroup, kind: Kind, members: Sequence[_Told], lead: _Told
) -> Iterable[Ground]:
    event = group.event
    yield Ground("kind", kind.weight / 2, kind.name)
    if any(_precision(one.when) in (_DAY, _FEW_DAYS) for one in members):
        yield Ground("day", 1.5, "stated in words")
    elif any(_precision(one.when) == _WEEK for one in members):
        yield Ground("day", 0.5, "a week stated in words")
    where = event.where
    if (
        not isinstance(where, Unknown)
        and where.name
        and (where.precision <= _TOWN or not where.place)
    ):
        yield Ground("place", 1.0, where.name)
    if any(one.prominent for one in members):
        yield Ground("heading", 1.0, "in a heading or the first passage")
    origins, reports = len(group.lineages), group.reports
    if origins > 1:
        yield Ground("origins", 1.5 if origins < _MANY_ORIGINS else 2.5, str(origins))
    elif reports >= _MANY_REPORTS:
        yield Ground("reports", 1.0, str(reports))
    if lead.statement.actor and lead.statement.recipient and lead.statement.act:
        yield Ground("parties", 0.5, "who did what to whom is stated")
    if event.harm:
        yield Ground("harm", 1.0, ", ".join(sorted({one.effect for one in event.harm})))


def _is_vague(when: When | Unknown) -> bool:
    """Say whether the days are more than a month's: too many to place it among the others."""
    return isinstance(when, When) and when.precision > _MONTH


def _background(
    event: Event, members: Sequence[_Told], focus: Focus, by_document: Mapping[str, Reading]
) -> str:
    last = event.when.latest if isinstance(event.when, When) else None
    reports = [one.reported for one in members if one.reported is not None]
    if last is not None and reports and min(reports) - last > timedelta(days=BACKGROUND_DAYS):
        return f"more than {BACKGROUND_DAYS} days before the first report of it"
    country = "" if isinstance(event.where, Unknown) else event.where.country
    if country and focus.countries and country not in focus.countries:
        return "in a country that few reports tell of"
    if focus.names and not any(_names_focus(one, focus.names, by_document) for one in members):
        return "names nothing that most reports name"
    return ""


def _names_focus(one: _Told, names: frozenset[str], by_document: Mapping[str, Reading]) -> bool:
    """Say whether the report of a statement names what the reports are about; of a list, the item."""
    reading = by_document[one.statement.document]
    passages = reading.document.passages
    if sum(passage.role == "heading" for passage in passages) < _LIST_HEADINGS:
        return bool(names & _names(reading.text))
    at = one.statement.content.start
    held = next(
        (index for index, one in enumerate(passages) if one.extent.start <= at < one.extent.end), 0
    )
    near = passages[max(0, held - 1) : held + 2]
    return any(names & _names(passage.extent.of(reading.text)) for passage in near)


def _names(text: str) -> frozenset[str]:
    return frozenset(word[:_BEGINNING].casefold() for word in _PROPER.findall(text))


_PROPER = re.compile(r"\b[A-Z][a-z\u2019'\u00c0-\u024f]{2,}")
_BEGINNING = 4
#: A document with so many headings is a list of items.
_LIST_HEADINGS = 4


def _tells_best(one: _Told, days: When | Unknown) -> tuple[object, ...]:
    """Order statements by how well one line of them tells what happened, the best first.

    Those of the event's own day, then a stated day, a whole clause, a place, no bare count, parties.
    """
    statement = one.statement
    words = statement.content.exact
    return (
        not _is_of_day(one.when, days),
        _precision(one.when) != _DAY,
        words[:1].islower(),
        statement.where is None,
        statement.kind == "occ.tally",
        not (statement.actor or statement.recipient),
        not _SHORT <= len(words) <= _LONG,
        one.reported or date.max,
        statement.document,
        statement.content.start,
    )


def _is_of_day(own: When, days: When | Unknown) -> bool:
    """Say whether words give the day of their event; where only reports bound it, their day as news."""
    if isinstance(days, Unknown):
        return False
    if days.basis == "document":
        return own.precision == _DAY and own.latest == days.latest
    return own.edtf == days.edtf


def _precision(when: When) -> int:
    """Return how precisely the words give the day; 0 where only the report's date does."""
    return 0 if when.basis == "document" else when.precision


def _salient_first(line: EventLine) -> tuple[object, ...]:
    return bool(line.background), -line.points, _by_day(line)


def _by_day(line: EventLine) -> tuple[object, ...]:
    when = line.when
    first = when.earliest or when.latest if isinstance(when, When) else None
    last = when.latest if isinstance(when, When) else None
    return first is None, first or date.max, last or date.max, line.group.event.id
