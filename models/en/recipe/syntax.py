"""Paths of the tree for a batch of frames, for training and scoring the role head."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from onrecord.adapters.onnx.paths import paths_from


def batch_paths(
    frames: NDArray[np.int64],
    heads: Sequence[Sequence[int]],
    relations: Sequence[Sequence[int]],
    *,
    count: int,
    width: int,
) -> tuple[Tensor, Tensor, Tensor]:
    """Return turns `[F, W]`, steps `[F, W]` and the own relation `[F]` of each predicate.

    Args:
        frames: Sentence and predicate of each frame, `[F, 2]`.
        heads: Per sentence the governor of each word; -1 for the root.
        relations: Per sentence the relation of each word, as a number.
        count: How many relations there are.
        width: Words of the longest sentence.
    """
    turns, steps = (np.zeros((len(frames), width), np.int64) for _ in range(2))
    own = np.zeros(len(frames), np.int64)
    for row, (sentence, predicate) in enumerate(frames.tolist()):
        paths = paths_from(predicate, heads[sentence], relations[sentence], count=count)
        turns[row, : len(paths.turns)] = paths.turns
        steps[row, : len(paths.steps)] = paths.steps
        own[row] = relations[sentence][predicate]
    return torch.from_numpy(turns), torch.from_numpy(steps), torch.from_numpy(own)
