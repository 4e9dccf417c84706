"""Who is named as harmed: the runs of words that stand for people, cut from a clause.

A run is a number of people ("two other men"), one person by age, noun or name ("a 34-year-old
woman", "Ilan Dorr, 34,"), or a word that points back ("the victim", "he", "himself"). Nothing here
says what befell them. Names only tell two people apart; they are kept nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.domain.quantity import Number
from onrecord.domain.statement import Counted
from onrecord.reconcile.words import word_set

#: `new` is introduced here; `known` points back; `other` is one more than those told of before;
#: `part` is of those told of before ("one of them"); `self` is whoever acts.
Standing = Literal["new", "known", "other", "part", "self"]
Sex = Literal["", "f", "m"]
Grown = Literal["", "child", "adult"]

_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)|[^\W_]+(?:[-‐‑'’.](?=\w)[^\W_]+)*(?:['’]s?)?|[^\w\s]"
)
_AGE = re.compile(r"(\d{1,3}|[a-z]+)[-‐‑ ]?(?:years?|months?|weeks?|days?|yr)[-‐‑ ]?olds?")
#: Numbers that count no people though people stand beside them: "ages 20 and 31", "all in their 20s".
_NO_PEOPLE = re.compile(
    r",?\s*\b(?:both |each |all )?(?:ages?|aged|ranging in age),?\s*(?:from\s+)?\d+(?:,\s*\d+)*"
    r"(?:,?\s*(?:and|to|through)\s*\d+)?(?=\W)|,?\s*\b(?:all |both )?in (?:his|her|their) \w*\s?\d0['’]?s|"
    r"(?<=[a-z]),\s*\d{1,2}(?:,\s*\d{1,2})*,? and \d{1,2}\b(?!\s+(?:others?|more|people|men|women|"
    r"children|were|injured|wounded|dead|hurt|killed))|"
    r"\bImage \d+ of(?: /)? \d+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?$")
_OLDEST = 120
_NUMBERS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty""".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
#: A number in two words, with or without its hyphen.
_IN_TWO = re.compile(
    rf"\b({'|'.join(_TENS)}) (?=(?:one|two|three|four|five|six|seven|eight|nine)\b)", re.IGNORECASE
)
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})*")
_FEMALE = word_set(
    """woman girl mother wife daughter sister girlfriend grandmother aunt niece female women girls
    mothers wives daughters sisters businesswoman policewoman schoolgirl fiancee
    stepmother stepdaughter granddaughter grandma mom widow"""
)
_MALE = word_set(
    """man boy father husband son brother boyfriend grandfather uncle nephew male men boys fathers
    husbands sons brothers businessman policeman fisherman fireman schoolboy
    stepfather stepson grandson grandpa dad fiance widower gunman"""
)
_NEUTRAL = word_set(
    """person people child children kid kids teen teens teenager teenagers toddler toddlers infant
    infants baby babies youth youths juvenile juveniles adult adults minor minors victim victims
    suspect suspects shooter shooters gunmen attacker attackers assailant assailants robber robbers
    intruder intruders officer officers deputy deputies trooper troopers police cop cops guard guards
    agent agents firefighter firefighters paramedic paramedics medic medics medical nurse nurses doctor
    doctors soldier soldiers marine marines sailor sailors fighter fighters militant militants rebel
    rebels civilian civilians protester protesters protestor protestors demonstrator demonstrators
    bystander bystanders passenger passengers driver drivers motorist motorists pedestrian pedestrians
    worker workers employee employees clerk clerks owner owners resident residents neighbor neighbors
    neighbour neighbours tenant tenants student students pupil pupils teacher teachers journalist
    journalists reporter reporters villager villagers farmer farmers migrant migrants refugee refugees
    native friend friends cousin cousins sibling siblings relative relatives parent parents
    grandparent grandparents couple twin twins partner partners roommate roommates customer customers
    patron patrons guest guests partygoer partygoers worshipper worshippers member members inmate
    inmates prisoner prisoners detainee detainees hostage hostages captive captives crewman crewmen
    tourist tourists shopper shoppers player players coach rapper veteran veterans conscript
    conscripts sergeant lieutenant captain colonel general major commander commanders corporal
    individual individuals subject subjects occupant occupants caretaker stepchild foreigner national
    nationals citizen citizens men others other fatality bodies body homeowner bouncer bartender
    pastor priest imam monk rabbi mayor lawmaker judge lawyer teammate classmate classmates foreigners
    aid rescuers rescuer volunteer volunteers miner miners fishermen pilgrims pilgrim trader traders"""
)
_SHE = word_set("she her herself")
_HE = word_set("he him himself his")
_NOUNS = _FEMALE | _MALE | _NEUTRAL
_PLURAL = frozenset(
    word
    for word in _NOUNS
    if word.endswith("s")
    or word
    in word_set("men women people children police gunmen crewmen bodies couple fishermen twins")
) - word_set("boss")
_CHILDREN = word_set(
    """boy boys girl girls child children kid kids toddler toddlers infant infants baby babies
    schoolboy schoolgirl pupil pupils stepchild grandson granddaughter minor minors juvenile
    juveniles"""
)
_ADULTS = word_set(
    """man men woman women adult adults mother father wife husband widow widower grandmother
    grandfather parent parents officer officers deputy deputies guard guards soldier soldiers
    clerk owner teacher couple gunman policewoman businessman businesswoman"""
)
_OF_AGE, _NO_CHILD = 18, 20
_PRONOUNS = word_set("he she him her they them who it")
_SELF = word_set("himself herself themselves self itself")
_INTRODUCES = word_set("a an another one")
_POINTS_BACK = word_set("the this that these those both all each")
_WHOSE = word_set("his her their my our your")
_THOSE = _POINTS_BACK | _WHOSE | word_set("them whom its their our")
_STOPS = word_set(
    """of in on at by for from with to into and or but as is are was were be been has have had who
    whom which that when while where after before during since if then than not no he she it they
    his her their its the a an this these those said says told police officials authorities killed
    killing dead died dies shot shooting shoots wounded wounding injured injuring hurt fatally
    critically seriously left leaving leaves hit struck found being will would can could may might
    did does do also just early late overnight accidentally allegedly reportedly later near"""
)
_TITLES = word_set(
    """mr mrs ms dr sgt lt cpl pfc capt col gen maj det officer deputy sergeant lieutenant captain
    corporal trooper detective agent private pvt spc specialist marine"""
)
_NO_PART_OF_A_NAME = _TITLES | word_set("jr sr ii iii iv")
#: Words with a capital that name no person where they begin a clause.
_NO_NAMES = word_set(
    """police officials authorities investigators witnesses detectives deputies officers hospital
    county city sheriff department monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december the a an in on at
    by for from after before when while update breaking watch photo video news nobody no none shooting
    two one three four five six seven eight nine ten it he she they another gunfire prosecutors
    suspect father mother man woman boy girl teen child also then last this that there what who you
    we his her our my some many thousands hundreds dozens scores tens millions several few both all country
    more most gunman gunmen victim victims students"""
)
_NO_COUNT_BEFORE = word_set(
    "age aged ages no . : block route channel $ both their his her early late mid"
)
_NO_COUNT_AFTER = word_set(": % a.m p.m am pm year years year-old months percent street avenue")
_NO_PEOPLE_BEFORE = word_set(
    """at around near by on to january february march april may june july august september october
    november december jan feb mar apr jun jul aug sept sep oct nov dec"""
)
#: What may follow a number that counts people without naming them.
_ALONE_BEFORE = word_set(
    """dead killed injured wounded hurt shot slain missing hospitalized are were was is have had has
    remain and or in , . ; at after during of when as while outside inside near on by to from with
    died die dies hit struck stabbed other fatally critically confirmed people who survived survive also
    later : — – - ) ” got suffered sustained each"""
) | {""}
#: Behind these a noun without article is somebody told of: "after son finds gun".
_BARE_AFTER = word_set("and & after when as") | {""}
_MOST_WORDS_BETWEEN = 4
#: A line of which more than this share of the longer words has a capital is set like a heading.
_MOSTLY, _LONG_WORD = 0.7, 3


@dataclass(frozen=True, slots=True)
class Word:
    """One token of a clause; `low` is its folded form without possessive."""

    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class People:
    """One run of words that stands for people.

    Attributes:
        first: Index of its first word.
        last: Index after its last word.
        low: At least how many; `None` where the words do not say.
        high: At most how many; `None` where the words do not say.
        standing: How they stand to people told of before.
        one: Whether it is a person by himself, so that he can be told apart.
        name: Words of a proper name, folded, without titles and initials; empty when there is none.
        age: In years as written; `None` when not stated.
        sex: Where the words tell.
        noun: The noun that says who they are, folded.
    """

    first: int
    last: int
    low: Number | None
    high: Number | None
    standing: Standing
    one: bool
    name: frozenset[str] = frozenset()
    age: int | None = None
    sex: Sex = ""
    noun: str = ""

    @property
    def grown(self) -> Grown:
        """Return whether it is a child or an adult, where age or noun tell."""
        if self.age is not None:
            return "child" if self.age < _OF_AGE else "adult" if self.age >= _NO_CHILD else ""
        if self.noun in _CHILDREN:
            return "child"
        return "adult" if self.noun in _ADULTS else ""


def cut(text: str) -> tuple[Word, ...]:
    """Return the words and marks of a clause, in order; lists of ages and of pictures are left out."""
    text = _NO_PEOPLE.sub(lambda match: " " * len(match[0]), text)
    text = _IN_TWO.sub(r"\1-", text)
    return tuple(
        Word(
            match[0],
            _POSSESSIVE.sub("", match[0].casefold()) or match[0],
            match.start(),
            match.end(),
        )
        for match in _TOKEN.finditer(text)
    )


def people_in(
    words: Sequence[Word], *, counts: Iterable[tuple[int, int, Counted]] = ()
) -> tuple[People, ...]:
    """Return the runs of words that stand for people, in order, none within another.

    Args:
        words: Of one clause.
        counts: Numbers read before, with where they stand in the clause; they give the bounds.
    """
    stated = tuple(counts)
    found: list[People] = []
    at = 0
    while at < len(words):
        run = (
            _counted(words, at, stated)
            or _person(words, at)
            or _pointer(words, at)
            or _other_one(words, at)
        )
        if run is None:
            at += 1
            continue
        found.append(run)
        at = run.last
    return tuple(found)


def _other_one(words: Sequence[Word], at: int) -> People | None:
    """Read "another" and "the other" that stand for a person by themselves."""
    low, after = words[at].low, _low(words, at + 1)
    if low == "the" and after == "other":
        return People(at, at + 2, 1, 1, "other", one=True)
    if low == "another" and after not in ("shooting", "attack", "incident", "one"):
        return People(at, at + 1, 1, 1, "other", one=True)
    return None


def _pointer(words: Sequence[Word], at: int) -> People | None:
    """Read a pronoun."""
    low = words[at].low
    after = _low(words, at + 1)
    if low in _WHOSE and (low != "her" or (after[:1].isalpha() and after not in _STOPS)):
        return None  # "her home"
    if low in _SELF:
        return People(at, at + 1, 1, 1, "self", one=True, sex=_sex(low))
    if low in _PRONOUNS:
        many = low in ("they", "them", "who", "it")
        return People(
            at, at + 1, None if many else 1, None if many else 1, "known", one=not many,
            sex=_sex(low),
        )  # fmt: skip
    return None


def _counted(
    words: Sequence[Word], at: int, stated: Sequence[tuple[int, int, Counted]]
) -> People | None:
    """Read "at least two other men", "one of the victims", and a bare "4" before its harm."""
    start = at
    value = _number(words[at].low)
    if value is None or _is_no_count(words, at) or _goes_before(words, at):
        return None
    standing: Standing = "new"
    end, noun, other = _noun_after(words, at + 1)
    if _low(words, at + 1) == "of" and _low(words, at + 2) in _THOSE:
        standing, end = "part", _end_of_part(words, at + 2)
    elif other:
        standing = "other"
    elif not noun and not _stands_alone(words, at):
        return None
    if noun and noun not in _PLURAL and value > 1 and noun not in ("other", "others"):
        return None
    low, high = _ends(words, start, end, value=value, stated=stated)
    return People(start, end, low, high, standing, one=value == 1, noun=noun, sex=_sex(noun))


def _goes_before(words: Sequence[Word], at: int) -> bool:
    """Say whether a number is the end of a longer one: "one hundred and five"."""
    before = at - 2 if _low(words, at - 1) == "and" else at - 1
    return _low(words, before) in ("hundred", "thousand")


def _is_no_count(words: Sequence[Word], at: int) -> bool:
    """Say whether a number counts something else: an age, a time, a house, a rank."""
    if not _is_digits(words[at]) and words[at].low != "one":
        return False
    before, after = _low(words, at - 1), _low(words, at + 1)
    if before in _NO_COUNT_BEFORE or after in _NO_COUNT_AFTER:
        return True
    if after in ("was", "is", "has") and words[at].low != "1" and _is_digits(words[at]):
        return True
    if not _is_digits(words[at]) or before not in (",", "("):
        return False
    behind_one = at > 1 and (words[at - 2].low in _NOUNS or words[at - 2].text[0].isupper())
    return behind_one or after in (",", ".", "of", ")")


def _stands_alone(words: Sequence[Word], at: int) -> bool:
    """Say whether a number without a noun may count people: "killed 2 in", "three dead"."""
    if _low(words, at - 1) in _NO_PEOPLE_BEFORE:
        return False
    after = _low(words, at + 1)
    return after in _ALONE_BEFORE or after.endswith("ly")


def _noun_after(words: Sequence[Word], at: int) -> tuple[int, str, bool]:
    """Return the end of the noun a number counts, the noun, and whether "other" stands with it."""
    other = False
    for end in range(at, min(at + _MOST_WORDS_BETWEEN + 1, len(words))):
        low = words[end].low
        if low in ("others", "other", "more", "additional"):
            other = True
            if low == "others":
                return end + 1, "others", True
            continue
        if low in _NOUNS:
            last = _last_noun(words, end)
            return last + 1, words[last].low, other
        if low in _STOPS or not low[0].isalpha():
            break
    return (at + 1 if other else at), "", other


def _last_noun(words: Sequence[Word], at: int) -> int:
    """Return the index of the last of the person nouns that follow one another ("police officers")."""
    while _low(words, at + 1) in _NOUNS - {"other", "others", "police"}:
        at += 1
    return at


def _end_of_part(words: Sequence[Word], at: int) -> int:
    end = at + 1
    while end < len(words) and end < at + 4 and words[end].low not in _STOPS:
        if not words[end].low[0].isalnum():
            break
        end += 1
    return end


def _ends(
    words: Sequence[Word], start: int, end: int, *, value: int,
    stated: Sequence[tuple[int, int, Counted]],
) -> tuple[Number | None, Number | None]:  # fmt: skip
    left, right = words[start].start, words[end - 1].end
    for first, last, counted in stated:
        if first < right and left < last and counted.quantity.value == value:
            return counted.quantity.low, counted.quantity.high
    return value, value


def _person(words: Sequence[Word], at: int) -> People | None:
    """Read one person, or a plural that points back: "the 34-year-old man", "Ilan Dorr, 34,"."""
    low = words[at].low
    lead = low if low in _INTRODUCES | _POINTS_BACK | _WHOSE or low in ("second", "third") else ""
    possessive = not lead and words[at].text.endswith(("'s", "’s", "s'", "s’"))
    head = at + 1 if lead else at
    head, age = _age_at(words, head)
    end, noun, other = _described(words, head, lead=lead)
    if age is None and end == head and not noun:
        head_age = _age_at(words, head + 1) if lead else (head, None)
        if head_age[1] is not None:
            age = head_age[1]
            end, noun, other = _described(words, head_age[0], lead=lead)
    after, name = _name_at(words, end)
    if name and _in_capitals(words) and _age_after(words, after)[1] is None and age is None:
        after, name = end, frozenset()
    if name and not noun and _low(words, after) in _NOUNS - {"police"}:
        end, noun, name = after + 1, words[after].low, frozenset()  # "Orlan girl"
    if not (noun or name or age is not None) or (possessive and not name):
        return None
    end = after if name else max(end, head)
    end, later = _age_after(words, end)
    age = age if age is not None else later
    if not (lead or name or age is not None) and _low(words, at - 1) not in _BARE_AFTER:
        return None  # "Man shot" heads a line; within a sentence a bare noun is somebody's trade
    if noun in _PLURAL:
        return _several(words, at, end, lead=lead, noun=noun)
    return People(
        at, end, 1, 1,
        _standing(lead, other=other, named=bool(name) or _owned(words, at, end)),
        one=True, name=name, age=age, sex=_sex(noun), noun=noun,
    )  # fmt: skip


def _in_capitals(words: Sequence[Word]) -> bool:
    """Say whether a line is set with capitals, so that they mark no names."""
    long = [word.text for word in words if len(word.text) > _LONG_WORD and word.text[0].isalpha()]
    return len(long) > _LONG_WORD and sum(text[0].isupper() for text in long) > _MOSTLY * len(long)


def _several(words: Sequence[Word], at: int, end: int, *, lead: str, noun: str) -> People | None:
    if lead in _POINTS_BACK | _WHOSE:
        count = next((_number(one.low) for one in words[at:end] if _number(one.low)), None)
        standing: Standing = "new" if count and lead in _WHOSE else "known"
        return People(at, end, count, count, standing, one=False, noun=noun, sex=_sex(noun))
    return None


def _standing(lead: str, *, other: bool, named: bool) -> Standing:
    if other or lead in ("another", "second", "third"):
        return "other"
    if lead in _POINTS_BACK and not named:
        return "known"
    return "new"


def _owned(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether the run names somebody by whose he is: "the boy's father"."""
    return any(word.text.endswith(("'s", "’s")) for word in words[start : end - 1])


def _age_at(words: Sequence[Word], at: int) -> tuple[int, int | None]:
    if at >= len(words):
        return at, None
    match = _AGE.fullmatch(words[at].low)
    if match:
        number = _number(match[1])
        if number is not None:
            return at + 1, number if "y" in words[at].low.replace("day", "") else 0
    return at, None


def _described(words: Sequence[Word], at: int, *, lead: str) -> tuple[int, str, bool]:
    """Return the end of describing words with their noun, the noun, and whether "other" is there."""
    other = False
    for end in range(at, min(at + _MOST_WORDS_BETWEEN, len(words))):
        word = words[end]
        if word.low in ("other", "second", "third"):
            other = True
            continue
        if _noun(word.low) and word.low != "police":
            last = _last_noun(words, end)
            return last + 1, _noun(words[last].low), other
        if word.low in _STOPS or not word.low[0].isalpha() or not (lead or end == at):
            break
    return at, "", False


def _name_at(words: Sequence[Word], at: int) -> tuple[int, frozenset[str]]:
    """Return the end of a proper name and its words."""
    end = at
    while end < len(words) and _is_of_a_name(words, end, first=end == at):
        end += 1
        if words[end - 1].text.endswith(("'s", "’s")):
            break
    if end < len(words) and words[end].text == ":":
        return at, frozenset()
    kept = frozenset(
        word.low
        for word in words[at:end]
        if word.text[0].isalpha() and len(word.low) > 1 and word.low not in _NO_PART_OF_A_NAME
    )
    return (end, kept) if kept else (at, kept)


def _is_of_a_name(words: Sequence[Word], at: int, *, first: bool) -> bool:
    word = words[at]
    if not first and word.text in (".", '"', "“", "”"):
        return _is_upper(words, at + 1)
    shouted = word.text.isupper() and len(word.text) > _LONG_WORD
    if not (word.text[0].isalpha() and word.text[0].isupper()) or shouted or word.low in _STOPS:
        return False
    return not first or word.low not in _NO_NAMES | _NOUNS


def _age_after(words: Sequence[Word], at: int) -> tuple[int, int | None]:
    """Read the age behind a name: ", 34," or "(34)" or ", age 34"."""
    if _low(words, at) not in (",", "("):
        return at, None
    number = at + 1
    while _low(words, number) in ("age", "aged", "ages"):
        number += 1
    text = words[number].text if number < len(words) else ""
    if text.isdigit() and int(text) <= _OLDEST:
        closed = _low(words, number + 1) in (",", ")")
        return number + 1 + closed, int(text)
    found, age = _age_at(words, number)
    return (found, age) if age is not None and _low(words, found) in (",", ")", "") else (at, None)


def _is_upper(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].text[0].isupper()


def _is_digits(word: Word) -> bool:
    return word.text[0].isdigit()


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if 0 <= at < len(words) else ""


def _noun(low: str) -> str:
    """Return the person a word names without its prefix ("ex-wife", "co-worker"); empty for none."""
    if low in _NOUNS:
        return low
    last = low.rpartition("-")[2]
    return last if last != low and last in _NOUNS else ""


def _number(low: str) -> int | None:
    if _DIGITS.fullmatch(low):
        return int(low.replace(",", ""))
    tens, _, units = low.partition("-")
    if tens in _TENS and (not units or units in _NUMBERS):
        return _TENS[tens] + _NUMBERS.get(units, 0)
    return _NUMBERS.get(low)


def _sex(noun: str) -> Sex:
    if noun in _FEMALE or noun in _SHE:
        return "f"
    return "m" if noun in _MALE or noun in _HE else ""
