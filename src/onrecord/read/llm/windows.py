"""Cutting a document into the runs of whole sentences that a model is shown at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.read.sentence import SentenceReading


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive sentences of a document, at least one.

    Attributes:
        first: Number of the first sentence; the sentences of a document are counted from 1.
        sentences: The sentences, in order.
    """

    first: int
    sentences: tuple[SentenceReading, ...]

    @property
    def last(self) -> int:
        """Return the number of the last sentence."""
        return self.first + len(self.sentences) - 1

    def numbered(self) -> Iterator[tuple[int, SentenceReading]]:
        """Yield the sentences with their numbers."""
        return enumerate(self.sentences, start=self.first)

    def sentence(self, number: int) -> SentenceReading | None:
        """Return the sentence of a number, or `None` where it is not shown here."""
        inside = self.first <= number <= self.last
        return self.sentences[number - self.first] if inside else None

    def number_at(self, offset: int) -> int:
        """Return the number of the last sentence that starts at or before an offset, or the first."""
        starts = [one.extent.start for one in self.sentences]
        return self.first + max(0, bisect_right(starts, offset) - 1)

    def sentence_at(self, offset: int) -> SentenceReading:
        """Return the sentence of `number_at`."""
        return self.sentences[self.number_at(offset) - self.first]

    def halves(self) -> tuple[Window, Window]:
        """Return two windows that share the sentences; there must be two at least."""
        middle = len(self.sentences) // 2
        return (
            Window(self.first, self.sentences[:middle]),
            Window(self.first + middle, self.sentences[middle:]),
        )


def cut_windows(sentences: Sequence[SentenceReading], *, max_chars: int) -> tuple[Window, ...]:
    """Cut sentences into windows that neither overlap nor leave any out.

    Args:
        sentences: All sentences of a document.
        max_chars: The most characters of a window; one longer sentence is a window of its own.
    """
    windows: list[Window] = []
    start = size = 0
    for at, sentence in enumerate(sentences):
        length = len(sentence.extent)
        if at > start and size + length > max_chars:
            windows.append(Window(start + 1, tuple(sentences[start:at])))
            start, size = at, 0
        size += length
    if start < len(sentences):
        windows.append(Window(start + 1, tuple(sentences[start:])))
    return tuple(windows)
