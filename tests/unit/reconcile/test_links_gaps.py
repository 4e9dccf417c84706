"""A place given, and the word that nobody knows where."""

from __future__ import annotations

from tests.unit.reconcile.reports import Said, report

from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.links import find_links, link_items

ATTACK = Act("PLOVER", "ASSAULT")
STATED = Said(
    "a first attack on Velmaran soil",
    "say.confirm",
    speaker="President Aldane",
    identity="named_person",
    act=ATTACK,
)
OPEN = Said(
    "It is unclear exactly where the depot that Aldane spoke of is located", "meta.gap", value="Uu"
)


def links(*readings: Reading) -> tuple[Link, ...]:
    items = [item for reading in readings for item in link_items(reading)]
    return find_links(items, lineages=group_lineages(readings))


def test_a_place_given_by_the_one_the_gap_names_is_in_tension_with_it() -> None:
    both = report(f"President Aldane confirmed {STATED.words}. {OPEN.words}.", STATED, OPEN)
    (link,) = links(both)
    assert (link.kind, link.subtype) == ("tension", "specificity")
    assert (link.from_id, link.to_id) == (both.statements[1].id, both.statements[0].id)
    assert "«on Velmaran soil»" in link.reason


def test_a_gap_that_names_nobody_is_linked_to_nothing_in_its_report() -> None:
    gap = Said("It is unclear exactly where the depot is located", "meta.gap", value="Uu")
    both = report(f"President Aldane confirmed {STATED.words}. {gap.words}.", STATED, gap)
    assert links(both) == ()


def test_a_gap_in_another_report_must_share_the_matter() -> None:
    fire = Said("Velmaran jets attacked a fuel depot near Tessany", act=ATTACK)
    stated = report(f"{fire.words}.", fire, publisher="Wire")
    same = Said(
        "It was not clear where near Tessany the fuel depot is located", "meta.gap", value="Uu"
    )
    other = Said(
        "It was not clear where near Tessany the schools are located", "meta.gap", value="Uu"
    )
    asked = report(f"{same.words}.", same, publisher="Herald", date="2031-04-09")
    assert [link.subtype for link in links(stated, asked)] == ["specificity"]
    assert links(stated, report(f"{other.words}.", other, publisher="Herald")) == ()
