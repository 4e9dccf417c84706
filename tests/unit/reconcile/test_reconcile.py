"""The whole stage: versions, lineages, tallies, timeline and links together."""

from __future__ import annotations

from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.reconcile.reconcile import reconcile

TOLL = "At least {} people have been killed in strikes since March."


def edited(number: int) -> Said:
    return Said(
        TOLL.format(number)[:-1],
        "occ.tally",
        (Count(f"At least {number} people", number, "people_killed", "at_least"),),
        when=day("2031-04-08", "since March"),
    )


def test_a_superseded_version_feeds_its_revision_and_nothing_else() -> None:
    first = report(TOLL.format(14), edited(14), key="k", publisher="Herald")
    second = report(
        TOLL.format(11), edited(11), key="k", publisher="Herald", version_of=first.document.id
    )
    result = reconcile([first, second])
    assert result.readings == (second,)
    assert result.superseded == (first,)
    assert [one.quantity.value for tally in result.tallies for one in tally.observations] == [11]
    assert {entry.statement.document for entry in result.timeline} == {second.document.id}
    assert [(one.old, one.new) for one in result.revisions] == [(TOLL.format(14), TOLL.format(11))]
    assert result.lineages == ((second.document.id, "herald"),)


def test_nothing_on_record_gives_nothing() -> None:
    result = reconcile([])
    assert (result.readings, result.tallies, result.timeline, result.links) == ((), (), (), ())


def test_a_report_without_any_statement_is_still_a_lineage() -> None:
    reading = report("Nothing happened.", publisher="Herald")
    assert reconcile([reading]).lineages == ((reading.document.id, "herald"),)
