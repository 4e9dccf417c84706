"""Statuses of one instrument, and voices that give the law another reach."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.reconcile.reports import Said, day, report

from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Coding
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.links import find_links, link_items


def links(*readings: Reading) -> tuple[Link, ...]:
    items = [item for reading in readings for item in link_items(reading)]
    return find_links(items, lineages=group_lineages(readings))


def law(words: str, coding: Coding, *, speaker: str = "", on: str = "", date: str) -> Reading:
    said = Said(words, "law.instrument", speaker=speaker, when=day(on, "that day") if on else None)
    reading = report(f"{words}.", said, publisher=f"Paper of {date}", date=date)
    statements = tuple(replace(one, authority=(coding,)) for one in reading.statements)
    return replace(reading, statements=statements)


def test_a_later_status_of_one_instrument_updates_the_earlier() -> None:
    proposed = law(
        "A motion on strikes lies before the Assembly of Velmara",
        Coding("LEG_LIMIT", status="proposed"),
        date="2031-04-08",
    )
    failed = law(
        "The Assembly of Velmara voted the motion down",
        Coding("LEG_LIMIT", status="failed"),
        date="2031-04-29",
    )
    (link,) = links(proposed, failed)
    assert (link.kind, link.from_id) == ("updates", failed.statements[0].id)
    assert "proposed and is failed" in link.reason


def test_another_instrument_or_another_body_is_no_update() -> None:
    proposed = law(
        "A motion on strikes lies before the Assembly of Velmara",
        Coding("LEG_LIMIT", status="proposed"),
        date="2031-04-08",
    )
    decree = law(
        "The decree of Velmara has expired",
        Coding("EMERGENCY", status="expired"),
        date="2031-04-29",
    )
    elsewhere = law(
        "The parliament of Norrast voted a motion down",
        Coding("LEG_LIMIT", status="failed"),
        date="2031-04-29",
    )
    assert links(proposed, decree) == ()
    assert links(proposed, elsewhere) == ()


def test_two_voices_on_the_reach_of_the_law_are_a_tension_of_scope() -> None:
    covers = law(
        "The opinion covers strikes on land, Velmara says",
        Coding("EXEC_OPINION", "confers", domain="land"),
        speaker="the government of Velmara",
        date="2031-04-08",
    )
    not_at_all = law(
        "There is no legal basis for strikes on land by Velmara",
        Coding(None, "does_not_confer", domain="land"),
        speaker="two officials",
        date="2031-04-29",
    )
    at_sea = law(
        "The opinion of Velmara does not cover strikes at sea",
        Coding("EXEC_OPINION", "does_not_confer", domain="high_seas"),
        speaker="two officials",
        date="2031-04-29",
    )
    (link,) = links(covers, not_at_all)
    assert (link.kind, link.subtype) == ("tension", "scope")
    assert links(covers, at_sea) == ()
