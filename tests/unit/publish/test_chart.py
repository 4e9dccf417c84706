from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onrecord.publish.chart import Point, draw, redraws

POINTS = (
    Point("c1", date(2031, 4, 8), 61, None, "at least 61"),
    Point("c2", date(2031, 4, 19), 72, 80, "72 to 80"),
    Point("c3", date(2031, 5, 6), 81, None, "more than 80"),
)


def svg_of(points: tuple[Point, ...] = POINTS) -> str:
    figure = draw(points)
    assert figure is not None
    return figure.svg


def test_one_day_makes_no_chart() -> None:
    assert draw(POINTS[:1]) is None
    assert draw((POINTS[0], replace(POINTS[0], citation="c9"))) is None


def test_a_chart_names_its_figures_and_days_in_words() -> None:
    svg = svg_of()
    for words in ("at least 61", "72 to 80", "more than 80", "8 Apr 2031", "6 May 2031"):
        assert f">{words}<" in svg


def test_an_open_upper_end_is_drawn_as_an_arrow() -> None:
    assert svg_of().count("▲") == 2


def test_each_point_leads_to_its_evidence() -> None:
    assert re.findall(r'href="([^"]*)"', svg_of()) == ["#c1", "#c2", "#c3"]


def test_a_chart_holds_no_script_style_or_outside_address() -> None:
    svg = svg_of((replace(POINTS[0], citation='c1" onload="x', label="<script>"), *POINTS[1:]))
    assert "<script" not in svg
    assert "style" not in svg
    assert "http" not in svg
    assert 'onload="x"' not in svg


def test_a_chart_redraws_from_its_points_and_from_no_others() -> None:
    figure = draw(POINTS)
    assert figure is not None
    assert redraws(figure, POINTS)
    assert not redraws(figure, (*POINTS[:2], replace(POINTS[2], low=95)))
    assert not redraws(replace(figure, svg=figure.svg.replace("72 to 80", "72 to 90")), POINTS)
    assert not redraws(replace(figure, svg=figure.svg + "<script/>"), POINTS)
    assert not redraws(replace(figure, svg=""), POINTS)


def test_a_position_off_by_rounding_still_redraws() -> None:
    figure = draw(POINTS)
    assert figure is not None
    moved = re.sub(
        r"translate\(0,(\d+\.\d)\)", lambda at: f"translate(0,{float(at[1]) + 0.1:.1f})", figure.svg
    )
    assert moved != figure.svg
    assert redraws(replace(figure, svg=moved), POINTS)


def test_labels_that_would_cover_one_another_are_left_to_the_table() -> None:
    near = tuple(Point(f"c{n}", date(2031, 4, n + 1), 60, 60, f"60 {n}") for n in range(1, 25))
    svg = svg_of(near)
    shown = re.findall(r">(60 \d+)<", svg)
    assert 2 <= len(shown) < 24
    assert "60 24" in shown


def test_zero_and_a_flat_line_can_be_drawn() -> None:
    flat = (Point("c1", date(2031, 4, 1), 0, 0, "0"), Point("c2", date(2031, 4, 2), 0, 0, "0"))
    assert draw(flat) is not None
