"""How many were killed and injured in one act, from counts and from those named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.domain.incident import Toll
from onrecord.domain.quantity import Number
from onrecord.domain.unknown import Unknown
from onrecord.read.incidents.mention import Fate, PartyMention
from onrecord.read.incidents.merging import Group

_NOT_STATED = Unknown("the document states no number")


def toll_of(group: Group, fate: Fate) -> Toll | Unknown:
    """Return how many suffered a fate in an act: those named or counted as having suffered it.

    Args:
        group: The tellings of the act.
        fate: `killed` or `injured`.
    """
    counted = _by_victims(group, fate)
    if counted is None:
        return _NOT_STATED
    return Toll(*counted)


def _by_victims(group: Group, fate: Fate) -> tuple[Number | None, Number | None] | None:
    """Return the ends of a toll: a count of people at large, or the sum of those told one by one."""
    told = [one for one in group.patients() if one.fate == fate and one.kind != "thing"]
    named = _distinct(one for one in told if one.names)
    if not named:
        return (told[0].low, told[0].high) if told else None
    at_large = [one for one in named if one.heads & _AT_LARGE]
    single = [one for one in named if one not in at_large]
    summed = _sum(single) if single else (0, 0)
    largest = max(((one.low, one.high) for one in at_large), key=_size, default=(0, 0))
    return largest if _size(largest) >= _size(summed) else summed


#: Words for people of whom others named are part.
_AT_LARGE = frozenset(
    "people person persons individuals victims dead deaths casualties wounded injured bodies".split()
)


def _size(ends: tuple[Number | None, Number | None]) -> tuple[Number, Number]:
    return ends[0] or 0, ends[1] or ends[0] or 0


def _sum(parties: Sequence[PartyMention]) -> tuple[Number | None, Number | None]:
    highs = [one.high for one in parties]
    high = None if any(end is None for end in highs) else sum(end or 0 for end in highs)
    return sum(one.low or 0 for one in parties), high


def _distinct(parties: Iterable[PartyMention]) -> list[PartyMention]:
    """Return parties, each once, as the telling counts them that gives both ends."""
    found: list[PartyMention] = []
    for party in parties:
        at = next((at for at, one in enumerate(found) if one.heads & party.heads), -1)
        if at < 0:
            found.append(party)
        elif party.high is not None and (found[at].high is None or party.high > (found[at].high or 0)):
            found[at] = party
    return found
