"""Numbers as reported: `Quantity`, its bounds, and the arithmetic that never invents an end.

`low` and `high` are inclusive; `None` means that end was not stated. Rules: domain rules 2 and 3
("at least n": low n; "more than n": low n + 1 for whole things; an approximator sets no bounds).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.errors import InvariantError
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

Number = int | float
Bound = Literal[
    "exact", "at_least", "more_than", "at_most", "less_than", "approx", "between", "ordinal"
]


#: Letters of a currency code (ISO 4217).
_CODE = 3


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts and how far the words commit to it.

    Attributes:
        value: The number as written; `None` where only a magnitude is given ("hundreds").
        low: Smallest number the words allow, inclusive; `None` where no lower end is stated.
        high: Largest number the words allow, inclusive; `None` where no upper end is stated.
        unit: Normalised unit, singular snake case joined by domain words (`people_killed`,
            `strikes`, `personnel`, `days`, `USD`); empty when the words name none.
        bound: How the words bind the number.
        approximator: The words that bind it, verbatim ("at least", "more than").
        counted: What is counted, verbatim ("people", "cartel boats").
        window: The time the count covers, when stated ("since September").
    """

    value: Number | None
    low: Number | None
    high: Number | None
    unit: str
    bound: Bound = "exact"
    approximator: str = ""
    counted: str = ""
    window: When | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvariantError(f"a quantity from {self.low} to {self.high} is empty")

    def allows(self, number: Number) -> bool:
        """Say whether `number` lies within the stated ends."""
        return (self.low is None or self.low <= number) and (
            self.high is None or number <= self.high
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """What a later count adds to an earlier one; an end is `None` where it cannot be derived."""

    low: Number | None
    high: Number | None


#: Units of what can be cut: more than 40 percent may be 40.5.
DIVISIBLE = frozenset(
    """percent percentage_points basis_points kilometres metres centimetres millimetres miles
    nautical_miles feet inches yards hectares acres square_kilometres square_miles square_feet tonnes
    tons kilograms grams milligrams pounds barrels litres gallons watts kilowatts megawatts gigawatts
    kilowatt_hours megawatt_hours gigawatt_hours kilovolts gigabytes megabytes hertz horsepower degrees
    kilometres_per_hour miles_per_hour knots seconds minutes hours days nights weeks months years
    decades centuries times""".split()
)


def is_divisible(unit: str) -> bool:
    """Say whether what a unit counts can be cut: money, shares, measures of space, weight and time."""
    return unit in DIVISIBLE or (len(unit) == _CODE and unit.isupper())


def bounds_of(
    bound: Bound, value: Number, other: Number | None = None, *, unit: str = ""
) -> tuple[Number | None, Number | None]:
    """Return the inclusive ends that `bound` gives a number.

    Args:
        bound: How the words bind the number.
        value: The number as written; of a range, its first number.
        other: The second number of a range (`between`).
        unit: What is counted; "more than" adds one to whole things only (domain rule 2).

    Example:
        >>> bounds_of("more_than", 100)
        (101, None)
        >>> bounds_of("more_than", 40, unit="percent")
        (40, None)
        >>> bounds_of("between", 10, 15)
        (10, 15)
    """
    step: Number = 1 if isinstance(value, int) and not is_divisible(unit) else 0
    match bound:
        case "exact" | "ordinal":
            return value, value
        case "at_least":
            return value, None
        case "more_than":
            return value + step, None
        case "at_most":
            return None, value
        case "less_than":
            return None, value - step
        case "approx":
            return None, None
        case "between":
            end = value if other is None else other
            return min(value, end), max(value, end)


def difference(earlier: Quantity, later: Quantity) -> Difference | Unknown:
    """Return by how much `later` exceeds `earlier`, as far as both allow.

    A lower end exists only where the later low and the earlier high do, an upper end only where the
    later high and the earlier low do (domain rule 3).

    Example:
        >>> was = Quantity(21, 21, 21, "strikes")
        >>> now = Quantity(29, 29, None, "strikes", "at_least")
        >>> difference(was, now)
        Difference(low=8, high=None)
    """
    if earlier.unit != later.unit:
        return Unknown(
            f"{earlier.unit or 'no unit'} and {later.unit or 'no unit'} are not the same"
        )
    low = None if later.low is None or earlier.high is None else later.low - earlier.high
    high = None if later.high is None or earlier.low is None else later.high - earlier.low
    if low is None and high is None:
        return Unknown("neither count states the end that a difference needs")
    return Difference(low, high)


def hull(
    a: tuple[Number | None, Number | None], b: tuple[Number | None, Number | None]
) -> tuple[Number | None, Number | None]:
    """Return the smallest pair of ends that allows whatever either pair allows."""
    low = None if a[0] is None or b[0] is None else min(a[0], b[0])
    high = None if a[1] is None or b[1] is None else max(a[1], b[1])
    return low, high


def compatible(a: Quantity, b: Quantity) -> bool:
    """Say whether one number could satisfy both; approximations are compatible with anything."""
    lows = [q.low for q in (a, b) if q.low is not None]
    highs = [q.high for q in (a, b) if q.high is not None]
    return not lows or not highs or max(lows) <= min(highs)
