"""Decisions obey the append contract and `as_of` in every store."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.memory_store import MemoryRecordStore
from tests.fakes.sample_records import instant, sample_drafts, sample_statements

from onrecord.adapters.sqlite import SqliteRecordStore
from onrecord.domain.decision import Decided, Decision, DecisionKind
from onrecord.domain.errors import UsageError
from onrecord.pipeline.decisions import decide, load_decisions, load_rulings
from onrecord.ports.record_store import RecordStore
from onrecord.reconcile.rulings import NO_RULINGS

Opened = Callable[[], AbstractContextManager[RecordStore]]
FIRST, SECOND, THIRD = (one.id for one in sorted(sample_statements(1), key=lambda one: one.id))
BY = "I. Ferrand"
ACCEPT = Decision("accept", (FIRST,), BY, "it stands in the page")
DISMISS = Decision("dismiss", (SECOND,), BY, "a drill")


class Ticking:
    """A clock that shows another second each time."""

    def __init__(self, second: int = 0) -> None:
        self.second = second

    def now(self) -> str:
        self.second += 1
        return instant(self.second)


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
        store.append(sample_drafts(1), at=instant(0))
        yield store


def undoing(made: Decided | None) -> Decision:
    assert made is not None
    return Decision("undo", (), BY, "too hasty", reverses=made.decision.id)


def test_a_decision_is_read_back_with_its_time_and_who_made_it(store: RecordStore) -> None:
    made = decide(store, Ticking(), ACCEPT)
    assert made == Decided(ACCEPT, instant(1))
    assert load_decisions(store) == (made,)
    (entry,) = store.entries(kind="decision")
    assert (entry.header.created_by, entry.header.review) == (BY, "reviewed")
    assert entry.header.sources == (FIRST,)
    assert {one.header.review for one in store.entries(kind="statement")} == {"machine"}
    store.verify()


def test_what_is_in_force_is_not_decided_again(store: RecordStore) -> None:
    clock = Ticking()
    decide(store, clock, ACCEPT)
    head = store.head()
    assert decide(store, clock, replace(ACCEPT, why="read it again")) is None
    assert store.head() == head
    assert decide(store, clock, replace(ACCEPT, by="O. Lindqvist")) is not None


def test_the_same_can_be_decided_again_after_it_was_undone(store: RecordStore) -> None:
    clock = Ticking()
    first = decide(store, clock, ACCEPT)
    decide(store, clock, undoing(first))
    again = decide(store, clock, ACCEPT)
    assert again is not None
    assert first is not None
    assert again.decision.id != first.decision.id
    undone = decide(store, clock, undoing(again))
    assert load_rulings(store, ()) == NO_RULINGS
    decide(store, clock, undoing(undone))
    assert load_rulings(store, ()).accepted == {FIRST}


def test_a_decision_that_was_overridden_can_be_made_again(store: RecordStore) -> None:
    clock = Ticking()
    decide(store, clock, ACCEPT)
    decide(store, clock, replace(ACCEPT, kind="dismiss"))
    assert load_rulings(store, ()).dismissed == {FIRST}
    assert decide(store, clock, ACCEPT) is not None
    assert load_rulings(store, ()).accepted == {FIRST}


def test_only_what_is_in_force_is_undone(store: RecordStore) -> None:
    clock = Ticking()
    undo = undoing(decide(store, clock, ACCEPT))
    decide(store, clock, undo)
    with pytest.raises(UsageError, match="undone already"):
        decide(store, clock, replace(undo, why="to be sure"))
    with pytest.raises(UsageError, match="no such decision"):
        decide(store, clock, replace(undo, reverses="dec-of-nobody"))


Step = tuple[str, int]
steps = st.lists(
    st.tuples(st.sampled_from(("accept", "dismiss", "undo")), st.integers(0, 5)), max_size=8
)


def taken(store: RecordStore, clock: Ticking, step: Step) -> None:
    """Take one step: decide about one of three statements, or undo one of the decisions made."""
    kind, number = step
    if kind != "undo":
        name = (FIRST, SECOND, THIRD)[number % 3]
        decide(store, clock, replace(ACCEPT, kind=cast("DecisionKind", kind), subjects=(name,)))
        return
    known = load_decisions(store)
    if known:
        try:
            decide(store, clock, undoing(known[number % len(known)]))
        except UsageError:
            return


@settings(max_examples=15, deadline=None)
@given(made=steps, asked=st.integers(0, 12))
def test_as_of_shows_exactly_what_was_decided_then(
    opened: Opened, made: list[Step], asked: int
) -> None:
    with opened() as store:
        clock = Ticking()
        states = [(instant(0), load_decisions(store), load_rulings(store, ()))]
        for step in made:
            taken(store, clock, step)
            states.append((instant(clock.second), load_decisions(store), load_rulings(store, ())))
        then = [one for one in states if one[0] <= instant(asked)][-1]
        assert load_decisions(store, as_of=instant(asked)) == then[1]
        assert load_rulings(store, (), as_of=instant(asked)) == then[2]
        lines = list(store.dump())
        store.rebuild()
        assert list(store.dump()) == lines
        store.verify()
