"""Drawings that a published file may hold: an SVG of the chart library rebuilt from known parts only.

Colours become classes, so that a page can be read in the dark, printed and told apart without colour.
Links lead to evidence of the same file or are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from lxml import etree

#: Colours a specification uses, by the class that stands for each in the drawing.
INK, BAND, AXIS, FAINT = "#010101", "#020202", "#030303", "#040404"
_CLASSES: Mapping[str, str] = MappingProxyType(
    {INK: "ink", BAND: "band", AXIS: "axis", FAINT: "faint"}
)
_KEPT = frozenset({"svg", "g", "path", "line", "text", "rect", "a"})
_ATTRIBUTES = ("transform", "d", "x", "y", "x2", "y2", "width", "height", "text-anchor")
_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_FLOAT = re.compile(r"-?\d+\.\d+")
_DIGITS = re.compile(r"-?\d+(?:\.\d+)?")


def cleaned(svg: str, citations: Iterable[str], *, size: tuple[int, int]) -> str:
    """Return a drawing rebuilt from known elements and attributes, colours as classes.

    Links other than to evidence of this brief, scripts, styles and labels of the library are gone.

    Args:
        svg: What the chart library drew.
        citations: Names of the evidence a link may lead to.
        size: Width and height in pixels.
    """
    root = etree.fromstring(svg.encode())
    allowed = {f"#{name}" for name in citations}
    inner = "".join(_rebuilt(child, allowed) for child in root)
    return f'<svg viewBox="0 0 {size[0]} {size[1]}" class="chart" role="img">{inner}</svg>'


def same_drawing(a: str, b: str) -> bool:
    """Say whether two drawings have the same shapes and words, positions within one pixel."""
    if a == b:
        return True
    return _texts(a) == _texts(b) and _alike(a, b)


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


def _texts(svg: str) -> list[str]:
    return re.findall(r">([^<]*)<", svg)


def _alike(a: str, b: str) -> bool:
    if len(a) > 2 * len(b) or _DIGITS.split(a) != _DIGITS.split(b):
        return False
    pairs = zip(_DIGITS.findall(a), _DIGITS.findall(b), strict=True)
    return all(abs(float(x) - float(y)) <= 1 for x, y in pairs)
