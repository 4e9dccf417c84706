"""The files of a model, found and read; foreign errors stop here."""

from __future__ import annotations

import importlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import onnxruntime
from tokenizers import Tokenizer

from onrecord.adapters.onnx.gazetteer import Gazetteer, load_gazetteer
from onrecord.adapters.onnx.lemmas import Lexicon
from onrecord.domain.errors import UsageError

_PACKAGE = "onrecord_model_en"
#: Heads whose columns have labels.
_HEADS = ("upos", "xpos", "feats", "deprel", "names", "kinds", "roles")
_INSTALL = "run `pip install ./models/en`"


class WeightFiles(Protocol):
    """Where the six files of a model stand, and what to call it."""

    @property
    def name(self) -> str:
        """Distribution and version."""
        ...

    @property
    def weights(self) -> Path:
        """ONNX graph."""
        ...

    @property
    def roles(self) -> Path:
        """ONNX graph of the semantic roles, read only when they are asked for."""
        ...

    @property
    def tokenizer(self) -> Path:
        """WordPiece vocabulary, in the format of the `tokenizers` library."""
        ...

    @property
    def labels(self) -> Path:
        """Labels per output of the graph, JSON."""
        ...

    @property
    def lemmas(self) -> Path:
        """Exceptions and known base forms for the lemma rules, JSON."""
        ...

    @property
    def gazetteer(self) -> Path:
        """Names and kinds of things known beforehand, TOML."""
        ...


@dataclass(frozen=True, slots=True)
class Weights:
    """A model in memory.

    Attributes:
        session: The `onnxruntime.InferenceSession` of the analysis; it carries no types.
        roles: That of the roles; None when they were not asked for.
    """

    session: Any
    roles: Any
    tokenizer: Tokenizer
    labels: dict[str, tuple[str, ...]]
    lexicon: Lexicon
    gazetteer: Gazetteer


def installed_weights(package: str = _PACKAGE) -> WeightFiles:
    """Return the files of the installed model package.

    Raises:
        UsageError: No such package is installed.
    """
    try:
        found: WeightFiles = importlib.import_module(package).model_files()
    except (ImportError, AttributeError) as error:
        message = f"the English reader has no weights (package {package} is missing): {_INSTALL}"
        raise UsageError(message) from error
    return found


def load_weights(files: WeightFiles, *, threads: int, roles: bool = False) -> Weights:
    """Read a model into memory: about a quarter of a second, about 100 MB.

    Raises:
        UsageError: A file is missing or is not what its name says.
    """
    needed = [files.weights, files.tokenizer, files.labels, files.lemmas, files.gazetteer]
    for path in [*needed, files.roles] if roles else needed:
        if not path.is_file():
            raise UsageError(f"the English reader's weights are incomplete, no {path}: {_INSTALL}")
    try:
        heads = json.loads(files.labels.read_text(encoding="utf-8"))["heads"]
        weights = Weights(
            session=_session(files.weights, threads),
            roles=_session(files.roles, threads) if roles else None,
            tokenizer=Tokenizer.from_file(str(files.tokenizer)),
            labels={head: tuple(labels) for head, labels in heads.items()},
            lexicon=_lexicon(files.lemmas),
            gazetteer=load_gazetteer(files.gazetteer),
        )
        _check_widths(weights)
    except UsageError:
        raise
    except Exception as error:  # both libraries raise classes of their own, some bare Exception
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UsageError(f"cannot read the English reader's weights ({why}): {_INSTALL}") from error
    return weights


def _check_widths(weights: Weights) -> None:
    """Hold the columns of each output against its labels.

    Raises:
        ValueError: They differ: the graph and the labels are not of one model.
    """
    shapes = {one.name: one.shape for one in weights.session.get_outputs()}
    widths = {name: shape[-1] for name, shape in shapes.items()} | {"deprel": shapes["rel"][1]}
    if weights.roles is not None:
        widths |= {one.name: one.shape[-1] for one in weights.roles.get_outputs()}
    for head in _HEADS:
        known = head in widths or (head == "roles" and weights.roles is None)
        if not known or widths.get(head, len(weights.labels[head])) != len(weights.labels[head]):
            raise ValueError(f"the graphs and the labels differ in {head}")


def _session(path: Path, threads: int) -> Any:  # noqa: ANN401 - onnxruntime carries no types
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    providers = ["CPUExecutionProvider"]
    return onnxruntime.InferenceSession(str(path), options, providers=providers)


def _lexicon(path: Path) -> Lexicon:
    table = json.loads(path.read_text(encoding="utf-8"))
    return Lexicon(
        exceptions=table["exceptions"],
        verbs=frozenset(table["verbs"]),
        nouns=frozenset(table["nouns"]),
        adjectives=frozenset(table["adjectives"]),
    )
