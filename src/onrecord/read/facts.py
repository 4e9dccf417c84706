"""What the rules for kinds may look at: one clause, how sure it is, who says it, what it counts."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.quantity import Quantity
from onrecord.read.certainty import Certainty
from onrecord.read.clauses import Clause
from onrecord.read.cues import Cue
from onrecord.read.forces import FoundForce
from onrecord.read.instruments import Instrument
from onrecord.read.tree import Tree


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules may look at.

    Attributes:
        tree: The sentence.
        clause: The clause to be judged.
        certainty: How sure it is.
        cue: The cue that attributes it, if any.
        quantities: The quantities it states.
        spoken: Whether somebody other than the author says it.
        cue_word: Lemma of the cue; empty where there is none.
        headline: Whether the sentence has no closing mark, as headlines have none.
        instruments: The legal instruments the sentence names.
        forces: The elements of forces the clause reports.
    """

    tree: Tree
    clause: Clause
    certainty: Certainty
    cue: Cue | None
    quantities: tuple[Quantity, ...]
    spoken: bool
    cue_word: str = ""
    headline: bool = False
    instruments: tuple[Instrument, ...] = ()
    forces: tuple[FoundForce, ...] = ()

    @property
    def lemmas(self) -> frozenset[str]:
        """Return the lemmas of the clause's own words."""
        return frozenset(self.tree.lemma(at) for at in self.clause.members)

    @property
    def head(self) -> str:
        """Return the lemma of the predicate."""
        return self.tree.lemma(self.clause.head)

    @property
    def subject(self) -> str:
        """Return the lemma of the predicate's subject; empty where it has none."""
        subjects = self.tree.dependants(self.clause.head, "nsubj", "csubj")
        return self.tree.lemma(subjects[0]) if subjects else ""
