"""Which origin a report credits: `find_lineage`.

Order of trust: the feed's own `<source>`, the one agency that a short report leads on, a credit in
the dateline, on a line of its own or at the end, a byline that is an agency, the publisher, the host of
the address. "The Associated Press contributed to this report" is no lineage: the text is then the
outlet's own.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from onrecord.capture.agencies import canonical, is_agency, is_known, names_in
from onrecord.domain.document import Lineage
from onrecord.domain.unknown import Unknown

_DASH = r"\s*(?:--?|[–—―])\s*"
_UPPER = "A-ZÀ-ÞĀŁŃŌŚŠŪŹŽ"
#: "PORT AUREL, March 4 (Meridian Wire) - The navy …", "Port Aurel, March 4 (Meridian Wire): …"
_DATELINE = re.compile(
    rf"(?P<place>[{_UPPER}][^\n()]{{1,70}}?)?\s*\((?P<name>[^()\n]{{2,40}})\)(?:{_DASH}|\s*:\s+)(?=\S)"
)
#: "Reuters - The navy …", "KYIV, Nov 3, Reuters — The navy …"
_BARE = re.compile(
    rf"(?:[{_UPPER}][^\n()—–]{{1,60}}?[,/]\s*)?(?P<name>[{_UPPER}][\w. -]{{1,30}}?)"
    r"(?:--|\s[-–—]|[–—])\s+(?=\S)"
)
_SIGNED = re.compile(r"(?:^|[.!?\"”’)]\s*)[—–-]+\s*(?P<name>[^.—–\n]{2,40})\.?\s*$")
#: "The navy denied this. (Reuters)": brackets inside a sentence explain a word of it.
_ENCLOSED = re.compile(r"[.!?][\"”’')]*\s*[(\[](?P<name>[^()\[\]\n]{2,40})[)\]]\.?\s*$")
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
#: What parts a line of credit: "Meridian Wire | Port Aurel", "Port Aurel, 4 March (Meridian Wire)".
_PARTS = re.compile(r"\s*[|,:;/()•·–—]\s*|\s+-+\s+")
#: What may stand beside the agency there: a place or a date.
_NAME_OR_DATE = re.compile(rf"(?:(?:[{_UPPER}\d][\w.'’-]*|of|de|and)(?: |$)){{1,4}}")
_MAX_BYLINE_CHARS = 90
_MAX_CREDIT_CHARS = 60
_MAX_CREDIT_PARTS = 4
#: A name as it is credited within a sentence.
_CREDITED = rf"(?P<name>[{_UPPER}][\w./’'-]*(?: (?:(?:of|de) )?[{_UPPER}][\w./’'-]*){{0,4}}?)"
_KIND = r"(?: (?:news agency|news wire|wire agency|agency|wire service))?"
#: How a lead says that all it tells was told by another: "…, Reuters reported.", "…, reports the BBC."
_LED_BY = (
    re.compile(
        r"\baccording to (?:an? |the |The )?(?:reports? (?:by|from|in|of) (?:the |The )?)?"
        rf"{_CREDITED}{_KIND}(?: (?:news )?reports?)?(?=[.,;]|\s+(?:citing|quoting)\b|\s*$)"
    ),
    re.compile(rf"(?:^|[\s,]){_CREDITED}{_KIND} (?:has |have )?report(?:s|ed)\b"),
    re.compile(rf"\breport(?:s|ed)(?: by)? (?:the |The )?{_CREDITED}{_KIND}(?=[.,;]|\s*$)"),
)
#: Names that may be an agency's, wherever they stand.
_CAPITALISED = re.compile(rf"\b[{_UPPER}][\w/’'-]*(?: (?:(?:of|de) )?[{_UPPER}][\w/’'-]*){{0,4}}")
#: A longer report says more than the one it leads on.
_MAX_RETOLD_CHARS = 1500
_MAX_LEAD_CHARS = 600
_FIRST_PASSAGES = 3
_LAST_PASSAGES = 4


def find_lineage(  # noqa: PLR0913 - every place that a credit may stand in
    *,
    bodies: tuple[str, ...],
    furniture: tuple[str, ...],
    author: str | None,
    publisher: str | None,
    url: str | None,
    feed_source: str | None = None,
    headings: tuple[str, ...] = (),
) -> Lineage:
    """Return the earliest origin the report credits, with the words of the credit.

    Args:
        bodies: The body passages, in order.
        furniture: The passages marked boilerplate, where bylines and rights stand.
        author: The byline by metadata.
        publisher: The outlet.
        url: The address, whose host stands in for a missing publisher.
        feed_source: The channel that a feed says it took the item from.
        headings: The passages marked headings, which a credit on a line of its own looks like.
    """
    if feed_source:
        return Lineage(canonical(feed_source), "feed source", feed_source)
    credit = (
        _retold(bodies, publisher)
        or _opening_credit(bodies[:_FIRST_PASSAGES])
        or _heading_credit(headings[:_FIRST_PASSAGES])
        or _closing_credit((*bodies[-_LAST_PASSAGES:], *furniture))
        or _enclosed_credit(bodies)
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
        name = _credit_line(passage)
        if name:
            return name, passage.strip()
    return None


def _heading_credit(headings: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the one agency that headings consist of; sections named after several credit nobody."""
    found = [(name, line.strip()) for line in headings if (name := _credit_line(line))]
    return found[0] if len({canonical(name) for name, _ in found}) == 1 else None


def _credit_line(passage: str) -> str | None:
    """Return the agency of a line that only says who sent the report, from where and when."""
    line = passage.strip()
    if len(line) > _MAX_CREDIT_CHARS:
        return None
    parts = [part for part in _PARTS.split(line) if part]
    if len(parts) > _MAX_CREDIT_PARTS or not all(map(_NAME_OR_DATE.fullmatch, parts)):
        return None
    if "(" in line and not parts[0].isupper():
        return None  # a headline with its outlet
    names = [part for part in parts if is_agency(part)]
    return names[0] if names else None


def _retold(bodies: tuple[str, ...], publisher: str | None) -> tuple[str, str] | None:
    """Return the agency a short report tells everything after: its lead says so, and it names no other."""
    if not bodies or sum(map(len, bodies)) > _MAX_RETOLD_CHARS:
        return None
    lead = bodies[0][:_MAX_LEAD_CHARS]
    own = canonical(publisher or "")
    dateline = _DATELINE.match(lead)
    if dateline and own != canonical(dateline.group("name")):
        lead = lead[dateline.end() :]
    found = next(
        (one for form in _LED_BY for one in form.finditer(lead) if is_known(one["name"])), None
    )
    if found is None or canonical(found["name"]) == own:
        return None
    told = "\n".join((lead, *bodies[1:]))
    media = (one.group() for one in _CAPITALISED.finditer(told) if _MEDIA.search(one.group()))
    others = {canonical(name) for name in (*names_in(told), *media)} - {
        own,
        canonical(found["name"]),
    }
    return None if others else (found["name"], found.group().strip(" ,.;"))


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


def _enclosed_credit(bodies: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the agency in brackets after the last sentence; a digest that names several has none."""
    found = [match for match in map(_ENCLOSED.search, bodies) if match and is_agency(match["name"])]
    if (
        not found
        or not _ENCLOSED.search(bodies[-1])
        or len({canonical(one["name"]) for one in found}) > 1
    ):
        return None
    return found[-1]["name"], found[-1].group().strip(" .!?\"”’')(\n")


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
