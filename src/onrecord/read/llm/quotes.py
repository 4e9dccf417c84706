"""Where a model's quotes stand: letter for letter, on whole words, in the sentences it was shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.domain.span import Extent
from onrecord.read.llm.prompt import EXAMPLE_TEXT
from onrecord.read.llm.report import Dropped, Reason
from onrecord.read.llm.windows import Window


class UnpinnedError(ValueError):
    """Words cannot be pinned to one place; `dropped` says why."""

    def __init__(self, dropped: Dropped) -> None:
        super().__init__(dropped.reason)
        self.dropped = dropped


def occurrences(text: str, words: str, extent: Extent) -> Iterator[Extent]:
    """Yield where `words` stand inside `extent`, not counting those cut out of longer words.

    Example:
        >>> list(occurrences("the heir, he said", "he", Extent(0, 17)))
        [Extent(start=10, end=12)]
    """
    at = text.find(words, extent.start, extent.end)
    while at != -1:
        end = at + len(words)
        if _is_edge(text, at) and _is_edge(text, end):
            yield Extent(at, end)
        at = text.find(words, at + 1, extent.end)


def _is_edge(text: str, at: int) -> bool:
    return not (text[at - 1 : at].isalnum() and text[at : at + 1].isalnum())


def pin(
    window: Window, words: str, number: int, *, near: Extent | None = None, outside: bool = False
) -> Extent:
    """Return the one place where a quote stands.

    Args:
        window: What the model was shown.
        words: The quote, at least one character.
        number: The sentence it names. Where the words do not stand in that one but once in the window,
            that place is taken.
        near: The content they belong to. Of several places in the sentence the one nearest to it is
            taken, when there is one nearest.
        outside: Whether the words stand beside the content rather than in it, if they can.

    Raises:
        UnpinnedError: the words do not stand there, or nothing says which of several places is meant.
    """
    found = _in_sentence(window, words, number)
    if not found:
        found, near = _in_window(window, words, number), None
    place = found[0] if len(found) == 1 else _nearest(found, near, outside=outside)
    if place is None:
        raise UnpinnedError(Dropped(number, "ambiguous", words))
    return place


def copied(window: Window, words: str, number: int) -> str:
    """Return `words`, which stand in the window at least once.

    Raises:
        UnpinnedError: they do not.
    """
    if not _in_sentence(window, words, number):
        _in_window(window, words, number)
    return words


def _in_sentence(window: Window, words: str, number: int) -> list[Extent]:
    sentence = window.sentence(number)
    return [] if sentence is None else list(occurrences(sentence.text, words, sentence.extent))


def _in_window(window: Window, words: str, number: int) -> list[Extent]:
    found = [
        place for one in window.sentences for place in occurrences(one.text, words, one.extent)
    ]
    if not found:
        reason: Reason = "echo" if _in_example(words) else "not in the text"
        raise UnpinnedError(Dropped(number, reason, words))
    return found


def _nearest(found: Sequence[Extent], near: Extent | None, *, outside: bool) -> Extent | None:
    if near is None:
        return None
    beside = [place for place in found if not near.contains(place)]
    ranked = sorted(
        beside if outside and beside else found, key=lambda place: (_gap(place, near), place)
    )
    if len(ranked) > 1 and _gap(ranked[0], near) == _gap(ranked[1], near):
        return None
    return ranked[0]


def _gap(place: Extent, near: Extent) -> int:
    return max(0, place.start - near.end, near.start - place.end)


def _in_example(words: str) -> bool:
    return any(occurrences(EXAMPLE_TEXT, words, Extent(0, len(EXAMPLE_TEXT))))
