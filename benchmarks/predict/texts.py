"""From the bare text of a benchmark to what the reader works on; every offset is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from benchmarks.predict.task import Row
from onrecord.domain.document import Document, Lineage, Passage
from onrecord.domain.span import Extent
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.ports.linguist import Linguist
from onrecord.read.reader import read_sentences
from onrecord.read.sentence import SentenceReading

_GAP = re.compile(r"\n[ \t]*\n\s*")
_NOBODY = Lineage(Unknown("a benchmark's text has no publisher"), "none")


def paragraphs(text: str) -> Iterator[Extent]:
    """Yield what stands between empty lines, without the space around it."""
    start = 0
    for gap in (*_GAP.finditer(text), None):
        end = gap.start() if gap is not None else len(text)
        left, right = start, end
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            yield Extent(left, right)
        start = gap.end() if gap is not None else end


def doc_date_of(record: Row) -> When | Unknown:
    """Return the date a record bears, or that it bears none."""
    stated = record.get("doc_date")
    if not stated:
        return Unknown("the benchmark gives no date")
    return When(text="", edtf=date.fromisoformat(stated).isoformat(), basis="supplied")


def document_of(record: Row) -> Document:
    """Return a record's text as a document whose passages are its paragraphs."""
    return Document(
        origin_key=str(record["id"]),
        doc_date=doc_date_of(record),
        lineage=_NOBODY,
        media_type="text/plain",
        bytes_sha256="",
        text_sha256="",
        text_root="",
        normaliser="none",
        passages=tuple(Passage(one, "body") for one in paragraphs(record["text"])),
    )


def sentences_of(record: Row, linguist: Linguist) -> tuple[SentenceReading, ...]:
    """Return the sentences of a record as the reader has them before it makes statements."""
    return tuple(read_sentences(document_of(record), record["text"], linguist))
