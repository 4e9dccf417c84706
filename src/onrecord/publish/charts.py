"""Which chart the rows of a block draw, and whether they draw it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from onrecord.domain.brief import Citation, Figure, Sentence
from onrecord.domain.posture import staleness_of
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish import posture_chart, vector_chart
from onrecord.publish.calibration_chart import draw_calibration, redraws_calibration
from onrecord.publish.chart import draw, points_of, redraws
from onrecord.publish.escalation_forms import given_in
from onrecord.publish.evidence import Evidence
from onrecord.publish.posture_chart import SightingPoint, draw_sightings
from onrecord.publish.posture_forms import given_element
from onrecord.publish.vector_chart import VectorPoint, draw_vector


def draw_rows(rows: Sequence[Sentence], evidence: Evidence) -> Figure | None:
    """Return the chart of the rows of a block, by their form; `None` where they draw none.

    Raises:
        CompileError: a row names no evidence, or is not given what its form needs.
    """
    points = points_of(_cited(rows, "observation", evidence), evidence)
    if points:
        return draw(points)
    return (
        draw_sightings(tuple(_sightings(rows, evidence)))
        or draw_vector(tuple(_steps(rows, evidence)))
        or draw_calibration(rows, evidence)
    )


def redraws_rows(figure: Figure, rows: Sequence[Sentence], evidence: Evidence) -> bool:
    """Say whether the rows draw this chart: same shapes and words, positions within one pixel.

    Raises:
        CompileError: as for `draw_rows`.
    """
    match figure.kind:
        case "calibration":
            return redraws_calibration(figure, rows, evidence)
        case "sightings":
            return posture_chart.redraws(figure, tuple(_sightings(rows, evidence)))
        case "vector":
            return vector_chart.redraws(figure, tuple(_steps(rows, evidence)))
        case _:
            return redraws(figure, points_of(map(evidence.citation, figure.citations), evidence))


def _cited(rows: Iterable[Sentence], form: str, evidence: Evidence) -> Iterator[Citation]:
    return (
        evidence.citation(support.id) for row in rows if row.form == form for support in row.support
    )


def _sightings(rows: Iterable[Sentence], evidence: Evidence) -> Iterator[SightingPoint]:
    for row in rows:
        if row.form != "element":
            continue
        words, today, _ = given_element(row.given)
        for support in row.support:
            citation = evidence.citation(support.id)
            day = _day(citation)
            if day is not None:
                when = citation.dated if citation.dated is not None else Unknown("no time")
                aged = staleness_of(when, today)
                yield SightingPoint(citation.id, words, day, aged)


def _steps(rows: Iterable[Sentence], evidence: Evidence) -> Iterator[VectorPoint]:
    for row in rows:
        if row.form != "reached":
            continue
        dimension, level, _, first = given_in(row.given)
        citation = evidence.citation(row.support[0].id)
        day = _day(citation)
        if day is not None:
            yield VectorPoint(citation.id, dimension, level, day, bool(first))


def _day(citation: Citation) -> date | None:
    return citation.dated.latest if isinstance(citation.dated, When) else None
