"""Where and when: the dateline, the places and the days that the words around an act give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.domain.span import Extent
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.ports.gazetteer import Gazetteer
from onrecord.ports.linguist import NamedEntity
from onrecord.read.cues import CUES
from onrecord.read.incidents.countries import state_named, state_of_capital, state_of_people
from onrecord.read.incidents.mention import Name
from onrecord.read.incidents.party_names import clean
from onrecord.read.incidents.roles import cases
from onrecord.read.sentence import SentenceReading
from onrecord.read.times import FoundTime
from onrecord.read.tree import Tree

_WORD = r"[^\W\d_a-zà-ÿ][\w.'’-]*"
#: "PORT AUREL (AP) —", "KYIV, Jan 3 (Agency) -", "LISK (VELMAR), 3 JAN 31 --".
_DATELINE = re.compile(
    rf"\s*(?P<place>{_WORD}(?:\s(?:(?:de|del|da|do|la|el|al|of)\s)?{_WORD}){{0,4}})"
    rf"(?:\s\((?P<state>[^)\n]{{3,30}})\))?(?:,\s(?P<after>{_WORD}(?:\s{_WORD}){{0,2}})(?=[,\s]))?"
    r"(?:,\s[^(–—\n]{2,24}?)?(?:\s\([^)]{2,60}\))?\s?(?:--|[–—]|\s-\s)"
)
_PLACE_CASES = frozenset(
    "in at near on outside around inside within along through throughout off between over across by".split()
)
_PLACE_NOUNS = frozenset(
    """town city village department province region district municipality state county jurisdiction
    neighborhood neighbourhood outskirt outskirts area sector zone suburb capital canton hamlet island
    port center centre downtown north south east west part section locality street avenue road highway
    valley mountain hill river coast border commune community ward governorate oblast quarter place
    territory settlement camp surroundings vicinity""".split()
)
_DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report was filed.

    Attributes:
        place: The place; empty where there is no dateline.
        state: Code of its state; empty where unknown.
        end: Offset behind the dateline.
    """

    place: str = ""
    state: str = ""
    end: int = 0


def dateline_of(text: str, gazetteer: Gazetteer | None) -> Dateline:
    """Return the dateline a text opens with: "KYIV, Jan 3 (Agency) —"."""
    match = _DATELINE.match(text, 0, min(len(text), 160))
    if match is None:
        return Dateline()
    place = " ".join(match["place"].split())
    named = (match["state"], match["after"])
    state = next((code for name in named if name and (code := state_of(name, gazetteer))), "")
    return Dateline(place, state or state_of(place, gazetteer), match.end())


def states_of(name: str, gazetteer: Gazetteer | None) -> tuple[str, ...]:
    """Return the codes of the states in which a place of that name lies, the best known first."""
    code = state_named(name) or state_of_capital(name)
    if code:
        return (code,)
    entries = gazetteer.look_up(" ".join(name.split())) if gazetteer is not None else ()
    return tuple(dict.fromkeys(entry.country for entry in entries if entry.country))


def state_of(name: str, gazetteer: Gazetteer | None) -> str:
    """Return the code of the state a name is, or whose city it is; empty where not known."""
    return next(iter(states_of(name, gazetteer)), "")


def states_in(sentence: SentenceReading) -> Iterator[str]:
    """Yield the codes of the states a sentence names, or whose people it names."""
    yield from states_named(sentence)
    for token in sentence.tree.tokens:
        if token.upos in ("ADJ", "PROPN", "NOUN") and token.text[:1].isupper():
            code = state_of_people(token.text)
            if code:
                yield code


def states_named(sentence: SentenceReading) -> Iterator[str]:
    """Yield the codes of the states a sentence names as such: not for "a U.S. citizen"."""
    tree = sentence.tree
    for entity in sentence.entities:
        if entity.label not in ("LOC", "GPE"):
            continue
        code = state_named(sentence.text[entity.start : entity.end])
        tokens = tree.indices_in(Extent(entity.start, entity.end)) if code else ()
        if any(tree.relation(at) in _STANDING_ALONE for at in tokens):
            yield code


_STANDING_ALONE = frozenset("obl nmod nsubj obj appos conj root".split())


_DESIGNATORS = re.compile(
    r"\s+(?:department|province|municipality|neighborhoods?|neighbourhoods?|district|area|region|state|"
    r"township|canton|county|jurisdiction|sector|suburb|zone|governorate|oblast|village|town)$",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"^(?:(?:northern|southern|eastern|western|central|downtown|greater|the|department|province|city|"
    r"municipality|town|state)\s+(?:of\s+(?:the\s+)?)?)+",
    re.IGNORECASE,
)


def _bare(name: Name) -> Name:
    """Return the name of a place without what it is: "Lisk" for "Lisk Department"."""
    words = name.words
    if words.lower().endswith((" city", " town")) or not _OPENERS.sub("", words):
        return name
    tail = _DESIGNATORS.search(words)
    end = len(words) - len(tail.group()) if tail else len(words)
    lead = _OPENERS.match(words[:end])
    start = lead.end() if lead and lead.end() < end else 0
    whole = name.extent
    if len(whole) != len(words):  # spaces were folded; only the words are shortened
        return Name(words[start:end], whole)
    return Name(words[start:end], Extent(whole.start + start, whole.start + end))


def places_around(sentence: SentenceReading, trigger: int, dateline: Dateline) -> tuple[Name, ...]:
    """Return the places the words locate an act at, in order of the text.

    Where a speaker spoke, what a place lies north of, and what a person is mayor of are no places of
    the act unless nothing else is named.
    """
    tree = sentence.tree
    sure: list[Name] = []
    loose: list[Name] = []
    for entity in sentence.entities:
        if not _is_place(sentence, entity) or entity.start < dateline.end:
            continue
        tokens = tree.indices_in(Extent(entity.start, entity.end))
        if not tokens:
            continue
        head = next((at for at in tokens if tree.tokens[at].head not in tokens), tokens[-1])
        name = clean(sentence.text, Extent(entity.start, entity.end))
        if name is None or _is_measured_from(tree, head):
            continue
        ties = _tie(tree, head, trigger)
        if ties == "place":
            sure.append(_bare(name))
        elif ties == "loose":
            loose.append(_bare(name))
    return tuple(sure or loose)


#: What stands in a place and is none.
_BUILT = frozenset(
    """university campus building embassy consulate hotel school office offices headquarters church
    cathedral hospital clinic barracks palace courthouse prison stadium hall home house residence
    newspaper radio bank store restaurant""".split()
)


def _is_place(sentence: SentenceReading, entity: NamedEntity) -> bool:
    """Say whether an entity names a place; taggers take "Department of Lisk" for an office."""
    words = sentence.text[entity.start : entity.end].lower().split()
    if words[-1] in _BUILT or words[-1] in _DIRECTIONS:
        return False
    if entity.label in ("LOC", "GPE"):
        return True
    return entity.label in ("ORG", "FAC") and (
        words[-1]
        in (
            "department",
            "province",
            "municipality",
            "neighborhood",
            "district",
            "park",
            "avenue",
            "street",
        )
        or words[:2] in (["department", "of"], ["province", "of"], ["city", "of"])
    )


def _tie(tree: Tree, place: int, trigger: int) -> str:
    """Say how a place is tied to an act: as its place, loosely, or not at all."""
    at = place
    for _ in range(8):
        up = tree.tokens[at].head
        if up < 0:
            return "loose"
        relation = tree.relation(at)
        used = set(cases(tree, at))
        if relation == "compound" and not _names_place(tree, up):
            return "no" if state_named(tree.tokens[place].text) else "loose"
        if relation in ("appos", "conj", "flat", "compound", "list", "dep") or (
            relation == "nmod" and _names_place(tree, up)
        ):
            at = up
            continue
        if relation in ("obl", "nmod") and used & _PLACE_CASES:
            return _reach(tree, up, trigger)
        if relation == "nmod":
            if tree.tokens[at].deprel == "nmod:poss":
                return "no"
            return "loose" if "of" in used or not used else "no"
        return "loose" if relation in ("obl", "root", "advmod") else "no"
    return "no"


def _reach(tree: Tree, governor: int, trigger: int) -> str:
    """Say whether what a place phrase hangs from is the act or near it, not somebody's speech."""
    if governor == trigger:
        return "place"
    chain = tree.ancestors(trigger)
    if tree.lemma(governor) in CUES and tree.tokens[governor].upos == "VERB":
        return "no"
    return "place" if governor in chain or trigger in tree.ancestors(governor) else "loose"


def _names_place(tree: Tree, index: int) -> bool:
    return tree.lemma(index) in _PLACE_NOUNS or tree.tokens[index].upos == "PROPN"


def _is_measured_from(tree: Tree, place: int) -> bool:
    """Say whether a place only gives a direction: "20 km north of Lisk"."""
    up = tree.tokens[place].head
    near = (up, *tree.dependants(up, "advmod", "amod")) if up >= 0 else ()
    return any(tree.lemma(at) in _DIRECTIONS for at in near) and "of" in cases(tree, place)


def when_around(
    sentence: SentenceReading,
    trigger: int,
    *,
    times: Sequence[FoundTime],
    dateline: Dateline,
    doc_date: When | Unknown,
) -> When | None:
    """Return the time the words give an act: the nearest that is not when somebody spoke of it."""
    tree = sentence.tree
    latest = doc_date.latest if isinstance(doc_date, When) else None
    found: list[tuple[int, int, FoundTime]] = []
    for time in times:
        if time.extent.start < dateline.end or not _is_usable(time.when, latest):
            continue
        inside = tree.indices_in(time.extent)
        if not inside:
            continue
        head = next((at for at in inside if tree.tokens[at].head not in inside), inside[-1])
        distance = _distance(tree, head, trigger)
        if distance >= 0:
            found.append((distance, abs(head - trigger), time))
    return min(found, key=lambda one: one[:2])[2].when if found else None


_HERE = re.compile(r"\b(?:this|the) (?:capital|city)\b|\bhere\b|\bcapital city\b", re.IGNORECASE)


def speaks_of_here(sentence: SentenceReading) -> bool:
    """Say whether a sentence speaks of where the report was filed: "in this city", "here"."""
    extent = sentence.extent
    return _HERE.search(sentence.text, extent.start, extent.end) is not None


def one_day(
    times: Sequence[FoundTime], *, dateline: Dateline, doc_date: When | Unknown
) -> When | None:
    """Return the one day that the times of a sentence give; `None` where they give none or several."""
    latest = doc_date.latest if isinstance(doc_date, When) else None
    days = {
        time.when.edtf: time.when
        for time in times
        if time.extent.start >= dateline.end
        and time.when.precision == 1
        and _is_usable(time.when, latest)
    }
    return next(iter(days.values())) if len(days) == 1 else None


def _is_usable(when: When, latest: date | None) -> bool:
    first = when.earliest
    if when.edtf is None or when.precision == 0 or first is None:
        return False
    return latest is None or first <= latest


def _distance(tree: Tree, time: int, trigger: int) -> int:
    """Return how far a time stands from an act in the tree; -1 where it dates something else."""
    governor = _clause_of(tree, time)
    if governor == trigger or governor < 0:
        return 0
    chain = (trigger, *tree.ancestors(trigger))
    is_speech = tree.lemma(governor) in CUES and tree.tokens[governor].upos == "VERB"
    if governor in chain:
        told_then = is_speech and abs(time - governor) <= abs(time - trigger)
        return -1 if told_then else chain.index(governor)
    above = tree.ancestors(governor)
    if trigger in above:
        return 1 + above.index(trigger)
    return -1


def _clause_of(tree: Tree, index: int) -> int:
    """Return the verb or noun a time hangs from, through the phrase it stands in."""
    at = tree.tokens[index].head
    while at >= 0 and tree.tokens[at].upos in ("NUM", "DET", "ADP"):
        at = tree.tokens[at].head
    return at
