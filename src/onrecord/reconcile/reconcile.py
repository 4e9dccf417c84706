"""Everything at once: readings of many documents in, what they say together out.

Pure and independent of the order readings arrive in. Reconciling again what was reconciled changes
nothing: `reconcile(result.readings)` keeps tallies, timeline and links.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.domain.grouping import EventGroup
from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.revision import Revision
from onrecord.domain.statement import Statement
from onrecord.domain.tally import Tally
from onrecord.domain.timeline import TimelineEntry
from onrecord.reconcile.accounts import profiles_of
from onrecord.reconcile.campaigns import place_in_campaigns
from onrecord.reconcile.events import events_of
from onrecord.reconcile.gathering import gather
from onrecord.reconcile.grouping import Group, group_profiles
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.links import find_links, link_items
from onrecord.reconcile.rulings import NO_RULINGS, Rulings, heard, heard_links
from onrecord.reconcile.tallies import reconcile_tallies
from onrecord.reconcile.timeline import entries_of, groupings, links_of, occurrences
from onrecord.reconcile.versions import compare_versions, split_versions


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What the documents on record say together.

    Attributes:
        readings: The current version of each document, in order of document id.
        superseded: Versions that another replaces, in the same order.
        tallies: Running counts.
        events: What happened, each with the accounts it rests on.
        timeline: What happened when, undated entries last.
        links: How statements stand to one another, in order of kind, then ids.
        revisions: What each new version changed.
        lineages: Document id and origin of each current document, in order of id.
    """

    readings: tuple[Reading, ...]
    superseded: tuple[Reading, ...]
    tallies: tuple[Tally, ...]
    events: tuple[EventGroup, ...]
    timeline: tuple[TimelineEntry, ...]
    links: tuple[Link, ...]
    revisions: tuple[Revision, ...]
    lineages: tuple[tuple[str, str], ...]


def reconcile(readings: Sequence[Reading], *, rulings: Rulings = NO_RULINGS) -> Reconciled:
    """Return what all captures on record say together.

    Args:
        readings: Every capture, all versions, in any order. Superseded versions feed the revisions
            and nothing else.
        rulings: What people decided.
    """
    current, superseded = split_versions(readings)
    lineages = group_lineages(current)
    told = heard(current, rulings)
    statements = {one.id: one for reading in told for one in reading.statements}
    tallies = reconcile_tallies(told, lineages)
    found = occurrences(told, lineages)
    groups = groupings(found)
    happenings = _happenings(told, statements, lineages, rulings)
    events = place_in_campaigns(events_of(happenings, statements, lineages), statements)
    links = (
        *links_of(groups),
        *find_links(
            (item for reading in told for item in link_items(reading)),
            lineages=lineages,
            tallies=tallies,
            events=events,
            readings=told,
        ),
    )
    return Reconciled(
        readings=current,
        superseded=superseded,
        tallies=tallies,
        events=events,
        timeline=entries_of(found, groups),
        links=tuple(sorted(heard_links(dict.fromkeys(links), rulings), key=_link_order)),
        revisions=compare_versions(readings),
        lineages=tuple(sorted(lineages.items())),
    )


def _happenings(
    readings: Sequence[Reading],
    statements: Mapping[str, Statement],
    lineages: Mapping[str, str],
    rulings: Rulings,
) -> tuple[Group, ...]:
    """Return the accounts of all reports in groups of one happening each."""
    profiles = [profile for reading in readings for profile in profiles_of(reading)]
    grouped = group_profiles(profiles, lineages=lineages, rulings=rulings)
    return gather(grouped, readings, statements, lineages, rulings=rulings)


def _link_order(link: Link) -> tuple[str, str, str, str]:
    return link.kind, link.from_id, link.to_id, link.subtype
