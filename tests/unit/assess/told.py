"""Cases made of texts of our own, read with the shipped model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tests.unit.read.reading import DATE, document_of, linguist

from onrecord.domain.case import Case
from onrecord.domain.reading import Reading
from onrecord.read.reader import read_document


@dataclass(frozen=True)
class Told:
    """One report: its text, its day, where it was copied from, its outlet."""

    text: str
    day: str | None = DATE
    lineage: str = ""
    outlet: str = "The Quay"


def told_case(
    *reports: Told | str, today: str | None = DATE, countries: Mapping[str, str] | None = None
) -> Case:
    """Return the case that these reports make, in this order; each is a lineage of its own unless it says."""
    given = [one if isinstance(one, Told) else Told(one) for one in reports]
    readings = tuple(reading_of(one, number) for number, one in enumerate(given))
    lineages = {
        reading.document.id: one.lineage or reading.document.id
        for reading, one in zip(readings, given, strict=True)
    }
    return Case(
        readings=readings,
        today=None if today is None else date.fromisoformat(today),
        lineages=lineages,
        countries=dict(countries or {}),
    )


def reading_of(report: Told, number: int) -> Reading:
    document = replace(
        document_of(report.text, report.day), origin_key=f"report-{number}", publisher=report.outlet
    )
    statements = read_document(document, report.text, linguist=linguist())
    return Reading(document, report.text, statements)
