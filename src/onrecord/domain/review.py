"""What people are asked to look at, and what became of what they decided.

Nothing here is on the ledger: it follows from the documents and the decisions that are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.decision import Decided
from onrecord.domain.ids import content_id

SuspendedKind = Literal["event", "tally", "link", "decision", "statement"]

#: Why something is worth a look, the most urgent first: words it rests on were edited or withdrawn;
#: independent origins exclude one another; a count fell and nobody said why; much harm on one origin's
#: word; accounts barely held together; somebody who could not be told; a report without a date.
ConcernReason = Literal[
    "suspended", "contradiction", "fall", "single_origin", "close_join", "unresolved", "undated"
]
#: How a decision stands: in force; in force in part, because a later one or an edit took the rest;
#: undone; overridden by later ones; suspended because the words changed; idle because what it is about
#: is no longer on record.
VerdictState = Literal["in_force", "in_part", "undone", "overridden", "suspended", "idle"]


@dataclass(frozen=True, slots=True)
class Suspension:
    """One record that waits to be looked at again because words it rests on changed.

    Attributes:
        record: Id of the event, tally, link or decision; of a statement where its words went and
            nothing is suspended in its place.
        kind: Which of these it is.
        because: Ids of the revisions and ties of the retracting links, sorted.
        statements: Ids of the statements concerned, sorted.
    """

    record: str
    kind: SuspendedKind
    because: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that is worth a look, and why.

    Attributes:
        reason: Why, by name.
        record: Id of what it is about.
        about: One line that a reader can check, with the words concerned.
        subjects: Ids that a decision about it names, sorted.
        weight: How much it matters among concerns of one reason.
    """

    reason: ConcernReason
    record: str
    about: str
    subjects: tuple[str, ...]
    weight: float = 0.0

    @property
    def id(self) -> str:
        """Return the content-hash id: another one as soon as it is about something else."""
        return content_id("cnc", [self.reason, list(self.subjects)])


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision with how it stands now.

    Attributes:
        decided: The decision and when it came on record.
        state: How it stands.
        because: Ids of the decisions, revisions or ties of links that made it so, sorted.
    """

    decided: Decided
    state: VerdictState
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrected:
    """A value of a machine, and beside it the one a person gives.

    Attributes:
        record: Id of the event or tally.
        field: Which field.
        machine: The machine's value in words; "not known" where it has none.
        value: The person's value.
        by: Who gives it.
        why: The reason.
        decision: Id of the decision.
        statements: Ids of the statements by which the decision names the event or figure.
    """

    record: str
    field: str
    machine: str
    value: str
    by: str
    why: str
    decision: str
    statements: tuple[str, ...]
