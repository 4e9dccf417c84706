"""Denials and figures that cannot both hold."""

from __future__ import annotations

from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.links import find_links, link_items
from onrecord.reconcile.tallies import reconcile_tallies

ATTACK = report(
    "The Velmaran navy attacked the fish quay at Port Orlan on Saturday.",
    Said(
        "The Velmaran navy attacked the fish quay at Port Orlan",
        actor="The Velmaran navy",
        recipient="the fish quay",
        when=day("2031-04-12", "Saturday"),
    ),
    publisher="Ilvane Public Radio",
    date="2031-04-13",
)


def denial(words: str, *, speaker: str, date: str = "2031-04-14") -> Reading:
    return report(
        f"{speaker} denied that {words}.",
        Said(words, "say.deny", speaker=speaker, cue="denied", value="CT-"),
        publisher="Herald",
        date=date,
    )


def denials(*readings: Reading) -> tuple[Link, ...]:
    items = [item for reading in readings for item in link_items(reading)]
    return find_links(items, lineages=group_lineages(readings))


def test_a_denial_by_the_accused_party_is_linked_to_what_it_denies() -> None:
    denied = denial("its ships had attacked the quay", speaker="A spokesman for Velmara")
    (link,) = denials(ATTACK, denied)
    assert (link.kind, link.from_id, link.to_id) == (
        "denies",
        denied.statements[0].id,
        ATTACK.statements[0].id,
    )
    assert link.independence == "different_lineage"
    assert "attacked the fish quay" in link.reason


def test_a_denial_by_another_party_is_linked_to_nothing() -> None:
    assert denials(ATTACK, denial("its ships had attacked the quay", speaker="Norrast")) == ()


def test_a_denial_of_something_else_is_linked_to_nothing() -> None:
    assert (
        denials(ATTACK, denial("grain prices had risen", speaker="A spokesman for Velmara")) == ()
    )


def test_blame_is_denied_by_the_one_it_is_laid_on() -> None:
    blame = report(
        "The premier of Ilvane blamed Velmara for the blast at Port Orlan.",
        Said(
            "The premier of Ilvane blamed Velmara for the blast at Port Orlan",
            "say.accuse",
            speaker="The premier of Ilvane",
            actor="The premier of Ilvane",
        ),
        publisher="Ilvane Public Radio",
        date="2031-04-13",
    )
    denied = denial("it had any part in the explosion", speaker="Velmara")
    (link,) = denials(blame, denied)
    assert link.to_id == blame.statements[0].id
    assert denials(blame, denial("it had any part in the explosion", speaker="Norrast")) == ()


def test_the_denier_is_whom_the_words_call_so_not_the_paper_that_quotes_them() -> None:
    words = "Velmara denies attacking the fish quay"
    quoted = report(
        f"{words}.",
        Said(words, "say.deny", speaker="Herald", actor="Velmara", value="CT-"),
        publisher="Herald",
        date="2031-04-14",
    )
    assert [link.kind for link in denials(ATTACK, quoted)] == ["denies"]


def test_what_stands_around_a_denial_is_not_denied() -> None:
    words = "Velmara denied a shortage of bread after the navy attacked the fish quay"
    aside = report(
        f"{words}.",
        Said(words, "say.deny", actor="Velmara", value="CT-"),
        publisher="Herald",
        date="2031-04-14",
    )
    assert denials(ATTACK, aside) == ()


def test_a_denial_does_not_answer_what_happened_after_it() -> None:
    early = denial("its ships had attacked the quay", speaker="Velmara", date="2031-04-02")
    assert denials(ATTACK, early) == ()


def test_a_refusal_to_comment_denies_nothing() -> None:
    text = "Velmara declined to comment on the attack on the quay."
    refusal = report(text, Said(text[:-1], "say.decline", speaker="Velmara", cue="declined"))
    assert denials(ATTACK, refusal) == ()


def count(value: int, *, speaker: str, date: str = "2031-04-14", at_least: bool = False) -> Reading:
    words = f"the number of people killed in Port Orlan is {value}"
    counts = (Count(str(value), value, "people_killed", "at_least" if at_least else "exact"),)
    return report(
        f"{speaker} said {words}.",
        Said(words, "say.report", counts, speaker=speaker, place="Port Orlan"),
        publisher=f"The paper of {speaker}",
        date=date,
    )


def numeric(*readings: Reading) -> tuple[Link, ...]:
    lineages = group_lineages(readings)
    links = find_links((), lineages=lineages, tallies=reconcile_tallies(readings, lineages))
    return tuple(link for link in links if link.kind == "tension")


def test_two_figures_for_one_day_that_cannot_both_hold_are_a_tension() -> None:
    (link,) = numeric(count(36, speaker="the union"), count(33, speaker="the ministry"))
    assert (link.kind, link.subtype) == ("tension", "numeric")
    assert "«33»" in link.reason
    assert "«36»" in link.reason


def test_two_lower_bounds_for_one_day_are_no_conflict() -> None:
    assert numeric(
        count(36, speaker="the union", at_least=True), count(40, speaker="the ministry", at_least=True)
    ) == ()  # fmt: skip


def test_a_rounded_figure_excludes_nothing() -> None:
    assert numeric(
        count(12_400, speaker="the union", at_least=True), count(12_000, speaker="the ministry")
    ) == ()  # fmt: skip


def test_a_fall_between_voices_is_a_tension_and_a_rise_is_not() -> None:
    fall = numeric(
        count(38, speaker="the union"), count(33, speaker="the ministry", date="2031-04-24")
    )
    assert len(fall) == 1
    rise = numeric(
        count(33, speaker="the ministry"), count(38, speaker="the union", date="2031-04-24")
    )
    assert rise == ()


def test_a_figure_that_a_voice_lowers_stands_against_the_newest_of_another_voice() -> None:
    readings = (
        count(40, speaker="the ministry", date="2031-04-14", at_least=True),
        count(38, speaker="the union", date="2031-04-18"),
        count(33, speaker="the ministry", date="2031-04-24"),
    )
    reasons = [link.reason for link in numeric(*readings)]
    assert any("«38» and «33»" in reason for reason in reasons)
