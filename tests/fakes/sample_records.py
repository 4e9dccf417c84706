"""Small documents and statements, each determined by a number: made input for the tests of stores."""

from __future__ import annotations

from onrecord.domain.document import Document, Lineage, Passage
from onrecord.domain.ids import sha256_hex
from onrecord.domain.ledger import Draft
from onrecord.domain.revision import Revision
from onrecord.domain.span import Extent, identity_map, span_at
from onrecord.domain.statement import Factuality, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

AGENT = "onrecord tests"


def text_of(number: int, *, statements: int) -> str:
    """Return a text of as many sentences as it makes statements."""
    return "\n".join(
        f"Report {number}: the harbour office said {count} boats had left."
        for count in range(1, statements + 1)
    )


def sample_document(number: int, *, statements: int = 3, origin: str = "") -> Document:
    """Return document `number`; its title says how many statements belong to it."""
    text = text_of(number, statements=statements)
    sha256 = sha256_hex(text.encode())
    dated = When(text="", edtf="2031-04-14", basis="supplied")
    return Document(
        origin_key=origin or f"https://harbour.example/{number}",
        doc_date=dated if number % 2 else Unknown("the page carries no date"),
        lineage=Lineage("harbour gazette", "publisher"),
        media_type="text/plain",
        bytes_sha256=sha256,
        text_sha256=sha256,
        text_root=sha256,
        normaliser="plain 1",
        title=f"{number} with {statements} statements",
        passages=(Passage(Extent(0, len(text)), "body"),),
        offsets=identity_map(len(text)),
    )


def sample_statements(number: int, *, statements: int = 3) -> tuple[Statement, ...]:
    """Return the statements of document `number`."""
    document = sample_document(number, statements=statements).id
    text = text_of(number, statements=statements)
    made: list[Statement] = []
    start = 0
    for line in text.split("\n"):
        span = span_at(text, Extent(start, start + len(line)), document=document)
        made.append(Statement(document, span, "occ.event", (Factuality("author", "CT+"),)))
        start += len(line) + 1
    return tuple(made)


def sample_drafts(number: int, *, statements: int = 3) -> tuple[Draft, ...]:
    """Return document `number` and its statements as one commit."""
    document = sample_document(number, statements=statements)
    return (
        Draft("document", document, AGENT),
        *(
            Draft("statement", statement, AGENT, sources=(document.id,))
            for statement in sample_statements(number, statements=statements)
        ),
    )


def sample_revision(number: int) -> Draft:
    """Return a record of a type that has no table of its own."""
    record = sample_document(number).id
    return Draft("revision", Revision(record, "2 boats", "3 boats", "correction", "desk"), AGENT)


def instant(second: int) -> str:
    """Return a time on one evening of 2031."""
    return f"2031-04-14T20:{second // 60:02}:{second % 60:02}.000000Z"
