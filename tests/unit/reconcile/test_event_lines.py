"""Which events a timeline names, by which words, in which order, and what is only background."""

from __future__ import annotations

from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.domain.event import event_from
from onrecord.domain.event_line import EventLine
from onrecord.domain.grouping import Account, EventGroup
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.reconcile.event_lines import event_lines, focus_of

MONDAY = day("2031-04-07", "on Monday")


def group_of(*told: tuple[Statement, str], when: When | None = None) -> EventGroup:
    """One event of statements, each with the origin of its report."""
    first = told[0][0]
    event = event_from(
        [statement for statement, _ in told],
        act=first.act or Unknown("no act could be coded"),
        when=when or first.when,
        where=first.where or Unknown("no place is stated"),
    )
    accounts = tuple(Account(one.document, origin, (one.id,)) for one, origin in told)
    return EventGroup(event, accounts)


def lines_of(*readings: Reading) -> tuple[EventLine, ...]:
    """One event for each statement."""
    groups = [
        group_of((statement, reading.document.publisher or "none"))
        for reading in readings
        for statement in reading.statements
    ]
    statements = {one.id: one for reading in readings for one in reading.statements}
    return event_lines(groups, readings, statements)


def told(words: str, *, date: str = "2031-04-08", **more: object) -> Reading:
    filler = "The Herald has the story."
    said = Said(words, **more)  # type: ignore[arg-type]
    return report(f"{filler}\n{words}.", said, publisher="Herald", date=date)


def words(*readings: Reading) -> list[str]:
    return [line.lead.content.exact for line in lines_of(*readings)]


def test_a_happening_with_a_day_of_its_own_is_a_line() -> None:
    assert words(told("A ferry sank off Selden on Monday", when=MONDAY)) == [
        "A ferry sank off Selden on Monday"
    ]


def test_words_that_name_no_happening_are_none() -> None:
    assert words(told("The choir sang on Monday", when=MONDAY)) == []


def test_a_happening_that_nothing_places_is_none() -> None:
    assert words(told("Protesters had rallied")) == []


def test_a_running_toll_is_none_and_a_small_count_of_a_day_is() -> None:
    toll = told(
        "At least 60 people have been shot dead", kind="occ.tally",
        counts=(Count("60", 60, "people_killed"),), when=MONDAY,
    )  # fmt: skip
    incident = told(
        "Guards shot dead 3 boatmen on Monday", kind="occ.tally",
        counts=(Count("3", 3, "people_killed"),), when=MONDAY,
    )  # fmt: skip
    assert words(toll, incident) == ["Guards shot dead 3 boatmen on Monday"]


def test_lines_come_by_day_and_rank_by_weight() -> None:
    minor = told("Protests spread on 5 April", when=day("2031-04-05", "on 5 April"))
    major = told("An earthquake struck Selden on Monday", when=MONDAY, place="Selden")
    assert [(line.kind, line.rank) for line in lines_of(major, minor)] == [
        ("protest", 2),
        ("earthquake", 1),
    ]


def test_more_origins_weigh_more_than_more_reports_of_one() -> None:
    readings = [
        report(f"{name}: Guards fired on a crowd.", Said("Guards fired on a crowd"), publisher=name)
        for name in ("Herald", "Post", "Wire")
    ]
    told_by = [(one.statements[0], one.document.publisher or "") for one in readings]
    statements = {one.statements[0].id: one.statements[0] for one in readings}
    many = group_of(*told_by, when=MONDAY)
    same = group_of(*((one, "wire") for one, _ in told_by), when=MONDAY)
    (three,) = event_lines([many], readings, statements)
    (one,) = event_lines([same], readings, statements)
    assert three.points > one.points
    assert {ground.name for ground in three.salience} >= {"kind", "origins"}


def test_the_line_shows_the_statement_that_gives_the_day() -> None:
    early = report("Herald: after a dam burst.", Said("after a dam burst"), publisher="Herald")
    dated = report(
        "Post: A dam burst above Selden on Monday.",
        Said("A dam burst above Selden on Monday", when=MONDAY), publisher="Post",
    )  # fmt: skip
    group = group_of((early.statements[0], "herald"), (dated.statements[0], "post"), when=MONDAY)
    statements = {one.statements[0].id: one.statements[0] for one in (early, dated)}
    (line,) = event_lines([group], [early, dated], statements)
    assert line.lead == dated.statements[0]


def test_days_that_reports_state_are_counted_by_origin() -> None:
    def dam(publisher: str, words: str, when: When) -> Reading:
        text = f"{words}, {publisher} says"
        return report(f"{text}.", Said(text, when=when), publisher=publisher)

    readings = [
        dam("Herald", "A dam burst on Monday", MONDAY),
        dam("Post", "The dam broke on Monday", MONDAY),
        dam("Wire", "The dam failed on Sunday", day("2031-04-06", "on Sunday")),
    ]
    told_by = [(one.statements[0], one.document.publisher or "") for one in readings]
    statements = {one.id: one for one, _ in told_by}
    (line,) = event_lines([group_of(*told_by, when=MONDAY)], readings, statements)
    assert line.days == (("2031-04-07", 2), ("2031-04-06", 1))


def test_what_happened_long_before_every_report_of_it_is_background() -> None:
    (old,) = lines_of(
        told("An earthquake struck Selden on 2 June 2029", when=day("2029-06-02", "on 2 June 2029"))
    )
    (new,) = lines_of(told("An earthquake struck Selden on Monday", when=MONDAY))
    assert old.background
    assert not new.background


def test_a_stretch_of_more_than_a_month_places_nothing() -> None:
    assert words(told("Guards shot the striking miners in 2030", when=day("2030", "in 2030"))) == []


def crisis(*more: Reading) -> tuple[Reading, ...]:
    readings = [
        told(
            f"Floods hit Port Orlan in Velmara, day {number}",
            date=f"2031-04-{number:02}",
            when=MONDAY,
        )
        for number in range(8, 17)
    ]
    return (*readings, *more)


def test_reports_share_a_focus_only_where_they_are_many() -> None:
    assert focus_of(crisis()).names >= {"port", "velm"}
    assert focus_of(crisis()[:3]).names == frozenset()


def test_reports_of_several_crises_have_no_focus_and_no_background_by_place() -> None:
    readings = [
        report(f"Thieves kidnapped a banker in {town} on Monday.",
               Said(f"Thieves kidnapped a banker in {town} on Monday", when=MONDAY), publisher=town)
        for town in "Orlan Selden Corrow Harrow Velm Tarn Ister Quill Marrow Beck".split()
    ]  # fmt: skip
    own = {town[:4].casefold() for town in "Orlan Selden Corrow Harrow".split()}
    assert not focus_of(readings).names & own
    assert not any(line.background for line in lines_of(*readings))


def test_what_no_other_report_looks_at_is_background() -> None:
    other = report(
        "Thieves kidnapped a banker in Harrowgate on Monday.",
        Said("Thieves kidnapped a banker in Harrowgate on Monday", when=MONDAY),
        publisher="Gazette",
    )
    lines = {line.kind: line for line in lines_of(*crisis(other))}
    assert lines["abduction"].background == "names nothing that most reports name"
    assert not lines["flood"].background


def test_no_readings_no_lines() -> None:
    assert event_lines([], [], {}) == ()
