from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.unit.publish.quay import Quay, killed

from onrecord.domain.brief import Brief, Topic
from onrecord.domain.errors import CompileError
from onrecord.domain.event import Harm
from onrecord.domain.event_line import EventLine
from onrecord.publish.claims import no_harm, unlike_figures
from onrecord.publish.compile import Material, compile_brief
from onrecord.publish.render import render_html, render_json, render_markdown
from onrecord.publish.serial import to_text
from onrecord.publish.verify import Receipt, verify

QUAY = Quay()


def compiled(material: Material) -> Brief:
    return compile_brief(material, generator="onrecord test")


def topics(brief: Brief) -> list[Topic]:
    section = next(one for one in brief.sections if one.id == "timeline")
    return [topic for block in section.blocks for topic in block.topics]


def forged(brief: Brief, change: Callable[[dict[str, Any]], None]) -> Receipt:
    envelope = json.loads(to_text(brief))
    change(envelope["brief"])
    return verify(json.dumps(envelope))


@pytest.fixture(scope="module")
def brief() -> Brief:
    return compiled(QUAY.material())


@pytest.fixture(scope="module")
def explosion(brief: Brief) -> Topic:
    return topics(brief)[0]


def test_an_event_is_one_line_with_its_day_its_words_and_its_independent_sources(
    explosion: Topic,
) -> None:
    assert explosion.sentence.text == (
        "12 April 2031: “An explosion tore through the fish quay in Port Orlan on 12 April 2031” — "
        "reported as fact (Strait Wire, 13 April 2031); independent sources: 2 (of 3 reports)"
    )


def test_harm_runs_from_the_lowest_to_the_highest_figure_and_says_that_reports_disagree(
    explosion: Topic,
) -> None:
    harm = next(one for one in explosion.under if one.form == "harm")
    assert harm.text == (
        "Killed: 33 (reports disagree: “33 people”, the Ministry of Health in Orlan Ledger, "
        "24 April 2031; “at least 40 people”, Strait Wire, 13 April 2031)"
    )


def test_responsibility_is_a_list_of_claims(explosion: Topic) -> None:
    assert [one.text for one in explosion.under if one.form == "responsibility"] == [
        "Responsibility according to The prime minister: “The prime minister blames Velmara” "
        "(Strait Wire, 13 April 2031)",
        "Responsibility denied by A spokesman for Velmara: “any part in the explosion” "
        "(Strait Wire, 13 April 2031)",
    ]


def test_the_reasons_for_joining_name_what_agrees_and_what_differs(explosion: Topic) -> None:
    assert [one.text for one in explosion.reasons] == [
        "The Evening Post, 13 April 2031: “An explosion tore through the fish quay in Port Orlan on "
        "12 April 2031” agrees with Strait Wire, 13 April 2031, in: one text reprinted",
        "Orlan Ledger, 24 April 2031: “The explosion in Port Orlan on 12 April 2031 killed 33 "
        "people” agrees with Strait Wire, 13 April 2031, in: place (“Port Orlan”), day "
        "(“12 April”); it differs in: harm",
    ]


def test_events_and_sayings_stand_in_order_of_day(brief: Brief) -> None:
    assert [topic.sentence.form for topic in topics(brief)] == ["event", "timeline", "event"]


def test_an_event_is_not_told_a_second_time_by_the_timeline(brief: Brief) -> None:
    told = [one.text for one in brief.all_sentences() if "boarded a Velmaran freighter" in one.text]
    assert len(told) == 1


def test_the_page_opens_the_reasons_without_a_script(brief: Brief) -> None:
    page = render_html(brief)
    start = page.index('<details class="why">')
    why = page[start : page.index("</details>", start)]
    assert "<summary>" in why
    assert "one text reprinted" in why


@pytest.mark.parametrize("render", [render_html, render_markdown, render_json])
def test_a_brief_with_events_verifies_from_its_file_alone(
    brief: Brief, render: Callable[[Brief], str]
) -> None:
    assert verify(render(brief)).ok


def test_a_count_of_sources_that_its_reports_do_not_give_is_refused(brief: Brief) -> None:
    page = render_html(brief)
    assert not verify(
        page.replace("independent sources: 2 (of 3", "independent sources: 3 (of 3")
    ).ok


def test_an_account_left_out_of_the_support_is_refused(brief: Brief, explosion: Topic) -> None:
    def change(plain: dict[str, Any]) -> None:
        section = next(one for one in plain["sections"] if one["id"] == "timeline")
        section["blocks"][0]["topics"][0]["sentence"]["support"].pop()

    receipt = forged(brief, change)
    assert explosion.sentence.id in {one.sentence_id for one in receipt.failures}


def test_what_is_denied_cannot_be_made_an_account(brief: Brief) -> None:
    denial = next(
        one.id for one in brief.citations if one.span.exact == "any part in the explosion"
    )

    def change(plain: dict[str, Any]) -> None:
        section = next(one for one in plain["sections"] if one["id"] == "timeline")
        section["blocks"][0]["topics"][0]["sentence"]["support"][1]["id"] = denial

    receipt = forged(brief, change)
    assert any("held back" in one.why for one in receipt.failures)


def test_a_reason_that_joins_another_event_is_refused(brief: Brief) -> None:
    def change(plain: dict[str, Any]) -> None:
        section = next(one for one in plain["sections"] if one["id"] == "timeline")
        shown = section["blocks"][0]["topics"]
        shown[2]["reasons"] = shown[0].pop("reasons")

    receipt = forged(brief, change)
    assert "it joins what no report of the event tells" in {one.why for one in receipt.failures}


def test_harm_whose_ends_no_figure_states_is_not_told() -> None:
    material = QUAY.material()
    group = material.events[0]
    counted = Harm("killed", "not_stated", 12, None, 50, "a rule", group.event.harm[0].statements)
    other = replace(group, event=replace(group.event, harm=(counted,)))
    made = compiled(replace(material, events=(other,)))
    assert not [one for one in made.all_sentences() if one.form == "harm"]


def test_harm_in_one_figure_stands_in_the_words_of_its_account() -> None:
    material = replace(QUAY.material(), events=(QUAY.explosion(later=False),))
    assert not [one for one in compiled(material).all_sentences() if one.form == "harm"]


def test_the_words_that_stand_for_a_line_are_taken_from_it() -> None:
    material = QUAY.material()
    line = EventLine(material.events[0], QUAY.statements["lowered"], "explosion", 1)
    first = topics(compiled(replace(material, lines=(line,))))[0]
    assert "killed 33 people” — said by the Ministry of Health" in first.sentence.text


def test_many_events_are_cut_and_the_brief_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.publish.happened.MAX_TIMELINE", 1)
    monkeypatch.setattr("onrecord.publish.happened.MAX_SHORT", 1)
    made = compiled(QUAY.material())
    section = next(one for one in made.sections if one.id == "timeline")
    assert len(topics(made)) == 1
    assert section.blocks[0].sentences[0].text == (
        "2 more entries are left out here: onrecord timeline lists every one."
    )


def test_accounts_beyond_the_limit_are_counted_and_not_cited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("onrecord.publish.happened.MAX_ACCOUNTS", 1)
    made = compiled(QUAY.material())
    support = topics(made)[0].sentence.support
    assert [one.role for one in support] == ["account", "report", "report"]
    assert "independent sources: 2 (of 3 reports)" in topics(made)[0].sentence.text
    assert verify(render_html(made)).ok


def test_an_event_of_held_back_words_does_not_compile() -> None:
    material = QUAY.material()
    group = QUAY.boarding()
    threat = QUAY.account("threat", lineage="strait wire")
    held = replace(
        group, event=replace(group.event, statements=threat.statements), accounts=(threat,)
    )
    with pytest.raises(CompileError, match="held back"):
        compiled(replace(material, events=(held,)))


@pytest.mark.parametrize(
    ("effect", "roles", "why"),
    [
        ("killed", ("low", "high"), ""),
        ("killed", ("high", "low"), "lies above"),
        ("killed", ("low", "figure"), "one figure for each"),
        ("injured", ("low", "high"), "does not count"),
        ("scared", ("low", "high"), "no kind of harm"),
    ],
)
def test_the_ends_of_harm_are_figures_of_that_harm(
    effect: str, roles: tuple[str, ...], why: str
) -> None:
    assert why in no_harm(effect, [killed(12), killed(14)], roles=roles)
    assert bool(why) == bool(no_harm(effect, [killed(12), killed(14)], roles=roles))


def test_figures_that_allow_a_common_number_do_not_disagree() -> None:
    assert not unlike_figures([killed(40, least=True), killed(43)])
    assert unlike_figures([killed(40, least=True), killed(33)])
