"""Pipelines, found and loaded; foreign errors stop here."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from onrecord.domain.errors import UsageError

if TYPE_CHECKING:
    from spacy.language import Language

Scheme = Literal["universal", "clearnlp"]

#: Run once on every pipeline: what it leaves empty here, it always leaves empty.
_PROBE = "The dam broke on Monday."
#: What a pipeline must set, by spaCy's name for it, and what usually sets it.
_NEEDED: Mapping[str, str] = MappingProxyType(
    {
        "DEP": "a parser (dependencies)",
        "TAG": "a tagger (Penn Treebank tags)",
        "POS": "a morphologizer or attribute_ruler (universal parts of speech)",
        "LEMMA": "a lemmatizer (base forms)",
    }
)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A pipeline in memory.

    Attributes:
        language: What analyses.
        name: What it calls itself, with its version.
        scheme: Which relations its parser uses.
    """

    language: Language
    name: str
    scheme: Scheme


def load_pipeline(name: str) -> Pipeline:
    """Load a pipeline by the name of its package or the path of its folder.

    Raises:
        UsageError: spaCy or the pipeline is missing, the pipeline does not run, it leaves out what
            the reader needs, or its relations are of a scheme that is not known.
    """
    try:
        spacy = importlib.import_module("spacy")
    except ImportError as error:
        message = 'spaCy is not installed: run `pip install "onrecord[spacy]"`'
        raise UsageError(message) from error
    try:
        language: Language = spacy.load(name)
    except OSError as error:
        raise UsageError(_way_out(name)) from error
    except Exception as error:  # a pipeline may be any code: there is no end to what it raises
        raise UsageError(f"cannot load the spaCy pipeline {name} ({first_line(error)})") from error
    _require(language, name)
    meta = language.meta
    return Pipeline(
        language=language,
        name=f"spacy {meta['lang']}_{meta['name']} {meta['version']}",
        scheme=_scheme(language, name),
    )


def first_line(error: Exception) -> str:
    """Return what went wrong in one line."""
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _way_out(name: str) -> str:
    if "/" in name or "\\" in name or Path(name).is_dir():
        return f"{name} holds no spaCy pipeline: name the folder with its config.cfg and meta.json"
    return (
        f"there is no spaCy pipeline {name}: run `python -m spacy download {name}`, "
        "or name the folder of one"
    )


def _require(language: Language, name: str) -> None:
    try:
        doc = language(_PROBE)
    except Exception as error:  # see above
        raise UsageError(f"the spaCy pipeline {name} does not run ({first_line(error)})") from error
    missing = [what for part, what in _NEEDED.items() if not doc.has_annotation(part)]
    if missing:
        raise UsageError(f"the spaCy pipeline {name} lacks {', '.join(missing)}")


def _scheme(language: Language, name: str) -> Scheme:
    """Tell the scheme by the labels of the parser; a parser that lists none is taken at its word."""
    labels = {
        label
        for component, known in language.pipe_labels.items()
        if "token.dep" in language.get_pipe_meta(component).assigns
        for label in known
    }
    if "pobj" in labels:
        return "clearnlp"
    if labels and "nsubj" not in labels:
        raise UsageError(
            f"the spaCy pipeline {name} has relations that are neither Universal Dependencies nor "
            "those of the en_core_web pipelines"
        )
    return "universal"
