"""Words that nothing prints outside the record: those that would show where a force stands."""

from __future__ import annotations

from onrecord.domain.posture import is_too_fine
from onrecord.domain.statement import Statement
from onrecord.domain.where import points_at_forces

#: What stands where words are withheld.
WITHHELD = "(words withheld: they would show where a force stands)"


def gives_position(statement: Statement, passage: str) -> bool:
    """Say whether printing a statement, with the passage it stands in, would show where a force stands.

    A point on the map beside words for a force does, and of what reports forces a distance to a point or
    a weakness does too. The words stay on record and in the archive.
    """
    if points_at_forces(passage):
        return True
    moved = statement.act is not None and statement.act.code == "MOBILIZE"
    of_forces = statement.forces or moved or statement.kind in ("occ.posture", "tgt.reported")
    return bool(of_forces) and is_too_fine(statement.content.exact)
