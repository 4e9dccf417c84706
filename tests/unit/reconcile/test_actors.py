"""Who is meant across documents: states and their organs, people in office, organisations.

Norrast is a state the list of places holds, with the capital Oster. Velmara is one that no list holds.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Said, report

from onrecord.domain.reading import Reading
from onrecord.domain.source import ActorEntry
from onrecord.domain.statement import SourceIdentity
from onrecord.domain.unknown import Unknown
from onrecord.domain.unresolved import Unresolved
from onrecord.domain.when import When
from onrecord.ports.gazetteer import Entry
from onrecord.publish.actor_rows import actor_row, open_mention_row
from onrecord.reconcile.actors import Actors, keys_of, resolve_actors
from onrecord.reconcile.actors_cast import cast_of

NORRAST = Entry("list:1", "Norrast", "country", 1.0, 1.0, country="XN")
OSTER = Entry("list:2", "Oster", "city", 1.0, 1.0, country="XN", capital=True)
LISK = Entry("list:3", "Lisk", "city", 2.0, 2.0, country="XN")
SORVANE = Entry("list:4", "Sorvane", "country", 3.0, 3.0, country="XS")


class ShortList:
    """A list of three places."""

    name = "short list"

    def look_up(self, name: str) -> tuple[Entry, ...]:
        known = {"norrast": NORRAST, "oster": OSTER, "lisk": LISK, "sorvane": SORVANE}
        found = known.get(name.casefold())
        return () if found is None else (found,)

    def homes_of(self, people: str) -> tuple[Entry, ...]:
        if people in ("Norrastian", "Norrastians"):
            return (NORRAST,)
        return (SORVANE,) if people in ("Sorvanese", "Sorvanian", "Sorvanians") else ()


PLACES = ShortList()
_numbers = count()


def told(text: str, *said: Said, names: tuple[str, ...] = (), date: str = "2031-04-08") -> Reading:
    """Return a report; each of its statements mentions `names`, and no two reports have one id."""
    reading = report(text, *said, date=date, key=f"report {next(_numbers)}")
    statements = tuple(replace(one, names=names) for one in reading.statements)
    return replace(reading, statements=statements)


def resolved(*readings: Reading, named_because: dict[str, str] | None = None) -> Actors:
    lineages = {one.document.id: one.document.id for one in readings}
    casts = [cast_of(one, PLACES) for one in readings]
    return resolve_actors(casts, lineages=lineages, named_because=named_because)


def named(actors: Actors, name: str) -> ActorEntry:
    (found,) = [one for one in actors.entries if one.actor.name == name]
    return found


def people(actors: Actors) -> list[ActorEntry]:
    return [one for one in actors.entries if one.actor.kind == "person"]


def test_a_state_its_people_its_organs_and_its_capital_are_told_apart() -> None:
    reading = told(
        "Norrast left. The Norrastian navy sailed. Oster refused. Norrastians fled.",
        Said("Norrast left", actor="Norrast"),
        Said("The Norrastian navy sailed", actor="The Norrastian navy"),
        Said("Oster refused", actor="Oster"),
        Said("Norrastians fled", actor="Norrastians"),
    )
    actors = resolved(reading)
    state = named(actors, "Norrast").actor
    assert [(one.actor.name, one.actor.kind, one.actor.part_of) for one in actors.entries] == [
        ("government of Norrast", "organ", state.id),
        ("navy of Norrast", "organ", state.id),
        ("Norrastians", "population", None),
        ("Norrast", "state", None),
    ]
    assert state.country == "XN"
    assert actors.actor_of(reading.document.id, "Norrast") == state.id
    assert actors.actor_of(reading.document.id, "the Norrastian Navy") != state.id


def test_one_ministry_has_one_actor_however_it_is_worded() -> None:
    readings = [
        told(f"{words} spoke.", Said("spoke", speaker=words), names=("Norrast",))
        for words in (
            "Norrast's Defence Ministry",
            "the Norrastian Ministry of Defense",
            "The Ministry of Defence of Norrast",
        )
    ]
    actors = resolved(*readings)
    assert [one.actor.name for one in actors.entries] == ["defence ministry of Norrast", "Norrast"]
    assert len(actors.entries[0].documents) == 3


def test_the_ministry_is_the_only_one_of_its_report_or_stays_open() -> None:
    one = told(
        "Norrast's health ministry met. The ministry said so.",
        Said("met", speaker="Norrast's health ministry"),
        Said("said so", speaker="The ministry"),
    )
    two = told(
        "Norrast's health ministry and Sorvane's trade ministry met. The ministry said so.",
        Said("met", actor="Norrast's health ministry", recipient="Sorvane's trade ministry"),
        Said("said so", speaker="The ministry"),
    )
    none = told("The ministry said so.", Said("said so", speaker="The ministry"))
    actors = resolved(one, two, none)
    health = named(actors, "health ministry of Norrast").actor.id
    assert actors.actor_of(one.document.id, "the ministry") == health
    unsure = actors.actor_of(two.document.id, "the ministry")
    assert isinstance(unsure, Unresolved)
    trade = named(actors, "trade ministry of Sorvane").actor.id
    assert unsure.candidates == tuple(sorted((health, trade)))
    nobody = actors.actor_of(none.document.id, "the ministry")
    assert nobody == Unresolved("the report does not say whose")


def test_an_unlisted_name_is_a_state_once_two_bodies_of_a_state_are_its_own() -> None:
    navy = told("Velmara's navy sailed.", Said("sailed", actor="Velmara's navy"))
    envoy = told("It met.", Said("met", speaker="the Velmaran foreign ministry"))
    plain = told("On Monday Velmara refused.", Said("refused", actor="Velmara"))
    army = told("Relief Army's army sang.", Said("sang", actor="Kestrel's army"))
    alone = resolved(navy, plain, army)
    assert [one.actor.name for one in alone.entries] == []
    actors = resolved(navy, envoy, plain, army)
    state = named(actors, "Velmara").actor
    assert (state.kind, isinstance(state.country, Unknown)) == ("state", True)
    assert named(actors, "navy of Velmara").actor.part_of == state.id
    assert actors.actor_of(plain.document.id, "Velmara") == state.id


def test_a_capital_means_the_government_only_where_the_state_is_named() -> None:
    named_too = told("Norrast waited. Oster refused.", Said("Oster refused", actor="Oster"))
    named_too = replace(
        named_too, statements=(replace(named_too.statements[0], names=("Norrast",)),)
    )
    alone = told("Oster refused.", Said("Oster refused", actor="Oster"))
    actors = resolved(named_too, alone)
    government = actors.actor_of(named_too.document.id, "Oster")
    assert government == actors.entries[0].actor.id
    assert isinstance(actors.actor_of(alone.document.id, "Oster"), Unresolved)


def test_a_short_form_is_the_long_name_some_report_gives_for_it() -> None:
    given = told(
        "The Velmaran Federation of Wharfmen (VFW) struck.",
        Said("struck", actor="The Velmaran Federation of Wharfmen"),
    )
    short = told("On Monday VFW struck.", Said("struck", actor="VFW"))
    actors = resolved(given, short)
    (entry,) = actors.entries
    assert (entry.actor.name, entry.actor.aliases) == ("Velmaran Federation of Wharfmen", ("VFW",))
    assert actors.actor_of(short.document.id, "VFW") == entry.actor.id


def test_a_short_form_of_two_names_stays_open() -> None:
    text = "The {0} (VFW) struck."
    readings = [
        told(text.format(name), Said("struck", actor=f"The {name}"))
        for name in ("Velmaran Federation of Wharfmen", "Velmaran Fund of Widows")
    ]
    short = told("On Monday VFW struck.", Said("struck", actor="VFW"))
    actors = resolved(*readings, short)
    unsure = actors.actor_of(short.document.id, "VFW")
    assert isinstance(unsure, Unresolved)
    assert unsure.candidates == ("Velmaran Federation of Wharfmen", "Velmaran Fund of Widows")
    assert len(actors.entries) == 2


def test_one_organisation_in_two_languages_is_one() -> None:
    one = told("It met.", Said("met", speaker="the Cartel de los Remos", identity="organisation"))
    two = told("It met.", Said("met", speaker="the Cartel of the Remos", identity="organisation"))
    (entry,) = resolved(one, two).entries
    assert entry.actor.kind == "armed_group"
    assert len(entry.documents) == 2


def test_another_name_that_a_report_gives_is_an_alias_everywhere() -> None:
    given = told(
        "The Tern Brigade, also known as the Night Crew, left.",
        Said("left", actor="The Tern Brigade"),
    )
    other = told("It met.", Said("met", speaker="the Night Crew", identity="organisation"))
    actors = resolved(given, other)
    assert actors.actor_of(other.document.id, "the Night Crew") == actors.entries[0].actor.id


def test_a_single_name_is_a_body_once_a_report_says_what_it_is() -> None:
    shown = told("On Monday Kestrel fighters left.", Said("left", actor="Kestrel"))
    bare = told("On Monday Kestrel left.", Said("left", actor="Kestrel"))
    actors = resolved(shown, bare)
    (entry,) = actors.entries
    assert (entry.actor.name, entry.actor.kind) == ("Kestrel", "armed_group")
    assert actors.actor_of(bare.document.id, "Kestrel") == entry.actor.id
    assert resolved(bare).entries == ()


def test_the_regime_is_nobody_who_is_not_called_so() -> None:
    reading = told(
        "The Norrastian government met. The regime fell.",
        Said("The Norrastian government met", actor="The Norrastian government"),
        Said("The regime fell", actor="The regime"),
    )
    unsure = resolved(reading).actor_of(reading.document.id, "the regime")
    assert isinstance(unsure, Unresolved)


def test_a_hospital_that_is_only_mentioned_is_no_actor_and_a_cartel_is() -> None:
    names = ("Orlan Medical Center", "Cartel de los Remos")
    reading = told("They were taken there.", Said("They were taken there"), names=names)
    assert [one.actor.name for one in resolved(reading).entries] == ["Cartel de los Remos"]


def test_a_state_of_a_name_that_people_bear_is_none_where_somebody_bears_it() -> None:
    reading = told(
        "Norrast fell. Norrast Roake was shot.",
        Said("Norrast fell", actor="Norrast"),
        names=("Norrast Roake",),
    )
    actors = resolved(reading)
    assert actors.entries == ()


def test_a_government_called_after_who_leads_it_is_that_of_the_state() -> None:
    leader = minister("Ona Petrel", "Norrastian President")
    called = told("It waited.", Said("It waited", actor="the Petrel administration"))
    actors = resolved(leader, called)
    government = named(actors, "government of Norrast").actor.id
    assert actors.actor_of(called.document.id, "the Petrel administration") == government
    alone = resolved(called)
    assert isinstance(alone.actor_of(called.document.id, "Petrel administration"), Unresolved)


def test_rows_say_who_is_meant_and_what_stays_open() -> None:
    reading = minister("Ona Petrel")
    unsure = told("The navy sailed.", Said("The navy sailed", actor="The navy"))
    actors = resolved(reading, unsure)
    row = actor_row(named(actors, "Ona Petrel"))
    assert (row["name"], row["kind"], row["country"]) == ("Ona Petrel", "person", "XN")
    assert row["independent_sources"] == 1
    (open_row,) = map(open_mention_row, actors.open)
    assert (open_row["words"], open_row["reason"]) == ("navy", "the report does not say whose")


# People ------------------------------------------------------------------------------------------


def minister(name: str, office: str = "Norrastian Foreign Minister", **more: str) -> Reading:
    text = f"{office} {name} spoke on Monday."
    said = Said(f"{office} {name} spoke", speaker=name, identity="named_person")
    return told(text, said, names=(name, "Norrast"), **more)


def test_an_office_is_held_on_the_days_reports_say_so_and_no_end_is_invented() -> None:
    readings = [
        minister("Ona Petrel", date=day) for day in ("2031-05-02", "2031-03-01", "2031-04-01")
    ]
    entry = named(resolved(*readings), "Ona Petrel")
    days = [role.valid.edtf for role in entry.actor.roles if isinstance(role.valid, When)]
    assert [(role.title, day) for role, day in zip(entry.actor.roles, days, strict=True)] == [
        ("foreign minister", "2031-03-01"),
        ("foreign minister", "2031-05-02"),
    ]
    cited = {one.id for reading in readings for one in reading.statements}
    assert {role.statement for role in entry.actor.roles} <= cited
    assert (entry.actor.country, entry.actor.named_because) == ("XN", "")


def test_of_two_presidents_in_one_report_neither_is_known_to_be_it_on_that_day() -> None:
    reading = told(
        "Norrastian President Ona Petrel spoke. It began under Norrastian President Tomas Korb.",
        Said("Norrastian President Ona Petrel spoke", actor="Ona Petrel"),
        Said("It began under Norrastian President Tomas Korb", actor="Tomas Korb"),
        names=("Ona Petrel", "Tomas Korb", "Norrast"),
    )
    roles = [role for one in people(resolved(reading)) for role in one.actor.roles]
    assert [role.title for role in roles] == ["president", "president"]
    assert {role.valid for role in roles} == {Unknown("the report gives the office to two people")}


def test_a_former_office_is_called_former() -> None:
    entry = named(resolved(minister("Ona Petrel", "Former Norrastian President")), "Ona Petrel")
    assert [role.title for role in entry.actor.roles] == ["former president"]


def test_a_surname_is_its_bearer_in_full_within_a_report() -> None:
    reading = told(
        "Norrastian Foreign Minister Ona Petrel spoke. Petrel left.",
        Said("Norrastian Foreign Minister Ona Petrel spoke", actor="Ona Petrel"),
        Said("Petrel left", actor="Petrel"),
        names=("Ona Petrel", "Norrast"),
    )
    actors = resolved(reading)
    assert actors.actor_of(reading.document.id, "Petrel") == named(actors, "Ona Petrel").actor.id


def test_two_of_one_surname_are_two_and_the_surname_alone_is_neither() -> None:
    ona, tomas = minister("Ona Petrel"), minister("Tomas Petrel", "Norrastian Defence Minister")
    bare = told("Petrel left.", Said("Petrel left", speaker="Petrel", identity="named_person"),
                names=("Norrast",))  # fmt: skip
    actors = resolved(ona, tomas, bare)
    assert len(people(actors)) == 2
    unsure = actors.actor_of(bare.document.id, "Petrel")
    assert isinstance(unsure, Unresolved)
    assert unsure.candidates == ("ona petrel", "tomas petrel")
    alone = resolved(ona, bare)
    assert alone.actor_of(bare.document.id, "Petrel") == named(alone, "Ona Petrel").actor.id


def test_a_surname_beside_a_silent_person_of_that_name_means_neither() -> None:
    reading = told(
        "Norrastian Foreign Minister Ona Petrel spoke. The boy, Iven Petrel, was shot. Petrel died.",
        Said("Norrastian Foreign Minister Ona Petrel spoke", actor="Ona Petrel"),
        Said("Petrel died", actor="Petrel"),
        names=("Ona Petrel", "Iven Petrel", "Norrast"),
    )
    actors = resolved(reading)
    assert isinstance(actors.actor_of(reading.document.id, "Petrel"), Unresolved)
    assert "iven" not in repr(actors.open).lower() + repr(actors.entries).lower()


def test_two_of_one_full_name_in_offices_of_two_states_are_two() -> None:
    one = minister("Ona Petrel", "Norrastian Foreign Minister")
    two = minister("Ona Petrel", "Sorvanian Foreign Minister")
    unsure = told("Foreign Minister Ona Petrel spoke.",
                  Said("Foreign Minister Ona Petrel spoke", actor="Ona Petrel"),
                  names=("Ona Petrel",))  # fmt: skip
    actors = resolved(one, two, unsure)
    assert sorted(str(entry.actor.country) for entry in people(actors)) == ["XN", "XS"]
    assert isinstance(actors.actor_of(unsure.document.id, "Ona Petrel"), Unresolved)


def test_two_spellings_are_one_with_the_same_office_and_two_without() -> None:
    one = minister("Abas Araqchi")
    two = minister("Abas Araghchi")
    other = minister("Abas Araghji", "Norrastian Health Minister")
    entry, health = sorted(people(resolved(one, two, other)), key=lambda one: -len(one.documents))
    assert (len(entry.documents), len(health.documents)) == (2, 1)
    assert {entry.actor.name, *entry.actor.aliases} == {"Abas Araqchi", "Abas Araghchi"}


def test_a_private_person_is_nobody_to_name() -> None:
    reading = told(
        "Iven Roake said he saw it. Roake fled.",
        Said("he saw it", speaker="Iven Roake", identity="named_person"),
        Said("Roake fled", actor="Roake"),
        names=("Iven Roake",),
    )
    actors = resolved(reading)
    assert (actors.entries, actors.open) == ((), ())
    assert isinstance(actors.actor_of(reading.document.id, "Iven Roake"), Unresolved)


@pytest.mark.parametrize(
    "office", ["Parliament Speaker", "Norrastian Foreign Ministry spokesman", "Lisk Mayor", "Gov."]
)
def test_a_public_office_makes_its_holder_somebody_to_name(office: str) -> None:
    assert [one.actor.name for one in people(resolved(minister("Iven Roake", office)))] == [
        "Iven Roake"
    ]


@pytest.mark.parametrize(
    "office", ["Harbour Club President", "club president", "Officer", "School Secretary", "Coach"]
)
def test_a_private_post_makes_nobody_public(office: str) -> None:
    assert resolved(minister("Iven Roake", office)).entries == ()


def test_a_president_of_nobody_knows_what_is_public_only_where_a_state_is_named() -> None:
    def president(*names: str) -> Reading:
        text = "They wept. President Iven Roake spoke."
        said = Said("President Iven Roake spoke", actor="Iven Roake")
        return told(text, said, names=("Iven Roake", *names))

    assert people(resolved(president())) == []
    assert [one.actor.name for one in people(resolved(president("Norrast")))] == ["Iven Roake"]


@pytest.mark.parametrize(
    "name", ["Iven Cross", "Iven T. Banks", "Ona Cruz", "Ona Roake/Daily Herald"]
)
def test_a_name_that_only_looks_like_a_body_is_none(name: str) -> None:
    reading = told(f"On Monday {name} was shot.", Said("was shot", actor=name), names=(name,))
    assert resolved(reading).entries == ()


def test_another_name_of_a_private_person_makes_no_body() -> None:
    text = "Iven Roake, also known as Tall Tom, was shot. Later Tall Tom died. Ona Marsh Roake (OMR) left."
    said = [Said("was shot", actor="Iven Roake"), Said("died", actor="Tall Tom")]
    assert resolved(told(text, *said, names=("Iven Roake", "Tall Tom"))).entries == ()


def test_a_private_namesake_of_a_minister_stays_private() -> None:
    local = told("Ona Petrel was shot in a bar.",
                 Said("Ona Petrel was shot", speaker="Ona Petrel", identity="named_person"),
                 names=("Ona Petrel",))  # fmt: skip
    actors = resolved(minister("Ona Petrel"), local)
    assert len(named(actors, "Ona Petrel").documents) == 1
    assert isinstance(actors.actor_of(local.document.id, "Ona Petrel"), Unresolved)


def test_a_person_may_be_named_for_a_stated_reason() -> None:
    reading = told("It began.", Said("It began", speaker="Iven Roake", identity="named_person"))
    actors = resolved(reading, named_because={"Iven Roake": "speaks for the families in public"})
    assert named(actors, "Iven Roake").actor.named_because == "speaks for the families in public"


@pytest.mark.parametrize("identity", ["unnamed_official", "unnamed", "unattributed"])
def test_unnamed_sources_are_never_linked_across_reports(identity: SourceIdentity) -> None:
    readings = [
        told(
            "It began.", Said("It began", speaker="a senior Norrastian official", identity=identity)
        )
        for _ in range(2)
    ]
    actors = resolved(*readings)
    assert (actors.entries, actors.open) == ((), ())


# Laws --------------------------------------------------------------------------------------------

RECORD = [
    told("Velmara's navy sailed.", Said("sailed", actor="Velmara's navy")),
    told("It met.", Said("met", speaker="the Velmaran foreign ministry")),
    told("On Monday Velmara refused.", Said("refused", actor="Velmara")),
    told("The Velmaran Federation of Wharfmen (VFW) struck.", Said("struck", actor="VFW")),
    told("On Monday VFW struck.", Said("struck", actor="VFW")),
    minister("Ona Petrel"),
    minister("Ona Petrel", "Sorvanian Foreign Minister"),
    minister("Abas Araqchi", "Norrastian Defence Minister"),
    minister("Abas Araghchi", "Norrastian Defence Minister"),
    minister("Tomas Petrel", "Norrastian Health Minister"),
    told(
        "Petrel left.", Said("left", speaker="Petrel", identity="named_person"), names=("Norrast",)
    ),
]
CASTS = [cast_of(one, PLACES) for one in RECORD]
LINEAGES = {one.document.id: one.document.id for one in RECORD}


@settings(deadline=None, max_examples=30)
@given(st.permutations(CASTS))
def test_the_order_of_reports_changes_nothing(casts: list[object]) -> None:
    assert resolve_actors(casts, lineages=LINEAGES) == resolve_actors(CASTS, lineages=LINEAGES)  # type: ignore[arg-type]


@settings(deadline=None, max_examples=30)
@given(st.sampled_from(range(len(CASTS))))
def test_reports_without_a_shared_key_change_nothing(at: int) -> None:
    closed = _closed(at)
    whole = resolve_actors(CASTS, lineages=LINEAGES)
    part = resolve_actors([CASTS[one] for one in closed], lineages=LINEAGES)
    for one in closed:
        for referent in CASTS[one].referents:
            for words in referent.mentions:
                document = CASTS[one].document
                assert part.actor_of(document, words) == whole.actor_of(document, words)


def test_casts_survive_a_journey() -> None:
    assert pickle.loads(pickle.dumps(CASTS)) == CASTS


def _closed(at: int) -> list[int]:
    keys = [frozenset().union(*(keys_of(one) for one in cast.referents)) for cast in CASTS]
    found, reached = {at}, keys[at]
    while True:
        more = {one for one in range(len(CASTS)) if keys[one] & reached} - found
        if not more:
            return sorted(found)
        found |= more
        reached = reached.union(*(keys[one] for one in more))
