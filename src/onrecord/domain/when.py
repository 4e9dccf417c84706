"""Time as reported: `When` keeps the words, the days they allow, and how those days were found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.domain.edtf import parse_edtf
from onrecord.domain.errors import InvariantError

#: How the days were found. `convention` is a named rule ("mid-October" is the 11th to the 20th);
#: `document` means the words state no time and the document's date stands in.
TimeBasis = Literal[
    "explicit",
    "relative",
    "calendar",
    "computed",
    "supplied",
    "convention",
    "metadata",
    "document",
    "unknown",
]

#: UCDP date precision: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year;
#: 0 where an end is open or nothing is known.
DatePrecision = Literal[0, 1, 2, 3, 4, 5]
_PRECISION_DAYS: tuple[tuple[int, DatePrecision], ...] = ((1, 1), (6, 2), (7, 3), (31, 4))


@dataclass(frozen=True, slots=True)
class When:
    """A time as worded and, where it can be told, as days.

    Attributes:
        text: The words, verbatim; empty for a supplied document date.
        edtf: The days in our EDTF subset, or `None` where they cannot be told.
        basis: How the days were found; `unknown` exactly when `edtf` is `None`.
        anchor: The date the words were counted from, as EDTF, for relative and computed times.
        inputs: What a computed date was derived from, in words, so that a correction can follow it.
        conflict: What does not agree ("14 April 2031 was a Monday"); empty when nothing was found.
        reason: Why `edtf` is `None`; empty otherwise.
    """

    text: str
    edtf: str | None
    basis: TimeBasis
    anchor: str | None = None
    inputs: tuple[str, ...] = ()
    conflict: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        if (self.edtf is None) != (self.basis == "unknown") or (self.edtf is None) != bool(
            self.reason
        ):
            raise InvariantError("a time is either days with a basis or a reason without days")
        for named in (self.edtf, self.anchor):
            if named is not None:
                parse_edtf(named)

    @property
    def earliest(self) -> date | None:
        """Return the first day allowed; `None` where open or unknown."""
        return parse_edtf(self.edtf).earliest if self.edtf else None

    @property
    def latest(self) -> date | None:
        """Return the last day allowed; `None` where open or unknown."""
        return parse_edtf(self.edtf).latest if self.edtf else None

    @property
    def precision(self) -> DatePrecision:
        """Return the UCDP date precision of the days."""
        if self.earliest is None or self.latest is None:
            return 0
        days = (self.latest - self.earliest).days + 1
        return next((code for limit, code in _PRECISION_DAYS if days <= limit), 5)


def undated(text: str, reason: str) -> When:
    """Return a time whose days cannot be told, keeping its words."""
    return When(text=text, edtf=None, basis="unknown", reason=reason)
