"""Place as reported: `Where` keeps the words, a name, and how precisely it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.domain.errors import InvariantError

#: UCDP `where_prec`: 1 exact, 2 within 25 km, 3 second-level and 4 first-level division, 5 a vague
#: region, 6 a country or unknown, 7 international waters or airspace.
WherePrecision = Literal[1, 2, 3, 4, 5, 6, 7]
LegalDomain = Literal["land", "territorial_sea", "high_seas", "airspace", "unknown"]


@dataclass(frozen=True, slots=True)
class Where:
    """A place as worded. It never holds coordinates: a place nobody located stays unlocated.

    Attributes:
        text: The words, verbatim.
        name: The name within them, without article or preposition; empty when there is none.
        precision: How precisely the words locate it.
        domain: Land, sea or air as far as the words say.
        place: Which gazetteer and entry the name means (`geonames:2988507`); empty when nobody
            located it. What the entry's point is, the gazetteer says: it is no part of the record.
        country: ISO 3166-1 code of the country of that entry; empty at sea and when not located.
    """

    text: str
    name: str = ""
    precision: WherePrecision = 6
    domain: LegalDomain = "unknown"
    place: str = ""
    country: str = ""

    def __post_init__(self) -> None:
        if self.country and not self.place:
            raise InvariantError("a country follows from the entry of a gazetteer")


_AXIS = r"[0-9]{1,7}(?:[.,][0-9]+)?"
#: Shapes in which a point is written: degrees, decimal pairs, compass pairs, MGRS and UTM, Open
#: Location Codes, ISO 6709, `geo:` addresses and three-word addresses.
_COORDINATES = re.compile(
    rf"""
      [0-9]\s*[°º˚]
    | \b[0-9]+(?:\.[0-9]+)?\s*(?:degrees?|deg)\b
    | \b(?:lat|latitude|lon|lng|long|longitude)\b[\s.:=]*[-+−]?[0-9]
    | [-+−]?\b[0-9]{{1,3}}\.[0-9]{{2,}}\s*[,;/\s]\s*[-+−]?[0-9]{{1,3}}\.[0-9]{{2,}}
    | ^\s*\(?\s*[-+−]?{_AXIS}\s*[,;]\s*[-+−]?{_AXIS}\s*\)?\s*$
    | \b{_AXIS}\s?[NS]\b.{{0,4}}\b{_AXIS}\s?[EW]\b
    | \b[NS]\s?{_AXIS}\b.{{0,4}}\b[EW]\s?{_AXIS}\b
    | \b[0-9]{{1,3}}\.[0-9]+\s?[NSEW]\b
    | \b[0-9]{{1,2}}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{{2}}\s?[0-9]{{2,5}}\s?[0-9]{{2,5}}\b
    | \b[0-9]{{1,2}}[C-HJ-NP-X]\s+[0-9]{{6}}\s+[0-9]{{7}}\b
    | \b[23456789CFGHJMPQRVWX]{{4,8}}\+[23456789CFGHJMPQRVWX]{{2,3}}\b
    | [-+][0-9]{{2,6}}(?:\.[0-9]+)?[-+][0-9]{{3,7}}(?:\.[0-9]+)?
    | \bgeo:
    | ///\w+\.\w+\.\w+
    """,
    re.VERBOSE | re.IGNORECASE,
)


def looks_like_coordinates(text: str) -> bool:
    """Say whether `text` holds a point on the map in any common notation.

    Example:
        >>> looks_like_coordinates("10.48 N, 66.90 W"), looks_like_coordinates("the 38th parallel")
        (True, False)
    """
    return _COORDINATES.search(text) is not None


_FORCE_WORDS = re.compile(
    r"\b(?:troops?|soldiers?|marines|infantry|paratroopers|battalions?|brigades?|regiments?|squadrons?|convoys?"
    r"|columns?|warships?|frigates?|destroyers?|corvettes?|carriers?|submarines?|cutters?|fleet|naval|navy"
    r"|tanks?|armou?r(?:ed)?|artillery|batter(?:y|ies)|missiles?|launchers?|rockets?|air[- ]defen[cs]es?"
    r"|radars?|jets?|bombers?|drones?|helicopters?|airbases?|bases?|barracks|garrisons?|depots?|camps?|checkpoints?"
    r"|forces|army|militar(?:y|ies)|militia|fighters?)\b",
    re.IGNORECASE,
)


def points_at_forces(text: str) -> bool:
    """Say whether `text` holds a point on the map together with words for a force: nothing quotes it.

    Example:
        >>> points_at_forces("the frigate lay at 10.48 N, 66.90 W")
        True
        >>> points_at_forces("the quake struck at 36.2 N, 43.1 E"), points_at_forces("the frigate sailed")
        (False, False)
    """
    return looks_like_coordinates(text) and _FORCE_WORDS.search(text) is not None


def named_area(text: str) -> str:
    """Return `text`, which names an area in words.

    Posture and reported targets hold named public areas only; this is where the schema says so.

    Raises:
        InvariantError: `text` holds coordinates.
    """
    if looks_like_coordinates(text):
        raise InvariantError("posture and targets hold named areas, never coordinates")
    return text


def named_only(where: Where | None) -> Where | None:
    """Return `where` without any point in it: narrowed to its name, or `None` when that is one too.

    Example:
        >>> where = Where("in Port Alder at 10.48 N, 66.90 W", "Port Alder")
        >>> named_only(where) == Where("Port Alder", "Port Alder")
        True
    """
    if where is None or not looks_like_coordinates(f"{where.text}\n{where.name}"):
        return where
    if not where.name or looks_like_coordinates(where.name):
        return None
    return replace(where, text=where.name)
