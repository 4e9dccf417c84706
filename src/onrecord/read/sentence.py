"""Everything known about one sentence before its statements are made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from onrecord.domain.span import Extent
from onrecord.ports.linguist import NamedEntity, Parse
from onrecord.read.clauses import Clause, cut_clauses
from onrecord.read.instruments import Instrument, instruments_in
from onrecord.read.quantities import FoundQuantity
from onrecord.read.quotations import Quotation
from onrecord.read.times import CalendarConflict, FoundTime
from onrecord.read.tree import Tree


@dataclass(frozen=True)
class SentenceReading:
    """One sentence with its tree, clauses, times, quantities and the quotations that touch it.

    Attributes:
        text: The document's text, whole.
        document: The document's id.
        passage: Index of the passage it stands in.
        conflicts: Times of this sentence that cannot be right together, or not with those of the
            sentence before it.
        speaker: Where the one is named whose words a transcript gives in this paragraph.
        credit: Where the outlet is named whose headline it is, when that is not the publisher.
        is_dateline: Whether it is no sentence but says where, when and by whom a report was filed.
    """

    text: str
    document: str
    passage: int
    parse: Parse
    times: tuple[FoundTime, ...]
    quantities: tuple[FoundQuantity, ...]
    quotations: tuple[Quotation, ...]
    conflicts: tuple[CalendarConflict, ...] = ()
    speaker: Extent | None = None
    is_dateline: bool = False
    credit: Extent | None = None

    @cached_property
    def tree(self) -> Tree:
        """Return the dependency tree."""
        return Tree(self.parse)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Return the clauses, in order."""
        return cut_clauses(self.tree)

    @cached_property
    def instruments(self) -> tuple[Instrument, ...]:
        """Return the legal instruments it names."""
        return instruments_in(self.text, self.extent)

    @property
    def extent(self) -> Extent:
        """Return where the sentence stands."""
        return self.parse.extent

    @property
    def entities(self) -> tuple[NamedEntity, ...]:
        """Return the named mentions."""
        return self.parse.entities

    def lemmas(self, clause: Clause) -> frozenset[str]:
        """Return the lemmas of a clause's own words."""
        return frozenset(self.tree.lemma(at) for at in clause.members)

    def is_quoted(self, index: int) -> bool:
        """Say whether a token stands inside quotation marks that hold an utterance."""
        start = self.tree.tokens[index].start
        return any(one.outer.start <= start < one.outer.end for one in self.quotations)

    @cached_property
    def is_all_quoted(self) -> bool:
        """Say whether nothing stands outside quotation marks but punctuation."""
        return all(
            token.upos == "PUNCT" or self.is_quoted(at) for at, token in enumerate(self.tree.tokens)
        )
