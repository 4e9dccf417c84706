"""Whose law it is: the state or body that words lead to.

A system is an ISO 3166-1 code for the law of a state, or `international`. A body that only one state has
is told by its name ("the Knesset"); a name that many states use ("Congress", "the supreme court") is told
by nothing but the state's own name beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

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
#: Forces that only one state has, and the prefixes of its ships.
_FORCES: tuple[tuple[str, str], ...] = (
    (
        "US",
        r"\bUSS [A-Z]|\bUSNS [A-Z]|\b(?:CENTCOM|AFRICOM|EUCOM|SOUTHCOM|INDOPACOM)\b|\bNavy SEALs\b|"
        r"\bU\.?S\.? (?:Navy|Army|Air Force|Marines?|Coast Guard|Central Command)\b",
    ),
    ("GB", r"\bHMS [A-Z]|\bRoyal Navy\b(?! of\b)|\bRoyal Air Force\b(?! of\b)|\bRAF\b"),
    ("CA", r"\bHMCS [A-Z]"),
    ("AU", r"\bHMAS [A-Z]"),
    ("NZ", r"\bHMNZS [A-Z]"),
    ("IR", r"\bIRGC\b|\b(?:Islamic )?Revolutionary Guards?\b"),
    ("IL", r"\bIDF\b|\bIsrael Defen[cs]e Forces\b"),
    ("CN", r"\bPLA\b|\bPeople[’']s Liberation Army\b"),
    ("RU", r"\b(?:Black Sea|Baltic|Northern) Fleet\b"),
)
#: States whose house of laws is a congress: of "without approval of Congress", no others are meant.
_CONGRESSES = frozenset("US AR BO BR CL CO DO EC FM GT HN MX PE PH PW PY".split())
#: Adjectives of states, for a force that the record knows by no other words.
_ADJECTIVES = dict(
    pair.split(":")
    for pair in """american:US british:GB french:FR german:DE italian:IT spanish:ES polish:PL dutch:NL
    belgian:BE danish:DK norwegian:NO swedish:SE finnish:FI greek:GR turkish:TR russian:RU ukrainian:UA
    belarusian:BY georgian:GE armenian:AM azerbaijani:AZ serbian:RS israeli:IL iranian:IR iraqi:IQ syrian:SY
    lebanese:LB jordanian:JO egyptian:EG saudi:SA emirati:AE yemeni:YE qatari:QA libyan:LY algerian:DZ
    moroccan:MA sudanese:SD ethiopian:ET eritrean:ER somali:SO kenyan:KE ugandan:UG rwandan:RW nigerian:NG
    ghanaian:GH chadian:TD malian:ML indian:IN pakistani:PK afghan:AF chinese:CN taiwanese:TW japanese:JP
    filipino:PH philippine:PH vietnamese:VN thai:TH cambodian:KH australian:AU canadian:CA mexican:MX
    colombian:CO venezuelan:VE brazilian:BR argentine:AR chilean:CL peruvian:PE ecuadorian:EC
    cuban:CU""".split()
)
_CONGRESS = re.compile(r"\bCongress\b|\b[Cc]ongress(?:ional\w*|m[ae]n|wom[ae]n)\b")
_JOINED = re.compile(r"\s*(?:,|&|\band\b|\bwith\b)\s*(?:\band\b\s*)?", re.IGNORECASE)
_TABLE = tuple((system, re.compile(words, re.IGNORECASE)) for system, words in _BODIES)
_FORCE_TABLE = tuple((system, re.compile(words)) for system, words in _FORCES)
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


#: The act of a state, named at the beginning: "the Turkish raid on", "Velmara's air strikes".
_ACT_OF = re.compile(
    r"\W*(?:(?:the|an?|this|that|recent|alleged|suspected|deadly)\s+)*(?P<who>[A-Z][\w.]*\w)(?:['’]s?)?\s+"
    r"(?:[a-z-]+\s+)?(?:attack|strike|air\s?strike|raid|bombing|invasion|incursion|offensive|operation|assault)s?\b"
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


def doer_in(words: str, countries: Mapping[str, str]) -> str:
    """Return the state whose act `words` begin with, by its name or adjective; empty where they do not.

    Example:
        >>> doer_in("Turkish raid on a Syrian camp violated international law", {})
        'TR'
    """
    found = _ACT_OF.match(words)
    if found is None:
        return ""
    return _ADJECTIVES.get(found["who"].casefold(), "") or countries.get(found["who"], "")


def forces_in(words: str) -> frozenset[str]:
    """Return the states whose forces or ships `words` name by a name that nobody else has.

    Example:
        >>> sorted(forces_in("HMS Corrow and the destroyer USS Aurel"))
        ['GB', 'US']
    """
    return frozenset(system for system, names in _FORCE_TABLE if names.search(words))


def system_of(words: str, countries: Mapping[str, str]) -> str:
    """Return the system that the words for a party lead to; empty where they lead to none or to several.

    Args:
        words: Words for one party, as worded.
        countries: State by words, as in `onrecord.domain.case.Case`.
    """
    found = bodies_in(words) or owners_in(words, countries) or forces_in(words)
    found = found or _adjectives_in(words, countries)
    if not found and words in countries:
        return countries[words]
    return next(iter(found)) if len(found) == 1 else ""


def systems_of(words: str, countries: Mapping[str, str]) -> frozenset[str]:
    """Return the systems of parties that act together: "the US and Velmara", "U.S. and British forces"."""
    alone = system_of(words, countries)
    parts = [part for part in _JOINED.split(words) if part.strip()]
    if len(parts) < 2:  # noqa: PLR2004 - one party alone
        return frozenset({alone} - {""})
    head = parts[-1].split()[-1]
    joined = {
        system_of(part, countries) or system_of(f"{part} {head}", countries) for part in parts
    }
    return frozenset(joined - {""}) or frozenset({alone} - {""})


def fitting(words: str, systems: Iterable[str]) -> frozenset[str]:
    """Return which of the states the words can be of: those that have a congress, where they name one."""
    held = frozenset(systems)
    return held & _CONGRESSES if _CONGRESS.search(words) else held


def _adjectives_in(words: str, countries: Mapping[str, str]) -> frozenset[str]:
    """Return the state of an adjective before a force: "British jets"; the record may know others."""
    first, _, rest = words.removeprefix("the ").removeprefix("The ").partition(" ")
    if not first[:1].isupper() or not _OWN.match(f" {rest}"):
        return frozenset()
    known = {_ADJECTIVES.get(first.lower(), "")} - {""}
    return frozenset(known) or frozenset(
        code
        for name, code in countries.items()
        if name.startswith(f"{first} ") and name.split()[-1].islower()
    )
