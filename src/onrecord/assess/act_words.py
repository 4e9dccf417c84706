"""Which class an act is of, by the words that report it: action, domain, target, and who acts.

Only the words of the act count: what stands behind "before", "unless" or "to prevent" is another act.
"""

from __future__ import annotations

import re

from onrecord.domain.authority import ActionClass, CoverageDomain
from onrecord.domain.class_words import classes_in
from onrecord.domain.target import TargetClass
from onrecord.domain.unknown import Unknown

_SHIP = r"(?:vessels?|ships?|tankers?|boats?|freighters?|trawlers?|dhows?|cargo|flotilla|yacht)"
_FORCES = (
    r"(?:troops|soldiers|forces|warships?|destroyers?|frigates?|carriers?|warplanes?|jets|aircraft|"
    r"bombers?|"
    r"marines|paratroopers|battalions?|brigades?|divisions?|units?|missiles|batter(?:y|ies)|drones|"
    r"fleet|navy|"
    r"peacekeepers|personnel|submarines?)"
)
_FORCE_NOUN = (
    r"(?:force|operations?|action|strikes?|attacks?|assault|offensive|invasion|incursion|raids?)"
)
#: Class and the words for it, the most telling first.
_ACTION_WORDS: tuple[tuple[ActionClass, str], ...] = (
    ("board", rf"\bboard(?:ed|s|ing)\b(?=.*\b{_SHIP}\b)"),
    (
        "seize",
        rf"\b(?:seiz(?:e|es|ed|ing|ure|ures)|impound\w*|confiscat\w+|interdict(?:ed|s|"
        rf"ing)?)\b(?=.*\b{_SHIP}\b)"
        rf"|\b{_SHIP}\b.*\b(?:seized|impounded|confiscated|interdicted)\b",
    ),
    ("blockade", r"\bblockad\w+|\bnaval quarantine\b|\bmined the (?:strait|port|harbou?r)"),
    (
        "lethal_strike",
        r"\b(?:air|missile|drone|rocket|artillery|land|ground|military|retaliatory|"
        r"precision)[- ]?strikes?\b"
        r"|\bairstrikes?\b|\bstr(?:ike|ikes|iking|uck)\b|\bbomb(?:s|ed|ing|ings|ardment|arded)?\b|"
        r"\battack(?:s|ed|ing)?\b"
        r"|\bshell(?:s|ed|ing)\b|\binva(?:de|des|ded|ding|sion)\b|\bincursions?\b|\boffensives?\b|"
        r"\braid(?:s|ed|ing)?\b"
        r"|\bassault(?:s|ed|ing)?\b|\bdestroy(?:s|ed|ing)?\b|\bpound(?:ed|ing)\b|\bhits?\b|"
        r"\bopened fire\b|\b(?:fire[sd]?|launch(?:ed|"
        r"es)?)\b.*\b(?:missiles?|rockets?|"
        r"drones?)\b|\bwar\b|\bsank\b|\bsunk\b|\bsink(?:s|ing)?\b|\bshot down\b|\bkill(?:s|ed|ing)\b"
        rf"|\buse\b.{{0,12}}\bforce\b|\b(?:land|ground|military|combat)\s+{_FORCE_NOUN}\b",
    ),
    (
        "overflight",
        r"\boverfl(?:y|ies|ew|own|ying|ight|ights)\b|\bfl(?:ew|own|ying|ies|y)\b.{0,30}\b(?:over|"
        r"near|into)\b.{0,40}"
        r"\bairspace\b|\bviolat\w+\b.{0,40}\bairspace\b|\b(?:entered|entering|"
        r"crossed into)\b.{0,40}\bairspace\b",
    ),
    (
        "deploy",
        rf"\b(?:re)?deploy(?:s|ed|ing|ment|ments)?\b|\b(?:sen[dt]s?|sending|dispatch\w*|station\w*|"
        rf"mass(?:ed|ing|es)|moved|moving|ordered)\b"
        rf"(?=.{{0,60}}\b{_FORCES}\b)|\bassembled\b.{{0,20}}\bforce\b",
    ),
    ("capture", r"\bcaptur(?:e|es|ed|ing)\b|\babduct(?:s|ed|ing|ion)?\b"),
    (
        "sanction",
        r"\b(?:impos\w+|slapp?\w*|announc\w+|new)\b.{0,40}\b(?:sanctions|embargo)\b|"
        r"\bsanctioned\b(?! by\b)(?!.{0,40}\b(?:use|deployment|dispatch|sending|strikes?|"
        r"operations?|force|action|war|mission|intervention|invasion)\b)|\bfroze\b.{0,30}"
        r"\bassets\b|\bfreez(?:e|es|ing)\b.{0,30}\bassets\b",
    ),
    ("covert", r"\bcovert\b"),
    (
        "assist",
        r"\b(?:suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|sen[dt]s?|sending|provid\w+|sell(?:s|"
        r"ing)?|sold|transfer\w*)\b"
        r".{0,60}\b(?:arms|weapons|weaponry|ammunition|military aid|missiles|tanks|interceptors)\b",
    ),
)  # fmt: skip
_ACTIONS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _ACTION_WORDS)
#: What begins another act than the one told, or an act that is only measured against.
_ELSEWHERE = re.compile(
    r"\b(?:before|until|unless|if|without|rather than|instead of|because|since|despite|after|following|"
    r"in response "
    r"to|in (?:\w+ )?(?:retaliation|reprisal|revenge|reaction) (?:for|against|to)|in (?:\w+ )response to|"
    r"(?:in order )?to (?:deter|prevent|protect|defend|avoid|stop|counter)|"
    r"against any|to any|"
    r"over (?:potential|possible|any)|responsible for|warn\w*|"
    r"where|which|who|whose|that (?:had|has|have|was|were|(?-i:[A-Z]))|as part of|as)\b",
    re.IGNORECASE,
)
#: Strikes of workers, of hunger, of nature and of luck; attacks in words.
_OTHER = re.compile(
    r"\b(?:general|hunger|labou?r|rail|teachers?[’']?|workers?[’']?|doctors?[’']?|nationwide|transport|"
    r"wildcat|solidarity)"
    r"[- ]strikes?\b|\bon strike\b|\bstrik(?:e|es|ing)\s+(?:action by|a (?:deal|balance|bargain)|"
    r"workers|nurses|teachers)"
    r"|\bstrike (?:groups?|forces?|fighters?|aircraft|wings?|capabilit\w+)\b"
    r"|\bstruck (?:by|down|a (?:deal|balance|bargain|chord|tone))\b|\b(?:heart|panic|asthma|verbal|"
    r"shark) attacks?\b|\bearthquake\b|"
    r"\b(?:hurricane|storm|cyclone|"
    r"typhoon|tornado|flood|floods|flooding|lightning|quake|pandemic)\b|\bhits? (?:record|a record|back|"
    r"out)\b"
    r"|\bwar (?:crimes?|powers|cabinet|room|on drugs)\b|\bpolice station\b",
    re.IGNORECASE,
)
#: An act that is only weighed, feared, recalled or denied has not been done.
_TALKED_OF = re.compile(
    r"\b(?:consider\w*|mull\w*|weigh(?:s|ed|ing)?|threat\w*|options?|plan(?:s|ned|ning)?|prepar\w+|"
    r"potential|possible|"
    r"fear\w*|risks?|caution\w*|warn\w*|urg(?:es?|ed|ing)|call(?:s|ed|ing)? (?:for|on)|vow\w*|"
    r"brings? up|accus\w+|alleg\w+|"
    r"den(?:y|ies|ied)|could|might|would(?! be (?:the|a|its|one)\b)|may|exercis\w+|drills?|simulat\w+|"
    r"anniversary|commemorat\w+|"
    r"exchange)\b",
    re.IGNORECASE,
)

_WATERS = r"(?:straits?|gulf|sea|channel|bay|ocean)"
#: Into a place that is named, unless its name is of a water: "inside Velmara", not "into the Strait".
_INTO = rf"\b(?:inside|into|deep in|within)\s+(?:[a-z]+\s+)?(?!(?:[A-Z]\w+\s+){{0,2}}(?i:{_WATERS})\b)[A-Z]"
_LAND = re.compile(
    r"\bon\s+(?:\w+\s+)?(?:soil|land)\b|\bon\s+(?:\w+\s+){1,2}(?:soil|territory)\b|"
    rf"\b(?:land|ground)[- ](?:{_FORCE_NOUN}|targets?|war|troops|forces|campaign|phase)\b|{_INTO}|"
    r"\bmainland\b|\bonshore\b|\boverland\b|\bacross the border\b|\bterritory of\b",
)
#: What brings down a weapon in flight is no force used on anybody.
_INTERCEPTION = re.compile(
    r"\b(?:shot|shoots?|shooting|took|takes|taken|brought) (?:down|out)\b.{0,60}\b(?:drones?|missiles?|"
    r"rockets?|UAVs?|projectiles?|balloons?)\b|\b(?:intercept|neutrali[sz]|down)(?:ed|es|s|ing)\b.{0,60}"
    r"\b(?:drones?|missiles?|rockets?|UAVs?|projectiles?|threats)\b",
    re.IGNORECASE,
)
_SEA = re.compile(
    r"\bat sea\b|\bmaritime\b|\binternational waters\b|\bhigh seas\b|\boffshore\b|\bopen sea\b|"
    r"\bnaval (?:campaign|strikes?|blockade|operation)\b|"
    rf"\b(?:in|into|through|across) the (?:\w+ ){{0,2}}{_WATERS}\b|"
    r"\boff (?:the |its |their )?(?:\w+ ){0,2}(?:coast|shores?|island|cape|port|harbou?r|village|"
    r"mainland)\b",
    re.IGNORECASE,
)
_COASTAL = re.compile(r"\bterritorial (?:waters?|seas?)\b", re.IGNORECASE)
_SKIES = re.compile(r"\bairspace\b", re.IGNORECASE)
_OPEN_SKIES = re.compile(r"\binternational airspace\b", re.IGNORECASE)
# In small letters: "Port Aurel" is a town's name, not a port that is struck.
_LAND_THINGS = re.compile(
    r"\b(?:docks?|port|bases?|camps?|compounds?|airport|airfield|airbase|refinery|depot|barracks|"
    r"villages?|towns?|city|cities|hospital|school|buildings?|factory|bridge|warehouse|headquarters|"
    r"plant|facilit(?:y|ies))\b"
)
_SEA_THINGS = re.compile(rf"\b{_SHIP}\b|\bspeedboats?\b|\bwarships?\b")
_IN_COUNTRY = re.compile(r"^(?:in|on|inside|across|throughout|within)\b", re.IGNORECASE)
#: What only looks like a thing that is struck.
_NO_TARGET = re.compile(
    r"\bmilitary (?:response|action|operations?|campaign|strikes?|offensive|intervention|force|targets?)\b|"
    r"\btear gas\b|\bgas prices?\b|\bsecurity forces?\b",
    re.IGNORECASE,
)
#: People of no state, as what is struck may be theirs: "a rebel radar site".
_OF_NO_STATE = re.compile(
    r"\b(?:rebels?|militants?|militias?|insurgents?|guerrillas?|separatists?|jihadists?|terrorists?|"
    r"houthis?|hamas|hezbollah|islamic state|isis|al[- ]qaeda|al[- ]shabaab|boko haram)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:and|then|now)\b|[;,]")
_WORD = re.compile(r"[^\W\d_]+")

#: People who act for no state, or for one that does not own them; what is in the neighbourhood of a state.
_NOT_A_STATE = re.compile(
    r"\b(?:rebels?|militants?|militias?|insurgents?|gunm[ae]n|terrorists?|cartels?|traffickers?|"
    r"smugglers?|pirates?|"
    r"protesters?|demonstrators?|rioters?|settlers?|separatists?|gangs?|fighters|jihadists?|extremists?|"
    r"citizens?|civilians?|"
    r"residents?|students?|workers?|people|opposition|activists?|hackers?|attackers?|suspects?|crowds?|"
    r"mobs?|"
    r"group|groups|faction|factions|journalists?|media|tv|television|news|agency|newspaper|companies|"
    r"company|bank|houthis?|hamas|hezbollah|hizbullah|islamic state|isis|isil|al[- ]qaeda|al[- ]shabaab|"
    r"boko haram|islamic jihad|"
    r"wagner|lawmakers|senators?|congress(?:wo)?m[ae]n)\b"
    r"|-(?:backed|aligned|linked|allied|supported)\b",
    re.IGNORECASE,
)
_ORGAN = re.compile(
    r"\b(?:military|army|navy|naval|air force|armed forces|forces?|troops|soldiers|marines|warplanes?|"
    r"jets|bombers?|warships?|"
    r"destroyers?|frigates?|drones?|coast guard|guard|guards|corps|command|government|administration|"
    r"regime|"
    r"authorities|president|prime minister|premier|chancellor|minister|ministry|defen[cs]e|secretary|"
    r"intelligence|CIA|state|"
    r"officials?|commander|parliament|white house|kremlin|pentagon|supreme leader|cabinet|artillery|"
    r"commandos|air defen[cs]es?|"
    r"submarines?|patrol)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\b(?:airstrikes?|air strikes?|missiles?|warplanes?|fighter jets?|shelling|bombardment|artillery|"
    r"drone strikes?|"
    r"naval|invasion|military)\b",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """Return the words before what begins another act.

    Example:
        >>> own_words("would inform the house before any land operations begin")
        'would inform the house '
    """
    found = _ELSEWHERE.search(text, 1)
    return text[: found.start()] if found else text


def action_in(text: str) -> ActionClass | None:
    """Return the class of action that the words tell first; `None` where they tell none.

    Example:
        >>> action_in("Velmara's navy boarded a tanker"), action_in("nurses began a general strike")
        ('board', None)
    """
    words = _INTERCEPTION.sub(" ", _OTHER.sub(" ", own_words(text)))
    found = [
        (match.start(), at, action)
        for at, (action, pattern) in enumerate(_ACTIONS)
        if (match := pattern.search(words)) is not None
    ]
    return min(found)[2] if found else None


def is_interception(text: str) -> bool:
    """Say whether the words tell that a weapon in flight was brought down.

    Example:
        >>> is_interception("the frigate shot down two drones"), is_interception("shot down an airliner")
        (True, False)
    """
    return _INTERCEPTION.search(own_words(text)) is not None


def is_of_several(text: str) -> bool:
    """Say whether the words tell the same kind of act twice, so that place and target may be of either.

    Example:
        >>> is_of_several("we hit the boats and now we hit the pier"), is_of_several("they hit a pier")
        (True, False)
    """
    words = own_words(text).lower()
    for _, pattern in _ACTIONS:
        first = pattern.search(words)
        again = words.find(first.group(), first.end()) if first else -1
        if first and again >= 0 and _AND.search(words, first.end(), again):
            return True
    return False


def is_only_talked_of(text: str) -> bool:
    """Say whether what stands before the act takes it back: weighed, feared, planned, denied.

    Example:
        >>> is_only_talked_of("Velmara considers military strikes"), is_only_talked_of("Velmara struck")
        (True, False)
    """
    talked = _TALKED_OF.search(own_words(text))
    return talked is not None and talked.start() <= _act_at(text)


def doer_words(text: str) -> str:
    """Return the words before the act, where who does it stands: "A Velmaran army" of its strike."""
    return own_words(text)[: _act_at(text)]


def _act_at(text: str) -> int:
    words = own_words(text)
    return min(
        (match.start() for _, pattern in _ACTIONS if (match := pattern.search(words))),
        default=len(words),
    )


def domain_in(text: str, *, place: str = "", country: str = "") -> CoverageDomain | Unknown:
    """Return where an act is, by class; what is named as a target tells it where nothing else does.

    Args:
        text: The words of the act.
        place: Words for its place ("in Velmara"); empty where none is stated.
        country: ISO code of the country it is located in; empty where it was not.
    """
    words = own_words(text)
    stated = _stated(words)
    if not stated:
        ashore = bool(_LAND_THINGS.search(words)) or bool(country and _IN_COUNTRY.match(place))
        afloat = bool(_SEA_THINGS.search(words))
        things: dict[CoverageDomain, bool] = {"land": ashore, "high_seas": afloat}
        stated = [name for name, named in things.items() if named]
    if len(stated) == 1:
        return stated[0]
    if stated:
        return Unknown(f"the words speak of {' and of '.join(stated)}")
    return Unknown("the words do not say whether it is on land, at sea or in the air")


def target_in(text: str) -> TargetClass | Unknown:
    """Return the class of target that the words name, where they name exactly one."""
    words = own_words(text)
    found = classes_in(_lemmas(_NO_TARGET.sub(" ", words)))
    if _OF_NO_STATE.search(words) and found == ("state_forces",):
        return Unknown("what is named belongs to people of no state")
    if len(found) == 1:
        return found[0]
    reason = "several kinds of target are named" if found else "no kind of target is named"
    return Unknown(reason)


def is_state(words: str, system: str) -> bool:
    """Say whether words for a party name a state or one of its organs, and nobody else.

    Args:
        words: As worded ("the U.S. military", "Velmaran rebels").
        system: The state they lead to; empty where they lead to none.
    """
    if not words or _NOT_A_STATE.search(words):
        return False
    return bool(_ORGAN.search(words)) or (bool(system) and _is_bare_name(words))


def is_organ(words: str) -> bool:
    """Say whether words give somebody an office of a state: "President Ana Duarte"; not a former one."""
    gone = re.search(
        r"\b(?:former|ex|exiled|late|opposition|self-proclaimed)\b", words, re.IGNORECASE
    )
    return _ORGAN.search(words) is not None and not gone and not _NOT_A_STATE.search(words)


def is_by_a_force(text: str) -> bool:
    """Say whether the words tell means that forces of states have, for an act that nobody is said to do."""
    return _MEANS.search(own_words(text)) is not None and not _NOT_A_STATE.search(text)


def _stated(words: str) -> list[CoverageDomain]:
    found: list[CoverageDomain] = []
    if _LAND.search(words):
        found.append("land")
    if _COASTAL.search(words):
        found.append("territorial_sea")
    elif _SEA.search(words):
        found.append("high_seas")
    if not found and _OPEN_SKIES.search(words):
        return ["international_airspace"]
    if not found and _SKIES.search(words) and not re.search(r"\bnear\b[^,;]*\bairspace\b", words):
        return ["national_airspace"]
    return found


def _is_bare_name(words: str) -> bool:
    """Say whether the words are a name and nothing else: "Velmara", "the United States"."""
    parts = [part for part in words.split() if part.lower() not in ("the", "of", "and")]
    return all(part[:1].isupper() for part in parts)


def _lemmas(text: str) -> frozenset[str]:
    found: set[str] = set()
    for word in _WORD.findall(text.lower()):
        found.add(word)
        if word.endswith("ies"):
            found.add(word[:-3] + "y")
        elif word.endswith("s"):
            found.add(word[:-1])
    return frozenset(found)
