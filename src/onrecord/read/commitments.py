"""How far each source of a statement commits to it, the author first (domain rules 9 and 10)."""

from __future__ import annotations

from onrecord.domain.statement import Factuality, StatementKind, Voice
from onrecord.read.certainty import Certainty
from onrecord.read.cues import Cue

AUTHOR = "author"


def factualities(
    kind: StatementKind, certainty: Certainty, cue: Cue | None, voices: tuple[Voice, ...]
) -> tuple[Factuality, ...]:
    """Return one commitment per source, the author first.

    A factive cue commits the author too; a neutral one leaves the author uncommitted. A denial is held
    against by whoever denies; who declines to comment commits to nothing.
    """
    value, aux = certainty.value, certainty.aux
    if kind == "say.deny":
        value, aux = "CT-", tuple(dict.fromkeys((*aux, "negation")))
    elif kind == "say.decline":
        value, aux = "Uu", ()
    elif kind == "say.demand":
        value = "Uu"
    if not voices:
        return (Factuality(AUTHOR, value, aux),)
    unattributed = voices[-1].identity == "unattributed" and value != "CT-"
    innermost = Factuality(voices[-1].label, "Uu" if unattributed else value, aux)
    factive = cue is not None and cue.stance == "factive"
    author = Factuality(AUTHOR, value if factive else "Uu", aux)
    between = tuple(Factuality(voice.label, "Uu", aux) for voice in voices[:-1])
    return (author, *between, innermost)
