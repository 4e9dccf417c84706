"""Names of parties and places, compared without inventing who is meant.

Two names agree when one is made of words of the other; a name and the word for its people agree
when they start alike ("Norway", "Norwegian"). Nothing here knows a country beyond the few whose
adjective starts otherwise, or that start like another.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.reconcile.words import COMMON, word_set

_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|our)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\b")
_PROPER = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z][\w’'\-]*")

#: Names that neither share words nor beginnings and still mean one state, and names that begin like
#: those of another.
_SAME = {
    name: key
    for key, names in {
        "united states": "us usa u.s u.s.a american america americans",
        "united kingdom": "uk u.k british britain britons",
        "netherlands": "dutch",
        "france": "french",
        "germany": "german germans",
        "spain": "spanish",
        "greece": "greek greeks",
        "switzerland": "swiss",
        "australia": "australia australian australians",
        "austria": "austria austrian austrians",
        "niger": "niger nigerien nigeriens",
        "nigeria": "nigeria nigerian nigerians",
        "slovakia": "slovakia slovak slovaks slovakian",
        "slovenia": "slovenia slovene slovenes slovenian slovenians",
        "malawi": "malawi malawian malawians",
        "malaysia": "malaysia malaysian malaysians",
        "mauritania": "mauritania mauritanian mauritanians",
        "mauritius": "mauritius mauritian mauritians",
        "turkmenistan": "turkmenistan turkmen",
        "indiana": "indiana",
    }.items()
    for name in names.split()
}
#: First words that make another state of the second: "North Korea" and "South Korea" are two.
_TOGETHER = {
    (first, word): key
    for key, first, words in (
        ("united states", "united", "states"),
        ("united kingdom", "united", "kingdom"),
        ("north korea", "north", "korea korean koreans"),
        ("south korea", "south", "korea korean koreans"),
        ("south sudan", "south", "sudan sudanese"),
        ("south africa", "south", "africa african africans"),
        ("guinea-bissau", "guinea", "bissau"),
        ("equatorial guinea", "equatorial", "guinea"),
        ("new guinea", "new", "guinea"),
    )
    for word in words.split()
}
#: Keys that are not cut to their beginning, for another begins so.
_WHOLE = frozenset({*_SAME.values(), *_TOGETHER.values()})
#: Words that point at a party without naming it.
PRONOUNS = word_set("he she they it we i who you this that them him her one both")
_BEGINNING = 4
_REMEMBERED = 65_536
_GENERIC = word_set(
    """the ministry minister president government officials army navy military forces coast guard
    strait sea gulf bay port city region province district island islands north south east west
    northern southern eastern western state union hospital police rebels authorities"""
)


@lru_cache(maxsize=_REMEMBERED)
def plain_name(text: str) -> str:
    """Return a name in lower case without article, possessive and outer punctuation.

    Example:
        >>> plain_name("The Ministry of Health’s")
        'ministry of health'
    """
    bare = _POSSESSIVE.sub("", _ARTICLE.sub("", text.strip()))
    return " ".join(bare.casefold().split()).strip(" .,;:'\"“”’()")


@lru_cache(maxsize=_REMEMBERED)
def proper_words(text: str) -> frozenset[str]:
    """Return the capitalised words of a name that could tell it from another, in lower case.

    States with an adjective of another root come back as one name.

    Example:
        >>> sorted(proper_words("the U.S. Navy")), sorted(proper_words("the navy"))
        (['united states'], [])
    """
    found = {match.group().strip(".").casefold() for match in _PROPER.finditer(text)}
    found = {_POSSESSIVE.sub("", word) for word in found}
    for (first, second), state in _TOGETHER.items():
        if first in found and second in found:
            found = (found - {first, second}) | {state}
    named = {_SAME.get(word, word) for word in found if word in _SAME or word not in COMMON}
    return frozenset(word for word in named - _GENERIC if word)


@lru_cache(maxsize=_REMEMBERED)
def name_keys(text: str) -> frozenset[str]:
    """Return the first letters of each proper word: equal for a state and its people.

    Example:
        >>> name_keys("Norwegian forces") == name_keys("Norway"), sorted(name_keys("the U.S. Navy"))
        (True, ['united states'])
    """
    return frozenset(word if word in _WHOLE else word[:_BEGINNING] for word in proper_words(text))


def agree(a: str, b: str) -> bool:
    """Say whether two names may mean one party or place.

    A name without any proper word ("the navy") contradicts nothing.

    Example:
        >>> agree("Norwegian forces", "the army of Norway"), agree("Peru", "Chile")
        (True, False)
    """
    keys_a, keys_b = name_keys(a), name_keys(b)
    return not keys_a or not keys_b or bool(keys_a <= keys_b or keys_b <= keys_a)


def name_in(a: str, b: str) -> bool:
    """Say whether one folded name is the end of the other: "petrova" and "anna petrova"."""
    return f" {a}".endswith(f" {b}") or f" {b}".endswith(f" {a}")
