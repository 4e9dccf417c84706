"""What enters a timeline, in which order, and which reports stand under one entry."""

from __future__ import annotations

import pytest
from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act, Aux, StatementKind
from onrecord.domain.timeline import TimelineEntry
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.timeline import groupings, links_of, occurrences, reconcile_timeline

STRIKE = Act("PLOVER", "ASSAULT", "aerial")


def timeline_of(*readings: Reading) -> tuple[TimelineEntry, ...]:
    return reconcile_timeline(readings, group_lineages(readings))


def words_of(*readings: Reading) -> list[str]:
    return [entry.statement.content.exact for entry in timeline_of(*readings)]


def test_entries_come_by_first_day_then_last_day_and_undated_ones_last() -> None:
    text = "It rained. It hailed in April. It snowed on the 2nd. It froze on the 1st."
    reading = report(
        text,
        Said("It rained"),
        Said("It hailed in April", when=day("2031-04", "in April")),
        Said("It snowed on the 2nd", when=day("2031-04-02", "on the 2nd")),
        Said("It froze on the 1st", when=day("2031-04-01", "on the 1st")),
        date="2031-05-01",
    )
    assert words_of(reading) == [
        "It froze on the 1st",
        "It hailed in April",
        "It snowed on the 2nd",
        "It rained",
    ]


@pytest.mark.parametrize(
    "aux", ["negation", "future", "hypothetical", "counterfactual", "question"]
)
def test_nothing_off_the_line_is_an_event(aux: Aux) -> None:
    text = "A missile hit the terminal."
    assert words_of(report(text, Said("A missile hit the terminal"))) == [
        "A missile hit the terminal"
    ]
    assert words_of(report(text, Said("A missile hit the terminal", aux=(aux,)))) == []


@pytest.mark.parametrize("kind", ["fut.counterfactual", "fut.question", "fut.prediction",
                                  "fut.pathway", "jdg.responsibility", "law.scope_limit"])  # fmt: skip
def test_forecasts_judgements_and_limits_are_no_events(kind: StatementKind) -> None:
    assert words_of(report("It might come to that.", Said("It might come to that", kind))) == []


def test_a_threat_is_an_event_as_something_said_and_what_it_threatens_is_not() -> None:
    text = "The minister warned that the navy would sink every boat."
    threat = Said(
        "the navy would sink every boat", "say.threat", speaker="The minister", cue="warned",
        aux=("future",),
    )  # fmt: skip
    (entry,) = timeline_of(report(text, threat))
    assert entry.statement.kind == "say.threat"
    content = Said("the navy would sink every boat", "occ.event", aux=("future",))
    assert timeline_of(report(text, content)) == ()


def test_a_refusal_to_comment_is_no_occurrence() -> None:
    text = "The presidency declined to comment."
    refusal = Said(text[:-1], "say.decline", speaker="The presidency", cue="declined")
    assert timeline_of(report(text, refusal)) == ()


def test_a_speech_act_that_nobody_performs_is_left_out() -> None:
    text = "Regret over the sinking."
    assert timeline_of(report(text, Said("Regret over the sinking", "say.announce"))) == ()


def test_a_designation_is_an_event_on_a_day_of_its_own_that_has_come() -> None:
    text = "The designation took effect on March 20."
    said = Said(text[:-1], "law.designation", when=day("2031-03-20", "March 20"))
    assert len(timeline_of(report(text, said, date="2031-04-01"))) == 1
    assert timeline_of(report(text, said, date="2031-03-14")) == ()
    undated = Said(text[:-1], "law.designation")
    assert timeline_of(report(text, undated, date="2031-04-01")) == ()


def test_a_day_after_the_report_has_not_happened() -> None:
    text = "The talks open on May 20."
    said = Said(text[:-1], when=day("2031-05-20", "May 20"))
    assert timeline_of(report(text, said, date="2031-05-12")) == ()


def test_an_undated_analysis_with_yesterday_comes_last_with_its_reason() -> None:
    undated = report(
        "Yesterday the navy sent two frigates.", Said("the navy sent two frigates"), date=None
    )
    dated = report(
        "A boat sank on April 2.", Said("A boat sank on April 2", when=day("2031-04-02", "April 2"))
    )
    entries = timeline_of(undated, dated)
    assert [entry.when.edtf for entry in entries] == ["2031-04-02", None]
    assert entries[1].when.reason == "no time is stated"


def test_a_wrong_weekday_is_shown_with_its_day() -> None:
    when = day("2031-04-15", "Wednesday, April 15", conflict="15 April 2031 was a Tuesday")
    text = "On Wednesday, April 15, two boats met."
    (entry,) = timeline_of(report(text, Said("two boats met", when=when), date="2031-04-17"))
    assert entry.when.conflict == "15 April 2031 was a Tuesday"


def wire_print(name: str, verb: str, *, date: str | None = "2031-04-08") -> Reading:
    text = f"The navy {verb} another boat in the Strait of Corrow on Monday, killing three people."
    when = day("2031-04-07", "Monday") if date else None
    said = Said(text[:-1], counts=(Count("three people", 3, "people_killed"),), when=when)
    return report(text, said, publisher=name, origin="wire", basis="wire credit", date=date)


def test_reprints_of_one_wire_stand_under_the_earliest_and_count_once() -> None:
    readings = [
        wire_print("Gazette", "struck", date="2031-04-09"),
        wire_print("Tribune", "struck"),
        wire_print("Post", "hit", date=None),
    ]
    (entry,) = timeline_of(*readings)
    assert entry.statement.document == readings[1].document.id
    assert len(entry.repeats) == 2
    assert entry.lineages == ("wire",)
    links = links_of(groupings(occurrences(readings, group_lineages(readings))))
    assert {(link.kind, link.independence) for link in links} == {("repeats", "same_lineage")}


def test_reprints_with_another_number_stay_apart() -> None:
    first = wire_print("Gazette", "struck")
    text = first.text.replace("three people", "four people")
    said = Said(
        text[:-1],
        counts=(Count("four people", 4, "people_killed"),),
        when=day("2031-04-07", "Monday"),
    )
    second = report(text, said, publisher="Tribune", origin="wire", basis="wire credit")
    assert len(timeline_of(first, second)) == 2


def sinking(
    publisher: str, words: str, *, actor: str = "The navy", place: str = "Corrow"
) -> Reading:
    said = Said(
        words, counts=(), when=day("2031-04-07", "Monday"), act=STRIKE, actor=actor,
        recipient="a boat", place=place,
    )  # fmt: skip
    return report(f"{words}.", said, publisher=publisher)


def test_two_origins_that_agree_in_everything_stated_corroborate() -> None:
    readings = (
        sinking("Herald", "The navy sank a boat off Corrow on Monday"),
        sinking("Radio", "On Monday a boat was sent to the bottom by the navy near Corrow"),
    )
    (entry,) = timeline_of(*readings)
    assert entry.lineages == ("herald", "radio")
    (link,) = links_of(groupings(occurrences(readings, group_lineages(readings))))
    assert (link.kind, link.independence) == ("corroborates", "different_lineage")


@pytest.mark.parametrize(
    ("actor", "place"), [("The coast guard", "Corrow"), ("The navy", "Selden")]
)
def test_reports_that_differ_in_a_party_or_place_stay_two(actor: str, place: str) -> None:
    readings = (
        sinking("Herald", "The navy sank a boat on Monday"),
        sinking("Radio", "On Monday a boat was sunk", actor=actor, place=place),
    )
    assert len(timeline_of(*readings)) == 2
