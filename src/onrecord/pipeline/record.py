"""From the record to what later stages work on: readings, checked against the archive as they load."""

from __future__ import annotations

from collections import defaultdict

from onrecord.domain.document import Document
from onrecord.domain.errors import LedgerBroken
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.ports.archive import Archive
from onrecord.ports.record_store import RecordStore


def load_readings(
    store: RecordStore, archive: Archive, *, as_of: str | None = None
) -> tuple[Reading, ...]:
    """Return every capture on record at `as_of` with its statements, in ledger order.

    Every span is compared with the archived text on the way (law 1).

    Raises:
        StoreError: an archived text is missing or damaged.
        LedgerBroken: a statement's words do not stand where it says.
    """
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in store.statements(as_of=as_of):
        by_document[statement.document].append(statement)
    return tuple(
        _reading(archive, document, recorded_at, tuple(by_document.get(document.id, ())))
        for document, recorded_at in store.documents(as_of=as_of)
    )


def load_reading(
    store: RecordStore, archive: Archive, document: Document, recorded_at: str
) -> Reading:
    """Return one capture with its statements; see `load_readings`."""
    return _reading(archive, document, recorded_at, store.statements(document=document.id))


def _reading(
    archive: Archive, document: Document, recorded_at: str, statements: tuple[Statement, ...]
) -> Reading:
    text = archive.get(document.text_sha256).decode("utf-8", "surrogatepass")
    for statement in statements:
        for span in statement.spans:
            if not span.stands_in(text):
                raise LedgerBroken(0, f"the words of {statement.id} are not in {document.id}")
    return Reading(document, text, statements, recorded_at)
