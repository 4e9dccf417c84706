"""Scores follow from the ledger: what was taken back leaves no trace in them, in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.assess.asked import asked

from onrecord.adapters.scipy.statistics import ScipyStatistics
from onrecord.assess.scoring import scorecard_of
from onrecord.domain.assessment import LikelihoodReading, band_edges, likelihood_in
from onrecord.domain.question import (
    Condition,
    Forecast,
    GivenForecast,
    GivenResolution,
    Outcome,
    Question,
    Resolution,
    assembled,
)
from onrecord.domain.scorecard import Scorecard

Move = GivenForecast | GivenResolution

STATISTICS = ScipyStatistics()
FIRST, SECOND = asked("One?"), asked("Two?", opens="2031-04-03")
CHILD = replace(asked("And then?"), parent=Condition(FIRST.key, "yes"))
ASKED = (FIRST, SECOND, CHILD)
OUTCOMES: tuple[Outcome, ...] = ("yes", "no", "ambiguous", "annulled")
PEOPLE = ("I. Ferrand", "O. Lindqvist")


@st.composite
def ledgers(draw: st.DrawFn) -> list[Move]:
    """Draw forecasts, resolutions and takings back in an order in which they can be made."""
    made: list[Move] = []
    open_ones = {one.key: True for one in ASKED}
    for second in range(draw(st.integers(0, 14))):
        at = f"2031-04-04T00:00:{second:02}Z"
        key = draw(st.sampled_from([one.key for one in ASKED]))
        after = made[-1].id if made else None
        if not open_ones[key]:
            made.append(GivenResolution(key, None, "I. Ferrand", "withdrawn", after))
            open_ones[key] = True
        elif draw(st.booleans()):
            by, probability = draw(st.sampled_from(PEOPLE)), draw(st.floats(0.01, 0.99))
            made.append(GivenForecast(key, Forecast(by, at, probability), after))
        else:
            outcome = draw(st.sampled_from(OUTCOMES))
            ended = Resolution(outcome, "stm-1", at)
            made.append(GivenResolution(key, ended, "I. Ferrand", "so it says", after))
            open_ones[key] = False
    return made


def card(moves: Sequence[Move]) -> Scorecard:
    return scorecard_of(assembled(ASKED, moves), STATISTICS)


def in_force(moves: Sequence[Move]) -> list[Move]:
    """Return the moves without the resolutions that were taken back, and without the takings back."""
    last = {move.question: move for move in moves if isinstance(move, GivenResolution)}
    return [
        move
        for move in moves
        if isinstance(move, GivenForecast)
        or (last[move.question] is move and move.resolution is not None)
    ]


@settings(max_examples=150, deadline=None)
@given(ledgers())
def test_resolving_taking_back_and_resolving_again_keeps_scores_consistent(
    moves: list[Move],
) -> None:
    found = card(moves)
    assert found == card(in_force(moves))
    for one in found.questions:
        scores = [score for held in one.forecasters for score in held.scores]
        assert bool(scores) == (one.state == "resolved" and bool(one.forecasters))
    assert found.counts.total == len(ASKED)


@settings(max_examples=100, deadline=None)
@given(ledgers())
def test_moves_about_one_question_say_nothing_of_the_order_of_others(moves: list[Move]) -> None:
    by_question = [move for one in ASKED for move in moves if move.question == one.key]
    assert card(moves) == card(by_question)


@settings(max_examples=100, deadline=None)
@given(ledgers())
def test_a_child_is_annulled_exactly_while_its_condition_fails(moves: list[Move]) -> None:
    parent, _, child = assembled(ASKED, moves)
    failed = parent.resolution is not None and parent.resolution.outcome != "yes"
    if failed:
        assert child.resolution is not None
        assert child.resolution.outcome == "annulled"
    else:
        (alone,) = assembled([CHILD], [move for move in moves if move.question == CHILD.key])
        assert child == alone


def questions_of(card: Scorecard) -> list[Question]:
    return [one.question for one in card.questions]


@settings(max_examples=60, deadline=None)
@given(ledgers(), st.integers(0, 14))
def test_what_was_on_record_then_is_not_changed_by_what_came_later(
    moves: list[Move], cut: int
) -> None:
    earlier = questions_of(card(moves[:cut]))
    for before, after in zip(earlier, questions_of(card(moves)), strict=True):
        assert after.forecasts[: len(before.forecasts)] == before.forecasts


@given(st.text(alphabet="abcdeiklnoprtuy .,%0123456789-", max_size=60))
def test_words_are_read_inside_a_band_or_not_at_all(text: str) -> None:
    for words in (text, f"{text} likely to fall", f"It is {text} unlikely."):
        read = likelihood_in(words)
        if read is not None:
            assert read.words in words
            assert 1 <= read.low <= read.high <= 99
            assert _lies_in_band(read)


def _lies_in_band(read: LikelihoodReading) -> bool:
    if read.band is None:
        return read.source == "Kent"
    low, high = band_edges(read.band)
    return low <= read.low <= read.high <= high
