"""Which passages are not part of the report: `is_boilerplate`.

Rules about form, not about outlets: an appeal to subscribe, a teaser for another page, a caption or
credit, a cookie or rights notice, a byline. A passage that reports about such things (it is long,
quotes, or says who said it) is never one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

#: Longer passages are never boilerplate by their words alone, except legal notices.
_MAX_CHARS = 320
#: Fewer words in capitals may be a name or a subheading of the story itself.
_MIN_SHOUTED = 4
#: A passage longer than this in ordinary letters is prose.
_PROSE = 80
_MARKUP = re.compile(r"^[\s>#*_•·\-–—|\[]+|[\s*_|\]]+$")
_REPORTED = re.compile(
    r"\b(said|says|told|according to|announced|reported|confirmed|denied|accused|wrote)\b",
    re.IGNORECASE,
)


def _rule(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)


_NEWS_LETTER = (
    r"(newsletters?|e-?mails?|inbox|alerts|updates|briefings?|bulletin|account|free|"
    r"here|now|today|daily|weekly|trial)"
)

#: An appeal or offer at the start of the passage.
_APPEAL = _rule(
    r"(please |click (here )?to )?subscribe( now| today| here)?[\s!.:]*$",
    r"(please )?subscribe (to|for|now|today|here|and|via|on|with|or)\b",
    rf"sign up\b.*\b{_NEWS_LETTER}\b",
    r"sign up( now| today| here| free)?[\s!.:]*$",
    r"(sign|log) ?in( or | to (read|continue|comment|your)|[\s!.:]*$)",
    r"register( now| here| for free| to (read|continue|comment))",
    r"become an? ((paid|paying|founding|free|digital) )?(subscriber|member|supporter|patron)\b",
    r"join (the|this) (discussion|conversation|debate)\b.{0,60}$",
    r"join (us|our|like[- ]minded|thousands|\d[\d,]* (other )?(readers|subscribers))\b",
    r"(to )?unlock\b.*\b(article|access|links?|sources?|story|stories|content|feature|benefits?)\b",
    r"follow (us|@\w+|our (channel|page|coverage))\b",
    r"follow .{2,40} on (twitter|x|facebook|instagram|telegram|whatsapp|bluesky|threads|"
    r"google news)\b",
    r"download (our|the) .{0,30}\bapp\b",
    r"get (our|the|more|all) .{0,60}\b(newsletter|app|inbox|alerts|e-?mail)\b",
    r"(support|help fund|help us) (our|independent|quality|this) .{0,20}(journalism|work|"
    r"reporting)",
    r"(donate|contribute)( now| today| here)?[\s!.:]*$",
    r"(click|tap) here\b",
    r"share (this (article|story|post|page)|on (facebook|twitter|x|linkedin|whatsapp)|via "
    r"e-?mail)\b",
    r"share[\s!.:]*$",
    r"(enter|submit|provide) your e-?mail\b",
    r"(we |this (web)?site )?(and our partners )?uses? cookies\b",
    r"(accept|manage|reject) (all )?(cookies|preferences)\b",
    r"by (signing up|subscribing|registering|continuing|clicking|submitting|"
    r"entering)\b.*\b(you|our|terms|privacy)\b",
    r"(skip|scroll) (to|past) |story continues below|continue reading\b|keep reading\b|"
    r"advertisement[\s.:]*$",
    r"already (a|an|have an?|registered)\b.{0,24}(subscriber|member|account|sign|log)\b",
    r"you('ve| have) (reached|read|used) .{0,40}\b(free|articles?|limit)\b",
    r"(this|the full|the rest of this) (article|story|content|post|page|report) is (only |"
    r"exclusively )?(available|reserved|for|exclusive)\b.*\b(subscribers?|members?|supporters?)\b",
    r"(subscribers?|members?)[- ]only\b.{0,60}$|exclusive (to|for) (subscribers|members)\b.{0,40}$",
    r"(our )?(members|subscribers) (are|were) (also )?reading\b|(most|also) read\b[:\s]*$",
    r"thank(s| you) for (reading|subscribing|signing up|your support)\b",
)

#: A pointer to another page.
_TEASER = _rule(
    r"(read|see|learn|find out|discover|watch|listen)( more| also| next| now)?\s*[:»›>|]",
    r"(read|see|view|show|load|learn|find out) (more|all|full (story|article))\b.{0,24}$",
    r"(read|see) (more|also)\b.{0,90}(?<![.!?\"”'])$",
    r"(don['’]t miss|must[- ]read|related( (stories|articles|coverage|content|news))?|recommended( "
    r"(reading|for you))?|trending( now)?|further reading|you may (also )?like)\s*[:»]",
    r"(related|recommended|trending|latest|popular) (stories|articles|coverage|content|"
    r"topics|news|posts|reading)[\s:]*$",
    r"more (from|on|about|stories|news|like this)\b.{0,60}(?<![.!?\"”'])$",
    r"(members|subscribers) are reading\s*:",
    r"(here['’]?s )?what (we|you need to) know( so far)?\b.{0,40}(?<![.!?\"”'])$",
)

#: Captions, credits, rights.
_CREDIT = _rule(
    r"(photos?|images?|pictures?|photographs?|illustration|graphic|video|caption|credits?|"
    r"file photo|cover (photo|image))( credits?| by| courtesy( of)?)?\s*[:/©]",
    r"(photo|image|picture|photograph|illustration|graphic|video) (by|credit|courtesy)\b.{0,80}$",
    r".{0,160}\b(via getty images|getty images|via reuters|via ap|ap photo|afp via|epa-efe|"
    r"handout photo)\b[^.]{0,40}[)\].]?$",
    r"(©|\(c\)\s+\d{4}|copyright\b\s*(©|\(c\)|\d{4})).{0,250}$",
    r".{0,200}\ball rights reserved\b.{0,120}$",
    r".{0,200}\bcontributed to this (report|story|article)\b.{0,20}$",
    r"(this is a )?(breaking|developing)( news)? story\b.{0,120}$|(please )?check back\b.{0,80}$|"
    r"(more|updates?) to follow[\s.]*$",
    r"(terms (of (use|service)|and conditions)|privacy (policy|notice)|cookie (policy|"
    r"settings|notice))\b.{0,30}$",
)

_BYLINE_START = re.compile(
    r"\(?(?:(?:Words|Text|Story|Written|Reporting|Additional reporting|Edited|Editing|"
    r"Compiled|Analysis|"
    r"Report) )?(?:[Bb]y|BY)\s+(?=\S)"
)
_BYLINE_WORD = re.compile(r"[^\W_][\w.'’-]*")
#: Small words that stand in bylines between names and places.
_BYLINE_SMALL = frozenset(
    [
        "the",
        "our",
        "a",
        "and",
        "of",
        "in",
        "for",
        "at",
        "with",
        "from",
        "to",
        "de",
        "la",
        "le",
        "del",
        "di",
        "da",
        "dos",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
        "y",
        "e",
        "correspondent",
        "correspondents",
        "editor",
        "editors",
        "reporter",
        "reporters",
        "staff",
        "writer",
        "writers",
        "columnist",
        "agencies",
        "agency",
        "desk",
        "by",
        "editing",
        "reporting",
        "additional",
    ]
)
_MAX_BYLINE_WORDS = 24
_CALENDAR = re.compile(
    r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|"
    r"june|july|august|september|october|november|december|night|evening|morning|then|now)\b|\d",
    re.IGNORECASE,
)
_MONTHS = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_STAMP_VERB = r"(?:first |last )?(?:published|updated|posted|modified|created)\b(?: on| at)?[\s:]*"
_STAMP_DATE = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS},?\s+\d{{4}}|{_MONTHS}\s+\d{{1,2}},?\s+\d{{4}}|"
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
    r"(?:[\s,|•·@T-]*(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*\(?[A-Za-z]{0,4}"
    r"(?:[+-]\d+)?\)?)?\s*"
)
_STAMP = re.compile(_STAMP_VERB + _STAMP_DATE, re.IGNORECASE)
_BARE_STAMP = re.compile(rf"(?:{_STAMP_VERB})?{_STAMP_DATE}", re.IGNORECASE)
#: A call to pay anywhere in a passage that speaks to the reader.
_PITCH = _rule(
    r"\bbecom(e|ing) an? (paid|paying) (subscriber|member)\b",
    r"\b(support|supports|supporting) our (journalism|reporting|work)\b",
    r"\bsubscriber[- ]only (benefits|content|access)\b",
    r"\bsubscribe to (our|the|this) .{0,30}newsletter\b",
    r"\bto (continue|keep) reading\b.*\b(subscribe|sign|log|register|member)",
)


def is_boilerplate(passage: str) -> bool:
    """Say whether `passage` is furniture of its page and no part of the report.

    Example:
        >>> is_boilerplate("Subscribe to our newsletter to read the rest.")
        True
        >>> is_boilerplate("A subscriber to the newspaper was killed, police said.")
        False
    """
    words = _MARKUP.sub("", " ".join(passage.split()))
    if not words or len(words) > _MAX_CHARS:
        return False
    if _TEASER.match(words) or is_byline(words) or _STAMP.fullmatch(words):
        return True
    if _CREDIT.match(words):
        return not _is_quotation(words)
    appeals = _APPEAL.match(words) or _PITCH.search(words)
    return bool(appeals) and not _REPORTED.search(words) and not _is_quotation(words)


def are_links(passages: Sequence[str]) -> tuple[bool, ...]:
    """Say which passages are headlines of other stories, set in capitals between paragraphs of prose.

    Only a short one without a stop counts, between two paragraphs in ordinary letters, in a text most
    of which is in ordinary letters. A report that is in capitals throughout has none.

    Args:
        passages: The words of all passages of a text, in order.
    """
    shouted = [_is_shouted(one) for one in passages]
    prose = [not loud and len(one) > _PROSE for loud, one in zip(shouted, passages, strict=True)]
    if sum(shouted) * 2 > sum(prose):
        return (False,) * len(passages)
    first = next((at for at, is_prose in enumerate(prose) if is_prose), len(passages))
    last = max((at for at, is_prose in enumerate(prose) if is_prose), default=-1)
    return tuple(loud and first < at < last for at, loud in enumerate(shouted))


def _is_shouted(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    return (
        len(words) <= _MAX_CHARS
        and len(words.split()) >= _MIN_SHOUTED
        and not any(letter.islower() for letter in letters)
        and words.rstrip()[-1] not in '.!”"'
    )


def is_stamp(words: str) -> bool:
    """Say whether the words are nothing but the time of publication."""
    return bool(_BARE_STAMP.fullmatch(" ".join(words.split())))


def is_byline(words: str) -> bool:
    """Say whether the words are a line naming who wrote the text: capitals and small words only."""
    start = _BYLINE_START.match(words)
    if start is None or _CALENDAR.search(words):
        return False
    names = _BYLINE_WORD.findall(words[start.end() :])
    return 0 < len(names) <= _MAX_BYLINE_WORDS and all(
        name[0].isupper() or name.lower() in _BYLINE_SMALL for name in names
    )


def _is_quotation(words: str) -> bool:
    """Say whether the passage begins inside quotation marks: then somebody is being quoted."""
    return words[0] in '"“‘«„'
