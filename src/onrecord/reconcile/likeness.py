"""What the words of an account are compared by: `Likeness`, made of one report alone.

Who is named, which ages and numbers stand in it, and its words with what each weighs. Nothing here
decides that two accounts tell of one event.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

from onrecord.reconcile.likeness_words import USUAL, rarity
from onrecord.reconcile.words import COMMON, stem, word_set

#: Words kept of one account: the weightiest. More do not tell accounts apart better, and cost room.
_KEPT_WORDS = 100
#: Proper words kept of one account, likewise.
_KEPT_PROPER = 60

_TOKEN = re.compile(r"[^\W_]+(?:['’.,\-:][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_SMALL = {
    word: str(at)
    for at, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}
_AGE = re.compile(
    rf"\b([0-9]{{1,2}}|{'|'.join(_SMALL)})[- ](year|month)s?[- ]old\b"
    r"|,\s([0-9]{1,2}),|\bage[sd]?\s([0-9]{1,2})\b",
    re.IGNORECASE,
)
_AGED = re.compile(r"^\s?\(?,?\s?(?:who (?:is|was) |aged? )?[0-9]{1,2}\b[,)]?")
#: Numbers that say little: years, single digits, ages, two digits by themselves.
_PLAIN_NUMBER = re.compile(r"(?:19|20)[0-9]{2}|[0-9]{1,2}|[0-9]+-(?:year|month)-old", re.IGNORECASE)
_CALENDAR = word_set(
    """january february march april may june july august september october november december jan feb
    mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thurs fri sat sun"""
)
#: A name after one of these is that of an official or a reporter, who turns up in reports of much else.
_TITLES = word_set(
    """sgt lt capt det cpl maj gen col chief officer sheriff deputy mayor spokesman spokeswoman
    spokesperson detective captain sergeant lieutenant major general colonel corporal trooper judge
    attorney prosecutor lawyer dr reporter correspondent coroner commissioner superintendent gov
    governor president premier sen rep senator congressman congresswoman pastor rev reverend bishop
    pope imam ayatollah sheikh councilman councilwoman director commander inspector examiner secretary
    minister ambassador principal professor king queen prince"""
)
#: Capitalised words of streets, bodies, outlets and page furniture: no parts of a person's name.
_NO_PERSON = word_set(
    """department county police hospital medical center centre school street avenue road drive lane
    park church mosque temple university college news press office court city town village state
    north south east west northern southern eastern western central upper lower river lake
    island bay valley hills heights beach apartments apartment district division bureau unit
    local channel tv radio facebook twitter fire highway interstate parish township metro
    airport mall store inn hotel club bar company inc corp ltd agency organisation organization
    association union party army navy air force forces guard ministry national federal high
    middle elementary memorial saint st mount mt fort port new san santa los las el la le de du
    united states republic kingdom health children regional general services service team times
    post tribune herald sun journal daily weekly media abc cbs nbc cnn fox bbc ap afp reuters pm
    am image caption view full video photo story update updated copyright rights reserved
    advertisement read sign download breaking watch click posted published related crime
    homicide investigation swat council committee commission institute bank house senate
    parliament congress al jazeera guardian mirror standard telegraph express star observer wire
    crescent cross nations human watch world international red black white"""
)
_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Likeness:
    """What the words of one account are compared by.

    Attributes:
        words: Its weightiest stems with their weights; the squares of the weights add up to one.
        people: First and last name, folded, of those something happened to or who are said to have done
            it.
        others: Likewise of anybody else it names: speakers, officials.
        opening: Proper words of its heading and first lines that stand as names in the text.
        proper: Proper words anywhere in it.
        placed: Those of its proper words that are used to say where something is.
        ages: Ages stated, in years, or in months with an "m".
        numbers: House numbers, times, amounts: numbers that chance seldom makes agree.
    """

    words: tuple[tuple[str, float], ...] = ()
    people: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    placed: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


#: No words to compare.
NO_LIKENESS = Likeness()


def likeness_of(
    heading: str,
    passages: Sequence[str],
    *,
    opening: str,
    parties: Iterable[str],
    places: Iterable[str],
) -> Likeness:
    """Return what an account is compared by.

    Args:
        heading: The headline it stands under; its capitals prove nothing, as headlines set many.
        passages: The passages that tell of it.
        opening: The first lines of it.
        parties: Words for those who did it or to whom it was done.
        places: Names of places in the report.
    """
    body = " \n ".join(passages)
    tokens = [match.group() for match in _TOKEN.finditer(body)]
    lower = frozenset(word for word in tokens if word[0].islower())
    proper = {
        folded
        for word in tokens
        if word[0].isupper() and (folded := _folded(word)) not in lower and _tells(folded)
    }
    first = {
        _folded(word) for word in _TOKEN.findall(f"{heading} \n {opening}") if word[0].isupper()
    }
    involved = frozenset(_folded(word) for one in parties for word in _TOKEN.findall(one))
    areas = frozenset(_folded(word) for one in places for word in _TOKEN.findall(one))
    people, others = _people(body, lower, involved)
    return Likeness(
        words=_weighed([*_TOKEN.findall(heading), *tokens]),
        people=people,
        others=others,
        opening=frozenset(word for word in first & proper if rarity(stem(word)) > USUAL),
        proper=frozenset(
            sorted(proper, key=lambda word: (-rarity(stem(word)), word))[:_KEPT_PROPER]
        ),
        placed=areas & proper,
        ages=frozenset(_ages(f"{heading} \n {body}")),
        numbers=frozenset(
            word.casefold()
            for word in tokens
            if word[0].isdigit() and not _PLAIN_NUMBER.fullmatch(word)
        ),
    )


def cosine(a: Likeness, b: Likeness) -> float:
    """Return how alike the words of two accounts are, from 0 to 1."""
    weights = dict(a.words)
    return sum(weight * weights[word] for word, weight in b.words if word in weights)


def _weighed(tokens: Sequence[str]) -> tuple[tuple[str, float], ...]:
    """Return the weightiest stems: each by its rarity and the logarithm of how often it stands there."""
    folded = (_folded(word) for word in tokens)
    counts = Counter(stem(word) for word in folded if len(word) > 1 and word not in COMMON)
    weights = {word: (1 + log(count)) * rarity(word) for word, count in counts.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    kept = sorted(weights, key=lambda word: (-weights[word], word))[:_KEPT_WORDS]
    return tuple((word, round(weights[word] / length, 4)) for word in sorted(kept))


def _people(
    text: str, lower: frozenset[str], involved: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return those involved and the others whom `text` names in full."""
    found: set[str] = set()
    people: set[str] = set()
    officials: set[str] = set()
    for words, end, before in _runs(text, lower):
        titled = max((at for at, word in enumerate(words) if word in _TITLES), default=-1)
        bare = [word for word in words[titled + 1 :] if word not in _SUFFIX]
        if not 1 < len(bare) <= _LONGEST_NAME or not _NO_PERSON.isdisjoint(bare):
            continue
        name = f"{bare[0]} {bare[-1]}"
        found.add(name)
        if titled >= 0 or before in _TITLES:
            officials.add(name)
        if _AGED.match(text[end : end + 24]) or bare[-1] in involved:
            people.add(name)
    return frozenset(people - officials), frozenset(found - (people - officials))


def _runs(text: str, lower: frozenset[str]) -> Iterator[tuple[list[str], int, str]]:
    """Yield each run of capitalised words, folded, with its end and the word before it."""
    run: list[str] = []
    end = 0
    before = last = ""
    for match in _TOKEN.finditer(text):
        word = match.group()
        folded = _folded(word)
        capital = word[0].isupper() and _tells(folded)
        gap = text[end : match.start()]
        if run and capital and (gap == " " or (gap == ". " and run[-1] in _TITLES)):
            run.append(folded)
        else:
            if len(run) > 1:
                yield run, end, before
            run = [folded] if capital and folded not in lower else []
            before = last
        last, end = folded, match.end()
    if len(run) > 1:
        yield run, end, before


def _ages(text: str) -> Iterator[str]:
    for number, unit, between, stated in _AGE.findall(text):
        value = _SMALL.get(number.casefold(), number) or between or stated
        yield f"{value}m" if unit.casefold() == "month" else value


def _folded(word: str) -> str:
    return _POSSESSIVE.sub("", word).casefold().replace("’", "'")


def _tells(folded: str) -> bool:
    return len(folded) > 1 and folded not in COMMON and folded not in _CALENDAR
