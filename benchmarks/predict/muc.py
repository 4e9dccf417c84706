"""MUC-3/4: terrorist incidents in texts in capitals, one template each (see PROTOCOL of the benchmark)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.predict.task import Row, Tools
from benchmarks.predict.texts import doc_date_of, sentences_of
from onrecord.adapters.gazetteer import SqliteGazetteer
from onrecord.domain.incident import Incident, IncidentKind, Party, Toll
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.ports.gazetteer import Gazetteer
from onrecord.read.incidents.countries import NAME_OF
from onrecord.read.incidents.reading import find_incidents
from onrecord.read.sentence import SentenceReading

#: The benchmark's incident types; kinds it has none for make no template.
_TYPES: dict[IncidentKind, str] = {
    "attack": "ATTACK", "killing": "ATTACK", "execution": "ATTACK", "shooting": "ATTACK",
    "shelling": "ATTACK", "drone_attack": "ATTACK",
    "bombing": "BOMBING", "explosion": "BOMBING", "airstrike": "ATTACK",
    "abduction": "KIDNAPPING", "arson": "ARSON", "robbery": "ROBBERY",
}  # fmt: skip


def predict(records: Iterable[Row], tools: Tools) -> Iterator[Row]:
    """Yield the templates of each record."""
    gazetteer = SqliteGazetteer()
    for record in records:
        yield templates_of(record, sentences_of(record, tools.linguist), gazetteer)


def templates_of(
    record: Row, sentences: Sequence[SentenceReading], gazetteer: Gazetteer | None
) -> Row:
    """Return the templates of one record that has been read."""
    doc_date = doc_date_of(record)
    found = find_incidents(sentences, doc_date=doc_date, gazetteer=gazetteer)
    made = [template(one, doc_date) for one in found if one.kind in _TYPES]
    return {"id": record["id"], "incidents": made}


def template(incident: Incident, doc_date: When | Unknown) -> Row:
    """Return one incident as a template."""
    country = NAME_OF.get(incident.country, "") if isinstance(incident.country, str) else ""
    return {
        "type": [_TYPES[incident.kind]],
        "stage": [incident.stage.upper()],
        "date": _date(incident.when, doc_date),
        "location": [
            {"country": country.upper(), "places": [one.upper() for one in incident.places]}
        ],
        "perpetrators": [
            {
                "names": [one.upper() for one in party.names],
                "kind": "organization" if party.kind == "organisation" else "individual",
                "confidence": list(party.standing),
            }
            for party in incident.perpetrators
        ],
        "victims": [_names(party) for party in incident.victims],
        "targets": [_names(party) for party in incident.targets],
        "killed": _count(incident.killed),
        "injured": _count(incident.injured),
    }


def _names(party: Party) -> Row:
    return {"names": [one.upper() for one in party.names]}


def _date(when: When | Unknown, doc_date: When | Unknown) -> list[Row]:
    """Return the days; an incident without any happened on or before the day of the report."""
    if isinstance(when, When) and when.earliest is not None and when.latest is not None:
        return [{"lo": when.earliest.isoformat(), "hi": when.latest.isoformat()}]
    if isinstance(doc_date, When) and doc_date.latest is not None:
        return [{"lo": None, "hi": doc_date.latest.isoformat()}]
    return []


def _count(toll: Toll | Unknown) -> Row | None:
    return None if isinstance(toll, Unknown) else {"low": toll.low, "high": toll.high}
