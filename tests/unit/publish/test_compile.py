from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.publish.crisis import material

from onrecord.domain.brief import Brief
from onrecord.domain.errors import CompileError
from onrecord.domain.quantity import Difference
from onrecord.domain.timeline import TimelineEntry
from onrecord.domain.when import When
from onrecord.publish.accounts import is_imagined
from onrecord.publish.check import check
from onrecord.publish.compile import compile_brief


@pytest.fixture(scope="module")
def brief() -> Brief:
    return compile_brief(material(), generator="onrecord test")


def texts(brief: Brief, section: str) -> list[str]:
    found = next(one for one in brief.sections if one.id == section)
    return [sentence.text for block in found.blocks for sentence in block.all_sentences()]


def test_a_determined_change_says_by_how_much(brief: Brief) -> None:
    assert (
        "Strikes, since September 2031: 21 as of 28 November 2031, at least 29 as of 30 December "
        "2031: at least 8 more."
    ) in texts(brief, "changed")


def test_an_undetermined_change_is_said_to_be_undetermined(brief: Brief) -> None:
    assert (
        "People killed: at least 83 as of 28 November 2031, more than 100 as of 30 December 2031; "
        "the difference cannot be determined from these figures."
    ) in texts(brief, "changed")


def test_the_lead_names_what_moved_on_the_latest_day(brief: Brief) -> None:
    assert brief.lead is not None
    assert brief.lead.text == (
        "By 30 December 2031: strikes 21, then at least 29 (at least 8 more); people killed at least "
        "83, then more than 100 (difference not determined)."
    )


def test_a_figure_that_is_only_repeated_is_no_change() -> None:
    whole = material()
    tally = whole.tallies[1]
    step = tally.steps[0]
    doubled = replace(tally, steps=(step, step))
    made = compile_brief(replace(whole, tallies=(doubled,)), generator="onrecord test")
    assert sum(text.startswith("People killed") for text in texts(made, "changed")) == 1


def test_an_edit_shows_the_sentence_before_and_after(brief: Brief) -> None:
    assert (
        "Edited after publication (The Quay Report, undated): “Twelve boats were sunk.” became "
        "“Dozens of boats were sunk.”"
    ) in texts(brief, "changed")


def test_an_altered_quotation_shows_both_versions(brief: Brief) -> None:
    found = [text for text in texts(brief, "standing") if text.startswith("Quoted in different")]
    assert len(found) == 1
    assert "We will not stop" in found[0]
    assert "We shall not stop" in found[0]


def test_a_wrong_weekday_is_shown_with_the_right_one(brief: Brief) -> None:
    assert any(text.endswith("14 April 2031 was a Monday.") for text in texts(brief, "changed"))


def test_a_wrong_remark_about_the_calendar_is_not_printed() -> None:
    whole = material()
    post = whole.readings[1]
    statements = tuple(
        replace(one, when=replace(one.when, conflict="14 April 2031 was a Friday"))
        if isinstance(one.when, When) and one.when.conflict
        else one
        for one in post.statements
    )
    timeline = tuple(
        TimelineEntry(one.when, one)
        for one in statements
        if isinstance(one.when, When) and one.when.conflict
    )
    readings = (whole.readings[0], replace(post, statements=statements), whole.readings[2])
    made = compile_brief(
        replace(whole, readings=readings, timeline=timeline), generator="onrecord test"
    )
    assert not any("Friday" in text for text in texts(made, "changed"))


def test_undated_entries_come_last_and_say_why(brief: Brief) -> None:
    last = texts(brief, "timeline")[-1]
    assert last.startswith("Undated (the report bears no date): “Dozens of boats were sunk”")


def test_refusals_and_denials_are_marked_in_words(brief: Brief) -> None:
    said = texts(brief, "said")
    assert any(text.startswith("Refusal to comment: ") for text in said)
    assert any(text.startswith("Denial: ") and "denied by The navy" in text for text in said)


def test_what_is_only_imagined_stands_in_its_own_section(brief: Brief) -> None:
    imagined = texts(brief, "imagined")
    assert any("trade would end within days" in text for text in imagined)
    assert not any("trade would end" in text for text in texts(brief, "timeline"))
    assert not any("trade would end" in text for text in texts(brief, "said"))


def test_nothing_imagined_reaches_the_timeline() -> None:
    whole = material()
    held = next(one for one in whole.readings[0].statements if is_imagined(one))
    entry = TimelineEntry(whole.timeline[0].when, held)
    with pytest.raises(CompileError, match="held back"):
        compile_brief(replace(whole, timeline=(entry,)), generator="onrecord test")


def test_undated_documents_are_listed_as_not_known(brief: Brief) -> None:
    assert any(
        text.startswith("“A note” (The Quay Report) bears no date")
        for text in texts(brief, "unknown")
    )


def test_sources_are_counted_by_origin(brief: Brief) -> None:
    assert texts(brief, "sources") == ["3 origins, 3 articles."]


def test_reports_that_share_an_origin_count_once() -> None:
    whole = material()
    shared = tuple((reading.document.id, "herald") for reading in whole.readings)
    tallies = tuple(
        replace(
            tally,
            observations=tuple(replace(one, lineage="herald") for one in tally.observations),
        )
        for tally in whole.tallies
    )
    made = compile_brief(
        replace(whole, lineages=shared, tallies=tallies), generator="onrecord test"
    )
    assert texts(made, "sources") == ["1 origin, 3 articles."]


def test_the_same_material_gives_the_same_brief(brief: Brief) -> None:
    assert compile_brief(material(), generator="onrecord test") == brief


def test_a_compiled_brief_passes_its_own_check(brief: Brief) -> None:
    assert check(brief) == ()


def test_every_sentence_has_support(brief: Brief) -> None:
    assert all(sentence.support for sentence in brief.all_sentences())


def test_a_step_whose_change_its_figures_do_not_give_does_not_compile() -> None:
    whole = material()
    wrong = replace(whole.tallies[0].steps[0], change=Difference(9, None))
    tallies = (replace(whole.tallies[0], steps=(wrong,)), whole.tallies[1])
    with pytest.raises(CompileError, match="names a change that its figures do not give"):
        compile_brief(replace(whole, tallies=tallies), generator="onrecord test")


def test_a_figure_its_statement_does_not_hold_does_not_compile() -> None:
    whole = material()
    tally = whole.tallies[0]
    observation = replace(
        tally.observations[0],
        quantity=replace(tally.observations[0].quantity, value=22, low=22, high=22),
    )
    changed = replace(tally, observations=(observation, tally.observations[1]), steps=())
    with pytest.raises(CompileError, match="does not state the figure"):
        compile_brief(replace(whole, tallies=(changed,)), generator="onrecord test")


def test_words_that_do_not_stand_in_the_text_do_not_compile() -> None:
    whole = material()
    text = whole.readings[0].text.replace("21 strikes", "22 strikes")
    readings = (replace(whole.readings[0], text=text), *whole.readings[1:])
    with pytest.raises(CompileError, match="does not stand in the text"):
        compile_brief(replace(whole, readings=readings), generator="onrecord test")


def test_a_date_nothing_gives_does_not_compile_and_names_the_sentence() -> None:
    whole = material()
    entry = whole.timeline[0]
    moved = replace(entry, when=replace(entry.when, edtf="2031-04-15"))
    with pytest.raises(CompileError, match=r"sentence s\d+: .*date is none"):
        compile_brief(replace(whole, timeline=(moved,)), generator="onrecord test")


def test_a_number_its_words_do_not_state_is_quoted_not_printed() -> None:
    whole = material()
    post = whole.readings[2]
    made = compile_brief(whole, generator="onrecord test")
    assert post.text.startswith("Nobody")
    assert not any(
        "24" in sentence.text for sentence in made.all_sentences() if "boats were" in sentence.text
    )


def test_an_empty_record_compiles_to_a_brief_without_sentences() -> None:
    whole = replace(
        material(), readings=(), superseded=(), tallies=(), timeline=(), links=(), revisions=()
    )
    made = compile_brief(whole, generator="onrecord test")
    assert made.lead is None
    assert made.sections == ()


def test_a_long_list_says_how_many_entries_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.publish.accounts.MAX_IMAGINED", 1)
    made = compile_brief(material(), generator="onrecord test")
    assert texts(made, "imagined")[-1] == (
        "1 more entry is left out here: onrecord statements lists every one."
    )
