"""How long to wait before asking again."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

#: Statuses after which the same request may succeed; 529 is said by services that are overloaded.
RETRYABLE = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
#: Requests for one answer.
ATTEMPTS = 5
#: Nobody is kept waiting longer than this between two of them.
LONGEST_S = 120.0
_FIRST_S = 1.0


def pause_s(attempt: int, *, jitter: float) -> float:
    """Return the seconds to wait after the failed request number `attempt`, from 0.

    The wait doubles each time; `jitter`, from 0 to 1, takes off up to half of it, so that many who
    failed together do not come back together.

    Example:
        >>> [pause_s(attempt, jitter=0.0) for attempt in range(4)]
        [1.0, 2.0, 4.0, 8.0]
    """
    return min(LONGEST_S, _FIRST_S * 2.0**attempt) * (1 - jitter / 2)


def asked_pause_s(header: str, now: datetime) -> float | None:
    """Return the seconds that a `Retry-After` header asks for, or `None` where it asks for nothing.

    Args:
        header: Seconds, or a date as HTTP writes it; anything else asks for nothing.
        now: The present, with its zone.

    Example:
        >>> asked_pause_s("3", datetime(2031, 4, 8, tzinfo=UTC))
        3.0
    """
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())
