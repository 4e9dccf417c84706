"""English weights of Onrecord's reader: where their files stand.

This package holds files and no behaviour. MODEL_CARD.md says what the weights can and cannot do.
Licence of the weights: CC-BY-SA-4.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

__all__ = ["ModelFiles", "__version__", "model_files"]

__version__ = "0.2.0"


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files of one model.

    Attributes:
        name: Distribution and version.
        weights: ONNX graph of tags, tree and names, int8.
        roles: ONNX graph of the semantic roles, int8.
        tokenizer: WordPiece vocabulary, in the format of the `tokenizers` library.
        labels: JSON; per output of the graph the label of each column.
        lemmas: JSON; what spelling rules for dictionary forms get wrong, and known base forms.
        gazetteer: TOML; names and kinds of things known beforehand.
    """

    name: str
    weights: Path
    roles: Path
    tokenizer: Path
    labels: Path
    lemmas: Path
    gazetteer: Path


def model_files() -> ModelFiles:
    """Return where the files stand; whether they can be read is for the caller to find out."""
    folder = Path(str(files(__name__)))
    return ModelFiles(
        name=f"onrecord-model-en {__version__}",
        weights=folder / "model.onnx",
        roles=folder / "roles.onnx",
        tokenizer=folder / "tokenizer.json",
        labels=folder / "labels.json",
        lemmas=folder / "lemmas.json",
        gazetteer=folder / "gazetteer.toml",
    )
