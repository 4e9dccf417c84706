"""How a place's name is written as a key, so that spellings of one name meet."""

from __future__ import annotations

import re
import unicodedata

#: Letters that have no decomposition.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)
_DROPPED = re.compile(r"[.'’‘ʻʼ`´]")
_SPACE = re.compile(r"[^\w]+|_+")
#: Words that are often shortened.
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_LONGEST = 80


def key_of(name: str) -> str:
    """Return a name without case, accents and stops; empty when nothing is left or it is too long.

    Hyphens count as spaces; `Saint`, `Mount` and `Fort` are shortened, as they often are.

    Example:
        >>> key_of("Saint-Étienne"), key_of("St. Etienne"), key_of("N’Djamena"), key_of("U.S.")
        ('st etienne', 'st etienne', 'ndjamena', 'us')
    """
    if len(name) > _LONGEST:
        return ""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = _SPACE.sub(" ", _DROPPED.sub("", bare)).split()
    return " ".join(_SHORT.get(word, word) for word in words)
