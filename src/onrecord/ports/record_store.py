"""Where records lie: one append-only ledger and what can be asked of it.

Times are UTC as ISO 8601 text with microseconds and `Z` ("2025-11-28T12:00:00.000000Z"), so they
compare as text. `as_of` asks for what was on record at that time, inclusive; `None` means now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from onrecord.domain.document import Document
from onrecord.domain.ledger import Draft, Entry, Head, RecordType
from onrecord.domain.statement import Statement


class RecordStore(Protocol):
    """The record. One writer at a time; what `append` returned survives a crash at any moment."""

    def append(self, drafts: Sequence[Draft], *, at: str) -> tuple[Entry, ...]:
        """Put drafts on the ledger in one commit: all of them or none.

        A draft whose record id is already on the ledger is left out, so appending twice is a no-op.

        Returns:
            The entries written, in order; they are durable when this returns.

        Raises:
            StoreError: nothing was written; or, as the message then says, everything was and only
                the head kept outside the ledger lags, which the next opening mends.
        """
        ...

    def documents(self, *, as_of: str | None = None) -> tuple[tuple[Document, str], ...]:
        """Return every capture with the time it came on record, in ledger order."""
        ...

    def versions(self, origin_key: str) -> tuple[Document, ...]:
        """Return every capture of this origin in the order they came on record."""
        ...

    def statements(
        self, *, document: str | None = None, as_of: str | None = None
    ) -> tuple[Statement, ...]:
        """Return statements in ledger order, of one document or of all."""
        ...

    def named(self, ids: Iterable[str]) -> dict[str, Statement]:
        """Return statements by id; ids of no statement on record are left out."""
        ...

    def entries(
        self, *, after: int = 0, kind: RecordType | None = None, as_of: str | None = None
    ) -> Iterator[Entry]:
        """Yield ledger entries with a sequence above `after`, in order."""
        ...

    def head(self, *, as_of: str | None = None) -> Head:
        """Return the end of the ledger; sequence 0 and `GENESIS` when it was empty."""
        ...

    def verify(self) -> Head:
        """Recompute the whole chain and compare it with the head kept outside the ledger.

        Raises:
            LedgerBroken: an entry does not follow from the one before, or the tail is missing.
        """
        ...

    def rebuild(self) -> None:
        """Throw away every projection and make it again from the ledger alone."""
        ...

    def dump(self) -> Iterator[str]:
        """Yield the projections as text lines in a fixed order: equal records give equal bytes."""
        ...
