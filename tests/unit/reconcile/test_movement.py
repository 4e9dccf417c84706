"""Why a count moved, and which tallies are parts of others."""

from __future__ import annotations

import pytest
from tests.unit.reconcile.reports import Count, Said, report

from onrecord.domain.reading import Reading
from onrecord.domain.tally import Tally
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.movement import why_moved, why_wider
from onrecord.reconcile.tallies import counts_of, reconcile_tallies
from onrecord.reconcile.tally_relations import parts_of


def toll(number: str, value: int, *, date: str, speaker: str, place: str = "Selden") -> Reading:
    words = f"the toll of the floods in {place} has risen to {number}"
    text = f"On Monday {words}, {speaker} said."
    said = Said(
        words,
        "occ.tally",
        (Count(number, value, "people_killed"),),
        speaker=speaker,
        place=place,
    )
    return report(text, said, date=date, publisher=f"{speaker} Post {date}")


FIRST = toll("36", 36, date="2031-04-13", speaker="the union")
SECOND = toll("41", 41, date="2031-04-20", speaker="the union")
OTHER = toll("52", 52, date="2031-04-24", speaker="the ministry")
FALL = toll("33", 33, date="2031-04-28", speaker="the ministry")
TEXT = "The ministry revised the toll from 52 to 33 dead after remains were matched."
REVISED = report(TEXT, Said(TEXT[:-1], "occ.event"), date="2031-04-28", publisher="Herald")


def tallies_of(*readings: Reading) -> tuple[Tally, ...]:
    return reconcile_tallies(readings, group_lineages(readings))


def tally_of(*readings: Reading) -> Tally:
    (tally,) = tallies_of(*readings)
    return tally


def kinds(*readings: Reading) -> list[str]:
    tally = tally_of(*readings)
    return [why_moved(tally, step).kind for step in tally.steps]


def test_a_rise_is_by_the_same_issuer_or_by_another() -> None:
    assert kinds(FIRST, SECOND) == ["same_issuer"]
    assert kinds(FIRST, OTHER) == ["another_issuer"]
    movement = why_moved(tally_of(FIRST, SECOND), tally_of(FIRST, SECOND).steps[0])
    assert movement.statements == (FIRST.statements[0].id, SECOND.statements[0].id)
    assert movement.reason == "the union counted more"


def test_a_fall_of_one_issuer_is_told_with_the_words_that_give_its_reason() -> None:
    tally = tally_of(OTHER, FALL, REVISED)
    movement = why_moved(tally, tally.steps[0], counts_of(REVISED).breaks)
    assert (movement.kind, movement.words) == ("revision", "after remains were matched")
    assert movement.statements[-1] == REVISED.statements[0].id


def test_a_fall_that_nobody_explains_is_not_explained_by_us() -> None:
    tally = tally_of(OTHER, FALL)
    movement = why_moved(tally, tally.steps[0])
    assert (movement.kind, movement.words) == ("unexplained", "")


def test_a_step_of_another_tally_is_refused() -> None:
    step = tally_of(FIRST, SECOND).steps[0]
    with pytest.raises(ValueError, match="does not lie between"):
        why_moved(tally_of(OTHER), step)


def test_a_part_is_tied_to_its_whole_and_explains_a_higher_figure() -> None:
    east = toll("20", 20, date="2031-04-20", speaker="the union", place="East Velmara")
    whole = toll("52", 52, date="2031-04-21", speaker="the union", place="Velmara")
    tallies = tallies_of(east, whole)
    by_area = {tally.scope.area: tally for tally in tallies}
    (part,) = parts_of(tallies)
    assert (part.part, part.whole) == (by_area["East Velmara"].id, by_area["Velmara"].id)
    small, large = by_area["East Velmara"], by_area["Velmara"]
    movement = why_wider((small.scope, small.observations[0]), (large.scope, large.observations[0]))
    assert (movement.kind, movement.reason) == (
        "scope", "more is counted: East Velmara is a part of Velmara",
    )  # fmt: skip


def test_counts_of_other_kinds_or_places_are_no_parts() -> None:
    elsewhere = toll("20", 20, date="2031-04-20", speaker="the union", place="Corrow")
    assert parts_of(tallies_of(FIRST, elsewhere)) == ()
