"""Decisions are reversible to the same bytes, in whatever order they are made and undone (law 3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property.test_reconcile_laws import records

from onrecord.domain.codec import canonical_json
from onrecord.domain.decision import Decision, DecisionKind
from onrecord.domain.reading import Reading
from onrecord.reconcile.change import carried_over
from onrecord.reconcile.reconcile import reconcile
from onrecord.reconcile.rulings import NO_RULINGS, Rulings, concerned, rulings_of, settle
from onrecord.reconcile.versions import split_versions

#: Draws from a strategy, within another or within a test.
Draw = Callable[..., Any]
KINDS: tuple[DecisionKind, ...] = ("accept", "dismiss", "correct", "merge", "split")
BY = "I. Ferrand"
FEW = settings(max_examples=40, deadline=None)


def decided_about(draw: Draw, names: Sequence[str], *, after: str | None) -> Decision:
    """Draw a decision of any kind about some of `names`; there are two or more."""
    kind: DecisionKind = draw(st.sampled_from(KINDS))
    few = draw(st.lists(st.sampled_from(names), min_size=2, max_size=4, unique=True))
    cut = draw(st.integers(1, len(few) - 1)) if kind == "split" else len(few)
    return Decision(
        kind,
        tuple(sorted(few[:cut])),
        BY,
        "read both pages",
        others=tuple(sorted(few[cut:])),
        field=draw(st.sampled_from(("day", "killed"))) if kind == "correct" else "",
        value=draw(st.sampled_from(("3", "2031-04"))) if kind == "correct" else "",
        after=after,
    )


@st.composite
def ledgers(draw: st.DrawFn, names: Sequence[str]) -> list[Decision]:
    """Draw a ledger of decisions, undos and undos of undos, in an order in which they can be made."""
    made: list[Decision] = []
    for _ in range(draw(st.integers(0, 9)) if len(names) > 1 else 0):
        after = made[-1].id if made else None
        standing = [one for one in made if one.id not in settle(made).undone]
        again: bool = draw(st.booleans())
        if standing and again:
            undone = draw(st.sampled_from(standing))
            made.append(Decision("undo", (), BY, "too hasty", reverses=undone.id, after=after))
        else:
            made.append(decided_about(draw, names, after=after))
    return made


def undoing_all(made: Sequence[Decision], order: Sequence[int]) -> list[Decision]:
    """Return the ledger with every decision undone that is in force, in the order given."""
    found = list(made)
    for at in order:
        one = made[at]
        if one.kind != "undo" and one.id not in settle(found).undone:
            found.append(
                Decision("undo", (), BY, "start anew", reverses=one.id, after=found[-1].id)
            )
    return found


def statements(readings: Sequence[Reading]) -> list[str]:
    return sorted({one.id for reading in readings for one in reading.statements})


def bytes_of(readings: Sequence[Reading], made: Sequence[Decision]) -> str:
    carried = carried_over(*split_versions(readings))
    return canonical_json(reconcile(readings, rulings=rulings_of(made, carried=carried)))


@FEW
@given(records(), st.data())
def test_undoing_everything_in_any_order_gives_the_same_bytes_as_deciding_nothing(
    readings: list[Reading], data: st.DataObject
) -> None:
    made = data.draw(ledgers(statements(readings)))
    order = data.draw(st.permutations(range(len(made))))
    undone = undoing_all(made, order)
    assert rulings_of(undone) == NO_RULINGS
    assert bytes_of(readings, undone) == bytes_of(readings, [])


@FEW
@given(records(), st.data())
def test_undoing_the_last_decision_gives_the_same_bytes_as_before_it(
    readings: list[Reading], data: st.DataObject
) -> None:
    names = statements(readings)
    made = data.draw(ledgers(names))
    if len(names) < 2:
        return
    last = decided_about(data.draw, names, after=made[-1].id if made else None)
    undo = Decision("undo", (), BY, "too hasty", reverses=last.id)
    again = Decision("undo", (), BY, "not hasty", reverses=undo.id)
    assert bytes_of(readings, [*made, last, undo]) == bytes_of(readings, made)
    assert bytes_of(readings, [*made, last, undo, again]) == bytes_of(readings, [*made, last])


@settings(max_examples=200, deadline=None)
@given(ledgers([f"stm-{number}" for number in range(7)]))
def test_only_what_is_in_force_counts_and_what_is_in_force_never_contradicts_itself(
    made: list[Decision],
) -> None:
    settled = settle(made)
    held = [one for one in made if one.id not in settled.undone and one.kind != "undo"]
    rulings = settled.rulings
    assert rulings_of(held) == rulings
    assert not rulings.accepted & rulings.dismissed
    parts: dict[str, set[str]] = {}
    for a, b in rulings.together:
        joined = parts.get(a, {a}) | parts.get(b, {b})
        parts.update(dict.fromkeys(joined, joined))
    assert not [(a, b) for a, b in rulings.apart if b in parts.get(a, {a})]


@settings(max_examples=200, deadline=None)
@given(ledgers([f"stm-{number}" for number in range(5)]))
def test_the_latest_decision_holds_in_full_and_what_gives_way_says_to_whom(
    made: list[Decision],
) -> None:
    settled = settle(made)
    held = [one for one in made if one.id not in settled.undone and one.kind != "undo"]
    if held:
        assert held[-1].id not in settled.overridden
        assert held[-1].id in settled.holding
    places = {one.id: at for at, one in enumerate(held)}
    for name, later in settled.overridden.items():
        assert all(places[one] > places[name] for one in later)
    assert {one.id for one in held} <= settled.holding | settled.overridden.keys()


def ids_in(rulings: Rulings) -> set[tuple[object, ...]]:
    """Return what is ruled, one item for each ruling."""
    return {
        *(("together", *pair) for pair in rulings.together),
        *(("apart", *pair) for pair in rulings.apart),
        *(("dismissed", name) for name in rulings.dismissed),
        *(("accepted", name) for name in rulings.accepted),
        *(("corrected", *one.statements) for one in rulings.corrected),
    }


@settings(max_examples=200, deadline=None)
@given(ledgers([f"stm-{number}" for number in range(12)]), st.data())
def test_new_decisions_change_rulings_only_about_what_they_concern(
    made: list[Decision], data: st.DataObject
) -> None:
    since = data.draw(st.integers(0, len(made)))
    changed = ids_in(rulings_of(made[:since])) ^ ids_in(rulings_of(made))
    about = {name for _, *names in changed for name in names}
    assert about <= concerned(made, since=since)


@FEW
@given(records(), st.data())
def test_a_dismissed_statement_supports_nothing_and_stays_on_record(
    readings: list[Reading], data: st.DataObject
) -> None:
    current, _ = split_versions(readings)
    names = statements(current)
    if not names:
        return
    name = data.draw(st.sampled_from(names))
    rulings = replace(NO_RULINGS, dismissed=frozenset({name}))
    result = reconcile(readings, rulings=rulings)
    assert name in statements(result.readings)
    assert name not in {one for group in result.events for one in group.event.statements}
    assert name not in {one.statement for tally in result.tallies for one in tally.observations}
    assert name not in {end for link in result.links for end in (link.from_id, link.to_id)}


@FEW
@given(records(), st.data())
def test_people_decide_which_accounts_are_of_one_event(
    readings: list[Reading], data: st.DataObject
) -> None:
    keys = [one.key for group in reconcile(readings).events for one in group.accounts]
    rulings = rulings_of(data.draw(ledgers(sorted(keys))))
    result = reconcile(readings, rulings=rulings)
    account_of = {
        name: account.key
        for group in result.events
        for account in group.accounts
        for name in account.statements
    }
    event_of = {
        account.key: group.event.id for group in result.events for account in group.accounts
    }
    for a, b in rulings.together:
        if a in account_of and b in account_of:
            assert event_of[account_of[a]] == event_of[account_of[b]]
    for a, b in rulings.apart:
        if a in account_of and b in account_of and account_of[a] != account_of[b]:
            assert event_of[account_of[a]] != event_of[account_of[b]]
