"""Hypotheses, what competes, and indicators as JSON rows; `docs/statement-schema.md` documents them.

A change that removes or renames a field raises the schema concerned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.domain.hypothesis import Hypothesis, Indicator, QualityFlag, Sighting
from onrecord.domain.matrix import Cited, Matrix, MatrixColumn, MatrixRow
from onrecord.domain.recorded import Recorded
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.publish.rows import Row, when_row

MATRIX_SCHEMA = "onrecord.matrix/1"
HYPOTHESIS_SCHEMA = "onrecord.hypothesis/1"
INDICATOR_SCHEMA = "onrecord.indicator/1"
#: The five questions an indicator is judged by, as they are shown.
FLAGS = ("observable", "valid", "reliable", "stable", "unique")


def matrix_row(matrix: Matrix) -> Row:
    """Return one competition: its columns by least inconsistency, every row, what decides the order."""
    return {
        "schema": MATRIX_SCHEMA,
        "question": matrix.question or None,
        "kind": matrix.kind,
        "least_inconsistent": list(matrix.least),
        "least_inconsistent_by_origin": list(matrix.least_by_origin),
        "columns": [_column_row(one) for one in matrix.columns],
        "rows": [_evidence_row(one, matrix) for one in matrix.rows],
        "decided_by": [
            {
                "statements": list(one.statements),
                "lineage": one.lineage or None,
                "without": list(one.least),
            }
            for one in matrix.swings
        ],
        "gaps": list(matrix.gaps),
        "cannot_be_compared": matrix.unlike or None,
    }


def hypothesis_row(hypothesis: Hypothesis, put: Recorded) -> Row:
    """Return one version of a hypothesis, and who put it on record when."""
    return {
        "schema": HYPOTHESIS_SCHEMA,
        "id": hypothesis.id,
        "name": hypothesis.name or None,
        "text": hypothesis.text,
        "kind": hypothesis.kind,
        "question": hypothesis.question or None,
        "competes_with": list(hypothesis.competes_with),
        "assumptions": list(hypothesis.assumptions),
        "would_change": list(hypothesis.would_change),
        "evidence": [
            {
                "statement": one.statement, "rating": one.rating, "words": one.words or None,
                "note": one.note or None,
            }
            for one in hypothesis.evidence
        ],
        "notes": hypothesis.notes or None,
        **_put_row(hypothesis, put),
    }  # fmt: skip


def indicator_row(indicator: Indicator, put: Recorded, cited: Mapping[str, Cited]) -> Row:
    """Return one version of an indicator with its states, each with the words it moved on.

    Args:
        indicator: The version.
        put: Who put it on record when.
        cited: How each statement it cites stands, by id.
    """
    return {
        "schema": INDICATOR_SCHEMA,
        "id": indicator.id,
        "name": indicator.name or None,
        "observable": indicator.observable,
        "test": indicator.test,
        "subject": indicator.subject,
        "hypothesis": indicator.hypothesis,
        "question": indicator.question,
        "state": None if isinstance(indicator.state, Unknown) else indicator.state,
        "look_again": look_again(indicator, cited),
        "quality": {name: _flag_row(getattr(indicator.quality, name)) for name in FLAGS},
        "history": [_sighting_row(one, cited) for one in indicator.history],
        **_put_row(indicator, put),
    }


def look_again(indicator: Indicator, cited: Mapping[str, Cited]) -> bool:
    """Say whether the words its state rests on do not stand now, so that somebody has to look."""
    named = [one.statement for one in indicator.history[-1:] if one.statement]
    return any(name in cited and not cited[name].counts for name in named)


def speaker_of(statement: Statement) -> str:
    """Return who says it, outermost first; the author where nobody is named."""
    return " > ".join(voice.label for voice in statement.voices) or "the author"


def lineage_of(cited: Cited) -> str | None:
    """Return the origin of a cited statement, or `None` where it is not known."""
    return None if isinstance(cited.lineage, Unknown) else cited.lineage


def origins_of(cited: Cited) -> str:
    """Return the origin of a cited statement and those that report the same, in words."""
    own = lineage_of(cited) or "not known"
    return f"{own}; also {', '.join(cited.backed_by)}" if cited.backed_by else own


def quoted(cited: Cited, words: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the words that are meant: those a person picked, else all of the statement."""
    chosen = tuple(words)
    if chosen or cited.statement is None:
        return chosen
    return (cited.statement.content.exact,)


def _column_row(column: MatrixColumn) -> Row:
    return {
        "hypothesis": column.hypothesis.id,
        "name": column.hypothesis.name or None,
        "inconsistency": column.inconsistency,
        "rows_against": column.against,
        "origins_against": column.origins,
        "inconsistency_by_origin": column.by_origin,
        "rows_judged": column.judged,
        "set_aside": column.set_aside,
    }


def _evidence_row(row: MatrixRow, matrix: Matrix) -> Row:
    names = [one.hypothesis.name or one.hypothesis.id for one in matrix.columns]
    return {
        **_cited_row(row.cited, row.words),
        "ratings": dict(zip(names, row.ratings, strict=True)),
        "diagnostic": None if isinstance(row.diagnostic, Unknown) else row.diagnostic,
        "why": row.why,
        "notes": list(row.notes),
    }


def _cited_row(cited: Cited, words: Iterable[str]) -> Row:
    """Return a cited statement so that a reader can check it."""
    statement, document = cited.statement, cited.document
    return {
        "statement": cited.id,
        "words": list(quoted(cited, words)),
        "speaker": None if statement is None else speaker_of(statement),
        "document": None if document is None else document.id,
        "kind": None if statement is None else statement.kind,
        "held_back": [] if statement is None else list(statement.off_line),
        "start": None if statement is None else statement.content.start,
        "end": None if statement is None else statement.content.end,
        "outlet": None if document is None else document.publisher,
        "title": None if document is None else document.title,
        "url": None if document is None else document.url,
        "date": None if document is None else document.date_edtf,
        "lineage": lineage_of(cited),
        "backed_by": list(cited.backed_by),
        "disputed_by": list(cited.disputed_by),
        "standing": cited.standing,
        "counts": cited.counts,
        "because": cited.because or None,
    }


def _sighting_row(sighting: Sighting, cited: Mapping[str, Cited]) -> Row:
    held = cited.get(sighting.statement)
    words = (sighting.words,) if sighting.words else ()
    return {
        "state": sighting.state,
        "when": when_row(sighting.when),
        "statement": sighting.statement or None,
        "words": sighting.words or None,
        "note": sighting.note or None,
        "evidence": None if held is None else _cited_row(held, words),
    }


def _flag_row(flag: QualityFlag | Unknown) -> Row:
    if isinstance(flag, Unknown):
        return {"holds": None, "reason": flag.reason}
    return {"holds": flag.holds, "reason": flag.reason}


def _put_row(record: Hypothesis | Indicator, put: Recorded) -> Row:
    return {
        "dropped": record.dropped or None,
        "after": record.after,
        "by": put.by,
        "at": put.at,
    }
