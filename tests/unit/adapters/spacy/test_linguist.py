from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from tests.fakes.spacy_pipelines import pipelines

from onrecord.adapters.spacy.linguist import SpacyLinguist, with_one_root, words_of
from onrecord.domain.errors import ContentError
from onrecord.domain.span import Extent
from onrecord.ports.linguist import Parse, Token


def linguist(scheme: str = "clearnlp") -> SpacyLinguist:
    return SpacyLinguist(str(pipelines()[scheme]))


def read(analyser: SpacyLinguist, line: str) -> Parse:
    (parse,) = analyser.analyse(line, [Extent(0, len(line))])
    return parse


def built(**given_: Any) -> Doc:
    return Doc(spacy.blank("en").vocab, **given_)


def test_both_schemes_give_the_same_tree() -> None:
    for line in (
        "The dam broke on Monday.",
        "The bridge was unsafe.",
        "The minister said that rebels shelled Goma.",
        "Twelve people died in Goma.",
    ):
        assert read(linguist("clearnlp"), line) == read(linguist("universal"), line)


def test_tags_and_lemmas_are_those_of_the_pipeline() -> None:
    shelled, goma = read(linguist(), "Troops shelled Goma on Monday.").tokens[1:3]
    assert (shelled.lemma, shelled.upos, shelled.xpos) == ("shell", "VERB", "VBD")
    assert (goma.lemma, goma.upos, goma.xpos) == ("Goma", "PROPN", "NNP")


def test_the_name_says_language_name_and_version() -> None:
    assert linguist().name == "spacy en_clearnlp 1.2.3"


def test_what_hung_from_a_space_hangs_from_its_governor() -> None:
    doc = built(
        words=["Goma", " ", "fell", "\n"],
        spaces=[True, False, False, False],
        heads=[1, 2, 2, 2],
        deps=["nsubj", "dep", "ROOT", "dep"],
        morphs=["Number=Sing", "", "VerbForm=Fin|Mood=Ind", ""],
    )
    text = "> " + doc.text
    goma, fell = words_of(doc, text, 2)
    assert (goma.text, goma.start, goma.head) == ("Goma", 2, 1)
    assert (fell.text, fell.start, fell.head) == ("fell", 8, -1)
    assert fell.feats == "Mood=Ind|VerbForm=Fin"


def test_what_hung_from_a_space_that_is_the_root_becomes_one() -> None:
    doc = built(words=[" ", "fell"], spaces=[False, False], heads=[0, 0], deps=["ROOT", "dep"])
    (fell,) = with_one_root(words_of(doc, doc.text, 0))
    assert (fell.head, fell.deprel) == (-1, "root")


def test_later_roots_hang_from_the_first() -> None:
    doc = built(words=["It", "fell", "They", "ran"], heads=[1, 1, 3, 3], deps=["nsubj", "ROOT"] * 2)
    tokens = with_one_root(words_of(doc, doc.text, 0))
    assert [token.head for token in tokens] == [1, -1, 3, 1]
    assert [token.deprel for token in tokens] == ["nsubj", "root", "nsubj", "parataxis"]


@given(st.lists(st.integers(-1, 7), min_size=1, max_size=8))
def test_whatever_the_governors_the_result_is_one_tree(heads: list[int]) -> None:
    drawn = [min(head, len(heads) - 1) for head in heads]
    tokens = with_one_root(
        tuple(
            Token(at, at + 1, "x", "x", "X", "", "", head, "dep") for at, head in enumerate(drawn)
        )
    )
    assert [token.head for token in tokens].count(-1) == 1
    for at in range(len(tokens)):
        steps = 0
        while tokens[at].head >= 0:
            at, steps = tokens[at].head, steps + 1  # noqa: PLW2901 - climbs to the root
            assert steps < len(tokens)


def test_lemmas_are_lower_case_but_those_of_proper_nouns() -> None:
    doc = built(words=["They", "NATO"], pos=["PRON", "PROPN"], lemmas=["They", "NATO"])
    assert [word.lemma for word in words_of(doc, doc.text, 0)] == ["they", "NATO"]


def test_names_are_those_the_reader_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Ona Lisk UN Corrow Square Velmaran Falcon Monday Goma".split()
    labels = "PERSON LOC ORG GPE FAC NORP PRODUCT DATE PER".split()
    analyser = linguist()

    def named(line: str) -> Doc:
        doc = analyser._loaded.language.make_doc(line)
        doc.ents = tuple(Span(doc, at, at + 1, label) for at, label in enumerate(labels))
        return doc

    line = " ".join(words)
    monkeypatch.setattr(analyser, "_run", named)
    found = [(line[one.start : one.end], one.label) for one in read(analyser, line).entities]
    assert found == [
        ("Ona", "PER"), ("Lisk", "LOC"), ("UN", "ORG"), ("Corrow", "LOC"), ("Square", "FAC"),
        ("Velmaran", "NORP"), ("Goma", "PER"),
    ]  # fmt: skip


def test_a_very_long_sentence_is_read_in_pieces_and_nothing_is_lost() -> None:
    analyser = linguist("universal")
    analyser._loaded.language.max_length = 500
    line = "The dam broke on Monday, " * 60 + "x" * 1_200 + " and Goma fell."
    parse = read(analyser, line)
    assert "".join(token.text for token in parse.tokens) == line.replace(" ", "")
    assert all(line[token.start : token.end] == token.text for token in parse.tokens)
    assert [token.head for token in parse.tokens].count(-1) == 1
    assert [line[one.start : one.end] for one in parse.entities] == ["Goma"]


def test_sentences_start_where_the_pipeline_starts_them() -> None:
    analyser = linguist("universal")
    analyser._loaded.language.add_pipe("sentencizer", first=True)
    text = "> Troops shelled Goma on Monday.  The dam broke on Monday. The bridge was unsafe."
    starts = analyser.sentence_starts(text, Extent(2, len(text)))
    assert starts == (text.index("The dam"), text.index("The bridge"))


def test_nothing_is_said_of_sentences_where_there_is_one() -> None:
    line = " The dam broke on Monday. "
    assert linguist().sentence_starts(line, Extent(0, len(line))) == ()
    assert linguist().sentence_starts(line, Extent(0, 0)) == ()


def test_a_pipeline_that_fails_on_a_sentence_is_a_content_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    analyser = linguist()

    def failing(line: str) -> Doc:
        raise ValueError(f"too much\nof {line}")

    monkeypatch.setattr(analyser._loaded.language, "make_doc", failing)
    with pytest.raises(ContentError, match=r"cannot analyse 'Goma fell\.' \(too much\)") as raised:
        read(analyser, "Goma fell.")
    assert "\n" not in str(raised.value)


def test_a_tokeniser_that_changes_letters_is_a_content_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    analyser = linguist()
    shout = analyser._loaded.language.make_doc
    monkeypatch.setattr(analyser._loaded.language, "make_doc", lambda line: shout(line.upper()))
    with pytest.raises(ContentError, match="changes the letters"):
        read(analyser, "Goma fell.")
