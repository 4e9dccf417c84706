"""Where ports meet adapters: the only file that knows both."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from onrecord.adapters.files import FileArchive
from onrecord.adapters.http.fetcher import HttpFetcher, HttpLimits
from onrecord.adapters.onnx.linguist import OnnxLinguist
from onrecord.adapters.onnx.weights import installed_weights
from onrecord.adapters.spacy.linguist import SpacyLinguist
from onrecord.adapters.sqlite import SqliteRecordStore
from onrecord.config import Settings
from onrecord.domain.errors import UsageError
from onrecord.pipeline.intake import Desk, Read
from onrecord.ports.fetcher import Fetcher
from onrecord.ports.linguist import Linguist
from onrecord.read.reader import READER, read_document

ARCHIVE_FOLDER = "archive"
# It logs what it gives up on, page by page; what becomes of a page is said once, by us.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
_MEGABYTE = 1_000_000
_OWN = "onrecord"
_SPACY = "spacy"


class SystemClock:
    """The machine's clock, in UTC."""

    def now(self) -> str:
        """Return the present; see `onrecord.ports.clock.Clock`."""
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """A store that is open, with the archive beside it."""

    store: SqliteRecordStore
    archive: FileArchive


@contextmanager
def open_record(settings: Settings, *, read_only: bool) -> Iterator[OpenRecord]:
    """Open the store the settings name; for writing it is made where it is missing.

    Raises:
        UsageError: for reading, and there is no store.
        StoreError: it cannot be opened.
    """
    with SqliteRecordStore.open(settings.store, read_only=read_only) as store:
        yield OpenRecord(store, FileArchive(settings.store / ARCHIVE_FOLDER))


@cache
def linguist(spec: str, threads: int) -> Linguist:
    """Return the linguist that `spec` names, loaded once.

    Args:
        spec: `onrecord` for the installed weights, or `spacy:PIPELINE`, where PIPELINE is the name of
            an installed spaCy pipeline or the path of a folder that holds one.
        threads: Threads of our own weights. spaCy has no such setting.

    Raises:
        UsageError: `spec` is neither, or what it names is missing or not fit.
    """
    if spec == _OWN:
        return OnnxLinguist(installed_weights(), threads=threads)
    kind, _, pipeline = spec.partition(":")
    if kind == _SPACY and pipeline:
        return SpacyLinguist(pipeline)
    raise UsageError(
        f"there is no linguist {spec!r}; choose {_OWN}, or {_SPACY}:PIPELINE with the name or the "
        "folder of a spaCy pipeline"
    )


def reader(settings: Settings) -> Read:
    """Return the reading stage with its linguist."""
    return partial(read_document, linguist=linguist(settings.linguist, settings.threads))


def desk(record: OpenRecord, settings: Settings) -> Desk:
    """Return where captures go."""
    analyser = linguist(settings.linguist, settings.threads)
    return Desk(
        store=record.store,
        archive=record.archive,
        clock=SystemClock(),
        read=partial(read_document, linguist=analyser),
        reader=f"{READER}; {analyser.name}",
    )


def fetcher(settings: Settings) -> Fetcher:
    """Return the guarded fetcher."""
    limits = settings.fetch
    return HttpFetcher(
        HttpLimits(
            total_s=limits.timeout_s,
            max_bytes=limits.max_mb * _MEGABYTE,
            max_redirects=limits.max_redirects,
            allow_private=limits.allow_private,
            allow_hosts=frozenset(limits.allow_hosts),
        )
    )


def examples_folder() -> Path | None:
    """Return where the sample crisis lies: in an installed wheel, or in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "examples", package.parent.parent / "examples"):
        if (folder / "EXPECTED.md").is_file():
            return folder
    return None
