"""What a person decided about the record: `Decision`, an entry of its own that changes no other.

Machine and human judgement stay apart: what a machine made stays on the ledger as it was, and a
decision lies beside it, with who, when and why. Undoing a decision is a decision as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.errors import InvariantError
from onrecord.domain.ids import content_id

#: Looked at and held to be right; a field that should read otherwise; accounts of one event;
#: accounts of different events; to support nothing; no longer in force.
DecisionKind = Literal["accept", "correct", "merge", "split", "dismiss", "undo"]

#: How many things a decision of each kind must name at least; an undo names a decision instead.
_FEWEST: dict[DecisionKind, int] = {
    "accept": 1, "correct": 1, "merge": 2, "split": 1, "dismiss": 1, "undo": 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement of a person. The ledger says when it was made.

    Events are named by their statements, whose ids stay when accounts are grouped anew.

    Attributes:
        kind: What was decided.
        subjects: Ids of what it is about, sorted: statements, ties of links, revisions, documents and
            whatever else was looked at.
        by: Who decided, as they sign.
        why: The reason, in their words.
        others: For `split`, the statements that the subjects are held apart from, sorted.
        field: For `correct`, what should read otherwise.
        value: For `correct`, how it should read.
        reverses: For `undo`, the id of the decision that is no longer to hold.
        after: Id of the newest decision about one of the same things when this one was made. It makes
            deciding again after an undo a new record.
    """

    kind: DecisionKind
    subjects: tuple[str, ...]
    by: str
    why: str
    others: tuple[str, ...] = ()
    field: str = ""
    value: str = ""
    reverses: str | None = None
    after: str | None = None

    def __post_init__(self) -> None:
        if not self.by.strip() or not self.why.strip():
            raise InvariantError("a decision says who made it and why")
        for named in (self.subjects, self.others):
            if list(named) != sorted(set(named)):
                raise InvariantError("a decision names each thing once and in order of id")
        if len(self.subjects) < _FEWEST[self.kind]:
            raise InvariantError(f"to {self.kind} is about {_FEWEST[self.kind]} or more things")
        self._require_parts()

    def _require_parts(self) -> None:
        """Refuse a decision that lacks a part of its kind or has one of another kind."""
        if (self.kind == "split") != bool(self.others) or set(self.subjects) & set(self.others):
            raise InvariantError("a split, and nothing else, names what it holds apart")
        if (self.kind == "correct") != bool(self.field) or bool(self.field) != bool(self.value):
            raise InvariantError("a correction, and nothing else, names a field and its value")
        if (self.kind == "undo") != (self.reverses is not None):
            raise InvariantError("an undo, and nothing else, names the decision it reverses")

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("dec", self)

    def same_as(self, other: Decision) -> bool:
        """Say whether one person decides the same, for whatever reason and after whatever else."""
        return self._matter() == other._matter()

    def _matter(self) -> tuple[object, ...]:
        return (
            self.kind, self.subjects, self.by, self.others, self.field, self.value, self.reverses,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision with the time it came on record.

    Attributes:
        decision: What was decided.
        at: When, UTC, ISO 8601 with microseconds and `Z`.
    """

    decision: Decision
    at: str
