"""`actors`: who is named on record, under which names and offices, now or as of a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.cli.options import AsOfOption, JsonOption, StoreOption
from onrecord.cli.output import emit_rows, emit_table
from onrecord.cli.times import parse_as_of
from onrecord.config import load_settings
from onrecord.domain.source import ActorEntry, ActorRole
from onrecord.domain.unknown import Unknown
from onrecord.domain.unresolved import OpenMention
from onrecord.pipeline.record import load_readings
from onrecord.publish.actor_rows import actor_row, open_mention_row
from onrecord.reconcile.actors import Actors, resolve_actors
from onrecord.reconcile.actors_cast import cast_of
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.versions import split_versions
from onrecord.wiring import gazetteer, open_record

#: Aliases and roles that a table shows; rows for programs hold all.
_SHOWN = 6


def actors(
    as_of: AsOfOption = None, store: StoreOption = None, as_json: JsonOption = False
) -> None:
    """Print who is named on record, with other names, offices and how many sources name them.

    Private persons are not listed: nobody without a public office is. Words that could mean several,
    or nobody on record, stand below.
    """
    with open_record(load_settings(store=store), read_only=True) as record:
        readings = load_readings(record.store, record.archive, as_of=parse_as_of(as_of))
    current, _ = split_versions(readings)
    places = gazetteer()
    found = resolve_actors(
        (cast_of(one, places) for one in current), lineages=group_lineages(current)
    )
    if as_json:
        emit_rows([*map(actor_row, found.entries), *map(open_mention_row, found.open)])
        return
    _print(found)


def _print(found: Actors) -> None:
    names = {one.actor.id: one.actor.name for one in found.entries}
    ordered = sorted(found.entries, key=lambda one: (-len(one.lineages), one.actor.name))
    emit_table(
        f"{len(ordered)} actors",
        ("name", "kind", "part of", "other names", "offices", "statements", "origins"),
        (_row(one, names) for one in ordered),
    )
    emit_table(
        f"{len(found.open)} mentions nobody could tell",
        ("words", "why", "could be", "documents"),
        _open_rows(found.open, names),
    )


def _row(entry: ActorEntry, names: dict[str, str]) -> tuple[str, ...]:
    actor = entry.actor
    return (
        actor.name,
        actor.kind.replace("_", " "),
        names.get(actor.part_of or "", ""),
        _listed(actor.aliases),
        _listed(dict.fromkeys(_office(role) for role in actor.roles)),
        str(len(entry.statements)),
        str(len(entry.lineages)),
    )


def _office(role: ActorRole) -> str:
    day = None if isinstance(role.valid, Unknown) else role.valid.edtf
    return f"{role.title} ({day})" if day else role.title


def _listed(words: Iterable[str]) -> str:
    kept = list(words)
    more = len(kept) - _SHOWN
    return ", ".join([*kept[:_SHOWN], *([f"{more} more"] if more > 0 else [])])


def _open_rows(
    mentions: Iterable[OpenMention], names: dict[str, str]
) -> Iterable[tuple[str, str, str, str]]:
    counted = Counter((one.words, one.why) for one in mentions)
    for (words, why), count in sorted(
        counted.items(), key=lambda item: (-item[1], item[0][0], item[0][1].reason)
    ):
        could = _listed(names.get(one, one) for one in why.candidates)
        yield words, why.reason, could, str(count)
