"""WARC files: the pages in them, one by one, as they were answered."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from onrecord.domain.errors import ContentError

Record = Any  # a fastwarc record: its reader has no usable types

_READ = ("text/html", "application/xhtml", "text/plain", "application/pdf")
#: The most bytes of one page, as sent and decompressed.
MAX_PAGE_BYTES = 50_000_000
_ANY_WRAPPER = 47
_OK = 200


@dataclass(frozen=True, slots=True)
class WarcPage:
    """One answer kept in a WARC file.

    Attributes:
        url: The address that was asked.
        content: The body, with transfer and content encodings undone.
        media_type: The header's media type with parameters.
        captured_date: The day it was captured, in EDTF; never the date of the document.
    """

    url: str
    content: bytes
    media_type: str
    captured_date: str


def read_warc(source: bytes | Path) -> Iterator[WarcPage]:
    """Yield the HTML, text and PDF answers with status 200, in the order of the file.

    Everything whole is yielded before an error is raised, so nothing that can be read is lost.

    Args:
        source: The bytes of a WARC file, plain or compressed, or where it lies.

    Raises:
        ContentError: at the end, when the file is cut short or damaged or is no WARC file at all;
            the message counts what was read. A record that cannot be read alone is counted as well.
    """
    name = source.name if isinstance(source, Path) else "the WARC file"
    try:
        stream: io.BufferedIOBase = (
            source.open("rb") if isinstance(source, Path) else io.BytesIO(source)
        )
    except OSError as error:
        raise ContentError(name, f"cannot be opened: {error.strerror}") from error
    with stream:
        yield from _pages(stream, name)


def _pages(stream: io.BufferedIOBase, name: str) -> Iterator[WarcPage]:
    records = pages = broken = 0
    ended_early = False
    kinds = WarcRecordType.any_type
    try:
        for record in ArchiveIterator(stream, record_types=kinds, parse_http=False):
            records += 1
            block = record.reader.read()
            if len(block) < record.content_length:
                ended_early = True
                break
            if record.record_type != WarcRecordType.response:
                continue
            page, is_broken = _page(record, block)
            broken += is_broken
            if page is not None:
                pages += 1
                yield page
    except (OSError, ValueError, EOFError, RuntimeError):
        ended_early = True
    if not records:
        raise ContentError(name, "is not a WARC file, or it ends before its first record")
    if ended_early:
        raise ContentError(
            name, f"ends in the middle of a record after {pages} whole pages; get the file again"
        )
    if broken:
        raise ContentError(name, f"holds {broken} records that cannot be read; {pages} pages were")


def _page(record: Record, block: bytes) -> tuple[WarcPage | None, bool]:
    """Return the page of a response record, if it is one we read, and whether it is damaged."""
    head, parted, body = block.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    status = lines[0].split()
    if not parted or not lines[0].startswith("HTTP/") or len(status) < 2:  # noqa: PLR2004 - version and code
        return None, lines[0].startswith("HTTP/")
    fields = {
        key.strip().lower(): value.strip()
        for key, found, value in (line.partition(":") for line in lines[1:])
        if found
    }
    media_type = fields.get("content-type", "")
    if status[1] != str(_OK) or not media_type.lower().startswith(_READ):
        return None, False
    content = _decoded(body, fields)
    if content is None:
        return None, True
    captured = record.record_date
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    return WarcPage(url, content, media_type, f"{captured:%Y-%m-%d}" if captured else ""), False


def _decoded(body: bytes, fields: dict[str, str]) -> bytes | None:
    """Return the body without its encodings, or `None` where they do not hold or hide too much."""
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    encoding = fields.get("content-encoding", "").lower()
    if encoding in ("gzip", "x-gzip", "deflate") and body[:1] in (b"\x1f", b"\x78"):
        stream = zlib.decompressobj(_ANY_WRAPPER)
        try:
            body = stream.decompress(body, MAX_PAGE_BYTES + 1)
        except zlib.error:
            return None
        if not stream.eof:
            return None
    elif encoding in {"br", "zstd"}:
        return None
    return body if len(body) <= MAX_PAGE_BYTES else None


def _unchunked(body: bytes) -> bytes:
    """Return the chunks of `body` joined; many archives keep the header but not the chunks."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at)
        size = body[at : max(at, end)].partition(b";")[0].strip()
        try:
            length = int(size, 16)
        except ValueError:
            return b"".join(parts) if parts and not size else body
        if length == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
