"""Whose law it is: the state or body that words lead to.

A system is an ISO 3166-1 code for the law of a state, or `international`. A body that only one state has
is told by its name ("the Knesset"); a name that many states use ("Congress", "the supreme court") is told
by nothing but the state's own name beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

INTERNATIONAL = "international"

_BODIES: tuple[tuple[str, str], ...] = (
    (
        INTERNATIONAL,
        r"\bU\.?N\.?(?!\w)|united nations|(?<!national )security council|north atlantic council|\bnato\b|"
        r"african union|\becowas\b|economic community of west african states|arab league|"
        r"league of arab states|european (?:union|council|commission|parliament)|\bE\.?U\.?(?!\w)|"
        r"organi[sz]ation of american states|\bOSCE\b|\bASEAN\b|gulf cooperation council|\bCSTO\b|"
        r"international (?:court of justice|criminal court|law)|\bICJ\b|\bICC\b|article 51|"
        r"geneva conventions?|law of the sea",
    ),
    (
        "US",
        r"\bU\.S\.(?!\w)|office of legal counsel|\bOLC\b|war powers|\bAUMFs?\b|"
        r"foreign terrorist organi[sz]ations?|"
        r"\bFTO\b|specially designated global|\bSDGT\b|white house|\bpentagon\b|\bCIA\b|capitol hill|"
        r"oval office",
    ),
    (
        "GB",
        r"house of commons|house of lords|downing street|\bwhitehall\b|\bwestminster\b",
    ),
    ("CA", r"house of commons of canada|canad\w+ (?:house of commons|senate)"),
    ("IL", r"\bknesset\b"),
    ("RU", r"\bduma\b|federation council|\bkremlin\b|\bukases?\b"),
    ("IR", r"\bmajlis\b|guardian council|supreme national security council|assembly of experts"),
    ("DE", r"\bbundestag\b|\bbundesrat\b"),
    ("CN", r"national people[’']s congress|central military commission"),
    ("IN", r"\blok sabha\b|\brajya sabha\b"),
    ("UA", r"\bverkhovna rada\b"),
    ("TR", r"grand national assembly"),
    ("PL", r"\bsejm\b"),
    ("SE", r"\briksdag\b"),
    ("NO", r"\bstorting\b"),
    ("DK", r"\bfolketing\b"),
    ("ES", r"\bcortes generales\b"),
    ("FR", r"\b[ée]lys[ée]e\b"),
    ("IE", r"\boireachtas\b|\bd[áa]il\b"),
    ("JP", r"\bnational diet\b"),
    ("BD", r"\bjatiya sangsad\b"),
    ("AF", r"\bwolesi jirga\b|\bloya jirga\b"),
    ("MY", r"\bdewan rakyat\b"),
)
_TABLE = tuple((system, re.compile(words, re.IGNORECASE)) for system, words in _BODIES)
#: Words after a state's name that make what follows its own: "Velmara's parliament", "the U.S. intention".
_OWN = re.compile(
    r"(?:['’]s?)?\s+(?:own\s+)?(?:government|administration|cabinet|parliament|congress|senate|lawmakers|"
    r"legislature|president|prime|premier|king|supreme|constitutional|high|federal|court|courts|law|laws|"
    r"constitution|army|navy|military|armed|air|coast|forces|troops|soldiers|special|jets|fighter|"
    r"warplanes?|warships?|drones?|missiles?|"
    r"intention|decision|designation|move|plan|defen[cs]e|"
    r"foreign|"
    r"interior|justice|treasury|state|council|house|national|lower|upper|attorney|officials|authorities)\b",
    re.IGNORECASE,
)


def bodies_in(words: str) -> frozenset[str]:
    """Return the systems whose bodies or instruments `words` name by a name that nobody else has.

    Example:
        >>> sorted(bodies_in("the Knesset asked the U.N. Security Council"))
        ['IL', 'international']
    """
    found = {system for system, names in _TABLE if names.search(words)}
    return frozenset(found - {"GB"} if "CA" in found else found)


def owners_in(words: str, countries: Mapping[str, str]) -> frozenset[str]:
    """Return the states whose body, act or force `words` name: "Velmara's parliament".

    A state that is merely named is not its owner: "a decree deploying troops to Ilvane".
    """
    return frozenset(
        code
        for name, code in countries.items()
        if name in words
        and any(_OWN.match(words, at.end()) for at in re.finditer(re.escape(name), words))
    )


def system_of(words: str, countries: Mapping[str, str]) -> str:
    """Return the system that the words for a party lead to; empty where they lead to none or to several.

    Args:
        words: Words for one party, as worded.
        countries: State by words, as in `onrecord.domain.case.Case`.
    """
    found = bodies_in(words) or owners_in(words, countries)
    if not found and words in countries:
        return countries[words]
    return next(iter(found)) if len(found) == 1 else ""
