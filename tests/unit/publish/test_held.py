"""What people hold, as a brief prints it: every figure and word follows from their embedded records."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.unit.publish.crisis import material
from tests.unit.publish.held import (
    ASKED,
    COERCION,
    CONVOY,
    MOVES,
    RECORDED,
    SMUGGLING,
    TOLL,
    asked,
    at,
    chained,
    gives,
    held,
    resolves,
    said,
)

from onrecord.domain.brief import Brief, CitedRecord
from onrecord.domain.codec import canonical_json
from onrecord.domain.errors import CompileError
from onrecord.domain.hypothesis import Evidence, Hypothesis
from onrecord.domain.question import Condition, Question, QuestionDraft, assembled
from onrecord.domain.recorded import Recorded
from onrecord.domain.records import decode
from onrecord.domain.when import When
from onrecord.publish.asked_forms import ASKED_FORMS
from onrecord.publish.assessed_forms import ASSESSED_FORMS
from onrecord.publish.check import check
from onrecord.publish.compile import Material, compile_brief
from onrecord.publish.judged_forms import JUDGED_FORMS
from onrecord.publish.link_forms import FORMS as LINK_FORMS
from onrecord.publish.news_forms import FORMS as NEWS_FORMS
from onrecord.publish.plain import plain_text
from onrecord.publish.render import render_html, render_json, render_markdown
from onrecord.publish.score_forms import SCORE_FORMS
from onrecord.publish.serial import to_text
from onrecord.publish.verify import verify

Payload = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def brief() -> Brief:
    return made(held())


def made(given: Material) -> Brief:
    return compile_brief(given, generator="onrecord test")


def texts(brief: Brief, form: str) -> list[str]:
    return [one.text for one in brief.all_sentences() if one.form == form]


@pytest.mark.parametrize("render", [render_html, render_markdown, render_json])
def test_a_brief_of_what_people_hold_verifies_from_its_file_alone(
    brief: Brief, render: Callable[[Brief], str]
) -> None:
    assert verify(render(brief)).failures == ()


def test_the_sections_come_after_how_reports_stand_to_one_another(brief: Brief) -> None:
    names = [one.id for one in brief.sections]
    assert names[names.index("standing") :][:4] == ["standing", "hypotheses", "questions", "said"]


def test_without_people_there_is_no_section_of_theirs() -> None:
    bare = made(material())
    assert not {"hypotheses", "questions"} & {one.id for one in bare.sections}
    assert bare.records == ()


def test_what_speaks_against_a_hypothesis_is_counted_from_its_ratings(brief: Brief) -> None:
    first, second = texts(brief, "hypothesis")
    assert "Nothing rated speaks against it, of 3 statements." in first
    assert "Our judgement, by Ana Brandt, 1 December 2031, 09:00 UTC." in second
    assert "Speaks against it: 3, from 2 of 3 statements rated, by 2 origins." in second


def test_each_row_of_the_matrix_has_a_rating_of_every_hypothesis(brief: Brief) -> None:
    rows = [text.split(" | ") for text in texts(brief, "rating")]
    assert all(len(row) == 3 for row in rows)
    by_words = {row[0][1:12]: row[1:] for row in rows}
    assert by_words["Coast guard"] == ["consistent: “pressure grows”", "inconsistent"]
    assert by_words["At least 29"] == ["not rated", "very inconsistent: “no cargo was ever shown”"]


def test_a_row_rated_alike_for_all_says_that_it_tells_nothing_apart(brief: Brief) -> None:
    alike = [text for text in texts(brief, "rating") if "does not tell them apart" in text]
    assert len(alike) == 1
    assert alike[0].startswith("“We will not stop”")


def test_the_table_of_ratings_is_headed_by_the_hypotheses(brief: Brief) -> None:
    assert '<th scope="col">coercion</th><th scope="col">smuggling</th>' in render_html(brief)
    assert "| Words | coercion | smuggling | Evidence |" in render_markdown(brief)


def test_assumptions_and_what_would_change_it_stand_under_their_hypothesis(brief: Brief) -> None:
    assert texts(brief, "assumption") == [f"Takes for granted: “{COERCION.assumptions[0]}”"]
    assert texts(brief, "would_change") == [f"Would change it: “{COERCION.would_change[0]}”"]


def test_an_indicator_shows_each_state_with_the_words_it_moved_on(brief: Brief) -> None:
    (indicator,) = texts(brief, "indicator")
    assert "Partly seen. Bears on “coercion”" in indicator
    first, second = texts(brief, "sighting")
    assert first == "Not seen, 20 November 2031"
    assert second.startswith("Partly seen, 30 December 2031: “At least 29 strikes")
    assert texts(brief, "quality") == [
        "Judged as an indicator: observable yes (“convoys are seen from the shore”)"
    ]


def test_words_that_were_taken_back_count_for_nothing_and_say_so() -> None:
    doubted = made(replace(held(), doubtful=(said("29 strikes").id,)))
    second = texts(doubted, "hypothesis")[1]
    assert (
        "Speaks against it: 3, from 2 of 3 statements rated, by 1 origin; of this, 2 rests"
        in second
    )
    assert sum("no longer stand" in text for text in texts(doubted, "rating")) == 1


def test_evidence_that_is_not_on_record_is_left_out_and_counted_as_doubtful() -> None:
    lost = Hypothesis("It is weather.", "explanation", (Evidence("stm-gone", "I"),), name="weather")
    brief = made(
        replace(
            held(), hypotheses=(lost,), recorded=(*RECORDED, Recorded(lost, "A", at("2031-12-01")))
        )
    )
    assert "of this, 1 rests on words that were edited" in texts(brief, "hypothesis")[0]
    assert any("onrecord hypotheses lists" in text for text in texts(brief, "left_out"))


def test_a_dropped_hypothesis_is_not_told() -> None:
    dropped = replace(SMUGGLING, dropped="no cargo was found")
    given = replace(held(), hypotheses=(dropped,), indicators=(), questions=(),
                    recorded=(Recorded(dropped, "A", at("2031-12-01")),))  # fmt: skip
    with pytest.raises(CompileError, match="dropped"):
        made(given)


def test_a_record_that_the_ledger_does_not_have_is_refused() -> None:
    with pytest.raises(CompileError, match="not among those on the ledger"):
        made(replace(held(), recorded=()))


def test_forecasts_stand_with_their_maker_their_time_and_the_band(brief: Brief) -> None:
    found = texts(brief, "forecast")
    assert "Teo Marsh, 3 December 2031, 09:00 UTC: 30 % (unlikely, ICD 203)" in found
    assert any("10 % at or below 22; 50 % at or below 28" in text for text in found)


def test_a_resolution_taken_back_stays_to_be_read(brief: Brief) -> None:
    topic = next(
        topic
        for section in brief.sections
        for block in section.blocks
        for topic in block.topics
        if TOLL.text in topic.sentence.text
    )
    moves = [one.text for one in topic.under if one.form in ("resolution", "unresolved")]
    assert [text.split(" by ")[0] for text in moves] == [
        "Resolved: no", "Resolution taken back", "Resolved: yes",
    ]  # fmt: skip
    assert "Resolved: yes." in topic.sentence.text


def test_scores_are_of_the_last_forecast_and_stand_beside_the_base_rate(brief: Brief) -> None:
    assert (
        "Score of Ana Brandt: Brier 0.010, log 0.105 (0 is best). Base rate, 0 % (the share of yes "
        "among 1 question resolved before): Brier 1.000, log 4.605."
    ) in texts(brief, "score")
    # Straight between 22, 28 and 40, with tails to 20.5 and 43: 0.892 below 29, 1.016 above.
    assert "Score of Ana Brandt: CRPS 1.908 (0 is best)." in texts(brief, "score")


def test_an_annulled_question_has_no_score_and_an_unscorable_one_its_reason(brief: Brief) -> None:
    annulled = next(text for text in texts(brief, "asked") if "talks at Port Orlan" in text)
    assert "— Annulled: “the ministry says so”." in annulled
    assert any("Not scorable: “nobody can say" in text for text in texts(brief, "asked"))
    assert len(texts(brief, "score")) == 4


def test_a_question_is_annulled_with_the_one_it_depends_on() -> None:
    child = asked("Will the port close, if the ferry sails?", parent=Condition(ASKED[0].key, "yes"))
    moves = (
        *MOVES,
        *chained(child, gives("Teo Marsh", "2031-12-03", 0.3), resolves("yes", "2031-12-30")),
    )
    questions = assembled((*ASKED, child), moves)
    recorded = (*RECORDED, Recorded(child, "A", at("2031-11-01")),
                *(Recorded(one, "A", at("2031-12-30")) for one in moves[len(MOVES):]))  # fmt: skip
    brief = made(replace(held(), questions=questions, recorded=recorded))
    told = next(text for text in texts(brief, "asked") if child.text in text)
    assert "Annulled: “its condition asked for 'yes' and got 'no'”" in told
    assert (
        "Asked only for the case that “Will the ferry sail before November ends?” ends yes" in told
    )


def test_likelihood_and_confidence_never_stand_in_one_sentence() -> None:
    mixed = chained(
        ASKED[0], gives("Ana Brandt", "2031-11-10", 0.2, words="low, with high confidence")
    )
    brief = made(
        replace(
            held(),
            questions=assembled(ASKED[:1], mixed),
            recorded=(*RECORDED[:3], Recorded(ASKED[0], "A", at("2031-11-01")),
                      Recorded(mixed[0], "A", at("2031-11-10"))),
        )
    )  # fmt: skip
    assert texts(brief, "forecast") == [
        "Ana Brandt, 10 November 2031, 09:00 UTC: 20 % (unlikely, ICD 203)"
    ]


def test_a_draft_quotes_its_words_and_sets_no_day_that_nobody_stated(brief: Brief) -> None:
    (draft,) = texts(brief, "draft")
    assert "“If the port were hit, trade would end within days”" in draft
    assert draft.endswith("Due: no day is stated.")


def test_a_day_counted_from_the_report_is_told_by_its_words() -> None:
    words = said("If the port were hit")
    due = When("within days", "2031-11/2031-12", "computed", anchor="2031-11-28", inputs=("a",))
    draft = QuestionDraft(words.id, words.content.exact, words.kind, due=due)
    (told,) = texts(made(replace(held(), drafts=(draft,))), "draft")
    assert "Due: “within days”, counted from 28 November 2031." in told


def test_a_draft_that_was_asked_is_not_told_twice() -> None:
    drawn = replace(TOLL, statement=said("If the port were hit").id)
    brief = made(
        replace(
            held(), questions=(drawn,), recorded=(*RECORDED, Recorded(drawn, "A", at("2031-12-01")))
        )
    )
    assert texts(brief, "draft") == []


def test_the_terminal_shows_them_too(brief: Brief) -> None:
    assert "Speaks against it: 3" in plain_text(brief)


def forged(brief: Brief, name: str, change: Payload, *, rehash: bool = False) -> str:
    """Return the brief as JSON after `change` to the payload of one record, its id fitted or not."""
    envelope = json.loads(to_text(brief))
    record = next(one for one in envelope["brief"]["records"] if one["id"] == name)
    payload = json.loads(record["payload"])
    change(payload)
    read = decode(record["type"], json.dumps(payload))
    record["payload"] = canonical_json(read)
    if rehash:
        record["record"] = read.id
    return json.dumps(envelope)


def name_of(brief: Brief, record: object) -> str:
    wanted = canonical_json(record)
    return next(one.id for one in brief.records if one.payload == wanted)


def _rate(payload: dict[str, Any]) -> None:
    payload["evidence"][0]["rating"] = "CC"


def _hold(payload: dict[str, Any]) -> None:
    payload["forecast"]["probability"] = 0.95


def _turn(payload: dict[str, Any]) -> None:
    payload["resolution"]["outcome"] = "yes"


@pytest.mark.parametrize("rehash", [False, True])
@pytest.mark.parametrize(
    ("record", "change"), [(SMUGGLING, _rate), (MOVES[0], _hold), (MOVES[1], _turn)]
)
def test_a_rating_a_probability_or_an_outcome_altered_in_the_evidence_is_refused(
    brief: Brief, record: object, change: Payload, rehash: bool
) -> None:
    receipt = verify(forged(brief, name_of(brief, record), change, rehash=rehash))
    why = "\n".join(one.why for one in receipt.failures)
    assert not receipt.ok
    assert ("does not follow" in why) if rehash else ("does not hash to its id" in why)


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        ("score", "Brier 0.010", "Brier 0.001"),
        ("hypothesis", "against it: 3", "against it: 2"),
        ("forecast", "30 %", "40 %"),
        ("resolution", "Resolved: yes", "Resolved: no"),
        ("rating", "| inconsistent", "| consistent"),
    ],
)
def test_a_figure_altered_in_a_sentence_is_refused(
    brief: Brief, form: str, old: str, new: str
) -> None:
    envelope = to_text(brief)
    at_fault = next(one for one in brief.all_sentences() if one.form == form and old in one.text)
    tampered = envelope.replace(
        json.dumps(at_fault.text, ensure_ascii=False),
        json.dumps(at_fault.text.replace(old, new), ensure_ascii=False),
    )
    assert tampered != envelope
    assert at_fault.id in {one.sentence_id for one in verify(tampered).failures}


def without(brief: Brief, name: str) -> Brief:
    """Return the brief without a record, those after it renamed as if it had never been there."""
    gone = int(name[1:])
    renamed = {f"h{at}": f"h{at - 1}" for at in range(gone + 1, len(brief.records) + 1)}
    envelope = json.loads(to_text(brief))["brief"]
    kept = [one for one in brief.records if one.id != name]
    records = tuple(replace(one, id=f"h{at}") for at, one in enumerate(kept, start=1))
    assert envelope["records"][gone - 1]["id"] == name

    def changed(sentence: Any) -> Any:
        support = tuple(
            replace(one, id=renamed.get(one.id, one.id))
            for one in sentence.support
            if one.id != name
        )
        return replace(sentence, support=support)

    sections = tuple(
        replace(section, blocks=tuple(
            replace(block, heading=block.heading and changed(block.heading),
                    rows=tuple(map(changed, block.rows)),
                    sentences=tuple(map(changed, block.sentences)),
                    topics=tuple(replace(topic, sentence=changed(topic.sentence),
                                         under=tuple(map(changed, topic.under)))
                                 for topic in block.topics))
            for block in section.blocks))
        for section in brief.sections
    )  # fmt: skip
    return replace(brief, records=records, sections=sections)


def test_a_forecast_cannot_be_left_out_between_two_others(brief: Brief) -> None:
    names = [name_of(brief, move) for move in MOVES if move.question == TOLL.key]
    found = check(without(brief, names[1]))
    assert any("does not follow the forecast or resolution before it" in one.why for one in found)


@pytest.mark.parametrize("change", ["type", "payload", "number", "twice"])
def test_evidence_that_is_no_record_is_refused_without_a_traceback(
    brief: Brief, change: str
) -> None:
    first = brief.records[0]
    broken: dict[str, tuple[CitedRecord, ...]] = {
        "type": (replace(first, type="question"), *brief.records[1:]),
        "payload": (replace(first, payload="{}"), *brief.records[1:]),
        "number": (replace(first, id="h99"), *brief.records[1:]),
        "twice": (*brief.records, replace(first, id=f"h{len(brief.records) + 1}")),
    }
    assert check(replace(brief, records=broken[change]))


def test_a_record_that_no_sentence_tells_of_is_refused(brief: Brief) -> None:
    extra = Question("Will it rain?", "binary", unscorable="nobody asked")
    cited = CitedRecord(f"h{len(brief.records) + 1}", "question", extra.id, canonical_json(extra),
                        "A", at("2031-12-01"))  # fmt: skip
    found = check(replace(brief, records=(*brief.records, cited)))
    assert any(one.sentence_id == cited.id for one in found)


def test_hostile_words_of_people_stay_words() -> None:
    evil = "</script><img src=x onerror=alert(1)>`|[x](javascript:y)"
    record = Hypothesis(evil, "explanation", name="evil", question=evil, assumptions=(evil,))
    given = replace(
        held(), hypotheses=(record,), indicators=(CONVOY,),
        recorded=(*RECORDED, Recorded(record, evil, at("2031-12-01"))),
    )  # fmt: skip
    brief = made(given)
    page = render_html(brief)
    assert "<img" not in page
    assert verify(page).ok
    assert verify(render_markdown(brief)).ok


def test_a_number_is_scored_without_a_base_rate(brief: Brief) -> None:
    assert not any("CRPS" in text and "Base rate" in text for text in texts(brief, "score"))


def test_what_stands_under_a_question_is_of_that_question(brief: Brief) -> None:
    section = next(one for one in brief.sections if one.id == "questions")
    block = section.blocks[0]
    first, second, *rest = block.topics
    swapped = (replace(first, under=second.under), replace(second, under=first.under), *rest)
    moved = replace(section, blocks=(replace(block, topics=swapped), *section.blocks[1:]))
    sections = tuple(moved if one.id == "questions" else one for one in brief.sections)
    found = check(replace(brief, sections=sections))
    assert any(one.why == "it is not of what it stands under" for one in found)


def test_no_two_forms_bear_one_name() -> None:
    listed = (ASSESSED_FORMS, JUDGED_FORMS, ASKED_FORMS, SCORE_FORMS, LINK_FORMS, NEWS_FORMS)
    names = [name for forms in listed for name in forms]
    assert len(names) == len(set(names))
    assert not set(names) & {
        "lead",
        "step",
        "scope",
        "observation",
        "event",
        "timeline",
        "not_told",
    }
