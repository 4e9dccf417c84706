"""Reports of one incident: what each tells, and which belong together.

The way of the product: statements, accounts, groups, events. A report belongs to the event of its main
account; one that tells of nothing that happened is a cluster of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from benchmarks.predict.incident_fields import fields_of
from benchmarks.predict.task import Row, Tools
from benchmarks.predict.texts import document_of
from onrecord.adapters.gazetteer import SqliteGazetteer
from onrecord.domain.reading import Reading
from onrecord.ports.gazetteer import Gazetteer
from onrecord.ports.linguist import Linguist
from onrecord.read.reader import read_document
from onrecord.reconcile.accounts import profiles_of
from onrecord.reconcile.events import events_of
from onrecord.reconcile.grouping import group_profiles
from onrecord.reconcile.lineage import group_lineages


def predict(records: Iterable[Row], tools: Tools) -> Iterator[Row]:
    """Yield one cluster for each incident told of, then one for each report that tells of none."""
    gazetteer = SqliteGazetteer()
    readings = [_reading(record, tools.linguist, gazetteer) for record in records]
    yield from clusters_of(readings, gazetteer)


def clusters_of(readings: Sequence[Reading], gazetteer: Gazetteer) -> Iterator[Row]:
    """Yield the clusters of reports already read."""
    profiles = [profile for reading in readings for profile in profiles_of(reading)]
    lineages = group_lineages(readings)
    statements = {one.id: one for reading in readings for one in reading.statements}
    mains = {profile.key: profile.document for profile in profiles if profile.main}
    left = {reading.document.id: reading.document.origin_key for reading in readings}
    for group in events_of(group_profiles(profiles, lineages=lineages), statements, lineages):
        documents = sorted({mains[one.key] for one in group.accounts if one.key in mains})
        names = [left.pop(name) for name in documents if name in left]
        if names:
            yield {"id": names[0], "docs": names, **fields_of(group, gazetteer)}
    for name in left.values():
        yield {"id": name, "docs": [name]}


def _reading(record: Row, linguist: Linguist, gazetteer: Gazetteer) -> Reading:
    """Return a report as read, its title the first paragraph."""
    title = record.get("title") or ""
    text = f"{title}\n\n{record['text']}"
    document = replace(document_of({**record, "text": text}), title=title or None)
    statements = tuple(read_document(document, text, linguist=linguist, gazetteer=gazetteer))
    return Reading(document, text, statements)
