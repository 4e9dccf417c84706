from __future__ import annotations

import dataclasses
import json
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.property import strategies as own

from onrecord.domain.codec import canonical_json, from_plain, to_plain
from onrecord.domain.errors import InvariantError, LedgerBroken, QuoteAmbiguous, QuoteNotFound
from onrecord.domain.event import event_from
from onrecord.domain.ledger import GENESIS, Draft, Entry, Header, RecordType, digest_of, seal
from onrecord.domain.merkle import leaf_digest, proof_of, root_from_proof, root_of
from onrecord.domain.numerals import numerals_in
from onrecord.domain.records import RECORD_CLASSES, decode, record_of
from onrecord.domain.span import Extent, OffsetMap, identity_map, locate_quote, span_at
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown

FEW = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
MANY = settings(max_examples=100, deadline=None)
TYPES = get_args(RecordType)


@MANY
@given(drawn=own.pinned())
def test_a_pinned_span_stands_in_its_text(drawn: tuple[str, Extent]) -> None:
    text, extent = drawn
    span = span_at(text, extent, document="doc")
    assert span.stands_in(text)
    assert span.exact == extent.of(text)
    assert text.startswith(span.prefix, extent.start - len(span.prefix))
    assert text.startswith(span.suffix, extent.end)


@MANY
@given(drawn=own.pinned(), at=st.integers(0, 59))
def test_a_span_does_not_stand_in_a_text_whose_letters_changed(
    drawn: tuple[str, Extent], at: int
) -> None:
    text, extent = drawn
    at = extent.start + at % len(extent)
    changed = text[:at] + "#" + text[at + 1 :]
    assert not span_at(text, extent, document="doc").stands_in(changed)


@MANY
@given(drawn=own.pinned(), near=st.one_of(st.none(), st.integers(0, 60)))
def test_a_located_quote_equals_the_quote(drawn: tuple[str, Extent], near: int | None) -> None:
    text, extent = drawn
    quote = extent.of(text)
    try:
        found = locate_quote(text, quote, document="doc", near=near)
    except QuoteAmbiguous:
        assert near is None
        assert text.find(quote, text.find(quote) + 1) != -1
        return
    assert found.of(text) == quote
    assert locate_quote(text, quote, document="doc", near=extent.start) == extent


@MANY
@given(text=own.TEXTS, quote=own.TEXTS)
def test_a_quote_is_found_exactly_when_its_letters_occur(text: str, quote: str) -> None:
    if quote in text:
        assert locate_quote(text, quote, document="doc", near=0).of(text) == quote
    else:
        with pytest.raises(QuoteNotFound):
            locate_quote(text, quote, document="doc", near=0)


@MANY
@given(drawn=own.offset_maps(), data=st.data())
def test_verbatim_text_maps_back_to_the_same_letters(
    drawn: tuple[str, str, OffsetMap], data: st.DataObject
) -> None:
    source, text, offsets = drawn
    start = data.draw(st.integers(0, len(text)))
    extent = Extent(start, data.draw(st.integers(start, len(text))))
    copied = {piece.text_start + step for piece in offsets.pieces for step in range(piece.length)}
    expected = "".join(text[at] for at in range(extent.start, extent.end) if at in copied)
    assert "".join(found.of(source) for found in offsets.to_source(extent)) == expected


@MANY
@given(drawn=own.pinned())
def test_a_text_that_is_its_own_source_maps_to_itself(drawn: tuple[str, Extent]) -> None:
    text, extent = drawn
    assert identity_map(len(text)).to_source(extent) == (extent,)


@pytest.mark.parametrize("record_type", TYPES)
@FEW
@given(data=st.data())
def test_a_record_survives_its_text(record_type: RecordType, data: st.DataObject) -> None:
    record = data.draw(own.RECORDS[record_type])
    text = canonical_json(record)
    again = from_plain(RECORD_CLASSES[record_type], json.loads(text))
    assert again == record
    assert again.id == record.id
    assert canonical_json(again) == text
    assert decode(record_type, text) == record


@pytest.mark.parametrize("record_type", TYPES)
@FEW
@given(data=st.data())
def test_an_id_does_not_depend_on_the_order_of_construction(
    record_type: RecordType, data: st.DataObject
) -> None:
    record = data.draw(own.RECORDS[record_type])
    fields = [field.name for field in dataclasses.fields(record)]
    shuffled = data.draw(st.permutations(fields))
    again = type(record)(**{name: getattr(record, name) for name in shuffled})
    assert again == record
    assert again.id == record.id


@pytest.mark.parametrize("record_type", TYPES)
@settings(parent=FEW, max_examples=12)
@given(data=st.data())
def test_records_are_equal_exactly_when_their_texts_are(
    record_type: RecordType, data: st.DataObject
) -> None:
    one, other = data.draw(own.RECORDS[record_type]), data.draw(own.RECORDS[record_type])
    assert (one == other) == (to_plain(one) == to_plain(other))
    if canonical_json(one) == canonical_json(other):
        assert one == other
        assert hash(one) == hash(other)


@pytest.mark.parametrize("record_type", TYPES)
@settings(parent=FEW, max_examples=10)
@given(data=st.data())
def test_a_text_with_a_foreign_field_is_no_record(
    record_type: RecordType, data: st.DataObject
) -> None:
    plain = to_plain(data.draw(own.RECORDS[record_type]))
    with pytest.raises(InvariantError, match="has no field"):
        from_plain(RECORD_CLASSES[record_type], {**plain, "rank": 1})


@MANY
@given(reason=own.SOME_WORDS)
def test_what_is_unknown_keeps_its_reason(reason: str) -> None:
    assert from_plain(Unknown, json.loads(canonical_json(Unknown(reason)))) == Unknown(reason)


#: Defaults that say nothing about the world, and the few that do with the rule that makes them so.
NEUTRAL: tuple[Any, ...] = (None, "", (), "unknown", "none", "machine")
BY_RULE = {
    ("Coverage", "effect"): "silent",  # domain rule 13: silent until somebody is cited
    ("Event", "status"): "reported",  # an event exists because it is reported
    ("Where", "precision"): 6,  # UCDP: a country or unknown
    ("Place", "precision"): 6,
    ("Span", "role"): "content",
    ("Quantity", "bound"): "exact",  # a bare number binds both its ends
    ("Document", "access"): "open",  # cut short only where the page says so
    ("AdmiraltyRating", "reliability"): "F",  # cannot be judged
    ("AdmiraltyRating", "credibility"): 6,  # cannot be judged
    ("Indicator", "subject"): "deed",  # the stricter rule: words said move it only where it says so
}


def _parts(value: object) -> list[object]:
    if dataclasses.is_dataclass(value) and not isinstance(value, (type, Unknown)):
        return [
            part
            for field in dataclasses.fields(value)
            for part in _parts(getattr(value, field.name))
        ]
    return [value]


@pytest.mark.parametrize("record_type", TYPES)
def test_no_default_of_a_record_pretends_knowledge(record_type: RecordType) -> None:
    record_class: Any = RECORD_CLASSES[record_type]
    for field in dataclasses.fields(record_class):
        assert field.default_factory is dataclasses.MISSING
        if field.default is dataclasses.MISSING:
            continue
        allowed = BY_RULE.get((record_class.__name__, field.name))
        for part in _parts(field.default):
            assert isinstance(part, Unknown) or part in (*NEUTRAL, allowed), field.name


@MANY
@given(statements=st.lists(st.one_of(own.REPORTS, own.STATEMENTS), min_size=1, max_size=3))
def test_only_what_is_reported_as_having_happened_makes_an_event(
    statements: list[Statement],
) -> None:
    blocked = any(
        set(held.aux) - {"historical"} or held.value.endswith("-")
        for statement in statements
        for held in statement.factuality
    )
    unknown = Unknown("not asked here")
    try:
        event = event_from(statements, act=unknown, when=unknown, where=unknown)
    except InvariantError:
        assert not all(statement.supports_event() for statement in statements)
        return
    assert not blocked
    backwards = event_from(statements[::-1], act=unknown, when=unknown, where=unknown)
    assert backwards.id == event.id


@MANY
@given(passages=st.lists(own.TEXTS, min_size=1, max_size=9), data=st.data())
def test_every_proof_verifies(passages: list[str], data: st.DataObject) -> None:
    leaves = _leaves(passages)
    at = data.draw(st.integers(0, len(leaves) - 1))
    proof = proof_of(leaves, at)
    assert root_from_proof(leaves[at], at, len(leaves), proof) == root_of(leaves)


@MANY
@given(passages=st.lists(own.TEXTS, min_size=2, max_size=9), data=st.data())
def test_a_changed_passage_place_or_proof_does_not_verify(
    passages: list[str], data: st.DataObject
) -> None:
    leaves = _leaves(passages)
    at = data.draw(st.integers(0, len(leaves) - 1))
    other = data.draw(st.integers(0, len(leaves) - 1).filter(lambda place: place != at))
    proof, root, size = proof_of(leaves, at), root_of(leaves), len(leaves)
    assert root_from_proof(leaf_digest(0, "#"), at, size, proof) != root
    assert root_from_proof(leaves[other], at, size, proof) != root
    assert root_from_proof(leaves[at], other, size, proof) != root
    changed = data.draw(st.integers(0, len(proof) - 1))
    spoilt = (*proof[:changed], b"\x00" * 32, *proof[changed + 1 :])
    assert root_from_proof(leaves[at], at, size, spoilt) != root
    for wrong in (proof[:-1], (*proof, root), proof[1:]):
        assert root_from_proof(leaves[at], at, size, wrong) is None


@MANY
@given(passages=st.lists(own.TEXTS, min_size=1, max_size=9), data=st.data())
def test_a_changed_size_never_admits_another_passage(
    passages: list[str], data: st.DataObject
) -> None:
    # The root of RFC 6962 does not seal the size: 0 of 3 and 0 of 4 share their path. What a wrong
    # size must not do is let in words that are not in the text.
    leaves = _leaves(passages)
    at, size = data.draw(st.integers(0, len(leaves) - 1)), data.draw(st.integers(-1, 20))
    proof = proof_of(leaves, at)
    assert root_from_proof(leaf_digest(0, "#"), at, size, proof) != root_of(leaves)
    if size <= at:
        assert root_from_proof(leaves[at], at, size, proof) is None


def _leaves(passages: list[str]) -> list[bytes]:
    starts = [sum(len(passage) for passage in passages[:at]) for at in range(len(passages))]
    return [leaf_digest(start, passage) for start, passage in zip(starts, passages, strict=True)]


@FEW
@given(record_type=st.sampled_from(TYPES), data=st.data())
def test_a_sealed_record_comes_back_from_its_entry(
    record_type: RecordType, data: st.DataObject
) -> None:
    record = data.draw(own.RECORDS[record_type])
    entry = _entry(record_type, record)
    assert record_of(entry) == record
    assert entry.digest == digest_of(entry.sequence, entry.header, entry.payload, entry.previous)
    other = dataclasses.replace(entry, header=dataclasses.replace(entry.header, id="x-0"))
    with pytest.raises(LedgerBroken):
        record_of(other)


@FEW
@given(link=own.LINKS, other=own.LINKS)
def test_any_change_of_any_field_changes_the_digest(link: Any, other: Any) -> None:
    assume(link != other)
    entry = _entry("link", link)
    header = entry.header
    changes: dict[str, Any] = {
        "id": "lnk-0",
        "type": "revision",
        "schema_version": 2,
        "created_by": "somebody else",
        "created_at": "2031-04-14T09:00:00.000001Z",
        "review": "reviewed",
        "supersedes": link.id,
        "sources": (*header.sources, "stm-0"),
    }
    assert changes.keys() == {field.name for field in dataclasses.fields(Header)}
    digests = {
        digest_of(
            entry.sequence, dataclasses.replace(header, **{name: value}), entry.payload, GENESIS
        )
        for name, value in changes.items()
    }
    digests.add(digest_of(2, header, entry.payload, GENESIS))
    digests.add(digest_of(1, header, canonical_json(other), GENESIS))
    digests.add(digest_of(1, header, entry.payload, entry.digest))
    assert len(digests) == len(changes) + 3
    assert entry.digest not in digests


def _entry(record_type: RecordType, record: Any) -> Entry:
    draft = Draft(record_type, record, "onrecord 0.1.0", sources=("stm-1",))
    return seal(draft, sequence=1, at="2031-04-14T09:00:00.000000Z", previous=GENESIS)


@MANY
@given(text=st.text(st.sampled_from("12.,-/ $mkbn half a one hundred and B½\n"), max_size=40))
def test_numerals_stand_in_order_within_the_text(text: str) -> None:
    found = numerals_in(text)
    ends = [at for numeral in found for at in (numeral.start, numeral.end)]
    assert ends == sorted(ends)
    assert all(numeral.start < numeral.end <= len(text) for numeral in found)


@MANY
@given(number=st.integers(0, 10**12))
def test_a_number_in_digits_is_read_back(number: int) -> None:
    for text in (str(number), f"{number:,}"):
        assert [found.value for found in numerals_in(f"about {text} people")] == [number]
