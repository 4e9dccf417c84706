"""Which statements say that something happened, and when: the material of a timeline.

What is said to happen and the saying of it are two things. A threat is an occurrence because it was
uttered; what it threatens is not one (law 5, domain rule 11).
"""

from __future__ import annotations

from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When, undated

#: Speech acts: the saying is the event, whatever becomes of its content. Refusing to comment is none.
SPEECH_ACTS = frozenset(
    {
        "say.threat", "say.demand", "say.announce", "say.pledge", "say.deny", "say.reject",
        "say.accuse",
    }
)  # fmt: skip
#: Legal acts with a day of their own.
LEGAL_ACTS = frozenset({"law.designation", "law.oversight", "law.authorization"})
_NOT_UTTERED = frozenset({"hypothetical", "counterfactual", "question"})


def happened(reading: Reading, statement: Statement) -> bool:
    """Say whether a statement belongs on a timeline as something that took place.

    An occurrence must support an Event. A speech act must be attributed, by a cue or a voice, and
    the author must not merely suppose it. A legal act must be committed to and carry a day of its
    own. Nothing whose first day lies after its report has taken place.
    """
    if statement.supports_event():
        return not _is_ahead(reading, statement)
    if statement.kind in SPEECH_ACTS:
        uttered = statement.cue is not None or bool(statement.voices)
        supposed = _NOT_UTTERED & set(statement.factuality[0].aux)
        return uttered and not supposed
    if statement.kind in LEGAL_ACTS:
        return _is_dated_act(statement) and not _is_ahead(reading, statement)
    return False


def time_of(reading: Reading, statement: Statement) -> When:
    """Return when a statement's matter took place; without days where nobody says.

    A speech act about a day to come ("will attend the talks on May 20") took place by the date of the
    report, not on that day.
    """
    when, day = statement.when, reading.document.doc_date
    if isinstance(day, When) and _is_ahead(reading, statement):
        return day
    return undated("", when.reason) if isinstance(when, Unknown) else when


def _is_dated_act(statement: Statement) -> bool:
    when = statement.when
    return (
        isinstance(when, When)
        and when.edtf is not None
        and bool(when.text)
        and not statement.off_line
        and statement.innermost.value in ("CT+", "PR+")
    )


def _is_ahead(reading: Reading, statement: Statement) -> bool:
    day, when = reading.document.doc_date, statement.when
    if not isinstance(day, When) or not isinstance(when, When):
        return False
    return when.earliest is not None and day.latest is not None and when.earliest > day.latest
