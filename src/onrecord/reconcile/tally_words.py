"""The words by which a figure says that it runs, that it is a part, or that it no longer holds.

Patterns of general English as data, with one question each. They look at the text around one figure
and at nothing else; see docs/decisions/0007-first-tallies.md for the rules they serve.
"""

from __future__ import annotations

import re

from onrecord.reconcile.context import Context

_SINCE = re.compile(r"\b(?:since|as of|from \w+ (?:to|until))\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:totals?|toll|tally|so far|to date|in all|altogether|overall|cumulative(?:ly)?|"
    r"(?:body|death) count|number of|count of|(?:has|have|had)?\s*(?:now )?(?:counted|recorded|"
    r"documented|verified|tallied|registered)|confirmed (?:dead|deaths?|fatalities|killed)|revised|"
    r"(?:deaths?|people|dead|killed|cases)\s(?:\w+\s){0,2}confirmed|"
    r"(?:confirmed|announced|reported|verified|put) the (?:deaths?|killings?|number))\b",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\b(?:ris(?:en|es|ing)|rose|climb(?:ed|s)|soar(?:ed|s|ing)?|grow(?:n|s)|grew|reach(?:ed|es)|"
    r"pass(?:ed|es)|surpass(?:ed|es)|topped|"
    r"exceed(?:ed|s)|jump(?:ed|s)|stands? at|stood at|br(?:ings|ought|inging)\b.*\bto|"
    r"tak(?:es|ing)\b.*\bto|fell|dropped|lowered)\b[^.]{0,24}$|"
    r"\b(?:hits?|tops?|nears?|neared|approach(?:ed|es)|crosses|crossed)\s+$",
    re.IGNORECASE,
)
_IN_INCIDENTS = re.compile(
    r"\b(?:across|in|over|during|through|by)\s+(?:(?:at least|more than|about|some)\s+)?"
    r"(?:those|these|such|them|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"dozens of|a dozen)\b",
    re.IGNORECASE,
)
_DONE = (
    r"(?:also |now |already |been |thus |far |\w+ly )*"
    r"(?:carried out|conducted|launched|mounted|killed|died|injured|wounded|struck|hit|destroyed|"
    r"sunk|bombed|attacked|arrested|detained|displaced|executed|abducted|rescued|evacuated|shot|"
    r"intercepted|seized|lost|fired|flown|staged|drowned|confirmed)\b"
)
_PERFECT = re.compile(rf"\b(?:has|have|'ve|’ve)\s+{_DONE}", re.IGNORECASE)
_PAST_PERFECT = re.compile(rf"\bhad\s+{_DONE}", re.IGNORECASE)
_JOINED = re.compile(r"and (?:\w+ly )?\w+ed\b", re.IGNORECASE)
#: "12 marchers, two of them students, have died".
_INSERTED = re.compile(
    r"\s?[,–—-]+\s?(?:including|among|most|mostly|many|some|half|nearly all)\b[^,.;–—]*[,–—]\s?",
    re.IGNORECASE,
)
_TOLL_BEFORE = re.compile(r"\b(?:tolls?|body count)\b[^.;:,]{0,40}$", re.IGNORECASE)
_COUNTING = re.compile(
    r"\b(?:count|record|verif|document|confirm|report|identif|register|tall|revis)\w*",
    re.IGNORECASE,
)

_FORMER_BEFORE = re.compile(
    r"\b(?:up from|down from|compared (?:with|to)|instead of|rather than|than the|previously|"
    r"earlier|initially)\s+$|\bfrom\s+$",
    re.IGNORECASE,
)
_TO_NEXT = re.compile(r"^[\w\s]{0,16}\bto\b", re.IGNORECASE)
_PLAIN_FROM = re.compile(r"(?<!up )(?<!down )\bfrom\s+$", re.IGNORECASE)
#: "rose to 43 from 36": the level comes first, what it was before behind it.
_FROM_AFTER_TO = re.compile(
    r"\b(?:ris(?:e[sn]?|ing)|rose|climb\w*|jump\w*|increas\w*|gr[eo]w\w*|f[ae]ll\w*|drop\w*|declin\w*|"
    r"revis\w*|rais\w*|lower\w*|updat\w*|correct\w*|cut|went|up|down)\b[^.;]{0,20}\bto\s[^.;]{1,30}"
    r"\bfrom\s+$",
    re.IGNORECASE,
)
_MORE_BEFORE = re.compile(
    r"\b(?:an?\s+)?(?:further|another|additional|extra|other)\s+$", re.IGNORECASE
)
_MORE_WITHIN = re.compile(
    r"\b(?:further|another|additional|more(?!\s+than)|others)\b", re.IGNORECASE
)
_MORE_AFTER = re.compile(r"\s*(?:more|others|additional|further)\b(?!\s+than)", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:including|includes?|among (?:them|those|the dead)|of (?:whom|them|these|those)|"
    r"at least one of|some of)\b[^.]{0,24}$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"\s*(?:of (?:them|these|those|whom)\b|of the (?:dead|killed|injured|wounded|missing|victims|two|"
    r"three|four|five|six|seven|eight|nine|ten|[0-9]+)\b|of [0-9]+\b)",
    re.IGNORECASE,
)
_PART_WITHIN = re.compile(
    r"\bof (?:the (?:dead|deaths|killed|injured|wounded|missing|victims|recovered)|those|them|whom)\b",
    re.IGNORECASE,
)
_WERE = re.compile(
    r"[\d,]*[^.;,]{0,24}?\bof (?:the|those) (?:dead|killed|victims|deaths|casualties)\s(?:[^.;,]{0,40}?\s)??"
    r"(?:were|are)\s(?:all\s|mostly\s)?((?:(?!and\b)[a-z-]+\s){0,2}[a-z-]+s|children|women|men|police)\b"
    r"(?=[,.;]|\s(?:and\s(?:[0-9]+|some|many)|while|but|who|including|under|aged)\b|$)"
)
#: What a number is that only some of the counted fared: a part of them, whoever they are.
_FARED_AFTER = re.compile(
    r"(?:\s[a-z]+){0,2}\s(?:(?:had|have|has|later|since|also)\s)*(?:died|dead|succumbed)\s"
    r"(?:later\s)?(?:in|at|on (?:the|their) way to)\s(?:the\s|an?\s)?(?:[a-z]+\s)?hospitals?\b",
    re.IGNORECASE,
)
#: "the number of foreigners killed at nine", "the civilian death toll rose to 60".
_GROUP_BEFORE = re.compile(
    r"\bnumber of (?:[a-z]+\s)??(?:(?:dead|killed|injured|wounded|detained|missing|displaced)\s)?"
    r"(?P<who>[a-z]{3,}s|children|women|men)\b(?=[^.;:]{0,40}$)|"
    r"\b(?P<kind>civilian|military|police|child)\s(?:death\s)?tolls?\b[^.;:]{0,40}$"
)
_TOLL_GROUPS = {
    "civilian": "civilians", "military": "soldiers", "police": "police", "child": "children"
}  # fmt: skip
#: "revised downward by more than 100" gives how far a level moved, not the level.
_MOVED_BY = re.compile(
    r"\b(?:revis\w*|lower\w*|reduc\w*|cut|rais\w*|increas\w*|decreas\w*|r[io]se[ns]?|rising|f[ae]ll\w*|"
    r"dropp?\w*|climb\w*|jump\w*|gr[eo]w\w*|up|down|upwards?|downwards?|higher|lower)\b[^.;]{0,60}"
    r"\bby\s+(?:(?:some|about|almost|nearly|around|at least|more than|over)\s+)?$",
    re.IGNORECASE,
)
#: "10 were held on Friday, bringing the number detained to 80" gives the level behind the comma.
_BRINGS_AFTER = re.compile(
    r"[^.;]{0,80}[,–—]\s(?:and\s)?(?:bringing|taking|raising|pushing|lifting|which (?:brings|brought|took|"
    r"takes|raised|raises))\b[^.;]{0,40}\b(?:numbers?|totals?|tolls?|tally|count|figures?)\b",
    re.IGNORECASE,
)
#: "the worst since the war in which 900 died" recalls another count.
_RECALLED_BEFORE = re.compile(
    r"\b(?:worst|deadliest|bloodiest|biggest|largest|heaviest|gravest|first|most [a-z]+)\b[^.;]{0,80}"
    r"\bsince\b[^.;]{0,60}\b(?:in which|during which|when|that|which)\s[^.;]{0,24}$",
    re.IGNORECASE,
)
#: People a country or town takes in or flies out are none that it lost.
_HOSTED_BEFORE = re.compile(
    r"\b(?:tak(?:e|es|en|ing) in|took in|host(?:s|ed|ing)?|shelter(?:s|ed|ing)?|welcom(?:e|es|ed|ing)|"
    r"absorb(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|evacuat(?:e|es|ed|ing)|flown out|repatriat\w+|"
    r"br(?:ought|ings?) home)\s+$",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|from|near|for|against|off|with|to)\s+$", re.IGNORECASE)
_LOST = re.compile(
    r"\b(?:destroy\w*|damag\w*|sunk|sank|sinking|hit|struck|lost|burn\w*|flooded|collaps\w*|seiz\w*|"
    r"intercept\w*|shot down|down(?:ed|ing)|wreck\w*|ruin\w*|raz\w*|demolish\w*|swept|washed|torch\w*|"
    r"capsiz\w*|bombed|targeted)\b",
    re.IGNORECASE,
)
_COUNTS_BEFORE = re.compile(r"\b(?:counts?|tallies|lists?|all(?: of)?(?: the)?)\s+$", re.IGNORECASE)
_ALL = re.compile(r"\s*all\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|says|repeated|reported|added|confirmed|announced|according)\b", re.IGNORECASE
)
_REPORTS = re.compile(
    r"\s+(?:has |have |had |also |now )*(?:said|says|repeated|reported|added|confirmed|announced|put|"
    r"counts?|counted|revis(?:ed|es)|lower(?:ed|s)|rais(?:ed|es)|updat(?:ed|es)|cuts?|puts|records?|"
    r"recorded|verif(?:ied|ies)|documented|documents|gave|gives|announces|confirms|reports)\b",
    re.IGNORECASE,
)
#: Counted apart by whoever counts: not yet in the toll.
_PENDING_AFTER = re.compile(
    r"[^.;]{0,40}\b(?:under (?:investigation|review|verification)|yet to be (?:confirmed|verified)|"
    r"(?:remain|are|is) unconfirmed|unverified)\b",
    re.IGNORECASE,
)
_PENDING_BEFORE = re.compile(
    r"\bunder (?:investigation|review|verification)\b[^.;\d]{0,40}$", re.IGNORECASE
)
#: What a count leaves out or takes in, in words and not in numbers.
_INCLUSION = re.compile(
    r"\b((?:not including|not counting|excluding|leaving out|which excludes?|does not include|do not include)"
    r"\s+(?!\d)[^.,;:()–—]{3,40})",
    re.IGNORECASE,
)


def is_said_to_run(context: Context) -> bool:
    """Say whether the words around a figure give a window, a total, a level reached or many incidents."""
    return bool(
        _TOTAL.search(context.segment)
        or _SINCE.search(context.segment)
        or _REACHED.search(context.before)
        or _TOLL_BEFORE.search(context.before)
        or _COUNTS_BEFORE.search(context.before)
        or _ALL.match(context.span.exact)
        or _IN_INCIDENTS.search(context.after)
    )


def has_run_until(context: Context, *, reported: bool) -> bool:
    """Say whether a cumulative verb in the perfect governs the figure ("has carried out")."""
    text = context.sentence.of(context.reading.text)
    end = context.span.end - context.sentence.start
    # "killed six people, one of them a nurse, and held 80": one verb for both.
    governing = text[:end] if _JOINED.match(context.segment) else context.segment
    inserted = _INSERTED.match(text, end)
    if _PERFECT.search(governing) or (inserted and _PERFECT.match(text, inserted.end())):
        return True
    told = reported or _REPORTED.search(text)
    return bool(told and _PAST_PERFECT.search(context.segment))


def group_of_dead(context: Context) -> str:
    """Return who a part of the dead were, where the words say that ("of the dead were soldiers").

    Example: "2,435 of those killed were protesters" counts protesters; "seven of the 14" counts nobody.
    """
    text = context.reading.text[context.span.start : context.sentence.end]
    found = _WERE.match(text)
    return found.group(1).split()[-1].lower() if found else ""


def is_part(context: Context) -> bool:
    """Say whether the words give a part of a count, not the count ("including 12 children")."""
    return not group_of_dead(context) and bool(
        _PART_BEFORE.search(context.before)
        or _FARED_AFTER.match(context.reading.text[context.span.end : context.sentence.end])
        or _PART_AFTER.match(context.after)
        or _PART_WITHIN.search(context.span.exact)
    )


def moves_level(context: Context) -> bool:
    """Say whether the figure is how far a count moved, or is added to one that is told behind it."""
    led = context.reading.text[context.sentence.start : context.span.start]
    rest = context.reading.text[context.span.end : context.sentence.end]
    return bool(_MOVED_BY.search(led) or _BRINGS_AFTER.match(rest))


def is_recalled(context: Context) -> bool:
    """Say whether the words only compare with what was counted long ago ("the worst since ...")."""
    led = context.reading.text[context.sentence.start : context.span.start]
    return bool(_RECALLED_BEFORE.search(led))


def is_hosted(context: Context) -> bool:
    """Say whether people were taken in or flown out by somebody, who did not lose them."""
    return bool(_HOSTED_BEFORE.search(context.before))


def group_before(context: Context) -> str:
    """Return who the words before a figure say is counted; empty where they name people at large.

    Example: "the number of foreigners killed at nine" counts foreigners.
    """
    found = _GROUP_BEFORE.search(context.before)
    if found is None:
        return ""
    kind = found.group("kind")
    return _TOLL_GROUPS[kind] if kind else found.group("who")


def is_pending(context: Context) -> bool:
    """Say whether whoever counts has not yet put the figure into the toll."""
    return bool(_PENDING_AFTER.match(context.after) or _PENDING_BEFORE.search(context.before))


def is_more(context: Context) -> bool:
    """Say whether the figure comes on top of another ("12 more", "a further 20")."""
    return bool(
        _MORE_BEFORE.search(context.before)
        or moves_level(context)
        or _MORE_WITHIN.search(context.span.exact)
        or _MORE_AFTER.match(context.after)
    )


def is_former(context: Context) -> bool:
    """Say whether the words give the figure as one that no longer holds ("from 40 to 33")."""
    if not _FORMER_BEFORE.search(context.before):
        return False
    if _FROM_AFTER_TO.search(context.before):
        return True
    plain_from = _PLAIN_FROM.search(context.before)
    return not plain_from or bool(_TO_NEXT.match(context.after))


def is_lost(context: Context, *, victims: bool) -> bool:
    """Say whether what is counted was lost, not merely where something took place.

    Args:
        context: The figure with the words around it.
        victims: Whether the unit by itself says that people came to harm ("bodies").
    """
    if _PLACE_BEFORE.search(context.before) and not _REACHED.search(context.before):
        return False
    return victims or bool(_LOST.search(context.segment))


def names_counting(text: str) -> bool:
    """Say whether words speak of counting, so that whoever does it is no party to what is counted."""
    return bool(_COUNTING.search(text))


def names_total(text: str) -> bool:
    """Say whether a name is that of a count ("the toll"), not of a party."""
    return bool(_TOTAL.search(text))


def reports_at(sentence: str, end: int) -> bool:
    """Say whether a verb of reporting stands right behind an offset."""
    return bool(_REPORTS.match(sentence, end))


def inclusion_in(context: Context) -> str:
    """Return the words that leave some out of the count; empty where none do."""
    text = context.reading.text[context.span.end : context.sentence.end]
    found = _INCLUSION.search(text[:120])
    return " ".join(found.group(1).split()).lower() if found else ""
