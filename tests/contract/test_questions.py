"""Questions obey the append contract and `as_of` in every store."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from tests.fakes.memory_store import MemoryRecordStore
from tests.fakes.sample_records import sample_drafts, sample_statements

from onrecord.adapters.sqlite import SqliteRecordStore
from onrecord.domain.errors import LedgerBroken, UsageError
from onrecord.domain.ledger import Draft
from onrecord.domain.question import (
    Condition,
    Estimate,
    Forecast,
    GivenForecast,
    Outcome,
    Quantile,
    Question,
    QuestionDraft,
)
from onrecord.pipeline.questions import (
    Ending,
    ask,
    decline,
    forecast,
    load_moves,
    load_questions,
    named_draft,
    named_question,
    named_statement,
    refused_as,
    resolve_question,
    unresolve,
)
from onrecord.ports.record_store import RecordStore

Opened = Callable[[], AbstractContextManager[RecordStore]]
BY = "I. Ferrand"
#: Its document is dated 14 April 2031.
DATED = sample_statements(1)[0].id
#: Its document bears no date and was captured on 1 April 2031.
UNDATED = sample_statements(2)[0].id
QUESTION = Question(
    "Will the port of Alder reopen?", "binary", criteria="the port says so", resolvers=("the port",),
    opens="2031-04-01", closes="2031-04-20", resolves="2031-04-30",
)  # fmt: skip


class At:
    """A clock that is set by hand."""

    def __init__(self, day: int = 2) -> None:
        self.day = day

    def now(self) -> str:
        return f"2031-04-{self.day:02}T09:00:00.000000Z"


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


@pytest.fixture(params=[memory, sqlite], ids=["memory", "sqlite"])
def store(request: pytest.FixtureRequest) -> Iterator[RecordStore]:
    with cast("Opened", request.param)() as store:
        store.append([*sample_drafts(1), *sample_drafts(2)], at="2031-04-01T00:00:00.000000Z")
        ask(store, At(1), QUESTION, by=BY)
        yield store


def now(store: RecordStore, key: str = QUESTION.key) -> Question:
    return named_question(load_questions(store), key)


def held(store: RecordStore, probability: float, day: int, by: str = BY) -> GivenForecast | None:
    return forecast(store, At(day), now(store), Estimate(by, probability))


def end(store: RecordStore, outcome: Outcome, day: int = 15, key: str = QUESTION.key) -> None:
    resolve_question(
        store, At(day), now(store, key), Ending(outcome, DATED), by=BY, why="the port said so"
    )


def test_a_question_is_put_together_from_what_the_ledger_holds(store: RecordStore) -> None:
    first, second = held(store, 0.3, 2), held(store, 0.6, 5)
    end(store, "yes")
    one = now(store)
    assert [(given.at, given.probability) for given in one.forecasts] == [
        (At(2).now(), 0.3), (At(5).now(), 0.6),
    ]  # fmt: skip
    assert one.resolution is not None
    assert (one.resolution.outcome, one.resolution.at) == ("yes", At(15).now())
    assert first is not None
    assert second is not None
    moves = load_moves(store)
    assert [move.after for move in moves] == [None, first.id, second.id]
    store.verify()


def test_as_of_shows_what_was_held_then(store: RecordStore) -> None:
    held(store, 0.3, 2)
    held(store, 0.6, 5)
    end(store, "yes")
    (then,) = load_questions(store, as_of=At(3).now())
    assert [one.probability for one in then.forecasts] == [0.3]
    assert then.resolution is None
    assert load_questions(store, as_of="2031-01-01T00:00:00.000000Z") == ()


def test_the_same_again_adds_nothing(store: RecordStore) -> None:
    held(store, 0.3, 2)
    head = store.head()
    assert held(store, 0.3, 4) is None
    assert ask(store, At(4), QUESTION, by="O. Lindqvist") is None
    assert store.head() == head
    assert held(store, 0.3, 4, by="O. Lindqvist") is not None


def test_no_forecast_before_opening_after_the_close_or_after_the_end(store: RecordStore) -> None:
    later = replace(QUESTION, text="Later?", opens="2031-04-10")
    ask(store, At(1), later, by=BY)
    with pytest.raises(UsageError, match="not open yet"):
        forecast(store, At(2), now(store, later.key), Estimate(BY, 0.5))
    end(store, "yes")
    with pytest.raises(UsageError, match="no forecast is added"):
        held(store, 0.5, 16)
    with pytest.raises(UsageError, match="is closed"):
        forecast(store, At(21), now(store, later.key), Estimate(BY, 0.5))


@pytest.mark.parametrize("probability", [0, 1, 1.2, float("nan"), 0.0004, 0.9996])
def test_nobody_is_certain(store: RecordStore, probability: float) -> None:
    with pytest.raises(UsageError, match="never either"):
        held(store, probability, 2)


def test_a_forecast_cites_a_statement_on_record(store: RecordStore) -> None:
    with pytest.raises(UsageError, match="no such statement"):
        forecast(store, At(2), now(store), Estimate(BY, 0.5, statement="stm-unknown"))
    given = forecast(store, At(2), now(store), Estimate(BY, 0.5, statement=DATED))
    assert given is not None
    (entry,) = store.entries(kind="forecast")
    assert (entry.header.created_by, entry.header.sources) == (BY, (DATED,))


def test_resolving_taking_back_and_resolving_again_keeps_everything_on_record(
    store: RecordStore,
) -> None:
    end(store, "yes")
    with pytest.raises(UsageError, match="unresolve"):
        end(store, "no", 30)
    unresolve(store, At(16), now(store), by=BY, why="the port withdrew it")
    assert now(store).resolution is None
    with pytest.raises(UsageError, match="nobody resolved it"):
        unresolve(store, At(16), now(store), by=BY, why="again")
    end(store, "no", 30)
    end_now = now(store).resolution
    assert end_now is not None
    assert end_now.outcome == "no"
    assert len(list(store.entries(kind="resolution"))) == 3


@pytest.mark.parametrize("outcome", ["annulled", "ambiguous"])
def test_annulled_and_ambiguous_are_results_like_any_other(
    store: RecordStore, outcome: Outcome
) -> None:
    end(store, outcome)
    ended = now(store).resolution
    assert ended is not None
    assert ended.outcome == outcome


def test_a_statement_resolves_only_from_the_opening_on(store: RecordStore) -> None:
    later = replace(QUESTION, text="Later?", opens="2031-04-15")
    ask(store, At(1), later, by=BY)
    for name, message in ((DATED, "before the question opened"), (UNDATED, "bears no date")):
        with pytest.raises(UsageError, match=message):
            resolve_question(
                store, At(16), now(store, later.key), Ending("yes", name), by=BY, why="so"
            )
    with pytest.raises(UsageError, match="add the report first"):
        resolve_question(store, At(16), now(store), Ending("yes", "stm-x"), by=BY, why="so")
    resolve_question(store, At(16), now(store), Ending("yes", DATED), by=BY, why="so")


@pytest.mark.parametrize(("outcome", "value"), [("value", None), ("value", 3), ("yes", 3)])
def test_an_outcome_that_does_not_answer_is_refused(
    store: RecordStore, outcome: Outcome, value: int | None
) -> None:
    with pytest.raises(UsageError):
        resolve_question(store, At(16), now(store), Ending(outcome, DATED, value), by=BY, why="so")


def test_a_child_is_annulled_while_its_condition_fails(store: RecordStore) -> None:
    child = replace(QUESTION, text="And stay open?", parent=Condition(QUESTION.key, "yes"))
    grandchild = replace(QUESTION, text="For long?", parent=Condition(child.key, "yes"))
    ask(store, At(1), child, by=BY)
    ask(store, At(1), grandchild, by=BY)
    end(store, "no", 30)
    for one in (child, grandchild):
        ended = now(store, one.key).resolution
        assert ended is not None
        assert ended.outcome == "annulled"
    with pytest.raises(UsageError, match="unresolve that question"):
        unresolve(store, At(30), now(store, child.key), by=BY, why="no")
    unresolve(store, At(30), now(store), by=BY, why="withdrawn")
    assert now(store, child.key).resolution is None
    end(store, "yes", 30, key=child.key)
    end(store, "no", 30)
    annulled = now(store, child.key).resolution
    assert annulled is not None
    assert annulled.outcome == "annulled"


def test_a_question_depends_on_one_that_can_end_so(store: RecordStore) -> None:
    def refused(parent: Condition) -> pytest.ExceptionInfo[UsageError]:
        with pytest.raises(UsageError) as caught:
            ask(store, At(1), replace(QUESTION, text="And?", parent=parent), by=BY)
        return caught

    assert "not on record" in str(refused(Condition("qkey-unknown", "yes")).value)
    assert "yes or no" in str(refused(Condition(QUESTION.key, "value")).value)


def test_a_question_that_is_over_is_not_asked(store: RecordStore) -> None:
    with pytest.raises(UsageError, match="is over"):
        ask(store, At(21), replace(QUESTION, text="Too late?"), by=BY)


def test_a_draft_is_declined_with_the_reason_and_takes_nothing_more(store: RecordStore) -> None:
    draft = QuestionDraft(DATED, "boats will leave", "fut.prediction")
    made = decline(store, At(2), draft, by=BY, why="no horizon is stated")
    assert made is not None
    assert (made.unscorable, made.statement) == ("no horizon is stated", DATED)
    assert decline(store, At(3), draft, by=BY, why="no criteria either") is None
    with pytest.raises(UsageError, match="declared unscorable"):
        forecast(store, At(3), made, Estimate(BY, 0.5))
    with pytest.raises(UsageError, match="declared unscorable"):
        end(store, "no", key=made.key)
    with pytest.raises(UsageError, match="nothing depends on it"):
        ask(store, At(3), replace(QUESTION, parent=Condition(made.key, "yes")), by=BY)


def test_a_draft_that_was_asked_is_not_declined(store: RecordStore) -> None:
    ask(store, At(1), replace(QUESTION, text="Will boats leave?", statement=DATED), by=BY)
    draft = QuestionDraft(UNDATED, "boats will leave", "fut.prediction", repeats=(DATED,))
    with pytest.raises(UsageError, match="it was asked"):
        decline(store, At(2), draft, by=BY, why="no horizon is stated")


def test_a_clock_set_back_does_not_put_a_forecast_before_what_is_on_record(
    store: RecordStore,
) -> None:
    held(store, 0.3, 10)
    given = held(store, 0.6, 5)
    assert given is not None
    assert given.forecast.at == At(10).now()


@pytest.mark.parametrize("at", ["2031-04-03T00:00:00Z", "2031-04-19T00:00:00Z"])
def test_a_forecast_put_in_afterwards_is_refused(store: RecordStore, at: str) -> None:
    forged = GivenForecast(QUESTION.key, Forecast(BY, at, 0.99))
    store.append([Draft("forecast", forged, agent=BY)], at=At(18).now())
    with pytest.raises(LedgerBroken, match="does not bear the time"):
        load_questions(store)


def test_moves_that_do_not_go_together_are_named(store: RecordStore) -> None:
    forged = GivenForecast(QUESTION.key, Forecast(BY, At(25).now(), 0.99))
    store.append([Draft("forecast", forged, agent=BY)], at=At(25).now())
    with pytest.raises(LedgerBroken, match="do not go together"):
        load_questions(store)


def test_names_are_found_by_their_first_letters(store: RecordStore) -> None:
    assert now(store, QUESTION.key[5:12]).key == QUESTION.key
    assert named_statement(store, DATED[:20]).id == DATED
    assert named_statement(store, DATED).id == DATED
    draft = QuestionDraft(DATED, "boats will leave", "fut.prediction")
    assert named_draft([draft], draft.id[4:9]) == draft
    with pytest.raises(UsageError, match="lists them"):
        named_question((), "qkey-0")
    with pytest.raises(UsageError, match="begins the ids of 6"):
        named_statement(store, "stm-")
    with pytest.raises(UsageError, match="no draft"):
        named_draft([], "x")


@pytest.mark.parametrize(
    ("outcome", "day", "message"), [("no", 29, "due 2031-04-30"), ("no", 30, "")]
)
def test_a_no_waits_for_the_day_the_answer_is_due(
    store: RecordStore, outcome: Outcome, day: int, message: str
) -> None:
    if message:
        with pytest.raises(UsageError, match=message):
            end(store, outcome, day)
    else:
        end(store, outcome, day)
        assert now(store).resolution is not None


def numeric(store: RecordStore, text: str = "How many boats will leave?") -> Question:
    counted = replace(QUESTION, text=text, kind="numeric")
    ask(store, At(1), counted, by=BY)
    return counted


@pytest.mark.parametrize(
    ("points", "message"),
    [
        (((0.0001, 0),), "lies between 0.01 and 0.99"),
        (((0.5, 4),), "its median, a level of 0.05 to 0.25"),
        (((0.1, 2), (0.9, 8)), "its median"),
        (((0.1, -2), (0.5, 4), (0.9, 8)), "is no count"),
    ],
)
def test_a_distribution_that_cannot_be_scored_beside_others_is_refused(
    store: RecordStore, points: tuple[tuple[float, int], ...], message: str
) -> None:
    counted = numeric(store)
    quantiles = tuple(Quantile(level, value) for level, value in points)
    with pytest.raises(UsageError, match=message):
        forecast(store, At(2), now(store, counted.key), Estimate(BY, quantiles=quantiles))


def test_nothing_is_counted_below_zero_and_what_is_no_count_may_be(store: RecordStore) -> None:
    counted, change = numeric(store), numeric(store, "By how much will the price change?")
    below = Ending("value", DATED, -3)
    with pytest.raises(UsageError, match="-3 is no count"):
        resolve_question(store, At(15), now(store, counted.key), below, by=BY, why="so")
    resolve_question(store, At(15), now(store, change.key), below, by=BY, why="so")


@pytest.mark.parametrize("find", ["named_question", "named_draft", "named_statement"])
def test_an_empty_id_names_nothing(store: RecordStore, find: str) -> None:
    found: dict[str, Callable[[], object]] = {
        "named_question": lambda: named_question(load_questions(store), ""),
        "named_draft": lambda: named_draft([QuestionDraft(DATED, "x", "fut.prediction")], " "),
        "named_statement": lambda: named_statement(store, ""),
    }
    with pytest.raises(UsageError, match="is empty"):
        found[find]()


def test_a_declined_draft_says_why_it_was(store: RecordStore) -> None:
    draft = QuestionDraft(DATED, "boats will leave", "fut.prediction")
    assert refused_as(load_questions(store), draft) == ""
    decline(store, At(2), draft, by=BY, why="no horizon is stated")
    assert refused_as(load_questions(store), draft) == "no horizon is stated"
