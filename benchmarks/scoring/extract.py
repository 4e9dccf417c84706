"""The article of a page: precision and recall of runs of four words, averaged over pages.

The measure of the article extraction benchmark of Scrapinghub (2020). A page where a side has no words
is left out of the average of that side.
"""

from __future__ import annotations

import re
from collections import Counter

from benchmarks.scoring.measures import BadAnswerError, Counts, Figures, Key, Row, Tally, ratio

_WORD = re.compile(r"\w+")
_RUN = 4


def tally(gold: Row, answer: Row | None, given: Row) -> Tally:  # noqa: ARG001 - one shape for all
    """Count one page.

    Raises:
        BadAnswerError: the answer's text is no string.
    """
    text = "" if answer is None else answer.get("text")
    if not isinstance(text, str):
        raise BadAnswerError("'text' must be a string")
    wanted, found = shingles(gold["text"]), shingles(text)
    shared = (wanted & found).total()
    counts: dict[Key, float] = {
        ("exact",): _WORD.findall(gold["text"]) == _WORD.findall(text),
        ("pages",): 1,
    }
    if found:
        counts["precision",] = shared / found.total()
        counts["precision", "pages"] = 1
    if wanted:
        counts["recall",] = shared / wanted.total()
        counts["recall", "pages"] = 1
    return Tally(counts)


def figures(counts: Counts) -> Figures:
    """Return the averages, the F1 of the averages, and the share of pages with exactly the words."""
    precision, recall = (
        ratio(counts.get((name,), 0), counts.get((name, "pages"), 0))
        for name in ("precision", "recall")
    )
    return {
        "shingle.precision": precision,
        "shingle.recall": recall,
        "shingle.f1": ratio(2 * precision * recall, precision + recall),
        "exact": ratio(counts["exact",], counts["pages",]),
    }


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return every run of four words with how often it stands; of a shorter text the whole."""
    words = _WORD.findall(text)
    if not words:
        return Counter()
    starts = range(max(1, len(words) - _RUN + 1))
    return Counter(tuple(words[start : start + _RUN]) for start in starts)
