"""How many one account says were harmed: its figures, and the people it names one by one.

An account gives figures ("two dead, three wounded"), people ("a woman, 34, died"), or both. People
are told apart by name, age and sex; words that could mean one person are taken for one, so the number
of people named is never more than the words need. A figure goes before people named one by one, who
may be some of those counted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.domain.quantity import Number
from onrecord.domain.statement import Statement
from onrecord.reconcile.harm_people import Grown, People, Sex
from onrecord.reconcile.harm_words import Fate, suffered_in

#: Words that make a figure one of several incidents or of a stretch of time.
_SUMMED = re.compile(
    r"\b(?:since|so far this|this (?:year|month|summer|week|weekend)|(?:year|weekend|month|week)['’]s|"
    r"over the (?:\w+ )?weekend|"
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth) (?:\w+ )?(?:homicide|murder|killing|"
    r"slaying|shooting|fatal)|"
    r"in (?:separate|several|other|different|multiple|\w+ separate) (?:\w+ )?(?:shootings|incidents|"
    r"attacks)|"
    r"(?:shootings|incidents|homicides|murders|protests|demonstrations|unrest|uprising|crackdown|"
    r"offensive|campaign|war|air ?strikes|strikes|attacks|raids)\b|(?:years?|decades?) ago|"
    r"(?:over|in|during|within) (?:the )?(?:past|last|recent|roughly|previous) (?:\w+ )?(?:days|weeks|"
    r"months|years)|"
    r"across (?:the )?(?:city|country)|citywide|per year|each year|every year|in (?:19|20)\d\d\b)",
    re.IGNORECASE,
)
#: "Another" is one more than those harmed only where they stand near; else than those who did not.
_NEAR = 150
_BREAK = 4
_RANK: dict[Fate, int] = {"struck": 0, "injured": 1, "killed": 2}


@dataclass(frozen=True, slots=True)
class Ends:
    """How many, as far as the words say; `None` where they leave an end open."""

    low: Number | None
    high: Number | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of an account.

    Attributes:
        fate: What befell them.
        ends: How many.
        besides: Whether it counts people besides those told of before ("three others").
        statement: Id of the statement that states it.
    """

    fate: Fate
    ends: Ends
    besides: bool
    statement: str


@dataclass(slots=True)
class _Person:
    fate: Fate
    name: frozenset[str] = frozenset()
    age: int | None = None
    sex: Sex = ""
    grown: Grown = ""
    noun: str = ""
    other: bool = False
    own: bool = False
    statements: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class HarmTold:
    """What one account says of the killed and injured.

    Attributes:
        killed: How many were killed; `None` where it says nothing of it.
        injured: How many were injured and lived.
        harmed: How many were killed or injured together, where a figure says so.
        counted: What of it a figure states; the rest was counted from people named one by one.
        statements: Ids of the statements this rests on, sorted.
        besides: Whether a figure of the injured counts people besides the dead ("three others").
    """

    killed: Ends | None
    injured: Ends | None
    harmed: Ends | None
    counted: frozenset[Fate]
    statements: tuple[str, ...]
    besides: bool = False


class _Account:
    """What an account has said so far, clause by clause in order of the text."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.people: list[_Person] = []
        self.seen: set[int] = set()
        self.last = -_NEAR  # where the harm told of last stands
        self.latest: list[_Person] = []  # who it befell, where they are told of one by one
        self.counted: Ends | None = None  # how many it befell, where a figure says so

    def take(self, name: str, statement: Statement) -> None:
        text, start = statement.content.exact, statement.content.start
        if is_summed(text):
            return
        if "\n" in statement.content.prefix[-_BREAK:]:
            self.last = -_NEAR  # a new paragraph
        counts = [
            (one.span.start - start, one.span.end - start, one) for one in statement.quantities
        ]
        for one in suffered_in(text, counts=counts):
            if start + one.start in self.seen:
                continue
            self.seen.add(start + one.start)
            beside = start + one.start - self.last < _NEAR
            people = [
                person if person.standing != "other" or beside else replace(person, standing="new")
                for person in one.people
            ]
            self.last = start + one.start
            self._take(one.fate, people, name)

    def _take(self, fate: Fate, people: Sequence[People], name: str) -> None:
        if any(_counts(one) for one in people):
            self._figure(fate, people, name)
            return
        if len(people) == 1 and people[0].noun == "" and not people[0].one:
            self._raise(fate, name)  # "where they later died"
            return
        taken: list[_Person] = []
        for one in people:
            if one.one:
                person = self._person(one, fate, taken)
                person.statements.append(name)
                taken.append(person)
        if taken:
            self.latest, self.counted = taken, None

    def _figure(self, fate: Fate, people: Sequence[People], name: str) -> None:
        """Add the people of one list up: "two men and a woman".

        A name behind a figure is who says so, or one of those counted: "four people, the Defence Ministry
        said", "two people, Ana Reyes and Tom Osk".
        """
        if not people[0].one and people[0].low is not None:
            people = [one for one in people if not (one.one and one.name and not one.noun)]
        highs = [one.high for one in people]
        stated = [one.low for one in people if one.low is not None]
        low = sum(stated) if stated else None
        high = None if None in highs else sum(high for high in highs if high is not None)
        self.latest, self.counted = [], Ends(low, high)
        if (low or 0) + (high or 0):
            besides = any(one.standing == "other" for one in people)
            self.figures.append(Figure(fate, Ends(low, high), besides, name))

    def _raise(self, fate: Fate, name: str) -> None:
        """Give those told of last a graver fate."""
        if self.counted is not None:
            self.figures.append(Figure(fate, self.counted, besides=False, statement=name))
        for person in self.latest if len(self.latest) > 1 else ():
            person.statements.append(name)
            if _RANK[fate] > _RANK[person.fate]:
                person.fate = fate

    def _person(self, one: People, fate: Fate, taken: list[_Person]) -> _Person:
        candidates = [
            person
            for person in reversed(self.people)
            if not any(person is other for other in taken) and _may_be(person, one, fate)
        ]
        if not candidates:
            person = _Person(
                fate,
                one.name,
                one.age,
                one.sex,
                one.grown,
                one.noun,
                one.standing == "other",
                one.standing == "self",
            )
            self.people.append(person)
            return person
        person = max(candidates, key=lambda held: _likeness(held, one, fate))
        person.name |= one.name
        person.age = person.age if person.age is not None else one.age
        person.sex = person.sex or one.sex
        person.grown = person.grown or one.grown
        person.noun = person.noun or one.noun
        if _RANK[fate] > _RANK[person.fate]:
            person.fate = fate
        return person

    def told(self) -> HarmTold:
        killed, struck = self._of("killed"), self._of("struck")
        injured = self._injured(killed, struck)
        used = {one.statement for one in self.figures}
        used |= {name for person in self.people for name in person.statements}
        return HarmTold(
            killed,
            injured,
            struck,
            counted=frozenset(one.fate for one in self.figures),
            statements=tuple(sorted(used)),
            besides=any(one.besides for one in self.figures if one.fate != "killed"),
        )

    def _injured(self, killed: Ends | None, struck: Ends | None) -> Ends | None:
        """Return the injured as stated; else who was struck and not killed; else those named."""
        injured = self._of("injured")
        if struck is not None and struck.low is not None:
            dead = 0 if self._are_besides(struck) else _number(killed)
            if struck.low - dead > _number(injured):
                return Ends(struck.low - dead, None if struck.high is None else struck.high - dead)
        people = sum(1 for one in self.people if one.fate != "killed")
        if injured is None and struck is None and people:
            return Ends(people, people)
        return injured

    def _of(self, fate: Fate) -> Ends | None:
        figures = [one.ends for one in self.figures if one.fate == fate]
        people = sum(1 for one in self.people if one.fate == fate)
        if figures:
            return max(figures, key=lambda ends: (ends.low or 0, ends.high or 0))
        return Ends(people, people) if people and fate == "killed" else None

    def _are_besides(self, struck: Ends) -> bool:
        return any(
            one.besides for one in self.figures if one.fate == "struck" and one.ends == struck
        )


def _number(ends: Ends | None) -> Number:
    return 0 if ends is None else ends.low or 0


def _counts(one: People) -> bool:
    """Say whether a run is a figure: a number of people, a part of them, or "one" without a noun."""
    if not one.one or one.standing == "part":
        return one.low is not None or one.high is not None
    bare = one.noun in ("", "person") and not one.name and one.age is None
    return bare and one.standing in ("new", "other")


def _may_be(person: _Person, one: People, fate: Fate) -> bool:
    """Say whether a mention may mean somebody told of before."""
    if person.name and one.name:
        return person.name <= one.name or one.name <= person.name
    if person.age is not None and one.age is not None and abs(person.age - one.age) > 1:
        return False
    if person.sex and one.sex and person.sex != one.sex:
        return False
    if person.grown and one.grown and person.grown != one.grown:
        return False
    if one.standing == "other" and not person.other:
        return False
    if one.standing == "self":
        return person.own or fate != "killed"
    if person.own and person.fate == "killed" and one.standing == "new" and not one.name:
        return False
    same_age = person.age is not None and person.age == one.age
    settled = {person.fate, fate} == {"injured", "killed"} and one.standing != "known"
    return not settled or same_age


def _likeness(person: _Person, one: People, fate: Fate) -> tuple[bool, ...]:
    """Order those a mention may mean: by name, age, noun and fate; the last told of first."""
    return (
        bool(one.name and person.name),
        one.age is not None and person.age == one.age,
        bool(one.noun) and person.noun == one.noun,
        fate == "killed" == person.fate,
        not person.own,
    )


def is_summed(text: str) -> bool:
    """Say whether a clause sums up several incidents or a stretch of time, not one event."""
    return _SUMMED.search(text) is not None


def harm_told(statements: Mapping[str, Statement]) -> HarmTold:
    """Return what the statements of one account say of killed and injured.

    Args:
        statements: By id, in order of the text.
    """
    account = _Account()
    for name, statement in statements.items():
        account.take(name, statement)
    return account.told()
