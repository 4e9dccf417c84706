"""What befell whom, as one clause words it: its cues of harm, each with the people it befell.

A cue has the harmed before it ("two men were killed", "a girl died") or behind it ("killing two men",
"the death of a girl"). Which side is told by the form of the cue and by what stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.domain.statement import Counted
from onrecord.reconcile.harm_people import People, Word, cut, people_in
from onrecord.reconcile.words import word_set

#: `struck` is harm that leaves open whether it killed: shot, hit, stabbed.
Fate = Literal["killed", "injured", "struck"]
Side = Literal["before", "behind", "either"]

_ADVERB = r"(?:(?:\w+ly|also|later|then|reportedly|both|all)\s+)*"
_BE = rf"(?:(?:was|were|is|are|been|being|be|got|gets)\s+{_ADVERB})"
_SHOT = r"(?:shot|gunned down|stabbed|beaten|bludgeoned|strangled|run over|burned)"


def _cue(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE)


#: Tried in this order at each place; the first that fits is the cue.
_CUES: tuple[tuple[Fate, Side, re.Pattern[str]], ...] = (
    (
        "killed",
        "before",
        _cue(
            r"lost (?:his|her|their) (?:own )?li(?:fe|ves)|took (?:his|her|their) own li(?:fe|ves)|"
            r"(?:turned|turning) (?:the|a|his|her) (?:gun|weapon|rifle|pistol|handgun|shotgun) on "
            r"(?:him|her|them)sel(?:f|ves)|(?:committed|commits|committing) suicide|"
            r"(?:died|dies|dying|perished|perishes|succumbed|drowned)|"
            r"(?:pronounced|declared|confirmed|presumed|found|feared) (?:brain )?dead|"
            r"found (?:shot|stabbed|beaten) (?:and killed|to death)|"
            r"(?:did|does) not survive|deceased|passed away|brain dead",
        ),
    ),
    (
        "killed",
        "behind",
        _cue(
            r"(?:claim\w*|took|taken?|taking) the li(?:fe|ves) of|"
            r"(?:(?:shooting|stabbing|beating|fatal|violent|untimely|drowning) )*"
            r"(?:deaths?|killings?|murders?|slayings?|homicides?) of|fatal \w+ of|"
            r"bod(?:y|ies) of|remains of",
        ),
    ),
    (
        "killed",
        "behind",
        _cue(
            r"kills?|killing|murdering|murders|slaying|executing|massacr(?:ed|ing)|"
            r"(?:shooting|shoots?|stabbing|stabs?) (?:and|&) kill(?:ing|s)?|"
            r"fatally (?:shooting|shoots?|wounding|injuring|stabbing|hitting|striking)",
        ),
    ),
    (
        "killed",
        "either",
        _cue(
            rf"{_SHOT} (?:and|&) (?:later |then )?killed|{_SHOT} dead|{_SHOT} to death|{_SHOT} and died|"
            rf"fatally {_SHOT}|fatally (?:wounded|injured|struck|hit|hurt)|{_SHOT} fatally|"
            r"mortally wounded|killed|slain|murdered|executed|assassinated|lynched|beheaded",
        ),
    ),
    ("killed", "before", _cue(r"dead|fatally|bod(?:y|ies) (?:was|were|have been|found)")),
    (
        "injured",
        "before",
        _cue(
            r"(?:in|into) (?:(?:a|an|very|extremely|but) )*"
            r"(?:critical|serious|stable|fair|good|grave|guarded|unknown)(?: but stable)?(?: condition)?|"
            r"hospitali[sz]ed|airlifted|(?:non|not)[- ]life[- ]threatening|"
            r"(?:is|are|was|were) expected to (?:survive|recover|live|be ok\w*|make)|survived?|"
            r"(?:suffer\w*|sustain\w*|receiv\w*|with) (?:(?:\w|-)+ ){0,4}?injur(?:y|ies)|"
            r"undergo\w* surgery|underwent surgery|"
            r"treated (?:and released|at|for)|recovering|grazed",
        ),
    ),
    (
        "injured",
        "behind",
        _cue(
            r"injures?|injuring|wounds|wounding|hurting|maiming|"
            r"(?:shoots?|shooting|stabs?|stabbing) (?:and|&) (?:wound|injur|hurt)(?:ing|s|es)?|"
            r"wounding of",
        ),
    ),
    (
        "injured",
        "either",
        _cue(
            rf"{_SHOT} (?:and|&) (?:\w+ly )?(?:wounded|injured|hurt)|"
            r"injured|wounded|hurt|winged|maimed",
        ),
    ),
    (
        "struck",
        "before",
        _cue(
            r"(?:suffer\w*|sustain\w*|receiv\w*|with|from|had|for|of) (?:(?:\w|-)+ ){0,4}?"
            r"(?:gunshot|stab|bullet|knife|shrapnel)? ?wounds?|"
            r"(?:taken|rushed|transported|flown|driven|admitted|brought|went|sent) "
            r"(?:(?:\w|-)+ ){0,6}?(?:hospitals?|trauma center|medical cent(?:er|re))",
        ),
    ),
    (
        "struck",
        "behind",
        _cue(r"shooting of|stabbing of|shoots|shooting|stabs|stabbing|striking|hitting|grazing"),
    ),
    ("struck", "either", _cue(r"shot|gunned down|stabbed|struck|hit|beaten")),
)
_PASSIVE = re.compile(
    rf"\b(?:was|were|is|are|been|being|be|got|gets?|had been|have been|has been)\s+{_ADVERB}$",
    re.IGNORECASE,
)
#: Words that may stand between the people and the cue behind them.
_BETWEEN = word_set(
    """was were is are been being be got had has have who that also later then reportedly both all
    apparently allegedly accidentally critically seriously severely slightly badly gravely mortally
    fatally wounded injured found left lying and were to at least still now just only each remains
    remain remained listed left confirmed pronounced shot killed died hurt , ( ) - – — : instantly
    immediately previously tragically eventually someone ultimately lay"""
)
_AFTER = word_set(
    """and & up the at least about nearly almost another more than or himself his her another as many
    an off-duty"""
)
_FATES = word_set("killed dead died injured wounded hurt shot stabbed")
_LINK = word_set("and & , along with as well plus then")
#: What may follow a participle that has its people before it; else they did it to what follows.
_HIT = re.compile(r"(?:hit|struck|strik|beaten|graz|hurt)", re.IGNORECASE)
_NO_OBJECT = re.compile(
    r"\s*(?:$|[^\w\s]|(?:in|at|on|by|during|after|when|while|where|near|outside|inside|and|or|but|as|"
    r"before|over|with|from|to|for|since|early|late|earlier|later|overnight|this|last|yesterday|today|"
    r"tonight|\w+day|\w+ly|twice|several times|multiple times|once|along|among|across|amid|because|"
    r"behind|between|following|if|of|out|that|through|under|until|who|or|is|are|was|were|has|have|had|"
    r"died|dead|january|february|march|april|june|july|august|september|october|november|december|"
    r"\d+ times|view|photo|posted)\b)",
    re.IGNORECASE,
)
_PREPOSITIONS = word_set(
    "of from in at near to outside inside by on with off across around along over"
)
_LONGEST_APPOSITION = 14
_LONGEST_GAP = 8
_MOST_BETWEEN = 3
_TIMES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
_MULTIPLE = re.compile(
    r"\b(?P<times>double|triple|quadruple|quintuple|sextuple)[ -](?P<deadly>fatal |deadly )?"
    r"(?P<kind>shooting|stabbing|homicide|murder|killing|slaying)\b",
    re.IGNORECASE,
)
_FAR = 90
#: What ends "a woman shot at her home last week" before "has died" can be said of her.
_CLAUSE_END = re.compile(
    r"[;:.,]|\b(?:who|which|that|while|when|as|none|nobody|but)\b", re.IGNORECASE
)
_AND_THEN = re.compile(rf"\b(?:and|but|before|then|where (?:he|she|they))\s+{_ADVERB}{_BE}?$")


@dataclass(frozen=True, slots=True)
class Suffered:
    """One cue of harm with whom it befell.

    Attributes:
        fate: What befell them.
        people: The runs of words for them, in order; may be empty.
        start: Offset of the cue in the clause.
        end: Offset after it.
    """

    fate: Fate
    people: tuple[People, ...]
    start: int
    end: int


def _named_by_number(text: str) -> Iterator[Suffered]:
    """Yield what a name of the occurrence counts: "a triple shooting", "a double homicide"."""
    for match in _MULTIPLE.finditer(text):
        number = _TIMES[match["times"].casefold()]
        deadly = match["deadly"] or match["kind"].casefold() not in ("shooting", "stabbing")
        people = People(0, 0, number, number, "new", one=False)
        yield Suffered("killed" if deadly else "struck", (people,), match.start(), match.end())


def suffered_in(
    text: str, *, counts: Iterable[tuple[int, int, Counted]] = ()
) -> tuple[Suffered, ...]:
    """Return what a clause says befell whom, in order of its cues.

    Args:
        text: The clause.
        counts: Numbers read before, with where they stand in it; they give the bounds.
    """
    words = cut(text)
    people = people_in(words, counts=counts)
    found: list[Suffered] = []
    objects: set[int] = set()
    for fate, side, match in _cues_in(text):
        subjects = [one for one in people if one.first not in objects and not _is_aside(words, one)]
        passive = _PASSIVE.search(text, max(0, match.start() - _FAR), match.start()) is not None
        harmed: tuple[People, ...] = ()
        if side == "behind" or (side == "either" and not passive):
            harmed = _behind(words, people, match.end())
            objects |= {one.first for one in harmed}
        active = side == "either" and not passive and not _NO_OBJECT.match(text, match.end())
        if not harmed and side != "behind" and not active:
            harmed = _before(words, subjects, match.start())
            last = found[-1] if found else None
            if not harmed and last and _goes_on(text[last.end : match.start()]):
                harmed = last.people
            elif not harmed and last and fate == "killed" and last.people[0].first not in objects:
                between = text[last.end : match.start()]
                harmed = last.people if len(between) < _FAR and not _ends_clause(between) else ()
        harmed = _told_apart(harmed, subjects, cue=match[0])
        if harmed:
            found.append(Suffered(fate, harmed, match.start(), match.end()))
    return tuple(sorted((*found, *_named_by_number(text)), key=lambda one: one.start))


def _told_apart(
    harmed: tuple[People, ...], subjects: Sequence[People], *, cue: str
) -> tuple[People, ...]:
    """Return the harmed without lands and towns, which are hit as well, and with who hit himself."""
    if _HIT.match(cue):
        harmed = tuple(one for one in harmed if one.noun or one.age is not None or not one.name)
    doer = _doer(subjects, harmed)
    return tuple(doer or one if one.standing == "self" else one for one in harmed)


def _doer(subjects: Sequence[People], harmed: Sequence[People]) -> People | None:
    """Return who acts on himself: the nearest person before who is not one that was harmed."""
    own = next((one for one in harmed if one.standing == "self"), None)
    if own is None:
        return None
    first = next((one for one in reversed(subjects) if one.first < own.first and one.one), None)
    if first is None or (first.sex and own.sex and first.sex != own.sex):
        return None
    return first if first.name or first.age is not None or first.standing == "new" else None


def _goes_on(between: str) -> bool:
    """Say whether a second thing is told of the same people: "was hit twice and died that night"."""
    return len(between) < _FAR and _AND_THEN.search(between) is not None


def _ends_clause(between: str) -> bool:
    return _CLAUSE_END.search(between) is not None


def _is_aside(words: Sequence[Word], one: People) -> bool:
    """Say whether a run is who did it ("by a neighbour") or a bare name behind a preposition."""
    before = words[one.first - 1].low if one.first else ""
    if before == "by":
        return True
    bare = bool(one.name) and not one.noun and one.age is None
    return bare and before in _PREPOSITIONS


def _cues_in(text: str) -> Iterator[tuple[Fate, Side, re.Match[str]]]:
    at = 0
    while at < len(text):
        nearest = min(
            (
                (match.start(), order, match)
                for order, (_, _, pattern) in enumerate(_CUES)
                if (match := pattern.search(text, at))
            ),
            key=lambda one: one[:2],
            default=None,
        )
        if nearest is None:
            return
        _, order, match = nearest
        fate, side, _ = _CUES[order]
        yield fate, side, match
        at = match.end()


def _behind(words: Sequence[Word], people: Sequence[People], end: int) -> tuple[People, ...]:
    """Return the people right behind a cue, with those linked to them."""
    at = next((number for number, word in enumerate(words) if word.start >= end), len(words))
    number = next((n for n, one in enumerate(people) if one.last > at), len(people))
    if number == len(people):
        return ()
    between = words[at : people[number].first]
    lows = [word.low for word in between]
    if len(between) > _MOST_BETWEEN or not _AFTER.issuperset(lows):
        return ()
    if "at" in lows and "least" not in lows:
        return ()
    chain = [people[number]]
    for one in people[number + 1 :]:
        joint = words[chain[-1].last : one.first]
        if not _links(joint, words[chain[-1].last - 1]) or _is_part(words, joint, one):
            break
        chain.append(one)
    return _merged(chain, words)


def _before(words: Sequence[Word], people: Sequence[People], start: int) -> tuple[People, ...]:
    """Return the people a cue behind them speaks of, with those linked to them."""
    at = next((n for n, word in enumerate(words) if word.start >= start), len(words))
    number = next((n for n in range(len(people) - 1, -1, -1) if people[n].last <= at), -1)
    while number >= 0 and not _reaches(words, people[number].last, at):
        number -= 1
        if number < 0 or at - people[number].last > _LONGEST_APPOSITION + _LONGEST_GAP:
            return ()
    if number < 0:
        return ()
    chain = [people[number]]
    for one in reversed(people[:number]):
        joint = words[one.last : chain[0].first]
        if any(word.low in ("including", "among") for word in joint) and not one.one:
            return (one,)
        if not _links(joint, words[one.last - 1]):
            break
        chain.insert(0, one)
    return _merged(chain, words)


def _reaches(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether only an apposition and helping words stand between the people and the cue."""
    between = words[start:end]
    at = 0
    if words[start - 1].text == "," or (between and between[0].text == ","):
        first = 1 if between and between[0].text == "," else 0
        close = next(
            (n for n in range(len(between) - 1, first, -1) if between[n].text == ","), None
        )
        if close is not None and close - first <= _LONGEST_APPOSITION:
            at = close + 1
        elif words[start - 1].text == "," and between and between[0].low == "of":
            close = next((n for n in range(len(between)) if between[n].text == ","), None)
            at = close + 1 if close is not None else 0
    rest = between[at:]
    return len(rest) <= _LONGEST_GAP and all(
        word.low in _BETWEEN or word.low.endswith("ly") for word in rest
    )


def _is_part(words: Sequence[Word], joint: Sequence[Word], one: People) -> bool:
    """Say whether a run counts some of those before it: "six people, one fatally", "five, including"."""
    if any(word.low == "including" for word in joint):
        return True
    bare = not one.noun and not one.name and one.age is None
    fate = words[one.last].low if one.last < len(words) else ""
    return bare and (fate.endswith("ly") or [word.low for word in joint] == [","])


def _links(joint: Sequence[Word], before: Word) -> bool:
    """Say whether two runs stand in one list: "a man and a woman", "A, 16, of Velmara, and B"."""
    if not joint:
        return before.text == ","  # the comma behind an age belongs to the run
    if all(word.low in _LINK for word in joint) and [one.low for one in joint] != ["with"]:
        return True
    origin = joint[0].low in ("of", "from") or (
        joint[0].text == "," and len(joint) > 1 and joint[1].low in ("of", "from")
    )
    told = any(word.low in _FATES for word in joint)  # "three of them were killed and two hurt"
    return origin and not told and joint[-1].low in ("and", ",") and len(joint) <= _LONGEST_GAP


def _merged(chain: Sequence[People], words: Sequence[Word]) -> tuple[People, ...]:
    """Return the runs with appositions joined: "another man, 23-year-old Tam Orr,"."""
    kept: list[People] = []
    for one in chain:
        apposed = bool(kept) and _is_apposition(kept[-1], one, words)
        kept.append(_together(kept.pop(), one) if apposed else one)
    if len(kept) > 1 and _is_breakdown(kept, words):
        return tuple(kept[:1])
    return tuple(kept)


def _is_breakdown(chain: Sequence[People], words: Sequence[Word]) -> bool:
    """Say whether the first run counts all and the others its parts: "six people, three men and …"."""
    joint = {word.low for word in words[chain[0].last : chain[1].first]}
    rest = sum(one.low or 0 for one in chain[1:])
    return not chain[0].one and "and" not in joint and chain[0].low == rest


def _together(a: People, b: People) -> People:
    return replace(
        b,
        first=a.first,
        standing="new" if a.standing == "part" else a.standing,
        name=a.name or b.name,
        age=a.age if a.age is not None else b.age,
        sex=a.sex or b.sex,
        noun=a.noun or b.noun,
    )


def _is_apposition(a: People, b: People, words: Sequence[Word]) -> bool:
    joint = words[a.last : b.first]
    if joint and joint[0].low in ("of", "from") and joint[-1].text == ",":
        return (
            a.one and b.one and bool(a.noun and b.name) and not a.name
        )  # "the owner of a bar, Ilan Dorr"
    if any(word.low != "," for word in joint) or not a.one or not b.one:
        return False
    if a.standing == "part":
        return bool(b.name) or b.age is not None  # "one of them, a 31-year-old, died"
    if not joint and words[a.last - 1].text != ",":
        return bool(a.noun and b.name and not a.name)
    return (not a.name) != (not b.name) and not (a.sex and b.sex and a.sex != b.sex)
