"""What every linguist promises, held against each of them."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.spacy_pipelines import pipelines

from onrecord.adapters.onnx.linguist import OnnxLinguist
from onrecord.adapters.onnx.weights import installed_weights
from onrecord.adapters.spacy.linguist import SpacyLinguist
from onrecord.domain.span import Extent
from onrecord.ports.linguist import Linguist, Parse

Loaded = Callable[[], Linguist]


@cache
def own() -> Linguist:
    return OnnxLinguist(installed_weights())


@cache
def spacy_universal() -> Linguist:
    return SpacyLinguist(str(pipelines()["universal"]))


@cache
def spacy_clearnlp() -> Linguist:
    return SpacyLinguist(str(pipelines()["clearnlp"]))


@pytest.fixture(
    params=[own, spacy_universal, spacy_clearnlp], ids=lambda one: one.__name__, scope="module"
)
def loaded(request: pytest.FixtureRequest) -> Loaded:
    return cast("Loaded", request.param)


def assert_sound(parse: Parse, text: str) -> None:
    """Hold what `Parse` and `Token` promise, whatever the text."""
    tokens = parse.tokens
    assert "".join(token.text for token in tokens) == "".join(parse.extent.of(text).split())
    assert all(text[token.start : token.end] == token.text != "" for token in tokens)
    assert all(one.end <= two.start for one, two in pairwise(tokens))
    assert all(token.lemma and token.upos and token.deprel for token in tokens)
    proper = {token.lemma for token in tokens if token.upos == "PROPN" or token.xpos == "NNP"}
    common = {token.lemma for token in tokens} - proper - {"I"}  # which treebanks write so
    assert all(lemma == lemma.lower() for lemma in common)
    assert all(token.feats.split("|") == sorted(token.feats.split("|")) for token in tokens)
    assert sum(token.head == -1 for token in tokens) == bool(tokens)
    assert all((token.deprel == "root") == (token.head == -1) for token in tokens)
    settled: set[int] = {-1}
    for start in range(len(tokens)):
        path: list[int] = []
        at = start
        while at not in settled:
            assert at not in path, "a circle"
            path.append(at)
            at = tokens[at].head
        settled.update(path)
    starts = {token.start for token in tokens}
    ends = {token.end for token in tokens}
    assert all(one.start in starts and one.end in ends for one in parse.entities)


@pytest.mark.parametrize("line", ["", "  \n\t ", "\u2003\u00a0"])
def test_a_sentence_of_nothing_has_no_words(loaded: Loaded, line: str) -> None:
    extent = Extent(0, len(line))
    assert loaded().analyse(line, [extent]) == (Parse(extent, (), ()),)


def test_no_sentences_give_no_parses(loaded: Loaded) -> None:
    assert loaded().analyse("Troops shelled Goma.", []) == ()


@pytest.mark.parametrize(
    "line",
    ["\x00", "a\x00b said", "\u200f", "\ud800 lone", "\udfff", "😀 🇺🇦 👩‍🚒", "a" * 10_000, "a.b-" * 2_500,
     "中文 mixed кириллица العربية हिन्दी", "\u202eright to left\u202c", " a \n\n b\t\tc ", "\x1c\x85x\u2028y",
     "$12m (twelve) U.S.-led don't #tag @name http://a.example/b?c=d"],
    ids=["nul", "nul-inside", "mark", "surrogate", "surrogate-alone", "emoji", "letters", "pieces",
         "scripts", "override", "spaces", "separators", "signs"],
)  # fmt: skip
def test_strange_text_is_covered_with_exact_offsets(loaded: Loaded, line: str) -> None:
    (parse,) = loaded().analyse(line, [Extent(0, len(line))])
    assert_sound(parse, line)


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_is_covered_by_one_tree(loaded: Loaded, line: str) -> None:
    (parse,) = loaded().analyse(line, [Extent(0, len(line))])
    assert_sound(parse, line)


@given(before=st.text(max_size=5), passage=st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_sentences_start_at_words_inside_their_passage(
    loaded: Loaded, before: str, passage: str
) -> None:
    text = f"{before}{passage} after it"
    extent = Extent(len(before), len(before) + len(passage))
    starts = loaded().sentence_starts(text, extent)
    assert list(starts) == sorted(set(starts))
    assert all(extent.start < start < extent.end for start in starts)
    assert not any(text[start].isspace() for start in starts)


def test_offsets_count_from_the_start_of_the_document(loaded: Loaded) -> None:
    text = "😀 One.\n\nTroops shelled Goma on Monday.  "
    extent = Extent(text.index("Troops"), len(text))
    (parse,) = loaded().analyse(text, [extent])
    assert_sound(parse, text)
    assert parse.extent == extent
    assert parse.tokens[0].text == "Troops"
    assert [text[one.start : one.end] for one in parse.entities] == ["Goma"]


def test_a_sentence_reads_the_same_alone_in_company_and_again(loaded: Loaded) -> None:
    text = (
        "Troops shelled Goma on Monday.\nThe minister said that rebels left.\nTwelve people died."
    )
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."]
    extents = [
        Extent(end - len(line), end) for line, end in zip(text.split("\n"), ends, strict=True)
    ]
    together = loaded().analyse(text, extents)
    assert together == tuple(loaded().analyse(text, [extent])[0] for extent in extents)
    assert together == loaded().analyse(text, extents)


def test_the_tree_is_one_of_universal_dependencies(loaded: Loaded) -> None:
    line = "The bridge was destroyed by rebels."
    (parse,) = loaded().analyse(line, [Extent(0, len(line))])
    found = [(token.text, token.deprel, token.head) for token in parse.tokens]
    assert found == [
        ("The", "det", 1),
        ("bridge", "nsubj:pass", 3),
        ("was", "aux:pass", 3),
        ("destroyed", "root", -1),
        ("by", "case", 5),
        ("rebels", "obl:agent", 3),
        (".", "punct", 3),
    ]


def test_a_pickled_linguist_reads_the_same(loaded: Loaded) -> None:
    line = "Troops shelled Goma."
    pickled = pickle.dumps(loaded())
    assert len(pickled) < 2_000
    again = pickle.loads(pickled).analyse(line, [Extent(0, len(line))])
    assert again == loaded().analyse(line, [Extent(0, len(line))])


def test_the_name_says_model_and_version(loaded: Loaded) -> None:
    what, _, version = loaded().name.rpartition(" ")
    assert what
    assert version[0].isdigit()
