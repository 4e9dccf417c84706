"""Links among statements of several reports: found whatever the order, and again the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Count, Said, day, report, since

from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.links import find_links, link_items
from onrecord.reconcile.tallies import reconcile_tallies

ATTACK = Act("PLOVER", "ASSAULT")


def links(*readings: Reading) -> tuple[Link, ...]:
    lineages = group_lineages(readings)
    items = [item for reading in readings for item in link_items(reading)]
    tallies = reconcile_tallies(readings, lineages)
    return find_links(items, lineages=lineages, tallies=tallies)


def kinds(*readings: Reading) -> list[tuple[str, str]]:
    return [(link.kind, link.subtype) for link in links(*readings)]


THREAT = report(
    "Norrasti forces will soon bomb the depots of Tessany, the minister said.",
    Said(
        "Norrasti forces will soon bomb the depots of Tessany",
        "say.threat",
        speaker="the minister",
        actor="Norrasti forces",
        aux=("future",),
    ),
    publisher="Herald",
    date="2031-04-02",
)
DEED = report(
    "Norrasti jets attacked a depot in Tessany on Friday, a major escalation of the campaign.",
    Said(
        "Norrasti jets attacked a depot in Tessany on Friday",
        actor="Norrasti jets",
        act=ATTACK,
        when=day("2031-04-11", "Friday"),
    ),
    Said("a major escalation of the campaign", "jdg.assessment"),
    publisher="Wire",
    date="2031-04-12",
)
WEIGHED = report(
    "Norrast took a symbolic, escalatory step in the campaign against Tessany.",
    Said("Norrast took a symbolic, escalatory step in the campaign", actor="Norrast"),
    publisher="Review",
    date="2031-04-14",
)
DENIAL = report(
    "Norrast denied that it had attacked a depot.",
    Said("it had attacked a depot", "say.deny", speaker="Norrast", cue="denied", value="CT-"),
    publisher="Chronicle",
    date="2031-04-13",
)
ALL = (THREAT, DEED, WEIGHED, DENIAL)


def test_each_relation_is_found() -> None:
    assert kinds(*ALL) == [("denies", "negation"), ("fulfils", ""), ("tension", "evaluation")]


@settings(max_examples=20)
@given(st.permutations(ALL))
def test_the_order_of_arrival_changes_nothing(readings: list[Reading]) -> None:
    assert links(*readings) == links(*ALL)


def test_a_link_depends_on_nothing_but_what_shares_a_key_with_its_asker() -> None:
    lineages = group_lineages(ALL)
    items = [item for reading in ALL for item in link_items(reading)]
    whole = set(find_links(items, lineages=lineages))
    found: set[Link] = set()
    for asker in items:
        if asker.asks:
            around = [item for item in items if set(item.keys) & set(asker.keys)]
            found |= set(find_links(around, lineages=lineages, asking=[asker]))
    assert found == whole


def test_evaluations_by_one_speaker_or_in_one_report_are_no_tension() -> None:
    text = "A major escalation of the campaign in Tessany. A symbolic escalation of the campaign in Tessany."
    both = report(
        text,
        Said("A major escalation of the campaign in Tessany", "jdg.assessment"),
        Said("A symbolic escalation of the campaign in Tessany", "jdg.assessment"),
        publisher="Review",
    )
    assert kinds(both) == []


def test_evaluations_of_two_things_are_no_tension() -> None:
    other = report(
        "Quorum Bay saw a symbolic change of the flag of its harbour.",
        Said("Quorum Bay saw a symbolic change of the flag of its harbour"),
        publisher="Review",
        date="2031-04-14",
    )
    assert kinds(DEED, other) == []


def killed(
    words: str, value: int, *, date: str, publisher: str, speaker: str = "", low: bool = False
) -> Reading:
    said = f"{words} people have been killed in strikes since March"
    return report(
        f"{said}.",
        Said(
            said,
            "occ.tally",
            (
                Count(
                    f"{words} people",
                    value,
                    "people_killed",
                    "at_least" if low else "exact",
                    window=since("2031-03", "since March"),
                ),
            ),
            speaker=speaker,
        ),
        publisher=publisher,
        date=date,
    )


def test_a_later_figure_of_the_same_count_updates_the_earlier() -> None:
    was = killed("at least 61", 61, date="2031-04-08", publisher="Herald", low=True)
    now = killed("at least 72", 72, date="2031-04-19", publisher="Wire", low=True)
    (link,) = links(was, now)
    assert (link.kind, link.subtype, link.from_id) == ("updates", "numeric", now.statements[0].id)
    assert "raises" in link.reason
    assert "«at least 61 people» and «at least 72 people»" in link.reason


def test_a_higher_figure_of_another_voice_updates_nothing() -> None:
    was = killed("61", 61, date="2031-04-08", publisher="Herald", speaker="the union of Tessany")
    now = killed("72", 72, date="2031-04-19", publisher="Wire", speaker="the ministry of Norrast")
    assert kinds(was, now) == []


def test_officials_of_two_origins_are_not_one_voice() -> None:
    was = killed("61", 61, date="2031-04-08", publisher="Herald", speaker="officials")
    now = killed("72", 72, date="2031-04-19", publisher="Wire", speaker="officials")
    assert kinds(was, now) == []


def test_the_same_figure_of_one_voice_repeats_and_of_two_corroborates() -> None:
    first = killed("61", 61, date="2031-04-08", publisher="Herald", speaker="the union of Tessany")
    again = killed("61", 61, date="2031-04-08", publisher="Wire", speaker="the union of Tessany")
    other = killed("61", 61, date="2031-04-08", publisher="Post", speaker="the ministry of Norrast")
    assert kinds(first, again) == [("repeats", "numeric")]
    assert kinds(first, other) == [("corroborates", "numeric")]
