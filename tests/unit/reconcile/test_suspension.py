"""What waits to be looked at again when words were edited or withdrawn, and what ends the waiting."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.domain.decision import Decided, Decision
from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.review import VerdictState
from onrecord.domain.statement import Act
from onrecord.reconcile.reconcile import Reconciled, reconcile
from onrecord.reconcile.rulings import tie_of
from onrecord.reconcile.suspension import suspended
from onrecord.reconcile.verdicts import verdicts_of

KEY = "https://herald.example/quay"
BY = "I. Ferrand"
ASSAULT = Act("PLOVER", "ASSAULT", "explosion")
BLAST = Said(
    "A blast tore through the quay on April 12", act=ASSAULT, place="Port Orlan",
    when=day("2031-04-12", "on April 12"),
)  # fmt: skip


def toll(number: int) -> Said:
    count = Count(f"{number} people", number, "people_killed")
    return Said(f"the toll so far is {number} people", "occ.tally", (count,), place="Port Orlan")


def version(text: str, *said: Said, of: Reading | None = None) -> Reading:
    return report(
        text,
        *said,
        key=KEY,
        publisher="The Selden Herald",
        date="2031-04-14",
        version_of=of.document.id if of else None,
        recorded_at="2031-04-14T09:00:00Z" if of else "2031-04-14T08:00:00Z",
    )


FIRST = version(
    "A blast tore through the quay on April 12.\nOfficials in Port Orlan say the toll so far is 40 people.",
    BLAST, toll(40),
)  # fmt: skip
SECOND = version(
    "A blast tore through the quay on April 12.\nOfficials in Port Orlan say the toll so far is 33 people.",
    BLAST, toll(33), of=FIRST,
)  # fmt: skip
OTHER = report(
    "Smoke rose over Selden on April 12.",
    Said("Smoke rose over Selden on April 12", act=ASSAULT, place="Selden", when=day("2031-04-12")),
    publisher="Corrow Radio",
)
EDITED = reconcile([FIRST, SECOND, OTHER])


def accept(*names: str) -> Decision:
    return Decision("accept", tuple(sorted(names)), BY, "read both versions")


def state(decision: Decision, among: Reconciled, *others: Decision) -> VerdictState:
    decided = [Decided(one, "2031-05-01T00:00:00.000000Z") for one in (decision, *others)]
    waiting = suspended(among, [one.decision for one in decided])
    return verdicts_of(decided, among, waiting)[0].state


def test_nothing_is_suspended_where_nothing_changed() -> None:
    assert suspended(reconcile([FIRST, OTHER])) == ()


def test_a_count_whose_figure_was_edited_waits_and_the_rest_does_not() -> None:
    (revision,) = EDITED.revisions
    (tally,) = EDITED.tallies
    waiting = suspended(EDITED)
    assert [(one.record, one.because) for one in waiting if one.kind == "tally"] == [
        (tally.id, (revision.id,))
    ]
    untouched = {name for group in EDITED.events for name in group.event.statements}
    untouched -= {SECOND.statements[1].id}
    assert OTHER.statements[0].id in untouched
    assert not any(set(one.statements) & {OTHER.statements[0].id} for one in waiting)


def test_a_decision_about_words_that_went_waits_and_one_about_words_that_stand_holds() -> None:
    gone, stands = accept(FIRST.statements[1].id), accept(FIRST.statements[0].id)
    waiting = [one.record for one in suspended(EDITED, [gone, stands]) if one.kind == "decision"]
    assert waiting == [gone.id]
    assert state(gone, EDITED) == "suspended"
    assert state(stands, EDITED) == "in_force"


def test_looking_at_the_count_and_the_edit_ends_the_waiting_and_undoing_that_brings_it_back() -> (
    None
):
    (revision,) = EDITED.revisions
    before = suspended(EDITED)
    (tally,) = (one for one in before if one.kind == "tally")
    looked = accept(revision.id, *tally.statements)
    assert not [one for one in suspended(EDITED, [looked]) if one.kind == "tally"]
    undone = Decision("undo", (), BY, "not read to the end", reverses=looked.id)
    assert suspended(EDITED, [looked, undone]) == before


def test_looking_at_one_record_leaves_the_others_waiting() -> None:
    (revision,) = EDITED.revisions
    gone = accept(FIRST.statements[1].id)
    looked = accept(revision.id, SECOND.statements[1].id)
    left = {one.record for one in suspended(EDITED, [gone, looked])}
    assert gone.id in left
    assert not left & {one.id for one in EDITED.tallies}


def test_accepting_the_edit_itself_ends_all_that_is_because_of_it() -> None:
    (revision,) = EDITED.revisions
    gone = accept(FIRST.statements[1].id)
    assert suspended(EDITED, [gone, accept(revision.id)]) == ()


def test_a_figure_that_went_with_nothing_in_its_place_waits_itself() -> None:
    bare = version("A blast tore through the quay on April 12.", BLAST, of=FIRST)
    waiting = suspended(reconcile([FIRST, bare]))
    assert FIRST.statements[1].id in {one.record for one in waiting if one.kind == "statement"}


def test_words_that_supported_nothing_wait_too_when_they_were_edited() -> None:
    told = (
        Said("Investigators have found no fragments of a missile", value="CT-"),
        Said("Investigators have found what may be fragments of a missile", value="PS+"),
    )
    first = version(f"{told[0].words}.", told[0])
    second = version(f"{told[1].words}.", told[1], of=first)
    (one,) = suspended(reconcile([first, second]))
    assert (one.kind, one.record) == ("statement", first.statements[0].id)


def test_what_rests_on_a_retracted_statement_waits() -> None:
    said = Said("The ministry took its figure back", "say.report")
    notice = report("The ministry took its figure back.", said, publisher="Ilvane Radio")
    plain = reconcile([FIRST, OTHER, notice])
    link = Link(
        notice.statements[0].id, FIRST.statements[1].id, "retracts", reason="«took its figure back»"
    )
    told = replace(plain, links=(*plain.links, link))
    held = accept(FIRST.statements[1].id)
    waiting = {(one.kind, one.record): one.because for one in suspended(told, [held])}
    assert waiting["decision", held.id] == (tie_of(link),)
    assert waiting["tally", told.tallies[0].id] == (tie_of(link),)
    aware = accept(FIRST.statements[1].id, tie_of(link))
    assert suspended(told, [aware]) == ()


def test_a_decision_about_nothing_on_record_is_idle_and_holds_again_when_it_comes_back() -> None:
    decision = accept(OTHER.statements[0].id)
    assert state(decision, reconcile([FIRST])) == "idle"
    assert state(decision, reconcile([FIRST, OTHER])) == "in_force"


def test_the_log_says_what_was_undone_and_what_gave_way() -> None:
    among = reconcile([FIRST, OTHER])
    name = FIRST.statements[0].id
    dismissed = Decision("dismiss", (name,), BY, "a drill")
    undone = Decision("undo", (), BY, "no drill", reverses=dismissed.id)
    assert state(dismissed, among, undone) == "undone"
    assert state(dismissed, among, accept(name)) == "overridden"
    merged = Decision("merge", tuple(sorted((name, "stm-of-nobody"))), BY, "one morning")
    assert state(merged, among) == "idle"
