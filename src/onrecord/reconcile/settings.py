"""When and where an event was, from what each account states: its day and its place.

Rule "day most origins state". Each account says which day its words tie most closely to what happened:
a time beside a word of the occurrence ("shot Saturday night") speaks for its day more than one beside a
word of what followed ("charged on Monday"). Each origin has one voice, and the day most origins state
is the day; a single day goes before a longer stretch. The day a report bears is used only where no
words tell a day, and then only as the last day it can have been.

Rule "place most origins name". Of the places a gazetteer knows, the most precise level any account
names, there the one that most origins name closest to the occurrence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.domain.edtf import is_edtf, parse_edtf
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where

_NO_DAY = Unknown("no report states a day and none bears one")
_NO_PLACE = Unknown("no report names a place that could be located")

#: Words of the occurrence itself, of the call it was answered by, and of what followed it.
_OCCURRED = re.compile(
    r"\b(?:shot|shots|shoot(?:s|ings?)?|open(?:ed|ing)? fire|gunfire|gunshots?|fired|kill(?:ed|ing|s)?|"
    r"slain|slaying|murder(?:ed)?|homicide|wounded|injured|hurt|attack(?:ed|s)?|stabb(?:ed|ing)|"
    r"happened|occurred|took place|erupted|broke out|unfolded|rang out|explo(?:sion|ded)|blast|"
    r"struck|hit|strikes?|clash(?:ed|es)?|found dead|incident|accident|flood\w*|collapsed?|burst|"
    r"robbery|party|argument|drive-by|earthquake|quake|storm|landslide|fire|crash(?:ed)?|raid(?:ed)?|"
    r"bomb(?:ed|ing)s?|shell(?:ed|ing)|protest(?:s|ed)?|rall(?:y|ied)|sank|derail\w*)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:called|responded|dispatched|arrived|officers found|police found|reports? of|911|rushed)\b",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    r"\b(?:said|says|told|tells|announced|identified|arrest(?:ed|s)?|charg(?:ed|es?|ing)|sentenc\w+|"
    r"plead\w*|pled|convicted|guilty|appear\w*|court|hearing|arraign\w*|trial|vigil|funeral|buried|"
    r"memorial|remember\w*|mourn\w*|released|updated?s?|posted|published|scheduled|indict\w*|"
    r"rul(?:ed|ing)|statement|(?:press|news) conference|interview\w*|captured|custody|"
    r"turned (?:him|her)self|surrender\w*|booked|bond|bail|jail|jury|verdict|died|dies|death|"
    r"copyright|photo|as of|expected|remain\w*|continu\w*|search\w*|autopsy|wanted|confirmed|filed|"
    r"issued|born|investigat\w*|prosecutors?|condition|speaks?|spoke|spoken|work(?:ed|ing)|"
    r"hospitali[sz]ed|attended|gather(?:ed)?|visit\w*|reported|recovering|meeting|campaign|service|"
    r"story|video)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d\s*[ap]\.?m\b|o['’]clock|midnight|noon|\d:\d\d", re.IGNORECASE)
#: A word behind the time is a little farther away than one as far before it.
_BEHIND = 1.3
_FAR = 1000.0

#: How much a time speaks for its day: beside a word of the occurrence, of the call, of neither, of
#: what followed where the occurrence is named as well, and of what followed alone. Set on the
#: development part of pooled reports.
_BESIDE_OCCURRENCE, _BESIDE_CALL, _BESIDE_NOTHING, _BESIDE_AFTERMATH, _AFTERMATH = (
    3.0,
    2.0,
    1.0,
    0.5,
    0.3,
)
#: A clock time is given of what happened; a time outside the words belongs to the sentence; the day
#: of the report is mostly the day of the saying; what supports an event tells of it.
_CLOCK_ADDS, _OUTSIDE, _OF_THE_REPORT, _SUPPORTS = 1.0, 0.3, 0.65, 1.2
#: The first times of a report are of its matter, later ones also of its background.
_FIRST_TIMES, _LATER = 4, 0.5
_CERTAIN = frozenset({"CT+", "PR+", "Uu"})


@dataclass(frozen=True, slots=True)
class Told:
    """What one account gives to find the day and the place by.

    Attributes:
        lineage: Origin of its document.
        reported: Day of the report as EDTF; anything else where it bears none.
        statements: Its statements by id, in order of the text: those that support the event and those
            that speak of it without. Ids are hashes of much text, so they are handed on, not made anew.
    """

    lineage: str
    reported: str
    statements: Mapping[str, Statement]

    @property
    def day(self) -> date | None:
        """Return the last day of the report's date."""
        return parse_edtf(self.reported).latest if is_edtf(self.reported) else None


def day_of(accounts: Sequence[Told]) -> tuple[When | Unknown, tuple[str, ...]]:
    """Return when an event was and the sorted ids of the statements that say so.

    By the rule "day most origins state"; the order of accounts changes nothing. Where no words tell a
    day, no statement is named.
    """
    for exact in (True, False):
        found = _most_stated(accounts, exact=exact)
        if found is not None:
            return found
    days = [one.day for one in accounts if one.day is not None]
    if not days:
        return _NO_DAY, ()
    return When(text="", edtf=f"../{min(days).isoformat()}", basis="document"), ()


def _most_stated(
    accounts: Sequence[Told], *, exact: bool
) -> tuple[When | Unknown, tuple[str, ...]] | None:
    voices: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    stating: dict[str, list[tuple[float, str, When]]] = defaultdict(list)
    for account in accounts:
        weighed = [one for one in _days_told(account) if _is_day(one[2]) == exact]
        total = sum(weight for weight, _, _ in weighed)
        for weight, name, when in weighed:
            days = when.edtf or ""
            voices[account.lineage][days] += weight / total
            stating[days].append((weight, name, when))
    if not stating:
        return None
    ranked: dict[str, tuple[int, float]] = dict.fromkeys(stating, (0, 0.0))
    for told in voices.values():
        first = min(told, key=lambda days: (-round(told[days], 6), days))
        ranked[first] = (ranked[first][0] + 1, ranked[first][1])
        for days, weight in told.items():
            ranked[days] = (ranked[days][0], ranked[days][1] + weight)
    best = min(ranked, key=lambda days: (-ranked[days][0], -round(ranked[days][1], 6), days))
    clearest = min(stating[best], key=lambda one: (-round(one[0], 6), one[1]))
    return clearest[2], tuple(sorted({name for _, name, _ in stating[best]}))


def _days_told(account: Told) -> list[tuple[float, str, When]]:
    """Return how much each time in the words of an account speaks for its days, in order of the text."""
    found: list[tuple[float, str, When]] = []
    for name, statement in account.statements.items():
        when = statement.when
        if not isinstance(when, When) or not when.text or when.edtf is None:
            continue
        if statement.off_line or statement.innermost.value not in _CERTAIN:
            continue
        if when.latest is None or (account.day is not None and when.latest > account.day):
            continue
        place = 1.0 if len(found) < _FIRST_TIMES else _LATER
        found.append((place * _weight(statement, when, reported=account.day), name, when))
    return found


def _weight(statement: Statement, when: When, *, reported: date | None) -> float:
    text = statement.content.exact
    start = text.find(when.text)
    end = start + len(when.text)
    occurred, called, followed = (
        _distance(cue, text, start, end) for cue in (_OCCURRED, _CALLED, _FOLLOWED)
    )
    if start < 0:
        plain = occurred < _FAR and followed == _FAR
        weight = (_BESIDE_CALL if plain else _BESIDE_AFTERMATH) * _OUTSIDE
    elif followed == occurred == called == _FAR:
        weight = _BESIDE_NOTHING
    elif followed <= min(occurred, called):
        weight = _AFTERMATH if occurred == called == _FAR else _BESIDE_AFTERMATH
    else:
        weight = _BESIDE_OCCURRENCE if occurred <= called else _BESIDE_CALL
    weight += _CLOCK_ADDS if _CLOCK.search(when.text) else 0.0
    weight *= _OF_THE_REPORT if when.latest == reported else 1.0
    return weight * (_SUPPORTS if statement.supports_event() else 1.0)


def _distance(cue: re.Pattern[str], text: str, start: int, end: int) -> float:
    """Return how far the nearest such word stands from a time, in characters."""
    nearest = _FAR
    for match in cue.finditer(text):
        if match.end() <= start:
            nearest = min(nearest, float(start - match.end()))
        elif match.start() >= end or start < 0:
            nearest = min(nearest, (match.start() - max(end, 0)) * _BEHIND)
    return nearest


def _is_day(when: When) -> bool:
    return when.earliest is not None and when.earliest == when.latest


#: Where somebody was brought to, held or comes from is seldom where it happened.
_BROUGHT = re.compile(
    r"\b(?:hospital|medical|court|courthouse|jail|prison|custody|arrest\w*|charged|sentenced|airlifted|"
    r"transported|taken to|rushed to|native|originally from|live[sd]? in|moved to|attended|school|"
    r"university|funeral|vigil|extradit\w*|captured)\b",
    re.IGNORECASE,
)
_BROUGHT_TO = 0.5
#: UCDP precision up to which a place is a town or a part of one.
_TOWN = 2


def place_of(accounts: Sequence[Told]) -> tuple[Where | Unknown, tuple[str, ...]]:
    """Return where an event was and the sorted ids of the statements that say so.

    By the rule "place most origins name"; the order of accounts changes nothing.
    """
    countries = _shares(accounts, lambda where: where.country)
    home = min(countries, key=lambda code: (-round(countries[code], 6), code), default="")
    levels = {_level(where) for one in accounts for where in _places(one, home)}
    if not levels:
        return _NO_PLACE, ()
    level = min(levels)
    shares = _shares(
        accounts,
        lambda where: where.place if where.country in ("", home) and _level(where) == level else "",
    )
    best = min(shares, key=lambda place: (-round(shares[place], 6), place))
    stating = {
        name: statement.where
        for account in accounts
        for name, statement in account.statements.items()
        if statement.where is not None and statement.where.place == best
    }
    clearest = min(stating, key=lambda name: (stating[name].precision, name))
    return stating[clearest], tuple(sorted(stating))


def _places(account: Told, home: str) -> Iterable[Where]:
    for statement in account.statements.values():
        where = statement.where
        if where is not None and where.place and where.country in ("", home):
            yield where


def _level(where: Where) -> int:
    """Return 0 for a town, then the precision of what is larger."""
    return 0 if where.precision <= _TOWN else where.precision


def _shares(accounts: Sequence[Told], key: Callable[[Where], str]) -> dict[str, float]:
    """Return how much of the origins' voices each key has; a voice is shared by what it names."""
    voices: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for account in accounts:
        for number, statement in enumerate(one for one in account.statements.values() if one.where):
            where = statement.where
            named = key(where) if where is not None and where.place else ""
            if named:
                near = 2.0 if _OCCURRED.search(statement.content.exact) else 1.0
                near *= _BROUGHT_TO if _BROUGHT.search(statement.content.exact) else 1.0
                near *= _SUPPORTS if statement.supports_event() else 1.0
                voices[account.lineage][named] += near * (1.0 if number < _FIRST_TIMES else _LATER)
    shares: dict[str, float] = defaultdict(float)
    for told in voices.values():
        total = sum(told.values())
        for named, weight in told.items():
            shares[named] += weight / total
    return dict(shares)
