"""Whose act a statement tells of: `Cast` and `party_of`. A party is a state's code or words as told.

Responsibility that is only ascribed never makes an actor (domain rule 12): what counts is who the words
say acts. Words that could be anybody ("gunmen", "it", "a missile") make no party.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.domain.case import Case
from onrecord.domain.force_words import STRIKE_UNITS
from onrecord.domain.statement import Statement

_OWNED = re.compile(
    r"^(?P<owner>.+?)(?:['’]s?)\s+(?P<rest>.+)$|^(?P<whose>[A-Z].+?) (?:administration|government|regime)$"
    r"|^[a-z ]+ of (?P<land>[A-Z].*)$"
)
#: An office by itself, which any state has, and the prefix of a ship's name.
_BARE_OFFICE = re.compile(
    r"^(?:\w+ )?(?:president|premier|prime minister|chancellor|minister|secretary|king|ayatollah"
    r"|supreme leader|speaker|prosecutor|mayor|governor|lawmakers?|spokes(?:man|woman|person)|you)$"
    r"|^(?:USS|HMS|INS)\b",
    re.IGNORECASE,
)
_THOSE = re.compile(
    r"\b(?:those|these|such) (?:\w+ )?(?:strikes|attacks|raids|bombings)\b", re.IGNORECASE
)
_PRONOUNS = frozenset(
    {"it", "they", "he", "she", "its forces", "its troops", "its army", "its navy"}
)
_SMALL = frozenset("of the and for de la al el in del bin ibn van von & -".split())
_PLACED = re.compile(r"\s(?:in|inside|near|off|from|at|on|around|across|along)\s")
_FIRST_PERSON = re.compile(r"(?:[Ww]e|us|[Oo]ur\b.*)$")
_ARTICLE = re.compile(r"^(?:the|a|an|no|its|his|her|their|our)\s+", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:President|Premier|Prime Minister|Chancellor|Minister|Secretary|King|Emir|Sultan|Chairman"
    r"|Supreme Leader|General|Gen\.|Admiral|Marshal|Commander|Spokesman|Spokeswoman|Ambassador)"
    r"(?: of [A-Z]\w+)?\s+(?P<name>[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+)*)$"
)
#: What stands beside the name of an operation: ", the campaign under X,".
_APPOSITION = re.compile(r"^,\s+(?:the|a|an)\s+(?P<words>[^,;:()]{3,120}),")
_NAMED = re.compile(r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)*")
#: Bodies that act without being called by a name.
_BODIES = re.compile(
    r"\b(?:army|navy|air force|armed forces|military|junta|troops?|forces|soldiers?|police|gendarmes?"
    r"|coast guard|coastguard|rebels?|insurgents?|guerrillas?|militias?|militiamen|paramilitar(?:y|ies)"
    r"|separatists?|mutineers|gangs?|cartels?|pirates?|protesters|demonstrators|settlers|regime"
    r"|government|parliament|authorities)$",
    re.IGNORECASE,
)
#: Nobody in particular, and things that are used or happen.
_NOBODY = re.compile(
    r"^(?:it|he|she|they|this|that|these|those|which|who|what|one|some|both|people|officials?|sources?"
    r"|(?:\w+ )*(?:gunm[ae]n|attackers?|assailants?|bombers?|men|man|militants?|fighters?|suspects?|snipers?"
    r"|drones?|missiles?|rockets?|shells?|bombs?|jets?|warplanes?|planes?|strikes?|airstrikes?|attacks?"
    r"|explosions?|blasts?|shelling|fire|operation|campaign|war|fighting|clashes|floods?|quake|storm))$",
    re.IGNORECASE,
)
_ACTS_OF_WE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
_TELLS_OWN = frozenset({"say.threat", "say.announce", "say.pledge", "say.confirm"})


@dataclass(frozen=True, slots=True)
class Cast:
    """Who acts in a case, by words.

    Attributes:
        lands: Code of the state that words lead to, by the folded words.
        people: Code of the state that a person speaks for, by the folded name and last name.
        persons: Folded names of people who speak: of no party unless `people` holds them.
        names: Folded names on record.
        counted: Words of the one who does what a count counts, or what "those strikes" point back to,
            by statement.
    """

    lands: Mapping[str, str]
    people: Mapping[str, str]
    persons: frozenset[str]
    names: frozenset[str]
    counted: Mapping[str, str]


def cast_of(case: Case) -> Cast:
    """Return who acts in `case`; what leads to two states leads to none."""
    lands = {words.casefold(): code for words, code in case.countries.items()}
    counted: dict[str, str] = {}
    for tally in case.tallies:
        # Who is counted among the dead is not who killed: only counts of acts say whose they are.
        if tally.scope.actor and tally.scope.unit in STRIKE_UNITS:
            counted |= {one.statement: tally.scope.actor for one in tally.observations}
    names = frozenset(name.casefold() for one in case.statements.values() for name in one.names)
    return Cast(lands, _people(case), _persons(case), names, counted | _pointed_back(case, counted))


def party_of(statement: Statement, cast: Cast) -> str:
    """Return who acts: ISO 3166-1 code of a state, else the folded words; empty where nobody is named.

    "We" is whoever is quoted, and so is the "it" of "the navy said it fired". Where the sentence
    names no actor, it is one that an apposition gives or that the count it belongs to is of.
    """
    words = statement.actor
    if _FIRST_PERSON.match(words) or _is_own(statement):
        return _speaker(statement, cast)
    named = party_named(words, cast)
    if named in cast.lands.values():
        return named
    beside = _from_apposition(statement, cast)
    return beside or party_named(cast.counted.get(statement.id, ""), cast) or named


def party_named(words: str, cast: Cast) -> str:
    """Return the party that `words` name; empty where they name nobody in particular.

    A name, or a body that acts ("the navy", "rebels"), makes a party; a person does where it is known
    for which state the person speaks.
    """
    if not words.strip() or _FIRST_PERSON.match(words):
        return ""
    bare = _ARTICLE.sub("", words.strip())
    office = _OFFICE.search(bare)
    person = office["name"] if office else bare
    land = _land(words, cast) or cast.people.get(person.casefold(), "") or _owner(bare, cast)
    if land:
        return land
    head = _PLACED.split(bare)[0]
    if _NOBODY.match(head) and (owner := _named_owner(head, cast)):
        return owner
    if _NOBODY.match(head) or _BARE_OFFICE.search(head) or head.startswith("Operation "):
        return ""
    is_person = office is not None or person.casefold() in cast.persons
    named = _is_name(head, words) and not is_person
    body = head.partition(" of ")[0]
    return head.casefold() if named or _BODIES.search(body) else ""


def speaker_of(statement: Statement, cast: Cast) -> str:
    """Return the party of the innermost voice; empty where there is none or nobody could tell."""
    return _speaker(statement, cast)


def _speaker(statement: Statement, cast: Cast) -> str:
    if not statement.voices or statement.voices[-1].identity.startswith("un"):
        return ""
    return party_named(statement.voices[-1].label, cast)


def _is_own(statement: Statement) -> bool:
    """Say whether a pronoun opens what somebody says, and so means the one who says it."""
    words = statement.actor.casefold()
    return words in _PRONOUNS and statement.content.exact.casefold().startswith(f"{words} ")


def _land(words: str, cast: Cast) -> str:
    folded = words.casefold()
    return cast.lands.get(folded, "") or cast.lands.get(_ARTICLE.sub("", folded), "")


def _owner(bare: str, cast: Cast) -> str:
    """Return the state of "Velmara's army", "the navy of Velmara", "the Kossel government"."""
    found = _OWNED.match(bare)
    if found is None:
        return ""
    whose = found["owner"] or found["whose"] or found["land"]
    return _land(whose, cast) or cast.people.get(whose.casefold(), "")


def _named_owner(head: str, cast: Cast) -> str:
    """Return whose "Corrow Front fighters" are: what stands before, where it is a name on record."""
    owner = head.rpartition(" ")[0].casefold()
    return owner if owner in cast.names and head[0].isupper() else ""


def _is_name(head: str, words: str) -> bool:
    """Say whether every word is written as a name; a lone plural that opens a sentence is none."""
    parts = [part for part in head.split() if part.casefold() not in _SMALL]
    if not parts or not all(part[0].isupper() or part[0].isdigit() for part in parts):
        return False
    return not (
        len(parts) == 1 and words.startswith(head) and head.endswith("s") and head[1:].islower()
    )


def _from_apposition(statement: Statement, cast: Cast) -> str:
    text = statement.content.exact
    at = text.find(statement.actor) if statement.actor else -1
    beside = _APPOSITION.match(text[at + len(statement.actor) :]) if at >= 0 else None
    if beside is None:
        return ""
    found = {code for name in _NAMED.findall(beside["words"]) if (code := _land(name, cast))}
    return found.pop() if len(found) == 1 else ""


def _pointed_back(case: Case, counted: Mapping[str, str]) -> dict[str, str]:
    """Return whose "those strikes" are: of the statement before in the text that counts strikes."""
    found: dict[str, str] = {}
    for reading in case.readings:
        actor = ""
        for one in reading.statements:
            if _THOSE.search(one.content.exact):
                found[one.id] = actor
            elif any(each.quantity.unit in STRIKE_UNITS for each in one.quantities):
                actor = one.actor or counted.get(one.id, "")
    return {name: words for name, words in found.items() if words}


def _persons(case: Case) -> frozenset[str]:
    names = {
        voice.label.casefold()
        for one in case.statements.values()
        for voice in one.voices
        if voice.identity == "named_person" and " " in voice.label.strip()
    }
    return frozenset(names | {name.rsplit(maxsplit=1)[-1] for name in names})


def _people(case: Case) -> dict[str, str]:
    """Return the state of each person, by name and by last name, where all that is said agrees."""
    found: dict[str, set[str]] = defaultdict(set)
    stated = (*_by_office(case.countries), *_by_own_words(case))
    for name, code in stated:
        found[name.casefold()].add(code)
        found[name.casefold().split()[-1]].add(code)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}


def _by_office(lands: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield persons whose office names their state: "Velmaran President Ada Kossel"."""
    for words, code in lands.items():
        if found := _OFFICE.search(words):
            yield found["name"], code


def _by_own_words(case: Case) -> Iterator[tuple[str, str]]:
    """Yield persons who say what forces of one state did or will do, and speak of it as "we"."""
    told: dict[str, set[str]] = defaultdict(set)
    own: set[str] = set()
    for one in case.statements.values():
        speaker = one.voices[-1].label if one.voices else ""
        if not speaker or not speaker[0].isupper():
            continue
        if one.kind in _TELLS_OWN and one.actor in case.countries:
            told[speaker].add(case.countries[one.actor])
        if _FIRST_PERSON.match(one.actor) and one.act is not None and one.act.code in _ACTS_OF_WE:
            own.add(speaker)
    yield from ((name, code) for name in sorted(own) for code in sorted(told[name]))
