"""What became of a model's answers: what was kept, what was dropped and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

READING_SCHEMA = "onrecord.reading/1"
_SHOWN = 160

#: Why an item was dropped, whole: it does not follow the schema; its words are those of the example in
#: the instructions; they do not stand in the text; they stand there more than once.
Reason = Literal["malformed", "echo", "not in the text", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Dropped:
    """An item of an answer that made no statement.

    Attributes:
        sentence: Number of the sentence it spoke of; 0 where it said none.
        reason: Why.
        words: The words, or the field, that it failed on.
    """

    sentence: int
    reason: Reason
    words: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Words of a time or a number that stand in the text and that no grammar of ours could read."""

    sentence: int
    words: str


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """How one document was read with a model.

    Attributes:
        document: Its id.
        sentences: How many sentences were shown.
        windows: In how many pieces.
        answers: How many answers were asked for, second ones among them.
        kept: How many statements came of them.
        dropped: The items that made none.
        unread: Words kept as words, without a value.
    """

    document: str
    sentences: int
    windows: int
    answers: int
    kept: int
    dropped: tuple[Dropped, ...] = ()
    unread: tuple[Unread, ...] = ()

    def line(self) -> str:
        """Return one line for people."""
        counts = Counter(one.reason for one in self.dropped)
        why = ", ".join(f"{count} {reason}" for reason, count in sorted(counts.items()))
        return (
            f"the model: {self.sentences} sentences in {self.windows} windows, {self.answers} "
            f"answers; {self.kept} statements kept, {len(self.dropped)} items dropped"
            + (f" ({why})" if why else "")
            + (f", {len(self.unread)} times or numbers without a value" if self.unread else "")
        )


def report_row(report: ReadingReport) -> dict[str, object]:
    """Return a report as a row for programs."""
    return {
        "schema": READING_SCHEMA,
        "document": report.document,
        "sentences": report.sentences,
        "windows": report.windows,
        "answers": report.answers,
        "kept": report.kept,
        "dropped": [
            {"sentence": one.sentence, "reason": one.reason, "words": _shown(one.words)}
            for one in report.dropped
        ],
        "unread": [{"sentence": one.sentence, "words": _shown(one.words)} for one in report.unread],
    }


def _shown(words: str) -> str:
    """Return words that a model wrote so that they can be printed: short, and without half characters."""
    return words[:_SHOWN].encode("utf-8", "backslashreplace").decode("utf-8")
