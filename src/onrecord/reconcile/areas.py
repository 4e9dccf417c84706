"""Areas as reports name them: when two are one place, and when one lies in the other.

"Eastern Velmara" lies in Velmara, and a town in its country; a part is never the whole (domain
rule 5). Nothing is known of an area but its words and, once it is located, its country.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.domain.tally import ScopeRelation
from onrecord.reconcile.parties import agree, name_keys

_QUARTER = re.compile(
    r"\b(north|south)?[-\s]?(east|west)?(?:ern)?\b|\b(central|coastal|inland|rural|upper|lower)\b",
    re.IGNORECASE,
)
#: A quarter of an area, right before its name ("in the country's north-eastern Velmara" has one).
QUARTER_BEFORE = re.compile(
    r"\b((?:north|south)[-\s]?(?:east|west)?(?:ern)?|(?:east|west)(?:ern)?|central|coastal|inland|rural)"
    r"\s+$",
    re.IGNORECASE,
)
#: A place named right behind what is counted ("a dozen people in Velmara").
PLACED_AFTER = re.compile(
    r"(?:\s[a-z]+){0,3}\s(?:in|across|near|off|throughout)\s(?:the\s)?(?:[a-z]+\s)?"
    r"([A-Z][\w’'\-]*(?:\s[A-Z][\w’'\-]*)*)"
)
_RUN = re.compile(
    r"(?:\b(?:(?:north|south)[-\s]?(?:east|west)?(?:ern)?|(?:east|west)(?:ern)?|central|coastal|inland|"
    r"rural)\s+)?\b[A-Z][\w’'\-]*(?:\s+(?:(?:al|el|of|de|la|le|du|da|do)\s+)?[A-Z][\w’'\-]*)*"
)
#: No area is named in more words.
_MAX_WORDS = 5
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Area:
    """A named area, with the quarter the words give and its country once located."""

    name: str
    country: str = ""
    national: bool = False


def area_relation(a: Area, b: Area) -> ScopeRelation:
    """Return how one area lies to another, as far as words and countries tell.

    Example:
        >>> area_relation(Area("eastern Velmara"), Area("Velmara")).kind
        'narrower'
    """
    if a.country and b.country and a.country != b.country:
        return ScopeRelation("disjoint", "the areas lie in different countries")
    if agree(a.name, b.name):
        return _by_quarter(a, b)
    if a.country and a.country == b.country and a.national != b.national:
        whole = b.name if b.national else a.name
        part = a.name if b.national else b.name
        return ScopeRelation("narrower" if b.national else "wider", f"{part} lies in {whole}")
    return ScopeRelation("unclear", f"{a.name} and {b.name} are different names")


def in_one_place(a: Area, b: Area) -> bool:
    """Say whether two areas are one as far as their words tell."""
    return area_relation(a, b).kind == "equal"


def names_in(sentence: str) -> tuple[str, ...]:
    """Return the runs of capitalised words of a sentence, each with the quarter before it.

    Example:
        >>> names_in("The floods in eastern Velmara")
        ('The', 'eastern Velmara')
    """
    found = dict.fromkeys(match.group() for match in _RUN.finditer(sentence))
    return tuple(found)


def within(run: str) -> tuple[str, ...]:
    """Return every part of a run of names, the longest first, without possessives.

    Example:
        >>> within("Port Orlan’s")
        ('Port Orlan', 'Port', 'Orlan')
    """
    words = [_POSSESSIVE.sub("", word) for word in run.split()]
    last = len(words)
    parts = [
        " ".join(words[first : first + size])
        for size in range(min(last, _MAX_WORDS), 0, -1)
        for first in range(last - size + 1)
    ]
    return tuple(dict.fromkeys(parts))


def _by_quarter(a: Area, b: Area) -> ScopeRelation:
    """Return how two areas of agreeing names lie by the quarters their words give."""
    first, second = quarters(a.name), quarters(b.name)
    if first == second:
        return ScopeRelation("equal", "the names agree")
    if not second or (first and first > second):
        return ScopeRelation("narrower", f"{a.name} is a part of {b.name}")
    if not first or first < second:
        return ScopeRelation("wider", f"{b.name} is a part of {a.name}")
    return ScopeRelation("disjoint", f"{a.name} and {b.name} are different parts")


def quarters(name: str) -> frozenset[str]:
    """Return the quarters in a name: "north-eastern Velmara" has two, "Velmara" none."""
    if not name_keys(name):
        return frozenset()
    found: set[str] = set()
    for match in _QUARTER.finditer(name):
        found.update(group.lower() for group in match.groups() if group)
    return frozenset(found)
