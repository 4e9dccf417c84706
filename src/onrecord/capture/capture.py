"""Bytes → `Capture`: the one way in for everything that is added to the record.

All text offsets count code points of `Capture.text`. What a source does not state stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from trafilatura.utils import load_html

from onrecord.capture.boilerplate import are_links
from onrecord.capture.cut import Cut, Findings
from onrecord.capture.dates import date_in_url, doc_date
from onrecord.capture.decode import decode
from onrecord.capture.feed import read_feed
from onrecord.capture.gunzip import gunzip
from onrecord.capture.header_block import HeaderBlock, read_header_block
from onrecord.capture.html_metadata import read_metadata
from onrecord.capture.html_scan import scan
from onrecord.capture.html_text import cut_fragment, cut_page
from onrecord.capture.lineage import find_lineage
from onrecord.capture.mail import cut_mail, split_mailbox
from onrecord.capture.origin import Origin
from onrecord.capture.pdf import cut_pdf
from onrecord.capture.plain import split_passages
from onrecord.capture.sniff import Format, sniff
from onrecord.domain.document import Access, Document, Passage
from onrecord.domain.errors import ContentError
from onrecord.domain.ids import sha256_hex
from onrecord.domain.merkle import leaf_digest, root_of
from onrecord.domain.span import Extent, OffsetMap, Piece

#: Raise when the text that is cut from the same bytes changes: spans would no longer fit.
VERSION = 1
#: Larger pages are data dumps, and taking them apart would hold up everything behind them.
MAX_HTML_BYTES = 10_000_000
MAX_TEXT_BYTES = 10_000_000

_TRACKING = re.compile(r"utm_|fbclid|gclid|mc_[ce]id|igshid|cmpid|ref_src", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
_WALL = re.compile(
    r"\b(to (continue|keep) reading|to read (the|this) (full|rest|whole|article|story)|"
    r"(this|full) (article|story|content) is (only |exclusively )?(for|available to|reserved for) "
    r"((paid|paying|our|registered) )?(subscribers|members)|already a (subscriber|member)|"
    r"subscribe (now )?to (read|continue|unlock)|(log|sign) in to (read|continue)|"
    r"you('ve| have) reached your .{0,30}limit|subscribers? only|members? only)\b",
    re.IGNORECASE,
)
_GATED_CHARS = 3000
_LAST_PASSAGES = 6
#: Where a text repeats its title, it does so in one of its first passages.
_OPENING = 3


@dataclass(frozen=True, slots=True)
class Capture:
    """One document with what is archived for it.

    Attributes:
        document: The card, with `version_of` unset: only the record knows earlier captures.
        content: What is archived under `document.bytes_sha256`.
        text: What is archived, as UTF-8, under `document.text_sha256`; spans count in it.
    """

    document: Document
    content: bytes
    text: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """One document before its card is written."""

    content: bytes
    cut: Cut
    findings: Findings
    media_type: str
    charset: str = ""


def capture(content: bytes, *, origin: Origin) -> tuple[Capture, ...]:
    """Return the documents that `content` holds: one, or one for each item of a feed or mailbox.

    The same bytes from the same origin give equal captures. A WARC file is not read here: its
    records come one by one through `adapters.warc`.

    Raises:
        ContentError: the bytes cannot be read as what they claim to be; the message says what to
            do.

    Example:
        >>> one, = capture(b"Two boats sank.", origin=Origin("note.txt", "/notes/note.txt"))
        >>> one.text, one.document.doc_date
        ('Two boats sank.', Unknown(reason='the text carries no date'))
    """
    kind = sniff(content, name=origin.name, media_type=origin.media_type)
    unpacked = content
    if kind == "gzip":
        unpacked = gunzip(content, name=origin.name)
        kind = sniff(unpacked, name=origin.name, media_type=origin.media_type)
        if kind == "gzip":
            raise ContentError(
                origin.name, "is gzip inside gzip; unpack it once and add the result"
            )
    return tuple(_card(reading, origin, kind) for reading in _read(unpacked, origin, kind))


def _read(content: bytes, origin: Origin, kind: Format) -> Iterator[_Reading]:
    if kind == "html":
        yield _read_html(content, origin)
    elif kind == "feed":
        for item in read_feed(content, name=origin.name, media_type=origin.media_type):
            yield _Reading(item.content, item.cut, item.findings, "application/xml", "utf-8")
    elif kind == "pdf":
        yield _Reading(content, *cut_pdf(content, name=origin.name), "application/pdf")
    elif kind == "mailbox":
        for message in split_mailbox(content):
            yield _Reading(message, *cut_mail(message, name=origin.name), "message/rfc822")
    elif kind == "mail":
        yield _Reading(content, *cut_mail(content, name=origin.name), "message/rfc822")
    else:
        yield _read_text(content, origin, kind)


def _read_text(content: bytes, origin: Origin, kind: Format) -> _Reading:
    if len(content) > MAX_TEXT_BYTES:
        raise ContentError(origin.name, _too_large(len(content), MAX_TEXT_BYTES, "text"))
    decoded = decode(content, name=origin.name, media_type=origin.media_type)
    mark = 1 if decoded.text.startswith("\ufeff") else 0
    text = decoded.text[mark:]
    block = read_header_block(text)
    body = split_passages(text, start=block.end if block else 0)
    cut = Cut(
        text,
        (*_header_passages(text, block, body), *body),
        OffsetMap((Piece(0, mark, len(text)),)),
    )
    media = "text/markdown" if kind == "markdown" else "text/plain"
    return _Reading(content, cut, block.findings if block else Findings(), media, decoded.charset)


def _header_passages(
    text: str, block: HeaderBlock | None, body: Sequence[Passage]
) -> tuple[Passage, ...]:
    """Return the passages of a header block; its title is a heading where the text does not repeat it."""
    if block is None:
        return ()
    title = block.title
    opening = (" ".join(one.extent.of(text).split()) for one in body[:_OPENING])
    if title is None or any(words.startswith(title.of(text)) for words in opening):
        return (Passage(Extent(0, block.end), "metadata"),)
    return (
        Passage(Extent(0, title.start), "metadata"),
        Passage(title, "heading"),
        Passage(Extent(title.end, block.end), "metadata"),
    )


def _read_html(content: bytes, origin: Origin) -> _Reading:
    if len(content) > MAX_HTML_BYTES:
        raise ContentError(origin.name, _too_large(len(content), MAX_HTML_BYTES, "HTML"))
    decoded = decode(content, name=origin.name, media_type=origin.media_type)
    page = scan(decoded.text, name=origin.name)
    tree = load_html(decoded.text)
    if tree is None:
        cut, findings = cut_fragment(page), Findings()
    else:
        findings = read_metadata(tree, url=origin.url)
        cut = cut_page(page, tree, url=origin.url or findings.url, title=findings.title)
    if not cut.text.strip():
        raise ContentError(
            origin.name, "is a page without words of its own; save it from a browser and add that"
        )
    return _Reading(content, cut, findings, "text/html", decoded.charset)


def _too_large(size: int, limit: int, kind: str) -> str:
    return (
        f"is {size / 1e6:.0f} MB of {kind}, the limit is {limit // 1_000_000} MB; "
        "cut out the part you need and add that"
    )


def _card(reading: _Reading, origin: Origin, kind: Format) -> Capture:
    cut, findings = _without_links(reading.cut), reading.findings
    url = _own_url(findings.url, origin.url)
    publisher = origin.publisher or findings.publisher
    encoded = cut.text.encode("utf-8", "surrogatepass")
    document = Document(
        origin_key=_origin_key(url, findings, origin, kind),
        url=url,
        title=findings.title,
        publisher=publisher,
        author=findings.author,
        genre=findings.genre,
        doc_date=doc_date(
            _dates(findings, url), supplied=origin.supplied_date, missing=_missing(kind)
        ),
        lineage=find_lineage(
            bodies=cut.words("body"),
            furniture=cut.words("boilerplate"),
            headings=cut.words("heading"),
            author=findings.author,
            publisher=publisher,
            url=url,
            feed_source=findings.feed_source,
        ),
        media_type=reading.media_type,
        bytes_sha256=sha256_hex(reading.content),
        text_sha256=sha256_hex(encoded),
        text_root=text_root(cut.text, cut.passages),
        normaliser=_normaliser(reading),
        access=_access(cut, findings),
        language=findings.language.strip(),
        passages=cut.passages,
        offsets=cut.offsets,
    )
    return Capture(document, reading.content, cut.text)


def _without_links(cut: Cut) -> Cut:
    """Return a cut whose headlines of other stories are boilerplate: they are kept and not read."""
    words = [one.extent.of(cut.text) for one in cut.passages]
    passages = tuple(
        replace(one, role="boilerplate") if is_link else one
        for one, is_link in zip(cut.passages, are_links(words), strict=True)
    )
    return replace(cut, passages=passages)


def text_root(text: str, passages: tuple[Passage, ...]) -> str:
    """Return the root of the hash tree over the passages, in hexadecimal."""
    leaves = [leaf_digest(one.extent.start, one.extent.of(text)) for one in passages]
    return root_of(leaves).hex()


def canonical_url(url: str) -> str:
    """Return `url` without fragment, tracking parameters and default port, its host in lower case.

    Example:
        >>> canonical_url("HTTPS://News.Example:443/a?utm_source=x&id=2#top")
        'https://news.example/a?id=2'
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or ""), parts.port
    except ValueError:
        return url
    if port and port != _PORTS.get(parts.scheme):
        host = f"{host}:{port}"
    kept = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.match(key)
    ]
    return urlunsplit((parts.scheme, host, parts.path or "/", urlencode(kept), ""))


def _own_url(stated: str | None, fetched: str | None) -> str | None:
    """Return the address of the page: the one it states, unless that is on another host.

    A reprint may state the original's address; it is still a page of its own.
    """
    if stated and fetched and _site(stated) != _site(fetched):
        return canonical_url(fetched)
    chosen = stated or fetched
    return canonical_url(chosen) if chosen else None


def _site(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _origin_key(url: str | None, findings: Findings, origin: Origin, kind: Format) -> str:
    if url:
        return url
    if findings.message_id:
        prefix = "mid" if kind in ("mail", "mailbox") else "item"
        return f"{prefix}:{findings.message_id}"
    if origin.locator:
        return f"locator:{sha256_hex(origin.locator.encode('utf-8', 'surrogatepass'))}"
    return ""


def _dates(findings: Findings, url: str | None) -> tuple[tuple[str, str], ...]:
    day = date_in_url(url) if url else None
    known = day is None or any(place == "URL path" for place, _ in findings.dates)
    return findings.dates if known else (*findings.dates, ("URL path", day or ""))


def _missing(kind: Format) -> str:
    if kind == "pdf":
        return "a PDF does not say when it was published"
    names = {"html": "page", "feed": "feed item", "mail": "message", "mailbox": "message"}
    return f"the {names.get(kind, 'text')} carries no date"


def _access(cut: Cut, findings: Findings) -> Access:
    last = cut.words("body", "boilerplate")[-_LAST_PASSAGES:]
    length = sum(len(words) for words in cut.words("body"))
    walled = length < _GATED_CHARS and any(_WALL.search(words) for words in last)
    return "gated" if walled else findings.access


def _normaliser(reading: _Reading) -> str:
    """Name what cut the text, so that the same text can be cut again."""
    tools = {"text/html": "trafilatura", "application/pdf": "pypdfium2"}
    tool = tools.get(reading.media_type)
    parts = [f"onrecord-capture {VERSION}"]
    parts += [f"{tool} {version(tool)}"] if tool else []
    parts += [reading.charset] if reading.charset else []
    return "; ".join(parts)
