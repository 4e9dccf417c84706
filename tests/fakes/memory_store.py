"""A record store in memory: a list of sealed entries, read from the front each time.

A real implementation of the port, held to the same contract as the others. Its projections are the
two dictionaries that questions are answered from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.domain.codec import canonical_json, from_plain
from onrecord.domain.document import Document
from onrecord.domain.errors import InvariantError, LedgerBroken, UsageError
from onrecord.domain.ledger import GENESIS, Draft, Entry, Head, RecordType, digest_of, seal
from onrecord.domain.statement import Statement

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)


class MemoryRecordStore:
    """A `RecordStore` that is gone with the process."""

    def __init__(self) -> None:
        self.ledger: list[Entry] = []
        self.kept_head = Head(0, GENESIS)
        self._documents: dict[int, Document] = {}
        self._statements: dict[int, Statement] = {}

    def append(self, drafts: Sequence[Draft], *, at: str) -> tuple[Entry, ...]:
        """Put drafts that are not there yet on the ledger."""
        if not _INSTANT.fullmatch(at):
            raise InvariantError(f"{at!r} is no UTC time with microseconds and Z")
        known = {entry.header.id for entry in self.ledger}
        time = max(at, self.ledger[-1].header.created_at) if self.ledger else at
        last = self.head()
        added: list[Entry] = []
        for draft in drafts:
            if draft.record.id not in known:
                known.add(draft.record.id)
                entry = seal(draft, sequence=last.sequence + 1, at=time, previous=last.digest)
                last = Head(entry.sequence, entry.digest)
                added.append(entry)
        self.ledger += added
        self.kept_head = last
        self._project(added)
        return tuple(added)

    def documents(self, *, as_of: str | None = None) -> tuple[tuple[Document, str], ...]:
        """Return every capture with the time it came on record."""
        last = self._last(as_of)
        return tuple(
            (document, self.ledger[sequence - 1].header.created_at)
            for sequence, document in self._documents.items()
            if sequence <= last
        )

    def versions(self, origin_key: str) -> tuple[Document, ...]:
        """Return every capture of this origin in the order they came on record."""
        return tuple(one for one in self._documents.values() if one.origin_key == origin_key)

    def statements(
        self, *, document: str | None = None, as_of: str | None = None
    ) -> tuple[Statement, ...]:
        """Return statements in ledger order, of one document or of all."""
        last = self._last(as_of)
        return tuple(
            statement
            for sequence, statement in self._statements.items()
            if sequence <= last and document in (None, statement.document)
        )

    def named(self, ids: Iterable[str]) -> dict[str, Statement]:
        """Return statements by id."""
        wanted = set(ids)
        return {one.id: one for one in self._statements.values() if one.id in wanted}

    def entries(
        self, *, after: int = 0, kind: RecordType | None = None, as_of: str | None = None
    ) -> Iterator[Entry]:
        """Yield ledger entries with a sequence above `after`, in order."""
        chosen = self.ledger[after : self._last(as_of)]
        return iter([entry for entry in chosen if kind in (None, entry.header.type)])

    def head(self, *, as_of: str | None = None) -> Head:
        """Return the end of the ledger, now or then."""
        entries = list(self.entries(as_of=as_of))
        return Head(entries[-1].sequence, entries[-1].digest) if entries else Head(0, GENESIS)

    def verify(self) -> Head:
        """Recompute the whole chain and compare it with the kept head."""
        last = Head(0, GENESIS)
        for entry in self.ledger:
            digest = digest_of(last.sequence + 1, entry.header, entry.payload, last.digest)
            if (entry.sequence, entry.previous) != (last.sequence + 1, last.digest):
                raise LedgerBroken(entry.sequence, "it does not follow from the one before")
            if entry.digest != digest:
                raise LedgerBroken(entry.sequence, "it is not what was sealed")
            last = Head(entry.sequence, digest)
        if last != self.kept_head:
            raise LedgerBroken(last.sequence + 1, "the tail is missing")
        return last

    def rebuild(self) -> None:
        """Make the dictionaries again from the ledger alone."""
        self._documents.clear()
        self._statements.clear()
        self._project(self.ledger)

    def dump(self) -> Iterator[str]:
        """Yield what is projected, in the order of ids."""
        yield from sorted(canonical_json([one.id, one]) for one in self._documents.values())
        yield from sorted(canonical_json([one.id, one]) for one in self._statements.values())

    def _project(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            plain = json.loads(entry.payload)
            if entry.header.type == "document":
                self._documents[entry.sequence] = from_plain(Document, plain)
            if entry.header.type == "statement":
                self._statements[entry.sequence] = from_plain(Statement, plain)

    def _last(self, as_of: str | None) -> int:
        if as_of is not None and not _INSTANT.fullmatch(as_of):
            raise UsageError(f"{as_of!r} is no UTC time with microseconds and Z")
        return sum(as_of is None or entry.header.created_at <= as_of for entry in self.ledger)
