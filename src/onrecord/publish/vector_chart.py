"""Charts of escalation: a small step chart for each dimension, one under the other, over the same days.

The table beside it says the same in words. Values are ranks, so that a step is one line up and says
nothing of how far; a first time is ringed, and every point leads to its evidence. The layout does not
depend on installed fonts, so that it can be drawn again anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import vl_convert

from onrecord.domain.brief import Figure
from onrecord.domain.escalation import LEVELS, UNORDERED, Dimension
from onrecord.publish.chart import AXIS, DRAWN_WITH, FAINT, INK, VEGA_LITE, alike, clean
from onrecord.publish.wording import MONTHS

#: A chart of one day says nothing that a table does not.
MIN_DAYS = 2
_WIDTH, _ROW = 300, 20
_LEFT, _RIGHT, _TOP, _BOTTOM = 190, 60, 6, 34
#: Days closer than this many pixels would cover one another.
_DAY_GAP = 84


@dataclass(frozen=True, slots=True)
class VectorPoint:
    """One value of one dimension, reached by a cited statement.

    Attributes:
        citation: Its evidence.
        dimension: In which dimension.
        level: Which of its values, by name.
        day: The last day on which it can have been reached.
        first: Whether it was reached for the first time on record.
    """

    citation: str
    dimension: Dimension
    level: str
    day: date
    first: bool


def draw_vector(points: Sequence[VectorPoint]) -> Figure | None:
    """Return the chart, or `None` with values of fewer than two days; order of `points` changes nothing.

    Dimensions without an order of values, and levels that a dimension does not have, are left to the
    table.
    """
    drawn = _drawn(points)
    if len({point.day for point in drawn}) < MIN_DAYS:
        return None
    svg = vl_convert.vegalite_to_svg(specification(drawn), vl_version=VEGA_LITE)
    names = tuple(dict.fromkeys(point.citation for point in drawn))
    size = (_WIDTH + _LEFT + _RIGHT, _height(drawn) + _TOP + _BOTTOM)
    return Figure(names, clean(svg, names, size=size), DRAWN_WITH, "vector")


def redraws(figure: Figure, points: Sequence[VectorPoint]) -> bool:
    """Say whether the points draw this chart: same shapes and words, positions within one pixel."""
    again = draw_vector(points)
    if again is None or again.citations != figure.citations:
        return False
    return alike(again.svg, figure.svg)


def specification(points: Sequence[VectorPoint]) -> dict[str, object]:
    """Return the Vega-Lite specification of points, in the order of `draw_vector`."""
    first, last = min(point.day for point in points), max(point.day for point in points)
    rows = _rows(points)
    x = _axis("day", (0, max(1, (last - first).days)))
    y = _axis("row", (len(rows) + _panels(points) - 0.5, -0.5))
    values = [
        {
            "day": (point.day - first).days,
            "row": rows[point.dimension, point.level],
            "dimension": point.dimension,
            "order": at,
            "first": point.first,
            "href": f"#{point.citation}",
        }
        for at, point in enumerate(points)
    ]
    return {
        "width": _WIDTH, "height": _height(points), "autosize": {"type": "none"}, "background": None,
        "padding": {"left": _LEFT, "right": _RIGHT, "top": _TOP, "bottom": _BOTTOM},
        "config": {"view": {"stroke": None}},
        "data": {"values": values},
        "layer": [*_levels(rows, x, y), *_titles(rows, x, y), *_moves(x, y), *_days(points, rows, x, y)],
    }  # fmt: skip


def _drawn(points: Sequence[VectorPoint]) -> list[VectorPoint]:
    """Return what can be drawn, in the order of dimensions and days, lower values of a day first."""
    order = tuple(LEVELS)
    kept = {
        point
        for point in points
        if point.dimension in LEVELS
        and point.dimension not in UNORDERED
        and point.level in LEVELS[point.dimension]
    }
    return sorted(
        kept,
        key=lambda point: (
            order.index(point.dimension),
            point.day,
            LEVELS[point.dimension].index(point.level),
            point.citation,
        ),
    )


def _rows(points: Sequence[VectorPoint]) -> dict[tuple[str, str], int]:
    """Return the row of every value of the dimensions drawn; a row above each is left for its name."""
    rows: dict[tuple[str, str], int] = {}
    at = 0
    for dimension in dict.fromkeys(point.dimension for point in points):
        at += 1
        for level in reversed(LEVELS[dimension]):
            rows[dimension, level] = at
            at += 1
    return rows


def _panels(points: Sequence[VectorPoint]) -> int:
    return len({point.dimension for point in points})


def _height(points: Sequence[VectorPoint]) -> int:
    return _ROW * (len(_rows(points)) + _panels(points))


def _axis(field: str, ends: tuple[float, float]) -> dict[str, object]:
    return {"field": field, "type": "quantitative", "axis": None,
            "scale": {"domain": list(ends), "nice": False, "zero": False}}  # fmt: skip


def _levels(
    rows: Mapping[tuple[str, str], int], x: dict[str, object], y: dict[str, object]
) -> list[dict[str, object]]:
    """Return a faint line for each value with its name at the left."""
    data = {"values": [
        {"row": row, "start": 0, "end": _end(x), "words": level.replace("non_", "non-").replace("_", " ")}
        for (_, level), row in rows.items()
    ]}  # fmt: skip
    start = {**x, "field": "start"}
    return [
        {"mark": {"type": "rule", "stroke": FAINT}, "data": data,
         "encoding": {"y": y, "x": start, "x2": {"field": "end"}}},
        {"mark": {"type": "text", "align": "right", "dx": -10, "fill": AXIS}, "data": data,
         "encoding": {"y": y, "x": start, "text": {"field": "words"}}},
    ]  # fmt: skip


def _titles(
    rows: Mapping[tuple[str, str], int], x: dict[str, object], y: dict[str, object]
) -> list[dict[str, object]]:
    """Return the name of each dimension over its values."""
    tops: dict[str, int] = {}
    for (dimension, _), row in rows.items():
        tops[dimension] = min(row, tops.get(dimension, row))
    data = {"values": [
        {"row": top - 1, "start": 0, "words": dimension.replace("_", " ")}
        for dimension, top in tops.items()
    ]}  # fmt: skip
    return [
        {"mark": {"type": "text", "align": "left", "dy": 6, "fill": INK}, "data": data,
         "encoding": {"y": y, "x": {**x, "field": "start"}, "text": {"field": "words"}}},
    ]  # fmt: skip


def _moves(x: dict[str, object], y: dict[str, object]) -> list[dict[str, object]]:
    """Return the step lines, the points that lead to evidence, and a ring around each first time."""
    order = {"field": "order", "type": "quantitative"}
    detail = {"field": "dimension", "type": "nominal"}
    return [
        {"mark": {"type": "line", "interpolate": "step-after", "stroke": INK},
         "encoding": {"x": x, "y": y, "detail": detail, "order": order}},
        {"mark": {"type": "point", "filled": False, "stroke": INK, "size": 190, "opacity": 1},
         "transform": [{"filter": "datum.first"}], "encoding": {"x": x, "y": y}},
        {"mark": {"type": "point", "filled": True, "fill": INK, "size": 60, "opacity": 1},
         "encoding": {"x": x, "y": y, "href": {"field": "href"}}},
    ]  # fmt: skip


def _days(
    points: Sequence[VectorPoint],
    rows: Mapping[tuple[str, str], int],
    x: dict[str, object],
    y: dict[str, object],
) -> list[dict[str, object]]:
    """Return the days under the lowest chart, leaving out those that would cover another."""
    days = sorted({point.day for point in points})
    first, last = days[0], days[-1]
    per_day = _WIDTH / max(1, (last - first).days)
    kept: list[date] = []
    for day in days:
        free = not kept or (day - kept[-1]).days * per_day >= _DAY_GAP
        if free and (day == last or (last - day).days * per_day >= _DAY_GAP):
            kept.append(day)
    bottom = max(rows.values())
    values = [{"day": (day - first).days, "words": _short(day), "row": bottom} for day in kept]
    return [{"mark": {"type": "text", "align": "center", "dy": 28, "fill": AXIS},
             "data": {"values": values},
             "encoding": {"x": x, "y": y, "text": {"field": "words"}}}]  # fmt: skip


def _end(x: dict[str, object]) -> float:
    scale = x["scale"]
    domain = scale["domain"] if isinstance(scale, dict) else [0, 1]
    return float(domain[1])


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
