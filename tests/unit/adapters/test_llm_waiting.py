"""How long to wait before asking again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onrecord.adapters.llm.waiting import LONGEST_S, asked_pause_s, pause_s

NOW = datetime(2031, 4, 8, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("", None),
        ("0", 0.0),
        (" 12 ", 12.0),
        ("-3", None),
        ("soon", None),
        ("1.5", None),
        ("٣", None),
        ("9" * 400, 999_999_999.0),
        ("Tue, 08 Apr 2031 12:01:30 GMT", 90.0),
        ("Tue, 08 Apr 2031 11:00:00 GMT", 0.0),
        ("Tue, 08 Apr 2031 12:00:30 -0000", 30.0),
        ("Tue, 99 Apr 2031 12:00:30 GMT", None),
    ],
)
def test_what_a_service_asks_for_is_seconds_or_a_date(header: str, seconds: float | None) -> None:
    assert asked_pause_s(header, NOW) == seconds


@pytest.mark.parametrize("attempt", [0, 3, 50])
def test_chance_takes_off_up_to_half_of_a_wait_and_no_wait_is_endless(attempt: int) -> None:
    longest, shortest = pause_s(attempt, jitter=0.0), pause_s(attempt, jitter=1.0)
    assert shortest == longest / 2
    assert longest <= LONGEST_S
