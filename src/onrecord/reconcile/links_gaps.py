"""What one states and another says nobody can tell: a place given, and "unclear exactly where".

Both may stand in one report. It is a tension of specificity: neither is wrong, and a reader who sees
only the first believes that more is known than is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.domain.link import Link
from onrecord.reconcile.links_told import Told, by_key, link_of, near
from onrecord.reconcile.parties import proper_words

#: Words a gap and what it is about must share across documents.
SHARED_WORDS = 2
#: A gap asks about what was reported so many days before or less.
SPAN_DAYS = 31

_OPEN = re.compile(
    r"\b(?:unclear|unknown|uncertain|not (?:yet |been )?(?:clear|known|established|specified|disclosed)"
    r"|did not (?:say|specify|disclose)|without (?:saying|specifying)|nobody knows)"
    r" (?:exactly |precisely |yet )?where\b"
    r"|\b(?:exact|precise) (?:location|whereabouts)\b[^.;]{0,60}?\b"
    r"(?:unclear|unknown|not (?:known|clear|disclosed))\b",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?:on|in|inside|at|near|off|outside)\s+(?:the\s+)?((?:[A-Z][\w’'\-]+\s*){1,4}"
    r"(?:soil|territory|coast|border|waters|city|province)?)"
)
_OCCURRING = frozenset({"occ.event", "say.confirm", "say.report", "occ.tally"})


@dataclass(frozen=True, slots=True)
class Placing:
    """A statement that says where something took place, or that this is not known.

    Attributes:
        told: The statement.
        side: Whether it states the place or says that it is open.
        place: The words that state it.
    """

    told: Told
    side: Literal["stated", "open"]
    place: str = ""

    @property
    def asks(self) -> bool:
        """Say whether the place is open."""
        return self.side == "open"

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the document, and the words of the matter."""
        return (
            f"places|{self.told.document}",
            *(f"places|{word}" for word in sorted(self.told.words)),
        )


def placings_in(told: Iterable[Told]) -> Iterator[Placing]:
    """Yield the statements of one document that open or state a place.

    Places are yielded only of what is done by force or to people: the rest is never asked for.
    """
    held = list(told)
    for one in held:
        if _OPEN.search(one.text):
            yield Placing(one, "open")
        elif one.kind in _OCCURRING and one.act and "negation" not in one.off_line:
            stated = _STATED.search(one.text)
            if stated and proper_words(stated.group(1)):
                yield Placing(one, "stated", stated.group().strip())


def find_gaps(
    asked: Iterable[Placing], held: Iterable[Placing], lineages: Mapping[str, str]
) -> Iterator[Link]:
    """Yield a tension from each place that is open to the nearest statement that gives one.

    In one document the gap must name who gave it; in another both must share two words.
    """
    gaps = [one for one in asked if one.asks]
    index = by_key([one for one in held if not one.asks], gaps)
    for gap in gaps:
        fits = [one for one in near(gap, index) if _is_about(gap.told, one.told)]
        if fits:
            stated = min(fits, key=lambda one: _distance(gap.told, one.told))
            yield link_of(
                gap.told,
                stated.told,
                lineages,
                kind="tension",
                subtype="specificity",
                says=f"one gives a place («{stated.place}»), the other says that the place is open",
            )


def _is_about(gap: Told, stated: Told) -> bool:
    if gap.document == stated.document:
        return stated.at < gap.at and bool(gap.names & stated.speakers)
    if gap.reported is None or stated.reported is None:
        return False
    soon = 0 <= (gap.reported - stated.reported).days <= SPAN_DAYS
    return soon and len(gap.words & stated.words) >= SHARED_WORDS and bool(gap.names & stated.names)


def _distance(gap: Told, stated: Told) -> tuple[bool, int, int, str]:
    apart = gap.document != stated.document
    return apart, -len(gap.words & stated.words), gap.at[2] - stated.at[2], stated.statement
