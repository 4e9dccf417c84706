"""Which counts are one count: scopes as stated, and the rule that chains them.

Rule "compatible scopes": two figures belong to one tally when their unit is the same, no field that
both state contradicts, and at least one thing both state agrees. A figure that states nothing but
its unit joins the only tally of that unit, and no tally where there are several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.domain.edtf import parse_edtf
from onrecord.domain.tally import Scope
from onrecord.reconcile.parties import agree, plain_name, proper_words


@dataclass(frozen=True, slots=True)
class Stated:
    """A scope as far as the words state it; an empty field states nothing.

    Attributes:
        unit: The unit of the count.
        actor: Who does what is counted, verbatim.
        domain: Land, sea or air.
        area: Named area, verbatim.
        window_start: First day of the count as EDTF.
        reach: `campaign` for many incidents, `event` for one.
        nouns: What the incidents are called.
        group: Who is counted, when narrower than people; counts of different groups never meet.
        unit_is_scope: Whether the unit itself names incidents (strikes), so that two counts of it
            agree without stating more.
    """

    unit: str
    actor: str = ""
    domain: str = ""
    area: str = ""
    window_start: str = ""
    reach: str = ""
    nouns: frozenset[str] = frozenset()
    group: str = ""
    unit_is_scope: bool = False

    @property
    def weight(self) -> int:
        """Return how many fields say something."""
        fields = (self.actor, self.domain, self.area, self.window_start, self.reach, self.nouns)
        return sum(1 for field in fields if field)

    def scope(self) -> Scope:
        """Return the scope a tally keeps."""
        return Scope(self.unit, self.actor, self.domain, self.area, self.window_start, self.group)


def contradicts(a: Stated, b: Stated) -> bool:
    """Say whether the two state different things about what is counted."""
    return (
        a.unit != b.unit
        or a.group != b.group
        or _differ(a.domain, b.domain)
        or _differ(a.reach, b.reach)
        or bool(a.nouns and b.nouns and not a.nouns & b.nouns)
        or bool(a.actor and b.actor and not agree(a.actor, b.actor))
        or bool(a.area and b.area and not agree(a.area, b.area))
        or bool(a.window_start and b.window_start and not _same_start(a, b))
    )


def shared(a: Stated, b: Stated) -> int:
    """Return how many things both state that do not contradict: the ground for chaining them."""
    grounds = (
        bool(a.area and b.area),
        bool(a.window_start and b.window_start),
        a.reach == b.reach == "campaign" and bool(a.nouns & b.nouns or a.window_start),
        a.unit_is_scope and b.unit_is_scope,
    )
    return sum(grounds)


def merged(a: Stated, b: Stated) -> Stated:
    """Return the most specific of what two compatible scopes state."""
    return replace(
        a,
        actor=_fuller(a.actor, b.actor),
        domain=a.domain or b.domain,
        area=_fuller(a.area, b.area),
        window_start=_narrower(a.window_start, b.window_start),
        reach=a.reach or b.reach,
        nouns=a.nouns & b.nouns or a.nouns or b.nouns,
    )


def chain(stated: Iterable[Stated]) -> dict[Stated, Stated]:
    """Return for each distinct scope the scope of the tally it belongs to.

    Scopes are taken from the most to the least stated, so the result does not depend on the order
    they come in. Distinct tallies never come out with equal scopes of different reach unnoticed:
    the value of the map is the key a tally is built under.
    """
    by_unit: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for one in sorted(set(stated), key=_specific_first):
        by_unit[one.unit, one.group].append(one)
    found: dict[Stated, Stated] = {}
    for members in by_unit.values():
        found.update(_chain_unit(members))
    return found


def event_tally(figure: Stated, keys: Sequence[Stated]) -> Stated | None:
    """Return the one tally of a single event that an incident figure reports on; else `None`.

    Place and kind of event must both be stated and agree: nothing else lets a figure of one
    incident enter a count.
    """
    if not figure.area or not figure.nouns:
        return None
    fits = [
        key
        for key in keys
        if key.reach == "event" and key.area and key.nouns & figure.nouns
        and not contradicts(key, figure)
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def with_antecedents(
    stated: Stated, *, sentences: Sequence[str], areas: Mapping[str, None]
) -> Stated:
    """Return the scope with the area that its own or the sentences before it name.

    Only areas that other counts of the unit state are looked for, nearest sentence first, and only
    for a count that does not already run over many incidents.
    """
    if stated.area or stated.reach == "campaign":
        return stated
    for sentence in sentences:
        named = sorted(area for area in areas if area in sentence)
        if named:
            return replace(stated, area=max(named, key=len)) if _one_place(named) else stated
    return stated


def _one_place(names: Sequence[str]) -> bool:
    return all(agree(names[0], other) for other in names)


def _chain_unit(members: Sequence[Stated]) -> dict[Stated, Stated]:
    groups: list[tuple[Stated, list[Stated]]] = []
    bare = [one for one in members if not one.weight and not one.unit_is_scope]
    for one in members:
        if one in bare:
            continue
        fits = [
            (shared(key, one), -at)
            for at, (key, _) in enumerate(groups)
            if shared(key, one) and not contradicts(key, one)
        ]
        if fits:
            at = -max(fits)[1]
            groups[at] = (merged(groups[at][0], one), [*groups[at][1], one])
        else:
            groups.append((one, [one]))
    if bare and len(groups) == 1:
        groups = [(groups[0][0], [*groups[0][1], *bare])]
    elif bare:
        groups.append((bare[0], bare))
    return {one: key for key, ones in groups for one in ones}


def _specific_first(stated: Stated) -> tuple[int, bool, tuple[str, ...]]:
    texts = (stated.window_start, stated.area, stated.actor, stated.domain, stated.reach)
    return -stated.weight, stated.unit_is_scope, (*texts, *sorted(stated.nouns))


def _differ(a: str, b: str) -> bool:
    return bool(a and b and a != b)


def _same_start(a: Stated, b: Stated) -> bool:
    first, second = parse_edtf(a.window_start), parse_edtf(b.window_start)
    if first.earliest is None or first.latest is None:
        return a.window_start == b.window_start
    if second.earliest is None or second.latest is None:
        return a.window_start == b.window_start
    return first.earliest <= second.latest and second.earliest <= first.latest


def _fuller(a: str, b: str) -> str:
    """Return the name with more proper words, then the longer, then the first in the alphabet."""
    return min((a, b), key=lambda name: (-len(proper_words(name)), -len(plain_name(name)), name))


def _narrower(a: str, b: str) -> str:
    """Return the start that allows fewer days; of two equally precise, the earlier text."""
    return min((text for text in (a, b) if text), key=_days_allowed, default="")


def _days_allowed(text: str) -> tuple[int, str]:
    days = parse_edtf(text)
    if days.earliest is None or days.latest is None:
        return 10**6, text
    return (days.latest - days.earliest).days, text
