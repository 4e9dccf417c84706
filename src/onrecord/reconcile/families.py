"""What family of occurrence a statement tells of: an attack, a disaster, a protest, an arrest.

Coarser than PLOVER's types, which have no code for floods and crashes and code what a flood does as
what an attacker does. Two occurrences of families that do not go together are not one.
"""

from __future__ import annotations

import re
from typing import Literal

from onrecord.domain.statement import Statement

#: `blast` is an explosion that may be an attack or an accident; `""` where nothing tells.
Family = Literal[
    "attack", "blast", "accident", "disaster", "protest", "detention", "law", "dealing", ""
]

#: Tried in this order; the first that occurs wins. What nature or chance did comes before what people
#: did, because the reader codes "the flood killed" as an assault.
_RULES: tuple[tuple[Family, str], ...] = (
    (
        "disaster",
        r"flood(?:s|ed|ing|waters?)?|cyclones?"
        r"|storms?(?! (?:the|into|in|an?|governor\S*|parliament|embassy)\b)"
        r"|hurricanes?|typhoons?|earthquakes?|quakes?"
        r"|aftershocks?|tremors?|landslides?|mudslides?|avalanches?|eruptions?|volcan\w+|tsunamis?"
        r"|wildfires?|bushfires?|tornado(?:e?s)?|droughts?|heatwaves?|outbreaks?|epidemics?"
        r"|dams? (?:burst|broke|failed|collapsed?)|torrential|rainfall",
    ),
    (
        "accident",
        r"crash(?:ed|es)?|derail(?:s|ed|ment)|capsiz(?:ed?|es|ing)|shipwrecks?|sank|sinking|stampedes?"
        r"|collision|collided|plane went down"
        r"|(?:building|bridge|roof|dam|mine|tower|wall|house|block|stand|stadium|pier|crane)s?"
        r" (?:\w+ )?collapse[sd]?"
        r"|collapse of (?:\w+ ){0,3}(?:building|bridge|roof|dam|mine|tower|wall|house|block|stand|pier)s?",
    ),
    (
        "attack",
        r"shoot(?:s|ings?|er|ers)?|shot|gunfire|gunshots?|gun(?:man|men)|opened fire|open fire"
        r"|stab(?:s|bed|bings?)|murder(?:s|ed|er)?|slain|slayings?|homicides?|massacres?"
        r"|attack(?:s|ed|ers?|ing)?|ambush(?:ed|es)?|bomb(?:s|ed|ings?|ers?)|air ?strikes?"
        r"|drone strikes?|missiles?|shell(?:ed|ing|s)|raid(?:s|ed)?|clash(?:ed|es)?|assault(?:ed|s)?"
        r"|kidnap\w*|abduct\w*|hostages?|assassinat\w*|executed|torched|wounds?",
    ),
    ("blast", r"explosions?|exploded|blasts?|detonat\w+"),
    (
        "protest",
        r"protest(?:s|ed|ers?|ing)?|demonstrat(?:ions?|ors?|ed|ing)|rall(?:y|ies|ied)|riot(?:s|ed|ers?|ing)?"
        r"|uprisings?|unrest|march(?:ed|ers)|took to the streets",
    ),
    (
        "detention",
        r"arrest(?:s|ed|ing)?|detain(?:s|ed|ees?)|detentions?|in custody|jailed|apprehended",
    ),
    (
        "law",
        r"charged|indict(?:ed|ment)|sentenced?|pleaded|pled|trial|convict(?:ed|ion)|arraign\w*|court"
        r"|lawsuits?|bail|grand jury|autopsy|investigat\w+",
    ),
)
_WORDS: tuple[tuple[Family, re.Pattern[str]], ...] = tuple(
    (family, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for family, words in _RULES
)
_ACTS: dict[str, Family] = {
    "ASSAULT": "attack",
    "PROTEST": "protest",
    "ACCUSE": "law",
    **dict.fromkeys(
        """AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST REJECT THREATEN MOBILIZE
        SANCTION""".split(),
        "dealing",
    ),
}
#: Harm without its cause: it belongs to whatever was told of last.
_HARM = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|dead|die[sd]?|deaths?|toll|bod(?:y|ies)|fatal(?:ly|ities)?|wounded"
    r"|injur(?:ed|ies|ing|y)|hurt|casualt(?:y|ies)|missing|displaced|homeless|destroyed|damaged?|hospitali[sz]ed"
    r"|critical condition"
    r"|pronounced|victims?|survivors?)\b",
    re.IGNORECASE,
)
_TOGETHER = frozenset(
    frozenset(pair)
    for pair in (
        ("attack", "blast"), ("accident", "blast"), ("accident", "disaster"), ("detention", "law"),
    )
)  # fmt: skip
#: What follows upon an attack or an accident and is told with it.
AFTERMATH: frozenset[Family] = frozenset({"detention", "law"})
#: Families of occurrences upon which arrests and trials follow.
UPON: frozenset[Family] = frozenset({"attack", "blast", "accident"})


def family_of(statement: Statement) -> Family:
    """Return the family of what a statement tells: by its words, else by its act."""
    words = statement.content.exact
    act = statement.act
    if act is not None and (act.code, act.mode) == ("COERCE", "arrest"):
        return "detention"
    for family, pattern in _WORDS:
        if pattern.search(words):
            return family
    if act is None:
        return ""
    return "dealing" if act.scheme == "CAMEO" else _ACTS.get(act.code, "")


#: Disasters of one kind; a storm and the flood it brings are one.
_KINDS = tuple(
    (kind, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for kind, words in (
        ("storm", r"flood|storm|cyclone|hurricane|typhoon|tornado|torrential|rainfall|dams? "),
        ("quake", r"earthquake|quake|aftershock|tremor|tsunami"),
        ("slide", r"landslide|mudslide|avalanche"),
        ("fire", r"wildfire|bushfire"),
        ("eruption", r"eruption|volcan"),
        ("outbreak", r"outbreak|epidemic"),
        ("drought", r"drought|heatwave"),
    )
)


def disaster_kind(words: str) -> str:
    """Return the kind of disaster that words name; empty where they name none.

    Example:
        >>> disaster_kind("Floods swept through Port Orlan"), disaster_kind("Two were shot")
        ('storm', '')
    """
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), "")


def tells_harm(statement: Statement) -> bool:
    """Say whether a statement tells of people or things harmed."""
    return _HARM.search(statement.content.exact) is not None


def go_together(a: Family, b: Family) -> bool:
    """Say whether occurrences of two families may be one.

    Example:
        >>> go_together("blast", "accident"), go_together("protest", "disaster")
        (True, False)
    """
    return a == b or not a or not b or frozenset((a, b)) in _TOGETHER
