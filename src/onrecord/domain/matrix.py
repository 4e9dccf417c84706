"""Competing hypotheses beside the evidence, as one table: `Matrix`.

It counts what people rated and says what the count rests on. It never says which hypothesis is true.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.document import Document
from onrecord.domain.errors import InvariantError
from onrecord.domain.hypothesis import EvidenceRating, Hypothesis, HypothesisKind
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown

#: How cited words stand: as they were read; in an earlier version, and letter for letter in the current
#: one; held right by a person who looked again; in an earlier version only; taken back; dismissed by a
#: person; not on record.
Standing = Literal[
    "stands", "carried", "accepted", "superseded", "retracted", "dismissed", "missing"
]
_COUNTED: tuple[Standing, ...] = ("stands", "carried", "accepted")
_NOT_THERE = Unknown("it is not on record")


@dataclass(frozen=True, slots=True)
class Cited:
    """A statement as people cite it, and how its words stand now.

    Attributes:
        id: The id that is cited.
        standing: How the words stand.
        statement: The statement; `None` where none is on record.
        document: The document it was read from.
        lineage: The origin it is counted by; `Unknown` where no current version holds the document.
        because: What took the words away, in words a reader can check; empty where they stand.
        backed_by: Other origins that report the same event or figure, sorted.
        disputed_by: Ids of statements that deny or contradict it, sorted.
    """

    id: str
    standing: Standing
    statement: Statement | None = None
    document: Document | None = None
    lineage: str | Unknown = _NOT_THERE
    because: str = ""
    backed_by: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.statement is None) != (self.standing == "missing"):
            raise InvariantError("a statement is on record or missing")

    @property
    def counts(self) -> bool:
        """Say whether anything may rest on it until somebody has looked again."""
        return self.standing in _COUNTED


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One statement beside every hypothesis that competes.

    Attributes:
        cited: The statement.
        ratings: One for each column, in the order of the columns; `None` where nobody judged.
        diagnostic: Whether it speaks against some more than against others; `Unknown` where that
            hangs on what nobody judged.
        why: Why it is, or is not.
        notes: The analysts' notes on it, each once.
        words: The words that are meant, each once; empty for all of them.
    """

    cited: Cited
    ratings: tuple[EvidenceRating | None, ...]
    diagnostic: bool | Unknown
    why: str
    notes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One hypothesis, and what speaks against it.

    Attributes:
        hypothesis: The hypothesis.
        inconsistency: What speaks against it, 1 for each I and 2 for each II, over the rows that count.
        against: How many of those rows are inconsistent with it.
        origins: How many distinct origins those rows come from.
        by_origin: What speaks against it when each origin counts once, with its strongest row.
        judged: How many rows that count were judged for it; "not applicable" judges nothing.
        set_aside: What the rows that do not count would add to `inconsistency`.
    """

    hypothesis: Hypothesis
    inconsistency: int
    against: int
    origins: int
    by_origin: int
    judged: int
    set_aside: int = 0


@dataclass(frozen=True, slots=True)
class Swing:
    """One row, or one origin, without which other hypotheses would have the least against them.

    Attributes:
        statements: Ids of the statements left out.
        lineage: The origin left out; empty where it is a single row.
        least: Names of those with the least against them then, in order.
    """

    statements: tuple[str, ...]
    lineage: str
    least: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Hypotheses that compete, beside every statement rated for one of them.

    Attributes:
        question: What they compete to explain; empty where they only name one another.
        kind: What they are.
        columns: The hypotheses, the one with the least against it first, then by name.
        rows: The evidence: what tells them apart first, then by day and id.
        least: Names of those with the least against them by rows; empty while nothing was judged.
        least_by_origin: The same when each origin counts once.
        swings: What alone decides who has the least against it.
        gaps: What the counts leave open, in words.
        unlike: Why the counts cannot be compared, in words; then nobody has the least. Empty where they
            can, and while nothing was judged.
    """

    question: str
    kind: HypothesisKind
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    least: tuple[str, ...] = ()
    least_by_origin: tuple[str, ...] = ()
    swings: tuple[Swing, ...] = ()
    gaps: tuple[str, ...] = ()
    unlike: str = ""
