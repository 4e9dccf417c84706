"""Where a clause says something happens: the place named after a preposition of place."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.domain.span import Extent
from onrecord.domain.where import LegalDomain, Where
from onrecord.ports.linguist import NamedEntity
from onrecord.read.clauses import Clause
from onrecord.read.tree import Tree

_PLACE_CASES = frozenset(
    "in at near off inside over around across outside along on from within beyond toward".split()
)
_SEA = frozenset(
    "sea boat vessel ship maritime waters offshore naval ocean gulf strait warship tanker".split()
)
_AIR = frozenset("airspace overflight skies".split())
#: Said of the domain itself; a town or a hospital is on land without anybody saying so.
_LAND = frozenset("land soil ground overland inland ashore".split())


def place_of(
    tree: Tree, clause: Clause, entities: Sequence[NamedEntity], text: str
) -> Where | None:
    """Return the first place the clause is located at, or `None` where it names none."""
    for entity in entities:
        if entity.label not in ("LOC", "GPE", "FAC"):
            continue
        inside = [
            at for at in tree.indices_in(Extent(entity.start, entity.end)) if at in clause.members
        ]
        if not any(tree.tokens[at].upos == "PROPN" for at in inside):
            continue  # "Libyan city" names no place
        phrase = _phrase_with_case(tree, inside)
        if phrase is not None:
            name = text[entity.start : entity.end]
            return Where(
                text=phrase.of(text), name=name, precision=6, domain=domain_of(tree, clause)
            )
    return None


def domain_of(tree: Tree, clause: Clause) -> LegalDomain:
    """Return the domain as far as the clause's words say; sea words do not say whose waters."""
    lemmas = {tree.lemma(at) for at in clause.members}
    if lemmas & _AIR:
        return "airspace"
    if lemmas & _LAND and not lemmas & _SEA:
        return "land"
    return "unknown"


def _phrase_with_case(tree: Tree, inside: list[int]) -> Extent | None:
    for at in inside:
        top = at
        for up in (at, *tree.ancestors(at)):
            words = [tree.lemma(case) for case in tree.dependants(up, "case")]
            if tree.relation(up) == "nmod" and words == ["of"]:
                continue  # "in the city of Derna"
            if tree.relation(up) in ("obl", "nmod"):
                top = up
                break
            if tree.relation(up) not in ("compound", "flat", "appos", "nmod", "conj", "amod"):
                return None
        else:
            return None
        cases = tree.dependants(top, "case")
        if any(tree.lemma(case) in _PLACE_CASES for case in cases):
            extent = tree.phrase(top)
            first = min(extent.start, *(tree.tokens[case].start for case in cases))
            return Extent(first, extent.end)
    return None
