"""Words of force, of where it is used and of what it is used against: the data of `acts_of_force`.

General English of news reports; nothing here is of one country or one crisis.
"""

from __future__ import annotations

import re

from onrecord.domain.escalation import Mechanism

#: Units in which acts of lethal force are counted.
STRIKE_UNITS = frozenset(
    """strikes airstrikes air_strikes attacks raids air_raids bombings shellings bombardments missiles rockets
    drones drone_attacks drone_strikes missile_strikes missile_attacks shells ambushes clashes""".split()
)

LETHAL_MODES = frozenset(
    "targeted firearms explosives suicide-attack aerial drone heavy-weapons unconventional".split()
)
LESS_MODES = frozenset("beat crowd-control destroy abduct torture sexual primitive".split())
WEAPONS = (
    r"(?:(?:air|drone|missile|rocket|artillery|mortar|bomb|ground|naval|retaliatory|pre-?emptive"
    r"|precision)[- ]?)"
)
DEED = re.compile(
    r"\b(?:carried out|carries out|conducted|launched|launches|mounted|unleashed|made)\b[^.;]{0,90}?"
    rf"\b(?:{WEAPONS}(?:strikes?|attacks?|raids?)|airstrikes?|bombings?|bombardments?|barrages?"
    r"|(?:strikes?|attacks?) (?:\w+ ){0,2}(?:against|on|at|into|inside|targeting)"
    r"|attacks? from (?:[\w-]+ ){1,3}(?:areas?|soil|territory|positions?|bases?)"
    r"|offensive|invasion|incursion)\b"
    r"|\b(?:fired|launched|lobbed) (?:[\w-]+ ){0,4}(?:drones?|missiles?|rockets?|shells?|torpedoes)"
    r" (?:at|on|into|towards?)\b"
    # Workers stage strikes and launch them; they do not carry them out.
    r"|\b(?:carried out|carries out|conducted)\b[^.;]{0,60}?\b(?:strikes?|attacks?)\b"
    r"|\b(?:bombed|shelled|struck|hit) (?:[\w-]+ ){0,5}(?:targets|sites|positions)\b",
    re.IGNORECASE,
)
LETHAL = re.compile(
    rf"""\b(?:
      bomb(?:ed|ing|s|ings)?|bombard(?:ed|ing|ment)?|shell(?:ed|ing)|airstrikes?
    | {WEAPONS}(?:strikes?|attacks?|raids?)|struck|strikes?|missiles?|rockets?|torpedoed
    | shot|shoot(?:s|ing)?|gunned|opened\ fire|fired\ (?:on|at|upon|into)|kill(?:ed|ing|s)?
    | assassinat\w+|massacr\w+|attack(?:s|ed|ing)?|hit|raid(?:s|ed|ing)?|explosives?|ambush\w*
    | sank|sunk|chlorine|sarin|nerve\ (?:agents?|gas)|chemical\ weapons?|gunm[ae]n|snipers?|suicide\ bombers?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
NOT_FORCE = re.compile(
    # Strikes that are staged, held or joined are those of workers.
    r"\b(?:stag(?:e|ed|ing)|h(?:e|o)ld(?:ing)?|on|join\w*|call(?:ed|ing)? (?:for"
    r"|off)) (?:an? )?(?:\w+ )?"
    r"strikes?\b(?! (?:on (?!\w+day\b)|against|at|into|inside))"
    r"|\b(?:charm|diplomatic|publicity|media|cyber[- ]?\w*|hack\w*|verbal\w*|heart attacks?"
    r"|panic attacks?|hunger strikes?"
    r"|general strikes?"
    r"|strikes? (?:over|by) (?:workers|unions|pay|teachers|doctors)|labou?r|lawsuit|critici\w+"
    r"|rhetoric\w*"
    r"|tariffs?|sanctions?|workers|unions?)\b",
    re.IGNORECASE,
)
#: What an act answers or comes after is another act than it.
OCCASION = re.compile(
    r"(?:\bin (?:\w+ )?(?:response|retaliation|reaction|revenge|reprisal) (?:to|for)|\bto avenge"
    r"|(?<=\s)(?:after|following|amid|despite|because of|accused of))\b[^,;]*",
    re.IGNORECASE,
)
#: A place that an act lies in, and not one it lies off or near.
WITHIN = re.compile(r"(?:in|inside|on|at|across|into|deep|throughout)\b", re.IGNORECASE)
TAKEN = re.compile(
    r"\b(?:seized|captured|overran|stormed|took (?:over|control of))\b", re.IGNORECASE
)
UNHURT = re.compile(
    r"\b(?:no ?one|nobody|none)\b[^.;]{0,20}\b(?:was|were|been) (?:killed|hurt|injured)\b",
    re.IGNORECASE,
)
#: Words that fit a quarrel as well as an assault: "attacks the bill", "hits back at critics".
WEAK = frozenset("attack attacks attacked attacking hit raid raids".split())
#: Deed as history rather than as news.
IN_THE_PAST = re.compile(
    r"\b(?:in the past|decades? ago|years ago|in history|historically|last century)\b",
    re.IGNORECASE,
)
#: What flies with nobody aboard, by the words of reports.
UNCREWED = r"(?:drones?|uavs?|unmanned \w+|uncrewed \w+|quadcopters?|missiles?|rockets?|projectiles?|shells?)"
#: What a weapon is used on or carried by: "shot down a jet with a missile".
_CREWED = (
    r"(?:with|by|using|carrying|jets?|planes?|aircraft|helicopters?|bombers?|ships?|vessels?|boats?|dhows?"
    r"|trucks?|convoys?|cargo|shipments?)\b"
)
#: Projectiles and craft with nobody aboard that are stopped: force, but no strike on anybody.
INTERCEPTED = re.compile(
    r"\b(?:(?:shot|shoot|shooting|brought) down|down(?:ed|ing)(?: of)?|intercept\w*|interdict\w*"
    rf"|neutrali[sz]\w+|splash(?:ed)?) (?:(?!{_CREWED})[\w’'/-]+ ){{0,5}}{UNCREWED}\b"
    r"(?! (?:launch\w+|sites?|depots?|bases?|factor\w+|batter\w+|silos?|boats?|systems?|stocks?|stockpiles?))"
    rf"|\b{UNCREWED} (?:\w+ ){{0,3}}(?:was|were) (?:shot down|downed|intercepted|interdicted)\b",
    re.IGNORECASE,
)
#: Units of what one volley holds many of: so many of them are not so many acts.
VOLLEY_UNITS = frozenset("missiles rockets drones shells".split())
#: Strikes told in the simple past as one deed, and words that spread them over time.
WAVE = re.compile(
    r"(?<!has )(?<!have )(?<!had )\b(?:carried out|conducted|launched|made|fired|unleashed|mounted)\b",
    re.IGNORECASE,
)
OVER_TIME = re.compile(
    r"\b(?:since|so far|to date|over (?:the )?(?:past|last|\w+) \w+|in (?:the )?(?:past|last) \w+"
    r"|weeks?|months?|days|years?|campaign|daily|nightly|repeated(?:ly)?|total|between)\b",
    re.IGNORECASE,
)
#: Who is sent to talk, to watch or to help, and is no force.
SENT_TO_TALK = re.compile(
    r"\b(?:dispatch(?:ed|ing)?|sent|sending|deploy(?:ed|ing|ment of)?|moved)(?: \S+){0,4}? "
    r"(?:delegations?|missions?|envoys?|emissar(?:y|ies)|mediators?|observers?|monitors?|diplomats?"
    r"|ministers?|negotiators?|experts?|teams?|aid|medics|doctors|rescuers|investigators)\b",
    re.IGNORECASE,
)
#: Leave that is given or asked for moves nobody yet.
ONLY_ALLOWED = re.compile(
    r"\b(?:sanction|approv|authori[sz]|permit|allow|request|seek|urg|debat|oppos|reject)\w*"
    r"(?: \w+){0,2} (?:use|deployment|sending|dispatch)\b|\bsought(?: \w+){0,2} deployment\b",
    re.IGNORECASE,
)
#: Force that is shown and not used.
DISPLAYED = re.compile(
    r"\b(?:shows? of force|air[- ]defen[cs]e (?:\w+ )?(?:drills?|demonstrations?|exercises?)"
    r"|(?:militia|troop|reservist) mobili[sz]ations?"
    r"|military (?:exercises?|drills?|man(?:oeuv|euv)res?|parade)"
    r"|(?:drills|exercises|manoeuvres) (?:around|near|off)|live-?fire|war games|test-fired"
    r"|scrambled (?:\w+ ){0,2}(?:jets|fighters|aircraft)"
    r"|mobili[sz]ed (?:[\w.,]+ ){0,3}(?:troops|militia|reservists|forces|soldiers))\b",
    re.IGNORECASE,
)
WARNING = re.compile(
    r"\b(?:warning shots?|tear ?gas|water cannons?|rubber bullets?|batons?|pepper spray|boarded"
    r"|rammed)\b",
    re.IGNORECASE,
)
#: What is seized where it matters to a crisis between forces.
SEIZED = re.compile(
    r"\b(?:vessels?|ships?|tankers?|boats?|freighters?|aircraft|ports?|airports?|airfields?|bases?"
    r"|barracks"
    r"|buildings?|towns?|cit(?:y|ies)|villages?|islands?|crossings?|territory|refiner(?:y|ies)"
    r"|embass(?:y|ies))\b",
    re.IGNORECASE,
)
SUSTAINED = re.compile(
    r"\b(?:daily|nightly|weeks? of|months? of|days of|years of"
    r"|(?:second|third|fourth|fifth|sixth|\d+(?:th|nd|rd)) (?:straight |consecutive )?"
    r"(?:day|night|week|month|year) of)\b[^.;]{0,40}"
    r"\b(?:strikes|airstrikes|attacks|bombardment|bombing|shelling|fighting|clashes|raids)\b",
    re.IGNORECASE,
)
#: So many acts counted of one party are no longer single acts.
SUSTAINED_COUNT = 10

SEA = re.compile(
    r"\b(?:boats?|speedboats?|vessels?|ships?|tankers?|freighters?|warships?|dhows?|trawlers?|skiffs?"
    r"|maritime (?:interdiction|campaign|strikes?|operation)|at sea|offshore|seaborne"
    r"|international waters|high seas)\b",
    re.IGNORECASE,
)
TERRITORIAL = re.compile(r"\bterritorial (?:waters?|seas?)\b", re.IGNORECASE)
AIR = re.compile(
    r"\b(?:airspace|(?:(?:shot|brought) down|downed|downing of) [^.;]{0,40}?"
    r"\b(?:jets?|planes?|aircraft|helicopters?|drones?|uavs?|airliner))\b",
    re.IGNORECASE,
)
LAND = re.compile(
    r"""\b(?:
      soil|invasion|invaded|incursion|ground\ (?:operation|offensive)|mainland|territory|land
    | on\ the\ ground|inland|villages?|towns?|cit(?:y|ies)
    | capital|buildings?|houses?|homes?|apartments?|bases?|barracks|depots?|facilit(?:y|ies)|camps?
    | sites?|(?:military|rebel|ground)\ (?:targets?|positions?)
    | airports?|airfields?|airbases?|refiner(?:y|ies)|plants?|bridges?|roads?|schools?|hospitals?
    | clinics?|markets?|mosques?|church(?:es)?|neighbou?rhoods?|districts?|headquarters|compounds?
    | palaces?|checkpoints?|warehouses?|stations?|suburbs?|docks?|ports?|farms?|fields?
    | laborator(?:y|ies)|labs?|embass(?:y|ies)|consulates?|border\ posts?|trenches
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
OBJECT = re.compile(
    r"\b(?:against|targeting|targeted|struck|hit|bombed|shelled|attacked|raided|destroyed|damaged"
    r"|(?:strikes?|attacks?|raids?|missiles?|fire[d]?) (?:on|at|upon))\s+(?P<object>[^.,;:—]{2,80})",
    re.IGNORECASE,
)
PHRASE_END = re.compile(
    r"\s(?:in|on|at|near|inside|within|off|of|from|along|around|with|after|before|during|across|by|who"
    r"|that|which|and|judged|believed|suspected|accused|used|linked|belonging|killing|wounding)\s",
    re.IGNORECASE,
)
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
NON_STATE = frozenset(
    """cartel trafficker smuggler trafficking smuggling drug insurgent rebel militant guerrilla gang pirate
    terrorist jihadist separatist""".split()
)
#: Words that name a class only beside whose it is.
#: What makes a boat one of a state's forces.
ARMED_BOATS = frozenset("patrol naval navy coastguard guard military gun missile assault".split())
OPEN_HEADS = frozenset("facility compound camp warehouse tunnel workshop leader dock".split())
DAMAGED = re.compile(
    r"\b(?:destroy(?:ed|ing)|damag(?:ed|ing)|demolish\w+|razed|flattened"
    r"|set (?:\w+ ){0,3}(?:on fire|ablaze)|sank|sunk|burn(?:ed|t) down|torched)\b",
    re.IGNORECASE,
)
DEADLY = re.compile(
    r"\b(?:kill(?:ed|ing|s)|dead|died|deaths?|shot dead|assassinated|executed|massacred)\b",
    re.IGNORECASE,
)
MECHANISMS: tuple[tuple[Mechanism, re.Pattern[str]], ...] = (
    (
        "accidental",
        re.compile(
            r"\b(?:accidental(?:ly)?|by accident|misfir\w+|malfunction\w*)\b", re.IGNORECASE
        ),
    ),
    (
        "inadvertent",
        re.compile(
            r"\b(?:by mistake|mistaken(?:ly)?|inadvertent(?:ly)?|unintended|unintentional(?:ly)?"
            r"|in error|strayed)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "deliberate",
        re.compile(
            r"\b(?:deliberate(?:ly)?|intentional(?:ly)?|on purpose|premeditated|calculated)\b",
            re.IGNORECASE,
        ),
    ),
)
