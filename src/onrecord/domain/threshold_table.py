"""Named thresholds, as a versioned table: words that speak of each, its dimension and value.

Made from the thresholds that crisis reporting and its literature name (Kahn's thresholds, MID and ICB
levels of force, UCDP's kinds of violence), in general English. Raise `VERSION` with any change: a crossing
is read by the table that is named beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.domain.escalation import Dimension

NAME = "Onrecord thresholds"
VERSION = "2"

#: A state, city or land called by name.
_NAME = r"[A-Z][\w’'.-]+"
_STRIKE = (
    r"(?:strik(?:e|es|ing)|struck|attack(?:s|ed|ing)?|airstrikes?|bomb(?:s|ed|ing|ings)?|shell(?:s"
    r"|ed|ing)|raid(?:s|ed|ing)?"
    r"|missiles?|rockets?|hit(?:s|ting)?|shoot(?:s|ing)?|fir(?:e|ed|ing))"
)
_TROOPS = (
    r"(?:[Tt]roops|[Ss]oldiers|[Ff]orces|[Tt]anks|[Aa]rmy|[Cc]olumns?|[Cc]onvoys?|[Pp]aratroopers"
    r"|[Bb]rigades?"
    r"|[Uu]nits|[Mm]arines|[Ii]nfantry|[Ff]ighters)"
)
#: Troops by the name that those who send them give.
_KEEPERS = r"[“\"‘']?peacekeep(?:ers|ing (?:troops|forces?|mission))[”\"’']?"
_PORT = r"(?:ports?|harbou?rs?|airfields?|airports?|airbases?|air bases?|naval bases?)"
_DOES = (
    r"(?:impos|declar|announc|order|enforc|establish|mount|launch|begin|began|begun|start|tighten"
    r"|set up|laid|lay)\w*"
)


@dataclass(frozen=True, slots=True)
class ThresholdRule:
    """One named threshold.

    Attributes:
        name: Its name in the table.
        label: What it is, in plain words.
        dimension: In which dimension it lies.
        value: Which value crossing it reaches.
        words: What a clause must say for it to be spoken of.
        announced: Whether announcing it is doing it: to declare war is to cross that line.
    """

    name: str
    label: str
    dimension: Dimension
    value: str
    words: re.Pattern[str]
    announced: bool = False


def _rule(
    name: str, label: str, at: tuple[Dimension, str], *words: str, announced: bool = False
) -> ThresholdRule:
    pattern = re.compile("|".join(f"(?:{one})" for one in words))
    return ThresholdRule(name, label, at[0], at[1], pattern, announced)


RULES: tuple[ThresholdRule, ...] = (
    _rule(
        "strike-on-land", "a strike on land in another state", ("domain", "land"),
        rf"\b{_STRIKE}\b[^.;]{{0,80}}\b(?:on|inside|in|within|into|deep in(?:to|side)?"
        rf"|against)\b[^.;]{{0,60}}"
        rf"\b{_NAME} (?:soil|territory|mainland)\b",
        rf"\b(?:land|ground) (?:strikes?|attacks?|operations?|targets?)\b[^.;]{{0,60}}\b(?:in"
        rf"|inside|on|against) {_NAME}",
        rf"\b{_STRIKE}\b[^.;]{{0,60}}\b(?:in|on|at|against) {_NAME}",
        rf"\b{_STRIKE} (?:\w+ ){{0,3}}(?:inside|deep inside) {_NAME}",
        rf"\b(?:hit|hits|struck|bombed|strik(?:e|es|ing)) (?:\w+ ){{0,4}}(?:inside|deep inside) {_NAME}",
    ),
    _rule(
        "strike-at-sea", "a strike on a vessel at sea", ("domain", "high_seas"),
        rf"\b{_STRIKE}\b[^.;]{{0,50}}\b(?:against|on|at|hit|targeting)? ?(?:(?:a|the|all|two|three"
        r"|several|\w+) )?"
        r"(?:\w+ ){0,3}(?<!-)(?:boats?|speedboats?|vessels?|ships?|tankers?|freighters?|warships?)\b",
        r"\b(?:sank|sunk|torpedoed) (?:\w+ ){0,4}(?:boats?|vessels?|ships?|tankers?|freighters?"
        r"|warships?|frigates?)\b",
    ),
    _rule(
        "shot-down", "an aircraft shot down", ("domain", "airspace"),
        r"\b(?:shot|shoot|shooting|brought|bring) down (?:\w+[ -]){0,5}"
        r"(?:jets?|planes?|aircraft|helicopters?|airliner|bombers?"
        r"|(?<!attack )(?<!suicide )(?<!one-way )drone)\b",
        r"\b(?:jet|plane|aircraft|helicopter|airliner|drone|bomber)s? (?:\w+ ){0,3}(?:was|were"
        r"|been|be) shot down\b",
    ),
    _rule(
        "strike-on-state-forces", "a strike on the forces of a state", ("target_class", "state_forces"),
        rf"\b{_STRIKE}\b[^.;]{{0,40}}\b(?:military|army|naval|air) (?:bases?|barracks|airfields?"
        r"|headquarters|installations?"
        r"|depots?|positions?|command (?:post|cent(?:er|re)))\b",
        r"\b(?:bombed|shelled|struck|attacked|raided|hit) (?:\w+ ){0,4}(?:barracks|warships?"
        r"|frigates?|army base|naval base"
        r"|military base|air base|airbase)\b",
    ),
    _rule(
        "strike-on-leadership", "a strike on, or the seizure of, the leadership of a state",
        ("target_class", "state_leadership"),
        rf"\b{_STRIKE} (?:at|on|against|near) (?:\w+ )?presidential (?:palace|compound|residence)\b",
        r"\b(?:mov(?:e|ed|ing) against|storm(?:ed|ing)?|strik(?:e|ing)|struck|bomb(?:ed|ing)?"
        r"|attack(?:ed|ing)?|raid(?:ed|ing)?"
        r"|shell(?:ed|ing)) [^.;,]{0,40}\b(?:presidential (?:palace|compound|residence)"
        r"|president’s palace)\b",
        r"\b(?:captur(?:e|ed|ing)|kill(?:ed|ing)?|assassinat(?:e|ed|ing)|abduct(?:ed|ing)?"
        r"|oust(?:ed|ing)|overthr[eo]w\w*|toppl\w+"
        r"|detain(?:ed|ing)?) (?:the |its |their )?(?:\w+ ){0,2}"
        r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Ss]upreme [Ll]eader"
        r"|[Hh]ead of state)\b(?! of the (?:board|union|club))",
    ),
    _rule(
        "strike-on-capital", "a strike on a capital", ("domain", "land"),
        rf"\b{_STRIKE}\b[^.;]{{0,30}}\b(?:on|at|against|hit|near|in)? ?(?:the "
        r"|its )(?:\w+ )?capital(?:,| city)?(?! gains| punishment)\b",
    ),
    _rule(
        "ground-troops", "ground troops across a border", ("domain", "land"),
        rf"\b{_TROOPS}\b[^.;]{{0,40}}\b(?:cross(?:ed|ing)?|enter(?:ed|ing)?|pour(?:ed|ing)?"
        r"|roll(?:ed|ing)?|march(?:ed|ing)?"
        rf"|push(?:ed|ing)?|advanc(?:ed|ing)|move(?:d)?|moving) (?:\w+ ){{0,2}}"
        r"(?:(?:into|across|over) (?:the )?(?:\w+ )?(?:border|frontier)|(?:the "
        rf"|its )?(?:\w+ )?border\b(?: (?:in)?to)?|into {_NAME})",
        r"\b(?:send(?:ing)?|sent|order(?:ed|ing)?|commit(?:ted|ting)?|put(?:ting)?|deploy(?:ed"
        r"|ing)?) (?:in )?"
        r"(?:\w+ ){0,3}(?:ground (?:troops|forces)|troops (?:into|across)|boots on the ground)\b",
        r"\b(?:ground|land) (?:invasion|incursion|offensive)\b",
        rf"\b{_TROOPS} (?:(?:have|has|had|also|then) )?enter(?:ed|ing)? (?:the )?{_NAME}",
        rf"\b(?:sent|sending|moved|moving|deployed|deploying|pour(?:ed|ing)|order(?:ed|ing)) "
        rf"(?:[\w,.]+ ){{0,4}}{_TROOPS} into {_NAME}",
        rf"\b(?:sent|deployed|moved|dispatched) (?:[\w,.]+ ){{0,3}}{_KEEPERS} (?:in|to|into) "
        rf"(?:the )?{_NAME}",
        rf"\b{_NAME}, where [^,;]{{0,40}}\b(?:sent|deployed|moved) (?:[\w,.]+ ){{0,3}}{_KEEPERS}",
        rf"\bno (?:ground )?{_TROOPS}\b[^.;]{{0,40}}\b(?:cross|enter|land|set foot)\w*",
    ),
    _rule(
        "invasion", "an invasion", ("domain", "land"),
        r"\b[Ii]nvasion\b(?! of (?:privacy|locusts|pests|insects)| anniversary)",
        rf"\binvad(?:e|es|ed|ing) (?:the |its |neighbou?ring )*{_NAME}",
        r"\binvad(?:e|ed|ing) (?:its|the|their) (?:\w+ )?(?:neighbou?r|island|country|territory)\b",
    ),
    _rule(
        "amphibious-landing", "an amphibious landing", ("domain", "land"),
        r"\bamphibious (?:landings?|assaults?|operations?|invasion)\b",
        r"\b(?:[Tt]roops|[Mm]arines|[Ss]oldiers) (?:have |had |has )?(?:not )?(?:land(?:ed)?"
        r"|come ashore|came ashore|stormed ashore)\b"
        r"(?! (?:at|in) (?:the )?(?:\w+ )?airport)",
    ),
    _rule(
        "port-or-airfield-seized", "a port or airfield seized", ("target_class", "dual_use"),
        r"\b(?:seiz(?:e|es|ed|ing)|captur(?:e|es|ed|ing)|occup(?:y|ies|ied|ying)|overr[au]n"
        r"|storm(?:ed|ing)?"
        rf"|(?:tak(?:e|es|en|ing)|took) (?:over|control of)) (?:[\w’'-]+ ){{0,4}}{_PORT}\b",
        rf"\b{_PORT} (?:\w+ ){{0,2}}(?:was|were|has been|have been|been|be) (?:seized|captured"
        r"|occupied|overrun|taken over)\b",
    ),
    _rule(
        "blockade", "a blockade by forces", ("act", "non_lethal_force"),
        rf"\b{_DOES} (?:[\w-]+ ){{0,4}}(?:blockade|quarantine of (?:the )?{_NAME})\b",
        r"\b(?:naval|sea|air|military|total|full|maritime) blockade\b",
        rf"\bblockad(?:e|ed|es|ing) (?:the )?{_NAME}",
        r"\bblockad(?:e|ed|es|ing) (?:\w+ ){0,3}(?:ports?|coasts?|coastlines?|straits?|islands?"
        r"|harbou?rs?)\b",
    ),
    _rule(
        "declaration-of-war", "a declaration of war", ("overtness", "formally_declared"),
        r"\bdeclar(?:e|es|ed|ing) (?:a (?:formal )?state of )?war (?:on|against|with"
        r"|between) (?:the |its )?"
        rf"(?:neighbou?r|island|{_NAME})",
        r"\bdeclaration of war\b",
        announced=True,
    ),
    _rule(
        "mobilisation", "a mobilisation of reserves or of the country", ("posture", "reinforced"),
        r"\b(?:general|partial|full|mass|nationwide|military) mobili[sz]ation\b",
        r"\b(?:mobili[sz](?:e|es|ed|ing)|call(?:ed|ing)? up) (?:[\w,.]+ ){0,4}(?:reservists"
        r"|reserves|conscripts|militia(?:s|men)?)\b",
        r"\bmilitia mobili[sz]ations?\b",
        announced=True,
    ),
    _rule(
        "martial-law", "martial law or a state of emergency", ("act", "non_lethal_force"),
        r"\b(?:declar|impos|announc|proclaim|order|introduc)\w*"
        r" (?:\w+[ -]){0,5}(?:martial law|state of emergency)\b",
        r"\b(?:martial law|state of emergency) (?:\w+ ){0,3}(?:declared|imposed|in (?:force|effect"
        r"|place)|proclaimed)\b",
        announced=True,
    ),
    _rule(
        "chemical-arms", "the use of chemical or biological arms", ("act", "lethal_force"),
        r"\b(?:us(?:e|ed|ing)|fir(?:e|ed|ing)|dropp(?:ed|ing)|deploy(?:ed|ing)|releas(?:ed"
        r"|ing)) (?:[\w-]+ ){0,4}"
        r"(?:chemical (?:weapons?|agents?|arms)|nerve (?:agents?|gas)|chlorine|sarin|mustard gas"
        r"|biological (?:weapons?|agents?))\b",
        r"\b(?:chemical|gas|nerve-agent|sarin|chlorine) attacks?\b(?! surface)",
    ),
    _rule(
        "nuclear-arms", "the use of nuclear arms", ("act", "lethal_force"),
        r"\b(?:us(?:e|ed|ing)|fir(?:e|ed|ing)|deton\w+|launch(?:ed|ing)?|dropp(?:ed"
        r"|ing)) (?:[\w-]+ ){0,3}"
        r"nuclear (?:weapons?|arms|warheads?|bombs?|missiles?)\b",
        r"\bnuclear (?:strike|attack)\b",
    ),
    _rule(
        "protesters-shot", "shooting at protesters", ("act", "lethal_force"),
        r"\b(?:shot|shoot(?:ing)?|opened fire|opening fire|fir(?:ed|ing)(?: live (?:rounds"
        r"|ammunition|bullets))?|live (?:rounds|ammunition|fire))"
        r"\b(?![^.;]{0,30}(?:tear ?gas|rubber|water cannon))[^.;]{0,40}\b(?:at|on|into|dead"
        r"|against|killing|upon)?[^.;]{0,25}"
        r"\b(?:protest(?:e|o)rs?|demonstrators?|marchers?|crowds?|rally|demonstration)\b",
    ),
    _rule(
        "relations-broken", "an embassy closed or relations broken off", ("act", "verbal"),
        r"\b(?:br(?:o|ea)k(?:e|en|ing)?(?: off)?|sever(?:ed|ing|s)?|cut(?:s|ting)?(?: off)?"
        r"|suspend(?:ed|ing|s)?|end(?:ed|ing)) "
        r"(?:\w+ ){0,3}(?:diplomatic|consular) (?:relations|ties)\b",
        r"\b(?:clos(?:e|es|ed|ing)|shut(?:s|ting)?(?: down)?|evacuat(?:e|ed|ing)) (?:down )?(?:its"
        r"|the|their|his) (?:[\w’'.]+ ){0,3}"
        r"(?:embass(?:y|ies)|consulates?)\b",
        r"\b(?:expel(?:s|led|ling)?) (?:\w+ ){0,4}(?:ambassador|diplomats)\b",
        announced=True,
    ),
    _rule(
        "internet-shutdown", "the internet shut down", ("act", "non_lethal_force"),
        r"\b(?:shut(?:s|ting)?(?: down| off)?|cut(?:s|ting)?(?: off)?|block(?:s|ed|ing)?"
        r"|switched off|disconnected|severed) "
        r"(?:\w+ ){0,4}(?:internet|mobile (?:data|networks?|internet))\b",
        r"\binternet (?:shutdown|blackout|cut-?off)\b",
        r"\b(?:internet|mobile data)(?: \w+){0,2} (?:was|were|has been|have been|is) (?:cut|shut"
        r"|blocked|down|disrupted|switched off)\b",
        announced=True,
    ),
    _rule(
        "airspace-closed", "airspace closed", ("act", "display"),
        r"\b(?:clos(?:e|es|ed|ing)|shut(?:s|ting)?) (?:down )?(?:\w+ )?(?:[\w’'-]+ )?airspace\b",
        r"\bairspace (?:\w+ )?(?:was|is|has been) closed\b",
        announced=True,
    ),
    _rule(
        "ceasefire-broken", "a ceasefire broken", ("act", "lethal_force"),
        r"\b(?:br(?:o|ea)k(?:e|en|ing|s)?|violat(?:e|es|ed|ing|ions? of)|breach(?:es|ed"
        r"|ing)?(?: of)?|abandon(?:ed|ing)?|end(?:ed|ing))"
        r" (?:\w+ ){0,3}(?:cease-?fire|truce)\b",
        r"\b(?:cease-?fire|truce) (?:\w+ ){0,2}(?:collapsed|violations?|broke down|was broken"
        r"|has been broken)\b",
    ),
    _rule(
        "annexation", "territory annexed", ("domain", "land"),
        rf"(?<!illegally )\bannex(?:ed|ing|es) (?:\w+ ){{0,4}}"
        rf"(?:territor(?:y|ies)|regions?|provinces?|peninsula|land|{_NAME})\b",
        announced=True,
    ),
)  # fmt: skip
