"""Toponyms with the middle of the place each one means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.predict.task import Row, Tools
from benchmarks.predict.texts import sentences_of
from onrecord.adapters.gazetteer import SqliteGazetteer
from onrecord.ports.gazetteer import Entry
from onrecord.read.toponyms import Toponym, find_toponyms


def predict(records: Iterable[Row], tools: Tools) -> Iterator[Row]:
    """Yield, for each record, the toponyms that mean a listed place."""
    gazetteer = SqliteGazetteer()
    for record in records:
        found = find_toponyms(sentences_of(record, tools.linguist), gazetteer)
        rows = (_row(one, record["text"]) for one in found)
        yield {"id": record["id"], "toponyms": [row for row in rows if row is not None]}


def _row(toponym: Toponym, text: str) -> Row | None:
    entry = toponym.entry if isinstance(toponym.entry, Entry) else toponym.beside
    if entry is None:
        return None
    start, end = toponym.extent.start, toponym.extent.end
    return {
        "start": start,
        "end": end,
        "name": entry.name,
        "lat": entry.lat,
        "lon": entry.lon,
        "text": text[start:end],
    }
