"""Accounts of one event: what they share, add and exclude."""

from __future__ import annotations

from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.domain.event import event_from
from onrecord.domain.grouping import Account, EventGroup
from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act
from onrecord.domain.unknown import Unknown
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.links import find_links

ATTACK = Act("PLOVER", "ASSAULT")


def account(
    words: str,
    *counts: Count,
    publisher: str,
    actor: str = "Norrasti jets",
    place: str = "Tessany",
    date: str = "2031-04-12",
    speaker: str = "",
) -> Reading:
    said = Said(
        words,
        counts=counts,
        actor=actor,
        act=ATTACK,
        place=place,
        when=day("2031-04-11", "Friday"),
        speaker=speaker,
    )
    return report(f"{words}.", said, publisher=publisher, date=date)


def links(*readings: Reading) -> tuple[Link, ...]:
    lineages = group_lineages(readings)
    accounts = tuple(
        Account(
            one.document.id, lineages[one.document.id], tuple(each.id for each in one.statements)
        )
        for one in readings
    )
    told = [each for one in readings for each in one.statements]
    event = event_from(told, act=ATTACK, when=day("2031-04-11"), where=Unknown("not compared"))
    events = [EventGroup(event, accounts)]
    return find_links((), lineages=lineages, events=events, readings=readings)


FIRST = account(
    "Norrasti jets killed 12 people in Tessany on Friday",
    Count("12 people", 12, "people_killed"),
    publisher="Wire",
)


def test_two_origins_corroborate() -> None:
    (link,) = links(
        FIRST,
        account(
            "Twelve people of Tessany were killed by the jets that came from Norrast on Friday",
            Count("Twelve people", 12, "people_killed"),
            publisher="Post",
        ),
    )
    assert (link.kind, link.independence) == ("corroborates", "different_lineage")


def test_one_voice_in_two_papers_repeats_and_does_not_corroborate() -> None:
    first, second = (
        account(words, publisher=publisher, speaker="the mayor of Tessany")
        for words, publisher in (
            ("Norrasti jets killed twelve people on Friday", "Wire"),
            ("Twelve people of the town were killed by jets on Friday", "Post"),
        )
    )
    assert [link.kind for link in links(first, second)] == ["repeats"]


def test_a_sentence_printed_by_two_papers_is_repeated_and_does_not_corroborate() -> None:
    words = "Norrasti jets killed 12 people in Tessany on Friday"
    (link,) = links(
        FIRST, account(words, Count("12 people", 12, "people_killed"), publisher="Post")
    )
    assert (link.kind, link.independence) == ("repeats", "different_lineage")


def test_accounts_that_share_few_words_are_not_linked() -> None:
    other = account("Norrasti jets flew over the bay on Friday", publisher="Post")
    assert links(FIRST, other) == ()


def test_exact_figures_of_one_day_contradict_and_of_two_days_are_a_tension() -> None:
    words = "Norrasti jets killed 15 people in Tessany on Friday"
    same = account(words, Count("15 people", 15, "people_killed"), publisher="Post")
    later = account(
        words, Count("15 people", 15, "people_killed"), publisher="Post", date="2031-04-14"
    )
    assert [(one.kind, one.subtype) for one in links(FIRST, same)] == [("contradicts", "numeric")]
    assert [(one.kind, one.subtype) for one in links(FIRST, later)] == [("tension", "numeric")]


def test_bounds_that_one_number_satisfies_do_not_contradict() -> None:
    loose = account(
        "Norrasti jets killed at least 10 people in Tessany on Friday",
        Count("at least 10 people", 10, "people_killed", "at_least"),
        publisher="Post",
    )
    assert [one.kind for one in links(FIRST, loose)] == ["corroborates"]


def test_a_later_account_that_adds_a_party_or_a_figure_elaborates() -> None:
    bare = account("A fuel depot in Tessany was hit on Friday", publisher="Wire", actor="")
    (party,) = links(
        bare, account("Norrasti jets hit a fuel depot near Tessany on Friday", publisher="Post")
    )
    assert (party.kind, "Norrasti jets" in party.reason) == ("elaborates", True)
    hurt = account(
        "Norrasti jets that killed people in Tessany on Friday also hurt 9 people",
        Count("9 people", 9, "people_injured"),
        publisher="Post",
    )
    (figure,) = links(FIRST, hurt)
    assert (figure.kind, "«9 people»" in figure.reason) == ("elaborates", True)
