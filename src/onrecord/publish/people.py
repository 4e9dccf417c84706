"""What people put on record, as a brief embeds it, and what follows from it: `People`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from onrecord.domain.brief import CitedRecord
from onrecord.domain.errors import CompileError
from onrecord.domain.ledger import Record
from onrecord.domain.question import (
    GivenForecast,
    GivenResolution,
    Question,
    annul_with_parent,
    assembled,
)
from onrecord.domain.scores import Loss, losses_of


@dataclass(frozen=True, slots=True)
class Held:
    """What a person put on record, with the record read back.

    Attributes:
        cited: The evidence.
        record: The record that its payload holds.
    """

    cited: CitedRecord
    record: Record


@dataclass(frozen=True)
class People:
    """Everything that people put on record, in the order of the evidence.

    Attributes:
        records: By name inside the brief.
    """

    records: Mapping[str, Held]

    @cached_property
    def moves(self) -> Mapping[str, tuple[Held, ...]]:
        """Return the forecasts and resolutions of each question, in order, by its key.

        Each names the one before, so that none can be left out between two others.

        Raises:
            CompileError: one is missing.
        """
        found: dict[str, list[Held]] = {}
        for held in self.records.values():
            move = held.record
            if isinstance(move, GivenForecast | GivenResolution):
                before = found.setdefault(move.question, [])
                if move.after != (before[-1].record.id if before else None):
                    raise CompileError(
                        f"{held.cited.id} does not follow the forecast or resolution before it"
                    )
                before.append(held)
        return {key: tuple(moves) for key, moves in found.items()}

    @cached_property
    def asked(self) -> Mapping[str, Question]:
        """Return each question as it was asked, by its key."""
        records = (held.record for held in self.records.values())
        return {one.key: one for one in records if isinstance(one, Question)}

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Return each question with its forecasts and how it ended, by its key.

        A question asked under a condition is annulled where that ended otherwise.

        Raises:
            CompileError: a forecast or resolution is missing.
            InvariantError: one does not belong to its question: too late, or of another kind.
        """
        now: dict[str, Question] = {}
        for key, one in self.asked.items():
            moves = [
                held.record
                for held in self.moves.get(key, ())
                if isinstance(held.record, GivenForecast | GivenResolution)
            ]
            now[key] = assembled([one], moves)[0]
        return {key: _with_parents(one, now) for key, one in now.items()}

    @cached_property
    def losses(self) -> tuple[Loss, ...]:
        """Return what every forecaster lost on every question, in order of question."""
        questions = tuple(self.questions.values())
        return tuple(loss for one in questions for loss in losses_of(one, questions))


def _with_parents(question: Question, now: Mapping[str, Question]) -> Question:
    parent = None if question.parent is None else now.get(question.parent.question)
    if parent is None:
        return question
    return annul_with_parent(question, _with_parents(parent, now))
