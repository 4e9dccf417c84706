"""What is worth a look first."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.domain.event import Harm
from onrecord.domain.grouping import EventGroup, Ground, Join
from onrecord.domain.link import Link
from onrecord.domain.review import Concern, Suspension
from onrecord.domain.statement import Act
from onrecord.domain.unresolved import OpenMention, Unresolved
from onrecord.reconcile.queue import CLOSE_BELOW, concerns_of
from onrecord.reconcile.reconcile import Reconciled, reconcile
from onrecord.reconcile.rulings import NO_RULINGS, Rulings, tie_of

ASSAULT = Act("PLOVER", "ASSAULT", "explosion")
BLAST = report(
    "A blast killed 31 people in Port Orlan on April 12.",
    Said(
        "A blast killed 31 people in Port Orlan on April 12", act=ASSAULT, place="Port Orlan",
        when=day("2031-04-12"), counts=(Count("31 people", 31, "people_killed"),),
    ),
    publisher="The Selden Herald",
)  # fmt: skip
CALM = report(
    "No blast was heard in Port Orlan.",
    Said("No blast was heard in Port Orlan", value="CT-"),
    publisher="Corrow Radio",
    date=None,
)
RECORD = reconcile([BLAST, CALM])
BLAST_ID, CALM_ID = BLAST.statements[0].id, CALM.statements[0].id
AGAINST = Link(
    CALM_ID, BLAST_ID, "contradicts", "negation", "different_lineage", "one says it, one denies it"
)


def with_harm(killed: int) -> Reconciled:
    harm = Harm("killed", "not_stated", killed, None, None, "newest report", (BLAST_ID,))
    events = tuple(
        replace(group, event=replace(group.event, harm=(harm,))) for group in RECORD.events
    )
    return replace(RECORD, events=events)


def found(record: Reconciled, rulings: Rulings = NO_RULINGS) -> dict[str, Concern]:
    return {one.reason: one for one in concerns_of(record, (), rulings)}


def test_concerns_come_in_the_order_of_their_reasons() -> None:
    record = replace(with_harm(31), links=(AGAINST,))
    waiting = [Suspension("tal-1", "tally", ("rev-1",), (BLAST_ID,))]
    order = [one.reason for one in concerns_of(record, waiting, NO_RULINGS)]
    assert order == ["suspended", "contradiction", "single_origin", "undated"]


def test_words_that_were_taken_back_are_told_from_words_that_changed() -> None:
    for reason, told in (("tie-1", "were taken back"), ("rev-1", "changed")):
        waiting = [Suspension("evt-1", "event", (reason,), (BLAST_ID,))]
        assert f"words that {told}" in concerns_of(RECORD, waiting, NO_RULINGS)[0].about


def test_a_report_without_a_date_is_a_concern_until_somebody_looked() -> None:
    concern = found(RECORD)["undated"]
    assert concern.record == CALM.document.id
    assert "undated" not in found(RECORD, Rulings(accepted=frozenset({concern.id})))
    assert "undated" not in found(RECORD, Rulings(accepted=frozenset({CALM.document.id})))


def test_much_harm_on_one_origins_word_is_a_concern_and_little_is_not() -> None:
    assert "single_origin" not in found(with_harm(9))
    concern = found(with_harm(10))["single_origin"]
    assert "(selden herald)" in concern.about
    assert "A blast killed 31 people" in concern.about
    accepted = Rulings(accepted=frozenset({BLAST_ID}))
    assert "single_origin" not in found(with_harm(10), accepted)


def test_only_independent_origins_contradict_one_another() -> None:
    assert found(replace(RECORD, links=(AGAINST,)))["contradiction"].record == tie_of(AGAINST)
    kin = replace(AGAINST, independence="same_lineage")
    told = replace(AGAINST, kind="tension", subtype="evaluation")
    for harmless in (kin, told):
        assert "contradiction" not in found(replace(RECORD, links=(harmless,)))


def joined(*scores: tuple[int, int, float], ground: str = "day") -> Reconciled:
    """Return a record of one event with three accounts, joined as told."""
    (group,) = RECORD.events
    accounts = tuple(replace(group.accounts[0], statements=(f"stm-{at}",)) for at in range(3))
    joins = tuple(
        Join(f"stm-{a}", f"stm-{b}", score, (Ground(ground, score),)) for a, b, score in scores
    )
    return replace(RECORD, events=(EventGroup(group.event, accounts, joins),))


def test_a_weak_join_is_a_concern_where_nothing_stronger_holds_the_accounts_together() -> None:
    strong, weak = CLOSE_BELOW, CLOSE_BELOW - 0.5
    concern = found(joined((0, 1, strong), (1, 2, weak)))["close_join"]
    assert concern.subjects == ("stm-1", "stm-2")
    assert "(day)" in concern.about
    around = joined((0, 1, strong), (1, 2, weak), (0, 2, strong))
    assert "close_join" not in found(around)
    looked = Rulings(accepted=frozenset(concern.subjects))
    assert "close_join" not in found(joined((0, 1, strong), (1, 2, weak)), looked)


def test_a_join_by_the_kind_of_happening_is_weak_only_where_something_speaks_against_it() -> None:
    by_rule = joined((0, 1, 2.0), (1, 2, 2.0), ground="kind")
    assert "close_join" not in found(by_rule)
    (group,) = by_rule.events
    against = (Ground("kind", 1.0), Ground("day", -0.5))
    joins = (replace(group.joins[0], grounds=against), *group.joins[1:])
    concern = found(replace(by_rule, events=(replace(group, joins=joins),)))["close_join"]
    assert "(kind; against it: day)" in concern.about


def test_what_a_person_joined_is_no_concern() -> None:
    assert "close_join" not in found(joined((0, 1, 0.0), (1, 2, 0.0), ground="decision"))


def test_somebody_who_could_not_be_told_is_named_once_with_those_it_could_be() -> None:
    why = Unresolved("two ministries are named", ("Ilvane", "Velmara"))
    unclear = [OpenMention(name, "the ministry", why) for name in ("doc-2", "doc-1")]
    concerns = concerns_of(RECORD, (), NO_RULINGS, unclear=unclear)
    (one,) = (concern for concern in concerns if concern.reason == "unresolved")
    assert one.about == (
        "«the ministry» in 2 of the reports: two ministries are named (Ilvane, Velmara)"
    )
    looked = Rulings(accepted=frozenset({one.id}))
    left = concerns_of(RECORD, (), looked, unclear=unclear)
    assert "unresolved" not in {concern.reason for concern in left}


def test_a_concern_has_another_id_as_soon_as_it_is_about_something_else() -> None:
    one = found(RECORD)["undated"]
    assert one.id == replace(one, about="worded otherwise", weight=9.0).id
    assert one.id != replace(one, subjects=("doc-1",)).id


def test_a_fall_that_nobody_explains_is_a_concern() -> None:
    reports = [
        report(
            f"The toll in Port Orlan so far is {number} people.",
            Said(
                f"The toll in Port Orlan so far is {number} people", "occ.tally",
                (Count(f"{number} people", number, "people_killed"),),
                speaker="the health ministry", place="Port Orlan",
            ),
            publisher="Ilvane Radio", date=date,
        )
        for number, date in ((40, "2031-04-13"), (33, "2031-04-24"))
    ]  # fmt: skip
    concern = found(reconcile(reports))["fall"]
    assert concern.about == (
        "people killed fell from «40 people» to «33 people» and nobody on record says why"
    )
    read = Rulings(accepted=frozenset(concern.subjects))
    assert "fall" in found(reconcile(reports), read)
    assert "fall" not in found(reconcile(reports), Rulings(accepted=frozenset({concern.id})))
