"""The mean of two finished runs: `python -m recipe.mean --runs A B --out C`.

The runs must have one network, the second started from the first: only then does a straight line
between their weights stay on good ground (Izmailov et al. 2018).
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import torch

from recipe import corpora


def mean_of(runs: tuple[Path, Path], out: Path) -> None:
    """Write the mean of the weights of two runs, with the labels and settings of the second.

    Raises:
        CorpusError: The runs have different parts or labels.
    """
    first, second = (torch.load(run / "weights.pt", weights_only=True) for run in runs)
    labels = [json.loads((run / "labels.json").read_text(encoding="utf-8")) for run in runs]
    if first.keys() != second.keys() or labels[0] != labels[1]:
        raise corpora.CorpusError(f"{runs[0]} and {runs[1]} are not runs of one network")
    out.mkdir(parents=True, exist_ok=True)
    torch.save({name: (one + second[name]) / 2 for name, one in first.items()}, out / "weights.pt")
    for name in ("labels.json", "settings.json"):
        shutil.copyfile(runs[1] / name, out / name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Average the weights of two runs.")
    parser.add_argument("--runs", type=Path, nargs=2, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    mean_of(tuple(arguments.runs), arguments.out)
