"""Which state a name, an adjective or a capital means, by a gazetteer; and names no gazetteer lists.

A state is known by a key: its ISO 3166-1 code, or a tilde and the stem of an unlisted name
(`~velmar` for "Velmara" and "Velmaran"). Such a stem is a state only once reports show it: see `actors`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.ports.gazetteer import Entry, Gazetteer
from onrecord.reconcile.aliases import folded
from onrecord.reconcile.words import COMMON

#: Endings by which English makes an adjective or a people of a name, the longest first.
_DEMONYM = re.compile(r"(?:ians?|eans?|ans?|ese|ish|is?|ns?)$")
_VOWELS = "aeiouy"
_SHORTEST_STEM = 4
_PLURAL = re.compile(r"[a-z]s$")


@dataclass(frozen=True, slots=True)
class Land:
    """A state as words name it: its key and its usual name; the name is empty for an unlisted one."""

    key: str
    name: str = ""


def lands_named(words: str, gazetteer: Gazetteer) -> tuple[Land, ...]:
    """Return the states that a whole name means: none, one, or several of one name ("Congo").

    Example: "Iran", "the U.S.", "Islamic Republic of Iran"; not "Tehran" and not "Iranian".
    """
    spelled = _spelled(words)
    entries = gazetteer.look_up(spelled) if spelled[:1].isupper() else ()  # "us" is nobody's state
    found: list[Entry] = []
    for entry in entries:
        if entry.kind != "country":
            break
        found.append(entry)
    return tuple(Land(entry.country, entry.name) for entry in found)


def lands_called(word: str, gazetteer: Gazetteer) -> tuple[Land, ...]:
    """Return the states whose people or things are called so: "Iranian", "Iranians", "IRANIAN"."""
    if "-" in word:
        return ()  # "African-Americans" are of neither
    spelled = word.title() if word.isupper() and len(word) >= _SHORTEST_STEM else word
    homes = gazetteer.homes_of(spelled)
    return tuple(Land(home.country, home.name) for home in homes if home.kind == "country")


def is_people(word: str, gazetteer: Gazetteer) -> bool:
    """Say whether one word names the people of a state: "Iranians"."""
    return bool(_PLURAL.search(word.lower()) and lands_called(word, gazetteer))


def rival_regions(words: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the codes of other states with a first-level division of the same name as a state.

    "Georgia" is a state and one of the fifty: the name alone does not tell.
    """
    entries = gazetteer.look_up(_spelled(words))
    own = {entry.country for entry in entries if entry.kind == "country"}
    return frozenset(
        entry.country for entry in entries if entry.kind == "region" and entry.country not in own
    )


def land_of_capital(words: str, gazetteer: Gazetteer) -> str:
    """Return the key of the state whose capital the best-known place of that name is; empty for none."""
    entries = gazetteer.look_up(_spelled(words))
    first = entries[0] if entries else None
    return first.country if first is not None and first.capital else ""


def is_listed(words: str, gazetteer: Gazetteer) -> bool:
    """Say whether the gazetteer knows any place of that name."""
    return bool(gazetteer.look_up(_spelled(words)))


def country_of(words: str, gazetteer: Gazetteer) -> str:
    """Return the key of the state that a place's name or an adjective leads to: US for "Ohio"."""
    for lands in (lands_named(words, gazetteer), lands_called(words, gazetteer)):
        if lands:
            return lands[0].key if len(lands) == 1 else ""
    entries = [one for one in gazetteer.look_up(_spelled(words)) if one.kind in ("region", "city")]
    return entries[0].country if entries and entries[0].kind == "region" else ""


def unlisted(word: str) -> str:
    """Return the key of a name that no gazetteer lists, the same for its adjective; empty for none.

    Example:
        >>> unlisted("Velmara") == unlisted("Velmaran"), unlisted("Ilvane") == unlisted("Ilvanian")
        (True, True)
    """
    if not word[:1].isupper() or word.casefold() in COMMON:
        return ""
    plain = folded(word).replace(" ", "")
    stem = _DEMONYM.sub("", plain).rstrip(_VOWELS)
    return f"~{stem}" if len(stem) >= _SHORTEST_STEM else ""


def _spelled(words: str) -> str:
    return re.sub(r"^(?:the|The|THE)\s+", "", words)
