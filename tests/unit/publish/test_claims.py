"""Honest evidence under a dishonest sentence: neither compiling nor verifying accepts it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.unit.assess.lawcase import reading_of
from tests.unit.publish.crisis import HERALD, POST, Writer, day, document, material, strikes

from onrecord.domain.brief import Block, Brief, Citation, Sentence, Support
from onrecord.domain.errors import CompileError
from onrecord.domain.quantity import Quantity
from onrecord.domain.reading import Reading
from onrecord.domain.span import CONTEXT_CHARS, Extent, span_at
from onrecord.domain.statement import Counted
from onrecord.domain.unknown import Unknown
from onrecord.domain.where import Where
from onrecord.publish.borders import bound_left_out, cuts
from onrecord.publish.check import check
from onrecord.publish.claims import (
    doubts,
    field_follows,
    no_alteration,
    no_disagreement,
    no_edit,
    no_step,
    stands_whole,
)
from onrecord.publish.compile import compile_brief
from onrecord.publish.evidence import evidence_of
from onrecord.publish.forms import write
from onrecord.publish.render import render_html, render_json, render_markdown
from onrecord.publish.verify import verify
from onrecord.publish.whole import whole_reading

BRIEF = compile_brief(material(), generator="onrecord test")
EVIDENCE = evidence_of(BRIEF.citations, BRIEF.documents)


def cited(words: str, *, figure: bool = False) -> str:
    """Return the name of the citation whose words hold `words`."""
    return next(
        one.id
        for one in BRIEF.citations
        if words in one.span.exact and (one.counted is not None) == figure
    )


def named(publisher: str) -> str:
    return next(one.id for one in BRIEF.documents if one.card["publisher"] == publisher)


def sentence(form: str, *support: tuple[str, str], given: tuple[str, ...] = ()) -> Sentence:
    return Sentence(
        "s1", form, "", tuple(Support(*one) for one in support), "quoted", given
    )  # fmt: skip


def pair(form: str, first: str, second: str) -> Sentence:
    return sentence(form, (first, "earlier"), (second, "later"))


@pytest.mark.parametrize(
    ("forged", "why"),
    [
        (
            pair("step", cited("21", figure=True), cited("100", figure=True)),
            "do not count the same",
        ),
        (pair("step", cited("29", figure=True), cited("21", figure=True)), "of an earlier day"),
        (
            replace(pair("lead", cited("29", figure=True), cited("21", figure=True)), given=("",)),
            "of an earlier day",
        ),
        (pair("altered_quote", cited("will not"), cited("declined")), "no direct quotation"),
        (pair("altered_quote", cited("will not"), cited("will not")), "do not differ in words"),
        (pair("disagreement", cited("will not"), cited("first boat")), "do not disagree"),
        (pair("disagreement", cited("will not"), cited("will not")), "one voice in one report"),
        (sentence("undated", (named("The Herald"), "source")), "bears a date"),
        (sentence("unpublished", (named("The Herald"), "source")), "names its publisher"),
        (sentence("undated_figure", (cited("21", figure=True), "figure")), "day of the figure"),
        (sentence("not_told", (cited("will not"), "content")), "does not call this unknown"),
        (sentence("conflict", (cited("will not"), "content")), "nothing in the statement"),
        (sentence("document_conflict", (named("The Herald"), "source")), "nothing about the date"),
        (sentence("said", (cited("first boat"), "content")), "nobody is reported"),
        (sentence("imagined", (cited("first boat"), "content")), "means this as more"),
        (sentence("edited", (cited("will not"), "now")), "replaces no other version"),
        (sentence("edited", (cited("will not"), "was")), "no document of the brief replaces it"),
        (
            sentence("edited", (cited("Twelve"), "was"), (cited("shall not"), "now")),
            "replaces no other version",
        ),
        (
            sentence("edited", (cited("will not"), "was"), (cited("Dozens of boats were"), "now")),
            "not versions of one another",
        ),
        (sentence("edited", (cited("Twelve"), "content")), "words before, words after"),
    ],
)
def test_honest_words_do_not_bear_a_claim_they_do_not_make(forged: Sentence, why: str) -> None:
    with pytest.raises(CompileError, match=why):
        write(forged, EVIDENCE)
    section = BRIEF.sections[0]
    lying = replace(
        section, blocks=(*section.blocks, Block(sentences=(replace(forged, id="s999"),)))
    )
    receipt = verify(render_json(replace(BRIEF, sections=(lying, *BRIEF.sections[1:]))))
    assert any(one.sentence_id == "s999" and why in one.why for one in receipt.failures)


def test_words_taken_out_need_the_version_that_lacks_them() -> None:
    lone = sentence("edited", (cited("Twelve"), "was"))
    assert write(lone, EVIDENCE).text.endswith("“Twelve boats were sunk.” was removed")
    before = next(
        one for one in BRIEF.documents for passage in one.passages if "Twelve" in passage.text
    )
    with pytest.raises(CompileError, match="no document of the brief replaces it"):
        write(lone, evidence_of(BRIEF.citations, (before,)))


def test_an_actor_is_that_of_a_cited_statement_and_no_part_of_its_passage() -> None:
    own = document(HERALD, day=day("2031-11-28"))
    made = Writer(HERALD, own).add(
        "Coast guard vessels have carried out 21 strikes",
        "occ.event",
        actor="Coast guard vessels",
        where=Where("at the pier", "the pier"),
    )

    def follows(name: str, value: str) -> bool:
        near = "The Roman coast guard of Norrast"
        return field_follows(name, value, statement=made, near=lambda _: near)

    assert follows("actor", "Coast guard vessels")
    assert not follows("actor", "coast guard")
    assert follows("area", "the pier")
    assert follows("area", "Norrast")
    assert not follows("area", "Oman")
    assert not follows("area", "")


def test_a_figure_without_a_day_is_no_step() -> None:
    counted = Counted(span_at("21 strikes", Extent(0, 10), document="doc"), strikes(21))
    assert "without a day" in no_step(counted, counted, days=(Unknown("untold"), day("2031")))


def test_two_speakers_are_no_altered_quotation() -> None:
    own = document(POST, day=day("2031-12-30"))
    writer = Writer(POST, own)
    first = writer.add(
        "We shall not stop", "say.pledge", mode="direct", voices=(writer.voice("Ruel"),)
    )
    other = replace(
        first, voices=(writer.voice("The navy"),), content=writer.span("shall not stop")
    )
    assert "not of one speaker" in no_alteration(first, other)


def test_a_denial_answers_only_what_is_reported_of_the_denier() -> None:
    own = document(POST, day=day("2031-12-30"))
    writer = Writer(POST, own)
    denial = writer.add(
        "it had fired on a ferry", "say.deny", "CT-", voices=(writer.voice("The navy"),)
    )
    accused = writer.add("the first boat was hit", "occ.event", actor="the navy")
    assert no_disagreement(accused, denial) == ""
    assert "do not disagree" in no_disagreement(replace(accused, actor="pirates"), denial)


def test_two_documents_are_versions_only_when_one_card_names_the_other() -> None:
    first = document(HERALD)
    assert no_edit(first, document(POST, version_of=first.id)) == ""
    assert "not versions" in no_edit(first, document(POST, version_of="doc-" + "0" * 32))


@pytest.mark.parametrize(
    ("text", "words"), [("a Roman road", "Oman"), ("the Omani navy", "Oman"), ("at sea", "")]
)
def test_a_name_inside_a_word_is_no_name(text: str, words: str) -> None:
    assert not stands_whole(words, text)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda brief: replace(brief, generator="the ministry"), "not named as a version"),
        (lambda brief: _moved(brief, "said", "timeline"), "does not belong here"),
        (lambda brief: _moved(brief, "timeline", "imagined"), "does not belong here"),
        (
            lambda brief: replace(
                brief, lead=sentence("on_record", (named("The Herald"), "source"))
            ),
            "no count has changed where one has",
        ),
        (lambda brief: _swapped_headings(brief, "counts"), "not that of its figures"),
        (lambda brief: _swapped_headings(brief, "said"), "not that of its speaker"),
    ],
)
def test_a_sentence_stands_only_where_it_belongs(
    change: Callable[[Brief], Brief], why: str
) -> None:
    forged = change(BRIEF)
    assert any(why in one.why for one in check(forged))
    assert any(why in one.why for one in verify(render_json(forged)).failures)


def _moved(brief: Brief, source: str, target: str) -> Brief:
    """Return the brief with the blocks of one section under the heading of another."""
    blocks = next(one.blocks for one in brief.sections if one.id == source)
    return replace(
        brief,
        sections=tuple(
            replace(one, blocks=blocks) if one.id == target else one for one in brief.sections
        ),
    )


def _swapped_headings(brief: Brief, name: str) -> Brief:
    section = next(one for one in brief.sections if one.id == name)
    first, second, *rest = section.blocks
    swapped = replace(
        section,
        blocks=(
            replace(first, heading=second.heading), replace(second, heading=first.heading), *rest
        ),
    )  # fmt: skip
    return replace(
        brief, sections=tuple(swapped if one.id == name else one for one in brief.sections)
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("killing 183 people", "83 people"),
        ("killing 1,183 people", "183 people"),
        ("killing 83.5 tons", "5 tons"),
        ("We will not stopped", "We will not stop"),
        ("some 1,183 dead", "1"),
    ],
)
def test_words_that_cut_a_word_or_a_number_are_told(text: str, words: str) -> None:
    at = text.rindex(words) if words != "1" else text.index(words)
    assert cuts(text, at, at + len(words))
    whole = text.rsplit(maxsplit=1)[-1]
    assert not cuts(text, len(text) - len(whole), len(text))


@pytest.mark.parametrize(
    "cue",
    ["at least", "more than", "fewer than", "up to", "about", "nearly", "over", "almost",
     "as many as", "No more than", "around", "some"],
)  # fmt: skip
def test_a_bound_before_a_figure_cannot_be_left_out(cue: str) -> None:
    text = f"They counted {cue} 83 people"
    at = text.index("83")
    span = span_at(text, Extent(at, len(text)), document="doc")
    exact = Counted(span, Quantity(83, 83, 83, "people_killed"))
    assert bound_left_out(text, exact, start=at) == cue
    bound = replace(exact, quantity=replace(exact.quantity, bound="approx", approximator=cue))
    assert bound_left_out(text, bound, start=at) == ""


@pytest.mark.parametrize(
    ("words", "why"), [("3 people", "within a word"), ("83 people", "at least")]
)
def test_a_figure_cut_out_of_its_words_is_refused(words: str, why: str) -> None:
    citation = next(one for one in BRIEF.citations if one.span.exact == "at least 83 people")
    forged = replace(BRIEF, citations=tuple(
        _recut(one, words) if one.id == citation.id else one for one in BRIEF.citations
    ))  # fmt: skip
    assert any(why in one.why for one in check(forged))


def _recut(citation: Citation, words: str) -> Citation:
    """Return the citation of the end of its words alone, every id made anew."""
    assert citation.statement is not None
    start = citation.span.end - len(words)
    before = citation.span.prefix + citation.span.exact[: -len(words)]
    span = replace(citation.span, start=start, exact=words, prefix=before[-CONTEXT_CHARS:])
    value = int(words.split(maxsplit=1)[0])
    counted = Counted(span, Quantity(value, value, value, "people_killed"))
    statement = replace(citation.statement, quantities=(counted,))
    return replace(
        citation, span=span, statement=statement, statement_id=statement.id, counted=counted
    )


def test_a_statement_cut_within_a_word_is_left_out_of_a_brief() -> None:
    own = document(HERALD, day=day("2031-11-28"))
    writer = Writer(HERALD, own)
    writer.add("e will not stop", "say.pledge")
    kept = writer.add("We will not stop", "say.pledge")
    found = Reading(own, HERALD, tuple(writer.found))
    assert whole_reading(found).statements == (kept,)


@pytest.mark.parametrize("render", [render_html, render_markdown, render_json])
def test_controls_that_turn_letters_around_are_shown_not_obeyed(
    render: Callable[[Brief], str],
) -> None:
    turned = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
    kept = "\u200e\u200f"
    text = render(
        compile_brief(material(hostile=f" Kemi{turned}(x){kept}"), generator="onrecord test")
    )
    assert not set(turned) & set(text)
    assert kept in text
    if render is not render_json:
        assert "[U+202E" in text.replace("\\", "")
        assert "[U+2066](" not in text.replace("]\\(", "")
    assert verify(text).ok


def test_how_soon_was_meant_is_a_doubt() -> None:
    said, done = (
        one
        for text in (
            "Velmara's president said that land operations will begin very soon.",
            "Velmara struck a camp in Ilvane on Monday.",
        )
        for one in reading_of(text).statements[:1]
    )
    assert "how soon “very soon” meant is open" in doubts(said, done)
