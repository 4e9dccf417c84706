"""The quantities of single sentences, in CQE's terms: value, bound and unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.predict.task import Row, Tools
from benchmarks.predict.texts import sentences_of
from onrecord.read.quantities import FoundQuantity, find_quantities

_BOUNDS = {"at_least": ">", "more_than": ">", "at_most": "<", "less_than": "<", "approx": "~"}
_UNITS = {
    "percent": "percentage", "USD": "dollar", "USD_cents": "cent", "EUR": "euro", "GBP": "pound sterling",
    "INR": "indian rupee", "MYR": "malaysian ringgit", "AUD": "australian dollar", "feet": "foot",
    "inches": "inch", "people_killed": "people", "centuries": "century", "": "-",
}  # fmt: skip


def predict(records: Iterable[Row], tools: Tools) -> Iterator[Row]:
    """Yield each record's quantities; ordinals are no quantities there."""
    for record in records:
        found = [
            one
            for sentence in sentences_of(record, tools.linguist)
            for one in find_quantities(
                sentence.parse, sentence.text, times=sentence.times, ages=True
            )
        ]
        rows = [_row(one, record["text"]) for one in found if one.quantity.bound != "ordinal"]
        yield {"id": record["id"], "quantities": rows}


def _row(found: FoundQuantity, text: str) -> Row:
    value, bound = _value_and_bound(found)
    unit = found.quantity.unit
    return {
        "value": value,
        "bound": bound,
        "unit": _UNITS.get(unit, _singular(unit)),
        "start": found.extent.start,
        "end": found.extent.end,
        "text": found.extent.of(text),
    }


def _value_and_bound(found: FoundQuantity) -> tuple[object, str]:
    """Return what CQE gives: an approximator outdoes a change, and a range bears neither."""
    quantity = found.quantity
    if quantity.bound == "between":
        return [quantity.low, quantity.high], "="
    if quantity.value is None:
        # One dozen for "dozens", one thousand up to ten for "thousands"; ours are at least two.
        least = (quantity.low or 0) / 2
        dozens = "dozen" in quantity.approximator.lower()
        return (least if dozens else [least, least * 10]), "="
    return quantity.value, _BOUNDS.get(quantity.bound) or found.change or "="


def _singular(unit: str) -> str:
    words = unit.replace("_", " ")
    if words.endswith("ies"):
        return f"{words[:-3]}y"
    return words.removesuffix("s") if not words.endswith("ss") else words
