"""Who or what is meant and cannot be told: `Unresolved`, with a reason and those it could be."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.errors import InvariantError


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Stands where words could mean several, or nobody on record.

    Attributes:
        reason: One clause a reader can act on, such as "two ministries are named".
        candidates: Names or ids of those it could be, sorted, each once; empty where nobody is.
    """

    reason: str
    candidates: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise InvariantError("what is not resolved says why")
        if list(self.candidates) != sorted(set(self.candidates)):
            raise InvariantError("candidates are named once each, in order")


@dataclass(frozen=True, slots=True)
class OpenMention:
    """Words of one document that name somebody nobody could tell.

    Attributes:
        document: Id of the document.
        words: The words as they are compared, in lower case.
        why: Why they are not resolved, and whom they could mean.
    """

    document: str
    words: str
    why: Unresolved
