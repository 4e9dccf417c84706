"""Elements of armed forces that a clause reports: category, public name, count, whose. No positions.

A noun of war ("destroyer", "battalion") is an element by itself; one that civilians have too ("plane",
"unit", "personnel") needs a military word beside it. Police and "security forces" are none: what they
do is an act, not a posture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.domain.posture import ElementKind, PostureStatus
from onrecord.domain.quantity import Quantity
from onrecord.domain.span import Extent
from onrecord.ports.linguist import NamedEntity
from onrecord.read.clauses import Clause
from onrecord.read.force_names import (
    called_ship,
    designated,
    is_named_aircraft,
    name_of,
    names_behind,
    names_listed,
    owner_of,
    predicate_of,
    sender_of,
)
from onrecord.read.force_parts import takes_part
from onrecord.read.force_words import (
    CIVIL,
    CONDITIONS,
    DISPLAYS,
    GROUPED,
    MILITARY,
    MOVEMENTS,
    MUSTERED,
    OWNERS,
    PRESENCE,
    ROWS,
    SEEN,
    SHIP,
    STANDING,
    STATIONED,
    STATUSES,
    STRONG,
    TOLD_TO,
    TYPE,
    WEAK,
)
from onrecord.read.quantities import FoundQuantity
from onrecord.read.tree import Tree
from onrecord.read.units import plural


@dataclass(frozen=True, slots=True)
class FoundForce:
    """Words that report one element of a force; see `onrecord.domain.statement.Force`.

    `displayed` says that a mobilisation or an exercise of it is told: an act, not a place. `engaged` says
    that it is told to do something, or to be around somebody, in a clause that need not tell of posture.
    """

    extent: Extent
    kind: ElementKind
    name: str
    owner: str
    count: Quantity | None
    status: PostureStatus | None
    displayed: bool = False
    engaged: bool = False


def forces_in(
    tree: Tree,
    clause: Clause,
    *,
    text: str,
    entities: Sequence[NamedEntity],
    quantities: Sequence[FoundQuantity],
) -> tuple[FoundForce, ...]:
    """Return the elements of forces among a clause's own words, in order."""
    found: list[FoundForce] = []
    for at, kind in _heads(tree, clause, text, entities):
        listed = tuple(_listed(tree, clause, at, text=text, entities=entities))
        if listed:
            found += listed
            continue
        extent = _with_number(tree, at, quantities)
        name = name_of(tree, at, extent, text, entities)
        single = _one(tree, at, name) if kind in ("ship", "formation") else None
        shown = tree.relation(at) == "compound" and tree.lemma(tree.tokens[at].head) in DISPLAYS
        end = tree.tokens[tree.tokens[at].head].end if shown else extent.end
        found.append(
            FoundForce(
                extent=Extent(extent.start, end),
                kind=kind,
                name=name,
                owner=owner_of(tree, at, text, entities)
                or sender_of(tree, clause, at, text, entities),
                count=_recounted(tree, at, text, _count(extent, quantities)) or single,
                status=_status(tree, clause, at),
                displayed=shown or _is_called_up(tree, clause),
                engaged=takes_part(tree, clause, at, named_ship=kind == "ship" and bool(name)),
            )
        )
    called = _called(tree, clause, text=text, entities=entities, quantities=quantities)
    return _together(found, tuple(called), text)


def is_stationed(tree: Tree, clause: Clause, forces: Sequence[FoundForce]) -> bool:
    """Say whether a clause reports where forces are or move, rather than what they did to somebody."""
    if all(one.displayed for one in forces):
        return False
    head = predicate_of(tree, clause.head)
    if clause.nominal or tree.lemma(head) in STATIONED:
        return True
    if tree.lemma(head) in STANDING:
        return _stand(tree, head, forces)
    if tree.lemma(head) in PRESENCE or any(
        tree.lemma(at) in PRESENCE and tree.tokens[at].upos != "PROPN" for at in clause.members
    ):
        return True
    if tree.lemma(head) in SEEN and any(
        tree.lemma(one) == "be" for one in tree.dependants(head, "aux")
    ):
        return True
    if tree.lemma(head) == "have" or tree.dependants(head, "expl"):
        return _are_held(tree, head, forces)
    placed = bool(tree.dependants(head, "cop")) or tree.lemma(head) == "be"
    return placed and _is_placed(tree, head)


def _stand(tree: Tree, head: int, forces: Sequence[FoundForce]) -> bool:
    """Say whether forces are what stands or lands, or whom others join."""
    relation = "obj" if tree.lemma(head) == "join" else "nsubj"
    return any(
        one.extent.start <= tree.tokens[at].start < one.extent.end
        for at in tree.dependants(head, relation)
        for one in forces
    )


def _are_held(tree: Tree, head: int, forces: Sequence[FoundForce]) -> bool:
    """Say whether counted forces are had or exist somewhere: "there are 2,500 troops in the country"."""
    for at in tree.dependants(head, "obj", "nsubj"):
        start = tree.tokens[at].start
        counted = any(one.count and one.extent.start <= start < one.extent.end for one in forces)
        based = any(tree.lemma(one) in STATIONED for one in tree.dependants(at, "acl"))
        if counted and (based or _is_placed(tree, at) or _is_placed(tree, head)):
            return True
    return False


def _is_placed(tree: Tree, at: int) -> bool:
    return any(
        tree.lemma(case) in ("in", "at", "off", "near", "on", "aboard", "along")
        for case in (*tree.dependants(at, "case"), *_cases_below(tree, at))
    )


def _is_called_up(tree: Tree, clause: Clause) -> bool:
    return tree.lemma(clause.head) == "call" and any(
        tree.tokens[one].text == "up" for one in tree.children[clause.head]
    )


def _together(
    found: Sequence[FoundForce], called: Sequence[FoundForce], text: str
) -> tuple[FoundForce, ...]:
    """Return what nouns and what names report, in order; a type and the noun behind it are one."""
    kept = list(found)
    for one in called:
        if any(one.extent.overlaps(had.extent) for had in found):
            continue
        behind = next(
            (
                had
                for had in kept
                if not had.name and text[one.extent.end : had.extent.start] == " "
            ),
            None,
        )
        if behind is not None:
            kept.remove(behind)
        end = one.extent.end if behind is None else behind.extent.end
        kept.append(replace(one, extent=Extent(one.extent.start, end)))
    return tuple(sorted(kept, key=lambda one: one.extent.start))


def _status(tree: Tree, clause: Clause, at: int) -> PostureStatus | None:
    """Return what the predicate says a force does; nothing of a force that another verb governs."""
    head = predicate_of(tree, clause.head)
    for above in tree.ancestors(at):
        if above == head:
            break
        if tree.tokens[above].upos == "VERB":
            return None
    if any(tree.lemma(one) == "back" for one in tree.dependants(head, "advmod")):
        return "returned"
    return (CONDITIONS if tree.dependants(head, "cop") else STATUSES).get(tree.lemma(head))


def _called(
    tree: Tree,
    clause: Clause,
    *,
    text: str,
    entities: Sequence[NamedEntity],
    quantities: Sequence[FoundQuantity],
) -> Iterator[FoundForce]:
    """Yield what a clause calls by its type or by the prefix of its navy, whatever noun it stands at."""
    for at in clause.members:
        token = tree.tokens[at]
        ship = SHIP.match(text, token.start, clause.extent.end)
        kind = None if ship else designated(tree, at, text)
        found = ship or (TYPE.match(text, token.start) if kind else None)
        if found is None:
            continue
        name = found.group().rstrip(".")
        here = Extent(found.start(), found.start() + len(name))
        owner = next(
            (
                text[one.start : one.end]
                for one in entities
                if one.label in OWNERS and text[one.end : here.start] == " "
            ),
            "",
        )
        number = None if ship else _number_before(here, text, quantities)
        yield FoundForce(
            extent=here if number is None else Extent(number.extent.start, here.end),
            kind=kind or "ship",
            name=name.rstrip("s") if kind else name,
            owner=owner or sender_of(tree, clause, at, text, entities),
            count=Quantity(1, 1, 1, "ships", "exact", "", "ship")
            if ship
            else (number.quantity if number else None),
            status=_status(tree, clause, at),
            engaged=takes_part(tree, clause, at, named_ship=ship is not None),
        )


def _listed(
    tree: Tree, clause: Clause, at: int, *, text: str, entities: Sequence[NamedEntity]
) -> Iterator[FoundForce]:
    """Yield the ships that a noun of several is followed by, each by its name."""
    owner = owner_of(tree, at, text, entities) or sender_of(tree, clause, at, text, entities)
    for one in names_listed(tree, at):
        here = tree.extent([*tree.dependants(one, "det", "flat", "compound"), one])
        if SHIP.match(text, here.start) is None:  # what has the prefix of its navy is found by it
            yield FoundForce(
                extent=here,
                kind="ship",
                name=here.of(text),
                owner=owner,
                count=Quantity(1, 1, 1, "ships", "exact", "", "ship"),
                status=_status(tree, clause, at),
                engaged=takes_part(tree, clause, at, named_ship=True),
            )


def _number_before(
    here: Extent, text: str, quantities: Sequence[FoundQuantity]
) -> FoundQuantity | None:
    """Return the number that counts a type: "four F-16s", "four Velmaran F-16s"."""
    return next(
        (
            one
            for one in quantities
            if one.number.end < here.start
            and not one.change
            and re.fullmatch(r"\s(?:[\w.]+\s)?", text[one.number.end : here.start])
        ),
        None,
    )


def _heads(
    tree: Tree, clause: Clause, text: str, entities: Sequence[NamedEntity]
) -> Iterator[tuple[int, ElementKind]]:
    for at in clause.members:
        token = tree.tokens[at]
        over = tree.lemma(token.head) if token.head >= 0 else ""
        inside = tree.relation(at) in ("compound", "amod", "flat")
        if token.upos not in ("NOUN", "PROPN") or _is_beside_the_point(tree, at):
            continue
        if inside and over not in MOVEMENTS and over not in DISPLAYS:
            continue
        kind = _kind_of(tree, at, text, entities)
        if kind is not None:
            yield at, kind
        elif token.upos == "PROPN" and called_ship(tree, at) is not None:
            yield at, "ship"


def _is_beside_the_point(tree: Tree, at: int) -> bool:
    """Say whether a noun only tells whose another thing is ("the fleet's flagship", "notice to airmen")."""
    owns = any(tree.tokens[case].xpos == "POS" for case in tree.dependants(at, "case"))
    told = at > 1 and tree.tokens[at - 1].text == "to" and tree.lemma(at - 2) in TOLD_TO
    return owns or told or _shares_number(tree, at)


def _shares_number(tree: Tree, at: int) -> bool:
    """Say whether a noun is counted together with the one before: "4,000 sailors and marines"."""
    first = tree.tokens[at].head
    if tree.relation(at) != "conj" or tree.dependants(at, "det", "nummod", "amod", "compound"):
        return False
    kinds = {STRONG.get(tree.lemma(one).removesuffix("s")) for one in (at, first)}
    return kinds == {"personnel"} and bool(tree.dependants(first, "nummod"))


def _is_counted_with(tree: Tree, at: int, first: int) -> bool:
    """Say whether the number before one noun counts the next too: "40,000 troops and civilians"."""
    people = STRONG.get(tree.lemma(first).removesuffix("s")) == "personnel"
    own = tree.dependants(at, "det", "nummod", "nmod:poss")
    plural_noun = tree.tokens[at].xpos == "NNS"
    return people and plural_noun and not own and bool(tree.dependants(first, "nummod"))


def _kind_of(tree: Tree, at: int, text: str, entities: Sequence[NamedEntity]) -> ElementKind | None:
    lemma = tree.lemma(at).removesuffix("s")
    beside = {
        tree.lemma(one) for one in tree.dependants(at, "amod", "compound", "nmod:poss", "nmod")
    }
    beside |= {word for one in beside for word in one.split("-")}
    if beside & CIVIL:
        return None
    if lemma == "carrier":
        aboard = beside & {"aircraft", "strike", "navy", "naval", "nuclear"}
        called = any(
            tree.tokens[one].upos == "PROPN" for one in tree.dependants(at, "appos", "flat")
        )
        return "ship" if aboard or called or _is_named_ship(tree, at, text) else None
    if lemma == "group" and not _is_mustered(tree, at):
        words = set(tree.phrase(at).of(text).lower().split())
        return "formation" if (beside | words) & GROUPED else None
    if lemma in ("defense", "defence"):
        shown = tree.lemma(tree.tokens[at].head) in DISPLAYS
        return "air_defence" if shown and "air" in beside else None
    if is_named_aircraft(tree, at):
        return "aircraft_type"
    if _is_mustered(tree, at) or (lemma in ROWS and _carries_forces(tree, at)):
        return "formation"
    if lemma in STRONG:
        return STRONG[lemma]
    if lemma in ("member", "fighter") and "militia" in beside:
        return "militia"
    institution = lemma == "force" and beside & {"air", "armed", "defence", "defense"}
    if institution or lemma not in WEAK:
        return None
    owner = owner_of(tree, at, text, entities)
    owned = bool(owner) and (lemma in ("force", "personnel") or _is_said_again(tree, at))
    return WEAK[lemma] if owned or beside & MILITARY else None


def _is_mustered(tree: Tree, at: int) -> bool:
    """Say whether a noun is a body of so many people: "a 6,000-strong group"."""
    strong = [one for one in tree.dependants(at, "amod") if tree.lemma(one).endswith("strong")]
    numbered = bool(tree.dependants(at, "nummod")) or any(
        tree.dependants(one, "nummod", "advmod") or tree.tokens[one].text[0].isdigit()
        for one in strong
    )
    return tree.lemma(at) in MUSTERED and bool(strong) and numbered


def _carries_forces(tree: Tree, at: int) -> bool:
    """Say whether the sentence around a convoy says that it is one of forces: "bringing troops"."""
    above = tree.tokens[at].head
    inside = tree.subtree(at if above < 0 else above)
    return any(
        STRONG.get(tree.lemma(one).removesuffix("s")) or tree.lemma(one) == "military"
        for one in inside
    )


def _is_said_again(tree: Tree, at: int) -> bool:
    """Say whether the sentence has the same noun with a military word: "navy ships … 19 more ships"."""
    return any(
        one != at
        and tree.lemma(one) == tree.lemma(at)
        and {tree.lemma(word) for word in tree.dependants(one, "amod", "compound")} & MILITARY
        for one in range(len(tree.tokens))
    )


def _is_named_ship(tree: Tree, at: int, text: str) -> bool:
    phrase = _named_phrase(tree, at)
    return SHIP.search(text, phrase.start, phrase.end) is not None


def _named_phrase(tree: Tree, at: int) -> Extent:
    """Return a noun phrase with the name set right behind it: "the carrier USS Valiant"."""
    phrase = tree.phrase(at)
    return Extent(
        phrase.start,
        max([phrase.end, *(tree.tokens[one].end for one in names_behind(tree, at))]),
    )


def _with_number(tree: Tree, at: int, quantities: Sequence[FoundQuantity]) -> Extent:
    """Return the words that name an element: from its number to its noun or the name behind it."""
    phrase = _named_phrase(tree, at)
    together = [one for one in tree.dependants(at, "conj") if _is_counted_with(tree, one, at)]
    behind = [
        tree.tokens[one].end for one in (*together, *names_behind(tree, at), *_counted_in(tree, at))
    ]
    end = max([tree.tokens[at].end, *behind])
    own = Extent(phrase.start, end)
    starts = [one.extent.start for one in quantities if one.extent.overlaps(own)]
    return Extent(min([phrase.start, *starts]), end)


def _count(extent: Extent, quantities: Sequence[FoundQuantity]) -> Quantity | None:
    inside = [
        one.quantity
        for one in quantities
        if extent.contains(one.number) and not one.change and one.quantity.bound != "ordinal"
        and not one.quantity.unit.isupper()
    ]  # fmt: skip
    return inside[-1] if inside else None


def _counted_in(tree: Tree, at: int) -> tuple[int, ...]:
    """Return the noun that a number counts in a convoy: "trucks"."""
    if tree.lemma(at) not in ROWS:
        return ()
    return tuple(one for one in tree.dependants(at, "nmod") if tree.dependants(one, "nummod"))


def _recounted(tree: Tree, at: int, text: str, count: Quantity | None) -> Quantity | None:
    """Return a count by what it counts: people of a body so strong, vehicles of a convoy."""
    if count is None:
        return None
    if _is_mustered(tree, at):
        return replace(count, unit="people", counted=tree.tokens[at].text)
    for one in _counted_in(tree, at):
        start = tree.tokens[tree.dependants(one, "nummod")[0]].end
        words = text[start : tree.tokens[one].end].strip()
        return replace(count, unit=plural(tree.lemma(one)), counted=words)
    return count


def _one(tree: Tree, at: int, name: str) -> Quantity | None:
    """Return one for a single ship or formation that is called by its name."""
    named = bool(name) and any(letter.isupper() for letter in name)
    if not named or tree.tokens[at].xpos not in ("NN", "NNP"):
        return None
    return Quantity(1, 1, 1, plural(tree.lemma(at)), "exact", "", tree.lemma(at))


def _cases_below(tree: Tree, head: int) -> tuple[int, ...]:
    return tuple(
        case for at in tree.dependants(head, "obl", "nmod") for case in tree.dependants(at, "case")
    )
