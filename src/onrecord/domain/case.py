"""What assessing works on: all that the documents on record say together, at one time: `Case`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from onrecord.domain.document import Document
from onrecord.domain.event_line import EventLine
from onrecord.domain.grouping import EventGroup
from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.tally import Tally


@dataclass(frozen=True)
class Case:
    """One state of the record, reconciled.

    Attributes:
        readings: The current version of each document, in order of document id.
        today: The day everything is looked at from: that of `--as-of`, else the last day a document on
            record bears; `None` where no document has a day. It is never the machine's clock.
        events: What happened, each with the accounts it rests on.
        lines: The events that deserve a line of a timeline, in order of day.
        tallies: Running counts.
        links: How statements stand to one another.
        lineages: Origin of each document, by document id.
        countries: The state that words lead to ("the U.S. military" → US), by those words: its ISO 3166-1
            code, or its name where no gazetteer lists it. Words that lead to none, or to several, are
            left out.
    """

    readings: tuple[Reading, ...]
    today: date | None = None
    events: tuple[EventGroup, ...] = ()
    lines: tuple[EventLine, ...] = ()
    tallies: tuple[Tally, ...] = ()
    links: tuple[Link, ...] = ()
    lineages: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Return every current document by id."""
        return {one.document.id: one.document for one in self.readings}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Return every statement of the current documents by id, in order of document and text."""
        return {one.id: one for reading in self.readings for one in reading.statements}

    @cached_property
    def texts(self) -> dict[str, str]:
        """Return the text of each current document by its id."""
        return {one.document.id: one.text for one in self.readings}

    def sentence_of(self, statement: Statement) -> str:
        """Return the passage that holds the statement's words: what stands around them."""
        text = self.texts[statement.document]
        for passage in self.documents[statement.document].passages:
            if passage.extent.start <= statement.content.start < passage.extent.end:
                return passage.extent.of(text)
        return statement.content.exact
