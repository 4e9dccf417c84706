"""Accounts split into happenings, reports of one happening joined; order changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Count, Said, day, report

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


def located(reading: Reading) -> Reading:
    """Return the reading with every place a town of its own."""
    statements = tuple(
        replace(one, where=replace(one.where, precision=1)) if one.where else one
        for one in reading.statements
    )
    return replace(reading, statements=statements)


def dead(words: str, number: str, value: int, **more: object) -> Said:
    return Said(words, "occ.tally", (Count(number, value, "people_killed"),), **more)  # type: ignore[arg-type]


def test_a_list_of_sites_is_as_many_happenings() -> None:
    lines = [
        dead("At least 40 killed in Port Orlan blasts", "40", 40, place="Port Orlan"),
        dead("At least 25 killed in Selden blast", "25", 25, place="Selden"),
        dead("At least 12 killed in Westmere blast", "12", 12, place="Westmere"),
    ]
    reading = located(report("\n".join(one.words for one in lines), *lines))
    assert sorted(map(len, gathered(reading))) == [1, 1, 1]


def test_a_count_goes_with_the_sentence_before_it_and_no_farther() -> None:
    text = (
        "A bomb was set off at the harbour on Monday. Nine people died. "
        "The mayor spoke. Hospitals were full. By now 37 visitors died."
    )
    reading = report(
        text,
        Said("A bomb was set off at the harbour on Monday", when=MONDAY),
        dead("Nine people died", "Nine", 9),
        dead("37 visitors died", "37", 37),
    )
    assert gathered(reading) == [
        {"A bomb was set off at the harbour on Monday", "Nine people died"}
    ]


def test_the_heading_and_the_sentence_that_gives_the_day_are_one() -> None:
    words = "A clerk was killed in Port Orlan on Monday"
    text = f"Clerk shot dead in Port Orlan\n\n{words}."
    reading = report(text, Said("Clerk shot dead in Port Orlan"), Said(words, when=MONDAY))
    heading, body = reading.document.passages
    document = replace(reading.document, passages=(replace(heading, role="heading"), body))
    statements = tuple(replace(one, document=document.id) for one in reading.statements)
    assert len(gathered(Reading(document, reading.text, statements))) == 1


GUN_BATTLE = dead(
    "Seventeen people were killed in a shooting in Westmere on Monday", "Seventeen", 17,
    place="Westmere", when=MONDAY,
)  # fmt: skip
RAID = dead("A raid on a house in Port Orlan left 17 dead", "17", 17, place="Port Orlan")


def test_as_many_dead_on_one_day_are_one_use_of_force_whatever_it_is_called() -> None:
    first = located(report(f"{GUN_BATTLE.words}.", GUN_BATTLE, publisher="Herald"))
    second = located(report(f"{RAID.words}.", RAID, publisher="Post"))
    assert len(gathered(first, second)) == 1
    assert len(gathered(second, first)) == 1


@pytest.mark.parametrize(("number", "value"), [("20", 20), ("18", 18)])
def test_other_or_round_counts_of_other_towns_stay_apart(number: str, value: int) -> None:
    other = dead(
        f"A raid on a house in Port Orlan left {number} dead", number, value, place="Port Orlan"
    )
    battle = replace(
        GUN_BATTLE,
        words=GUN_BATTLE.words.replace("Seventeen", "Twenty"),
        counts=(Count("Twenty", 20, "people_killed"),),
    )
    first = located(report(f"{battle.words}.", battle, publisher="Herald"))
    second = located(report(f"{other.words}.", other, publisher="Post"))
    assert len(gathered(first, second)) == 2


def opening_with(*said: Said) -> Reading:
    """Return a report whose first line is its heading."""
    reading = report("\n\n".join(f"{one.words}." for one in said), *said)
    heading, *body = reading.document.passages
    document = replace(reading.document, passages=(replace(heading, role="heading"), *body))
    statements = tuple(replace(one, document=document.id) for one in reading.statements)
    return Reading(document, reading.text, statements)


def test_a_heading_that_only_says_attack_is_of_what_the_report_opens_with() -> None:
    heading = dead("Market attack kills 9", "9", 9, when=day("2031-04-08"))
    found = gathered(opening_with(heading, Said("Rockets hit a market in Port Orlan")))
    assert len(found) == 1


def test_a_heading_with_other_dead_is_of_another_happening() -> None:
    heading = dead("Attack on Selden kills 9", "9", 9, place="Selden")
    body = dead("Rockets killed 4 at a market in Port Orlan", "4", 4, place="Port Orlan")
    assert len(gathered(located(opening_with(heading, body)))) == 2
