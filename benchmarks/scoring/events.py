"""The PLOVER root between two given parties, and its quad class (Hu et al. 2024)."""

from __future__ import annotations

from types import MappingProxyType

from benchmarks.scoring.answers import string_or_none
from benchmarks.scoring.measures import (
    BadAnswerError,
    Counts,
    Figures,
    Row,
    Tally,
    label_counts,
    label_figures,
    total,
)

_ROOTS = (
    (1, "AGREE SUPPORT CONSULT"),
    (2, "AID YIELD COOPERATE"),
    (3, "REJECT ACCUSE REQUEST THREATEN"),
    (4, "ASSAULT COERCE SANCTION PROTEST MOBILIZE"),
)
#: Quad class by root: 1 and 2 verbal and material cooperation, 3 and 4 verbal and material conflict.
QUADS = MappingProxyType({root: quad for quad, roots in _ROOTS for root in roots.split()})


def tally(gold: Row, answer: Row | None, given: Row) -> Tally:  # noqa: ARG001 - one shape for all
    """Count one record; where an answer states no quad class, it is that of its root."""
    stated = answer or {}
    label = string_or_none(stated, "label")
    quad = stated.get("quad", QUADS.get(label or ""))
    if quad is not None and type(quad) is not int:
        raise BadAnswerError("'quad' must be a whole number")
    return Tally(
        total(
            [label_counts("root", gold["label"], label), label_counts("quad", gold["quad"], quad)]
        )
    )


def figures(counts: Counts) -> Figures:
    """Return the figures of roots and of quad classes."""
    return label_figures(counts, "root") | label_figures(counts, "quad")
