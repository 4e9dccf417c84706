"""Reports of one incident: what each tells, and which belong together.

Grouping reports is not built yet: each stays a cluster of its own, with the incident it tells most of.
The date, place and counts of it are read as in any report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.predict.task import Row, Tools
from benchmarks.predict.texts import doc_date_of, sentences_of
from onrecord.adapters.gazetteer import SqliteGazetteer
from onrecord.domain.incident import Incident, Toll
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.ports.gazetteer import Entry, Gazetteer
from onrecord.read.incidents.reading import find_incidents
from onrecord.read.sentence import SentenceReading
from onrecord.read.toponyms import find_toponyms


def predict(records: Iterable[Row], tools: Tools) -> Iterator[Row]:
    """Yield one cluster for each record."""
    gazetteer = SqliteGazetteer()
    for record in records:
        sentences = sentences_of(record, tools.linguist)
        yield _cluster(record, sentences, gazetteer)


def _cluster(record: Row, sentences: Sequence[SentenceReading], gazetteer: Gazetteer) -> Row:
    found = find_incidents(sentences, doc_date=doc_date_of(record), gazetteer=gazetteer)
    told = max(found, key=_weight, default=None)
    row: Row = {"id": record["id"], "docs": [record["id"]], "place": _place(sentences, gazetteer)}
    when = told.when if told is not None and isinstance(told.when, When) else None
    day = when.latest if when is not None else None
    row["date"] = day.isoformat() if day is not None else record.get("doc_date")
    row["killed"] = _ends(told.killed if told is not None else None)
    row["injured"] = _ends(told.injured if told is not None else None)
    return row


def _weight(incident: Incident) -> tuple[int, int]:
    counted = [one for one in (incident.killed, incident.injured) if isinstance(one, Toll)]
    return len(counted), -incident.cues[0].start


def _place(sentences: Sequence[SentenceReading], gazetteer: Gazetteer) -> Row | None:
    entries = [one.entry for one in find_toponyms(sentences, gazetteer)]
    town = next((one for one in entries if isinstance(one, Entry) and one.kind == "city"), None)
    if town is None:
        return None
    return {"city": town.name, "state": town.region, "lat": town.lat, "lon": town.lon}


def _ends(toll: Toll | Unknown | None) -> Row:
    """Return the ends of a toll; who reports no victims says that there were none."""
    if not isinstance(toll, Toll):
        return {"low": 0, "high": 0}
    return {"low": toll.low or 0, "high": toll.high}
