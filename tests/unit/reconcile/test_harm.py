"""How many were harmed: what clauses say, what an account adds up to, what an event is left with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Count, Said, report

from onrecord.domain.event import Harm, HarmEffect
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.reconcile.harm import Losses, harm_of, losses_of
from onrecord.reconcile.harm_told import Ends, HarmTold, harm_told
from onrecord.reconcile.harm_words import suffered_in


def told(*clauses: str) -> HarmTold:
    return harm_told(by_id(report(" ".join(clauses), *(Said(one) for one in clauses))))


def by_id(reading: Reading) -> dict[str, Statement]:
    return {one.id: one for one in reading.statements}


def sizes(*clauses: str) -> tuple[object, object]:
    found = told(*clauses)
    return (
        found.killed.low if found.killed else None,
        found.injured.low if found.injured else None,
    )


def losses(
    lineage: str,
    reported: str,
    *,
    killed: int = 0,
    injured: int = 0,
    counted: bool = True,
    besides: bool = False,
) -> Losses:
    fates = frozenset({"killed", "injured"}) if counted else frozenset()
    return Losses(
        lineage,
        reported,
        HarmTold(
            Ends(killed, killed) if killed else None,
            Ends(injured, injured) if injured else None,
            None,
            fates,  # type: ignore[arg-type]
            (f"stm-{lineage}-{reported}",),
            besides,
        ),
        (),
    )


def one_of(harms: tuple[Harm, ...], effect: HarmEffect) -> Harm:
    return next(one for one in harms if one.effect == effect)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Two men and a woman were killed at the market", [("killed", 3)]),
        ("Twenty two people were killed", [("killed", 22)]),
        ("Thirty-one people were killed", [("killed", 31)]),
        ("One hundred and five people were killed", []),
        ("Three of its workers were killed and two injured", [("killed", 3), ("injured", 2)]),
        ("A gunman killed two people and wounded five others", [("killed", 2), ("injured", 5)]),
        ("Seven people were shot, two fatally", [("struck", 7), ("killed", 2)]),
        ("The boy was shot in the head and later died", [("struck", 1), ("killed", 1)]),
        (
            "killing his wife and her two children before killing himself",
            [("killed", 3), ("killed", 1)],
        ),
        ("A man who killed two people is dead", [("killed", 2)]),
        ("Ilan Dorr, 34, of Velmara, and Mara Dorr, 31, died", [("killed", 2)]),
        ("the shooting death of 14-year-old Ana Ruiz", [("killed", 1)]),
        ("Two women, ages 20 and 31, suffered leg wounds", [("struck", 2)]),
        ("Six people, three men and three women, were wounded", [("injured", 6)]),
        ("wounding five more, one of them a girl of 14", [("injured", 5)]),
        ("About 3,117 people had been killed", [("killed", 3117)]),
        ("officers shot and killed former clerk Tam Orr", [("killed", 1)]),
        ("Police shot and killed the suspect", [("killed", 1)]),
        ("Two men and two women were killed", [("killed", 4)]),
        ("A woman shot at her home last week has died", [("struck", 1), ("killed", 1)]),
        ("one boat destroyed off Corrow, six people killed", [("killed", 6)]),
        ("A storm hit Velmara", []),
        ("On February 25, Ilan Dorr, 13, was killed", [("killed", 1)]),
        ("a woman was shot by her neighbour", [("struck", 1)]),
    ],
)
def test_a_clause_says_what_befell_whom(clause: str, expected: list[tuple[str, int]]) -> None:
    found = [(one.fate, sum(each.low or 0 for each in one.people)) for one in suffered_in(clause)]
    assert found == expected


def test_people_named_one_by_one_are_counted_once() -> None:
    assert sizes(
        "Man shot dead in Orlan",
        "A 34-year-old man was shot dead on Harbour Street",
        "Ilan Dorr, 34, was killed near his home",
    ) == (1, None)


def test_people_of_other_age_sex_or_name_are_others() -> None:
    assert sizes("Ilan Dorr, 34, was killed", "A 9-year-old girl died", "Tam Orr, 20, died") == (
        3,
        None,
    )


def test_who_dies_of_a_wound_is_no_longer_injured() -> None:
    assert sizes(
        "A 17-year-old girl was shot on Harbour Street", "The girl died at a hospital"
    ) == (
        1,
        None,
    )


def test_who_is_shot_and_not_dead_is_injured() -> None:
    assert sizes("Five people were shot outside a club", "One man died at the scene") == (1, 4)


def test_those_who_later_died_are_those_told_of_last() -> None:
    assert sizes("A man and a woman were taken to a hospital", "where they later died") == (2, None)


def test_one_more_counts_only_beside_somebody_harmed() -> None:
    assert sizes("A man was wounded", "Another man was wounded") == (None, 2)


def test_who_hurt_himself_is_one_person() -> None:
    assert sizes("A 9-year-old boy accidentally shot himself in the hand") == (None, 1)


@pytest.mark.parametrize(
    "clause",
    [
        "Three people were killed in separate shootings",
        "At least 40 protesters have been killed in the protests",
        "Two men were killed here eight years ago",
        "it was the sixth fatal shooting of this year",
    ],
)
def test_a_figure_of_several_incidents_is_of_none(clause: str) -> None:
    assert sizes(clause) == (None, None)


def test_who_says_how_many_is_not_one_more() -> None:
    assert sizes("killing four people, the Defence Ministry of Velmara said, in what") == (4, None)
    assert sizes("killed two men and a woman, the police said") == (3, None)
    assert sizes("killing two people, Ana Reyes and Tom Osk") == (2, None)


def test_bounds_come_from_the_number_that_was_read() -> None:
    reading = report(
        "At least 12 people were killed.",
        Said("At least 12 people were killed", counts=(Count("At least 12 people", 12, "people_killed", "at_least"),)),
    )  # fmt: skip
    assert harm_told(by_id(reading)).killed == Ends(12, None)


def test_what_is_told_beside_counts_where_support_tells_of_nobody() -> None:
    reading = report(
        "A gunman opened fire. Two people are in hospital.",
        Said("A gunman opened fire"),
        Said("Two people are in hospital", kind="occ.context"),
        Said("Two people are in hospital", kind="say.report", value="CT-"),
    )
    support, state, denied = by_id(reading).items()
    beside = dict([state, denied])
    found = losses_of(dict([support]), beside, lineage="a", reported="2031-04-08")
    assert found.told.injured is None  # "in hospital" alone says nothing of harm
    shot = report(
        "A gunman opened fire. Two people are injured.",
        Said("A gunman opened fire"),
        Said("Two people are injured", kind="occ.context"),
    )
    support, state = by_id(shot).items()
    found = losses_of(dict([support]), dict([state]), lineage="a", reported="2031-04-08")
    assert found.told.injured == Ends(2, 2)


def test_missing_and_displaced_are_figures_only() -> None:
    reading = report(
        "Some 30 people are missing.",
        Said("Some 30 people are missing", counts=(Count("30 people", 30, "people_missing"),)),
    )
    found = losses_of(by_id(reading), {}, lineage="a", reported="2031-04-08")
    harm = one_of(harm_of([found]), "missing")
    assert (harm.low, harm.best, harm.high, harm.rule) == (30, 30, 30, "one figure")


def test_most_origins_go_before_one_and_the_ends_keep_all() -> None:
    harm = one_of(
        harm_of(
            [
                losses("a", "2031-04-08", killed=2),
                losses("b", "2031-04-08", killed=2),
                losses("c", "2031-04-09", killed=3),
            ]
        ),
        "killed",
    )
    assert (harm.low, harm.best, harm.high) == (2, 2, 3)
    assert harm.rule == "figure of most origins"


def test_reports_of_one_origin_are_one_voice() -> None:
    harm = one_of(
        harm_of(
            [
                losses("wire", "2031-04-08", killed=2),
                losses("wire", "2031-04-09", killed=3),
                losses("wire", "2031-04-08", killed=2),
                losses("b", "2031-04-09", killed=3),
            ]
        ),
        "killed",
    )
    assert (harm.low, harm.best, harm.high, harm.rule) == (3, 3, 3, "one figure")


def test_small_figures_that_differ_leave_the_conservative_one() -> None:
    harm = one_of(
        harm_of([losses("a", "2031-04-08", killed=2), losses("b", "2031-04-09", killed=3)]),
        "killed",
    )
    assert (harm.low, harm.best, harm.high) == (2, 2, 3)
    assert harm.rule == "most conservative figure"


def test_a_great_toll_is_the_newest_one() -> None:
    harm = one_of(
        harm_of(
            [
                losses("a", "2031-04-08", killed=150),
                losses("b", "2031-04-08", killed=150),
                losses("c", "2031-04-12", killed=5300),
                losses("d", "2031-04-12", killed=5, counted=True),
            ]
        ),
        "killed",
    )
    assert (harm.low, harm.best, harm.high, harm.rule) == (150, 5300, 5300, "newest figure")


def test_great_tolls_of_one_day_that_differ_have_no_best() -> None:
    harm = one_of(
        harm_of([losses("a", "2031-04-12", killed=3900), losses("b", "2031-04-12", killed=11300)]),
        "killed",
    )
    assert (harm.low, harm.best, harm.high, harm.rule) == (3900, None, 11300, "range of reports")


def test_an_open_figure_has_no_best() -> None:
    open_end = Losses(
        "a",
        "2031-04-08",
        HarmTold(Ends(40, None), None, None, frozenset({"killed"}), ("stm-1",)),
        (),
    )
    harm = one_of(harm_of([open_end]), "killed")
    assert (harm.low, harm.best, harm.high) == (40, None, None)


def test_those_who_died_since_are_no_longer_injured() -> None:
    harms = harm_of(
        [losses("a", "2031-04-08", injured=5), losses("b", "2031-04-12", killed=1, injured=4)]
    )
    assert one_of(harms, "injured").best == 4
    assert one_of(harms, "injured").rule == "one figure"


def test_who_was_shot_in_one_report_and_died_in_another_is_not_injured() -> None:
    harms = harm_of(
        [losses("a", "2031-04-08", injured=1, counted=False), losses("b", "2031-04-08", killed=1)]
    )
    assert [one.effect for one in harms] == ["killed"]


def test_people_hurt_besides_the_dead_stay_injured() -> None:
    harms = harm_of(
        [
            losses("a", "2031-04-08", injured=3, besides=True),
            losses("b", "2031-04-08", killed=1, injured=3, besides=True),
        ]
    )
    assert one_of(harms, "injured").best == 3


@given(
    st.lists(
        st.builds(
            losses,
            st.sampled_from(["a", "b", "c"]),
            st.sampled_from(["2031-04-08", "2031-04-09", "~"]),
            killed=st.integers(0, 40),
            injured=st.integers(0, 40),
            counted=st.booleans(),
        ),
        max_size=5,
    ),
    st.randoms(),
)
def test_the_order_of_accounts_changes_nothing(accounts: list[Losses], random: object) -> None:
    shuffled = list(accounts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    distinct = {one.told.statements: one for one in accounts}
    assert len(distinct) != len(accounts) or harm_of(shuffled) == harm_of(accounts)
