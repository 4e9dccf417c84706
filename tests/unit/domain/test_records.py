from __future__ import annotations

import dataclasses
from typing import Any, get_args

import pytest

from onrecord.domain.errors import InvariantError, LedgerBroken, StoreTooNew
from onrecord.domain.ledger import GENESIS, Draft, Entry, RecordType, seal
from onrecord.domain.link import Link
from onrecord.domain.records import RECORD_CLASSES, decode, record_of, type_of
from onrecord.domain.unknown import Unknown

LINK = Link("stm-2", "stm-1", "updates", reason="the later figure replaces the earlier")


def _entry(**header: Any) -> Entry:
    entry = seal(Draft("link", LINK, "onrecord 0.1.0"), sequence=7, at="t", previous=GENESIS)
    return dataclasses.replace(entry, header=dataclasses.replace(entry.header, **header))


def test_there_are_twenty_one_record_types() -> None:
    assert tuple(RECORD_CLASSES) == get_args(RecordType)
    assert len(set(RECORD_CLASSES.values())) == 21


def test_every_record_is_frozen_and_slotted_and_has_its_own_id() -> None:
    for record_class in RECORD_CLASSES.values():
        parameters: Any = record_class.__dict__["__dataclass_params__"]
        assert parameters.frozen
        assert "__slots__" in record_class.__dict__
        assert isinstance(record_class.__dict__["id"], property)


def test_a_record_knows_its_type() -> None:
    assert type_of(LINK) == "link"


def test_what_is_no_record_has_no_type() -> None:
    stranger: Any = Unknown("not a record")
    with pytest.raises(InvariantError, match="Unknown is no record type"):
        type_of(stranger)


def test_the_record_of_an_entry_is_the_one_that_was_sealed() -> None:
    assert record_of(_entry()) == LINK


def test_an_entry_whose_record_has_another_id_is_refused() -> None:
    with pytest.raises(LedgerBroken, match="entry 7"):
        record_of(_entry(id="lnk-0"))


def test_an_entry_of_a_newer_schema_is_refused_as_such() -> None:
    with pytest.raises(StoreTooNew, match="schema 99"):
        record_of(_entry(schema_version=99))


@pytest.mark.parametrize(
    "payload", ["", "{", "[]", "{}", '{"from_id":1}', '"x"', "[" * 100_000, '{"rank":1}']
)
def test_a_payload_that_is_no_record_breaks_the_ledger_with_one_line(payload: str) -> None:
    with pytest.raises(LedgerBroken) as caught:
        record_of(dataclasses.replace(_entry(), payload=payload))
    assert "\n" not in str(caught.value)


def test_an_unheard_of_record_type_is_refused() -> None:
    unheard: Any = "rumour"
    with pytest.raises(InvariantError, match="no record type"):
        decode(unheard, "{}")
