"""Which events are parts of a longer one: a shooting "during the protests", a strike "in the campaign".

An event is part of another only where its own words say so, by a noun that the longer event is told with,
where the longer one lasts more than a week, holds its day and lies in the same country, and where no
second one would do as well. What is unsure stays by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from onrecord.domain.event import Event
from onrecord.domain.grouping import EventGroup
from onrecord.domain.statement import Statement
from onrecord.domain.when import When
from onrecord.domain.where import Where

_NOUNS = (
    r"protests?|demonstrations?|unrest|uprising|crackdown|campaign|offensive|war|siege|blockade|"
    r"insurgency|rebellion|riots"
)
_WITHIN = re.compile(
    rf"\b(?:during|amid|in|since the start of|part of|part in)\s+(?:\w+\s+){{0,4}}?(?P<noun>{_NOUNS})\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?P<noun>{_NOUNS})\b", re.IGNORECASE)
#: What lasts longer than this is more than one occurrence.
_WEEK = timedelta(days=7)

_Key = tuple[str, str]


def place_in_campaigns(
    groups: Sequence[EventGroup], statements: Mapping[str, Statement]
) -> tuple[EventGroup, ...]:
    """Return the groups in the same order, each event with the longer one it belongs to.

    Args:
        groups: Every event on record; their order changes nothing.
        statements: Every statement the events name, by id.
    """
    campaigns: dict[_Key, list[Event]] = defaultdict(list)
    for group in groups:
        if _is_long(group.event):
            for key in _keys(group.event, statements, _NAMED):
                campaigns[key].append(group.event)
    return tuple(_placed(group, statements, campaigns) for group in groups)


def _placed(
    group: EventGroup,
    statements: Mapping[str, Statement],
    campaigns: Mapping[_Key, Sequence[Event]],
) -> EventGroup:
    event = group.event
    if _is_long(event):
        return group
    found = {
        campaign.id
        for key in _keys(event, statements, _WITHIN)
        for campaign in campaigns.get(key, ())
        if _holds(campaign, event)
    }
    if len(found) != 1:
        return group
    return replace(group, event=replace(event, part_of=found.pop()))


def _keys(
    event: Event, statements: Mapping[str, Statement], pattern: re.Pattern[str]
) -> Iterable[_Key]:
    """Return the nouns of longer events in the words of an event, each with its country."""
    if not isinstance(event.where, Where) or not event.where.country:
        return set()
    nouns = {
        match["noun"].casefold().removesuffix("s")
        for name in event.statements
        for match in pattern.finditer(statements[name].content.exact)
    }
    return {(noun, event.where.country) for noun in nouns}


def _is_long(event: Event) -> bool:
    when = event.when
    if not isinstance(when, When) or when.earliest is None or when.latest is None:
        return False
    return when.latest - when.earliest > _WEEK


def _holds(campaign: Event, event: Event) -> bool:
    whole, part = campaign.when, event.when
    if not isinstance(whole, When) or not isinstance(part, When):
        return False
    if None in (whole.earliest, whole.latest, part.earliest, part.latest):
        return False
    first, last = whole.earliest, whole.latest
    return bool(
        first and last and part.earliest and part.latest
        and first <= part.earliest and part.latest <= last
    )  # fmt: skip
