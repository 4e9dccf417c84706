"""What was taken back, where it can be told."""

from __future__ import annotations

from tests.unit.reconcile.reports import Count, Said, report

from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.links import find_links, link_items


def retractions(*readings: Reading) -> list[Link]:
    items = [item for reading in readings for item in link_items(reading)]
    links = find_links(items, lineages=group_lineages(readings))
    return [link for link in links if link.kind == "retracts"]


CLAIM = report(
    "The ministry of Norrast said 40 sailors had drowned in the harbour.",
    Said(
        "40 sailors had drowned in the harbour",
        "say.report",
        (Count("40 sailors", 40, "people_killed"),),
        speaker="The ministry of Norrast",
        cue="said",
    ),
    publisher="Herald",
    date="2031-04-08",
)


def withdrawal(words: str, *, actor: str, date: str = "2031-04-10") -> Reading:
    return report(f"{words}.", Said(words, actor=actor), publisher="Wire", date=date)


def test_a_withdrawn_figure_is_linked_to_the_statement_that_gave_it() -> None:
    taken = withdrawal(
        "The ministry of Norrast withdrew its figure of 40 drowned sailors",
        actor="The ministry of Norrast",
    )
    (link,) = retractions(CLAIM, taken)
    assert (link.from_id, link.to_id) == (taken.statements[0].id, CLAIM.statements[0].id)


def test_nothing_is_linked_where_another_voice_or_another_matter_is_taken_back() -> None:
    other = withdrawal(
        "The union of Velmara withdrew its figure of 40 drowned sailors",
        actor="The union of Velmara",
    )
    matter = withdrawal("The ministry of Norrast withdrew its report on prices", actor="Norrast")
    before = withdrawal(
        "The ministry of Norrast withdrew its figure of 40 drowned sailors",
        actor="The ministry of Norrast",
        date="2031-04-02",
    )
    assert retractions(CLAIM, other) == []
    assert retractions(CLAIM, matter) == []
    assert retractions(CLAIM, before) == []


def test_where_two_statements_fit_alike_none_is_linked() -> None:
    second = report(
        "The ministry of Norrast said 40 sailors were missing in the harbour.",
        Said(
            "40 sailors were missing in the harbour",
            "say.report",
            speaker="The ministry of Norrast",
        ),
        publisher="Post",
        date="2031-04-08",
    )
    taken = withdrawal(
        "The ministry of Norrast withdrew its statement on the 40 sailors",
        actor="The ministry of Norrast",
    )
    assert retractions(CLAIM, second, taken) == []


def test_a_correction_of_an_outlet_takes_back_what_it_printed_itself() -> None:
    printed = report(
        "Fire destroyed 14 boats in Tessany.",
        Said("Fire destroyed 14 boats in Tessany"),
        publisher="Norrast Chronicle",
        date="2031-04-08",
    )
    note = report(
        "Correction: an earlier version of this article said that fire destroyed 14 boats.",
        Said("an earlier version of this article said that fire destroyed 14 boats"),
        publisher="Norrast Chronicle",
        date="2031-04-09",
    )
    (link,) = retractions(printed, note)
    assert link.to_id == printed.statements[0].id
    elsewhere = report(
        "Fire destroyed 14 boats in Tessany.",
        Said("Fire destroyed 14 boats in Tessany"),
        publisher="Wire",
        date="2031-04-08",
    )
    assert retractions(elsewhere, note) == []
