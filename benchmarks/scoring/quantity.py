"""Numbers with their bounds and units, sentence by sentence (Almasian et al. 2023).

Values are equal within a hundred-thousandth, the two ends of a range each on their own. Units are
compared letter by letter.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from benchmarks.scoring.answers import items_of, number, placed
from benchmarks.scoring.matching import Candidate, best_first
from benchmarks.scoring.measures import (
    BadAnswerError,
    Counts,
    Figures,
    Key,
    Row,
    Tally,
    ratio,
    scores_of,
)

_RELATIVE = 1e-5
_ABSOLUTE = 1e-8


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity in comparable form: one value, or the two ends of a range."""

    values: tuple[float, ...]
    bound: object
    unit: object
    holds: bool = True


def tally(gold: Row, answer: Row | None, given: Row) -> Tally:
    """Count the quantities of one sentence."""
    wanted = [_quantity(item) for item in gold["quantities"]]
    text = given.get("text")
    found = [_quantity(item, holds=placed(item, text)) for item in items_of(answer, "quantities")]
    matched = best_first(
        _candidate(one, other, i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if other.holds and same_values(one, other)
    )
    pairs = [(wanted[i], found[j]) for i, j in matched]
    counts: dict[Key, float] = {
        ("quantity", "gold"): len(wanted),
        ("quantity", "found"): len(found),
        ("value", "hits"): len(pairs),
        ("value_bound", "hits"): sum(one.bound == other.bound for one, other in pairs),
        ("value_unit", "hits"): sum(one.unit == other.unit for one, other in pairs),
        ("bad_quotes",): sum(not one.holds for one in found),
    }
    for one in wanted:
        _add(counts, ("bound", "gold", str(one.bound)), 1)
    for one, other in pairs:
        _add(counts, ("bound", "hits", str(one.bound)), one.bound == other.bound)
    return Tally(counts)


def figures(counts: Counts) -> Figures:
    """Return F1 of values, of values with bound and with unit, and recall bound by bound."""
    found: Figures = {}
    for name in ("value", "value_bound", "value_unit"):
        found |= scores_of(counts, name, of="quantity")
    for key in sorted(counts):
        if key[:2] == ("bound", "gold") and counts[key]:
            bound = key[2]
            found[f"bound_recall.{bound}"] = ratio(
                counts.get(("bound", "hits", bound), 0), counts[key]
            )
            found[f"bound_gold.{bound}"] = counts[key]
    found["bad_quotes"] = counts["bad_quotes",]
    return found


def same_values(one: Quantity, other: Quantity) -> bool:
    """Return whether two quantities are of one shape and have equal ends."""
    return len(one.values) == len(other.values) and all(
        math.isclose(left, right, rel_tol=_RELATIVE, abs_tol=_ABSOLUTE)
        for left, right in zip(one.values, other.values, strict=True)
    )


def _quantity(item: Row, *, holds: bool = True) -> Quantity:
    value = item.get("value")
    if isinstance(value, list) and len(value) != 2:
        raise BadAnswerError("a range has two ends")
    ends = value if isinstance(value, list) else [value]
    return Quantity(tuple(number(one) for one in ends), item.get("bound"), item.get("unit"), holds)


def _candidate(one: Quantity, other: Quantity, i: int, j: int) -> Candidate:
    rank = (one.bound == other.bound, one.unit == other.unit)
    named = tuple(str(value) for value in (one.bound, one.unit, other.bound, other.unit))
    return Candidate(rank, (one.values, *named), i, j)


def _add(counts: dict[Key, float], key: Key, value: float) -> None:
    counts[key] = counts.get(key, 0) + value
