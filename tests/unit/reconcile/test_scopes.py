"""Which scopes are one, which is a part of which, and which tally a figure belongs to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.tally import Scope
from onrecord.reconcile.areas import Area, area_relation, names_in, within
from onrecord.reconcile.scopes import Stated, chain, contradicts, shared, with_antecedent
from onrecord.reconcile.tally_relations import relation

NATION = Area("Velmara", "VE", national=True)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (Area("Port Orlan"), Area("Port Orlan"), "equal"),
        (Area("the port of Selden"), Area("Selden"), "equal"),
        (Area("eastern Velmara"), Area("Velmara"), "narrower"),
        (Area("Velmara"), Area("eastern Velmara"), "wider"),
        (Area("north-eastern Velmara"), Area("eastern Velmara"), "narrower"),
        (Area("eastern Velmara"), Area("western Velmara"), "disjoint"),
        (Area("North Ilvane"), Area("South Ilvane"), "disjoint"),
        (Area("Selden", "VE"), NATION, "narrower"),
        (NATION, Area("Selden", "VE"), "wider"),
        (Area("Selden", "VE"), Area("Corrow", "VE"), "unclear"),
        (Area("Selden", "VE"), Area("Selden", "NO"), "disjoint"),
        (Area("Selden"), Area("Corrow"), "unclear"),
    ],
)
def test_areas_are_compared_by_name_quarter_and_country(a: Area, b: Area, kind: str) -> None:
    assert area_relation(a, b).kind == kind


def test_names_of_a_sentence_come_with_their_quarter_and_in_parts() -> None:
    assert names_in("Storms hit eastern Velmara and the Gulf of Corrow.") == (
        "Storms", "eastern Velmara", "Gulf of Corrow",
    )  # fmt: skip
    assert within("Port Orlan’s") == ("Port Orlan", "Port", "Orlan")


DEAD = Scope("people_killed", area="Velmara", country="VE", national=True, incident="flood")


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (DEAD, "equal"),
        (Scope("people_injured", area="Velmara"), "disjoint"),
        (Scope("people_killed", area="Velmara", incident="earthquake"), "disjoint"),
        (Scope("people_killed", area="Selden", country="VE", incident="flood"), "narrower"),
        (Scope("people_killed", area="Velmara", group="soldiers"), "narrower"),
        (Scope("people_killed", area="Velmara", inclusion="excluding soldiers"), "narrower"),
        (Scope("people_killed"), "unclear"),
        (Scope("people_killed", area="Velmara", window_start="2031-03"), "equal"),
        (
            Scope("people_killed", area="Velmara", window_start="2030", until="2030-12-31"),
            "narrower",
        ),
    ],
)
def test_a_scope_stands_to_another_by_the_field_that_narrows_it(other: Scope, kind: str) -> None:
    assert relation(other, DEAD).kind == kind


def test_what_is_narrower_in_one_and_wider_in_another_field_cannot_be_told() -> None:
    soldiers = Scope("people_killed", area="Velmara", country="VE", national=True, group="soldiers")
    town = Scope("people_killed", area="Selden", country="VE")
    assert relation(soldiers, town).kind == "unclear"


def test_windows_before_and_after_one_another_are_apart() -> None:
    spring = Scope("strikes", window_start="2031-03", until="2031-05-31")
    summer = Scope("strikes", window_start="2031-06", until="2031-08-31")
    year = Scope("strikes", window_start="2031", until="2031-12-31")
    assert relation(spring, summer).kind == "disjoint"
    assert (relation(spring, year).kind, relation(year, spring).kind) == ("narrower", "wider")


SCOPES = [Scope("people_killed"), DEAD, Scope("people_killed", area="Selden", country="VE"),
          Scope("people_killed", area="Velmara", group="soldiers"), Scope("strikes"),
          Scope("people_killed", area="eastern Velmara", country="VE"),
          Scope("people_killed", window_start="2031", until="2031-12-31")]  # fmt: skip
MIRROR = {"equal": "equal", "narrower": "wider", "wider": "narrower", "disjoint": "disjoint",
          "unclear": "unclear"}  # fmt: skip


@given(st.sampled_from(SCOPES), st.sampled_from(SCOPES))
def test_a_relation_read_backwards_is_its_mirror(a: Scope, b: Scope) -> None:
    assert relation(b, a).kind == MIRROR[relation(a, b).kind]


def test_a_closed_count_and_one_that_leaves_some_out_join_no_other() -> None:
    running = Stated("people_killed", area="Velmara", window_start="2030")
    closed = Stated("people_killed", area="Velmara", window_start="2030", until="2030-12-31")
    without = Stated("people_killed", area="Velmara", inclusion="excluding soldiers")
    assert contradicts(running, closed)
    assert contradicts(running, without)


def test_a_figure_that_fits_two_tallies_equally_well_joins_neither() -> None:
    flood = Stated("people_killed", area="Selden", reach="event", nouns=frozenset({"flood"}))
    blast = Stated("people_killed", area="Selden", reach="event", nouns=frozenset({"explosion"}))
    unsaid = Stated("people_killed", area="Selden")
    keys = chain([flood, blast, unsaid])
    assert len({keys[flood], keys[blast], keys[unsaid]}) == 3
    assert chain([flood, unsaid])[unsaid] == flood


def test_a_part_of_a_country_is_no_observation_of_the_whole() -> None:
    east = Stated("people_killed", area="eastern Velmara")
    whole = Stated("people_killed", area="Velmara")
    keys = chain([east, whole])
    assert keys[east] != keys[whole]


FIELDS = st.builds(
    Stated,
    unit=st.sampled_from(["people_killed", "strikes"]),
    area=st.sampled_from(["", "Selden", "Velmara", "eastern Velmara", "New Selden"]),
    reach=st.sampled_from(["", "event", "campaign"]),
    nouns=st.sampled_from([frozenset(), frozenset({"flood"}), frozenset({"strike"})]),
    window_start=st.sampled_from(["", "2031-03", "2031-03-03"]),
)


@given(st.lists(FIELDS, max_size=12), st.randoms(use_true_random=False))
def test_chains_do_not_depend_on_order_and_hold_no_contradiction(
    stated: Sequence[Stated], random: object
) -> None:
    shuffled = sorted(stated, key=lambda one: (random.random(), repr(one)))  # type: ignore[attr-defined]
    keys = chain(stated)
    assert chain(shuffled) == keys
    assert all(not contradicts(keys[one], one) for one in stated)
    assert set(keys) == set(stated)


def test_an_area_is_taken_from_the_nearest_sentence_that_names_one() -> None:
    areas = {name: Stated("", area=name) for name in ("Selden", "Corrow", "Port Orlan")}
    bare = Stated("people_killed")
    near = [("The",), ("Port Orlan",), ("Selden",)]
    assert with_antecedent(bare, near, areas).area == "Port Orlan"
    assert with_antecedent(bare, [("Selden", "Corrow")], areas).area == ""
    stated = Stated("people_killed", area="Corrow")
    assert with_antecedent(stated, near, areas) == stated


def test_attacks_and_blasts_are_words_for_one_thing_and_clashes_only_may_be() -> None:
    def campaign(noun: str, area: str = "") -> Stated:
        return Stated("people_killed", reach="campaign", nouns=frozenset({noun}), area=area)

    attacks, blasts = campaign("strike"), campaign("explosion")
    assert shared(attacks, blasts)
    assert not contradicts(attacks, blasts)
    war, clashes = campaign("war"), campaign("clash")
    assert not shared(war, clashes)
    assert not contradicts(war, clashes)
    assert shared(campaign("war", "Velmara"), campaign("clash", "Velmara")) == 1
    assert contradicts(attacks, campaign("protest"))
    assert contradicts(war, blasts)
