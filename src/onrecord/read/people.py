"""Who "he" and "she" are: the people a text has named, and which of them a pronoun can mean.

The rule is the usual one of reporting: a pronoun means the subject of what was said last. It is kept
from guessing by four limits: the person must have been a subject outside quotation marks within the
last few sentences, must not be known by a title or an earlier pronoun to be of the other sex, must be
the only one of that rank, and a pronoun inside a quotation means nobody here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from onrecord.domain.statement import SourceIdentity
from onrecord.ports.linguist import NamedEntity
from onrecord.read.sentence import SentenceReading
from onrecord.read.tree import Tree

Gender = Literal["", "f", "m"]

_PRONOUNS: dict[str, Gender] = {"he": "m", "him": "m", "she": "f", "her": "f"}
#: How many sentences back a pronoun may reach.
_REACH = 4
_FEMALE = re.compile(
    r"(?:mrs|ms|miss|mme|queen|princess|lady|baroness|duchess|empress|mother|wife|widow|sister|"
    r"daughter|girl|\w*woman)",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"(?:mr|sir|king|prince|lord|baron|duke|emperor|sultan|emir|sheikh|pope|imam|ayatollah|father|"
    r"husband|widower|brother|son|boy|man|\w{4,}sman|chairman|congressman|policeman|fireman)",
    re.IGNORECASE,
)
#: Common nouns for one human being who can be "he" or "she".
_HUMAN = frozenset(
    """official diplomat aide officer spokesman spokeswoman spokesperson president premier minister
    secretary chancellor governor mayor king queen prince princess emir sultan chief general admiral
    colonel captain major lieutenant sergeant ambassador commander commissioner envoy prosecutor
    analyst expert lawyer attorney lawmaker witness resident leader deputy head director survivor
    observer researcher reporter historian scholar doctor medic man woman mother father brother sister
    son daughter wife husband relative neighbour neighbor teacher student protester activist
    campaigner journalist senator congressman congresswoman representative member investigator judge
    farmer fisherman sailor soldier pilot driver shopkeeper trader worker priest imam bishop monk
    chairman chairwoman candidate politician veteran nurse rescuer engineer professor economist""".split()
)


_OFFICES = frozenset(
    """president premier minister secretary chancellor governor mayor king queen prince princess emir
    sultan chief general admiral ambassador commander commissioner envoy prosecutor""".split()
)
#: With one of these before it an office is another one: a former president is no president.
_OTHER_OFFICE = frozenset(
    "former ex late vice deputy prime assistant acting then shadow outgoing incoming".split()
)
#: Bodies that a text names in full once and then by their last noun. "The army" or "the government"
#: is often the writer's own, whichever other one was named before.
_BODIES = frozenset(
    """ministry department commission committee agency bureau authority institute company union group
    coalition""".split()
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a text has spoken of: the fullest words that name them, and how far they do."""

    words: str
    identity: SourceIdentity
    gender: Gender = ""


@dataclass(slots=True)
class Names:
    """The people named so far in a document, for pronouns and bare surnames.

    Attributes:
        persons: Full names in order of first mention.
        genders: What titles and pronouns have told about a name.
        subjects: For each sentence that had any, its number and its human subjects, main one first.
        sentences: How many sentences have been read.
        body: The office, organisation or document that spoke last, and in which sentence.
        holders: Who has been named with an office ("president"), in order.
        offices: Fuller words for an office or body ("the foreign ministry"), by its head noun.
    """

    persons: list[str] = field(default_factory=list)
    genders: dict[str, Gender] = field(default_factory=dict)
    subjects: list[tuple[int, tuple[Person, ...]]] = field(default_factory=list)
    sentences: int = 0
    body: tuple[int, str] = (-2, "")
    holders: dict[str, list[str]] = field(default_factory=dict)
    offices: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str) -> None:
        """Remember a person's name as worded."""
        if name and name not in self.persons:
            self.persons.append(name)

    def full(self, name: str) -> str:
        """Return the one fuller name that ends in `name`, else `name` itself."""
        words = name.split()
        fuller = {
            known
            for known in self.persons
            if len(known.split()) > len(words) and known.split()[-len(words) :] == words
        }
        return fuller.pop() if len(fuller) == 1 else name

    def remember(self, sentence: SentenceReading) -> None:
        """Bring the names up to date with a sentence that has been read.

        A line in capitals set between paragraphs is a link to another story and tells of nobody here.
        """
        if sentence.extent.of(sentence.text).isupper():
            return
        for entity in sentence.entities:
            if entity.label == "PER":
                self.add(sentence.text[entity.start : entity.end])
        self._remember_offices(sentence)
        if sentence.is_all_quoted:
            return
        self.sentences += 1
        ranked = human_subjects(sentence, self)
        if ranked:
            self.subjects.append((self.sentences, tuple(person for _, _, person in ranked)))
            del self.subjects[: -2 * _REACH]

    def _remember_offices(self, sentence: SentenceReading) -> None:
        tree = sentence.tree
        for index, token in enumerate(tree.tokens):
            noun = token.text.lower()
            if noun in _OFFICES:
                self._remember_holders(sentence, index)
            elif noun in _BODIES and token.upos in ("NOUN", "PROPN"):
                words = tree.phrase(index).of(sentence.text)
                if _more_than_article(words):
                    _put(self.offices, noun, words)

    def _remember_holders(self, sentence: SentenceReading, index: int) -> None:
        tree = sentence.tree
        held = []
        for name, titled in _holders_at(sentence, index):
            full = self.full(name)
            held.append(full if " " in full else titled)
        if not held and tree.dependants(index, "nmod"):
            held = [tree.phrase(index).of(sentence.text)]  # another one, or this one in more words
        keys = _office_words(tree, index)
        marked = [at for at, one in enumerate(keys) if one.split()[0] in _OTHER_OFFICE]
        for key in keys[marked[-1] if marked else 0 :]:
            for words in held:
                _put(self.holders, key, words)

    def office_meant(self, tree: Tree, index: int) -> str:
        """Return whom "the president" or what "the ministry" means: the only one named so far.

        Only a bare office with "the" stands for one named before; of two, it could be either.
        """
        words = _bare(tree, index)
        named = self.holders.get(words) or self.offices.get(words) or []
        return named[0] if len(named) == 1 else ""

    def spoke(self, words: str) -> None:
        """Remember that an office, organisation or document spoke."""
        self.body = (self.sentences, words)

    def body_meant(self) -> str:
        """Return what "it" means as a source: the body that spoke in this sentence or the last."""
        return self.body[1] if self.sentences - self.body[0] <= 1 else ""

    def meant_by(self, sentence: SentenceReading, index: int) -> Person | None:
        """Return whom the personal pronoun at token `index` means, or `None` where it is not told."""
        gender = _PRONOUNS.get(sentence.tree.tokens[index].text.lower(), "")
        if not gender or sentence.is_quoted(index):
            return None
        near = [one for _, at, one in human_subjects(sentence, self) if at < index]
        person = self._one_of(near, gender) if near else self.before(gender)
        if person is not None and person.identity == "named_person":
            self.genders.setdefault(person.words, gender)
        return person

    def before(self, gender: Gender) -> Person | None:
        """Return the last fitting subject of the sentences before this one."""
        passed_over = False
        for number, people in reversed(self.subjects):
            if self.sentences - number >= _REACH:
                return None
            fitting = [one for one in people if self._gender(one) in ("", gender)]
            if passed_over:
                fitting = [one for one in fitting if self._gender(one) == gender]
            if fitting:
                return fitting[0]
            passed_over = True
        return None

    def _one_of(self, people: list[Person], gender: Gender) -> Person | None:
        fitting = {one.words: one for one in people if self._gender(one) in ("", gender)}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _gender(self, person: Person) -> Gender:
        return self.genders.get(person.words) or person.gender


def _bare(tree: Tree, index: int) -> str:
    """Return "foreign minister" for "the foreign minister", where nothing else belongs to it."""
    article = any(tree.lemma(at) == "the" for at in tree.dependants(index, "det"))
    before = ("det", "punct", "case", "amod", "compound")
    more = [at for at in tree.children[index] if tree.relation(at) not in before]
    return _office_words(tree, index)[-1] if article and not more else ""


def _office_words(tree: Tree, index: int) -> tuple[str, ...]:
    """Return an office in lower case, the noun alone first, then with each word before it."""
    heads = {index, tree.tokens[index].head}
    found = [tree.tokens[index].text.lower()]
    at = index - 1
    while at >= 0 and tree.relation(at) in ("amod", "compound") and tree.tokens[at].head in heads:
        found.append(f"{tree.tokens[at].text.lower()} {found[-1]}")
        at -= 1
    return tuple(found)


def _put(known: dict[str, list[str]], key: str, words: str) -> None:
    """Remember words under a key once, with or without an article; of two, the key means neither."""
    held = known.setdefault(key, [])
    if len(held) == 2:  # noqa: PLR2004 - a third tells no more
        return
    if words.lower().removeprefix("the ") not in [one.lower().removeprefix("the ") for one in held]:
        held.append(words)


def _holders_at(sentence: SentenceReading, index: int) -> list[tuple[str, str]]:
    """Return the names that stand beside an office as those of one person, and each with its title.

    In "President Ona Petrel" that is the name and the whole; a surname alone would say too little.
    """
    tree = sentence.tree
    beside = set(_beside(tree, index))
    if tree.relation(index) in ("appos", "compound", "flat"):
        beside.update(_beside(tree, tree.tokens[index].head))
    title = tree.tokens[index]
    return [
        (sentence.text[one.start : one.end], sentence.text[min(title.start, one.start) : one.end])
        for one in sentence.entities
        if one.label == "PER"
        and any(one.start <= tree.tokens[at].start < one.end for at in beside if at != index)
    ]


def _more_than_article(words: str) -> bool:
    return (
        len([one for one in words.lower().split() if one not in ("the", "a", "its", "their")]) > 1
    )


def human_subjects(sentence: SentenceReading, names: Names) -> list[tuple[int, int, Person]]:
    """Return the people who are subjects outside quotation marks: depth, token, person.

    The least embedded comes first; of two equally embedded the first in the text.
    """
    tree = sentence.tree
    found: list[tuple[int, int, Person]] = []
    for index in range(len(tree.tokens)):
        if tree.relation(index) != "nsubj" or sentence.is_quoted(index):
            continue
        person = _person_at(sentence, index, names)
        if person is not None:
            found.append((len(tree.ancestors(index)), index, person))
    return sorted(found, key=lambda one: one[:2])


def _person_at(sentence: SentenceReading, index: int, names: Names) -> Person | None:
    token, tree = sentence.tree.tokens[index], sentence.tree
    if token.text.lower() in _PRONOUNS:
        return names.before(_PRONOUNS[token.text.lower()])
    beside = _beside(tree, index)
    near = [sentence.tree.tokens[at] for at in sorted(beside)]
    gender = _gender_of([one.text for one in near], before=_word_before(tree, beside))
    for entity in sentence.entities:
        if entity.label == "PER" and any(entity.start <= one.start < entity.end for one in near):
            name = names.full(sentence.text[entity.start : entity.end])
            if gender:
                names.genders.setdefault(name, gender)
            return Person(name, "named_person", gender)
    if token.upos != "NOUN" or token.xpos == "NNS" or tree.lemma(index) not in _HUMAN:
        return None
    words = tree.phrase(index).of(sentence.text)
    return Person(words, _identity(tree.lemma(index)), gender)


def is_named_by(tree: Tree, index: int, entity: NamedEntity) -> bool:
    """Say whether a name is that of a phrase's head: not the place in "the mayor of Lisk"."""
    return any(entity.start <= tree.tokens[at].start < entity.end for at in _beside(tree, index))


def _beside(tree: Tree, index: int) -> tuple[int, ...]:
    """Return the head of a phrase with the words that name or title the same person."""
    beside = (index, *tree.dependants(index, "appos", "flat", "compound"))
    return tuple({one for at in beside for one in (at, *tree.dependants(at, "flat"))})


def _identity(noun: str) -> SourceIdentity:
    if noun in ("official", "diplomat", "aide", "officer") or noun.startswith("spokes"):
        return "unnamed_official"
    return "named_office" if noun in _OFFICES else "unnamed"


def _word_before(tree: Tree, indices: tuple[int, ...]) -> str:
    first = min(indices)
    return tree.tokens[first - 1].text if first else ""


def _gender_of(words: list[str], *, before: str) -> Gender:
    for word in (*words, before):
        bare = word.rstrip(".")
        if _FEMALE.fullmatch(bare):
            return "f"
        if _MALE.fullmatch(bare):
            return "m"
    return ""
