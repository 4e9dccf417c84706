from __future__ import annotations

from dataclasses import replace

from onrecord.domain.document import Document, Lineage, Passage, passage_at
from onrecord.domain.span import Extent, identity_map
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

DOCUMENT = Document(
    origin_key="https://example.org/a",
    doc_date=When("", "2031-04-14", "supplied"),
    lineage=Lineage("alder wire", "wire credit", "(Alder Wire)"),
    media_type="text/html",
    bytes_sha256="0" * 64,
    text_sha256="1" * 64,
    text_root="2" * 64,
    normaliser="main-text 1",
    passages=(Passage(Extent(0, 5), "heading"), Passage(Extent(6, 9), "body")),
)


def test_the_id_of_a_document_can_be_checked_from_its_card() -> None:
    fields = {name for name in Document.__slots__ if name not in ("passages", "offsets")}
    assert DOCUMENT.card().keys() == fields
    assert replace(DOCUMENT, offsets=identity_map(9), passages=()).id == DOCUMENT.id
    assert replace(DOCUMENT, title="Another").id != DOCUMENT.id


def test_a_document_has_a_date_or_none() -> None:
    assert DOCUMENT.date_edtf == "2031-04-14"
    assert replace(DOCUMENT, doc_date=Unknown("the page bears no date")).date_edtf is None


def test_the_same_bytes_captured_again_are_the_same_capture() -> None:
    assert DOCUMENT.same_capture(replace(DOCUMENT, version_of="doc-0"))
    assert not DOCUMENT.same_capture(replace(DOCUMENT, text_sha256="3" * 64))


def test_a_letter_stands_in_one_passage_or_in_none() -> None:
    assert [passage_at(DOCUMENT, at) for at in (0, 4, 5, 6, 8, 9)] == [0, 0, None, 1, 1, None]
