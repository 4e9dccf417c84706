"""Where a clause says something happens: the place named after a preposition of place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.domain.span import Extent
from onrecord.domain.where import LegalDomain, Where, WherePrecision
from onrecord.ports.gazetteer import Entry
from onrecord.ports.linguist import NamedEntity
from onrecord.read.clauses import Clause
from onrecord.read.toponyms import Toponym
from onrecord.read.tree import Tree
from onrecord.read.units import PEOPLE

_PLACE_CASES = frozenset(
    "in at near off inside over around across outside along on from within beyond toward".split()
)
#: Said of people it tells where they come from, not where they are.
_ORIGIN = frozenset({"from"})
#: Prepositions that put something beside the place they govern.
_BESIDE = frozenset("near off around outside along beyond toward".split())
_SEA = frozenset(
    "sea boat vessel ship maritime waters offshore naval ocean gulf strait warship tanker".split()
)
_AIR = frozenset("airspace overflight skies".split())
#: Said of the domain itself; a town or a hospital is on land without anybody saying so.
_LAND = frozenset("land soil ground overland inland ashore".split())
_WATERS = frozenset("water waters sea seas".split())
#: What makes waters those of nobody, or of a state.
_OF_NOBODY, _OF_A_STATE = frozenset({"international", "high"}), frozenset({"territorial"})
#: What a state has, named after it: "Velmaran soil".
_OF_STATES: dict[str, LegalDomain] = {"soil": "land", "territory": "land", "airspace": "airspace"}
#: Below this share of the weight of all candidates a name is not held to mean the best of them.
_LEAST_SHARE = 0.5
#: How precisely an entry of a kind locates what is said to be in it (UCDP `where_prec`).
_PRECISION: dict[str, WherePrecision] = {
    "city": 1, "county": 3, "region": 4, "country": 6, "continent": 6,
    "area": 5, "island": 5, "mountain": 5, "lake": 5, "river": 5, "sea": 5, "strait": 5,
}  # fmt: skip
_BESIDE_A_TOWN: WherePrecision = 2
_ROUGH: WherePrecision = 5
_UNLOCATED: WherePrecision = 6
_BEYOND_STATES: WherePrecision = 7


def place_of(
    tree: Tree,
    clause: Clause,
    entities: Sequence[NamedEntity],
    text: str,
    toponyms: Sequence[Toponym] = (),
) -> Where | None:
    """Return the first place the clause is located at, or `None` where it names none.

    Args:
        tree: The sentence.
        clause: One clause of it.
        entities: What the analyser calls names.
        text: The document's text.
        toponyms: The places of the sentence as the document means them. Without any, a name is kept
            as worded and stays unlocated.
    """
    domain = domain_of(tree, clause)
    for extent, toponym in _named(entities, toponyms):
        inside = [at for at in tree.indices_in(extent) if at in clause.members]
        if not any(tree.tokens[at].upos == "PROPN" for at in inside):
            continue  # "Libyan city" names no place
        phrase = _phrase_with_case(tree, inside)
        if phrase is None:
            continue
        entry = _entry_of(toponym)
        if _is_left(entry, _words_before(extent, phrase, text)):
            continue  # "beyond Libya" is anywhere but there
        return Where(
            text=phrase.of(text),
            name=extent.of(text),
            precision=_precision(domain, entry, _words_before(extent, phrase, text)),
            domain=domain,
            place=entry.id if entry is not None else "",
            country=entry.country if entry is not None else "",
        )
    return _of_state(tree, clause, text, toponyms)


def domain_of(tree: Tree, clause: Clause) -> LegalDomain:
    """Return the domain as far as the clause's words say; sea words do not say whose waters."""
    for at in sorted(clause.members):
        kind = _kind_of_waters(tree, at)
        if kind != "unknown":
            return kind
    lemmas = {tree.lemma(at) for at in clause.members}
    if lemmas & _AIR:
        return "airspace"
    if lemmas & _LAND and not lemmas & _SEA:
        return "land"
    return "unknown"


def area_name(entry: Entry) -> str:
    """Return the name of the wide public area an entry lies in or is; empty when none is known.

    Where forces are said to stand may be told no finer: a sea, a first-level division, a country.
    """
    if entry.kind in ("sea", "strait", "country", "continent"):
        return entry.name
    return entry.region


def _named(
    entities: Sequence[NamedEntity], toponyms: Sequence[Toponym]
) -> Iterator[tuple[Extent, Toponym | None]]:
    """Yield the names of places in order: what the analyser calls one, and what the list adds."""
    places = [one for one in toponyms if not one.of_people]
    found: list[tuple[Extent, Toponym | None]] = []
    for entity in entities:
        if entity.label in ("LOC", "GPE", "FAC"):
            extent = Extent(entity.start, entity.end)
            own = (one for one in places if one.extent.overlaps(extent))
            found.append((extent, next(own, None)))
    named = [extent for extent, _ in found]
    found.extend(
        (one.extent, one)
        for one in places
        if isinstance(one.entry, Entry) and not any(one.extent.overlaps(old) for old in named)
    )
    yield from sorted(found, key=lambda one: one[0].start)


def _entry_of(toponym: Toponym | None) -> Entry | None:
    """Return the entry a toponym is held to mean, if that is sure enough."""
    if toponym is None or toponym.confidence < _LEAST_SHARE:
        return None
    return toponym.entry if isinstance(toponym.entry, Entry) else None


def _precision(domain: LegalDomain, entry: Entry | None, before: str) -> WherePrecision:
    """Return how precisely a place is known. What nobody located is as rough as what has no place."""
    if domain == "high_seas":
        return _BEYOND_STATES
    if entry is None:
        return _UNLOCATED
    beside = bool(_BESIDE & set(before.split()))
    if entry.kind == "city":
        return _BESIDE_A_TOWN if beside else 1
    located = _PRECISION[entry.kind]
    return _ROUGH if beside and located < _ROUGH else located


def _is_left(entry: Entry | None, before: str) -> bool:
    """Say whether the words put something outside a country or a part of one; outside a town is near it."""
    wide = entry is not None and entry.kind in ("country", "continent", "region", "county")
    return wide and bool({"outside", "beyond"} & set(before.split()))


def _words_before(name: Extent, phrase: Extent, text: str) -> str:
    return text[phrase.start : max(phrase.start, name.start)].lower()


def _kind_of_waters(tree: Tree, at: int) -> LegalDomain:
    """Say whose waters a word names: `territorial waters`, `the high seas`."""
    if tree.tokens[at].text.lower() not in _WATERS:
        return "unknown"
    said = {tree.lemma(child) for child in tree.dependants(at, "amod", "compound")}
    if said & _OF_NOBODY:
        return "high_seas"
    cases = {tree.lemma(case) for case in tree.dependants(at, "case")}
    if said & _OF_A_STATE and not cases & {"outside", "beyond", "off", "near"}:
        return "territorial_sea"
    return "unknown"


def _of_state(tree: Tree, clause: Clause, text: str, toponyms: Sequence[Toponym]) -> Where | None:
    """Return where a clause says only whose it was: "in international waters", "on Velmaran soil"."""
    for at in sorted(clause.members):
        domain = _kind_of_waters(tree, at)
        if domain == "unknown":
            domain = _kind_of_soil(tree, at)
        phrase = _phrase_with_case(tree, [at]) if domain != "unknown" else None
        if phrase is None:
            continue
        state = next((one for one in toponyms if phrase.contains(one.extent)), None)
        entry = None if domain == "high_seas" else _entry_of(state)
        return Where(
            text=phrase.of(text),
            name=state.extent.of(text) if state is not None and entry is not None else "",
            precision=_precision(domain, entry, ""),
            domain=domain,
            place=entry.id if entry is not None else "",
            country=entry.country if entry is not None else "",
        )
    return None


def _kind_of_soil(tree: Tree, at: int) -> LegalDomain:
    """Say whether a word names the soil or the air of somebody: "Velmaran soil", "Ilvane airspace"."""
    owned = tree.dependants(at, "amod", "compound", "nmod:poss")
    cases = {tree.lemma(case) for case in tree.dependants(at, "case")}
    if cases & (_BESIDE | _ORIGIN) - {"across"} or not any(
        tree.tokens[one].text[:1].isupper() for one in owned
    ):
        return "unknown"
    return _OF_STATES.get(tree.lemma(at), "unknown")


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
        said = {tree.lemma(case) for case in cases}
        if said & _PLACE_CASES and not (said == _ORIGIN and _is_of_people(tree, top)):
            extent = tree.phrase(top)
            first = min(extent.start, *(tree.tokens[case].start for case in cases))
            return Extent(first, extent.end)
    return None


def _is_of_people(tree: Tree, at: int) -> bool:
    """Say whether words tell people by where they come from: `foreigners from Velmara`."""
    return tree.relation(at) == "nmod" and tree.lemma(tree.tokens[at].head) in PEOPLE
