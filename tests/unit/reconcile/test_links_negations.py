"""What one says happened and another did not."""

from __future__ import annotations

import pytest
from tests.unit.reconcile.reports import Said, day, report

from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act
from onrecord.domain.when import When
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.links import find_links, link_items

HIT = Act("PLOVER", "ASSAULT")
MONDAY = day("2031-04-07", "Monday")


def links(*readings: Reading) -> tuple[Link, ...]:
    items = [item for reading in readings for item in link_items(reading)]
    return find_links(items, lineages=group_lineages(readings))


def told(
    words: str,
    *,
    by: str,
    date: str = "2031-04-08",
    when: When | None = None,
    negative: bool = False,
) -> Reading:
    said = Said(
        words,
        speaker=by,
        act=HIT,
        when=when,
        value="CT-" if negative else "CT+",
        aux=("negation",) if negative else (),
    )
    return report(f"{by.capitalize()} said: {words}.", said, publisher=f"Paper of {by}", date=date)


YES = told("Two missiles hit the power plant of Quorum", by="the governor", when=MONDAY)


def test_of_one_day_the_two_contradict() -> None:
    no = told(
        "No missiles hit the power plant of Quorum", by="the director", when=MONDAY, negative=True
    )
    (link,) = links(YES, no)
    assert (link.kind, link.subtype) == ("contradicts", "negation")
    assert "No missiles hit" in link.reason


def test_of_days_not_stated_it_is_a_tension() -> None:
    no = told("No missiles hit the power plant of Quorum", by="the director", negative=True)
    assert [(link.kind, link.subtype) for link in links(YES, no)] == [("tension", "negation")]


def test_what_had_not_happened_and_now_has_is_an_update() -> None:
    no = told("Missiles have not hit the power plant of Quorum", by="the director", negative=True)
    yes = told("Missiles hit the power plant of Quorum", by="the governor", date="2031-04-11")
    (link,) = links(no, yes)
    assert (link.kind, link.from_id) == ("updates", yes.statements[0].id)


@pytest.mark.parametrize(
    ("words", "when", "date"),
    [
        ("No missiles hit the bridge of Tessany", None, "2031-04-08"),
        ("No missiles hit the power plant of Quorum", day("2031-04-05", "Saturday"), "2031-04-08"),
        ("No missiles hit the power plant of Quorum", None, "2031-06-08"),
        ("No missiles have hit the power plant of Quorum since", None, "2031-04-08"),
    ],
    ids=["another place", "another day", "months later", "another stretch of time"],
)
def test_other_negations_are_not_linked(words: str, when: When | None, date: str) -> None:
    no = told(words, by="the director", when=when, date=date, negative=True)
    assert links(YES, no) == ()
