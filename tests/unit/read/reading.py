"""Reading sentences of our own with the shipped model, and saying briefly what came out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.adapters.onnx.linguist import OnnxLinguist
from onrecord.adapters.onnx.weights import installed_weights
from onrecord.domain.document import Document, Lineage, Passage
from onrecord.domain.span import Extent
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.read.quantities import find_quantities
from onrecord.read.quotations import find_quotations
from onrecord.read.reader import read_document
from onrecord.read.sentence import SentenceReading
from onrecord.read.times import find_times
from onrecord.read.tree import Tree

#: A Thursday.
DATE = "2031-04-10"


@cache
def linguist() -> OnnxLinguist:
    return OnnxLinguist(installed_weights())


def document_of(text: str, date: str | None = DATE) -> Document:
    """Return a document whose blocks, parted by empty lines, are its passages.

    A short block without a mark at its end is a heading.
    """
    return Document(
        origin_key="reading",
        doc_date=Unknown("the text names no date") if date is None else When("", date, "supplied"),
        lineage=Lineage(Unknown("not given"), "none"),
        media_type="text/plain",
        bytes_sha256="0" * 64,
        text_sha256="0" * 64,
        text_root="0" * 64,
        normaliser="none",
        passages=tuple(_passages(text)),
    )


def read(text: str, date: str | None = DATE) -> tuple[Statement, ...]:
    return read_document(document_of(text, date), text, linguist=linguist())


def only(text: str, date: str | None = DATE) -> Statement:
    """Return the one statement of a text."""
    statements = read(text, date)
    assert len(statements) == 1, [one.content.exact for one in statements]
    return statements[0]


def saying(text: str, words: str, date: str | None = DATE) -> Statement:
    """Return the one statement of a text whose content has these words."""
    found = [one for one in read(text, date) if words in one.content.exact]
    assert len(found) == 1, [one.content.exact for one in read(text, date)]
    return found[0]


def speakers(statement: Statement) -> list[str]:
    return [voice.label for voice in statement.voices]


def held(statement: Statement) -> str:
    """Return the innermost commitment in one word: "CT-;negation"."""
    return ";".join((statement.innermost.value, *statement.innermost.aux))


def tree_of(text: str) -> Tree:
    (parse,) = linguist().analyse(text, [Extent(0, len(text))])
    return Tree(parse)


def sentence_of(text: str) -> SentenceReading:
    """Return one sentence with its analysis, as the reader makes it."""
    extent = Extent(0, len(text))
    (parse,) = linguist().analyse(text, [extent])
    times = find_times(text, extent, doc_date=When("", DATE, "supplied"))
    return SentenceReading(
        text=text,
        document="doc-test",
        passage=0,
        parse=parse,
        times=times,
        quantities=find_quantities(parse, text, times=times),
        quotations=find_quotations(text, [extent]),
    )


def _passages(text: str) -> Iterator[Passage]:
    at = 0
    for block in text.split("\n\n"):
        start = at + len(block) - len(block.lstrip())
        end = at + len(block.rstrip())
        if start < end:
            heading = len(block) < 90 and block.rstrip()[-1] not in ".?!…\"”'’:;,)"
            yield Passage(Extent(start, end), "heading" if heading else "body")
        at += len(block) + 2
