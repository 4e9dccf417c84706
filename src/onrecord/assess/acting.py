"""Whose act a statement tells of: `Cast` and `party_of`. A party is a state's code or words as told.

Responsibility that is only ascribed never makes an actor (domain rule 12): what counts is who the words
say acts. Words that could be anybody ("gunmen", "it", "a missile") make no party.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.assess.systems import INTERNATIONAL, bodies_in
from onrecord.domain.case import Case
from onrecord.domain.force_words import STRIKE_UNITS
from onrecord.domain.statement import Statement

_OWNED = re.compile(
    r"^(?P<owner>.+?)(?:['’]s?)\s+(?P<rest>.+)$|^(?P<whose>[A-Z].+?) (?:administration|government|regime)$"
    r"|^[a-z ]+ of (?P<land>[A-Z].*)$"
)
#: Words that name nobody by themselves.
_ARTICLES = frozenset("the a an this that its his her their our some".split())
#: An office by itself, which any state has, and a ship's prefix that two states use.
_BARE_OFFICE = re.compile(
    r"^(?:\w+ )?(?:president|premier|prime minister|chancellor|minister|secretary|king|ayatollah"
    r"|supreme leader|speaker|prosecutor|mayor|governor|lawmakers?|spokes(?:man|woman|person)|you)$"
    r"|^INS\b",
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
    r"|explosions?|blasts?|shelling|hornets|typhoons|tornadoes|rafales|reapers|tomahawks|shaheds|fire|operation|campaign|war|fighting|clashes|floods?|quake|storm))$",
    re.IGNORECASE,
)
#: Services and prefixes of ships that one state alone has. "INS" is India's and Israel's.
_SERVICES = (
    ("US", re.compile(r"\bUSS\b|\bCENTCOM\b|\bU\.?S\.? (?:Navy|Army|Air Force|Marines)\b")),
    ("GB", re.compile(r"\bHMS\b|\bRoyal (?:Navy|Air Force|Marines)\b|\bRAF\b")),
    ("CA", re.compile(r"\bHMCS\b|\bRoyal Canadian\b")),
    ("AU", re.compile(r"\bHMAS\b|\bRoyal Australian\b")),
    ("NZ", re.compile(r"\bHMNZS\b|\bRoyal New Zealand\b")),
    ("IL", re.compile(r"\bIDF\b|\bIsrael Defense Forces\b")),
    ("CN", re.compile(r"\bPeople[’']s Liberation Army\b")),
)
#: Who stands beside a state or against it and is none of its organs.
_BESIDE = re.compile(
    r"\b(?:critics?|opponents?|foes?|rivals?|allies|ally|enem(?:y|ies)|attackers?|watchers?)\b"
    r"|-(?:backed|aligned|allied|led|trained|armed|linked|supported|installed|sponsored|funded)\b",
    re.IGNORECASE,
)
#: What opens a clause whose actor the reader did not find, where a weapon is used.
_LEADING = re.compile(
    r"^(?P<who>[^,;:]{2,80}?)(?<!was)(?<!were)(?<!been)(?<!be)\s(?:(?:has|have|had|also)\s){0,2}"
    r"(?:shot down|downed|intercepted|struck|bombed|shelled|attacked|fired|launched|carried out|sank)\s",
)
#: Another party right behind the first: "Velmara" + "and Ilvane bombed".
_AND = re.compile(
    r"\s(?:and|along with|together with) (?P<other>(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)"
    r"(?= (?:[a-z]|[“\"]))"
)
_JOINED = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|along with|together with)\s+")
#: A movement by its adjective and a word for fighters: "Corrowi rebels", "Ilvane-backed Corrowi forces".
_OF_A_PEOPLE = re.compile(
    r"(?:\w+-(?:backed|based|aligned|allied|led|supported) )?(?P<name>[a-z]+) "
    r"(?:forces|rebels|militants|fighters|movement|militia|insurgents|faction)$"
)
_LONG_NAME = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]+ )(?:(?:of|the|for|and|on|[A-Z][\w’'-]+) )*)\((?P<short>[A-Z]{3,})\)"
)
#: How adjectives of states end, and those that look like one of another state's name.
_ENDINGS = frozenset(("n", "ns", "sh", "", "se"))
_NO_ADJECTIVES = frozenset({"nigerian", "dominican", "guinean", "indian"})
_LEAST_STEM = 4
#: So few words are the seat itself or one of its offices: "the Kremlin", "White House adviser".
_SEAT_WORDS = 3
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
        short: Folded abbreviation of a body, by its folded full name, as reports give both.
        counted: Words of the one who does what a count counts, or what "those strikes" point back to,
            by statement.
    """

    lands: Mapping[str, str]
    people: Mapping[str, str]
    persons: frozenset[str]
    names: frozenset[str]
    counted: Mapping[str, str]
    short: Mapping[str, str] = field(default_factory=dict)


def cast_of(case: Case) -> Cast:
    """Return who acts in `case`; what leads to two states leads to none."""
    lands = {words.casefold(): code for words, code in case.countries.items()}
    counted: dict[str, str] = {}
    for tally in case.tallies:
        # Who is counted among the dead is not who killed: only counts of acts say whose they are.
        if tally.scope.actor and tally.scope.unit in STRIKE_UNITS:
            counted |= {one.statement: tally.scope.actor for one in tally.observations}
    names = frozenset(name.casefold() for one in case.statements.values() for name in one.names)
    told = counted | _pointed_back(case, counted)
    return Cast(lands, _people(case), _persons(case), names, told, _shortened(case))


def party_of(statement: Statement, cast: Cast) -> str:
    """Return who acts: ISO 3166-1 code of a state, else the folded words; empty where nobody is named.

    "We" is whoever is quoted, and so is the "it" of "the navy said it fired". Where the sentence
    names no actor, it is one that an apposition gives or that the count it belongs to is of.
    """
    words = statement.actor
    if _FIRST_PERSON.match(words) or _is_own(statement):
        return _speaker(statement, cast)
    named = party_named(words, cast) if words else _leading(statement, cast)
    if is_state(named, cast):
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
    if bare.casefold() in _ARTICLES:
        return ""
    office = _OFFICE.search(bare)
    person = office["name"] if office else bare
    land = _land(words, cast) or cast.people.get(person.casefold(), "") or _owner(bare, cast)
    if land:
        return land
    head = _PLACED.split(bare)[0]
    if service := _service(head):
        return service
    if _NOBODY.match(head) and (owner := _named_owner(head, cast)):
        return owner
    if _NOBODY.match(head) or _BARE_OFFICE.search(head) or head.startswith("Operation "):
        return ""
    is_person = office is not None or person.casefold() in cast.persons
    named = _is_name(head, words) and not is_person
    body = head.partition(" of ")[0]
    folded = cast.short.get(head.casefold(), head.casefold())
    return _people_called(folded, cast) if named or _BODIES.search(body) else ""


def is_state(party: str, cast: Cast) -> bool:
    """Say whether a party is a state: one that words of the case lead to, or a code by itself."""
    return party in cast.lands.values() or party.isupper()


def partners_of(statement: Statement, cast: Cast) -> tuple[str, ...]:
    """Return the states that act together, as "Velmaran and Ilvanian forces"; empty where one acts alone."""
    text = statement.content.exact
    at = text.find(statement.actor) if statement.actor else -1
    if at < 0:
        return ()
    rest = _AND.match(text[at + len(statement.actor) :])
    words = statement.actor if rest is None else f"{statement.actor} and {rest['other']}"
    parts = [one for one in _JOINED.split(words) if one.strip()]
    found = [_partner(one, cast) for one in parts]
    return tuple(dict.fromkeys(found)) if len(found) > 1 and all(found) else ()


def _partner(words: str, cast: Cast) -> str:
    """Return the state of one of several who act together, also by its adjective alone: "British"."""
    bare = _ARTICLE.sub("", words.strip())
    party = party_named(bare, cast)
    if is_state(party, cast):
        return party
    if not bare[:1].isalpha() or not bare[:1].isupper():
        return ""
    first = bare.split()[0].casefold()
    codes = {
        code
        for name, code in cast.lands.items()
        if name.split()[0] == first or _is_adjective(first, name)
    }
    return codes.pop() if len(codes) == 1 else ""


def _is_adjective(word: str, name: str) -> bool:
    """Say whether a folded word is the regular adjective of a folded name: "velmaran", "velmara"."""
    stem = name.rstrip("aeiouy")
    regular = word.startswith(stem) and word[len(stem) :].lstrip("aeiouy") in _ENDINGS
    return len(stem) >= _LEAST_STEM and word != name and regular and word not in _NO_ADJECTIVES


def state_called(words: str, cast: Cast) -> str:
    """Return the state that a name or an adjective alone leads to; empty where it leads to none or two."""
    return _partner(words, cast) if words else ""


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


def _service(head: str) -> str:
    """Return the state whose service, ship or seat of government opens or heads the words."""
    if _BESIDE.search(head):
        return ""
    for code, names in _SERVICES:
        if names.search(head):
            return code
    found = bodies_in(head) - {INTERNATIONAL} if len(head.split()) <= _SEAT_WORDS else frozenset()
    return next(iter(found)) if len(found) == 1 else ""


def _leading(statement: Statement, cast: Cast) -> str:
    """Return the state whose forces open the words, where the reader found no actor."""
    found = _LEADING.match(statement.content.exact)
    party = party_named(found["who"], cast) if found else ""
    return party if is_state(party, cast) else ""


def _shortened(case: Case) -> dict[str, str]:
    """Return the abbreviation of each body that a report introduces by both: "Corrow League (CLG)"."""
    found: dict[str, set[str]] = defaultdict(set)
    for text in case.texts.values():
        for match in _LONG_NAME.finditer(text):
            name, short = match["name"].strip(), match["short"]
            bare = _ARTICLE.sub("", name)
            if bare[0] == short[0]:
                found[bare.casefold()].add(short.casefold())
    return {name: shorts.pop() for name, shorts in found.items() if len(shorts) == 1}


def _people_called(folded: str, cast: Cast) -> str:
    """Return "corrowis" for "corrowi rebels" where reports call them so too, else the words as they are."""
    found = _OF_A_PEOPLE.match(folded)
    plural = f"{found['name']}s" if found else ""
    return plural if plural in cast.names else folded


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
