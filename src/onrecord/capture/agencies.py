"""News agencies, and outlets whose reports others reprint, as data: the names that credit them.

Facts about the world, not about any crisis: each with the short forms used in credits. Letters that
are words or stand for something else as often (MAP, TAP, INA) are left out.
"""

from __future__ import annotations

import re

#: Canonical name → other names in use, lower case, without articles.
AGENCIES: dict[str, tuple[str, ...]] = {
    "agence france-presse": ("afp", "agence france presse"),
    "agencia efe": ("efe",),
    "algeria press service": ("aps",),
    "anadolu agency": ("aa", "anadolu", "anadolu ajansi"),
    "andina": (),
    "angop": (),
    "ansa": (),
    "antara": ("antara news",),
    "asian news international": ("ani",),
    "associated press": ("ap",),
    "associated press of pakistan": ("app",),
    "australian associated press": ("aap",),
    "azertac": (),
    "bakhtar news agency": (),
    "bangladesh sangbad sangstha": ("bss",),
    "belga": ("belga news agency",),
    "belta": (),
    "bernama": (),
    "bloomberg": ("bloomberg news",),
    "canadian press": ("cp",),
    "central news agency": (),
    "china news service": ("cns",),
    "cnn": ("cnn wire", "cnn newsource"),
    "deutsche presse-agentur": ("dpa", "dpa international"),
    "ethiopian news agency": (),
    "fars": ("fars news agency",),
    "ghana news agency": ("gna",),
    "hina": (),
    "indo-asian news service": ("ians", "indo asian news service"),
    "interfax": (),
    "interfax-ukraine": ("interfax ukraine",),
    "irna": ("islamic republic news agency",),
    "isna": ("iranian students news agency", "iranian students' news agency"),
    "jiji press": ("jiji",),
    "kazinform": (),
    "korean central news agency": ("kcna",),
    "kuwait news agency": ("kuna",),
    "kyodo news": ("kyodo",),
    "lusa": (),
    "mehr news agency": ("mehr",),
    "middle east news agency": ("mena",),
    "national news agency": (),
    "news agency of nigeria": ("nan",),
    "pa media": ("press association", "pa"),
    "pajhwok": ("pajhwok afghan news",),
    "petra": (),
    "philippine news agency": ("pna",),
    "prensa latina": (),
    "press trust of india": ("pti",),
    "qatar news agency": ("qna",),
    "reuters": ("thomson reuters",),
    "ria novosti": ("ria",),
    "ritzau": (),
    "sana": ("syrian arab news agency",),
    "saudi press agency": ("spa",),
    "sputnik": (),
    "sudan news agency": ("suna",),
    "tanjug": (),
    "tasnim": ("tasnim news agency",),
    "tass": ("itar-tass",),
    "ukrinform": (),
    "united news of bangladesh": ("unb",),
    "united news of india": ("uni",),
    "united press international": ("upi",),
    "vietnam news agency": ("vna",),
    "wafa": (),
    "wam": ("emirates news agency",),
    "xinhua": ("xinhua news agency",),
    "yonhap": ("yonhap news agency", "yonhap news"),
}
#: Outlets whose reports others reprint under their name.
REPRINTED: dict[str, tuple[str, ...]] = {
    "al jazeera": ("al jazeera english", "aljazeera"),
    "bbc news": ("bbc", "bbc world service"),
    "deutsche welle": ("dw",),
    "financial times": (),
    "france 24": ("france24",),
    "guardian": (),
    "los angeles times": (),
    "new york times": ("nyt",),
    "radio free europe/radio liberty": ("rfe/rl",),
    "voice of america": ("voa", "voa news"),
    "wall street journal": ("wsj",),
    "washington post": (),
}
_CANONICAL = {
    alias: name
    for name, aliases in (*AGENCIES.items(), *REPRINTED.items())
    for alias in (name, *aliases)
}
_ANY = re.compile(
    rf"\b(?:{'|'.join(re.escape(name) for name in sorted(_CANONICAL, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
#: No other article: it would be part of the name ("A News").
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
#: A name that calls itself an agency; capitals before it are required.
_CALLED_AGENCY = re.compile(
    r"(?:[A-ZÀ-ÞĀ-Ž][\w.'’-]*\s+){1,4}(?:Wire|Newswire|News Agency|News Service|Press "
    r"Agency|Agency|Press)"
)


def canonical(name: str) -> str:
    """Return `name` in lower case without its article; of a known agency, its one name.

    Example:
        >>> canonical("The Associated Press"), canonical("AP"), canonical("Harbour Gazette")
        ('associated press', 'associated press', 'harbour gazette')
    """
    plain = _ARTICLE.sub("", " ".join(name.split()).strip(" .,;:|-–—")).lower()
    return _CANONICAL.get(plain, plain)


def is_known(name: str) -> bool:
    """Say whether `name` is a known agency, or an outlet that others reprint."""
    words = _ARTICLE.sub("", " ".join(name.split()).strip(" .,;:|-–—"))
    # Two small letters ("aa", "pa") are words; in capitals they are the agency.
    return words.lower() in _CANONICAL and (
        len(words) > len("dpa") or words.isupper() or words == "dpa"
    )


def is_agency(name: str) -> bool:
    """Say whether `name` is known by `is_known` or calls itself an agency ("Meridian Wire")."""
    words = _ARTICLE.sub("", " ".join(name.split()).strip(" .,;:|-–—"))
    return is_known(words) or bool(_CALLED_AGENCY.fullmatch(words))


def names_in(text: str) -> tuple[str, ...]:
    """Return the known names that a text holds, in order, as they stand there.

    Example:
        >>> names_in("Reuters and AFP disagreed; the guardian slept.")
        ('Reuters', 'AFP')
    """
    found = (match.group() for match in _ANY.finditer(text))
    return tuple(name for name in found if name[0].isupper() and is_known(name))
