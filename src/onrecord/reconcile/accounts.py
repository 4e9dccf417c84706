"""What each report tells of each occurrence: statements of one document to `Profile`s.

Pure and local to one document, so that profiles can be made in parallel and kept. A report gathers its
main occurrence from the heading on; a statement starts another account when it states another day, is
of a family that does not go with it, or says that it is another one ("a similar strike last month").
A list of headlines is as many reports as it has items.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta

from onrecord.domain.quantity import Number
from onrecord.domain.reading import Reading
from onrecord.domain.span import Extent
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.reconcile.families import (
    AFTERMATH,
    UPON,
    Family,
    disaster_kind,
    family_of,
    go_together,
    tells_harm,
)
from onrecord.reconcile.likeness import NO_LIKENESS, Likeness, likeness_of
from onrecord.reconcile.likeness_words import area_of
from onrecord.reconcile.occurrences import time_of
from onrecord.reconcile.parties import proper_words
from onrecord.reconcile.words import words_of

#: Harm as it is compared: the unit and the ends of the first count of it.
Harms = tuple[tuple[str, Number | None, Number | None], ...]

_COMPARED_UNITS = ("people_killed", "people_injured", "people_missing", "people_displaced")
#: Longest stretch of days that still says when something happened, not in what period.
_NARROW = timedelta(days=3)
#: Days further before the report than this tell of its background.
_RECENT = timedelta(days=45)
_TOWN = 2
_OPENING = 400
_OTHER = re.compile(
    r"\b(?:another|a second|an?(?: \w+)? (?:earlier|separate|similar|previous|different|unrelated)"
    r"|other|separate|unrelated|earlier|previous) (?:[\w-]+ ){0,2}(?:shootings?|stabbings?|killings?"
    r"|attacks?|strikes?|bombings?|blasts?|explosions?|raids?|clash(?:es)?|incidents?|crash(?:es)?"
    r"|accidents?|collapses?|fires?|floods?|quakes?|earthquakes?|storms?|protests?|rall(?:y|ies)|homicides?"
    r"|demonstrations?|arrests?|cases?)\b|\bin a separate\b|\bunrelated\b|\bmeanwhile\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:last (?:year|month|summer|winter|spring|fall|autumn)|(?:years?|months?|decades?) (?:ago|earlier)"
    r"|earlier this (?:year|month)|in (?:19|20)[0-9]{2}|previous(?:ly)?|so far this year"
    r"|a similar|history of)\b",
    re.IGNORECASE,
)
#: An item of a list of headlines: its outlet stands last, after a dash or in brackets.
_ITEM = re.compile(r"(?:\s[-–—]\s[A-Z][^\n]{1,60}|\([A-Z][^()\n]{1,60}\))$")
_ITEMS = 4
#: A passage with one of these is of the page, not of the report.
_FURNITURE = re.compile(
    r"copyright|all rights reserved|\b(?:facebook|twitter|instagram|javascript|newsletters?|cookies"
    r"|privacy policy|terms of (?:use|service)|spam|breaking news|crime ?stoppers)\b"
    r"|\b(?:click|tap) (?:here|to|on)\b|\bdownload (?:the|our)\b|\bsign(?:ed)? (?:up|in)\b"
    r"|\bsubscri(?:be|ption)|\bstay with\b|\bcheck back\b|\b(?:call|contact) [^.]{0,60}[0-9]{3}.[0-9]{4}"
    r"|\banyone (?:with|who has) (?:any )?information\b",
    re.IGNORECASE,
)
_TITLE_TAIL = re.compile(r"\s[-|–—]\s.*$")


@dataclass(frozen=True, slots=True)
class Profile:
    """What one report tells of one occurrence, with what it is compared by.

    Whose origin the report is counted by is no part of it: that may change when another report comes.

    Attributes:
        document: Id of the document.
        statements: Ids of its statements on the occurrence, in order of the text; never empty.
        act: PLOVER type of what was done; empty when none could be coded.
        when: When it happened.
        places: Names of the places, folded.
        reported: Day of the report as EDTF; "~" when unknown, so that it comes last.
        told: Ids of what else it says of it: denials, accusations, what followed.
        family: What family of occurrence it is.
        main: Whether it is what the report is mainly about.
        background: Whether the report tells it as something that lies further back.
        days: The days stated for it, as ordinals, sorted.
        towns: Gazetteer entries of the towns named for it, the most named first.
        disaster: What kind of disaster it is; empty for none.
        areas: Countries and the like that its words name, by how their names begin.
        report_day: Last day the report's date allows, as an ordinal; `None` when unknown.
        harms: First count of each kind of harm.
        likeness: What its words are compared by.
    """

    document: str
    statements: tuple[str, ...]
    act: str
    when: When | Unknown
    places: frozenset[str]
    reported: str
    told: tuple[str, ...] = ()
    family: Family = ""
    main: bool = True
    background: bool = False
    days: tuple[int, ...] = ()
    towns: tuple[str, ...] = ()
    disaster: str = ""
    areas: frozenset[str] = frozenset()
    report_day: int | None = None
    harms: Harms = ()
    likeness: Likeness = NO_LIKENESS

    @property
    def key(self) -> str:
        """Return the id of the first statement, by which joins and decisions name the account."""
        return self.statements[0]


@dataclass(slots=True)
class _Draft:
    """An account while its report is read."""

    family: Family
    background: bool = False
    supporting: list[Statement] = field(default_factory=list)
    told: list[Statement] = field(default_factory=list)
    days: set[int] = field(default_factory=set)
    towns: Counter[str] = field(default_factory=Counter)


def profiles_of(reading: Reading) -> tuple[Profile, ...]:
    """Return the accounts of one report, in order of their first statements."""
    ordered = sorted(reading.statements, key=lambda one: (one.content.start, one.content.end))
    parts = _parts(reading)
    found: list[Profile] = []
    for part in parts:
        told = [one for one in ordered if _starts_in(one, part)]
        drafts = _drafts(reading, told)
        main = max(drafts, key=_prominence, default=None)
        heading = _heading(reading) if len(parts) == 1 else ""
        found += [
            _profile(reading, one, heading=heading, around=told if one is main else ())
            for one in drafts
        ]
    return tuple(found)


def _parts(reading: Reading) -> tuple[Extent, ...]:
    """Return the extents that are reports by themselves: the items of a list, else the whole text.

    An item reaches to the next, so that the lines under a headline are of it; what stands before the
    first is a part as well.
    """
    text = reading.text
    passages = [one.extent for one in reading.document.passages if one.role in ("body", "heading")]
    items = [one for one in passages if _ITEM.search(one.of(text).split("\n", 1)[0])]
    if len(items) < _ITEMS or 2 * len(items) <= len(passages):
        return (Extent(0, len(text)),)
    starts = sorted({0, *(one.start for one in items)})
    return tuple(map(Extent, starts, [*starts[1:], len(text)]))


def _drafts(reading: Reading, statements: Sequence[Statement]) -> list[_Draft]:
    """Return the accounts that the statements of one report make, in order."""
    drafts: list[_Draft] = []
    current: _Draft | None = None
    early: list[Statement] = []
    for one in statements:
        if one.supports_event():
            current = _place(reading, one, drafts, current)
        else:
            (current.told if current else early).append(one)
    if drafts:
        drafts[0].told = [*early, *drafts[0].told]
    return _without_aftermath([one for one in drafts if one.family or one.days or one.towns])


def _place(
    reading: Reading, one: Statement, drafts: list[_Draft], current: _Draft | None
) -> _Draft:
    """Put a supporting statement into the account it belongs to; return that account."""
    trait = _trait(reading, one)
    fitting = [draft for draft in _nearest(drafts, current) if _fits(draft, trait)]
    upon = next((draft for draft in drafts if draft.family in UPON and not draft.background), None)
    if current and upon and trait.family in AFTERMATH and not _counts_detained([one]):
        upon.told.append(one)
        return current
    if current and not trait.telling:
        current.told.append(one)
        return current
    if fitting:
        draft = fitting[0]
    elif current and not trait.own:
        current.told.append(one)
        return current
    else:
        draft = _Draft(trait.family, background=trait.background)
        drafts.append(draft)
    draft.family = draft.family or trait.family
    draft.supporting.append(one)
    draft.days |= trait.days
    draft.towns.update(trait.towns)
    return draft


@dataclass(frozen=True, slots=True)
class _Trait:
    """What decides which account a statement belongs to.

    Attributes:
        family: What family of occurrence it tells of.
        days: Days it states.
        towns: Towns it names.
        background: Whether it speaks of what lies further back.
        other: Whether its words bring up another occurrence.
        telling: Whether it tells of an occurrence at all, not of something around one.
        own: Whether it has enough of its own to begin an account.
    """

    family: Family
    days: frozenset[int]
    towns: frozenset[str]
    background: bool
    other: bool
    telling: bool
    own: bool


def _trait(reading: Reading, one: Statement) -> _Trait:
    family, harm = family_of(one), tells_harm(one)
    days, towns = _days_of(reading, one), _towns_of(one)
    sentence = _sentence(reading, one)
    background = _is_background(reading, sentence, days)
    counted = any(counted.quantity.unit.startswith("people_") for counted in one.quantities)
    dealt = family == "dealing" and bool(proper_words(one.actor)) and bool(one.recipient)
    return _Trait(
        family=family,
        days=days,
        towns=towns,
        background=background,
        other=background or _OTHER.search(sentence) is not None,
        telling=bool(harm or (family and family != "dealing") or dealt or (days and towns)),
        own=dealt or (family not in ("", "dealing") and bool(days or towns or counted)),
    )


def _fits(draft: _Draft, trait: _Trait) -> bool:
    """Say whether a statement may tell of the occurrence of an account."""
    towns = set(draft.towns)
    if draft.background != trait.background or not go_together(draft.family, trait.family):
        return False
    if _disjoint(draft.days, trait.days):
        return False
    known = bool(trait.days & draft.days) or bool(trait.towns & towns)
    return known or not trait.other


def _without_aftermath(drafts: list[_Draft]) -> list[_Draft]:
    """Return the accounts; arrests and charges that follow upon an incident are told with it."""
    incident = next((one for one in drafts if one.family in UPON and not one.background), None)
    if incident is None:
        return drafts
    kept = []
    for one in drafts:
        if one.family in AFTERMATH and not _counts_detained(one.supporting):
            incident.told += [*one.supporting, *one.told]
        else:
            kept.append(one)
    return kept


def _counts_detained(statements: Iterable[Statement]) -> bool:
    return any(
        counted.quantity.unit == "people_detained"
        for one in statements
        for counted in one.quantities
    )


def _nearest(drafts: Sequence[_Draft], current: _Draft | None) -> list[_Draft]:
    """Return the accounts in the order a statement is offered to them: the current, then the first."""
    return sorted(drafts, key=lambda draft: draft is not current)


def _disjoint(a: AbstractSet[int], b: AbstractSet[int]) -> bool:
    """Say whether days are stated for both and lie more than one day apart."""
    return bool(a and b) and not any(day + shift in b for day in a for shift in (-1, 0, 1))


def _days_of(reading: Reading, statement: Statement) -> frozenset[int]:
    """Return the days a statement's words give, as ordinals; none where they give a longer period."""
    when = statement.when
    if not isinstance(when, When) or not when.text or when.earliest is None or when.latest is None:
        return frozenset()
    last = _report_day(reading)
    if when.latest - when.earliest > _NARROW or (last is not None and when.earliest > last):
        return frozenset()
    return frozenset(range(when.earliest.toordinal(), when.latest.toordinal() + 1))


def _towns_of(statement: Statement) -> frozenset[str]:
    where = statement.where
    known = where is not None and where.place and where.precision <= _TOWN
    return frozenset({where.place}) if where and known else frozenset()


def _is_background(reading: Reading, sentence: str, days: AbstractSet[int]) -> bool:
    last = _report_day(reading)
    if days and last is not None:
        return last - date.fromordinal(max(days)) > _RECENT
    return _BEFORE.search(sentence) is not None


def _report_day(reading: Reading) -> date | None:
    reported = reading.document.doc_date
    return reported.latest if isinstance(reported, When) else None


def _sentence(reading: Reading, statement: Statement) -> str:
    """Return the sentence a statement begins in, up to its end."""
    start = max(
        reading.text.rfind(mark, 0, statement.content.start) + len(mark) for mark in (". ", "\n")
    )
    return reading.text[max(start, 0) : statement.content.end]


def _prominence(draft: _Draft) -> tuple[bool, bool, int, int]:
    """Return what makes an account the main one: the report's own day, an incident, much told, early."""
    told = len(draft.supporting) + len(draft.told) // 2
    incident = draft.family not in ("", "dealing", "law")
    return not draft.background, incident, told, -draft.supporting[0].content.start


def _profile(
    reading: Reading, draft: _Draft, *, heading: str, around: Sequence[Statement]
) -> Profile:
    """Return an account; of the main one `around` is all its report says, of any other nothing."""
    members, main = draft.supporting, bool(around)
    passages = (
        _passages(reading, around)
        if main
        else list(dict.fromkeys(_sentence(reading, one) for one in members))
    )
    first = next((one for one in members if _days_of(reading, one)), members[0])
    reported = _report_day(reading)
    acts = [one.act.code for one in members if one.act]
    disaster = draft.family == "disaster"
    words = " ".join([heading, *passages])
    return Profile(
        document=reading.document.id,
        statements=tuple(one.id for one in members),
        act=max(acts, key=acts.count, default=""),
        when=time_of(reading, first),
        places=frozenset(one.where.name.casefold() for one in members if one.where) - {""},
        reported=reading.document.date_edtf or "~",
        told=tuple(one.id for one in draft.told),
        family=draft.family,
        main=main,
        background=draft.background,
        days=tuple(sorted(draft.days)),
        towns=tuple(sorted(draft.towns, key=lambda town: (-draft.towns[town], town))),
        disaster=disaster_kind(" ".join(one.content.exact for one in members)) if disaster else "",
        areas=frozenset(filter(None, map(area_of, words_of(words)))) if disaster else frozenset(),
        report_day=reported.toordinal() if reported else None,
        harms=_harms(members),
        likeness=likeness_of(
            heading if main else "",
            passages,
            opening=" \n ".join(passages)[:_OPENING],
            parties=[party for one in members for party in (one.actor, one.recipient) if party],
            places=[one.where.name for one in around or members if one.where],
        ),
    )


def _harms(members: Iterable[Statement]) -> Harms:
    found: dict[str, tuple[Number | None, Number | None]] = {}
    for one in members:
        for counted in one.quantities:
            quantity = counted.quantity
            if quantity.unit in _COMPARED_UNITS:
                found.setdefault(quantity.unit, (quantity.low, quantity.high))
    return tuple((unit, *ends) for unit, ends in sorted(found.items()))


def _passages(reading: Reading, statements: Iterable[Statement]) -> list[str]:
    """Return the passages the statements stand in, without the headline, in order."""
    starts = [one.content.start for one in statements]
    extents = [one.extent for one in reading.document.passages] or [Extent(0, len(reading.text))]
    title = reading.document.title or ""
    found = [
        extent.of(reading.text)
        for extent in extents
        if any(extent.start <= start < extent.end for start in starts)
    ]
    told = [one for one in found if one.strip() != title.strip()]
    return [one for one in told if not _FURNITURE.search(one)] or told


def _heading(reading: Reading) -> str:
    """Return the headline without the name of the outlet behind it."""
    title = reading.document.title or ""
    return _TITLE_TAIL.sub("", title) or title


def _starts_in(statement: Statement, extent: Extent) -> bool:
    return extent.start <= statement.content.start < extent.end
