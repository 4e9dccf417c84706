from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.unit.publish.crisis import observe, tally
from tests.unit.publish.quay import NO_CHANGES, Quay

from onrecord.domain.brief import Brief
from onrecord.domain.decision import Decided, Decision
from onrecord.domain.difference import Changes, EventChange, TallyChange
from onrecord.domain.errors import CompileError
from onrecord.domain.grouping import EventGroup
from onrecord.domain.ledger import Head
from onrecord.domain.link import Link
from onrecord.domain.review import Suspension
from onrecord.domain.tally import Scope
from onrecord.publish.check import check
from onrecord.publish.compile_news import NewsMaterial, compile_news
from onrecord.publish.plain import plain_text
from onrecord.publish.render import render_html, render_json, render_markdown
from onrecord.publish.serial import to_text
from onrecord.publish.verify import verify

QUAY = Quay()
SINCE = "2031-04-13T23:59:59.999999Z"
UNTIL = "2031-04-24T23:59:59.999999Z"


def material(changes: Changes) -> NewsMaterial:
    return NewsMaterial(
        changes=changes, readings=QUAY.readings(), lines=(), links=(), undated=(), lineages=(),
        compared="record", since=SINCE, until=UNTIL, head=Head(9, "ab" * 32), title="The quay",
    )  # fmt: skip


def changed() -> Changes:
    """The later report came: a new event, a second origin for the explosion, a denial linked."""
    return replace(
        NO_CHANGES,
        arrived=(QUAY.ledger.own.id,),
        events=(
            EventChange((), (QUAY.boarding(),)),
            EventChange(
                (QUAY.explosion(later=False),), (QUAY.explosion(),),
                gained=("orlan ledger",), fields=("harm",),
            ),
        ),
        links=(Link(QUAY.id("lowered"), QUAY.id("wire toll"), "tension", "numeric"),),
        same_events=("evt-1", "evt-2"),
        same_tallies=("tal-1",),
    )  # fmt: skip


def compiled(changes: Changes | None = None) -> Brief:
    return compile_news(material(changes or changed()), generator="onrecord test")


def texts(brief: Brief) -> list[str]:
    return [sentence.text for sentence in brief.all_sentences()]


@pytest.fixture(scope="module")
def brief() -> Brief:
    return compiled()


def test_the_lead_counts_reports_and_origins_that_came(brief: Brief) -> None:
    assert brief.lead is not None
    assert brief.lead.text == "1 report of 1 origin came on record."


def test_the_section_names_both_times(brief: Brief) -> None:
    assert [one.heading for one in brief.sections] == [
        "What changed from 13 April 2031 to 24 April 2031", "Sources",
    ]  # fmt: skip


def test_a_new_event_is_marked_as_new(brief: Brief) -> None:
    assert (
        "New: 20 April 2031: “On 20 April 2031 the navy of Ilvane boarded a Velmaran freighter off "
        "Port Orlan” — reported as fact (Orlan Ledger, 24 April 2031); one report"
    ) in texts(brief)


def test_an_event_that_gained_an_origin_says_how_many_stood_behind_it_before(brief: Brief) -> None:
    found = next(text for text in texts(brief) if text.startswith("More reports: "))
    assert found.endswith("independent sources: 2 (of 3 reports), before: 1 (of 2 reports)")


def test_harm_that_moved_shows_both_ranges_with_their_figures(brief: Brief) -> None:
    assert (
        "Killed: before at least 40 (“at least 40 people”, Strait Wire, 13 April 2031), now 33 "
        "(“33 people”, the Ministry of Health in Orlan Ledger, 24 April 2031; “at least 40 people”, "
        "Strait Wire, 13 April 2031)"
    ) in texts(brief)


def test_a_new_disagreement_is_told(brief: Brief) -> None:
    assert any(text.startswith("Reports disagree: “killing at least 40") for text in texts(brief))


def test_each_part_has_a_heading(brief: Brief) -> None:
    heads = [block.heading.text for block in brief.sections[0].blocks if block.heading]
    assert heads == [
        "Events", "How reports stand to one another", "What stands as it did",
    ]  # fmt: skip


def test_what_stayed_as_it_was_is_one_line(brief: Brief) -> None:
    assert texts(brief)[-2] == "As before: 2 events and 1 count."


@pytest.mark.parametrize("render", [render_html, render_markdown, render_json])
def test_what_changed_verifies_from_its_file_alone(
    brief: Brief, render: Callable[[Brief], str]
) -> None:
    receipt = verify(render(brief))
    assert receipt.failures == ()
    assert receipt.ok


def test_nothing_new_is_said_in_words() -> None:
    made = compiled(replace(NO_CHANGES, same_events=("evt-1",)))
    assert texts(made)[:2] == ["No report came on record.", "What stands as it did"]
    assert verify(render_html(made)).ok


def test_a_first_figure_and_a_later_one_of_a_count() -> None:
    toll = QUAY.statements["wire toll"].quantities[0]
    lowered = QUAY.statements["lowered"].quantities[0]
    first = observe(QUAY.statements["wire toll"], toll, QUAY.wire.own, "Strait Wire")
    second = observe(QUAY.statements["lowered"], lowered, QUAY.ledger.own, "the Ministry of Health")
    count = tally(Scope("people_killed"), first, second)
    moved = compiled(replace(changed(), tallies=(TallyChange(count, False, (second,)),)))
    assert (
        "People killed: at least 40 as of 13 April 2031, 33 as of 24 April 2031: at least 7 fewer, a "
        "disagreement between two sources."
    ) in texts(moved)
    alone = tally(Scope("people_killed"), second)
    begun = compiled(replace(changed(), tallies=(TallyChange(alone, True, (second,)),)))
    assert (
        "First figure: people killed: 33 as of 24 April 2031 (the Ministry of Health in Orlan "
        "Ledger, 24 April 2031)."
    ) in texts(begun)


def test_accounts_held_to_be_of_one_event_are_quoted_one_of_each() -> None:
    group = QUAY.explosion()
    account = QUAY.account("boarded", lineage="orlan ledger")
    names = tuple(sorted({*group.event.statements, *account.statements}))
    one = EventGroup(replace(group.event, statements=names), (*group.accounts, account))
    apart = (group, QUAY.boarding())
    told = {
        "Now held to be one event: ": EventChange(apart, (one,)),
        "Now held to be several events: ": EventChange((one,), apart),
    }
    for beginning, change in told.items():
        made = compiled(replace(changed(), events=(change,)))
        found = next(text for text in texts(made) if text.startswith(beginning))
        assert "An explosion tore" in found
        assert "boarded a Velmaran freighter" in found
        assert verify(render_html(made)).ok


def test_an_account_that_changed_its_event_is_told_from_both_sides() -> None:
    whole, lone = QUAY.explosion(), QUAY.boarding()
    lowered = QUAY.account("lowered", lineage="orlan ledger")
    fewer = QUAY.explosion(later=False)
    names = tuple(sorted((*lone.event.statements, *lowered.statements)))
    other = EventGroup(replace(lone.event, statements=names), (lowered, *lone.accounts))
    made = compiled(replace(changed(), events=(EventChange((whole, lone), (fewer, other)),)))
    found = [text for text in texts(made) if text.startswith("Now held to be")]
    assert [text.partition(":")[0] for text in found] == [
        "Now held to be one event", "Now held to be several events",
    ]  # fmt: skip
    assert all("killed 33 people" in text for text in found)


def test_an_event_called_new_whose_report_was_held_before_is_refused(brief: Brief) -> None:
    envelope = json.loads(to_text(brief))
    for one in envelope["brief"]["documents"]:
        one["recorded_at"] = "2031-04-13T08:00:00.000000Z"
    receipt = verify(json.dumps(envelope))
    assert any("the report is not new" in one.why for one in receipt.failures)


def test_another_earlier_time_than_the_briefs_is_refused(brief: Brief) -> None:
    forged = replace(brief, since="2031-04-12T23:59:59.999999Z")
    assert any("another time than the brief" in one.why for one in check(forged))


def test_sentences_of_changes_stand_in_no_other_brief(brief: Brief) -> None:
    forged = replace(brief, since=None)
    assert any("does not belong here" in one.why for one in check(forged))


def test_reports_are_compared_by_the_day_they_bear() -> None:
    asked = replace(material(changed()), compared="reports", since="2031-04-13", until="2031-04-24")
    made = compile_news(asked, generator="onrecord test")
    assert made.sections[0].heading == (
        "What changed in the reports from 13 April 2031 to 24 April 2031"
    )
    assert texts(made)[0] == "1 report of 1 origin bears a later date."
    assert verify(render_html(made)).ok


def test_plain_text_puts_the_words_under_each_sentence(brief: Brief) -> None:
    lines = plain_text(brief).splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("- New: 20 April 2031"))
    assert lines[at + 1] == (
        "    “On 20 April 2031 the navy of Ilvane boarded a Velmaran freighter off Port Orlan” "
        "[Orlan Ledger, 24 April 2031]"
    )
    assert any(line.startswith("    why one event: ") for line in lines)


def decided(kind: str = "merge", *, at: str = "2031-04-20T10:00:00.000000Z") -> Decided:
    named = tuple(sorted((QUAY.id("wire"), QUAY.id("lowered"))))
    return Decided(Decision(kind, named, "R. Editor", "one blast, one place"), at)  # type: ignore[arg-type]


def test_a_decision_says_who_decided_what_about_which_words_and_why() -> None:
    made = compiled(replace(changed(), decisions=(decided(),)))
    found = next(one for one in texts(made) if "R. Editor" in one)
    assert found.startswith("Held to be of one event: “")
    assert "“An explosion tore through the fish quay in Port Orlan on 12 April 2031”" in found
    assert found.endswith(
        "By R. Editor, 20 April 2031, 10:00 UTC, for this reason: “one blast, one place”"
    )
    for render in (render_html, render_markdown, render_json):
        assert verify(render(made)).ok
    assert 'href="#j1"' in render_html(made)
    assert 'id="j1"' in render_html(made)


def test_a_decision_taken_before_is_not_news() -> None:
    with pytest.raises(CompileError, match="the decision is not new"):
        compiled(replace(changed(), decisions=(decided(at="2031-04-12T10:00:00.000000Z"),)))


def test_a_decision_cannot_be_told_of_other_words() -> None:
    made = compiled(replace(changed(), decisions=(decided(),)))
    envelope = json.loads(to_text(made))
    told = envelope["brief"]["decisions"][0]["decided"]["decision"]
    told["subjects"] = ["stm-1", "stm-2"]
    receipt = verify(json.dumps(envelope))
    assert any("the decision is not about this" in one.why for one in receipt.failures)


def test_words_taken_back_say_what_rests_on_them() -> None:
    waits = Suspension("evt-1", "event", ("tie-1",), (QUAY.id("wire toll"),))
    asked = replace(
        material(replace(changed(), suspensions=(waits,))),
        links=(Link(QUAY.id("denial"), QUAY.id("wire toll"), "retracts"),),
    )
    made = compile_news(asked, generator="onrecord test")
    assert (
        "“killing at least 40 people” (Strait Wire, 13 April 2031), because of this: “any part in the explosion” (Strait Wire, 13 April 2031); resting on it: 1 event."
    ) in texts(made)
    assert verify(render_html(made)).ok


def test_a_reprint_that_came_alone_brings_the_report_it_is_counted_by() -> None:
    changes = replace(NO_CHANGES, arrived=(QUAY.ledger.own.id,))
    shared = ((QUAY.ledger.own.id, "strait wire"),)
    asked = replace(material(changes), lineages=shared)
    made = compile_news(asked, generator="onrecord test")
    assert len(made.documents) == 2
    assert verify(render_html(made)).ok


def test_an_older_report_held_to_tell_an_event_only_now_is_not_called_new() -> None:
    fewer = QUAY.explosion(later=False)
    wire = fewer.accounts[0]
    alone = EventGroup(
        replace(fewer.event, statements=tuple(sorted(wire.statements)), harm=()), (wire,)
    )
    made = compiled(
        replace(changed(), events=(EventChange((alone,), (QUAY.explosion(),), ("orlan ledger",)),))
    )
    again = next(one for one in made.all_sentences() if one.form == "event_again")
    assert sorted(one.role for one in again.support) == ["now", "older", "was"]
    assert again.text.endswith("independent sources: 2 (of 3 reports), before: 1 report")
    assert verify(render_html(made)).ok
