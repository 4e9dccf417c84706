"""A threat or a promise, and the later report that it came about."""

from __future__ import annotations

import pytest
from tests.unit.reconcile.reports import Said, day, report

from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act, Aux
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.links import find_links, link_items

ATTACK = Act("PLOVER", "ASSAULT")


def fulfilments(*readings: Reading) -> list[Link]:
    items = [item for reading in readings for item in link_items(reading)]
    links = find_links(items, lineages=group_lineages(readings))
    return [link for link in links if link.kind == "fulfils"]


def threat(
    words: str = "Velmaran forces will soon bomb the depots of Tessany",
    *,
    actor: str = "Velmaran forces",
    date: str = "2031-04-02",
    aux: Aux = "future",
) -> Reading:
    return report(
        f"The president of Velmara said that {words}.",
        Said(
            words,
            "say.threat",
            speaker="The president of Velmara",
            cue="said",
            actor=actor,
            aux=(aux,),
        ),
        publisher="Herald",
        date=date,
    )


def deed(
    words: str = "Velmaran jets attacked a depot in Tessany on Friday",
    *,
    actor: str = "Velmaran jets",
    act: Act | None = ATTACK,
    on: str = "2031-04-11",
    date: str = "2031-04-12",
) -> Reading:
    return report(
        f"{words}.",
        Said(words, actor=actor, act=act, when=day(on, "Friday")),
        publisher="Wire",
        date=date,
    )


def test_a_threat_is_met_by_a_later_deed_of_the_same_party_and_place() -> None:
    said, done = threat(), deed()
    (link,) = fulfilments(said, done)
    assert (link.from_id, link.to_id) == (done.statements[0].id, said.statements[0].id)
    assert link.independence == "different_lineage"
    assert "Tessany" in link.reason
    assert "9 days later" in link.reason


def test_the_reason_names_what_is_not_certain() -> None:
    (vague,) = fulfilments(threat(), deed(on="2031-05-30", date="2031-05-31"))
    assert "whether that is «soon» is open" in vague.reason
    (open_ended,) = fulfilments(threat("Velmaran forces will bomb Tessany"), deed())
    assert "no day was set" in open_ended.reason
    (passive,) = fulfilments(threat("the depots of Tessany will be bombed", actor=""), deed())
    assert "who would do it was not stated" in passive.reason


@pytest.mark.parametrize(
    "done",
    [
        deed(on="2031-03-28", date="2031-04-12"),
        deed(on="2031-12-20", date="2031-12-21"),
        deed(actor="Norrasti jets"),
        deed("Velmaran jets attacked a depot in Quorum Bay on Friday"),
        deed("Velmaran trucks brought flour to Tessany on Friday", act=Act("PLOVER", "AID")),
    ],
    ids=["before", "too late", "another party", "another place", "another act"],
)
def test_nothing_else_meets_it(done: Reading) -> None:
    assert fulfilments(threat(), done) == []


def test_a_threat_under_a_condition_is_met_by_nothing() -> None:
    assert fulfilments(threat(aux="hypothetical"), deed()) == []


def test_an_operation_on_land_is_not_met_at_sea() -> None:
    said = threat("Velmaran forces will begin land operations near Tessany")
    at_sea = deed("Velmaran ships attacked two boats off Tessany on Friday", actor="Velmaran ships")
    assert fulfilments(said, at_sea) == []


def test_of_two_deeds_the_one_with_fewer_doubts_is_taken_then_the_first() -> None:
    early, late = deed(), deed(on="2031-04-18", date="2031-04-19")
    (link,) = fulfilments(threat(), late, early)
    assert link.from_id == early.statements[0].id


def test_a_question_about_a_vote_is_answered_by_the_vote() -> None:
    asked = report(
        "Will the Assembly of Velmara limit the strikes when it votes later this month?",
        Said(
            "Will the Assembly of Velmara limit the strikes",
            "fut.question",
            actor="the Assembly of Velmara",
            aux=("question",),
        ),
        publisher="Desk",
        date="2031-04-17",
    )
    vote = report(
        "The Assembly of Velmara on Monday rejected a motion by 54 votes to 47.",
        Said(
            "The Assembly of Velmara on Monday rejected a motion",
            "law.oversight",
            actor="The Assembly of Velmara",
            when=day("2031-04-28", "Monday"),
        ),
        publisher="Chronicle",
        date="2031-04-29",
    )
    items = [item for reading in (asked, vote) for item in link_items(reading)]
    (link,) = find_links(items, lineages=group_lineages((asked, vote)))
    assert (link.kind, link.from_id) == ("updates", vote.statements[0].id)
    assert "answers" in link.reason


def links_of_kind(kind: str, *readings: Reading) -> list[Link]:
    items = [item for reading in readings for item in link_items(reading)]
    links = find_links(items, lineages=group_lineages(readings))
    return [link for link in links if link.kind == kind]


def test_what_was_proposed_and_then_done_is_an_update() -> None:
    words = "The Council of Dunmark proposed sanctions on Velmara"
    proposed = report(
        f"{words}.",
        Said(words, actor="The Council of Dunmark", act=Act("PLOVER", "AGREE")),
        publisher="Herald",
        date="2031-04-02",
    )
    adopted = deed(
        "The Council of Dunmark imposed the sanctions on Velmara on Friday",
        actor="The Council of Dunmark",
        act=Act("PLOVER", "SANCTION"),
    )
    (link,) = links_of_kind("updates", proposed, adopted)
    assert "proposed came about" in link.reason
    assert fulfilments(proposed, adopted) == []


def test_what_was_called_off_fulfils_nothing() -> None:
    called_off = deed("Velmaran jets cancelled the attack on the depots of Tessany on Friday")
    assert fulfilments(threat(), called_off) == []


def test_analysts_who_expect_an_attack_do_not_attack() -> None:
    words = "Analysts expect Velmara to bomb the depots of Tessany"
    expected = report(
        f"{words}.",
        Said(words, "fut.prediction", actor="Analysts", aux=("future",)),
        publisher="Desk",
        date="2031-04-02",
    )
    assert len(fulfilments(expected, deed())) == 1
    assert fulfilments(expected, deed(actor="Norrasti jets")) == []
