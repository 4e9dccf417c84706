"""Names from the mentions of GUM.

GUM marks every mention of an entity with its extent and kind (`Entity=(12-person-...`), common nouns
and whole noun phrases included. A name is the run of proper nouns around the head of a mention of a
person, an organisation or a place, without titles; that is what the other corpora mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_LABELS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_PROPER = frozenset({"NNP", "NNPS"})
#: Words between two proper nouns that belong to the name of an organisation or a place.
_INSIDE = frozenset("of the for de del du la le al van von - & 's ’s".split())
#: What stands before the name of a person and is not part of it in the other corpora.
_TITLES = frozenset(
    """mr mr. mrs mrs. ms ms. dr dr. prof prof. professor president senator secretary minister
    governor general colonel captain king queen prince princess judge justice chief sir lord lady
    representative congressman congresswoman chairman vice prime attorney mayor st. rev. reverend
    pope bishop archbishop ambassador speaker director chancellor officer detective lieutenant
    major sergeant admiral father sister uncle aunt senators representatives home foreign deputy
    defense defence interior finance crown shah sheikh ayatollah imam""".split()
)
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_MARK = re.compile(r"(\()?([^()]+)(\))?")


def names_of_mentions(
    words: Sequence[str], xpos: Sequence[str], heads: Sequence[int], misc: Sequence[str]
) -> tuple[str, ...]:
    """Return BIO labels over PER, ORG and LOC, one per word.

    Args:
        words: The words of the sentence.
        xpos: Their Penn tags.
        heads: Their governors, 1-based; 0 for the root.
        misc: Their MISC columns.
    """
    labels = ["O"] * len(words)
    found = [
        (first, last, label)
        for start, end, kind in _mentions(misc)
        if (label := _LABELS.get(kind)) is not None
        and (run := _name(words, xpos, heads, (start, end), label)) is not None
        for first, last in [run]
    ]
    for first, last, label in sorted(found, key=lambda run: run[0] - run[1]):
        if all(labels[index] == "O" for index in range(first, last)):
            labels[first] = f"B-{label}"
            labels[first + 1 : last] = [f"I-{label}"] * (last - first - 1)
    return tuple(labels)


def _mentions(misc: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield first word, end and kind of each mention; one that runs over the sentence is left out."""
    open_marks: list[tuple[int, str, str]] = []
    for index, column in enumerate(misc):
        entity = _ENTITY.search(column)
        for opening, body, closing in _MARK.findall(entity.group(1)) if entity else ():
            if opening:
                number, _, rest = str(body).partition("-")
                kind = rest.partition("-")[0]
                if closing:
                    yield index, index + 1, kind
                else:
                    open_marks.append((index, number, kind))
            else:
                for place in reversed(range(len(open_marks))):
                    if open_marks[place][1] == body:
                        start, _, kind = open_marks.pop(place)
                        yield start, index + 1, kind
                        break


def _name(
    words: Sequence[str],
    xpos: Sequence[str],
    heads: Sequence[int],
    mention: tuple[int, int],
    label: str,
) -> tuple[int, int] | None:
    """Return the run of proper nouns around the head of a mention, or None if its head is none."""
    start, end = mention
    tops = [
        index for index in range(start, end) if not start < heads[index] <= end or heads[index] == 0
    ]
    top = tops[0] if tops else start
    if xpos[top] not in _PROPER or (label == "PER" and xpos[top] == "NNPS"):
        return None

    def belongs(index: int) -> bool:
        return xpos[index] in _PROPER or (label != "PER" and words[index].lower() in _INSIDE)

    first, last = top, top + 1
    while first > start and belongs(first - 1):
        first -= 1
    while last < end and belongs(last):
        last += 1
    while xpos[first] not in _PROPER or (
        label == "PER" and last - first > 1 and words[first].lower() in _TITLES
    ):
        first += 1
    while xpos[last - 1] not in _PROPER:
        last -= 1
    return (first, last) if first < last else None
