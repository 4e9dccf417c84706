"""What every record store promises, held against each of them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.memory_store import MemoryRecordStore
from tests.fakes.sample_records import (
    instant,
    sample_document,
    sample_drafts,
    sample_revision,
    sample_statements,
)

from onrecord.adapters.sqlite import SqliteRecordStore
from onrecord.domain.errors import InvariantError, UsageError
from onrecord.domain.ledger import GENESIS, Draft, Head
from onrecord.ports.record_store import RecordStore

Opened = Callable[[], AbstractContextManager[RecordStore]]
#: Numbers of documents, each appended in its own commit one minute after the one before.
numbers = st.lists(st.integers(0, 5), max_size=6)


@contextmanager
def memory() -> Iterator[RecordStore]:
    yield MemoryRecordStore()


@contextmanager
def sqlite() -> Iterator[RecordStore]:
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(SqliteRecordStore.open(Path(folder) / "store")) as store,
    ):
        yield store


@pytest.fixture(params=[memory, sqlite], ids=["memory", "sqlite"], scope="module")
def opened(request: pytest.FixtureRequest) -> Opened:
    return cast("Opened", request.param)


@pytest.fixture
def store(opened: Opened) -> Iterator[RecordStore]:
    with opened() as store:
        yield store


def test_a_new_store_is_empty_and_sound(store: RecordStore) -> None:
    assert store.head() == store.verify() == Head(0, GENESIS)
    assert not store.documents()
    assert not store.statements()
    assert not list(store.entries())
    assert not list(store.dump())
    assert store.versions("https://harbour.example/1") == ()


def test_what_was_appended_is_read_back_as_it_was(store: RecordStore) -> None:
    store.append(sample_drafts(1), at=instant(1))
    assert store.documents() == ((sample_document(1), instant(1)),)
    assert store.statements() == sample_statements(1)


def test_entries_follow_one_another_from_the_first(store: RecordStore) -> None:
    written = store.append(sample_drafts(1), at=instant(1)) + store.append(
        sample_drafts(2), at=instant(2)
    )
    assert tuple(store.entries()) == written
    assert [entry.sequence for entry in written] == list(range(1, 9))
    assert [entry.previous for entry in written] == [GENESIS, *(e.digest for e in written[:-1])]
    assert store.head() == store.verify() == Head(8, written[-1].digest)


def test_entries_can_be_asked_for_by_place_type_and_time(store: RecordStore) -> None:
    store.append([*sample_drafts(1), sample_revision(1)], at=instant(1))
    store.append(sample_drafts(2), at=instant(2))
    assert [entry.sequence for entry in store.entries(after=7)] == [8, 9]
    assert [entry.sequence for entry in store.entries(kind="document")] == [1, 6]
    assert [entry.sequence for entry in store.entries(kind="revision", after=1)] == [5]
    assert [entry.sequence for entry in store.entries(after=3, as_of=instant(1))] == [4, 5]


def test_entries_appended_while_reading_are_left_for_the_next_time(store: RecordStore) -> None:
    store.append(sample_drafts(1), at=instant(1))
    reading = store.entries()
    store.append(sample_drafts(2), at=instant(2))
    assert len(list(reading)) == 4


def test_the_header_keeps_what_the_draft_said(store: RecordStore) -> None:
    draft = Draft(
        "document",
        sample_document(1),
        "reader 7",
        ("a", "é\n"),
        supersedes="doc-0",
        review="disputed",
    )
    (entry,) = store.append([draft], at=instant(1))
    (read,) = store.entries()
    assert read == entry
    assert (read.header.created_by, read.header.sources) == ("reader 7", ("a", "é\n"))
    assert (read.header.supersedes, read.header.review) == ("doc-0", "disputed")


def test_one_record_twice_in_one_commit_is_written_once(store: RecordStore) -> None:
    assert len(store.append([*sample_drafts(1), *sample_drafts(1)], at=instant(1))) == 4


def test_an_empty_commit_writes_nothing(store: RecordStore) -> None:
    assert store.append([], at=instant(1)) == ()
    assert store.verify() == Head(0, GENESIS)


def test_time_on_the_ledger_never_goes_back(store: RecordStore) -> None:
    store.append(sample_drafts(1), at=instant(9))
    (entry, *_) = store.append(sample_drafts(2), at=instant(3))
    assert entry.header.created_at == instant(9)
    assert store.documents(as_of=instant(8)) == ()
    store.verify()


def test_a_time_that_does_not_sort_as_text_is_refused(store: RecordStore) -> None:
    with pytest.raises(InvariantError, match="no UTC time"):
        store.append(sample_drafts(1), at="2031-04-14T22:00:00+02:00")
    with pytest.raises(UsageError, match="14 April"):
        store.documents(as_of="14 April 2031")
    with pytest.raises(UsageError, match="2031-04-14"):
        store.entries(as_of="2031-04-14")
    assert store.head().sequence == 0


def test_versions_come_in_the_order_they_came_on_record(store: RecordStore) -> None:
    first = sample_document(1, origin="https://harbour.example/a")
    second = sample_document(2, origin="https://harbour.example/a")
    for second_of, document in enumerate((second, sample_document(3), first)):
        store.append([Draft("document", document, "test")], at=instant(second_of))
    assert store.versions("https://harbour.example/a")[-1] == first


def test_statements_can_be_asked_for_by_document(store: RecordStore) -> None:
    store.append([*sample_drafts(1), *sample_drafts(2)], at=instant(1))
    assert store.statements(document=sample_document(2).id) == sample_statements(2)
    assert store.statements(document="doc-of-nobody") == ()


def test_statements_can_be_asked_for_by_id(store: RecordStore) -> None:
    store.append(sample_drafts(1), at=instant(1))
    wanted = {one.id: one for one in sample_statements(1)[1:]}
    assert store.named([*wanted, *wanted, "stm-none"]) == wanted
    assert store.named(()) == {}


def test_half_a_surrogate_pair_survives(store: RecordStore) -> None:
    odd = sample_document(1, origin="file \ud83d\x00")
    store.append([Draft("document", odd, "test")], at=instant(1))
    assert store.documents() == ((odd, instant(1)),)
    assert store.versions("file \ud83d\x00") == (odd,)
    assert store.versions("file ?\x00") == ()
    store.verify()


def test_more_entries_than_one_page_come_in_order(store: RecordStore) -> None:
    store.append(sample_drafts(1, statements=1200), at=instant(1))
    assert [entry.sequence for entry in store.entries(after=1)] == list(range(2, 1202))
    before = list(store.dump())
    store.rebuild()
    assert list(store.dump()) == before
    store.verify()


@settings(max_examples=15, deadline=None)
@given(order=st.permutations([*sample_drafts(1), *sample_drafts(2), sample_revision(1)]))
def test_order_inside_one_commit_does_not_change_what_is_read(
    opened: Opened, order: list[Draft]
) -> None:
    with opened() as store, opened() as other:
        store.append([*sample_drafts(1), *sample_drafts(2), sample_revision(1)], at=instant(1))
        other.append(order, at=instant(1))
        assert list(store.dump()) == list(other.dump())
        assert set(store.documents()) == set(other.documents())
        assert set(store.statements()) == set(other.statements())


@settings(max_examples=15, deadline=None)
@given(first=numbers, again=numbers)
def test_appending_twice_changes_nothing(
    opened: Opened, first: list[int], again: list[int]
) -> None:
    with opened() as store:
        for number in first:
            store.append(sample_drafts(number), at=instant(number))
        head, lines = store.head(), list(store.dump())
        for number in again:
            if number in first:
                assert store.append(sample_drafts(number), at=instant(900)) == ()
        assert (store.verify(), list(store.dump())) == (head, lines)


@settings(max_examples=15, deadline=None)
@given(order=numbers, asked=st.integers(0, 400))
def test_as_of_shows_exactly_what_was_on_record_then(
    opened: Opened, order: list[int], asked: int
) -> None:
    with opened() as store, opened() as then:
        for minute, number in enumerate(order):
            at = instant(60 * minute)
            store.append(sample_drafts(number), at=at)
            if at <= instant(asked):
                then.append(sample_drafts(number), at=at)
        assert store.documents(as_of=instant(asked)) == then.documents()
        assert store.statements(as_of=instant(asked)) == then.statements()
        assert list(store.entries(as_of=instant(asked))) == list(then.entries())


@settings(max_examples=15, deadline=None)
@given(order=numbers)
def test_rebuilding_gives_the_same_lines(opened: Opened, order: list[int]) -> None:
    with opened() as store:
        for number in order:
            store.append([*sample_drafts(number), sample_revision(number)], at=instant(number))
        lines, read = list(store.dump()), (store.documents(), store.statements())
        store.rebuild()
        assert list(store.dump()) == lines
        assert (store.documents(), store.statements()) == read


def test_the_head_of_an_earlier_time_is_the_last_entry_of_that_time(store: RecordStore) -> None:
    store.append(sample_drafts(1), at=instant(1))
    early = store.head()
    store.append(sample_drafts(2), at=instant(2))
    assert store.head(as_of=instant(1)) == early
    assert store.head() != early
