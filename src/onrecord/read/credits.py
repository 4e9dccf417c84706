"""Credits at the end of a line: "Floods cut off three towns (Lisk Times)", "… - Lisk Times".

A credit is no word of the headline it follows: it says whose headline that is. Lists of headlines and
titles from aggregators carry one on every line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.domain.span import Extent
from onrecord.read.attribution_nouns import names_outlet

#: From so many lines with a credit on, names that do not sound like an outlet are taken for one too.
_LISTED = 3
#: Nobody writes longer headlines.
_LONGEST_LINE = 240
_WORD = r"[A-Z0-9&][\w.’'&!+/-]*"
_NAME = rf"(?:the |The )?{_WORD}(?: (?:of|the|and|de|del|la|le|for|in|{_WORD})){{0,5}}"
_BRACKETED = re.compile(rf"[ \t]+\((?P<name>{_NAME})\)[ \t]*$")
_DASHED = re.compile(rf"[ \t]+[-–—|][ \t]+(?P<name>{_NAME})[ \t]*$")
_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[.][\"”’')]*\s+[\"“‘'(]?[A-Z]")
#: What stands in brackets behind headlines and is no outlet.
_NO_OUTLET = re.compile(
    r"(?i:video|videos|photos?|pictures|gallery|live|updated?|update|opinion|analysis|exclusive|watch|"
    r"audio|podcast|graphic|map|part|pt|vol|no|[ivx]+)(?:[ .]?\d+)?|\W*\d[\d\W]*"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """Whose line it is.

    Attributes:
        line: The words of the line before the credit.
        name: Where the outlet is named.
        end: Where the line ends.
    """

    line: Extent
    name: Extent
    end: int


def credits_in(text: str, passages: Sequence[Extent]) -> tuple[Credit, ...]:
    """Return the credits that end lines of the passages, in order.

    A name that does not sound like an outlet counts only where several lines of the text end alike;
    a line of more than one sentence is no headline.

    Example:
        >>> text = "Floods cut off three towns (Lisk Times)"
        >>> [one.name.of(text) for one in credits_in(text, [Extent(0, len(text))])]
        ['Lisk Times']
    """
    found = [credit for passage in passages for credit in _candidates(text, passage)]
    listed = len(found) >= _LISTED
    return tuple(one for one in found if listed or names_outlet(one.name.of(text)))


def pieces_of(passage: Extent, cut: Sequence[Credit]) -> Iterator[tuple[Extent, Credit | None]]:
    """Yield what is left of a passage when its credits are cut out; each piece with its credit.

    What follows a credited line in one passage, or on the next line, is the summary below its headline:
    the same outlet's.

    Args:
        passage: The passage.
        cut: All credits of the text, in order.
    """
    start = passage.start
    first = bisect_left(cut, passage.start, key=lambda one: one.line.start)
    last = bisect_left(cut, passage.end, key=lambda one: one.line.start)
    before = cut[first - 1] if first else None
    # On the very next line, though capture may have taken the headline for a passage of its own.
    above = before if before is not None and passage.start - before.end == 1 else None
    for credit in cut[first:last]:
        if passage.contains(credit.line):
            if start < credit.line.start:
                yield Extent(start, credit.line.start), above
            yield credit.line, credit
            start, above = credit.end, credit
    if start < passage.end:
        yield Extent(start, passage.end), above


def _candidates(text: str, passage: Extent) -> Iterator[Credit]:
    for line in _LINE.finditer(text, passage.start, passage.end):
        words = line.group()
        if len(words) > _LONGEST_LINE:
            continue
        found = _BRACKETED.search(words) or _DASHED.search(words)
        if found is None or not _may_be_headline(words[: found.start()], found.group("name")):
            continue
        start = line.start()
        name = Extent(start + found.start("name"), start + found.end("name"))
        yield Credit(Extent(start, start + found.start()), name, line.end())


def _may_be_headline(words: str, name: str) -> bool:
    bare = words.strip()
    if len(bare.split()) < 2 or _NO_OUTLET.fullmatch(name):  # noqa: PLR2004 - a headline says something
        return False
    if name.isupper() and _is_short_for(name, bare.split()):
        return False
    return not bare.endswith(".") and _SENTENCE.search(bare) is None


def _is_short_for(name: str, before: Sequence[str]) -> bool:
    """Say whether letters only shorten the words before them: "the Port Agency (PA)"."""
    if len(name) > len(before):
        return False
    return "".join(word[:1] for word in before[-len(name) :]).upper() == name
