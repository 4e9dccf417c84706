import json
import pickle
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.adapters.onnx.linguist import OnnxLinguist
from onrecord.adapters.onnx.tokens import tokenise
from onrecord.adapters.onnx.weights import WeightFiles, installed_weights
from onrecord.domain.errors import UsageError
from onrecord.domain.span import Extent
from onrecord.ports.linguist import Linguist, Parse, Token


@pytest.fixture(scope="module")
def linguist() -> OnnxLinguist:
    return OnnxLinguist(installed_weights())


def read(linguist: Linguist, line: str) -> Parse:
    (parse,) = linguist.analyse(line, [Extent(0, len(line))])
    return parse


def word(parse: Parse, text: str) -> Token:
    (found,) = [token for token in parse.tokens if token.text == text]
    return found


def governor(parse: Parse, token: Token) -> Token:
    assert token.head >= 0
    return parse.tokens[token.head]


def assert_governed(parse: Parse, text: str, deprel: str, head: str) -> None:
    token = word(parse, text)
    assert (token.deprel, governor(parse, token).text) == (deprel, head)


def test_a_report_has_its_speaker_its_verb_and_what_was_said(linguist: OnnxLinguist) -> None:
    parse = read(linguist, "Rescue workers said that the flood had killed 15,000 people in Sindh.")
    said = word(parse, "said")
    assert (said.lemma, said.upos, said.deprel, said.head) == ("say", "VERB", "root", -1)
    assert_governed(parse, "workers", "nsubj", "said")
    assert_governed(parse, "killed", "ccomp", "said")
    assert_governed(parse, "flood", "nsubj", "killed")
    assert_governed(parse, "people", "obj", "killed")
    assert_governed(parse, "15,000", "nummod", "people")
    assert word(parse, "killed").lemma == "kill"


def test_a_denial_governs_what_is_denied(linguist: OnnxLinguist) -> None:
    parse = read(linguist, "The ministry denied that its forces shelled the hospital.")
    assert word(parse, "denied").lemma == "deny"
    assert_governed(parse, "shelled", "ccomp", "denied")
    assert_governed(parse, "forces", "nsubj", "shelled")
    assert_governed(parse, "hospital", "obj", "shelled")


def test_a_passive_names_its_agent(linguist: OnnxLinguist) -> None:
    parse = read(linguist, "The dam was destroyed by Russian troops.")
    assert_governed(parse, "dam", "nsubj:pass", "destroyed")
    assert_governed(parse, "troops", "obl:agent", "destroyed")


def test_a_negation_hangs_from_its_verb(linguist: OnnxLinguist) -> None:
    parse = read(linguist, "The rebels didn't attack the convoy.")
    assert_governed(parse, "n't", "advmod", "attack")
    assert word(parse, "n't").lemma == "not"
    assert "Polarity=Neg" in word(parse, "n't").feats.split("|")


def test_people_organisations_and_places_are_named(linguist: OnnxLinguist) -> None:
    line = "Kofi Annan of the United Nations flew to Nairobi."
    found = {
        (line[entity.start : entity.end], entity.label) for entity in read(linguist, line).entities
    }
    assert found == {("Kofi Annan", "PER"), ("United Nations", "ORG"), ("Nairobi", "LOC")}


def test_offsets_count_from_the_start_of_the_document(linguist: OnnxLinguist) -> None:
    text = "😀 One.\n\nTroops entered Goma on Monday.  "
    start = text.index("Troops")
    parse = linguist.analyse(text, [Extent(start, len(text))])[0]
    assert all(text[token.start : token.end] == token.text for token in parse.tokens)
    assert [text[name.start : name.end] for name in parse.entities] == ["Goma"]


def test_a_sentence_reads_the_same_alone_in_company_and_again(linguist: OnnxLinguist) -> None:
    lines = (
        "Iran launched missiles at an air base.",
        "Officials in the capital said on Tuesday that the bridge, built in 1962, had collapsed.",
        "No one was hurt.",
    )
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    extents = [Extent(at, at + len(line)) for at, line in zip(starts, lines, strict=True)]
    together = linguist.analyse(text, extents)
    assert together == tuple(linguist.analyse(text, [extent])[0] for extent in extents)
    assert together == linguist.analyse(text, extents)
    for line, at, parse in zip(lines, starts, together, strict=True):
        moved = [
            replace(token, start=token.start + at, end=token.end + at)
            for token in read(linguist, line).tokens
        ]
        assert list(parse.tokens) == moved


def test_nothing_of_a_sentence_longer_than_the_window_is_cut_off(linguist: OnnxLinguist) -> None:
    line = "The town was shelled, the bridge was hit, " * 60 + "and Aleppo fell."
    parse = read(linguist, line)
    assert "".join(token.text for token in parse.tokens) == line.replace(" ", "")
    assert [token.head for token in parse.tokens].count(-1) == 1
    assert [token.deprel for token in parse.tokens].count("root") == 1
    assert all(-1 <= token.head < len(parse.tokens) for token in parse.tokens)
    assert_governed(parse, "Aleppo", "nsubj", "fell")
    assert ("Aleppo", "LOC") in {(line[e.start : e.end], e.label) for e in parse.entities}


@pytest.mark.parametrize("line", ["", "  \n\t "])
def test_a_sentence_of_nothing_has_no_words(linguist: OnnxLinguist, line: str) -> None:
    extent = Extent(0, len(line))
    assert linguist.analyse(line, [extent]) == (Parse(extent, (), ()),)


@pytest.mark.parametrize(
    "line",
    ["\x00", "\u200f", "\ud800 lone", "😀", "a" * 10_000, "\u200f" * 10_000, "a.b-" * 2_500,
     "[CLS] said [MASK] ##ing", "中文 mixed кириллица العربية", "\u202eright to left\u202c"],
    ids=["nul", "mark", "surrogate", "emoji", "letters", "marks", "pieces", "specials", "scripts",
         "override"],
)  # fmt: skip
def test_strange_text_is_read_with_exact_offsets(linguist: OnnxLinguist, line: str) -> None:
    parse = read(linguist, line)
    assert all(line[token.start : token.end] == token.text for token in parse.tokens)
    assert "".join(token.text for token in parse.tokens) == "".join(line.split())
    assert [token.head for token in parse.tokens].count(-1) == 1


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_is_covered_and_has_one_root(line: str) -> None:
    parse = read(_shared(), line)
    assert "".join(token.text for token in parse.tokens) == "".join(line.split())
    assert all(line[token.start : token.end] == token.text for token in parse.tokens)
    assert sum(token.head == -1 for token in parse.tokens) == bool(parse.tokens)
    assert all((token.deprel == "root") == (token.head == -1) for token in parse.tokens)


_LOADED: list[OnnxLinguist] = []
_LOADED_WITH_ROLES: list[OnnxLinguist] = []


def _shared() -> OnnxLinguist:
    """Return one linguist for all examples: Hypothesis does not mix with function fixtures."""
    if not _LOADED:
        _LOADED.append(OnnxLinguist(installed_weights()))
    return _LOADED[0]


def _with_roles() -> OnnxLinguist:
    if not _LOADED_WITH_ROLES:
        _LOADED_WITH_ROLES.append(OnnxLinguist(installed_weights(), roles=True))
    return _LOADED_WITH_ROLES[0]


def test_a_pickled_linguist_reads_the_same(linguist: OnnxLinguist) -> None:
    pickled = pickle.dumps(linguist)
    line = "Troops entered Goma."
    assert len(pickled) < 2_000
    assert read(pickle.loads(pickled), line) == read(linguist, line)


def test_the_name_says_model_and_version(linguist: OnnxLinguist) -> None:
    assert linguist.name.startswith("onrecord-model-en ")
    assert linguist.name == installed_weights().name


def test_a_missing_weights_package_is_named_with_the_way_out() -> None:
    with pytest.raises(UsageError, match=r"pip install \./models/en"):
        installed_weights("onrecord_model_that_is_not_installed")


@pytest.mark.parametrize(
    "field", ["weights", "roles", "tokenizer", "labels", "lemmas", "gazetteer"]
)
def test_a_broken_file_is_a_usage_error(tmp_path: Path, field: str) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"not what its name says")
    with pytest.raises(UsageError, match=r"cannot read|not valid|pip install") as raised:
        OnnxLinguist(_files(**{field: broken}), roles=True)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "field", ["weights", "roles", "tokenizer", "labels", "lemmas", "gazetteer"]
)
def test_a_file_that_is_not_there_is_a_usage_error(tmp_path: Path, field: str) -> None:
    with pytest.raises(UsageError, match="incomplete"):
        OnnxLinguist(_files(**{field: tmp_path / "none"}), roles=True)


def test_the_roles_are_not_needed_by_who_does_not_ask(tmp_path: Path) -> None:
    parse = read(OnnxLinguist(_files(roles=tmp_path / "none")), "Troops entered Goma.")
    assert parse.frames == ()


def _files(**changes: Path) -> WeightFiles:
    fields = ("name", "weights", "roles", "tokenizer", "labels", "lemmas", "gazetteer")
    installed = installed_weights()
    return SimpleNamespace(**{name: getattr(installed, name) for name in fields} | changes)


def test_roles_say_who_did_what_to_whom() -> None:
    line = "Gunmen abducted two doctors on Friday."
    parse = read(_with_roles(), line)
    (frame,) = parse.frames
    assert parse.tokens[frame.predicate].text == "abducted"
    found = {
        one.role: line[parse.tokens[one.first].start : parse.tokens[one.last - 1].end]
        for one in frame.arguments
    }
    assert found == {"ARG0": "Gunmen", "ARG1": "two doctors", "ARGM-TMP": "on Friday"}


def test_roles_of_given_predicates_are_read_for_those_alone() -> None:
    line = "Rebels denied that they shelled the port."
    words = tokenise(line, Extent(0, len(line)))
    parse = _with_roles().analyse_words(line, Extent(0, len(line)), words, predicates=(4,))
    assert [frame.predicate for frame in parse.frames] == [4]


def test_roles_change_nothing_else() -> None:
    line = "The ministry said on Monday that talks had stalled."
    assert replace(read(_with_roles(), line), frames=()) == read(_shared(), line)


def test_a_long_sentence_has_roles_in_every_window() -> None:
    line = " ".join(f"Unit {number} shelled the port;" for number in range(90))
    parse = read(_with_roles(), line)
    told = {parse.tokens[frame.predicate].start for frame in parse.frames}
    assert len(told) == len(parse.frames)
    assert min(told) < len(line) / 10
    assert max(told) > len(line) * 0.9
    for frame in parse.frames:
        assert all(0 <= one.first < one.last <= len(parse.tokens) for one in frame.arguments)


def test_sentences_without_marks_are_told_apart() -> None:
    lines = ["The ferry sank near the coast on Sunday", "Rescuers found nobody alive"]
    text = " ".join(lines)
    assert _shared().sentence_starts(text, Extent(0, len(text))) == (len(lines[0]) + 1,)


def test_starts_are_found_in_every_window_of_a_long_text() -> None:
    line = "The port was closed again. "
    text = line * 120
    starts = _shared().sentence_starts(text, Extent(0, len(text)))
    assert set(starts) <= {len(line) * at for at in range(1, 120)}
    assert len(starts) > 110


@pytest.mark.parametrize("threads", [0, -1, 65])
def test_too_few_or_too_many_threads_are_refused(threads: int) -> None:
    with pytest.raises(UsageError, match="1 to 64 threads"):
        OnnxLinguist(installed_weights(), threads=threads)


def test_graphs_of_another_kind_are_refused() -> None:
    files = installed_weights()
    for swapped in ({"weights": files.roles}, {"roles": files.weights}):
        with pytest.raises(UsageError, match="cannot read"):
            OnnxLinguist(_files(**swapped), roles=True)


@pytest.mark.parametrize("head", ["upos", "xpos", "feats", "deprel", "names", "kinds", "roles"])
def test_labels_that_do_not_fit_the_graphs_are_refused(tmp_path: Path, head: str) -> None:
    table = json.loads(installed_weights().labels.read_text(encoding="utf-8"))
    table["heads"][head].append("more")
    other = tmp_path / "labels.json"
    other.write_text(json.dumps(table), encoding="utf-8")
    with pytest.raises(UsageError, match=f"differ in {head}"):
        OnnxLinguist(_files(labels=other), roles=True)
