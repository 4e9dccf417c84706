"""What each report tells of each occurrence: statements of one document to `Profile`s.

Pure and local to one document, so that profiles can be made in parallel and kept.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.reconcile.occurrences import time_of


@dataclass(frozen=True, slots=True)
class Profile:
    """What one report tells of one occurrence, with what it is compared by.

    Whose origin the report is counted by is no part of it: that may change when another report comes.

    Attributes:
        document: Id of the document.
        statements: Ids of its statements on the occurrence, in order of the text; never empty.
        act: PLOVER type of what was done; empty when none could be coded.
        when: When it happened.
        places: Names of the places, folded.
        reported: Day of the report as EDTF; "~" when unknown, so that it comes last.
    """

    document: str
    statements: tuple[str, ...]
    act: str
    when: When | Unknown
    places: frozenset[str]
    reported: str

    @property
    def key(self) -> str:
        """Return the id of the first statement, by which joins and decisions name the account."""
        return self.statements[0]


def profiles_of(reading: Reading) -> tuple[Profile, ...]:
    """Return the accounts of one report, in order of their first statements."""
    told: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for statement in reading.statements:
        if statement.supports_event():
            when = time_of(reading, statement)
            act = statement.act.code if statement.act else ""
            place = statement.where.name if statement.where else ""
            told[act, when.edtf or "", place].append(statement)
    return tuple(
        Profile(
            document=reading.document.id,
            statements=tuple(one.id for one in members),
            act=act,
            when=time_of(reading, members[0]),
            places=frozenset({place.casefold()} - {""}),
            reported=reading.document.date_edtf or "~",
        )
        for (act, _, place), members in told.items()
    )
