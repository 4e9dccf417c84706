"""The chart of forces as reported: a row for each element, a mark for each report, fading as it ages.

The table beside it says the same in words. A mark says when a force was reported, never where it is. Its
layout does not depend on installed fonts, so that it can be drawn again anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import vl_convert

from onrecord.domain.brief import Figure
from onrecord.domain.posture import Staleness
from onrecord.publish.chart import AXIS, DRAWN_WITH, FAINT, INK, VEGA_LITE, alike, clean
from onrecord.publish.wording import MONTHS

#: A chart of one day says nothing that a table does not.
MIN_DAYS = 2
#: Elements drawn: those reported last; the others are told in the table only.
MAX_ROWS = 30
_WIDTH, _ROW = 270, 22
_LEFT, _RIGHT, _TOP, _BOTTOM = 180, 40, 10, 34
#: Letters of a label that fit beside its row.
_LABEL = 26
#: Days closer than this many pixels would cover one another.
_DAY_GAP = 84
#: Colour of a mark, and whether it is filled: also without colour, old reports are hollow.
_MARKS: dict[Staleness, tuple[str, bool]] = {
    "fresh": (INK, True), "ageing": (AXIS, True), "stale": (INK, False), "lapsed": (FAINT, False),
    "undated": (FAINT, False),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SightingPoint:
    """One report of an element of a force.

    Attributes:
        citation: Its evidence.
        label: The element in words: one row of the chart.
        day: The last day the report holds for.
        staleness: How far it has aged at the day looked from.
    """

    citation: str
    label: str
    day: date
    staleness: Staleness


def draw_sightings(points: Sequence[SightingPoint]) -> Figure | None:
    """Return the chart, or `None` with reports of fewer than two days; order of `points` changes nothing."""
    drawn = _drawn(points)
    if len({point.day for point in drawn}) < MIN_DAYS:
        return None
    svg = vl_convert.vegalite_to_svg(specification(drawn), vl_version=VEGA_LITE)
    names = tuple(point.citation for point in drawn)
    size = (_WIDTH + _LEFT + _RIGHT, _height(drawn) + _TOP + _BOTTOM)
    return Figure(names, clean(svg, names, size=size), DRAWN_WITH, "sightings")


def redraws(figure: Figure, points: Sequence[SightingPoint]) -> bool:
    """Say whether the points draw this chart: same shapes and words, positions within one pixel."""
    again = draw_sightings(points)
    if again is None or again.citations != figure.citations:
        return False
    return alike(again.svg, figure.svg)


def specification(points: Sequence[SightingPoint]) -> dict[str, object]:
    """Return the Vega-Lite specification of points, each row's in turn."""
    first = min(point.day for point in points)
    last = max(point.day for point in points)
    rows = list(dict.fromkeys(point.label for point in points))
    x = _axis("day", [0, (last - first).days])
    y = _axis("row", [len(rows) - 0.5, -0.5])
    values = [
        {
            "day": (point.day - first).days,
            "row": rows.index(point.label),
            "href": f"#{point.citation}",
            "aged": point.staleness,
        }
        for point in points
    ]
    return {
        "width": _WIDTH, "height": _height(points), "autosize": {"type": "none"}, "background": None,
        "padding": {"left": _LEFT, "right": _RIGHT, "top": _TOP, "bottom": _BOTTOM},
        "config": {"view": {"stroke": None}},
        "data": {"values": values},
        "layer": [*_rows(rows, x, y), *_marks(x, y), *_days(points, first, last)],
    }  # fmt: skip


def _drawn(points: Sequence[SightingPoint]) -> list[SightingPoint]:
    """Return one point for each row and day, rows in the order of their first report."""
    ordered = sorted(points, key=lambda one: (one.day, one.label, one.citation))
    newest: dict[str, date] = {one.label: one.day for one in ordered}
    kept = sorted(newest, key=lambda label: (newest[label], label))[-MAX_ROWS:]
    single = {(one.label, one.day): one for one in reversed(ordered) if one.label in kept}
    rows = list(dict.fromkeys(one.label for one in ordered if one.label in kept))
    return sorted(single.values(), key=lambda one: (rows.index(one.label), one.day))


def _height(points: Sequence[SightingPoint]) -> int:
    return _ROW * len({point.label for point in points})


def _axis(field: str, domain: list[float]) -> dict[str, object]:
    return {"field": field, "type": "quantitative", "axis": None,
            "scale": {"domain": domain, "nice": False, "zero": False}}  # fmt: skip


def _rows(
    labels: Sequence[str], x: dict[str, object], y: dict[str, object]
) -> list[dict[str, object]]:
    """Return a faint line for each element with its name at the left."""
    end = x["scale"]["domain"][1]  # type: ignore[index]  # a scale made by `_axis`
    data = {"values": [
        {"row": at, "start": 0, "end": end, "words": _short(label)} for at, label in enumerate(labels)
    ]}  # fmt: skip
    start = {**x, "field": "start"}
    return [
        {"mark": {"type": "rule", "stroke": FAINT}, "data": data,
         "encoding": {"y": y, "x": start, "x2": {"field": "end"}}},
        {"mark": {"type": "text", "align": "right", "dx": -12, "fill": AXIS}, "data": data,
         "encoding": {"y": y, "x": start, "text": {"field": "words"}}},
    ]  # fmt: skip


def _marks(x: dict[str, object], y: dict[str, object]) -> list[dict[str, object]]:
    """Return the marks, one layer for each class of age."""
    return [
        {"mark": {"type": "point", "size": 80, "opacity": 1, "filled": filled,
                  ("fill" if filled else "stroke"): colour},
         "transform": [{"filter": f"datum.aged == '{aged}'"}],
         "encoding": {"x": x, "y": y, "href": {"field": "href"}}}
        for aged, (colour, filled) in _MARKS.items()
    ]  # fmt: skip


def _days(points: Sequence[SightingPoint], first: date, last: date) -> list[dict[str, object]]:
    """Return the days under the rows, leaving out those that would cover another."""
    per_day = _WIDTH / (last - first).days
    kept: list[date] = []
    for day in sorted({point.day for point in points}):
        free = not kept or (day - kept[-1]).days * per_day >= _DAY_GAP
        if free and (day == last or (last - day).days * per_day >= _DAY_GAP):
            kept.append(day)
    values = [
        {"day": (day - first).days, "words": f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"}
        for day in kept
    ]
    return [{"mark": {"type": "text", "align": "center", "baseline": "top", "fill": AXIS},
             "data": {"values": values},
             "encoding": {"x": _axis("day", [0, (last - first).days]), "y": {"value": "height"},
                          "yOffset": {"value": 10}, "text": {"field": "words"}}}]  # fmt: skip


def _short(label: str) -> str:
    return label if len(label) <= _LABEL else f"{label[: _LABEL - 1].rstrip()}…"
