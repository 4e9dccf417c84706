from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from tests.fakes.spacy_pipelines import pipelines

from onrecord.adapters.spacy.pipelines import load_pipeline
from onrecord.domain.errors import UsageError


def test_the_scheme_is_told_by_the_labels_of_the_parser() -> None:
    found = {name: load_pipeline(str(path)).scheme for name, path in pipelines().items()}
    assert found == {"clearnlp": "clearnlp", "universal": "universal"}


def test_without_spacy_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match=r'pip install "onrecord\[spacy\]"'):
        load_pipeline("en_core_web_sm")


def test_a_pipeline_that_is_not_installed_is_named_with_the_way_out() -> None:
    with pytest.raises(UsageError, match="python -m spacy download en_pipeline_of_nobody"):
        load_pipeline("en_pipeline_of_nobody")


@pytest.mark.parametrize("name", ["no/such/folder", "."])
def test_a_folder_without_a_pipeline_is_named(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="holds no spaCy pipeline"):
        load_pipeline(name)


@pytest.mark.parametrize("name", ["json", "\x00", "bl\x00nk:en"])
def test_what_is_no_pipeline_at_all_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError) as raised:
        load_pipeline(name)
    assert "\n" not in str(raised.value)


def test_an_empty_pipeline_lacks_everything() -> None:
    with pytest.raises(
        UsageError, match=r"lacks a parser .*, a tagger .*, a morph.*, a lemmatizer"
    ):
        load_pipeline("blank:en")


def test_a_pipeline_without_a_parser_lacks_one(tmp_path: Path) -> None:
    language = spacy.load(pipelines()["universal"], exclude=["parser"])
    language.to_disk(tmp_path / "flat")
    with pytest.raises(UsageError) as raised:
        load_pipeline(str(tmp_path / "flat"))
    assert "lacks a parser (dependencies) [" in str(raised.value)


def test_a_pipeline_without_tags_lacks_them(tmp_path: Path) -> None:
    language = spacy.load(pipelines()["universal"], exclude=["attribute_ruler"])
    language.to_disk(tmp_path / "bare")
    with pytest.raises(UsageError, match=r"lacks a tagger .*lemmatizer"):
        load_pipeline(str(tmp_path / "bare"))


def test_a_pipeline_that_was_never_trained_does_not_run(tmp_path: Path) -> None:
    language = spacy.blank("en")
    tagger: Any = language.add_pipe("tagger")
    tagger.add_label("NN")
    language.to_disk(tmp_path / "raw")
    with pytest.raises(UsageError, match=r"spaCy pipeline .*raw"):
        load_pipeline(str(tmp_path / "raw"))


def test_relations_of_another_scheme_are_refused(tmp_path: Path) -> None:
    language = spacy.load(pipelines()["universal"])
    parser: Any = language.get_pipe("parser")
    assert "nsubj" in parser.labels
    other = spacy.blank("en")
    strange: Any = other.add_pipe("parser")
    for label in ("ROOT", "sb", "oa"):
        strange.add_label(label)
    other.initialize()
    other.add_pipe("attribute_ruler", source=language)
    other.to_disk(tmp_path / "other")
    with pytest.raises(UsageError, match="neither Universal Dependencies nor"):
        load_pipeline(str(tmp_path / "other"))
