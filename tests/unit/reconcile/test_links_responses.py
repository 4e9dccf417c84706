"""What followed what, where the words say so."""

from __future__ import annotations

import pytest
from tests.unit.reconcile.reports import Count, Said, report

from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.links import find_links, link_items

BLAST = Said(
    "40 people were killed in the explosion in Tessany",
    "occ.tally",
    (Count("40 people", 40, "people_killed"),),
)
CALL_UP = Said("Norrast has called up reservists near Tessany", actor="Norrast")


def responses(*readings: Reading) -> list[Link]:
    items = [item for reading in readings for item in link_items(reading)]
    links = find_links(items, lineages=group_lineages(readings))
    return [link for link in links if link.kind == "followed_by"]


def test_a_response_told_in_the_next_sentence_is_that_of_the_step_before() -> None:
    cue = Said("It describes the step as a response to the explosion", "jdg.assessment")
    one = report(f"{BLAST.words}. {CALL_UP.words}. {cue.words}.", BLAST, CALL_UP, cue)
    (link,) = responses(one)
    assert (link.from_id, link.to_id) == (one.statements[1].id, one.statements[0].id)
    assert "as a response to the explosion" in link.reason


@pytest.mark.parametrize(
    "words",
    [
        "Norrast closed its border in response to the explosion in Tessany",
        "Norrast closed its border hours after the blast in Tessany",
        "Norrast retaliated for the explosion in Tessany with a closed border",
    ],
)
def test_a_response_to_what_another_report_tells(words: str) -> None:
    told = report(f"{BLAST.words}.", BLAST, publisher="Wire", date="2031-04-08")
    answer = report(f"{words}.", Said(words, actor="Norrast"), publisher="Post", date="2031-04-09")
    (link,) = responses(told, answer)
    assert (link.from_id, link.to_id) == (answer.statements[0].id, told.statements[0].id)


@pytest.mark.parametrize(
    "words",
    [
        "Norrast closed its border in response to the explosion in Quorum Bay",
        "Norrast closed its border in response to the earthquake in Tessany",
        "Norrast closed its border eight days after the explosion in Tessany",
        "Norrast is weighing a closed border in response to the explosion in Tessany",
    ],
    ids=["another place", "another incident", "only a date", "only a thought"],
)
def test_no_response_is_made_up(words: str) -> None:
    told = report(f"{BLAST.words}.", BLAST, publisher="Wire", date="2031-04-08")
    answer = report(f"{words}.", Said(words, actor="Norrast"), publisher="Post", date="2031-04-09")
    assert responses(told, answer) == []
