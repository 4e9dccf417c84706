"""Which people of many reports are one: by full name, office and whose office it is.

Two of one surname are two. A bare surname is somebody only where one person in state office bears it
and the report names that state. Names that only sound alike are one where given name, office and its
owner agree as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.domain.unresolved import Unresolved
from onrecord.reconcile.actors_cast import Referent
from onrecord.reconcile.actors_people import may_be_one, surname
from onrecord.reconcile.aliases import sound_of

#: Why words that name a person are not resolved to an actor: a private person is not named.
PRIVATE = Unresolved("no public office is stated for a person of that name")

Open = tuple[Referent, Unresolved]


@dataclass(slots=True)
class _Group:
    """Referents held to be one person, while they are gathered."""

    members: list[Referent] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)

    @property
    def names(self) -> list[str]:
        """Return the folded full names."""
        return sorted({_name(one) for one in self.members if " " in _name(one)})

    def add(self, one: Referent) -> None:
        """Take a referent in, with what is said of its offices."""
        self.members.append(one)
        self.titles |= {office.title for office in one.offices}
        self.owners |= {office.owner for office in one.offices} - {""}
        self.states |= {
            office.owner for office in one.offices if office.level == "state" and office.owner
        }


def resolve_persons(
    referents: Iterable[Referent], allowed: Collection[str]
) -> tuple[list[list[Referent]], list[Open]]:
    """Return the people who may be named, each by their referents, and who is not resolved.

    Args:
        referents: People, in any order.
        allowed: Folded full names of people who may be named without a public office.
    """
    alike: dict[str, list[Referent]] = defaultdict(list)
    for one in sorted(referents, key=lambda one: (one.document, one.identity)):
        alike[sound_of(surname(_name(one)))].append(one)
    people: list[list[Referent]] = []
    open_: list[Open] = []
    for key in sorted(alike):
        groups, left = _of_one_sound(alike[key], allowed)
        people += [group.members for group in groups]
        open_ += left
    return people, open_


def _of_one_sound(
    members: Sequence[Referent], allowed: Collection[str]
) -> tuple[list[_Group], list[Open]]:
    full = [one for one in members if " " in _name(one)]
    groups: list[_Group] = []
    open_: list[Open] = []
    for named in _by_name(full):
        made, left = _of_one_name(named, allowed)
        groups += made
        open_ += left
    groups = _spelled_otherwise(groups)
    for one in members:
        if " " not in _name(one):
            found = list(_meant_by_surname(one, groups))
            if len(found) == 1:
                found[0].members.append(one)
            else:
                open_.append((one, _several(found)))
    return groups, open_


def _by_name(full: Sequence[Referent]) -> Iterator[list[Referent]]:
    """Yield those whose full names can be of one person; a name that fits two others stands alone."""
    names = sorted({_name(one) for one in full}, key=lambda name: (-len(name.split()), name))
    lead: dict[str, str] = {}
    for name in names:
        fitting = [other for other in dict.fromkeys(lead.values()) if may_be_one(name, other)]
        lead[name] = fitting[0] if len(fitting) == 1 else name
    named: dict[str, list[Referent]] = defaultdict(list)
    for one in full:
        named[lead[_name(one)]].append(one)
    yield from named.values()


def _of_one_name(
    members: Sequence[Referent], allowed: Collection[str]
) -> tuple[list[_Group], list[Open]]:
    """Part the bearers of one full name by whose office they hold."""
    if any(_name(one) in allowed for one in members):
        group = _Group()
        for one in members:
            group.add(one)
        return [group], []
    owned = [one for one in members if any(office.owner for office in one.offices)]
    groups = _sharing_owner(owned)
    open_: list[Open] = []
    fallen: dict[str, _Group] = {}
    for one in members:
        if not one.offices or one in owned:
            continue
        fitting = [group for group in groups if _fits(one, group)]
        if len(fitting) == 1:
            fitting[0].add(one)
        elif fitting:
            open_.append((one, _several(fitting)))
        else:
            fallen.setdefault("", _Group()).add(one)
    groups += fallen.values()
    for one in members:
        if one.offices:
            continue
        beside = [group for group in groups if group.states & one.beside]
        if len(beside) == 1:
            beside[0].members.append(one)
        else:
            open_.append((one, _several(beside)))
    return groups, open_


def _sharing_owner(owned: Sequence[Referent]) -> list[_Group]:
    groups: list[_Group] = []
    for one in owned:
        owners = {office.owner for office in one.offices} - {""}
        joined = _Group()
        joined.add(one)
        apart: list[_Group] = []
        for group in groups:
            if group.owners & owners:
                for member in group.members:
                    joined.add(member)
            else:
                apart.append(group)
        joined.members.sort(key=lambda one: (one.document, one.identity))
        groups = [*apart, joined]
    return sorted(groups, key=lambda group: _order(group.members[0]))


def _fits(one: Referent, group: _Group) -> bool:
    """Say whether an office whose owner is not told may be one that the group holds."""
    titles = {office.title for office in one.offices}
    return bool(titles & group.titles or group.states & one.beside)


def _spelled_otherwise(groups: list[_Group]) -> list[_Group]:
    """Join those of one given name and one office of one state whose surnames only sound alike."""
    kept: dict[tuple[str, str, str], _Group] = {}
    found: list[_Group] = []
    for group in groups:
        given = sound_of(group.names[0].split()[0]) if group.names else ""
        keys = sorted(
            (given, office.title, office.owner)
            for one in group.members
            for office in one.offices
            if given and office.level == "state" and office.owner
        )
        same = next((kept[key] for key in keys if key in kept), None)
        if same is None:
            found.append(group)
            same = group
        else:
            for one in group.members:
                same.add(one)
        for key in keys:
            kept.setdefault(key, same)
    return found


def _meant_by_surname(one: Referent, groups: Iterable[_Group]) -> Iterator[_Group]:
    """Yield whom a bare surname may mean: who holds the office said, else who holds one of the state."""
    titles = {office.title for office in one.offices}
    owners = {office.owner for office in one.offices} - {""}
    for group in groups:
        if surname(_name(one)) not in {surname(name) for name in group.names}:
            continue
        if owners and group.owners and not owners & group.owners:
            continue
        if titles & group.titles if titles else group.states & one.beside:
            yield group


def _several(found: Sequence[_Group]) -> Unresolved:
    if not found:
        return PRIVATE
    names = sorted({group.names[0] for group in found})
    return Unresolved("several people in office bear that name", tuple(names))


def _name(one: Referent) -> str:
    return one.identity.removeprefix("person:")


def _order(one: Referent) -> tuple[str, str]:
    return one.document, one.identity
