"""The people one report names: full names, the surnames that mean them, the offices said of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.domain.reading import Reading
from onrecord.domain.span import Extent
from onrecord.domain.statement import Statement
from onrecord.ports.gazetteer import Gazetteer
from onrecord.reconcile.actors_states import country_of, lands_called, lands_named, unlisted
from onrecord.reconcile.actors_words import NAMED_ORGANS
from onrecord.reconcile.aliases import folded
from onrecord.reconcile.roles import Level, Office, Tense, is_single, offices_in

_TITLES = frozenset(
    """mr mrs ms miss dr sir dame lord lady prof professor rev reverend pastor father sister imam sheikh
    ayatollah grand president vice prime minister premier secretary general gen lt maj col capt sgt adm
    admiral brig sen senator rep representative gov governor mayor chief sheriff judge justice king
    queen prince princess crown supreme leader foreign defence defense interior home health finance
    former then acting exiled late ex chancellor ambassador speaker commander detective officer captain
    lieutenant colonel sergeant major attorney state of the""".split()
)
_PARTICLES = frozenset("al el bin ben ibn abu de da dos del la van von der den di du le".split())
_NO_PERSON = frozenset(
    """hospital deputies deputy office boulevard blvd jr sr she he text union council heroes street
    avenue road house school university court county police department officials sources news""".split()
)
#: Bodies whose speaker is one of a state, though the words do not say which.
_CHAMBERS = frozenset("parliament house senate assembly duma knesset congress".split())
_LONGEST = 5
_OPENS = re.compile(
    r"(?:ing|ed)$|^(?:Because|But|And|When|After|Before|While|If|As|With|For|Since)$"
)
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Held:
    """An office that a report says somebody holds.

    Attributes:
        title: The office ("foreign minister").
        owner: Key of the state whose it is, or folded name of the town or county; empty when not told.
        tense: Whether it is held at the time of the report.
        level: How far it reaches.
        statement: Id of the statement whose words say so.
        day: Day of the report as EDTF; empty when unknown.
    """

    title: str
    owner: str
    tense: Tense
    level: Level
    statement: str
    day: str


@dataclass(frozen=True, slots=True)
class Person:
    """One person as one report names them.

    Attributes:
        key: The folded name: of two words or more, or a bare surname nobody is named in full with.
        name: The fullest name as worded.
        offices: Public offices, in order of the text.
    """

    key: str
    name: str
    offices: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class People:
    """Everybody a report names, and which words mean whom.

    Attributes:
        by_key: People by their key.
        handles: Key of the one person that folded words mean.
        several: Surnames that could mean several, with the names of those among them in office.
    """

    by_key: Mapping[str, Person]
    handles: Mapping[str, str]
    several: Mapping[str, tuple[str, ...]]

    @property
    def titles(self) -> frozenset[str]:
        """Return every office that the report says somebody it names holds."""
        return frozenset(one.title for person in self.by_key.values() for one in person.offices)

    def meant(self, plain: str) -> Person | None:
        """Return whom folded words mean: a name, or an office with the name at its end."""
        words = [word for word in plain.split() if word]
        while words:
            key = self.handles.get(" ".join(words))
            if key is not None:
                return self.by_key[key]
            if words[0] not in _TITLES and len(words) > _LONGEST:
                return None
            if words[0] not in _TITLES:
                break
            words = words[1:]
        return None


def people_of(reading: Reading, gazetteer: Gazetteer, shorts: Container[str] = ()) -> People:
    """Return the people a report names as speakers or with a public office.

    Args:
        reading: The document.
        gazetteer: Names of states, for whose an office is.
        shorts: Folded short forms of organisations that the text introduces: they are nobody's name.
    """
    known = {folded(name): name for one in reading.statements for name in one.names}
    spoken = _speakers(reading.statements, gazetteer)
    held: dict[str, list[Held]] = defaultdict(list)
    names: dict[str, str] = {}
    for name in spoken:
        if folded(name) not in shorts and names.get(folded(name), "X").isupper():
            names[folded(name)] = name  # better than as a headline in capitals has it
    for office in offices_in(reading.text):
        holder = _confirmed(office, {**known, **names})
        if " " in holder and gazetteer.look_up(holder):
            continue  # "… in Tern Bay, Mayor Petrel said"
        cited = _cited(office.extent, reading.statements) if holder else ""
        if not holder or not cited:
            continue
        owner = _owner(office, gazetteer)
        if owner is None:
            continue
        if names.get(folded(holder), "X").isupper():
            names[folded(holder)] = holder
        day = reading.document.date_edtf or ""
        held[folded(holder)].append(
            Held(office.title, owner, office.tense, office.level, cited, day)
        )
    return _gathered(names, held, known)


def surname(plain: str) -> str:
    """Return the last word of a folded name, or the whole of one word."""
    return plain.rpartition(" ")[2]


def may_be_one(a: str, b: str) -> bool:
    """Say whether two folded full names can be of one person: first and last words are the same.

    Words between may be left out by one, and do not contradict unless both have others.

    Example:
        >>> may_be_one("ona petrel", "ona m petrel"), may_be_one("ona k petrel", "ona m petrel")
        (True, False)
    """
    one, two = a.split(), b.split()
    if one[0] != two[0] or one[-1] != two[-1]:
        return False
    inner_a, inner_b = set(one[1:-1]), set(two[1:-1])
    return inner_a <= inner_b or inner_b <= inner_a


def _speakers(statements: Sequence[Statement], gazetteer: Gazetteer) -> Iterable[str]:
    found: dict[str, None] = {}
    for statement in statements:
        for voice in statement.voices:
            if voice.identity == "named_person":
                name = personal_name(voice.label, gazetteer)
                if name:
                    found.setdefault(name)
    return found


def personal_name(words: str, gazetteer: Gazetteer) -> str:
    """Return the name in words for a person, without titles and what follows; empty for none."""
    first = re.split(r"[,\n]", words, maxsplit=1)[0]
    parts = [_POSSESSIVE.sub("", word) for word in first.split()]
    while parts and (
        folded(parts[0]) in _TITLES
        or lands_named(parts[0], gazetteer)
        or lands_called(parts[0], gazetteer)
    ):
        parts.pop(0)
    named = [word for word in parts if word[:1].isupper() or folded(word) in _PARTICLES]
    is_name = (parts and len(named) == len(parts) <= _LONGEST) or _has_article_prefix(parts)
    if not parts or not is_name or folded(parts[-1]) in _NO_PERSON:
        return ""
    return " ".join(parts)


def _has_article_prefix(parts: list[str]) -> bool:
    return bool(parts) and all(
        word[:1].isupper() or word.lower().startswith(("al-", "el-")) for word in parts
    )


def _confirmed(office: Office, known: Mapping[str, str]) -> str:
    """Return the holder as far as the report names somebody so elsewhere; empty where it does not."""
    words = office.holder.split()
    for start in range(1, 3):  # "the ambassador to the United Nations Ona Petrel"
        longer = " ".join([*office.of.split()[-start:], office.holder])
        if office.of and folded(longer) in known:
            return longer
    for end in range(len(words), 0, -1):
        name = " ".join(words[:end])
        plain = folded(name)
        if surname(plain) in _NO_PERSON or folded(words[0]) in _NO_PERSON:
            return ""
        if plain in known:
            return name
    return ""


def _owner(office: Office, gazetteer: Gazetteer) -> str | None:
    """Return whose office it is, empty when not told; `None` where it is no office of a state."""
    owner = _state_owner(office, gazetteer)
    return None if not owner and office.claimed else owner


def _state_owner(office: Office, gazetteer: Gazetteer) -> str | None:
    words = office.owner
    if office.level == "local":
        return folded(words)
    if not words:
        return ""
    if office.title == "speaker" and folded(words) in _CHAMBERS:
        return ""
    named = NAMED_ORGANS.get(folded(words))
    last = words.split()[-1]
    for name in (named[0] if named else words, last):
        lands = lands_named(name, gazetteer) or lands_called(name, gazetteer)
        if len(lands) == 1 and not (office.shared and name == last != words):
            return lands[0].key
        if not office.shared and country_of(name, gazetteer):
            return country_of(name, gazetteer)
    if " " not in words and _OPENS.search(words):
        return ""  # a word that only stands before: "Citing President …", "Exiled Crown Prince …"
    if " " not in words and not gazetteer.look_up(words):
        return unlisted(words) or (None if office.shared else "")
    return None if office.shared else ""


def _cited(extent: Extent, statements: Sequence[Statement]) -> str:
    """Return the id of the first statement whose words the office stands in; empty for none."""
    for statement in statements:
        for span in statement.spans:
            if span.start < extent.end and extent.start < span.end:
                return statement.id
    return ""


def _gathered(
    names: Mapping[str, str], held: Mapping[str, list[Held]], others: Iterable[str]
) -> People:
    """Return the people by key, and which words mean whom.

    Args:
        names: Speakers and holders of offices: names as worded, by folded name.
        held: Offices by folded name.
        others: Folded words the report names something by. One of two words or more may be somebody
            who says nothing: with an equal surname, that surname alone means neither.
    """
    full = sorted((key for key in names if " " in key), key=lambda key: (-len(key), key))
    lead: dict[str, str] = {}
    for key in full:
        same = [other for other in dict.fromkeys(lead.values()) if may_be_one(key, other)]
        lead[key] = same[0] if len(same) == 1 else key
    silent: dict[str, set[str]] = defaultdict(set)
    for other in others:
        if " " in other and other not in lead and other.split()[0] not in _TITLES:
            silent[surname(other)].add(other)
    handles = dict(lead)
    several: dict[str, tuple[str, ...]] = {}
    for bare in sorted({surname(key) for key in names}):
        bearers = sorted({lead[key] for key in full if surname(key) == bare})
        strangers = {
            one for one in silent[bare] if not any(may_be_one(one, key) for key in bearers)
        }
        if len(bearers) + len(strangers) > 1:
            several[bare] = tuple(names[one] for one in bearers if held.get(one))
        elif bearers:
            handles[bare] = bearers[0]
        elif bare in names:
            handles[bare] = bare
    offices: dict[str, list[Held]] = defaultdict(list)
    for key, roles in held.items():
        if key in handles:
            offices[handles[key]] += roles
    _question_doubles(offices)
    by_key = {
        key: Person(key, names[key], tuple(dict.fromkeys(offices[key])))
        for key in dict.fromkeys(handles.values())
    }
    return People(by_key, handles, several)


def _question_doubles(offices: dict[str, list[Held]]) -> None:
    """Mark as unsure an office that a report gives to two: one of them holds it no more, or not yet."""
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    owners: dict[tuple[str, str], str] = {}
    for person, roles in offices.items():
        for one in roles:
            if one.tense == "now" and is_single(one.title):
                owners[person, one.title] = one.owner or owners.get((person, one.title), "")
    for (person, title), owner in owners.items():
        holders[title, owner].add(person)
    for (title, _), several in holders.items():
        for person in several if len(several) > 1 else ():
            offices[person] = [
                replace(one, tense="unsure") if (one.title, one.tense) == (title, "now") else one
                for one in offices[person]
            ]
