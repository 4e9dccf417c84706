"""Train the reader: `python -m recipe.train --config FILE --data DIR --out DIR`.

The run is counted in steps and drawn from one seed. A checkpoint stands beside the curve after every
evaluation; the same command goes on from it. The weights at the end are an exponential average over
the last part of the run.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import torch
import torch.nn.functional as F  # noqa: N812 - torch's own convention
from tokenizers import Tokenizer
from torch import Tensor, nn

from onrecord.adapters.onnx.encoding import SubwordEncoder
from onrecord.adapters.onnx.gazetteer import load_gazetteer
from onrecord.adapters.onnx.weights import installed_weights
from recipe import corpora, labels, settings
from recipe.base_encoder import base_files
from recipe.examples import (
    MAX_SUBWORDS,
    SILENT,
    Array,
    Batch,
    Example,
    ExampleMaker,
    batches,
    collate,
    distorted,
    joined,
    runs_of_neighbours,
)
from recipe.network import Reader, dropped, load_minilm
from recipe.renaming import Pool, pool_of, renamed
from recipe.scoring import score_dev
from recipe.syntax import batch_paths

#: Returns development scores per corpus.
Scorer: TypeAlias = Callable[[Reader], dict[str, dict[str, float]]]

_MASK_ID, _BORDERS = 103, (101, 102)
_HEADS = {
    "tree": ("upos", "xpos", "feats", "names", "predicate"),
    "names": ("names",),
    "kinds": ("kinds",),
    "joined": ("start", "upos", "names"),
}


@dataclass(frozen=True, slots=True)
class Corpus:
    """Training sentences, encoded once; `turned` holds variants with curly quotation marks."""

    sentences: tuple[corpora.Sentence, ...]
    examples: tuple[Example, ...]
    turned: tuple[Example | None, ...]
    maker: ExampleMaker
    names: Pool


def encode(
    sentences: Sequence[corpora.Sentence],
    maker: ExampleMaker,
    listed: Sequence[tuple[str, Sequence[str]]] = (),
) -> Corpus:
    """Encode every sentence, and those with quotation marks or apostrophes a second time."""
    turned = [
        maker.example(one, curly=True) if any("'" in w or w == '"' for w in one.words) else None
        for one in sentences
    ]
    examples = tuple(maker.example(one) for one in sentences)
    names = pool_of(sentences, listed)
    return Corpus(tuple(sentences), examples, tuple(turned), maker, names)


def listed_names() -> list[tuple[str, tuple[str, ...]]]:
    """Return the names of the shipped gazetteer that are surely what it says, by kind."""
    gazetteer = load_gazetteer(installed_weights().gazetteer)
    return [
        (kind.label, written)
        for entries in gazetteer.entries.values()
        for written, kind in entries
        if kind.sure and written and kind.label in ("ORG", "LOC")
    ]


def epochs(corpus: Corpus, plan: settings.Settings) -> Iterator[list[Example]]:
    """Yield groups of examples for ever, epoch after epoch, each drawn from the seed and its number."""
    epoch = 0
    while True:
        rng = random.Random(f"{plan.seed}/{epoch}")
        drawn = [
            distorted(_renamed(corpus, one, rng, plan) or example, turned, plan.distort, rng)
            for one, example, turned in zip(
                corpus.sentences, corpus.examples, corpus.turned, strict=True
            )
            for _ in range(plan.re3d_repeats if one.corpus == "re3d" else 1)
            if example.size <= MAX_SUBWORDS and (one.frames or not plan.only_roles)
        ]
        drawn += [
            joined(run, rng, cut=plan.joined_cut, unstopped=plan.joined_unstopped)
            for run in runs_of_neighbours(
                corpus.sentences, corpus.examples, rng, share=plan.joined_share
            )
            if not plan.only_roles
        ]
        yield from batches(drawn, rng, subwords=plan.subwords_per_step)
        epoch += 1


def _renamed(
    corpus: Corpus, sentence: corpora.Sentence, rng: random.Random, plan: settings.Settings
) -> Example | None:
    if not plan.distort.renamed or not sentence.names:
        return None
    other = renamed(sentence, corpus.names, rng, chance=plan.distort.renamed)
    return None if other is None else corpus.maker.example(other)


def loss_of(
    model: Reader, batch: Batch, plan: settings.Settings
) -> tuple[Tensor, dict[str, float]]:
    """Return the weighted sum of the losses that apply to a batch, and each of them."""
    ids, mask, case, first, last, shown = (
        torch.from_numpy(array)
        for array in (batch.ids, batch.mask, batch.case, batch.first, batch.last, batch.words)
    )
    if plan.distort.masked and model.training:
        hidden = (torch.rand(ids.shape) < plan.distort.masked) & (ids > 999)  # noqa: PLR2004
        ids = torch.where(hidden, torch.full_like(ids, _MASK_ID), ids)
    with torch.set_grad_enabled(not plan.only_roles):
        clean, root = model.vectors(ids, mask, case, first, last, plan.network["dropout"])
    words = dropped(clean, plan.network["word_dropout"], model.training)
    losses: dict[str, Tensor] = {}
    targets = {**batch.tags, "start": batch.starts, "predicate": batch.predicates}
    wanted = () if plan.only_roles else _wanted(batch, targets)
    trust = torch.from_numpy(batch.trust)
    for head, scores in model.tag_scores(words, wanted).items():
        target = torch.from_numpy(targets[head])
        if bool((target != SILENT).any()):
            losses[head] = _token_loss(scores, target, trust if head == "names" else None)
    if batch.kind == "tree":
        if not plan.only_roles:
            losses |= _tree_losses(model, words, root, shown, batch)
        if len(batch.frames):
            noisy = dropped(clean, plan.network["path_dropout"], model.training)
            paths = _own_paths(model, noisy, root, batch) if plan.network["paths"] else None
            losses["roles"] = _role_loss(model, words, paths, batch, plan.network["dropout"])
    total = sum((plan.loss[head] * loss for head, loss in losses.items()), torch.zeros(()))
    return total, {head: float(loss.detach()) for head, loss in losses.items()}


def _wanted(batch: Batch, targets: dict[str, Array]) -> tuple[str, ...]:
    return tuple(head for head in _HEADS[batch.kind] if head in targets)


def _token_loss(scores: Tensor, target: Tensor, trust: Tensor | None = None) -> Tensor:
    flat = F.cross_entropy(
        scores.float().flatten(0, 1), target.flatten(), ignore_index=SILENT, reduction="none"
    )
    known = (target.flatten() != SILENT).float()
    if trust is not None:
        known = known * trust[:, None].expand_as(target).flatten()
    return (flat * known).sum() / known.sum().clamp(min=1)


def _tree_losses(
    model: Reader, words: Tensor, root: Tensor, shown: Tensor, batch: Batch
) -> dict[str, Tensor]:
    heads = torch.from_numpy(batch.heads)
    own, governors = model.relation_vectors(words, root)
    at = heads.clamp(min=0)[..., None].expand(-1, -1, governors.shape[-1])
    relation = model.relation.own_pairs(own, torch.gather(governors, 1, at))
    return {
        "arc": _token_loss(model.arc_scores(words, root, shown), heads),
        "deprel": _token_loss(relation, torch.from_numpy(batch.tags["deprel"])),
    }


def _own_paths(
    model: Reader, words: Tensor, root: Tensor, batch: Batch
) -> tuple[Tensor, Tensor, Tensor]:
    """Return the paths of the trees the model itself sees under dropout, faults included.

    Gold trees would teach the roles to trust the tree more than they will be able to.
    """
    with torch.no_grad():
        shown = torch.from_numpy(batch.words)
        own, governors = model.relation_vectors(words, root)
        heads = model.arc_scores(words, root, shown).argmax(-1)
        at = heads[..., None].expand(-1, -1, governors.shape[-1])
        relations = model.relation.own_pairs(own, torch.gather(governors, 1, at)).argmax(-1)
    sizes = batch.words.sum(1).tolist()
    return batch_paths(
        batch.frames,
        [(row[:size] - 1).tolist() for row, size in zip(heads, sizes, strict=True)],
        [row[:size].tolist() for row, size in zip(relations, sizes, strict=True)],
        count=model.relation.head_bias.out_features,
        width=batch.words.shape[1],
    )


def _role_loss(
    model: Reader,
    words: Tensor,
    paths: tuple[Tensor, Tensor, Tensor] | None,
    batch: Batch,
    drop: float,
) -> Tensor:
    rows, predicates = torch.from_numpy(batch.frames).unbind(1)
    shown = torch.from_numpy(batch.words)[rows]
    scores = model.roles(words[rows], predicates, paths, shown, drop)
    return _token_loss(scores, torch.from_numpy(batch.roles))


class Average:
    """Exponential moving average of the trained parameters."""

    def __init__(self, model: nn.Module) -> None:
        self.state = {
            name: one.detach().clone()
            for name, one in model.named_parameters()
            if one.requires_grad
        }

    def update(self, model: nn.Module, decay: float) -> None:
        """Move towards the present parameters."""
        for name, one in model.named_parameters():
            if name in self.state:
                self.state[name].lerp_(one.detach(), 1 - decay)


def rate(step: int, plan: settings.Settings) -> float:
    """Return the share of the full rate at a step: a linear rise, then a linear fall to the floor."""
    rise = min(1.0, (step + 1) / plan.warm_up)
    return rise * max(plan.rates["floor"], 1 - step / plan.steps)


def optimiser_of(model: Reader, plan: settings.Settings) -> torch.optim.AdamW:
    """AdamW with the encoder's slower rate apart; frozen parameters are left out."""
    slow, fast = [], []
    for name, one in model.named_parameters():
        if one.requires_grad:
            inherited = name.startswith("encoder.") and name != "encoder.case.weight"
            (slow if inherited else fast).append(one)
    groups = ((slow, plan.rates["encoder"]), (fast, plan.rates["heads"]))
    return torch.optim.AdamW(
        [{"params": part, "lr": full, "full": full} for part, full in groups if part],
        weight_decay=plan.rates["decay"],
        betas=(0.9, 0.98),
        fused=True,
    )


def train(plan: settings.Settings, data: Path, out: Path) -> None:  # noqa: PLR0915 - one loop, in order
    """Run the schedule from the start or from the last checkpoint."""
    torch.set_num_threads(plan.threads)
    torch.manual_seed(plan.seed)
    out.mkdir(parents=True, exist_ok=True)
    corpora.verify(data)
    sentences = corpora.training_sentences(data, derived_trust=plan.derived_trust)[: plan.limit]
    table = labels.collect(sentences)
    kept = out / "settings.json"
    if kept.is_file() and settings.read(kept) != plan:
        raise corpora.CorpusError(f"{out} holds a run with other settings; name another folder")
    labels.write(table, out / "labels.json")
    settings.write(plan, kept)
    files = base_files()
    maker = ExampleMaker(
        SubwordEncoder(Tokenizer.from_file(str(files.tokenizer))), labels.index(table)
    )
    corpus = encode(sentences, maker, listed_names())
    model = Reader(
        table,
        arc=plan.network["arc"],
        relation=plan.network["relation"],
        paths=plan.network["paths"],
    )
    if plan.start_from is None:
        load_minilm(model.encoder, files.weights)
    else:
        _start_from(model, Path(plan.start_from), table, without_roles=plan.only_roles)
    model.encoder.pieces.weight.requires_grad_(False)
    if plan.only_roles:
        model.requires_grad_(False).roles.requires_grad_(True)
    optimiser, average = optimiser_of(model, plan), Average(model)
    dev = {name: rows[: plan.limit] for name, rows in corpora.dev_sentences(data).items()}
    score = partial(score_dev, dev=dev, labels=table, maker=maker)
    checkpoint = out / "checkpoint.pt"
    done = 0
    if checkpoint.is_file():
        done = _resume(checkpoint, model, optimiser, average)
        print(f"going on from step {done}", flush=True)
    started, seen, sums = time.monotonic(), 0, Counter[str]()
    model.train()
    groups = epochs(corpus, plan)
    for step in range(plan.steps):
        group = next(groups)
        if step < done:
            continue
        torch.manual_seed(plan.seed * 1_000_003 + step)
        batch = collate(group, _BORDERS)
        for part in optimiser.param_groups:
            part["lr"] = part["full"] * rate(step, plan)
        with torch.autocast("cpu", torch.bfloat16, enabled=plan.bfloat16):
            loss, parts = loss_of(model, batch, plan)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
        optimiser.step()
        early = step < plan.average_from * plan.steps
        average.update(model, 0.9 if early else plan.average_decay)
        seen += int(batch.mask.sum())
        sums.update(parts)
        sums.update({f"n_{head}": 1 for head in parts})
        if (step + 1) % 100 == 0:
            means = {h: round(sums[h] / sums[f"n_{h}"], 3) for h in sums if not h.startswith("n_")}
            speed = seen / (time.monotonic() - started)
            print(f"step {step + 1} subwords/s {speed:.0f} {means}", flush=True)
            sums.clear()
        if (step + 1) % plan.evaluate_every == 0 or step + 1 == plan.steps:
            _note(out, step + 1, model, average, score)
            _save(checkpoint, step + 1, model, optimiser, average)
    torch.save(_averaged(model, average), out / "weights.pt")


def _averaged(model: Reader, average: Average) -> dict[str, Tensor]:
    return {**model.state_dict(), **average.state}


def _note(out: Path, step: int, model: Reader, average: Average, score: Scorer) -> None:
    """Score the averaged weights on the development parts and add a line to the curve."""
    kept = {name: one.detach().clone() for name, one in model.state_dict().items()}
    model.load_state_dict(_averaged(model, average))
    model.eval()
    row: dict[str, Any] = {"step": step, **score(model)}
    model.load_state_dict(kept)
    model.train()
    with (out / "curve.jsonl").open("a", encoding="utf-8") as curve:
        curve.write(json.dumps(row) + "\n")
    print(json.dumps(row), flush=True)


def _save(
    path: Path, step: int, model: Reader, optimiser: torch.optim.AdamW, average: Average
) -> None:
    """Write the checkpoint beside the old one, then put it in its place."""
    fresh = path.with_suffix(".new")
    state = {
        "step": step,
        "model": model.state_dict(),
        "optimiser": optimiser.state_dict(),
        "average": average.state,
    }
    torch.save(state, fresh)
    fresh.replace(path)


def _start_from(model: Reader, run: Path, table: labels.Labels, *, without_roles: bool) -> None:
    """Take over the weights of a finished run with the same labels; new parts stay as they are.

    Raises:
        CorpusError: The run was trained with other labels, or holds parts this network lacks.
    """
    if labels.read(run / "labels.json") != table:
        raise corpora.CorpusError(f"{run} was trained with other labels than this data has")
    state = torch.load(run / "weights.pt", weights_only=True)
    if without_roles:
        state = {name: one for name, one in state.items() if not name.startswith("roles.")}
    lacking = model.load_state_dict(state, strict=False)
    if lacking.unexpected_keys:
        raise corpora.CorpusError(
            f"{run} holds {lacking.unexpected_keys}, which this network lacks"
        )


def _resume(path: Path, model: Reader, optimiser: torch.optim.AdamW, average: Average) -> int:
    state = torch.load(path, weights_only=True)
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    average.state = state["average"]
    return int(state["step"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--config", type=Path, default=Path(__file__).parent / "config/base.toml")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start-from", help="a finished run whose weights are taken over")
    arguments = parser.parse_args()
    plan = replace(settings.read(arguments.config), start_from=arguments.start_from)
    try:
        train(plan, arguments.data, arguments.out)
    except corpora.CorpusError as error:
        raise SystemExit(str(error)) from error
