"""A change to the record, kept beside what it changed: `Revision`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.ids import content_id
from onrecord.domain.span import Span

RevisionReason = Literal["correction", "update", "merge", "split", "retraction", "safety"]


@dataclass(frozen=True, slots=True)
class Revision:
    """What a record said before and after, why, and what depends on it.

    Attributes:
        record: Id of the record that changed.
        old: The words or value before, verbatim; empty where something was added.
        new: The words or value after, verbatim; empty where something was removed.
        reason: Why.
        by: Who changed it: the publisher's name, an agent, or a person on the team.
        effect: What follows for dependants, in one sentence.
        old_span: Where the words before stood, when they were words of a document.
        new_span: Where the words after stand.
    """

    record: str
    old: str
    new: str
    reason: RevisionReason
    by: str
    effect: str = ""
    old_span: Span | None = None
    new_span: Span | None = None

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("rev", self)
