"""Sentences longer than the weights can see at once: cut into windows, joined into one tree."""

from __future__ import annotations

from collections.abc import Sequence

#: Subwords in one window, its two borders not counted. The weights were trained on up to 254.
MAX_SUBWORDS = 250

#: Where a sentence may be cut, best first: after these words.
_SEAMS = (frozenset(".;:!?…"), frozenset(",)–—-"))


def cut_windows(
    words: Sequence[str], lengths: Sequence[int], *, limit: int = MAX_SUBWORDS
) -> tuple[range, ...]:
    """Cut a sentence into runs of words that fit the weights.

    Args:
        words: The words of the sentence.
        lengths: How many subwords each has, none more than `limit`.
        limit: Subwords in one window.

    Returns:
        Adjacent runs of indices, none empty, that cover every word once. A sentence that fits is
        one run. A cut falls after the last full stop or semicolon in the second half of a window,
        else after the last comma there, else where the window is full.
    """
    windows: list[range] = []
    start, size = 0, 0
    for index, length in enumerate(lengths):
        if size + length > limit and index > start:
            seam = _seam(words, start, index)
            windows.append(range(start, seam))
            size = sum(lengths[seam:index])
            start = seam
        size += length
    if start < len(words):
        windows.append(range(start, len(words)))
    return tuple(windows)


def overlapping_windows(
    lengths: Sequence[int], *, overlap: int, limit: int = MAX_SUBWORDS
) -> tuple[range, ...]:
    """Cut running text into windows of which each repeats the end of the one before.

    Args:
        lengths: How many subwords each word has, none more than `limit`.
        overlap: Words that a window repeats, as far as it then still moves on.
        limit: Subwords in one window.

    Returns:
        Runs of indices, none empty, that cover every word; each starts after the one before it.
    """
    windows: list[range] = []
    start = 0
    while start < len(lengths):
        end, size = start, 0
        while end < len(lengths) and size + lengths[end] <= limit:
            size += lengths[end]
            end += 1
        windows.append(range(start, end))
        if end == len(lengths):
            break
        start = max(start + 1, end - overlap)
    return tuple(windows)


def _seam(words: Sequence[str], start: int, end: int) -> int:
    """Return where the window that starts at `start` ends: after `start`, `end` at the latest."""
    middle = (start + end) // 2
    for marks in _SEAMS:
        for index in range(end, middle, -1):
            if words[index - 1] in marks:
                return index
    return end


def join_trees(trees: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Join the trees of adjacent windows into one.

    Args:
        trees: Per window the governor of each word, an index within the window; -1 for its root.

    Returns:
        The governors as indices within the sentence. The root of the first window is the root;
        those of later windows hang from it.
    """
    heads: list[int] = []
    root = -1
    for tree in trees:
        offset = len(heads)
        heads.extend(root if head < 0 else head + offset for head in tree)
        if root < 0 and tree:
            root = heads.index(-1)
    return tuple(heads)
