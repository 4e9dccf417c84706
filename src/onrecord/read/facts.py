"""What the rules for kinds may look at: one clause, how sure it is, who says it, what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from onrecord.domain.quantity import Quantity
from onrecord.read.certainty import Certainty
from onrecord.read.clauses import Clause
from onrecord.read.cues import CUES, Cue
from onrecord.read.forces import FoundForce
from onrecord.read.instruments import Instrument
from onrecord.read.tree import Tree

_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_CONTENT = frozenset({"ccomp", "parataxis", "conj", "xcomp"})


@dataclass(frozen=True)
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

    @cached_property
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

    @cached_property
    def actor(self) -> int | None:
        """Return the predicate's subject, or that of the predicate it is joined to."""
        at = self.clause.head
        for _ in range(2):
            subjects = self.tree.dependants(at, "nsubj")
            if subjects:
                return subjects[0]
            if self.tree.relation(at) != "conj":
                return None
            at = self.tree.tokens[at].head
        return None

    @property
    def auxiliaries(self) -> frozenset[str]:
        """Return the lemmas of the predicate's auxiliaries."""
        return frozenset(
            self.tree.lemma(at) for at in self.tree.dependants(self.clause.head, "aux")
        )

    @cached_property
    def speaker(self) -> int | None:
        """Return the subject of the verb of saying above the predicate; `None` where there is none."""
        at = self.clause.head
        while self.tree.relation(at) in _CONTENT:
            at = self.tree.tokens[at].head
            if self.tree.lemma(at) in CUES:
                subjects = self.tree.dependants(at, "nsubj")
                return subjects[0] if subjects else None
        return None

    @cached_property
    def is_quoted(self) -> bool:
        """Say whether the predicate stands between quotation marks opened in its sentence.

        Where the sentence is the middle of a longer quotation, nothing of that can be seen here.
        """
        depth = 0
        for token in self.tree.tokens[: self.clause.head]:
            if token.text in _OPENING or token.xpos == "``":
                depth = 1
            elif token.text in _CLOSING or token.xpos == "''":
                depth = 0
        return depth == 1
