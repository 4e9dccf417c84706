"""The label sets of the heads, taken from the training sentences in sorted order."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from recipe.corpora import Sentence

#: A role seen less often than this cannot be learned; its words count as outside.
_ROLE_FLOOR = 20

Labels: TypeAlias = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class LabelIndex:
    """Labels per head, and the column of each label."""

    labels: Labels
    columns: dict[str, dict[str, int]]


def collect(sentences: Sequence[Sentence]) -> Labels:
    """Return the labels of each head; the same sentences give the same labels in the same order."""
    roles = Counter(
        role for one in sentences for frame in one.frames or () for _, _, role in frame.arguments
    )
    return {
        "upos": _sorted(one.upos for one in sentences),
        "xpos": _sorted(one.xpos for one in sentences),
        "feats": _sorted(one.feats for one in sentences),
        "deprel": _sorted(one.deprels for one in sentences),
        "names": _bio(_kinds(one.names for one in sentences)),
        "kinds": _bio(_kinds(one.kinds for one in sentences)),
        "roles": _bio(sorted(role for role, times in roles.items() if times >= _ROLE_FLOOR)),
    }


def index(labels: Labels) -> LabelIndex:
    """Number the labels of each head."""
    return LabelIndex(
        labels, {head: {label: at for at, label in enumerate(row)} for head, row in labels.items()}
    )


def write(labels: Labels, path: Path) -> None:
    """Write the labels as the reader expects them."""
    path.write_text(json.dumps({"heads": labels}, indent=0) + "\n", encoding="utf-8")


def read(path: Path) -> Labels:
    """Read what `write` wrote."""
    heads = json.loads(path.read_text(encoding="utf-8"))["heads"]
    return {head: tuple(row) for head, row in heads.items()}


def _sorted(columns: Iterable[Sequence[str] | None]) -> tuple[str, ...]:
    return tuple(sorted({label for column in columns for label in column or ()}))


def _kinds(columns: Iterable[Sequence[str] | None]) -> list[str]:
    return sorted({label[2:] for column in columns for label in column or () if label != "O"})


def _bio(kinds: Iterable[str]) -> tuple[str, ...]:
    return ("O", *(f"{side}-{kind}" for kind in kinds for side in "BI"))
