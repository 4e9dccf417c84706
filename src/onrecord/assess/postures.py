"""Forces as reported, element by element through time: a ledger of cited words, never a position.

Rules (domain model, part 9; rules 2, 3, 11 and 14):

- A report counts when a statement tells it as so: nothing negated, planned, ordered, supposed or asked.
- Whose a ship is may be told by the prefix of its navy alone: USS is a ship of the United States.
- Two reports are of one element when owner, category, noun and area are the same. A ship or formation
  called by its name is one wherever it is, also where a report leaves out whose it is.
- Reports of one lineage and one day that say no more than another are copies of it, not sightings.
- An element without number and name is kept only if its noun says what it is and the words say whose it
  is and where or what it does.
- Words that hold a distance to a point or a weakness never enter: the field stays unknown, or, where the
  words that name the element hold them, the report is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.assess.posture_words import (
    area_of,
    comparison_words,
    display_words,
    doing_words,
    flag_of,
    is_only_ordered,
    is_vague,
    noun_of,
    readiness_words,
    source_of,
)
from onrecord.domain.case import Case
from onrecord.domain.posture import (
    LeftOutForce,
    Posture,
    PostureElement,
    is_too_fine,
)
from onrecord.domain.statement import Force, Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

_TELLING = frozenset(
    {
        "occ.posture", "occ.event", "occ.context", "occ.tally", "say.report", "say.confirm",
        "jdg.assessment",
    }
)  # fmt: skip
_SURE = frozenset({"CT+", "PR+"})
_NO_COUNT = Unknown("the words state no number")
_NO_STATUS = Unknown("the words do not say what it does")
#: What stands before the name of a ship, or behind it in brackets.
_RANKS = re.compile(
    r"^(?:the\s+)?(?:USS|HMS|INS|FS|JS|HMCS|HMAS|TCG|ROKS|BRP|carrier|ship)\s+", re.IGNORECASE
)
_PROPER = frozenset({"ship", "formation"})

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class _Sighting:
    """One report with what it is grouped by.

    Attributes:
        posture: The report.
        lineage: Origin of the document.
        order: Day, document and place in its text.
        named: Whether it is a ship or formation called by its name.
        country: ISO code of the owner; empty where nobody could tell.
    """

    posture: Posture
    lineage: str
    order: tuple[date, str, int]
    named: bool
    country: str


def elements_of(case: Case) -> tuple[PostureElement, ...]:
    """Return every element of a force on record with its reports, by category, owner and name."""
    groups: dict[Key, list[_Sighting]] = defaultdict(list)
    for one in _sightings(case):
        groups[_key(one)].append(one)
    found = [_element(sorted(group, key=_order)) for group in _joined(groups)]
    return tuple(sorted(found, key=_rank))


def left_out_of(case: Case) -> tuple[LeftOutForce, ...]:
    """Return the words on forces that make no element, each with the reason, in order of the record."""
    return tuple(
        LeftOutForce(one.id, "" if is_too_fine(force.span.exact) else force.span.exact, why)
        for one in case.statements.values()
        for force in one.forces
        if (why := _refusal(one, force))
    )


def _sightings(case: Case) -> Iterator[_Sighting]:
    for statement in case.statements.values():
        for force in statement.forces:
            if not _refusal(statement, force):
                yield _sighting(case, statement, force)


def _refusal(statement: Statement, force: Force) -> str:
    """Return why words on a force make no element; empty where they make one."""
    if statement.kind not in _TELLING or not _is_told(statement):
        return "negated, planned, supposed or not vouched for"
    if is_only_ordered(statement, force):
        return "ordered or planned; the words do not say that it was done"
    counted = "" if force.count is None else force.count.counted
    if any(is_too_fine(words) for words in (force.span.exact, force.name, force.owner, counted)):
        return "the words give a position finer than a named area, or a weakness"
    noun = noun_of(force)
    if force.name or (force.count is not None and not is_vague(noun)):
        return ""
    if force.count is not None:
        return "" if force.owner else f"“{noun}” does not say what they are, nor whose"
    if is_vague(noun):
        return f"no number and no name, and “{noun or force.span.exact}” does not say what it is"
    placed = isinstance(area_of(statement, force), str) or force.status is not None
    if force.owner and (placed or display_words(force)):
        return ""
    return "no number and no name, and the words do not say whose it is and where or what it does"


def _is_told(statement: Statement) -> bool:
    """Say whether a statement tells its content as so (law 5, rule 11)."""
    return (
        not statement.off_line
        and statement.innermost.value in _SURE
        and not any(held.value.endswith("-") for held in statement.factuality)
    )


def _sighting(case: Case, statement: Statement, force: Force) -> _Sighting:
    when = statement.when
    day = when.latest if isinstance(when, When) else None
    area = area_of(statement, force)
    flag = flag_of(force)
    posture = Posture(
        owner=force.owner or (flag[0] if flag else ""),
        element_kind=force.kind,
        area=Unknown("the words give a position finer than a named area; it is not kept")
        if isinstance(area, str) and is_too_fine(area)
        else area,
        as_of=when,
        statement=statement.id,
        name=force.name or _kept(noun_of(force)),
        count=_NO_COUNT if force.count is None else force.count,
        status_words=_kept(display_words(force) or doing_words(statement)),
        status=force.status or _NO_STATUS,
        source=source_of(statement.voices),
        comparison=_kept(comparison_words(case.sentence_of(statement))),
        readiness_words=_kept(readiness_words(statement)),
        words=force.span.exact,
    )
    return _Sighting(
        posture,
        lineage=case.lineages.get(statement.document, statement.document),
        order=(day or date.min, statement.document, force.span.start),
        named=force.kind in _PROPER and any(letter.isupper() for letter in force.name),
        country=case.countries.get(force.owner, "") or (flag[1] if flag else ""),
    )


def _kept(words: str) -> str:
    return "" if is_too_fine(words) else words


def _order(one: _Sighting) -> tuple[date, str, int]:
    return one.order


def _key(one: _Sighting) -> Key:
    posture = one.posture
    owner = one.country or _folded(posture.owner)
    area = _folded(posture.area) if isinstance(posture.area, str) and not one.named else ""
    name = _RANKS.sub("", posture.name) if one.named else posture.name
    return posture.element_kind, owner, _folded(name, plural=not one.named), area


def _folded(words: str, *, plural: bool = False) -> str:
    folded = " ".join(words.casefold().replace("-", " ").split()).removeprefix("the ")
    return folded.removesuffix("s") if plural else folded


def _joined(groups: dict[Key, list[_Sighting]]) -> list[list[_Sighting]]:
    """Join reports of a ship or formation called by its name that leave out whose it is, or part of it.

    "Valiant" is "Resolute Valiant" where exactly one longer name on record ends so; a name without an
    owner is that of the one owner on record.
    """
    merged = {key: list(group) for key, group in groups.items()}
    for key in sorted(groups):
        group = merged[key]
        wider = [other for other in merged if other != key and _is_wider(other, key, merged)]
        if group and group[0].named and len(wider) == 1:
            merged[wider[0]] += group
            merged[key] = []
    return [group for group in merged.values() if group]


def _is_wider(other: Key, key: Key, merged: dict[Key, list[_Sighting]]) -> bool:
    """Say whether `other` names what `key` names, with more of its name or with its owner."""
    kind, owner, name, _ = key
    if not merged[other] or not merged[other][0].named or other[0] != kind:
        return False
    gains = other[2] == name and not owner and bool(other[1])
    longer = other[2].endswith(f" {name}") and (owner == other[1] or not owner or not other[1])
    return gains or longer


def _element(group: Sequence[_Sighting]) -> PostureElement:
    sightings, copies = _distinct(group)
    newest = sightings[-1]
    owners = [one for one in group if one.posture.owner]
    return PostureElement(
        owner=owners[-1].posture.owner if owners else "",
        element_kind=newest.element_kind,
        name=max((one.name for one in sightings), key=lambda name: (len(name), name))
        if group[0].named
        else newest.name,
        area=newest.area,
        sightings=sightings,
        country=next((one.country for one in reversed(group) if one.country), ""),
        copies=copies,
    )


def _distinct(
    group: Sequence[_Sighting],
) -> tuple[tuple[Posture, ...], tuple[tuple[str, str], ...]]:
    """Return the sightings in order of day, and the statements that only say one of them again."""
    kept: list[_Sighting] = []
    copies: list[tuple[str, str]] = []
    for one in sorted(group, key=lambda one: (-_stated(one.posture), one.order)):
        same = next((other for other in kept if _repeats(one, other)), None)
        if same is None:
            kept.append(one)
        else:
            copies.append((one.posture.statement, same.posture.statement))
    return tuple(one.posture for one in sorted(kept, key=_order)), tuple(sorted(copies))


def _said(posture: Posture) -> tuple[object, ...]:
    """Return what a report says beyond naming the element; `None` where it says nothing."""
    count = posture.count
    return (
        None if isinstance(count, Unknown) else (count.bound, count.value, count.low, count.high),
        posture.area if isinstance(posture.area, str) else None,
        posture.status if isinstance(posture.status, str) else None,
        posture.comparison or None,
        posture.readiness_words or None,
    )


def _stated(posture: Posture) -> int:
    return sum(part is not None for part in _said(posture))


def _repeats(one: _Sighting, other: _Sighting) -> bool:
    """Say whether `one` says no more than `other`, in the same lineage and on the same day."""
    if (one.lineage, one.order[0]) != (other.lineage, other.order[0]):
        return False
    return all(
        mine in (None, theirs)
        for mine, theirs in zip(_said(one.posture), _said(other.posture), strict=True)
    )


def _rank(element: PostureElement) -> tuple[str, str, str, str, str]:
    area = element.area if isinstance(element.area, str) else ""
    owner = element.country or _folded(element.owner)
    return owner, element.element_kind, _folded(element.name), area, element.latest.statement
