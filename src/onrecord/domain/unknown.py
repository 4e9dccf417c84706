"""What is not known: a value with a reason, never a default (law 10)."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.errors import InvariantError


@dataclass(frozen=True, slots=True)
class Unknown:
    """Stands where a value is missing and says why.

    Attributes:
        reason: One clause a reader can act on, such as "the page carries no date".
    """

    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise InvariantError("what is not known says why")
