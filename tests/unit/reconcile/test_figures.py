"""Which numbers of one report are counts that run, and what their words say they count."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from tests.unit.reconcile.reports import Count, Said, day, report, since

from onrecord.domain.codec import from_plain, to_plain
from onrecord.domain.quantity import Bound
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act, FactualityValue, StatementKind
from onrecord.domain.unknown import Unknown
from onrecord.domain.where import Where
from onrecord.reconcile.figures import Figure, figures_of, is_soft, may_support
from onrecord.reconcile.tallies import Counts, counts_of


def counted(
    text: str,
    number: str,
    value: int,
    *,
    unit: str = "people_killed",
    title: str | None = None,
    place: str = "",
    bound: Bound = "exact",
    kind: StatementKind = "occ.tally",
) -> Reading:
    """A report of one sentence with one count."""
    sentence = next(line for line in text.split("\n") if number in line)
    said = Said(sentence, kind, (Count(number, value, unit, bound),), place=place)
    return with_counted(report(text, said, title=title, publisher="Herald"))


def with_counted(reading: Reading) -> Reading:
    """Return the reading with what is counted as it stands behind each number."""
    (statement,) = reading.statements
    (one,) = statement.quantities
    words = one.span.exact.lower().partition(str(one.quantity.value))[2].strip()
    named = one.span.exact[-len(words) :] if words else ""
    quantity = replace(one.quantity, counted=named)
    held = replace(statement, quantities=(replace(one, quantity=quantity),))
    return replace(reading, statements=(held,))


def only(reading: Reading) -> Figure:
    (figure,) = figures_of(reading)
    return figure


@pytest.mark.parametrize(
    "text",
    [
        "At least 36 people killed during the Velmara protests, a rights group says.",
        "The war has left 36 people dead.",
        "Floods in Velmara killed 36 people.",
        "Since it was found the virus killed 36 people, doctors say.",
        "A powerful earthquake killed 36 people near Selden.",
        "The monitor reported the confirmed deaths of 36 people.",
        "The death toll tops 36 people.",
        "The toll now stands at 36 people.",
    ],
)
def test_what_goes_on_or_is_said_to_add_up_is_a_running_total(text: str) -> None:
    number = "At least 36 people" if "At least" in text else "36 people"
    assert only(counted(text, number, 36)).role == "total"


@pytest.mark.parametrize(
    "text",
    [
        "A strike killed 36 people in Port Orlan.",
        "A missile hit a boat in the western approaches, killing 36 people.",
        "Gunmen killed 36 people at a market.",
        "36 people were killed in clashes in Selden.",
    ],
)
def test_what_one_incident_did_is_no_running_total(text: str) -> None:
    assert only(counted(text, "36 people", 36)).role == "incident"


def test_what_protests_cost_on_one_stated_day_is_not_what_they_cost_so_far() -> None:
    text = "The police killed 36 people during protests on Thursday."
    said = Said(
        text,
        "occ.tally",
        (Count("36 people", 36, "people_killed"),),
        when=day("2031-04-03", "Thursday"),
    )
    assert only(report(text, said)).role == "incident"


def test_what_an_outbreak_cost_in_a_day_is_not_what_it_cost_so_far() -> None:
    text = "The outbreak caused 36 deaths in the last 24 hours."
    assert only(counted(text, "36 deaths", 36)).role == "incident"
    assert only(counted("The outbreak caused 36 deaths.", "36 deaths", 36)).role == "total"


def test_a_disaster_named_in_the_title_or_the_sentence_before_is_what_is_counted() -> None:
    text = "The storm reached Selden at night.\nAuthorities said 36 people died."
    assert only(counted(text, "36 people", 36)).stated.nouns == {"flood"}
    titled = counted("Officials said 36 people died.", "36 people", 36, title="Floods in Velmara")
    assert (only(titled).role, only(titled).stated.nouns) == ("total", frozenset({"flood"}))


def test_a_group_or_an_assault_takes_no_disaster_from_the_sentence_before() -> None:
    text = "The storm reached Selden at night.\n{}"
    soldiers = counted(text.format("Later 36 soldiers died."), "36 soldiers", 36)
    assert (only(soldiers).role, only(soldiers).stated.nouns) == ("incident", frozenset())
    words = "A gunboat shot at a village and killed 36 people."
    said = Said(
        words,
        "occ.tally",
        (Count("36 people", 36, "people_killed"),),
        actor="A gunboat",
        act=Act("PLOVER", "ASSAULT"),
    )
    assert only(report(text.format(words), said)).role == "incident"


def test_a_caption_names_no_disaster_for_the_text() -> None:
    text = "A winter storm struck here once.\nOfficials said 36 people died."
    reading = counted(text, "36 people", 36)
    assert only(reading).role == "total"
    caption, body = reading.document.passages
    passages = (replace(caption, role="boilerplate"), body)
    captioned = replace(reading, document=replace(reading.document, passages=passages))
    assert only(captioned).role == "incident"


def test_the_incident_right_before_the_figure_is_its_cause() -> None:
    text = "Protests broke out a week after a flood that killed 36 people."
    assert only(counted(text, "36 people", 36)).stated.nouns == {"flood"}


def test_the_harm_of_long_ago_is_no_count_of_today() -> None:
    text = "A storm killed 36 people here."
    said = Said(
        f"{text[:-1]}",
        "occ.tally",
        (Count("36 people", 36, "people_killed"),),
        when=day("2029", "in 2029"),
    )
    assert figures_of(report(text, said, date="2031-04-08")) == ()


def test_a_closed_year_is_a_scope_of_its_own() -> None:
    text = "In all 36 people were executed in 2030."
    said = Said(
        text, "occ.tally", (Count("36 people", 36, "people_executed"),), when=day("2030", "in 2030")
    )
    stated = only(report(text, said, date="2031-01-18")).stated
    assert (stated.window_start, stated.until) == ("2030", "2030-12-31")


def test_since_compares_in_has_doubled_since_and_opens_no_window() -> None:
    text = "At least 36 people have been killed, a toll that has doubled since Monday."
    said = Said(
        text,
        "occ.tally",
        (Count("At least 36 people", 36, "people_killed", "at_least"),),
        when=since("2031-04-07", "since Monday"),
    )
    assert only(report(text, said)).stated.window_start == ""
    window = since("2031-04-07", "since Monday")
    held = Count("At least 36 people", 36, "people_killed", "at_least", window=window)
    assert only(report(text, replace(said, counts=(held,)))).stated.window_start == ""


def test_the_day_of_the_report_that_stands_in_for_no_day_is_no_window() -> None:
    text = "So far the monitor counted 36 people killed."
    said = Said(
        text, "occ.tally", (Count("36 people", 36, "people_killed"),), when=day("2031-04-08")
    )
    stated = only(report(text, said)).stated
    assert (stated.window_start, stated.until) == ("", "")


def test_the_second_of_two_years_is_no_window() -> None:
    text = "So far the monitor counted 36 people killed over 2029 and 2030."
    said = Said(
        text, "occ.tally", (Count("36 people", 36, "people_killed"),), when=day("2030", "2030")
    )
    stated = [one.stated for one in figures_of(report(text, said, date="2031-01-18"))]
    assert [(one.window_start, one.until) for one in stated] == [("", "")]


@pytest.mark.parametrize(
    ("unit", "kind", "value"),
    [
        ("people_feared_dead", "occ.event", "PS+"),
        ("people_feared_missing", "jdg.assessment", "PS+"),
        ("people_killed_unconfirmed", "occ.tally", "CT+"),
        ("people_killed_expected", "fut.prediction", "PS+"),
    ],
)
def test_feared_expected_and_unconfirmed_counts_run_in_units_of_their_own(
    unit: str, kind: StatementKind, value: FactualityValue
) -> None:
    text = "Up to 20,000 people are feared dead in Selden."
    said = Said(text, kind, (Count("Up to 20,000 people", 20_000, unit, "at_most"),), value=value)
    figure = only(report(text, said))
    assert (figure.role, figure.stated.unit, is_soft(unit)) == ("total", unit, True)
    toll = Said(text, kind, (Count("Up to 20,000 people", 20_000, "people_killed"),), value=value)
    if value == "PS+":
        assert figures_of(report(text, toll)) == ()


def test_an_expected_toll_may_lie_ahead_but_never_be_supposed_or_denied() -> None:
    text = "The toll is expected to reach 250."
    count = (Count("250", 250, "people_killed_expected"),)
    ahead = Said(text, "fut.prediction", count, aux=("future",))
    assert only(report(text, ahead)).stated.unit == "people_killed_expected"
    for aux in ("negation", "hypothetical", "question", "counterfactual"):
        assert figures_of(report(text, Said(text, "fut.prediction", count, aux=(aux,)))) == ()


def test_what_is_reportedly_so_is_counted_with_an_unknown_issuer() -> None:
    text = "The toll is reportedly at 44."
    said = Said(
        text,
        "occ.tally",
        (Count("44", 44, "people_killed"),),
        speaker="unattributed",
        identity="unattributed",
        value="Uu",
    )
    assert isinstance(only(report(text, said)).issuer, Unknown)
    named = Said(
        text, "occ.tally", (Count("44", 44, "people_killed"),), speaker="the union", value="Uu"
    )
    assert not may_support(report(text, named).statements[0], "people_killed")


def test_more_than_the_dead_is_no_increment_of_the_missing() -> None:
    text = "Some 40 people were killed in the floods and another 100 are missing."
    said = Said(
        text,
        "occ.tally",
        (Count("Some 40 people", 40, "people_killed"), Count("100", 100, "people_missing")),
    )
    assert {one.quantity.value for one in figures_of(report(text, said))} == {40, 100}
    again = "In all 40 people are missing in the floods and another 100 are missing."
    twice = Said(
        again,
        "occ.tally",
        (Count("40 people", 40, "people_missing"), Count("100", 100, "people_missing")),
    )
    assert {one.quantity.value for one in figures_of(report(again, twice))} == {40}


@pytest.mark.parametrize(
    ("text", "number", "value", "unit"),
    [
        ("In all 36 of the dead came from Selden.", "36", 36, "people_killed"),
        ("In all 36 of the dead were civilians and soldiers.", "36", 36, "people_killed"),
        ("So far 36 of the 50 deputies have died.", "36", 36, "people_killed"),
        ("So far bodies were brought to 2 hospitals.", "2 hospitals", 2, "hospitals"),
        ("So far the monitor counted more than one boat sunk.", "more than one boat", 1, "boats"),
        ("Investigators said the 2 men fled in a car.", "2 men", 2, "people_displaced"),
    ],
)
def test_parts_places_single_things_and_people_on_the_run_are_no_counts(
    text: str, number: str, value: int, unit: str
) -> None:
    assert [
        one for one in figures_of(counted(text, number, value, unit=unit)) if one.role == "total"
    ] == []


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The monitor said 36 of the dead were soldiers.", "soldiers"),
        (
            "The monitor said 36 of those killed were unarmed protesters, and some were young.",
            "protesters",
        ),
    ],
)
def test_what_part_of_the_dead_were_is_a_count_of_that_group(text: str, group: str) -> None:
    figure = only(counted(text.replace("36", "2,435"), "2,435", 2_435))
    assert (figure.role, figure.stated.group) == ("total", group)


def test_a_verb_in_the_perfect_may_stand_behind_an_inserted_part() -> None:
    text = "At least 36 protesters, including nine children, have been killed, the monitor says."
    assert only(counted(text, "At least 36 protesters", 36)).role == "total"


def test_a_people_by_name_or_by_its_fate_is_people_at_large() -> None:
    for words in ("36 Velmarans", "36 arrested", "36 unaccounted"):
        text = f"So far {words} were counted."
        assert only(counted(text, words, 36, unit="people_detained")).stated.group == ""


def test_who_is_left_out_is_part_of_the_scope() -> None:
    text = "So far 36 people were killed, not including soldiers, the monitor said."
    assert only(counted(text, "36 people", 36)).stated.inclusion == "not including soldiers"


def test_a_quarter_of_an_area_is_kept() -> None:
    text = "So far 36 people were killed in eastern Velmara."
    said = Said(text, "occ.tally", (Count("36 people", 36, "people_killed"),), place="Velmara")
    reading = report(text, said)
    where = Where("in eastern Velmara", "Velmara")
    placed = replace(reading, statements=(replace(reading.statements[0], where=where),))
    assert only(placed).stated.area == "eastern Velmara"


def test_the_day_that_opens_the_sentence_dates_what_is_said_in_it() -> None:
    text = "On Wednesday, the ministry gave its first toll, saying that 36 people had been killed."
    said = Said(
        "36 people had been killed",
        "say.report",
        (Count("36 people", 36, "people_killed"),),
        speaker="the ministry",
        cue="saying",
        when=day("2031-04-02", "Wednesday"),
    )
    figure = only(report(text, said, date="2031-04-08"))
    assert not isinstance(figure.as_of, Unknown)
    assert figure.as_of.edtf == "2031-04-02"


def test_the_day_of_what_happened_before_a_report_does_not_date_its_count() -> None:
    text = "More than 36 people were killed after dams broke last week, officials said."
    said = Said(
        "More than 36 people were killed",
        "occ.tally",
        (Count("More than 36 people", 36, "people_killed", "more_than"),),
        speaker="officials",
        cue="said",
        when=day("2031-03-30", "last week"),
        place="Selden",
    )
    figure = only(report(text, said, date="2031-04-08", title="Dam failure: floods in Selden"))
    assert not isinstance(figure.as_of, Unknown)
    assert figure.as_of.edtf == "2031-04-08"


def test_an_area_that_another_sentence_of_the_report_locates_is_taken_but_not_past_nationwide() -> (
    None
):
    text = "The floods struck {} at night.\nSo far 36 people were killed."
    located = counted(text.format("Port Orlan"), "36 people", 36)
    assert any("Port Orlan" in names for names in only(located).near)
    national = counted(
        "It happened in Selden.\nThe floods are nationwide.\nSo far 36 people were killed.",
        "36 people",
        36,
    )
    assert not any("Selden" in names for names in only(national).near)


def test_the_counts_of_a_document_pickle_and_have_a_plain_form() -> None:
    text = "So far 36 people were killed in Selden, a toll lowered from 41 dead to 36 people."
    counts = counts_of(counted(text, "36 people", 36))
    assert counts.figures
    assert counts.breaks
    assert from_plain(Counts, to_plain(counts)) == counts
    assert pickle.loads(pickle.dumps(counts)) == counts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The ministry revised the toll of the blasts downward by more than 36.", "36"),
        ("The death toll of the blasts rose by 36 overnight.", "36"),
        ("On Friday 36 people were killed, bringing the total number of dead to 80.", "36 people"),
        ("Only 36 have died in hospitals, the doctor said.", "36"),
        (
            "The blasts were the deadliest since the war, in which 36 people were killed.",
            "36 people",
        ),
    ],
)
def test_what_a_count_moved_by_a_part_of_it_and_a_war_long_past_are_no_count(
    text: str, number: str
) -> None:
    assert figures_of(counted(text, number, 36)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Velmara has taken in 3600 refugees.",
        "Selden has evacuated 3600 citizens so far.",
    ],
)
def test_people_taken_in_or_flown_out_are_nobodys_displaced(text: str) -> None:
    assert figures_of(counted(text, "3600", 3600, unit="people_displaced")) == ()
    fled = "The war has displaced 3600 people."
    assert only(counted(fled, "3600 people", 3600, unit="people_displaced")).role == "total"


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The wire put the number of foreigners killed at 36.", "foreigners"),
        ("The number of wounded civilians killed has risen to 36.", "civilians"),
        ("This brings the civilian death toll to 36.", "civilians"),
        ("The number of people killed has risen to 36.", ""),
        ("The death toll has risen to 36.", ""),
    ],
)
def test_who_is_counted_may_stand_before_the_number(text: str, group: str) -> None:
    assert only(counted(text, "36", 36)).stated.group == group


def test_a_land_that_some_of_the_people_come_from_is_not_where_they_were_counted() -> None:
    text = "Police have detained 36 people, including foreigners from Velmara and Selden."
    said = Said(text, "occ.tally", (Count("36 people", 36, "people_detained"),), place="Velmara")
    assert only(report(text, said)).stated.area == ""
    there = "Police have detained 36 people in Velmara."
    said = Said(there, "occ.tally", (Count("36 people", 36, "people_detained"),), place="Velmara")
    assert only(report(there, said)).stated.area == "Velmara"


def test_what_one_day_did_is_no_total_unless_a_longer_stretch_stands_beside_it() -> None:
    text = "36 people have been arrested in the past 24 hours alone."
    assert only(counted(text, "36 people", 36, unit="people_detained")).role == "incident"
    both = "36 people have been killed in 24 hours and more since Saturday."
    assert only(counted(both, "36 people", 36)).role == "total"


def test_shelling_at_one_spot_is_one_incident_even_in_the_perfect() -> None:
    text = "36 people have been killed in shelling at a market near Selden."
    assert only(counted(text, "36 people", 36)).role == "incident"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Death toll in Selden blasts rises to 36: police", "police"),
        ("Death toll in Selden blasts rises to 36 - health ministry", "health ministry"),
        ("Health ministry: death toll in Selden blasts rises to 36", "Health ministry"),
        ("Death toll in Selden blasts rises to 36, officials say", "officials"),
        ("Death toll in Selden blasts rises to 36", "Herald"),
    ],
)
def test_a_headline_names_who_counts_beside_the_count(text: str, issuer: str) -> None:
    assert only(counted(text, "36", 36)).issuer == issuer
