"""What documents add up to, and the figures of the sums."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]
#: Parts of a name, such as ("cue", "gold").
Key: TypeAlias = tuple[str, ...]
#: Sums by key; a key that is missing is 0.
Counts: TypeAlias = Mapping[Key, float]
#: Figures by dotted name, such as "triple.f1"; shares lie between 0 and 1.
Figures: TypeAlias = dict[str, float | None]


class BadAnswerError(ValueError):
    """An answer does not follow the format of its task."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one document adds to the counts of its task.

    Attributes:
        counts: Added up over documents.
        samples: Values whose median over all documents is a figure.
    """

    counts: Counts
    samples: tuple[float, ...] = ()


def total(counts: Iterable[Counts]) -> Counter[Key]:
    """Return the sum of counts, key by key."""
    summed: Counter[Key] = Counter()
    for one in counts:
        for key, value in one.items():
            summed[key] += value  # type: ignore[assignment]  # halves are counted too
    return summed


def ratio(part: float, whole: float) -> float:
    """Return part / whole, and 0 of nothing."""
    return part / whole if whole else 0.0


def scores(name: str, hits: float, gold: float, found: float) -> Figures:
    """Return precision, recall and F1 under a name, with what they are made of."""
    return {
        f"{name}.precision": ratio(hits, found),
        f"{name}.recall": ratio(hits, gold),
        f"{name}.f1": ratio(2 * hits, gold + found),
        f"{name}.hits": hits,
        f"{name}.gold": gold,
        f"{name}.found": found,
    }


def scores_of(counts: Counts, name: str, *, of: str = "") -> Figures:
    """Return `scores` of the counts (name, hits), and (of, gold) and (of, found).

    Args:
        counts: Sums.
        name: What was hit, and the name of the figures.
        of: Whose gold and found count, when several figures share them.
    """
    whole = of or name
    return scores(
        name,
        counts.get((name, "hits"), 0),
        counts.get((whole, "gold"), 0),
        counts.get((whole, "found"), 0),
    )


def label_counts(name: str, gold: object, found: object) -> Counts:
    """Return the counts of one answered label; `found` is None when there is no answer."""
    counted: dict[Key, float] = {
        (name, "gold", str(gold)): 1,
        (name, "hits", str(gold)): int(gold == found),
    }
    if found is not None:
        counted[name, "found", str(found)] = 1
    return counted


def label_figures(counts: Counts, name: str) -> Figures:
    """Return accuracy, macro-F1 over the labels of the gold, and F1 label by label."""
    labels = sorted(
        key[2] for key, count in counts.items() if key[:2] == (name, "gold") and count > 0
    )
    parts = {
        label: ratio(
            2 * counts.get((name, "hits", label), 0),
            counts.get((name, "gold", label), 0) + counts.get((name, "found", label), 0),
        )
        for label in labels
    }
    hits = sum(counts.get((name, "hits", label), 0) for label in labels)
    asked = sum(counts[name, "gold", label] for label in labels)
    figures: Figures = {
        f"{name}.accuracy": ratio(hits, asked),
        f"{name}.macro_f1": ratio(sum(parts.values()), len(parts)),
        f"{name}.gold": asked,
    }
    return figures | {f"{name}.f1.{label}": value for label, value in parts.items()}


def upper_median(values: Sequence[float]) -> float | None:
    """Return the median, of two middle values the greater; None of nothing."""
    return statistics.median_high(values) if values else None
