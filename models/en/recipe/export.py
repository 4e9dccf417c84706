"""Export a trained run: `python -m recipe.export --run DIR --data DIR --out DIR`.

Two graphs, one sentence at a time: `model.onnx` (tags, tree, names, sentence starts, predicates, word
vectors) and `roles.onnx` (word vectors and predicates in, roles out), so that nobody pays for roles
who does not ask. int8 per channel with reduced range: a seventh bit less, and the same results on
processors without VNNI. The export is refused when the int8 graphs disagree with the torch model.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from onrecord.adapters.onnx.encoding import SubwordEncoder
from recipe import corpora, labels, lexicon, settings
from recipe.base_encoder import base_files
from recipe.network import Reader
from recipe.syntax import batch_paths

#: Outputs of the first graph, in order.
OUTPUTS = ("upos", "xpos", "feats", "names", "kinds", "start", "predicate", "arc", "rel", "words")
_INPUTS = ("ids", "case", "first", "last")
_ROLE_INPUTS = ("words", "predicates", "turns", "steps", "relations")
_OPSET = 17
#: Least share of words on which int8 and torch must agree, and of names (by words).
_PARITY = {"upos": 0.99, "arc": 0.97, "names": 0.985, "roles": 0.97}
_PARITY_SENTENCES = 300


class ParityError(Exception):
    """The exported graphs do not say what the trained model says."""


class Analysis(nn.Module):
    """The reader over one sentence, without padding."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, case: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs named in `OUTPUTS`, each with a leading axis of one."""
        words, root = self.reader.vectors(ids, torch.ones_like(ids), case, first, last, 0.0)
        scores = self.reader.tag_scores(words, OUTPUTS[:7])
        arcs = self.reader.arc_scores(words, root, torch.ones_like(first))
        relations = self.reader.relation.all_pairs(*self.reader.relation_vectors(words, root))
        return (*(scores[head] for head in OUTPUTS[:7]), arcs, relations, words)


class Roles(nn.Module):
    """The role head over one sentence and its predicates."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.head = reader.roles

    def forward(
        self, words: Tensor, predicates: Tensor, turns: Tensor, steps: Tensor, relations: Tensor
    ) -> Tensor:
        """Return `[F, W, labels]`.

        Args:
            words: `[1, W, width]`.
            predicates: `[F]`.
            turns: `[F, W]`, as `onrecord.adapters.onnx.paths` has them.
            steps: `[F, W]`.
            relations: `[F]`, of the predicates to their governors.
        """
        spread = words.expand(predicates.shape[0], -1, -1)
        paths = (turns, steps, relations)
        scores: Tensor = self.head(spread, predicates, paths, torch.ones_like(turns), 0.0)
        return scores


def load_run(run: Path) -> tuple[Reader, labels.Labels]:
    """Load the averaged weights of a run and their labels."""
    plan = settings.read(run / "settings.json")
    table = labels.read(run / "labels.json")
    reader = Reader(
        table,
        arc=plan.network["arc"],
        relation=plan.network["relation"],
        paths=plan.network["paths"],
    )
    reader.load_state_dict(torch.load(run / "weights.pt", weights_only=True))
    return reader.eval(), table


def export(run: Path, data: Path, out: Path) -> dict[str, float]:
    """Write the files of the model package and return the parity figures.

    Nothing in `out` is touched before the new files have been checked.

    Raises:
        ParityError: A figure is below its floor.
        CorpusError: The run is not finished, or its roles are not told the paths of the tree.
    """
    if not (run / "weights.pt").is_file():
        raise corpora.CorpusError(f"{run} holds no finished run; train it first")
    reader, table = load_run(run)
    if reader.roles.turn is None:
        raise corpora.CorpusError(f"{run} is an early run; export one of config/third.toml")
    work, ready = run / "export", run / "export" / "package"
    ready.mkdir(parents=True, exist_ok=True)
    sample = {name: torch.tensor([[101, 2054, 2003, 2009, 102]]) for name in _INPUTS}
    sample["case"] = torch.ones_like(sample["ids"])
    sample["first"] = sample["last"] = torch.tensor([[1, 2, 3]])
    _graph(
        Analysis(reader),
        tuple(sample[name] for name in _INPUTS),
        work / "model.fp32.onnx",
        _INPUTS,
        OUTPUTS,
        {
            **{name: {1: "T"} for name in ("ids", "case")},
            **{name: {1: "W"} for name in ("first", "last", *OUTPUTS[:7], "words")},
            "arc": {1: "W", 2: "H"},
            "rel": {2: "W", 3: "H"},
        },
    )
    _graph(
        Roles(reader),
        (
            torch.zeros(1, 5, 384),
            torch.tensor([1, 3]),
            torch.zeros(2, 5, dtype=torch.int64),
            torch.zeros(2, 5, dtype=torch.int64),
            torch.tensor([0, 1]),
        ),
        work / "roles.fp32.onnx",
        _ROLE_INPUTS,
        ("roles",),
        {
            "words": {1: "W"},
            **{name: {0: "F"} for name in ("predicates", "relations")},
            **{name: {0: "F", 1: "W"} for name in ("turns", "steps", "roles")},
        },
    )
    for name in ("model", "roles"):
        quantised = work / f"{name}.int8.onnx"
        quantize_dynamic(
            work / f"{name}.fp32.onnx",
            quantised,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )
        _optimise(quantised, ready / f"{name}.onnx")
    labels.write(_for_reader(table), ready / "labels.json")
    shutil.copyfile(base_files().tokenizer, ready / "tokenizer.json")
    lexicon.write(lexicon.build(corpora.lemma_rows(data)), ready / "lemmas.json")
    agreement = parity(reader, table, data, ready)
    (run / "parity.json").write_text(json.dumps(agreement) + "\n", encoding="utf-8")
    short = {name: share for name, share in agreement.items() if share < _PARITY[name]}
    if short:
        raise ParityError(f"int8 and torch agree too seldom: {short}; floors: {_PARITY}")
    out.mkdir(parents=True, exist_ok=True)
    for file in sorted(ready.iterdir()):
        shutil.copyfile(file, out / file.name)
    return agreement


def parity(reader: Reader, table: labels.Labels, data: Path, out: Path) -> dict[str, float]:
    """Return the share of words on which the files in `out` choose what torch chooses."""
    encoder = SubwordEncoder(Tokenizer.from_file(str(out / "tokenizer.json")))
    analysis, roles = (_session(out / f"{name}.onnx") for name in ("model", "roles"))
    pairs: dict[str, list[NDArray[np.bool_]]] = {name: [] for name in _PARITY}
    for sentence in corpora.dev_sentences(data)["ewt"][:_PARITY_SENTENCES]:
        feeds = encoder.feeds(sentence.words, encoder.subwords(sentence.words))
        feeds = {name: feeds[name] for name in _INPUTS}
        found = dict(zip(OUTPUTS, analysis.run(list(OUTPUTS), feeds), strict=True))
        with torch.inference_mode():
            told = Analysis(reader)(*(torch.from_numpy(feeds[name]) for name in _INPUTS))
            wanted = dict(zip(OUTPUTS, told, strict=True))
            predicates = np.array([frame.predicate for frame in sentence.frames or ()], np.int64)
            if len(predicates):
                paths = _gold_paths(sentence, predicates, table)
                theirs = Roles(reader)(wanted["words"], torch.from_numpy(predicates), *paths)
                feeds = dict(zip(_ROLE_INPUTS[1:], (predicates, *paths), strict=True))
                feeds = {name: np.asarray(array) for name, array in feeds.items()}
                ours = roles.run(None, {"words": found["words"], **feeds})[0]
                pairs["roles"].append((ours.argmax(-1) == theirs.numpy().argmax(-1)).ravel())
        for name in ("upos", "arc", "names"):
            same = found[name].argmax(-1) == wanted[name].numpy().argmax(-1)
            pairs[name].append(same.ravel())
    return {name: round(float(np.concatenate(rows).mean()), 4) for name, rows in pairs.items()}


def _gold_paths(
    sentence: corpora.Sentence, predicates: NDArray[np.int64], table: labels.Labels
) -> tuple[Tensor, Tensor, Tensor]:
    frames = np.stack([np.zeros_like(predicates), predicates], 1)
    columns = {label: column for column, label in enumerate(table["deprel"])}
    relations = [columns.get(one, 0) for one in sentence.deprels or ()]
    heads = [head - 1 for head in sentence.heads or ()]
    return batch_paths(frames, [heads], [relations], count=len(table["deprel"]), width=len(heads))


def _for_reader(table: labels.Labels) -> labels.Labels:
    """Name no features as the reader does: by nothing. The order of the columns stays."""
    return {**table, "feats": tuple("" if row == "_" else row for row in table["feats"])}


def _graph(
    module: nn.Module,
    sample: tuple[Tensor, ...],
    path: Path,
    inputs: Sequence[str],
    outputs: Sequence[str],
    axes: dict[str, dict[int, str]],
) -> None:
    with torch.inference_mode():
        torch.onnx.export(
            module.eval(),
            sample,
            str(path),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )


def _optimise(source: Path, target: Path) -> None:
    """Fuse what can be fused on any processor, so that loading need not."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(target)
    options.log_severity_level = 3
    onnxruntime.InferenceSession(str(source), options, providers=["CPUExecutionProvider"])


def _session(path: Path) -> Any:  # noqa: ANN401 - onnxruntime carries no types
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Export a trained run.")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    try:
        print(json.dumps(export(arguments.run, arguments.data, arguments.out)))
    except (ParityError, corpora.CorpusError) as error:
        raise SystemExit(str(error)) from error
