"""Reading incidents from texts of our own, and saying briefly what came out."""

from __future__ import annotations

from tests.unit.read.reading import DATE, document_of, linguist

from onrecord.domain.incident import Incident, Party, Toll
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.ports.gazetteer import Gazetteer
from onrecord.read.incidents.reading import find_incidents
from onrecord.read.reader import read_sentences


def told(
    text: str, date: str | None = DATE, gazetteer: Gazetteer | None = None
) -> tuple[Incident, ...]:
    """Return the incidents of a text whose blocks are parted by empty lines."""
    document = document_of(text, date)
    sentences = tuple(read_sentences(document, text, linguist()))
    return find_incidents(sentences, doc_date=document.doc_date, gazetteer=gazetteer)


def the_one(text: str, date: str | None = DATE) -> Incident:
    """Return the one incident of a text."""
    found = told(text, date)
    assert len(found) == 1, [(one.kind, [cue.exact for cue in one.cues]) for one in found]
    return found[0]


def names(parties: tuple[Party, ...]) -> list[str]:
    """Return the first name of each party."""
    return [party.names[0] for party in parties]


def day(incident: Incident) -> str | None:
    return incident.when.edtf if isinstance(incident.when, When) else None


def ends(toll: Toll | Unknown) -> tuple[float | None, float | None] | None:
    return None if isinstance(toll, Unknown) else (toll.low, toll.high)
