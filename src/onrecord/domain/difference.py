"""What changed between two states of the record: `Changes`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.decision import Decided
from onrecord.domain.grouping import EventGroup
from onrecord.domain.link import Link
from onrecord.domain.review import Suspension
from onrecord.domain.revision import Revision
from onrecord.domain.tally import Observation, Tally

#: What an event may say otherwise than before.
EventField = Literal["day", "place", "harm", "status", "responsibility"]
EventChangeKind = Literal["new", "gone", "same", "moved", "regrouped"]


@dataclass(frozen=True, slots=True)
class EventChange:
    """Events of two states that share statements, or an event that only one state has.

    Attributes:
        before: The events of the earlier state, in its order.
        after: The events of the later state, in its order.
        gained: Origins that stand behind it only in the later state, sorted.
        fields: What the one event after says otherwise than the one before.
    """

    before: tuple[EventGroup, ...]
    after: tuple[EventGroup, ...]
    gained: tuple[str, ...] = ()
    fields: tuple[EventField, ...] = ()

    @property
    def kind(self) -> EventChangeKind:
        """Return what became of it; `regrouped` where accounts are held to be of other events."""
        if not self.before:
            return "new"
        if not self.after:
            return "gone"
        if len(self.before) > 1 or len(self.after) > 1:
            return "regrouped"
        return "moved" if self.gained or self.fields else "same"


@dataclass(frozen=True, slots=True)
class TallyChange:
    """A running count of the later state with what is new in it.

    Attributes:
        tally: The count as it stands later.
        is_new: Whether the earlier state has no figure of it.
        added: Its figures that the earlier state does not have, in order.
    """

    tally: Tally
    is_new: bool
    added: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between an earlier and a later state of the record.

    Attributes:
        arrived: Ids of the current documents that the earlier state does not hold, sorted.
        events: Events that are new, gone, or told otherwise, in order of the later state.
        tallies: Counts with new figures, in order of the later state.
        links: Links that the earlier state does not have.
        revisions: Edits that the earlier state does not have.
        decisions: What people decided in between, in the order of the ledger.
        suspensions: What waits to be looked at again and did not before.
        carried: Statements of edited reports, each with what stands for it in the later state.
        same_events: Ids of the events that stand as they did, in order.
        same_tallies: Ids of the counts that stand as they did, in order.
    """

    arrived: tuple[str, ...]
    events: tuple[EventChange, ...]
    tallies: tuple[TallyChange, ...]
    links: tuple[Link, ...]
    revisions: tuple[Revision, ...]
    decisions: tuple[Decided, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    carried: tuple[tuple[str, str], ...] = ()
    same_events: tuple[str, ...] = ()
    same_tallies: tuple[str, ...] = ()
