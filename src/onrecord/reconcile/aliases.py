"""Names as they are compared: folded, cut to their bare words, put into one language, shortened.

Two names are held to be of one bearer only where the words themselves show it: the same words, the
same words in another language, or a short form that a text introduces beside the long one. Sounding
alike is never enough by itself.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from onrecord.domain.span import Extent
from onrecord.reconcile.words import word_set

_REMEMBERED = 65_536
_POSSESSIVE = re.compile(r"['’](?:s\b|(?!\w))")
_STOPS = re.compile(r"(?<=\b\w)\.(?=\w\b|\s|$)")
_WORD = re.compile(r"[^\W_]+")
#: Letters that have no decomposition.
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
#: Words of names that carry no meaning of their own, in the languages names are left in.
SMALL = word_set(
    """the a an of for and in on at to de del la las los el le les du des di da do dos das der die das
    des von y e et und al"""
)
#: Words of names of organisations in other languages, and the English word for each: written by us
#: from general knowledge of Spanish, Portuguese, French and Italian. Keys are folded and singular.
_ENGLISH = {
    foreign: english
    for english, words in {
        "army": "ejercito exercito armee esercito",
        "front": "frente fronte",
        "force": "fuerza forca",
        "armed": "armada armado armee",
        "liberation": "liberacion libertacao liberazione",
        "national": "nacional nazionale nationale",
        "popular": "populare populaire populaire",
        "party": "partido parti partito",
        "movement": "movimiento movimento mouvement",
        "union": "unione",
        "unity": "unidad unidade unite",
        "council": "consejo conselho conseil consiglio",
        "committee": "comite comitato",
        "assembly": "asamblea assembleia assemblee assemblea",
        "guard": "guardia guarda garde",
        "police": "policia polizia",
        "cartel": "cartele",
        "sun": "sole",
        "people": "pueblo povo peuple popolo",
        "revolution": "revolucion revolucao rivoluzione",
        "revolutionary": "revolucionario revolucionaria revolutionnaire rivoluzionario",
        "colombia": "colombie",
        "red": "rojo roja vermelho rouge rosso rossa",
        "white": "blanco blanca branco blanc bianco",
        "cross": "cruz croix croce",
        "brigade": "brigada brigata",
        "republic": "republica republique repubblica",
        "democratic": "democratico democratica democratique",
        "socialist": "socialista socialiste",
        "communist": "comunista communiste",
        "worker": "trabajador trabalhador travailleur lavoratore",
        "commission": "comision comissao commissione",
        "human": "humano humain umano",
        "right": "derecho direito droit diritto",
        "world": "mundial mondiale mondial",
        "health": "salud saude sante salute",
        "organisation": "organization organizacion organizacao organizzazione",
        "defence": "defense defensa defesa difesa",
        "labour": "labor",
        "centre": "center centro",
    }.items()
    for foreign in words.split()
}
_ENGLISH |= {
    "un": "united nation",
    "us": "united state",
    "uk": "united kingdom",
    "eu": "european union",
}
_SHORTEST_PLURAL = 4
_LINK = r"(?:of|the|and|for|de|del|la|los|las|el|al|du|des|in|to)"
_NAME = rf"[A-Z][\w’'\-]*(?:\s+(?:{_LINK}\s+)*[A-Z][\w’'\-]*){{1,7}}"
_ACRONYM = r"[A-Z][A-Za-z]?(?:\.?[A-Z]){1,6}s?\.?"
_SHORT_AFTER = re.compile(rf"({_NAME})(?:['’]s)?\s*\((?:the\s+|or\s+)?[\"“]?({_ACRONYM})[\"”]?\)")
_LONG_AFTER = re.compile(rf"\b({_ACRONYM})\s*\((?:the\s+)?({_NAME})\)")
_ALSO = re.compile(
    rf"\b({_NAME}|[A-Z][\w’'\-]+),?\s*\(?(?:also|better|otherwise|commonly|more commonly)\s+"
    rf"(?:known|called|referred to)\s+(?:as|by)?\s*(?:the\s+)?[\"“]?({_NAME}|[A-Z][\w’'\-]+)"
)
_OR = re.compile(rf"\b[Tt]he\s+({_NAME}),\s+or\s+(?:the\s+)?[\"“]?({_NAME}|{_ACRONYM})[\"”]?[,)]")


@dataclass(frozen=True, slots=True)
class Introduced:
    """Two names that a text itself gives to one bearer, and where it does."""

    long: str
    short: str
    extent: Extent


@lru_cache(maxsize=_REMEMBERED)
def folded(name: str) -> str:
    """Return a name in lower case without accents, possessive, stops and articles, one space apart.

    Example:
        >>> folded("the U.S. Navy’s"), folded("Al-Nūr")
        ('us navy', 'al nur')
    """
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub(" ", name).lower().translate(_LETTERS))
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = _WORD.findall(_STOPS.sub("", bare))
    while words and words[0] in ("the", "a", "an"):
        del words[0]
    return " ".join(words)


@lru_cache(maxsize=_REMEMBERED)
def bare_words(name: str) -> tuple[str, ...]:
    """Return the words of an organisation's name: folded, singular, in English, without small words.

    Example:
        >>> bare_words("Cartel de los Soles"), bare_words("the Cartel of the Suns")
        (('cartel', 'sun'), ('cartel', 'sun'))
    """
    words = (_singular(word) for word in folded(name).split() if word not in SMALL)
    return tuple(part for word in words for part in _ENGLISH.get(word, word).split())


def organisation_key(name: str) -> str:
    """Return what equal names of organisations share, whatever their language and order of words.

    Example:
        >>> organisation_key("Frente de Liberación Nacional")
        'front liberation national'
    """
    return " ".join(sorted(set(bare_words(name))))


def is_short_for(short: str, long: str) -> bool:
    """Say whether the letters of a short form open the words of the long one, in order.

    Small words may be left out or counted.

    Example:
        >>> is_short_for("NFW", "National Federation of Wharfmen"), is_short_for("WHO", "Wharf Union")
        (True, False)
    """
    letters = "".join(sign for sign in short.removesuffix("s") if sign.isalpha()).lower()
    words = folded(long).split()
    every = "".join(word[0] for word in words)
    large = "".join(word[0] for word in words if word not in SMALL)
    return len(letters) > 1 and letters in (every, large)


def introduced(text: str) -> tuple[Introduced, ...]:
    """Return the pairs of names that a text says are of one bearer, in order of the text.

    A short form in brackets counts only where its letters open the words before it; "also known as"
    and "the X, or Y," speak for themselves.
    """
    found = [
        Introduced(long, match.group(2).removesuffix("."), Extent(match.start(), match.end()))
        for match in _SHORT_AFTER.finditer(text)
        if (long := _opening(match.group(1), match.group(2)))
    ]
    found += [
        Introduced(match.group(2), match.group(1), Extent(match.start(), match.end()))
        for match in _LONG_AFTER.finditer(text)
        if is_short_for(match.group(1), match.group(2))
    ]
    found += [
        Introduced(match.group(1), match.group(2), Extent(match.start(), match.end()))
        for pattern in (_ALSO, _OR)
        for match in pattern.finditer(text)
    ]
    return tuple(sorted(found, key=lambda one: (one.extent.start, one.short)))


def sound_of(name: str) -> str:
    """Return the consonants of a name as one of several spellings of one sound.

    Names of other scripts are spelled in many ways; equal sounds are a hint and never a proof.

    Example:
        >>> sound_of("Qaddafi") == sound_of("Gadhafi"), sound_of("Haftar") == sound_of("Hifter")
        (True, True)
    """
    plain = folded(name)
    for several, one in (
        ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("ph", "f"),
        ("q", "k"), ("g", "k"), ("c", "k"), ("w", "v"), ("z", "s"), ("j", "y"),
    ):  # fmt: skip
        plain = plain.replace(several, one)
    heard = re.sub(r"[aeiouy ]", "", plain)
    return re.sub(r"(.)\1+", r"\1", heard)


def _opening(long: str, short: str) -> str:
    """Return the last words of a long form whose letters the short form gives; empty for none."""
    words = long.split()
    for start in range(len(words) - 1):
        if words[start][:1].isupper() and is_short_for(short, " ".join(words[start:])):
            return " ".join(words[start:])
    return ""


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST_PLURAL:
        return f"{word[:-3]}y"
    if word == "news":
        return word
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1] if len(word) >= _SHORTEST_PLURAL else word
    return word
