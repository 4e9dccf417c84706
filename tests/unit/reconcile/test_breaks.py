"""Figures that are put right, withdrawn or disowned, and what becomes of them on record."""

from __future__ import annotations

import pytest
from tests.unit.reconcile.reports import Count, Said, report

from onrecord.domain.reading import Reading
from onrecord.domain.statement import StatementKind
from onrecord.domain.tally import Observation, Tally
from onrecord.reconcile.breaks import Break, breaks_of, is_own
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.tallies import NONE_STANDS, reconcile_tallies


def told(text: str, *, date: str = "2031-09-17", publisher: str = "Observer") -> Reading:
    """A report whose one statement is its first sentence."""
    sentence = text.split(". ", maxsplit=1)[0].rstrip(".")
    kind: StatementKind = "say.deny" if "den" in sentence else "occ.event"
    return report(text, Said(sentence, kind), date=date, publisher=publisher)


def only(text: str) -> Break:
    (found,) = breaks_of(told(text))
    return found


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("The ministry has revised the number of dead from at least 40 to 33.", (40,), 33),
        ("The office lowered its toll to 3,958 dead from 11,300.", (11_300,), 3_958),
        ("The monitor corrected its previous figure of 61 dead to 59.", (61,), 59),
        ("The ministry cut its toll down to 33 dead.", (), 33),
        ("The death toll of 52 was revised down to 47 on April 12.", (52,), 47),
        ("Twelve days on, the ministry revised the number of dead from 40 to 33.", (40,), 33),
    ],
)
def test_a_revision_names_where_it_starts_and_where_it_ends(
    text: str, old: tuple[int, ...], new: int
) -> None:
    found = only(text)
    assert (found.kind, found.old, found.new) == ("revision", old, new)


def test_a_revision_keeps_the_words_that_give_its_reason() -> None:
    found = only(
        "The ministry revised the number of dead from 40 to 33 after remains were matched."
    )
    assert (found.reason, found.by, found.unit) == (
        "after remains were matched", "The ministry", "people_killed",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The goal is to reduce the number of people killed to 3.",
        "A sergeant was slashed and 2 people were injured.",
        "Boy cut by glass, 2 teens wounded.",
        "The government has not released official figures for the 3,000 dead.",
        "The minister denied that 40 people had been killed.",
        "The union withdrew its 40 members from the talks.",
    ],
)
def test_other_uses_of_the_words_break_nothing(text: str) -> None:
    assert breaks_of(told(text)) == ()


def test_a_denial_of_the_figure_is_told_apart_from_a_denial_of_the_matter() -> None:
    found = only("A spokesman for the Red Lamp denied having issued the figure of 11,300 dead.")
    assert (found.kind, found.old, found.new) == ("denial", (11_300,), None)


def test_that_figure_points_at_the_one_number_of_the_sentence_before() -> None:
    text = "Papers gave a toll of 11,300 dead. The Red Lamp denied having given that figure for the dead."
    said = Said("The Red Lamp denied having given that figure for the dead", "say.deny")
    (found,) = breaks_of(report(text, said))
    assert found.old == (11_300,)


def test_who_is_counted_before_the_clause_is_not_who_denies() -> None:
    text = "The Harbour Monitor counts 3,000 dead, though the ministry denied the figure of 3,000."
    found = only(text)
    assert "Harbour" not in found.by
    assert not is_own("the Harbour Monitor", found.by)


def test_a_spokesman_denies_for_whom_the_sentence_that_brings_him_up_names() -> None:
    first = "A Red Lamp spokesman, Tarik Shol, told the paper that the toll of 11,300 dead was not theirs."
    quote = "We deny having published this figure of 11,300 dead"
    said = Said(quote, "say.deny", speaker="Tarik Shol", identity="named_person", cue="he said")
    (found,) = breaks_of(report(f"{first} {quote}, he said.", said))
    assert is_own("the Velmaran Red Lamp", found.by)
    assert is_own("the Red Lamp", found.by)


def test_what_takes_the_place_of_a_withdrawn_figure_is_not_withdrawn() -> None:
    found = only("The Aid Office has retracted its figure of 11,300 deaths and now cites 3,958.")
    assert (found.kind, found.old) == ("withdrawal", (11_300,))


def test_never_having_issued_a_figure_is_a_denial_though_it_is_negated() -> None:
    text = "The Red Lamp said that it never issued the figure of 11,300 dead."
    said = Said(text[:-1], "say.report", speaker="The Red Lamp", aux=("negation",), value="CT-")
    (found,) = breaks_of(report(text, said))
    assert (found.kind, is_own("the Red Lamp", found.by)) == ("denial", True)


@pytest.mark.parametrize(
    ("issuer", "by", "own"),
    [
        ("the Velmaran Red Lamp", "A spokesman for the Velmaran Red Lamp, Tarik Shol,", True),
        ("Red Lamp secretary-general Ilan Dresse", "A spokesman for the Velmaran Red Lamp", True),
        ("the ministry of health of Ilvane", "The Ministry of Health of Ilvane has", True),
        ("Velmaran officials", "A spokesman for the Velmaran Red Lamp", False),
        ("the union", "The ministry", False),
        ("Harbour Monitor", "The Velmaran government", False),
        ("officials", "Officials", False),
    ],
)
def test_a_figure_is_denied_by_its_own_issuer_only(issuer: str, by: str, own: bool) -> None:
    assert is_own(issuer, by) is own


def flood(number: str, value: int, *, date: str, speaker: str, publisher: str) -> Reading:
    text = f"The toll of the floods in Velmara stands at {number}, {speaker} said."
    words = f"The toll of the floods in Velmara stands at {number}"
    said = Said(
        words,
        "occ.tally",
        (Count(number, value, "people_killed"),),
        speaker=speaker,
        place="Velmara",
    )
    return report(text, said, date=date, publisher=publisher)


LAMP = flood("11,300", 11_300, date="2031-09-14", speaker="the Red Lamp", publisher="Herald")
OFFICE = flood("11,300", 11_300, date="2031-09-16", speaker="the Aid Office", publisher="Radio")
LOWERED = flood("3,958", 3_958, date="2031-09-17", speaker="the Aid Office", publisher="Tribune")
DENIAL = told("A spokesman for the Red Lamp denied having issued the figure of 11,300 deaths.")
REVISED = told("The Aid Office revised its toll of the floods from 11,300 to 3,958 dead.")


def tally_of(*readings: Reading) -> Tally:
    (tally,) = reconcile_tallies(readings, group_lineages(readings))
    return tally


def standing(tally: Tally) -> list[tuple[object, str, str]]:
    return [(one.issuer, one.standing, one.against) for one in tally.observations]


def test_a_figure_that_its_issuer_disowns_stays_on_record_and_bounds_nothing() -> None:
    tally = tally_of(LAMP, DENIAL)
    assert standing(tally) == [("the Red Lamp", "denied", DENIAL.statements[0].id)]
    assert (tally.derived.rule, tally.derived.low, tally.derived.high) == (NONE_STANDS, None, None)


def test_the_same_figure_by_another_issuer_stands_until_that_issuer_revises_it() -> None:
    tally = tally_of(LAMP, OFFICE, DENIAL)
    assert [one[1] for one in standing(tally)] == ["denied", "stands"]
    assert tally.derived.best == 11_300
    revised = tally_of(LAMP, OFFICE, LOWERED, DENIAL, REVISED)
    (step,) = revised.steps
    assert (step.kind, step.cited) == ("revision", (REVISED.statements[0].id,))
    assert revised.derived.best == 3_958


def test_a_withdrawn_figure_falls_away_and_what_the_issuer_says_later_does_not() -> None:
    text = "The Aid Office withdrew the figure of 11,300 deaths."
    withdrawn = told(text, date="2031-09-18")
    later = flood("11,300", 11_300, date="2031-09-25", speaker="the Aid Office", publisher="Radio")
    tally = tally_of(OFFICE, later, withdrawn)
    assert [one[1] for one in standing(tally)] == ["withdrawn", "stands"]


def test_a_revision_between_lineages_is_cited_when_it_names_both_figures() -> None:
    named = told("The world body revised the toll of the floods from 11,300 to 3,958 dead.")
    (step,) = tally_of(LAMP, LOWERED, named).steps
    assert step.kind == "revision"
    unnamed = told("The world body revised the toll of the floods down to 3,958 dead.")
    (step,) = tally_of(LAMP, LOWERED, unnamed).steps
    assert step.kind == "disagreement"


def test_an_observation_stands_unless_said_otherwise() -> None:
    assert {one.standing for one in tally_of(LAMP, OFFICE).observations} == {"stands"}
    assert Observation.__dataclass_fields__["against"].default == ""
