"""What a number counts: money, a measure, or the noun it stands before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.domain.numerals import Numeral
from onrecord.domain.span import Extent
from onrecord.read.quantity_words import Words
from onrecord.read.units import (
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    FATE_WORDS,
    MEASURES,
    PERCENT,
    plural,
)

_MAX_WORDS = 8

#: Before a singular noun of time these say when, not how many.
_WHICH_TIME = frozenset({"last", "this", "next", "past", "previous"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted.

    Attributes:
        start: Where the number with its sign starts.
        end: Where the words that name the unit end; the end of the number when there are none.
        unit: Normalised unit; empty when the words name none.
        words: The counted words, verbatim; empty for money and bare numbers.
        head: Index of the token of the counted noun; -1 when there is none.
        kind: `money`, `percent`, `measure`, `noun`, or `bare`.
    """

    start: int
    end: int
    unit: str
    words: str
    head: int
    kind: str


def _longest_first(words: object) -> str:
    assert isinstance(words, (dict, frozenset))
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SIGN_BEFORE = re.compile(rf"(?<![A-Za-z])(?P<sign>{_longest_first(CURRENCY_SIGNS)}) ?-?$")
_CODES_AFTER = frozenset(
    sign for sign in CURRENCY_SIGNS if sign.isalpha() and sign not in ("RM", "PS")
)
_SIGN_AFTER = re.compile(rf" ?(?P<sign>{_longest_first(_CODES_AFTER)}|[€£$])(?!\w)")
_CURRENCY_AFTER = re.compile(
    rf"[ -](?:(?:U\.?S\.?|Hong Kong|Australian|Canadian|Singapore) )?"
    rf"(?P<word>{_longest_first(CURRENCY_WORDS)})(?!\w)",
    re.IGNORECASE,
)
_PERCENT_AFTER = re.compile(
    rf" ?-?(?P<points>percentage points?)(?!\w)| ?-?(?:{_longest_first(PERCENT)})(?!\w)",
    re.IGNORECASE,
)
_MEASURE_AFTER = re.compile(rf"[ -]?(?P<word>{_longest_first(MEASURES)})(?!\w)", re.IGNORECASE)
_SHORT_MEASURES = frozenset({"m", "g", "mi", "ha", "nm", "min", "w"})


def counted_at(
    words: Words, numeral: Numeral, *, offset: int, after: int, dollar: str = "USD"
) -> Counted:
    """Return what the number counts.

    Args:
        numeral: The number, in offsets of the sentence.
        offset: Where the sentence starts in the document text.
        after: Where the words that may name the unit start (behind "or more").
        dollar: The currency a bare "$" or "dollars" stands for.
    """
    start = offset + numeral.start
    sign = _SIGN_BEFORE.search(words.text[max(words.start, start - 8) : start])
    if sign is not None:
        unit = CURRENCY_SIGNS[sign["sign"]] if sign["sign"] != "$" else dollar
        return Counted(start - len(sign[0]), after, unit, "", -1, "money")
    return (
        _by_pattern(words, start, after, dollar)
        or _by_noun(words, numeral, start=start, after=after)
        or Counted(start, after, "", "", -1, "bare")
    )


def _by_pattern(words: Words, start: int, after: int, dollar: str) -> Counted | None:
    percent = _PERCENT_AFTER.match(words.text, after, words.end)
    if percent is not None:
        unit = "percentage_points" if percent["points"] else "percent"
        return Counted(start, percent.end(), unit, percent[0].strip(" -"), -1, "percent")
    money = _CURRENCY_AFTER.match(words.text, after, words.end)
    if money is not None:
        unit = CURRENCY_WORDS[money["word"].lower()]
        unit = dollar if unit == "USD" else unit
        return Counted(start, money.end(), unit, "", -1, "money")
    code = _SIGN_AFTER.match(words.text, after, words.end)
    if code is not None:
        return Counted(start, code.end(), CURRENCY_SIGNS[code["sign"]], "", -1, "money")
    measure = _MEASURE_AFTER.match(words.text, after, words.end)
    if measure is None or _is_no_measure(measure):
        return None
    return Counted(
        start,
        measure.end(),
        MEASURES[measure["word"].lower()],
        measure["word"],
        -1,
        "measure",
    )


def _is_no_measure(match: re.Match[str]) -> bool:
    """Say whether a short sign is something else: "5 M", "16 Min"."""
    word = match["word"]
    return word.lower() in _SHORT_MEASURES and word not in (word.lower(), "W")


def _by_noun(words: Words, numeral: Numeral, *, start: int, after: int) -> Counted | None:
    first = words.at_or_after(after)
    first = _past_partitive(words, first, bare=numeral.kind == "fraction")
    head = _head_by_tree(words, numeral, start=start, first=first)
    if head is None:
        head = _head_by_run(words, first)
    if head is None or _is_time_when(words, first, head):
        return None
    begin = first
    while begin < head and words.tokens[begin].upos in ("PUNCT", "DET"):
        begin += 1
    extent = Extent(words.tokens[begin].start, words.tokens[head].end)
    return Counted(
        start, extent.end, unit_of_noun(words, head), extent.of(words.text), head, "noun"
    )


def _is_time_when(words: Words, first: int, head: int) -> bool:
    """Say whether the words behind a number say when it held: "from 300 last week"."""
    opens = first < head and words.tokens[first].text.lower() in _WHICH_TIME
    return opens and words.tokens[head].xpos not in ("NNS", "NNPS")


def _past_partitive(words: Words, at: int, *, bare: bool) -> int:
    """Step over "of", "of the", "of his" after a number; after a fraction "of" may be missing."""
    if at >= len(words.tokens):
        return at
    if words.tokens[at].text.lower() == "of":
        at += 1
    elif not bare:
        return at
    while at < len(words.tokens) and (
        words.tokens[at].upos in ("DET", "PRON")
        or words.tokens[at].text.lower() in ("the", "its", "their", "his", "her", "these", "those")
    ):
        at += 1
    return _past_owner(words, at)


_OWNER_WORDS = 5


def _past_owner(words: Words, at: int) -> int:
    """Step over whose they are: "of Velmar's ships" counts ships."""
    for index in range(at, min(at + _OWNER_WORDS, len(words.tokens))):
        token = words.tokens[index]
        if token.text in ("'s", "’s", "'", "’"):
            return index + 1
        if token.text.endswith(("'s", "’s")):
            return index + 1
        if not words.is_noun(index) and token.upos not in ("ADJ", "DET"):
            break
    return at


def _head_by_tree(words: Words, numeral: Numeral, *, start: int, first: int) -> int | None:
    """Return the noun the number modifies, where the tree says so and the words between agree."""
    if not words.tagged:
        return None
    inside = words.covering(start, start + numeral.end - numeral.start)
    for index in reversed(inside):
        head = words.tokens[index].head
        if (
            words.relation(index) in ("nummod", "amod", "advmod")
            and first <= head < first + _MAX_WORDS
        ):
            between = range(first, head)
            if words.is_noun(head) and all(words.is_inside_noun_phrase(i) for i in between):
                return head
    return _head_of_whole(words, inside, first)


_MAX_WHOLE = 12


def _head_of_whole(words: Words, inside: tuple[int, ...], first: int) -> int | None:
    """Return the noun behind "of" that the tree hangs from the number: "one of the most modern ships"."""
    for index in inside:
        for child in words.children(index):
            if words.relation(child) != "nmod" or not first <= child < first + _MAX_WHOLE:
                continue
            cases = {words.tokens[case].text.lower() for case in words.children(child)}
            between = {words.tokens[at].upos for at in range(first, child)}
            if "of" in cases and words.is_noun(child) and not between & {"NUM", "PUNCT", "VERB"}:
                return child
    return None


def _head_by_run(words: Words, first: int) -> int | None:
    """Return the last noun of the run of nouns and adjectives that starts at `first`."""
    head: int | None = None
    for index in range(first, min(first + _MAX_WORDS, len(words.tokens))):
        token = words.tokens[index]
        if index > first and words.text[words.tokens[index - 1].end : token.start] not in (
            "",
            " ",
            "\n",
        ):
            break
        if not words.tagged and index > first and token.text.lower() in FATE_WORDS:
            break
        if words.is_noun(index):
            head = index
            if not words.tagged and token.text.endswith("s") and not _noun_follows(words, index):
                break
        elif not words.is_inside_noun_phrase(index):
            break
    if head is not None or first >= len(words.tokens):
        return head
    if words.tokens[first].text.lower() in FATE_WORDS:
        return first
    return _adjective_alone(words, first)


def _noun_follows(words: Words, index: int) -> bool:
    return index + 1 < len(words.tokens) and words.is_noun(index + 1)


def _adjective_alone(words: Words, first: int) -> int | None:
    """Take a single unknown word for the noun where there are no tags ("one drone")."""
    if words.tagged or words.tokens[first].upos != "ADJ":
        return None
    head = first
    while (
        head + 1 < len(words.tokens) and words.tokens[head + 1].upos == "ADJ" and head < first + 2
    ):
        head += 1
    return head


def unit_of_noun(words: Words, head: int) -> str:
    """Return the unit for a counted noun: its lemma in the plural, snake case."""
    token = words.tokens[head]
    word = token.text.lower()
    if (
        word in FATE_WORDS
        or (token.xpos in ("NNS", "NNPS") and word.endswith("s"))
        or (not words.tagged and word.endswith("s"))
    ):
        unit = word
    else:
        unit = plural(token.lemma.lower() if words.tagged else word)
    return re.sub(r"\W+", "_", unit).strip("_")
