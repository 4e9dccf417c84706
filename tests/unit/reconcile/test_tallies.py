"""Running counts: which numbers are one, how they chain, what they allow together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Count, Said, day, report, since

from onrecord.domain.quantity import Bound, Difference
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Aux, StatementKind
from onrecord.domain.tally import Tally
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.reconcile.context import occasion_in
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.tallies import (
    NEWEST,
    RANGE,
    UNDATED,
    counts_of,
    keys_of,
    reconcile_tallies,
    solve,
)

NOVEMBER = report(
    "The campaign at sea has already killed at least 83 people across 21 strikes since September.",
    Said(
        "killed at least 83 people across 21 strikes since September",
        "occ.tally",
        (
            Count("at least 83 people", 83, "people_killed", "at_least"),
            Count("21 strikes", 21, "strikes"),
        ),
        when=since("2025-09", "since September"),
    ),
    date="2025-11-28",
)
DECEMBER = report(
    "The navy has also carried out at least 29 strikes on boats. "
    "More than 100 people have been killed in those strikes.",
    Said(
        "The navy has also carried out at least 29 strikes on boats",
        "occ.tally",
        (Count("at least 29 strikes", 29, "strikes", "at_least"),),
    ),
    Said(
        "More than 100 people have been killed in those strikes",
        "occ.tally",
        (Count("More than 100 people", 100, "people_killed", "more_than"),),
    ),
    date="2025-12-30",
)


def tallies_of(*readings: Reading) -> tuple[Tally, ...]:
    return reconcile_tallies(readings, group_lineages(readings))


def tally_of(unit: str, *readings: Reading) -> Tally:
    found = [tally for tally in tallies_of(*readings) if tally.scope.unit == unit]
    assert len(found) == 1
    return found[0]


def toll(
    number: str,
    value: int,
    *,
    date: str | None,
    publisher: str,
    speaker: str = "",
    at_least: bool = False,
    place: str = "Port Orlan",
) -> Reading:
    """A report of how many died in one explosion."""
    words = f"the number of people killed in the explosion in {place} is {number}"
    return report(
        f"{speaker or publisher} said {words}.",
        Said(
            words,
            "say.report",
            (Count(number, value, "people_killed", "at_least" if at_least else "exact"),),
            speaker=speaker,
            place=place,
        ),
        date=date,
        publisher=publisher,
    )


def test_strikes_rise_from_21_to_at_least_29_which_is_at_least_8_more() -> None:
    tally = tally_of("strikes", NOVEMBER, DECEMBER)
    (step,) = tally.steps
    assert (step.kind, step.change) == ("rise", Difference(8, None))
    assert [one.quantity.value for one in tally.observations] == [21, 29]
    assert tally.scope.window_start == "2025-09"


def test_at_least_83_and_more_than_100_give_no_difference() -> None:
    tally = tally_of("people_killed", NOVEMBER, DECEMBER)
    (step,) = tally.steps
    assert step.kind == "undetermined"
    assert isinstance(step.change, Unknown)


def test_the_newest_report_gives_the_ends_while_nobody_disagrees() -> None:
    derived = tally_of("people_killed", NOVEMBER, DECEMBER).derived
    assert (derived.rule, derived.low, derived.best, derived.high) == (NEWEST, 101, None, None)
    assert derived.support == (DECEMBER.statements[1].id,)


def test_strikes_boats_and_incidents_are_never_one_count() -> None:
    strikes = report(
        "The wire counts 19 strikes since March.",
        Said("19 strikes since March", "occ.tally", (Count("19 strikes", 19, "strikes"),)),
        publisher="Wire",
    )
    boats = report(
        "We have recorded 21 boats destroyed since March.",
        Said(
            "recorded 21 boats destroyed since March",
            "occ.tally",
            (Count("21 boats", 21, "boats"),),
        ),
        publisher="Monitor",
    )
    incidents = report(
        "There have been 17 incidents since March.",
        Said("17 incidents since March", "occ.tally", (Count("17 incidents", 17, "incidents"),)),
        publisher="Desk",
    )
    found = tallies_of(strikes, boats, incidents)
    assert [tally.scope.unit for tally in found] == ["boats", "incidents", "strikes"]
    assert not any(tally.steps for tally in found)


FORTY = toll(
    "at least 40", 40, date="2031-04-14", publisher="Radio", speaker="the ministry", at_least=True
)
THIRTY_THREE = toll("33", 33, date="2031-04-24", publisher="Herald", speaker="the ministry")


def test_a_fall_of_one_issuer_that_nobody_explains_is_flagged() -> None:
    (step,) = tally_of("people_killed", FORTY, THIRTY_THREE).steps
    assert (step.kind, step.change, step.cited) == ("fall_unexplained", Difference(None, -7), ())


def test_a_fall_of_one_issuer_is_a_revision_when_a_statement_says_so() -> None:
    text = (
        "The ministry has revised the toll of the explosion from at least 40 to 33 after a recount."
    )
    said = Said(text[:-1], "occ.event", actor="The ministry")
    told = report(text, said, date="2031-04-25", publisher="Radio")
    (step,) = tally_of("people_killed", FORTY, THIRTY_THREE, told).steps
    assert (step.kind, step.cited) == ("revision", (told.statements[0].id,))


def test_a_revision_of_other_numbers_or_weeks_away_explains_no_fall() -> None:
    text = "The ministry has revised the toll of the explosion from {} to {}."
    others = text.format(50, 33), text.format(40, 35)
    unlike = [
        report(words, Said(words[:-1], "occ.event"), date="2031-04-25", publisher="Radio")
        for words in others
    ]
    words = text.format("at least 40", 33)
    late = report(words, Said(words[:-1], "occ.event"), date="2031-06-25", publisher="Radio")
    (step,) = tally_of("people_killed", FORTY, THIRTY_THREE, *unlike, late).steps
    assert step.kind == "fall_unexplained"


def test_a_fall_between_lineages_is_a_disagreement_and_widens_the_range() -> None:
    union = toll("38", 38, date="2031-04-19", publisher="Herald", speaker="the union")
    ministry = toll("33", 33, date="2031-04-24", publisher="Radio", speaker="the ministry")
    tally = tally_of("people_killed", union, ministry)
    (step,) = tally.steps
    assert (step.kind, step.change) == ("disagreement", Difference(-5, -5))
    derived = tally.derived
    assert (derived.rule, derived.low, derived.best, derived.high) == (RANGE, 33, None, 38)


def test_two_figures_for_one_day_stay_side_by_side() -> None:
    union = toll("36", 36, date="2031-04-14", publisher="Herald", speaker="the union")
    ministry = toll("33", 33, date="2031-04-14", publisher="Radio", speaker="the ministry")
    tally = tally_of("people_killed", union, ministry)
    assert tally.steps == ()
    assert (tally.derived.low, tally.derived.best, tally.derived.high) == (33, None, 36)


def test_a_figure_that_all_newest_reports_state_is_the_best_one() -> None:
    first = toll("33", 33, date="2031-04-24", publisher="Herald", speaker="the ministry")
    second = toll("33", 33, date="2031-04-24", publisher="Radio", speaker="the ministry")
    derived = tally_of("people_killed", first, second).derived
    assert (derived.low, derived.best, derived.high) == (33, 33, 33)


def test_one_wire_story_reprinted_three_times_is_three_observations_of_one_origin() -> None:
    story = "The attack brought the toll to at least 61 people killed in 17 strikes since March."
    said = Said(
        "at least 61 people killed in 17 strikes since March",
        "occ.tally",
        (Count("at least 61 people", 61, "people_killed", "at_least"),),
    )
    prints = [
        report(story, said, publisher=name, origin="meridian wire", basis="wire credit")
        for name in ("Harbour Gazette", "Tribune", "Northcoast Post")
    ]
    later = report(
        "More than 80 people have been killed in strikes since March.",
        Said(
            "More than 80 people have been killed in strikes since March",
            "occ.tally",
            (Count("More than 80 people", 80, "people_killed", "more_than"),),
        ),
        date="2031-05-06",
        publisher="Chronicle",
    )
    tally = tally_of("people_killed", *prints, later)
    assert len(tally.observations) == 4
    assert tally.lineages == ("chronicle", "meridian wire")
    assert len({one.outlet for one in tally.observations}) == 4
    assert len(tally.steps) == 1


def test_what_one_strike_did_is_not_a_running_total() -> None:
    reading = report(
        "The navy struck another boat on Monday, killing three people, in the sixth week since March.",
        Said("killing three people", "occ.tally", (Count("three people", 3, "people_killed"),)),
    )
    assert tallies_of(reading) == ()


def test_a_new_strike_that_has_killed_people_starts_no_tally() -> None:
    reading = report(
        "A strike has killed three people in Port Orlan.",
        Said(
            "A strike has killed three people in Port Orlan",
            "occ.tally",
            (Count("three people", 3, "people_killed"),),
            place="Port Orlan",
        ),
    )
    assert tallies_of(reading) == ()


def test_a_figure_of_one_event_joins_the_running_count_of_that_very_event() -> None:
    incident = report(
        "At least 40 people were killed in the explosion in Port Orlan.",
        Said(
            "At least 40 people were killed in the explosion in Port Orlan",
            "occ.tally",
            (Count("At least 40 people", 40, "people_killed", "at_least"),),
            place="Port Orlan",
        ),
        date="2031-04-13",
        publisher="Radio",
    )
    elsewhere = report(
        "Six people were killed in the explosion in Selden.",
        Said(
            "Six people were killed in the explosion in Selden",
            "occ.tally",
            (Count("Six people", 6, "people_killed"),),
            place="Selden",
        ),
        date="2031-04-15",
        publisher="Radio",
    )
    running = toll("33", 33, date="2031-04-24", publisher="Herald", speaker="the ministry")
    tally = tally_of("people_killed", incident, elsewhere, running)
    assert [one.quantity.value for one in tally.observations] == [40, 33]


def test_the_dead_of_one_explosion_and_of_a_campaign_are_two_counts() -> None:
    explosion = toll("41", 41, date="2031-04-28", publisher="Herald", speaker="the union")
    campaign = report(
        "At least 72 people have been killed in 19 strikes since March.",
        Said(
            "At least 72 people have been killed in 19 strikes since March",
            "occ.tally",
            (Count("At least 72 people", 72, "people_killed", "at_least"),),
        ),
        date="2031-04-19",
        publisher="Wire",
    )
    found = tallies_of(explosion, campaign)
    assert sorted(len(tally.observations) for tally in found) == [1, 1]
    assert {tally.scope.area for tally in found} == {"", "Port Orlan"}


def test_an_antecedent_in_the_sentence_before_gives_the_place() -> None:
    first = toll("33", 33, date="2031-04-24", publisher="Radio", speaker="the ministry")
    second = report(
        "The count of the dead in Port Orlan is disputed. The union said it had counted 41 dead.",
        Said(
            "it had counted 41 dead",
            "say.report",
            (Count("41 dead", 41, "people_killed"),),
            speaker="The union",
        ),
        date="2031-04-28",
        publisher="Chronicle",
    )
    tally = tally_of("people_killed", first, second)
    assert [one.quantity.value for one in tally.observations] == [33, 41]


def test_a_former_figure_is_kept_without_a_day_and_without_a_step() -> None:
    reading = report(
        "The ministry has revised the number of people killed from at least 40 to 33.",
        Said(
            "revised the number of people killed from at least 40 to 33",
            "say.announce",
            (
                Count("at least 40", 40, "people_killed", "at_least"),
                Count("33", 33, "people_killed"),
            ),
        ),
        date="2031-04-24",
        publisher="Ministry",
    )
    tally = tally_of("people_killed", reading)
    assert [one.quantity.value for one in tally.observations] == [33, 40]
    assert isinstance(tally.observations[1].as_of, Unknown)
    assert tally.steps == ()
    assert tally.derived.best == 33


def test_what_a_toll_rose_from_is_former_behind_the_level_too() -> None:
    reading = report(
        "The number of people killed rose to 52 from 47, the ministry said.",
        Said(
            "The number of people killed rose to 52 from 47",
            "occ.tally",
            (Count("52", 52, "people_killed"), Count("47", 47, "people_killed")),
            speaker="the ministry",
        ),
        date="2031-04-24",
        publisher="Ministry",
    )
    tally = tally_of("people_killed", reading)
    former = [one.quantity.value for one in tally.observations if isinstance(one.as_of, Unknown)]
    assert former == [47]
    assert tally.derived.best == 52


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In all, a further 12 people have been killed.", "12 people"),
        ("In all, 12 more people have been killed.", "12 more people"),
        ("In all, 40 died, including 12 children killed.", "12 children"),
        ("The total of those treated is 58; 12 of them were killed so far.", "12"),
    ],
)
def test_an_increment_or_a_part_is_not_a_count(text: str, number: str) -> None:
    reading = report(text, Said(text, "occ.tally", (Count(number, 12, "people_killed"),)))
    assert tallies_of(reading) == ()


@pytest.mark.parametrize("unit", ["days", "USD", "percent", "kilometres", "personnel", "votes", ""])
def test_time_money_shares_measures_and_forces_are_never_counted(unit: str) -> None:
    text = "The total so far is 12 since March."
    assert tallies_of(report(text, Said(text, "occ.tally", (Count("12", 12, unit),)))) == ()


def test_an_ordinal_is_not_a_count() -> None:
    text = "The navy has carried out its 19th strike since March."
    reading = report(
        text, Said(text, "occ.tally", (Count("19th strike", 19, "strikes", "ordinal"),))
    )
    assert tallies_of(reading) == ()


@pytest.mark.parametrize(
    "aux", ["negation", "future", "hypothetical", "counterfactual", "question", "historical"]
)
def test_what_is_off_the_line_supports_no_tally(aux: Aux) -> None:
    text = "At least 40 people have been killed in strikes since March."
    counts = (Count("At least 40 people", 40, "people_killed", "at_least"),)
    assert len(tallies_of(report(text, Said(text, "occ.tally", counts)))) == 1
    assert tallies_of(report(text, Said(text, "occ.tally", counts, aux=(aux,)))) == ()


@pytest.mark.parametrize("kind", ["say.deny", "say.decline", "fut.prediction", "jdg.assessment"])
def test_a_denial_a_refusal_or_a_judgement_supports_no_tally(kind: StatementKind) -> None:
    text = "At least 40 people have been killed in strikes since March."
    counts = (Count("At least 40 people", 40, "people_killed", "at_least"),)
    assert tallies_of(report(text, Said(text, kind, counts))) == ()


def test_an_undated_count_is_kept_last_and_takes_part_in_no_step() -> None:
    text = "At least 30 people have been killed in strikes since March, as was said yesterday."
    undated = report(
        text,
        Said(text, "occ.tally", (Count("At least 30 people", 30, "people_killed", "at_least"),)),
        date=None,
    )
    tally = tally_of("people_killed", undated)
    assert tally.derived.rule == UNDATED
    dated = report(
        "At least 40 people have been killed in strikes since March.",
        Said(
            "At least 40 people have been killed in strikes since March",
            "occ.tally",
            (Count("At least 40 people", 40, "people_killed", "at_least"),),
        ),
    )
    tally = tally_of("people_killed", undated, dated)
    assert [one.quantity.value for one in tally.observations] == [40, 30]
    assert tally.steps == ()


def test_stated_and_different_areas_actors_domains_or_windows_stay_apart() -> None:
    def strikes(**fields: str) -> Reading:
        text = "The total is 9 strikes so far."
        return report(
            text,
            Said(
                text,
                "occ.tally",
                (Count("9 strikes", 9, "strikes"),),
                actor=fields.get("actor", ""),
                place=fields.get("place", ""),
            ),
            key=repr(fields),
        )

    assert len(tallies_of(strikes(place="Corrow"), strikes(place="Brevanne"))) == 2
    assert len(tallies_of(strikes(actor="Velmara"), strikes(actor="Norrast"))) == 2
    assert len(tallies_of(strikes(actor="Velmara"), strikes())) == 1
    together = tallies_of(strikes(actor="the Velmaran navy"), strikes(actor="Velmara"))
    assert len(together) == 1


def test_a_count_since_march_and_one_since_march_3_are_one_and_one_since_may_is_another() -> None:
    def strikes(when: When, text: str) -> Reading:
        words = f"The navy has carried out 9 strikes {text}."
        return report(
            words, Said(words, "occ.tally", (Count("9 strikes", 9, "strikes"),), when=when)
        )

    march = strikes(since("2031-03", "since March"), "since March")
    third = strikes(since("2031-03-03", "since March 3"), "since March 3")
    may = strikes(since("2031-05", "since May"), "since May")
    found = tallies_of(march, third, may)
    assert {tally.scope.window_start for tally in found} == {"2031-03-03", "2031-05"}


def test_the_count_holds_for_the_day_the_words_give_not_for_the_day_of_what_is_counted() -> None:
    as_of = report(
        "As of Saturday, at least 72 people had been killed in 19 strikes.",
        Said(
            "at least 72 people had been killed in 19 strikes",
            "occ.tally",
            (Count("at least 72 people", 72, "people_killed", "at_least"),),
            when=day("2031-04-19", "Saturday"),
        ),
        date="2031-04-20",
    )
    assert as_of_days(as_of) == ["2031-04-19"]
    of_event = report(
        "The number of people killed in the explosion of April 12 is 33.",
        Said(
            "The number of people killed in the explosion of April 12 is 33",
            "say.report",
            (Count("33", 33, "people_killed"),),
            when=day("2031-04-12", "April 12"),
        ),
        date="2031-04-24",
    )
    assert as_of_days(of_event) == ["2031-04-24"]


def as_of_days(reading: Reading) -> list[str | None]:
    return [
        one.as_of.edtf
        for tally in tallies_of(reading)
        for one in tally.observations
        if isinstance(one.as_of, When)
    ]


def test_a_day_beside_the_saying_dates_the_count_and_a_later_day_never_does() -> None:
    text = "The union said on Friday that it had counted 38 dead so far."
    said = Said(
        "it had counted 38 dead so far",
        "say.report",
        (Count("38 dead", 38, "people_killed"),),
        speaker="The union",
        when=day("2031-04-18", "Friday"),
    )
    assert as_of_days(report(text, said, date="2031-04-19")) == ["2031-04-18"]
    assert as_of_days(report(text, said, date="2031-04-17")) == ["2031-04-17"]


def test_the_issuer_is_the_innermost_source_else_the_outlet_else_unknown() -> None:
    spoken = toll("33", 33, date="2031-04-24", publisher="Radio", speaker="the ministry")
    assert tally_of("people_killed", spoken).observations[0].issuer == "the ministry"
    own = toll("33", 33, date="2031-04-24", publisher="Radio")
    assert tally_of("people_killed", own).observations[0].issuer == "Radio"
    assert isinstance(tally_of("strikes", NOVEMBER).observations[0].issuer, Unknown)
    assert isinstance(tally_of("strikes", NOVEMBER).observations[0].outlet, Unknown)


def test_people_missing_are_a_level_on_any_day() -> None:
    text = "Between 30 and 40 people are still missing."
    counts = (Count("Between 30 and 40 people", 30, "people_missing", "between", 40),)
    derived = tally_of("people_missing", report(text, Said(text, "occ.event", counts))).derived
    assert (derived.low, derived.best, derived.high) == (30, None, 40)


def test_where_people_were_counted_is_not_counted() -> None:
    text = "The union has counted 36 dead in two hospitals."
    said = Said(text, "occ.tally", (Count("two hospitals", 2, "hospitals"),))
    assert tallies_of(report(text, said)) == ()


def test_who_counts_is_the_issuer_and_never_the_actor_of_what_is_counted() -> None:
    text = "The Ministry of Health repeated on Monday that at least 40 people had been killed."
    said = Said(
        text[:-1],
        "occ.tally",
        (Count("at least 40 people", 40, "people_killed", "at_least"),),
        actor="The Ministry of Health",
        when=day("2031-04-14", "Monday"),
    )
    reading = report(text, said, publisher="Herald", date="2031-04-15")
    tally = tally_of("people_killed", reading)
    assert tally.scope.actor == ""
    assert tally.observations[0].issuer == "The Ministry of Health"
    assert as_of_days(reading) == ["2031-04-14"]


def test_a_source_named_by_a_pronoun_only_is_an_unknown_issuer() -> None:
    text = "It says it has counted 36 dead so far."
    said = Said(text, "occ.tally", (Count("36 dead", 36, "people_killed"),), speaker="It")
    issuer = tally_of("people_killed", report(text, said)).observations[0].issuer
    assert isinstance(issuer, Unknown)


def test_a_wire_and_its_own_count_are_one_voice() -> None:
    own = toll("at least 72", 72, date="2031-04-19", publisher="Meridian Wire", at_least=True)
    counted = toll(
        "71",
        71,
        date="2031-04-20",
        publisher="Herald",
        speaker="According to a Meridian Wire count",
    )
    (step,) = tally_of("people_killed", own, counted).steps
    assert step.kind == "fall_unexplained"


def test_a_conflict_that_a_rising_count_left_behind_no_longer_widens_the_range() -> None:
    union = toll("12", 12, date="2031-04-12", publisher="Herald", speaker="the union")
    ministry = toll("9", 9, date="2031-04-12", publisher="Radio", speaker="the ministry")
    newest = toll("33", 33, date="2031-04-24", publisher="Wire")
    assert tally_of("people_killed", union, ministry).derived.rule == RANGE
    derived = tally_of("people_killed", union, ministry, newest).derived
    assert (derived.rule, derived.best) == (NEWEST, 33)


def test_a_magnitude_is_kept_and_compared_with_nothing() -> None:
    text = "Thousands of people have been killed in the floods in Selden."
    words = Count("Thousands of people", 2000, "people_killed", "at_least")
    reading = report(text, Said(text, "occ.tally", (words,), place="Selden"))
    statement = reading.statements[0]
    counted = statement.quantities[0]
    vague = replace(counted, quantity=replace(counted.quantity, value=None))
    vaguely = replace(reading, statements=(replace(statement, quantities=(vague,)),))
    tally = tally_of("people_killed", vaguely)
    assert tally.derived.rule == UNDATED
    assert tally.observations[0].quantity.value is None


def test_floods_are_one_event_and_strikes_are_many() -> None:
    assert occasion_in("2,000 people have died in the floods", "").reach == "event"
    assert occasion_in("2,000 people have died in the strikes", "").reach == "campaign"


def test_one_number_with_and_without_more_than_is_neither_fall_nor_conflict() -> None:
    def missing(words: str, bound: Bound, *, publisher: str, date: str) -> Reading:
        text = f"{words} people are missing in Selden."
        count = Count(f"{words} people", 10_000, "people_missing", bound)
        said = Said(text, "occ.event", (count,), place="Selden")
        return report(text, said, publisher=publisher, date=date)

    more = missing("More than 10,000", "more_than", publisher="Herald", date="2031-04-12")
    same_day = missing("10,000", "exact", publisher="Radio", date="2031-04-12")
    later = missing("10,000", "exact", publisher="Radio", date="2031-04-13")
    assert tally_of("people_missing", more, same_day).derived.rule == NEWEST
    assert [step.kind for step in tally_of("people_missing", more, later).steps] == ["undetermined"]


CRISIS = (
    toll("36", 36, date="2031-04-13", publisher="Herald", speaker="the union"),
    toll("at least 40", 40, date="2031-04-13", publisher="Radio", speaker="the ministry", at_least=True),
    toll("38", 38, date="2031-04-18", publisher="Wire", speaker="the union"),
    toll("33", 33, date="2031-04-24", publisher="Herald", speaker="the ministry"),
    toll("41", 41, date=None, publisher="Tribune", speaker="the union"),
    toll("12", 12, date="2031-04-20", publisher="Wire", place="Selden"),
    NOVEMBER,
    DECEMBER,
)  # fmt: skip


@given(st.permutations(CRISIS))
@settings(max_examples=30)
def test_the_order_of_reports_changes_nothing(readings: list[Reading]) -> None:
    assert tallies_of(*readings) == tallies_of(*CRISIS)
    assert tallies_of(*readings, *readings) == tallies_of(*CRISIS)


def test_solving_what_shares_keys_gives_what_solving_everything_gives() -> None:
    counts = [counts_of(reading) for reading in CRISIS]
    lineages = group_lineages(CRISIS)
    keys = sorted({key for one in counts for key in keys_of(one)})
    found = [
        tally
        for key in keys
        for tally in solve((one for one in counts if key in keys_of(one)), lineages)
        if f"unit:{tally.scope.unit}" == key
    ]
    assert sorted(tally.id for tally in found) == sorted(one.id for one in tallies_of(*CRISIS))


def test_every_bound_of_a_derived_range_is_an_end_that_an_observation_states() -> None:
    for tally in tallies_of(*CRISIS):
        ends = {end for one in tally.observations for end in (one.quantity.low, one.quantity.high)}
        assert {tally.derived.low, tally.derived.best, tally.derived.high} <= ends | {None}
        assert set(tally.derived.support) <= {one.statement for one in tally.observations}


def test_incidents_of_one_kind_in_one_place_are_told_apart_by_a_month_of_silence() -> None:
    spring = toll("12", 12, date="2031-03-02", publisher="Herald")
    summer = toll("7", 7, date="2031-07-02", publisher="Herald")
    assert [len(tally.observations) for tally in tallies_of(spring, summer)] == [1, 1]
    later = toll("14", 14, date="2031-03-30", publisher="Herald")
    assert [len(tally.observations) for tally in tallies_of(spring, later)] == [2]


def test_two_reports_that_say_neither_where_nor_of_what_are_two_counts() -> None:
    def hurt(number: int, publisher: str) -> Reading:
        text = f"A total of {number} people were hurt in the shooting."
        count = Count(f"{number} people", number, "people_injured")
        return report(text, Said(text, "occ.tally", (count,)), publisher=publisher)

    assert len(tallies_of(hurt(3, "Herald"), hurt(4, "Radio"))) == 2


def test_counts_of_two_credited_issuers_in_one_paper_are_no_fall_of_that_paper() -> None:
    union = toll("38", 38, date="2031-04-19", publisher="Herald", speaker="the union")
    ministry = toll("33", 33, date="2031-04-24", publisher="Herald", speaker="the ministry")
    (step,) = tally_of("people_killed", union, ministry).steps
    assert step.kind == "disagreement"


def blasts(words: str, number: str, value: int, *, date: str, publisher: str) -> Reading:
    """A report of one sentence on the blasts of Velmara."""
    count = Count(number, value, "people_killed")
    said = Said(words, "occ.tally", (count,), place="Velmara")
    return report(words + ".", said, date=date, publisher=publisher)


def toll_of_blasts(value: int, *, date: str, publisher: str) -> Reading:
    words = f"The death toll of the blasts in Velmara has risen to {value}"
    return blasts(words, str(value), value, date=date, publisher=publisher)


def numbers(tally: Tally) -> list[object]:
    return [one.quantity.value for one in tally.observations]


def test_a_number_far_below_all_that_stands_starts_a_count_of_its_own() -> None:
    guard = "1 person has been killed after the blasts in Velmara"
    readings = (
        toll_of_blasts(207, date="2031-04-08", publisher="Herald"),
        toll_of_blasts(290, date="2031-04-09", publisher="Gazette"),
        blasts(guard, "1 person", 1, date="2031-04-20", publisher="Courier"),
    )
    found = [one for one in tallies_of(*readings) if one.scope.unit == "people_killed"]
    assert sorted(map(numbers, found), key=str) == [[1], [207, 290]]


def test_a_lower_number_that_its_words_call_the_toll_stays_as_a_fall() -> None:
    high = toll_of_blasts(359, date="2031-04-08", publisher="Herald")
    low = toll_of_blasts(120, date="2031-04-09", publisher="Gazette")
    (step,) = tally_of("people_killed", high, low).steps
    assert step.kind == "disagreement"


def test_title_and_text_of_one_report_give_a_number_once_in_the_words_that_name_the_source() -> (
    None
):
    title = "Velmara blasts toll rises to 207"
    text = (
        "The death toll of the blasts in Velmara has risen to 207, a spokesman of the police said"
    )
    count = Count("207", 207, "people_killed")
    reading = report(
        f"{title}\n{text}.",
        Said(title, "occ.tally", (count,), place="Velmara"),
        Said(
            text.partition(", a")[0], "occ.tally", (count,), speaker="a spokesman", place="Velmara"
        ),
        publisher="Herald",
    )
    (one,) = tally_of("people_killed", reading).observations
    assert one.issuer == "a spokesman"


def test_what_the_blasts_killed_in_the_past_tense_joins_their_toll_when_it_lies_among_it() -> None:
    first = toll_of_blasts(290, date="2031-04-08", publisher="Herald")
    last = toll_of_blasts(359, date="2031-04-10", publisher="Gazette")
    words = "The attacks in Velmara on Sunday killed {} people"
    among = blasts(words.format(321), "321 people", 321, date="2031-04-09", publisher="Courier")
    other = blasts(words.format(12), "12 people", 12, date="2031-04-09", publisher="Mirror")
    assert numbers(tally_of("people_killed", first, among, other, last)) == [290, 321, 359]


def test_a_report_that_gives_the_toll_gives_no_other_level_in_passing() -> None:
    title = "The death toll of the blasts in Velmara has risen to 253"
    text = "The attacks in Velmara on Sunday killed 359 people, it had said before"
    reading = report(
        f"{title}\n{text}.",
        Said(title, "occ.tally", (Count("253", 253, "people_killed"),), place="Velmara"),
        Said(
            text.partition(", it")[0],
            "occ.tally",
            (Count("359 people", 359, "people_killed"),),
            place="Velmara",
        ),
        publisher="Herald",
    )
    assert numbers(tally_of("people_killed", reading)) == [253]


@given(
    st.permutations(
        [
            toll_of_blasts(207, date="2031-04-08", publisher="Herald"),
            toll_of_blasts(359, date="2031-04-10", publisher="Gazette"),
            blasts(
                "The attacks in Velmara on Sunday killed 290 people",
                "290 people",
                290,
                date="2031-04-09",
                publisher="Courier",
            ),
            blasts(
                "At least 2 people have been killed in the blasts in Velmara",
                "2 people",
                2,
                date="2031-04-12",
                publisher="Mirror",
            ),
        ]
    )
)
def test_levels_do_not_depend_on_the_order_of_reports(readings: list[Reading]) -> None:
    found = tallies_of(*readings)
    assert sorted(map(numbers, found), key=str) == [[207, 290, 359], [2]]
