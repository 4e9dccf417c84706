"""Bytes to characters: which charset, and whether the bytes are text at all.

A byte order mark stays in the decoded text as U+FEFF, so that offsets count all that was decoded.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from trafilatura.utils import detect_encoding

from onrecord.domain.errors import ContentError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE
)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
#: Where declarations may stand (WHATWG HTML, "prescan": 1,024 bytes; sites exceed it).
_PRESCAN_BYTES = 4096
#: More control characters than this share of the text, and it is not text.
_MAX_CONTROL_SHARE = 0.02
#: Labels whose real meaning on the web is a superset (WHATWG Encoding Standard).
_SUPERSETS = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of some bytes and the charset that gave them."""

    text: str
    charset: str


def decode(content: bytes, *, name: str, media_type: str | None = None) -> Decoded:
    """Return the characters of `content`.

    Tried in order: byte order mark, UTF-8 (which other text almost never is by accident), the
    charset of the header, that of the page, a detector, Windows-1252. A wrong declaration is
    passed over when the bytes cannot be read under it.

    Raises:
        ContentError: empty, or the bytes are not text.
    """
    if not content.strip(b"\0 \t\r\n"):
        raise ContentError(name, "holds no text; nothing was added")
    for mark, charset in _BOMS:
        if content.startswith(mark):
            return _checked(_try(content, charset), charset, name)
    if b"\0" in content[:_PRESCAN_BYTES]:
        raise ContentError(name, _NOT_TEXT)
    for charset in (*_declared(content, media_type), *_guessed(content)):
        text = _try(content, charset)
        if text is not None:
            return _checked(text, charset, name)
    raise ContentError(name, _NOT_TEXT)


_NOT_TEXT = "is not text in any charset we know; add text, HTML, PDF, mail, a feed or a WARC"


def _declared(content: bytes, media_type: str | None) -> tuple[str, ...]:
    header = _HEADER_CHARSET.search(media_type or "")
    meta = _META_CHARSET.search(content[:_PRESCAN_BYTES])
    names = ["utf-8"]
    names += [header.group(1)] if header else []
    names += [meta.group(1).decode("ascii", "ignore")] if meta else []
    return tuple(_superset(label) for label in names)


def _guessed(content: bytes) -> Iterator[str]:
    """Yield what a detector thinks, asked only when nothing declared fits; then Windows-1252."""
    yield from detect_encoding(content)
    yield "cp1252"


def _superset(label: str) -> str:
    return _SUPERSETS.get(label.lower(), label.lower())


def _try(content: bytes, charset: str) -> str | None:
    """Return the text under `charset`, or `None` where the bytes do not fit or nobody knows it."""
    try:
        return content.decode(charset)
    except (LookupError, UnicodeError, ValueError):
        return None


def _checked(text: str | None, charset: str, name: str) -> Decoded:
    if text is None or len(_CONTROLS.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise ContentError(name, _NOT_TEXT)
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise ContentError(name, "holds no text; nothing was added")
    return Decoded(text, charset)
