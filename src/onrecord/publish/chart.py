"""Charts of dated figures: a Vega-Lite specification, drawn to SVG and cleaned.

The table beside a chart says the same in words. A chart holds a step line from figure to figure, a band
where a figure has two ends, an arrow where its upper end is open, and a link from each point to its
evidence. Its layout does not depend on installed fonts, so that it can be drawn again anywhere.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import vl_convert
from lxml import etree

from onrecord.domain.brief import Citation, Figure
from onrecord.domain.quantity import Number, Quantity
from onrecord.domain.when import When
from onrecord.publish.evidence import Evidence
from onrecord.publish.law import figure_follows
from onrecord.publish.wording import MONTHS, number_words, quantity_words

#: The Vega-Lite release the specification is written for; the library carries several.
VEGA_LITE = "5.20"
DRAWN_WITH = f"vl-convert {getattr(vl_convert, '__version__', 'of unknown version')}"
MIN_POINTS = 2
#: Larger numbers are told in the table only.
_MAX_DRAWN = 10**12
_WIDTH, _HEIGHT = 320, 180
LEFT, RIGHT, TOP, BOTTOM = 52, 118, 22, 34
#: Labels closer than this many pixels would cover one another.
_LABEL_GAP_X, _LABEL_GAP_Y = 84, 15
INK, _BAND, AXIS, FAINT = "#010101", "#020202", "#030303", "#040404"
_CLASSES = {INK: "ink", _BAND: "band", AXIS: "axis", FAINT: "faint"}
_KEPT = {"svg", "g", "path", "line", "text", "rect", "a"}
_ATTRIBUTES = ("transform", "d", "x", "y", "x2", "y2", "width", "height", "text-anchor")
_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_FLOAT = re.compile(r"-?\d+\.\d+")
_DIGITS = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Point:
    """One dated figure.

    Attributes:
        citation: Its evidence.
        day: The last day it holds for.
        low: Its lower end, or the number named where no end is stated.
        high: Its upper end; `None` where open.
        label: The figure in words.
    """

    citation: str
    day: date
    low: Number
    high: Number | None
    label: str


def points_of(citations: Iterable[Citation], evidence: Evidence) -> tuple[Point, ...]:
    """Return the points of dated figures whose wording follows from their words, by day."""
    found: list[Point] = []
    for citation in citations:
        counted, when = citation.counted, citation.dated
        if counted is None or not isinstance(when, When) or when.latest is None:
            continue
        passages = evidence.source_of(citation).cited.passages
        if not figure_follows(counted, "\n".join(passage.text for passage in passages)):
            continue
        ends = _ends(counted.quantity)
        if ends is not None:
            label = quantity_words(counted.quantity)
            found.append(Point(citation.id, when.latest, *ends, label))
    return tuple(sorted(found, key=lambda point: (point.day, point.low, point.citation)))


def draw(points: Sequence[Point]) -> Figure | None:
    """Return the chart, or `None` with figures of fewer than two days."""
    if len({point.day for point in points}) < MIN_POINTS:
        return None
    svg = vl_convert.vegalite_to_svg(specification(points), vl_version=VEGA_LITE)
    size = (_WIDTH + LEFT + RIGHT, _HEIGHT + TOP + BOTTOM)
    cleaned = clean(svg, [point.citation for point in points], size=size)
    return Figure(tuple(point.citation for point in points), cleaned, DRAWN_WITH)


def redraws(figure: Figure, points: Sequence[Point]) -> bool:
    """Say whether the points draw this chart: same shapes and words, positions within one pixel."""
    again = draw(points)
    if again is None or again.citations != figure.citations:
        return False
    return alike(again.svg, figure.svg)


def specification(points: Sequence[Point]) -> dict[str, object]:
    """Return the Vega-Lite specification of a chart with at least one point."""
    top = max(max(point.low, point.high or 0) for point in points)
    scale_top = _ticks(top)[-1]
    first, last = points[0].day, points[-1].day
    x: dict[str, object] = {"field": "day", "type": "quantitative", "axis": None,
         "scale": {"domain": [0, max(1, (last - first).days)], "zero": True, "nice": False}}  # fmt: skip
    y: dict[str, object] = {"field": "low", "type": "quantitative", "axis": None,
         "scale": {"domain": [0, scale_top], "nice": False}}  # fmt: skip
    shown = _free_labels(points, top=scale_top)
    rows = [
        {**_row(point, first=first, top=scale_top), "shown": point.label if point in shown else ""}
        for point in points
    ]
    return {
        "width": _WIDTH, "height": _HEIGHT, "autosize": {"type": "none"}, "background": None,
        "padding": {"left": LEFT, "right": RIGHT, "top": TOP, "bottom": BOTTOM},
        "config": {"view": {"stroke": None}},
        "data": {"values": rows},
        "layer": [
            *_grid(top, last=(last - first).days),
            _layer({"type": "line", "interpolate": "step-after", "stroke": INK}, x, y=y),
            _layer({"type": "rule", "stroke": _BAND}, x, y=y, more={"y2": {"field": "high"}}),
            _layer({"type": "text", "text": "▲", "dy": -12, "fill": INK}, x, y=y, only="datum.open"),
            _layer({"type": "point", "filled": True, "fill": INK, "size": 70, "opacity": 1}, x, y=y,
                   more={"href": {"field": "href"}}),
            _layer({"type": "text", "align": "left", "dx": 8, "dy": -6, "fill": INK}, x, y=y,
                   more={"text": {"field": "shown"}}, only="datum.shown != ''"),
            *_days(points),
        ],
    }  # fmt: skip


def _layer(
    mark: dict[str, object],
    x: dict[str, object],
    *,
    y: dict[str, object],
    more: dict[str, object] | None = None,
    only: str = "",
) -> dict[str, object]:
    layer: dict[str, object] = {"mark": mark, "encoding": {"x": x, "y": y, **(more or {})}}
    return {**layer, "transform": [{"filter": only}]} if only else layer


def _row(point: Point, *, first: date, top: Number) -> dict[str, object]:
    return {
        "day": (point.day - first).days,
        "low": point.low,
        "high": point.low if point.high is None else min(point.high, top),
        "open": point.label.startswith(("at least", "more than")),
        "href": f"#{point.citation}",
    }


def _free_labels(points: Sequence[Point], *, top: Number) -> list[Point]:
    """Return the points whose labels cover no other, the newest first to be kept."""
    per_day = _WIDTH / max(1, (points[-1].day - points[0].day).days)
    kept: list[Point] = []
    for point in reversed(points):
        if all(
            abs((point.day - other.day).days) * per_day >= _LABEL_GAP_X
            or abs(point.low - other.low) * _HEIGHT / top >= _LABEL_GAP_Y
            for other in kept
        ):
            kept.append(point)
    return kept


def _grid(top: Number, *, last: int) -> list[dict[str, object]]:
    """Return faint lines with their numbers at the left."""
    ticks = [
        {"y": tick, "words": number_words(tick), "start": 0, "end": max(1, last)}
        for tick in _ticks(top)
    ]
    data = {"values": ticks}
    y = {"field": "y", "type": "quantitative", "axis": None}
    line = {"mark": {"type": "rule", "stroke": FAINT}, "data": data,
            "encoding": {"y": y, "x": {"field": "start", "type": "quantitative", "axis": None},
                         "x2": {"field": "end"}}}  # fmt: skip
    words = {"mark": {"type": "text", "align": "right", "dx": -8, "dy": 4, "fill": AXIS},
             "data": data,
             "encoding": {"y": y, "x": {"field": "start", "type": "quantitative", "axis": None},
                          "text": {"field": "words"}}}  # fmt: skip
    return [line, words]


def _days(points: Sequence[Point]) -> list[dict[str, object]]:
    """Return the days under the line, leaving out those that would cover another."""
    first, last = points[0].day, points[-1].day
    per_day = _WIDTH / max(1, (last - first).days)
    kept: list[date] = []
    for day in sorted({point.day for point in points}):
        free = not kept or (day - kept[-1]).days * per_day >= _LABEL_GAP_X
        if free and (day == last or (last - day).days * per_day >= _LABEL_GAP_X):
            kept.append(day)
    values = [{"day": (day - first).days, "words": _short(day), "zero": 0} for day in kept]
    x = {"field": "day", "type": "quantitative", "axis": None}
    return [{"mark": {"type": "text", "align": "center", "dy": 20, "fill": AXIS},
             "data": {"values": values},
             "encoding": {"x": x, "y": {"field": "zero", "type": "quantitative", "axis": None},
                          "text": {"field": "words"}}}]  # fmt: skip


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _ends(quantity: Quantity) -> tuple[Number, Number | None] | None:
    low = quantity.low if quantity.low is not None else quantity.value
    if low is None:
        low = quantity.high
    ends = (low, quantity.high)
    drawable = all(end is None or 0 <= end <= _MAX_DRAWN for end in ends)
    return (low, quantity.high) if low is not None and drawable else None


def _ticks(top: Number) -> list[int]:
    """Return three to six round numbers from 0 to at least `top`."""
    raw = max(1.0, float(top)) / 4
    power = 10 ** math.floor(math.log10(raw))
    step = max(1, int(next(m * power for m in (1, 2, 5, 10) if m * power >= raw)))
    return [step * at for at in range(math.ceil(top / step) + 1)] if top else [0, 1]


def clean(svg: str, citations: Sequence[str], *, size: tuple[int, int]) -> str:
    """Return the drawing rebuilt from known elements and attributes, colours as classes.

    Links other than to evidence of this brief, scripts, styles and labels of the library are gone.
    """
    root = etree.fromstring(svg.encode())
    allowed = {f"#{name}" for name in citations}
    inner = "".join(_rebuilt(child, allowed) for child in root)
    return f'<svg viewBox="0 0 {size[0]} {size[1]}" class="chart" role="img">{inner}</svg>'


def _rebuilt(element: etree._Element, allowed: set[str]) -> str:
    tag = str(element.tag).removeprefix(_SVG)
    if tag not in _KEPT or element.get("class") in ("background", "foreground"):
        return ""
    attributes = [(name, element.get(name)) for name in _ATTRIBUTES if element.get(name)]
    colour = _CLASSES.get(element.get("fill") or "") or _CLASSES.get(element.get("stroke") or "")
    if colour and tag != "g":
        filled = element.get("fill") in _CLASSES
        attributes.append(("class", f"{colour} {'fill' if filled else 'line'}"))
        attributes += [] if filled else [("fill", "none"), ("stroke", "currentColor")]
    if tag == "a":
        target = "#" + (element.get(_HREF) or "").rpartition("#")[2]
        attributes = [("href", target)] if target in allowed else []
    written = "".join(f' {name}="{_escape(_rounded(value or ""))}"' for name, value in attributes)
    inner = _escape(element.text or "") + "".join(_rebuilt(child, allowed) for child in element)
    if not inner and tag in ("g", "text", "a"):
        return ""
    return f"<{tag}{written}>{inner}</{tag}>" if inner else f"<{tag}{written}/>"


def _rounded(value: str) -> str:
    return _FLOAT.sub(lambda found: f"{float(found.group()):.1f}", value)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def alike(a: str, b: str) -> bool:
    """Say whether two drawings have the same words and shapes, and positions within one pixel."""
    if a == b:
        return True
    if _texts(a) != _texts(b) or len(a) > 2 * len(b) or _DIGITS.split(a) != _DIGITS.split(b):
        return False
    pairs = zip(_DIGITS.findall(a), _DIGITS.findall(b), strict=True)
    return all(abs(float(x) - float(y)) <= 1 for x, y in pairs)


def _texts(svg: str) -> list[str]:
    return re.findall(r">([^<]*)<", svg)
