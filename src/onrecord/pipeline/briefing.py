"""From the record to a compiled brief."""

from __future__ import annotations

from onrecord.domain.brief import Brief
from onrecord.pipeline.record import load_readings
from onrecord.ports.archive import Archive
from onrecord.ports.record_store import RecordStore
from onrecord.publish.compile import Material, compile_brief
from onrecord.reconcile.reconcile import reconcile


def brief_of(
    store: RecordStore, archive: Archive, *, title: str, generator: str, as_of: str | None = None
) -> Brief:
    """Compile the brief of everything on record at `as_of`.

    Raises:
        CompileError: a sentence does not follow from its support; nothing is published.
        StoreError: the record cannot be read.
    """
    reconciled = reconcile(load_readings(store, archive, as_of=as_of))
    material = Material(
        readings=reconciled.readings,
        superseded=reconciled.superseded,
        tallies=reconciled.tallies,
        timeline=reconciled.timeline,
        links=reconciled.links,
        revisions=reconciled.revisions,
        lineages=reconciled.lineages,
        head=store.head(as_of=as_of),
        as_of=as_of,
        title=title,
    )
    return compile_brief(material, generator=generator)
