"""Pages → the text of their article, as captured: the body and no headline, byline, caption or rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.predict.task import Row, Tools
from onrecord.capture.capture import Capture, capture
from onrecord.capture.origin import Origin
from onrecord.domain.errors import ContentError


def predict(records: Iterable[Row], tools: Tools) -> Iterator[Row]:
    """Yield the body text of each page; a page that cannot be read as a document has none."""
    for record in records:
        content = (tools.folder / record["html"]).read_bytes()
        yield {"id": record["id"], "text": body_text(content, record.get("url"))}


def body_text(content: bytes, url: str | None = None) -> str:
    """Return the passages of a page that are its article, one a line, or nothing.

    Args:
        content: HTML, packed with gzip or not.
        url: The address the page answered under.
    """
    origin = Origin(name=url or "page", locator=url or "page", url=url, media_type="text/html")
    try:
        captures = capture(content, origin=origin)
    except ContentError:
        return ""
    return "\n".join(one for capture_ in captures for one in _body(capture_))


def _body(one: Capture) -> Iterator[str]:
    for passage in one.document.passages:
        if passage.role == "body":
            yield passage.extent.of(one.text)
