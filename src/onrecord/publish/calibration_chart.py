"""The chart of calibration: what was forecast across, how often it came upwards, a point for each band.

On the diagonal they are equal. It is drawn only from `FEWEST` resolved questions on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import vl_convert

from onrecord.domain.brief import Figure, Sentence
from onrecord.domain.scorecard import FEWEST
from onrecord.publish.chart import (
    AXIS,
    BOTTOM,
    DRAWN_WITH,
    FAINT,
    INK,
    LEFT,
    RIGHT,
    TOP,
    VEGA_LITE,
    alike,
    clean,
)
from onrecord.publish.evidence import Evidence
from onrecord.publish.score_forms import band_named, calibrating
from onrecord.publish.wording import number_words

_SIDE = 240
_TICKS = range(0, 101, 25)


@dataclass(frozen=True, slots=True)
class _Point:
    """One band: mean forecast and share that came, in percent, and how many forecasts."""

    record: str
    said: float
    came: float
    label: str


def draw_calibration(rows: Sequence[Sentence], evidence: Evidence) -> Figure | None:
    """Return the chart of rows of bands; `None` where they are none, or too few questions are resolved.

    Raises:
        CompileError: a row names no band.
    """
    bands = [row for row in rows if row.form == "band" and row.support]
    if not bands or len(calibrating(evidence)) < FEWEST:
        return None
    points: list[_Point] = []
    for row in bands:
        band = band_named(evidence, row.given)
        label = number_words(band.forecasts)
        said, came = 100 * (band.mean or 0.0), 100 * (band.share or 0.0)
        points.append(_Point(row.support[0].id, said, came, label))
    svg = vl_convert.vegalite_to_svg(_specification(points), vl_version=VEGA_LITE)
    names = tuple(dict.fromkeys(one.record for one in points))
    size = (_SIDE + LEFT + RIGHT, _SIDE + TOP + BOTTOM)
    return Figure(names, clean(svg, names, size=size), DRAWN_WITH, "calibration")


def redraws_calibration(figure: Figure, rows: Sequence[Sentence], evidence: Evidence) -> bool:
    """Say whether the rows draw this chart: same shapes and words, positions within one pixel."""
    again = draw_calibration(rows, evidence)
    return (
        again is not None and again.citations == figure.citations and alike(again.svg, figure.svg)
    )


def _specification(points: Sequence[_Point]) -> dict[str, object]:
    rows = [
        {"said": one.said, "came": one.came, "label": one.label, "href": f"#{one.record}"}
        for one in points
    ]
    encoding = {"x": _axis("said"), "y": _axis("came")}
    ends = {"values": [{"said": 0, "came": 0, "x2": 100, "y2": 100}]}
    return {
        "width": _SIDE, "height": _SIDE, "autosize": {"type": "none"}, "background": None,
        "padding": {"left": LEFT, "right": RIGHT, "top": TOP, "bottom": BOTTOM},
        "config": {"view": {"stroke": None}},
        "data": {"values": rows},
        "layer": [
            *_ticks(),
            {"mark": {"type": "rule", "stroke": AXIS}, "data": ends,
             "encoding": {**encoding, "x2": {"field": "x2"}, "y2": {"field": "y2"}}},
            {"mark": {"type": "point", "filled": True, "fill": INK, "size": 90, "opacity": 1},
             "encoding": {**encoding, "href": {"field": "href"}}},
            {"mark": {"type": "text", "align": "left", "dx": 8, "dy": -6, "fill": INK},
             "encoding": {**encoding, "text": {"field": "label"}}},
        ],
    }  # fmt: skip


def _axis(field: str) -> dict[str, object]:
    scale = {"domain": [0, 100], "nice": False, "zero": True}
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


def _ticks() -> list[dict[str, object]]:
    """Return faint lines with the shares at the left, and the forecasts below."""
    values = [{"at": at, "words": f"{at} %", "zero": 0, "end": 100} for at in _TICKS]
    data = {"values": values}
    up, across = _axis("at"), _axis("at")
    line = {"mark": {"type": "rule", "stroke": FAINT}, "data": data,
            "encoding": {"y": up, "x": _axis("zero"), "x2": {"field": "end"}}}  # fmt: skip
    left = {"mark": {"type": "text", "align": "right", "dx": -8, "dy": 4, "fill": AXIS}, "data": data,
            "encoding": {"y": up, "x": _axis("zero"), "text": {"field": "words"}}}  # fmt: skip
    below = {"mark": {"type": "text", "align": "center", "dy": 20, "fill": AXIS}, "data": data,
             "encoding": {"x": across, "y": _axis("zero"), "text": {"field": "words"}}}  # fmt: skip
    return [line, left, below]
