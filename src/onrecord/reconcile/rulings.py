"""What people decided, as reconciling uses it: `Rulings`. Machine judgements stay beside them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decisions in force, by the ids of what they are about.

    Attributes:
        together: Pairs of statements a person holds to be of one event.
        apart: Pairs of statements a person holds to be of different events.
        dismissed: Statements and links that are to support nothing.
    """

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    dismissed: frozenset[str] = frozenset()


#: Nobody decided anything.
NO_RULINGS = Rulings()
