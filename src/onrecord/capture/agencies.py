"""News agencies as data, and the names by which reports credit them.

Facts about the world, not about any crisis: each agency with the short forms used in credits.
"""

from __future__ import annotations

import re

#: Canonical name → other names in use, lower case, without articles.
AGENCIES: dict[str, tuple[str, ...]] = {
    "agence france-presse": ("afp", "agence france presse"),
    "agencia efe": ("efe",),
    "anadolu agency": ("aa", "anadolu", "anadolu ajansi"),
    "ansa": (),
    "asian news international": ("ani",),
    "associated press": ("ap",),
    "australian associated press": ("aap",),
    "bernama": (),
    "bloomberg": ("bloomberg news",),
    "canadian press": ("cp",),
    "china news service": ("cns",),
    "cnn": ("cnn wire", "cnn newsource"),
    "deutsche presse-agentur": ("dpa", "dpa international"),
    "interfax": (),
    "interfax-ukraine": ("interfax ukraine",),
    "irna": ("islamic republic news agency",),
    "jiji press": ("jiji",),
    "kyodo news": ("kyodo",),
    "middle east news agency": ("mena",),
    "pa media": ("press association", "pa"),
    "petra": (),
    "press trust of india": ("pti",),
    "reuters": ("thomson reuters",),
    "ria novosti": ("ria",),
    "sana": ("syrian arab news agency",),
    "saudi press agency": ("spa",),
    "tass": ("itar-tass",),
    "ukrinform": (),
    "united press international": ("upi",),
    "wafa": (),
    "xinhua": ("xinhua news agency",),
    "yonhap": ("yonhap news agency", "yonhap news"),
}
_CANONICAL = {alias: name for name, aliases in AGENCIES.items() for alias in (name, *aliases)}
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
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


def is_agency(name: str) -> bool:
    """Say whether `name` is a known agency or calls itself one ("Meridian Wire")."""
    words = _ARTICLE.sub("", " ".join(name.split()).strip(" .,;:|-–—"))
    if words.lower() in _CANONICAL:
        # Two small letters ("aa", "pa") are words; in capitals they are the agency.
        return len(words) > len("dpa") or words.isupper() or words == "dpa"
    return bool(_CALLED_AGENCY.fullmatch(words))
