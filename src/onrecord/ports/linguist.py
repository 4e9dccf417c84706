"""What the reader needs from a linguistic analyser.

All offsets count Unicode code points of the text that was analysed, from 0; all extents are half-open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.domain.span import Extent


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word: `text == analysed[start:end]`.

    Attributes:
        lemma: Lower-case dictionary form; proper nouns keep their case.
        upos: Universal part of speech.
        xpos: Penn Treebank tag.
        feats: Universal features, `|`-separated, sorted; empty when there are none.
        head: Index of the governor within the same parse; -1 for the root.
        deprel: Universal dependency relation, with subtype (`nsubj:pass`).
    """

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """Words that name something: person, organisation, place, or another kind in upper case.

    Attributes:
        label: `PER`, `ORG`, `LOC`; `FAC` (a facility), `NORP` (a nation, faith or people), `WEAPON`,
            `PLATFORM` (a military one), `VEHICLE`; or another label of the analyser in upper case.
    """

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Argument:
    """Words that play a part for a predicate: half-open indices of tokens.

    Attributes:
        role: PropBank role: `ARG0` (who acts), `ARG1` (who or what is acted upon), `ARGM-TMP` …;
            `R-` marks a relative word that stands for the argument, `C-` what continues it.
    """

    first: int
    last: int
    role: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate, by the index of its token, and its arguments in order."""

    predicate: int
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence analysed. `tokens` cover every non-space character of the extent, in order.

    Attributes:
        frames: Semantic roles, in order of the predicates; empty unless the analyser was asked for
            them and can tell.
    """

    extent: Extent
    tokens: tuple[Token, ...]
    entities: tuple[NamedEntity, ...]
    frames: tuple[Frame, ...] = ()


class Linguist(Protocol):
    """Turns sentences into tokens, tags, a dependency tree and named entities."""

    @property
    def name(self) -> str:
        """Model and version, written into every record the reader makes."""
        ...

    def analyse(self, text: str, sentences: Sequence[Extent]) -> tuple[Parse, ...]:
        """Analyse each sentence of `text`.

        Args:
            text: The whole document text.
            sentences: Where the sentences stand, in order, not overlapping.

        Returns:
            One parse per sentence, in the same order. A sentence with nothing but space has no
            tokens. Sentences longer than the model's window are analysed in windows and joined:
            nothing is cut off.
        """
        ...

    def sentence_starts(self, text: str, passage: Extent) -> tuple[int, ...]:
        """Say where sentences start inside running text that marks them badly or not at all.

        Returns:
            Offsets into `text`, in order, strictly inside `passage`. Empty when the analyser cannot
            tell.
        """
        ...
