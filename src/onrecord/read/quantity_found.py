"""A quantity with the words that state it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.quantity import Quantity
from onrecord.domain.span import Extent
from onrecord.read.quantity_cues import Change


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """Words that state a quantity.

    Attributes:
        extent: From the approximator to the counted noun; a number that shares the noun of the next
            ("two or six boats") ends with itself.
        number: The number itself, of a range both.
        quantity: What they state.
        change: Whether the number is by how much something rose or fell ("rose by 12"), in which
            case it is no level and no tally.
    """

    extent: Extent
    number: Extent
    quantity: Quantity
    change: Change = ""
