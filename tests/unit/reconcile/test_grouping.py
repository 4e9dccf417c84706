"""Which accounts of several reports are held to be of one event, and why."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.domain.grouping import Ground, Join
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act
from onrecord.reconcile.accounts import profiles_of
from onrecord.reconcile.clusters import cluster, spanning
from onrecord.reconcile.grouping import Group, group_profiles, joins_among, keys_of, solve
from onrecord.reconcile.likeness_points import CERTAIN
from onrecord.reconcile.rulings import Rulings

SHOT = Act("PLOVER", "ASSAULT", "firearms")


def shooting(words: str, *rest: str, date: str, when: str, place: str = "", outlet: str) -> Reading:
    return report(
        "\n".join((f"{words}.", *rest)),
        Said(words, act=SHOT, when=day(when, "on the day"), place=place, recipient=words),
        date=date,
        publisher=outlet,
    )


MONDAY = shooting(
    "Ilja Maren, 34, was shot dead outside the Anchor tavern on Kelp Lane in Tarnholm",
    "A second man, 51, was hurt when a masked rider fired nine times at 11:20.",
    date="2031-04-07", when="2031-04-07", place="Tarnholm", outlet="Harbour Gazette",
)  # fmt: skip
LATER = shooting(
    "A rider was charged over the killing of Ilja Maren, 34, outside the Anchor tavern in Tarnholm",
    "Prosecutors say he fired nine times on Kelp Lane.",
    date="2031-05-20", when="2031-04-07", place="Tarnholm", outlet="Coast Post",
)  # fmt: skip
OTHER = shooting(
    "A baker, 62, was shot in the leg at a bus stop near the stadium in Quell",
    "The baker told neighbours that two boys ran off.",
    date="2031-04-08", when="2031-04-08", place="Quell", outlet="Coast Post",
)  # fmt: skip
SAME_TOWN = shooting(
    "A taxi driver, 27, was shot in Tarnholm during a robbery at the old cannery",
    "Detectives look for a green van.",
    date="2031-04-12", when="2031-04-12", place="Tarnholm", outlet="Coast Post",
)  # fmt: skip
ALL = (MONDAY, LATER, OTHER, SAME_TOWN)


def grouped(*readings: Reading, rulings: Rulings | None = None) -> tuple[Group, ...]:
    profiles = [one for reading in readings for one in profiles_of(reading)]
    lineages = {one.document.id: one.document.id for one in readings}
    return group_profiles(profiles, lineages=lineages, rulings=rulings or Rulings())


def documents(groups: tuple[Group, ...]) -> set[frozenset[str]]:
    return {frozenset(one.document for one in group.profiles) for group in groups}


def key(reading: Reading) -> str:
    return profiles_of(reading)[0].key


def test_a_follow_up_weeks_later_is_joined_by_who_was_hurt_and_when() -> None:
    (group,) = grouped(MONDAY, LATER)
    (join,) = group.joins
    grounds = {one.name: one.points for one in join.grounds}
    assert grounds["people"] > 0
    assert grounds["day"] > 0
    assert grounds["reported"] < 0
    assert join.score == min(sum(grounds.values()), CERTAIN)
    assert [abs(one.points) for one in join.grounds] == sorted(
        (abs(points) for points in grounds.values()), reverse=True
    )


def test_two_shootings_in_one_town_and_week_stay_apart() -> None:
    assert len(grouped(MONDAY, SAME_TOWN)) == 2


def test_nobody_concerned_is_named_in_a_ground() -> None:
    (group,) = grouped(MONDAY, LATER)
    said = " ".join(one.words for join in group.joins for one in join.grounds).casefold()
    assert "maren" not in said
    assert "ilja" not in said


def test_the_order_of_reports_changes_nothing() -> None:
    results = {grouped(*order) for order in permutations(ALL)}
    assert len(results) == 1
    assert documents(results.pop()) == {
        frozenset({MONDAY.document.id, LATER.document.id}),
        frozenset({OTHER.document.id}),
        frozenset({SAME_TOWN.document.id}),
    }


def test_every_account_is_in_one_group_and_solving_a_part_gives_that_part() -> None:
    profiles = [one for reading in ALL for one in profiles_of(reading)]
    groups = grouped(*ALL)
    assert sorted(one.key for group in groups for one in group.profiles) == sorted(
        one.key for one in profiles
    )
    for group in groups:
        assert solve(group.profiles, joins_among(group.profiles)) == (group,)


def test_accounts_that_share_no_key_are_not_joined() -> None:
    baker, driver = (profiles_of(one)[0] for one in (OTHER, MONDAY))
    assert not keys_of(baker) & keys_of(driver)
    assert joins_among([baker, driver]) == ()


def test_a_person_may_join_what_the_machine_keeps_apart_and_take_it_back() -> None:
    ruled = Rulings(together=((key(OTHER), key(MONDAY)),))
    (group,) = grouped(MONDAY, OTHER, rulings=ruled)
    assert [one.name for join in group.joins for one in join.grounds] == ["decision"]
    assert grouped(MONDAY, OTHER) == grouped(OTHER, MONDAY, rulings=Rulings())


def test_a_person_may_part_what_the_machine_joins() -> None:
    ruled = Rulings(apart=((key(MONDAY), key(LATER)),))
    assert len(grouped(MONDAY, LATER, rulings=ruled)) == 2


def test_decisions_about_other_statements_are_passed_over() -> None:
    ruled = Rulings(together=(("stm-none", key(LATER)),), apart=(("stm-none", "stm-other"),))
    assert grouped(MONDAY, LATER, rulings=ruled) == grouped(MONDAY, LATER)


def flood(words: str, *, date: str, outlet: str, counts: tuple[Count, ...] = ()) -> Reading:
    return report(f"{words}.", Said(words, "occ.tally", counts), date=date, publisher=outlet)


def test_one_flood_of_a_country_is_one_event_whatever_its_toll_by_then() -> None:
    first = flood("Floods in Norway have killed 11 people", date="2031-04-07", outlet="A",
                  counts=(Count("11 people", 11, "people_killed"),))  # fmt: skip
    second = flood("Norwegian flood toll rises to 140", date="2031-04-16", outlet="B",
                   counts=(Count("140", 140, "people_killed"),))  # fmt: skip
    quake = flood("An earthquake in Norway damaged a church", date="2031-04-10", outlet="C")
    assert documents(grouped(first, second, quake)) == {
        frozenset({first.document.id, second.document.id}),
        frozenset({quake.document.id}),
    }


def test_reports_of_one_topic_and_no_event_in_common_stay_apart() -> None:
    words = "Protesters in Velmara demand that marshal Ostrow step down"
    first = report(f"{words}.", Said(words), date="2031-04-07", publisher="A")
    again = "Protesters across Velmara again demand that marshal Ostrow step down"
    second = report(f"{again}.", Said(again), date="2031-04-21", publisher="B")
    assert len(grouped(first, second)) == 2


def join(a: str, b: str, score: float) -> Join:
    first, second = sorted((a, b))
    return Join(first, second, score, (Ground("words", score),))


def test_a_chain_of_likenesses_is_not_one_event() -> None:
    chain = [join("a", "b", 9.0), join("b", "c", 3.5), join("c", "d", 9.0)]
    assert cluster("abcd", chain) == (("a", "b"), ("c", "d"))


def test_a_group_is_held_by_its_strongest_joins() -> None:
    joins = [join("a", "b", 9.0), join("b", "c", 5.0), join("a", "c", 8.0)]
    assert [(one.earlier, one.later) for one in spanning("abc", joins)] == [("a", "b"), ("a", "c")]


KEYS = "abcdefgh"
SCORES = st.dictionaries(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(2, 20).map(lambda halves: halves / 2),
    max_size=20,
)


@given(SCORES, st.randoms(use_true_random=False))
def test_clusters_do_not_hang_on_the_order_of_joins(
    scores: dict[tuple[str, str], float], random: object
) -> None:
    joins = [join(*pair, score) for pair, score in scores.items()]
    shuffled = sorted(joins, key=lambda _: random.random())  # type: ignore[attr-defined]
    first = cluster(KEYS, joins)
    assert cluster(reversed(KEYS), shuffled) == first
    assert sorted(key for group in first for key in group) == sorted(KEYS)


@given(SCORES, st.sampled_from(KEYS), st.sampled_from(KEYS))
def test_what_people_part_is_never_in_one_group(
    scores: dict[tuple[str, str], float], one: str, other: str
) -> None:
    joins = [join(*pair, score) for pair, score in scores.items()]
    if one != other:
        groups = cluster(KEYS, joins, apart=[(one, other)])
        assert not any({one, other} <= set(group) for group in groups)
        parted = cluster(KEYS, joins, together=[(one, other)])
        assert any({one, other} <= set(group) for group in parted)
