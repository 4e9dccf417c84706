"""What some bytes are: told from the bytes first, then from the name and the stated media type."""

from __future__ import annotations

import re
from typing import Literal

from onrecord.capture.gunzip import GZIP_MAGIC
from onrecord.domain.errors import ContentError

Format = Literal["gzip", "pdf", "html", "feed", "mail", "mailbox", "markdown", "text"]

_SNIFF_BYTES = 4096
_OTHER = (
    (b"PK\x03\x04", "a zip or office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"WARC/", "a WARC file"),
    (b"\x7fELF", "a program"),
)
_FEED = re.compile(rb"<(?:[\w-]+:)?(rss|feed|RDF)\b[^>]*", re.IGNORECASE)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title|table|section)\b",
    re.IGNORECASE,
)
_PROLOGUE = re.compile(
    rb"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*", re.DOTALL | re.IGNORECASE
)
_MAIL_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?[^\r\n]*")
_MAIL_KNOWN = re.compile(rb"(?im)^(received|message-id|mime-version|return-path|subject|from):")
_MAILBOX = re.compile(rb"From \S+ .{10,60}\d{4}\r?\n[A-Za-z-]+:")
_MEDIA: tuple[tuple[str, Format], ...] = (
    ("application/pdf", "pdf"),
    ("message/rfc822", "mail"),
    ("application/mbox", "mailbox"),
    ("application/rss", "feed"),
    ("application/atom", "feed"),
    ("text/html", "html"),
    ("application/xhtml", "html"),
    ("text/markdown", "markdown"),
)
_ENDINGS: tuple[tuple[tuple[str, ...], Format], ...] = (
    ((".pdf",), "pdf"),
    ((".eml",), "mail"),
    ((".mbox",), "mailbox"),
    ((".rss", ".atom"), "feed"),
    ((".html", ".htm", ".xhtml"), "html"),
    ((".md", ".markdown"), "markdown"),
)


def sniff(content: bytes, *, name: str, media_type: str | None = None) -> Format:
    """Return the format of `content`.

    Raises:
        ContentError: the bytes are plainly of a kind that holds no text we read.
    """
    if content.startswith(GZIP_MAGIC):
        return "gzip"
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    for magic, kind in _OTHER:
        if content.startswith(magic):
            raise ContentError(name, f"is {kind}; add text, HTML, PDF, mail, a feed or a WARC")
    found = _of_markup(content) or _of_label(name, media_type)
    if found is None and content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        raise ContentError(name, "is XML that is neither a feed nor a page; add the page itself")
    return found or _of_mail(content) or "text"


def _of_markup(content: bytes) -> Format | None:
    """Tell HTML and feeds by their first element, past declarations and comments."""
    head = content.removeprefix(b"\xef\xbb\xbf")[: 4 * _SNIFF_BYTES]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\0", b"")[2:]
    has_html_type = re.match(rb"\s*<!doctype\s+html", head, re.IGNORECASE)
    prologue = _PROLOGUE.match(head)
    first = head[prologue.end() :] if prologue else head
    if has_html_type:
        return "html"
    if _FEED.match(first):
        return "feed"
    return "html" if _HTML.match(first) else None


def _of_label(name: str, media_type: str | None) -> Format | None:
    stated = (media_type or "").lower()
    path = name.lower().partition("?")[0].removesuffix(".gz")
    by_media = next((kind for start, kind in _MEDIA if stated.startswith(start)), None)
    by_name = next((kind for endings, kind in _ENDINGS if path.endswith(endings)), None)
    return by_media or by_name


def _of_mail(content: bytes) -> Format | None:
    if _MAILBOX.match(content):
        return "mailbox"
    head = re.split(rb"\r?\n\r?\n", content[: 4 * _SNIFF_BYTES], maxsplit=1)[0]
    lines = [line for line in head.splitlines() if line[:1] not in (b" ", b"\t")]
    if len(lines) < 3 or not all(_MAIL_FIELD.fullmatch(line) for line in lines):  # noqa: PLR2004 - a mail has more
        return None
    # A text with a header block ends it by hyphens; a mail names a sender or a message id.
    known = {found.lower() for found in _MAIL_KNOWN.findall(head)}
    return "mail" if len(known) > 1 else None
