"""What the words around a force say of it: its kind in words, where, what it does, readiness, comparison.

Everything is taken verbatim. Where a force is headed is not where it is; a place finer than a sea, a
region or a state is not kept.
"""

from __future__ import annotations

import re

from onrecord.domain.posture import PostureSource, is_too_fine
from onrecord.domain.statement import Force, Statement, Voice
from onrecord.domain.unknown import Unknown

#: Words before the noun that tell neither a type nor a number.
_LEADING = re.compile(
    r"""^(?:[0-9][0-9.,]*-strong|strong|the|a|an|its|their|his|her|our|some|several|many|more|than|few|at|least|most|up|to|about|around
    |nearly|almost|over|roughly|approximately|dozens?|hundreds|thousands|scores|tens|of|large|massive|huge
    |big|powerful|these|those|this|that|all|both|own|two|three|[“"‘'’]+|[0-9][0-9.,]*)\s+""",
    re.VERBOSE | re.IGNORECASE,
)
#: What is left of an owner before a noun: "’s fleet", "and Velmaran forces".
_JOINT = re.compile(r"^(?:[’']s?|and [A-Z]\w+)\s+")
#: What is on top of what was there is no level.
_MORE = re.compile(r"\b(?:additional|another|further|extra|more(?!\s+than))\b", re.IGNORECASE)
#: Where a noun phrase goes on behind its noun.
_BEHIND = re.compile(
    r"\s+(?:of|to|in|on|at|from|near|off|along|across|for|with|under|into|toward|towards|inside|aboard|"
    r"around|over|that|which|who)\s.*|\s*[,;:(“”\"‘].*|’(?!s\b).*",
    re.IGNORECASE | re.DOTALL,
)
#: Nouns that say nothing of what a force is.
_VAGUE = frozenset(
    """force forces unit units group groups contingent contingents armada presence asset assets element
    elements deployment column columns patrol patrols personnel military fleet fleets crew crews reserve
    reserves division corps convoy""".split()
)
#: Groups that are something by what they are called.
_QUALIFIED = re.compile(
    r"\b(?:carrier|amphibious|battalion|brigade|task|tactical|expeditionary)\s+[\w\s-]*(?:groups?|forces?|units?)$",
    re.IGNORECASE,
)
_SEAS = (
    r"Caribbean|Mediterranean|Aegean|Adriatic|Baltic|Atlantic|Pacific|Indo-Pacific|Arctic|Antarctic|"
    r"Middle\sEast|Far\sEast|Horn\sof\sAfrica|Sahel|Balkans|Levant|Caucasus|Donbas|Maghreb"
)
_REST = r"[\w’'-]*"
_NAME = rf"(?:[A-Z]{_REST})"
_WATERS = (
    r"(?:Sea|Ocean|Gulf|Straits?|Bay|Channel|Peninsula|Basin|Islands|Region|Province|Oblast|"
    r"Governorate|State)"
)
#: A sea, a region or the space of a state, as news writes them.
_AREA = rf"""(?:
      the\s+(?:wider\s+|broader\s+|whole\s+)?region\b
    | (?:the\s+)?(?:(?:north|south|east|west|central|upper|lower)\w*[\s-]+){{0,2}}(?:{_SEAS})\b
      (?:\s+(?:Sea|Ocean|region|theat(?:er|re)))?
    | (?:the\s+)?(?:(?:north|south|east|west|central)\w*[\s-]+){{0,2}}(?:{_NAME}\s+){{1,3}}{_WATERS}\b
    | (?:the\s+)?(?:north|south|east|west)\w*\s+{_NAME}
    | the\s+(?:Gulf|Straits?|Sea|Bay|Bight|Isthmus)\s+of\s+(?:the\s+)?{_NAME}(?:\s+{_NAME})?
    | the\s+Gulf\b
    | (?:the\s+)?(?:[A-Z][a-z]{_REST}\s+){{1,2}}(?:airspace|waters|territorial\s+waters|borders?|coast)\b
    | (?:the|its|their)\s+(?:\w+\s+)?(?:borders?|coast|frontiers?)\s+(?:with|of)\s+{_NAME}(?:\s+{_NAME})?
)"""
_PLACED = re.compile(
    rf"""\b(?P<how>(?<=operating\s)from|(?<=operated\s)from|on|in|inside|within|across|throughout|around|over|through|off|near|along|at|entered|enters|
    entering|patrolling|crossed|crossing|transited|transiting)\s+(?P<area>{_AREA})""",
    re.VERBOSE,
)
#: Nearness is part of what is said; being in an area is not.
_BESIDE = frozenset({"near", "off", "along", "around"})
#: What goes on behind a place: "Sorn and Ilvane".
_LISTED = re.compile(rf"(?:,\s+{_NAME})*,?\s+and\s+{_NAME}(?=\s*(?:[.,;:]|\Z))")
_DIRECTION = re.compile(r"^(?:to|toward|towards|for|into|onto|from)\b", re.IGNORECASE)
_NEAR = re.compile(r"^(?:near|off|along|around|outside)\b", re.IGNORECASE)
#: UCDP precision from which on a place is a first-level division or more.
_COARSE = 4

_READY = re.compile(
    r"""\b(?:(?:on|at|to|in)\s+(?:a\s+)?(?:state\s+of\s+)?(?:high|highest|full|heightened|maximum|combat|
    increased)\s+(?:state\s+of\s+)?(?:alert|readiness)|combat[-\s]ready|on\s+standby|on\s+alert|
    battle[-\s]ready)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_COMPARED = re.compile(
    r"""\bthe\s+(?:largest|biggest|highest|greatest|most\s+\w+)\s[^,.;]{0,80}?\b(?:since|in\s+(?:\w+\s+)?
    (?:years|decades|months|history|a\s+decade))[^,.;]*
    |\b(?:up|down)\s+from\s+[^,.;]+|\bcompared\s+(?:with|to)\s+[^,.;]+
    |\b(?:twice|double|triple)\s+(?:the|as|what)\s[^,.;]+""",
    re.VERBOSE | re.IGNORECASE,
)
_DOING = re.compile(
    r"""\b(?:(?:is|are|was|were|has|have|had|been|be)\s+(?:\w+ly\s+|now\s+|also\s+|already\s+|been\s+)*)*
    (?:docked|anchored|berthed|moored|sail(?:ed|s|ing)|steam(?:ed|s|ing)|head(?:ed|s|ing)|transit(?:ed|s|ing)|
    cross(?:ed|es|ing)|pass(?:ed|es|ing)|operat(?:ed|es|e|ing)|patroll?(?:ed|s|ing)?|deploy(?:ed|s|ing)|
    station(?:ed|ing)|position(?:ed|ing)|based|hover(?:ed|s|ing)|escort(?:ed|s|ing)|fl(?:ew|ies|ying|own)|
    left|leav(?:es|ing)|depart(?:ed|s|ing)|withdr(?:ew|awn|awing|aws)|return(?:ed|s|ing)|
    arriv(?:ed|es|ing)|enter(?:ed|s|ing)|mass(?:ed|ing)|remain(?:ed|s|ing)|on\s+(?:its|their|the)\s+way)\b""",
    re.VERBOSE | re.IGNORECASE,
)

#: What is ordered or planned is not yet done; what is extended goes on.
_ORDERED = re.compile(
    r"\b(?:orders?|ordered|ordering|approv(?:es|ed)|authori[sz](?:es|ed)|green-?lights?|green-?lighted|plans"
    r"|planned|planning|sign(?:s|ed) off|(?:prepares|prepared|preparing|intends|intended|considers"
    r"|considering|weighing|vowed|pledged|promised|agreed|decided|offered|ready|set|due|about) to)\b"
    r"(?!.*\b(?:extension|extended)\b)",
    re.IGNORECASE | re.DOTALL,
)
#: States by the prefixes of their navies' ships; INS may be of two.
_FLAGS = {
    "USS ": ("United States", "US"), "HMS ": ("United Kingdom", "GB"), "HMCS ": ("Canada", "CA"),
    "HMAS ": ("Australia", "AU"), "FS ": ("France", "FR"), "JS ": ("Japan", "JP"),
    "TCG ": ("Turkey", "TR"), "ROKS ": ("South Korea", "KR"), "BRP ": ("Philippines", "PH"),
}  # fmt: skip
_DISPLAY = re.compile(
    r"\b(?:mobili[sz]ations?|demonstrations?|drills?|exercises?|call-ups?|parades?)$", re.IGNORECASE
)
_OPEN_DATA = re.compile(
    r"satellite|imagery|open[- ]source|flight[- ]?(?:radar|track\w*|data)|ship[- ]?track\w*|"
    r"vessel[- ]?track\w*|marine ?traffic|tracking (?:data|site|service)|transponder",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:minist\w+|command(?:er)?|pentagon|navy|army|air force|armed forces|military|government|"
    r"department|defen[cs]e|centcom|southcom|eucom|nato|spokes\w+|president|general|admiral|kremlin|"
    r"white house|intelligence|coast guard|guard corps|officials?|secretary|staff)\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:news\w*|times|post|journal|press|agency|television|tv|radio|reuters|bbc|cnn|afp|media|"
    r"jazeera|guardian|telegraph|magazine|daily|report(?:er|s)?)\b",
    re.IGNORECASE,
)


def noun_of(force: Force) -> str:
    """Return what a force is as worded, without number, article and owner: "warships".

    "Additional" is kept: two thousand more are not two thousand in all.
    """
    exact = force.span.exact
    counted = "" if force.count is None else force.count.counted
    words = exact[exact.find(counted) :] if counted in exact else counted
    if force.owner:
        words = words.replace(f"{force.owner} ", "", 1)
    words = _BEHIND.sub("", words.strip("“”\"‘’' "))
    earlier = ""
    while words != earlier:
        earlier = words
        words = _LEADING.sub("", words).strip()
        words = _JOINT.sub("", words)
    more = _MORE.search(exact)
    return f"additional {words}" if more and not words.startswith("additional") else words


def is_vague(noun: str) -> bool:
    """Say whether a noun does not say what a force is: "forces", "units"."""
    if _QUALIFIED.search(noun):
        return False
    return not noun or noun.rsplit(maxsplit=1)[-1].casefold() in _VAGUE


def area_of(statement: Statement, force: Force) -> str | Unknown:
    """Return the sea, region or state a force is reported in, as worded.

    An area named behind another force does not hold for the one after it; one named first, or behind
    all, holds for every force of the statement.
    """
    content = statement.content
    named = [(at.start(), _worded(at["how"], at["area"])) for at in _PLACED.finditer(content.exact)]
    located = _located(statement)
    if located is not None and not any(located[1] in one or one in located[1] for _, one in named):
        named.append(located)
    here = force.span.start - content.start
    others = [one.span.start - content.start for one in statement.forces]
    ahead = [one for one in sorted(named) if one[0] >= here or one[0] < min(others)]
    if not ahead:
        return _no_area(statement)
    behind = [words for at, words in ahead if at >= here]
    return behind[0] if behind else ahead[0][1]


def _worded(how: str, area: str) -> str:
    words = " ".join(area.split())
    return f"{how} {words}" if how in _BESIDE else words


def _located(statement: Statement) -> tuple[int, str] | None:
    """Return the place a statement names, where it is coarse enough to be kept."""
    where = statement.where
    if where is None or not where.place or where.precision < _COARSE or is_too_fine(where.text):
        return None
    if _DIRECTION.match(where.text) or not where.name:
        return None
    near = _NEAR.match(where.text)
    words = f"{near.group().lower()} {where.name}" if near else where.name
    at = statement.content.exact.find(where.text)
    more = _LISTED.match(statement.content.exact, at + len(where.text)) if at >= 0 else None
    return max(0, at), words + (more.group() if more else "")


def _no_area(statement: Statement) -> Unknown:
    where = statement.where
    if where is None:
        return Unknown("the words name no sea or region")
    if is_too_fine(where.text) or is_too_fine(statement.content.exact):
        return Unknown("the words give a position finer than a named area; it is not kept")
    if _DIRECTION.match(where.text):
        return Unknown("the words say where it is headed, not where it is")
    return Unknown("the words name no sea, region or state that could be told")


def is_only_ordered(statement: Statement, force: Force) -> bool:
    """Say whether the words before a force order, approve or plan what is done with it."""
    content = statement.content
    before = content.exact[: force.span.start - content.start]
    return _ORDERED.search(before) is not None


def flag_of(force: Force) -> tuple[str, str] | None:
    """Return the state, with its code, that the prefix of a ship's name tells; `None` where none does."""
    return next((flag for prefix, flag in _FLAGS.items() if force.name.startswith(prefix)), None)


def display_words(force: Force) -> str:
    """Return the noun by which an act done with a force is told; empty where none is: "mobilisations"."""
    found = _DISPLAY.search(force.span.exact)
    return found.group() if found else ""


def doing_words(statement: Statement) -> str:
    """Return the words that say what a force does, verbatim; empty where there are none."""
    found = _DOING.search(statement.content.exact)
    return found.group() if found else ""


def readiness_words(statement: Statement) -> str:
    """Return readiness as the source words it; empty where it says nothing."""
    found = _READY.search(statement.content.exact)
    return found.group() if found else ""


def comparison_words(sentence: str) -> str:
    """Return a comparison the source itself makes, verbatim; empty where it makes none."""
    found = _COMPARED.search(sentence)
    return found.group().strip() if found else ""


def source_of(voices: tuple[Voice, ...]) -> PostureSource | Unknown:
    """Return what kind of source says so; the author's own voice is that of the outlet."""
    if not voices:
        return "outlet"
    voice = voices[-1]
    if _OPEN_DATA.search(voice.label):
        return "open_data"
    if voice.identity in ("named_office", "unnamed_official"):
        return "official"
    if voice.identity not in ("named_person", "unnamed") and _OUTLET.search(voice.label):
        return "outlet"
    if _OFFICE.search(voice.text):
        return "official"
    return Unknown(f"whether {voice.label} speaks for an office or an outlet is not told")
