"""Where sentences begin and end in English news prose.

Rules as data: a full stop ends a sentence unless the word before it is an abbreviation that always
runs on ("Gen."), or one that may end a sentence ("U.S.") and the next word does not look like a
beginning. A paragraph break is always a boundary; a boundary never falls before a closing quotation
mark. Nothing is dropped: the sentences of a passage cover all of its letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.domain.span import Extent
from onrecord.ports.linguist import Linguist

#: Nobody writes longer sentences; a run without a stop is read in pieces of this many characters.
MAX_CHARS = 3000

#: Words of a sentence beyond which its marks are not trusted. Chosen on the development parts of the
#: treebanks, joined without line breaks.
_LONG = 40
_SHORTEST_PIECE = 3

#: Always followed by what they belong to.
_RUN_ON = frozenset(
    """adm amb assoc att atty brig bros capt cdr cmdr col comdr cpl cpt det dir dr drs ens fr gen gov
    hon insp lt lt.col lt.gen maj maj.gen messrs mlle mme mr mrs ms msgr mt mx ofc op pfc pres prof pvt
    rep reps ret rev sec sen sens sgt spc sr.lt ssgt st ste supt vice.adm vs v viz e.g i.e cf ca approx
    brig.gen rear.adm""".split()
)
#: May end a sentence: they do when the next word is a usual beginning.
_MAY_END = frozenset(
    """u.s u.n u.k e.u u.s.a u.s.s.r d.c a.m p.m inc co corp ltd plc llc bros jr sr etc no nos art
    sept oct nov dec jan feb mar apr jun jul aug al est b.c a.d ph.d m.p ft mi km kg lb oz min hr
    mon tue tues wed thu thur thurs fri sat sun ave blvd rd""".split()
)
_MONTHS = frozenset("sept oct nov dec jan feb mar apr jun jul aug no nos art".split())
_BEGINNINGS = frozenset(
    """a an the this that these those he she it they we i you his her its their our my but and or yet so
    in on at by for from with without after before since until when while where as if although though
    however meanwhile nevertheless still also both many most more some several one two three four five
    another other others no not there here what who why how officials police authorities according
    earlier later last now then thus instead despite because once under over during""".split()
)
_REPORTING = re.compile(
    r"\s+(?:[A-Z][\w.'’-]*\s+|the\s+|a\s+|an\s+|he\b|she\b|they\b|it\b|[a-z]+\s+){0,5}?"
    r"(?:said|says|told|added|asked|wrote|warned|tweeted|posted|declared|insisted|replied|continued)\b"
)
_STOP = re.compile(r"(?:[.!?…]+|\.{2,})[\"”’'»)\]]*")
_WORD_BEFORE = re.compile(r"[\w.\-]+$")
_SPACE = re.compile(r"\s+")
_UPPER = r"[^\W\d_a-zà-ÿ]"
_LOUD_WORD = rf"{_UPPER}(?:{_UPPER}|[.'’/-])+"
_LOUD_PLACE = rf"{_LOUD_WORD}(?:[ ]{_LOUD_WORD}){{0,4}}"
_PLACE = rf"{_UPPER}[\w.'’-]+(?:[ ]{_UPPER}[\w.'’-]+){{0,3}}"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}[ ]\d{{1,2}}(?:,?[ ]\d{{4}})?|\d{{1,2}}[ ]{_MONTH}(?:[ ]\d{{2,4}})?)"
_SENDER = r"[ ]?\([^()\n]{2,40}\)"
_TAGS = r"(?:\s*\[[^\]\n]{2,60}\])*"
#: Where, when and by whom a report was filed; not part of its first sentence: "PORT AUREL (AP) —",
#: "GENEVA, Switzerland -", "Port Orlan, April 10 (Strand Wire) —", "SAN RISO, 3 JAN 90 -- [TEXT]".
_DATELINE = re.compile(
    rf"(?!(?i:in|on|at|from|by|after|since|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
    rf"(?:{_LOUD_PLACE}(?:,[ ][\w .’'\u200e\u200f-]{{2,30}}?){{0,2}}(?:{_SENDER})?"
    rf"|{_PLACE}(?:,[ ][\w .’'-]{{2,30}}?){{0,1}}(?:(?i:,[ ]{_DAY})(?:{_SENDER})?|{_SENDER}))"
    rf"[ ]?(?:--|[-–—])(?=\s){_TAGS}\s+(?=[\"“‘'(]?[^\W_a-zà-ÿ])"
)
_PARAGRAPH = re.compile(r"\n[ \t\r]*(?:\n[ \t\r]*)+")
_LINE = re.compile(r"[^\n]+")
_CLOSERS = "\"”’'»)]"
_OPENERS = "\"“‘'«(["


def split_sentences(text: str, passage: Extent) -> tuple[Extent, ...]:
    """Return the sentences of one passage, in order, without surrounding space.

    Example:
        >>> text = 'Gen. Ames met U.S. envoys. "Go home," he said.'
        >>> [part.of(text) for part in split_sentences(text, Extent(0, len(text)))]
        ['Gen. Ames met U.S. envoys.', '"Go home," he said.']
    """
    found: list[Extent] = []
    for paragraph in _paragraphs(text, passage):
        start = _after_dateline(text, paragraph)
        for end in _ends(text, Extent(start, paragraph.end)):
            found.extend(_trimmed(text, start, end))
            start = end
        found.extend(_trimmed(text, start, paragraph.end))
    return tuple(found)


def datelines_in(text: str, passage: Extent) -> tuple[Extent, ...]:
    """Return the datelines that open paragraphs of a passage: where, when and by whom it was filed.

    They are no part of any sentence; what they name is a place and a day all the same.
    """
    starts = ((one.start, _after_dateline(text, one)) for one in _paragraphs(text, passage))
    return tuple(
        part for start, end in starts if end > start for part in _trimmed(text, start, end)
    )


def sentences_in(text: str, passage: Extent, linguist: Linguist) -> Iterator[Extent]:
    """Yield the sentences of a passage: by its marks, and by the analyser where marks are missing.

    Headlines run together, lists and transcripts without stops show as sentences of too many words;
    those alone are looked at again.
    """
    for sentence in split_sentences(text, passage):
        if len(sentence.of(text).split()) > _LONG:
            yield from cut_at(text, sentence, linguist.sentence_starts(text, sentence))
        else:
            yield sentence


def cut_at(text: str, sentence: Extent, starts: Sequence[int]) -> tuple[Extent, ...]:
    """Cut what the marks leave whole where an analyser says that sentences start.

    Args:
        text: The whole document text.
        sentence: What `split_sentences` took for one sentence.
        starts: Offsets inside it, in order. One that would leave a piece of fewer than three words
            is passed over.

    Returns:
        Adjacent sentences without surrounding space that cover all letters of the one given.
    """
    cuts = [sentence.start]
    for start in starts:
        rest = Extent(start, sentence.end).of(text).split()
        piece = Extent(cuts[-1], start).of(text).split()
        if min(len(piece), len(rest)) >= _SHORTEST_PIECE:
            cuts.append(start)
    ends = [*cuts[1:], sentence.end]
    return tuple(
        part for start, end in zip(cuts, ends, strict=True) for part in _trimmed(text, start, end)
    )


def _paragraphs(text: str, passage: Extent) -> Iterator[Extent]:
    start = passage.start
    for gap in _PARAGRAPH.finditer(text, passage.start, passage.end):
        yield from _lines(text, Extent(start, gap.start()))
        start = gap.end()
    yield from _lines(text, Extent(start, passage.end))


def _lines(text: str, paragraph: Extent) -> Iterator[Extent]:
    """Yield what stands on lines of their own: a headline above its summary, items of a list.

    A line was ended on purpose when the first word of the next one would still have fitted on it, as
    far as the longest line of the paragraph tells, and the next one does not start in lower case.
    Text wrapped at a width stays together.
    """
    lines = [
        Extent(line.start(), line.end())
        for line in _LINE.finditer(text, paragraph.start, paragraph.end)
    ]
    width = max((len(line.of(text)) for line in lines), default=0)
    start = paragraph.start
    for line, following in pairwise(lines):
        words = following.of(text).split(maxsplit=1)
        fits = words and len(line.of(text).rstrip()) + 1 + len(words[0]) <= width
        if fits and not words[0].lstrip(_OPENERS)[:1].islower():
            yield Extent(start, line.end)
            start = following.start
    yield Extent(start, paragraph.end)


def _after_dateline(text: str, paragraph: Extent) -> int:
    found = _DATELINE.match(text, paragraph.start, paragraph.end)
    return found.end() if found else paragraph.start


def _trimmed(text: str, start: int, end: int) -> Iterator[Extent]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_CHARS:
        cut = text.rfind(" ", start + MAX_CHARS // 2, start + MAX_CHARS)
        cut = cut if cut > start else start + MAX_CHARS
        yield Extent(start, cut)
        start = cut + (text[cut : cut + 1] == " ")
    if start < end:
        yield Extent(start, end)


def _ends(text: str, paragraph: Extent) -> Iterator[int]:
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        end = stop.end()
        space = _SPACE.match(text, end, paragraph.end)
        if space is None and not _glued(text, stop, paragraph):
            continue
        following = text[space.end() if space else end : paragraph.end][:60]
        if following and _breaks(text, stop, following, paragraph.start):
            yield end


def _glued(text: str, stop: re.Match[str], paragraph: Extent) -> bool:
    """Say whether a space is missing after the stop, as in "ended.Then", which web pages lose."""
    end = stop.end()
    before = text[max(paragraph.start, stop.start() - 3) : stop.start()]
    after = text[end : end + 2]
    return (
        before.isalpha()
        and before.islower()
        and len(after) == 2  # noqa: PLR2004 - a capital and a small letter
        and after[0].isupper()
        and after[1].islower()
    )


def _breaks(text: str, stop: re.Match[str], following: str, floor: int) -> bool:
    mark = stop.group()
    closed = mark[-1] in _CLOSERS
    first = following.lstrip(_OPENERS)[:1]
    if first.islower():
        return False
    if closed and mark[0] in "!?…" and mark[-1] not in ")]" and _REPORTING.match(" " + following):
        return False
    if mark[0] in "!?":
        return True
    if mark.startswith(("..", "…")):
        return first.isupper()
    word = _word_before(text, stop.start(), floor)
    if closed:
        return True
    return _stop_breaks(word, following, first)


def _stop_breaks(word: str, following: str, first: str) -> bool:
    lower = word.lower()
    if lower in _RUN_ON and word[:1].isupper() | (
        lower in ("vs", "e.g", "i.e", "v", "ca", "approx")
    ):
        return False
    if lower in _MONTHS and first.isdigit():
        return False
    if len(word) == 1 and word.isupper():
        return _is_beginning(following) and word not in "IA"
    if lower in _MAY_END or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):
        return _is_beginning(following)
    return not (word.isdigit() and first.isdigit() and len(word) <= 2)  # noqa: PLR2004 - "3. 5"


def _is_beginning(following: str) -> bool:
    match = re.match(r"[\"“‘'«(\[]*([A-Za-z]+)", following)
    if match is None:
        return following[:1] in '“"‘'
    word = match.group(1)
    return word[0].isupper() and word.lower() in _BEGINNINGS


def _word_before(text: str, end: int, floor: int) -> str:
    match = _WORD_BEFORE.search(text[max(floor, end - 24) : end])
    return match.group().lstrip(".-") if match else ""
