"""Which events a timeline of the crisis names, and in which order a reader wants them: `EventLine`."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.errors import InvariantError
from onrecord.domain.grouping import EventGroup, Ground
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where

#: UCDP place precision of a country, or of a name nobody located.
_COUNTRY = 6


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event as a line of a timeline.

    Attributes:
        group: The event with the accounts it rests on.
        lead: The statement whose words stand for it.
        kind: What kind of happening the words name ("flood", "protest"); empty where the act says it.
        rank: 1 for what a reader should see first.
        salience: Why it stands where it does: origins, harm, headings, days.
        background: Why it lies outside the days the reports cover; empty when it does not.
        days: Every day that words state for it, as EDTF, with how many origins state it; the most stated
            first. Nothing is overwritten: that the event has one day does not hide the others.
    """

    group: EventGroup
    lead: Statement
    kind: str
    rank: int
    salience: tuple[Ground, ...] = ()
    background: str = ""
    days: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        if self.lead.id not in self.group.event.statements:
            raise InvariantError("a line shows words that the event rests on")
        if self.rank < 1:
            raise InvariantError("ranks count from one")

    @property
    def when(self) -> When | Unknown:
        """Return the days of the event.

        Where reports merely bound them ("by the day of the report") and the words that stand for the event
        are news of that day in the present tense, it is that day; the basis stays `document`.
        """
        days, own = self.group.event.when, self.lead.when
        if not isinstance(days, When) or not isinstance(own, When):
            return days
        bounded = days.basis == own.basis == "document" and days.latest == own.latest
        return own if bounded and own.precision == 1 else days

    @property
    def where(self) -> Where | Unknown:
        """Return the place of the event, else the one its own words name, which nobody may have located.

        A name closer than a country goes before the country alone.
        """
        place, own = self.group.event.where, self.lead.where
        if own is None or not own.name:
            return place
        if isinstance(place, Unknown):
            return own
        closer = own.precision < _COUNTRY or not own.place
        return own if place.precision == _COUNTRY and place.place and closer else place

    @property
    def points(self) -> float:
        """Return what its salience comes to."""
        return sum(ground.points for ground in self.salience)
