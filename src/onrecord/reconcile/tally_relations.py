"""How tallies stand to one another: equal, part of a whole, apart, or not to be told.

Figures become one tally only on equal scope (domain rule 5). What is narrower ("in the east", "among
them soldiers") is a tally of its own, tied to the whole by a `Part`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from onrecord.domain.edtf import parse_edtf
from onrecord.domain.tally import Part, Scope, ScopeRelation, Tally
from onrecord.reconcile.areas import Area, area_relation
from onrecord.reconcile.parties import agree, name_keys
from onrecord.reconcile.scopes import same_start

_EQUAL = ScopeRelation("equal", "nothing stated differs")


def relation(a: Scope, b: Scope) -> ScopeRelation:
    """Return how the first scope stands to the second, with what decides it.

    A field that only one of the two states leaves open whether they are equal, except where stating it
    narrows the count: a group, an area, what is left out.

    Example:
        >>> relation(Scope("people_killed", area="Selden"), Scope("people_killed")).kind
        'unclear'
    """
    if a.unit != b.unit:
        return ScopeRelation("disjoint", f"{a.unit} and {b.unit} are different units")
    found = [compare(a, b) for compare in _FIELDS]
    for kind in ("disjoint", "unclear"):
        first = next((one for one in found if one.kind == kind), None)
        if first is not None:
            return first
    narrower = [one for one in found if one.kind == "narrower"]
    wider = [one for one in found if one.kind == "wider"]
    if narrower and wider:
        return ScopeRelation("unclear", f"{narrower[0].reason}, but {wider[0].reason}")
    return next(iter((*narrower, *wider)), _EQUAL)


def parts_of(tallies: Iterable[Tally]) -> tuple[Part, ...]:
    """Return which tallies count a part of what others count, in order of part and whole.

    Both must be counted over the same kind of incident. Looked up by country, name and kind, so that
    only tallies which may be related are compared.
    """
    index: dict[tuple[str, ...], list[Tally]] = defaultdict(list)
    held = list(tallies)
    for tally in held:
        for key in _keys(tally.scope):
            index[key].append(tally)
    found: dict[tuple[str, str], Part] = {}
    for part in held:
        for whole in _wholes(part, index):
            how = relation(part.scope, whole.scope)
            if how.kind == "narrower":
                found[part.id, whole.id] = Part(part.id, whole.id, how.reason)
    return tuple(found[pair] for pair in sorted(found))


def _keys(scope: Scope) -> Iterator[tuple[str, ...]]:
    for incident in scope.incident.split(", "):
        if scope.national:
            yield scope.unit, incident, "country", scope.country
        for name in name_keys(scope.area):
            yield scope.unit, incident, "name", name


def _wholes(part: Tally, index: Mapping[tuple[str, ...], list[Tally]]) -> Iterator[Tally]:
    scope = part.scope
    for incident in scope.incident.split(", "):
        keys = [(scope.unit, incident, "name", name) for name in sorted(name_keys(scope.area))]
        if scope.country:
            keys.append((scope.unit, incident, "country", scope.country))
        for key in keys:
            yield from (whole for whole in index.get(key, ()) if whole is not part)


def _by_group(a: Scope, b: Scope) -> ScopeRelation:
    if a.group == b.group:
        return _EQUAL
    if not b.group:
        return ScopeRelation("narrower", f"only {a.group} are counted")
    if not a.group:
        return ScopeRelation("wider", f"not only {b.group} are counted")
    return ScopeRelation("unclear", f"{a.group} and {b.group} may overlap")


def _by_inclusion(a: Scope, b: Scope) -> ScopeRelation:
    if a.inclusion == b.inclusion:
        return _EQUAL
    if not b.inclusion:
        return ScopeRelation("narrower", f"the count is {a.inclusion}")
    if not a.inclusion:
        return ScopeRelation("wider", f"the other count is {b.inclusion}")
    return ScopeRelation("unclear", f"{a.inclusion}, but {b.inclusion}")


def _by_area(a: Scope, b: Scope) -> ScopeRelation:
    if not a.area or not b.area:
        same = not a.area and not b.area
        return _EQUAL if same else ScopeRelation("unclear", "one of the two states no area")
    return area_relation(
        Area(a.area, a.country, national=a.national), Area(b.area, b.country, national=b.national)
    )


def _by_window(a: Scope, b: Scope) -> ScopeRelation:
    """Return how two stretches of time stand; a count without one runs over the whole crisis."""
    if (a.window_start, a.until) == (b.window_start, b.until):
        return _EQUAL
    if _are_one_window(a, b):
        return _EQUAL
    first, second = _ends(a), _ends(b)
    if first[1] < second[0] or second[1] < first[0]:
        return ScopeRelation("disjoint", "the two count different times")
    if second[0] <= first[0] and first[1] <= second[1]:
        return ScopeRelation("narrower", "it counts a shorter time")
    if first[0] <= second[0] and second[1] <= first[1]:
        return ScopeRelation("wider", "it counts a longer time")
    return ScopeRelation("unclear", "the times counted overlap")


def _are_one_window(a: Scope, b: Scope) -> bool:
    if a.until != b.until:
        return False
    if not a.window_start or not b.window_start:
        return not a.until
    return same_start(a.window_start, b.window_start)


def _ends(scope: Scope) -> tuple[date, date]:
    start = parse_edtf(scope.window_start).earliest if scope.window_start else None
    until = parse_edtf(scope.until).latest if scope.until else None
    return start or date.min, until or date.max


def _by_party(a: Scope, b: Scope) -> ScopeRelation:
    if a.actor and b.actor and not agree(a.actor, b.actor):
        return ScopeRelation("disjoint", f"{a.actor} and {b.actor} are different parties")
    return _EQUAL


def _by_domain(a: Scope, b: Scope) -> ScopeRelation:
    if a.domain and b.domain and a.domain != b.domain:
        return ScopeRelation("disjoint", f"one counts {a.domain}, the other {b.domain}")
    return _EQUAL


def _by_incident(a: Scope, b: Scope) -> ScopeRelation:
    first, second = set(a.incident.split(", ")) - {""}, set(b.incident.split(", ")) - {""}
    if first and second and not first & second:
        return ScopeRelation("disjoint", f"one is of {a.incident}, the other of {b.incident}")
    return _EQUAL


_FIELDS: tuple[Callable[[Scope, Scope], ScopeRelation], ...] = (
    _by_incident,
    _by_party,
    _by_domain,
    _by_window,
    _by_area,
    _by_group,
    _by_inclusion,
)
