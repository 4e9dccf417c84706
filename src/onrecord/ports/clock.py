"""What time it is."""

from __future__ import annotations

from typing import Protocol


class Clock(Protocol):
    """Tells the present; the core never asks the machine itself."""

    def now(self) -> str:
        """Return the present in UTC as ISO 8601 with microseconds and `Z`."""
        ...
