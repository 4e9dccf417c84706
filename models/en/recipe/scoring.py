"""Scores of the torch model on the development parts, for the curve.

The figures that count are those of the exported weights, from `make bench-linguist`; these run in
batches and without the reader around them, and serve to see a run go well or badly.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.adapters.onnx.decoding import best_labels, best_tree, bio_transitions, label_runs
from recipe.corpora import Sentence
from recipe.examples import (
    Batch,
    Example,
    ExampleMaker,
    batches,
    collate,
    joined,
    runs_of_neighbours,
)
from recipe.labels import Labels
from recipe.network import Reader
from recipe.syntax import batch_paths

_BORDERS = (101, 102)
_CELLS = 4000
Triples = set[tuple[int, int, str]]


def score_dev(
    model: Reader, dev: dict[str, list[Sentence]], labels: Labels, maker: ExampleMaker
) -> dict[str, dict[str, float]]:
    """Return percentages per corpus: tags, tree, names, roles (predicates given), sentence starts."""
    return {
        name: _rounded(_score(model, sentences, labels, maker)) for name, sentences in dev.items()
    }


def _score(
    model: Reader, sentences: Sequence[Sentence], labels: Labels, maker: ExampleMaker
) -> dict[str, float]:
    examples = [maker.example(one) for one in sentences]
    fitting = [one for one in examples if one.size <= 512]  # noqa: PLR2004 - places of the encoder
    counts: Counter[str] = Counter()
    with torch.inference_mode():
        for group in batches(fitting, random.Random(0), subwords=_CELLS):
            _count(model, group, labels, counts)
        _count_starts(model, _runs(sentences, examples), counts)
    words = max(1, counts["words"])
    scores = {head: counts[head] / words for head in ("upos", "xpos", "feats", "uas", "las")}
    for kind in ("names", "roles", "starts"):
        given = counts[f"{kind}_found"] + counts[f"{kind}_gold"]
        if given:
            scores[f"{kind}_f1"] = 2 * counts[f"{kind}_right"] / given
    return scores


def _count(model: Reader, group: list[Example], labels: Labels, counts: Counter[str]) -> None:
    batch = collate(group, _BORDERS)
    words, root = _vectors(model, batch)
    shown = torch.from_numpy(batch.words)
    tags = model.tag_scores(words, ("upos", "xpos", "feats", "names"))
    for head in ("upos", "xpos", "feats"):
        gold = batch.tags[head]
        counts[head] += int(((tags[head].argmax(-1).numpy() == gold) & (gold >= 0)).sum())
    arcs = model.arc_scores(words, root, shown).numpy().astype(np.float64)
    relations = model.relation.all_pairs(*model.relation_vectors(words, root)).numpy()
    step = bio_transitions(labels["names"])
    trees: list[list[int]] = []
    chosen: list[list[int]] = []
    for row, example in enumerate(group):
        size = len(example.pieces)
        counts["words"] += size
        heads = np.array(best_tree(arcs[row, :size, : size + 1])) + 1
        picked = relations[row][:, np.arange(size), heads].argmax(0)
        trees.append((heads - 1).tolist())
        chosen.append(picked.tolist())
        right = heads == np.array(example.heads)
        counts["uas"] += int(right.sum())
        counts["las"] += int((right & (picked == np.array(example.tags["deprel"]))).sum())
        if "names" in example.tags:
            scores = tags["names"][row, :size].numpy().astype(np.float64)
            _tally(
                counts,
                "names",
                _bio(best_labels(scores, step), labels["names"]),
                _bio(example.tags["names"], labels["names"]),
            )
    if len(batch.frames):
        paths = None
        if model.roles.turn is not None:
            width, relation_count = batch.words.shape[1], len(labels["deprel"])
            paths = batch_paths(batch.frames, trees, chosen, count=relation_count, width=width)
        rows, predicates = torch.from_numpy(batch.frames).unbind(1)
        scores = model.roles(words[rows], predicates, paths, shown[rows], 0.0)
        _count_roles(scores.numpy().astype(np.float64), batch, labels, counts)


def _count_roles(
    scores: NDArray[np.float64], batch: Batch, labels: Labels, counts: Counter[str]
) -> None:
    step = bio_transitions(labels["roles"])
    for at, row in enumerate(batch.frames[:, 0]):
        size = int(batch.words[row].sum())
        found = _bio(best_labels(scores[at, :size], step), labels["roles"])
        gold = _bio(tuple(batch.roles[at, :size]), labels["roles"])
        _tally(counts, "roles", _arguments(found), _arguments(gold))


def _count_starts(model: Reader, runs: Iterator[Example], counts: Counter[str]) -> None:
    for run in runs:
        batch = collate([run], _BORDERS)
        words, _ = _vectors(model, batch)
        found = model.tag_scores(words, ("start",))["start"][0].argmax(-1).numpy()[1:]
        gold = batch.starts[0][1:]
        counts["starts_right"] += int(((found == 1) & (gold == 1)).sum())
        counts["starts_found"] += int((found == 1).sum())
        counts["starts_gold"] += int((gold == 1).sum())


def _runs(sentences: Sequence[Sentence], examples: Sequence[Example]) -> Iterator[Example]:
    rng = random.Random(0)
    for run in runs_of_neighbours(sentences, examples, rng, share=0.3):
        if len(run) > 1:
            yield joined(run, rng, cut=0.0)


def _vectors(model: Reader, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
    arrays = (batch.ids, batch.mask, batch.case, batch.first, batch.last)
    return model.vectors(*(torch.from_numpy(array) for array in arrays), 0.0)


def _bio(columns: Sequence[int], labels: Sequence[str]) -> Triples:
    return set(label_runs([labels[column] for column in columns]))


def _arguments(runs: Triples) -> Triples:
    return {run for run in runs if run[2] != "V"}


def _tally(counts: Counter[str], kind: str, found: Triples, gold: Triples) -> None:
    counts[f"{kind}_right"] += len(found & gold)
    counts[f"{kind}_found"] += len(found)
    counts[f"{kind}_gold"] += len(gold)


def _rounded(scores: dict[str, float]) -> dict[str, float]:
    return {name: round(100 * score, 2) for name, score in scores.items()}
