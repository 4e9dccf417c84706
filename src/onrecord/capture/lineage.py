"""Which origin a report credits: `find_lineage`.

Order of trust: the feed's own `<source>`, a credit in the dateline or at the end, a byline that is
an agency, the publisher, the host of the address. "The Associated Press contributed to this
report" is no lineage: the text is then the outlet's own.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from onrecord.capture.agencies import canonical, is_agency
from onrecord.domain.document import Lineage
from onrecord.domain.unknown import Unknown

_DASH = r"\s*(?:--?|[–—―])\s*"
_UPPER = "A-ZÀ-ÞĀŁŃŌŚŠŪŹŽ"
#: "PORT AUREL, March 4 (Meridian Wire) - The navy …"
_DATELINE = re.compile(
    rf"(?P<place>[{_UPPER}][^\n()]{{1,70}}?)?\s*\((?P<name>[^()\n]{{2,40}})\){_DASH}(?=\S)"
)
#: "Reuters - The navy …", "KYIV, Nov 3, Reuters — The navy …"
_BARE = re.compile(
    rf"(?:[{_UPPER}][^\n()—–]{{1,60}}?[,/]\s*)?(?P<name>[{_UPPER}][\w. -]{{1,30}}?)"
    r"(?:--|\s[-–—]|[–—])\s+(?=\S)"
)
_SIGNED = re.compile(r"(?:^|[.!?\"”’)]\s*)[—–-]+\s*(?P<name>[^.—–\n]{2,40})\.?\s*$")
_ALONE = re.compile(r"\W*(?P<name>[^\W\d_][\w .'’-]{1,40}?)\W*")
_REPORTING = re.compile(
    r"\breporting\b[^;\n]{0,120}?\bfor (?P<name>[^;.,)\n]{2,40})", re.IGNORECASE
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\d{4}(?:[-–]\d{4})?)?[\s,]*(?:by )?(?P<name>[^.,;|\n]{2,60})",
    re.IGNORECASE,
)
_SOURCE_LINE = re.compile(r"source\s*:\s*(?P<name>[^.;|\n]{2,40})\.?\s*$", re.IGNORECASE)
_BY = re.compile(r"\W*(?:by|from)\s+(?P<name>[^\n]{2,60}?)\W*", re.IGNORECASE)
#: What a name in an upper-case dateline must hold when it does not call itself an agency.
_MEDIA = re.compile(
    r"\b(radio|television|tv|times|post|herald|gazette|tribune|journal|broadcasting|media|today|"
    r"daily|telegraph|guardian|observer|chronicle|standard|voice|desk|monitor|wire|press|news)\b",
    re.IGNORECASE,
)
_MAX_BYLINE_CHARS = 90
_FIRST_PASSAGES = 3
_LAST_PASSAGES = 4


def find_lineage(
    *,
    bodies: tuple[str, ...],
    furniture: tuple[str, ...],
    author: str | None,
    publisher: str | None,
    url: str | None,
    feed_source: str | None = None,
) -> Lineage:
    """Return the earliest origin the report credits, with the words of the credit.

    Args:
        bodies: The body passages, in order.
        furniture: The passages marked boilerplate, where bylines and rights stand.
        author: The byline by metadata.
        publisher: The outlet.
        url: The address, whose host stands in for a missing publisher.
        feed_source: The channel that a feed says it took the item from.
    """
    if feed_source:
        return Lineage(canonical(feed_source), "feed source", feed_source)
    credit = _opening_credit(bodies[:_FIRST_PASSAGES]) or _closing_credit(
        (*bodies[-_LAST_PASSAGES:], *furniture)
    )
    if credit:
        return Lineage(canonical(credit[0]), "wire credit", credit[1])
    byline = _byline(author, furniture, bodies[:1])
    if byline:
        return Lineage(canonical(byline), "byline", byline)
    if publisher:
        return Lineage(canonical(publisher), "publisher")
    host = urlsplit(url).hostname if url else None
    if host:
        return Lineage(host.removeprefix("www."), "publisher")
    return Lineage(Unknown("the text credits nobody and names no publisher"), "none")


def _opening_credit(passages: tuple[str, ...]) -> tuple[str, str] | None:
    for passage in passages:
        found = _DATELINE.match(passage)
        if found and _credits(found.group("name"), found.group("place") or ""):
            return found.group("name"), found.group().strip()
        bare = _BARE.match(passage)
        if bare and is_agency(bare.group("name")):
            return bare.group("name"), bare.group().strip()
    return None


def _credits(name: str, place: str) -> bool:
    """Say whether a name in brackets before a dash is who sent the report."""
    if is_agency(name):
        return True
    city = place.split(",", maxsplit=1)[0].strip()
    return city.isupper() and len(city) > 1 and name[:1].isupper() and bool(_MEDIA.search(name))


def _closing_credit(passages: tuple[str, ...]) -> tuple[str, str] | None:
    for passage in reversed(passages):
        for form in (_SIGNED, _REPORTING, _RIGHTS, _SOURCE_LINE):
            found = form.search(passage)
            if found and is_agency(found.group("name")):
                return found.group("name").strip(), found.group().strip(" .—–-\n")
        alone = _ALONE.fullmatch(passage)
        if alone and is_agency(alone.group("name")):
            return alone.group("name"), alone.group("name")
    return None


def _byline(author: str | None, furniture: tuple[str, ...], first: tuple[str, ...]) -> str | None:
    if author and (name := _agency_in(author)):
        return name
    for line in (*furniture, *first):
        found = _BY.fullmatch(line) if len(line) <= _MAX_BYLINE_CHARS else None
        if found and (name := _agency_in(found.group("name"))):
            return name
    return None


def _agency_in(words: str) -> str | None:
    """Return the agency a byline names, alone or beside a person ("A. Writer, Reuters")."""
    parts = re.split(r"\s*(?:[,;|/]|\band\b|\bfor\b|\bof\b)\s*", words)
    return next((part for part in (words, *parts) if part and is_agency(part)), None)
