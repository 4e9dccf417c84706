"""Which counts are one count: scopes as stated, and the rule that chains them.

Rule "compatible scopes": two figures belong to one tally when their unit is the same, no field that
both state contradicts, and at least one thing both state agrees. A figure that states nothing but
its unit joins the only tally of that unit, and no tally where there are several. A figure that fits
several tallies equally well joins none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from onrecord.domain.edtf import parse_edtf
from onrecord.domain.tally import Scope
from onrecord.reconcile.areas import Area, in_one_place, within
from onrecord.reconcile.parties import agree, name_keys, plain_name, proper_words

#: Names of more proper words are looked up by all of them and by each.
_MAX_SUBSETS = 4


@dataclass(frozen=True, slots=True)
class Stated:
    """A scope as far as the words state it; an empty field states nothing.

    Attributes:
        unit: The unit of the count.
        actor: Who does what is counted, verbatim.
        domain: Land, sea or air.
        area: Named area, with the quarter the words give ("eastern Velmara").
        window_start: First day of the count as EDTF.
        reach: `campaign` for many incidents, `event` for one.
        nouns: What the incidents are called.
        group: Who is counted, when narrower than people; counts of different groups never meet.
        unit_is_scope: Whether the unit itself names incidents (strikes), so that two counts of it
            agree without stating more.
        until: Last day of a count that is closed, as EDTF.
        inclusion: What the words leave out or take in, verbatim.
        country: ISO code of the country of the area, when located.
        national: Whether the area is that whole country.
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
    until: str = ""
    inclusion: str = ""
    country: str = ""
    national: bool = False

    @property
    def weight(self) -> int:
        """Return how many fields say something."""
        fields = (self.actor, self.domain, self.area, self.window_start, self.reach, self.nouns)
        return sum(1 for one in fields if one)

    @property
    def is_bare(self) -> bool:
        """Return whether nothing is stated but the unit, which may itself name incidents."""
        return self.weight <= int(self.unit_is_scope)

    @property
    def place(self) -> Area:
        """Return the area with its country, for comparing."""
        return Area(self.area, self.country, national=self.national)

    def scope(self) -> Scope:
        """Return the scope a tally keeps."""
        return Scope(
            unit=self.unit,
            actor=self.actor,
            domain=self.domain,
            area=self.area,
            window_start=self.window_start,
            group=self.group,
            until=self.until,
            country=self.country,
            inclusion=self.inclusion,
            incident=", ".join(sorted(self.nouns)),
            national=self.national,
        )


def contradicts(a: Stated, b: Stated) -> bool:
    """Say whether the two state different things about what is counted.

    A closed window ("in 2030") and what is left out ("excluding soldiers") must be equal: a count that
    does not say so counts something else.
    """
    return (
        (a.unit, a.group, a.until, a.inclusion) != (b.unit, b.group, b.until, b.inclusion)
        or _differ(a.domain, b.domain)
        or _differ(a.reach, b.reach)
        or not _may_be_one(a.nouns, b.nouns)
        or bool(a.actor and b.actor and not agree(a.actor, b.actor))
        or bool(a.area and b.area and not in_one_place(a.place, b.place))
        or bool(
            a.window_start and b.window_start and not same_start(a.window_start, b.window_start)
        )
    )


def shared(a: Stated, b: Stated) -> int:
    """Return how many things both state that do not contradict: the ground for chaining them."""
    grounds = (
        bool(a.area and b.area),
        bool(a.window_start and b.window_start),
        a.reach == b.reach == "campaign" and bool(_name_one(a.nouns, b.nouns) or a.window_start),
        a.unit_is_scope and b.unit_is_scope,
    )
    return sum(grounds)


#: What the same incidents are called by different reporters: "the attacks", "the blasts".
_ATTACKS = frozenset({"strike", "explosion"})
#: Clashes are of a war or of a protest: what they are called allows one count and is no ground for it.
_FIGHTING = frozenset({"war", "clash"})


def _name_one(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether two kinds of incident are one: equal, or both words for attacks."""
    return bool(a & b or (a and b and a <= _ATTACKS and b <= _ATTACKS))


def _may_be_one(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether nothing in what incidents are called tells two counts apart."""
    return not (a and b) or _name_one(a, b) or (a <= _FIGHTING and b <= _FIGHTING)


def nouns_meant(nouns: frozenset[str]) -> list[str]:
    """Return what incidents are called, and what else they may be called, in order."""
    return sorted(nouns | _ATTACKS if nouns and nouns <= _ATTACKS else nouns)


def merged(a: Stated, b: Stated) -> Stated:
    """Return the most specific of what two compatible scopes state."""
    area = _fuller(a.area, b.area)
    located = next((one for one in (a, b) if one.area == area and one.country), a)
    return replace(
        a,
        actor=_fuller(a.actor, b.actor),
        domain=a.domain or b.domain,
        area=area,
        country=located.country or b.country,
        national=located.national if located.country else b.national,
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


def campaign_tally(figure: Stated, keys: Sequence[Stated]) -> Stated | None:
    """Return the one tally of a run of incidents that a figure of them in the past tense is of; else `None`.

    What they are called must be stated and agree, and both must name one and the same area.
    """
    if figure.reach != "campaign" or not figure.nouns or not figure.area:
        return None
    fits = (
        key
        for key in keys
        if key.reach == "campaign" and _name_one(key.nouns, figure.nouns)
        and key.area == figure.area and not contradicts(key, figure)
    )  # fmt: skip
    first, second = next(fits, None), next(fits, None)
    return first if second is None else None


def with_antecedent(
    stated: Stated, near: Sequence[Sequence[str]], areas: Mapping[str, Stated]
) -> Stated:
    """Return the scope with the area that its own or the sentences before it name.

    Only areas that other counts of the unit state are looked for, nearest sentence first, and only
    for a count that states none itself.

    Args:
        stated: The scope as its own words state it.
        near: Runs of names of each sentence, nearest first.
        areas: Counts of the unit that state an area, by it.
    """
    if stated.area:
        return stated
    for names in near:
        parts = {part for name in names for part in within(name) if part in areas}
        named = sorted(parts, key=lambda part: (-len(part), part))
        if not named:
            continue
        places = [areas[name].place for name in named]
        if not all(in_one_place(places[0], other) for other in places):
            return stated
        first = areas[named[0]]
        return replace(stated, area=first.area, country=first.country, national=first.national)
    return stated


@dataclass(slots=True)
class _Groups:
    """The tallies of one unit while they form, looked up by what a figure must share with one."""

    keys: list[Stated] = field(default_factory=list)
    members: list[list[Stated]] = field(default_factory=list)
    index: dict[object, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, one: Stated) -> None:
        self.keys.append(one)
        self.members.append([one])
        self._file(len(self.keys) - 1)

    def join(self, at: int, one: Stated) -> None:
        self.members[at].append(one)
        key = merged(self.keys[at], one)
        if key != self.keys[at]:
            self.keys[at] = key
            self._file(at)

    def candidates(self, one: Stated) -> list[int]:
        """Return the groups that may share a ground with a scope, in order of making."""
        names = name_keys(one.area) if one.area else frozenset()
        terms: list[object] = [("within", names)] if names else []
        terms += [("area", subset) for subset in _subsets(names)]
        terms += [("noun", noun) for noun in nouns_meant(one.nouns) if one.reach == "campaign"]
        terms += [("year", one.window_start[:4])] if one.window_start else []
        terms += [("no area",) if one.area else ("unit",)] if one.unit_is_scope else []
        return sorted({at for term in terms for at in self.index.get(term, ())})

    def _file(self, at: int) -> None:
        key = self.keys[at]
        names = name_keys(key.area) if key.area else frozenset()
        for subset in _subsets(names):
            self.index["within", subset].add(at)
        terms: list[object] = [("area", names)] if names else [("no area",)]
        terms += [("noun", noun) for noun in key.nouns if key.reach == "campaign"]
        terms += [("year", key.window_start[:4])] if key.window_start else []
        for term in (*terms, ("unit",)):
            self.index[term].add(at)


def _subsets(names: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield every set of some of the names; of a long name, each and all."""
    if len(names) > _MAX_SUBSETS:
        yield names
        yield from (frozenset({name}) for name in names)
        return
    for size in range(1, len(names) + 1):
        yield from (frozenset(some) for some in combinations(sorted(names), size))


def _chain_unit(members: Sequence[Stated]) -> dict[Stated, Stated]:
    groups = _Groups()
    bare = [one for one in members if one.is_bare]
    for one in members:
        if one.is_bare:
            continue
        at = _best_fit(groups, one)
        if at is None:
            groups.add(one)
        else:
            groups.join(at, one)
    if bare:
        _place_bare(groups, bare)
    return {one: key for key, ones in zip(groups.keys, groups.members, strict=True) for one in ones}


def _best_fit(groups: _Groups, one: Stated) -> int | None:
    """Return the group that shares most with a scope; `None` when no group or several do."""
    best = 0
    found: list[int] = []
    for at in groups.candidates(one):
        ground = shared(groups.keys[at], one)
        if ground < max(best, 1) or contradicts(groups.keys[at], one):
            continue
        found = [at] if ground > best else [*found, at]
        best = ground
    return found[0] if len(found) == 1 else None


def _place_bare(groups: _Groups, bare: Sequence[Stated]) -> None:
    """Let scopes that state nothing join the only tally they do not contradict."""
    for one in bare:
        fits = [at for at, key in enumerate(groups.keys) if not contradicts(key, one)]
        if len(fits) == 1:
            groups.members[fits[0]].append(one)
        else:
            groups.add(one)


def _specific_first(stated: Stated) -> tuple[int, bool, tuple[str, ...]]:
    texts = (
        stated.window_start, stated.area, stated.actor, stated.domain, stated.reach, stated.until,
        stated.inclusion, stated.country, str(stated.national),
    )  # fmt: skip
    return -stated.weight, stated.unit_is_scope, (*texts, *sorted(stated.nouns))


def _differ(a: str, b: str) -> bool:
    return bool(a and b and a != b)


def same_start(a: str, b: str) -> bool:
    """Say whether two first days, as EDTF, allow one day: "March" and "March 3" do."""
    first, second = parse_edtf(a), parse_edtf(b)
    if first.earliest is None or first.latest is None:
        return a == b
    if second.earliest is None or second.latest is None:
        return a == b
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
