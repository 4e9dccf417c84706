from __future__ import annotations

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.sample_records import instant, sample_document

from onrecord.adapters.sqlite.rows import entry_of, record_of, row_of
from onrecord.domain.document import Document
from onrecord.domain.errors import LedgerBroken
from onrecord.domain.ledger import GENESIS, Draft, Entry, seal

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def as_selected(entry: Entry) -> list[apsw.SQLiteValue]:
    """Return the row as `SELECT` gives it: texts as bytes."""
    return [value.encode() if isinstance(value, str) else value for value in row_of(entry)]


@given(agent=texts, sources=st.lists(texts, max_size=3), supersedes=st.none() | texts)
def test_an_entry_is_read_from_its_row_as_it_was(
    agent: str, sources: list[str], supersedes: str | None
) -> None:
    draft = Draft("document", sample_document(1), agent, tuple(sources), supersedes)
    entry = seal(draft, sequence=7, at=instant(1), previous=GENESIS)
    assert entry_of(as_selected(entry)) == entry


@pytest.mark.parametrize("sources", [b"", b"{", b"[1]", b'["a" ]', b"\xff", b"null"])
def test_a_row_whose_sources_cannot_be_read_names_its_place(sources: bytes) -> None:
    draft = Draft("document", sample_document(1), "test")
    row = as_selected(seal(draft, sequence=7, at=instant(1), previous=GENESIS))
    row[8] = sources
    with pytest.raises(LedgerBroken, match="at entry 7: it cannot be read"):
        entry_of(row)


@pytest.mark.parametrize("payload", [b"", b"[]", b"{}", b"\xff", b'{"origin_key": 3}'])
def test_a_payload_of_another_shape_names_its_place(payload: bytes) -> None:
    with pytest.raises(LedgerBroken, match="at entry 7: its payload is no Document"):
        record_of(Document, (7, payload))
