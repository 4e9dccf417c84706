"""Dates and times on the command line."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from onrecord.domain.edtf import is_edtf
from onrecord.domain.errors import UsageError
from onrecord.domain.when import When

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def parse_date(text: str | None) -> When | None:
    """Return a document date given by a person.

    Raises:
        UsageError: it is no date of our EDTF subset.
    """
    if text is None:
        return None
    if not is_edtf(text) or "/" in text:
        raise UsageError(f"--date {text!r} is no date; write it as 2025-11-28, 2025-11 or 2025")
    return When(text="", edtf=text, basis="supplied")


def parse_as_of(text: str | None) -> str | None:
    """Return the instant an `--as-of` asks for, in the ledger's form; a bare day means its end.

    Raises:
        UsageError: it is neither a day nor an ISO 8601 time.
    """
    if text is None:
        return None
    try:
        if _DAY.fullmatch(text):
            datetime.fromisoformat(text)
            return f"{text}T23:59:59.999999Z"
        instant = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"--as-of {text!r} is no time; write it as 2025-11-28 or 2025-11-28T12:00:00Z"
        ) from error
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=UTC)
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
