"""How many were killed and injured in one act, from counts and from those named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.domain.incident import Toll
from onrecord.domain.quantity import Number
from onrecord.domain.unknown import Unknown
from onrecord.read.incidents.mention import Fate, PartyMention, head_of
from onrecord.read.incidents.merging import Group
from onrecord.read.sentence import SentenceReading

#: So many parties are looked at: a longer list is no list of victims.
_MOST = 200
_NOT_STATED = Unknown("the document states no number")


Ends = tuple[Number | None, Number | None]


def numbers_in(sentences: Sequence[SentenceReading]) -> dict[str, Ends]:
    """Return how many of each noun a document counts first: six for "priests" in "six priests"."""
    found: dict[str, Ends] = {}
    for sentence in sentences:
        for one in sentence.quantities:
            head = head_of(one.quantity.counted)
            if head and one.quantity.bound != "ordinal" and not one.change:
                ends = one.quantity.low, one.quantity.high
                known = (one.quantity.value, one.quantity.value) if ends == (None, None) else ends
                found.setdefault(head, known)
    return found


def toll_of(
    group: Group, fate: Fate, *, numbers: Mapping[str, Ends], sentences: Sequence[SentenceReading]
) -> Toll | Unknown:
    """Return how many suffered a fate in an act: those named or counted as having suffered it.

    Args:
        group: The tellings of the act.
        fate: `killed` or `injured`.
        numbers: How many of each noun the document counts, for "the priests" told again.
        sentences: The document's sentences, for counts that name nobody: "left 31 dead".
    """
    counted = _by_victims(group, fate, numbers) or _by_counts(group, fate, sentences)
    if counted is None:
        return _NOT_STATED
    return Toll(*counted) if counted != (None, None) else _NOT_STATED


def _by_victims(group: Group, fate: Fate, numbers: Mapping[str, Ends]) -> Ends | None:
    """Return the ends of a toll: a count of people at large, or the sum of those told one by one."""
    told = [one for one in group.patients() if one.fate == fate and one.kind != "thing"][:_MOST]
    named = [_counted(one, numbers) for one in _distinct(one for one in told if one.names)]
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


def _by_counts(group: Group, fate: Fate, sentences: Sequence[SentenceReading]) -> Ends | None:
    """Return the first count of people with that fate in the sentences that tell of the act."""
    for number in sorted({one.sentence for one in group.mentions}):
        for found in sentences[number].quantities:
            quantity = found.quantity
            if quantity.unit == f"people_{fate}" and not found.change:
                ends = quantity.low, quantity.high
                return (quantity.value, quantity.value) if ends == (None, None) else ends
    return None


def _counted(party: PartyMention, numbers: Mapping[str, Ends]) -> PartyMention:
    """Return a party with the number the document gives those of its noun elsewhere."""
    if party.bare or not party.plural or party.high is not None or party.heads & _AT_LARGE:
        return party
    for head in sorted(party.heads):
        low, high = numbers.get(head, (None, None))
        if low is not None:
            return replace(party, low=low, high=high)
    return party


def _size(ends: Ends) -> tuple[Number, Number]:
    return ends[0] or 0, ends[1] or ends[0] or 0


def _sum(parties: Sequence[PartyMention]) -> Ends:
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
        elif party.high is not None and (
            found[at].high is None or party.high > (found[at].high or 0)
        ):
            found[at] = party
    return found
