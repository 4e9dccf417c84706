"""Words as they are compared: folded, cut into shingles, laid side by side.

Nothing here decides that two texts say the same; it only says which words they share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.domain.reading import Reading

#: Words of one shingle. Three keep word order and survive small edits (Broder, 1997).
SHINGLE_WORDS = 3

_WORD = re.compile(r"[^\W_]+(?:['’.,\-][^\W_]+)*")


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list written as one text."""
    return frozenset(text.split())


#: Words too common to show that two sentences are about the same thing.
COMMON = word_set(
    """a an the and or but nor of to in on at by for from with without into onto over under near off
    out up down as is are was were be been being am has have had having do does did will would can
    could may might shall should must not no any some all both each either neither that this these
    those there here it its he his him she her they their them we our us you your i my who whom
    whose which what when where while after before during since until than then so if also just
    more most less least very such other another same own about between through against said says
    say told tell according part"""
)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of `text` in lower case, with typographic apostrophes made plain.

    Example:
        >>> words_of("“We won’t stop,” he said.")
        ('we', "won't", 'stop', 'he', 'said')
    """
    return tuple(match.group().casefold().replace("’", "'") for match in _WORD.finditer(text))


def content_words(text: str) -> frozenset[str]:
    """Return the words of `text` that carry its matter, cut to a rough stem.

    Example:
        >>> sorted(content_words("It denied that its forces had attacked the ports"))
        ['attack', 'deni', 'forc', 'port']
    """
    return frozenset(stem(word) for word in words_of(text) if word not in COMMON)


def stem(word: str) -> str:
    """Return `word` without possessive and common ending; at least three letters stay."""
    word = word.removesuffix("'s").removesuffix("'")
    for ending in ("ing", "ied", "ies", "es", "ed", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:  # noqa: PLR2004 - stem length
            kept = word.removesuffix(ending)
            return f"{kept}i" if ending in ("ied", "ies") else kept
    return word


def shingles(words: Sequence[str], size: int = SHINGLE_WORDS) -> frozenset[str]:
    """Return every run of `size` words; of a shorter text, the text itself; of none, nothing."""
    if not words:
        return frozenset()
    last = max(1, len(words) - size + 1)
    return frozenset(" ".join(words[at : at + size]) for at in range(last))


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of items the two have in common, from 0 to 1."""
    return len(a & b) / len(a | b) if a or b else 0.0


def containment(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of the smaller set that stands in the other, from 0 to 1."""
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


def body_passages(reading: Reading) -> tuple[str, ...]:
    """Return the passages read as body, in order; of a text without passages, all of it."""
    passages = reading.document.passages
    if not passages:
        return (reading.text,)
    return tuple(passage.extent.of(reading.text) for passage in passages if passage.role == "body")


def body_words(reading: Reading) -> tuple[str, ...]:
    """Return the words of the body of a document."""
    return words_of("\n".join(body_passages(reading)))


def quoted(words: Iterable[str]) -> str:
    """Return wordings between double angle marks, joined by "and", for a reason a reader checks."""
    return " and ".join(f"«{text}»" for text in words)
