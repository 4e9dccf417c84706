"""How a count of people harmed is held: confirmed, not yet confirmed, feared, or only expected.

A toll that somebody has not confirmed, fears or expects is no toll. It gets a unit of its own, so that it
never stands beside the confirmed one; the scheme is told in `onrecord.read.units`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.domain.span import Extent
from onrecord.read.quantity_found import FoundQuantity
from onrecord.read.quantity_words import Words
from onrecord.read.units import EXPECTED, FEARED, HAPPENINGS, UNCONFIRMED

_REACH = 100

_HARMED = (
    r"dead|died|killed|drowned|perished|slain|lost|missing|injured|wounded|hurt|displaced|detained"
)
_MODAL = r"(?:may|might|could)"
#: Words of the same clause that hold no other number and no other harm.
_SAME = r"(?:(?!\b(?:and|while|but|or|as|killed|died|dead)\b)[^.;,:()\n\d]){0,40}?"
#: The same, up to the number.
_UP_TO = r"(?:(?!\b(?:and|while|but|dead|died)\b)[^.;,:()\n\d]){0,40}$"
_BELIEF = r"(?:feared|presumed|believed|thought|suspected|assumed)"
_PENDING = (
    r"(?:under|pending|awaiting)\s(?:\w+\s)?(?:investigation|review|verification|confirmation"
    r"|examination)|being\s(?:reviewed|verified|checked)"
)
_UNSURE = (
    r"unconfirmed|unverified|uncorroborated|unsubstantiated|yet\sto\sbe\s(?:\w+\s)?(?:confirmed|verified)|"
    r"not\s(?:yet\s)?(?:been\s)?(?:\w+ly\s)?(?:confirmed|verified)|allegedly"
)
_LINKS = (
    r"(?:\s(?:people|persons|others|deaths?|cases?|more|additional|further|reported|killed|dead|that"
    r"|which|who|are|is|were|was|have|has|been|remain(?:s|ed)?|still|also|currently|now|as|listed))*"
)
_TOLL = r"\b(?:number|tolls?|count|tally|total|deaths|dead|cases)\b[^.;,:()\n\d]{0,60}"

_PENDING_AFTER = re.compile(rf"{_LINKS},?\s(?:still\s)?(?:{_PENDING})\b", re.IGNORECASE)
_UNSURE_AFTER = re.compile(
    rf"{_LINKS},?\s(?:still\s|according\sto\s)?(?:{_UNSURE})\b", re.IGNORECASE
)
_UNSURE_WITHIN = re.compile(
    r"\b(?:unconfirmed|unverified|alleged|suspected|possible|presumed)\b", re.IGNORECASE
)
_UNSURE_BEFORE = re.compile(
    r"\b(?:unconfirmed|unverified|uncorroborated|unsubstantiated|alleged)\s(?:\w+\s)?"
    r"(?:reports?|accounts?|claims?|figures?|estimates?|tolls?|tally|number|count)\b[^.;,:()\n\d]{0,50}$|"
    rf"{_TOLL}\b(?:{_PENDING}|{_UNSURE})\b[^.;,\d]{{0,40}}$",
    re.IGNORECASE,
)
_FEARED_AFTER = re.compile(
    rf"{_SAME}\b{_BELIEF}\s(?:already\s|now\s|all\s|to\s(?:be|have)\s(?:been\s)?)?(?:{_HARMED})\b|"
    rf"{_SAME}\b{_MODAL}\s(?:\w+\s)?have\s(?:been\s)?(?:\w+ly\s)?(?:{_HARMED})\b|"
    rf"{_SAME}\b{_MODAL}\s(?:\w+\s)?be\s(?:\w+\s)?(?:dead|missing)\b",
    re.IGNORECASE,
)
_FEARED_BEFORE = re.compile(
    rf"\bfear(?:s|ed|ing)?\b(?:\sto\shave\s\w+)?{_UP_TO}|\bpresumed\sto\shave\b{_UP_TO}|"
    rf"\b{_MODAL}\s(?:\w+\s)?have\s(?:killed|claimed|taken|cost|left|drowned|caused|reached)\b{_UP_TO}|"
    rf"{_TOLL}\b(?:{_BELIEF}\sto\s(?:be|have|stand)|{_MODAL}\s(?:\w+\s)?(?:be|stand)|(?:is|was)\slikely)\b"
    rf"{_UP_TO}",
    re.IGNORECASE,
)
_MISSING_FEARED = re.compile(
    rf"\s(?:\w+\s){{0,3}}?missing\s(?:and|or)\s(?:now\s)?{_BELIEF}\b", re.IGNORECASE
)
_AHEAD = (
    r"(?:(?:expected|projected|predicted|forecast|anticipated|likely|set|sure|bound|going|feared|about"
    r"|expects?|threat(?:ens?|ened|ening)|vow(?:s|ed|ing)?|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?)\sto|"
    r"will|would|could|may|might|can)\s(?:(?:\w+ly|also|still|well|yet|even|soon)\s)?"
)
_EXPECTED_BEFORE = re.compile(
    rf"\b{_AHEAD}(?:continue\sto\s)?(?:rise|reach|climb|grow|exceed|top|surpass|pass|hit|increase|range|jump"
    r"|go|swell|approach|total|number|run|kill|claim|cost|displace|injure|wound|detain|arrest"
    rf"|evacuate|execute|hang|rescue|abduct|deport)\b{_UP_TO}|{_TOLL}\b(?:expected|projected|predicted|forecast)\sto\sbe\b{_UP_TO}",
    re.IGNORECASE,
)
_EXPECTED_AFTER = re.compile(
    rf"{_SAME}\b{_AHEAD}(?:die|perish|drown|starve|follow|be\s(?:killed|confirmed|found|verified|injured"
    r"|wounded|displaced|detained|arrested|evacuated))\b|"
    r"\s(?:more\s)?(?:deaths?\s)?expected\s(?:to\s)?\b",
    re.IGNORECASE,
)
_ESTIMATE_BEFORE = re.compile(
    r"\bestimat(?:es?\s(?:of|at)|ed\s(?:at|to\sbe))\s(?:the\s)?$", re.IGNORECASE
)
_ESTIMATED_AFTER = re.compile(rf"{_SAME}\b(?P<word>estimated)\sto\shave\b", re.IGNORECASE)


def as_held(one: FoundQuantity, words: Words) -> FoundQuantity:
    """Return a count with the unit and the bound of how it is held; others unchanged.

    Args:
        one: A quantity of the sentence.
        words: The words of that sentence.
    """
    happening = _names_happening(one)
    if not (happening or one.quantity.unit.startswith("people_")):
        return one
    before = words.text[max(words.start, one.number.start - _REACH) : one.number.start]
    after = words.text[one.extent.end : min(words.end, one.extent.end + _REACH)]
    said = one.extent.of(words.text)
    if _is_unconfirmed(before, said, after, happening=happening):
        return _renamed(one, f"{one.quantity.unit}{UNCONFIRMED}")
    if not one.quantity.unit.startswith("people_"):
        return one
    if "killed_or_missing" in one.quantity.unit and _MISSING_FEARED.match(after):
        return _renamed(one, "people_missing")
    if _EXPECTED_BEFORE.search(before) or _EXPECTED_AFTER.match(after):
        return _renamed(one, f"{one.quantity.unit}{EXPECTED}")
    if _FEARED_BEFORE.search(before) or _FEARED_AFTER.match(after):
        fate = one.quantity.unit.removeprefix("people_")
        return _renamed(one, FEARED + fate.replace("killed", "dead"))
    return _estimated(one, before, after)


def _names_happening(one: FoundQuantity) -> bool:
    """Say whether what is counted is what happened and not to whom: "12 deaths", "dozens of cases"."""
    counted = one.quantity.counted.split()
    return bool(counted) and counted[-1].lower() in HAPPENINGS


def _is_unconfirmed(before: str, said: str, after: str, *, happening: bool) -> bool:
    """Say whether a count waits for confirmation.

    "Three deaths are under investigation" may be none; three killed people whom somebody investigates
    stay three.
    """
    if _UNSURE_AFTER.match(after) or _UNSURE_BEFORE.search(before):
        return True
    return happening and bool(_PENDING_AFTER.match(after) or _UNSURE_WITHIN.search(said))


def _estimated(one: FoundQuantity, before: str, after: str) -> FoundQuantity:
    lead, late = _ESTIMATE_BEFORE.search(before), _ESTIMATED_AFTER.match(after)
    if one.quantity.bound != "exact" or not (lead or late):
        return one
    said = lead[0].rstrip() if lead else late["word"] if late else ""
    extent = Extent(
        one.number.start - len(lead[0]) if lead else one.extent.start,
        one.extent.end + (late.end("word") if late and not lead else 0),
    )
    quantity = replace(one.quantity, low=None, high=None, bound="approx", approximator=said)
    return replace(one, quantity=quantity, extent=extent)


def _renamed(one: FoundQuantity, unit: str) -> FoundQuantity:
    return replace(one, quantity=replace(one.quantity, unit=unit))
