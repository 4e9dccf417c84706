from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.domain.event import Event, Harm, ResponsibilityClaim
from onrecord.domain.grouping import Account, EventGroup
from onrecord.domain.reading import Reading
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where
from onrecord.reconcile.difference import compare_events, compare_states, compare_tallies
from onrecord.reconcile.reconcile import reconcile

NO_DAY = Unknown("nobody says")


def group(
    *statements: str,
    lineages: Sequence[str] = ("wire",),
    when: When | Unknown = NO_DAY,
    place: str = "",
    harm: tuple[Harm, ...] = (),
    claims: tuple[str, ...] = (),
) -> EventGroup:
    """Return an event of `statements`, its accounts dealt out to the lineages in turn."""
    accounts = tuple(
        Account(f"doc-{name}", lineages[at % len(lineages)], (name,))
        for at, name in enumerate(statements)
    )
    event = Event(
        statements=tuple(sorted(statements)),
        act=Unknown("none"),
        when=when,
        where=Where(place, place) if place else Unknown("none"),
        harm=harm,
        responsibility=tuple(ResponsibilityClaim("", "", "attributes", one) for one in claims),
    )
    return EventGroup(event, accounts)


def killed(low: int, high: int | None) -> tuple[Harm, ...]:
    return (Harm("killed", "not_stated", low, None, high, "a rule", ("a",)),)


def kinds(before: Sequence[EventGroup], after: Sequence[EventGroup]) -> list[str]:
    return [one.kind for one in compare_events(before, after, kept={})]


def test_an_event_no_statement_of_which_was_told_is_new() -> None:
    assert kinds([group("a")], [group("a"), group("b")]) == ["same", "new"]


def test_an_event_of_which_nothing_is_left_is_gone() -> None:
    assert kinds([group("a"), group("b")], [group("b")]) == ["same", "gone"]


def test_a_further_origin_is_named_and_a_further_reprint_is_no_change() -> None:
    was = group("a")
    gained = compare_events([was], [group("a", "b", lineages=("wire", "herald"))], kept={})[0]
    assert gained.kind == "moved"
    assert gained.gained == ("herald",)
    assert compare_events([was], [group("a", "b")], kept={})[0].kind == "same"


def test_what_is_told_otherwise_is_named_by_field() -> None:
    was = group("a", when=day("2031-04-12"), place="Port Orlan", harm=killed(40, None))
    now = group("a", when=day("2031-04-11"), place="Selden", harm=killed(33, 33), claims=("c",))
    assert compare_events([was], [now], kept={})[0].fields == (
        "day", "place", "harm", "responsibility",
    )  # fmt: skip


def test_events_held_to_be_one_and_events_told_apart() -> None:
    apart, one = [group("a"), group("b")], [group("a", "b")]
    assert kinds(apart, one) == ["regrouped"]
    assert kinds(one, apart) == ["regrouped"]


def test_a_statement_of_an_edited_report_is_known_by_its_words() -> None:
    burned = "A boat burned in Selden on Monday."
    was = report(f"{burned}\nFire took 14 boats.", Said(burned), key="k")
    now = report(
        f"{burned}\nFire took 11 boats.", Said(burned), key="k", version_of=was.document.id
    )
    changes = compare_states(reconcile([was]), reconcile([was, now]))
    kept = dict(changes.carried)
    before, after = group(was.statements[0].id), group(now.statements[0].id)
    assert [one.kind for one in compare_events([before], [after], kept=kept)] == ["same"]
    assert [one.kind for one in compare_events([before], [after], kept={})] == ["new", "gone"]
    assert len(changes.revisions) == 1
    assert changes.arrived == (now.document.id,)


def _toll(number: int, date: str, publisher: str) -> Reading:
    text = f"At least {number} people have been killed in Velmara since March."
    return report(
        text,
        Said(
            f"At least {number} people have been killed in Velmara since March", kind="occ.tally",
            counts=(Count(f"{number} people", number, "people_killed", "at_least"),),
            place="Velmara",
        ),
        date=date, publisher=publisher,
    )  # fmt: skip


FIRST = _toll(40, "2031-04-08", "The Herald")
LATER = _toll(61, "2031-04-19", "The Herald")
FIRE = report(
    "Fire destroyed the harbour office in Selden on 14 April 2031.",
    Said("Fire destroyed the harbour office in Selden", when=day("2031-04-14"), place="Selden"),
    date="2031-04-15", publisher="Selden Post",
)  # fmt: skip
ALL = (FIRST, LATER, FIRE)


def test_a_new_figure_of_a_known_count_is_added_and_a_first_figure_makes_a_new_count() -> None:
    early, late = reconcile([FIRST]), reconcile([FIRST, LATER])
    grown = compare_tallies(early.tallies, late.tallies, kept={})
    assert [(one.is_new, [a.quantity.value for a in one.added]) for one in grown] == [(False, [61])]
    fresh = compare_tallies((), early.tallies, kept={})
    assert [(one.is_new, len(one.added)) for one in fresh] == [(True, 1)]


def test_reports_that_came_are_named() -> None:
    changes = compare_states(reconcile([FIRST]), reconcile([FIRST, FIRE]))
    assert changes.arrived == (FIRE.document.id,)


@given(st.sets(st.sampled_from(range(3))))
def test_a_state_compared_with_itself_has_not_changed(chosen: set[int]) -> None:
    state = reconcile([ALL[at] for at in sorted(chosen)])
    changes = compare_states(state, state)
    assert changes.arrived == ()
    assert changes.events == ()
    assert changes.tallies == ()
    assert changes.links == ()
    assert changes.revisions == ()
    assert len(changes.same_events) == len(state.events)
    assert len(changes.same_tallies) == len(state.tallies)


@given(st.permutations(ALL), st.permutations(ALL[:2]))
def test_the_order_of_arrival_changes_nothing(late: list[Reading], early: list[Reading]) -> None:
    before, after = reconcile(early), reconcile(late)
    assert compare_states(before, after) == compare_states(reconcile(ALL[:2]), reconcile(ALL))
