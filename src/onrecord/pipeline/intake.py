"""From a capture to the record: archive the bytes, read the text, append everything in one commit.

The order makes a crash harmless (law 9): bytes lie durably in the archive before the ledger names
them, and a document enters the ledger together with all of its statements or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.capture.capture import Capture
from onrecord.domain.document import Document
from onrecord.domain.ledger import Draft
from onrecord.domain.statement import Statement
from onrecord.ports.archive import Archive
from onrecord.ports.clock import Clock
from onrecord.ports.record_store import RecordStore

#: How the origin key of a file without an address begins.
LOCATOR_PREFIX = "locator:"

#: Reads one captured document: its statements in order of the text.
Read = Callable[[Document, str], tuple[Statement, ...]]
Outcome = Literal["new", "new version", "unchanged"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one capture. When it exists, the document is durably on record."""

    document: Document
    outcome: Outcome
    statements: int


@dataclass(frozen=True, slots=True)
class Desk:
    """Where captures go: the store, the archive, the reader and the clock.

    Attributes:
        reader: Name and version of what reads, written into every header.
    """

    store: RecordStore
    archive: Archive
    clock: Clock
    read: Read
    reader: str


def take(capture: Capture, desk: Desk, *, live: bool = False) -> Taken:
    """Put one capture on record.

    The same capture again is a no-op; the same origin with other content becomes a new version that
    names the one it replaces. A saved page that an earlier version already holds is a no-op too: it
    shows what the page once was. Only what is `live`, fetched now or a file in its own place, can
    show that a page went back to what it was.

    Raises:
        StoreError: nothing was written.
    """
    versions = desk.store.versions(capture.document.origin_key)
    live = live or capture.document.origin_key.startswith(LOCATOR_PREFIX)
    for known in versions[-1:] if live else versions:
        if known.same_capture(capture.document):
            return Taken(known, "unchanged", 0)
    before = versions[-1] if versions else None
    version_of = None if before is None else before.id
    document = replace(capture.document, version_of=version_of)
    desk.archive.put(capture.content)
    desk.archive.put(capture.text.encode("utf-8", "surrogatepass"))
    statements = desk.read(document, capture.text)
    desk.store.append(_drafts(document, statements, desk.reader), at=desk.clock.now())
    return Taken(document, "new" if before is None else "new version", len(statements))


def _drafts(
    document: Document, statements: tuple[Statement, ...], reader: str
) -> tuple[Draft, ...]:
    first = Draft("document", document, agent=document.normaliser, supersedes=document.version_of)
    rest = [
        Draft("statement", statement, agent=reader, sources=(document.id,))
        for statement in statements
    ]
    return (first, *rest)
