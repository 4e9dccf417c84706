"""Offices beside names: who is said to hold which office of whom, in which words of a report.

Only a public office makes a person somebody to name. So an office counts where its words cannot mean
a private post: "Foreign Minister Korb" does, "club president Ana Petrel" and "school secretary" do
not. A bare rank of the police or the army ("Officer", "Sergeant") is no office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.domain.span import Extent
from onrecord.reconcile.aliases import folded
from onrecord.reconcile.words import COMMON

#: Whether an office is of a whole state or body of states, or of a town, county or province.
Level = Literal["state", "local"]
#: Whether the office is held on the day of the report, was held before, at some other time told of, or
#: is to be; of two who are given one office none is known to hold it on that day.
Tense = Literal["now", "former", "then", "next", "unsure"]


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a text sets it beside a name.

    Attributes:
        title: The office in lower case without whose it is ("foreign minister").
        holder: The name, as worded.
        owner: Whose office it is, as worded ("Ilvanian", "Port Orlan"); empty when not said there.
        tense: Whether it is held now.
        level: How far it reaches.
        extent: Where the words stand.
        shared: Whether clubs, firms and schools have such an office too.
        claimed: Whether the title is also a name, so that it counts with a state as its owner only.
        of: Words after "of" or "to", where they may run into the name: "… to the Union Ona Petrel".
    """

    title: str
    holder: str
    owner: str
    tense: Tense
    level: Level
    extent: Extent
    shared: bool = False
    claimed: bool = False
    of: str = ""


_FIELDS = (
    r"foreign\s+affairs|external\s+affairs|foreign|defen[cs]e|interior|home|finance|treasury|justice|health|education|energy|oil|petroleum|"
    r"transport|labou?r|agriculture|information|communications?|trade|commerce|economy|culture|"
    r"environment|water|intelligence|security|war|planning|development|industry|housing|police|"
    r"immigration|internal affairs|public security|social affairs|"
    r"homeland security|state security|public health"
)
_STATE_OFFICES = (
    r"(?:deputy\s+|vice[- ])?prime\s+minister|premier|supreme\s+leader|head\s+of\s+state|"
    r"(?:executive\s+|first\s+)?vice[- ]president|president|"
    rf"(?:deputy\s+)?(?:{_FIELDS})\s+minister|"
    rf"minister\s+(?:of|for)\s+(?:the\s+)?(?:{_FIELDS})|"
    r"secretary\s+of\s+(?:state|defen[cs]e|war|the\s+(?:treasury|interior|army|navy|air\s+force)|"
    r"homeland\s+security|health|energy|labor|commerce|education|transportation|agriculture)|"
    r"(?:foreign|defen[cs]e|home|treasury|interior|war|energy|press)\s+secretary|"
    r"secretary[- ]general|national\s+security\s+advis[eo]r|"
    r"(?:(?:assistant|deputy)\s+)?attorney\s+gen(?:eral|\.)|"
    r"(?:deputy\s+)?ambassador|special\s+envoy|(?:army|navy|air\s+force|military|defen[cs]e)\s+chief|"
    r"chief\s+of\s+(?:the\s+)?(?:general\s+)?(?:defen[cs]e\s+)?staff|"
    r"speaker|senator|sen\.|congress(?:man|woman)|rep\.|(?:lt\.?\s+|maj\.?\s+|brig\.?\s+)?gen\.|"
    r"(?:vice\s+|rear\s+)?(?:admiral|adm\.)|(?:lieutenant|major|brigadier)\s+general|"
    rf"(?:(?:{_FIELDS})\s+ministry|government|state\s+department|white\s+house|pentagon|kremlin|army|"
    r"military|navy|presidential)\s+spokes(?:man|woman|person)|"
    r"(?:army|military|naval|air\s+force|rebel|militia)\s+commander|"
    r"crown\s+prince|emir|sultan|king|queen|chancellor"
)
_LOCAL_OFFICES = (
    r"(?:deputy\s+|vice\s+|lieutenant\s+|lt\.\s+)?(?:governor|gov\.)|(?:deputy\s+)?mayor|"
    r"(?:assistant\s+|deputy\s+)?police\s+(?:chief|commissioner|superintendent)|sheriff|"
    r"(?:(?:senior\s+)?(?:assistant|deputy|chief\s+deputy)\s+)?district\s+attorney|chief\s+justice|prosecutor\s+general"
)
#: Short forms, and the office each means.
_WRITTEN_OUT = {
    "sen": "senator", "rep": "representative", "gov": "governor", "lt gov": "lieutenant governor",
    "attorney gen": "attorney general", "gen": "general", "adm": "admiral", "congressman": "representative",
    "congresswoman": "representative", "premier": "prime minister",
    "lt gen": "lieutenant general", "maj gen": "major general", "brig gen": "brigadier general",
}  # fmt: skip
#: Offices that a club, a firm or a school has as well: they count with a state for an owner, or as a
#: title that opens with a capital and follows no other name.
_SHARED = re.compile(
    r"(?:executive |first )?(?:vice )?president|speaker|chancellor|secretary general"
)
#: Titles that are also given and family names; they count with an owner only.
_NAMES_TOO = frozenset({"chancellor", "king", "queen", "sultan", "emir", "crown prince", "premier"})
_SINGLE = frozenset(
    {"president", "prime minister", "supreme leader", "vice president", "chancellor"}
)
#: Offices that many hold, or that are names: alone they stand for nobody.
_NOT_BARE = frozenset("speaker senator king queen sultan emir chancellor congressman".split())
_TENSES: dict[str, Tense] = {
    "former": "former", "ex": "former", "late": "former", "ousted": "former", "onetime": "former",
    "deposed": "former", "outgoing": "now", "acting": "now", "interim": "now", "incumbent": "now",
    "caretaker": "now", "current": "now", "then": "then", "incoming": "next", "designate": "next",
    "elect": "next", "future": "next",
}  # fmt: skip

#: Marks that belong to the office held: who is acting minister is no minister yet.
_PROVISIONAL = frozenset({"acting", "interim", "caretaker"})

_PART = r"(?:[A-Z][\w’'\-]*[a-zà-ÿ][\w’'\-]*|[A-Z]\.(?=\s)|(?:al|el|ul|as|ad|an|ar)-[A-Z][\w’'\-]+)"
_PARTICLE = r"(?:al|el|bin|ben|ibn|abu|de|da|dos|del|la|van|von|der|den|di|du|le)"
_NAME = rf"{_PART}(?:[^\S\n]+(?:{_PARTICLE}[^\S\n]+)*{_PART}){{0,3}}"
_MARK = (
    r"(?:(?:[Ff]ormer|[Tt]hen|[Aa]cting|[Ii]nterim|[Oo]utgoing|[Ii]ncoming|[Oo]usted|[Ll]ate|[Dd]eposed|"
    r"[Cc]aretaker|[Ee]x)[-\s]+)"
)
#: Words that open a title and no name of an owner.
_NO_OWNER = (
    r"(?!(?:Vice|Attorneys?|Deputy|Assistant|Lieutenant|Lt|Major|Maj|Brigadier|Brig|Rear|Police|Prime|"
    r"Foreign|Crown|Chief|Supreme|Senior|Executive|First|Former|Then|Acting|Interim)\b)"
)
_OWNER_WORD = rf"{_NO_OWNER}[A-Z][\w.]*"
_OWNER = rf"(?:{_OWNER_WORD}(?:[-\s]{_OWNER_WORD}){{0,2}}(?:['’]s?)?\s+)"
_OFFICE = rf"(?:{_STATE_OFFICES}|{_LOCAL_OFFICES})"
_CLERGY = r"(?:(?:Grand\s+)?Ayatollah\s+|Sheikh\s+|Mr\.?\s+|Ms\.?\s+|Mrs\.?\s+|Dr\.?\s+|Gen\.\s+)?"
_HONORIFIC = rf"(?P<comma>,\s+)?{_CLERGY}"
_OF = r"(?:\s+(?:of|to|for)\s+(?:the\s+)?(?P<of>[A-Z][\w.]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w.]*){0,3}))?"
#: "former Ilvanian Foreign Minister Ona Petrel", "Ilvane's foreign minister, Ona Petrel,"
_BEFORE = re.compile(
    rf"(?P<mark>{_MARK})?(?P<owner>{_OWNER})?(?P<mark2>{_MARK})?"
    rf"(?<!\w)(?P<office>(?i:{_OFFICE}))(?P<elect>[- ]elect|[- ]designate)?{_OF}\s*{_HONORIFIC}"
    rf"(?<=[\s])(?P<name>{_NAME})"
)
#: "Ona Petrel, the former foreign minister of Ilvane," and "Ona Petrel, Ilvane's foreign minister,"
_AFTER = re.compile(
    rf"(?P<name>{_PART}[^\S\n]+(?:{_PARTICLE}[^\S\n]+)*{_NAME}),\s+(?:who\s+(?:is|was|serves\s+as)\s+)?"
    rf"(?:the\s+|a\s+|an\s+)?(?P<mark>{_MARK})?(?P<owner>{_OWNER})?(?P<mark2>{_MARK})?"
    rf"(?P<office>(?i:{_OFFICE}))(?P<elect>[- ]elect|[- ]designate)?{_OF}"
    rf"(?=\s*[,.;:)]|\s+(?:and|who|said|has|told)\b|$)"
)
#: A word that any office holds, and how far from it a name may stand.
_ANY_OFFICE = re.compile(
    r"\b(?:president|minister|premier|leader|secretary|gen(?:eral|\.)|advis[eo]r|ambassador|envoy|chief|"
    r"staff|speaker|sen(?:ator|\.)|congress(?:man|woman)|rep\.|adm(?:iral|\.)|prince|emir|sultan|king|"
    r"queen|chancellor|gov(?:ernor|\.)|mayor|commissioner|superintendent|sheriff|attorney|justice|head|"
    r"heads|leads|commands|spokes(?:man|woman|person)|commander)",
    re.IGNORECASE,
)
_REACH = 110
_BODY = (
    rf"(?:(?:{_FIELDS})\s+ministry|ministry\s+of\s+(?:{_FIELDS})|army|navy|air\s+force|military|"
    r"armed\s+forces|police|coast\s+guard|security\s+forces|intelligence\s+(?:service|agency)|"
    r"central\s+bank|government)"
)
#: "Ona Petrel, who heads the Ilvanian navy," and "Ona Petrel, head of Ilvane's navy,"
_HEADS = re.compile(
    rf"(?P<name>{_PART}[^\S\n]+(?:{_PARTICLE}[^\S\n]+)*{_NAME}),\s+(?P<office>(?:who\s+"
    rf"(?:heads|leads|commands)|(?:the\s+)?(?:head|commander)\s+of))\s+(?:the\s+)?(?P<owner>{_OWNER})?"
    rf"(?P<body>(?i:{_BODY}))(?:\s+of\s+(?:the\s+)?(?P<of>[A-Z]\w+))?\b"
)
#: What stands before the title of a head of state, and not of one of a club: "hospital President …".
_BEFORE_TITLE = re.compile(
    rf"(?:^|[\n.,;:!?\"“”‘’()—–-]|\b(?:{'|'.join(sorted(COMMON))}|then|former|\w+ed|\w+ing))$"
)
_TRAILING = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december""".split()
)
_OPENERS = frozenset(
    "the a an in on at by for but and as when while after before said mr mrs ms".split()
)


def offices_in(text: str) -> tuple[Office, ...]:
    """Return the public offices that a text sets beside names, in order of the text.

    Example:
        >>> found = offices_in("Ilvane's Foreign Minister Ona Petrel left.")[0]
        >>> found.title, found.holder, found.owner
        ('foreign minister', 'Ona Petrel', 'Ilvane')
    """
    found = [
        office
        for window in _windows(text)
        for pattern in (_BEFORE, _AFTER)
        for match in pattern.finditer(text, window.start, window.end)
        if (office := _office(match, text)) is not None
    ]
    found += [
        _head(match)
        for window in _windows(text)
        for match in _HEADS.finditer(text, window.start, window.end)
    ]
    return tuple(sorted(found, key=lambda one: (one.extent.start, one.extent.end)))


def _head(match: re.Match[str]) -> Office:
    """Return the office of who heads a body of a state; it counts with a state as its owner only."""
    return Office(
        title=f"head of the {folded(match.group('body'))}",
        holder=_holder(match.group("name")),
        owner=_owner(match),
        tense="now",
        level="state",
        extent=Extent(match.start("name"), match.end()),
        shared=True,
        claimed=True,
    )


def state_office(words: str) -> str:
    """Return the title when words are for an office of a state and nothing else; empty otherwise.

    Example:
        >>> state_office("minister of foreign affairs"), state_office("club treasurer")
        ('foreign minister', '')
    """
    plain = folded(words)
    if not re.fullmatch(_STATE_OFFICES, plain) or plain in _NOT_BARE:
        return ""
    return title_of(plain)


def is_shared(title: str) -> bool:
    """Say whether clubs, firms and schools have an office of that title as well."""
    bare = re.sub(r"^(?:former|acting|interim|caretaker) | designate$", "", title)
    return bare in _NAMES_TOO or _SHARED.fullmatch(bare) is not None


def is_single(title: str) -> bool:
    """Say whether a state has one holder of an office at a time: a president, not a senator."""
    return title in _SINGLE or title.endswith(" minister") or title.startswith("secretary of ")


def title_of(words: str) -> str:
    """Return the title of an office in one spelling: "minister of defense" is "defence minister"."""
    plain = " ".join(folded(words.replace("-", " ")).replace("defense", "defence").split())
    field = re.fullmatch(r"minister (?:of|for) (?:the )?(.+)", plain)
    plain = f"{field.group(1)} minister" if field else plain
    plain = re.sub(r"^(?:foreign|external) affairs minister", "foreign minister", plain)
    return _WRITTEN_OUT.get(plain, plain)


def _windows(text: str) -> Iterator[Extent]:
    """Yield the stretches around words for an office: looking at all of a text would be slow."""
    start = end = 0
    for match in _ANY_OFFICE.finditer(text):
        if match.start() - _REACH > end:
            if end:
                yield Extent(start, end)
            start = max(0, match.start() - _REACH)
        end = min(len(text), match.end() + _REACH)
    if end:
        yield Extent(start, end)


def _office(match: re.Match[str], text: str) -> Office | None:
    words = match.group("office")
    title = title_of(words)
    owner = _owner(match)
    holder = _holder(match.group("name"))
    if not holder or not _is_public(title, words, owner, text[: match.start("office")]):
        return None
    hyphen = text[match.start("office") - 1 : match.start("office")] == "-"
    if hyphen and not (match.group("mark") or match.group("mark2")):
        return None  # "co-president"
    if match.groupdict().get("comma") and not owner:
        return None  # "told the president, Congress and the courts"
    local = re.fullmatch(_LOCAL_OFFICES, words, re.IGNORECASE) is not None
    start = min(match.start("office"), match.start("name"))
    end = max(match.end("name"), match.end("office"))
    tense = _tense(match)
    shared = is_shared(title)
    marks = {folded(match.group(mark) or "") for mark in ("mark", "mark2")}
    title = " ".join([*(marks & _PROVISIONAL), title])
    shown = {"former": f"former {title}", "next": f"{title} designate"}.get(tense, title)
    return Office(shown, holder, owner, tense, "local" if local else "state", Extent(start, end), shared,
        title in _NAMES_TOO, match.group("of") or "")  # fmt: skip


def _owner(match: re.Match[str]) -> str:
    sent = "ambassador" in match.group("office").lower() or "envoy" in match.group("office").lower()
    named = ("" if sent else match.group("of")) or match.group("owner") or ""
    bare = re.sub(r"['’]s?$", "", named.strip())
    words = [word for word in bare.split() if word.lower() not in _OPENERS]
    return " ".join(words)


def _holder(name: str) -> str:
    words = name.split()
    while words and folded(words[-1]) in _TRAILING:
        words.pop()
    return re.sub(r"['’]s?$", "", " ".join(words))


def _is_public(title: str, words: str, owner: str, before: str) -> bool:
    if title in _NAMES_TOO or words[:1].islower():
        return bool(owner) or (title not in _NAMES_TOO and not _SHARED.fullmatch(title))
    if _SHARED.fullmatch(title) and not owner:
        return _BEFORE_TITLE.search(before.rstrip(" ")[-_REACH:]) is not None
    return True


def _tense(match: re.Match[str]) -> Tense:
    if match.group("elect"):
        return "next"
    marks = [match.group("mark"), match.group("mark2")]
    words = [folded(mark) for mark in marks if mark]
    return _TENSES.get(words[0], "now") if words else "now"
