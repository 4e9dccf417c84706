"""A record with who put it on the ledger and when: `Recorded`."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.ledger import Record


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a person put on record.

    Attributes:
        record: The record.
        by: Who put it there, as they sign.
        at: When it came on record, UTC, ISO 8601 with microseconds and `Z`.
    """

    record: Record
    by: str
    at: str
