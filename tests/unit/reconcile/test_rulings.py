"""What is in force of many decisions, and what gives way to what."""

from __future__ import annotations

from tests.unit.reconcile.reports import Said, report

from onrecord.domain.decision import Decision
from onrecord.reconcile.rulings import NO_RULINGS, Rulings, heard, rulings_of, settle

BY = "I. Ferrand"


def accept(*names: str) -> Decision:
    return Decision("accept", names, BY, "it stands in the page")


def dismiss(*names: str) -> Decision:
    return Decision("dismiss", names, BY, "a drill, not an attack")


def merge(*names: str) -> Decision:
    return Decision("merge", names, BY, "one quay, one morning")


def split(out: tuple[str, ...], rest: tuple[str, ...]) -> Decision:
    return Decision("split", out, BY, "another quay", others=rest)


def correct(field: str, value: str, *names: str) -> Decision:
    return Decision("correct", names, BY, "the harbour log", field=field, value=value)


def undo(decision: Decision, *, after: str = "") -> Decision:
    return Decision("undo", (), BY, "too hasty", reverses=decision.id, after=after or None)


def together(rulings: Rulings) -> set[frozenset[str]]:
    """Return the parts that chains of pairs make."""
    parts: list[set[str]] = []
    for a, b in rulings.together:
        joined = [part for part in parts if part & {a, b}]
        parts = [part for part in parts if part not in joined]
        parts.append(set().union({a, b}, *joined))
    return {frozenset(part) for part in parts}


def test_no_decisions_are_no_rulings() -> None:
    assert rulings_of([]) == NO_RULINGS


def test_each_kind_becomes_what_reconciling_uses() -> None:
    rulings = rulings_of(
        [
            accept("s1"),
            dismiss("s2"),
            merge("s3", "s4"),
            split(("s5",), ("s6", "s7")),
            correct("day", "2031-04-12", "s1"),
        ]
    )
    assert rulings.accepted == {"s1"}
    assert rulings.dismissed == {"s2"}
    assert rulings.together == (("s3", "s4"),)
    assert rulings.apart == (("s5", "s6"), ("s5", "s7"))
    (correction,) = rulings.corrected
    assert (correction.field, correction.value, correction.by) == ("day", "2031-04-12", BY)
    assert correction.statements == ("s1",)


def test_undoing_leaves_what_was_there_before() -> None:
    first = dismiss("s1")
    later = merge("s1", "s2")
    before = rulings_of([first])
    assert rulings_of([first, later, undo(later)]) == before
    assert rulings_of([first, later, undo(later), undo(first)]) == NO_RULINGS


def test_undoing_an_undo_brings_the_decision_back() -> None:
    decision = dismiss("s1")
    first = undo(decision)
    second = undo(first)
    third = undo(second)
    assert rulings_of([decision, first, second]).dismissed == {"s1"}
    assert rulings_of([decision, first, second, third]) == NO_RULINGS


def test_what_is_undone_out_of_turn_leaves_the_rest() -> None:
    first, second = dismiss("s1"), dismiss("s2")
    assert rulings_of([first, second, undo(first)]) == rulings_of([second])


def test_of_accept_and_dismiss_the_later_wins_and_says_so() -> None:
    first, second = dismiss("s1", "s2"), accept("s1")
    settled = settle([first, second])
    assert settled.rulings.accepted == {"s1"}
    assert settled.rulings.dismissed == {"s2"}
    assert settled.overridden == {first.id: (second.id,)}
    assert first.id in settled.holding
    assert rulings_of([first, second, undo(second)]).dismissed == {"s1", "s2"}


def test_of_two_corrections_of_one_field_the_later_wins() -> None:
    first, second = correct("killed", "3", "s1", "s2"), correct("killed", "4", "s2")
    settled = settle([first, second])
    assert [one.value for one in settled.rulings.corrected] == ["4"]
    assert settled.overridden == {first.id: (second.id,)}
    assert first.id not in settled.holding
    other = correct("day", "2031-04", "s1")
    assert [one.value for one in rulings_of([first, other]).corrected] == ["3", "2031-04"]


def test_a_split_out_of_a_merge_leaves_the_rest_of_it_together() -> None:
    merged, taken = merge("s1", "s2", "s3", "s4"), split(("s4",), ("s1", "s2", "s3"))
    settled = settle([merged, taken])
    assert together(settled.rulings) == {frozenset({"s1", "s2", "s3"})}
    assert settled.overridden == {merged.id: (taken.id,)}
    assert merged.id in settled.holding


def test_where_a_later_split_leaves_open_who_stays_with_whom_it_is_left_to_the_machine() -> None:
    merged, taken = merge("s1", "s2", "s3"), split(("s1",), ("s3",))
    assert rulings_of([merged, taken]).together == ()


def test_a_later_merge_overrides_a_split() -> None:
    taken, merged = split(("s1",), ("s2", "s3")), merge("s1", "s2")
    settled = settle([taken, merged])
    assert settled.rulings.together == (("s1", "s2"),)
    assert settled.rulings.apart == (("s1", "s3"),)
    assert settled.overridden == {taken.id: (merged.id,)}


def test_two_merges_never_join_what_a_later_split_holds_apart() -> None:
    rulings = rulings_of([merge("s1", "s2"), merge("s2", "s3"), split(("s1",), ("s3",))])
    assert together(rulings) == {frozenset({"s2", "s3"})}


def test_a_chain_of_merges_overrides_an_earlier_split_of_its_ends() -> None:
    taken = split(("s1",), ("s3",))
    settled = settle([taken, merge("s1", "s2"), merge("s2", "s3")])
    assert settled.rulings.apart == ()
    assert set(settled.overridden[taken.id]) == {merge("s1", "s2").id, merge("s2", "s3").id}


def test_decisions_follow_statements_into_the_current_version() -> None:
    carried = {"old": "new"}
    assert rulings_of([dismiss("old")], carried=carried).dismissed == {"new"}
    settled = settle([merge("old", "s2"), split(("new",), ("s2",))], carried=carried)
    assert settled.rulings.together == ()


def test_what_was_dismissed_is_not_heard() -> None:
    reading = report(
        "A boat sank. A ship burned.",
        Said("A boat sank"),
        Said("A ship burned"),
        publisher="Herald",
    )
    first, second = reading.statements
    (kept,) = heard([reading], Rulings(dismissed=frozenset({first.id})))
    assert kept.statements == (second,)
    assert kept.text == reading.text
