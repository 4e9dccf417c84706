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
from onrecord.adapters.gazetteer import SqliteGazetteer
from onrecord.adapters.http.fetcher import HttpFetcher, HttpLimits
from onrecord.adapters.onnx.linguist import OnnxLinguist
from onrecord.adapters.onnx.weights import installed_weights
from onrecord.adapters.spacy.linguist import SpacyLinguist
from onrecord.adapters.sqlite import SqliteRecordStore
from onrecord.adapters.sqlite.findings import SqliteFindings
from onrecord.config import Settings
from onrecord.domain.errors import UsageError
from onrecord.pipeline.intake import Desk, Read
from onrecord.pipeline.reconciling import Workplace
from onrecord.ports.fetcher import Fetcher
from onrecord.ports.gazetteer import Gazetteer
from onrecord.ports.linguist import Linguist
from onrecord.ports.model import ChatModel
from onrecord.ports.statistics import Statistics
from onrecord.read.llm.reader import LLM_READER, Tell, read_with_model
from onrecord.read.llm.report import ReadingReport
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


@contextmanager
def open_workplace(settings: Settings) -> Iterator[Workplace]:
    """Open the store for reading and its findings for writing.

    Raises:
        UsageError: there is no store.
        StoreError: one of them cannot be opened.
    """
    with (
        open_record(settings, read_only=True) as record,
        SqliteFindings.open(settings.store) as findings,
    ):
        yield Workplace(record.store, record.archive, findings)


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


def _untold(_: ReadingReport) -> None:
    """Let a report go where nobody asked for it."""


@cache
def gazetteer() -> Gazetteer:
    """Return the list of places that ships with the package, opened once."""
    return SqliteGazetteer()


@cache
def statistics() -> Statistics:
    """Return the library of distributions and scores, loaded once and only where it is asked for."""
    # Loaded here, so that no other command pays for it.
    from onrecord.adapters.scipy.statistics import ScipyStatistics  # noqa: PLC0415

    return ScipyStatistics()


def reader(settings: Settings, tell: Tell = _untold) -> Read:
    """Return the reading stage the settings name; see `named_reader`."""
    return named_reader(settings, tell)[1]


def named_reader(settings: Settings, tell: Tell = _untold) -> tuple[str, Read]:
    """Return the reading stage the settings name, with its linguist, after the name every header gets.

    Args:
        settings: What is in force.
        tell: Told what became of a model's answers, after each document read with one.

    Raises:
        UsageError: the linguist is missing, or the model is not configured.
    """
    analyser = linguist(settings.linguist, settings.threads)
    if settings.reader == "rules":
        places = gazetteer()
        return f"{READER}; {analyser.name}; {places.name}", partial(
            read_document, linguist=analyser, gazetteer=places
        )
    model = chat_model(settings)
    return f"{LLM_READER}; {model.name}; {analyser.name}", partial(
        read_with_model,
        linguist=analyser,
        model=model,
        tell=tell,
        window_chars=settings.llm_window_chars,
    )


def chat_model(settings: Settings) -> ChatModel:
    """Return the language model the settings name; nothing is asked yet.

    Raises:
        UsageError: its address or its name is not set, or cannot be.
    """
    if not settings.llm_base_url or not settings.llm_model:
        raise UsageError(
            "the reader llm needs a service and a model: set ONRECORD_LLM_BASE_URL and "
            "ONRECORD_LLM_MODEL, and ONRECORD_LLM_KEY where it asks for a key"
        )
    # Loaded here, so that nobody who reads by rules pays for it.
    from onrecord.adapters.llm.budget import Budget  # noqa: PLC0415
    from onrecord.adapters.llm.client import ChatClient, ChatLimits  # noqa: PLC0415
    from onrecord.adapters.llm.endpoint import Endpoint  # noqa: PLC0415

    key = settings.llm_key.get_secret_value() if settings.llm_key else ""
    return ChatClient(
        Endpoint(settings.llm_base_url, settings.llm_model, key),
        budget=Budget(
            max_requests=settings.llm_max_requests,
            max_input_tokens=settings.llm_max_input_tokens,
            max_output_tokens=settings.llm_max_output_tokens,
            max_s=settings.llm_max_s,
        ),
        limits=ChatLimits(settings.llm_timeout_s, settings.llm_max_answer_tokens),
    )


def desk(record: OpenRecord, settings: Settings, tell: Tell = _untold) -> Desk:
    """Return where captures go; see `named_reader`."""
    name, read = named_reader(settings, tell)
    return Desk(
        store=record.store,
        archive=record.archive,
        clock=SystemClock(),
        read=read,
        reader=name,
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
