"""Tables of what people hold possible, for whoever sits at a terminal."""

from __future__ import annotations

from onrecord.cli.output import emit_table, emit_text, printable, say
from onrecord.domain.hypothesis import Hypothesis, Indicator, Sighting
from onrecord.domain.matrix import Matrix, MatrixRow
from onrecord.pipeline.hypotheses import Board
from onrecord.publish.hypothesis_page import (
    CAUTION,
    NOT_JUDGED,
    day_words,
    diagnostic_words,
    least_words,
    remarks_on,
    state_words,
    swing_words,
)
from onrecord.publish.hypothesis_rows import origins_of, quoted, speaker_of
from onrecord.publish.wording import count_words


def print_board(board: Board) -> None:
    """Print every competition and every indicator, and say what the counts are not."""
    if not board.versions:
        say(
            "nobody has put a hypothesis on record; `onrecord hypotheses new` prints one to begin with"
        )
        return
    for matrix in board.matrices:
        _print_matrix(matrix)
    if board.indicators:
        emit_table(
            count_words(len(board.indicators), "indicator"),
            ("name", "belongs to", "would be seen", "how to tell", "state", "history"),
            (_indicator(one, board) for one in board.indicators),
        )
    say(CAUTION)


def _print_matrix(matrix: Matrix) -> None:
    emit_table(
        printable(f"{matrix.question or 'no question asked'}\n{least_words(matrix)}"),
        ("hypothesis", "against it", "rows", "origins", "by origin", "judged", "text"),
        (
            (
                one.hypothesis.name or one.hypothesis.id[:12],
                f"{one.inconsistency}"
                + (f" (+{one.set_aside} to look at again)" if one.set_aside else ""),
                str(one.against),
                str(one.origins),
                str(one.by_origin),
                str(one.judged),
                one.hypothesis.text,
            )
            for one in matrix.columns
        ),
    )
    if matrix.rows:
        names = (one.hypothesis.name or one.hypothesis.id[:12] for one in matrix.columns)
        emit_table(
            f"{count_words(len(matrix.rows), 'row')} of evidence",
            ("words", "who", "outlet", "day", "origin", *names, "tells them apart", "id"),
            map(_evidence, matrix.rows),
        )
    for said in (*matrix.gaps, *map(swing_words, matrix.swings)):
        emit_text(f"- {printable(said)}")
    for column in matrix.columns:
        _print_held(column.hypothesis)


def _print_held(hypothesis: Hypothesis) -> None:
    for one in hypothesis.assumptions:
        emit_text(f"- {hypothesis.name} takes for granted: {printable(one)}")
    for one in hypothesis.would_change:
        emit_text(f"- what would change {hypothesis.name}: {printable(one)}")


def _evidence(row: MatrixRow) -> tuple[str, ...]:
    cited = row.cited
    document = cited.document
    standing = remarks_on(cited)
    return (
        " … ".join(quoted(cited, row.words)) + (f" [{standing}]" if standing else ""),
        "" if cited.statement is None else speaker_of(cited.statement),
        "" if document is None else document.publisher or "not stated",
        "" if document is None else document.date_edtf or "no date",
        origins_of(cited),
        *(one or NOT_JUDGED for one in row.ratings),
        diagnostic_words(row),
        cited.id[:12],
    )


def _indicator(indicator: Indicator, board: Board) -> tuple[str, ...]:
    return (
        indicator.name,
        indicator.hypothesis or "",
        indicator.observable,
        indicator.test,
        state_words(indicator, board.cited),
        "\n".join(_sighting(one, board) for one in indicator.history),
    )


def _sighting(sighting: Sighting, board: Board) -> str:
    said = f"{day_words(sighting.when)} {sighting.state.replace('_', ' ')}"
    cited = board.cited.get(sighting.statement)
    if cited is None:
        return said
    words = " … ".join(quoted(cited, (sighting.words,) if sighting.words else ()))
    remarks = remarks_on(cited)
    return f"{said}: “{words}”{f' [{remarks}]' if remarks else ''} {cited.id[:12]}"
