"""What stages after reading work on: a document with the statements read from it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.document import Document
from onrecord.domain.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, its text, and its statements in order of the text.

    Attributes:
        document: The capture.
        text: The text all spans count in.
        statements: What was read from it.
        recorded_at: When the document came on record, UTC, ISO 8601; empty off the record.
    """

    document: Document
    text: str
    statements: tuple[Statement, ...]
    recorded_at: str = ""
