from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.publish.crisis import material

from onrecord.domain.errors import CompileError
from onrecord.publish.compile import compile_brief
from onrecord.publish.evidence import evidence_of
from onrecord.publish.forms import FORMS, parts_of, text_of, write
from onrecord.publish.parts import is_generic, quoted
from onrecord.publish.wording import DOMAIN_WORDS

BRIEF = compile_brief(material(), generator="onrecord test")
EVIDENCE = evidence_of(BRIEF.citations, BRIEF.documents)
SENTENCES = {sentence.id: sentence for sentence in BRIEF.all_sentences()}


def test_law_7_our_own_words_hold_no_number_and_no_name() -> None:
    labels = {"Strikes", "People killed"}
    for sentence in SENTENCES.values():
        if sentence.form == "left_out":
            continue
        for at, part in enumerate(parts_of(sentence, EVIDENCE)):
            if part.kind == "fixed" and part.words not in labels:
                assert not any(letter.isdigit() for letter in part.words), part
                assert at == 0 or not any(word[:1].isupper() for word in part.words.split()), part


def test_law_7_quoted_words_stand_in_a_cited_passage_or_card() -> None:
    held = [passage.text for one in BRIEF.documents for passage in one.passages]
    held += [str(one.card[key]) for one in BRIEF.documents for key in ("title", "publisher")]
    for sentence in SENTENCES.values():
        for part in parts_of(sentence, EVIDENCE):
            if part.kind == "quote":
                assert any(part.words in text for text in held), part


def test_writing_a_sentence_again_gives_the_same_sentence() -> None:
    assert all(write(sentence, EVIDENCE) == sentence for sentence in SENTENCES.values())


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_form_without_support_does_not_write(form: str) -> None:
    bare = replace(SENTENCES["s2"], form=form, support=(), given=())
    if form in ("origins", "sources", "on_record", "lead", "how_scored"):
        assert "21" not in text_of(parts_of(bare, EVIDENCE)) if form != "lead" else True
        return
    with pytest.raises(CompileError):
        write(bare, EVIDENCE)


@pytest.mark.parametrize(
    "given",
    ["actor:the air force", "area:Oslo", "domain:sea", "domain:moon", "window:2029", "when:2031"],
)
def test_a_scope_that_nothing_cited_gives_does_not_compile(given: str) -> None:
    with pytest.raises(CompileError, match="stands in none"):
        write(replace(SENTENCES["s2"], given=(given,)), EVIDENCE)


@pytest.mark.parametrize("given", [("statements",), ("spells", "a"), ("statements", "a", "a"), ()])
def test_a_list_cannot_claim_to_leave_out_what_it_does_not_name(given: tuple[str, ...]) -> None:
    with pytest.raises(CompileError):
        write(replace(SENTENCES["s2"], form="left_out", support=(), given=given), EVIDENCE)


def test_words_that_bring_their_own_marks_get_no_second_pair() -> None:
    assert [part.words for part in quoted('"Stop,"')] == ['"Stop,"']
    assert [part.words for part in quoted("Stop")] == ["“", "Stop", "”"]


@pytest.mark.parametrize(
    "label", ["the ministry", "The Ministry", "its foreign minister", "officials"]
)
def test_a_label_anybody_may_bear_is_generic(label: str) -> None:
    assert is_generic(label)


@pytest.mark.parametrize(
    "label", ["Ana Ruel", "Norrast", "the Ministry of Health", "The New Daily"]
)
def test_a_name_is_not_generic(label: str) -> None:
    assert not is_generic(label)


def test_every_domain_has_words() -> None:
    assert {"land", "sea", "air"} <= set(DOMAIN_WORDS)
