"""Leaving out what no citation may hold: words cut in the middle, figures without bound, positions.

A reader that cut a figure out of a number has misread it; printing nothing is right then, and a brief
must not fail for one such figure. Words that would show where a force stands are printed nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from onrecord.domain.grouping import EventGroup
from onrecord.domain.reading import Reading
from onrecord.domain.span import Extent
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.tally import Observation, Tally
from onrecord.domain.where import points_at_forces
from onrecord.domain.withheld import gives_position
from onrecord.publish.borders import bound_left_out, cuts


def whole_reading(reading: Reading) -> Reading:
    """Return the reading without statements that a brief may not cite.

    Those are statements whose words begin or end within a word or number, and those that would carry a
    position of a force into the file, in their own words or in the passage that proves them.
    """
    pointing = [
        one.extent
        for one in reading.document.passages
        if points_at_forces(one.extent.of(reading.text))
    ]
    kept = tuple(
        one
        for one in reading.statements
        if not _is_cut(one, reading.text) and not _gives_position(one, pointing)
    )
    return reading if len(kept) == len(reading.statements) else replace(reading, statements=kept)


def whole_event(group: EventGroup, *, cut: Collection[str]) -> EventGroup | None:
    """Return the event without statements that are left out; `None` without any left."""
    if not set(group.event.statements) & set(cut):
        return group
    accounts = tuple(
        replace(one, statements=kept)
        for one in group.accounts
        if (kept := tuple(name for name in one.statements if name not in cut))
    )
    if not accounts:
        return None
    event = replace(
        group.event,
        statements=tuple(sorted({name for one in accounts for name in one.statements})),
        harm=tuple(one for one in group.event.harm if not set(one.statements) & set(cut)),
    )
    keys = {one.key for one in accounts}
    joins = tuple(one for one in group.joins if {one.earlier, one.later} <= keys)
    return EventGroup(event, accounts, joins)


def whole_tally(tally: Tally, texts: Mapping[str, str], *, cut: Collection[str]) -> Tally | None:
    """Return the tally without figures that are cut or lack their bound; `None` without any left.

    Args:
        tally: A running count.
        texts: The text of each document by id.
        cut: Ids of the statements that are left out.
    """
    kept = tuple(
        one
        for one in tally.observations
        if one.statement not in cut and _is_whole(one, texts.get(one.span.document, ""))
    )
    if not kept:
        return None
    names = {one.statement for one in kept}
    steps = tuple(one for one in tally.steps if {one.earlier, one.later} <= names)
    return tally if kept == tally.observations else replace(tally, observations=kept, steps=steps)


def _gives_position(statement: Statement, pointing: Sequence[Extent]) -> bool:
    spans = statement.spans
    if any(span.start < one.end and one.start < span.end for one in pointing for span in spans):
        return True
    return gives_position(statement, statement.content.exact)


def _is_cut(statement: Statement, text: str) -> bool:
    return cuts(text, statement.content.start, statement.content.end)


def _is_whole(observation: Observation, text: str) -> bool:
    span = observation.span
    counted = Counted(span, observation.quantity)
    return not cuts(text, span.start, span.end) and not bound_left_out(
        text, counted, start=span.start
    )
