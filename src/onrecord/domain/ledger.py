"""The ledger: every record in the order it was written, each entry sealed to the one before.

An entry's digest covers its sequence number, time, agent, record type, record id, the canonical
text of the record and the digest before it, so nothing can be altered, left out or moved unseen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from onrecord.domain.codec import canonical_json
from onrecord.domain.ids import sha256_hex

#: Raised when the shape of a record changes in a way older code cannot read, or a type is added.
SCHEMA_VERSION = 3
#: What stands before the first entry.
GENESIS = "0" * 64

RecordType = Literal[
    "document", "span", "source", "actor", "place", "statement", "link", "event", "tally",
    "authority", "coverage", "posture", "escalation_step", "hypothesis", "indicator", "question",
    "assessment", "revision", "decision", "forecast", "resolution",
]  # fmt: skip
Review = Literal["machine", "reviewed", "disputed"]

#: The schema a type came with, or got fields with; the others came with the first. Entries name it, so
#: that an older Onrecord reads what it knows and says of the rest that it is too old.
_SINCE: dict[RecordType, int] = {
    "decision": 2, "hypothesis": 3, "indicator": 3, "question": 3, "forecast": 3, "resolution": 3,
}  # fmt: skip


class Record(Protocol):
    """Anything the ledger keeps: a frozen value with a content-hash id."""

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """A record on its way to the ledger.

    Attributes:
        type: Which of the twenty-one record types it is.
        record: The value.
        agent: Name and version of what made it.
        sources: Ids of the statements or documents it rests on.
        supersedes: Id of the record it replaces.
        review: Whether a person has looked at it.
    """

    type: RecordType
    record: Record
    agent: str
    sources: tuple[str, ...] = ()
    supersedes: str | None = None
    review: Review = "machine"


@dataclass(frozen=True, slots=True)
class Header:
    """What every record on the ledger carries beside its own fields."""

    id: str
    type: RecordType
    schema_version: int
    created_by: str
    created_at: str
    review: Review
    supersedes: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger.

    Attributes:
        sequence: From 1, without gaps.
        header: Id, type, who, when (UTC, ISO 8601 with microseconds and `Z`), review, supersedes.
        payload: Canonical JSON of the record.
        previous: Digest of the entry before, `GENESIS` for the first.
        digest: SHA-256 over all of the above.
    """

    sequence: int
    header: Header
    payload: str
    previous: str
    digest: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the ledger: how many entries, and the digest that seals them all."""

    sequence: int
    digest: str


def seal(draft: Draft, *, sequence: int, at: str, previous: str) -> Entry:
    """Return the entry that puts `draft` on the ledger after `previous`."""
    header = Header(
        id=draft.record.id,
        type=draft.type,
        schema_version=_SINCE.get(draft.type, 1),
        created_by=draft.agent,
        created_at=at,
        review=draft.review,
        supersedes=draft.supersedes,
        sources=draft.sources,
    )
    payload = canonical_json(draft.record)
    return Entry(
        sequence, header, payload, previous, digest_of(sequence, header, payload, previous)
    )


def digest_of(sequence: int, header: Header, payload: str, previous: str) -> str:
    """Return the digest an entry with these parts must bear."""
    sealed = canonical_json([sequence, header, sha256_hex(_bytes(payload)), previous])
    return sha256_hex(_bytes(sealed))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
