"""Cases of our own sentences, read with the shipped model and reconciled, for what is said of law."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tests.unit.read.reading import document_of, linguist

from onrecord.domain.case import Case
from onrecord.domain.ids import sha256_hex
from onrecord.domain.reading import Reading
from onrecord.pipeline.assessing import case_from
from onrecord.read.reader import read_document
from onrecord.reconcile.reconcile import reconcile
from onrecord.wiring import gazetteer

#: A Thursday.
DAY = "2031-04-10"


@cache
def reading_of(text: str, date: str | None = DAY, outlet: str = "The Corrow Post") -> Reading:
    """Return one report of an outlet, read."""
    digest = sha256_hex(f"{outlet}/{date}/{text}".encode())
    document = replace(
        document_of(text, date),
        origin_key=digest,
        publisher=outlet,
        bytes_sha256=digest,
        text_sha256=sha256_hex(text.encode()),
    )
    found = read_document(document, text, linguist=linguist(), gazetteer=gazetteer())
    return Reading(document, text, found)


def case_of_readings(*readings: Reading) -> Case:
    """Return reports as assessing takes them."""
    return case_from(reconcile(list(readings)), gazetteer())


def case(*texts: str, date: str | None = DAY) -> Case:
    """Return reports of one day, each of its own outlet, as assessing takes them."""
    return case_of_readings(
        *(reading_of(text, date, f"The Corrow Post {at}") for at, text in enumerate(texts))
    )
