"""Elements of armed forces that a clause reports: category, public name, count, whose. No positions.

A noun of war ("destroyer", "battalion") is an element by itself; one that civilians have too ("plane",
"unit", "personnel") needs a military word beside it. Police and "security forces" are none: what they
do is an act, not a posture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.domain.posture import ElementKind, PostureStatus
from onrecord.domain.quantity import Quantity
from onrecord.domain.span import Extent
from onrecord.ports.linguist import NamedEntity
from onrecord.read.clauses import Clause
from onrecord.read.quantities import FoundQuantity
from onrecord.read.tree import Tree
from onrecord.read.units import plural


def _kinds(**named: str) -> dict[str, ElementKind]:
    table: dict[str, ElementKind] = {}
    kinds: tuple[ElementKind, ...] = (
        "formation", "ship", "aircraft_type", "personnel", "air_defence", "ground_equipment", "militia",
    )  # fmt: skip
    for kind in kinds:
        table |= dict.fromkeys(named.get(kind, "").split(), kind)
    return table


#: Nouns of war.
_STRONG = _kinds(
    formation="fleet flotilla squadron battalion brigade regiment armada garrison peacekeeping "
    "battlegroup warfleet taskforce",
    ship="warship destroyer frigate corvette cruiser submarine battleship minesweeper gunboat",
    aircraft_type="bomber warplane gunship fighter-jet",
    personnel="troop soldier marine sailor paratrooper reservist peacekeeper conscript serviceman "
    "airman commando",
    air_defence="patriot",
    ground_equipment="tank howitzer artillery",
    militia="militia militiaman paramilitary",
)
#: Nouns that need a military word beside them.
_WEAK = _kinds(
    formation="force group unit division corps contingent convoy patrol company column",
    ship="ship vessel carrier boat cutter",
    aircraft_type="plane aircraft jet helicopter drone fighter uav",
    personnel="personnel adviser advisor officer guard crew",
    air_defence="missile battery interceptor radar system launcher defence defense",
    ground_equipment="vehicle gun truck",
)
_MILITARY = frozenset(
    """military naval navy army air armed armoured armored combat defence defense missile strike carrier
    amphibious nuclear-powered guided-missile assault special marine airborne infantry mechanised
    mechanized ground surveillance reconnaissance attack fighter stealth anti-aircraft air-defence
    air-defense warship coast expeditionary rapid reserve allied coalition peacekeeping battle task
    aircraft ballistic cruise surface-to-air tank artillery patrol patriot""".split()
)
#: What makes a group of armed people no force of a state or militia in the field.
_CIVIL = frozenset(
    "police security law-enforcement riot rescue fire market labour labor work sales".split()
)
#: A type: F-35, B-52H, S-400, MQ-9, Su-57, T-72.
_TYPE = re.compile(r"\b[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Z]{0,2}s?\b")
#: A ship by the prefix of its navy: USS Valiant.
_SHIP = re.compile(
    r"\b(?:USS|HMS|INS|FS|JS|HMCS|HMAS|TCG|ROKS|BRP)\s+[A-Z][\w.]*(?:\s+[A-Z][\w.]*)*"
)
#: Places and doings that make a mention a posture.
STATIONED = frozenset(
    """deploy station base position assemble amass mass operate patrol sail arrive hover anchor remain
    gather reinforce send dispatch move dock transit escort fly steam enter leave depart withdraw
    return redeploy dispatch head build assign support conduct surge host house keep maintain hold
    concentrate muster field order mobilise mobilize stage rotate accompany""".split()
)
#: What moves is named before these: "bomber flights".
_MOVEMENTS = frozenset(
    "flight sortie patrol deployment presence movement overflight transit".split()
)
_PRESENCE = frozenset(
    """deployment presence build-up buildup arrival mobilisation mobilization movement surge flight sortie
    overflight""".split()
)
_STATUSES: dict[str, PostureStatus] = {
    **dict.fromkeys("dock anchor berth moor".split(), "in_port"),
    **dict.fromkeys("sail steam head".split(), "underway"),
    **dict.fromkeys("transit cross pass".split(), "transiting"),
    **dict.fromkeys(
        "operate patrol deploy station position base hover escort fly conduct".split(), "operating"
    ),
    **dict.fromkeys("leave depart withdraw".split(), "departed"),
    **dict.fromkeys("return".split(), "returned"),
}  # fmt: skip
_NOT_OWNERS = frozenset("many few several more some other new such additional".split())


@dataclass(frozen=True, slots=True)
class FoundForce:
    """Words that report one element of a force; see `onrecord.domain.statement.Force`."""

    extent: Extent
    kind: ElementKind
    name: str
    owner: str
    count: Quantity | None
    status: PostureStatus | None


def forces_in(
    tree: Tree,
    clause: Clause,
    *,
    text: str,
    entities: Sequence[NamedEntity],
    quantities: Sequence[FoundQuantity],
) -> tuple[FoundForce, ...]:
    """Return the elements of forces among a clause's own words, in order."""
    status = _STATUSES.get(tree.lemma(clause.head))
    found: list[FoundForce] = []
    for at, kind in _heads(tree, clause, text, entities):
        extent = _with_number(tree, at, quantities)
        name = _name(tree, at, extent, text, entities)
        single = _one(tree, at, name) if kind in ("ship", "formation") else None
        found.append(
            FoundForce(
                extent=extent,
                kind=kind,
                name=name,
                owner=_owner(tree, at, text, entities),
                count=_count(extent, quantities) or single,
                status=status,
            )
        )
    return tuple(found)


def _heads(
    tree: Tree, clause: Clause, text: str, entities: Sequence[NamedEntity]
) -> Iterator[tuple[int, ElementKind]]:
    for at in clause.members:
        token = tree.tokens[at]
        inside = tree.relation(at) in ("compound", "amod", "flat")
        if token.upos not in ("NOUN", "PROPN") or (
            inside and tree.lemma(token.head) not in _MOVEMENTS
        ):
            continue
        kind = _kind_of(tree, at, text, entities)
        if kind is not None:
            yield at, kind
        elif token.upos == "PROPN" and _called_ship(tree, at) is not None:
            yield at, "ship"


def _kind_of(tree: Tree, at: int, text: str, entities: Sequence[NamedEntity]) -> ElementKind | None:
    lemma = tree.lemma(at).removesuffix("s")
    beside = {
        tree.lemma(one) for one in tree.dependants(at, "amod", "compound", "nmod:poss", "nmod")
    }
    beside |= {word for one in beside for word in one.split("-")}
    if beside & _CIVIL:
        return None
    if lemma == "carrier":
        aboard = beside & {"aircraft", "strike", "navy", "naval", "nuclear"}
        called = any(
            tree.tokens[one].upos == "PROPN" for one in tree.dependants(at, "appos", "flat")
        )
        return "ship" if aboard or called or _is_named_ship(tree, at, text) else None
    if lemma == "group":
        return (
            "formation" if beside & {"carrier", "strike", "task", "battle", "amphibious"} else None
        )
    if lemma in _STRONG:
        return _STRONG[lemma]
    if _TYPE.fullmatch(tree.tokens[at].text):
        return "aircraft_type"
    institution = lemma == "force" and beside & {"air", "armed", "defence", "defense"}
    if institution or lemma not in _WEAK:
        return None
    owned = lemma in ("force", "personnel") and bool(_owner(tree, at, text, entities))
    return _WEAK[lemma] if owned or beside & _MILITARY else None


def _called_ship(tree: Tree, at: int) -> int | None:
    """Return the noun that says a name is that of a ship: "the carrier Resolute"."""
    return next(
        (
            one
            for one in tree.dependants(at, "compound")
            if tree.lemma(one) == "carrier" or _STRONG.get(tree.lemma(one)) == "ship"
        ),
        None,
    )


def _is_named_ship(tree: Tree, at: int, text: str) -> bool:
    phrase = _named_phrase(tree, at)
    return _SHIP.search(text, phrase.start, phrase.end) is not None


def _named_phrase(tree: Tree, at: int) -> Extent:
    """Return a noun phrase with the name set right behind it: "the carrier USS Valiant"."""
    phrase = tree.phrase(at)
    names = [
        tree.phrase(one)
        for one in tree.dependants(at, "appos", "flat")
        if tree.tokens[one].upos == "PROPN" and tree.tokens[one - 1].text != ","
    ]
    return Extent(phrase.start, max([phrase.end, *(one.end for one in names)]))


def _with_number(tree: Tree, at: int, quantities: Sequence[FoundQuantity]) -> Extent:
    phrase = _named_phrase(tree, at)
    starts = [one.extent.start for one in quantities if one.extent.overlaps(phrase)]
    return Extent(min([phrase.start, *starts]), phrase.end)


def _count(extent: Extent, quantities: Sequence[FoundQuantity]) -> Quantity | None:
    inside = [
        one.quantity
        for one in quantities
        if extent.contains(one.number) and not one.change and one.quantity.bound != "ordinal"
        and not one.quantity.unit.isupper()
    ]  # fmt: skip
    return inside[-1] if inside else None


def _one(tree: Tree, at: int, name: str) -> Quantity | None:
    """Return one for a single ship or formation that is called by its name."""
    named = bool(name) and any(letter.isupper() for letter in name)
    if not named or tree.tokens[at].xpos not in ("NN", "NNP"):
        return None
    return Quantity(1, 1, 1, plural(tree.lemma(at)), "exact", "", tree.lemma(at))


def _name(tree: Tree, at: int, extent: Extent, text: str, entities: Sequence[NamedEntity]) -> str:
    types = _TYPE.search(text, extent.start, extent.end) or _SHIP.search(
        text, extent.start, extent.end
    )
    if types is not None:
        return types.group()
    head = tree.tokens[at]
    noun = _called_ship(tree, at) if head.upos == "PROPN" else None
    if noun is not None:
        return text[tree.tokens[noun].end : extent.end].strip()
    for one in entities:
        inside = extent.start <= one.start and one.end <= extent.end
        whole = one.start <= head.start < one.end and one.label == "ORG"
        if inside and (whole or one.label in ("PLATFORM", "VEHICLE", "WEAPON")):
            words = text[one.start : one.end]
            if any(letter.isupper() for letter in words):
                return words
    before = [
        one
        for one in entities
        if extent.start <= one.start
        and one.end <= head.start
        and one.label in ("PER", "LOC", "FAC", "ORG")
    ]
    if before and tree.lemma(at) in ("group", "carrier"):  # "the Valiant carrier strike group"
        return text[before[-1].start : before[-1].end]
    apposed = [one for one in tree.dependants(at, "appos") if tree.tokens[one].upos == "PROPN"]
    return tree.phrase(apposed[0]).of(text) if apposed else ""


def _owner(tree: Tree, at: int, text: str, entities: Sequence[NamedEntity]) -> str:
    for child in tree.dependants(at, "nmod:poss", "amod", "compound"):
        token = tree.tokens[child]
        if tree.relation(child) == "nmod" and tree.lemma(child) not in _NOT_OWNERS:
            return tree.phrase(child).of(text)
        for one in entities:
            beside = one.start <= token.start < one.end <= tree.tokens[at].start
            if beside and one.label in ("NORP", "LOC", "ORG", "GPE"):
                return text[one.start : one.end]
    return ""


def is_stationed(tree: Tree, clause: Clause, forces: Sequence[FoundForce]) -> bool:
    """Say whether a clause reports where forces are or move, rather than what they did to somebody."""
    if not forces:
        return False
    head = clause.head
    if clause.nominal or tree.lemma(head) in STATIONED:
        return True
    if tree.lemma(head) in _PRESENCE or any(tree.lemma(at) in _PRESENCE for at in clause.members):
        return True
    placed = bool(tree.dependants(head, "cop")) or tree.lemma(head) == "be"
    return placed and any(
        tree.lemma(case) in ("in", "at", "off", "near", "on", "aboard", "along")
        for case in (*tree.dependants(head, "case"), *_cases_below(tree, head))
    )


def _cases_below(tree: Tree, head: int) -> tuple[int, ...]:
    return tuple(
        case for at in tree.dependants(head, "obl", "nmod") for case in tree.dependants(at, "case")
    )
