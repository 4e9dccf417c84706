"""`store` and `doctor`: looking after what is kept."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version

import typer

from onrecord import __version__
from onrecord.cli.options import AsOfOption, JsonOption, LinguistOption, ReaderOption, StoreOption
from onrecord.cli.output import emit_json, emit_text, say
from onrecord.cli.times import parse_as_of
from onrecord.config import Settings, config_path, load_settings
from onrecord.domain.errors import OnrecordError, StoreError
from onrecord.domain.ledger import Head
from onrecord.pipeline.reconciling import bring_up, events_found, tallies_found
from onrecord.pipeline.record import load_readings
from onrecord.wiring import OpenRecord, chat_model, examples_folder, open_record, open_workplace
from onrecord.wiring import linguist as wired_linguist

store_app = typer.Typer(no_args_is_help=True)


@store_app.command("verify")
def verify_store(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Recompute the ledger's whole chain and compare every span with its archived text."""
    with open_record(load_settings(store=store), read_only=True) as record:
        head = record.store.verify()
        readings = load_readings(record.store, record.archive)
        for reading in readings:
            record.archive.get(reading.document.bytes_sha256)
    spans = sum(len(one.spans) for reading in readings for one in reading.statements)
    row = {**_head_row(head), "documents": len(readings), "spans": spans}
    if as_json:
        emit_json({"schema": "onrecord.store-verify/1", "ok": True, **row})
        return
    emit_text(
        f"The ledger holds: {head.sequence} entries, {len(readings)} documents, {spans} spans "
        f"stand in their archived texts.\nHead: {head.digest}"
    )


@store_app.command("rebuild")
def rebuild(store: StoreOption = None) -> None:
    """Throw away every projection and make it again from the ledger alone."""
    settings = load_settings(store=store)
    with open_record(settings, read_only=True):
        pass  # a store that is not there is an error here, not something to make
    with open_record(settings, read_only=False) as record:
        record.store.verify()
        record.store.rebuild()
    say("the projections were made again from the ledger")


@store_app.command("findings")
def findings(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Bring what is kept of reconciling up to date, at the cost of the reports that are new.

    For large records: origins, joined events and counts, worked out once and kept beside the record. They
    are the machine's alone; decisions of people are not in them.
    """
    with open_workplace(load_settings(store=store)) as place:
        made = bring_up(place)
        groups = list(events_found(place.findings))
        origins = {origin for group in groups for origin in group.lineages}
        row = {
            "sequence": made.sequence,
            "events": len(groups),
            "events_of_several_reports": sum(1 for group in groups if group.reports > 1),
            "origins": len(origins),
            "tallies": len(tallies_found(place.findings)),
        }
    if as_json:
        emit_json({"schema": "onrecord.findings/1", **row})
        return
    emit_text(
        f"Up to entry {row['sequence']}: {row['events']} events, "
        f"{row['events_of_several_reports']} of them told by several reports; "
        f"{row['origins']} origins; {row['tallies']} counts."
    )


@store_app.command("dump")
def dump(store: StoreOption = None) -> None:
    """Print the projections as text: equal records give equal bytes."""
    with open_record(load_settings(store=store), read_only=True) as record:
        for line in record.store.dump():
            sys.stdout.write(line + "\n")


@store_app.command("head")
def head_of(
    as_of: AsOfOption = None, store: StoreOption = None, as_json: JsonOption = False
) -> None:
    """Print the digest that seals the ledger; note it elsewhere to prove later what was on record."""
    with open_record(load_settings(store=store), read_only=True) as record:
        head = record.store.head(as_of=parse_as_of(as_of))
    if as_json:
        emit_json({"schema": "onrecord.head/1", **_head_row(head)})
        return
    emit_text(f"{head.sequence} {head.digest}")


def doctor(
    reader: ReaderOption = None,
    linguist: LinguistOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check that everything Onrecord needs is here and whole."""
    settings = load_settings(store=store, linguist=linguist, reader=reader)
    checks = list(_checks(settings))
    if as_json:
        emit_json(
            {
                "schema": "onrecord.doctor/1",
                "checks": [
                    {"check": name, "ok": ok, "finding": finding} for name, ok, finding in checks
                ],
            }
        )
    else:
        for name, ok, finding in checks:
            emit_text(f"{'ok ' if ok else 'BAD'} {name}: {finding}")
    if not all(ok for _, ok, _ in checks):
        raise typer.Exit(1)


Check = tuple[str, bool, str]


def _checks(settings: Settings) -> Iterator[Check]:
    yield "onrecord", True, f"{__version__} on Python {platform.python_version()}"
    yield "config", True, str(config_path() or "defaults; no onrecord.toml here")
    yield _tried("reader", lambda: wired_linguist(settings.linguist, settings.threads).name)
    if settings.reader == "llm":
        yield _tried("language model", lambda: f"{chat_model(settings).name}; not asked")
    yield _tried("sqlite", lambda: version("apsw"))
    folder = examples_folder()
    yield "sample crisis", folder is not None, str(folder or "not installed")
    if not settings.store.exists():
        yield "store", True, f"{settings.store}: none yet; `onrecord add` makes it"
        return
    yield _tried("store", lambda: _store_finding(settings))


def _store_finding(settings: Settings) -> str:
    with open_record(settings, read_only=True) as record:
        head = record.store.verify()
        return f"{settings.store}: {head.sequence} entries, {_count(record)} documents, chain holds"


def _count(record: OpenRecord) -> int:
    return len(record.store.documents())


def _tried(name: str, look: Callable[[], str]) -> Check:
    try:
        return name, True, look()
    except (OnrecordError, StoreError) as error:
        return name, False, str(error)


def _head_row(head: Head) -> dict[str, object]:
    return {"sequence": head.sequence, "digest": head.digest}
