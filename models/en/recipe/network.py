"""The network: a six-layer encoder, started from all-MiniLM-L6-v2, and one head per task."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - torch's own convention
from torch import Tensor, nn

from onrecord.adapters.onnx.paths import STEP_COUNT, turn_count
from recipe.labels import Labels

Outputs: TypeAlias = dict[str, Tensor]

_FAR = -1e4
_CASES = 6
_TAG_HEADS = ("upos", "xpos", "feats")
_NAME_HEADS = ("names", "kinds")
#: Words further from the predicate than this count as equally far.
_REACH = 32


def dropped(x: Tensor, share: float, training: bool) -> Tensor:
    """Dropout from one random byte a cell, ten times faster on a CPU than torch's own.

    The share is rounded to a 256th. Seeded by torch's generator.
    """
    if not training or not share:
        return x
    limit = round(share * 256)
    generator = np.random.Generator(np.random.SFC64(int(torch.randint(2**31, ()))))
    draws = np.frombuffer(generator.bytes(x.numel()), np.uint8)
    kept = torch.from_numpy(draws >= limit).view(x.shape)
    return x * kept * (256 / (256 - limit))


class EncoderLayer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.mix = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_mix = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm_out = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor, drop: float) -> Tensor:
        """Attend and transform `[B, T, width]`; `bias` `[B, 1, 1, T]` hides the padding."""
        rows, length, width = x.shape
        shape = (rows, length, 3, self.heads, width // self.heads)
        query, key, value = self.mix(x).view(shape).permute(2, 0, 3, 1, 4).unbind(0)
        # Written out: torch's fused attention takes five times as long to train on short rows.
        near = torch.matmul(query, key.transpose(2, 3)) * (width // self.heads) ** -0.5
        seen = torch.matmul(torch.softmax(near.float() + bias, -1).to(value.dtype), value)
        seen = self.out(seen.transpose(1, 2).reshape(rows, length, width))
        x = self.norm_mix(x + dropped(seen, drop, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm_out(x + dropped(inner, drop, self.training))


class Encoder(nn.Module):
    """MiniLM with one more embedding at the input: the letter case its vocabulary lacks."""

    def __init__(self, *, layers: int = 6, width: int = 384, vocabulary: int = 30522) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, width)
        self.places = nn.Embedding(512, width)
        self.case = nn.Embedding(_CASES, width)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(EncoderLayer(width, 12, 4 * width) for _ in range(layers))

    def forward(self, ids: Tensor, mask: Tensor, case: Tensor, drop: float) -> Tensor:
        """Return `[B, T, width]`."""
        x = self.pieces(ids) + self.places.weight[: ids.shape[1]] + self.case(case)
        x = dropped(self.norm(x), drop, self.training)
        bias = (1.0 - mask.to(torch.float32))[:, None, None, :] * _FAR
        for layer in self.layers:
            x = layer(x, bias, drop)
        return x


class Biaffine(nn.Module):
    """Scores pairs of words: `[B, W, d]` against `[B, H, d]`, a plane per label."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.pair = nn.Parameter(torch.zeros(labels, width + 1, width))
        self.head_bias = nn.Linear(width, labels)

    def all_pairs(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Return `[B, labels, W, H]`."""
        rows, words, _ = dependents.shape
        labels, inner, width = self.pair.shape
        one = torch.ones_like(dependents[..., :1])
        # One plain product with a constant, which quantises; an einsum would stay in floats.
        flat = self.pair.permute(1, 0, 2).reshape(inner, labels * width)
        left = torch.matmul(torch.cat([dependents, one], -1), flat)
        left = left.view(rows, words, labels, width).transpose(1, 2)
        scores = torch.matmul(left, heads.transpose(1, 2)[:, None])
        return scores + self.head_bias(heads).permute(0, 2, 1)[:, :, None, :]

    def own_pairs(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Return `[B, W, labels]` for one head per word, `heads` being `[B, W, d]`."""
        one = torch.ones_like(dependents[..., :1])
        left = torch.einsum("bwi,oij->bwoj", torch.cat([dependents, one], -1), self.pair)
        return torch.matmul(left, heads[..., None])[..., 0] + self.head_bias(heads)


class RoleHead(nn.Module):
    """Labels every word with its role for one predicate; runs once per predicate.

    Args:
        labels: Number of BIO role labels.
        relations: Number of dependency relations, when the head is told the paths of the tree
            (`onrecord.adapters.onnx.paths`); None when it is not.
    """

    def __init__(
        self,
        labels: int,
        relations: int | None,
        *,
        width: int = 384,
        inner: int = 256,
        layers: int = 2,
    ) -> None:
        super().__init__()
        self.turn = self.step = self.relation = None
        if relations is not None:
            self.turn = _silent_embedding(turn_count(relations), inner)
            self.step = _silent_embedding(STEP_COUNT, inner)
            self.relation = _silent_embedding(relations, inner)
        self.word = nn.Linear(width, inner)
        self.predicate = nn.Linear(width, inner)
        self.distance = nn.Embedding(2 * _REACH + 1, inner)
        self.norm = nn.LayerNorm(inner, eps=1e-12)
        self.layers = nn.ModuleList(EncoderLayer(inner, 4, 2 * inner) for _ in range(layers))
        self.label = nn.Linear(inner, labels)

    def forward(
        self,
        words: Tensor,
        predicate: Tensor,
        paths: tuple[Tensor, Tensor, Tensor] | None,
        shown: Tensor,
        drop: float,
    ) -> Tensor:
        """Return `[F, W, labels]`.

        Args:
            words: `[F, W, width]`, the word vectors of the sentence of each frame.
            predicate: `[F]`, where its predicate stands.
            paths: Turns `[F, W]`, steps `[F, W]` and the predicate's own relation `[F]`.
            shown: `[F, W]`, 1 for words, 0 for padding.
            drop: Dropout.
        """
        places = torch.arange(words.shape[1], device=words.device)[None] - predicate[:, None]
        chosen = predicate[:, None, None].expand(-1, 1, words.shape[-1])
        x = self.word(words) + self.predicate(torch.gather(words, 1, chosen))
        x = x + self.distance(places.clamp(-_REACH, _REACH) + _REACH)
        if paths is not None and self.turn and self.step and self.relation:
            turns, steps, relation = paths
            x = x + self.turn(turns) + self.step(steps) + self.relation(relation)[:, None]
        x = dropped(self.norm(x), drop, self.training)
        bias = (1.0 - shown.to(torch.float32))[:, None, None, :] * _FAR
        for layer in self.layers:
            x = layer(x, bias, drop)
        scores: Tensor = self.label(x)
        return scores


class Reader(nn.Module):
    """Encoder and heads.

    Args:
        labels: Labels per head.
        paths: Whether the roles are told the paths of the tree.
        arc: Width of the vectors that choose a governor.
        relation: Width of the vectors that choose a relation.
    """

    def __init__(
        self, labels: Labels, *, arc: int, relation: int, paths: bool, width: int = 384
    ) -> None:
        super().__init__()
        self.encoder = Encoder(width=width)
        self.word_case = nn.Embedding(_CASES, width)
        nn.init.zeros_(self.word_case.weight)
        self.tags = nn.ModuleDict(
            {head: nn.Linear(width, len(labels[head])) for head in _TAG_HEADS}
        )
        self.name_inner = nn.ModuleDict({head: nn.Linear(width, width) for head in _NAME_HEADS})
        self.name_outer = nn.ModuleDict(
            {head: nn.Linear(width, len(labels[head])) for head in _NAME_HEADS}
        )
        self.start = nn.Linear(width, 2)
        self.predicate = nn.Linear(width, 2)
        self.arc_own = nn.Linear(width, arc)
        self.arc_head = nn.Linear(width, arc)
        self.relation_own = nn.Linear(width, relation)
        self.relation_head = nn.Linear(width, relation)
        self.arc = Biaffine(arc, 1)
        self.relation = Biaffine(relation, len(labels["deprel"]))
        self.roles = RoleHead(
            len(labels["roles"]), len(labels["deprel"]) if paths else None, width=width
        )

    def vectors(
        self, ids: Tensor, mask: Tensor, case: Tensor, first: Tensor, last: Tensor, drop: float
    ) -> tuple[Tensor, Tensor]:
        """Return the vector of each word `[B, W, width]` and of the sentence `[B, 1, width]`.

        A word's vector is the mean of its first and last subword, and its letter case.
        """
        x = self.encoder(ids, mask, case, drop)

        def at(index: Tensor) -> Tensor:
            return torch.gather(x, 1, index[..., None].expand(-1, -1, x.shape[-1]))

        words = (at(first) + at(last)) * 0.5 + self.word_case(torch.gather(case, 1, first))
        return words, x[:, :1]

    def tag_scores(self, words: Tensor, heads: tuple[str, ...]) -> Outputs:
        """Return `[B, W, labels]` for each head named."""
        scores: Outputs = {}
        for head in heads:
            if head in _NAME_HEADS:
                inner = F.gelu(self.name_inner[head](words))
                scores[head] = self.name_outer[head](dropped(inner, 0.25, self.training))
            elif head in ("start", "predicate"):
                scores[head] = getattr(self, head)(words)
            else:
                scores[head] = self.tags[head](words)
        return scores

    def arc_scores(self, words: Tensor, root: Tensor, shown: Tensor) -> Tensor:
        """Return `[B, W, 1 + W]`: each word against the root and each word as its governor."""
        heads = torch.cat([root, words], 1)
        scores = self.arc.all_pairs(
            self._dropped(self.arc_own(words)), self._dropped(self.arc_head(heads))
        )[:, 0].float()
        seen = torch.cat([torch.ones_like(shown[:, :1]), shown], 1).to(scores.dtype)
        return scores + (1 - seen)[:, None, :] * _FAR

    def relation_vectors(self, words: Tensor, root: Tensor) -> tuple[Tensor, Tensor]:
        """Return the vectors of words as dependents `[B, W, r]` and as governors `[B, 1 + W, r]`."""
        heads = torch.cat([root, words], 1)
        return self._dropped(self.relation_own(words)), self._dropped(self.relation_head(heads))

    def _dropped(self, x: Tensor) -> Tensor:
        return dropped(F.gelu(x), 0.33, self.training)


def _silent_embedding(values: int, width: int) -> nn.Embedding:
    """An embedding that says nothing at first, so that it can be added to a trained network."""
    embedding = nn.Embedding(values, width)
    nn.init.zeros_(embedding.weight)
    return embedding


def load_minilm(encoder: Encoder, weights: Path) -> None:
    """Start the encoder from all-MiniLM-L6-v2 (Apache-2.0); `weights` is its safetensors file."""
    from safetensors.torch import load_file  # noqa: PLC0415 - only the first start needs it

    table = load_file(str(weights))
    table = {
        name.removeprefix("0.auto_model.").removeprefix("bert."): row for name, row in table.items()
    }
    state = {
        "pieces.weight": table["embeddings.word_embeddings.weight"],
        # One kind of segment only, so its embedding is folded into the places.
        "places.weight": table["embeddings.position_embeddings.weight"]
        + table["embeddings.token_type_embeddings.weight"][0],
        "case.weight": encoder.case.weight.data,
        "norm.weight": table["embeddings.LayerNorm.weight"],
        "norm.bias": table["embeddings.LayerNorm.bias"],
    }
    for at in range(len(encoder.layers)):
        old, new = f"encoder.layer.{at}.", f"layers.{at}."
        for part in ("weight", "bias"):
            state[f"{new}mix.{part}"] = torch.cat(
                [table[f"{old}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            )
            state[f"{new}out.{part}"] = table[f"{old}attention.output.dense.{part}"]
            state[f"{new}norm_mix.{part}"] = table[f"{old}attention.output.LayerNorm.{part}"]
            state[f"{new}up.{part}"] = table[f"{old}intermediate.dense.{part}"]
            state[f"{new}down.{part}"] = table[f"{old}output.dense.{part}"]
            state[f"{new}norm_out.{part}"] = table[f"{old}output.LayerNorm.{part}"]
    encoder.load_state_dict(state)
