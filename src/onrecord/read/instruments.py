"""Legal instruments that a text names: statutes, resolutions, opinions, orders, listings, findings.

Codes are those of the legal-authority ledger in the domain model. What a country calls an instrument is
matched by the kind of instrument, not by the country: a decree, an order in council and an executive
order are one code. Words that only look like one ("in order to", "public opinion", "an act of war") are
left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.domain.authority import AuthorityCode
from onrecord.domain.span import Extent

_LEGISLATURE = (
    r"(?:congress|senate|house|parliament|parliamentary|bundestag|knesset|duma|diet|majlis|verkhovna rada|"
    r"rada|lok sabha|national assembly|general assembly of the state|legislature|legislative|lawmakers|sejm|"
    r"riksdag|storting|folketing|cortes|council of ministers)"
)
_EXECUTIVE = (
    r"(?:president(?:ial|'s|’s)?|executive|royal|cabinet|ministerial|government|emergency|"
    r"supreme leader's)"
)
_COURT = r"(?:court|judge(?:'s|’s)?|tribunal|judicial|restraining|gag|icj|icc)"
_NUMBERED = r"(?:no\.?\s*)?\d{1,4}(?:\s*\(\d{4}\))?"

#: Code and the words that name such an instrument, most telling first. Matching takes the first code
#: whose words stand at a place, so that a court order is not an executive one.
_PATTERNS: tuple[tuple[AuthorityCode, str], ...] = (
    (
        "UNSC_RES",
        r"(?:(?:u\.?n\.?|united nations)\s+)?(?:security council|"
        r"general assembly)(?:['’]s)?\s+(?:resolutions?|mandate)"
        rf"(?:\s+{_NUMBERED})?"
        r"|(?:u\.?n\.?|united nations)\s+(?:resolutions?|mandate|arms embargo)"
        rf"(?:\s+{_NUMBERED})?"
        r"|resolution\s+(?:no\.?\s*)?\d{3,4}(?:\s*\(\d{4}\))?"
        r"|resolutions?(?=\s+(?:that\s+)?authori[sz]\w+\s[^.;]{0,60}(?:all\s+necessary\s+(?:measures|means)|"
        r"member\s+states))",
    ),
    (
        "ALLIANCE_DECISION",
        r"article\s+(?:5|five|v)(?!\w|\.\d|\s+of\s+(?!the\s+(?:nato|north\s+atlantic|washington)))"
        r"|(?:collective[- ]defen[cs]e|mutual[- ]defen[cs]e)\s+clauses?"
        r"|(?:nato|north\s+atlantic\s+council|african\s+union|ecowas|arab\s+league|csto)(?:['’]s)?\s+"
        r"(?:decisions?|mandates?|resolutions?|authori[sz]ations?)",
    ),
    (
        "ART51_NOTICE",
        r"article\s+51(?:\s+of\s+the\s+(?:u\.?n\.?|united nations)\s+charter|\s+letter)?"
        r"|letters?\s+to\s+the\s+(?:(?:u\.?n\.?|united nations)\s+)?security council",
    ),
    (
        "WPR_REPORT",
        r"war powers\s+(?:report|notification|letter|notice)s?|48-hour\s+(?:report|notification)"
        r"|notifications?\s+(?:to|of)\s+(?:congress|parliament)",
    ),
    (
        "LEG_LIMIT",
        r"war powers\s+(?:resolutions?|measures?|votes?|act)"
        r"|(?:joint|concurrent|bipartisan|privileged|non-?binding)\s+resolutions?"
        rf"|{_LEGISLATURE}(?:['’]s)?\s+(?:resolutions?|motions?)"
        r"|(?:motions?|resolutions?)\s+(?:to\s+(?:limit|block|halt|stop|end|bar|restrict|curb|"
        r"rein)|of\s+no\s+confidence)",
    ),
    (
        "STATUTE_AUMF",
        r"authori[sz]ations?\s+(?:for|of)\s+(?:the\s+)?(?:use\s+of\s+)?(?:military\s+)?force|aumfs?"
        r"|declarations?\s+of\s+war",
    ),
    (
        "STATUTE_FUNDS",
        r"(?:appropriations?|spending|funding|defen[cs]e authori[sz]ation|budget)\s+(?:acts?|"
        r"bills?|laws?|riders?)",
    ),
    (
        "LISTING_SDGT",
        r"specially designated (?:global )?(?:terrorists?|nationals?)(?: list)?|sdgt"
        r"|(?:treasury|sanctions|sdn)\s+(?:designations?|list(?:ing)?s?|blacklists?)",
    ),
    (
        "LISTING_FTO",
        r"(?:foreign\s+)?terror(?:ist)?\s+(?:organi[sz]ations?\s+)?(?:designations?|list(?:ing)?s?"
        r"|blacklists?)"
        r"|foreign terrorist organi[sz]ations?|(?:list|register)s?\s+of\s+(?:(?:foreign|banned|"
        r"proscribed|designated)\s+)?terror(?:ist)?\s+(?:organi[sz]ation|group|entit)(?:ie)?s?"
        r"|designations?|proscriptions?|terror listings?|listings?(?=\s+(?:of|as|does|did|by))",
    ),
    (
        "COURT_ORDER",
        rf"{_COURT}\s+(?:orders?|rulings?|decisions?|injunctions?|judgments?)|(?:preliminary\s+)?injunctions?"
        r"|(?:provisional|interim)\s+measures|advisory\s+opinions?"
        r"|(?:the|a|this|that|its|their)\s+rulings?(?=\s+(?:by|that|on|was|is|has|came|said|of|in|"
        r"does|did)\b)",
    ),
    (
        "JUDICIAL",
        r"(?:arrest\s+)?warrants?(?:\s+of\s+arrest)?|indictments?|extradition\s+(?:requests?|"
        r"orders?|treat(?:y|ies))",
    ),
    (
        "EXEC_OPINION",
        r"(?:justice department|office of legal counsel|olc|attorney[- ]general(?:['’]s)?|legal|"
        r"government(?:['’]s)?|jag)\s+"
        r"(?:legal\s+)?(?:opinions?|memos?|memorand(?:um|a)|advice|justification)"
        r"|opinions?(?=\s+(?:does|do|did|covers?|"
        r"(?:(?:was|were)\s+(?:not\s+)?)?(?:drafted|written|issued|prepared)|from\s+the\s+(?:justice|attorney|office)|"
        r"by\s+the\s+(?:justice|attorney|office)))"
        r"|(?:classified|secret|internal)\s+(?:legal\s+)?(?:opinions?|memos?)",
    ),
    ("COVERT_FINDING", r"(?:presidential|covert(?:[- ]action)?|secret|classified)\s+findings?"),
    (
        "COVERT_AUTH",
        r"covert[- ]action\s+(?:authorit(?:y|ies)|programmes?|programs?|authori[sz]ations?)"
        r"|authori[sz](?:e|es|ed|ing|"
        r"ation)\s+(?:for\s+)?(?:the\s+)?(?:\S+\s+){0,5}?covert\s+(?:action|operation)s?",
    ),
    (
        "EMERGENCY",
        r"states?\s+of\s+(?:emergency|siege|exception|war|calamity|catastrophe|alert|insurrection|"
        r"national\s+emergency)|martial\s+law|internal\s+(?:armed\s+conflict|commotion)"
        r"|(?:partial|general|full|nationwide|national|wartime)\s+(?:military\s+)?mobili[sz]ation"
        r"|emergencies\s+acts?|(?:emergency|mobili[sz]ation)\s+(?:decrees?|orders?|laws?|powers|regulations?|rule)",
    ),
    (
        "EXEC_ORDER",
        rf"{_EXECUTIVE}\s+(?:orders?|decrees?|directives?|proclamations?|memorand(?:um|a)|ukase?s?)"
        r"|orders?(?=\s+(?:written|drafted|signed|issued|meant)\s+to\s)"
        r"|orders?\s+in\s+council|decrees?|national security (?:directives?|memorand(?:um|a))|"
        r"edicts?|fatwas?",
    ),
    (
        "LEG_MANDATE",
        rf"{_LEGISLATURE}(?:ary|['’]s)?\s+(?:mandates?|authori[sz]ations?|approval|consent|"
        rf"vote(?=\s+(?:to\s+)?(?:authori[sz]|approv)))"
        r"|(?:deployment|mission)\s+mandates?",
    ),
    (
        "EXEC_INHERENT",
        r"article\s+(?:ii|2)(?:\s+(?:powers?|authorit(?:y|ies)))?(?=\W)|"
        r"commander[- ]in[- ]chief\s+(?:powers?|authorit(?:y|ies))"
        r"|(?:royal|executive)\s+prerogative|inherent\s+(?:constitutional\s+)?(?:powers?|authorit(?:y|ies))"
        r"|constitutional\s+(?:powers?|authorit(?:y|ies))",
    ),
    (
        "BILATERAL",
        r"(?:boarding|shiprider|status[- ]of[- ]forces|bilateral|basing|overflight|"
        r"extradition)\s+(?:agreements?|treat(?:y|ies)|accords?|pacts?)",
    ),
    (
        "CONSENT",
        r"(?:with(?:out)?|at)\s+the\s+[“\"‘]?(?:(?:express|formal|official|explicit)\s+)?(?:consent|"
        r"permission|invitation|request)[”\"’]?\s+of\s+(?:the\s+)?(?:\S+(?:\s+\S+)?\s+)?(?:government|"
        r"authorities|host\s+(?:country|nation|state))"
        r"|(?:government|host[- ]nation|baghdad|kyiv|damascus|tripoli)(?:['’]s)?\s+consent",
    ),
    (
        "LE_MARITIME",
        r"(?:maritime\s+)?law[- ]enforcement\s+(?:authorit(?:y|ies)|powers|jurisdiction)|"
        r"coast\s+guard\s+(?:authorit(?:y|ies)|powers)"
        r"|law\s+of\s+the\s+sea(?:\s+convention)?",
    ),
    (
        "BILATERAL",
        r"treat(?:y|ies)\s+(?:of|on)\s+(?:friendship|mutual|cooperation|security|alliance|defen[cs]e)"
        r"|(?:friendship|mutual[- ]assistance|mutual[- ]defen[cs]e|defen[cs]e|military|security)\s+"
        r"(?:cooperation\s+)?(?:treat(?:y|ies)|pacts?|agreements?|accords?)",
    ),
    (
        "STATUTE_AUMF",
        r"(?:federal|domestic|national|new|existing|draft|sedition|security|conscription|"
        r"mobili[sz]ation|anti-?terror(?:ism)?|martial)\s+"
        r"(?:laws?|statutes?|legislation)"
        r"|(?:\w+\s+)?(?:powers|export control|terrorism|security|sanctions|defen[cs]e|insurrection)\s+acts?"
        r"|(?:the\s+(?:\d{4}\s+)?|no\s+)(?:law|statute|legislation|bill|act|"
        r"authori[sz]ation)(?=\s+(?:does|do|did|allows?|permits?|authori[sz]es?|bars?|forbids?|"
        r"prohibits?|requires?|covers?|limits?|empowers?|gives?|lets?|was|will|would|mandates?|restricts?))"
        r"|(?:laws?|statutes?|bills?)(?=\s+(?:allowing|permitting|authori[sz]ing|barring|banning|"
        r"requiring|allows?|permits?|authori[sz]es?|bars?|forbids?|prohibits?|empowers?|lets?|"
        r"that\s+(?:allows?|bars?|bans?|requires?|authori[sz]es?|permits?)))",
    ),
)
#: Law that acts are held against without any instrument being made or used: a charter, a constitution, the
#: right of self-defence. `None` where the words name no one instrument.
_GROUNDS: tuple[tuple[AuthorityCode | None, str], ...] = (
    (
        "ART51_NOTICE",
        r"(?:u\.?n\.?|united nations)(?:['’]s?)?\s+charter|charter\s+of\s+the\s+united\s+nations"
        r"|article\s+\d+(?:\(\d+\))?\s+of\s+the\s+(?:u\.?n\.?|united nations)\s+charter"
        r"|(?:collective\s+)?self[- ]?defen[cs]e",
    ),
    (
        "STATUTE_AUMF",
        r"(?:(?:articles?|sections?)\s+(?:\d+|[ivx]+)(?:\s*\(\w+\))*\s+of\s+)?(?:the\s+)?(?:\d{4}\s+|"
        r"(?-i:[A-Z])\w+['’]s\s+|(?-i:[A-Z])\w+\s+)?constitution",
    ),
    ("BILATERAL", r"treat(?:y|ies)"),
    (
        None,
        r"(?:general\s+)?international\s+(?:humanitarian\s+)?law|laws?\s+of\s+(?:war|nations|armed\s+conflict)"
        r"|territorial\s+integrity(?:\s+and\s+sovereignty)?|sovereignty(?:\s+and\s+territorial\s+integrity)?"
        r"|geneva\s+conventions?",
    ),
)
_CODES: tuple[AuthorityCode | None, ...] = tuple(code for code, _ in (*_PATTERNS, *_GROUNDS))
_ANY = re.compile(
    "|".join(
        rf"(?P<g{at}>\b(?:{words})\b)" for at, (_, words) in enumerate((*_PATTERNS, *_GROUNDS))
    ),
    re.IGNORECASE,
)
#: One of these stands in every instrument: most sentences are done after this.
_HINT = re.compile(
    r"resolution|mandate|embargo|article|letter|notif|report|motion|authori[sz]|aumf|declaration|"
    r"\bacts?\b|bill|law|rider|terror|designat|sdgt|list|proscri|order|ruling|decision|injunction|judg|"
    r"measures|opinion|warrant|indictment|extradition|memo|advice|justification|finding|covert|emergency|"
    r"siege|martial|exception|decree|directive|proclam|ukase|edict|fatwa|approval|consent|prerogative|"
    r"inherent|constitutional|commander|agreement|treat|accord|pact|permission|invitation|request|"
    r"statute|legislation|war\b|charter|constitution|defen[cs]e|integrity|sovereignty|convention",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Instrument:
    """Words that name a legal instrument, and which kind it is.

    Attributes:
        code: Which kind; `None` for law at large ("international law").
        extent: The words.
        ground: Whether it is law that acts are held against, rather than an instrument somebody makes.
    """

    code: AuthorityCode | None
    extent: Extent
    ground: bool = False


def instruments_in(text: str, extent: Extent) -> tuple[Instrument, ...]:
    """Return the instruments that the words of `extent` name, in order; never overlapping."""
    if _HINT.search(text, extent.start, extent.end) is None:
        return ()
    return tuple(_instrument(match) for match in _ANY.finditer(text, extent.start, extent.end))


def _instrument(match: re.Match[str]) -> Instrument:
    at = int(str(match.lastgroup)[1:])
    return Instrument(_CODES[at], Extent(match.start(), match.end()), at >= len(_PATTERNS))
