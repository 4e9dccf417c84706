"""What one says happened and another, in its own voice, did not.

Both must speak of the same matter in nearly the same words. Of one day they contradict; else it is a
tension, since each may mean another day. What "has not" happened when one report was written and has
when the next one was is an update, and a party's own "we did not" is a denial.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.domain.link import Link, LinkKind
from onrecord.reconcile.links_told import Told, by_key, link_of, near, places_differ
from onrecord.reconcile.words import containment

#: Reports further apart than this speak of another time.
SPAN_DAYS = 14
#: Content words both must share, and the share of the shorter's that this must be.
SHARED_WORDS = 2
SHARED_PART = 0.6
#: Names both must share where no act could be coded.
SHARED_NAMES = 2

_KINDS = frozenset(
    {"occ.event", "occ.tally", "occ.context", "occ.posture", "say.report", "say.confirm"}
)
_ASKING = frozenset({"negation"})
#: Words by which a negation holds for a stretch of time, or for a part only.
_BOUNDED = re.compile(
    r"\b(?:yet|still|again|any ?more|any longer|no longer|since|only|until|so far|all|every|never|better"
    r"|should|must|would|could|may|might|can|cannot|will|not to)\b",
    re.IGNORECASE,
)
_PERFECT = re.compile(
    r"\b(?:has|have|had) (?:not|never)\b|\b(?:has|have|had)n['’]t\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Polar:
    """A statement that something happened, or that it did not.

    Attributes:
        told: The statement.
        negative: Whether it says that it did not happen.
    """

    told: Told
    negative: bool

    @property
    def asks(self) -> bool:
        """Say that links are looked for from what did not happen."""
        return self.negative

    @property
    def keys(self) -> tuple[str, ...]:
        """Return each name of the sentence with each word of the matter."""
        told = self.told
        return tuple(
            f"negates|{name}|{word}" for name in sorted(told.names) for word in sorted(told.words)
        )


def polars_in(told: Iterable[Told]) -> Iterator[Polar]:
    """Yield what one document says happened, or plainly did not."""
    for one in told:
        if one.kind not in _KINDS or len(one.words) < SHARED_WORDS:
            continue
        if one.supports or (not one.off_line and _tells_of_a_deed(one)):
            yield Polar(one, negative=False)
        elif (
            set(one.off_line) == _ASKING and _tells_of_a_deed(one) and not _BOUNDED.search(one.text)
        ):
            yield Polar(one, negative=True)


def find_negations(
    asked: Iterable[Polar], held: Iterable[Polar], lineages: Mapping[str, str]
) -> Iterator[Link]:
    """Yield a link between each negation and the one statement it most nearly negates, if any."""
    negatives = [one for one in asked if one.negative]
    index = by_key([one for one in held if not one.negative], negatives)
    for negative in negatives:
        fits = [one for one in near(negative, index) if _is_negated(one.told, negative.told)]
        if fits:
            nearest = min(fits, key=lambda one: _distance(one.told, negative.told))
            yield _link(nearest.told, negative.told, lineages)


def _is_negated(one: Told, negative: Told) -> bool:
    if one.act != negative.act or places_differ(one, negative):
        return False
    if _are_others(one.parties, negative.parties):
        return False
    if _are_others(one.recipients, negative.recipients):
        return False
    shared = one.words & negative.words
    if len(shared) < SHARED_WORDS or containment(one.words, negative.words) < SHARED_PART:
        return False
    if one.document == negative.document and one.speaker == negative.speaker:
        return False
    names = 1 if negative.act else SHARED_NAMES
    return len(one.names & negative.names) >= names and _near_in_time(one, negative)


def _tells_of_a_deed(told: Told) -> bool:
    return bool(told.act) or told.kind == "occ.posture"


def _are_others(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b and not a & b)


def _near_in_time(one: Told, negative: Told) -> bool:
    if one.reported is None or negative.reported is None:
        return False
    if abs((one.reported - negative.reported).days) > SPAN_DAYS:
        return False
    return _share_days(one, negative) is not False


def _share_days(one: Told, negative: Told) -> bool | None:
    """Say whether the stated days have one in common; `None` where not both state days."""
    first, last = one.first, one.last
    if first is None or last is None or negative.first is None or negative.last is None:
        return None
    return first <= negative.last and negative.first <= last


def _distance(one: Told, negative: Told) -> tuple[int, int, tuple[str, str, int], str]:
    days = (one.reported - negative.reported).days if one.reported and negative.reported else 0
    return -len(one.words & negative.words), abs(days), one.at, one.statement


def _link(one: Told, negative: Told, lineages: Mapping[str, str]) -> Link:
    later, earlier = (one, negative) if one.at > negative.at else (negative, one)
    if later is one and _PERFECT.search(negative.text) and one.at[0] > negative.at[0]:
        kind: LinkKind = "updates"
        says = "what had not happened is later reported to have"
    elif negative.speakers & one.parties and later is negative:
        kind, says = "denies", f"{negative.speaker} says that it is not so"
    elif _share_days(one, negative):
        kind, says = (
            "contradicts",
            "of one day one says that it happened, the other that it did not",
        )
    else:
        kind, says = "tension", "one says that it happened, the other that it did not"
    return link_of(later, earlier, lineages, kind=kind, subtype="negation", says=says)
