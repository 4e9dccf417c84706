"""Accounts split into happenings, reports of one happening joined; order changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Said, day, report

from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.reconcile.accounts import profiles_of
from onrecord.reconcile.gathering import gather
from onrecord.reconcile.grouping import Group
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.rulings import Rulings

MONDAY = day("2031-04-07", "on Monday")


def accounts(*readings: Reading) -> list[Group]:
    """Every account for itself: what is joined, gathering joined."""
    return [Group((profile,)) for reading in readings for profile in profiles_of(reading)]


def statements_of(readings: Sequence[Reading]) -> dict[str, Statement]:
    return {one.id: one for reading in readings for one in reading.statements}


def gathered(*readings: Reading, apart: tuple[tuple[str, str], ...] = ()) -> list[set[str]]:
    """Return the words of each happening."""
    statements = statements_of(readings)
    groups = gather(
        accounts(*readings), readings, statements, group_lineages(readings),
        rulings=Rulings(apart=apart),
    )  # fmt: skip
    return [
        {statements[name].content.exact for one in group.profiles for name in one.statements}
        for group in groups
    ]


def told(words: str, publisher: str, *, date: str = "2031-04-08", **more: object) -> Reading:
    said = Said(words, **more)  # type: ignore[arg-type]
    return report(f"{words}. {publisher} of {date}.", said, publisher=publisher, date=date)


def test_one_account_of_two_kinds_is_two_happenings() -> None:
    reading = report(
        "Two dams burst on Monday. Police arrested their keeper.",
        Said("Two dams burst on Monday", when=MONDAY),
        Said("Police arrested their keeper"),
    )
    assert sorted(map(len, gathered(reading))) == [1, 1]


def test_one_disaster_of_a_country_is_one_also_where_nobody_repeats_the_day() -> None:
    readings = [
        told("A flood swept through Port Orlan on Monday", "Herald", when=MONDAY),
        told("Flooding has destroyed the harbour", "Post", date="2031-04-10"),
        told("The flood drowned whole streets", "Wire", date="2031-04-12"),
    ]
    assert len(gathered(*readings)) == 1


def test_a_disaster_after_the_report_is_not_the_one_it_means() -> None:
    readings = [
        told("Flooding has destroyed the harbour", "Post", date="2031-04-01"),
        told("A flood swept through Port Orlan on Monday", "Herald", when=MONDAY),
    ]
    assert len(gathered(*readings)) == 2


def test_two_disasters_with_days_of_their_own_stay_two() -> None:
    second = day("2031-06-02", "on 2 June")
    readings = [
        told("A flood swept through Port Orlan on Monday", "Herald", when=MONDAY),
        told("A flood swept through Selden on 2 June", "Post", date="2031-06-03", when=second),
    ]
    assert len(gathered(*readings)) == 2


def test_few_who_lend_a_flood_another_day_mean_the_one_that_many_tell_of() -> None:
    many = [
        told("A flood swept through Port Orlan on Monday", name, when=MONDAY)
        for name in ("Herald", "Post", "Wire", "Times", "Echo")
    ]
    lent = day("2031-04-14", "on 14 April")
    later = told("the flood that killed their kin", "Mail", date="2031-04-15", when=lent)
    second = day("2031-04-20", "on 20 April")
    other = told("a second flood hit the town", "Star", date="2031-04-21", when=second)
    found = gathered(*many, later, other)
    assert {"a second flood hit the town"} in found
    assert len(found) == 2


def test_arrests_of_one_day_are_one_only_where_their_words_are_alike() -> None:
    readings = [
        told("Police arrested nine fishermen in the harbour", "Herald", when=MONDAY),
        told("Nine fishermen were arrested by harbour police", "Post", when=MONDAY),
        told("A court clerk was arrested for theft", "Wire", when=MONDAY),
    ]
    assert sorted(map(len, gathered(*readings))) == [1, 2]


def test_protests_of_one_day_are_one_and_of_two_days_two() -> None:
    readings = [
        told("Protests spread across Velmara on Monday", "Herald", when=MONDAY),
        told("Students marched against the tax", "Post", when=MONDAY),
        told(
            "Protests grew on 9 April", "Wire", date="2031-04-09", when=day("2031-04-09", "9 April")
        ),
    ]
    assert sorted(map(len, gathered(*readings))) == [1, 2]


def test_towns_that_differ_keep_incidents_of_one_day_apart() -> None:
    readings = [
        told("Gunmen opened fire on a bus near Selden", "Herald", when=MONDAY, place="Selden"),
        told("Gunmen opened fire on a bus near Corrow", "Post", when=MONDAY, place="Corrow"),
    ]
    assert len(gathered(*readings)) == 2


def test_a_heading_tells_of_the_one_happening_of_its_kind_that_its_report_dates() -> None:
    words = "Ferry sinks", "The ferry that serves Selden sank on Monday"
    reading = report("\n".join(words), Said(words[0]), Said(words[1], when=MONDAY))
    assert gathered(reading) == [set(words)]


def test_an_explosion_of_one_day_and_town_is_one_and_two_towns_are_two() -> None:
    readings = [
        told("A blast tore through the quay on Monday", "Herald", when=MONDAY, place="Selden"),
        told("An explosion shook the fish market", "Post", when=MONDAY, place="Selden"),
        told("The explosion came at dawn on Monday", "Wire", when=MONDAY),
    ]
    elsewhere = told("An explosion shook Corrow", "Mail", when=MONDAY, place="Corrow")
    assert len(gathered(*readings)) == 1
    assert sorted(map(len, gathered(*readings, elsewhere))) == [1, 1, 2]


def test_every_join_names_its_grounds() -> None:
    readings = [
        told("A flood swept through Port Orlan on Monday", "Herald", when=MONDAY),
        told("Flooding has destroyed the harbour", "Post", date="2031-04-10"),
    ]
    statements = statements_of(readings)
    (group,) = gather(accounts(*readings), readings, statements, group_lineages(readings))
    (join,) = group.joins
    assert [ground.name for ground in join.grounds] == ["kind", "day", "place"]
    assert join.score == sum(ground.points for ground in join.grounds)


def test_what_a_person_holds_apart_is_not_joined() -> None:
    readings = [
        told("A flood swept through Port Orlan on Monday", "Herald", when=MONDAY),
        told("Flooding has destroyed the harbour", "Post", date="2031-04-10"),
    ]
    first, second = (reading.statements[0].id for reading in readings)
    assert len(gathered(*readings, apart=((second, first),))) == 2


def test_what_no_account_took_up_is_a_happening_of_its_own_if_it_is_one() -> None:
    reading = report(
        "Two dams burst on Monday. Police arrested their keeper. He is 40.",
        Said("Two dams burst on Monday", when=MONDAY),
        Said("Police arrested their keeper"),
        Said("He is 40"),
    )
    first, second, _ = reading.statements
    (profile, *_) = profiles_of(reading)
    alone = replace(profile, statements=(first.id,), told=())
    groups = gather(
        [Group((alone,))], [reading], statements_of([reading]), group_lineages([reading])
    )
    found = [name for group in groups for one in group.profiles for name in one.statements]
    assert found == [first.id, second.id]


def test_what_names_no_kind_goes_on_with_what_stands_before_it() -> None:
    reading = report(
        "Guards opened fire in Selden. A boy of nine died. Police arrested a guard.",
        Said("Guards opened fire in Selden"),
        Said("A boy of nine died"),
        Said("Police arrested a guard"),
    )
    (profile, *_) = profiles_of(reading)
    whole = replace(profile, statements=tuple(one.id for one in reading.statements), told=())
    groups = gather(
        [Group((whole,))], [reading], statements_of([reading]), group_lineages([reading])
    )
    held = {group.profiles[0].statements for group in groups}
    shots, boy, arrest = (one.id for one in reading.statements)
    assert held == {(shots, boy), (arrest,)}


POOL = [
    told("A flood swept through Port Orlan on Monday", "Herald", when=MONDAY),
    told("Flooding has destroyed the harbour", "Post", date="2031-04-10"),
    told("Two dams burst above Port Orlan", "Wire", when=MONDAY),
    told("Dams gave way in the hills", "Echo", date="2031-04-09"),
    told("Protests spread across Velmara on Monday", "Times", when=MONDAY),
    told("Students marched against the tax", "Mail", when=MONDAY),
    told("Police arrested nine fishermen in the harbour", "Star", when=MONDAY),
    told("Nine fishermen were arrested by harbour police", "Sun", when=MONDAY),
    told("The choir sang", "Globe"),
]


@given(st.permutations(POOL))
@settings(max_examples=25)
def test_the_order_of_reports_changes_nothing(readings: list[Reading]) -> None:
    def parts(ordered: list[Reading]) -> set[frozenset[str]]:
        statements = statements_of(ordered)
        groups = gather(accounts(*ordered), ordered, statements, group_lineages(ordered))
        return {
            frozenset(name for one in group.profiles for name in one.statements) for group in groups
        }

    assert parts(readings) == parts(POOL)


def test_gathering_again_changes_nothing() -> None:
    statements, lineages = statements_of(POOL), group_lineages(POOL)
    once = gather(accounts(*POOL), POOL, statements, lineages)
    again = gather(once, POOL, statements, lineages)
    assert [group.profiles for group in again] == [group.profiles for group in once]
