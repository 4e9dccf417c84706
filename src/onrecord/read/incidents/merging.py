"""Which tellings in a document are of the same act: `Group`, and the rules that join and part them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.domain.incident import IncidentKind
from onrecord.domain.when import When
from onrecord.read.incidents.mention import Mention, PartyMention, head_of

_FAMILY: dict[IncidentKind, str] = {
    "bombing": "blast", "explosion": "blast", "abduction": "abduction", "arson": "arson",
    "robbery": "robbery", "clash": "clash", "arrest": "arrest",
}  # fmt: skip
#: Kinds so general that they may tell of any other kind again.
_GENERAL = frozenset({"attack", "killing", "shooting", "execution"})
#: How many sentences back a telling without parties of its own may reach.
_REACH = 6
_ENOUGH = 0.5
#: So many acts, the last told, are kept open: no report tells more at once.
_OPEN = 40
#: How many sentences after an act its harm may be told without naming it again.
_AFTERMATH = 3
#: How much speaks against one act where two tellings concern others, by name or by other words.
_OTHER_NAMES = 3.5
_OTHER_WORDS = 2.5


@dataclass(slots=True)
class Group:
    """Tellings of one act, in order of the text, and what they have told so far.

    Attributes:
        mentions: The tellings.
        heads: Head nouns of everybody and everything acted upon.
        proper: Those of proper names.
        names_people: Whether a person is named among them.
        days: The times told, by their days.
        where: Names of places, folded.
        family: The family of the most telling kind.
        unspecific: Whether nothing but an attack has been told.
    """

    mentions: list[Mention] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    proper: set[str] = field(default_factory=set)
    names_people: bool = False
    days: dict[str, When] = field(default_factory=dict)
    where: set[str] = field(default_factory=set)
    family: str = "assault"
    unspecific: bool = True

    def add(self, mention: Mention) -> None:
        """Take up a further telling."""
        self.mentions.append(mention)
        self.heads |= _heads(mention.patients)
        self.proper |= _proper(mention.patients)
        self.names_people |= _names_people(mention)
        if mention.when is not None and mention.when.edtf is not None:
            self.days.setdefault(mention.when.edtf, mention.when)
        self.where |= {name.words.casefold() for name in mention.places}
        self.unspecific &= mention.kind == "attack"
        if self.family == "assault" and mention.telling in ("act", "name"):
            self.family = family_of(mention.kind)

    @property
    def last(self) -> int:
        """Return the sentence of the last telling."""
        return self.mentions[-1].sentence

    def patients(self) -> tuple[PartyMention, ...]:
        """Return everybody and everything acted upon, in order.

        Fighters who fell in an attack on others are not among its victims.
        """
        told = [party for one in self.mentions for party in one.patients]
        others = [party for party in told if party.role != "irregular"]
        return tuple(others or told)

    def times(self) -> tuple[When, ...]:
        """Return the times told, each once, in order."""
        return tuple(self.days.values())


def family_of(kind: IncidentKind) -> str:
    """Return the family a kind belongs to: tellings of different families are seldom of one act."""
    return _FAMILY.get(kind, "assault")


def grouped(mentions: Iterable[Mention]) -> tuple[Group, ...]:
    """Return the acts that mentions tell of, in order of their first telling.

    A telling joins the act it agrees with best; one that only refers back or only tells of harm makes
    no act of its own.
    """
    groups: list[Group] = []
    for mention in mentions:
        open_ones = groups[-_OPEN:]
        scored = [(agreement(mention, group), at) for at, group in enumerate(open_ones)]
        best = max(scored, default=(-9.0, -1))
        if best[0] > _ENOUGH:
            open_ones[best[1]].add(mention)
        elif mention.telling in ("act", "name"):
            groups.append(Group())
            groups[-1].add(mention)
    return _consolidated(groups)


def _consolidated(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return acts with those of one kind joined that nothing sets apart: no day, place or person.

    A report that comes back to its act in other words seldom says so; one that tells of a second act
    of the kind says when or where, or whom it struck.
    """
    kept: list[Group] = []
    for group in groups:
        like = (one for one in kept[-_OPEN:] if one.family == group.family)
        same = next((one for one in like if not _set_apart(one, group)), None)
        if same is None:
            kept.append(group)
        else:
            for mention in group.mentions:
                same.add(mention)
    for one in kept:
        one.mentions.sort(key=lambda mention: (mention.sentence, mention.cue))
    return tuple(kept)


def _set_apart(one: Group, other: Group) -> bool:
    """Say whether two acts of one kind differ in day, in place or in the people named."""
    if any(mention.new for mention in other.mentions):
        return True
    days = one.days and other.days
    if days and not any(overlap(a, b) for a in one.times() for b in other.times()):
        return True
    if one.where and other.where and not one.where & other.where:
        return True
    if one.names_people and other.names_people and not one.proper & other.proper:
        return True
    tells = any(mention.telling == "act" for mention in other.mentions)
    struck = any(party.fate and party.names for party in other.patients())
    return bool((tells or struck) and one.heads and other.heads and not one.heads & other.heads)


def agreement(mention: Mention, group: Group) -> float:
    """Return how well a telling fits an act; not above one half where it tells of another."""
    if not _may_be(mention, group):
        return -9.0
    own, known = _heads(mention.patients), group.heads
    shared = own & known
    proper = _proper(mention.patients) & group.proper
    distance = mention.sentence - group.last
    score = -0.1 * min(distance, 10)
    score += 4 if proper else 2 if shared else 0
    score += 2 if distance == 0 else 0
    score += _by_time(mention, group, sure=bool(proper))
    score += _by_place(mention, group)
    if not own:
        score += 1.5 if mention.telling in ("back", "harm") else 1
        score -= 3 if distance > _REACH else 0
    elif not shared and known and _adds_harm(mention, group):
        score += 1 if distance <= _AFTERMATH else -2.5
    elif not shared and known:
        apart = _names_others(mention, group)
        score -= (_OTHER_NAMES if apart else _OTHER_WORDS) if distance else 1
    if mention.new:
        score -= 4
    return score


def _adds_harm(mention: Mention, group: Group) -> bool:
    named = mention.telling != "harm" and _names_others(mention, group)
    return _only_harms(mention) and not named


def _only_harms(mention: Mention) -> bool:
    """Say whether a telling adds what somebody suffered: "two people were killed", by nobody named."""
    if mention.telling == "harm":
        return True
    bare = not mention.agents and mention.when is None and not mention.places
    return mention.kind == "killing" and mention.telling == "act" and bare


def _names_others(mention: Mention, group: Group) -> bool:
    """Say whether both tellings name people, and not the same."""
    return group.names_people and _names_people(mention)


def _names_people(mention: Mention) -> bool:
    return any(one.proper and one.kind == "person" for one in mention.patients)


def _may_be(mention: Mention, group: Group) -> bool:
    own, known = family_of(mention.kind), group.family
    if own == known:
        return True
    if known == "clash" and _only_harms(mention):
        return mention.sentence - group.last <= 1
    if mention.telling in ("back", "harm"):
        return known not in ("clash", "arrest") or mention.sentence == group.last
    if own == "assault" and mention.kind in _GENERAL:
        return known != "arrest"
    return (
        known == "assault"
        and own not in ("clash", "arrest")
        and (group.unspecific or mention.sentence == group.last)
    )


def _heads(parties: Sequence[PartyMention]) -> frozenset[str]:
    return frozenset(_bare(head_of(name.words)) for one in parties for name in one.names)


def _proper(parties: Sequence[PartyMention]) -> frozenset[str]:
    return frozenset(
        _bare(head_of(one.names[0].words)) for one in parties if one.proper and one.names
    )


def _bare(head: str) -> str:
    return head[:-1] if len(head) > 3 and head.endswith("s") else head  # noqa: PLR2004


def _by_time(mention: Mention, group: Group, *, sure: bool) -> float:
    times = group.times()
    if mention.when is None or not times:
        return 0.0
    if any(overlap(mention.when, other) for other in times):
        return 1.0
    return -1.0 if sure else -4.0


def overlap(one: When, other: When) -> bool:
    """Say whether two times may be of the same day."""
    first, last = one.earliest, one.latest
    start, end = other.earliest, other.latest
    if first is None or last is None or start is None or end is None:
        return True
    return max(first, start) <= min(last, end)


def _by_place(mention: Mention, group: Group) -> float:
    own, known = {name.words.casefold() for name in mention.places}, group.where
    if not own or not known:
        return 0.0
    return 1.0 if own & known else -1.0
