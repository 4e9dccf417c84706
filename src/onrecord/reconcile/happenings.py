"""What kind of thing happened, by its words: `kind_of`.

A timeline names happenings: a storm, a dam that burst, a protest, an arrest, a closed border. The
table below lists the kinds that crises of any sort are told in (disasters, accidents, violence, protest,
law, government, aid), each with the words that name it in news English. It says nothing of who, where or
when. A statement whose words name none of them may still be of one by its coded act.

The most specific kind comes first: "protesters torched the town hall" is a fire set, not a protest.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from onrecord.domain.statement import Act, Statement
from onrecord.domain.when import When

#: Where there is one of a kind at a time, or one a day; empty where there may be any number.
Single = Literal["", "place", "country", "day", "town"]


class Kind(NamedTuple):
    """One kind of happening.

    Attributes:
        name: What it is called.
        words: What names it.
        single: Where there is one of it at a time, so that two reports of it there mean one: in a
            `country`, in a `place`, in a country on one `day`, in a `town` on one day, or nowhere (empty).
        weight: How much a timeline wants it, from 1 (talk, routine) to 3.
    """

    name: str
    words: re.Pattern[str]
    single: Single
    weight: int

    @property
    def harms(self) -> bool:
        """Say whether it is a disaster: counts of people told beside it are what it did to them."""
        return (
            self.single in ("place", "country") and self.weight == _GRAVE and self.name != _SILENT
        )


#: The greatest weight, and the single kind of that weight that hurts nobody.
_GRAVE, _SILENT = 3, "network cut"


def _kind(name: str, *alternatives: str, single: Single = "", weight: int = 2) -> Kind:
    pattern = re.compile("|".join(rf"\b(?:{one})" for one in alternatives), re.IGNORECASE)
    return Kind(name, pattern, single, weight)


_GONE = (
    r"(?:burst|collaps\w+|fail(?:ed|ure|s|ing)|broke\w*|break(?:s|ing)?|breach\w*|g(?:a|i)ve\w* way|"
    r"given way|(?:was |were |been )?(?:overwhelmed|destroyed|obliterated|swept away))"
)
_BUILT = (
    r"(?:buildings?|bridges?|roofs?|towers?|mines?|tunnels?|walls?|stands?|scaffolding|overpass|"
    r"flyover|factory|block|stadium|pier|crane)"
)
_CROWD = r"(?:protests?|demonstrations?|rall(?:y|ies)|marches|unrest|riots?|uprising)"
_RISES = (
    r"(?:erupt|br(?:oke|eak|oken) out|beg[aiu]n|start|spread|continu|enter|gr[eo]w|intensif|escalat|"
    r"turn|rag|rock|engulf|sweep|swept|resum|shak|shook|held|took place|persist|surg|spiral|reach|spark|"
    r"flar|stag|join)\w*"
)
_STRUCK = (
    r"(?:(?:speed|gun|fishing )?boats?|vessels?|ships?|freighters?|convoys?|depots?|bases?|barracks|"
    r"refiner\w+)"
)
_CLOSED = r"(?:clos(?:e|es|ed|ing|ure)|shut(?:s|ting|down| down)?|seal(?:s|ed)?(?: off)?|reopen\w*)"
_WAYS = (
    r"(?:airspace|borders?|crossings?|airports?|ports?|roads?|highways?|bridges?|schools?|universit\w+|"
    r"shops?|stores?|businesses|bazaars?|offices|embass\w+|city|town)"
)
_NETWORK = (
    r"(?:internet|communications?|phones?|telephones?|mobile|power|electricity|grid|network|starlink|"
    r"cables?)"
)
_CUT = (
    r"(?:cut|cuts|shut\w*|blackouts?|outages?|down|severed|jam\w*|blocked|restrict\w*|disrupt\w*|"
    r"black(?:ed|s) out)"
)

_EXPLOSIVES = (
    r"(?:bombs?|explosives?|detonators?|grenades?|landmines?|explosive devices?|suicide vests?)"
)
_MADE_SAFE = (
    r"(?:found|discovered|uncovered|defused|disarmed|recovered|seized|neutrali[sz]ed|made safe)"
)

KINDS: tuple[Kind, ...] = (
    # Forces of nature.
    _kind("dam failure", rf"dams?\b[^.;]{{0,40}}\b{_GONE}", rf"{_GONE}\b[^.;]{{0,24}}\bdams?\b",
          r"dam bursts?", r"levees?\b[^.;]{0,30}\b(?:breach|broke|fail)", single="place", weight=3),
    _kind("earthquake", r"(?:earth)?quakes?\b", r"tremors?\b", r"aftershocks?\b", r"seismic\b",
          r"magnitude[- ]\d", single="country", weight=3),
    _kind("eruption", r"(?:volcan\w+)[^.;]{0,40}erupt", r"eruption", single="country", weight=3),
    _kind("tsunami", r"tsunami (?:hit|struck|waves?|warning)", single="country", weight=3),
    _kind("landslide", r"(?:land|mud|rock)slides?\b", r"mudflow", r"avalanche", single="place", weight=3),
    _kind("wildfire", r"(?:wild|bush|forest )fires?\b", single="country", weight=3),
    _kind("flood", r"(?:flash )?flood\w*", r"delug\w+", r"inundat\w+", r"wall of water",
          r"torrent of\b", r"swept away", r"washed (?:away|out)", r"submerged", single="country", weight=3),
    _kind("storm", r"storms?\b(?! (?:the|an?|into|out|\w+['’]s|\w+ (?:office|building|compound))\b)",
           r"cyclones?\b", r"hurricanes?\b", r"typhoons?\b", r"tornado\w*",
          r"medicanes?\b", r"made landfall", r"torrential (?:rain|downpour)", r"blizzard", r"gales?\b",
          single="country", weight=3),
    _kind("drought", r"drought", r"famine", single="country"),
    _kind("outbreak", r"outbreaks?\b", r"epidemic", r"cholera\b", r"infected\b", single="country"),
    # Accidents.
    _kind("collapse", rf"{_BUILT}\b[^.;]{{0,30}}\bcollaps\w+", rf"collapse of (?:a |the )?{_BUILT}",
          single="place", weight=3),
    _kind("spill", r"(?:oil|chemical|gas|toxic)[^.;]{0,20}\b(?:spill|leak)\w*", weight=3),
    _kind("ramming", r"(?:dr[io]ves?|drove|plough\w+|plow\w+|ramm\w+)\b[^.;]{0,30}\binto\b[^.;]{0,30}\b"
          r"(?:crowd|people|protest\w*|rally|market|pedestrians|demonstrat\w*)", single="town", weight=3),
    _kind("crash", r"(?:car|bus|plane|train|road|vehicle|air|helicopter|truck|lorry) "
          r"(?:crash|accident)\w*", r"crash(?:ed|es)?\b(?! course)", r"collid\w+", r"collision",
          r"derail\w+", r"road accident", single="town", weight=3),
    _kind("sinking", r"capsiz\w+", r"shipwreck\w*", r"(?:boat|ship|ferry|vessel|dinghy)\b[^.;]{0,24}"
          r"\b(?:sank|sinks|sunk|sinking|overturn\w+)", single="town", weight=3),
    _kind("explosives found", rf"{_EXPLOSIVES}\b[^.;]{{0,40}}\b{_MADE_SAFE}",
          rf"{_MADE_SAFE}\b[^.;]{{0,24}}\b{_EXPLOSIVES}\b", single="town", weight=2),
    _kind("wave of attacks", r"(?:series|waves?|string|spate) of (?:[\w-]+ ){0,3}(?:bomb|blast|explosion|"
          r"attack)\w*", r"(?:co-?ordinated|serial|simultaneous|suicide) (?:bomb )?(?:bombings|blasts|"
          r"explosions|attacks)", r"bomb(?:ings| blasts)\b", r"suicide bombers (?:killed|struck|attacked)",
          single="day", weight=3),
    _kind("explosion", r"explosions?\b", r"explod\w+", r"blasts?\b(?! at\b)",
          r"blasts? at\b[^.;]{0,60}\b(?:kill\w*|dead|deaths?|injur\w*|wound\w*|hurt)", r"detonat\w+",
          single="town", weight=3),
    # Force.
    _kind("execution", r"execut(?:ed|es|ions? of (?:a|the) \w+)\b", r"hanged\b", r"beheaded\b",
          weight=3),
    _kind("abduction", r"abduct\w*", r"kidnap\w*", r"hostages?\b", weight=3),
    _kind("bombardment", r"air ?strikes?\b",
          rf"(?:struck|strikes?|hit|hits|attacked|destroyed|sank)\b[^.;]{{0,24}}\b{_STRUCK}",
          rf"{_STRUCK}\b[^.;]{{0,16}}\b(?:destroyed|sunk|struck)\b",
          r"strikes? (?:that )?(?:on|against|kill\w*|hit)\b", r"missiles?\b", r"shell(?:ed|ing|s)\b",
          r"bomb(?:ed|s|ing|ings|er|ers)?\b", r"drone (?:attack|strike)s?", r"rockets?\b",
          r"artillery", weight=3),
    _kind("fire set", r"set (?:on fire|fire to|ablaze|alight)", r"torch(?:ed|es)", r"burn(?:ed|t) down",
          r"arson", r"burned (?:a|the)\b", r"threw (?:fire|petrol) ?bombs?", weight=2),
    _kind("fire", r"(?:fire|blaze)s? (?:broke out|tore|swept|ripped|engulf\w+|kill\w*)", r"blaze\b",
          weight=3),
    _kind("shooting", r"shootings?\b", r"shot (?:dead|and|by|in|at|during|with|peaceful|from)\b",
          r"(?:been|was|were|got|getting) shot\b", r"open(?:ed|s|ing)? fire", r"gunfire",
          r"gunm[ae]n", r"fir(?:ed|es|ing) (?:at|on|into|directly|live|tear)", r"live (?:fire|ammunition|"
          r"rounds)", r"tear gas", r"sniper\w*", weight=3),
    _kind("stabbing", r"stab(?:bed|bing|s)\b", r"knife attack", weight=3),
    _kind("attack", r"attack(?:ed|s|ing|ers?)?\b(?! on\b[^.;]*\b(?:character|media))", r"ambush\w*",
          r"assault(?:ed|s)?\b", r"raid(?:ed|s)?\b", r"storm(?:ed|s)? (?:the|an?|into|\w+['’]s)\b",
          r"massacre\w*", r"invad\w+", r"invasion", r"struck (?:a|the) (?:boat|ship|vessel|base|camp)",
          weight=3),
    _kind("violence", r"killed in (?:clashes|an attack)", weight=3),
    _kind("clashes", r"clash(?:es|ed)?\b", r"street (?:battles|fighting)", r"fighting (?:broke|erupt)\w*",
          single="day", weight=2),
    _kind("network cut", rf"{_NETWORK}\b[^.;]{{0,40}}\b{_CUT}\b", rf"{_CUT}\b[^.;]{{0,30}}\b{_NETWORK}\b",
          r"blackouts?\b", r"cut off from (?:the )?internet", r"kill switch", single="country", weight=3),
    _kind("hack", r"hack(?:ed|ers?|s)?\b", r"cyber ?attack\w*", weight=3),
    # The public.
    _kind("protest", r"protest(?:ed|ing)\b", r"demonstrat(?:ed|ing)\b", r"rall(?:ied|ying)\b",
          r"march(?:ed|es|ing)\b(?! orders)", r"t(?:ook|aken|ake) to the streets", r"riot(?:ed|ing)\b",
          rf"{_CROWD}\b[^.;]{{0,60}}\b{_RISES}", rf"{_RISES}\b[^.;]{{0,24}}\b{_CROWD}",
          r"(?:rock|shak|shook|sweep|swept|engulf|hit|gripp?)\w*\b[^.;]{0,30}\bprotests", r"sit-in",
          r"gathered (?:outside|in front|at|in)\b", r"chant(?:ed|ing|s)\b", single="day", weight=2),
    _kind("labour strike", r"(?:went|go|gone|going) on strike", r"general strike", r"walk(?:ed)? out",
          r"strikes? by (?:workers|merchants|teachers|drivers|shopkeepers)", weight=2),
    _kind("evacuation", r"evacuat\w+", r"fled (?:their|the) (?:homes?|city|town|area)", weight=2),
    # Law and government.
    _kind("sentence", r"sentenced\b", r"convict(?:ed|ion)\b", r"jailed (?:for|after)", r"death "
          r"sentence", weight=3),
    _kind("charge", r"charged (?:with|over)", r"indict(?:ed|ment)", r"pleaded (?:not )?guilty", weight=2),
    _kind("arrest", r"arrest(?:ed|s)?\b", r"detain(?:ed|s)?\b", r"(?:taken )?in(?:to)? custody",
          r"jailed\b", r"captured?\b(?! (?:on|the (?:moment|scene)))", r"imprison\w+", r"rounded up",
          weight=3),
    _kind("release", r"(?:freed|released)\b[^.;]{0,20}\b(?:from|prison|detain|hostage|captiv)\w*", weight=2),
    _kind("inquiry", r"(?:inquiry|investigation|probe)\b", r"investigat(?:ed|es|ing)\b", weight=1),
    _kind("closure", rf"{_CLOSED}\b[^.;]{{0,60}}\b{_WAYS}\b", rf"{_WAYS}\b[^.;]{{0,60}}\b{_CLOSED}\b",
          r"seal(?:s|ed)? off", r"shutdown\b", r"curfew",
          r"lockdown", r"flights?\b[^.;]{0,30}\b(?:cancel|suspend|divert|rerout)"
          r"\w*", weight=3),
    _kind("emergency", r"state of (?:[\w ]{0,20})emergency", r"martial law", weight=3),
    _kind("mourning", r"days? of (?:national )?mourning", r"funerals?\b", r"mass graves?\b", weight=1),
    _kind("appointment", r"appoint(?:ed|s|ment)\b", r"named (?:as )?(?:the )?new\b", r"sworn in", weight=3),
    _kind("resignation", r"resign(?:ed|s|ation)\b", r"step(?:ped|s) down", r"quit(?:s)?\b", r"sacked\b",
          r"dismissed\b(?! (?:as|claims|reports))", r"oust(?:ed|s)\b", r"dissolv\w+", weight=3),
    _kind("election", r"elections? (?:was|were|is|held)", r"elected\b", r"voted\b", r"referendum", weight=2),
    _kind("coup", r"coup\b", r"seized power", weight=3),
    _kind("ceasefire", r"ceasefires?\b", r"truce\b", r"armistice", weight=3),
    _kind("halt", r"(?:halted|suspended|stopped)\b[^.;]{0,30}\b(?:executions?|flights|exports|attacks)",
          weight=1),
    _kind("agreement", r"sign(?:ed|s)\b[^.;]{0,30}\b(?:deal|agreement|accord|treaty|pact)",
          r"(?:deal|agreement|accord) (?:was )?(?:reached|signed)", r"agreed to\b", weight=2),
    _kind("sanctions", r"impos(?:ed|es)\b[^.;]{0,30}\b(?:sanctions?|tariffs?|fines?|curbs)",
          r"sanctioned\b", r"sanctions? (?:on|against)\b", weight=2),
    _kind("deployment", r"entered\b[^.;]{0,30}\bwaters", r"deploy(?:ed|s|ment|ing)\b", r"warships?\b",
          r"carrier\b[^.;]{0,40}\b(?:enter\w*|arriv\w+|sail\w*|set sail|head\w*)",
          r"troops? (?:arriv|enter|mov)\w+", weight=2),
    _kind("withdrawal", r"withdr(?:ew|aw\w*|awn)\b", r"pull(?:ed|s) (?:out|back)\b", weight=2),
    _kind("emergency meeting", r"emergency (?:meeting|session|summit|talks)", weight=3),
    _kind("cancellation", r"postpon\w+", r"cancel\w+ (?:all |the |its |his |her )?(?:meetings?|talks|visit|"
          r"summit|conference|elections?|trip)", r"called off\b", weight=2),
    _kind("toll announced", r"(?:first|official|new|revised|lower|higher) (?:death )?toll\b[^.;]{0,30}\b"
          r"(?:offer|g[ai]ve|announc|publish|releas|issu)\w*", r"(?:offer|g[ai]ve|announc|publish|releas|"
          r"issu|revis)\w*\b[^.;]{0,30}\b(?:death )?toll", weight=2),
    _kind("admission", r"(?:acknowledg|admit)\w*\b[^.;]{0,60}\b(?:kill|dead|deaths|shot|mistake|respons)"
          r"\w*", weight=3),
    _kind("meeting", r"summit\b", r"conference\b", r"met with\b",
          r"held (?:talks|a meeting|an? \w+ meeting)", r"talks (?:with|between)",
          r"attended a meeting", weight=1),
    _kind("crackdown", r"crackdown", r"crush(?:ed|es) (?:the )?(?:protest|uprising|demonstrat)", weight=1),
    # Help.
    _kind("rescue", r"rescu(?:ed|es)\b", r"pulled (?:alive )?from", r"survivors? (?:was|were) found",
          weight=2),
    _kind("aid", r"(?:aid|relief|rescue teams?|supplies)\b[^.;]{0,30}\b(?:arriv\w+|reach\w+|deliver\w+|"
          r"presented)", r"airlift\w*", r"sent (?:aid|rescue|teams)", weight=2),
    _kind("appeal", r"appeal(?:ed|s)?\b[^.;]{0,24}\b(?:for|million|launched)", r"ask(?:s|ed) for "
          r"international help", weight=1),
    _kind("order", r"order(?:ed|s)\b[^.;]{0,40}\b(?:out|to leave|expel\w*|arrested|closed|evacuat\w+)",
          r"banned\b", r"expelled\b", weight=2),
    _kind("currency fall", r"(?:currency|rial|lira|rouble|peso|pound|stocks?|shares|oil prices?)\b[^.;]{0,50}"
          r"\b(?:record low|plung\w+|collaps\w+|plummet\w+|crash\w*|fall\w*|fell|hit\w*)", weight=2),
)  # fmt: skip

_BY_NAME = {kind.name: kind for kind in KINDS}
#: Kinds that harm people, down to the last of the kinds of force in the table.
_FORCE = KINDS.index(_BY_NAME["attack"]) + 1
HARMING = tuple(kind for kind in KINDS[:_FORCE] if kind.name != "explosives found")
_UNHARMING = KINDS[_FORCE:]
#: PLOVER types of talk.
_TALK = frozenset({"REQUEST", "THREATEN", "REJECT", "SUPPORT", "CONSULT", "AGREE"})

#: What a coded act is, where the words name no kind: PLOVER's types for things done, not said.
_BY_ACT = {
    "ASSAULT": "violence", "MOBILIZE": "deployment", "AID": "aid", "RETREAT": "withdrawal",
}  # fmt: skip
_BY_MODE = {
    ("COERCE", "arrest"): "arrest", ("COERCE", "censor"): "network cut",
    ("COERCE", "curfew"): "emergency", ("COERCE", "cyber"): "hack", ("ASSAULT", "firearms"): "shooting",
    ("ASSAULT", "crowd-control"): "crackdown", ("ASSAULT", "aerial"): "bombardment",
    ("ASSAULT", "abduct"): "abduction", ("RETREAT", "resign"): "resignation",
    ("RETREAT", "ceasefire"): "halt", ("SANCTION", "convict"): "sentence",
}  # fmt: skip


def kind_named(name: str) -> Kind:
    """Return a kind by its name."""
    return _BY_NAME[name]


def kind_of(statement: Statement) -> Kind | None:
    """Return what kind of happening a statement tells of; `None` where neither words nor act say.

    What a happening came with or after is no part of it ("six people held during protests"), nor what a
    thing is called by it ("flood victims"). Of several kinds that are left, the first named would
    mislead ("after the storm, two dams burst"): the earlier in the table is taken. A count of people that
    names nothing else is of what harmed them, wherever that stands ("70 died in the floods"). Who asks for
    an attack or threatens with one has not attacked.
    """
    words = _AFFECTED.sub(" ", _SETTING.sub(" ", statement.content.exact))
    talk = statement.act is not None and statement.act.code in _TALK
    kinds = _UNHARMING if talk else KINDS
    named = next((kind for kind in kinds if kind.words.search(words)), None)
    if named is None and statement.kind == "occ.tally":
        whole = statement.content.exact
        named = next((kind for kind in HARMING if kind.words.search(whole)), None)
    return named or _of_act(statement.act, words)


_HAPPENING = (
    r"(?:storms?|cyclone|hurricane|floods?|flooding|deluge|quake|earthquake|disaster|catastrophe|protests?|"
    r"demonstrations?|unrest|riots?|uprising|crackdown|clashes|attacks?|strikes?|blasts?|explosions?|crash|"
    r"fire|blaze|war|conflict|fighting|blackout|shutdown|outage|arrests?|killings?|executions?|raids?|"
    r"invasion|bombings?|threats?|resignation)"
)
#: What a happening came with: not at the start of the words, where it is the happening itself, nor behind
#: "a series of".
_SETTING = re.compile(
    r"(?<=\w)(?<!series)(?<!waves)(?<!wave)(?<!string)(?<!spate)[,\s]+"
    r"(?:amid|amidst|during|following|in (?:the )?(?:wake|aftermath|course) of|after|over|since|"
    r"despite|before|linked to|tied to|because of|in response to|due to|by|in|from|against|of|about|on)\s+"
    rf"(?:[\w'’-]+\s+){{0,4}}?{_HAPPENING}\b",
    re.IGNORECASE,
)
#: What is named after a happening: people and places it befell, and what deals with it.
_AFFECTED = re.compile(
    rf"\b{_HAPPENING}(?:-(?:hit|stricken|ravaged|devastated|torn|damaged|prone|battered)|"
    r"[- ](?:victims?|survivors?|relief|"
    r"rescue|warnings?|risks?|deaths?|death tolls?|tolls?|zones?|damage|disaster|movement|leaders?|slogans?|"
    r"inquiry|response|defen[cs]es?|season|waters?))\b",
    re.IGNORECASE,
)


#: Words of bodily harm: a coded assault may be one of words or on a price.
_VIOLENT = re.compile(
    r"\b(?:kill|shot|shoot|wound|injur|dead|die[ds]?|death|beat|stab|hurt|slain|murder|gun|tortur)",
    re.IGNORECASE,
)


def happening_of(statement: Statement) -> Kind | None:
    """Return the kind of happening that a statement reports; `None` where it only speaks of one.

    Of a disaster even a comment and a toll tell which one is meant; of anything that there may be many
    of, a comment, a picture or a running count means none of them.
    """
    kind = kind_of(statement)
    if kind is None or kind.single in ("place", "country"):
        return kind
    return None if is_idle(statement, kind) else kind


def _of_act(act: Act | None, words: str) -> Kind | None:
    if act is None or act.scheme != "PLOVER":
        return None
    name = _BY_MODE.get((act.code, act.mode)) or _BY_ACT.get(act.code)
    if name == "violence" and not _VIOLENT.search(words):
        return None
    return _BY_NAME[name] if name else None


#: How words begin that a reader of one line cannot follow: in a quotation, with a pronoun, with a question.
_OPEN = re.compile(
    r"(?:[\"“‘']|(?:since|how|why|what|where|i|we|you|they|it|he|she|his|her)\b|as\b[^,]*\bfear)",
    re.IGNORECASE,
)
#: Words about reports, pictures and feelings, which name happenings without telling of one.
_IDLE = re.compile(
    r"\b(?:footage|videos?|photos?|images?|pictures?|clips?|accounts|remarks|statement|comments|"
    r"announcement|report(?:ing|s)? (?:of|on|from)|threat came|warned of|brink of|death toll|"
    r"weigh(?:s|ed|ing)|consider(?:s|ed|ing)|mull(?:s|ed)?|options? (?:for|on)|looks? (?:likely|set)|"
    r"(?:said|says) to|mourns?|grieves?|reeling|for the (?:last|past))\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us)\b")


#: UCDP place precision of a country.
_COUNTRY = 6
#: Kinds that are about a toll, and would be idle otherwise.
_ABOUT_TOLLS = frozenset({"toll announced", "admission"})
_HARMED = frozenset(
    {
        "people_killed",
        "people_injured",
        "people_missing",
        "people_displaced",
        "people_killed_or_injured",
    }
)
#: So many people with no place are a toll, whatever the tense.
_MANY_PEOPLE = 200
#: A count that runs is said in the perfect ("have been killed"); what happened once in the past tense.
_RUNS = re.compile(
    r"\b(?:ha(?:s|ve|d)|death toll|deaths?|so far|as of|totals?|toll)\b", re.IGNORECASE
)
_AT_LEAST = re.compile(r"\bat least [\d,]+ (?:people|protesters)\b", re.IGNORECASE)


def is_idle(statement: Statement, kind: Kind) -> bool:
    """Say whether a statement tells of no single thing: comment, pictures, a toll."""
    words = statement.content.exact
    if kind.name in _ABOUT_TOLLS:
        return False
    unclear = not _is_dated(statement) and (
        statement.mode == "direct" or bool(_OPEN.match(words)) or bool(_FIRST_PERSON.search(words))
    )
    return unclear or bool(_IDLE.search(words)) or is_toll(statement, kind)


def is_toll(statement: Statement, kind: Kind) -> bool:
    """Say whether a statement gives a running count of people and no place closer than a country."""
    where = statement.where
    if statement.kind != "occ.tally" or kind.single in ("place", "country"):
        return False
    if where is not None and where.precision < _COUNTRY:
        return False
    harmed = any(one.quantity.unit in _HARMED for one in statement.quantities)
    news = _is_news(statement) and kind in HARMING and kind.name != "violence"
    return runs(statement) or (harmed and not news and not _is_dated(statement))


def runs(statement: Statement) -> bool:
    """Say whether a statement gives a count that runs: by its tense, or because it is of so many.

    However many, what harmed them on a day that the words state ("bombings on Sunday killed 321") is
    told in the past tense as what happened.
    """
    if statement.kind not in ("occ.tally", "say.confirm"):
        return False
    words = statement.content.exact
    if _RUNS.search(words):
        return True
    if _is_dated(statement) and _names_harm(words):
        return False
    many = any((one.quantity.value or 0) >= _MANY_PEOPLE for one in statement.quantities)
    return many or bool(_AT_LEAST.search(words))


def _names_harm(words: str) -> bool:
    """Say whether words name something that strikes at once, not what goes on for days ("clashes")."""
    return any(kind.words.search(words) for kind in HARMING)


def _is_news(statement: Statement) -> bool:
    """Say whether a statement is news of its report's day in the present tense ("Bus crash kills four")."""
    return isinstance(statement.when, When) and statement.when.precision == 1


def _is_dated(statement: Statement) -> bool:
    """Say whether the words of a statement state its day."""
    when = statement.when
    return isinstance(when, When) and when.basis != "document" and when.precision == 1
