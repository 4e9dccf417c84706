from __future__ import annotations

from dataclasses import replace

from onrecord.domain.codec import canonical_json
from onrecord.domain.decision import Decision
from onrecord.domain.ledger import GENESIS, Draft, digest_of, seal
from onrecord.domain.link import Link

LINK = Link("stm-2", "stm-1", "updates")
DRAFT = Draft("link", LINK, "onrecord 0.1.0", sources=("stm-1", "stm-2"))
AT = "2031-04-14T09:00:00.000000Z"


def test_an_entry_carries_the_record_and_its_header() -> None:
    entry = seal(DRAFT, sequence=1, at=AT, previous=GENESIS)
    assert entry.payload == canonical_json(LINK)
    assert (entry.header.id, entry.header.type) == (LINK.id, "link")
    assert entry.header.schema_version == 1
    assert (entry.header.created_by, entry.header.created_at) == ("onrecord 0.1.0", AT)
    assert entry.header.sources == ("stm-1", "stm-2")
    assert entry.header.review == "machine"


def test_an_entry_of_a_type_that_came_later_names_the_schema_it_came_with() -> None:
    decision = Decision("accept", ("stm-1",), "I. Ferrand", "read it beside the page")
    entry = seal(Draft("decision", decision, "I. Ferrand"), sequence=1, at=AT, previous=GENESIS)
    assert entry.header.schema_version == 2


def test_an_entry_is_sealed_to_the_one_before() -> None:
    first = seal(DRAFT, sequence=1, at=AT, previous=GENESIS)
    second = seal(DRAFT, sequence=2, at=AT, previous=first.digest)
    elsewhere = seal(DRAFT, sequence=2, at=AT, previous=GENESIS)
    assert len({first.digest, second.digest, elsewhere.digest}) == 3


def test_the_same_draft_at_the_same_place_has_the_same_digest() -> None:
    one, other = (seal(DRAFT, sequence=1, at=AT, previous=GENESIS) for _ in range(2))
    assert one == other
    assert one.digest == digest_of(1, one.header, one.payload, GENESIS)
    assert one.digest != digest_of(1, replace(one.header, created_at="later"), one.payload, GENESIS)
